"""The engine's port to its store: what happened at the bench, and what the bench knows.

`app.store.station.file.StationFile` implements it on the bench's own disk. Every question may
raise StorageFault.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from app.domain.facts import Fact, FactKind, Kind, NewFact, Subject
from app.domain.plan.allocate import Pin
from app.store.station.meta import KeptMeta, Meta
from app.store.station.values import Entry

T = TypeVar("T")


class Rows(Protocol):
    """The centre's rows, with this station's own facts on top that the centre has not applied.

    version: rises whenever a row, a queue or a claim may have changed.
    """

    version: int

    @property
    def reserved(self) -> Mapping[str, datetime]:
        """Ids of the orders claimed for this station, and until when (the centre's time)."""
        ...

    @property
    def pins(self) -> Mapping[str, tuple[Pin, ...]]:
        """The goods that these orders have been promised, by id."""
        ...

    def of(self, row_type: type[T]) -> Callable[[str], T | None]:
        """A function from an id to the row of this type, None = unknown; "" is no row's id."""
        ...

    def find(self, text: str) -> tuple[Subject, ...]:
        """Every row that a code names, ordered by kind and id; () = it is unknown."""
        ...

    def find_each(self, texts: Collection[str]) -> dict[str, tuple[Subject, ...]]:
        """As `find`, for several texts at once. Each of them is a key of the answer."""
        ...

    def names(
        self, kind: Kind, subs: Sequence[str] = (), limit: int | None = None
    ) -> tuple[str, ...]:
        """Ids of the rows of a kind: the centre's in queue order, then own new ones.

        subs: sub-states in which the centre has the row, () = any. Own facts may have changed it
        since, so the caller looks at the row. limit: how many of the centre's rows without own
        facts come at most, None = all.
        """
        ...

    def with_text(self, kind: Kind, text: str, limit: int) -> tuple[str, ...]:
        """Ids of rows that hold this text somewhere, and of own new ones.

        Upper and lower case are alike. limit: of the centre's rows. The caller looks at the row.
        """
        ...

    def count(self, subs: Sequence[str]) -> int:
        """How many orders are in these sub-states now, own facts included."""
        ...


class Past(Protocol):
    """What this station has done: questions about its own facts."""

    def facts_about(self, item: Subject) -> tuple[Fact, ...]:
        """Own facts that name a row, oldest first."""
        ...

    def last_fact(self, kind: FactKind) -> Fact | None:
        """The newest own fact of a kind, None = there is none."""
        ...

    def subjects_of(self, facts: Sequence[FactKind], kind: Kind, limit: int) -> tuple[str, ...]:
        """Ids of the rows of a kind that own facts of these kinds name.

        The row named last comes first, each row once, at most `limit` rows.
        """
        ...

    def work_since(self, operator: str, since: datetime) -> tuple[int, int]:
        """(orders, units) that a person has packed here. since: aware, inclusive."""
        ...


class Journal(Protocol):
    """The one writer of a bench. Only the station thread uses it.

    origin: the station's name. kept.now: the Meta that is on the disk.
    """

    origin: str
    kept: KeptMeta

    @property
    def rows(self) -> Rows: ...

    @property
    def history(self) -> Past: ...

    @property
    def waiting(self) -> int:
        """How many own facts the centre has not acknowledged."""
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

        entry: the input for the scan log, None = there was no input. at: aware, UTC.
        operator, device: by whom and with what the facts came about, "" = nobody, nothing.
        meta: None = it has not changed.
        Returns the facts as journalled, in the order given. Raises StorageFault; then nothing of
        it has happened.
        """
        ...
