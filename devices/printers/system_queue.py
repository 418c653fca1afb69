"""A printer that the operating system knows: a CUPS queue, or a Windows printer.

The Windows half follows the vendor's documentation of the print spooler; it has never run against
a real Windows printer.
"""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from app.device_api import DeviceDenied, DeviceError, DeviceFault, DeviceLost, PageFormat
from devices.printers._choose import choose
from devices.printers._once import Once

if TYPE_CHECKING:
    from app.device_api import PrintJob

_TIMEOUT_S = 15.0
_PREFERRED = (PageFormat.ZPL, PageFormat.PDF)


class SystemQueuePrinter:
    """Hands jobs to the spooler: ZPL as it is (raw), PDF through the queue's own filters.

    formats: PDF first for a queue of an office printer. The spooler takes jobs for a printer that
    is off; only scanning the stuck label proves the print.
    """

    def __init__(
        self,
        name: str,
        *,
        formats: tuple[PageFormat, ...] = _PREFERRED,
        program: str = "lp",
        timeout_s: float = _TIMEOUT_S,
    ) -> None:
        self.device = f"queue:{name}"
        self._name = name
        self._formats = formats
        self._program = program
        self._timeout_s = timeout_s
        self._once = Once()

    def send(self, job: PrintJob) -> None:
        """Returns when the spooler has the job. Raises DeviceError."""
        if job.job_id in self._once:
            return
        page_format, payload = choose(self.device, job, self._formats)
        if sys.platform == "win32":
            self._spool_windows(job, page_format, payload)
        else:
            self._spool_cups(job, page_format, payload)
        self._once.add(job.job_id)

    def close(self) -> None:
        """The spooler keeps nothing open for us."""

    def _spool_cups(self, job: PrintJob, page_format: PageFormat, payload: bytes) -> None:
        command = [self._program, "-d", self._name, "-n", str(job.copies), "-t", job.name]
        if page_format is PageFormat.ZPL:
            command += ["-o", "raw"]
        try:
            done = subprocess.run(
                command, input=payload, capture_output=True, timeout=self._timeout_s, check=False
            )
        except FileNotFoundError as error:
            raise DeviceFault(
                self.device, f"the program {self._program!r} is not installed (package cups-client)"
            ) from error
        except PermissionError as error:
            raise DeviceDenied(self.device, "printing is not allowed here") from error
        except subprocess.TimeoutExpired as error:
            raise DeviceFault(self.device, "the print spooler does not answer") from error
        except OSError as error:
            raise DeviceFault(self.device, f"the print spooler failed: {error}") from error
        if done.returncode != 0:
            raise self._refused(done.stderr.decode("utf-8", "replace").strip())

    def _refused(self, message: str) -> DeviceError:
        lowered = message.lower()
        if "does not exist" in lowered or "unknown destination" in lowered:
            return DeviceLost(self.device, f"there is no printer named {self._name!r}")
        if "forbidden" in lowered or "not authorized" in lowered:
            return DeviceDenied(self.device, "printing is not allowed here")
        return DeviceFault(
            self.device, f"the print spooler refused: {message or 'no reason given'}"
        )

    def _spool_windows(self, job: PrintJob, page_format: PageFormat, payload: bytes) -> None:
        if page_format is not PageFormat.ZPL:
            raise DeviceFault(self.device, "a Windows printer takes only ZPL from this program")
        import win32print

        try:
            handle = win32print.OpenPrinter(self._name)
        except win32print.error as error:
            raise DeviceLost(self.device, f"there is no printer named {self._name!r}") from error
        try:
            win32print.StartDocPrinter(handle, 1, (job.name, None, "RAW"))
            win32print.StartPagePrinter(handle)
            win32print.WritePrinter(handle, payload * job.copies)
            win32print.EndPagePrinter(handle)
            win32print.EndDocPrinter(handle)
        except win32print.error as error:
            raise DeviceFault(self.device, f"the print spooler failed: {error}") from error
        finally:
            win32print.ClosePrinter(handle)
