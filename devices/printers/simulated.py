"""A printer that exists only on the screen: for the demo, training and tests."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from app.device_api import DeviceFault, PageFormat
from devices.printers._once import Once

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.device_api import PrintJob

_KEPT = 20


class SimulatedPrinter:
    """Keeps the last 20 jobs; shows each as PNG through a callback.

    on_page: called with (job name, PNG) in the sender's thread, once for each copy; must not block.
    """

    def __init__(
        self, on_page: Callable[[str, bytes], None] | None = None, *, device: str = "sim"
    ) -> None:
        self.device = device
        self.jobs: deque[PrintJob] = deque(maxlen=_KEPT)
        self.paper_out = False
        self._on_page = on_page
        self._once = Once()

    def send(self, job: PrintJob) -> None:
        """Raises DeviceFault while paper_out is set."""
        if job.job_id in self._once:
            return
        if self.paper_out:
            raise DeviceFault(self.device, "no paper: put in a new roll")
        self.jobs.append(job)
        self._once.add(job.job_id)
        png = job.payloads.get(PageFormat.PNG)
        if self._on_page is not None and png is not None:
            for _copy in range(job.copies):
                self._on_page(job.name, png)

    def close(self) -> None:
        """Keeps the jobs: a demo looks at them afterwards."""
