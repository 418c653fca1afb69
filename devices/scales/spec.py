"""Makes a scale's driver from its spec in the configuration.

``sics:PORT``, ``8217:PORT``, ``nci:PORT`` with a port of devices.serial_ports without "serial:"
(``/dev/ttyS0``, ``COM5``, ``usb:0eb8:f000``, ``socket://host:port``); ``hid`` for the only USB
scale plugged in, ``hid:usb:0922:8003`` or ``hid:usb:0922:8003:SERIAL`` for one of several. Options
follow, each after a semicolon: ``name=Bench 2``, ``baud=4800``, and for 8217, which does not
send its unit, ``unit=lb`` (kg by default).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from app.device_api import WeightUnit
from devices.scales.hid_scale import HidScale
from devices.scales.nci import NCI
from devices.scales.serial_scale import SerialScale
from devices.scales.sics import SICS
from devices.scales.toledo_8217 import toledo_8217

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from app.device_api import Submit
    from devices.driver import Driver
    from devices.scales.protocol import Protocol

_OPTIONS = {"sics": {"name", "baud"}, "nci": {"name", "baud"}, "8217": {"name", "baud", "unit"}}
_HID_OPTIONS = {"name"}
_USB = re.compile(r"usb:[0-9a-fA-F]{4}:[0-9a-fA-F]{4}(:.+)?")


def open_scale(spec: str, submit: Submit, clock: Callable[[], datetime]) -> Driver:
    """The driver that a spec means; opens nothing yet. Raises ValueError with a sentence."""
    body, *words = spec.split(";")
    kind, _, port = body.partition(":")
    options = _options(words, _OPTIONS.get(kind, _HID_OPTIONS))
    name = options.get("name", "")
    if kind == "hid":
        return HidScale(_hid_device(port), submit, clock, name)
    if kind not in _OPTIONS:
        raise ValueError(f"A scale is sics:, 8217:, nci: or hid:, not {body!r}.")
    if not port:
        raise ValueError(f"The scale {body!r} has no port.")
    protocol = _protocol(kind, options.get("unit", "kg"))
    settings = replace(protocol.line, baud=_baud(options.get("baud", str(protocol.line.baud))))
    return SerialScale(port, protocol, settings, submit, clock, name)


def _options(words: list[str], known: set[str]) -> dict[str, str]:
    found = {}
    for word in words:
        key, equals, value = word.partition("=")
        if not equals or key not in known:
            raise ValueError(
                f"This scale has the options {', '.join(sorted(known))}, not {word!r}."
            )
        found[key] = value
    return found


def _protocol(kind: str, unit: str) -> Protocol:
    if kind != "8217":
        return SICS if kind == "sics" else NCI
    if unit not in set(WeightUnit):
        raise ValueError(f"The unit of a scale is g, kg, oz or lb, not {unit!r}.")
    return toledo_8217(WeightUnit(unit))


def _baud(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 300 <= int(text) <= 921_600):
        raise ValueError(f"The baud rate of a scale is a number such as 9600, not {text!r}.")
    return int(text)


def _hid_device(port: str) -> str:
    if not port:
        return "hid"
    if not _USB.fullmatch(port):
        raise ValueError(f"A USB scale is named usb:VID:PID, such as usb:0922:8003, not {port!r}.")
    head, vendor, product, *serial = port.split(":", 3)
    return ":".join([head, vendor.lower(), product.lower(), *serial])
