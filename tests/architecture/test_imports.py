"""The import contracts hold, and a planted violation breaks each of them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

PLANTED = [
    # (name of the contract, file, line to plant)
    ("arrows point down", "app/domain/rows/orders.py", "import app.store.station.file"),
    (
        "only packbench db administers and proves a centre",
        "app/compose/bench.py",
        "import app.store.admin.backup",
    ),
    (
        "only packbench db administers and proves a centre",
        "app/sync/exchange.py",
        "import app.sync.proof.verify",
    ),
]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    program = (
        "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    )
    return subprocess.run(
        [sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=False
    )


def test_contracts_hold() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


@pytest.mark.parametrize(("contract", "file", "line"), PLANTED)
def test_a_planted_import_is_caught(tmp_path: Path, contract: str, file: str, line: str) -> None:
    for name in ("app", "ui", "devices", "resources"):
        shutil.copytree(
            ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("*.ttf", "*.svg")
        )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    planted = tmp_path / file
    planted.write_text(f"{planted.read_text('utf-8')}\n{line}\n", "utf-8")
    done = lint(tmp_path)
    assert done.returncode == 1
    broken = [words for words in done.stdout.splitlines() if words.endswith(" BROKEN")]
    assert f"{contract} BROKEN" in broken
