"""The desk: work that a scan must not wait for. Its answers come back as messages."""

from __future__ import annotations

import logging
import queue
import threading
import uuid
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.config import Config
from app.device_api import (
    PageFormat,
    Printing,
    PrintJob,
    PrintResult,
    Proof,
    Trouble,
)
from app.errors import Crashed
from app.files import file_name
from app.paper import DPIS, Paper, paper_named
from app.station.messages import LabelNotMade, PictureFetched, PinChecked, Submit
from app.station.pictures import fetch
from app.station.ports import DocumentOrder, LabelOrder

if TYPE_CHECKING:
    from app.labels.slip import PackingSlip

log = logging.getLogger(__name__)


class DeskWork:
    """Does the work; used from one thread only.

    printers: the first prints labels, the last one that takes PDF documents; none = no printer.
    logo: the picture on packing slips, None = none.
    elsewhere: another bench's printer by its name, None = no such printer.
    """

    def __init__(
        self,
        submit: Submit,
        config: Config,
        printers: Sequence[Printing],
        *,
        documents: Path,
        pictures: Path,
        elsewhere: Callable[[str], Printing | None] = lambda _name: None,
        logo: Path | None = None,
    ) -> None:
        self._submit = submit
        self._config = config
        self._printers = tuple(printers)
        self._elsewhere = elsewhere
        self._documents = documents
        self._pictures = pictures
        self._logo = logo

    def print_label(self, order: LabelOrder) -> None:
        """Make a label and give it to the printer. One whose codes do not decode is never sent."""
        from app.labels.errors import LabelError, LettersMissing
        from app.labels.make import make_shipping_label

        sscc, config = order.label.sscc, self._config
        printer = self._printer(order.printer)
        if printer is None:
            self._submit(LabelNotMade(sscc, "no_printer"))
            return
        dpi, paper = self._sheet(printer)
        try:
            made = make_shipping_label(
                order.label, dpi=dpi, paper=paper, native_zpl=config.native_zpl
            )
        except LabelError as error:
            log.warning("label %s was not made: %s", sscc, error)
            lost = isinstance(error, LettersMissing)
            self._submit(LabelNotMade(sscc, "letters_missing" if lost else str(error)))
            return
        job = PrintJob(
            order.job_id,
            order.job_id,
            made.payloads(printer.formats),
            dpi=dpi,
            clear_first=order.clear,
        )
        printer.print(job)

    def print_test(self, code: str) -> None:
        """Print a label of no parcel. The job's id is `TEST_JOB` and the code."""
        from app.labels.errors import LabelError
        from app.labels.test_label import make_test_label

        job, printer = f"{TEST_JOB}{code}", self._printer("")
        if printer is None:
            self._submit(PrintResult(job, "", Proof.NONE, Trouble.NOT_CONNECTED))
            return
        dpi, paper = self._sheet(printer)
        lines = ("Packbench", self._config.site, f"{printer.device}  {paper.name}  {dpi} dpi")
        try:
            made = make_test_label(code, lines, dpi=dpi, paper=paper)
        except LabelError as error:
            log.warning("the test label was not made: %s", error)
            result = PrintResult(job, printer.device, Proof.NONE, Trouble.WRONG_FORMAT, str(error))
            self._submit(result)
            return
        printer.print(PrintJob(job, job, made.payloads(printer.formats), dpi=dpi))

    def print_bins(self, codes: tuple[str, ...]) -> None:
        """Print the labels of bins, several on a sheet. Each job's id begins with `BIN_JOB`.

        A bin whose label cannot be made costs the others nothing.
        """
        from app.labels.bin_label import BinLabel, make_bin_sheets, sorted_out
        from app.labels.errors import LabelError

        job, printer = f"{BIN_JOB}{uuid.uuid4().hex[:8]}", self._printer("")
        if printer is None:
            self._submit(PrintResult(job, "", Proof.NONE, Trouble.NOT_CONNECTED))
            return
        dpi, paper = self._sheet(printer)
        labels, faults = sorted_out([BinLabel(code) for code in codes], dpi=dpi, paper=paper)
        if faults:
            log.warning("labels of bins were not made: %s", "; ".join(faults))
            self._submit(LabelNotMade(job, " ".join(faults)))
        try:
            for number, sheet in enumerate(make_bin_sheets(labels, dpi=dpi, paper=paper), start=1):
                name = f"{job}-{number}"
                printer.print(PrintJob(name, name, sheet.payloads(printer.formats), dpi=dpi))
        except LabelError as error:
            log.warning("a sheet with labels of bins was not made: %s", error)
            self._submit(LabelNotMade(job, str(error)))

    def _sheet(self, printer: Printing) -> tuple[int, Paper]:
        """A printer's resolution and paper. Where nobody says them, the bench's own."""
        dpi = printer.dpi if printer.dpi in DPIS else self._config.dpi
        return dpi, printer.paper or paper_named(self._config.paper)

    def _printer(self, name: str) -> Printing | None:
        if name:
            return self._elsewhere(name)
        return self._printers[0] if self._printers else None

    def file_document(self, order: DocumentOrder) -> None:
        """Write a slip or manifest as PDF; the office prints it from the folder."""
        from app.labels.documents import Manifest, PackingSlip, manifest

        content = order.content
        if isinstance(content, PackingSlip):
            pdf = self._slip(content, order.language)
        elif isinstance(content, Manifest):
            pdf = manifest(content, language=order.language)
        else:
            raise TypeError(f"no document is made of {type(content).__name__}")
        name = f"{order.kind}-{file_name(order.subject)}.pdf"
        try:
            self._documents.mkdir(parents=True, exist_ok=True)
            temporary = self._documents / (name + ".part")
            temporary.write_bytes(pdf)
            temporary.replace(self._documents / name)
        except OSError as error:
            log.warning("%s was not written: %s", name, error.strerror)
            return
        self._send_document(name, pdf, order)

    def _slip(self, slip: PackingSlip, language: str) -> bytes:
        """The slip with the site's logo; a logo that cannot be read stops no slip."""
        from app.labels.documents import packing_slip
        from app.labels.errors import LabelDataError

        if self._logo is not None:
            try:
                with_logo = replace(slip, logo=self._logo.read_bytes())
                return packing_slip(with_logo, language=language)
            except (OSError, LabelDataError) as error:
                log.warning("%s is not on the slip: %s", self._logo.name, error)
        return packing_slip(slip, language=language)

    def _send_document(self, name: str, pdf: bytes, order: DocumentOrder) -> None:
        """Print a document that is wanted on paper. It waits in the folder all the same."""
        able = [printer for printer in self._printers if PageFormat.PDF in printer.formats]
        if order.printed and able:
            printer = able[-1]
            stem = name.removesuffix(".pdf")
            printer.print(PrintJob(f"{stem}-{uuid.uuid4().hex[:8]}", stem, {PageFormat.PDF: pdf}))

    def fetch_picture(self, address: str) -> None:
        if fetch(address, self._pictures):
            self._submit(PictureFetched(address))

    def check_pin(self, operator: str, pin_hash: str, pin: str) -> None:
        """argon2id takes about a tenth of a second on purpose."""
        from argon2 import PasswordHasher
        from argon2.exceptions import InvalidHashError, VerificationError

        try:
            PasswordHasher().verify(pin_hash, pin)
        except (VerificationError, InvalidHashError):
            self._submit(PinChecked(operator, correct=False))
        else:
            self._submit(PinChecked(operator, correct=True))


TEST_JOB = "test-"
BIN_JOB = "bins-"
OF_NO_PARCEL = (TEST_JOB, BIN_JOB)
"""How the ids of jobs begin that print no parcel's label."""


class InlineDesk:
    """A desk without a thread, for scripts: when an input is answered, its label is made."""

    def __init__(self, work: DeskWork) -> None:
        self._work = work

    def print_label(self, order: LabelOrder) -> None:
        self._work.print_label(order)

    def print_test(self, code: str) -> None:
        self._work.print_test(code)

    def print_bins(self, codes: tuple[str, ...]) -> None:
        self._work.print_bins(codes)

    def file_document(self, order: DocumentOrder) -> None:
        self._work.file_document(order)

    def fetch_picture(self, address: str) -> None:
        """Scripts show no pictures."""

    def check_pin(self, operator: str, pin_hash: str, pin: str) -> None:
        self._work.check_pin(operator, pin_hash, pin)


class ThreadDesk:
    """A desk with a thread that does the work in the order it was asked for.

    Pictures have a thread of their own: a slow web server must not hold up labels and PINs.
    """

    def __init__(self, work: DeskWork, submit: Submit) -> None:
        self._work = work
        self._submit = submit
        self._queue: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(
            target=self._run, args=(self._queue,), name="desk", daemon=True
        )
        self._wanted: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._pictures = threading.Thread(
            target=self._run, args=(self._wanted,), name="pictures", daemon=True
        )

    def start(self) -> None:
        self._thread.start()
        self._pictures.start()

    def warm_up(self) -> None:
        """Draw a throw-away label, so that the first real one is fast."""
        self._queue.put(_warm_up)

    def stop(self, timeout_s: float = 10.0) -> bool:
        """Finish what was asked and end. False = the thread still runs after this time.

        A picture that is still on its way is not waited for.
        """
        self._wanted.put(None)
        self._queue.put(None)
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def print_label(self, order: LabelOrder) -> None:
        self._queue.put(lambda: self._work.print_label(order))

    def print_test(self, code: str) -> None:
        self._queue.put(lambda: self._work.print_test(code))

    def print_bins(self, codes: tuple[str, ...]) -> None:
        self._queue.put(lambda: self._work.print_bins(codes))

    def file_document(self, order: DocumentOrder) -> None:
        self._queue.put(lambda: self._work.file_document(order))

    def fetch_picture(self, address: str) -> None:
        self._wanted.put(lambda: self._work.fetch_picture(address))

    def check_pin(self, operator: str, pin_hash: str, pin: str) -> None:
        self._queue.put(lambda: self._work.check_pin(operator, pin_hash, pin))

    def _run(self, waiting: queue.SimpleQueue[Callable[[], None] | None]) -> None:
        while (work := waiting.get()) is not None:
            try:
                work()
            except Exception:  # one label that fails must not end all printing
                report = uuid.uuid4().hex[:6].upper()
                log.exception("report %s: the desk failed", report)
                self._submit(Crashed("desk", report))


def _warm_up() -> None:
    from app.labels.make import warm_up

    warm_up()
