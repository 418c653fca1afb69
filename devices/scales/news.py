"""Telling the engine how a scale is, once per change."""

from __future__ import annotations

from collections.abc import Callable

from app.device_api import Ability, DeviceChanged, DeviceKind, DeviceState, Submit, Trouble

Report = Callable[[DeviceState, Trouble | None, str], None]
"""(state, trouble, detail) of one device; called at every look, tells only what changed."""

_LOST = {Trouble.NOT_ANSWERING, Trouble.CONNECTION_LOST, Trouble.NOT_CONNECTED}


def state_of(trouble: Trouble | None) -> DeviceState:
    if trouble is None:
        return DeviceState.READY
    return DeviceState.LOST if trouble in _LOST else DeviceState.FAULT


def reporter(device: str, name: str, abilities: tuple[Ability, ...], submit: Submit) -> Report:
    """A Report that submits DeviceChanged; made anew for each opening of the device.

    That the device was opened, READY, is told by whoever opens it.
    """
    told: tuple[DeviceState, Trouble | None] = (DeviceState.READY, None)

    def report(state: DeviceState, trouble: Trouble | None, detail: str) -> None:
        nonlocal told
        if (state, trouble) == told:
            return
        told = (state, trouble)
        submit(DeviceChanged(DeviceKind.SCALE, device, state, trouble, detail, name, abilities))

    return report
