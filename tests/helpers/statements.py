"""What a program asks of a database, word by word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event


@contextmanager
def statements(engine: sa.Engine) -> Iterator[list[str]]:
    """Every statement while the block lasts, in order, with BEGIN, COMMIT and ROLLBACK."""
    seen: list[str] = []

    def executed(_db: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        seen.append(" ".join(statement.split()))

    def committed(_db: Any) -> None:
        seen.append("COMMIT")

    def rolled_back(_db: Any) -> None:
        seen.append("ROLLBACK")

    hooks: dict[str, Callable[..., Any]] = {
        "before_cursor_execute": executed,
        "commit": committed,
        "rollback": rolled_back,
    }
    for name, hook in hooks.items():
        event.listen(engine, name, hook)
    try:
        yield seen
    finally:
        for name, hook in hooks.items():
            event.remove(engine, name, hook)
