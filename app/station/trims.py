"""What the test sheet found a scanner to add before and after its codes: cut off from then on."""

from __future__ import annotations

import json
from dataclasses import replace

from app.device_api import Scan
from app.domain.bench.scanner_check import ScannerSheet
from app.store.station.file import StationFile


def setting(sheet: ScannerSheet) -> dict[str, str]:
    """For the station's file."""
    return {_key(sheet.device): json.dumps([sheet.prefix, sheet.suffix])}


def trimmed(scan: Scan, file: StationFile) -> Scan:
    """The scan without what its scanner adds; as it was where that is not all there."""
    kept = file.get(_key(scan.device))
    if not kept or scan.defect is not None:
        return scan
    prefix, suffix = json.loads(kept)
    text = scan.text
    if not (text.startswith(prefix) and text.endswith(suffix)):
        return scan
    if len(text) <= len(prefix) + len(suffix):
        return scan
    return replace(scan, text=text[len(prefix) : len(text) - len(suffix)])


def _key(device: str) -> str:
    return f"trim:{device}"
