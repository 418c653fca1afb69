"""A printer without paper, of which the demo and the trainer show what it would have printed."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from app.device_api import Ability, DeviceFault, PageFormat, PrintJob, Proof, Trouble
from app.paper import Paper
from devices.printers.jobs import Doubt, JobLedger, in_doubt, never_came_out, still_in_doubt

KEPT = 20


class SimulatedPrinter:
    """Keeps the last 20 jobs. show(png, name): called for every page, on the sender's thread.

    fault: while it is set, every job fails with it. surprise: if it is set, the printer takes the
    next job and then has this fault. When `fault` is set to None again, that job comes out, as it
    does from a real printer.
    """

    formats: tuple[PageFormat, ...] = (
        PageFormat.ZPL,
        PageFormat.TSPL,
        PageFormat.PDF,
        PageFormat.PNG,
    )
    abilities: tuple[Ability, ...] = (Ability.STATUS, Ability.COUNT)
    dpi = 0
    paper: Paper | None = None

    def __init__(self, show: Callable[[bytes, str], None] | None = None) -> None:
        self.device = "sim"
        self.jobs: deque[PrintJob] = deque(maxlen=KEPT)
        self.fault: Trouble | None = None
        self.surprise: Trouble | None = None
        self._show = show
        self._ledger = JobLedger()
        self._held: PrintJob | None = None

    def send(self, job: PrintJob) -> Proof:
        """Raises DeviceFault while `fault` is set."""
        if job.job_id in self._ledger:
            return self._again(job.job_id)
        if job.clear_first:
            self._held = None
        self.check()
        self._look_after_held()
        self._ledger.keep(job.job_id, Proof.NONE)
        if self.surprise is not None:
            self.fault, self.surprise, self._held = self.surprise, None, job
            raise DeviceFault(self.device, self.fault, doubtful=True)
        self._print(job)
        return Proof.COUNTED

    def check(self) -> None:
        if self.fault is not None:
            raise DeviceFault(self.device, self.fault)

    def settled(self, job_id: str) -> Proof:
        """COUNTED, or NONE while the job is held. Raises DeviceFault (JOB_LOST) if cleared."""
        self._look_after_held()
        proof = self._ledger.proof(job_id)
        if proof is Proof.NONE and self._held is None and job_id in self._ledger:
            raise never_came_out(self.device, job_id)
        return proof

    def close(self) -> None:
        """Nothing is held."""

    def _again(self, job_id: str) -> Proof:
        proof = self.settled(job_id)
        if proof is Proof.NONE:
            trouble = self.fault or Trouble.NOT_COUNTED
            raise in_doubt(still_in_doubt(self.device, Doubt(job_id, 1, None, trouble)))
        return proof

    def _look_after_held(self) -> None:
        if self.fault is None and self._held is not None:
            held, self._held = self._held, None
            self._print(held)

    def _print(self, job: PrintJob) -> None:
        self._ledger.keep(job.job_id, Proof.COUNTED)
        self.jobs.append(job)
        if self._show is not None and PageFormat.PNG in job.payloads:
            self._show(job.payloads[PageFormat.PNG], job.name)
