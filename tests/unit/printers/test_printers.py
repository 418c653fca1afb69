from __future__ import annotations

import errno
import os
import socket
import stat
import threading
from pathlib import Path

import pytest

from app.device_api import (
    DeviceBusy,
    DeviceError,
    DeviceFault,
    DeviceLost,
    DeviceState,
    LabelPrinter,
    PageFormat,
    PrintJob,
)
from devices.printers.folder import FolderPrinter
from devices.printers.jobs import KEPT, TakenJobs
from devices.printers.simulated import SimulatedPrinter
from devices.printers.spec import open_printer
from devices.printers.system_queue import QueuePrinter
from devices.printers.tcp import TcpPrinter

PAGES = {PageFormat.ZPL: b"^XA^XZ", PageFormat.PDF: b"%PDF-1", PageFormat.PNG: b"\x89PNG"}


def job(job_id: str = "1", **changes: object) -> PrintJob:
    parts: dict[str, object] = {"name": "label-1", "payloads": PAGES, **changes}
    return PrintJob(job_id, **parts)  # type: ignore[arg-type]


class Listener:
    """A printer's port: takes one connection after the other and keeps what came."""

    def __init__(self, jobs: int) -> None:
        self.got: list[bytes] = []
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = self._server.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, args=(jobs,))
        self._thread.start()

    def _serve(self, jobs: int) -> None:
        for _ in range(jobs):
            line, _peer = self._server.accept()
            with line, line.makefile("rb") as stream:
                self.got.append(stream.read())

    def finish(self) -> list[bytes]:
        self._thread.join(10)
        self._server.close()
        return self.got


# --- TCP -------------------------------------------------------------------------------------


def test_tcp_delivers_the_zpl_once_and_as_often_as_copies() -> None:
    listener = Listener(2)
    printer = TcpPrinter("127.0.0.1", listener.port)
    printer.send(job("1"))
    printer.send(job("1"))
    printer.send(job("2", copies=2))
    printer.close()
    assert listener.finish() == [b"^XA^XZ", b"^XA^XZ^XA^XZ"]


def test_tcp_without_a_printer_is_told_and_the_job_can_be_sent_later() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    printer = TcpPrinter("127.0.0.1", port)
    with pytest.raises(DeviceBusy) as caught:
        printer.send(job())
    assert caught.value.state is DeviceState.BUSY
    assert "job" not in printer._taken and "1" not in printer._taken


def test_tcp_refuses_what_it_cannot_carry() -> None:
    with pytest.raises(DeviceFault):
        TcpPrinter("127.0.0.1", 9).send(job(payloads={PageFormat.PDF: b"%PDF"}))


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (TimeoutError(), DeviceLost),
        (socket.gaierror(), DeviceLost),
        (OSError(errno.EHOSTUNREACH, "no route"), DeviceLost),
    ],
)
def test_tcp_speaks_of_devices_not_of_sockets(
    error: OSError, kind: type[DeviceError], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> socket.socket:
        raise error

    monkeypatch.setattr(socket, "create_connection", fail)
    with pytest.raises(kind):
        TcpPrinter("printer", 9100).send(job())


# --- folder ----------------------------------------------------------------------------------


def test_a_folder_gets_every_format_and_no_half_files(tmp_path: Path) -> None:
    FolderPrinter(tmp_path / "new").send(job())
    files = {path.name: path.read_bytes() for path in (tmp_path / "new").iterdir()}
    assert files == {f"label-1.{kind.value}": data for kind, data in PAGES.items()}


def test_a_full_disk_is_a_plain_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    printer = FolderPrinter(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(DeviceFault, match="the disk is full"):
            printer.send(job())
    assert not list(tmp_path.glob("label-1.zpl"))
    printer.send(job())
    assert (tmp_path / "label-1.zpl").read_bytes() == PAGES[PageFormat.ZPL]


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"")
    with pytest.raises(DeviceError):
        FolderPrinter(tmp_path / "taken").send(job())


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
    ("language", "command", "data"),
    [
        (PageFormat.ZPL, "-d Zebra -t label-1 -o raw", PAGES[PageFormat.ZPL]),
        (PageFormat.PDF, "-d Zebra -t label-1", PAGES[PageFormat.PDF]),
    ],
)
def test_a_queue_gets_zpl_raw_and_pdf_for_its_driver(
    language: PageFormat, command: str, data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = fake_lp(tmp_path, monkeypatch)
    printer = QueuePrinter("Zebra", language)
    printer.send(job())
    printer.send(job())
    assert log.read_bytes() == command.encode() + b"\n" + data


@pytest.mark.skipif(os.name == "nt", reason="lp is CUPS")
def test_a_queue_that_refuses_gives_its_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_lp(tmp_path, monkeypatch, 'echo "lp: The printer does not exist." >&2; exit 1')
    with pytest.raises(DeviceLost, match="does not exist"):
        QueuePrinter("Nowhere").send(job())


@pytest.mark.skipif(os.name == "nt", reason="lp is CUPS")
def test_a_missing_lp_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DeviceLost, match="lp is missing"):
        QueuePrinter("Zebra").send(job())


# --- simulated, specification, memory ----------------------------------------------------------


def test_the_simulated_printer_shows_keeps_twenty_and_can_fail() -> None:
    shown: list[tuple[bytes, str]] = []
    printer = SimulatedPrinter(lambda png, name: shown.append((png, name)))
    printer.fault = "no paper"
    with pytest.raises(DeviceFault, match="no paper"):
        printer.send(job("0"))
    printer.fault = ""
    for number in range(25):
        printer.send(job(str(number)))
        printer.send(job(str(number)))
    assert len(shown) == 25 and shown[0] == (PAGES[PageFormat.PNG], "label-1")
    assert [kept.job_id for kept in printer.jobs] == [str(number) for number in range(5, 25)]


@pytest.mark.parametrize(
    ("spec", "device"),
    [("tcp:10.0.0.7:9100", "tcp:10.0.0.7:9100"), ("queue:Zebra", "queue:Zebra"),
     ("queue:Office:pdf", "queue:Office"), ("sim", "sim"), ("tcp:[::1]:9100", "tcp:::1:9100")],
)  # fmt: skip
def test_a_specification_names_its_printer(spec: str, device: str) -> None:
    printer: LabelPrinter = open_printer(spec)
    assert printer.device == device


def test_a_folder_may_have_colons_and_spaces(tmp_path: Path) -> None:
    assert open_printer(f"file:{tmp_path}/a b:c").device == f"file:{tmp_path}/a b:c"


@pytest.mark.parametrize(
    "spec",
    ["", "zebra", "tcp:", "tcp:host", "tcp:host:0", "tcp:host:65536", "tcp:host:http", "queue:",
     "queue:a:xps", "file:", "sim:1", "usb:1"],
)  # fmt: skip
def test_anything_else_is_refused_with_a_sentence(spec: str) -> None:
    with pytest.raises(ValueError, match=r"[Uu]se |takes "):
        open_printer(spec)


def test_the_last_256_jobs_are_remembered() -> None:
    taken = TakenJobs()
    for number in range(KEPT + 1):
        taken.add(str(number))
    assert "0" not in taken and "1" in taken and str(KEPT) in taken
