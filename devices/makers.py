"""Makers of scanners and scales by their USB vendor ids, as public sources name them."""

from __future__ import annotations

from app.device_api import DeviceKind

_SCANNERS = {
    "0c2e": "Honeywell",
    "23d0": "Youjie",
    "05e0": "Zebra",
    "05f9": "Datalogic",
    "1eab": "Newland",
}
_SCALES = {"0922": "DYMO", "1446": "Stamps.com", "0b67": "Fairbanks", "0eb8": "Mettler Toledo"}


def vendor_of(identity: str) -> str:
    """The vendor id in "usb:vid:pid...", four lower-case hexadecimal digits, else ""."""
    parts = identity.lower().split(":")
    return parts[1] if len(parts) > 2 and parts[0] == "usb" else ""


def maker(identity: str) -> str:
    """The maker of a device, "" if its vendor id is not known."""
    vendor = vendor_of(identity)
    return _SCANNERS.get(vendor) or _SCALES.get(vendor, "")


def kind_guess(identity: str) -> DeviceKind | None:
    """The kind of devices that its maker makes; None if not known."""
    vendor = vendor_of(identity)
    if vendor in _SCANNERS:
        return DeviceKind.SCANNER
    return DeviceKind.SCALE if vendor in _SCALES else None


def scanner_name(identity: str) -> str:
    """A scanner's name for people, "" if its maker is not known."""
    return _SCANNERS.get(vendor_of(identity), "")
