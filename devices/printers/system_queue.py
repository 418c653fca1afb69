"""A printer behind the system's print queue: CUPS through `lp`, Windows through its spooler.

A queue takes a job and does not say whether paper came out, so a job is TAKEN at best. A CUPS
queue says what became of a job if it is reached by IPP: ipp://localhost/printers/NAME.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import Protocol

from app.device_api import (
    Ability,
    DeviceDenied,
    DeviceError,
    DeviceFault,
    DeviceLost,
    PageFormat,
    PrintJob,
    Proof,
    Trouble,
)
from devices.printers.taking import TakingPrinter
from devices.printers.windows_status import spooler_trouble

TIMEOUT_S = 10.0


class Spooler(Protocol):
    """The print queues of one operating system."""

    abilities: tuple[Ability, ...]

    def spool(self, queue: str, title: str, data: bytes, *, raw: bool) -> None:
        """Hand one document over. raw: the queue must not convert it. Raises DeviceError."""

    def check(self, queue: str) -> None:
        """Look whether a queue can print. Raises DeviceError."""


class QueuePrinter(TakingPrinter):
    """language: what the printer understands.

    ZPL and TSPL go raw, PDF goes through the queue's driver.
    """

    def __init__(
        self,
        queue: str,
        language: PageFormat = PageFormat.ZPL,
        spooler: Spooler | None = None,
        *,
        dpi: int = 0,
    ) -> None:
        super().__init__(f"queue:{queue}", language, dpi)
        self._queue = queue
        self._spooler = spooler or (WindowsSpooler() if sys.platform == "win32" else LpSpooler())
        self.abilities = self._spooler.abilities

    def check(self) -> None:
        self._spooler.check(self._queue)

    def _hand_over(self, job: PrintJob, data: bytes) -> None:
        self._spooler.check(self._queue)
        raw = self.formats[0] is not PageFormat.PDF
        for copy in range(job.copies):
            try:
                self._spooler.spool(self._queue, job.name, data, raw=raw)
            except DeviceError as error:
                if copy or error.doubtful:  # the queue may have taken a part
                    self._jobs.keep(job.job_id, Proof.NONE)
                    error.doubtful = True
                raise

    def _broke_off(self, job_id: str) -> DeviceError:
        detail = f"job {job_id} was not taken whole before"
        return DeviceFault(self.device, Trouble.NOT_ANSWERING, detail, doubtful=True)


class LpSpooler:
    """The queues of CUPS. `lp` reads the document from its standard input."""

    abilities: tuple[Ability, ...] = ()

    def spool(self, queue: str, title: str, data: bytes, *, raw: bool) -> None:
        device = f"queue:{queue}"
        program = shutil.which("lp")
        if program is None:
            detail = "the program lp is missing (package cups-client)"
            raise DeviceFault(device, Trouble.LIBRARY_MISSING, detail)
        command = [program, "-d", queue, "-t", title, *(["-o", "raw"] if raw else [])]
        try:
            done = subprocess.run(
                command,
                input=data,
                capture_output=True,
                timeout=TIMEOUT_S,
                check=False,
                env=os.environ | {"LC_ALL": "C"},  # `lp_error` compares what it says
            )
        except subprocess.TimeoutExpired as error:
            detail = "the print system does not answer"
            raise DeviceLost(device, Trouble.NOT_ANSWERING, detail, doubtful=True) from error
        except OSError as error:
            raise DeviceFault(device, Trouble.LIBRARY_MISSING, f"lp: {error}") from error
        if done.returncode:
            lines = done.stderr.decode(errors="replace").strip().splitlines()
            raise lp_error(device, lines[-1] if lines else "lp failed")

    def check(self, queue: str) -> None:
        """Nothing: `lp` does not tell the condition of a queue."""


def lp_error(device: str, complaint: str) -> DeviceError:
    """The DeviceError for what `lp` (CUPS 2.4) says on its standard error."""
    told = complaint.lower()
    if "does not exist" in told or "unknown destination" in told:
        return DeviceLost(device, Trouble.NAME_UNKNOWN, complaint)
    if "not accepting" in told:
        return DeviceFault(device, Trouble.QUEUE_STOPPED, complaint)
    if "scheduler" in told or "connect" in told or "bad file descriptor" in told:
        return DeviceLost(device, Trouble.NOT_ANSWERING, complaint)
    if "forbidden" in told or "not authorized" in told or "unauthorized" in told:
        return DeviceDenied(device, Trouble.NO_PERMISSION, complaint)
    if "unsupported" in told:
        return DeviceFault(device, Trouble.WRONG_FORMAT, complaint)
    return DeviceFault(device, Trouble.PRINTER_FAULT, complaint)


class WindowsSpooler:
    """The queues of Windows, by pywin32's win32print.

    Written from Microsoft's documentation; not tried on Windows yet. Every document goes raw, so a
    PDF needs a printer that reads PDF itself.
    """

    abilities: tuple[Ability, ...] = (Ability.STATUS,)

    def spool(self, queue: str, title: str, data: bytes, *, raw: bool) -> None:
        import win32print

        device = f"queue:{queue}"
        handle = self._open(queue)
        begun = False
        try:
            win32print.StartDocPrinter(handle, 1, (title, None, "RAW"))
            begun = True
            win32print.StartPagePrinter(handle)
            win32print.WritePrinter(handle, data)
            win32print.EndPagePrinter(handle)
            win32print.EndDocPrinter(handle)
        except win32print.error as error:
            raise DeviceFault(
                device, Trouble.PRINTER_FAULT, f"spooler: {error}", doubtful=begun
            ) from error
        finally:
            win32print.ClosePrinter(handle)

    def check(self, queue: str) -> None:
        import win32print

        device = f"queue:{queue}"
        handle = self._open(queue)
        try:
            status = win32print.GetPrinter(handle, 2)["Status"]
        except win32print.error as error:
            raise DeviceFault(device, Trouble.PRINTER_FAULT, f"spooler: {error}") from error
        finally:
            win32print.ClosePrinter(handle)
        trouble = spooler_trouble(status)
        if trouble is not None:
            raise DeviceFault(device, trouble, f"PRINTER_STATUS {status:#010x}")

    def _open(self, queue: str) -> object:
        import win32print

        try:
            handle: object = win32print.OpenPrinter(queue)
        except win32print.error as error:
            raise DeviceLost(f"queue:{queue}", Trouble.NAME_UNKNOWN, str(error)) from error
        return handle
