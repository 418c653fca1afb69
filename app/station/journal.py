"""Where a bench keeps what happens there, and what it knows: the engine's port to its store.

`app.store.station.file.StationFile` is the one that lies on the bench's own disk.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from app.domain.facts import Fact, FactKind, Kind, NewFact, Subject
from app.store.station.meta import KeptMeta, Meta
from app.store.station.values import Entry

T = TypeVar("T")


class Rows(Protocol):
    """What is known, with this writer's own facts on top of what the centre has said.

    version rises whenever an answer may have changed. A row is None where it is unknown.
    """

    version: int

    @property
    def reserved(self) -> Mapping[str, datetime]:
        """Orders claimed for this station, and until when (the centre's time)."""
        ...

    def of(self, row_type: type[T]) -> Callable[[str], T | None]:
        """The question for one kind of row, by its name."""
        ...

    def find(self, text: str) -> tuple[Subject, ...]:
        """Everything a code means here, by kind and id."""
        ...

    def find_each(self, texts: Collection[str]) -> dict[str, tuple[Subject, ...]]:
        """As `find`, for the several texts of one scan."""
        ...

    def names(
        self, kind: Kind, subs: Sequence[str] = (), limit: int | None = None
    ) -> tuple[str, ...]:
        """Ids of a kind of row in queue order. subs: sub-states, () = any. limit: of the queue."""
        ...

    def count(self, subs: Sequence[str]) -> int:
        """Orders in these sub-states."""
        ...


class Past(Protocol):
    """What this writer has done."""

    def facts_about(self, item: Subject) -> tuple[Fact, ...]:
        """Own facts that name a row, oldest first."""
        ...

    def last_fact(self, kind: FactKind) -> Fact | None: ...

    def subjects_of(self, facts: Sequence[FactKind], kind: Kind, limit: int) -> tuple[str, ...]:
        """Ids of rows that the last facts of these kinds name, newest first, each once."""
        ...

    def work_since(self, operator: str, since: datetime) -> tuple[int, int]:
        """Orders and units that a person has packed here since a time."""
        ...


class Journal(Protocol):
    """origin: the writer's name. kept.now: what is kept beside facts and rows."""

    origin: str
    kept: KeptMeta

    @property
    def rows(self) -> Rows: ...

    @property
    def history(self) -> Past: ...

    @property
    def waiting(self) -> int:
        """Facts that the centre has not acknowledged."""
        ...

    def record(
        self,
        entry: Entry | None,
        facts: Sequence[NewFact],
        *,
        at: datetime,
        operator: str = "",
        device: str = "",
        meta: Meta | None = None,
    ) -> tuple[Fact, ...]:
        """Make an input, its facts and a changed Meta durable in one transaction.

        at: aware, UTC. Returns the facts as journalled. Raises StorageFault; then nothing of it
        has happened.
        """
        ...
