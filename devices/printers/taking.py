"""What raw lines and system queues have in common: they take bytes and never say more."""

from __future__ import annotations

from abc import ABC, abstractmethod

from app.device_api import DeviceError, PageFormat, PrintJob, Proof
from app.paper import Paper
from devices.printers.jobs import JobLedger, demand_dpi, page_for


class TakingPrinter(ABC):
    """Keeps the ledger of the printer's jobs. A subclass hands the bytes over.

    A job is TAKEN, or it broke off and stays in doubt for ever.
    dpi: the printer's resolution as the spec gives it, 0 = not given. The printer cannot be asked.
    """

    paper: Paper | None = None

    def __init__(self, device: str, language: PageFormat, dpi: int) -> None:
        self.device = device
        self.formats: tuple[PageFormat, ...] = (language,)
        self.dpi = dpi
        self._jobs = JobLedger()

    def send(self, job: PrintJob) -> Proof:
        """Print a job. Raises DeviceError; doubtful if the printer may have some of the bytes."""
        if job.job_id in self._jobs:
            return self._again(job.job_id)
        data = page_for(self.device, self.formats, job)
        demand_dpi(self.device, self.dpi, job)
        self._hand_over(job, data)
        self._jobs.keep(job.job_id, Proof.TAKEN)
        return Proof.TAKEN

    def settled(self, job_id: str) -> Proof:
        return self._jobs.proof(job_id)

    def close(self) -> None:  # noqa: B027  nothing to add for any of them
        """Nothing is held between jobs."""

    @abstractmethod
    def _hand_over(self, job: PrintJob, data: bytes) -> None:
        """Hand over all copies of the page.

        Raises DeviceError. Where it is doubtful, the job is in the ledger by then.
        """

    @abstractmethod
    def _broke_off(self, job_id: str) -> DeviceError:
        """The doubtful error for a job that broke off before and is asked for again."""

    def _again(self, job_id: str) -> Proof:
        """What is known of a job that is asked for again. Its bytes go out only once."""
        proof = self._jobs.proof(job_id)
        if proof is Proof.NONE:
            raise self._broke_off(job_id)
        return proof
