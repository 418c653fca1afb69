"""The session as text: every input writes it, a start reads it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from app.domain import codec
from app.station.session import HOME, Session
from app.station.workflow import Table

_TASK, _WORK = "task", "work"
# Programs until 2026-11 wrote each kind of task under a key of its own.
_OLD_KEYS = ("pick", "pack", "load", "count", "devices", "labels")


def write(session: Session) -> str:
    """Canonical JSON; the task stands under `task`, its workflow's name under `work`."""
    values = codec.dump(session)
    if session.task is not None:
        values[_WORK] = session.task.name
    return codec.canonical(values)


def read(text: str, table: Table) -> tuple[Session, str]:
    """The session, and the name of its workflow if this program does not know it ("" = it does).

    A newer program wrote such a task. It is dropped, and the bench is at home, or locked if it was.
    """
    values: dict[str, Any] = json.loads(text)
    work, task = _open_task(values)
    plain = {key: value for key, value in values.items() if key not in {_TASK, _WORK, *_OLD_KEYS}}
    session = codec.load(Session, plain)
    if not work:
        return session, ""
    flow = table.get(work)
    if flow is None:
        return (session if session.locked else replace(session, screen=HOME)), work
    return replace(session, task=codec.load(flow.task, task)), ""


def _open_task(values: dict[str, Any]) -> tuple[str, Any]:
    """Name of the open task's workflow, and the task as JSON values; "" where nothing is open."""
    if values.get(_WORK):
        return values[_WORK], values.get(_TASK)
    for key in _OLD_KEYS:
        if values.get(key) is not None:
            return key, values[key]
    return "", None
