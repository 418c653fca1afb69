"""A fault at the printer -> the bench's message; and what a label costs, step by step."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable

from app.device_api import DeviceChanged, PageFormat, PrintJob, PrintResult, Trouble
from app.domain.address import Address
from app.labels.barcodes import digital_link, sscc
from app.labels.layout import layout
from app.labels.make import make_shipping_label, warm_up
from app.labels.model import ShippingLabel
from app.labels.pdf import label_pdf
from app.labels.raster import png_bytes, rasterise
from app.labels.tspl import graphic_tspl
from app.labels.verify import expected_codes, verify
from app.labels.zpl import graphic_zpl, native_zpl
from benchmarks.table import show, spread
from devices.printers.runner import PrinterThread
from devices.printers.spec import open_printer
from devices.simulators.zebra import VirtualZebra

FAULTS = 10
LABELS = 30
TROUBLES = (Trouble.PAPER_OUT, Trouble.HEAD_OPEN, Trouble.RIBBON_OUT, Trouble.PAUSED)
SSCC = sscc("9521321", 0, 4711)
LABEL = ShippingLabel(
    sender=Address("Packbench", "", "Storgatan 12", "411 05", "Göteborg", "", "SE"),
    receiver=Address("王小明", "", "张江高科技园区博云路2号", "201203", "上海市", "", "CN"),
    carrier="PostNord",
    service="EXPRESS 12:00",
    sscc=SSCC,
    order_ref="SO-104233",
    parcel_number=1,
    parcel_count=3,
    routing="CN-SHA-08",
    qr=digital_link(SSCC),
    weight_g=12450,
)


class Ear:
    """Messages with the time of their arrival."""

    def __init__(self) -> None:
        self._heard: queue.SimpleQueue[tuple[float, object]] = queue.SimpleQueue()

    def submit(self, message: object) -> None:
        self._heard.put((time.perf_counter(), message))

    def wait(self, wanted: Callable[[object], bool]) -> float:
        while True:
            at, message = self._heard.get(timeout=30)
            if wanted(message):
                return at


def _changed_to(trouble: Trouble | None) -> Callable[[object], bool]:
    return lambda message: isinstance(message, DeviceChanged) and message.trouble is trouble


def _idle_faults(faults: int) -> list[float]:
    """The fault comes while nothing is printed: half a check's second is the mean."""
    delays: list[float] = []
    ear = Ear()
    with VirtualZebra() as zebra:
        printer = PrinterThread(open_printer(zebra.spec), ear.submit)
        printer.start()
        ear.wait(_changed_to(None))
        for number in range(faults):
            trouble = TROUBLES[number % len(TROUBLES)]
            time.sleep(0.1 * number)  # anywhere between two checks
            start = time.perf_counter()
            zebra.fault(trouble)
            delays.append((ear.wait(_changed_to(trouble)) - start) * 1000)
            zebra.fault(None)
            ear.wait(_changed_to(None))
        printer.stop()
    return delays


def _jobs(faults: int, *, faulty: bool) -> tuple[list[float], int]:
    """print() -> PrintResult, and the bytes of the ZPL."""
    delays: list[float] = []
    ear = Ear()
    made = make_shipping_label(LABEL)
    with VirtualZebra() as zebra:
        printer = PrinterThread(open_printer(zebra.spec), ear.submit)
        printer.start()
        ear.wait(_changed_to(None))
        for number in range(faults):
            if faulty:
                zebra.fault_with_next_job(TROUBLES[number % len(TROUBLES)])
            start = time.perf_counter()
            printer.print(PrintJob(str(number), "label", {PageFormat.ZPL: made.zpl}, dpi=203))
            delays.append((ear.wait(lambda m: isinstance(m, PrintResult)) - start) * 1000)
            if faulty:
                zebra.fault(None)
                ear.wait(lambda m: isinstance(m, PrintResult) and m.trouble is None)
        printer.stop()
    return delays, len(made.zpl)


def _steps(dpi: int, labels: int) -> list[list[str]]:
    page = layout(LABEL, dpi)
    pdf = label_pdf(page)
    image = rasterise(pdf, dpi, (page.width, page.height))
    expected = expected_codes(page)
    steps: tuple[tuple[str, Callable[[], object]], ...] = (
        ("layout", lambda: layout(LABEL, dpi)),
        ("PDF", lambda: label_pdf(page)),
        ("raster", lambda: rasterise(pdf, dpi, image.size)),
        ("verify", lambda: verify(image, expected)),
        ("ZPL ^GF Z64", lambda: graphic_zpl(image)),
        ("ZPL native", lambda: native_zpl(page, image)),
        ("TSPL BITMAP", lambda: graphic_tspl(image, dpi)),
        ("PNG", lambda: png_bytes(image, dpi)),
        ("all of make", lambda: make_shipping_label(LABEL, dpi=dpi).zpl),
    )
    rows = []
    for name, step in steps:
        times: list[float] = []
        size = 0
        for _ in range(labels):
            start = time.perf_counter()
            made = step()
            times.append((time.perf_counter() - start) * 1000)
            size = len(made) if isinstance(made, bytes) else 0
        rows.append([f"{name}, {dpi} dpi", *spread(times), str(size or "")])
    return rows


def main(faults: int = FAULTS, labels: int = LABELS) -> None:
    warm_up()
    head = ["what", "p50", "p95", "p99", "most"]
    printed, size = _jobs(faults, faulty=False)
    doubted, _ = _jobs(faults, faulty=True)
    show(
        f"Virtual Zebra, {faults} times each, ms",
        head,
        [
            ["fault while idle -> DeviceChanged", *spread(_idle_faults(faults))],
            [f"print({size} bytes) -> counted", *spread(printed)],
            ["print -> fault in the job, in doubt", *spread(doubted)],
        ],
    )
    show("One label, ms and bytes", [*head, "bytes"], [*_steps(203, labels), *_steps(300, labels)])


if __name__ == "__main__":
    main()
