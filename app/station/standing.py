"""What the bench says of itself to whoever watches the floor."""

from __future__ import annotations

from collections.abc import Iterable

from app import VERSION
from app.device_api import DeviceChanged
from app.domain.standing import Standing, to_text
from app.station.session import Session


def standing_of(session: Session, devices: Iterable[DeviceChanged]) -> str:
    """The text of a `Standing`: who works here, and which devices need a hand."""
    ill = {(one.kind.value, one.trouble.value) for one in devices if one.trouble}
    who = "" if session.locked else session.operator
    return to_text(Standing(VERSION, who, tuple(sorted(ill))))
