"""The command line in this process, on a home of its own."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.__main__ import main


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The one object on standard output; anything else there fails."""
        found: dict[str, Any] = json.loads(self.out)
        return found


Cli = Callable[..., Ran]
Put = Callable[[str], Ran]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def cli(home: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    def run(*words: str | Path) -> Ran:
        code = main(["--home", str(home), *map(str, words)])
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return run


def footprint(home: Path) -> dict[str, int]:
    """How much there is at the centre and in the import's journal."""
    found = {}
    for file, tables in {
        "centre.db": ("event", "feed", "orders", "exception", "stock_move"),
        "origin-import.db": ("journal",),
    }.items():
        db = sqlite3.connect(home / file)
        try:
            for table in tables:
                (found[table],) = db.execute(f"SELECT count(*) FROM {table}").fetchone()
        finally:
            db.close()
    return found


def order(ref: str, quantity: int = 2, **changes: Any) -> dict[str, Any]:
    return {
        "ref": ref,
        "placed_at": "2026-03-02T08:15:00Z",
        "customer": {"name": "Ada Example", "country": "DE"},
        "lines": [{"sku": "MUG", "name": "Mug", "quantity": quantity}],
        **changes,
    }


@pytest.fixture
def orders_file(tmp_path: Path) -> Callable[..., Path]:
    def write(*orders: dict[str, Any], name: str = "orders.json") -> Path:
        path = tmp_path / name
        path.write_text(json.dumps({"orders": orders}), "utf-8")
        return path

    return write


@pytest.fixture
def put_products(cli: Cli, tmp_path: Path) -> Put:
    """Imports rows of products."""

    def run(text: str) -> Ran:
        path = tmp_path / "products.csv"
        path.write_text(text, "utf-8")
        return cli("import", path, "--format", "packbench-csv", "--what", "products", "--json")

    return run
