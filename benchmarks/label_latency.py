"""Last unit scanned -> the label's bytes at the printer, decoded and checked on the way."""

from __future__ import annotations

import socket
import threading
import time

from app.clock import SystemClock
from app.compose.bench import Plan, ThreadBench
from app.config import Config
from app.device_api import Scan
from app.domain.commands import Command
from app.station.answer import Answer
from app.station.home.view import HomeView
from app.station.messages import Press
from app.station.pack.view import PackView
from app.station.pick.view import PickView
from app.station.sign_in.view import SignInView
from benchmarks import stage
from benchmarks.table import show, spread
from devices.printers.link import TcpPort
from devices.printers.raw import RawPrinter

ORDERS = 40


class Listener(threading.Thread):
    """A printer's port that notes when a job's last byte came."""

    def __init__(self) -> None:
        super().__init__(name="listener", daemon=True)
        self.server = socket.create_server(("127.0.0.1", 0))
        self.port = int(self.server.getsockname()[1])
        self.first = threading.Event()
        self.times: list[float] = []
        self.sizes: list[int] = []

    def run(self) -> None:
        while True:
            try:
                line, _ = self.server.accept()
            except OSError:
                return
            with line:
                size = 0
                while part := line.recv(65536):
                    size += len(part)
            self.times.append(time.perf_counter())
            self.sizes.append(size)


class Packer:
    """One unit an order: its scan is the last one. Acts on the station thread's answers."""

    def __init__(self, orders: int) -> None:
        self.orders = orders
        self.bench: ThreadBench | None = None
        self.last_scans: list[float] = []
        self.done = threading.Event()
        self._clock = SystemClock()
        self._acted_on: object = None

    def heard(self, answer: Answer) -> None:
        view = answer.view
        # Orders that come after NEXT has found none are a new state, too.
        waiting = (view.to_pick, view.to_pack) if isinstance(view, HomeView) else ()
        key = (type(view), view.bar.prompt, view.frame.order, waiting)
        loading = isinstance(view, SignInView) and view.loading
        if loading or key == self._acted_on:
            return  # news of the sync, not a new state
        self._acted_on = key
        match view:
            case HomeView() if (
                not view.to_pick and not view.to_pack and view.my_orders >= self.orders
            ):
                self.done.set()
            case HomeView():
                self._press(Command.NEXT)
            case PickView():
                codes = {"go_to_bin": stage.BIN, "scan_tote": f"T-{len(self.last_scans) + 1}"}
                self._scan(codes.get(view.bar.prompt.value, view.line.barcode))
            case PackView():
                self._pack(view)
            case _:
                self._scan(stage.BADGE)

    def _pack(self, view: PackView) -> None:
        match view.bar.prompt.value:
            case "choose_carton":
                self._press(Command.OK)
            case "scan_item" if view.line is not None:
                self.last_scans.append(time.perf_counter())
                self._scan(view.line.barcode)
            case "scan_label":
                self._scan("00" + view.sscc)
            case _:
                pass

    def _scan(self, code: str) -> None:
        assert self.bench is not None
        self.bench.loop.submit(Scan(code, "", "bench", self._clock.now(), batch=True))

    def _press(self, command: Command) -> None:
        assert self.bench is not None
        self.bench.loop.submit(Press(command))


def main(orders: int = ORDERS) -> int:
    """Exit code 1 where a label did not come.

    The first label is made after the warm-up that every station does at its start.
    """
    listener, packer = Listener(), Packer(orders)
    listener.start()
    with stage.site(lines=1, orders=orders) as home:
        plan = Plan(home, "P1", Config(), home.centre_url, SystemClock())
        printer = RawPrinter(TcpPort("127.0.0.1", listener.port))
        bench = ThreadBench(plan, (printer,), packer.heard)
        packer.bench = bench
        bench.start()
        bench.warm_up()
        packed = packer.done.wait(120)
        bench.stop()
    listener.server.close()
    delays = [
        (came - scanned) * 1000
        for scanned, came in zip(packer.last_scans, listener.times, strict=False)
    ]
    show(
        "Last unit scanned -> label's last byte at the printer, ms",
        ["labels", "p50", "p95", "p99", "most", "bytes"],
        [[str(len(delays)), *spread(delays), str(max(listener.sizes, default=0))]],
    )
    return int(not packed or len(delays) != orders)
