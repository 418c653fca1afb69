"""Every migration of a centre after the working set's leaves a server's stations working."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store import schema

VERSIONS = Path(schema.__file__).parent / "migrations" / "centre" / "versions"
FIRST = "c0006"
"""Older ones are done in one transaction each."""
SLOW_CALLS = {"create_index", "create_unique_constraint", "create_primary_key", "bulk_insert"}
SLOW_WORDS = re.compile(
    r"^\s*(CREATE\s+(UNIQUE\s+)?INDEX|UPDATE|DELETE|INSERT INTO (?!meta\b)|(ALTER TABLE .*)?ADD\s+(PRIMARY|UNIQUE)"
    r"|REINDEX|CLUSTER|VACUUM)\b",
    re.IGNORECASE,
)
NOBODY_WAITS = re.compile(r"^\s*(DELETE FROM (exception|meta)|INSERT INTO (exception|feed))\b")
"""Programs of before only ever add rows to these two: whoever changes the old ones blocks nobody.
A mark of the upgrade itself in `meta` is a row that they do not know.
"""
OF_A_FILE = "_sqlite"
"""The function of a migration that only SQLite runs."""


def offences(source: str) -> list[str]:
    """What keeps a server's writers waiting; `Online` has the other way for each."""
    tree = ast.parse(source)
    new = {
        ast.literal_eval(call.args[0])
        for call in _calls(tree)
        if _name(call) == "create_table" and isinstance(call.args[0], ast.Constant)
    }
    found = []
    for part in tree.body:
        if isinstance(part, ast.FunctionDef) and part.name == OF_A_FILE:
            continue
        for node in ast.walk(part):
            if isinstance(node, ast.Call) and _name(node) in SLOW_CALLS:
                tables = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
                if not new.intersection(tables):
                    found.append(f"line {node.lineno}: {_name(node)}")
            if isinstance(node, ast.Constant) and _slow(str(node.value)):
                found.append(f"line {node.lineno}: {node.value!s}")
            if isinstance(node, ast.Call) and _name(node) == "Column":
                found += [
                    f"line {word.value.lineno}: a column's {word.arg}"
                    for word in node.keywords
                    if word.arg in {"index", "unique"}
                ]
    return found


def _slow(words: str) -> bool:
    return bool(SLOW_WORDS.match(words)) and not NOBODY_WAITS.match(words)


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def online_migrations() -> list[Path]:
    return [path for path in sorted(VERSIONS.glob("c*.py")) if path.stem[:5] >= FIRST]


def test_the_migrations_are_found() -> None:
    assert online_migrations()[0].stem == "c0006_working_set"
    assert online_migrations()[-1].stem[:5] == schema.HEAD["centre"]


@pytest.mark.parametrize("path", online_migrations(), ids=lambda path: path.stem)
def test_a_migration_keeps_no_writer_waiting(path: Path) -> None:
    assert offences(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ('op.create_index("x", "orders", ["ref"])', 1),
        ('op.execute("CREATE INDEX x ON orders(ref)")', 1),
        ('op.execute(f"create unique index {name} ON orders(ref)")', 1),
        ("op.execute(f'UPDATE \"{table}\" SET live = true')", 1),
        ('op.execute("ALTER TABLE orders ADD PRIMARY KEY (id)")', 1),
        ('op.add_column("orders", sa.Column("x", sa.Text, unique=True))', 1),
        ('online.index("x", "orders", "ref")', 0),
        ('online.mark("orders", "live = true", "NOT live")', 0),
        ('op.execute("ALTER INDEX x RENAME TO y")', 0),
        ('op.execute("INSERT INTO meta SELECT 1, 2")', 0),
        ('op.execute("INSERT INTO orders SELECT * FROM old")', 1),
        ('op.create_table("colour"); op.create_index("x", "colour", ["name"])', 0),
    ],
)
def test_what_would_keep_them_waiting_is_found(line: str, count: int) -> None:
    assert len(offences(f"def upgrade():\n    {line}")) == count
    assert offences(f"def _sqlite():\n    {line}") == []


def test_an_older_migration_that_moved_rows_would_be_found() -> None:
    source = (VERSIONS / "c0004_event_months.py").read_text("utf-8")
    assert {one.split()[2] for one in offences(source)} == {"INSERT", "DELETE"}
