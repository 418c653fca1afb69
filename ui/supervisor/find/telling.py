"""Turns what happened to an order into rows of the language shown (main thread)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from app.overview.order.view import Card, Happened, OrderSheet
from ui import messages
from ui.widgets.rows import Row, Tone
from ui.words import things
from ui.words.find import VALUES

CARD = "card:"
"""How the key of an exception's row begins; a number follows."""
_FIRST = 3
_COUNTED = frozenset({"quantity", "grams"})
"""Numbers that say something without their names."""
_GRAMS = frozenset({"grams", "expected", "tolerance"})


def rows(sheet: OrderSheet) -> list[Row]:
    """The timeline: each fact, and each exception behind the last fact that says so."""
    cards = list(enumerate(sheet.cards))
    shown: list[Row] = []
    for one in sheet.happened:
        shown.append(_event(one, sheet))
        mine = [pair for pair in cards if pair[1].evidence[-1:] == (one.event,)]
        cards = [pair for pair in cards if pair not in mine]
        shown += [_card(number, card) for number, card in mine]
    return [*shown, *(_card(number, card) for number, card in cards)]


def _event(one: Happened, sheet: OrderSheet) -> Row:
    conflict = one.verdict == "conflict"
    told = [messages.exception_words(one.reason)] if one.reason else []
    told += [
        f"{value} ×" if name == "quantity" and one.pack is None else _value(one, sheet, name, value)
        for name, value in one.values.items()
        if isinstance(value, str) or name in _COUNTED
    ][:_FIRST]
    who = " · ".join(part for part in (one.who, one.station) if part)
    cells = (moment(one.at), messages.fact_words(one.what), ", ".join(told), who)
    image, tone = ("triangle-alert", Tone.WARN) if conflict else ("circle-check", Tone.PLAIN)
    return Row(cells, image, tone, key=one.event)


def _card(number: int, card: Card) -> Row:
    state = messages.words("find_card")
    if card.closed_at is not None:
        state = messages.words("find_card_over", time=moment(card.closed_at))
    elif card.decision:
        state = messages.decision_words(card.decision)
    cells = (moment(card.opened_at), messages.exception_words(card.reason), state, card.closed_by)
    tone = Tone.PLAIN if card.closed_at is not None else Tone.WARN
    return Row(cells, "life-buoy", tone, key=f"{CARD}{number}")


def details(sheet: OrderSheet, key: str) -> list[Row]:
    """Everything known of a row of the timeline: name and value, one a line."""
    if key.startswith(CARD):
        return [Row(pair) for pair in _of_card(sheet, sheet.cards[int(key.removeprefix(CARD))])]
    found = next((one for one in sheet.happened if one.event == key), None)
    return [Row(pair) for pair in _of_event(sheet, found)] if found is not None else []


def _of_event(sheet: OrderSheet, one: Happened) -> Iterator[tuple[str, str]]:
    words = messages.words
    yield words("find_what"), messages.fact_words(one.what)
    if one.verdict == "conflict":
        yield words("find_why"), messages.exception_words(one.reason) or one.reason
        yield words("find_effect"), words("find_kept")
    else:
        yield words("find_effect"), words("find_done")
    yield words("find_time"), one.at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
    yield words("find_where"), " / ".join(part for part in (one.station, one.device) if part)
    if one.who:
        yield words("find_who"), one.who
    yield from _places(one, sheet)
    yield from _values(one, sheet)
    for card in sheet.cards:
        if one.event in card.evidence:
            yield words("find_card"), messages.exception_words(card.reason)


def _of_card(sheet: OrderSheet, card: Card) -> Iterator[tuple[str, str]]:
    words = messages.words
    yield words("find_why"), messages.exception_words(card.reason)
    about = sheet.ref if card.about == sheet.order else box_name(card.about, sheet)
    yield messages.thing_title(card.kind), about
    if card.decision:
        who = f"{messages.decision_words(card.decision)} · {card.decided_by}"
        yield words("find_decided"), " · ".join(part for part in (who, card.note) if part)
    if card.closed_at is not None:
        yield words("find_effect"), words("find_card_over", time=moment(card.closed_at))
    else:
        yield words("find_effect"), words("find_card")
    yield "", words("find_card_times", count=card.times)
    for one in sheet.happened:
        if one.event in card.evidence:
            told = (moment(one.at), messages.fact_words(one.what), one.who, one.station)
            yield "", " · ".join(part for part in told if part)


def _places(one: Happened, sheet: OrderSheet) -> Iterator[tuple[str, str]]:
    for kind, name in one.places:
        yield _named(kind), box_name(name, sheet) if kind == "sscc" else name


def _values(one: Happened, sheet: OrderSheet) -> Iterator[tuple[str, str]]:
    """(name, value) of what the fact says beside its places."""
    for name, value in one.values.items():
        if not isinstance(value, bool):
            yield _named(name), _value(one, sheet, name, value)


def _value(one: Happened, sheet: OrderSheet, name: str, value: str | int) -> str:
    if name == "quantity" and one.pack is not None:
        return messages.scanned_packs_words(one.pack)
    text = f"{value} g" if name in _GRAMS else str(value)
    if name == "decision":
        return messages.decision_words(text)
    if name in {"from", "to"}:
        kind, colon, what = text.partition(":")
        return f"{messages.thing_title(kind)} {what}" if colon else text
    return messages.reason_words(text) if name == "reason" else text


def _named(code: str) -> str:
    if code in VALUES:
        return messages.translated("Field", VALUES[code])
    return messages.field_words(code) if code in things.FIELDS else code.replace("_", " ")


def box_name(sscc: str, sheet: OrderSheet) -> str:
    """A box as people call it, with the end of its number."""
    number = next((box.number for box in sheet.boxes if box.sscc == sscc), 0)
    return f"{messages.words('find_box', number=number)} (… {sscc[-6:]})" if number else sscc


def moment(at: datetime) -> str:
    return at.astimezone().strftime("%m-%d %H:%M")
