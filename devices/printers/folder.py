"""A printer that is a folder: every page in every format, for offices, tests and the demo."""

from __future__ import annotations

import os
from pathlib import Path

from app.device_api import (
    Ability,
    DeviceDenied,
    DeviceFault,
    PageFormat,
    PrintJob,
    Proof,
    Trouble,
)
from app.paper import Paper
from devices.printers.jobs import JobLedger


class FolderPrinter:
    """Writes name.zpl, name.pdf and name.png; each appears whole or not at all."""

    formats: tuple[PageFormat, ...] = (
        PageFormat.ZPL,
        PageFormat.TSPL,
        PageFormat.PDF,
        PageFormat.PNG,
    )
    abilities: tuple[Ability, ...] = ()
    dpi = 0
    paper: Paper | None = None

    def __init__(self, folder: Path) -> None:
        self.device = f"file:{folder}"
        self._folder = folder
        self._jobs = JobLedger()

    def send(self, job: PrintJob) -> Proof:
        """Raises DeviceDenied or DeviceFault.

        A job that failed may be sent again. Its files are then written anew: a file that is written
        twice is no second label.
        """
        if job.job_id in self._jobs:
            return Proof.TAKEN
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            for kind, data in job.payloads.items():
                self._write(self._folder / f"{job.name}.{kind.value}", data)
        except PermissionError as error:
            raise DeviceDenied(self.device, Trouble.NO_PERMISSION, str(error)) from error
        except OSError as error:
            raise DeviceFault(self.device, Trouble.FOLDER_UNUSABLE, str(error)) from error
        self._jobs.keep(job.job_id, Proof.TAKEN)
        return Proof.TAKEN

    def _write(self, path: Path, data: bytes) -> None:
        temporary = path.with_name(path.name + ".part")
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)

    def check(self) -> None:
        """Nothing: a folder has no condition to ask for."""

    def settled(self, job_id: str) -> Proof:
        return self._jobs.proof(job_id)

    def close(self) -> None:
        """Nothing is held between jobs."""
