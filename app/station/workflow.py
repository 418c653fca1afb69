"""All that the engine knows of a workflow: one value, made beside the workflow's view."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from app.device_api import Scan, Weight
from app.domain.commands import Command
from app.domain.task import Task
from app.domain.world import Hit, Step
from app.station.frame import Buttons
from app.station.seen import Seen
from app.station.session import Session
from app.station.views import Action, View
from app.station.world import StationWorld

T = TypeVar("T", bound=Task)


@dataclass(frozen=True)
class Workflow(Generic[T]):
    """One kind of work at a bench: a row of the table `app.station.workflows`.

    The rules answer each input with a Step; a Step without a task ends the workflow.

    task: the class of its state. `task.name` is also the tag in the session and the screen's name.
    command: answers a button, key or command barcode (LOCK, SIGN_OUT and HELP never come here).
    view: makes what the screen shows. actions: the screen's buttons, left to right.
    scan: answers a resolved code; None = the code is answered as at home.
    enabled: those of `actions` that do something now; None = all.
    opens: the command that opens the workflow from home; None = only a scan at home opens it.
    duty: what an operator must be allowed for `opens` (`app.domain.permissions`), "" = nothing.
    begin: the first step after `opens`.
    weigh: answers a stable weight. Its third argument is False where the scale may still show the
    last box. No function, or None as its answer: the weight means nothing to the task.
    looks: takes the place of `scan` where scanners are tested. It gets each scan as it came, a
    defective one too, and its text without what the scanner is known to add.
    counts_down: the screen shows how long something still takes; it is drawn anew every second.
    """

    task: type[T]
    command: Callable[[T, Command, StationWorld], Step[T]]
    view: Callable[[Seen, T, Buttons], View]
    actions: tuple[Command, ...]
    scan: Callable[[T, Hit, StationWorld], Step[T]] | None = None
    enabled: Callable[[T, Seen], Collection[Command]] | None = None
    opens: Command | None = None
    duty: str = ""
    begin: Callable[[Session, StationWorld], Step[T]] | None = None
    weigh: Callable[[T, Weight, bool, StationWorld], Step[T] | None] | None = None
    looks: Callable[[T, Scan, str, StationWorld], Step[T]] | None = None
    counts_down: bool = False

    @property
    def name(self) -> str:
        return self.task.name

    def shown(self, seen: Seen, task: T) -> View:
        """The view of the task as it stands."""
        on = self.actions if self.enabled is None else self.enabled(task, seen)
        return self.view(seen, task, tuple([Action(one, one in on) for one in self.actions]))


Table = Mapping[str, Workflow[Any]]
"""Workflows by their names; the bench's own is `app.station.workflows.WORKFLOWS`."""


AtHand = tuple[Workflow[Any], Task]
"""A workflow and its open task."""
