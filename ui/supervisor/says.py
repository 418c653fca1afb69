"""Turns what a board tells into words of the language shown (main thread)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from app.device_api import DeviceKind, Trouble
from app.domain.alarms import OpenAlarm
from app.domain.plan.flow import FlowStep
from app.domain.thresholds import AlarmKind
from app.overview.view import Note
from ui import messages
from ui.supervisor.words import NOTES, STEPS
from ui.words.alarms import ALARMS, LATE


def step_words(step: FlowStep) -> str:
    """What a step of the flow is called."""
    return messages.translated("Board", STEPS[step])


def step_count(waits: int) -> str:
    """So many orders are on hold."""
    return f"{step_words(FlowStep.WAITS)}: {waits}"


def device_trouble(kind: str, trouble: str) -> str:
    """Which device needs a hand, and why; what this program does not know stays as it is."""
    known = kind in DeviceKind._value2member_map_ and trouble in Trouble._value2member_map_
    if not known:
        return f"{kind}: {trouble}"
    return f"{messages.kind_words(DeviceKind(kind))}: {messages.trouble_words(Trouble(trouble))[0]}"


def alarm_words(one: OpenAlarm, now: datetime) -> tuple[str, str]:
    """What an alarm is about, and what is wrong there."""
    thing, what = ALARMS[one.kind]
    values: dict[str, object] = {"about": one.about, **one.values}
    if one.kind is AlarmKind.LATE_TO_CUT_OFF:
        what = LATE if one.values.get("late") else what
        values["time"] = _clock(str(one.values.get("at", "")), now)
    if one.kind is AlarmKind.DEVICE_DOWN:
        known = [str(one.values.get(name, "")) for name in ("device", "trouble")]
        values["trouble"] = device_trouble(*known)
    return messages.fill(thing, values), messages.fill(messages.translated("Alarm", what), values)


def _clock(text: str, now: datetime) -> str:
    try:
        return messages.clock_words(datetime.fromisoformat(text), now)
    except (ValueError, TypeError):
        return text


def note_words(notes: Collection[Note]) -> str:
    """What hinders alarms, the worst alone; "" = nothing."""
    found = next((note for note in NOTES if note in notes), None)
    return messages.words(NOTES[found]) if found is not None else ""


def age(since: datetime, now: datetime) -> str:
    """How long ago, in the two largest units that say it."""
    minutes = max(0, int((now - since) / timedelta(minutes=1)))
    if minutes < 60:
        return messages.words("board_age_short", minutes=minutes)
    if minutes < 24 * 60:
        return messages.words("board_age", hours=minutes // 60, minutes=minutes % 60)
    return messages.words("board_age_days", days=minutes // (24 * 60))
