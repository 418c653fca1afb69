"""The log file of a home. It rotates, and holds one JSON object a line."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

_SIZE = 2_000_000
"""Bytes of one file. The last five files are kept."""
_KEPT = 5


class _Line(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC)
        line = {
            "at": at.isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "thread": record.threadName,
            "text": record.getMessage(),
        }
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


class LogFile(RotatingFileHandler):
    """The file is made when the first line is written.

    failed: a line could not be written, since the folder is missing or the disk is full.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8", delay=True)
        self.setFormatter(_Line())
        self.failed = False

    def _open(self) -> Any:
        Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
        return super()._open()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  logging's own
        self.failed = True


@contextmanager
def log_to(path: Path) -> Iterator[LogFile]:
    """Write what is logged meanwhile, from level INFO, to this file."""
    handler, root = LogFile(path), logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    try:
        yield handler
    finally:
        root.setLevel(before)
        root.removeHandler(handler)
        handler.close()
