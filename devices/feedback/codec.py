"""What every feedback codec offers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from app.device_api import Ability, Beep


class FeedbackCodec(Protocol):
    """The bytes that make a scanner do something; b"" where it cannot do that.

    The three sounds of a codec differ in pitch, length or number, so that a person tells them apart
    without looking.
    """

    abilities: tuple[Ability, ...]

    def bytes_for(self, beep: Beep) -> bytes: ...

    def lock(self) -> bytes:
        """Makes the trigger read nothing until `free`."""

    def free(self) -> bytes: ...


class Silent:
    """A scanner that takes no commands."""

    abilities: tuple[Ability, ...] = ()

    def bytes_for(self, beep: Beep) -> bytes:
        return b""

    def lock(self) -> bytes:
        return b""

    def free(self) -> bytes:
        return b""
