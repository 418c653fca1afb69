"""Who works at the site: what an administrator may change of a person. Secrets are hashed here."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.domain import codec
from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.permissions import allows
from app.domain.rows.things import Operator
from app.errors import EnvironmentFault
from app.importing.secrets import Staff

DUTY = "people"
ADMIN = "admin"
_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without those that are taken for each other when a badge is typed."""
_BADGE = 11

People = Mapping[str, Operator]


@dataclass(frozen=True)
class Change:
    """What is to be another way; None = as it is. pin: "" takes it away. badge: its new text."""

    name: str | None = None
    roles: tuple[str, ...] | None = None
    language: str | None = None
    pin: str | None = None
    badge: str | None = None
    disabled: bool | None = None


def new_badge() -> str:
    """The text of a badge that nobody can guess: some 55 bits."""
    return "P" + "".join(secrets.choice(_LETTERS) for _ in range(_BADGE))


def demand(people: People, number: str) -> None:
    """Whether this person may change people; a site without an administrator lets anybody, so that
    it gets its first one. Raises EnvironmentFault.
    """
    if not admins(people):
        return
    person = people.get(number)
    if person is None:
        raise EnvironmentFault("Say with --operator which administrator you are.")
    if not allows(person, DUTY):
        raise EnvironmentFault(f"{person.name} may not do that: it takes an administrator.")


def admins(people: People) -> list[str]:
    """Numbers of those who can change people."""
    return [name for name, one in people.items() if allows(one, DUTY)]


def changed(people: People, number: str, change: Change, staff: Staff) -> NewFact:
    """The fact that makes the person so. Raises EnvironmentFault where that cannot be, or where it
    changes nothing.
    """
    known = people.get(number)
    if known is None and not (change.name and change.badge):
        raise EnvironmentFault(f"The centre knows no person {number}.")
    old = known or Operator(number, "", "")
    new = replace(
        old,
        name=old.name if change.name is None else change.name,
        roles=old.roles if change.roles is None else change.roles,
        language=old.language if change.language is None else change.language,
        disabled=old.disabled if change.disabled is None else change.disabled,
        pin_hash=old.pin_hash if change.pin is None else staff.pin_hash(change.pin, old.pin_hash),
        badge_sha256=old.badge_sha256 if change.badge is None else _hashed(change.badge),
    )
    if new == known:
        raise EnvironmentFault(f"{new.name} is so already.")
    if admins(people) and not admins({**people, number: new}):
        raise EnvironmentFault(f"{old.name} is the last administrator: make another one first.")
    return NewFact(FactKind.OPERATOR_SET, (Subject(Kind.OPERATOR, number),), codec.dump(new))


def _hashed(badge: str) -> str:
    return hashlib.sha256(badge.encode()).hexdigest()
