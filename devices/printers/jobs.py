"""Remembers the jobs that a printer was given, so that a retry never becomes a second label."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from app.device_api import DeviceError, DeviceFault, PageFormat, PrintJob, Proof, Trouble

KEPT = 256


@dataclass
class Doubt:
    """A job whose bytes the printer has, and whose label may still come out.

    copies: labels of the job. before: the printer's counter before it; None = it does not count.
    quiet_since: since when the printer was seen well and empty at every look, in seconds of the
    connection's clock; None = it was not so at the last look.
    """

    job_id: str
    copies: int
    before: int | None
    trouble: Trouble = Trouble.NOT_COUNTED
    quiet_since: float | None = None

    def quiet_for(self, now: float, *, quiet: bool) -> float:
        """Note one more look at the printer; for how many seconds it has been quiet by now."""
        if not quiet:
            self.quiet_since = None
        elif self.quiet_since is None:
            self.quiet_since = now
        return 0.0 if self.quiet_since is None else now - self.quiet_since


class JobLedger:
    """The last 256 jobs that were handed over, what is known of each, and the one in doubt.

    Proof.NONE = nothing is known of the job, or it never came out.
    """

    def __init__(self) -> None:
        self.doubt: Doubt | None = None
        self._proofs: OrderedDict[str, Proof] = OrderedDict()

    def __contains__(self, job_id: str) -> bool:
        return job_id in self._proofs

    def keep(self, job_id: str, proof: Proof) -> None:
        self._proofs[job_id] = proof
        while len(self._proofs) > KEPT:
            self._proofs.popitem(last=False)

    def forget(self, job_id: str) -> None:
        """Forget a job that the printer refused as a whole: it may be sent again."""
        self._proofs.pop(job_id, None)

    def proof(self, job_id: str) -> Proof:
        return self._proofs.get(job_id, Proof.NONE)

    def ended(self, device: str, job_id: str) -> Proof:
        """The proof of a job that is not in doubt. Raises DeviceFault where it never came out."""
        proof = self.proof(job_id)
        if proof is Proof.NONE and job_id in self:
            raise never_came_out(device, job_id)
        return proof

    def begin(self, job: PrintJob, before: int | None = None) -> Doubt:
        """Put a job in doubt, before its first byte goes out. Its id is never sent again."""
        self.keep(job.job_id, Proof.NONE)
        self.doubt = Doubt(job.job_id, job.copies, before)
        return self.doubt

    def settle(self, doubt: Doubt, proof: Proof) -> Proof:
        """End a doubt; proof as given. Proof.NONE: the job never came out."""
        self.keep(doubt.job_id, proof)
        self.doubt = None
        return proof


def page_for(device: str, formats: tuple[PageFormat, ...], job: PrintJob) -> bytes:
    """The job's page in the first of these formats that it has. Raises DeviceFault."""
    for kind in formats:
        if kind in job.payloads:
            return job.payloads[kind]
    takes = ", ".join(kind.value for kind in formats)
    raise DeviceFault(device, Trouble.WRONG_FORMAT, f"this connection takes {takes}")


def demand_dpi(device: str, dpi: int, job: PrintJob) -> None:
    """Raises DeviceFault where the page is made for another resolution than dpi; 0 = unknown."""
    if dpi and job.dpi and dpi != job.dpi:
        detail = f"the label is made for {job.dpi} dpi, the printer has {dpi}"
        raise DeviceFault(device, Trouble.WRONG_DPI, detail)


def in_doubt(error: DeviceError) -> DeviceError:
    """The same error, marked doubtful: the printer has some or all of the bytes."""
    return type(error)(error.device, error.trouble, error.detail, doubtful=True)


def still_in_doubt(device: str, doubt: Doubt) -> DeviceFault:
    """The error of a job that was not sent, because another one is still in doubt."""
    return DeviceFault(device, doubt.trouble, f"job {doubt.job_id} before it is still in doubt")


def never_came_out(device: str, job_id: str) -> DeviceFault:
    return DeviceFault(device, Trouble.JOB_LOST, f"job {job_id} never came out")
