"""From when on a state of the floor is an alarm, as the site decides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import timedelta
from enum import StrEnum


class AlarmKind(StrEnum):
    """Why a person must look. What each is about, and its values, stands beside it."""

    LATE_TO_CUT_OFF = "late_to_cut_off"  # a truck: carrier, at, missed, late
    IDLE_ORDER = "idle_order"  # an order's id: ref, station, minutes
    STATION_OFFLINE = "station_offline"  # a station: operator
    DEVICE_DOWN = "device_down"  # a device of a station: station, device, trouble
    PRINTER_FAULTS = "printer_faults"  # a station: count, minutes
    BIN_SHORTS = "bin_shorts"  # a bin: count, hours
    MIX_UP = "mix_up"  # a pair of SKUs: expected, scanned, count
    BELOW_ZERO = "below_zero"  # a bin: times
    NO_STOCK = "no_stock"  # a SKU: orders, units, ref (one of the orders)


def _limit(default: int, most: int, what: str, least: int = 0) -> int:
    """A whole number from `least` to `most`, and what it means to a person."""
    made: int = field(default=default, metadata={"least": least, "most": most, "what": what})
    return made


@dataclass(frozen=True)
class Thresholds:
    """What counts is 0 where there are no alarms of that kind."""

    late_orders: int = _limit(1, 10**4, "alarm: orders that will miss their truck, or have")
    idle_minutes: int = _limit(45, 10**4, "alarm: minutes that a begun order stands still")
    offline_minutes: int = _limit(
        10, 10**4, "alarm: minutes without a word of a station where somebody is signed in"
    )
    device_minutes: int = _limit(2, 10**4, "alarm: minutes that a device needs a hand")
    printer_faults: int = _limit(
        3, 10**4, "alarm: labels that failed at a station within alarm_printer_minutes"
    )
    printer_minutes: int = _limit(60, 1440, "within so many minutes failed labels are counted")
    bin_shorts: int = _limit(3, 10**4, "alarm: goods missed in a bin within alarm_short_hours")
    short_hours: int = _limit(8, 72, "within so many hours missed goods are counted")
    mix_ups: int = _limit(5, 10**4, "alarm: mis-scans of a pair within alarm_mix_up_days")
    mix_up_days: int = _limit(7, 90, "within so many days mis-scans are counted")
    below_zero: int = _limit(1, 1, "alarm: a bin whose books say less than nothing (1 = yes)")
    no_stock: int = _limit(1, 10**4, "alarm: released orders that wait for goods of one SKU")
    escalate_minutes: int = _limit(
        15, 10**4, "an alarm escalates after so many minutes without a word (0 = never)"
    )
    # Watchers ask some things each at its own time: until both have, they differ.
    clear_minutes: int = _limit(
        2, 1440, "so many minutes all is well before an alarm is over", least=1
    )

    @classmethod
    def asked(cls) -> Iterator[tuple[str, int, tuple[int, int], str]]:
        """(name, default, smallest and largest value, what it means) of each."""
        for one in fields(cls):
            told = one.metadata
            yield one.name, int(str(one.default)), (told["least"], told["most"]), told["what"]

    @classmethod
    def of(cls, told: Mapping[str, int]) -> Thresholds:
        """told: by name; what is not there has its default."""
        return cls(**{one.name: told[one.name] for one in fields(cls) if one.name in told})

    def delay(self, kind: AlarmKind) -> timedelta:
        """For how long it must hold before anybody is told: a roll of paper is soon changed, and a
        forecast wavers.
        """
        if kind is AlarmKind.DEVICE_DOWN:
            return timedelta(minutes=self.device_minutes)
        return timedelta(minutes=1 if kind is AlarmKind.LATE_TO_CUT_OFF else 0)
