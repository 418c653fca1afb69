"""Every script of this folder, line by line, through the engine on real files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.scenario import scene

SCRIPTS = sorted((Path(__file__).parent / "scripts").glob("*.txt"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_scenario(script: Path, tmp_path: Path) -> None:
    with scene(tmp_path / "home") as played:
        problems = played.run(script.read_text(encoding="utf-8"))
    assert not problems, "\n".join(problems)
