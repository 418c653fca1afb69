"""Whole-station scenarios in plain text: what is given, what is done, what is answered.

The language is that of `packbench replay`, and before or between its lines `given` lines:

    given product SKU barcode=.. weight=.. [count lot expiry serial] [note=.. picture=..]
        [inner=N/CODE,.. case=N/CODE,.. pallet=N/CODE,..] [parts=SKU:N,SKU:N] [life=DAYS]
    given bin CODE walk=N [aisle=N at=MM] [kind=.. locked=.. capacity=N faces=SKU:LEAST:MOST,..]
    given stock BIN SKU N [lot=.. expiry=YYYY-MM-DD best_before=YYYY-MM-DD status=.. owner=..]
    given carton CODE LxWxH tare=G
    given load CODE carrier=NAME [dock=N cut_off=HH:MM]
    given operator ID badge=TEXT [roles=a,b] [language=..] [pin=..]
    given order REF carrier=NAME lines=2xSKU,1xSKU/NOTE [priority=N hold=WHY cancelled pickup]
        [complete life=DAYS owner=..] (a line: 2xSKU@LOT that lot, 2xSKU@LOT? if there, 1xSKU~SERIAL)
        [note=.. gift=.. channel=NAME service=NAME customer=NAME company=NAME street=.. city=.. cut_off=HH:MM]
    given printer broken|doubtful|works|counted
    given printer NAME elsewhere
    given setting NAME=VALUE
    given setting layout=SPACING,CROSS,CROSS

    expect ...

What must be true in the rows then: see `tests.helpers.expected`.

A broken printer takes nothing, a doubtful one takes the label and then runs out of paper; counted:
what it held came out. Another bench's printer keeps its labels in the home's folder of its name.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from app.cli.replay import Replay
from app.cli.script import parse
from app.clock import ManualClock
from app.compose.bench import Plan, ScriptBench
from app.compose.equipment import Specs
from app.config import Config
from app.device_api import (
    Ability,
    DeviceFault,
    PageFormat,
    PrintJob,
    PrintResult,
    Proof,
    Trouble,
)
from app.domain.address import Address
from app.domain.documents import (
    BinDocument,
    CartonDocument,
    LineDocument,
    LoadDocument,
    OperatorDocument,
    OrderDocument,
    Part,
    ProductDocument,
    StockDocument,
)
from app.domain.packs import PACKED, Pack, PackLevel
from app.domain.place import BinKind, PickFace
from app.domain.plan.layout import Layout, Spot
from app.domain.stock import Status
from app.importing.direct import import_documents
from app.paper import Paper
from app.paths import Home
from tests.helpers.expected import differs

START = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
CUT_OFF = datetime(2026, 3, 2, 16, 30, tzinfo=UTC)


class TestPrinter:
    """Keeps the jobs; fails on request."""

    __test__ = False  # not a test class, whatever its name
    device = "test printer"
    formats: tuple[PageFormat, ...] = (PageFormat.ZPL, PageFormat.PNG)
    abilities: tuple[Ability, ...] = ()
    dpi = 0
    paper: Paper | None = None

    def __init__(self) -> None:
        self.jobs: list[PrintJob] = []
        self.broken = False  # nothing is taken
        self.doubtful = False  # the bytes are taken, and then the paper ends

    def send(self, job: PrintJob) -> Proof:
        if self.broken:
            raise DeviceFault(self.device, Trouble.PAPER_OUT)
        self.jobs.append(job)
        if self.doubtful:
            raise DeviceFault(self.device, Trouble.PAPER_OUT, doubtful=True)
        return Proof.TAKEN

    def check(self) -> None:
        """It never says anything."""

    def settled(self, job_id: str) -> Proof:
        return Proof.NONE

    def close(self) -> None:
        pass


class Scene:
    """One station on an embedded centre, driven by lines."""

    def __init__(self, folder: Path, *, name: str = "P1", config: Config | None = None) -> None:
        self.home = Home(folder)
        self.home.ensure()
        self.clock = ManualClock(START)
        self.printer = TestPrinter()
        self.plan = Plan(self.home, name, config or Config(), self.home.centre_url, self.clock)
        self.bench: ScriptBench | None = None
        self.replay: Replay | None = None
        self._products: dict[str, ProductDocument] = {}

    def open(self) -> None:
        others = tuple(self.plan.config.printers.items())
        self.bench = ScriptBench(self.plan, (self.printer,), Specs(others=others))
        self.replay = Replay(self.bench, self.clock)
        self.replay.open()

    def close(self) -> None:
        if self.bench is not None:
            self.bench.close()
        self.bench = self.replay = None

    def reopen(self) -> None:
        """The program ends and starts again on the same files."""
        self.close()
        self.open()

    def do(self, text: str, number: int = 0) -> dict[str, Any]:
        """One line; the answer, or {} for a comment or `given`."""
        words = text.split("#", maxsplit=1)[0].strip()
        if words.startswith("given "):
            self.given(words.removeprefix("given "))
            return {}
        if words.startswith("expect "):
            assert self.bench is not None, "nothing has happened yet"
            self.bench.settle()
            wrong = differs(words.removeprefix("expect "), self.bench.station.world)
            return {"unexpected": wrong, "outcome": ""} if wrong else {}
        if words == "restart":
            self.reopen()
            return {}
        line = parse(text)
        if line is None:
            return {}
        if self.replay is None:
            self.open()
        assert self.replay is not None
        return self.replay.answer(line, number)

    def run(self, text: str) -> list[str]:
        """All lines; what was not as expected."""
        problems, expectations = [], 0
        lines = text.splitlines()
        for number, line in enumerate(lines, start=1):
            expectations += " -> " in line or line.startswith("expect ")
            found = self.do(line, number)
            if "unexpected" in found:
                problems.append(f"{found['unexpected']} after “{line.strip()}” {found['outcome']}")
        assert expectations, "a scenario without an expectation proves nothing"
        return problems

    # --- what is given ----------------------------------------------------------------------------

    def given(self, words: str) -> None:
        what, name, *rest = words.split()
        if what == "printer":
            self._printer(name, rest)
            return
        if what == "setting":
            self._set(*name.split("="))
            return
        kind, document = self._document(what, name, rest)
        import_documents({kind: [document]}, self.home, self.home.centre_url, self.clock)
        if self.bench is not None:
            self.bench.settle()

    def _printer(self, name: str, rest: list[str]) -> None:
        if rest == ["elsewhere"]:
            printers = self.plan.config.printers | {name: f"file:{self.home.root / name}"}
            self._configure(printers=printers)
        elif name == "counted":
            assert self.bench is not None
            job = self.printer.jobs[-1]
            self.bench.feed(PrintResult(job.job_id, self.printer.device, Proof.COUNTED))
        else:
            self.printer.broken, self.printer.doubtful = name == "broken", name == "doubtful"

    def _set(self, name: str, value: str) -> None:
        if name == "layout":
            spacing, *cross = map(int, value.split(","))
            self._configure(layout=Layout(spacing, tuple(cross), Spot(1, 0)))
            return
        self._configure(**{name: type(getattr(self.plan.config, name))(int(value))})

    def _configure(self, **settings: Any) -> None:
        assert self.bench is None, "settings are read at the start"
        self.plan = replace(self.plan, config=replace(self.plan.config, **settings))

    def _document(self, what: str, name: str, rest: list[str]) -> tuple[str, Any]:
        pairs = dict(word.split("=", 1) for word in rest if "=" in word)
        flags = {word for word in rest if "=" not in word}
        match what:
            case "product":
                return "products", self._product(name, pairs, flags)
            case "bin":
                where = {"aisle": pairs.get("aisle", 0), "position_mm": pairs.get("at", 0)}
                told: dict[str, Any] = {word: int(number) for word, number in where.items()}
                told |= {
                    "kind": BinKind(pairs.get("kind", "pick_face")),
                    "locked": pairs.get("locked", ""),
                    "capacity_units": int(pairs.get("capacity", 0)),
                    "faces": tuple(map(_face, filter(None, pairs.get("faces", "").split(",")))),
                }
                return "bins", BinDocument(name, int(pairs.get("walk", 1)), name[:1], **told)
            case "stock":
                return "stock", StockDocument(
                    name,
                    rest[0],
                    int(rest[1]),
                    pairs.get("lot", ""),
                    _day(pairs, "expiry"),
                    _day(pairs, "best_before"),
                    Status(pairs.get("status", "available")),
                    pairs.get("owner", ""),
                )
            case "carton":
                length, width, height = (int(side) for side in rest[0].split("x"))
                tare = int(pairs.get("tare", 0))
                return "cartons", CartonDocument(name, name, length, width, height, tare)
            case "load":
                return "loads", LoadDocument(
                    name, pairs["carrier"], pairs.get("dock", "4"), _cut_off(pairs)
                )
            case "operator":
                return "operators", OperatorDocument(
                    name,
                    name.title(),
                    pairs["badge"],
                    pairs.get("pin", ""),
                    tuple(pairs.get("roles", "picker,packer,loader").split(",")),
                    pairs.get("language", ""),
                    "disabled" in flags,
                )
            case "order":
                return "orders", self._order(name, pairs, flags)
            case _:
                raise ValueError(f"nothing is given by “{what}”")

    def _product(self, name: str, pairs: dict[str, str], flags: set[str]) -> ProductDocument:
        product = ProductDocument(
            sku=name,
            name=pairs.get("name", name.title()),
            barcodes=tuple(pairs["barcode"].split(",")) if "barcode" in pairs else (),
            weight_g=int(pairs.get("weight", 0)),
            length_mm=100,
            width_mm=100,
            height_mm=100,
            count_by_number="count" in flags,
            track_lot="lot" in flags,
            track_expiry="expiry" in flags,
            track_serial="serial" in flags,
            note=pairs.get("note", "").replace("_", " "),
            picture=pairs.get("picture", ""),
            parts=tuple(map(_part, pairs["parts"].split(","))) if "parts" in pairs else None,
            packs=tuple(_pack(level, pairs[level]) for level in PACKED if level in pairs) or None,
            life_days=int(pairs["life"]) if "life" in pairs else None,
        )
        self._products[name] = product
        return product

    def _order(self, name: str, pairs: dict[str, str], flags: set[str]) -> OrderDocument:
        lines = []
        for number, word in enumerate(pairs["lines"].split(","), start=1):
            quantity, _, sku = word.partition("x")
            sku, _, note = sku.partition("/")
            sku, _, serial = sku.partition("~")
            sku, _, lot = sku.partition("@")
            asked: dict[str, Any] = {
                "lot": lot.rstrip("?"),
                "serial": serial,
                "soft": lot.endswith("?"),
            }
            product = self._products.get(sku)
            name_ = product.name if product else sku
            note = note.replace("_", " ")
            lines.append(LineDocument(number, sku, name_, int(quantity), note=note, **asked))
        return OrderDocument(
            channel=pairs.get("channel", "shop"),
            ref=name,
            placed_at=START,
            customer=Address(
                pairs.get("customer", "Ada Example"),
                pairs.get("company", ""),
                pairs.get("street", "1 Test Road"),
                "12345",
                pairs.get("city", "Sampleton"),
                "",
                "GB",
            ),
            lines=tuple(lines),
            carrier=pairs.get("carrier", "DHL"),
            service=pairs.get("service", ""),
            cut_off=_cut_off(pairs),
            priority=int(pairs.get("priority", 0)),
            hold=pairs.get("hold", "").replace("_", " "),
            note=pairs.get("note", "").replace("_", " "),
            gift_message=pairs.get("gift", "").replace("_", " "),
            cancelled="cancelled" in flags,
            pickup="pickup" in flags,
            complete=True if "complete" in flags else None,
            life_days=int(pairs.get("life", 0)),
            owner=pairs.get("owner", ""),
        )


def _day(pairs: dict[str, str], name: str) -> date | None:
    return date.fromisoformat(pairs[name]) if name in pairs else None


def _pack(level: PackLevel, text: str) -> Pack:
    units, _, codes = text.partition("/")
    return Pack(level, int(units), tuple(codes.split(",")) if codes else ())


def _face(text: str) -> PickFace:
    sku, least, most = text.split(":")
    return PickFace(sku, int(least), int(most))


def _part(text: str) -> Part:
    sku, _, units = text.partition(":")
    return Part(sku, int(units))


def _cut_off(pairs: dict[str, str]) -> datetime:
    """The time it must be gone by, on the scene's day."""
    if "cut_off" not in pairs:
        return CUT_OFF
    return datetime.combine(CUT_OFF, time.fromisoformat(pairs["cut_off"]), UTC)


@contextmanager
def scene(folder: Path, **options: Any) -> Iterator[Scene]:
    """A scene that is closed whatever happens."""
    made = Scene(folder, **options)
    try:
        yield made
    finally:
        made.close()
