"""Printers that speak IPP: every office printer of this century, many label printers, CUPS.

The printer's queue says what became of a job. "Completed" proves nothing while the printer is out
of media: some printers complete a job and lose it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass

from app.device_api import (
    Ability,
    DeviceError,
    DeviceFault,
    PageFormat,
    PrintJob,
    Proof,
    Trouble,
)
from app.paper import Paper
from devices.printers.ipp_line import IppLine, parse_uri
from devices.printers.ipp_message import (
    Group,
    IppError,
    Message,
    Operation,
    decode,
    encode,
    request,
)
from devices.printers.ipp_status import (
    NOT_FOUND,
    PRINTER_STOPPED,
    JobState,
    reasons_trouble,
    status_trouble,
)
from devices.printers.jobs import (
    JobLedger,
    demand_dpi,
    in_doubt,
    page_for,
)

TIMEOUT_S = 5.0
USER = "packbench"

_MIME = {PageFormat.PDF: "application/pdf", PageFormat.PNG: "image/png"}


@dataclass(frozen=True)
class QueuedJob:
    """A job in doubt.

    number: the queue's own; None = the connection broke before the queue sent it. ended: the queue
    is done with the job, but its answer does not prove that the page came out.
    """

    job_id: str
    number: int | None
    trouble: Trouble
    ended: bool = False


class JobLost(DeviceFault):
    """The queue ended the job before its first page."""


class IppPrinter:
    """uri: ipp://host[:631]/path. timeout_s: for one request. poll_s: between two looks at a job.

    proof_s: how long a job may take before it is in doubt.
    """

    abilities: tuple[Ability, ...] = (Ability.STATUS, Ability.COUNT)
    paper: Paper | None = None

    def __init__(
        self,
        uri: str,
        *,
        dpi: int = 0,
        timeout_s: float = TIMEOUT_S,
        proof_s: float = 5.0,
        poll_s: float = 0.1,
        clock: Callable[[], float] = time.monotonic,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        address = parse_uri(uri)
        if address is None:
            raise ValueError(f"“{uri}” names no host. Use ipp://HOST[:PORT]/ipp/print.")
        self.device = uri
        self.formats: tuple[PageFormat, ...] = (PageFormat.PDF, PageFormat.PNG)
        self._host, self._port, self._path = address
        self.dpi = dpi
        self._timeout_s, self._proof_s, self._poll_s = timeout_s, proof_s, poll_s
        self._clock, self._wait = clock, wait
        self._jobs = JobLedger()
        self._doubt: QueuedJob | None = None
        self._requests = 0

    # --- LabelPrinter ------------------------------------------------------------------------

    def send(self, job: PrintJob) -> Proof:
        """Print a job. Raises DeviceError; doubtful if the printer may have the page."""
        if job.job_id in self._jobs:
            return self._again(job.job_id)
        demand_dpi(self.device, self.dpi, job)
        if job.clear_first:
            self._clear()
        carried = self._well()
        page = page_for(self.device, carried, job)
        kind = next(kind for kind in carried if kind in job.payloads)
        self._demand_no_doubt()
        proof = self._watch(self._hand_over(job, page, _MIME[kind]))
        self._jobs.keep(job.job_id, proof)
        self._doubt = None
        return proof

    def check(self) -> None:
        self._well()

    def settled(self, job_id: str) -> Proof:
        """What became of a job in doubt.

        COUNTED: the queue completed it. TAKEN: the queue has ended it, and cannot say more. NONE:
        it is still in doubt. Raises DeviceError: JOB_LOST if it never came out; a doubtful one if
        the printer cannot answer now.
        """
        doubt = self._doubt
        if doubt is None or doubt.job_id != job_id:
            return self._jobs.ended(self.device, job_id)
        try:
            return self._look_back(doubt)
        except JobLost:
            raise
        except DeviceError as error:
            raise in_doubt(error) from error

    def close(self) -> None:
        """Nothing is held between jobs."""

    # --- one job -----------------------------------------------------------------------------

    def _well(self) -> tuple[PageFormat, ...]:
        """Those of our formats that the printer takes. Raises DeviceError where it is not well."""
        answer = self._call(Operation.GET_PRINTER_ATTRIBUTES)
        self._demand_success(answer)
        self._demand_reasons(answer)
        if answer.number(Group.PRINTER, "printer-state") == PRINTER_STOPPED:
            raise DeviceFault(self.device, Trouble.QUEUE_STOPPED, "printer-state is stopped")
        if answer.values(Group.PRINTER, "printer-is-accepting-jobs") == (False,):
            raise DeviceFault(self.device, Trouble.QUEUE_STOPPED, "it accepts no jobs")
        takes = answer.words(Group.PRINTER, "document-format-supported")
        return tuple(kind for kind in self.formats if _MIME[kind] in takes) or self.formats[:1]

    def _demand_reasons(self, answer: Message) -> None:
        reasons = answer.words(Group.PRINTER, "printer-state-reasons")
        trouble = reasons_trouble(reasons)
        if trouble is not None:
            raise DeviceFault(self.device, trouble, ", ".join(reasons))

    def _hand_over(self, job: PrintJob, page: bytes, mime: str) -> int:
        """Hand a page over; the queue's number of the job.

        Raises DeviceError; doubtful where the printer may have the page.
        """
        message = self._request(
            Operation.PRINT_JOB, {"job-name": job.name, "document-format": mime}, page, job.copies
        )
        line = self._connect()
        # From here on the printer may have the page, so this job id is never sent again.
        self._jobs.keep(job.job_id, Proof.NONE)
        self._doubt = QueuedJob(job.job_id, None, Trouble.CONNECTION_LOST)
        try:
            answer = self._exchange(line, message)
        except DeviceError as error:
            self._keep_doubt(trouble=error.trouble)
            raise in_doubt(error) from error
        trouble = status_trouble(answer.code)
        if trouble is not None:  # refused: the printer has nothing, and the job may be sent again
            self._doubt = None
            self._jobs.forget(job.job_id)
            raise DeviceFault(self.device, trouble, f"Print-Job {answer.code:#06x}")
        number = answer.number(Group.JOB, "job-id")
        if number is None:
            self._keep_doubt(trouble=Trouble.OTHER_PROTOCOL)
            raise DeviceFault(self.device, Trouble.OTHER_PROTOCOL, "no job-id", doubtful=True)
        self._keep_doubt(number=number)
        return number

    def _watch(self, number: int) -> Proof:
        """Wait until the queue has completed the job. Raises DeviceError where it does not."""
        until = self._clock() + self._proof_s
        try:
            while not self._completed(number):
                self._demand_reasons(self._call(Operation.GET_PRINTER_ATTRIBUTES))
                if self._clock() >= until:
                    raise DeviceFault(self.device, Trouble.NOT_COUNTED, "the job does not end")
                self._wait(self._poll_s)
        except JobLost:
            raise
        except DeviceError as error:
            self._keep_doubt(trouble=error.trouble)
            raise in_doubt(error) from error
        return Proof.COUNTED

    def _completed(self, number: int) -> bool:
        """Whether the queue has completed the job, the printer being well.

        Raises DeviceError; JobLost where it is known that nothing came out.
        """
        answer = self._call(Operation.GET_JOB_ATTRIBUTES, {"job-id": number})
        if answer.code == NOT_FOUND:
            self._keep_doubt(ended=True)
            raise DeviceFault(self.device, Trouble.NOT_COUNTED, f"job {number} is forgotten")
        self._demand_success(answer)
        reasons = answer.words(Group.JOB, "job-state-reasons")
        match answer.number(Group.JOB, "job-state"):
            case JobState.COMPLETED:
                self._demand_clean_end(reasons)
                return True
            case JobState.CANCELED | JobState.ABORTED:
                self._job_ended_early(answer, ", ".join(reasons))
            case JobState.HELD | JobState.STOPPED:
                self._demand_reasons(self._call(Operation.GET_PRINTER_ATTRIBUTES))
                raise DeviceFault(self.device, Trouble.QUEUE_STOPPED, ", ".join(reasons))
            case _:
                pass
        return False

    def _demand_clean_end(self, reasons: tuple[str, ...]) -> None:
        try:
            self._demand_reasons(self._call(Operation.GET_PRINTER_ATTRIBUTES))
            if "job-completed-with-errors" in reasons:
                raise DeviceFault(self.device, Trouble.PRINTER_FAULT, ", ".join(reasons))
        except DeviceError:
            self._keep_doubt(ended=True)  # a "completed" heard again later would prove no more
            raise

    def _job_ended_early(self, answer: Message, reasons: str) -> None:
        if answer.number(Group.JOB, "job-impressions-completed") == 0:
            self._doubt = None
            raise JobLost(self.device, Trouble.JOB_LOST, reasons)
        self._keep_doubt(ended=True)
        raise DeviceFault(self.device, Trouble.JOB_LOST, reasons)

    # --- jobs in doubt -----------------------------------------------------------------------

    def _keep_doubt(
        self, number: int | None = None, trouble: Trouble | None = None, *, ended: bool = False
    ) -> None:
        """Note what became known of the job in doubt."""
        doubt = self._doubt
        if doubt is not None:
            self._doubt = QueuedJob(
                doubt.job_id,
                doubt.number if number is None else number,
                trouble or doubt.trouble,
                doubt.ended or ended,
            )

    def _again(self, job_id: str) -> Proof:
        """What is known of a job that is asked for again. Its page goes out only once."""
        proof = self.settled(job_id)
        if proof is Proof.NONE and self._doubt is not None:
            raise in_doubt(self._waits(self._doubt))
        return proof

    def _waits(self, doubt: QueuedJob) -> DeviceFault:
        return DeviceFault(self.device, doubt.trouble, f"job {doubt.job_id} is still in doubt")

    def _look_back(self, doubt: QueuedJob) -> Proof:
        """What became of the job in doubt; NONE while that is open."""
        if doubt.number is None:
            return Proof.NONE
        if doubt.ended:
            self._well()
            proof = Proof.TAKEN  # the queue does not hold the job any more
        elif self._completed(doubt.number):
            proof = Proof.COUNTED
        else:
            return Proof.NONE
        self._jobs.keep(doubt.job_id, proof)
        self._doubt = None
        return proof

    def _demand_no_doubt(self) -> None:
        if self._doubt is not None:
            with suppress(JobLost):
                self._look_back(self._doubt)
        if self._doubt is not None:
            raise self._waits(self._doubt)

    def _clear(self) -> None:
        """Cancel the job in doubt. One without a number cannot be named, and is only forgotten."""
        doubt = self._doubt
        if doubt is None:
            return
        came_out = False
        if doubt.number is not None:
            answer = self._call(Operation.CANCEL_JOB, {"job-id": doubt.number})
            # A job that has ended cannot be cancelled; perhaps it ended well meanwhile.
            refused = status_trouble(answer.code) is not None
            came_out = refused and not doubt.ended and self._ended_well(doubt.number)
        self._jobs.keep(doubt.job_id, Proof.COUNTED if came_out else Proof.NONE)
        self._doubt = None

    def _ended_well(self, number: int) -> bool:
        try:
            return self._completed(number)
        except DeviceFault:
            return False

    # --- HTTP --------------------------------------------------------------------------------

    def _demand_success(self, answer: Message) -> None:
        trouble = status_trouble(answer.code)
        if trouble is not None:
            raise DeviceFault(self.device, trouble, f"status {answer.code:#06x}")

    def _call(self, operation: Operation, target: Mapping[str, str | int] | None = None) -> Message:
        """The answer to one request. Raises DeviceError."""
        return self._exchange(self._connect(), self._request(operation, target or {}))

    def _request(
        self,
        operation: Operation,
        target: Mapping[str, str | int],
        data: bytes = b"",
        copies: int = 1,
    ) -> bytes:
        self._requests += 1
        head = {"printer-uri": self.device, "requesting-user-name": USER}
        return encode(request(operation, self._requests, {**head, **target}, data, copies))

    def _connect(self) -> IppLine:
        return IppLine(self.device, self._host, self._port, self._timeout_s, self._clock)

    def _exchange(self, line: IppLine, message: bytes) -> Message:
        try:
            return decode(line.post(self._path, message))
        except IppError as error:
            raise DeviceFault(self.device, Trouble.OTHER_PROTOCOL, str(error)) from error
