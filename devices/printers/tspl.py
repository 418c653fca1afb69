"""A TSPL printer that answers ESC !?. It says what is wrong and does not count its labels.

So a job is TAKEN at best. A job in doubt (see `devices.printers.zebra`) is settled when the printer
has been well and idle for a while, or was cleared.
"""

from __future__ import annotations

from contextlib import closing

from app.device_api import (
    Ability,
    DeviceError,
    DeviceFault,
    DeviceLost,
    PageFormat,
    PrintJob,
    Proof,
    Trouble,
)
from devices.printers.asking import QUIET_LOOKS, AskingPrinter
from devices.printers.jobs import (
    demand_dpi,
    in_doubt,
    page_for,
    still_in_doubt,
)
from devices.printers.link import PrinterLink, ask
from devices.printers.tspl_status import CANCEL_ALL, STATUS, TsplStatus, parse_tspl_status


class TsplPrinter(AskingPrinter):
    """Such a printer cannot be asked for its resolution: only `dpi` is known."""

    formats: tuple[PageFormat, ...] = (PageFormat.TSPL,)
    abilities: tuple[Ability, ...] = (Ability.STATUS,)

    def send(self, job: PrintJob) -> Proof:
        """Print a job. Raises DeviceError; doubtful once the first byte of the label is out."""
        if job.job_id in self._jobs:
            return self._again(job.job_id)
        data = page_for(self.device, self.formats, job) * job.copies
        demand_dpi(self.device, self._dpi, job)
        with closing(self._port.open()) as link:
            if job.clear_first:
                self._clear(link)
            self._demand_well(link)
            if self._jobs.doubt is not None:
                raise still_in_doubt(self.device, self._jobs.doubt)
            doubt = self._jobs.begin(job)
            try:
                link.write(data)
                self._watch(link)
            except DeviceError as error:
                doubt.trouble = error.trouble
                raise in_doubt(error) from error
            return self._jobs.settle(doubt, Proof.TAKEN)

    def check(self) -> None:
        with closing(self._port.open()) as link:
            self._demand_well(link)

    def settled(self, job_id: str) -> Proof:
        """What became of a job in doubt.

        TAKEN: the printer holds nothing any more, and cannot say more. NONE: the job is still in
        doubt. Raises DeviceError: JOB_LOST if it was cleared; a doubtful one if the printer is not
        well now.
        """
        doubt = self._jobs.doubt
        if doubt is None or doubt.job_id != job_id:
            return self._jobs.ended(self.device, job_id)
        try:
            with closing(self._port.open()) as link:
                idle = not self._demand_well(link).printing
        except DeviceError as error:
            doubt.quiet_for(self._clock(), quiet=False)
            raise in_doubt(error) from error
        if doubt.quiet_for(self._clock(), quiet=idle) < self._patience.quiet:
            return Proof.NONE
        return self._jobs.settle(doubt, Proof.TAKEN)

    def _demand_well(self, link: PrinterLink) -> TsplStatus:
        patience = self._patience.answer
        status = ask(link, self.device, STATUS, parse_tspl_status, patience, self._clock)
        if status is None:
            raise DeviceLost(self.device, Trouble.NOT_ANSWERING, "silence to ESC !?")
        if status.trouble is not None:
            raise DeviceFault(self.device, status.trouble, "ESC !?")
        return status

    def _watch(self, link: PrinterLink) -> None:
        """Wait until the printer is idle again. Raises DeviceError where a fault shows."""
        until, quiet = self._clock() + self._patience.watch, 0
        while quiet < QUIET_LOOKS and self._clock() < until:
            self._wait(self._patience.poll)
            quiet = 0 if self._demand_well(link).printing else quiet + 1

    def _clear(self, link: PrinterLink) -> None:
        link.write(CANCEL_ALL)
        if self._jobs.doubt is not None:
            self._jobs.settle(self._jobs.doubt, Proof.NONE)
