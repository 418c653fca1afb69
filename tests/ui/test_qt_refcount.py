"""PySide6 6.12.0 loses a reference to True with each signal(bool) on Python below 3.12."""

from __future__ import annotations

import subprocess
import sys

import pytest

from ui.application import QtUnsuitableError, check_versions

PROGRAM = """
import sys
from PySide6.QtCore import QObject, Signal
class Emitter(QObject):
    said = Signal(bool)
emitter = Emitter()
before = sys.getrefcount(True)
for _ in range(200):
    emitter.said.emit(True)
    emitter.said.emit(False)
print(sys.getrefcount(True) - before)
"""


def test_signals_keep_their_references() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, timeout=60
    )
    assert int(done.stdout) > -50


def test_a_qt_that_kills_this_python_is_refused() -> None:
    with pytest.raises(QtUnsuitableError, match=r"below 6\.12"):
        check_versions((6, 12, 0), (3, 11, 2))
    check_versions((6, 12, 0), (3, 12, 1))
    check_versions((6, 11, 3), (3, 11, 2))
