"""Everything that enters the engine, by one queue.

A name in the past tense reports what has happened; an imperative one is an operator's wish. Scans,
weights and news of devices are defined in `app.device_api`, those of the sync in `app.sync.news`.
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
class Look:
    """A row of a list was touched, to see what it is about. kind, id: of the row it is about."""

    kind: str
    id: str


@dataclass(frozen=True)
class LabelNotMade:
    """A label could not be made, so nothing was sent. reason: a word or an error's text.

    sscc: of its parcel; of a label of no parcel the job's id.
    """

    sscc: str
    reason: str


@dataclass(frozen=True)
class PinChecked:
    """Whether the PIN typed for this operator is right."""

    operator: str
    correct: bool


@dataclass(frozen=True)
class PictureFetched:
    """A product picture has been downloaded and can be shown."""

    address: str


@dataclass(frozen=True)
class Tick:
    """Time has passed; sent about once a second."""

    at: datetime


@dataclass(frozen=True)
class Stop:
    """Ends the loop, after everything queued before it has been handled."""


UserMessage = Press | ChooseLanguage | EnterCode | Look | Scan
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
