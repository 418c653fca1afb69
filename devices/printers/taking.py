"""What printers have in common of which nothing more is known than that they took the bytes."""

from __future__ import annotations

from abc import ABC, abstractmethod

from app.device_api import DeviceError, PageFormat, PrintJob, Proof
from devices.printers.jobs import JobLedger, demand_dpi, page_for


class TakingPrinter(ABC):
    """The ledger of such a printer's jobs: a job is TAKEN, or it broke off and is in doubt.

    dpi: what the site says that the printer has, 0 = unknown; it cannot be asked.
    """

    def __init__(self, device: str, language: PageFormat, dpi: int) -> None:
        self.device = device
        self.formats: tuple[PageFormat, ...] = (language,)
        self._dpi = dpi
        self._jobs = JobLedger()

    def send(self, job: PrintJob) -> Proof:
        """Raises DeviceError; doubtful once the first byte may have been taken."""
        if job.job_id in self._jobs:
            return self._again(job.job_id)
        data = page_for(self.device, self.formats, job)
        demand_dpi(self.device, self._dpi, job)
        self._hand_over(job, data)
        self._jobs.keep(job.job_id, Proof.TAKEN)
        return Proof.TAKEN

    def settled(self, job_id: str) -> Proof:
        return self._jobs.proof(job_id)

    def close(self) -> None:  # noqa: B027  nothing to add for any of them
        """Nothing is held between jobs."""

    @abstractmethod
    def _hand_over(self, job: PrintJob, data: bytes) -> None:
        """All copies of the page. Raises DeviceError; before a doubtful one the id is spent."""

    @abstractmethod
    def _broke_off(self, job_id: str) -> DeviceError:
        """Why a job that broke off before is not sent again; doubtful."""

    def _again(self, job_id: str) -> Proof:
        """The same job once more: its bytes do not go out again."""
        proof = self._jobs.proof(job_id)
        if proof is Proof.NONE:
            raise self._broke_off(job_id)
        return proof
