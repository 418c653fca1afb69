"""Codes with values become words in the language shown (main thread).

The tables are in `ui.words`; a missing value never keeps a message from being shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from string import Formatter

from PySide6.QtCore import QCoreApplication

from app.device_api import DeviceKind, DeviceState
from app.domain.commands import Command
from app.domain.facts import FactKind
from app.domain.outcome import Outcome, OutcomeKind, Values
from app.station.views import Bar, LabelState, Link
from ui.words import screens, states
from ui.words.anywhere import ANYWHERE
from ui.words.asking import COMMANDS, PROMPTS, PROMPTS_WITHOUT
from ui.words.loading import LOADING
from ui.words.packing import PACKING
from ui.words.picking import PICKING

OUTCOMES: dict[OutcomeKind, tuple[str, str]] = {**ANYWHERE, **PICKING, **PACKING, **LOADING}
LANGUAGES = {"en": "English", "zh_CN": "简体中文"}
UNKNOWN = "?"


class _Forgiving(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return UNKNOWN


def fill(text: str, values: Mapping[str, object]) -> str:
    """Put the values in their places; a missing one shows as a question mark."""
    return text.format_map(_Forgiving(values)).strip()


def translated(context: str, text: str) -> str:
    return QCoreApplication.translate(context, text) if text else ""


def outcome_words(answer: Outcome) -> tuple[str, str]:
    """What happened, and what to do now ("" where the prompt says it)."""
    title, what_now = OUTCOMES[answer.kind]
    values = _named(answer.values)
    names = [name for _, name, _, _ in Formatter().parse(what_now) if name]
    if names and not any(str(values.get(name, UNKNOWN)) for name in names):
        what_now = ""  # it would name nothing
    return (
        fill(translated("Outcome", title), values),
        fill(translated("Outcome", what_now), values),
    )


def prompt_words(bar: Bar) -> str:
    values = _named(bar.values)
    other = PROMPTS_WITHOUT.get(bar.prompt)
    # The value a prompt is about stands last in its words; without it, other words are needed.
    lacking = [name for name in ("tote", "carton", "number", "missing") if name in values]
    if other is not None and not any(values[name] not in ("", 0, None) for name in lacking):
        return fill(translated("Prompt", other), values)
    return fill(translated("Prompt", PROMPTS[bar.prompt]), values)


def command_words(command: Command) -> str:
    words = COMMANDS[command]
    return words if command.digit is not None else translated("Command", words)


def words(code: str, **values: object) -> str:
    """A text of the screens themselves."""
    return fill(translated("Screen", screens.SCREEN[code]), values)


def thing_title(what: str) -> str:
    return translated("Thing", screens.TITLES.get(what, "")) or what


def field_words(code: str) -> str:
    return translated("Field", screens.FIELDS.get(code, "")) or code


def device_words(kind: DeviceKind, state: DeviceState) -> str:
    return translated("Device", states.DEVICES[kind, state])


def label_words(state: LabelState) -> str:
    return translated("Label", states.LABELS[state])


def state_words(state: str, sub_state: str) -> str:
    """An order's state for people; a code that is not known here is shown as it is."""
    known = {str(member): text for member, text in states.STATES.items()}
    subs = {str(member): text for member, text in states.SUB_STATES.items()}
    parts = [translated("State", known.get(state, "")) or state]
    if sub_state and sub_state != state.lower():
        parts.append(translated("State", subs.get(sub_state, "")) or sub_state)
    return " · ".join(parts)


def fact_words(what: str) -> str:
    """A fact of the timeline; one of a newer program shows its code."""
    known = what in FactKind._value2member_map_
    return translated("Fact", states.FACTS[FactKind(what)]) if known else what


def verdict_words(verdict: str) -> str:
    return translated("Fact", states.VERDICTS.get(verdict, "")) or verdict


def link_words(link: Link, minutes: int) -> str:
    if link.online:
        code = "synced_waiting" if link.waiting else "synced"
    else:
        code = "offline" if link.since is not None else "offline_now"
    return words(code, waiting=link.waiting, minutes=minutes)


def clock_time(at: datetime | None) -> str:
    """Hours and minutes of the station's own zone."""
    return at.astimezone().strftime("%H:%M") if at is not None else ""


def kilograms(grams: int) -> str:
    return f"{grams / 1000:.2f}"


def _named(values: Values) -> dict[str, object]:
    """Values that are codes themselves get their words."""
    named: dict[str, object] = dict(values)
    what = str(values.get("what", ""))
    if what in screens.THINGS:
        named["what"] = translated("Thing", screens.THINGS[what])
    role = str(values.get("role", ""))
    if role in screens.ROLES:
        named["role"] = translated("Thing", screens.ROLES[role])
    language = str(values.get("language", ""))
    if language in LANGUAGES:
        named["language"] = LANGUAGES[language]
    command = _command(str(values.get("command", "")))
    if command is not None:
        named["command"] = command_words(command)
    return named


def _command(code: str) -> Command | None:
    for command in Command:
        if code in (command.value, command.name):
            return command
    return None
