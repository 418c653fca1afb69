"""How many orders stand in each step, from the shelf to the truck (main thread)."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QFrame, QWidget

from app.domain.plan.flow import FlowStep
from ui import messages
from ui.supervisor import says
from ui.theme import Theme
from ui.widgets.fit_label import CENTRE, FitLabel
from ui.widgets.screen import card, column, row, wide

SHOWN = tuple(step for step in FlowStep if step is not FlowStep.GONE)


class _Cell(QWidget):
    """One number and what it counts. Grey while it is as it should be."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        self._number = FitLabel(theme, "instruction", bold=True, align=CENTRE)
        self._number.setObjectName("flow_number")
        self._words = FitLabel(theme, "muted", colour="muted", align=CENTRE)
        self._words.set_text(words)
        self.setLayout(column(self._number, self._words))

    def show_count(self, count: int, tone: str) -> None:
        self._number.set_text(str(count))
        self._number.set_colour(tone if count else "muted")
        self._words.set_colour(tone if count and tone != "text" else "muted")
        self.setAccessibleName(f"{self._words.text()} {count}")


class FlowStrip(QWidget):
    """Draws the flow of a board."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._cells = {step: _Cell(theme, says.step_words(step)) for step in SHOWN}
        self._late = _Cell(theme, messages.words("board_late"))
        line = row(spacing=theme.size("gap"))
        for part in (*self._cells.values(), self._late):
            line.addWidget(wide(part), 1)
        frame: QFrame = card(theme, line)
        self.setLayout(column(frame))

    def show_flow(self, flow: Mapping[FlowStep, int], late: int) -> None:
        for step, cell in self._cells.items():
            cell.show_count(flow.get(step, 0), "warn" if step is FlowStep.NO_LABEL else "text")
        self._late.show_count(late, "bad")
