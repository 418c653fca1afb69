"""Badges and PINs: hashed before any fact is made, so that no file ever holds their text."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.documents import OperatorDocument
from app.domain.rows.things import Operator

if TYPE_CHECKING:
    from argon2 import PasswordHasher


class Staff:
    """Makes operator rows; a PIN that was not changed keeps its hash."""

    def __init__(self) -> None:
        self._made: PasswordHasher | None = None

    def row(self, document: OperatorDocument, known: Operator | None) -> Operator:
        """The row this document asks for.

        An empty language leaves the person's own choice alone.
        """
        row = Operator(
            operator=document.operator,
            name=document.name,
            badge_sha256=hashlib.sha256(document.badge.encode()).hexdigest(),
            roles=document.roles,
            language=document.language or (known.language if known else ""),
            disabled=document.disabled,
        )
        return replace(row, pin_hash=self.pin_hash(document.pin, known.pin_hash if known else ""))

    def pin_hash(self, pin: str, known: str) -> str:
        """ "" = no PIN. known: the hash so far, which stays where the PIN is the same."""
        if not pin:
            return ""
        from argon2.exceptions import InvalidHashError, VerificationError

        hasher = self._hasher()
        if known:
            try:
                hasher.verify(known, pin)
            except (VerificationError, InvalidHashError):
                pass
            else:
                return known
        return hasher.hash(pin)

    def _hasher(self) -> PasswordHasher:
        if self._made is None:
            from argon2 import PasswordHasher

            self._made = PasswordHasher()
        return self._made
