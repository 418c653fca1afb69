"""Shapes: which icon stands for which command, prompt, answer and device."""

from __future__ import annotations

from app.device_api import DeviceChanged, DeviceKind, DeviceState, Trouble
from app.domain.bench.outcome import Checking, CheckPrompt
from app.domain.commands import DIGITS, Command
from app.domain.count.outcome import Counting, CountPrompt
from app.domain.load.outcome import Loading, LoadPrompt
from app.domain.outcome import Outcome, Prompt, Severity
from app.domain.outcome_work import WorkPrompt
from app.domain.pack.outcome import Packing, PackPrompt
from app.domain.pick.outcome import Picking, PickPrompt
from app.station.labels.outcome import LabelsPrompt
from app.station.outcomes import PROMPTS
from app.station.sign_in.outcome import SignInPrompt

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
    **dict.fromkeys(PROMPTS, "scan-barcode"),
    SignInPrompt.SCAN_BADGE: "id-card",
    SignInPrompt.ENTER_PIN: "lock",
    SignInPrompt.LOCKED: "lock",
    SignInPrompt.TAKE_OVER: "user",
    PickPrompt.GO_TO_BIN: "map-pin",
    PickPrompt.SCAN_TOTE: "shopping-basket",
    PickPrompt.CONFIRM_TOTE: "shopping-basket",
    WorkPrompt.HOW_MANY_FOUND: "package-x",
    WorkPrompt.SCAN_DAMAGED: "heart-crack",
    PackPrompt.CHOOSE_CARTON: "package-open",
    WorkPrompt.SCAN_OUT: "package-minus",
    PackPrompt.LABEL_PRINTING: "hourglass",
    PackPrompt.SCAN_LABEL: "tag",
    PackPrompt.LABEL_TROUBLE: "printer",
    PackPrompt.LABEL_DOUBTFUL: "printer",
    PackPrompt.REPRINT_REASON: "printer",
    LabelsPrompt.CHOOSE_LABEL: "tag",
    CheckPrompt.CHOOSE_PAGE: "cable",
    CheckPrompt.TEST_PRINTING: "hourglass",
    CheckPrompt.TEST_WEIGH: "scale",
    CheckPrompt.TEST_BEEP: "volume-2",
    PackPrompt.SHIP_PARTLY: "package-x",
    PackPrompt.CHECK_WEIGHT: "scale",
    PackPrompt.HOLD_SHELF: "pause",
    LoadPrompt.SCAN_LOAD: "truck",
    LoadPrompt.SCAN_PARCEL: "scan-barcode",
    LoadPrompt.CLOSE_LOAD: "truck",
    CountPrompt.SCAN_BIN: "map-pin",
    CountPrompt.RECORD_COUNT: "boxes",
    CountPrompt.LEAVE_COUNT: "house",
    WorkPrompt.STOPPED: "hand",
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
    Packing.PARCEL_CLOSED,
    Packing.LABEL_PROVEN,
    Packing.ORDER_PACKED,
    Picking.ORDER_PICKED,
    Loading.LOAD_CLOSED,
    Counting.COUNT_RIGHT,
    Counting.COUNT_RECORDED,
    Checking.SCANNER_SET_UP,
    Checking.SELF_TEST_PASSED,
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
