"""The row of command keys at the bottom of every screen (main thread)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.commands import Command
from app.station.views import Action
from ui import looks, messages
from ui.keys import HINTS
from ui.theme import Theme
from ui.widgets.touch_button import TouchButton

HANDHELD_COLUMNS = 3
MOST = 6
"""More keys than these are behind the key "More"."""
# These keep their places; the others are shown by their rank, those that can be used first.
_ALWAYS = (Command.UNDO, Command.OK, Command.FINISH)
_RANKED = (Command.SHORT, Command.BOX, Command.PRINT, Command.SKIP, Command.HOME)


class ActionRow(QWidget):
    """Shows the actions of a view; `asked` carries the command of a pressed key."""

    asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._place_shown = ""
        self._shown: tuple[Command, ...] = ()
        self._all: tuple[Action, ...] = ()
        self._more_shown = False
        self._keys: dict[Command, TouchButton] = {}
        self._more = TouchButton(
            theme, "action_more", messages.words("more"), image="ellipsis", parent=self
        )
        self._more.clicked.connect(self._turn)
        self._more.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.size("gap"))
        self.hide()

    def show_actions(self, wanted: Sequence[Action], place: str = "") -> None:
        """Show these actions. place: a key of `ui.rooms.COMMANDS_AT` for words of its own."""
        if place != self._place_shown:
            self._place_shown = place
            for command, key in self._keys.items():
                self._name(command, key)
        if [action.command for action in wanted] != [action.command for action in self._all]:
            self._more_shown = False
        self._all = tuple(wanted)
        for action in wanted:
            if action.command not in self._keys:
                self._keys[action.command] = self._make_key(action.command)
            self._keys[action.command].setEnabled(action.enabled)
        self._place(self._page())

    def keys(self) -> dict[Command, TouchButton]:
        """The keys shown now, left to right."""
        return {command: self._keys[command] for command in self._shown}

    def _ask(self, command: Command) -> None:
        self._more_shown = False  # the next view shows the first page again
        self.asked.emit(command)

    def _turn(self) -> None:
        self._more_shown = not self._more_shown
        self._place(self._page())

    def _page(self) -> tuple[Command, ...]:
        """The commands that fit into the row now, in the order of the view."""
        every = tuple(action.command for action in self._all)
        if len(every) <= MOST:
            return every
        usable = {action.command for action in self._all if action.enabled}
        ranked = [command for command in _ALWAYS if command in every]
        others = [command for command in (*_RANKED, *every) if command in every]
        ranked += sorted(others, key=lambda command: command not in usable)
        first = set(list(dict.fromkeys(ranked))[: MOST - 1])
        return tuple(command for command in every if (command in first) != self._more_shown)

    def _place(self, commands: tuple[Command, ...]) -> None:
        if commands == self._shown:
            return
        self._grid.removeWidget(self._more)
        for command in self._shown:
            self._grid.removeWidget(self._keys[command])
            self._keys[command].hide()
        self._shown = commands
        keys: list[TouchButton] = [self._keys[command] for command in commands]
        paged = len(commands) < len(self._all)
        if paged:  # before the last key, which finishes the work: that one stays at the edge
            keys.insert(len(keys) - (not self._more_shown), self._more)
        columns = HANDHELD_COLUMNS if self._theme.handheld else max(1, len(keys))
        for number, key in enumerate(keys):
            self._grid.addWidget(key, number // columns, number % columns)
            key.show()
        self._more.setVisible(paged)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self.setVisible(bool(commands))

    def _name(self, command: Command, key: TouchButton) -> None:
        key.set_words(messages.command_words(command, self._place_shown))
        key.set_image(looks.command_image(command, self._place_shown))
        key.set_primary(looks.is_primary(command, self._place_shown))

    def _make_key(self, command: Command) -> TouchButton:
        key = TouchButton(
            self._theme,
            f"action_{command.name.lower()}",
            messages.command_words(command, self._place_shown),
            image=looks.command_image(command, self._place_shown),
            hint="" if self._theme.handheld else HINTS.get(command, ""),
            primary=looks.is_primary(command, self._place_shown),
            parent=self,
        )
        key.clicked.connect(lambda _checked=False, asked=command: self._ask(asked))
        key.hide()
        return key
