"""What the engine has to know of a workflow: one value, made beside the workflow's view."""

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
    """A row of the table `app.station.workflows`.

    task: its class has the workflow's name, the tag in the session and the name of the screen.
    scan, command: the rules' answer to a resolved code, and to a button, key or command barcode.
    view: what the screen shows. actions: its buttons, left to right; enabled: those that do
    something now, None = all.
    opens, duty, begin: the command that opens it from home, what an operator must be allowed for
    it ("" = anybody), and its first step. Without `opens` it is opened by what is scanned at home.
    weigh: what a weight means to it; fresh: the weight is not what the last box left on the scale.
    None = a weight means nothing now.
    looks: instead of `scan` it looks at codes as the scanner sent them, unresolved; the text is
    without what the scanner is known to add.
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
"""A workflow with its open task."""
