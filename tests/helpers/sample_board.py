"""Boards to be drawn and looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from app.domain.alarms import OpenAlarm, Value
from app.domain.facts import Kind
from app.domain.plan.flow import FlowStep
from app.domain.plan.forecast import Forecast
from app.domain.thresholds import AlarmKind
from app.overview.view import BoardView, CutOffBar, Note, OldOrder, OpenCard, StationTile
from tests.helpers.sample_parts import NOW

MINUTE = timedelta(minutes=1)
_FLOW = dict(zip(FlowStep, (3, 48, 22, 31, 9, 2, 77, 137, 0), strict=True))


def _at(minutes: int) -> datetime:
    return NOW + minutes * MINUTE


def _bar(carrier: str, minutes: int, planned: int, packed: int, **more: int) -> CutOffBar:
    loaded, waits = more.get("loaded", 0), more.get("waits", 0)
    missed = more.get("missed", 0)
    chance = more.get("chance", 100) / 100
    told = Forecast(_at(minutes - 12 + 2 * missed), _at(minutes - 2 + 3 * missed), chance)
    left = planned - packed - loaded - waits
    return CutOffBar(
        carrier,
        _at(minutes),
        planned,
        packed,
        loaded,
        waits,
        told if left else None,
        missed,
        more.get("saved", 0),
    )


def _alarm(number: int, kind: AlarmKind, about: str, ago: int, **values: Value) -> OpenAlarm:
    return OpenAlarm(f"a{number}", kind, about, values, _at(-ago), _at(-ago))


def alarms() -> tuple[OpenAlarm, ...]:
    """One of each kind; of some nobody knows, one has escalated."""
    k, dhl = AlarmKind, _at(38).isoformat()
    found = [
        _alarm(1, k.LATE_TO_CUT_OFF, "DHL/x", 3, carrier="DHL", at=dhl, missed=14, late=0),
        _alarm(2, k.DEVICE_DOWN, "P5/printer", 9, device="printer", trouble="paper_out"),
        _alarm(3, k.BIN_SHORTS, "A-05-2", 26, count=4, hours=8),
        _alarm(4, k.IDLE_ORDER, "shop:1", 61, ref="SO-10377", station="P5", minutes=61),
        _alarm(5, k.NO_STOCK, "MUG-BLUE-500", 75, orders=3, units=7, ref="SO-10402"),
        _alarm(6, k.MIX_UP, "TEA-A/TEA-B", 90, expected="TEA-A", scanned="TEA-B", count=6),
        _alarm(7, k.STATION_OFFLINE, "P7", 12, operator="12"),
        _alarm(8, k.PRINTER_FAULTS, "P4", 20, count=5, minutes=60),
        _alarm(9, k.BELOW_ZERO, "C-11-4", 200, times=2),
    ]
    found[1] = replace(found[1], values={**found[1].values, "station": "P5"})
    found[2] = replace(found[2], escalated=True)
    for number in (3, 8):
        known = {"acknowledged_at": _at(-1), "acknowledged_by": "12"}
        found[number] = replace(found[number], **known)  # type: ignore[arg-type]  # both are its
    return tuple(found)


def busy() -> BoardView:
    """A truck that is missed, one that nobody can say, one that is made; a call; a bench away."""
    names = ("Anna Berg", "Li Wei", "Tomás Rey", "Marta Lind", "王小明", "Olive Hart")
    tiles = [
        StationTile(
            f"P{number}",
            names[number % 6],
            f"SO-{10480 + number}",
            NOW,
            12.0 + number,
            tuple((number * 7 + at * 5) % 4 for at in range(12)),
        )
        for number in range(1, 13)
    ]
    tiles[0] = replace(tiles[0], station="P3", help_since=_at(-1))
    tiles[1] = replace(tiles[1], station="P7", seen_at=_at(-9), away=True, order="")
    tiles[3] = replace(tiles[3], troubles=(("printer", "paper_out"),))
    tiles[4] = replace(tiles[4], behind=True, version="0.0.9")
    tiles[2] = replace(tiles[2], idle_since=_at(-14), order="", per_hour=0.0)
    return BoardView(
        now=NOW,
        at=NOW,
        online=True,
        flow=_FLOW,
        late=4,
        tasks=6,
        exceptions=5,
        bars=(
            _bar("Northwind Parcel", -8, 40, 0, loaded=38),
            _bar("DHL", 38, 260, 75, loaded=137, missed=14, saved=9, chance=3),
            _bar("Blue Heron Express", 62, 84, 30, loaded=20, chance=66, saved=2),
            _bar("UPS", 120, 55, 50, loaded=2),
            _bar("Deutsche Post", 300, 12, 10, waits=2),
            _bar("DHL", 1480, 31, 31),
        ),
        tiles=tuple(tiles),
        alarms=alarms()[:4],
        people={"12": "Marta Lind"},
        oldest=(
            OldOrder("SO-10311", FlowStep.WAITS, _at(-3 * 24 * 60), late=True),
            OldOrder("SO-10402", FlowStep.TO_PICK, _at(-182), late=True),
            OldOrder("SO-10420", FlowStep.PACKING, _at(-95), late=False),
            OldOrder("WEB-2026-000918-A", FlowStep.TO_PICK, _at(-41), late=False),
        ),
        cards=(
            OpenCard("a", "help_wanted", Kind.OPERATOR.value, "Anna Berg", _at(-1), "P3", 1),
            OpenCard("b", "short", Kind.ORDER.value, "SO-10402", _at(-12), "P2", 1),
            OpenCard("c", "negative_stock", Kind.BIN.value, "A-05-2", _at(-33), "P1", 3),
            OpenCard("d", "packed_incomplete", Kind.ORDER.value, "SO-10377", _at(-61), "P5", 1),
            OpenCard("e", "parcels_missing", Kind.LOAD.value, "L-88", _at(-1500), "P1", 1),
        ),
    )


def quiet() -> BoardView:
    return BoardView(now=NOW, at=NOW, online=True, flow=dict.fromkeys(FlowStep, 0))


def away() -> BoardView:
    return replace(busy(), now=_at(4), online=False, notes=frozenset({Note.NOT_KEPT}))


def many() -> BoardView:
    """More of everything than there is room for."""
    full = busy()
    tiles = tuple(replace(full.tiles[5], station=f"PACK-{number:03}") for number in range(200))
    long = "Internationale Spedition Müller & Söhne"
    bars = tuple(replace(full.bars[1], carrier=long, planned=12345) for _ in range(30))
    cards = tuple(replace(full.cards[1], name="WEB-2026-0009187766-A") for _ in range(50))
    flow = dict.fromkeys(FlowStep, 123456)
    full = replace(full, alarms=20 * alarms(), notes=frozenset(Note))
    return replace(full, tiles=tiles, bars=bars, cards=cards, flow=flow, exceptions=1234)


BOARDS: Mapping[str, Callable[[], BoardView]] = {
    "busy": busy,
    "quiet": quiet,
    "away": away,
    "many": many,
    "first": lambda: BoardView(now=NOW),
}
