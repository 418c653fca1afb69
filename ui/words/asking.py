"""The words of prompts and commands."""

from __future__ import annotations

from app.domain.commands import DIGITS, Command
from app.domain.outcome import Prompt
from ui.words import QT_TRANSLATE_NOOP

PROMPTS: dict[Prompt, str] = {
    Prompt.SCAN_BADGE: QT_TRANSLATE_NOOP("Prompt", "Scan your badge"),
    Prompt.ENTER_PIN: QT_TRANSLATE_NOOP("Prompt", "Enter your PIN, {operator}"),
    Prompt.LOCKED: QT_TRANSLATE_NOOP("Prompt", "Locked. Scan your badge"),
    Prompt.TAKE_OVER: QT_TRANSLATE_NOOP("Prompt", "Scan again: take over {order}"),
    Prompt.SCAN_ANYTHING: QT_TRANSLATE_NOOP("Prompt", "Scan a tote or an order"),
    Prompt.GO_TO_BIN: QT_TRANSLATE_NOOP("Prompt", "Go to bin {bin}, scan it"),
    Prompt.SCAN_PRODUCT: QT_TRANSLATE_NOOP("Prompt", "Scan the item {sku}"),
    Prompt.SCAN_LOT: QT_TRANSLATE_NOOP("Prompt", "Scan the lot of {sku}"),
    Prompt.SCAN_EXPIRY: QT_TRANSLATE_NOOP("Prompt", "Scan the date of {sku}"),
    Prompt.SCAN_SERIAL: QT_TRANSLATE_NOOP("Prompt", "Scan the serial number"),
    Prompt.SCAN_TOTE: QT_TRANSLATE_NOOP("Prompt", "Put it in {tote}, scan it"),
    Prompt.CONFIRM_TOTE: QT_TRANSLATE_NOOP("Prompt", "Scan {tote} again to use it"),
    Prompt.HOW_MANY_FOUND: QT_TRANSLATE_NOOP("Prompt", "How many {sku} found? {number}"),
    Prompt.SCAN_DAMAGED: QT_TRANSLATE_NOOP("Prompt", "Scan the damaged item"),
    Prompt.CHOOSE_CARTON: QT_TRANSLATE_NOOP("Prompt", "Take box {carton}, scan it"),
    Prompt.SCAN_ITEM: QT_TRANSLATE_NOOP("Prompt", "Scan the next item"),
    Prompt.SCAN_COUNTED: QT_TRANSLATE_NOOP("Prompt", "{number} × scan the product"),
    Prompt.SCAN_OUT: QT_TRANSLATE_NOOP("Prompt", "Scan what you take out"),
    Prompt.CLOSE_BOX: QT_TRANSLATE_NOOP("Prompt", "All in. Close the box"),
    Prompt.LABEL_PRINTING: QT_TRANSLATE_NOOP("Prompt", "The label is printing"),
    Prompt.SCAN_LABEL: QT_TRANSLATE_NOOP("Prompt", "Stick the label, scan it"),
    Prompt.LABEL_TROUBLE: QT_TRANSLATE_NOOP("Prompt", "Fix the printer, scan PRINT"),
    Prompt.LABEL_DOUBTFUL: QT_TRANSLATE_NOOP("Prompt", "Scan the label, else PRINT"),
    Prompt.REPRINT_REASON: QT_TRANSLATE_NOOP("Prompt", "Choose the reason: 1 to 3"),
    Prompt.SHIP_PARTLY: QT_TRANSLATE_NOOP("Prompt", "OK = ship partly, UNDO = go on"),
    Prompt.CHECK_WEIGHT: QT_TRANSLATE_NOOP("Prompt", "Check what is in the box"),
    Prompt.HOLD_SHELF: QT_TRANSLATE_NOOP("Prompt", "Scan the shelf to park it"),
    Prompt.SCAN_LOAD: QT_TRANSLATE_NOOP("Prompt", "Scan the load or dock"),
    Prompt.SCAN_PARCEL: QT_TRANSLATE_NOOP("Prompt", "Scan the next parcel"),
    Prompt.CLOSE_LOAD: QT_TRANSLATE_NOOP("Prompt", "OK = close the load"),
    Prompt.SCAN_BIN: QT_TRANSLATE_NOOP("Prompt", "Scan the bin to count"),
    Prompt.COUNT_ITEMS: QT_TRANSLATE_NOOP("Prompt", "Scan all in {bin}, then OK"),
    Prompt.RECORD_COUNT: QT_TRANSLATE_NOOP("Prompt", "OK = record it, UNDO = count again"),
    Prompt.LEAVE_COUNT: QT_TRANSLATE_NOOP("Prompt", "OK = leave it, UNDO = go on"),
    Prompt.CHOOSE_PAGE: QT_TRANSLATE_NOOP("Prompt", "Choose a page: 1 to 5"),
    Prompt.SCAN_TEST_SHEET: QT_TRANSLATE_NOOP("Prompt", "Scan the test sheet: {left} left"),
    Prompt.TEST_PRINTING: QT_TRANSLATE_NOOP("Prompt", "The test label is printing"),
    Prompt.TEST_SCAN_LABEL: QT_TRANSLATE_NOOP("Prompt", "Scan the test label"),
    Prompt.TEST_SCAN_ANY: QT_TRANSLATE_NOOP("Prompt", "Scan any barcode"),
    Prompt.TEST_WEIGH: QT_TRANSLATE_NOOP("Prompt", "Put {grams} g on the scale"),
    Prompt.TEST_BEEP: QT_TRANSLATE_NOOP("Prompt", "Heard it? OK, else SKIP"),
    Prompt.CHOOSE_LABEL: QT_TRANSLATE_NOOP("Prompt", "Scan a label, or its number"),
    Prompt.STOPPED: QT_TRANSLATE_NOOP("Prompt", "Stop. Scan OK when done"),
}

# A prompt whose value is empty needs other words.
PROMPTS_WITHOUT: dict[Prompt, str] = {
    Prompt.SCAN_TOTE: QT_TRANSLATE_NOOP("Prompt", "Scan a free tote"),
    Prompt.CHOOSE_CARTON: QT_TRANSLATE_NOOP("Prompt", "Take a box, scan it"),
    Prompt.HOW_MANY_FOUND: QT_TRANSLATE_NOOP("Prompt", "How many {sku} are there?"),
    Prompt.CLOSE_LOAD: QT_TRANSLATE_NOOP("Prompt", "All loaded. OK = close"),
    Prompt.SCAN_TEST_SHEET: QT_TRANSLATE_NOOP("Prompt", "Sheet done. Scan any code"),
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
