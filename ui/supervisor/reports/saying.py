"""Turns what a report says into the language shown (main thread)."""

from __future__ import annotations

import re

from app.overview.report.view import Persons, Span
from ui import messages
from ui.words import reports

_HOUR = re.compile(r"\d{4}-(\d\d-\d\d) (\d\d):00(?: [+-]\d{4})?")


def say(text: str) -> str:
    """A title, head, name or formula; what has no translation stays as it is."""
    return messages.translated("Report", text) or text


def cell(text: str) -> str:
    hour = _HOUR.fullmatch(text)
    return f"{hour[1]} {hour[2]}:00" if hour else say(text)


def span_words(span: Span) -> str:
    return say(reports.SPANS[span])


def persons_words(persons: Persons) -> str:
    return messages.translated("Report", reports.PERSONS[persons])


def labels(found: tuple[str, ...]) -> list[str]:
    """Short ones for below a chart: of hours the number, and the day where another one begins."""
    hours = [_HOUR.fullmatch(one) for one in found]
    days = {hour[1] for hour in hours if hour}
    told: list[str] = []
    before = ""
    for text, hour in zip(found, hours, strict=True):
        if hour is None:
            told.append(say(text))
            continue
        told.append(f"{hour[1]} {hour[2]}" if len(days) > 1 and hour[1] != before else hour[2])
        before = hour[1]
    return told
