"""The import contracts hold, and a planted violation breaks each of them."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
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
    ("the domain has floors", "app/domain/rows/stages.py", "import app.domain.pick.rules"),
    ("the domain has floors", "app/domain/load/rules.py", "import app.domain.pack.label"),
    (
        "workflows do not know each other",
        "app/station/load/present.py",
        "import app.station.pack.present",
    ),
    ("screens do not know each other", "ui/pick/screen.py", "import ui.pack.screen"),
    (
        "nothing presented imports the engine",
        "app/station/pick/present.py",
        "import app.station.engine",
    ),
    (
        "only the composition root imports devices and screens",
        "app/station/home/rules.py",
        "import devices.links",
    ),
    (
        "only the composition root imports devices and screens",
        "app/demo/site.py",
        "import ui.messages",
    ),
    ("screens and devices do not know each other", "ui/bridge.py", "import devices.links"),
    ("devices know only app.device_api", "devices/links.py", "import app.domain.codes"),
    ("arrows point down", "app/overview/board.py", "import app.station.world"),
    ("Qt lives in ui", "app/station/paper.py", "import PySide6.QtCore"),
    ("Qt lives in ui", "app/overview/watcher.py", "import PySide6.QtCore"),
    ("SQL lives in app.store and app.sync", "app/station/paper.py", "import sqlalchemy"),
    ("screens never reach the database", "ui/bridge.py", "import app.store.database"),
    ("the domain is pure", "app/domain/codes.py", "import serial"),
]


CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]


def test_each_contract_has_a_planted_violation() -> None:
    assert {one["name"] for one in CONTRACTS["contracts"]} == {name for name, _, _ in PLANTED}


def circles() -> list[list[str]]:
    """Modules that import each other, however far around; also by imports inside functions."""
    graph = grimp.build_graph("app", "ui", "devices", "resources")
    order = TopologicalSorter(
        {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    )
    try:
        order.prepare()
    except CycleError as error:
        return [error.args[1]]
    return []


def test_no_module_imports_itself_by_way_of_another() -> None:
    assert circles() == []


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
    assert f"\n{contract} BROKEN" in done.stdout
