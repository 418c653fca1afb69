"""The settings that the supervisor's window shows and changes: a closed table of `config.toml`'s.

What is not here (addresses, numbers, aisles) is changed by hand: see docs/administrator.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from app.config import LANGUAGES, Config
from app.config_file import Value
from app.files import WriteTrouble
from app.paper import DPIS, PAPERS


class Room(StrEnum):
    """Where a setting is shown."""

    WINDOW = "window"
    DEVICES = "devices"
    BENCH = "bench"


class Type(StrEnum):
    TEXT = "text"
    LIST = "list"  # specs, which no comma parts: one a line
    WHOLE = "whole"
    SWITCH = "switch"
    CHOICE = "choice"


@dataclass(frozen=True)
class Setting:
    """One of them. choices: of a CHOICE. at_once: without a restart. device: it can be tested."""

    key: str
    room: Room
    type: Type
    choices: tuple[str, ...] = ()
    at_once: bool = False
    device: bool = False


SETTINGS: tuple[Setting, ...] = (
    Setting("language", Room.WINDOW, Type.CHOICE, LANGUAGES, at_once=True),
    Setting("scanners", Room.DEVICES, Type.LIST, device=True),
    Setting("scale", Room.DEVICES, Type.TEXT, device=True),
    Setting("printer", Room.DEVICES, Type.LIST, device=True),
    Setting("paper", Room.DEVICES, Type.CHOICE, tuple(PAPERS)),
    Setting("dpi", Room.DEVICES, Type.CHOICE, tuple(map(str, DPIS))),
    Setting("native_zpl", Room.DEVICES, Type.SWITCH),
    Setting("lock_on_stop", Room.DEVICES, Type.SWITCH),
    Setting("scale_under_box", Room.DEVICES, Type.SWITCH),
    Setting("test_weight_g", Room.DEVICES, Type.WHOLE),
    Setting("site", Room.BENCH, Type.TEXT),
    Setting("idle_lock_s", Room.BENCH, Type.WHOLE),
    Setting("reserve", Room.BENCH, Type.WHOLE),
    Setting("offline_sign_in_days", Room.BENCH, Type.WHOLE),
    Setting("print_slips", Room.BENCH, Type.SWITCH),
    Setting("personal_reports", Room.BENCH, Type.SWITCH),
    Setting("count_low", Room.BENCH, Type.WHOLE),
    Setting("recount_above", Room.BENCH, Type.WHOLE),
)
BY_KEY: Mapping[str, Setting] = {one.key: one for one in SETTINGS}


def read(setting: Setting, text: str) -> Value:
    """A typed text as the value; raises ValueError where it is no number."""
    match setting.type:
        case Type.LIST:
            return tuple(part.strip() for part in text.splitlines() if part.strip())
        case Type.WHOLE:
            return int(text)
        case Type.SWITCH:
            return text == "true"
        case _:
            return int(text) if setting.key == "dpi" else text.strip()


def shown(setting: Setting, config: Config) -> str:
    """The value as text; of a list one entry a line."""
    value = getattr(config, setting.key)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "\n".join(value) if isinstance(value, tuple) else str(value)


class Refused(StrEnum):
    """Why a setting was not changed."""

    WRONG = "wrong"  # the value cannot be; `words` says what can
    FULL = "full"
    FORBIDDEN = "forbidden"
    OTHER = "other"
    NOBODY = "nobody"  # nobody is signed in at the desk
    NOT_ALLOWED = "not_allowed"


DISK: Mapping[WriteTrouble, Refused] = {
    WriteTrouble.FULL: Refused.FULL,
    WriteTrouble.FORBIDDEN: Refused.FORBIDDEN,
    WriteTrouble.OTHER: Refused.OTHER,
}


@dataclass(frozen=True)
class Changed:
    """What became of a wish. refused: None = it is so now. words: more of why not, in English."""

    key: str
    config: Config | None = None
    refused: Refused | None = None
    words: str = ""


@dataclass(frozen=True)
class Rule:
    """One rule of the site. by: who has set it, "" = nobody has: it has its default."""

    name: str
    value: str
    what: str
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class Tried:
    """How one device is. trouble: a `Trouble`'s value, "" = it is well."""

    spec: str
    name: str
    trouble: str = ""
    detail: str = ""


class Devices(Protocol):
    """Tries specs of devices; called on a thread that may wait."""

    def fault(self, key: str, specs: tuple[str, ...]) -> str:
        """Why these specs cannot be, in words; "" = they can."""
        ...

    def test(self, key: str, specs: tuple[str, ...]) -> tuple[Tried, ...]:
        """Open each for a moment. key: "scanners", "scale" or "printer"."""
        ...
