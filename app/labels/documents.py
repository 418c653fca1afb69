"""Every document on A4: packing slip, loading manifest, command and scanner sheets."""

from __future__ import annotations

from app.labels.command_sheet import CommandCard, command_sheet, lanyard
from app.labels.manifest import Manifest, ManifestParcel, manifest
from app.labels.scanner_sheet import scanner_sheet
from app.labels.slip import PackingSlip, SlipLine, packing_slip

__all__ = [
    "CommandCard",
    "Manifest",
    "ManifestParcel",
    "PackingSlip",
    "SlipLine",
    "command_sheet",
    "lanyard",
    "manifest",
    "packing_slip",
    "scanner_sheet",
]
