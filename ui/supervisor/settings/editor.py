"""Changes one entry: its words, its value, and what became of a wish (main thread)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.overview.settings import Tried
from ui import messages
from ui.supervisor.settings.entries import Entry, Kind
from ui.theme import Theme
from ui.widgets.fit_label import FitLabel
from ui.widgets.rows import Column, Row, RowList, Tone
from ui.widgets.screen import column, row
from ui.widgets.touch_button import TouchButton

_RESULTS = (Column(share=4, bold=True, cut=True), Column(share=4), Column(share=6, muted=True))
_KEYS_A_ROW = 5


class Editor(QWidget):
    """wanted: the entry is to have this value. tested: this value's devices are to be tried.

    played: the entry's sound is to be heard.
    """

    wanted = Signal(str, str)
    tested = Signal(str, str)
    played = Signal(str)

    def __init__(self, theme: Theme, entry: Entry) -> None:
        super().__init__()
        self._theme, self.entry = theme, entry
        self._fields: list[QLineEdit] = []
        name = FitLabel(theme, "title", bold=True)
        name.set_text(entry.name)
        what = FitLabel(theme, "body", lines=3)
        what.set_text(entry.what)
        note = FitLabel(theme, "muted", colour="muted", lines=2)
        note.set_text(entry.note)
        note.setVisible(bool(entry.note))
        self._said = FitLabel(theme, "muted", bold=True, lines=3)
        self._said.setObjectName("settings_said")
        self._results = RowList(
            theme, "settings_results", messages.words("settings_results"), _RESULTS
        )
        self._results.hide()
        inside = column(name, what, note, spacing=theme.px(8))
        inside.addLayout(self._build_value())
        inside.addWidget(self._said)
        inside.addWidget(self._results, 1)
        inside.addStretch(1)
        self.setLayout(inside)
        self.say("", "text")

    def _build_value(self) -> QVBoxLayout:
        theme, entry, gap = self._theme, self.entry, self._theme.px(8)
        value = column(spacing=gap)
        if entry.kind is Kind.PLAY:
            value.addWidget(self._key("settings_play", "volume-2", self._play))
        elif entry.kind is Kind.KEYS:
            grid = QGridLayout()
            grid.setSpacing(gap)
            for number, (one, words) in enumerate(entry.choices):
                key = TouchButton(theme, f"choice_{one}", words, primary=one == entry.value)
                key.setFixedHeight(theme.size("row"))
                key.clicked.connect(
                    lambda _checked=False, one=one: self.wanted.emit(entry.key, one)
                )
                grid.addWidget(key, number // _KEYS_A_ROW, number % _KEYS_A_ROW)
            value.addLayout(grid)
        else:
            self._build_fields(value)
        return value

    def _build_fields(self, value: QVBoxLayout) -> None:
        theme, entry = self._theme, self.entry
        parts = entry.value.splitlines() if entry.fields > 1 else [entry.value]
        for number in range(entry.fields):
            field = QLineEdit()
            field.setObjectName(f"settings_field_{number}")
            field.setAccessibleName(f"{messages.words('settings_field')} {number + 1}")
            field.setFixedHeight(theme.size("row"))
            field.setMaxLength(300)
            field.setText(parts[number] if number < len(parts) else "")
            field.installEventFilter(self)
            self._fields.append(field)
            value.addWidget(field)
        keys = row(spacing=theme.size("gap"))
        keys.addWidget(self._key("settings_save", "check", self._save, primary=True), 1)
        if entry.device:
            keys.addWidget(self._key("settings_test", "list-checks", self._test), 1)
        value.addLayout(keys)

    def _key(self, name: str, image: str, pressed: object, *, primary: bool = False) -> TouchButton:
        key = TouchButton(self._theme, name, messages.words(name), image=image, primary=primary)
        key.setFixedHeight(self._theme.size("row"))
        key.clicked.connect(pressed)
        return key

    def text(self) -> str:
        """What stands in the fields; one part a line."""
        return "\n".join(field.text() for field in self._fields)

    def type_in(self, text: str) -> None:
        """Put this into the fields; one part a line."""
        parts = text.split("\n")
        for number, field in enumerate(self._fields):
            field.setText(parts[number] if number < len(parts) else "")

    def say(self, words: str, colour: str) -> None:
        self._said.set_text(words)
        self._said.set_colour(colour)
        self._said.setVisible(bool(words))

    def show_results(self, results: Sequence[Tried]) -> None:
        self._results.set_rows([_result(one) for one in results])
        self._results.setVisible(bool(results))

    def _save(self, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  a slot
        self.wanted.emit(self.entry.key, self.text())

    def _test(self, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  a slot
        self.tested.emit(self.entry.key, self.text())

    def _play(self, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  a slot
        self.played.emit(self.entry.key.removeprefix("sound_"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched in self._fields and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress
            if pressed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._save()
                return True
        return super().eventFilter(watched, event)


def _result(one: Tried) -> Row:
    if not one.trouble:
        return Row((one.spec, messages.words("settings_well"), one.name), "circle-check", Tone.DONE)
    words = messages.reason_words(one.trouble)
    more = messages.remedy_words(one.trouble) or one.detail
    return Row((one.spec, words, more), "octagon-x", Tone.BAD)
