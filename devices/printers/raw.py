"""A printer that takes bytes and says nothing, so a job is TAKEN at best."""

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
from devices.printers.jobs import in_doubt
from devices.printers.link import Port, PrinterLink
from devices.printers.taking import TakingPrinter
from devices.printers.zebra_status import CANCEL_ALL


class RawPrinter(TakingPrinter):
    """Sends ZPL or TSPL over a line and reads no answer."""

    abilities: tuple[Ability, ...] = ()

    def __init__(self, port: Port, language: PageFormat = PageFormat.ZPL, *, dpi: int = 0) -> None:
        super().__init__(port.device, language, dpi)
        self._port = port
        self._half_sent = False  # the last job broke off: the printer may hold a format without end

    def check(self) -> None:
        """Nothing: the printer cannot be asked."""

    def reach(self) -> None:
        """Open and close the line, to see that it is there. Raises DeviceError."""
        self._port.open().close()

    def _hand_over(self, job: PrintJob, data: bytes) -> None:
        clear = (job.clear_first or self._half_sent) and PageFormat.ZPL in self.formats
        with closing(self._port.open()) as link:
            # From here on the printer may have the label, so this job id is never sent again.
            self._jobs.keep(job.job_id, Proof.NONE)
            self._half_sent = True
            hand_over(link, data * job.copies, clear=clear)
            self._half_sent = False

    def _broke_off(self, job_id: str) -> DeviceError:
        detail = f"job {job_id} broke off before"
        return DeviceLost(self.device, Trouble.CONNECTION_LOST, detail, doubtful=True)


def hand_over(link: PrinterLink, data: bytes, *, clear: bool) -> None:
    """Write a label. clear: ~JA goes first, without an answer. Raises DeviceError, doubtful."""
    try:
        link.write(CANCEL_ALL + data if clear else data)
        link.finish()
    except DeviceError as error:
        raise in_doubt(error) from error
