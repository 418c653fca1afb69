"""The words by which an order is found, and how a search's text is read.

A word is a text folded (`folded`): without accents, capitals and signs. Orders are found by how a
word begins; numbers also by how they end; scripts without spaces by any part.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any

from app.domain.codes import read
from app.domain.rows.orders import Order
from app.domain.rows.things import Parcel

LEAST = 2
"""Letters of one word at least that is searched for."""
MOST = 64
"""Letters of a word; what stands behind them is not searched."""
_LEAST_TAIL = 3
_TAIL = "<"
"""Before a number written backwards: its end is found as the beginning of that word."""
TIME = "@"
"""Before the time at which an order was placed: by these words orders are put in sequence."""
AFTER_TIME = "A"
LAST = "\U0010ffff"
"""Behind a word's beginning it makes the end of the range of all words that begin so."""
_MOST_UNSPACED = 24
_LABEL = 20
"""Digits in the barcode of a parcel: its 18 behind "00"."""
_TOKEN = re.compile(r"[^\W_]+")
_RUNS = re.compile(r"\d+|[^\W\d_]+")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_AIM = re.compile(r"\][A-Za-z][0-9A-Za-z]", re.ASCII)
_SPACED_SSCC = re.compile(r"[\d\s()]{20,}", re.ASCII)


class By(StrEnum):
    """What of an order a word was taken from."""

    ORDER = "order"
    SHOP = "shop_id"
    NAME = "customer"
    CITY = "city"
    SKU = "sku"
    LOT = "lot"
    SERIAL = "serial"
    TOTE = "tote"
    PARCEL = "parcel"
    LOAD = "load"
    PLACED = "placed"


Word = tuple[str, By]
Words = frozenset[Word]


@dataclass(frozen=True)
class Term:
    """One thing searched for: an order has it where one of its words begins with one of these."""

    beginnings: tuple[str, ...]


def folded(text: str) -> str:
    """Without accents and capitals; full-width letters become plain ones."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(char for char in apart if unicodedata.category(char) != "Mn")


def words_of(row: Any) -> Words:
    """The words of an order or of a parcel; another row has none."""
    if isinstance(row, Order):
        return frozenset(_order(row))
    if isinstance(row, Parcel):
        return frozenset(_parcel(row))
    return frozenset()


def said_by(row: Any) -> object:
    """What the words depend on: where two rows are equal in it, so are their words."""
    if isinstance(row, Order):
        goods = tuple(
            (line.sku, line.kit and line.kit.sku, line.lot, line.serial, line.taken)
            for line in row.lines
        )
        return (row.ref, row.placed_at, row.shop_id, row.customer, row.totes, goods)
    if isinstance(row, Parcel):
        return (row.sscc, row.order, row.load, row.contents)
    return None


def _order(row: Order) -> Iterator[Word]:
    yield time_word(row.placed_at), By.PLACED
    yield from _number(row.ref, By.ORDER)
    yield from _number(row.shop_id, By.SHOP)
    who = row.customer
    for text in (who.name, who.company):
        yield from _text(text, By.NAME)
    for text in (who.city, who.postcode):
        yield from _text(text, By.CITY)
    for tote in row.totes:
        yield from _text(tote, By.TOTE)
    for line in row.lines:
        yield from _text(line.sku, By.SKU)
        if line.kit is not None:
            yield from _text(line.kit.sku, By.SKU)
        yield from _unit(line.lot, line.serial)
        for taken in line.taken:
            yield from _unit(taken.lot, taken.serial)


def _parcel(row: Parcel) -> Iterator[Word]:
    yield from _number(row.sscc, By.PARCEL)
    yield from _text(row.load, By.LOAD)
    for content in row.contents:
        yield from _unit(content.lot, content.serial)


def _unit(lot: str, serial: str) -> Iterator[Word]:
    yield from _text(lot, By.LOT)
    yield from _number(serial, By.SERIAL)


def time_word(at: datetime) -> str:
    return TIME + at.astimezone(UTC).isoformat(timespec="seconds")[:19]


def _text(text: str, by: By) -> Iterator[Word]:
    return ((word, by) for word in _words(text))


def _number(text: str, by: By) -> Iterator[Word]:
    return ((word, by) for word in _numbers(text))


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    """Each word, whole and in the parts that signs make of it."""
    return tuple(dict.fromkeys(filter(None, _spelt(text))))


@lru_cache(maxsize=4096)
def _numbers(text: str) -> tuple[str, ...]:
    """As `_words`; and by its runs of digits and of letters, and by its end."""
    runs = (run[:MOST] for run in _RUNS.findall(folded(text)))
    ends = (_TAIL + word[::-1] for word in _joined(text) if word)
    return tuple(dict.fromkeys((*_words(text), *runs, *ends)))


def _spelt(text: str) -> Iterator[str]:
    yield from _joined(text)
    for token in _TOKEN.findall(folded(text)):
        yield token[:MOST]
        start = _UNSPACED.search(token)
        if start is not None:
            part = token[: start.start() + _MOST_UNSPACED]
            yield from (part[at:] for at in range(start.start(), len(part)))


def _joined(text: str) -> Iterator[str]:
    """What stands between blanks, without its signs."""
    for chunk in folded(text).split():
        yield "".join(_TOKEN.findall(chunk))[:MOST]


# --- what is searched for ------------------------------------------------------------------------


def readings(text: str) -> tuple[tuple[Term, ...], ...]:
    """What a text can ask for, the likeliest first; an order has to have all terms of one of them.

    A parcel's label and a unit's barcode ask for the number in them. () = too short.
    """
    chunks = list(_joined(text))
    tokens = _TOKEN.findall(folded(text))
    scanned = [[code] for code in _scanned(text.strip())]
    found = [_terms(words) for words in (*scanned, chunks, tokens)]
    return tuple(dict.fromkeys(terms for terms in found if terms))


def _terms(words: Iterable[str]) -> tuple[Term, ...]:
    """What fewest orders will have comes first: numbers, then the longest.

    Single letters count beside a longer word only.
    """
    each = {word[:MOST] for word in words if word}
    if all(len(word) < LEAST for word in each):
        return ()
    rare = sorted(each, key=lambda word: (len(word) >= LEAST, word.isdigit(), len(word), word))
    return tuple(Term((word, *_ending(word))) for word in reversed(rare))


def _ending(word: str) -> tuple[str, ...]:
    return (_TAIL + word[::-1],) if len(word) >= _LEAST_TAIL else ()


def _scanned(text: str) -> Iterator[str]:
    """The number in a scan that names one thing: a parcel, else a unit, else a lot."""
    symbology, text = (text[:3], text[3:]) if _AIM.match(text) else ("", text)
    if _SPACED_SSCC.fullmatch(text):
        text = re.sub(r"[\s()]", "", text)
        if len(text) == _LABEL and text.startswith("00"):
            yield text[2:]  # also of a carrier whose numbers break the rules
            return
    code = read(text, symbology)
    number = code.sscc or (code.has_elements and (code.serial or code.lot))
    if number:
        yield from _joined(number)


def shorter(terms: tuple[Term, ...]) -> Iterator[str]:
    """Beginnings of the first term, for what is nearly meant; the longest first."""
    word = terms[0].beginnings[0]
    for size in range(len(word) - 1, max(LEAST, len(word) // 2), -1):
        yield word[:size]
