"""Whether a person whom a command of the office names may do what it does."""

from __future__ import annotations

from app.domain.facts import Kind
from app.domain.permissions import allows
from app.domain.rows.things import Operator
from app.errors import EnvironmentFault
from app.sync.ask import decoded
from app.sync.centre import SqlCentre


def demand(centre: SqlCentre, number: str, duty: str = "command") -> None:
    """Raises EnvironmentFault where the centre does not know him, or he may not do that."""
    row = centre.row(Kind.OPERATOR, number)
    if row is None:
        raise EnvironmentFault(f"The centre knows no person {number}.")
    person: Operator = decoded(row)
    if not allows(person, duty):
        raise EnvironmentFault(f"{person.name} may not do that: it takes a supervisor.")
