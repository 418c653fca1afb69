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
from devices.printers.jobs import in_doubt
from devices.printers.link import Port, PrinterLink
from devices.printers.taking import TakingPrinter
from devices.printers.zebra_status import CANCEL_ALL


class RawPrinter(TakingPrinter):
    """ZPL or TSPL over a line that nothing comes back on."""

    abilities: tuple[Ability, ...] = ()

    def __init__(self, port: Port, language: PageFormat = PageFormat.ZPL, *, dpi: int = 0) -> None:
        super().__init__(port.device, language, dpi)
        self._port = port

    def check(self) -> None:
        """Knows nothing."""

    def reach(self) -> None:
        """Whether somebody listens at its address. Raises DeviceError."""
        self._port.open().close()

    def _hand_over(self, job: PrintJob, data: bytes) -> None:
        clear = job.clear_first and PageFormat.ZPL in self.formats
        with closing(self._port.open()) as link:
            # From here on the printer may have the label: the id is spent, come what may.
            self._jobs.keep(job.job_id, Proof.NONE)
            hand_over(link, data * job.copies, clear=clear)

    def _broke_off(self, job_id: str) -> DeviceError:
        detail = f"job {job_id} broke off before"
        return DeviceLost(self.device, Trouble.CONNECTION_LOST, detail, doubtful=True)


def hand_over(link: PrinterLink, data: bytes, *, clear: bool) -> None:
    """clear: ~JA first, unheard. Raises DeviceError, always doubtful."""
    try:
        link.write(CANCEL_ALL + data if clear else data)
        link.finish()
    except DeviceError as error:
        raise in_doubt(error) from error
