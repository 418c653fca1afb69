"""What happened to a thing: the facts that name it, as JSON values."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from app.domain import codec
from app.domain.facts import Kind
from app.domain.packs import in_fact
from app.sync.ask import decoded
from app.sync.centre import SqlCentre
from app.sync.port import EventRow

NOT_SHOWN = (
    "Scans that were refused are no facts: they, and what each code read, stand in the scan log"
    " of the bench's own file, not at the centre."
)
_PLACES = ("bin", "tote", "shelf", "load", "sscc")
_UNTOLD = {"digest", "card", "ends", "key", "noted", "learned", *_PLACES}
"""Values that have a column of their own, or are for programs."""


def timeline(
    rows: tuple[EventRow, ...], name_of: Callable[[str], str] = lambda _: ""
) -> list[dict[str, Any]]:
    """The events in the sequence in which they happened.

    name_of: the name of a person by the number.
    """
    return [
        {
            "at": time(row.fact.occurred_at),
            "received_at": time(row.received_at),
            "what": row.fact.kind,
            "station": row.fact.origin,
            "operator": row.fact.operator,
            "name": name_of(row.fact.operator),
            "device": row.fact.device,
            "where": _where(row.fact.body),
            "verdict": row.verdict,
            "reason": row.reason,
            "values": _values(dict(row.fact.body)),
        }
        for row in by_time(rows)
    ]


def by_time(rows: tuple[EventRow, ...]) -> list[EventRow]:
    """As it happened, not as it reached the centre."""
    return sorted(rows, key=lambda row: (row.fact.occurred_at, row.fact.origin, row.fact.seq))


class Names:
    """Who the operators are; each is asked for once."""

    def __init__(self, centre: SqlCentre) -> None:
        self._centre = centre
        self._known: dict[str, str] = {"": ""}

    def __call__(self, number: str) -> str:
        if number not in self._known:
            row = self._centre.row(Kind.OPERATOR, number)
            self._known[number] = decoded(row).name if row else ""
        return self._known[number]


def time(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()


def places(body: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """(kind, name) of the places that a fact names; a box is a place, too."""
    named = ((key, body.get(key)) for key in _PLACES)
    return tuple((word, name) for word, name in named if isinstance(name, str) and name)


def _where(body: Mapping[str, Any]) -> str:
    words = {"sscc": "box"}
    return ", ".join(f"{words.get(kind, kind)} {name}" for kind, name in places(body))


def _values(body: dict[str, Any]) -> dict[str, Any]:
    """The values of an event. A whole document would hide the rest: only its size and remarks."""
    document = body.pop("document", None)
    if isinstance(document, dict):
        lines = document.get("lines", [])
        body["lines"] = len(lines)
        body["units"] = sum(int(line["quantity"]) for line in lines)
        body |= {key: document[key] for key in ("cancelled", "hold") if key in document}
    return dict(codec.dump(body))


def who(one: dict[str, Any]) -> str:
    """A person as people know them: by name where there is one."""
    return str(one["name"] or one["operator"])


def told(one: dict[str, Any], about: str = "") -> str:
    """The simple values of an event, in one line; packs stand before their units.

    about: the kind of thing whose timeline it is; it is not named again.
    """
    parts = [
        f"{key} {value}"
        for key, value in one["values"].items()
        if isinstance(value, str | int) and value != "" and key not in {*_UNTOLD, about}
    ]
    pack = in_fact(one["values"])
    if pack is not None:
        packs = f"{pack.count} {pack.level}{'s' if pack.count > 1 else ''}"
        parts = [
            f"{packs}, {pack.total} units" if part == f"quantity {pack.total}" else part
            for part in parts
        ]
    return ", ".join(parts)


@dataclass(frozen=True)
class Proof:
    """What tells a copy of a timeline from another one: of so many facts, this hash, hex."""

    facts: int
    sha256: str


def proofs(rows: tuple[EventRow, ...]) -> list[Proof]:
    """Of the first fact, of the first two, and so on, as the centre applied them.

    A copy that was made before later facts came has one of the earlier ones.
    """
    made: list[Proof] = []
    for count, row in enumerate(rows, 1):
        fact = row.fact
        text = codec.to_text(
            [
                made[-1].sha256 if made else "",
                fact.event_id,
                fact.origin,
                fact.kind,
                fact.subjects,
                dict(fact.body),
                fact.occurred_at.astimezone(UTC),
                fact.operator,
                fact.device,
                row.verdict,
                row.reason,
            ]
        )
        made.append(Proof(count, hashlib.sha256(text.encode()).hexdigest()))
    return made


def last_proof(rows: tuple[EventRow, ...]) -> Proof:
    """Of all of them."""
    return (Proof(0, ""), *proofs(rows))[-1]
