"""The home screen: counts of waiting work, next orders, loads, the operator's day (main thread)."""

from __future__ import annotations

from app.domain.commands import Command
from app.domain.facts import Kind
from app.station.home.view import HomeView, QueueKind, QueueRow
from app.station.load.view import LoadRow
from app.station.messages import EnterCode, Look
from ui import messages
from ui.home.found_card import FoundCard
from ui.home.tiles import Tile
from ui.widgets.fit_label import LEFT, FitLabel
from ui.widgets.rows import Column, Row, RowList, Tone
from ui.widgets.screen import Screen, Setting, card, column, row, wide

_QUEUE = (
    Column(width=185, bold=True),
    Column(share=5, muted=True),
    Column(width=125, right=True),
    Column(share=4, muted=True),
    Column(width=170, bold=True, right=True),
)
_QUEUE_NARROW = (
    Column(share=5, bold=True),
    Column(share=4, muted=True),
    Column(width=84, right=True),
)
_LOADS = (
    Column(width=110, bold=True),
    Column(share=1, muted=True),
    Column(width=84, right=True),
    Column(width=180, bold=True, right=True),
)
_URGENT_MINUTES = 60


class HomeScreen(Screen):
    """Draws a HomeView. A touched order is shown before it is opened; a touched load is opened."""

    place = "home"
    ways_out = False

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        theme = self.theme
        self._tiles = {
            "pick": self._make_tile("pick", "shopping-basket", "action", Command.PICK),
            "pack": self._make_tile("pack", "package", "action", Command.PACK),
            "load": self._make_tile("load", "truck", "action", Command.LOAD),
            "count": self._make_tile("count", "boxes", "action", Command.COUNT),
            "move": self._make_tile("move", "arrow-right", "action", Command.MOVE),
            "exceptions": self._make_tile(
                "exceptions", "triangle-alert", "warn", Command.EXCEPTIONS
            ),
        }
        self._queue_title = FitLabel(theme, "muted", colour="muted", align=LEFT)
        columns = _QUEUE_NARROW if theme.handheld else _QUEUE
        self._queue = RowList(theme, "queue", messages.words("next_here"), columns)
        self._queue.chosen.connect(self._look)
        self._loads_title = FitLabel(theme, "muted", colour="muted", align=LEFT)
        self._loads = RowList(theme, "loads", messages.words("loads"), _LOADS)
        self._loads.chosen.connect(self._enter)
        self._day_title = FitLabel(theme, "muted", colour="muted", align=LEFT)
        self._day = FitLabel(theme, "title", bold=True, align=LEFT)
        self._day.setObjectName("my_day")
        self._found = FoundCard(setting)
        self._found.chosen.connect(self._enter)
        self._build_handheld() if theme.handheld else self._build_bench()

    def _make_tile(self, name: str, image: str, colour: str, command: Command) -> Tile:
        words = messages.words(f"tile_{name}")
        tile = Tile(self.theme, f"tile_{name}", words, image, colour)
        tile.clicked.connect(lambda _checked=False: self.press(command))
        return tile

    def _build_bench(self) -> None:
        theme = self.theme
        tiles = row(*self._tiles.values(), spacing=theme.size("gap"))
        for at, name in enumerate(self._tiles):
            tiles.setStretch(at, 4 if name == "exceptions" else 3)  # the longest word
        queue = column(self._queue_title, spacing=theme.px(8))
        queue.addWidget(self._queue, 1)
        loads = column(self._loads_title, spacing=theme.px(8))
        loads.addWidget(self._loads, 1)
        loads.addWidget(self._day_title)
        loads.addWidget(self._day)
        self._side = card(theme, loads, "loads_card")
        lower = row(spacing=theme.size("gap"))
        lower.addWidget(wide(card(theme, queue, "queue_card")), 17)
        lower.addWidget(wide(self._side), 11)
        lower.addWidget(wide(self._found), 11)
        work = column(tiles, spacing=theme.size("gap"))
        work.addLayout(lower, 1)
        self.setLayout(work)

    def _build_handheld(self) -> None:
        theme = self.theme
        tiles = list(self._tiles.values())
        self._side = card(theme, column(self._queue_title, self._queue), "queue_card")
        for hidden in (self._loads_title, self._loads, self._day_title):
            hidden.setParent(self)
            hidden.hide()
        work = column(
            row(*tiles[:2], spacing=theme.size("gap")),
            row(*tiles[2:4], spacing=theme.size("gap")),
            row(*tiles[4:], spacing=theme.size("gap")),
            spacing=theme.size("gap"),
        )
        work.addWidget(self._side, 1)
        work.addWidget(self._found, 1)
        work.addWidget(self._day)
        self.setLayout(work)

    def show_view(self, view: HomeView) -> None:
        for name, count, code in (
            ("pick", view.to_pick, "count_waiting"),
            ("pack", view.to_pack, "count_waiting"),
            ("load", view.loads_open, "count_open"),
            ("exceptions", view.exceptions, "count_open"),
            ("move", view.tasks, "tasks_to_do"),
        ):
            self._tiles[name].show_count(messages.words(code, count=count), lit=count > 0)
        words = messages.words("tasks_to_do", count=view.counts)
        words = words if view.counts else messages.words("take_stock")
        self._tiles["count"].show_count(words, lit=view.counts > 0)
        code = "next_here" if view.queue else "nothing_waiting"
        self._queue_title.set_text(messages.words(code))
        make_row = _narrow_row if self.theme.handheld else self._queue_row
        self._queue.set_rows([make_row(waiting) for waiting in view.queue])
        self._loads_title.set_text(messages.words("loads" if view.loads else "no_loads"))
        self._loads.set_rows([self._load_row(load, view) for load in view.loads])
        self._day_title.set_text(messages.words("my_day"))
        counts = messages.words("my_day_counts", orders=view.my_orders, units=view.my_units)
        self._day.set_text(counts)
        self._found.setVisible(view.card is not None)
        self._side.setVisible(view.card is None)
        if view.card is not None:
            self._found.show_card(view.card)

    def _queue_row(self, waiting: QueueRow) -> Row:
        who = f"{waiting.customer} · {waiting.carrier}" if waiting.carrier else waiting.customer
        amount = messages.words("row_units", units=waiting.units)
        cells = (waiting.order, who, amount, _where(waiting), _cut_off(waiting))
        return Row(cells, _queue_image(waiting), _queue_tone(waiting), waiting.id)

    def _load_row(self, load: LoadRow, view: HomeView) -> Row:
        urgent = False
        if view.now is not None:
            minutes = (load.cut_off - view.now).total_seconds() / 60
            urgent = minutes < _URGENT_MINUTES and load.loaded < load.expected
        loaded = messages.words("loaded_of", loaded=load.loaded, expected=load.expected)
        place = f"{load.carrier} · {messages.words('dock', dock=load.dock)}"
        cells = (load.load, place, messages.clock_time(load.cut_off), loaded)
        tone = Tone.WARN if urgent else Tone.PLAIN
        return Row(cells, "triangle-alert" if urgent else "truck", tone, load.load)

    def _look(self, order: str) -> None:
        self.asked.emit(Look(Kind.ORDER.value, order))

    def _enter(self, code: str) -> None:
        self.asked.emit(EnterCode(code))


def _narrow_row(waiting: QueueRow) -> Row:
    cells = (
        waiting.order,
        _where(waiting) or waiting.customer,
        messages.clock_time(waiting.cut_off),
    )
    return Row(cells, _queue_image(waiting), _queue_tone(waiting), waiting.id)


def _where(waiting: QueueRow) -> str:
    """Parked, begun by whom, or in which tote: what a packer needs to choose an order."""
    if waiting.held:
        return messages.words("row_held")
    if waiting.started_by:
        return messages.words("row_started", name=waiting.started_by)
    return messages.words("row_tote", tote=waiting.tote) if waiting.tote else ""


def _cut_off(waiting: QueueRow) -> str:
    if waiting.cut_off is None:
        return ""
    return messages.words("cut_off", time=messages.clock_time(waiting.cut_off))


def _queue_image(waiting: QueueRow) -> str:
    if waiting.held:
        return "pause"
    if waiting.started_by:
        return "user"
    if waiting.priority > 0:
        return "chevrons-up"
    return "shopping-basket" if waiting.kind is QueueKind.PICK else "package"


def _queue_tone(waiting: QueueRow) -> Tone:
    return Tone.WARN if waiting.priority > 0 and not waiting.held else Tone.PLAIN
