"""What Zebra and TSPL printers have in common: they answer when asked how they are."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass

from app.device_api import Proof
from app.paper import Paper
from devices.printers.jobs import JobLedger, in_doubt, still_in_doubt
from devices.printers.link import Port

QUIET_LOOKS = 3
"""A printer without a counter is done when it was seen well and empty so often in a row."""


@dataclass(frozen=True)
class Patience:
    """How long to wait for a printer, in seconds.

    probe: for its first answer; a printer that is silent so long is mute. answer: for each later
    answer. proof: for the counter to move. watch: for a fault to show, where nothing counts.
    poll: between two looks. quiet: a printer that is well and empty so long holds nothing any more.
    """

    probe: float = 0.7
    answer: float = 2.0
    proof: float = 5.0
    watch: float = 2.5
    poll: float = 0.1
    quiet: float = 2.0


class AskingPrinter(ABC):
    """Keeps the ledger of the printer's jobs. A subclass sends and asks in the printer's language.

    dpi: the printer's resolution as the spec gives it, 0 = not given. clock: seconds, monotonic.
    wait: sleeps so many seconds.
    """

    paper: Paper | None = None

    def __init__(
        self,
        port: Port,
        *,
        dpi: int = 0,
        patience: Patience | None = None,
        clock: Callable[[], float] = time.monotonic,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self.device = port.device
        self._port = port
        self._dpi = dpi
        self._patience = patience or Patience()
        self._clock = clock
        self._wait = wait
        self._jobs = JobLedger()

    @property
    def dpi(self) -> int:
        """As the printer says, or as the spec does; 0 = neither."""
        return self._dpi

    @abstractmethod
    def settled(self, job_id: str) -> Proof:
        """What is known by now of a job that ended in doubt. Raises DeviceError."""

    def close(self) -> None:  # noqa: B027  nothing to add for any of them
        """Nothing is held between jobs."""

    def _again(self, job_id: str) -> Proof:
        """What is known of a job that is asked for again. Its bytes go out only once.

        Raises DeviceError, doubtful while the job is in doubt.
        """
        doubt = self._jobs.doubt
        proof = self.settled(job_id)
        if proof is Proof.NONE and doubt is not None:
            raise in_doubt(still_in_doubt(self.device, doubt))
        return proof
