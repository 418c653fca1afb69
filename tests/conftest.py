"""What holds for every test: offscreen Qt, no stray log record, no real clock in sight."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["LC_ALL"] = "C.UTF-8"


# Windows has no pseudo terminals, X servers and POSIX signals: these cannot be imported there.
collect_ignore_glob = (
    ["integration/devices/*", "system/*", "chaos/*", "integration/store/test_kill.py"]
    if sys.platform == "win32"
    else []
)


class StrayLogs(logging.Handler):
    """Collects records nobody has announced."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []
        self.expected: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        if record.name not in self.expected:
            self.records.append(record)


@pytest.fixture(autouse=True)
def stray_logs() -> Iterator[StrayLogs]:
    """A test fails on any warning or error in the log, unless it names the logger as expected:

    `stray_logs.expected.add("app.station.engine")`.
    """
    handler = StrayLogs()
    root = logging.getLogger()
    root.addHandler(handler)
    yield handler
    root.removeHandler(handler)
    lines = [f"{r.name}: {r.getMessage()}" for r in handler.records]
    assert not lines, "stray log records: " + "; ".join(lines)
