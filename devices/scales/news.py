"""Reports to the engine how a scale is, once for each change."""

from __future__ import annotations

from collections.abc import Callable

from app.device_api import Ability, DeviceChanged, DeviceKind, DeviceState, Submit, Trouble

ReportState = Callable[[DeviceState, Trouble | None, str], None]
"""Takes (state, trouble, detail) of one scale at every look, and submits only changes."""

_LOST = {Trouble.NOT_ANSWERING, Trouble.CONNECTION_LOST, Trouble.NOT_CONNECTED}


def state_of(trouble: Trouble | None) -> DeviceState:
    if trouble is None:
        return DeviceState.READY
    return DeviceState.LOST if trouble in _LOST else DeviceState.FAULT


def reporter(device: str, name: str, abilities: tuple[Ability, ...], submit: Submit) -> ReportState:
    """A ReportState that submits DeviceChanged. Make a new one each time the scale is opened.

    It begins at READY: the supervisor has already reported that the scale was opened.
    """
    told: tuple[DeviceState, Trouble | None] = (DeviceState.READY, None)

    def report(state: DeviceState, trouble: Trouble | None, detail: str) -> None:
        nonlocal told
        if (state, trouble) == told:
            return
        told = (state, trouble)
        submit(DeviceChanged(DeviceKind.SCALE, device, state, trouble, detail, name, abilities))

    return report
