"""The loading manifest: what is on a truck, what is not, and the driver's signature; A4."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.address import Address
from app.labels import a4
from app.labels.a4 import LEFT, RIGHT, A4Page, Align, Block, Pen, TableColumn
from app.labels.words import DocumentWords


@dataclass(frozen=True)
class ManifestParcel:
    """One parcel. weight_g: grams; None = unknown. place: where the parcel was last seen.

    calculated: nobody weighed it; the weight is that of its contents and its box.
    """

    sscc: str
    order_ref: str
    receiver: str
    city: str
    country: str
    weight_g: int | None
    place: str = ""
    calculated: bool = False


@dataclass(frozen=True)
class Manifest:
    """One load. closed_at: aware; None = it is open. missing: parcels due but not on the truck."""

    site: str
    sender: Address
    load: str
    carrier: str
    dock: str
    closed_at: datetime | None
    operator: str
    parcels: tuple[ManifestParcel, ...]
    missing: tuple[ManifestParcel, ...]


_LABEL_SIZE = 8.0
_FACTS_TOP = 31.0
_FIRST_TOP, _NEXT_TOP = 78.0, 32.0


def manifest(doc: Manifest, *, language: str = "en") -> bytes:
    """The manifest as PDF. Times are in this computer's zone. language: "en" or "zh_CN"."""
    words = DocumentWords(language)
    pages = a4.paginate(_blocks(doc, words), _FIRST_TOP, _NEXT_TOP)

    def around(pen: Pen, page: A4Page) -> None:
        _heading(pen, doc, words, page)
        if page.number == 1:
            _facts(pen, doc, words)
            _totals(pen, doc, words)

    return a4.draw(f"{words('manifest')} {doc.load}", pages, around, words.lost)


def _heading(pen: Pen, doc: Manifest, words: DocumentWords, page: A4Page) -> None:
    """Title and load, on every page: a loose page must show where it belongs."""
    pen.text(LEFT, 22, words("manifest"), 22, bold=True)
    load = a4.one_line(doc.load, 16, 90, bold=True)
    pen.text(RIGHT, 22, load, 16, bold=True, align=Align.RIGHT)
    pen.text(RIGHT, 15.5, words("load"), _LABEL_SIZE, align=Align.RIGHT)
    pen.rule(26, thick=0.6)
    pen.text(LEFT, a4.FOOT, a4.one_line(f"{doc.site} · {doc.carrier}", 8, 120), 8)
    foot = words("page", n=page.number, m=page.count)
    pen.text(RIGHT, a4.FOOT, foot, 8, align=Align.RIGHT)


def _facts(pen: Pen, doc: Manifest, words: DocumentWords) -> None:
    closed = doc.closed_at.astimezone() if doc.closed_at else None
    facts = (
        ("carrier", doc.carrier, LEFT, 62.0),
        ("dock", doc.dock, 80.0, 30.0),
        ("closed", f"{closed:%Y-%m-%d %H:%M}" if closed else words("open"), 113.0, 38.0),
        ("operator", doc.operator, 154.0, 41.0),
    )
    for key, value, x, width in facts:
        pen.text(x, _FACTS_TOP + 3, words(key), _LABEL_SIZE)
        pen.text(x, _FACTS_TOP + 9, a4.one_line(value or "–", 13, width, bold=True), 13, bold=True)
    pen.text(LEFT, _FACTS_TOP + 16, words("from"), _LABEL_SIZE)
    sender = " · ".join((doc.site, *doc.sender.lines()))
    pen.lines(LEFT, _FACTS_TOP + 17.5, a4.shortened(sender, 9, RIGHT - LEFT, 2), 9)


def kilograms(parcels: Sequence[ManifestParcel]) -> str:
    """The sum of the known weights, to the gram: "312.455". With "≈" where one is calculated."""
    about = "≈ " if any(parcel.calculated for parcel in parcels) else ""
    return f"{about}{sum(parcel.weight_g or 0 for parcel in parcels) / 1000:.3f}"


def _totals(pen: Pen, doc: Manifest, words: DocumentWords) -> None:
    top = _FACTS_TOP + 27
    pen.box(LEFT, top, RIGHT - LEFT, 15, grey=0.92)
    unweighed = sum(parcel.weight_g is None for parcel in doc.parcels)
    figures = (
        (words("parcels"), str(len(doc.parcels)), 18.0),
        (words("weight"), f"{kilograms(doc.parcels)} kg", 70.0),
        (words("missing"), str(len(doc.missing)), 154.0),
    )
    for caption, value, x in figures:
        pen.text(x, top + 4.5, caption, _LABEL_SIZE)
        pen.text(x, top + 12, value, 18, bold=True)
    if unweighed:
        caption = f"({words('unweighed', n=unweighed)})"
        pen.text(148, top + 4.5, caption, _LABEL_SIZE, align=Align.RIGHT)


def _blocks(doc: Manifest, words: DocumentWords) -> list[Block]:
    blocks = _table(doc.parcels, words, "loaded_list", "kg")
    if doc.missing:
        blocks += _table(doc.missing, words, "missing_list", "place")
    # The last row stays with the signature: alone on a page, it would sign for nothing.
    blocks[-1] = replace(blocks[-1], with_next=True)
    return [*blocks, _signature(words)]


def _table(
    parcels: Sequence[ManifestParcel], words: DocumentWords, title: str, last: str
) -> list[Block]:
    columns = (
        TableColumn(words("number"), LEFT, 10, Align.RIGHT),
        TableColumn("SSCC", 28, 37),
        TableColumn(words("order"), 67, 28, bold=True),
        TableColumn(words("receiver"), 97, 42),
        TableColumn(words("city"), 141, 24),
        TableColumn(words("country"), 167, 12) if last == "kg" else TableColumn("", 165, 1),
        TableColumn(words(last), 180, 15, Align.RIGHT)
        if last == "kg"
        else TableColumn(words(last), 167, 28, bold=True),
    )
    head = a4.table_head(columns)
    blocks = [_section(f"{words(title)} ({len(parcels)})"), head]
    for number, parcel in enumerate(parcels, 1):
        weight = "–" if parcel.weight_g is None else kilograms([parcel])
        tail = (parcel.country, weight) if last == "kg" else ("", parcel.place or "–")
        start = (str(number), parcel.sscc, parcel.order_ref, parcel.receiver, parcel.city)
        blocks.append(a4.table_row(columns, (*start, *tail), head))
    if not parcels:
        blocks.append(_note(words("none")))
    return blocks


def _section(text: str) -> Block:
    def paint(pen: Pen, top: float) -> None:
        pen.text(LEFT, top + 8, text, 12, bold=True)

    return Block(10, paint, with_next=True)


def _note(text: str) -> Block:
    def paint(pen: Pen, top: float) -> None:
        pen.text(LEFT, top + 5, text, 10)

    return Block(8, paint)


def _signature(words: DocumentWords) -> Block:
    """The four fields that the driver fills in by hand."""

    def paint(pen: Pen, top: float) -> None:
        pen.text(LEFT, top + 10, words("signature"), 12, bold=True)
        fields = (("driver", LEFT, 100.0), ("plate", 110.0, RIGHT), ("date", LEFT, 100.0))
        for place, (key, x, right) in enumerate((*fields, ("sign", 110.0, RIGHT))):
            y = top + 26 + (place // 2) * 20
            pen.rule(y, x=x, right=right, thick=0.3)
            pen.text(x, y + 4, words(key), _LABEL_SIZE)

    return Block(54, paint)
