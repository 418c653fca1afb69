"""What a view may be made from: the bench as it stands, read only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.config import Config
from app.device_api import DeviceChanged, Weight
from app.domain.outcome import Outcome
from app.station.journal import Journal
from app.station.pictures import Pictures
from app.station.session import Session
from app.station.views import Link
from app.station.world import StationWorld


@dataclass(frozen=True)
class Seen:
    """All that a presenter gets.

    devices: the last news of each, by its identity. outcome: the answer to show, None = none.
    scale: the last stable weight, None = none yet.
    wrong_sku: the product that was refused just now, "" none.
    pin_digits: how many digits of a PIN are typed; which ones stays with the engine.
    now: the station's clock, aware, UTC.
    locks_in: seconds until the screen locks by itself, 0 = not soon.
    """

    session: Session
    world: StationWorld
    journal: Journal
    config: Config
    pictures: Pictures
    link: Link
    devices: Mapping[str, DeviceChanged]
    outcome: Outcome | None
    scale: Weight | None
    wrong_sku: str
    pin_digits: int
    now: datetime
    locks_in: int = 0
