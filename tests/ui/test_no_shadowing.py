"""No attribute or method of a widget hides one of Qt's by accident (`self.actions = ...`)."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractListModel, QObject, QTranslator
from PySide6.QtWidgets import QFrame, QListView, QPushButton, QStyledItemDelegate, QWidget

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "ui").rglob("*.py"))
QT = {
    kind.__name__: kind
    for kind in (
        QAbstractListModel,
        QFrame,
        QListView,
        QObject,
        QPushButton,
        QStyledItemDelegate,
        QTranslator,
        QWidget,
    )
}
OWN = {
    "Screen": QWidget,
    "RowList": QListView,
    "TouchButton": QPushButton,
    "FitLabel": QWidget,
    "Strip": QWidget,
}
# Overrides that are meant; Qt's own names end up here, each a virtual method or a plain reader.
MEANT = re.compile(
    r"(\w+Event|event|eventFilter|sizeHint|minimumSizeHint|data|rowCount|paint|text|isEmpty|"
    r"translate|focusNextPrevChild)$"
)


def hidden_by(source: str) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.ClassDef):
            continue
        names = [base.id for base in node.bases if isinstance(base, ast.Name)]
        kinds = [kind for name in names if (kind := QT.get(name) or OWN.get(name))]
        for name in defined(node):
            private = name.startswith("_")
            if private or MEANT.match(name):
                continue
            if any(hasattr(kind, name) for kind in kinds):
                found.append(f"{node.name}.{name}")
    return found


def defined(node: ast.ClassDef) -> set[str]:
    names = {item.name for item in node.body if isinstance(item, ast.FunctionDef)}
    for inner in ast.walk(node):
        if not isinstance(inner, ast.Attribute) or not isinstance(inner.ctx, ast.Store):
            continue
        if isinstance(inner.value, ast.Name) and inner.value.id == "self":
            names.add(inner.attr)
    return names


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_nothing_of_qt_is_hidden(file: Path) -> None:
    assert hidden_by(file.read_text(encoding="utf-8")) == []


def test_the_check_finds_what_it_looks_for() -> None:
    bad = "class A(QWidget):\n    def __init__(self):\n        self.actions = {}\n    def render(self): ..."
    assert sorted(hidden_by(bad)) == ["A.actions", "A.render"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_no_dialog_no_popup_no_reentry(file: Path) -> None:
    source = file.read_text(encoding="utf-8")
    for banned in ("QMessageBox", "QDialog", "QFileDialog", "QMenu", "processEvents", "QtSql"):
        assert banned not in source, banned
