"""Who may do what. The engine checks it before each duty; every fact names its operator."""

from __future__ import annotations

from app.domain.rows.things import Operator

DUTIES: dict[str, frozenset[str]] = {
    "pick": frozenset({"picker", "supervisor", "admin"}),
    "pack": frozenset({"packer", "supervisor", "admin"}),
    "load": frozenset({"loader", "supervisor", "admin"}),
    "count": frozenset({"picker", "supervisor", "admin"}),
    "move": frozenset({"picker", "packer", "supervisor", "admin"}),
    "release_stock": frozenset({"supervisor", "admin"}),
    "write_off": frozenset({"supervisor", "admin"}),
    "accept_weight": frozenset({"supervisor", "admin"}),
    "take_over": frozenset({"supervisor", "admin"}),
    "open_box": frozenset({"supervisor", "admin"}),
    "add_line": frozenset({"supervisor", "admin"}),
    "people": frozenset({"admin"}),
    "command": frozenset({"supervisor", "admin"}),
    "return_parcel": frozenset({"supervisor", "admin"}),
    "decide": frozenset({"supervisor", "admin"}),
}


TRAINEE = "trainee"
"""A role that allows nothing: who has it scans every unit, whatever may be counted by number."""


def allows(person: Operator | None, duty: str) -> bool:
    return person is not None and not person.disabled and not DUTIES[duty].isdisjoint(person.roles)


def role_for(duty: str) -> str:
    """The role that a refused person is told to ask."""
    roles = {
        "pick": "picker",
        "pack": "packer",
        "load": "loader",
        "people": "admin",
    } | dict.fromkeys(("count", "move"), "picker")
    return roles.get(duty, "supervisor")
