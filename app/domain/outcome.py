"""The closed set of answers to an input, and of things the bar can ask for.

A refusal is a value, never an exception. Words, colour, shape and sound are mapped from these
sets exhaustively by the screens.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Values = Mapping[str, str | int]
"""What a message names: order, sku, bin ... Keys are listed beside each kind's words."""


class Severity(StrEnum):
    INFO = "info"  # nothing happened that needs colour
    GOOD = "good"  # accepted
    DONE = "done"  # a line, box, order or load is complete
    SOFT = "soft"  # needs attention, work goes on
    BAD = "bad"  # refused
    STOP = "stop"  # work must not go on until it is answered


class OutcomeKind(StrEnum):
    """One answer each; the comment names the values its words use."""

    # any screen
    UNKNOWN_CODE = "unknown_code"  # code
    WRONG_CHECK_DIGIT = "wrong_check_digit"  # code
    UNREADABLE = "unreadable"  # code
    TOO_LONG = "too_long"  # length
    UNTERMINATED = "unterminated"  # code
    SPLIT_SCAN = "split_scan"
    REPEAT = "repeat"  # code
    NOT_HERE = "not_here"  # code, what (product, tote, bin, order, parcel, load, badge, carton)
    COMMAND_NOT_HERE = "command_not_here"  # command
    NO_PERMISSION = "no_permission"  # role
    NOTHING_TO_UNDO = "nothing_to_undo"
    UNDONE = "undone"  # what
    CLEARED = "cleared"
    DIGITS = "digits"  # number
    NUMBER_TOO_LARGE = "number_too_large"  # number, most
    HELP_CALLED = "help_called"
    LANGUAGE_SET = "language_set"  # language
    CRASHED = "crashed"  # report
    NOT_STORED = "not_stored"  # reason: the fact could not be made durable
    SHOWN = "shown"  # code, what
    FILE_REBUILT = "file_rebuilt"  # saved, lost, file: the station's file was damaged
    NOTHING_OPEN = "nothing_open"
    AMBIGUOUS = "ambiguous"  # code, count: one code, several orders
    NO_NUMBERS = "no_numbers"  # the station has no parcel numbers left
    # sign-in
    SIGN_IN_FIRST = "sign_in_first"
    SIGNED_IN = "signed_in"  # operator
    SIGNED_OUT = "signed_out"  # operator
    BADGE_UNKNOWN = "badge_unknown"
    STILL_LOADING = "still_loading"  # the site's data have never been pulled yet
    BADGE_OFF = "badge_off"  # operator
    OPERATOR_OFF = "operator_off"  # operator: the badge was switched off while he worked
    OFFLINE_TOO_LONG = "offline_too_long"  # days: the badges kept here are too old to be believed
    CLOCK_BACK = "clock_back"  # the bench's clock stands before its last use
    SIGN_IN_ENDING = "sign_in_ending"  # days, hours: offline for so long, so long to go
    PROGRAM_OUTDATED = "program_outdated"
    CENTRE_OUTDATED = "centre_outdated"
    PIN_ASKED = "pin_asked"  # operator
    PIN_WRONG = "pin_wrong"  # left
    PIN_PAUSED = "pin_paused"  # seconds
    STAFF_UNKNOWN = "staff_unknown"  # number
    LOCKED = "locked"
    UNLOCKED = "unlocked"  # operator
    TAKE_OVER_ASKED = "take_over_asked"  # operator, order
    TAKEN_OVER = "taken_over"  # operator, order
    # home
    ORDER_OPENED = "order_opened"  # order
    ORDER_TAKEN = "order_taken"  # order, station
    TAKE_ORDER_ASKED = "take_order_asked"  # order, station: scanned again, it is taken from there
    NOT_PICKED_YET = "not_picked_yet"  # order, lines, bins
    ORDER_CANCELLED = "order_cancelled"  # order
    ORDER_ON_HOLD = "order_on_hold"  # order, reason
    ALREADY_PACKED = "already_packed"  # order
    ALREADY_SHIPPED = "already_shipped"  # order
    QUEUE_EMPTY = "queue_empty"
    TOTE_EMPTY = "tote_empty"  # tote
    NO_BIN = "no_bin"  # order, skus
    # pick
    BIN_OK = "bin_ok"  # bin
    WRONG_BIN = "wrong_bin"  # bin, wanted
    SCAN_BIN_FIRST = "scan_bin_first"  # wanted
    UNIT_PICKED = "unit_picked"  # sku, done, wanted
    LINE_PICKED = "line_picked"  # sku, done, wanted
    WRONG_PRODUCT = "wrong_product"  # code, sku, name, wanted
    OVER_PICK = "over_pick"  # sku, wanted
    LOT_NEEDED = "lot_needed"  # sku
    EXPIRY_NEEDED = "expiry_needed"  # sku
    SERIAL_NEEDED = "serial_needed"  # sku
    LOT_EXPIRED = "lot_expired"  # sku, lot, expiry
    SERIAL_REPEATED = "serial_repeated"  # serial
    PUT_IN_TOTE = "put_in_tote"  # tote, sku
    WRONG_TOTE = "wrong_tote"  # tote, wanted
    FOREIGN_TOTE = "foreign_tote"  # tote, order
    OTHER_TOTE_ASKED = "other_tote_asked"  # tote, wanted
    SHORT_ASKED = "short_asked"  # sku, wanted
    SHORT_RECORDED = "short_recorded"  # sku, found, wanted
    DAMAGED_ASKED = "damaged_asked"  # sku
    DAMAGED_RECORDED = "damaged_recorded"  # sku
    SKIPPED = "skipped"  # sku
    ORDER_PICKED = "order_picked"  # order, tote
    PUT_FIRST = "put_first"  # units: picked units are in the hand, not in a tote
    NOTHING_PICKED = "nothing_picked"  # order: every line is short
    # pack
    CARTON_CHOSEN = "carton_chosen"  # carton
    UNIT_PACKED = "unit_packed"  # sku, done, wanted
    LINE_PACKED = "line_packed"  # sku, done, wanted
    NOT_ON_ORDER = "not_on_order"  # code, sku, name, wanted
    OVER_COUNT = "over_count"  # sku, wanted
    SERIAL_USED = "serial_used"  # serial, order
    SERIAL_SHIPPED_BEFORE = "serial_shipped_before"  # serial, order
    REMOVE_ASKED = "remove_asked"
    UNIT_REMOVED = "unit_removed"  # sku, done, wanted
    NOT_IN_PARCEL = "not_in_parcel"  # sku
    COUNT_NOT_ALLOWED = "count_not_allowed"  # sku
    PARCEL_CLOSED = "parcel_closed"  # parcel, sscc
    PARCEL_EMPTY = "parcel_empty"
    ANSWER_FIRST = "answer_first"  # a stop waits for OK
    EXPIRY_UNREADABLE = "expiry_unreadable"  # code
    NEXT_BOX = "next_box"  # parcel
    LABEL_SENT = "label_sent"  # sscc, printer
    LABEL_FAILED = "label_failed"  # sscc, reason
    LABEL_REFUSED = "label_refused"  # sscc, reason
    LABEL_MISSING = "label_missing"  # order: packed, no label
    LABEL_PROVEN = "label_proven"  # sscc, parcel
    WRONG_LABEL = "wrong_label"  # sscc, order, wanted
    LABEL_DOUBTFUL = "label_doubtful"  # sscc, reason: the printer has it and is in trouble
    LABEL_OUTDATED = "label_outdated"  # order: its address changed after the label was made
    REPRINTING = "reprinting"  # sscc, count
    REPRINT_ASKED = "reprint_asked"
    SENT_ELSEWHERE = "sent_elsewhere"  # sscc, printer
    SHIP_PARTLY_ASKED = "ship_partly_asked"  # lines
    HELD = "held"  # order
    REOPENED = "reopened"  # parcel
    WEIGHT_OK = "weight_ok"  # grams, expected
    WEIGHT_OFF = "weight_off"  # grams, expected, tolerance
    WEIGHT_NOTED = "weight_noted"  # grams
    ORDER_PACKED = "order_packed"  # order, parcels
    # load
    LOAD_OPENED = "load_opened"  # load, carrier, dock
    PARCEL_LOADED = "parcel_loaded"  # sscc, order, done, wanted
    PARCEL_UNLOADED = "parcel_unloaded"  # sscc, order
    ALREADY_LOADED = "already_loaded"  # sscc, load
    WRONG_CARRIER = "wrong_carrier"  # sscc, order, carrier, wanted
    PARCEL_CANCELLED = "parcel_cancelled"  # sscc, order
    PARCEL_NOT_CLOSED = "parcel_not_closed"  # sscc, order: its label was never scanned back
    UNKNOWN_PARCEL = "unknown_parcel"  # code
    LOAD_CLOSE_ASKED = "load_close_asked"  # missing
    LOAD_EMPTY = "load_empty"  # load
    LOAD_CLOSED = "load_closed"  # load, parcels, missing
    LOAD_CLOSED_BEFORE = "load_closed_before"  # load
    # stock-taking
    COUNT_OPENED = "count_opened"
    COUNT_STARTED = "count_started"  # bin
    UNIT_COUNTED = "unit_counted"  # sku, counted: units of it so far
    FINISH_BIN_FIRST = "finish_bin_first"  # bin: another one was scanned
    COUNT_RIGHT = "count_right"  # bin, counted: as expected, and recorded
    COUNT_DIFFERS = "count_differs"  # bin
    COUNT_AGAIN = "count_again"  # skus: what differed is to be counted anew
    COUNT_DISTURBED = "count_disturbed"  # skus: their stock moved while they were counted
    COUNT_RECORDED = "count_recorded"  # bin
    LEAVE_COUNT_ASKED = "leave_count_asked"  # bin
    COUNT_LEFT = "count_left"  # bin: nothing was recorded
    # the device page
    TEST_SCANNED = "test_scanned"  # code: a code on the device page has no other effect
    SCANNER_SET_UP = "scanner_set_up"  # device
    TEST_LABEL_ASKED = "test_label_asked"
    TEST_STEP_OK = "test_step_ok"  # step
    TEST_STEP_FAILED = "test_step_failed"  # step
    SELF_TEST_STARTED = "self_test_started"
    SELF_TEST_PASSED = "self_test_passed"  # seconds
    SELF_TEST_FAILED = "self_test_failed"  # steps
    ZERO_ASKED = "zero_asked"
    NO_DEVICE = "no_device"  # what: scanner, printer, scale
    # weights
    SCANNED_TWICE = "scanned_twice"  # sku, name: two scans, one step of the scale
    UNSCANNED_UNIT = "unscanned_unit"  # grams, sku, name ("" = no idea)
    NOT_PUT_IN = "not_put_in"  # sku, name: scanned, and the box got no heavier
    TAKEN_OUT_UNSCANNED = "taken_out_unscanned"  # grams, sku, name ("" = no idea)
    STALE_WEIGHT = "stale_weight"  # grams: the scale has not moved since the last box
    # news from the centre
    CHANGED_MEANWHILE = "changed_meanwhile"  # order
    CANCELLED_MEANWHILE = "cancelled_meanwhile"  # order
    CLAIM_LOST = "claim_lost"  # order, station
    DONE_ELSEWHERE = "done_elsewhere"  # order


S = Severity
SEVERITY: dict[OutcomeKind, Severity] = {
    **dict.fromkeys(OutcomeKind, S.BAD),  # a refusal unless it is named below
    **dict.fromkeys(
        [
            OutcomeKind.DIGITS,
            OutcomeKind.REPEAT,
            OutcomeKind.SHOWN,
            OutcomeKind.PIN_ASKED,
            OutcomeKind.SIGNED_OUT,
            OutcomeKind.LOCKED,
            OutcomeKind.LABEL_SENT,
            OutcomeKind.LANGUAGE_SET,
            OutcomeKind.WEIGHT_NOTED,
            OutcomeKind.TEST_SCANNED,
            OutcomeKind.TEST_LABEL_ASKED,
            OutcomeKind.SELF_TEST_STARTED,
            OutcomeKind.ZERO_ASKED,
            OutcomeKind.COUNT_OPENED,
        ],
        S.INFO,
    ),
    **dict.fromkeys(
        [
            OutcomeKind.UNDONE,
            OutcomeKind.CLEARED,
            OutcomeKind.HELP_CALLED,
            OutcomeKind.SIGNED_IN,
            OutcomeKind.UNLOCKED,
            OutcomeKind.TAKEN_OVER,
            OutcomeKind.ORDER_OPENED,
            OutcomeKind.BIN_OK,
            OutcomeKind.UNIT_PICKED,
            OutcomeKind.PUT_IN_TOTE,
            OutcomeKind.SKIPPED,
            OutcomeKind.CARTON_CHOSEN,
            OutcomeKind.UNIT_PACKED,
            OutcomeKind.UNIT_REMOVED,
            OutcomeKind.NEXT_BOX,
            OutcomeKind.HELD,
            OutcomeKind.REOPENED,
            OutcomeKind.WEIGHT_OK,
            OutcomeKind.LOAD_OPENED,
            OutcomeKind.PARCEL_LOADED,
            OutcomeKind.PARCEL_UNLOADED,
            OutcomeKind.COUNT_STARTED,
            OutcomeKind.UNIT_COUNTED,
        ],
        S.GOOD,
    ),
    **dict.fromkeys(
        [
            OutcomeKind.LINE_PICKED,
            OutcomeKind.LINE_PACKED,
            OutcomeKind.ORDER_PICKED,
            OutcomeKind.PARCEL_CLOSED,
            OutcomeKind.LABEL_PROVEN,
            OutcomeKind.ORDER_PACKED,
            OutcomeKind.LOAD_CLOSED,
            OutcomeKind.COUNT_RIGHT,
            OutcomeKind.COUNT_RECORDED,
            OutcomeKind.SCANNER_SET_UP,
            OutcomeKind.TEST_STEP_OK,
            OutcomeKind.SELF_TEST_PASSED,
        ],
        S.DONE,
    ),
    **dict.fromkeys(
        [
            OutcomeKind.UNREADABLE,
            OutcomeKind.TOO_LONG,
            OutcomeKind.UNTERMINATED,
            OutcomeKind.SPLIT_SCAN,
            OutcomeKind.NOT_HERE,
            OutcomeKind.COMMAND_NOT_HERE,
            OutcomeKind.NOTHING_TO_UNDO,
            OutcomeKind.NOTHING_OPEN,
            OutcomeKind.SIGN_IN_FIRST,
            OutcomeKind.STILL_LOADING,
            OutcomeKind.SIGN_IN_ENDING,
            OutcomeKind.PROGRAM_OUTDATED,
            OutcomeKind.CENTRE_OUTDATED,
            OutcomeKind.TAKE_OVER_ASKED,
            OutcomeKind.TAKE_ORDER_ASKED,
            OutcomeKind.ALREADY_SHIPPED,
            OutcomeKind.ALREADY_PACKED,
            OutcomeKind.QUEUE_EMPTY,
            OutcomeKind.SCAN_BIN_FIRST,
            OutcomeKind.LOT_NEEDED,
            OutcomeKind.EXPIRY_NEEDED,
            OutcomeKind.SERIAL_NEEDED,
            OutcomeKind.OTHER_TOTE_ASKED,
            OutcomeKind.SHORT_ASKED,
            OutcomeKind.SHORT_RECORDED,
            OutcomeKind.DAMAGED_ASKED,
            OutcomeKind.DAMAGED_RECORDED,
            OutcomeKind.REMOVE_ASKED,
            OutcomeKind.REPRINTING,
            OutcomeKind.REPRINT_ASKED,
            OutcomeKind.SENT_ELSEWHERE,
            OutcomeKind.LABEL_MISSING,
            OutcomeKind.SHIP_PARTLY_ASKED,
            OutcomeKind.ALREADY_LOADED,
            OutcomeKind.LOAD_CLOSE_ASKED,
            OutcomeKind.FINISH_BIN_FIRST,
            OutcomeKind.COUNT_DIFFERS,
            OutcomeKind.COUNT_AGAIN,
            OutcomeKind.COUNT_DISTURBED,
            OutcomeKind.LEAVE_COUNT_ASKED,
            OutcomeKind.COUNT_LEFT,
            OutcomeKind.SCANNED_TWICE,
            OutcomeKind.UNSCANNED_UNIT,
            OutcomeKind.NOT_PUT_IN,
            OutcomeKind.TAKEN_OUT_UNSCANNED,
            OutcomeKind.STALE_WEIGHT,
            OutcomeKind.CHANGED_MEANWHILE,
        ],
        S.SOFT,
    ),
    **dict.fromkeys(
        [
            OutcomeKind.CRASHED,
            OutcomeKind.NOT_STORED,
            OutcomeKind.FILE_REBUILT,
            OutcomeKind.ORDER_CANCELLED,
            OutcomeKind.WRONG_LABEL,
            OutcomeKind.LABEL_OUTDATED,
            OutcomeKind.SERIAL_SHIPPED_BEFORE,
            OutcomeKind.WRONG_CARRIER,
            OutcomeKind.PARCEL_CANCELLED,
            OutcomeKind.CANCELLED_MEANWHILE,
            OutcomeKind.CLAIM_LOST,
            OutcomeKind.DONE_ELSEWHERE,
        ],
        S.STOP,
    ),
}


@dataclass(frozen=True)
class Outcome:
    """The answer to one input."""

    kind: OutcomeKind
    values: Values = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        return SEVERITY[self.kind]

    @property
    def accepted(self) -> bool:
        return self.severity in {S.GOOD, S.DONE, S.INFO}


def outcome(kind: OutcomeKind, **values: str | int) -> Outcome:
    return Outcome(kind, values)


class Prompt(StrEnum):
    """What the bar asks for now; the comment names the values its words use."""

    SCAN_BADGE = "scan_badge"
    ENTER_PIN = "enter_pin"  # operator
    LOCKED = "locked"  # operator, order ("" none)
    TAKE_OVER = "take_over"  # operator, order
    SCAN_ANYTHING = "scan_anything"
    # pick
    GO_TO_BIN = "go_to_bin"  # bin
    SCAN_PRODUCT = "scan_product"  # sku
    SCAN_LOT = "scan_lot"  # sku
    SCAN_EXPIRY = "scan_expiry"  # sku
    SCAN_SERIAL = "scan_serial"  # sku
    SCAN_TOTE = "scan_tote"  # tote ("" = any free one)
    CONFIRM_TOTE = "confirm_tote"  # tote
    HOW_MANY_FOUND = "how_many_found"  # sku, number
    SCAN_DAMAGED = "scan_damaged"
    # pack
    CHOOSE_CARTON = "choose_carton"  # carton (the suggested one)
    SCAN_ITEM = "scan_item"
    SCAN_COUNTED = "scan_counted"  # number
    SCAN_OUT = "scan_out"
    CLOSE_BOX = "close_box"
    LABEL_PRINTING = "label_printing"
    SCAN_LABEL = "scan_label"
    LABEL_TROUBLE = "label_trouble"  # reason
    LABEL_DOUBTFUL = "label_doubtful"  # reason
    REPRINT_REASON = "reprint_reason"
    SHIP_PARTLY = "ship_partly"  # lines
    CHECK_WEIGHT = "check_weight"  # grams, expected
    HOLD_SHELF = "hold_shelf"
    # load
    SCAN_LOAD = "scan_load"
    SCAN_PARCEL = "scan_parcel"
    CLOSE_LOAD = "close_load"  # missing
    # stock-taking
    SCAN_BIN = "scan_bin"
    COUNT_ITEMS = "count_items"  # bin
    RECORD_COUNT = "record_count"
    LEAVE_COUNT = "leave_count"
    # devices
    CHOOSE_PAGE = "choose_page"
    SCAN_TEST_SHEET = "scan_test_sheet"  # left: codes of the sheet that are still to come
    TEST_PRINTING = "test_printing"
    TEST_SCAN_LABEL = "test_scan_label"
    TEST_SCAN_ANY = "test_scan_any"  # there is no printer
    TEST_WEIGH = "test_weigh"  # grams
    TEST_BEEP = "test_beep"
    # labels of the last hours
    CHOOSE_LABEL = "choose_label"
    # any
    STOPPED = "stopped"  # reason is the outcome shown
