"""The fact of units that leave a bin for an order, or come back into it."""

from __future__ import annotations

from typing import Any

from app.domain import codec
from app.domain.capture import Unit
from app.domain.facts import FactKind, Kind, NewFact, Subject, serial_id
from app.domain.pick.task import PickStop


def unit_fact(kind: FactKind, order: str, stop: PickStop, unit: Unit) -> NewFact:
    body: dict[str, Any] = {
        "line": stop.line,
        "sku": unit.sku,
        "bin": stop.bin,
        "quantity": unit.quantity,
    }
    if unit.pack:
        body["pack"] = codec.dump(unit.pack)
    if unit.lot:
        body["lot"] = unit.lot
    if unit.serial:
        body["serial"] = unit.serial
    if unit.lot or unit.serial:
        body["noted"] = True  # the order's line keeps which units these are
    if unit.expiry:
        body["expiry"] = unit.expiry.isoformat()
    if unit.key is not None:  # None: taken by a program of before there were keys
        body["key"] = codec.dump(unit.key)
    subjects: tuple[Subject, ...] = (Subject(Kind.ORDER, order), Subject(Kind.BIN, stop.bin))
    if unit.serial:
        subjects = (*subjects, Subject(Kind.SERIAL, serial_id(unit.sku, unit.serial)))
    return NewFact(kind, subjects, body)
