"""A printer that takes bytes and says nothing: taken is not printed."""

from __future__ import annotations

from contextlib import closing

from app.device_api import (
    Ability,
    DeviceError,
    DeviceLost,
    PageFormat,
    PrintJob,
    Proof,
    Trouble,
)
from devices.printers.jobs import JobLedger, demand_dpi, in_doubt, page_for
from devices.printers.link import Link, Port
from devices.printers.zebra_status import CANCEL_ALL


class RawPrinter:
    """dpi: what the site says that the printer has, 0 = unknown."""

    abilities: tuple[Ability, ...] = ()

    def __init__(self, port: Port, language: PageFormat = PageFormat.ZPL, *, dpi: int = 0) -> None:
        self.device = port.device
        self.formats: tuple[PageFormat, ...] = (language,)
        self._port = port
        self._dpi = dpi
        self._jobs = JobLedger()

    def send(self, job: PrintJob) -> Proof:
        """Raises DeviceError; doubtful once the first byte is out."""
        if job.job_id in self._jobs:
            return self._known(job.job_id)
        data = page_for(self.device, self.formats, job)
        demand_dpi(self.device, self._dpi, job)
        with closing(self._port.open()) as link:
            # From here on the printer may have the label: the id is spent, come what may.
            self._jobs.keep(job.job_id, Proof.NONE)
            hand_over(
                link, data * job.copies, clear=job.clear_first and PageFormat.ZPL in self.formats
            )
        self._jobs.keep(job.job_id, Proof.TAKEN)
        return Proof.TAKEN

    def _known(self, job_id: str) -> Proof:
        proof = self._jobs.proof(job_id)
        if proof is Proof.NONE:
            detail = f"job {job_id} broke off before"
            raise DeviceLost(self.device, Trouble.CONNECTION_LOST, detail, doubtful=True)
        return proof

    def check(self) -> None:
        """Knows nothing."""

    def reach(self) -> None:
        """Whether somebody listens at its address. Raises DeviceError."""
        self._port.open().close()

    def settled(self, job_id: str) -> Proof:
        return self._jobs.proof(job_id)

    def close(self) -> None:
        """Nothing is held between jobs."""


def hand_over(link: Link, data: bytes, *, clear: bool) -> None:
    """clear: ~JA first, unheard. Raises DeviceError, always doubtful."""
    try:
        link.write(CANCEL_ALL + data if clear else data)
        link.finish()
    except DeviceError as error:
        raise in_doubt(error) from error
