"""Which states are alarms."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from app.domain.alarms import (
    MOST,
    Alarm,
    Begun,
    Bench,
    Mishap,
    Missing,
    MixUp,
    Sight,
    Truck,
    alarms,
)
from app.domain.facts import Kind
from app.domain.rows.ends import NEGATIVE
from app.domain.rows.site_rules import setting, thresholds
from app.domain.rows.things import ExceptionRow
from app.domain.thresholds import AlarmKind, Thresholds
from tests.helpers.model import START

MINUTE = timedelta(minutes=1)
K = AlarmKind


def ago(minutes: int) -> datetime:
    return START - minutes * MINUTE


def card(reason: str) -> ExceptionRow:
    return ExceptionRow("e", reason, Kind.BIN.value, "B1", "P1", "11", ago(5), times=2)


ILL = Bench("P1", START, "", (("printer", "paper_out"),))
FULL = Sight(
    trucks=(Truck("DHL", START + 30 * MINUTE, 4, 0), Truck("UPS", ago(10), 0, 2)),
    begun=(Begun("shop:1", "SO-1", "P1", ago(50)), Begun("shop:2", "SO-2", "", ago(44))),
    benches=(ILL, Bench("P2", ago(12), "12"), Bench("P3", ago(90), "")),
    exceptions=(card(NEGATIVE), card("short")),
    mishaps=(
        *(Mishap(K.PRINTER_FAULTS, "P4", ago(at)) for at in (1, 2, 3)),
        *(Mishap(K.PRINTER_FAULTS, "P5", ago(at)) for at in (1, 59, 60)),
        *(Mishap(K.BIN_SHORTS, "B7", ago(60 * at)) for at in (0, 3, 7)),
    ),
    mix_ups=(MixUp("TEA-A", "TEA-B", 5), MixUp("TEA-A", "TEA-C", 4)),
    missing=(Missing("MUG", 3, 7, "SO-9"),),
)


def found(sight: Sight = FULL, limits: Thresholds | None = None) -> dict[str, Alarm]:
    told = alarms(sight, limits or Thresholds(), START)
    return {f"{one.kind} {one.about}": one for one in told}


def test_each_kind_is_raised_by_its_state_alone() -> None:
    told = found()
    truck, gone = (one.isoformat() for one in (START + 30 * MINUTE, ago(10)))
    assert set(told) == {
        f"late_to_cut_off DHL/{truck}",
        f"late_to_cut_off UPS/{gone}",
        "idle_order shop:1",
        "station_offline P2",
        "device_down P1/printer",
        "printer_faults P4",
        "bin_shorts B7",
        "mix_up TEA-A/TEA-B",
        "below_zero B1",
        "no_stock MUG",
    }
    assert told["idle_order shop:1"].values == {"ref": "SO-1", "station": "P1", "minutes": 50}
    assert told["idle_order shop:1"].since == ago(50)
    assert told["no_stock MUG"].values == {"orders": 3, "units": 7, "ref": "SO-9"}
    assert told["printer_faults P4"].values == {"count": 3, "minutes": 60}
    assert told["device_down P1/printer"].values["trouble"] == "paper_out"


def test_where_all_stand_still_no_order_is_idle() -> None:
    assert not any(name.startswith("idle") for name in found(replace(FULL, moving=False)))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("late_orders", K.LATE_TO_CUT_OFF),
        ("idle_minutes", K.IDLE_ORDER),
        ("offline_minutes", K.STATION_OFFLINE),
        ("device_minutes", K.DEVICE_DOWN),
        ("printer_faults", K.PRINTER_FAULTS),
        ("bin_shorts", K.BIN_SHORTS),
        ("mix_ups", K.MIX_UP),
        ("below_zero", K.BELOW_ZERO),
        ("no_stock", K.NO_STOCK),
    ],
)
def test_a_threshold_of_zero_switches_its_kind_off(name: str, kind: AlarmKind) -> None:
    kinds = {one.kind for one in alarms(FULL, Thresholds.of({name: 0}), START)}
    assert kinds == set(K) - {kind}


def test_the_site_decides_from_when_on_it_is_an_alarm() -> None:
    told = thresholds({"alarm_idle_minutes": "51", "alarm_mix_ups": "-1", "alarm_no_stock": "x"})
    assert told == Thresholds(idle_minutes=51)
    assert "idle_order shop:1" not in found(limits=told)
    with pytest.raises(ValueError, match="from 1 to 1440"):
        setting("alarm_clear_minutes", "1441")


def test_a_flood_is_cut_to_the_oldest() -> None:
    many = tuple(Begun(f"shop:{at}", f"SO-{at}", "", ago(60 + at)) for at in range(MOST + 5))
    told = alarms(Sight(begun=many), Thresholds(), START)
    assert len(told) == MOST
    assert told[0].about == f"shop:{MOST + 4}" and "shop:4" not in {one.about for one in told}


def test_paper_is_changed_and_forecasts_waver_before_anybody_is_told() -> None:
    limits = Thresholds(device_minutes=7)
    assert limits.delay(K.DEVICE_DOWN) == 7 * MINUTE
    assert limits.delay(K.LATE_TO_CUT_OFF) == MINUTE
    assert limits.delay(K.NO_STOCK) == timedelta(0)
