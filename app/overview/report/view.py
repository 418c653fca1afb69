"""A report as the screen shows it, as frozen values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from app.sync.centre import SqlCentre


class Span(StrEnum):
    """The times that can be chosen. Days are those of this machine's calendar."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    HOURS = "hours"  # the last eight
    WEEK = "week"  # the last seven days, today included


class Persons(StrEnum):
    """Whether single persons are shown, and if not why."""

    SHOWN = "shown"
    NOT_ASKED = "not_asked"
    OFF = "off"  # the site has switched them off
    NOBODY = "nobody"  # nobody is signed in at the desk
    REFUSED = "refused"  # who is signed in may not see them


@dataclass(frozen=True)
class ShownTable:
    """head and rows have the same number of cells; rows may be none. about: its words."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    about: str = ""


@dataclass(frozen=True)
class Series:
    """One number for each label of its chart; None = there is none."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True)
class Chart:
    """Bars of a table. unit: of all numbers, "" = a count. rows: how many the table has.

    newest: of more rows than are drawn it has the last ones.
    """

    table: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    rows: int = 0
    newest: bool = False


@dataclass(frozen=True)
class ReportView:
    """since, until: aware. forms: in which it can be saved."""

    span: Span
    since: datetime
    until: datetime
    persons: Persons
    tables: tuple[ShownTable, ...]
    charts: tuple[Chart, ...]
    forms: tuple[str, ...]


class Cells(Protocol):
    """A table of `app.reports`; its cells are texts and numbers, None = there is no number."""

    @property
    def title(self) -> str: ...

    @property
    def head(self) -> Sequence[str]: ...

    @property
    def rows(self) -> Sequence[Sequence[object]]: ...


@dataclass(frozen=True)
class Made:
    """A report. files: by the ending of its name, what makes its content."""

    tables: Sequence[Cells]
    files: dict[str, Callable[[], bytes]]


class Reporter(Protocol):
    """Makes reports; called on the asking thread."""

    def __call__(
        self, centre: SqlCentre, since: datetime, until: datetime, now: datetime, *, personal: bool
    ) -> Made:
        """personal: with single persons. now: aware. Raises EnvironmentFault."""
        ...
