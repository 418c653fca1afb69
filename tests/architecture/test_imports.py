"""The import contracts hold, and a planted violation breaks one."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


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


def test_a_planted_import_is_caught(tmp_path: Path) -> None:
    for name in ("app", "ui", "devices", "resources"):
        shutil.copytree(
            ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("*.ttf", "*.svg")
        )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    planted = tmp_path / "app" / "domain" / "rows" / "orders.py"
    planted.write_text(planted.read_text("utf-8") + "\nimport app.store.station.file\n", "utf-8")
    done = lint(tmp_path)
    assert done.returncode == 1
    assert "arrows point down BROKEN" in done.stdout
