"""A printer that is a folder: every page in every format, for offices, tests and the demo."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from app.device_api import DeviceDenied, DeviceFault, PageFormat, PrintJob
from devices.printers.jobs import TakenJobs


class FolderPrinter:
    """Writes name.zpl, name.pdf and name.png; each appears whole or not at all."""

    formats = (PageFormat.ZPL, PageFormat.PDF, PageFormat.PNG)

    def __init__(self, folder: Path) -> None:
        self.device = f"file:{folder}"
        self._folder = folder
        self._taken = TakenJobs()

    def send(self, job: PrintJob) -> None:
        """Raises DeviceDenied or DeviceFault; what was written of the job before stays."""
        if job.job_id in self._taken:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            for kind, data in job.payloads.items():
                self._write(self._folder / f"{job.name}.{kind.value}", data)
        except PermissionError as error:
            raise DeviceDenied(self.device, "the folder may not be written") from error
        except OSError as error:
            full = error.errno in {errno.ENOSPC, errno.EDQUOT}
            reason = "the disk is full" if full else f"the folder fails ({error.strerror})"
            raise DeviceFault(self.device, reason) from error
        self._taken.add(job.job_id)

    def _write(self, path: Path, data: bytes) -> None:
        temporary = path.with_name(path.name + ".part")
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)

    def close(self) -> None:
        """Nothing is held between jobs."""
