"""Sample views of picking and packing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from app.device_api import Trouble
from app.domain.commands import Command
from app.domain.outcome import Outcome, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working, WorkPrompt
from app.domain.pack.outcome import Packing, PackPrompt
from app.domain.pick.outcome import Picking, PickPrompt
from app.domain.weighing.outcome import Weighing
from app.station.home.outcome import HomePrompt
from app.station.pack.view import CartonChoice, PackView
from app.station.pick.view import PickView, WalkStop
from app.station.views import Bar, LabelState, LineView, Link, NextTruck
from tests.helpers.sample_parts import NOW, SSCC, actions, frame, line, lines

C = Command


PICK_ACTIONS = actions(C.UNDO, C.SHORT, C.DAMAGED, C.SKIP, C.HOLD, C.OK, disabled=(C.OK,))


def pick(language: str = "en", **changes: object) -> PickView:
    plain = PickView(
        frame(language, done=4, wanted=17, actions=PICK_ACTIONS),
        Bar(PickPrompt.GO_TO_BIN, {"bin": "A-04-3"}),
        None,
        stop=4,
        stops=17,
        bin="A-04-3",
        zone="A",
        line=line(1, language, 0, 5, current=True),
        tote="T-22",
        bin_confirmed=False,
        next_stops=tuple(
            WalkStop(name, "A", line(number, language).sku, line(number, language).name, number)
            for number, name in ((2, "A-05-1"), (3, "A-07-2"), (4, "B-01-4"))
        ),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # any field of the view


def pick_product(language: str = "en") -> PickView:
    return pick(
        language,
        bar=Bar(PickPrompt.SCAN_PRODUCT, {"sku": "SKU-20417"}),
        outcome=outcome(Picking.UNIT_PICKED, sku="SKU-20417", done=2, wanted=5),
        bin_confirmed=True,
        line=line(1, language, 2, 5, current=True),
        lot="L-2291",
        expiry="2027-05-01",
    )


def _oil(language: str, sku: str, millilitres: int, **changes: int) -> LineView:
    name = f"橄榄油 {millilitres} 毫升" if language == "zh_CN" else f"Olive oil {millilitres} ml"
    return LineView(1, sku, name, changes.get("done", 0), changes.get("wanted", 5))


def pick_alike(language: str = "en") -> PickView:
    """A product that is often taken for another one."""
    mine, other = _oil(language, "OIL-0081-B", 500), _oil(language, "OIL-0018-B", 250)
    bar = Bar(PickPrompt.SCAN_PRODUCT, {"sku": mine.sku})
    return pick(language, bar=bar, bin_confirmed=True, line=mine, alike=other)


def pack_alike(language: str = "en") -> PackView:
    """Two products whose titles tell nothing of what differs, and whose SKUs do by a word."""
    mine = replace(line(1, language, 3, 5, current=True), sku="SKU-417-SHORT")
    other = replace(mine, sku="SKU-417-LONG")
    shown = pack(language)
    return replace(shown, line=mine, lines=(mine, *shown.lines[1:]), alike=other)


def pick_this_one(language: str = "en") -> PickView:
    """The order names its lot and its unit, and another lot was scanned."""
    return pick(
        language,
        bar=Bar(PickPrompt.SCAN_PRODUCT, {"sku": "SKU-20417"}),
        outcome=outcome(Working.WRONG_LOT, sku="SKU-20417", lot="L-2291", wanted="L-2307"),
        bin_confirmed=True,
        asked_lot="L-2307",
        asked_serial="SN-0081-4471",
    )


def pick_tote(language: str = "en") -> PickView:
    return pick(
        language,
        bar=Bar(PickPrompt.SCAN_TOTE, {"tote": "T-22"}),
        outcome=outcome(Working.FOREIGN_TOTE, tote="T-19", order="SO-10490"),
        bin_confirmed=True,
        line=line(1, language, 5, 5, current=True),
    )


def pick_short(language: str = "en") -> PickView:
    return pick(
        language,
        bar=Bar(WorkPrompt.HOW_MANY_FOUND, {"sku": "SKU-20417", "number": ""}),
        outcome=outcome(Working.SHORT_ASKED, sku="SKU-20417", wanted=5),
        bin_confirmed=True,
        found="3",
        frame=frame(language, done=4, wanted=17, actions=PICK_ACTIONS),
    )


def pick_wrong(language: str = "en") -> PickView:
    wrong = line(7, language)
    values = {"code": "4006", "sku": wrong.sku, "name": wrong.name, "wanted": "SKU-20417"}
    return replace(
        pick_product(language), outcome=Outcome(Picking.WRONG_PRODUCT, values), wrong=wrong
    )


def pick_wrong_bin(language: str = "en") -> PickView:
    return pick(language, outcome=outcome(Picking.WRONG_BIN, bin="A-05-3", wanted="A-04-3"))


PACK_ACTIONS = actions(
    C.UNDO,
    C.SHORT,
    C.DAMAGED,
    C.REMOVE,
    C.BOX,
    C.PRINT,
    C.HOLD,
    C.OK,
    C.FINISH,
    disabled=(C.PRINT, C.OK),
)


def pack(language: str = "en", **changes: object) -> PackView:
    plain = PackView(
        frame(language, actions=PACK_ACTIONS),
        Bar(PackPrompt.SCAN_ITEM),
        outcome(Packing.UNIT_PACKED, sku="SKU-20417", done=3, wanted=5),
        parcel=1,
        carton="M",
        line=lines(language)[0],
        lines=lines(language),
        grams=2350,
        last=lines(language)[0],
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # any field of the view


def pack_truck(language: str = "en") -> PackView:
    """The next truck leaves within the hour."""
    plain = pack(language)
    truck = NextTruck("DHL", NOW + timedelta(minutes=38, seconds=9), 12)
    return replace(plain, frame=replace(plain.frame, truck=truck))


def pack_carton(language: str = "en") -> PackView:
    cartons = (
        CartonChoice("S", "200 × 150 × 100", suggested=False),
        CartonChoice("M", "300 × 200 × 150", suggested=True),
        CartonChoice("L", "400 × 300 × 250", suggested=False),
    )
    return pack(
        language,
        bar=Bar(PackPrompt.CHOOSE_CARTON, {"carton": "M"}),
        outcome=outcome(Working.ORDER_OPENED, order="SO-10482"),
        cartons=cartons,
        carton="",
        grams=None,
        last=None,
    )


def pack_wrong(language: str = "en") -> PackView:
    wrong = line(7, language)
    values = {"code": "4006381333931", "sku": wrong.sku, "name": wrong.name, "wanted": "SKU-20417"}
    return pack(language, outcome=Outcome(Packing.NOT_ON_ORDER, values), wrong=wrong)


def pack_over(language: str = "en") -> PackView:
    noted = replace(
        lines(language)[0],
        done=5,
        note="易碎，请放填充物" if language == "zh_CN" else "Fragile, use filling",
    )
    return pack(
        language, outcome=outcome(Packing.OVER_COUNT, sku="SKU-20417", wanted=5), line=noted
    )


def pack_counted(language: str = "en") -> PackView:
    return pack(
        language,
        bar=Bar(WorkPrompt.SCAN_COUNTED, {"number": 5}),
        outcome=outcome(Anywhere.DIGITS, number=5),
        typed="5",
        last=None,
    )


def pack_remove(language: str = "en") -> PackView:
    return pack(
        language,
        bar=Bar(WorkPrompt.SCAN_OUT),
        outcome=outcome(Working.REMOVE_ASKED),
        removing=True,
        frame=frame(
            language,
            actions=PACK_ACTIONS,
            reserved=False,
            link=Link(online=False, waiting=12, since=NOW - timedelta(minutes=3)),
        ),
    )


def pack_label(language: str = "en") -> PackView:
    done = tuple(replace(each, done=each.wanted, current=False) for each in lines(language))
    return pack(
        language,
        frame=frame(language, done=21, wanted=21, actions=PACK_ACTIONS),
        bar=Bar(PackPrompt.SCAN_LABEL),
        outcome=outcome(Packing.LABEL_SENT, sscc=SSCC, printer="zpl"),
        label=LabelState.SENT,
        sscc=SSCC,
        lines=done,
        line=None,
        expected_g=2340,
    )


def pack_collected(language: str = "en") -> PackView:
    """A closed box that its customer collects: it waits for its shelf."""
    return replace(
        pack_label(language),
        bar=Bar(PackPrompt.PICKUP_SHELF),
        outcome=outcome(Packing.SHELF_FIRST, order="SO-10482"),
        label=LabelState.NONE,
        carrier="",
    )


def pack_wrong_label(language: str = "en") -> PackView:
    wrong = outcome(Packing.WRONG_LABEL, sscc=SSCC, order="SO-10490", wanted="SO-10482")
    return replace(pack_label(language), bar=Bar(WorkPrompt.STOPPED), outcome=wrong)


def pack_label_trouble(language: str = "en") -> PackView:
    reason = Trouble.PAPER_OUT.value
    return replace(
        pack_label(language),
        bar=Bar(PackPrompt.LABEL_TROUBLE, {"reason": reason}),
        outcome=outcome(Packing.LABEL_FAILED, sscc=SSCC, reason=reason),
        label=LabelState.FAILED,
        label_reason=reason,
    )


def pack_doubtful(language: str = "en") -> PackView:
    reason = Trouble.HEAD_OPEN.value
    return replace(
        pack_label(language),
        bar=Bar(PackPrompt.LABEL_DOUBTFUL, {"reason": reason}),
        outcome=outcome(Packing.LABEL_DOUBTFUL, sscc=SSCC, reason=reason),
        label=LabelState.DOUBTFUL,
        label_reason=reason,
    )


def pack_reprint(language: str = "en") -> PackView:
    asked = outcome(Packing.REPRINT_ASKED)
    bar = Bar(PackPrompt.REPRINT_REASON)
    return replace(pack_label(language), bar=bar, outcome=asked, asks_reprint=True)


def pack_damaged(language: str = "en") -> PackView:
    """A damaged unit whose bin is asked for."""
    return pack(
        language,
        bar=Bar(PackPrompt.DAMAGED_PLACE, {"bin": "DAMAGED-1"}),
        outcome=outcome(Packing.DAMAGED_TO, sku="SKU-20417", units=1, bin="DAMAGED-1"),
        homeless=1,
    )


def pack_suspect(language: str = "en") -> PackView:
    name = line(3, language).name
    off = outcome(
        Weighing.WEIGHT_OFF,
        grams=1890,
        expected=2340,
        tolerance=60,
        suspect="SKU-30055",
        suspect_name=name,
        count=-1,
        instead="",
        instead_name="",
    )
    return replace(pack_weight(language), outcome=off, grams=1890)


def pack_swapped(language: str = "en") -> PackView:
    off = outcome(
        Weighing.WEIGHT_OFF,
        grams=2290,
        expected=2340,
        tolerance=30,
        suspect="SKU-20417",
        suspect_name=line(1, language).name,
        count=-1,
        instead="SKU-11802",
        instead_name=line(2, language).name,
    )
    return replace(pack_weight(language), outcome=off, grams=2290)


def pack_twice(language: str = "en") -> PackView:
    return pack(
        language,
        outcome=outcome(Weighing.SCANNED_TWICE, sku="SKU-20417", name=line(1, language).name),
    )


def pack_weight(language: str = "en") -> PackView:
    off = outcome(
        Weighing.WEIGHT_OFF,
        grams=2950,
        expected=2340,
        tolerance=60,
        suspect="",
        suspect_name="",
        count=0,
        instead="",
        instead_name="",
    )
    bar = Bar(PackPrompt.CHECK_WEIGHT, {"grams": 2950, "expected": 2340})
    view = replace(pack_label(language), bar=bar, outcome=off, grams=2950)
    return replace(view, label=LabelState.NONE)


def pack_partly(language: str = "en") -> PackView:
    return pack(
        language,
        bar=Bar(PackPrompt.SHIP_PARTLY, {"lines": 4}),
        outcome=outcome(Packing.SHIP_PARTLY_ASKED, lines=4),
        frame=frame(language, actions=actions(C.UNDO, C.OK)),
    )


def pack_done(language: str = "en") -> PackView:
    return replace(
        pack_label(language),
        bar=Bar(HomePrompt.SCAN_ANYTHING),
        outcome=outcome(Packing.ORDER_PACKED, order="SO-10482", parcels=2),
        label=LabelState.PROVEN,
    )


def long_order(done: int, language: str = "en", count: int = 100) -> PackView:
    """An order of a hundred lines of which `done` units are packed, one unit a line."""
    all_lines = tuple(
        LineView(
            number + 1,
            f"SKU-{20000 + number}",
            f"Product number {number}",
            1 if number < done else 0,
            1,
            current=number == done,
        )
        for number in range(count)
    )
    current = all_lines[min(done, count - 1)]
    last = all_lines[done - 1] if done else None
    packed: dict[str, str | int] = {"sku": current.sku, "done": 1, "wanted": 1}
    return pack(
        language,
        frame=frame(language, done=done, wanted=count, actions=PACK_ACTIONS),
        line=current,
        lines=all_lines,
        last=last,
        outcome=Outcome(Packing.LINE_PACKED, packed),
    )
