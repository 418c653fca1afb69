"""The packing screen: item left, count in the middle, lines right (main thread)."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QStackedLayout, QWidget

from app.domain.pack.outcome import Packing, PackPrompt
from app.station.pack.view import PackView
from app.station.views import LabelState, LineView
from ui import messages
from ui.pack.cartons import CartonKeys
from ui.widgets.fit_label import CENTRE, LEFT, FitLabel
from ui.widgets.line_list import LineList
from ui.widgets.product_card import ProductCard
from ui.widgets.reasons import ReasonKeys, reprint_reasons
from ui.widgets.screen import Screen, Setting, card, column, row, wide
from ui.widgets.strip import Strip

_LABEL_LOOK = {
    LabelState.NONE: ("tag", "action"),
    LabelState.WANTED: ("hourglass", "action"),
    LabelState.SENT: ("printer", "action"),
    LabelState.FAILED: ("printer", "bad"),
    LabelState.DOUBTFUL: ("triangle-alert", "warn"),
    LabelState.PROVEN: ("circle-check", "ok"),
}
_NOTE_LINES = 12
_BOXING = {PackPrompt.CHECK_WEIGHT, PackPrompt.LABEL_PRINTING}
_UNITS = {Packing.UNIT_PACKED, Packing.LINE_PACKED}
"""After these the strip shows the item's line instead of the answer."""


class PackScreen(Screen):
    """Draws a PackView."""

    has_strip = True

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        theme = self.theme
        self._product = ProductCard(setting)
        rows, size = (2, "muted") if theme.handheld else (1, "body")
        # What is left may name packs of three levels.
        self._caption = FitLabel(theme, size, colour="muted", align=CENTRE, lines=rows + 1)
        self._caption.setObjectName("count_caption")
        self._count = FitLabel(theme, "count", bold=True, align=CENTRE)
        self._count.setObjectName("count")
        self._box = FitLabel(theme, "body", align=CENTRE, lines=1)
        self._box.setObjectName("box")
        self._weight = FitLabel(theme, "body", colour="muted", align=CENTRE, lines=rows)
        self._weight.setObjectName("weight")
        self._strip = Strip(theme, "last_strip")
        self._cartons = CartonKeys(theme)
        self._cartons.asked.connect(self.asked)
        self._reasons = ReasonKeys(theme, reprint_reasons())
        self._reasons.asked.connect(self.press)
        self._notes = FitLabel(theme, "instruction", bold=True, align=CENTRE, lines=_NOTE_LINES)
        self._notes.setObjectName("notes")
        self._beside: tuple[QWidget, ...] = ()
        self._open = FitLabel(theme, "muted", colour="muted", align=LEFT)
        self._open.setObjectName("still_to_pack")
        self._lines = LineList(theme)
        self._middle = QStackedLayout()
        self._build_handheld() if theme.handheld else self._build_bench()

    def _build_middle(self) -> QLayout:
        theme = self.theme
        counting = QWidget()
        inside = column(spacing=theme.px(6))
        if theme.handheld:
            texts = column(self._caption, self._box, self._weight)
            beside = row(spacing=theme.px(6))
            beside.addWidget(self._count, 1)
            beside.addLayout(texts, 1)
            inside.addLayout(beside, 1)
        else:
            inside.addWidget(self._caption)
            inside.addWidget(self._count, 1)
            inside.addWidget(self._box)
            inside.addWidget(self._weight)
        inside.addWidget(self._strip)
        counting.setLayout(inside)
        self._middle.addWidget(counting)
        self._middle.addWidget(self._cartons)
        self._middle.addWidget(self._reasons)
        self._middle.addWidget(self._notes)
        return column(self._middle)

    def _build_bench(self) -> None:
        theme = self.theme
        right = column(self._open, spacing=theme.px(8))
        right.addWidget(self._lines, 1)
        work = row(spacing=theme.size("gap"))
        lines = wide(card(theme, right))
        work.addWidget(self._product, 4)
        work.addWidget(wide(card(theme, self._build_middle())), 4)
        work.addWidget(lines, 5)
        self._beside = (self._product, lines)
        self.setLayout(work)

    def _build_handheld(self) -> None:
        theme = self.theme
        work = column(spacing=theme.size("gap"))
        work.addWidget(self._product, 2)
        work.addWidget(card(theme, self._build_middle()), 3)
        self._open.hide()
        self._lines.hide()
        self.setLayout(work)

    def show_view(self, view: PackView) -> None:
        self._show_product(view)
        self._show_count(view)
        self._show_box(view)
        self._show_strip(view)
        choosing = view.bar.prompt is PackPrompt.CHOOSE_CARTON and bool(view.cartons)
        if choosing:
            self._cartons.show_cartons(view.cartons)
        self._notes.set_text("\n\n".join(view.notes))
        page = 3 if view.notes else 2 if view.asks_reprint else int(choosing)
        self._middle.setCurrentIndex(page)
        for beside in self._beside:  # a note has the whole width
            beside.setVisible(not view.notes)
        still_open = sum(not line.complete for line in view.lines)
        code = "still_to_pack" if still_open else "all_packed"
        self._open.set_text(messages.words(code, open=still_open, lines=len(view.lines)))
        if not self.theme.handheld:
            self._lines.show_lines(view.lines)

    def _show_product(self, view: PackView) -> None:
        """Show the current item; once everything is packed, the box and its label."""
        boxing = view.bar.prompt in _BOXING or view.label is not LabelState.NONE
        if view.wrong is not None or (view.line is not None and not boxing):
            rejected = messages.words("scanned_item")
            self._product.show_product(view.line, view.wrong, rejected=rejected, alike=view.alike)
            return
        title = messages.words("box", parcel=view.parcel)
        if view.label is LabelState.NONE:
            words = messages.words("all_packed", lines=len(view.lines))
            self._product.show_rest("package-check", title, words)
        else:
            image, tone = _LABEL_LOOK[view.label]
            words = messages.label_words(view.label)
            self._product.show_rest(image, title, words, colour=tone)

    def _show_count(self, view: PackView) -> None:
        line = view.line
        left = messages.left_words(line.left) if line is not None and not view.removing else ""
        if line is not None and line.kit is not None and not view.removing:
            left = left or messages.kit_words(line.kit)
        code = "removing" if view.removing else "pack_count"
        self._caption.set_text(left or messages.words(code))
        self._caption.set_colour("warn" if view.removing else "text" if left else "muted")
        if view.typed:
            self._count.set_text(f"{view.typed} ×")
        elif line is not None:
            self._count.set_text(f"{line.done} / {line.wanted}")
        else:
            self._count.set_text(f"{view.frame.done} / {view.frame.wanted}")
        full = line is not None and line.done >= line.wanted
        self._count.set_colour("ok" if full and not view.typed else "text")

    def _show_box(self, view: PackView) -> None:
        code = "box_carton" if view.carton else "box"
        self._box.set_text(messages.words(code, parcel=view.parcel, carton=view.carton))
        self._weight.set_colour("warn" if view.homeless else "muted")
        if view.homeless:  # until it is answered this counts more than the weight
            self._weight.set_text(messages.words("homeless", units=view.homeless))
            return
        if view.grams is None:
            self._weight.set_text("")
            return
        kg = messages.kilograms(view.grams)
        if view.expected_g is None:
            self._weight.set_text(messages.words("weight", kg=kg))
        else:
            expected = messages.kilograms(view.expected_g)
            self._weight.set_text(messages.words("weight_expected", kg=kg, expected=expected))

    def _show_strip(self, view: PackView) -> None:
        """Show a good answer; else the label's state; before there is a label, the last item."""
        answer = view.outcome
        accepted = messages.accepted_words(answer)
        if accepted and answer is not None and answer.kind not in _UNITS:
            self._strip.say(accepted)
        elif view.label is not LabelState.NONE:
            image, tone = _LABEL_LOOK[view.label]
            text = messages.label_words(view.label)
            if view.label is LabelState.FAILED and view.label_reason:
                text = f"{text}: {messages.reason_words(view.label_reason)}"
            self._strip.say(text, image=image, tone=tone)
        elif view.last is not None:
            self._strip.say(last_words(view.last))
        else:
            self._strip.say("")


def last_words(line: LineView) -> str:
    return messages.words("last_item", sku=line.sku, done=line.done, wanted=line.wanted)
