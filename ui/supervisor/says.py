"""Turns what a board tells into words of the language shown (main thread)."""

from __future__ import annotations

from app.device_api import DeviceKind, Trouble
from app.domain.plan.flow import FlowStep
from ui import messages
from ui.supervisor.words import STEPS


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
