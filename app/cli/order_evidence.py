"""A copy of an order's evidence compared with the centre."""

from __future__ import annotations

from typing import Any

from app.domain.facts import Kind
from app.errors import EnvironmentFault
from app.overview.order.timeline import proofs
from app.sync.centre import SqlCentre


def compared(centre: SqlCentre, name: str, sha256: str) -> dict[str, Any]:
    """{"order", "copy", "facts"}: what a copy with this hash shows of the facts at the centre.

    copy: how many of them. Raises EnvironmentFault where the centre has no such beginning: the
    copy, or the centre, was changed.
    """
    made = proofs(centre.timeline(Kind.ORDER, name))
    for proof in made:
        if proof.sha256 == sha256.strip().lower():
            return {"order": name, "copy": proof.facts, "facts": len(made)}
    raise EnvironmentFault(
        f"The centre's facts of {name} are not those of this copy: one of the two was changed."
    )


def compared_text(found: dict[str, Any]) -> list[str]:
    later = found["facts"] - found["copy"]
    more = f" {later} came later." if later else ""
    return [
        f"The copy shows {found['copy']} facts of {found['order']} as the centre has them.{more}"
    ]
