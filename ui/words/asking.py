"""The words of prompts and commands."""

from __future__ import annotations

from app.domain.bench.outcome import CheckPrompt
from app.domain.commands import DIGITS, Command
from app.domain.count.outcome import CountPrompt
from app.domain.load.outcome import LoadPrompt
from app.domain.outcome import Prompt
from app.domain.outcome_work import WorkPrompt
from app.domain.pack.outcome import PackPrompt
from app.domain.pick.outcome import PickPrompt
from app.station.home.outcome import HomePrompt
from app.station.labels.outcome import LabelsPrompt
from app.station.sign_in.outcome import SignInPrompt
from ui.words import QT_TRANSLATE_NOOP

PROMPTS: dict[Prompt, str] = {
    SignInPrompt.SCAN_BADGE: QT_TRANSLATE_NOOP("Prompt", "Scan your badge"),
    SignInPrompt.ENTER_PIN: QT_TRANSLATE_NOOP("Prompt", "Enter your PIN, {operator}"),
    SignInPrompt.LOCKED: QT_TRANSLATE_NOOP("Prompt", "Locked. Scan your badge"),
    SignInPrompt.TAKE_OVER: QT_TRANSLATE_NOOP("Prompt", "Scan again: take over {order}"),
    HomePrompt.SCAN_ANYTHING: QT_TRANSLATE_NOOP("Prompt", "Scan a tote or an order"),
    PickPrompt.GO_TO_BIN: QT_TRANSLATE_NOOP("Prompt", "Go to bin {bin}, scan it"),
    PickPrompt.SCAN_PRODUCT: QT_TRANSLATE_NOOP("Prompt", "Scan the item {sku}"),
    WorkPrompt.SCAN_LOT: QT_TRANSLATE_NOOP("Prompt", "Scan the lot of {sku}"),
    WorkPrompt.SCAN_EXPIRY: QT_TRANSLATE_NOOP("Prompt", "Scan the date of {sku}"),
    WorkPrompt.SCAN_SERIAL: QT_TRANSLATE_NOOP("Prompt", "Scan the serial number"),
    PickPrompt.SCAN_TOTE: QT_TRANSLATE_NOOP("Prompt", "Put it in {tote}, scan it"),
    PickPrompt.CONFIRM_TOTE: QT_TRANSLATE_NOOP("Prompt", "Scan {tote} again to use it"),
    WorkPrompt.HOW_MANY_FOUND: QT_TRANSLATE_NOOP("Prompt", "How many {sku} found? {number}"),
    WorkPrompt.SCAN_DAMAGED: QT_TRANSLATE_NOOP("Prompt", "Scan the damaged item"),
    PackPrompt.CHOOSE_CARTON: QT_TRANSLATE_NOOP("Prompt", "Take box {carton}, scan it"),
    PackPrompt.SCAN_ITEM: QT_TRANSLATE_NOOP("Prompt", "Scan the next item"),
    WorkPrompt.SCAN_COUNTED: QT_TRANSLATE_NOOP("Prompt", "{number} × scan the product"),
    WorkPrompt.SCAN_OUT: QT_TRANSLATE_NOOP("Prompt", "Scan what you take out"),
    PackPrompt.LABEL_PRINTING: QT_TRANSLATE_NOOP("Prompt", "The label is printing"),
    PackPrompt.SCAN_LABEL: QT_TRANSLATE_NOOP("Prompt", "Stick the label, scan it"),
    PackPrompt.LABEL_TROUBLE: QT_TRANSLATE_NOOP("Prompt", "Fix the printer, scan PRINT"),
    PackPrompt.LABEL_DOUBTFUL: QT_TRANSLATE_NOOP("Prompt", "Scan the label, else PRINT"),
    PackPrompt.REPRINT_REASON: QT_TRANSLATE_NOOP("Prompt", "Choose the reason: 1 to 3"),
    PackPrompt.SHIP_PARTLY: QT_TRANSLATE_NOOP("Prompt", "OK = ship partly, UNDO = go on"),
    PackPrompt.CHECK_WEIGHT: QT_TRANSLATE_NOOP("Prompt", "Check what is in the box"),
    PackPrompt.HOLD_SHELF: QT_TRANSLATE_NOOP("Prompt", "Scan the shelf to park it"),
    LoadPrompt.SCAN_LOAD: QT_TRANSLATE_NOOP("Prompt", "Scan the load or dock"),
    LoadPrompt.SCAN_PARCEL: QT_TRANSLATE_NOOP("Prompt", "Scan the next parcel"),
    LoadPrompt.CLOSE_LOAD: QT_TRANSLATE_NOOP("Prompt", "OK = close the load"),
    CountPrompt.SCAN_BIN: QT_TRANSLATE_NOOP("Prompt", "Scan the bin to count"),
    CountPrompt.COUNT_ITEMS: QT_TRANSLATE_NOOP("Prompt", "Scan all in {bin}, then OK"),
    CountPrompt.RECORD_COUNT: QT_TRANSLATE_NOOP("Prompt", "OK = record it, UNDO = count again"),
    CountPrompt.LEAVE_COUNT: QT_TRANSLATE_NOOP("Prompt", "OK = leave it, UNDO = go on"),
    CheckPrompt.CHOOSE_PAGE: QT_TRANSLATE_NOOP("Prompt", "Choose a page: 1 to 5"),
    CheckPrompt.SCAN_TEST_SHEET: QT_TRANSLATE_NOOP("Prompt", "Scan the test sheet: {left} left"),
    CheckPrompt.TEST_PRINTING: QT_TRANSLATE_NOOP("Prompt", "The test label is printing"),
    CheckPrompt.TEST_SCAN_LABEL: QT_TRANSLATE_NOOP("Prompt", "Scan the test label"),
    CheckPrompt.TEST_SCAN_ANY: QT_TRANSLATE_NOOP("Prompt", "Scan any barcode"),
    CheckPrompt.TEST_WEIGH: QT_TRANSLATE_NOOP("Prompt", "Put {grams} g on the scale"),
    CheckPrompt.TEST_BEEP: QT_TRANSLATE_NOOP("Prompt", "Heard it? OK, else SKIP"),
    LabelsPrompt.CHOOSE_LABEL: QT_TRANSLATE_NOOP("Prompt", "Scan a label, or its number"),
    WorkPrompt.STOPPED: QT_TRANSLATE_NOOP("Prompt", "Stop. Scan OK when done"),
}

# A prompt whose value is empty needs other words.
PROMPTS_WITHOUT: dict[Prompt, str] = {
    PickPrompt.SCAN_TOTE: QT_TRANSLATE_NOOP("Prompt", "Scan a free tote"),
    PackPrompt.CHOOSE_CARTON: QT_TRANSLATE_NOOP("Prompt", "Take a box, scan it"),
    WorkPrompt.HOW_MANY_FOUND: QT_TRANSLATE_NOOP("Prompt", "How many {sku} are there?"),
    LoadPrompt.CLOSE_LOAD: QT_TRANSLATE_NOOP("Prompt", "All loaded. OK = close"),
    CheckPrompt.SCAN_TEST_SHEET: QT_TRANSLATE_NOOP("Prompt", "Sheet done. Scan any code"),
}

COMMANDS: dict[Command, str] = {
    Command.OK: QT_TRANSLATE_NOOP("Command", "OK"),
    Command.UNDO: QT_TRANSLATE_NOOP("Command", "Undo"),
    Command.CLEAR: QT_TRANSLATE_NOOP("Command", "Clear"),
    Command.SHORT: QT_TRANSLATE_NOOP("Command", "Short"),
    Command.DAMAGED: QT_TRANSLATE_NOOP("Command", "Damaged"),
    Command.BOX: QT_TRANSLATE_NOOP("Command", "Next box"),
    Command.CLOSE: QT_TRANSLATE_NOOP("Command", "Close box"),
    Command.PRINT: QT_TRANSLATE_NOOP("Command", "Print label"),
    Command.FINISH: QT_TRANSLATE_NOOP("Command", "Finish"),
    Command.HOLD: QT_TRANSLATE_NOOP("Command", "Park"),
    Command.SKIP: QT_TRANSLATE_NOOP("Command", "Skip"),
    Command.HELP: QT_TRANSLATE_NOOP("Command", "Help"),
    Command.LOCK: QT_TRANSLATE_NOOP("Command", "Lock"),
    Command.SIGN_OUT: QT_TRANSLATE_NOOP("Command", "Sign out"),
    Command.HOME: QT_TRANSLATE_NOOP("Command", "Home"),
    Command.NEXT: QT_TRANSLATE_NOOP("Command", "Next order"),
    Command.PICK: QT_TRANSLATE_NOOP("Command", "Pick"),
    Command.PACK: QT_TRANSLATE_NOOP("Command", "Pack"),
    Command.LOAD: QT_TRANSLATE_NOOP("Command", "Dispatch"),
    Command.COUNT: QT_TRANSLATE_NOOP("Command", "Count"),
    Command.REMOVE: QT_TRANSLATE_NOOP("Command", "Take out"),
    Command.WEIGH: QT_TRANSLATE_NOOP("Command", "Weigh"),
    Command.TEST: QT_TRANSLATE_NOOP("Command", "Devices"),
    Command.DELETE: QT_TRANSLATE_NOOP("Command", "Delete"),
    **{digit: str(number) for number, digit in enumerate(DIGITS)},
}

# What a command does at a place where its plain word would mislead.
COMMANDS_AT: dict[str, dict[Command, str]] = {
    "home": {
        Command.PRINT: QT_TRANSLATE_NOOP("Command", "Labels"),
        Command.TEST: QT_TRANSLATE_NOOP("Command", "Devices"),
    },
    "count_walk": {Command.CLEAR: QT_TRANSLATE_NOOP("Command", "Home")},
    "devices": {
        Command.PRINT: QT_TRANSLATE_NOOP("Command", "Test label"),
        Command.WEIGH: QT_TRANSLATE_NOOP("Command", "Zero"),
        Command.TEST: QT_TRANSLATE_NOOP("Command", "Self-test"),
        Command.OK: QT_TRANSLATE_NOOP("Command", "Beep"),
    },
    "self_test": {
        Command.PRINT: QT_TRANSLATE_NOOP("Command", "Test label"),
        Command.WEIGH: QT_TRANSLATE_NOOP("Command", "Zero"),
        Command.TEST: QT_TRANSLATE_NOOP("Command", "Begin again"),
    },
}
