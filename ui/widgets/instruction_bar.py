"""The bar that says the one thing to do now (main thread).

Usually the prompt is big and the answer to the last scan stands small below it. After a refusal
what happened is big, then comes what to do about it, then the prompt.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.outcome import Outcome, Severity
from app.station.views import Bar
from ui import looks, messages, rooms
from ui.icons import icon
from ui.theme import Theme
from ui.widgets.fit_label import LEFT, draw_fitted, fit

FLASH_MS = 160
# A whole bar in the colour of bad words would be pink where the theme is dark.
_COLOURS = {"bad": "alarm"}
_LOUD = {Severity.SOFT, Severity.BAD, Severity.STOP}


class InstructionBar(QWidget):
    """Shows prompt and answer; colour, shape and words each tell good from bad."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._severity = Severity.INFO
        self._image, self._ground = "scan-barcode", "action"
        self._lines: tuple[str, ...] = ()
        self._flashing = False
        self._flash = QTimer(self)
        self._flash.setSingleShot(True)
        self._flash.setInterval(FLASH_MS)
        self._flash.timeout.connect(self._end_flash)
        self.setObjectName("instruction")
        self.setFixedHeight(theme.size("bar"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bar(
        self,
        bar: Bar,
        answer: Outcome | None,
        *,
        flash: bool = False,
        brief: bool = False,
        lack: str = "",
    ) -> None:
        """Show prompt and answer.

        flash: the answer is new. brief: the screen itself shows accepted scans, so the bar need
        not. lack: what must be put right before anything can be scanned, "" = nothing.
        """
        prompt = messages.prompt_words(bar)
        self._severity = answer.severity if answer is not None else Severity.INFO
        self._image = looks.bar_image(bar.prompt, answer)
        self._ground = looks.bar_ground(answer)
        if lack and self._severity not in _LOUD:
            self._image, self._ground = "triangle-alert", "warn"
            self._lines = (lack, prompt)
        elif answer is None:
            self._lines = (prompt,)
        elif self._severity in _LOUD:
            title, what_now = messages.outcome_words(answer)
            told = (title, what_now, lack or prompt)
            if lack and self._theme.handheld:
                told = (title, lack, "")
            elif self._theme.handheld and what_now:
                told = (title, what_now, "")  # a handheld has room for two lines: the prompt goes
            self._lines = tuple(line for line in told if line)
        else:
            title, _ = messages.outcome_words(answer)
            shown = answer.kind in rooms.WHOLE or not (brief and answer.accepted)
            self._lines = (prompt, title) if shown and title not in prompt else (prompt,)
        self.setAccessibleName(". ".join(self._lines))
        if flash and self._severity in _LOUD:
            self._flashing = True
            self._flash.start()
        if flash and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self.update()

    def texts(self) -> tuple[str, ...]:
        return self._lines

    def severity(self) -> Severity:
        return self._severity

    def ground(self) -> str:
        """The name of the bar's colour."""
        return self._ground

    def is_flashing(self) -> bool:
        return self._flashing

    def fits(self) -> bool:
        return all(
            fit(self._theme, line, place.size(), pixels, bold=bold, lines=rows).fits
            for line, place, pixels, bold, rows in self._placed()
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        ground = _COLOURS.get(self._ground, self._ground)
        ink = theme.colour("on_" + ground)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self._edge()
        painter.setPen(QPen(ink, edge) if edge else QPen(theme.colour(ground), 1))
        painter.setBrush(theme.colour(ground))
        inset = edge / 2 + (theme.px(5) if edge else 0.5)
        if edge:
            painter.fillRect(self.rect(), theme.colour(ground))
        radius = theme.size("radius")
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius
        )
        pixels = theme.size("bar_icon")
        margin = self._margin()
        top = (self.height() - pixels) // 2
        painter.drawPixmap(margin, top, icon(self._image, ink, pixels))
        painter.setPen(ink)
        for line, place, size, bold, rows in self._placed():
            fitted = fit(theme, line, place.size(), size, bold=bold, lines=rows)
            draw_fitted(painter, place, line, fitted, LEFT, rows)
        painter.end()

    def _edge(self) -> int:
        """Width of the border, 0 = none: a STOP keeps one, a new refusal shows one for a moment."""
        if self._severity is Severity.STOP:
            return self._theme.px(5 if self._theme.handheld else 10)
        return self._theme.px(8) if self._flashing else 0

    def _margin(self) -> int:
        return self._theme.px(16 if self._theme.handheld else 32)

    def _placed(self) -> list[tuple[str, QRect, int, bool, int]]:
        """For each line: (text, place, largest font in pixels, bold, most rows)."""
        if not self._lines:
            return []
        theme = self._theme
        margin = self._margin()
        left = margin + theme.size("bar_icon") + (margin * 3) // 4
        inside = theme.px(8 if theme.handheld else 14)
        if self._severity is Severity.STOP:
            inside += theme.px(5 if theme.handheld else 10)
        room = QRect(left, inside, self.width() - left - margin, self.height() - 2 * inside)
        if len(self._lines) == 1:
            return [(self._lines[0], room, theme.size("instruction"), True, 2)]
        first, *others = self._lines
        loud = self._severity in _LOUD
        pixels = theme.size(
            "refusal" if loud and (theme.handheld or len(others) > 1) else "instruction"
        )
        share = 0.46 if len(others) > 1 else (0.5 if theme.handheld else 0.6)
        height = round(room.height() * share)
        rows = 2 if theme.handheld else 1
        placed = [(first, QRect(room.topLeft(), room.size()), pixels, True, rows)]
        placed[0][1].setHeight(height)
        each = (room.height() - height) // len(others)
        for number, line in enumerate(others):
            top = room.top() + height + number * each
            place = QRect(room.left(), top, room.width(), each)
            bold = loud and number == len(others) - 1 and not theme.handheld
            placed.append((line, place, theme.size("detail"), bold, rows))
        return placed

    def _end_flash(self) -> None:
        self._flashing = False
        self.update()
