r"""Makes a scanner's driver from its spec, the words that people write to choose it.

``serial:PORT``, ``socket://HOST:PORT``, ``hid``, ``hid:usb:VID:PID[:SERIAL|@PLACE]``,
``hid:socket:PATH`` and ``evdev:PATH``, each with options behind semicolons:
``name=Left`` and ``batch`` everywhere; ``prefix=..`` and ``suffix=..`` (Python escapes such as
``\x02``) except with hid; ``baud=9600`` and ``feedback=..`` on serial lines only.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from devices.evdev_keys import EvdevScanner
from devices.feedback.codec import FeedbackCodec, Silent
from devices.feedback.datalogic import DatalogicCorded, DatalogicCordless
from devices.feedback.honeywell import Honeywell
from devices.feedback.ssi import Ssi
from devices.hid_scanner import HidPosScanner
from devices.serial_line import LineSettings
from devices.serial_scanner import ScannerSettings, SerialScanner

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from app.device_api import Submit
    from devices.driver import Driver

FEEDBACK: dict[str, Callable[[], FeedbackCodec]] = {
    "ssi": Ssi,
    "datalogic": DatalogicCordless,
    "datalogic-corded": DatalogicCorded,
    "honeywell": Honeywell,
    "none": Silent,
}
_FLAG = "batch"
_COMMON = {"name", _FLAG}
_AFFIXES = {"prefix", "suffix"}
_LINE = {"baud", "feedback"}
_SERIAL = re.compile(r"serial:.+|socket://[^:/]+:\d+", re.IGNORECASE)
_HID = re.compile(r"hid|hid:usb:[0-9a-f]{4}:[0-9a-f]{4}([:@].+)?|hid:socket:.+", re.IGNORECASE)
_EVDEV = re.compile(r"evdev:/.+")


def open_scanner(spec: str, submit: Submit, clock: Callable[[], datetime]) -> Driver:
    """The driver that a spec means; nothing is opened yet.

    Raises ValueError with a sentence for people.
    """
    place, *rest = spec.split(";")
    if _SERIAL.fullmatch(place):
        options = _options(rest, _COMMON | _AFFIXES | _LINE)
        return SerialScanner(place, submit, clock, _settings(options), options.get("name", ""))
    if _HID.fullmatch(place):
        options = _options(rest, _COMMON)
        batch, name = _FLAG in options, options.get("name", "")
        return HidPosScanner(place, submit, clock, batch=batch, name=name)
    if _EVDEV.fullmatch(place):
        options = _options(rest, _COMMON | _AFFIXES)
        return EvdevScanner(
            place,
            submit,
            clock,
            batch=_FLAG in options,
            affixes=(_bytes(options, "prefix"), _bytes(options, "suffix")),
            name=options.get("name", ""),
        )
    raise ValueError(
        f"“{place}” is no scanner. Use serial:PORT, socket://HOST:PORT, hid, hid:usb:VID:PID or "
        "evdev:/dev/input/by-id/NAME."
    )


def _options(words: list[str], allowed: set[str]) -> dict[str, str]:
    options: dict[str, str] = {}
    for word in words:
        name, equals, value = word.partition("=")
        if name not in allowed:
            raise ValueError(
                f"“{word}” is no option of this scanner. It takes {', '.join(sorted(allowed))}."
            )
        if (name == _FLAG) == bool(equals) or (equals and not value):
            wanted = name if name == _FLAG else f"{name}=…"
            raise ValueError(f"“{word}” is not complete. Write it as {wanted}")
        if name in options:
            raise ValueError(f"“{name}” is given twice.")
        options[name] = value
    return options


def _settings(options: dict[str, str]) -> ScannerSettings:
    feedback = options.get("feedback", "none")
    if feedback not in FEEDBACK:
        raise ValueError(f"“{feedback}” is no feedback. There are {', '.join(FEEDBACK)}.")
    baud = options.get("baud", "9600")
    if not baud.isdecimal() or not 300 <= int(baud) <= 4_000_000:
        raise ValueError(f"“{baud}” is no speed. Use bits a second, such as 9600.")
    return ScannerSettings(
        line=LineSettings(baud=int(baud)),
        prefix=_bytes(options, "prefix"),
        suffix=_bytes(options, "suffix"),
        batch=_FLAG in options,
        feedback=FEEDBACK[feedback](),
    )


def _bytes(options: dict[str, str], name: str) -> bytes:
    text = options.get(name, "")
    try:
        return text.encode("latin-1").decode("unicode_escape").encode("latin-1")
    except (UnicodeEncodeError, UnicodeDecodeError) as error:
        raise ValueError(f"“{text}” is no {name}. Use letters, or \\x02 for a byte.") from error
