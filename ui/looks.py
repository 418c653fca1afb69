"""Shapes: which icon stands for which command, prompt, answer and device."""

from __future__ import annotations

from app.device_api import DeviceChanged, DeviceKind, DeviceState, Trouble
from app.domain.commands import DIGITS, Command
from app.domain.outcome import Outcome, OutcomeKind, Prompt, Severity

COMMAND_IMAGES: dict[Command, str] = {
    Command.OK: "check",
    Command.UNDO: "undo-2",
    Command.CLEAR: "eraser",
    Command.SHORT: "package-x",
    Command.DAMAGED: "heart-crack",
    Command.BOX: "package-plus",
    Command.CLOSE: "archive",
    Command.PRINT: "printer",
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
    Command.REMOVE: "package-minus",
    Command.WEIGH: "scale",
    Command.TEST: "scan-barcode",
    Command.DELETE: "delete",
    **dict.fromkeys(DIGITS, ""),
}

IMAGES_AT: dict[str, dict[Command, str]] = {
    "home": {Command.PRINT: "tag", Command.TEST: "cable"},
    "count_walk": {Command.CLEAR: "house"},
    "devices": {Command.TEST: "list-checks", Command.OK: "volume-2"},
    "self_test": {Command.TEST: "list-checks"},
}
"""Shapes of commands that mean something else there; as in `ui.words.asking.COMMANDS_AT`."""

PROMPT_IMAGES: dict[Prompt, str] = {
    **dict.fromkeys(Prompt, "scan-barcode"),
    Prompt.SCAN_BADGE: "id-card",
    Prompt.ENTER_PIN: "lock",
    Prompt.LOCKED: "lock",
    Prompt.TAKE_OVER: "user",
    Prompt.GO_TO_BIN: "map-pin",
    Prompt.SCAN_TOTE: "shopping-basket",
    Prompt.CONFIRM_TOTE: "shopping-basket",
    Prompt.HOW_MANY_FOUND: "package-x",
    Prompt.SCAN_DAMAGED: "heart-crack",
    Prompt.CHOOSE_CARTON: "package-open",
    Prompt.SCAN_OUT: "package-minus",
    Prompt.CLOSE_BOX: "archive",
    Prompt.LABEL_PRINTING: "hourglass",
    Prompt.SCAN_LABEL: "tag",
    Prompt.LABEL_TROUBLE: "printer",
    Prompt.LABEL_DOUBTFUL: "printer",
    Prompt.REPRINT_REASON: "printer",
    Prompt.CHOOSE_LABEL: "tag",
    Prompt.CHOOSE_PAGE: "cable",
    Prompt.TEST_PRINTING: "hourglass",
    Prompt.TEST_WEIGH: "scale",
    Prompt.TEST_BEEP: "volume-2",
    Prompt.SHIP_PARTLY: "package-x",
    Prompt.CHECK_WEIGHT: "scale",
    Prompt.HOLD_SHELF: "pause",
    Prompt.SCAN_LOAD: "truck",
    Prompt.SCAN_PARCEL: "scan-barcode",
    Prompt.CLOSE_LOAD: "truck",
    Prompt.SCAN_BIN: "map-pin",
    Prompt.RECORD_COUNT: "boxes",
    Prompt.LEAVE_COUNT: "house",
    Prompt.STOPPED: "hand",
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
    """ "muted" while it is well; a printer at work is well."""
    return "muted" if device.trouble is Trouble.PRINTING else _DEVICE_TONES[device.state]


PACKED_AWAY = {
    OutcomeKind.PARCEL_CLOSED,
    OutcomeKind.LABEL_PROVEN,
    OutcomeKind.ORDER_PACKED,
    OutcomeKind.ORDER_PICKED,
    OutcomeKind.LOAD_CLOSED,
    OutcomeKind.COUNT_RIGHT,
    OutcomeKind.COUNT_RECORDED,
    OutcomeKind.SCANNER_SET_UP,
    OutcomeKind.SELF_TEST_PASSED,
}
"""Whole things that are done: the only answers that turn the bar green."""


def bar_image(prompt: Prompt, answer: Outcome | None) -> str:
    """The shape in the bar: how it stands where that matters, else what to do."""
    if answer is None or answer.severity in {Severity.INFO, Severity.GOOD}:
        return PROMPT_IMAGES[prompt]
    if answer.severity is Severity.DONE and answer.kind not in PACKED_AWAY:
        return PROMPT_IMAGES[prompt]
    return SEVERITY_IMAGES[answer.severity]


def bar_ground(answer: Outcome | None) -> str:
    """The bar's colour: blue = do, green = a whole thing is done, amber, red."""
    if answer is None:
        return "action"
    if answer.severity is Severity.DONE:
        return "ok" if answer.kind in PACKED_AWAY else "action"
    return {Severity.SOFT: "warn", Severity.BAD: "bad", Severity.STOP: "bad"}.get(
        answer.severity, "action"
    )


def command_image(command: Command, place: str = "") -> str:
    return IMAGES_AT.get(place, {}).get(command, COMMAND_IMAGES[command])


def is_primary(command: Command, place: str = "") -> bool:
    """The key that goes on; a command that means something else there does not."""
    return command in {Command.FINISH, Command.OK} and command not in IMAGES_AT.get(place, {})
