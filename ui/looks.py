"""Shapes and colours: which icon stands for which command, prompt, answer and device."""

from __future__ import annotations

from app.device_api import DeviceChanged, DeviceKind, DeviceState, Trouble
from app.domain.commands import DIGITS, Command
from app.domain.outcome import Outcome, Prompt, Severity
from ui import rooms

COMMAND_IMAGES: dict[Command, str] = {
    Command.OK: "check",
    Command.UNDO: "undo-2",
    Command.CLEAR: "eraser",
    Command.SHORT: "package-x",
    Command.DAMAGED: "heart-crack",
    Command.BOX: "package-plus",
    Command.CLOSE: "archive",
    Command.PRINT: "printer",
    Command.SLIP: "list-checks",
    Command.FINISH: "circle-check",
    Command.HOLD: "pause",
    Command.SKIP: "skip-forward",
    Command.HELP: "life-buoy",
    Command.LOCK: "lock",
    Command.SIGN_OUT: "log-out",
    Command.HOME: "house",
    Command.NEXT: "arrow-right",
    Command.PICK: "shopping-basket",
    Command.PACK: "package",
    Command.LOAD: "truck",
    Command.COUNT: "boxes",
    Command.MOVE: "arrow-right",
    Command.STATUS: "tag",
    Command.EXCEPTIONS: "triangle-alert",
    Command.REMOVE: "package-minus",
    Command.REOPEN: "package-open",
    Command.FREE: "package-plus",
    Command.SUBSTITUTE: "list-checks",
    Command.WEIGH: "scale",
    Command.TEST: "scan-barcode",
    Command.DELETE: "delete",
    Command.MANAGE: "user",
    Command.UNDERSTOOD: "check",
    **dict.fromkeys(DIGITS, ""),
}

SEVERITY_IMAGES: dict[Severity, str] = {
    Severity.INFO: "info",
    Severity.GOOD: "circle-check",
    Severity.DONE: "package-check",
    Severity.SOFT: "triangle-alert",
    Severity.BAD: "octagon-x",
    Severity.STOP: "hand",
}

DEVICE_IMAGES: dict[DeviceKind, str] = {
    DeviceKind.SCANNER: "scan-barcode",
    DeviceKind.PRINTER: "printer",
    DeviceKind.SCALE: "scale",
}

_DEVICE_TONES: dict[DeviceState, str] = {
    DeviceState.READY: "muted",
    DeviceState.BUSY: "warn",
    DeviceState.LOST: "bad",
    DeviceState.DENIED: "bad",
    DeviceState.FAULT: "bad",
}


def device_tone(device: DeviceChanged) -> str:
    """The device's colour: "muted" without trouble; a printer at work has none."""
    return "muted" if device.trouble is Trouble.PRINTING else _DEVICE_TONES[device.state]


def bar_image(prompt: Prompt, answer: Outcome | None) -> str:
    """The bar's icon: the severity for a refusal or a finished whole, else the prompt's own."""
    if answer is None or answer.severity in {Severity.INFO, Severity.GOOD}:
        return rooms.ICONS[prompt]
    if answer.severity is Severity.DONE and answer.kind not in rooms.WHOLE:
        return rooms.ICONS[prompt]
    return SEVERITY_IMAGES[answer.severity]


def bar_ground(answer: Outcome | None) -> str:
    """The bar's colour: "action" is blue, "ok" green for a whole thing done.

    What went wrong is "warn" or "bad".
    """
    if answer is None:
        return "action"
    if answer.severity is Severity.DONE:
        return "ok" if answer.kind in rooms.WHOLE else "action"
    return {Severity.SOFT: "warn", Severity.BAD: "bad", Severity.STOP: "bad"}.get(
        answer.severity, "action"
    )


def command_image(command: Command, place: str = "") -> str:
    return rooms.ICONS_AT.get(place, {}).get(command, COMMAND_IMAGES[command])


def is_primary(command: Command, place: str = "") -> bool:
    """Whether the key is the one that goes on; not where the command means something else."""
    return command in {Command.FINISH, Command.OK} and command not in rooms.ICONS_AT.get(place, {})
