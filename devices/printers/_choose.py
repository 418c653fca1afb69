"""Which of a job's payloads a connection carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.device_api import DeviceFault

if TYPE_CHECKING:
    from app.device_api import PageFormat, PrintJob


def choose(
    device: str, job: PrintJob, preferred: tuple[PageFormat, ...]
) -> tuple[PageFormat, bytes]:
    """The first preferred format that the job has. Raises DeviceFault where there is none."""
    for page_format in preferred:
        if page_format in job.payloads:
            return page_format, job.payloads[page_format]
    wanted = " or ".join(page_format.value.upper() for page_format in preferred)
    raise DeviceFault(device, f"this printer takes {wanted}, and the label was not made as that")
