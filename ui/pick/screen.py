"""The picking screen: bin, item, count and tote of the current stop (main thread)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.outcome_work import WorkPrompt
from app.domain.pick.outcome import PickPrompt
from app.station.pick.view import PickView
from ui import messages
from ui.widgets.fit_label import CENTRE, LEFT, FitLabel
from ui.widgets.image import Image
from ui.widgets.keypad import Keypad
from ui.widgets.product_card import ProductCard
from ui.widgets.rows import Column, Row, RowList
from ui.widgets.screen import Screen, Setting, card, column, holder, row, wide
from ui.widgets.strip import Strip

_WALK = (
    Column(width=118, bold=True),
    Column(share=1, muted=True),
    Column(width=56, bold=True, right=True),
)
_TOTE_PROMPTS = {PickPrompt.SCAN_TOTE, PickPrompt.CONFIRM_TOTE}


class PickScreen(Screen):
    """Draws a PickView; only what the next scan is about is bright."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        theme = self.theme
        self.has_strip = not theme.handheld  # a handheld has no room for a strip: its bar tells
        self._stop = FitLabel(theme, "muted", colour="muted", align=CENTRE)
        self._stop.setObjectName("stop")
        self._bin = FitLabel(theme, "count", bold=True, align=CENTRE)
        self._bin.setObjectName("bin")
        self._bin_mark = Image(theme, "map-pin", 90)
        self._product = ProductCard(setting)
        self._caption = FitLabel(theme, "body", colour="muted", align=CENTRE)
        self._caption.setObjectName("count_caption")
        self._count = FitLabel(theme, "count", bold=True, align=CENTRE)
        self._count.setObjectName("count")
        self._tote = FitLabel(theme, "sku", bold=True, align=CENTRE)
        self._tote.setObjectName("tote")
        rows = 2 if theme.handheld else 1
        self._tracked = FitLabel(theme, "body", colour="muted", align=CENTRE, lines=rows)
        self._tracked.setObjectName("tracked")
        self._keypad = Keypad(theme)
        self._keypad.asked.connect(self.press)
        self._next_title = FitLabel(theme, "muted", colour="muted", align=LEFT)
        self._next = RowList(theme, "next_stops", messages.words("next_stops"), _WALK)
        self._strip = Strip(theme, "last_strip")
        self._build_handheld() if theme.handheld else self._build_bench()

    def _build_bench(self) -> None:
        theme = self.theme
        where = row(self._bin_mark, spacing=theme.px(8))
        where.addWidget(self._bin, 1)
        place = column(self._stop, spacing=theme.px(4))
        place.addLayout(where, 1)
        counting = column(self._caption, spacing=theme.px(4))
        counting.addWidget(self._count, 1)
        counting.addWidget(self._tote)
        counting.addWidget(self._tracked)
        self._walk = holder(column(self._next_title, spacing=theme.px(8)), "walk")
        layout = self._walk.layout()
        assert layout is not None
        layout.addWidget(self._next)
        right = column(spacing=theme.px(8))
        right.addWidget(self._walk, 1)
        right.addWidget(self._keypad, 1)
        right.addWidget(self._strip)
        places = column(spacing=theme.size("gap"))
        places.addWidget(card(theme, place, "bin_card"), 1)
        places.addWidget(card(theme, counting, "count_card"), 1)
        work = row(spacing=theme.size("gap"))
        work.addWidget(self._product, 4)
        work.addWidget(wide(holder(places)), 5)
        work.addWidget(wide(card(theme, right)), 3)
        self.setLayout(work)

    def _build_handheld(self) -> None:
        theme = self.theme
        self._walk = QWidget(self)
        self._bin_mark.hide()
        self._next.hide()
        self._strip.hide()
        self._caption.hide()
        place = column(self._stop, spacing=0)
        place.addWidget(self._bin, 1)
        counting = row(spacing=theme.px(6))
        counting.addWidget(self._count, 1)
        texts = column(self._tote, self._tracked)
        counting.addLayout(texts, 1)
        work = column(spacing=theme.size("gap"))
        self._place_card = card(theme, place, "bin_card")
        work.addWidget(self._place_card, 2)
        work.addWidget(self._product, 3)
        work.addWidget(card(theme, counting, "count_card"), 2)
        work.addWidget(self._keypad, 6)
        self.setLayout(work)

    def show_view(self, view: PickView) -> None:
        theme = self.theme
        counting_short = view.bar.prompt is WorkPrompt.HOW_MANY_FOUND
        stop = messages.words("stop_of", stop=view.stop, stops=view.stops)
        zone = messages.words("zone", zone=view.zone) if view.zone else ""
        self._stop.set_text(f"{stop} · {zone}" if zone else stop)
        self._bin.set_text(view.bin)
        self._bin.set_colour("muted" if view.bin_confirmed else "text")
        self._bin_mark.show_icon(
            "circle-check" if view.bin_confirmed else "map-pin",
            "ok" if view.bin_confirmed else "action",
        )
        rejected = messages.words("put_back") if view.wrong is not None else ""
        self._product.show_product(view.line, view.wrong, rejected=rejected, alike=view.alike)
        self._show_count(view, counting_short=counting_short)
        self._show_tote(view)
        self._keypad.setVisible(counting_short)
        self._strip.setVisible(not counting_short and not theme.handheld)
        self._walk.setVisible(not counting_short and not theme.handheld)
        if theme.handheld:
            self._place_card.setVisible(not counting_short)
            self._product.setVisible(not counting_short)
        else:
            self._show_walk(view)
        self._strip.say(messages.accepted_words(view.outcome))

    def _show_count(self, view: PickView, *, counting_short: bool) -> None:
        line = view.line
        left = "" if counting_short else messages.left_words(line.left)
        code = "found" if counting_short else "pick_count"
        self._caption.set_text(left or messages.words(code))
        self._caption.set_colour("text" if left else "muted")
        done = (view.found or "–") if counting_short else str(line.done)
        self._count.set_text(f"{done} / {line.wanted}")
        self._count.set_colour("ok" if line.complete and not counting_short else "text")

    def _show_tote(self, view: PickView) -> None:
        code = "to_tote" if view.tote else "to_any_tote"
        self._tote.set_text(messages.words(code, tote=view.tote))
        self._tote.set_colour("action" if view.bar.prompt in _TOTE_PROMPTS else "text")
        parts = [
            messages.words(code, **{code: value})
            for code, value in (
                ("lot", view.lot),
                ("expiry", view.expiry),
                ("serial", view.serial),
            )
            if value
        ]
        asked = [] if parts else _asked(view)
        self._tracked.set_colour("text" if asked else "muted")
        parts = parts or asked
        left = messages.left_words(view.line.left) if self.theme.handheld else ""
        parts = [left, *parts] if left else parts  # a handheld has no caption
        self._tracked.set_text(" · ".join(parts))

    def _show_walk(self, view: PickView) -> None:
        code = "next_stops" if view.next_stops else "last_stop"
        self._next_title.set_text(messages.words(code))
        self._next.set_rows(
            [Row((stop.bin, stop.sku, f"× {stop.wanted}"), "map-pin") for stop in view.next_stops]
        )


def _asked(view: PickView) -> list[str]:
    """Which lot or unit the order asks for; shown until the unit in the hand has its own."""
    rigour = "if_there" if view.asked_soft else "alone"
    told = (("lot", view.asked_lot), ("serial", view.asked_serial))
    return [messages.words(f"{code}_{rigour}", **{code: value}) for code, value in told if value]
