"""A PIN being typed: its digits live in memory only and never stand in a file, log or view."""

from __future__ import annotations

from dataclasses import replace

from app.domain.commands import Command
from app.domain.outcome import outcome
from app.domain.outcome_anywhere import Anywhere
from app.station.session import Session
from app.station.sign_in.outcome import SigningIn
from app.station.turn import PinCheck, Turn, say
from app.station.world import StationWorld

MOST_DIGITS = 12
"""Of the longest PIN. One digit more is kept: cut off, it would make a wrong PIN the right one."""


class PinPad:
    """The digits typed so far."""

    def __init__(self) -> None:
        self._typed = ""

    def __len__(self) -> int:
        return len(self._typed)

    def clear(self) -> None:
        """Forget the digits: the PIN was left half typed."""
        self._typed = ""

    def press(self, session: Session, command: Command, world: StationWorld) -> Turn | None:
        """A key while a PIN is asked; OK hands the PIN over to be checked.

        None = the digits are forgotten, and the engine answers the key: it is none of the pad's.
        """
        if command.digit is not None:
            self._typed = (self._typed + str(command.digit))[: MOST_DIGITS + 1]
            return self._shown(session)
        if command is Command.DELETE:
            self._typed = self._typed[:-1]
            return self._shown(session)
        pin, self._typed = self._typed, ""
        person = world.person(session.asks_pin)
        if command is not Command.OK or person is None:
            return None
        turn = say(session, outcome(SigningIn.PIN_ASKED, operator=person.name))
        return replace(turn, pin=PinCheck(person.operator, person.pin_hash, pin))

    def _shown(self, session: Session) -> Turn:
        return say(session, outcome(Anywhere.DIGITS, number="•" * len(self._typed)))
