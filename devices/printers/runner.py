"""Gives a printer a thread and a queue, so that the bench never waits for it.

The thread alone uses the connection. While no job waits, it looks at the printer's condition and
at the labels in doubt.
"""

from __future__ import annotations

import logging
import queue
import threading

from app.device_api import (
    Ability,
    DeviceChanged,
    DeviceError,
    DeviceKind,
    DeviceState,
    LabelPrinter,
    PrintJob,
    PrintResult,
    Proof,
    Submit,
    Trouble,
)
from app.paper import Paper

log = logging.getLogger(__name__)

_Condition = tuple[DeviceState, Trouble | None, tuple[Ability, ...]]


class InlinePrinter:
    """Implements Printing without a thread, for scripts: `print` returns when all is done."""

    def __init__(self, printer: LabelPrinter, submit: Submit) -> None:
        self.device = printer.device
        self.formats = printer.formats
        self._printer = printer
        self._submit = submit
        self._told: _Condition | None = None
        self._doubtful: list[str] = []

    @property
    def dpi(self) -> int:
        return self._printer.dpi

    @property
    def paper(self) -> Paper | None:
        return self._printer.paper

    def print(self, job: PrintJob) -> None:
        """Submits a PrintResult, and a DeviceChanged where the printer's condition has changed."""
        try:
            proof = self._printer.send(job)
        except DeviceError as error:
            self._failed(job, error.trouble, error.detail, doubtful=error.doubtful)
            self._after_failure(error)
        except Exception as error:  # a bug of the driver: the label may be out
            log.exception("printing %s on %s failed", job.name, self.device)
            self._failed(job, Trouble.DRIVER_FAILED, repr(error), doubtful=True)
        else:
            self._submit(PrintResult(job.job_id, self.device, proof))
            self._tell(DeviceState.READY)

    def look(self) -> None:
        """Look at the printer's condition and at the labels in doubt; submits what changed."""
        try:
            self._printer.check()
        except DeviceError as error:
            self._tell(error.state, error.trouble, error.detail)
        except Exception as error:  # noqa: BLE001  `_bug` logs it; the thread must live on
            self._bug("looking after", error)
        else:
            if self._told is None or Ability.STATUS in self._printer.abilities:
                self._tell(DeviceState.READY)
        for job_id in list(self._doubtful):
            self._look_after(job_id)

    def close(self) -> None:
        self._printer.close()

    def _failed(self, job: PrintJob, trouble: Trouble, detail: str, *, doubtful: bool) -> None:
        if doubtful and job.job_id not in self._doubtful:
            self._doubtful.append(job.job_id)
        self._submit(
            PrintResult(job.job_id, self.device, Proof.NONE, trouble, detail, doubtful=doubtful)
        )

    def _after_failure(self, error: DeviceError) -> None:
        """Ask a printer that can tell its condition; of others the error is all that is known."""
        if Ability.STATUS in self._printer.abilities:
            self.look()
        else:
            self._tell(error.state, error.trouble, error.detail)

    def _look_after(self, job_id: str) -> None:
        """Ask for a label in doubt; submits a PrintResult where it was counted or lost."""
        try:
            proof = self._printer.settled(job_id)
        except DeviceError as error:
            if error.doubtful:
                return
            self._doubtful.remove(job_id)
            self._submit(PrintResult(job_id, self.device, Proof.NONE, error.trouble, error.detail))
        except Exception as error:  # noqa: BLE001  `_bug` logs it; the thread must live on
            self._doubtful.remove(job_id)
            self._bug("settling a job of", error)
        else:
            if proof is Proof.NONE:
                return
            self._doubtful.remove(job_id)
            if proof is Proof.COUNTED:  # after TAKEN nothing more will be known: still in doubt
                self._submit(PrintResult(job_id, self.device, proof))

    def _bug(self, doing: str, error: Exception) -> None:
        if (
            self._told is None or self._told[1] is not Trouble.DRIVER_FAILED
        ):  # once, not each second
            log.error("%s %s failed", doing, self.device, exc_info=error)
        self._tell(DeviceState.FAULT, Trouble.DRIVER_FAILED, repr(error))

    def _tell(self, state: DeviceState, trouble: Trouble | None = None, detail: str = "") -> None:
        """Submit a DeviceChanged, unless the last one said the same."""
        abilities = self._printer.abilities
        if self._told == (state, trouble, abilities):
            return
        self._told = (state, trouble, abilities)
        self._submit(
            DeviceChanged(
                DeviceKind.PRINTER, self.device, state, trouble, detail, abilities=abilities
            )
        )


class PrinterThread:
    """Implements Printing. check_s: seconds between two looks at an idle printer."""

    def __init__(self, printer: LabelPrinter, submit: Submit, *, check_s: float = 1.0) -> None:
        self.device = printer.device
        self.formats = printer.formats
        self._steps = InlinePrinter(printer, submit)
        self._check_s = check_s
        self._jobs: queue.SimpleQueue[PrintJob | None] = queue.SimpleQueue()
        self._ending = threading.Event()
        self._thread = threading.Thread(
            target=self._run, name=f"printer:{self.device}", daemon=True
        )

    @property
    def dpi(self) -> int:
        return self._steps.dpi

    @property
    def paper(self) -> Paper | None:
        return self._steps.paper

    def start(self) -> None:
        self._thread.start()

    def print(self, job: PrintJob) -> None:
        """Queue a job. Never blocks; jobs go out in the order of the calls."""
        self._jobs.put(job)

    def stop(self, timeout_s: float = 10.0) -> bool:
        """End after the job at hand and drop those behind it; whether the thread ended in time."""
        self._ending.set()
        self._jobs.put(None)
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        self._steps.look()
        while not self._ending.is_set():
            try:
                job = self._jobs.get(timeout=self._check_s)
            except queue.Empty:
                self._steps.look()
                continue
            if job is not None and not self._ending.is_set():
                self._steps.print(job)
        self._steps.close()
