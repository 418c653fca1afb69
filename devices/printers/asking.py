"""What printers have in common that answer: they are asked whether they are well, and watched."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass

from app.device_api import Proof
from devices.printers.jobs import JobLedger, in_doubt, still_in_doubt
from devices.printers.link import Port

QUIET_LOOKS = 3
"""A printer without a counter that was seen well and empty that often in a row is done."""


@dataclass(frozen=True)
class Patience:
    """Seconds.

    probe: a printer silent that long at first contact is mute. answer: to a question. proof: for
    the counter to move. watch: for a fault where nothing counts. poll: between looks. quiet: a
    printer that was well and empty so long holds nothing any more.
    """

    probe: float = 0.7
    answer: float = 2.0
    proof: float = 5.0
    watch: float = 2.5
    poll: float = 0.1
    quiet: float = 2.0


class AskingPrinter(ABC):
    """The ledger of such a printer's jobs, and how long it is waited for.

    dpi: what the site says that the printer has, 0 = unknown. clock and wait: in seconds.
    """

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

    @abstractmethod
    def settled(self, job_id: str) -> Proof:
        """What is known by now of a job that ended in doubt. Raises DeviceError."""

    def close(self) -> None:  # noqa: B027  nothing to add for any of them
        """Nothing is held between jobs."""

    def _again(self, job_id: str) -> Proof:
        """The same job once more: its bytes do not go out again."""
        doubt = self._jobs.doubt
        proof = self.settled(job_id)
        if proof is Proof.NONE and doubt is not None:
            raise in_doubt(still_in_doubt(self.device, doubt))
        return proof
