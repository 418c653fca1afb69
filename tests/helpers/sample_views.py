"""Views as the engine would make them, one for every state a screen has to show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from app.device_api import DeviceKind, DeviceState
from app.domain.commands import Command
from app.domain.outcome import Outcome, OutcomeKind, Prompt, outcome
from app.station.views import (
    Action,
    Bar,
    Card,
    CartonChoice,
    DeviceChip,
    Frame,
    HomeView,
    LabelState,
    LineView,
    Link,
    LoadRow,
    LoadView,
    MissingParcel,
    OrderView,
    PackView,
    ParcelRow,
    PickView,
    QueueKind,
    QueueRow,
    SignInView,
    Stop,
    TimelineRow,
    View,
)

NOW = datetime(2026, 3, 2, 14, 8, tzinfo=UTC)
SSCC = "395011010000000018"
K, C = OutcomeKind, Command

PRODUCTS_EN = (
    ("SKU-20417", "Orange mug, 300 ml"),
    ("SKU-11802", "Tea towel, set of three"),
    ("SKU-30055", "Teapot, one litre, enamelled steel, with lid and strainer"),
    ("SKU-44120", "Gift card"),
    ("SKU-09911", "Coaster"),
    ("SKU-10010", "Spoon"),
    ("SKU-77310", "Glass vase"),
)
PRODUCTS_ZH = (
    ("SKU-20417", "橙色马克杯 300 毫升"),
    ("SKU-11802", "茶巾三件套"),
    ("SKU-30055", "搪瓷钢茶壶一升，带壶盖和滤网"),
    ("SKU-44120", "礼品卡"),
    ("SKU-09911", "杯垫"),
    ("SKU-10010", "勺子"),
    ("SKU-77310", "玻璃花瓶"),
)


def devices(scanner: DeviceState = DeviceState.READY) -> tuple[DeviceChip, ...]:
    return (
        DeviceChip(DeviceKind.SCANNER, "sim", scanner),
        DeviceChip(DeviceKind.PRINTER, "zpl", DeviceState.READY),
        DeviceChip(DeviceKind.SCALE, "scale", DeviceState.READY),
    )


def actions(*commands: Command, disabled: tuple[Command, ...] = ()) -> tuple[Action, ...]:
    return tuple(Action(command, enabled=command not in disabled) for command in commands)


def frame(language: str = "en", **changes: object) -> Frame:
    chinese = language.startswith("zh")
    plain = Frame(
        station="P3",
        operator="李伟" if chinese else "Li Wei",
        language=language,
        link=Link(online=True, waiting=0),
        devices=devices(),
        order="SO-10482",
        customer="蓝鹭贸易" if chinese else "Blue Heron GmbH",
        carrier="顺丰速运" if chinese else "DHL Express",
        cut_off=NOW + timedelta(minutes=82),
        done=15,
        wanted=21,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def empty(language: str, *commands: Command) -> Frame:
    """No order open."""
    return frame(
        language, order="", customer="", carrier="", done=0, wanted=0, actions=actions(*commands)
    )


def line(
    number: int, language: str = "en", done: int = 0, wanted: int = 1, **changes: object
) -> LineView:
    products = PRODUCTS_ZH if language.startswith("zh") else PRODUCTS_EN
    sku, name = products[(number - 1) % len(products)]
    return LineView(number, sku, name, done, wanted, **changes)  # type: ignore[arg-type]


def lines(language: str) -> tuple[LineView, ...]:
    return (
        line(1, language, 3, 5, current=True),
        line(2, language, 0, 1),
        line(3, language, 0, 1),
        line(4, language, 0, 2),
        line(5, language, 6, 6),
        line(6, language, 6, 6),
        line(7, language, 1, 2, short=1),
    )


# --- sign-in and home ----------------------------------------------------------------------------


def sign_in(language: str = "en", **changes: object) -> SignInView:
    plain = SignInView(
        replace(empty(language), operator=""), Bar(Prompt.SCAN_BADGE), None, staff="10"
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def locked(language: str = "en") -> SignInView:
    who = frame(language)
    bar = Bar(Prompt.LOCKED, {"operator": who.operator, "order": who.order})
    return SignInView(replace(who, done=0, wanted=0), bar, outcome(K.LOCKED), locked=True)


def pin(language: str = "en") -> SignInView:
    who = frame(language).operator
    return sign_in(
        language,
        bar=Bar(Prompt.ENTER_PIN, {"operator": who}),
        outcome=outcome(K.PIN_WRONG, left=4),
        asks_pin=True,
        pin_digits=3,
        staff="",
    )


def queue() -> tuple[QueueRow, ...]:
    kinds = (QueueKind.PACK, QueueKind.PICK)
    return tuple(
        QueueRow(
            kind=kinds[number % 2],
            order=f"SO-10{482 + number}",
            customer=("Blue Heron GmbH", "Müller & Söhne", "Anna Berg")[number % 3],
            carrier=("DHL", "UPS")[number % 2],
            priority=1 if number < 2 else 0,
            lines=9 - number % 5,
            units=21 + number,
            placed_at=NOW - timedelta(hours=3, minutes=number),
            cut_off=NOW + timedelta(minutes=82 + 10 * number),
            tote=f"T-{22 + number}" if number % 2 == 0 else "",
            started_by="Anna" if number == 3 else "",
            held=number == 5,
        )
        for number in range(12)
    )


def load_rows() -> tuple[LoadRow, ...]:
    return (
        LoadRow("L-88", "DHL", "4", NOW + timedelta(minutes=22), 137, 160),
        LoadRow("L-89", "UPS", "2", NOW + timedelta(minutes=150), 12, 48),
        LoadRow("L-90", "DPD", "7", NOW + timedelta(minutes=200), 0, 31),
    )


def home(language: str = "en", **changes: object) -> HomeView:
    plain = HomeView(
        replace(empty(language, C.NEXT, C.HELP, C.LOCK, C.SIGN_OUT)),
        Bar(Prompt.SCAN_ANYTHING),
        None,
        to_pick=48,
        to_pack=12,
        loads_open=3,
        exceptions=2,
        queue=queue(),
        loads=load_rows(),
        my_orders=41,
        my_units=318,
        now=NOW,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def home_found(language: str = "en") -> HomeView:
    name = line(1, language).name
    rows = (
        ("name", name),
        ("barcode", "4006381333931"),
        ("bin", "A-04-3"),
        ("stock", "48"),
        ("orders", "SO-10482, SO-10490"),
    )
    card = Card("product", "SKU-20417", rows)
    return home(language, card=card, outcome=outcome(K.SHOWN, code="4006381333931", what="product"))


def home_offline(language: str = "en") -> HomeView:
    link = Link(online=False, waiting=12, since=NOW - timedelta(minutes=3))
    who = replace(home(language).frame, link=link, devices=devices(DeviceState.LOST))
    return home(language, frame=who, outcome=outcome(K.UNKNOWN_CODE, code="4006381333931"))


# --- picking -------------------------------------------------------------------------------------


def pick(language: str = "en", **changes: object) -> PickView:
    plain = PickView(
        frame(language, done=4, wanted=17, actions=actions(C.UNDO, C.SHORT, C.SKIP)),
        Bar(Prompt.GO_TO_BIN, {"bin": "A-04-3"}),
        None,
        stop=4,
        stops=17,
        bin="A-04-3",
        zone="A",
        line=line(1, language, 0, 5, current=True),
        tote="T-22",
        bin_confirmed=False,
        next_stops=tuple(
            Stop(name, "A", line(number, language).sku, line(number, language).name, number)
            for number, name in ((2, "A-05-1"), (3, "A-07-2"), (4, "B-01-4"))
        ),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def pick_product(language: str = "en") -> PickView:
    return pick(
        language,
        bar=Bar(Prompt.SCAN_PRODUCT, {"sku": "SKU-20417"}),
        outcome=outcome(K.UNIT_PICKED, sku="SKU-20417", done=2, wanted=5),
        bin_confirmed=True,
        line=line(1, language, 2, 5, current=True),
        lot="L-2291",
        expiry="2027-05-01",
    )


def pick_tote(language: str = "en") -> PickView:
    return pick(
        language,
        bar=Bar(Prompt.SCAN_TOTE, {"tote": "T-22"}),
        outcome=outcome(K.WRONG_TOTE, tote="T-19", wanted="T-22"),
        bin_confirmed=True,
        line=line(1, language, 5, 5, current=True),
    )


def pick_short(language: str = "en") -> PickView:
    return pick(
        language,
        bar=Bar(Prompt.HOW_MANY_FOUND, {"sku": "SKU-20417", "number": ""}),
        outcome=outcome(K.SHORT_ASKED, sku="SKU-20417", wanted=5),
        bin_confirmed=True,
        found="3",
        frame=frame(language, done=4, wanted=17, actions=actions(C.UNDO, C.CLEAR, C.OK)),
    )


def pick_wrong(language: str = "en") -> PickView:
    wrong = line(7, language)
    values = {"code": "4006", "sku": wrong.sku, "name": wrong.name, "wanted": "SKU-20417"}
    return replace(pick_product(language), outcome=Outcome(K.WRONG_PRODUCT, values), wrong=wrong)


def pick_wrong_bin(language: str = "en") -> PickView:
    return pick(language, outcome=outcome(K.WRONG_BIN, bin="A-05-3", wanted="A-04-3"))


# --- packing -------------------------------------------------------------------------------------

PACK_ACTIONS = actions(C.UNDO, C.SHORT, C.BOX, C.PRINT, C.HOLD, C.FINISH, disabled=(C.PRINT,))


def pack(language: str = "en", **changes: object) -> PackView:
    plain = PackView(
        frame(language, actions=PACK_ACTIONS),
        Bar(Prompt.SCAN_ITEM),
        outcome(K.UNIT_PACKED, sku="SKU-20417", done=3, wanted=5),
        parcel=1,
        carton="M",
        line=lines(language)[0],
        lines=lines(language),
        grams=2350,
        last=lines(language)[0],
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def pack_carton(language: str = "en") -> PackView:
    cartons = (
        CartonChoice("S", "200 × 150 × 100", suggested=False),
        CartonChoice("M", "300 × 200 × 150", suggested=True),
        CartonChoice("L", "400 × 300 × 250", suggested=False),
    )
    return pack(
        language,
        bar=Bar(Prompt.CHOOSE_CARTON, {"carton": "M"}),
        outcome=outcome(K.ORDER_OPENED, order="SO-10482"),
        cartons=cartons,
        carton="",
        grams=None,
        last=None,
    )


def pack_wrong(language: str = "en") -> PackView:
    wrong = line(7, language)
    values = {"code": "4006381333931", "sku": wrong.sku, "name": wrong.name, "wanted": "SKU-20417"}
    return pack(language, outcome=Outcome(K.NOT_ON_ORDER, values), wrong=wrong)


def pack_over(language: str = "en") -> PackView:
    noted = replace(
        lines(language)[0],
        done=5,
        note="易碎，请放填充物" if language == "zh_CN" else "Fragile, use filling",
    )
    return pack(language, outcome=outcome(K.OVER_COUNT, sku="SKU-20417", wanted=5), line=noted)


def pack_counted(language: str = "en") -> PackView:
    return pack(
        language,
        bar=Bar(Prompt.SCAN_COUNTED, {"number": 5}),
        outcome=outcome(K.DIGITS, number=5),
        typed="5",
        last=None,
    )


def pack_remove(language: str = "en") -> PackView:
    return pack(
        language,
        bar=Bar(Prompt.SCAN_OUT),
        outcome=outcome(K.REMOVE_ASKED),
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
        bar=Bar(Prompt.SCAN_LABEL),
        outcome=outcome(K.LABEL_SENT, sscc=SSCC, printer="zpl"),
        label=LabelState.SENT,
        sscc=SSCC,
        lines=done,
        line=None,
        expected_g=2340,
    )


def pack_wrong_label(language: str = "en") -> PackView:
    wrong = outcome(K.WRONG_LABEL, sscc=SSCC, order="SO-10490", wanted="SO-10482")
    return replace(pack_label(language), bar=Bar(Prompt.STOPPED), outcome=wrong)


def pack_label_trouble(language: str = "en") -> PackView:
    reason = "缺纸" if language == "zh_CN" else "Paper out"
    return replace(
        pack_label(language),
        bar=Bar(Prompt.LABEL_TROUBLE, {"reason": reason}),
        outcome=outcome(K.LABEL_FAILED, sscc=SSCC, reason=reason),
        label=LabelState.FAILED,
        label_reason=reason,
    )


def pack_weight(language: str = "en") -> PackView:
    off = outcome(K.WEIGHT_OFF, grams=2950, expected=2340, tolerance=60)
    bar = Bar(Prompt.CHECK_WEIGHT, {"grams": 2950, "expected": 2340})
    view = replace(pack_label(language), bar=bar, outcome=off, grams=2950)
    return replace(view, label=LabelState.NONE)


def pack_partly(language: str = "en") -> PackView:
    return pack(
        language,
        bar=Bar(Prompt.SHIP_PARTLY, {"lines": 4}),
        outcome=outcome(K.SHIP_PARTLY_ASKED, lines=4),
        frame=frame(language, actions=actions(C.UNDO, C.OK)),
    )


def pack_done(language: str = "en") -> PackView:
    return replace(
        pack_label(language),
        bar=Bar(Prompt.SCAN_ANYTHING),
        outcome=outcome(K.ORDER_PACKED, order="SO-10482", parcels=2),
        label=LabelState.PROVEN,
    )


# --- loading and the timeline --------------------------------------------------------------------


def load(language: str = "en", **changes: object) -> LoadView:
    plain = LoadView(
        frame(
            language,
            order="",
            customer="",
            carrier="",
            done=137,
            wanted=160,
            actions=actions(C.UNDO, C.REMOVE, C.HELP, C.FINISH),
        ),
        Bar(Prompt.SCAN_PARCEL),
        outcome(K.PARCEL_LOADED, sscc=SSCC, order="SO-10482", done=137, wanted=160),
        load="L-88",
        carrier="DHL",
        dock="4",
        cut_off=NOW + timedelta(minutes=22),
        loaded=137,
        expected=160,
        missing=missing(language),
        last_sscc=SSCC,
        last_order="SO-10482",
        last_receiver="Blue Heron GmbH, 20095 Hamburg",
        now=NOW,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def missing(language: str) -> tuple[MissingParcel, ...]:
    places = ("P2 打包台", "H-3 货架") if language == "zh_CN" else ("P2 packing", "shelf H-3")
    return tuple(
        MissingParcel(
            sscc=f"3950110100000{number:05}",
            order=f"SO-10{500 + number}",
            place=places[number % 2],
            state="packed",
            seen_at=NOW - timedelta(minutes=7 * number),
        )
        for number in range(23)
    )


def load_choice(language: str = "en") -> LoadView:
    return load(
        language,
        frame=empty(language, C.HOME, C.HELP),
        bar=Bar(Prompt.SCAN_LOAD),
        outcome=None,
        load="",
        open_loads=load_rows(),
        missing=(),
    )


def load_wrong_carrier(language: str = "en") -> LoadView:
    values = {"sscc": SSCC, "order": "SO-10490", "carrier": "UPS", "wanted": "DHL"}
    return load(language, bar=Bar(Prompt.STOPPED), outcome=Outcome(K.WRONG_CARRIER, values))


def load_close(language: str = "en") -> LoadView:
    return load(
        language,
        bar=Bar(Prompt.CLOSE_LOAD, {"missing": 23}),
        outcome=outcome(K.LOAD_CLOSE_ASKED, missing=23),
        frame=replace(load(language).frame, actions=actions(C.UNDO, C.OK)),
    )


def timeline(language: str = "en") -> OrderView:
    who = frame(language).operator
    kinds: tuple[tuple[str, dict[str, str | int]], ...] = (
        ("order_placed", {"channel": "shop"}),
        ("pick_started", {}),
        ("unit_picked", {"sku": "SKU-20417", "bin": "A-04-3"}),
        ("pick_short", {"sku": "SKU-11802", "found": 0}),
        ("put_in_tote", {"tote": "T-22"}),
        ("order_picked", {"tote": "T-22"}),
        ("unit_packed", {"sku": "SKU-20417"}),
        ("parcel_sealed", {"carton": "M"}),
        ("label_sent", {"sscc": SSCC}),
        ("label_proven", {"sscc": SSCC}),
        ("order_packed", {}),
        ("teleported", {"to": "moon"}),
    )
    rows = tuple(
        TimelineRow(
            NOW - timedelta(minutes=60 - 5 * number),
            what,
            "P3",
            who,
            "sim",
            "waiting" if number > 9 else ("conflict" if number == 3 else "applied"),
            values,
        )
        for number, (what, values) in enumerate(kinds)
    )
    return OrderView(
        replace(frame(language), done=0, wanted=0, actions=actions(C.HOME, C.PRINT, C.HELP)),
        Bar(Prompt.SCAN_ANYTHING),
        outcome(K.ALREADY_SHIPPED, order="SO-10482"),
        order="SO-10482",
        state="PICKING",
        sub_state="packed",
        customer=frame(language).customer,
        carrier=frame(language).carrier,
        lines=lines(language),
        parcels=(
            ParcelRow(1, SSCC, "M", LabelState.PROVEN, "L-88", 2350),
            ParcelRow(2, SSCC[:-1] + "7", "S", LabelState.SENT, "", None),
        ),
        timeline=rows,
    )


HANDHELD_TOO: dict[str, Callable[[str], View]] = {
    "sign_in": sign_in,
    "locked": locked,
    "pin": pin,
    "home": home,
    "home_found": home_found,
    "home_offline": home_offline,
    "pick": pick,
    "pick_product": pick_product,
    "pick_tote": pick_tote,
    "pick_short": pick_short,
    "pick_wrong": pick_wrong,
    "pick_wrong_bin": pick_wrong_bin,
    "pack": pack,
    "pack_carton": pack_carton,
    "pack_wrong": pack_wrong,
    "pack_over": pack_over,
    "pack_counted": pack_counted,
    "pack_remove": pack_remove,
    "pack_label": pack_label,
    "pack_wrong_label": pack_wrong_label,
    "pack_label_trouble": pack_label_trouble,
    "pack_weight": pack_weight,
    "pack_partly": pack_partly,
    "pack_done": pack_done,
    "load": load,
    "load_choice": load_choice,
    "load_wrong_carrier": load_wrong_carrier,
    "load_close": load_close,
}
SAMPLES: dict[str, Callable[[str], View]] = {**HANDHELD_TOO, "timeline": timeline}


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
        outcome=Outcome(K.LINE_PACKED, packed),
    )
