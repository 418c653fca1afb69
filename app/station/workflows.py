"""The workflows of a bench. This is the only list of them."""

from __future__ import annotations

from types import MappingProxyType

from app.station.count.present import COUNT
from app.station.devices.present import DEVICES
from app.station.labels.present import LABELS
from app.station.load.present import LOAD
from app.station.move.present import MOVE
from app.station.pack.present import PACK
from app.station.pick.present import PICK
from app.station.workflow import Table

WORKFLOWS: Table = MappingProxyType(
    {one.name: one for one in (PICK, PACK, LOAD, COUNT, MOVE, DEVICES, LABELS)}
)
