"""A printer behind the system's print queue: CUPS through `lp`, Windows through its spooler.

A queue takes the job and says nothing of paper: taken is not printed. A CUPS queue can be asked
what became of a job: ipp://localhost/printers/NAME.
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
    """The system's way to its queues."""

    abilities: tuple[Ability, ...]

    def spool(self, queue: str, title: str, data: bytes, *, raw: bool) -> None:
        """Hand one document over. Raises DeviceError."""

    def check(self, queue: str) -> None:
        """Raises DeviceError."""


class QueuePrinter(TakingPrinter):
    """language: what the printer understands; ZPL and TSPL go raw, PDF through the queue's
    driver."""

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
    """CUPS. `lp` reads the document from its standard input."""

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
                env=os.environ | {"LC_ALL": "C"},  # its complaints are compared
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
        """Knows nothing."""


def lp_error(device: str, complaint: str) -> DeviceError:
    """What `lp` (CUPS 2.4) says on its standard error, in the devices' words."""
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
    """pywin32's win32print. Written from Microsoft's documentation; not yet tried on Windows.

    Every document goes raw: a PDF only to a printer that reads PDF itself.
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
