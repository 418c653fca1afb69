"""Answers to searches, to be drawn and looked at."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from functools import cache

from PIL import Image

from app.domain.facts import FactKind, Kind
from app.domain.outcome import Values
from app.overview.order.view import (
    Box,
    Card,
    Found,
    FoundRow,
    Happened,
    LabelPicture,
    Line,
    OrderSheet,
    Step,
)
from tests.helpers.sample_parts import NOW

MINUTE = timedelta(minutes=1)
SSCC = "095213210000000018"
K = FactKind


def found(count: int = 12) -> Found:
    names = ("Ada Lovelace", "王小明", "Müller & Söhne Internationale Spedition GmbH", "Li Wei")
    states = (("PICKING", "packing"), ("ORDERED", "released"), ("DISPATCHED", "manifested"))
    rows = tuple(
        FoundRow(
            f"shop:SO-{10480 + number}",
            f"SO-{10480 + number}",
            "shop",
            names[number % 4],
            "Blue Heron Express" if number % 3 else "DHL",
            *states[number % 3],
            NOW + number * 20 * MINUTE if number % 4 else None,
        )
        for number in range(count)
    )
    return Found("so-104", rows, count)


def _event(at: int, what: FactKind, values: Values | None = None, **more: str) -> Happened:
    box = more.get("box", "")
    places = (("sscc", SSCC),) if box else ((("bin", more["bin"]),) if "bin" in more else ())
    return Happened(
        event=f"e{at}",
        at=NOW + (at - 90) * MINUTE,
        what=what.value,
        station=more.get("station", "P3"),
        device=more.get("device", "serial:/dev/ttyACM0"),
        who=more.get("who", "Anna Berg"),
        places=places,
        verdict="conflict" if "reason" in more else "applied",
        reason=more.get("reason", ""),
        values=values or {},
    )


def sheet() -> OrderSheet:
    mug: Values = {"sku": "MUG", "quantity": 1}
    clock: Values = {"sku": "CLOCK-OF-A-LONG-NAME-17", "quantity": 1}
    events = (
        _event(0, K.ORDER_PLACED, {"lines": 2, "units": 3}, who="", station="import", device=""),
        _event(12, K.UNIT_PICKED, {**mug, "line": 1, "to": "tote:T-22"}, bin="A-01-1"),
        _event(13, K.PICK_SHORT, {"sku": "MUG", "quantity": 1, "line": 1}, bin="A-01-1"),
        _event(20, K.PARCEL_OPENED, {"carton": "BOX-S"}, box="1"),
        _event(21, K.UNIT_PACKED, {**mug, "from": "tote:T-22"}, box="1"),
        _event(22, K.UNIT_PACKED, {**clock, "from": "tote:T-22"}, box="1"),
        _event(23, K.UNIT_PACKED, mug, box="1", reason="packed_twice", station="P1"),
        _event(25, K.PARCEL_WEIGHED, {"grams": 640, "verdict": "good"}, box="1"),
        _event(26, K.PARCEL_SEALED, box="1"),
        _event(30, K.LABEL_MISMATCH, {"code": "00095213210000000025"}, box="1"),
        _event(31, K.LABEL_PROVEN, box="1"),
    )
    inside = ((), (("MUG", 1),), (("MUG", 1), ("CLOCK-OF-A-LONG-NAME-17", 1)))
    steps = tuple(
        Step(one, 1, SSCC, "open", len(units), units)
        for one, units in zip(events[3:], (*inside, *(inside[2],) * 5), strict=True)
    )
    return OrderSheet(
        order="shop:SO-10480",
        ref="SO-10480",
        channel="shop",
        state="PICKING",
        sub_state="packing",
        customer="Ada Lovelace",
        address=("Ada Lovelace", "12 St James's Square", "SW1Y 4LB London", "United Kingdom"),
        carrier="Blue Heron Express",
        service="express",
        placed_at=NOW - 90 * MINUTE,
        cut_off=NOW + 40 * MINUTE,
        dispatched_at=None,
        hold="",
        note="Gift",
        parked="",
        worked_by="P3",
        totes=("T-22",),
        lines=(
            Line(1, "MUG", "Orange mug 300 ml", 3, 2, 1, 1),
            Line(2, "CLOCK-OF-A-LONG-NAME-17", "Clock", 1, 1, 1, 0, "SN 71"),
        ),
        boxes=(
            Box(
                1,
                SSCC,
                "BOX-S",
                "sealed",
                "proven",
                "",
                "P3",
                "",
                640,
                (("MUG", 1, "", ""), ("CLOCK-OF-A-LONG-NAME-17", 1, "LOT-9", "71")),
            ),
            Box(2, "095213210000000025", "BOX-L", "open", "failed", "paper_out", "", "", None, ()),
        ),
        happened=events,
        cards=(
            Card("packed_twice", Kind.ORDER.value, "shop:SO-10480", NOW - 67 * MINUTE, 1, ("e23",)),
            Card(
                "short",
                Kind.ORDER.value,
                "shop:SO-10480",
                NOW - 77 * MINUTE,
                2,
                ("e13",),
                "pick_again",
                "one lies in reserve",
                "Olive Hart",
                NOW - 60 * MINUTE,
                "Olive Hart",
            ),
        ),
        steps=steps,
        labels=(),
        facts=len(events),
        sha256="5f" * 32,
    )


@cache
def png() -> bytes:
    """A picture in the shape of a label."""
    image = Image.new("L", (406, 609), 255)
    for at in range(40, 360, 8):
        image.paste(0, (at, 400, at + 3 + at % 3, 560))
    held = io.BytesIO()
    image.save(held, "PNG")
    return held.getvalue()


def with_labels() -> OrderSheet:
    return replace(sheet(), labels=(LabelPicture(1, SSCC, f"label-{SSCC}-1.png", png()),))


SHEETS: Mapping[str, Callable[[], OrderSheet]] = {"plain": sheet, "labels": with_labels}
