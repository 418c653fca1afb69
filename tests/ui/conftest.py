"""Qt without a screen, and a clean language after each test."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers.sample_views import NOW
from ui.application import set_language
from ui.shell import StationWindow

MakeWindow = Callable[..., StationWindow]


@pytest.fixture(autouse=True)
def english_after(qapp: QApplication) -> Iterator[None]:
    set_language("en")
    yield
    set_language("en")
    qapp.setStyleSheet("")


@pytest.fixture
def submitted() -> list[object]:
    return []


@pytest.fixture
def make_window(qtbot: QtBot, submitted: list[object], tmp_path: Path) -> MakeWindow:
    """A window that notes what is submitted."""

    def make(**options: Any) -> StationWindow:
        window = StationWindow(submitted.append, clock=lambda: NOW, pictures=tmp_path, **options)
        qtbot.addWidget(window)
        return window

    return make
