"""What a person asks the centre about orders: which there are, and all that is known of one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from glob import escape
from pathlib import Path

from app.domain.facts import Kind, Subject
from app.domain.packs import in_fact
from app.domain.rows.exceptions import exception_name
from app.domain.rows.orders import Order, OrderLine
from app.domain.rows.things import ExceptionRow, Parcel
from app.files import NotWritten, file_name, write_whole
from app.overview.order.evidence import as_pdf
from app.overview.order.record import as_json
from app.overview.order.replay import contents, played
from app.overview.order.timeline import Names, by_time, last_proof, places
from app.overview.order.view import (
    SHOWN,
    Box,
    Card,
    Found,
    FoundRow,
    Happened,
    LabelPicture,
    Line,
    OrderSheet,
    Saved,
    Step,
)
from app.sync.ask import decoded
from app.sync.centre import SqlCentre
from app.sync.find import Hit
from app.sync.port import EventRow

_MOST_PICTURES = 20
_INNER = frozenset({"digest", "card", "ends", "noted", "sscc", "bin", "tote", "shelf", "load"})
"""Values that are shown in a column of their own, or are for programs."""


def found(centre: SqlCentre, text: str, *, scanned: bool = False) -> Found:
    """Orders that this text finds. scanned: it may be a badge, which nobody searches for."""
    if scanned and _is_badge(centre, text):
        return Found("", badge=True)
    told = centre.search(text, SHOWN)
    if told.hits:
        return Found(text, tuple(map(_row, told.hits)), told.total)
    return Found(text, tuple(map(_row, told.near)), len(told.near), near=bool(told.near))


def _is_badge(centre: SqlCentre, text: str) -> bool:
    digest = hashlib.sha256(text.strip().encode()).hexdigest()
    return any(digest in body for body in centre.digests(Kind.OPERATOR).values())


def _row(hit: Hit) -> FoundRow:
    return FoundRow(
        hit.order,
        hit.ref,
        hit.channel,
        hit.customer,
        hit.carrier,
        hit.state.value,
        hit.sub.value,
        hit.cut_off,
        ", ".join(word for _by, word in hit.found),
    )


def sheet(centre: SqlCentre, name: str, labels: Path) -> OrderSheet | None:
    """All that is known of an order; None = the centre has no such order.

    labels: the folder in which this machine keeps the labels that it has printed into files.
    """
    row = centre.row(Kind.ORDER, name)
    if row is None:
        return None
    order: Order = decoded(row)
    names = Names(centre)
    applied = centre.timeline(Kind.ORDER, name)
    events = {one.fact.event_id: _happened(one, names) for one in applied}
    boxes = tuple(_box(centre, mark.sscc, mark.number, mark.stage.value) for mark in order.parcels)
    proof = last_proof(applied)
    return OrderSheet(
        order=name,
        ref=order.ref,
        channel=order.channel,
        state=order.state.value,
        sub_state=order.sub.value,
        customer=order.customer.receiver,
        address=order.customer.lines(),
        carrier=order.carrier,
        service=order.service,
        placed_at=order.placed_at,
        cut_off=order.cut_off,
        dispatched_at=order.dispatched_at,
        hold=order.held_for,
        note=" · ".join(text for text in (order.note, order.gift_message) if text),
        parked=order.parked,
        worked_by=order.worked_by,
        totes=order.totes,
        lines=tuple(map(_line, order.lines)),
        boxes=boxes,
        happened=tuple(events[row.fact.event_id] for row in by_time(applied)),
        cards=tuple(_cards(centre, name, order, applied, names)),
        steps=tuple(
            Step(
                events[one.fact.event_id],
                box.number,
                box.sscc,
                box.stage.value,
                box.units,
                tuple(contents(box).items()),
            )
            for one, box in played(name, applied)
        ),
        labels=tuple(_pictures(labels, boxes)),
        facts=proof.facts,
        sha256=proof.sha256,
    )


def _line(line: OrderLine) -> Line:
    asked = ", ".join(text for text in (line.lot, line.serial) if text)
    taken = (line.ordered, line.picked, line.packed, line.short)
    return Line(line.number, line.sku, line.name, *taken, asked)


def _happened(row: EventRow, names: Names) -> Happened:
    fact, body = row.fact, dict(row.fact.body)
    return Happened(
        event=fact.event_id,
        at=fact.occurred_at,
        what=fact.kind,
        station=fact.origin,
        device=fact.device,
        who=names(fact.operator) or fact.operator,
        places=places(body),
        verdict=row.verdict,
        reason=row.reason,
        values=_values(body),
        pack=in_fact(body),
    )


def _values(body: Mapping[str, object]) -> dict[str, str | int]:
    return {
        key: value
        for key, value in body.items()
        if isinstance(value, str | int) and value != "" and key not in {*_INNER, "order"}
    }


def _box(centre: SqlCentre, sscc: str, number: int, stage: str) -> Box:
    """Its stage is from the order's row, the rest from its own."""
    row = centre.row(Kind.PARCEL, sscc)
    box: Parcel = decoded(row) if row else Parcel(sscc, "", number)
    return Box(
        number,
        sscc,
        box.carton,
        stage,
        box.label.value,
        box.label_reason,
        box.place,
        box.load,
        box.grams,
        tuple((one.sku, one.quantity, one.lot, one.serial) for one in box.contents),
    )


# --- exceptions -----------------------------------------------------------------------------------


def _cards(
    centre: SqlCentre, name: str, order: Order, applied: Sequence[EventRow], names: Names
) -> Iterator[Card]:
    """Those that wait, and of those that are over the ones that the order's own facts name."""
    about = {(Kind.ORDER.value, name)}
    about |= {(Kind.PARCEL.value, mark.sscc) for mark in order.parcels}
    rows = {
        key: row
        for key, row in centre.exceptions(closed=False).items()
        if (row.subject_kind, row.subject_id) in about or row.order == name
    }
    for key in dict.fromkeys(_named(applied, about)):
        stored = None if key in rows else centre.row(Kind.EXCEPTION, key)
        if stored is not None:
            rows[key] = decoded(stored)
    for row in sorted(rows.values(), key=lambda one: one.opened_at):
        yield _card(row, names)


def _named(applied: Sequence[EventRow], about: set[tuple[str, str]]) -> Iterator[str]:
    """Ids of the exceptions that these facts may have opened."""
    for row in applied:
        reason = row.reason or str(row.fact.body.get("reason", ""))
        if reason:
            for kind, what in sorted(about):
                yield exception_name(reason, Subject(Kind(kind), what), row.fact.origin).id
        yield from (what for kind, what in row.fact.subjects if kind == Kind.EXCEPTION.value)


def _card(row: ExceptionRow, names: Names) -> Card:
    return Card(
        row.reason,
        row.subject_kind,
        row.subject_id,
        row.opened_at,
        row.times,
        row.evidence,
        row.decision,
        row.note,
        names(row.decided_by) or row.decided_by,
        row.closed_at if row.closed else None,
        names(row.closed_by) or row.closed_by,
    )


# --- paper ----------------------------------------------------------------------------------------


def _pictures(folder: Path, boxes: Sequence[Box]) -> Iterator[LabelPicture]:
    """Of each box the label that was printed last."""
    for box in boxes[:_MOST_PICTURES]:
        files = sorted(folder.glob(f"label-{escape(box.sscc)}-*.png"), key=_print_order)
        for file in files[-1:]:
            try:
                yield LabelPicture(box.number, box.sscc, file.name, file.read_bytes())
            except OSError:
                continue  # as good as none


def _print_order(file: Path) -> tuple[int, str]:
    return len(file.name), file.name  # their last part is a number


def save_evidence(centre: SqlCentre, name: str, folder: Path, now: datetime) -> Saved:
    """Write the order's evidence into the folder."""
    pdf = as_pdf(as_json(centre, name), now)
    return save(folder / f"evidence-{file_name(name)}.pdf", pdf)


def save(path: Path, content: bytes) -> Saved:
    """Write a file, whose folder is made."""
    try:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise NotWritten(path, error) from error
        write_whole(path, content)
    except NotWritten as fault:
        return Saved(str(path), fault.trouble)
    return Saved(str(path))
