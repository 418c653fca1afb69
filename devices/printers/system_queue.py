"""A printer behind the system's print queue: CUPS through `lp`, Windows through its spooler.

A queue takes the job and says nothing of paper: taken is not printed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable

from app.device_api import DeviceFault, DeviceLost, PageFormat, PrintJob
from devices.printers.jobs import TakenJobs

TIMEOUT_S = 10.0
Spool = Callable[[str, str, bytes, bool], None]
"""(queue, title, data, raw): hands one document to the system. Raises DeviceError."""


class QueuePrinter:
    """language: what the printer understands; ZPL goes raw, PDF through the queue's driver."""

    def __init__(
        self, queue: str, language: PageFormat = PageFormat.ZPL, spool: Spool | None = None
    ) -> None:
        self.device = f"queue:{queue}"
        self.formats = (language,)
        self._queue = queue
        self._spool = spool or (_spool_windows if sys.platform == "win32" else _spool_lp)
        self._taken = TakenJobs()

    def send(self, job: PrintJob) -> None:
        """Raises DeviceLost or DeviceFault."""
        if job.job_id in self._taken:
            return
        language = self.formats[0]
        data = job.payloads.get(language)
        if data is None:
            raise DeviceFault(self.device, f"this queue takes {language.value} only")
        for _ in range(job.copies):
            self._spool(self._queue, job.name, data, language is PageFormat.ZPL)
        self._taken.add(job.job_id)

    def close(self) -> None:
        """Nothing is held between jobs."""


def _spool_lp(queue: str, title: str, data: bytes, raw: bool) -> None:  # noqa: FBT001
    """CUPS. `lp` reads the document from its standard input."""
    device = f"queue:{queue}"
    program = shutil.which("lp")
    if program is None:
        raise DeviceLost(device, "the program lp is missing (package cups-client)")
    command = [program, "-d", queue, "-t", title, *(["-o", "raw"] if raw else [])]
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=TIMEOUT_S, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise DeviceLost(device, "the print system does not answer") from error
    if done.returncode:
        lines = done.stderr.decode(errors="replace").strip().splitlines()
        raise DeviceLost(device, lines[-1] if lines else "lp failed")


def _spool_windows(queue: str, title: str, data: bytes, raw: bool) -> None:  # noqa: FBT001
    """Windows' spooler through pywin32. Written from its documentation; not yet tried."""
    import win32print

    device = f"queue:{queue}"
    try:
        handle = win32print.OpenPrinter(queue)
    except win32print.error as error:
        raise DeviceLost(device, f"Windows knows no such printer ({error})") from error
    try:
        win32print.StartDocPrinter(handle, 1, (title, None, "RAW" if raw else "XPS_PASS"))
        win32print.StartPagePrinter(handle)
        win32print.WritePrinter(handle, data)
        win32print.EndPagePrinter(handle)
        win32print.EndDocPrinter(handle)
    except win32print.error as error:
        raise DeviceFault(device, f"the spooler failed ({error})") from error
    finally:
        win32print.ClosePrinter(handle)
