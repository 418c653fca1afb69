"""Everything that enters the engine, by one queue: facts in the past tense, wishes imperative.

A scan enters as `app.device_api.Scan`, a weight as `Weight`, a device's news as `DeviceChanged`,
what the sync brings as `app.sync.news`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from app.device_api import DeviceMessage, PrintResult, Scan
from app.domain.commands import Command
from app.errors import Crashed
from app.sync.news import SyncNews


@dataclass(frozen=True)
class Press:
    """A button, function key or keypad key."""

    command: Command


@dataclass(frozen=True)
class ChooseLanguage:
    language: str  # "en" or "zh_CN"


@dataclass(frozen=True)
class EnterCode:
    """A code typed by hand into a field (the scanner could not read it)."""

    text: str


@dataclass(frozen=True)
class LabelNotMade:
    """The label could not be made (reason), so nothing was sent."""

    sscc: str
    reason: str


@dataclass(frozen=True)
class PinChecked:
    operator: str
    correct: bool


@dataclass(frozen=True)
class PictureFetched:
    address: str


@dataclass(frozen=True)
class Tick:
    """Time has passed; sent about once a second."""

    at: datetime


@dataclass(frozen=True)
class Stop:
    """Drain and end."""


UserMessage = Press | ChooseLanguage | EnterCode | Scan
"""What screens submit."""

LabelResult = LabelNotMade | PrintResult
"""What became of a label on its way to the printer."""

Message = (
    UserMessage
    | DeviceMessage
    | LabelResult
    | PinChecked
    | PictureFetched
    | SyncNews
    | Tick
    | Crashed
)
"""The closed set of what the engine handles."""

Submit = Callable[[Message], None]
"""Puts a message into the engine's queue; callable from any thread, never blocks."""
