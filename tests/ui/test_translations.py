"""The committed translations are complete and belong to the words in the code."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

import resources
from app.cli.command_words import WORDS
from ui.application import set_language
from ui.words.commands import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
COMMITTED = resources.path("translations", "packbench_zh_CN.ts")
COMPILED = resources.path("translations", "packbench_zh_CN.qm")


def tool(name: str) -> str:
    beside = Path(sys.executable).parent / name
    found = str(beside) if beside.exists() else shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def messages(file: Path) -> dict[tuple[str, str], str]:
    found = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            done = translation.get("type") is None
            found[name, message.findtext("source") or ""] = (translation.text or "") * done
    return found


def test_every_text_of_the_code_is_translated(tmp_path: Path) -> None:
    fresh = tmp_path / "packbench_zh_CN.ts"
    shutil.copy(COMMITTED, fresh)
    rooms = [*(ROOT / "ui" / "words").glob("*.py"), *(ROOT / "ui").glob("*/words.py")]
    sources = sorted(map(str, rooms))
    subprocess.run(
        [
            tool("pyside6-lupdate"),
            *sources,
            *("-locations", "none", "-no-obsolete"),
            *("-source-language", "en", "-target-language", "zh_CN", "-ts", str(fresh)),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    wanted = messages(fresh)
    assert [source for source, text in wanted.items() if not text] == []
    assert messages(COMMITTED) == wanted


def test_the_compiled_file_belongs_to_the_source(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.qm"
    command = [tool("pyside6-lrelease"), "-fail-on-unfinished", str(COMMITTED), "-qm", str(fresh)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert fresh.read_bytes() == COMPILED.read_bytes()


def test_translations_keep_their_values() -> None:
    for (_, source), text in messages(COMMITTED).items():
        assert fields(source) == fields(text), source


def fields(text: str) -> set[str]:
    return {part.split("}")[0].split(":")[0] for part in text.split("{")[1:]}


def test_the_command_sheet_says_what_the_keys_say() -> None:
    chinese = messages(COMMITTED)
    for command, words in WORDS.items():
        if command.digit is None:
            assert words == (COMMANDS[command], chinese["Command", COMMANDS[command]])


def test_a_language_can_be_changed_and_changed_back(qapp: QApplication) -> None:
    set_language("zh_CN")
    assert QCoreApplication.translate("Command", "Undo") == "撤销"
    # Qt's own words come along.
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    set_language("en")
    assert QCoreApplication.translate("Command", "Undo") == "Undo"
