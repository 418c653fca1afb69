"""The page: rooms of settings, what is in each, and the one that is changed (main thread)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.config import Config
from app.overview.asking import Came, Told
from app.overview.setting_office import RULE_SET, RULES, SET, TEST
from app.overview.settings import Changed, Refused, Room, Rule, Tried
from ui import messages
from ui.supervisor.page import SupervisorPage, state_of
from ui.supervisor.settings.editor import Editor
from ui.supervisor.settings.entries import Entry, Ways, of_room, of_rules, of_window
from ui.theme import Theme
from ui.widgets.fit_label import CENTRE, FitLabel
from ui.widgets.rows import Column, Row, RowList, Tone
from ui.widgets.screen import card, column, row, wide
from ui.widgets.touch_button import TouchButton
from ui.words.settings import REFUSED

_LISTED = (Column(share=5, bold=True, cut=True), Column(share=4, right=True, cut=True))
SITE = "rules"
ROOMS: tuple[str, ...] = (*Room, SITE)


class SettingWishes(Protocol):
    """What the page asks for: `app.overview.setting_office.SettingOffice`."""

    def change(self, key: str, text: str) -> int: ...

    def test(self, key: str, text: str) -> int: ...

    def rules(self) -> int: ...

    def set_rule(self, name: str, value: str, asker: str) -> int: ...


class SettingsPage(SupervisorPage):
    """language, dark, volume: these count at once. sound: the name of one to be heard."""

    language = Signal(str)
    dark = Signal(bool)
    volume = Signal(int)
    sound = Signal(str)

    def __init__(self, office: SettingWishes, config: Config, ways: Ways) -> None:
        super().__init__()
        self._office, self._config, self._ways = office, config, ways
        self._rules: tuple[Rule, ...] = ()
        self._room: str = Room.WINDOW
        self._key = ""
        self._asker = ""
        self._said = ("", "text")
        self._results: tuple[Tried, ...] = ()
        self._editor: Editor | None = None
        self._draft = ("", "")

    def build(self, theme: Theme) -> QWidget:
        body, gap = QWidget(), theme.size("gap")
        old, self._editor = self._editor, None
        self._theme, self._draft = theme, (old.entry.key, old.text()) if old else ("", "")
        self._tabs: dict[str, TouchButton] = {}
        tabs = row(spacing=theme.px(8))
        for room in ROOMS:
            key = TouchButton(theme, f"room_{room}", messages.words(f"room_{room}"))
            key.setFixedHeight(theme.size("row"))
            key.clicked.connect(partial(self._enter, room))
            self._tabs[room] = key
            tabs.addWidget(key, 1)
        self._listed = RowList(theme, "settings_list", messages.words("settings_list"), _LISTED)
        self._listed.chosen.connect(self.choose)
        self._nothing = FitLabel(theme, "body", colour="muted", align=CENTRE, lines=2)
        self._right = column(self._nothing)
        work = row(spacing=gap)
        work.addWidget(wide(card(theme, column(self._listed))), 5)
        work.addWidget(wide(card(theme, self._right)), 7)
        whole = column(tabs, spacing=gap, margin=theme.size("margin"))
        whole.addLayout(work, 1)
        body.setLayout(whole)
        return body

    # --- what is shown ----------------------------------------------------------------------------

    def entries(self) -> tuple[Entry, ...]:
        if self._room == SITE:
            return tuple(of_rules(self._rules))
        if self._room == Room.WINDOW:
            return tuple(of_window(self._config, self._ways))
        return tuple(of_room(Room(self._room), self._config))

    def editor(self) -> Editor | None:
        return self._editor

    def refresh(self) -> None:
        for room, key in self._tabs.items():
            key.set_primary(room == self._room)
        entries = self.entries()
        if entries and self._key not in {one.key for one in entries}:
            self._key = entries[0].key
        self._listed.set_rows([_line(one, self._key) for one in entries])
        self._edit(next((one for one in entries if one.key == self._key), None))

    def _edit(self, entry: Entry | None) -> None:
        """Show the entry; what somebody has typed for it stays."""
        old = self._editor
        if old is not None and entry == old.entry:
            old.say(*self._said)
            old.show_results(self._results)
            return
        self._editor = None
        if old is not None:
            self._right.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._nothing.setVisible(entry is None)
        self._nothing.set_text(self._said[0])
        if entry is None:
            return
        self._editor = editor = Editor(self._theme, entry)
        key, typed = self._draft
        if key == entry.key and typed:
            editor.type_in(typed)
        self._draft = ("", "")
        editor.wanted.connect(self._change)
        editor.tested.connect(self._test)
        editor.played.connect(self.sound)
        editor.say(*self._said)
        editor.show_results(self._results)
        self._right.addWidget(editor)

    # --- what somebody does -----------------------------------------------------------------------

    def opened(self) -> None:
        self._ask_rules()

    def _ask_rules(self) -> None:
        self.asked[RULES] = self._office.rules()

    def person(self, number: str) -> None:
        """This person is signed in at the desk now, "" = nobody."""
        self._asker = number

    def _enter(self, room: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  a slot
        self._room, self._key = room, ""
        self._quiet()
        self.refresh()

    def choose(self, key: str) -> None:
        self._key = key
        self._quiet()
        self.refresh()

    def _quiet(self) -> None:
        """What was told of another entry is told no more."""
        self._said, self._results = ("", "text"), ()
        for topic in (SET, TEST, RULE_SET):
            self.asked.pop(topic, None)

    def _change(self, key: str, text: str) -> None:
        self._results = ()
        if key == "dark":
            self._ways = replace(self._ways, dark=text == "true")
            self.dark.emit(self._ways.dark)
        elif key == "volume":
            self._ways = replace(self._ways, volume=int(text))
            self.volume.emit(self._ways.volume)
        else:
            self._said = (messages.words("settings_saving"), "muted")
            if self._room == SITE:
                self.asked[RULE_SET] = self._office.set_rule(key, text, self._asker)
            else:
                self.asked[SET] = self._office.change(key, text)
        self.refresh()

    def _test(self, key: str, text: str) -> None:
        self._results = ()
        self._said = (messages.words("settings_testing"), "muted")
        self.asked[TEST] = self._office.test(key, text)
        self.refresh()

    # --- what comes back --------------------------------------------------------------------------

    def answered(self, told: Told) -> None:
        value = told.value
        if told.came is not Came.ANSWERED:
            if told.topic != RULES or self._room == SITE:
                self._said = (state_of(told.came, None, waiting=False)[1], "warn")
        elif isinstance(value, Changed):
            self._take(value)
        elif told.topic == RULES and isinstance(value, tuple):
            self._rules = value
        elif told.topic == TEST and isinstance(value, tuple):
            self._results = value
            self._said = ("", "text") if value else (messages.words("settings_no_device"), "warn")
        self.refresh()

    def _take(self, changed: Changed) -> None:
        if changed.refused is not None:
            words = messages.translated("Setting", REFUSED[changed.refused])
            colour = "warn" if changed.refused is Refused.NOBODY else "bad"
            self._said = (messages.fill(words, {"words": changed.words}), colour)
            return
        self._said = (messages.words("settings_saved"), "ok")
        if changed.config is None:
            self._ask_rules()
            return
        old, self._config = self._config, changed.config
        if old.language != changed.config.language:
            self.language.emit(changed.config.language)


def _line(one: Entry, chosen: str) -> Row:
    tone = Tone.CURRENT if one.key == chosen else Tone.PLAIN
    return Row((one.name, one.told), tone=tone, key=one.key)
