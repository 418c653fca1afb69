"""A bench that nobody touches locks itself, and says so a moment before."""

from __future__ import annotations

import math
from datetime import datetime

from app.config import Config
from app.station.session import Session

TOLD_S = 10
"""So many seconds before it locks the screen says so."""


def due(session: Session, config: Config, last_input: datetime, now: datetime) -> bool:
    """Whether somebody is at work whom nobody has seen touch the bench for too long."""
    return _at_work(session) and _left(config, last_input, now) <= 0


def told(session: Session, config: Config, last_input: datetime, now: datetime) -> int:
    """Seconds until it is due, as the screen tells them; 0 = not yet."""
    seconds = _left(config, last_input, now)
    return math.ceil(seconds) if _at_work(session) and 0 < seconds <= TOLD_S else 0


def _at_work(session: Session) -> bool:
    return bool(session.operator) and not session.locked


def _left(config: Config, last_input: datetime, now: datetime) -> float:
    return config.idle_lock_s - (now - last_input).total_seconds()
