"""Names of facts: UUIDv7 (RFC 9562 section 5.7) that begin with the time that the fact tells of.

The centre finds the facts of a time span by their names alone, so that a day of long ago costs what
happened in it. The number of the fact stands behind the time (section 6.2, method 1): the names of
one file rise with its facts as long as its clock does.
"""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta
from uuid import UUID

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MS = timedelta(milliseconds=1)


def event_id(at: datetime, seq: int) -> str:
    """at: of the fact, aware. seq: its number in the file."""
    ms = max(0, (at - _EPOCH) // _MS)
    number = ms << 80 | 7 << 76 | (seq & 0xFFF) << 64 | 2 << 62 | secrets.randbits(62)
    return str(UUID(int=number))
