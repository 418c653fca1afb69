"""Sample views of the device page and of the last labels."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from app.device_api import DeviceState, Trouble
from app.domain.bench.outcome import Checking, CheckPrompt
from app.domain.bench.scanner_check import GS1, LETTERS, Fault
from app.domain.bench.self_test import CheckedPart, PartVerdict
from app.domain.commands import Command
from app.domain.outcome import outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.pack.outcome import Packing, PackPrompt
from app.station.devices.task import Page
from app.station.devices.view import DevicesView, ScanRow
from app.station.labels.outcome import Labelling, LabelsPrompt
from app.station.labels.view import LabelRow, LabelsView
from app.station.labels.zone_view import BinLabelRow, ZoneLabelsView
from app.station.views import Bar
from tests.helpers.sample_parts import (
    NOW,
    PRINTER,
    SCALE,
    SCANNER,
    SSCC,
    actions,
    empty,
    frame,
    in_trouble,
)

C = Command
DEVICE_ACTIONS = actions(C.HOME, C.PRINT, C.WEIGH, C.SKIP, C.OK, C.TEST, disabled=(C.SKIP,))
LABEL_ACTIONS = actions(C.HOME, C.CLEAR, C.OK, disabled=(C.OK,))


def devices_page(language: str = "en", **changes: object) -> DevicesView:
    plain = DevicesView(
        replace(empty(language), actions=DEVICE_ACTIONS),
        Bar(CheckPrompt.CHOOSE_PAGE),
        None,
        Page.OVERVIEW,
        last_test=NOW - timedelta(hours=6),
        passed=True,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # any field of the view


def devices_in_trouble(language: str = "en") -> DevicesView:
    second = replace(SCANNER, device="wedge", name="", abilities=(), detail="")
    troubled = (
        in_trouble(SCANNER, Trouble.NO_PERMISSION, DeviceState.DENIED),
        second,
        in_trouble(PRINTER, Trouble.RIBBON_OUT, DeviceState.FAULT),
        in_trouble(SCALE, Trouble.NOT_ANSWERING, DeviceState.LOST),
    )
    plain = devices_page(language)
    who = replace(plain.frame, devices=troubled, weight="")
    return replace(plain, frame=who, last_test=None)


def no_devices(language: str = "en") -> DevicesView:
    plain = devices_page(language)
    return replace(plain, frame=replace(plain.frame, devices=(), weight=""))


def no_scanner(language: str = "en") -> DevicesView:
    """The only scanner is unplugged."""
    plain = devices_page(language)
    lost = in_trouble(SCANNER, Trouble.NOT_CONNECTED, DeviceState.LOST)
    return replace(plain, frame=replace(plain.frame, devices=(lost, PRINTER, SCALE)))


def scans() -> tuple[ScanRow, ...]:
    parts = (("01", "09521321000018"), ("17", "2026-12-31"), ("10", "LOT7"), ("21", "SN42"))
    raw = GS1.encode().hex(" ")
    device = SCANNER.device
    return (
        ScanRow(device, GS1, "]d2", raw, "0d", 0.4, parts, 2, ()),
        ScanRow(device, LETTERS, "]C1", LETTERS.encode().hex(" "), "0d 0a", 0.5, (), 1, ()),
        ScanRow(device, "4006381333931", "]E0", "34 30", "0d", None, (), 0, ()),
    )


def scanner_page(language: str = "en", **changes: object) -> DevicesView:
    plain = devices_page(
        language,
        page=Page.SCANNER,
        bar=Bar(CheckPrompt.SCAN_TEST_SHEET, {"left": 1}),
        outcome=outcome(Checking.TEST_SCANNED, code=GS1),
        scans=scans(),
        sheet_left=1,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # any field of the view


def scanner_empty(language: str = "en") -> DevicesView:
    bar = Bar(CheckPrompt.SCAN_TEST_SHEET, {"left": 3})
    return scanner_page(language, scans=(), sheet_left=3, outcome=None, bar=bar)


def scanner_faulty(language: str = "en") -> DevicesView:
    swapped = LETTERS.translate(str.maketrans("yzYZ", "zyZY"))
    faults = (Fault.LAYOUT, Fault.NO_TERMINATOR, Fault.ADDED, Fault.NO_AIM)
    bad = ScanRow("wedge", swapped, "", swapped.encode().hex(" "), "", 12.5, (), 1, faults)
    lost = ScanRow("wedge", GS1.replace("\x1d", ""), "", "", "0d", None, (), 2, (Fault.GS_LOST,))
    return scanner_page(language, scans=(bad, lost, *scans()[2:]), sheet_left=3)


def scale_page(language: str = "en") -> DevicesView:
    return devices_page(language, page=Page.SCALE, outcome=outcome(Checking.ZERO_ASKED))


def scale_missing(language: str = "en") -> DevicesView:
    plain = devices_page(language, page=Page.SCALE)
    who = replace(plain.frame, devices=(SCANNER, PRINTER), weight="")
    return replace(plain, frame=who, outcome=outcome(Checking.NO_DEVICE, what="scale"))


def printer_page(language: str = "en") -> DevicesView:
    return devices_page(
        language, page=Page.PRINTER, printed="counted", outcome=outcome(Checking.TEST_LABEL_ASKED)
    )


def printer_jammed(language: str = "en") -> DevicesView:
    plain = devices_page(language, page=Page.PRINTER, printed=Trouble.PAPER_OUT.value)
    out = in_trouble(PRINTER, Trouble.PAPER_OUT, DeviceState.FAULT)
    reason = Trouble.PAPER_OUT.value
    said = outcome(Packing.LABEL_FAILED, sscc="", reason=reason)
    return replace(plain, frame=replace(plain.frame, devices=(SCANNER, out, SCALE)), outcome=said)


def self_test_ready(language: str = "en") -> DevicesView:
    return devices_page(language, page=Page.TEST, last_test=None)


def self_test_weigh(language: str = "en") -> DevicesView:
    verdicts = (PartVerdict.OK, PartVerdict.OK, PartVerdict.OPEN, PartVerdict.OPEN)
    return devices_page(
        language,
        page=Page.TEST,
        bar=Bar(CheckPrompt.TEST_WEIGH, {"grams": 1000}),
        outcome=outcome(Checking.TEST_STEP_OK, step=CheckedPart.SCAN.value),
        checks=tuple(zip(CheckedPart, verdicts, strict=True)),
        check=CheckedPart.WEIGH,
        test_grams=1000,
        read_grams=996,
        frame=replace(empty(language), actions=actions(*(a.command for a in DEVICE_ACTIONS))),
    )


def self_test_failed(language: str = "en") -> DevicesView:
    verdicts = (PartVerdict.FAILED, PartVerdict.OK, PartVerdict.ABSENT, PartVerdict.SKIPPED)
    return devices_page(
        language,
        page=Page.TEST,
        outcome=outcome(Checking.SELF_TEST_FAILED, steps="print, beep"),
        checks=tuple(zip(CheckedPart, verdicts, strict=True)),
        printed=Trouble.PAPER_OUT.value,
    )


def self_test_passed(language: str = "en") -> DevicesView:
    return devices_page(
        language,
        page=Page.TEST,
        outcome=outcome(Checking.SELF_TEST_PASSED, seconds=19),
        checks=tuple((check, PartVerdict.OK) for check in CheckedPart),
        printed="counted",
    )


def label_rows(language: str, chosen: int = 0) -> tuple[LabelRow, ...]:
    who = frame(language)
    states = ("sent", "proven", "doubtful", "failed", "proven", "none")
    return tuple(
        LabelRow(
            number=number,
            sscc=f"{SSCC[:-2]}{number:02}",
            order=f"SO-10{482 + number}",
            customer=who.customer,
            carrier=who.carrier,
            label=states[number % len(states)],
            prints=1 + number % 2,
            chosen=number == chosen,
        )
        for number in range(1, 21)
    )


def labels(language: str = "en", **changes: object) -> LabelsView:
    plain = LabelsView(
        replace(empty(language), actions=LABEL_ACTIONS),
        Bar(LabelsPrompt.CHOOSE_LABEL, {"number": ""}),
        None,
        label_rows(language),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # any field of the view


def labels_typed(language: str = "en") -> LabelsView:
    bar = Bar(LabelsPrompt.CHOOSE_LABEL, {"number": "12"})
    return labels(language, typed="12", outcome=outcome(Anywhere.DIGITS, number="12"), bar=bar)


def labels_asking(language: str = "en") -> LabelsView:
    return labels(
        language,
        rows=label_rows(language, chosen=3),
        asking=True,
        bar=Bar(PackPrompt.REPRINT_REASON),
        outcome=outcome(Packing.REPRINT_ASKED),
    )


def zone_labels(language: str = "en", **changes: object) -> ZoneLabelsView:
    rows = [BinLabelRow(f"A-{n:02}-{n % 3}", n < 20, proven=False) for n in range(9, 40)]
    rows += [BinLabelRow(f"A-{n:02}-{n % 3}", sent=True, proven=True) for n in range(1, 9)]
    keys = (Command.HOME, Command.CLEAR, Command.PRINT, Command.FINISH)
    plain = ZoneLabelsView(
        replace(empty(language), actions=actions(*keys)),
        Bar(LabelsPrompt.SCAN_BIN_LABELS, {"left": 31}),
        outcome(Labelling.BIN_LABEL_PROVEN, bin="A-08-2", left=31),
        "A",
        tuple(rows),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # any field of the view


def zone_labels_failed(language: str = "en") -> ZoneLabelsView:
    failed = outcome(Labelling.BIN_LABELS_FAILED, reason="paper_out")
    return zone_labels(language, outcome=failed)


def zone_labels_done(language: str = "en") -> ZoneLabelsView:
    rows = tuple(BinLabelRow(f"A-0{n}", sent=True, proven=True) for n in range(1, 4))
    done = outcome(Labelling.ZONE_PROVEN, zone="A", count=3)
    return zone_labels(language, rows=rows, outcome=done, bar=Bar(LabelsPrompt.ZONE_DONE))


def labels_none(language: str = "en") -> LabelsView:
    return labels(language, rows=())
