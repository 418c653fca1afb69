"""What a station says of itself, besides its work: for whoever watches the floor."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain import codec


@dataclass(frozen=True)
class Standing:
    """version: of its program. operator: who is signed in, "" = nobody.

    troubles: (kind of device, what is wrong with it), of those that are not well.
    """

    version: str = ""
    operator: str = ""
    troubles: tuple[tuple[str, str], ...] = ()


NOTHING = Standing()
"""Of a station that has said nothing."""


def to_text(standing: Standing) -> str:
    return codec.to_text(standing)


def from_text(text: str) -> Standing:
    """An empty or unknown text is a station that says nothing."""
    try:
        found: Standing = codec.from_text(Standing, text)
    except (ValueError, TypeError, KeyError):
        return NOTHING
    return found
