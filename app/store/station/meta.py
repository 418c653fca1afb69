"""What a station's file keeps of itself: typed fields over the table `meta`, whose values are text.

The keys and the form of each text stay what they are: an older program reads the same file. A key
that has no field here is left alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

import sqlalchemy as sa

from app.store.station.tables import meta

_TRIM = "trim:"
_PUT = sa.text("INSERT OR REPLACE INTO meta(key, value) VALUES (:key, :value)")


class Trim(NamedTuple):
    """What a scanner adds to every code, and what it sends instead of GS ("" = GS itself)."""

    prefix: str
    suffix: str
    separator: str = ""


@dataclass(frozen=True)
class Meta:
    """Everything a station's file keeps beside facts, rows, claims and the scan log.

    incarnation: this life of the file (UUID); a copy of the file gets another one.
    origin: the writer whose facts these are: a station, or "import".
    start: the sequence number before this incarnation's first fact.
    epoch: the centre's, as of the last hello; "" before the first.
    cursor: up to where rows were pulled; "" = nothing was, or everything is to be pulled anew.
    acked: the centre has this station's facts up to this sequence number.
    applied: the rows here contain this station's facts up to this sequence number.
    refreshed: when everything was pulled last, in the centre's time.
    sscc_next, sscc_end: the next serial number for a box, and the first one past the block.
    session: the operator's session as JSON; "" before the first input.
    contact, latest: when the centre answered last, and the largest time seen since; both by this
    machine's clock.
    trims: scanner -> what it does to every code.
    """

    incarnation: str = ""
    origin: str = ""
    start: int = 0
    epoch: str = ""
    cursor: str = ""
    acked: int = 0
    applied: int = 0
    refreshed: datetime | None = None
    sscc_next: int = 0
    sscc_end: int = 0
    session: str = ""
    contact: datetime | None = None
    latest: datetime | None = None
    trims: Mapping[str, Trim] = field(default_factory=dict)


class KeptMeta:
    """The Meta in memory, shared by the parts of one file. `now` is what is on the disk."""

    def __init__(self, now: Meta) -> None:
        self.now = now

    def write(self, db: sa.Connection, new: Meta) -> None:
        """Write what differs from `now`. The caller sets `now` after the commit."""
        if new is self.now:
            return
        before, after = texts_of(self.now), texts_of(new)
        changed = {key: text for key, text in after.items() if before.get(key) != text}
        if changed:
            db.execute(_PUT, [{"key": key, "value": text} for key, text in changed.items()])
        gone = before.keys() - after.keys()
        if gone:
            db.execute(meta.delete().where(meta.c.key.in_(gone)))


def read_meta(db: sa.Connection) -> Meta:
    """Raises ValueError where a text is not what its key stands for."""
    return meta_of({row.key: row.value for row in db.execute(sa.select(meta))})


def meta_of(texts: Mapping[str, str]) -> Meta:
    """From the table's keys and texts; what is missing or "" is the default. Raises ValueError."""

    def number(key: str) -> int:
        return int(texts.get(key) or 0)

    def time(key: str) -> datetime | None:
        text = texts.get(key)
        return datetime.fromisoformat(text) if text else None

    return Meta(
        incarnation=texts.get("incarnation", ""),
        origin=texts.get("origin", ""),
        start=number("start"),
        epoch=texts.get("epoch", ""),
        cursor=texts.get("cursor", ""),
        acked=number("acked"),
        applied=number("applied"),
        refreshed=time("refreshed"),
        sscc_next=number("sscc_next"),
        sscc_end=number("sscc_end"),
        session=texts.get("session", ""),
        contact=time("contact"),
        latest=time("latest"),
        trims={
            key.removeprefix(_TRIM): _trim(text)
            for key, text in texts.items()
            if key.startswith(_TRIM)
        },
    )


def texts_of(values: Meta) -> dict[str, str]:
    """To the table's keys and texts; without the times that are not known."""
    found = {
        "incarnation": values.incarnation,
        "origin": values.origin,
        "start": str(values.start),
        "epoch": values.epoch,
        "cursor": values.cursor,
        "acked": str(values.acked),
        "applied": str(values.applied),
        "sscc_next": str(values.sscc_next),
        "sscc_end": str(values.sscc_end),
        "session": values.session,
    }
    times = {"refreshed": values.refreshed, "contact": values.contact, "latest": values.latest}
    found |= {key: time.isoformat() for key, time in times.items() if time is not None}
    return found | {_TRIM + device: _trim_text(trim) for device, trim in values.trims.items()}


def _trim_text(trim: Trim) -> str:
    return json.dumps(trim if trim.separator else trim[:2])


def _trim(text: str) -> Trim:
    """Older programs wrote prefix and suffix only."""
    return Trim(*(str(part) for part in json.loads(text)))
