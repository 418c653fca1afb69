"""The sign-in screen: badge, or number and PIN; also the locked station (main thread)."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.domain.outcome import Outcome, Severity
from app.station.messages import ChooseLanguage
from app.station.sign_in.view import SignInView
from ui import messages
from ui.widgets.fit_label import CENTRE, FitLabel
from ui.widgets.image import Image
from ui.widgets.keypad import Keypad
from ui.widgets.screen import Screen, Setting, card, column, row
from ui.widgets.strip import Strip
from ui.widgets.touch_button import TouchButton

_BULLET = "●"


class SignInScreen(Screen):
    """Draws a SignInView: what to do on the left, number keys on the right."""

    ways_out = False

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        theme = self.theme
        self._image = Image(theme, "id-card", 90 if theme.handheld else 240)
        self._place = FitLabel(theme, "sku", bold=True, align=CENTRE)
        self._place.setObjectName("place")
        self._advice = FitLabel(theme, "body", colour="muted", align=CENTRE, lines=2)
        self._advice.setObjectName("advice")
        self._caption = FitLabel(theme, "muted", colour="muted", align=CENTRE)
        self._caption.setObjectName("entry_caption")
        self._entry = FitLabel(theme, "sku", bold=True, align=CENTRE)
        self._entry.setObjectName("entry")
        self._notice = Strip(theme, "notice", "body", lines=3)
        if theme.handheld:
            self._notice.setFixedHeight(theme.px(76))
        self._keypad = Keypad(theme)
        self._keypad.asked.connect(self.press)
        self._languages: dict[str, TouchButton] = {}
        self._build_handheld() if theme.handheld else self._build_bench()

    def _build_languages(self) -> QWidget:
        line = row(spacing=self.theme.size("gap"))
        for code, name in messages.LANGUAGES.items():
            key = TouchButton(
                self.theme,
                f"language_{code}",
                name,
                image="" if self.theme.handheld else "languages",
                primary=code == self.theme.language,
            )
            if self.theme.handheld:
                key.setFixedHeight(self.theme.px(60))
            key.clicked.connect(lambda _checked=False, chosen=code: self._choose(chosen))
            self._languages[code] = key
            line.addWidget(key)
        widget = QWidget()
        widget.setLayout(line)
        return widget

    def _build_keys(self) -> QVBoxLayout:
        theme = self.theme
        keys = column(self._caption, self._entry, spacing=theme.px(6))
        keys.addWidget(self._keypad, 1)
        return keys

    def _build_bench(self) -> None:
        theme = self.theme
        left = column(None, self._place, spacing=theme.size("gap"))
        left.addSpacing(theme.px(20))
        left.addWidget(self._image)
        left.addSpacing(theme.px(20))
        left.addWidget(self._advice)
        left.addStretch(1)
        left.addWidget(self._notice)
        left.addWidget(self._build_languages())
        work = row(spacing=theme.size("gap"))
        for inside in (left, self._build_keys()):
            side = card(theme, inside)
            side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
            work.addWidget(side, 1)
        self.setLayout(work)

    def _build_handheld(self) -> None:
        theme = self.theme
        self._place.hide()
        top = row(self._image, spacing=theme.size("gap"))
        top.addWidget(self._advice, 1)
        work = column(top, self._notice, spacing=theme.px(6))
        work.addWidget(card(theme, self._build_keys()), 1)
        work.addWidget(self._build_languages())
        self.setLayout(work)

    def show_view(self, view: SignInView) -> None:
        self._place.set_text(messages.words("station", station=view.frame.station))
        self._image.show_icon("lock" if view.locked or view.asks_pin else "id-card")
        self._advice.set_text(self._advice_words(view))
        said_above = view.notice == view.outcome
        self._show_notice(None if said_above else view.notice)
        if view.asks_pin:
            self._caption.set_text(messages.words("pin"))
            self._entry.set_text(" ".join(_BULLET * view.pin_digits))
        else:
            self._caption.set_text(messages.words("staff_number"))
            self._entry.set_text(view.staff)

    def _show_notice(self, notice: Outcome | None) -> None:
        self._notice.setVisible(notice is not None)
        if notice is not None:
            title, what_now = messages.outcome_words(notice)
            tone = "warn" if notice.severity is Severity.SOFT else "bad"
            words = messages.words("with_remedy", name=title, remedy=what_now)
            self._notice.say(words, image="triangle-alert", tone=tone)

    def _advice_words(self, view: SignInView) -> str:
        if view.locked and view.frame.order:
            return messages.words(
                "locked_kept", order=view.frame.order, operator=view.frame.operator
            )
        if view.locked:
            return messages.words("locked_plain")
        return "" if view.asks_pin else messages.words("badge_or_number")

    def _choose(self, language: str) -> None:
        self.asked.emit(ChooseLanguage(language))
