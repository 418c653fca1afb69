"""What the engine answers to one message."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.outcome import Outcome
from app.station.views import View


@dataclass(frozen=True)
class Answer:
    """What one message led to. durable_at: the engine's time of its turn, which is on the disk."""

    outcome: Outcome | None
    view: View
    durable_at: datetime
