"""What is read from a file's pages is what SQLite reads from its table."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store.station import carve

VALUES = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.text(max_size=40),
    st.binary(max_size=40),
    st.builds(lambda n, text: text * n, st.integers(0, 3000), st.text(min_size=1, max_size=3)),
)
TABLES = st.lists(st.tuples(VALUES, VALUES, VALUES), max_size=30)


def made(path: Path, table: list[tuple[carve.Value, ...]], page: int) -> list[carve.Row]:
    """A file with this table, and another one of two columns; the rows as SQLite gives them."""
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA page_size = {page}")
        db.execute("CREATE TABLE one (a, b, c)")
        db.execute("CREATE TABLE other (a, b)")
        db.executemany("INSERT INTO one VALUES (?, ?, ?)", table)
        db.executemany("INSERT INTO other VALUES (?, ?)", [row[:2] for row in table])
        db.commit()
        found = db.execute("SELECT rowid, a, b, c FROM one").fetchall()
    return [carve.Row(row[0], tuple(row[1:])) for row in found]


@given(table=TABLES, page=st.sampled_from([512, 1024, 4096, 65536]))
def test_every_row_is_read(table: list[tuple[carve.Value, ...]], page: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "one.db"
        wanted = made(path, table, page)
        found = sorted(carve.rows(path, 3), key=lambda row: row.number)
    assert found == wanted


@given(noise=st.binary(min_size=1, max_size=600), at=st.integers(0, 20_000))
def test_damage_costs_rows_and_nothing_else(noise: bytes, at: int) -> None:
    table: list[tuple[carve.Value, ...]] = [(number, "text" * number, None) for number in range(60)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "one.db"
        made(path, table, 512)
        with path.open("r+b") as file:
            file.seek(at)
            file.write(noise)
        assert isinstance(list(carve.rows(path, 3)), list)


@pytest.mark.parametrize("content", [b"", b"\x0d", b"SQLite format 3\x00", b"\x00" * 5000])
def test_a_file_that_is_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "none.db"
    path.write_bytes(content)
    path.with_name("none.db-wal").write_bytes(content)
    assert list(carve.rows(path, 3)) == []
