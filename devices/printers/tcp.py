"""A label printer on raw TCP, port 9100 as a rule.

The printer takes bytes and says nothing: taken is not printed.
"""

from __future__ import annotations

import socket

from app.device_api import DeviceBusy, DeviceFault, DeviceLost, PageFormat, PrintJob
from devices.printers.jobs import TakenJobs

TIMEOUT_S = 5.0


class TcpPrinter:
    """One connection per job: such printers serve one at a time, and others want their turn."""

    formats = (PageFormat.ZPL,)

    def __init__(self, host: str, port: int, timeout_s: float = TIMEOUT_S) -> None:
        self.device = f"tcp:{host}:{port}"
        self._address = (host, port)
        self._timeout_s = timeout_s
        self._taken = TakenJobs()

    def send(self, job: PrintJob) -> None:
        """Hand the ZPL over. Raises DeviceLost, DeviceBusy or DeviceFault."""
        if job.job_id in self._taken:
            return
        data = job.payloads.get(PageFormat.ZPL)
        if data is None:
            raise DeviceFault(self.device, "this printer takes ZPL only")
        try:
            with socket.create_connection(self._address, self._timeout_s) as line:
                # From here on the printer may have the label: the id is spent, come what may.
                self._taken.add(job.job_id)
                for _ in range(job.copies):
                    line.sendall(data)
                line.shutdown(socket.SHUT_WR)
        except ConnectionRefusedError as error:
            raise DeviceBusy(self.device, "the printer refuses connections") from error
        except TimeoutError as error:
            raise DeviceLost(self.device, "the printer does not answer") from error
        except socket.gaierror as error:
            raise DeviceLost(self.device, "the printer's name is unknown") from error
        except OSError as error:
            raise DeviceLost(self.device, f"the connection broke ({error.strerror})") from error

    def close(self) -> None:
        """Nothing is held between jobs."""
