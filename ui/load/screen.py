"""The loading screen: last parcel left, count in the middle, missing ones right (main thread)."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QWidget

from app.domain.load.leaving import RETURNS
from app.station.load.view import LoadRow, LoadView, MissingParcel, OrderToCome
from app.station.messages import EnterCode
from ui import messages
from ui.widgets.fit_label import CENTRE, LEFT, FitLabel
from ui.widgets.image import Image
from ui.widgets.reasons import Reason, ReasonKeys
from ui.widgets.rows import Column, Row, RowList, Tone
from ui.widgets.screen import Screen, Setting, card, column, row, wide
from ui.widgets.strip import Strip

_MISSING = (Column(width=190, bold=True), Column(share=1, muted=True))
_CHOICE = (
    Column(share=3, bold=True),
    Column(share=3),
    Column(share=3, muted=True),
    Column(share=2, bold=True, right=True),
)
_CHOICE_NARROW = (
    Column(width=84, bold=True),
    Column(share=3),
    Column(width=120, bold=True, right=True),
)


class LoadScreen(Screen):
    """Draws a LoadView; before a load is chosen it lists the open loads."""

    has_strip = True
    counts = "parcels_of"

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        theme = self.theme
        self._last_title = FitLabel(theme, "muted", colour="muted", align=CENTRE)
        self._last_image = Image(theme, "package", 60 if theme.handheld else 200)
        self._last_order = FitLabel(theme, "sku", bold=True, align=CENTRE)
        self._last_order.setObjectName("last_order")
        self._receiver = FitLabel(theme, "body", align=CENTRE, lines=2)
        self._receiver.setObjectName("last_receiver")
        self._sscc = FitLabel(theme, "muted", colour="muted", align=CENTRE)
        self._sscc.setObjectName("last_sscc")
        self._title = FitLabel(theme, "sku", bold=True, align=CENTRE)
        self._title.setObjectName("load_title")
        self._where = FitLabel(theme, "body", align=CENTRE)
        self._where.setObjectName("load_where")
        self._leaves = FitLabel(theme, "body", colour="muted", align=CENTRE)
        self._leaves.setObjectName("leaves")
        self._count = FitLabel(theme, "count", bold=True, align=CENTRE)
        self._count.setObjectName("count")
        self._caption = FitLabel(theme, "muted", colour="muted", align=CENTRE)
        self._strip = Strip(theme, "last_strip")
        self._missing_title = FitLabel(theme, "muted", colour="muted", align=LEFT)
        self._missing_title.setObjectName("missing_title")
        self._missing = RowList(theme, "missing", messages.words("load_count"), _MISSING)
        self._choice_title = FitLabel(theme, "muted", colour="muted", align=LEFT)
        choices = _CHOICE_NARROW if theme.handheld else _CHOICE
        self._choice = RowList(theme, "open_loads", messages.words("choose_load"), choices)
        self._choice.chosen.connect(self._enter)
        self._pages = QStackedLayout(self)
        loading = self._build_handheld() if theme.handheld else self._build_bench()
        self._pages.addWidget(loading)
        choosing = column(self._choice_title, spacing=theme.px(8))
        choosing.addWidget(self._choice, 1)
        self._pages.addWidget(card(theme, choosing))
        self._reasons = ReasonKeys(theme, _return_reasons())
        self._reasons.asked.connect(self.press)
        self._pages.addWidget(card(theme, column(self._reasons)))

    def _build_bench(self) -> QWidget:
        theme = self.theme
        left = column(self._last_title, None, self._last_image, spacing=theme.px(8))
        for label in (self._last_order, self._receiver, self._sscc):
            left.addWidget(label)
        left.addStretch(1)
        middle = column(self._title, self._where, self._leaves, spacing=theme.px(4))
        middle.addWidget(self._count, 1)
        middle.addWidget(self._caption)
        middle.addWidget(self._strip)
        right = column(self._missing_title, spacing=theme.px(8))
        right.addWidget(self._missing, 1)
        work = row(spacing=theme.size("gap"))
        for inside, share in ((left, 4), (middle, 5), (right, 5)):
            work.addWidget(wide(card(theme, inside)), share)
        page = QWidget()
        page.setLayout(work)
        return page

    def _build_handheld(self) -> QWidget:
        theme = self.theme
        for hidden in (self._last_title, self._last_image, self._sscc, self._caption):
            hidden.setParent(self)
            hidden.hide()
        self._last_order.hide()
        top = column(self._title, self._where, self._leaves)
        top.addWidget(self._count, 1)
        right = column(self._missing_title, spacing=theme.px(4))
        right.addWidget(self._missing, 1)
        work = column(spacing=theme.size("gap"))
        work.addWidget(card(theme, top), 3)
        work.addWidget(self._strip)
        work.addWidget(card(theme, right), 3)
        self._last_order.setParent(self)
        self._receiver.setParent(self)
        self._receiver.hide()
        page = QWidget()
        page.setLayout(work)
        return page

    def show_view(self, view: LoadView) -> None:
        self._pages.setCurrentIndex(2 if view.asks_reason else 0 if view.load else 1)
        if not view.load:
            self._show_choice(view)
            return
        self._title.set_text(messages.words("load_title", load=view.load))
        dock = messages.words("dock", dock=view.dock)
        self._where.set_text(f"{view.carrier} · {dock}")
        self._show_leaving(view)
        self._count.set_text(f"{view.loaded} / {view.expected}")
        full = view.expected > 0 and view.loaded >= view.expected
        self._count.set_colour("ok" if full else "text")
        self._caption.set_text(messages.words("load_count"))
        self._show_last(view)
        self._show_rest(view)

    def _show_rest(self, view: LoadView) -> None:
        """What must come off the load before it leaves; else what is still missing on it."""
        if view.take_off:
            self._missing_title.set_text(messages.words("take_off", count=len(view.take_off)))
            off = (Row((one.order, one.sscc), "package-minus", Tone.BAD) for one in view.take_off)
            self._missing.set_rows(list(off))
            return
        code = "missing" if view.missing else "none_missing"
        count = max(view.expected - view.loaded, len(view.missing))
        said = [messages.words(code, count=count)] if view.missing or not view.all_to_come else []
        if view.all_to_come:
            said.append(messages.words("to_come", count=view.all_to_come))
        self._missing_title.set_text(" · ".join(said))
        rows = [_missing_row(parcel) for parcel in view.missing]
        self._missing.set_rows(rows + [_coming_row(order) for order in view.to_come])

    def _show_choice(self, view: LoadView) -> None:
        code = "choose_load" if view.open_loads else "no_loads"
        self._choice_title.set_text(messages.words(code))
        self._choice.set_rows(
            [_choice_row(load, narrow=self.theme.handheld) for load in view.open_loads]
        )

    def _show_leaving(self, view: LoadView) -> None:
        if view.cut_off is None:
            self._leaves.set_text("")
            return
        time = messages.clock_time(view.cut_off)
        minutes = None
        if view.now is not None:
            minutes = int((view.cut_off - view.now).total_seconds() // 60)
        if minutes is None:
            text = messages.words("leaves", time=time)
        elif minutes < 0:
            text = messages.words("left_ago", time=time)
        else:
            text = messages.words("leaves_in", time=time, minutes=minutes)
        self._leaves.set_text(text)
        self._leaves.set_colour("bad" if minutes is not None and minutes < 0 else "muted")

    def _show_last(self, view: LoadView) -> None:
        self._last_title.set_text(
            messages.words("last_parcel" if view.last_sscc else "no_parcel_yet")
        )
        self._last_image.show_icon("package-check" if view.last_sscc else "package")
        self._last_order.set_text(view.last_order)
        self._receiver.set_text(view.last_receiver)
        self._sscc.set_text(view.last_sscc)
        self._strip.say(messages.accepted_words(view.outcome))

    def _enter(self, code: str) -> None:
        self.asked.emit(EnterCode(code))


def _return_reasons() -> tuple[Reason, ...]:
    images = ("hand", "truck", "heart-crack")
    return tuple(
        Reason(reason.value, messages.words(f"return_{reason.value}"), image)
        for reason, image in zip(RETURNS, images, strict=True)
    )


def _missing_row(parcel: MissingParcel) -> Row:
    where = parcel.place or parcel.state
    if parcel.seen_at is not None:
        where = messages.words("seen", place=where, time=messages.clock_time(parcel.seen_at))
    return Row((parcel.order, where), "map-pin", Tone.PLAIN)


def _coming_row(order: OrderToCome) -> Row:
    where = messages.sub_state_words(order.sub)
    if order.station:
        where = f"{where} · {order.station}"
    return Row((order.order, where), "shopping-basket", Tone.PLAIN)


def _choice_row(load: LoadRow, *, narrow: bool) -> Row:
    if narrow:
        cells = (
            load.load,
            f"{load.carrier} · {load.dock}",
            f"{load.loaded}/{load.expected}",
        )
        return Row(cells, "truck", Tone.PLAIN, load.load)
    leaves = messages.words("leaves", time=messages.clock_time(load.cut_off))
    loaded = messages.words("loaded_of", loaded=load.loaded, expected=load.expected)
    place = f"{load.carrier} · {messages.words('dock', dock=load.dock)}"
    return Row((load.load, place, leaves, loaded), "truck", Tone.PLAIN, load.load)
