"""A view as a JSON object, for scripts. What several screens show has one name on all of them."""

from __future__ import annotations

from typing import Any

from app.domain import codec
from app.domain.outcome import Outcome
from app.station.views import View


def outcome_json(said: Outcome | None) -> dict[str, Any] | None:
    if said is None:
        return None
    return {
        "kind": said.kind.value,
        "severity": said.severity.value,
        "values": dict(said.values),
    }


def view_json(view: View) -> dict[str, Any]:
    """What is common to all screens, and this view's `details`. state: what the bar asks for."""
    frame = view.frame
    common: dict[str, Any] = {
        "screen": view.screen,
        "state": view.bar.prompt.value,
        "state_values": dict(view.bar.values),
        "operator": frame.operator,
        "language": frame.language,
        "order": frame.order or None,
        "online": frame.link.online,
        "waiting": frame.link.waiting,
        "reserved": frame.reserved,
        "messages": [codec.dump(note) for note in frame.notes],
        "help": [codec.dump(call) for call in frame.help],
        "units_done": frame.done,
        "units_wanted": frame.wanted,
    }
    return common | view.details()
