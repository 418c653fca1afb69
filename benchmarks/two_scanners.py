"""Two serial scanners at once, 20 scans a second in all, for 60 s: what is lost or doubled."""

from __future__ import annotations

import os
import pty
import sqlite3
import threading
import time
from collections import Counter
from pathlib import Path

from app.clock import SystemClock
from app.compose.bench import Plan, ThreadBench
from app.config import Config
from app.device_api import Scan
from app.station.answer import Answer
from app.station.home.view import HomeView
from app.station.sign_in.view import SignInView
from benchmarks import stage
from benchmarks.table import show, spread
from devices.scanner_spec import open_scanner
from devices.supervisor import Supervisor

SECONDS = 60
PER_SCANNER = 10  # scans a second


def main(seconds: int = SECONDS) -> int:
    """Exit code 1 where a scan is lost or doubled.

    Every scan is a different code, so that each can be found in the journal.
    """
    with stage.site(lines=5) as home:
        return _measure(home.root, seconds)


def _measure(root: Path, seconds: int) -> int:
    from app.paths import Home

    home, clock = Home(root), SystemClock()
    answered = Answers()
    bench = ThreadBench(Plan(home, "P1", Config(), home.centre_url, clock), (), answered.heard)
    lines = [pty.openpty() for _ in range(2)]
    for _, slave in lines:
        os.set_blocking(slave, True)
    submit = bench.loop.submit
    drivers = [open_scanner(f"serial:{os.ttyname(slave)}", submit, clock.now) for _, slave in lines]
    scanners = Supervisor(submit, drivers)
    bench.start()
    scanners.start()
    answered.loaded.wait(30)
    bench.loop.submit(Scan(stage.BADGE, "", "sim", clock.now()))
    answered.home.wait(30)
    time.sleep(1.0)  # the scanners open their ports
    senders = [
        threading.Thread(target=_send, args=(master, number, seconds, answered))
        for number, (master, _) in enumerate(lines)
    ]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    time.sleep(1.0)
    scanners.stop()
    bench.stop()
    return _report(home.station_file("P1"), seconds, answered)


class Answers:
    """When each code was sent and when it was answered, by its code."""

    def __init__(self) -> None:
        self.sent: dict[str, float] = {}
        self.delay_ms: list[float] = []
        self.loaded = threading.Event()
        self.home = threading.Event()

    def heard(self, answer: Answer) -> None:
        if isinstance(answer.view, SignInView) and not answer.view.loading:
            self.loaded.set()
        if isinstance(answer.view, HomeView):
            self.home.set()
        code = str(answer.outcome.values.get("code", "")) if answer.outcome else ""
        if code in self.sent:
            self.delay_ms.append((time.perf_counter() - self.sent[code]) * 1000)


def _send(master: int, number: int, seconds: int, answers: Answers) -> None:
    began = time.perf_counter()
    for count in range(seconds * PER_SCANNER):
        code = f"CODE-{number}-{count:05d}"
        answers.sent[code] = time.perf_counter()
        os.write(master, code.encode() + b"\r")
        wait = began + (count + 1) / PER_SCANNER - time.perf_counter()
        time.sleep(max(0.0, wait))


def _report(path: Path, seconds: int, answers: Answers) -> int:
    with sqlite3.connect(path) as db:
        rows = db.execute("SELECT input, count(*) FROM scan_log GROUP BY input").fetchall()
    db.close()
    found: Counter[str] = Counter(dict(rows))
    lost = sum(found[code] == 0 for code in answers.sent)
    doubled = sum(found[code] > 1 for code in answers.sent)
    show(
        f"Two serial scanners, {seconds} s, {2 * PER_SCANNER} scans/s",
        ["sent", "lost", "doubled", "sent -> durable and answered, ms: p50", "p95", "p99", "most"],
        [[str(len(answers.sent)), str(lost), str(doubled), *spread(answers.delay_ms)]],
    )
    return int(bool(lost or doubled))
