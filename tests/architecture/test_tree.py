"""The shape of the source tree: what must never be, and what must always be."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("app", "ui", "devices", "resources")
LONGEST_FILE = 400


def sources() -> list[Path]:
    return [path for name in PACKAGES for path in sorted((ROOT / name).rglob("*.py"))]


def tracked() -> list[Path]:
    """Files git knows; a tree without git is read whole."""
    done = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.skip("not a git checkout")
    return [path for line in done.stdout.splitlines() if (path := ROOT / line).is_file()]


def test_packaging_is_no_package() -> None:
    # It would shadow the `packaging` library for everything that runs from here.
    assert not (ROOT / "packaging" / "__init__.py").exists()


@pytest.mark.parametrize("name", ["app", "devices", "ui", "resources"])
def test_no_module_is_named_like_the_standard_library(name: str) -> None:
    found = {path.stem for path in (ROOT / name).glob("*.py")} & set(sys.stdlib_module_names)
    assert found <= {"__init__", "__main__"}


def test_every_module_says_what_it_is() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in sources()
        if "migrations" not in path.parts
        and not path.read_text("utf-8").lstrip("r").startswith('"""')
    ]
    assert silent == []


def test_no_file_grows_without_end() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in sources()
        if (lines := len(path.read_text("utf-8").splitlines())) > LONGEST_FILE
    }
    assert long == {}


def test_locks_name_no_address() -> None:
    for lock in ROOT.glob("requirements*.lock"):
        assert "://" not in lock.read_text("utf-8")
        assert "--hash=sha256:" in lock.read_text("utf-8")


def test_no_absolute_path_of_a_machine_stands_in_the_tree() -> None:
    pattern = re.compile(rb"(?<![\w.$/])/(?:home|Users|root)/[\w.-]+")
    found = [
        str(path.relative_to(ROOT))
        for path in tracked()
        if path.suffix in {".py", ".md", ".toml", ".txt", ".in", ".ts"} or path.name == "run"
        if pattern.search(path.read_bytes())
    ]
    assert found == []


def test_qt_is_pinned_below_the_version_that_kills_python_3_11() -> None:
    assert re.search(
        r'"PySide6-Essentials>=6\.11\.3,<6\.12"', (ROOT / "pyproject.toml").read_text()
    )
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert re.search(r"^pyside6-essentials==6\.11\.", lock, re.MULTILINE)
    assert not re.search(r"^hid==", lock, re.MULTILINE)
