"""A Zebra that answers. Its own counter, the odometer, proves that a label was printed.

The printer is asked whether it is well before a job, and watched after it until the odometer has
risen or a fault shows. A printer with a fault keeps the label and prints it when the fault is
mended. Such a job is in doubt: its bytes never go out again by themselves, and no other job goes
out until the doubt is settled or the printer was cleared (~JA).

Limits: the odometer counts the labels of all hosts. While a job is watched over TCP no other host
can print, since the printer serves one at a time. What `settled` says later is right only for a
printer that one bench alone uses.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import TypeVar

from app.device_api import (
    Ability,
    DeviceBusy,
    DeviceError,
    DeviceFault,
    DeviceLost,
    PageFormat,
    PrintJob,
    Proof,
    Trouble,
)
from devices.printers.asking import QUIET_LOOKS, AskingPrinter, Patience
from devices.printers.jobs import (
    Doubt,
    demand_dpi,
    in_doubt,
    never_came_out,
    page_for,
    still_in_doubt,
)
from devices.printers.link import Port, PrinterLink, ask
from devices.printers.raw import hand_over
from devices.printers.zebra_status import (
    CANCEL_ALL,
    HOST_IDENTIFICATION,
    HOST_STATUS,
    ODOMETER,
    QUERY_ERRORS,
    HostIdentification,
    HostStatus,
    parse_errors,
    parse_identification,
    parse_odometer,
    parse_status,
)

T = TypeVar("T")
log = logging.getLogger(__name__)

MOST_SILENCES = 3
"""A printer that has not answered so many first questions is not asked again before a break."""


class ZebraPrinter(AskingPrinter):
    """dpi: the resolution as the spec gives it, 0 = not given; the printer may know better.

    A printer that has never answered ~HI is mute: its jobs are TAKEN, and nothing more is known. It
    is asked again with the next jobs, because one that wakes up may answer its first question late.
    """

    formats: tuple[PageFormat, ...] = (PageFormat.ZPL,)

    def __init__(
        self,
        port: Port,
        *,
        dpi: int = 0,
        patience: Patience | None = None,
        clock: Callable[[], float] = time.monotonic,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        super().__init__(port, dpi=dpi, patience=patience, clock=clock, wait=wait)
        self.abilities: tuple[Ability, ...] = ()
        self._host: HostIdentification | None = None  # None = ask it at the next contact
        self._spoke = False  # it has answered once, so silence is a fault
        self._mute = False
        self._half_sent = False  # to a mute printer; it may hold a format without its end
        self._silences = 0  # first questions that got no answer
        self._counts: bool | None = None  # whether it has an odometer; None = not known yet
        self._counted = False  # the odometer was seen to move

    # --- LabelPrinter ------------------------------------------------------------------------

    def send(self, job: PrintJob) -> Proof:
        """Print a job. Raises DeviceError; doubtful once the first byte of the label is out."""
        if job.job_id in self._jobs:
            return self._again(job.job_id)
        data = page_for(self.device, self.formats, job) * job.copies
        with self._open() as link:
            if self._mute:
                return self._send_blind(link, job, data)
            if job.clear_first:
                self._clear(link)
            self._demand_well(link)
            demand_dpi(self.device, self.dpi, job)
            self._demand_no_doubt(link)
            if self._wait_for_others(link).partial_format:
                self._discard_half(link)
            doubt = self._jobs.begin(job, self._odometer(link))
            try:
                link.write(data)
                proof = self._watch(link, doubt)
            except DeviceError as error:
                doubt.trouble = error.trouble
                raise in_doubt(error) from error
            return self._jobs.settle(doubt, proof)

    def check(self) -> None:
        if self._mute:
            return
        with self._open() as link:
            if not self._mute:
                self._demand_well(link)

    def settled(self, job_id: str) -> Proof:
        """What became of a job in doubt.

        COUNTED: it came out. TAKEN: the printer holds nothing any more, and cannot say more. NONE:
        it is still in doubt. Raises DeviceError: JOB_LOST if it never came out; a doubtful one if
        the printer is not well now.
        """
        if self._jobs.doubt is None or self._jobs.doubt.job_id != job_id:
            return self._jobs.ended(self.device, job_id)
        try:
            with self._open() as link:
                return self._look_back(link, self._jobs.doubt)
        except DeviceError as error:
            if error.trouble is Trouble.JOB_LOST:
                raise
            raise in_doubt(error) from error

    # --- who is there ------------------------------------------------------------------------

    @contextmanager
    def _open(self) -> Iterator[PrinterLink]:
        """A connection for one use. The printer is asked what it is, if that is not known yet.

        After a break it is asked again: it may be another printer.
        """
        try:
            with closing(self._port.open()) as link:
                if self._host is None and (not self._mute or self._silences < MOST_SILENCES):
                    self._meet(link)
                yield link
        except (DeviceLost, DeviceBusy):
            self._host, self._mute = None, False
            raise

    def _meet(self, link: PrinterLink) -> None:
        patience = self._patience.answer if self._spoke else self._patience.probe
        self._host = self._ask(link, HOST_IDENTIFICATION, parse_identification, patience)
        if self._host is None and self._spoke:
            raise DeviceLost(self.device, Trouble.NOT_ANSWERING, "silence to ~HI")
        if self._host is None:
            self._mute, self.abilities = True, ()
            self._silences += 1
            log.info("%s does not answer ~HI: nothing can be proven there", self.device)
            return
        self._spoke, self._mute = True, False
        self._odometer(link)
        log.info("%s is a %s", self.device, self._host)

    @property
    def dpi(self) -> int:
        return (self._host.dpi if self._host is not None else 0) or self._dpi

    def _ask(
        self,
        link: PrinterLink,
        command: bytes,
        parse: Callable[[bytes], T | None],
        timeout_s: float = 0,
    ) -> T | None:
        timeout_s = timeout_s or self._patience.answer
        return ask(link, self.device, command, parse, timeout_s, self._clock)

    def _odometer(self, link: PrinterLink) -> int | None:
        """How many labels the printer has ever printed; None where it does not count."""
        if self._counts is False:
            return None
        answer = self._ask(link, ODOMETER, parse_odometer)
        if self._counts is None:
            self._counts = answer is not None and answer.labels is not None
            counting = (Ability.COUNT,) if self._counts else ()
            self.abilities = (Ability.STATUS, *counting)
        return answer.labels if answer is not None else None

    def _demand_well(self, link: PrinterLink) -> HostStatus:
        """Ask how the printer is. Raises DeviceError where it is not well.

        ~HQES comes first: there is no answer to ~HS while media, ribbon or head are out.
        """
        errors = self._ask(link, QUERY_ERRORS, parse_errors)
        if errors is None:
            raise DeviceLost(self.device, Trouble.NOT_ANSWERING, "silence to ~HQES")
        if errors.trouble is not None:
            raise DeviceFault(self.device, errors.trouble, f"~HQES {errors.group_1:08X}")
        status = self._ask(link, HOST_STATUS, parse_status)
        if status is None:
            raise DeviceFault(self.device, Trouble.PRINTER_FAULT, "silence to ~HS")
        if status.trouble is not None:
            raise DeviceFault(self.device, status.trouble, "~HS")
        return status

    # --- one job -----------------------------------------------------------------------------

    def _send_blind(self, link: PrinterLink, job: PrintJob, data: bytes) -> Proof:
        demand_dpi(self.device, self._dpi, job)
        self._jobs.keep(job.job_id, Proof.NONE)
        clear, self._half_sent = job.clear_first or self._half_sent, True
        hand_over(link, data, clear=clear)
        self._half_sent = False
        self._jobs.keep(job.job_id, Proof.TAKEN)
        return Proof.TAKEN

    def _wait_for_others(self, link: PrinterLink) -> HostStatus:
        """Wait until labels of other hosts are out: the odometer would count them as ours."""
        until, waited = self._clock() + self._patience.proof, False
        while (status := self._demand_well(link)).queued:
            waited = True
            if self._clock() >= until:
                raise DeviceBusy(self.device, Trouble.PRINTING, "labels of another host")
            self._wait(self._patience.poll)
        if waited:
            self._steady_odometer(link)
        return status

    def _discard_half(self, link: PrinterLink) -> None:
        """Throw away a format whose end never came, else our label is printed on top of it.

        No other host is at it: the printer serves one at a time.
        """
        log.info("%s held half a label, which was thrown away", self.device)
        link.write(CANCEL_ALL)
        if self._demand_well(link).partial_format:
            raise DeviceFault(self.device, Trouble.PRINTER_FAULT, "half a label stays in it")

    def _watch(self, link: PrinterLink, doubt: Doubt) -> Proof:
        """Wait until the label is counted. Raises DeviceError where a fault shows.

        The odometer is read first: a printer that ran out of media with this label has printed it.
        """
        start = self._clock()
        seen, until, quiet = doubt.before, start + self._patience.proof, 0
        while True:
            count = self._odometer(link) if doubt.before is not None else None
            if self._has_counted(doubt, count):
                return Proof.COUNTED
            if count is not None and seen is not None and count > seen:  # one of several copies
                seen, until = count, self._clock() + self._patience.proof
            quiet = quiet + 1 if self._demand_well(link).empty else 0
            if doubt.before is None and (
                quiet >= QUIET_LOOKS or self._clock() >= start + self._patience.watch
            ):
                return Proof.TAKEN
            if self._clock() >= until:
                raise DeviceFault(self.device, Trouble.NOT_COUNTED, f"the odometer stays {count}")
            self._wait(self._patience.poll)

    def _has_counted(self, doubt: Doubt, count: int | None) -> bool:
        if count is None or doubt.before is None:
            return False
        self._counted = self._counted or count > doubt.before
        return count >= doubt.before + doubt.copies

    # --- jobs in doubt -----------------------------------------------------------------------

    def _look_back(self, link: PrinterLink, doubt: Doubt) -> Proof:
        """What became of the job in doubt; NONE while that is open."""
        if self._mute:
            return Proof.NONE
        count = self._odometer(link) if doubt.before is not None else None
        if self._has_counted(doubt, count):
            return self._jobs.settle(doubt, Proof.COUNTED)
        try:
            empty = self._demand_well(link).empty
        except DeviceError:
            doubt.quiet_for(self._clock(), quiet=False)
            raise
        if doubt.quiet_for(self._clock(), quiet=empty) < self._patience.quiet:
            return Proof.NONE
        if count is None or not self._counted:
            return self._jobs.settle(
                doubt, Proof.TAKEN
            )  # an odometer that never moved proves no loss
        self._jobs.settle(doubt, Proof.NONE)
        raise never_came_out(self.device, doubt.job_id)

    def _demand_no_doubt(self, link: PrinterLink) -> None:
        doubt = self._jobs.doubt
        if doubt is None:
            return
        try:
            self._look_back(link, doubt)
        except DeviceError as error:
            if error.trouble is not Trouble.JOB_LOST:
                raise
        if self._jobs.doubt is not None:
            raise still_in_doubt(self.device, doubt)

    def _clear(self, link: PrinterLink) -> None:
        """Throw away what the printer holds. A label on its way still comes out and is counted."""
        link.write(CANCEL_ALL)
        if self._ask(link, QUERY_ERRORS, parse_errors) is None:
            raise DeviceLost(self.device, Trouble.NOT_ANSWERING, "silence after ~JA")
        count = self._steady_odometer(link)
        if self._jobs.doubt is not None:
            counted = self._has_counted(self._jobs.doubt, count)
            self._jobs.settle(self._jobs.doubt, Proof.COUNTED if counted else Proof.NONE)

    def _steady_odometer(self, link: PrinterLink) -> int | None:
        """The odometer once it stands still for a moment: then no label is on its way any more."""
        until = self._clock() + self._patience.proof
        count = self._odometer(link)
        while count is not None and self._clock() < until:
            self._wait(self._patience.poll * 5)
            last, count = count, self._odometer(link)
            if count == last:
                break
        return count
