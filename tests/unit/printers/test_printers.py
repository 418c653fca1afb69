"""Folder, queue, simulated printer, specification and memory."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.device_api import (
    Ability,
    DeviceError,
    DeviceFault,
    DeviceLost,
    LabelPrinter,
    PageFormat,
    Proof,
    Trouble,
)
from app.paper import PAPERS, Paper
from devices.printers.folder import FolderPrinter
from devices.printers.jobs import KEPT, JobLedger
from devices.printers.simulated import SimulatedPrinter
from devices.printers.spec import open_printer
from devices.printers.system_queue import QueuePrinter, lp_error
from devices.printers.windows_status import spooler_trouble
from tests.unit.printers.jobs import PAGES, job

# --- folder ----------------------------------------------------------------------------------


def test_a_folder_gets_every_format_and_no_half_files(tmp_path: Path) -> None:
    assert FolderPrinter(tmp_path / "new").send(job()) is Proof.TAKEN
    files = {path.name: path.read_bytes() for path in (tmp_path / "new").iterdir()}
    assert files == {f"label-1.{kind.value}": data for kind, data in PAGES.items()}


def test_a_full_disk_is_told_and_the_job_can_be_sent_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    printer = FolderPrinter(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(DeviceFault) as caught:
            printer.send(job())
    assert caught.value.trouble is Trouble.FOLDER_UNUSABLE and not caught.value.doubtful
    assert not list(tmp_path.glob("label-1.zpl"))
    printer.send(job())
    assert (tmp_path / "label-1.zpl").read_bytes() == PAGES[PageFormat.ZPL]


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"")
    with pytest.raises(DeviceError) as caught:
        FolderPrinter(tmp_path / "taken").send(job())
    assert caught.value.trouble is Trouble.FOLDER_UNUSABLE


# --- system queue ----------------------------------------------------------------------------

LP = """#!/bin/sh
echo "$@" >> "{log}"
cat >> "{log}"
{after}
"""


def fake_lp(folder: Path, monkeypatch: pytest.MonkeyPatch, after: str = "") -> Path:
    log, program = folder / "log", folder / "lp"
    program.write_text(LP.format(log=log, after=after), encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(folder), prepend=os.pathsep)
    return log


@pytest.mark.skipif(os.name == "nt", reason="lp is CUPS")
@pytest.mark.parametrize(
    ("language", "command"),
    [
        (PageFormat.ZPL, "-d Zebra -t label-1 -o raw"),
        (PageFormat.TSPL, "-d Zebra -t label-1 -o raw"),
        (PageFormat.PDF, "-d Zebra -t label-1"),
    ],
)
def test_a_queue_gets_printer_language_raw_and_pdf_for_its_driver(
    language: PageFormat, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = fake_lp(tmp_path, monkeypatch)
    printer = QueuePrinter("Zebra", language)
    assert printer.send(job()) is Proof.TAKEN
    assert printer.send(job()) is Proof.TAKEN
    assert log.read_bytes() == command.encode() + b"\n" + PAGES[language]


@pytest.mark.skipif(os.name == "nt", reason="lp is CUPS")
def test_a_queue_that_refuses_gives_its_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_lp(tmp_path, monkeypatch, 'echo "lp: The printer does not exist." >&2; exit 1')
    with pytest.raises(DeviceLost) as caught:
        QueuePrinter("Nowhere").send(job())
    assert caught.value.trouble is Trouble.NAME_UNKNOWN and not caught.value.doubtful


@pytest.mark.skipif(os.name == "nt", reason="lp is CUPS")
def test_a_queue_that_fails_after_the_first_copy_leaves_a_doubt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = fake_lp(
        tmp_path, monkeypatch, f'[ -e "{tmp_path}/once" ] && exit 1; : > "{tmp_path}/once"'
    )
    printer = QueuePrinter("Zebra")
    for _ in range(2):  # and the same job again sends nothing
        with pytest.raises(DeviceError) as caught:
            printer.send(job(copies=2))
        assert caught.value.doubtful
    assert log.read_bytes().count(PAGES[PageFormat.ZPL]) == 2


@pytest.mark.skipif(os.name == "nt", reason="lp is CUPS")
def test_a_missing_lp_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DeviceFault, match="lp is missing") as caught:
        QueuePrinter("Zebra").send(job())
    assert caught.value.trouble is Trouble.LIBRARY_MISSING


@pytest.mark.parametrize(
    ("complaint", "trouble"),
    [
        ("lp: Error - The printer or class does not exist.", Trouble.NAME_UNKNOWN),
        ('lp: Destination "x" is not accepting jobs.', Trouble.QUEUE_STOPPED),
        ("lp: Error - scheduler not responding.", Trouble.NOT_ANSWERING),
        ("lp: Bad file descriptor", Trouble.NOT_ANSWERING),
        ("lp: Forbidden", Trouble.NO_PERMISSION),
        ('lp: Unsupported document-format "x/y".', Trouble.WRONG_FORMAT),
        ("lp: something new", Trouble.PRINTER_FAULT),
    ],
)
def test_complaints_of_lp(complaint: str, trouble: Trouble) -> None:
    assert lp_error("queue:x", complaint).trouble is trouble


@pytest.mark.parametrize(
    ("status", "trouble"),
    [
        (0, None),
        (0x400 | 0x4000, None),  # printing, processing
        (0x20000, None),  # toner low
        (0x10, Trouble.PAPER_OUT),
        (0x400000 | 0x10, Trouble.HEAD_OPEN),
        (0x80, Trouble.NOT_CONNECTED),
        (0x1, Trouble.PAUSED),
        (0x8 | 0x2, Trouble.JAMMED),
        (0x2, Trouble.PRINTER_FAULT),
    ],
)
def test_flags_of_a_windows_queue(status: int, trouble: Trouble | None) -> None:
    assert spooler_trouble(status) is trouble


# --- simulated -------------------------------------------------------------------------------


def test_the_simulated_printer_shows_keeps_twenty_and_can_fail() -> None:
    shown: list[tuple[bytes, str]] = []
    printer = SimulatedPrinter(lambda png, name: shown.append((png, name)))
    printer.fault = Trouble.PAPER_OUT
    for attempt in (printer.check, lambda: printer.send(job("0"))):
        with pytest.raises(DeviceFault) as caught:
            attempt()
        assert caught.value.trouble is Trouble.PAPER_OUT and not caught.value.doubtful
    printer.fault = None
    for number in range(25):
        assert printer.send(job(str(number))) is Proof.COUNTED
        assert printer.send(job(str(number))) is Proof.COUNTED
    assert len(shown) == 25 and shown[0] == (PAGES[PageFormat.PNG], "label-1")
    assert [kept.job_id for kept in printer.jobs] == [str(number) for number in range(5, 25)]


@pytest.mark.parametrize("clear", [False, True])
def test_a_surprise_leaves_a_doubt_that_ends_either_way(clear: bool) -> None:
    printer = SimulatedPrinter()
    printer.surprise = Trouble.RIBBON_OUT
    for _ in range(2):
        with pytest.raises(DeviceFault) as caught:
            printer.send(job("1"))
        assert caught.value.trouble is Trouble.RIBBON_OUT and caught.value.doubtful
    assert printer.settled("1") is Proof.NONE and not printer.jobs
    printer.fault = None
    printer.send(job("2", clear_first=clear))
    assert [done.job_id for done in printer.jobs] == (["2"] if clear else ["1", "2"])
    if clear:
        with pytest.raises(DeviceFault, match="never came out"):
            printer.settled("1")
    else:
        assert printer.settled("1") is Proof.COUNTED


# --- specification ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("spec", "device", "formats"),
    [
        ("tcp:10.0.0.7:9100", "tcp:10.0.0.7:9100", (PageFormat.ZPL,)),
        ("tcp:[::1]:9100", "tcp:::1:9100", (PageFormat.ZPL,)),
        ("tcp:p:9100;status=none", "tcp:p:9100", (PageFormat.ZPL,)),
        ("tcp:p:9100;language=tspl;dpi=300", "tcp:p:9100", (PageFormat.TSPL,)),
        ("tcp:p:9100;language=tspl;status=none", "tcp:p:9100", (PageFormat.TSPL,)),
        ("tcp:p:9100;language=zpl;status=zebra;dpi=203", "tcp:p:9100", (PageFormat.ZPL,)),
        ("usb:/dev/usb/lp0", "usb:/dev/usb/lp0", (PageFormat.ZPL,)),
        ("usb:/dev/usb/lp1;language=tspl", "usb:/dev/usb/lp1", (PageFormat.TSPL,)),
        ("queue:Zebra", "queue:Zebra", (PageFormat.ZPL,)),
        ("queue:Office:pdf", "queue:Office", (PageFormat.PDF,)),
        ("queue:T:tspl;dpi=300", "queue:T", (PageFormat.TSPL,)),
        ("ipp://p/ipp/print", "ipp://p/ipp/print", (PageFormat.PDF, PageFormat.PNG)),
        ("ipp://p:8631/ipp/print;dpi=300", "ipp://p:8631/ipp/print", (PageFormat.PDF, PageFormat.PNG)),
    ],
)  # fmt: skip
def test_a_specification_names_its_printer(
    spec: str, device: str, formats: tuple[PageFormat, ...]
) -> None:
    printer: LabelPrinter = open_printer(spec)
    assert (printer.device, printer.formats) == (device, formats)
    printer.close()


@pytest.mark.parametrize(
    ("spec", "paper"),
    [
        ("tcp:p:9100", None),
        ("tcp:p:9100;paper=100x150", PAPERS["100x150"]),
        ("tcp:p:9100;dpi=300;paper=a6;status=none", PAPERS["A6"]),
        ("usb:/dev/usb/lp0;paper=4X8", PAPERS["4x8"]),
        ("queue:Office:pdf;paper=A4", PAPERS["A4"]),
        ("ipp://p/ipp/print;paper=A5", PAPERS["A5"]),
    ],
)
def test_a_printer_has_its_own_paper(spec: str, paper: Paper | None) -> None:
    assert open_printer(spec).paper == paper


def test_a_printer_says_its_resolution_as_far_as_it_is_known() -> None:
    assert open_printer("tcp:p:9100").dpi == 0
    for spec in ("tcp:p:9100;dpi=300", "queue:a;dpi=300", "ipp://p/;dpi=300"):
        assert open_printer(spec).dpi == 300


def test_the_declared_dpi_is_compared(tmp_path: Path) -> None:
    for spec in (
        "tcp:127.0.0.1:9;status=none;dpi=300",
        "queue:a;dpi=300",
        "ipp://localhost/;dpi=300",
    ):
        with pytest.raises(DeviceFault) as caught:
            open_printer(spec).send(job(dpi=203))
        assert caught.value.trouble is Trouble.WRONG_DPI and not caught.value.doubtful


def test_a_folder_may_have_colons_semicolons_and_spaces(tmp_path: Path) -> None:
    assert open_printer(f"file:{tmp_path}/a b:c;d").device == f"file:{tmp_path}/a b:c;d"


@pytest.mark.parametrize(
    "spec",
    ["", "zebra", "tcp:", "tcp:host", "tcp:host:0", "tcp:host:65536", "tcp:host:http", "queue:",
     "tcp::9100", "queue:a:xps", "queue:-o", "file:", "sim:1", "usb:1", "ipp:", "ipp://", "ipp:p",
     "tcp:h:9100;dpi=600", "tcp:h:9100;dpi", "tcp:h:9100;speed=3", "tcp:h:9100;dpi=203;dpi=203",
     "tcp:h:9100;language=epl", "tcp:h:9100;paper=4x7", "tcp:h:9100;paper=",
     "sim;paper=A4;paper=A5", "tcp:h:9100;language=tspl;status=zebra", "tcp:h:9100;status=",
     "queue:a;status=zebra", "sim;dpi=203", "ipp://h:x/", "ipp://h:99999/"],
)  # fmt: skip
def test_anything_else_is_refused_with_a_sentence(spec: str) -> None:
    with pytest.raises(ValueError, match=r"[Uu]se |takes "):
        open_printer(spec)


@given(
    st.sampled_from(["tcp:", "usb:/dev/", "queue:", "ipp://", "sim", "file:", ""]),
    st.text(alphabet="abz019:;=[]/.-@ %\0é", max_size=30),
)
def test_any_words_are_a_printer_or_a_sentence(kind: str, rest: str) -> None:
    sentence, printer = "", None
    try:
        printer = open_printer(kind + rest)
    except ValueError as error:
        sentence = str(error)
    assert sentence.endswith(".") if printer is None else printer.device and printer.formats


# --- memory ----------------------------------------------------------------------------------


def test_the_last_256_jobs_are_remembered() -> None:
    ledger = JobLedger()
    for number in range(KEPT + 1):
        ledger.keep(str(number), Proof.TAKEN)
    assert "0" not in ledger and "1" in ledger and str(KEPT) in ledger
    assert (ledger.proof("0"), ledger.proof("1")) == (Proof.NONE, Proof.TAKEN)


def test_only_those_who_know_claim_to() -> None:
    assert Ability.COUNT in SimulatedPrinter().abilities
    assert not open_printer("tcp:p:9100;status=none").abilities
