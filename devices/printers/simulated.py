"""A printer without paper: the demo and the trainer see what it would have printed."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from app.device_api import DeviceFault, PageFormat, PrintJob
from devices.printers.jobs import TakenJobs

KEPT = 20


class SimulatedPrinter:
    """Keeps the last 20 jobs. show(png, name): called for every page, on the sender's thread."""

    formats = (PageFormat.ZPL, PageFormat.PDF, PageFormat.PNG)

    def __init__(self, show: Callable[[bytes, str], None] | None = None) -> None:
        self.device = "sim"
        self.jobs: deque[PrintJob] = deque(maxlen=KEPT)
        self.fault = ""  # a reason = every job fails with it
        self._show = show
        self._taken = TakenJobs()

    def send(self, job: PrintJob) -> None:
        """Raises DeviceFault while `fault` is set."""
        if job.job_id in self._taken:
            return
        if self.fault:
            raise DeviceFault(self.device, self.fault)
        self._taken.add(job.job_id)
        self.jobs.append(job)
        if self._show is not None and PageFormat.PNG in job.payloads:
            self._show(job.payloads[PageFormat.PNG], job.name)

    def close(self) -> None:
        """Nothing is held."""
