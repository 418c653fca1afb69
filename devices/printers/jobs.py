"""What a connection knows of the jobs it took: a retry must never become a second label."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from app.device_api import DeviceError, DeviceFault, PageFormat, PrintJob, Proof, Trouble

KEPT = 256


@dataclass
class Doubt:
    """A job whose bytes the printer has, and whose label may still come out.

    before: the counter before it, None = the printer does not count.
    quiet_since: from when on it was always seen well and empty, on the connection's clock.
    """

    job_id: str
    copies: int
    before: int | None
    trouble: Trouble = Trouble.NOT_COUNTED
    quiet_since: float | None = None

    def quiet_for(self, now: float, *, quiet: bool) -> float:
        """Seconds of quiet, after one more look at the printer."""
        if not quiet:
            self.quiet_since = None
        elif self.quiet_since is None:
            self.quiet_since = now
        return 0.0 if self.quiet_since is None else now - self.quiet_since


class JobLedger:
    """The last 256 jobs that were handed over, what is known of them, and the one in doubt.

    Proof.NONE = nothing is known, or it never came out.
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
        """It was refused as a whole: the id may be tried again."""
        self._proofs.pop(job_id, None)

    def proof(self, job_id: str) -> Proof:
        return self._proofs.get(job_id, Proof.NONE)

    def ended(self, device: str, job_id: str) -> Proof:
        """Of a job that is not in doubt. Raises DeviceFault where it never came out."""
        proof = self.proof(job_id)
        if proof is Proof.NONE and job_id in self:
            raise never_came_out(device, job_id)
        return proof

    def begin(self, job: PrintJob, before: int | None = None) -> Doubt:
        """From here on the printer may have the label: the id is spent, come what may."""
        self.keep(job.job_id, Proof.NONE)
        self.doubt = Doubt(job.job_id, job.copies, before)
        return self.doubt

    def settle(self, doubt: Doubt, proof: Proof) -> Proof:
        """Proof.NONE: it never came out."""
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
    """dpi: the printer's, 0 = unknown. Raises DeviceFault."""
    if dpi and job.dpi and dpi != job.dpi:
        detail = f"the label is made for {job.dpi} dpi, the printer has {dpi}"
        raise DeviceFault(device, Trouble.WRONG_DPI, detail)


def in_doubt(error: DeviceError) -> DeviceError:
    """The same error of a printer that has (some of) the bytes."""
    return type(error)(error.device, error.trouble, error.detail, doubtful=True)


def still_in_doubt(device: str, doubt: Doubt) -> DeviceFault:
    """Why another job has to wait; nothing of that one was sent."""
    return DeviceFault(device, doubt.trouble, f"job {doubt.job_id} before it is still in doubt")


def never_came_out(device: str, job_id: str) -> DeviceFault:
    return DeviceFault(device, Trouble.JOB_LOST, f"job {job_id} never came out")
