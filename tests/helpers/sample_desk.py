"""Sample views of signing in, home, loading and the timeline."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from app.device_api import DeviceState
from app.domain.commands import Command
from app.domain.load.outcome import Loading, LoadPrompt
from app.domain.outcome import Outcome, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import WorkPrompt
from app.station.exceptions.outcome import ExceptionsPrompt
from app.station.exceptions.view import ExceptionLine, ExceptionsView
from app.station.home.outcome import AtHome, HomePrompt
from app.station.home.view import Card, HomeView, QueueKind, QueueRow
from app.station.load.view import LoadRow, LoadView, MissingParcel, OrderToCome
from app.station.order.view import OrderView, ParcelRow, TimelineRow
from app.station.sign_in.outcome import SigningIn, SignInPrompt
from app.station.sign_in.view import SignInView
from app.station.views import Bar, HelpCall, LabelState, Link, NextTruck, Note
from tests.helpers.sample_parts import NOW, SSCC, actions, devices, empty, frame, line, lines

C = Command


def sign_in(language: str = "en", **changes: object) -> SignInView:
    plain = SignInView(
        replace(empty(language), operator=""), Bar(SignInPrompt.SCAN_BADGE), None, staff="10"
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # any field of the view


def locked(language: str = "en") -> SignInView:
    who = frame(language)
    bar = Bar(SignInPrompt.LOCKED, {"operator": who.operator, "order": who.order})
    return SignInView(replace(who, done=0, wanted=0), bar, outcome(SigningIn.LOCKED), locked=True)


def pin(language: str = "en") -> SignInView:
    who = frame(language).operator
    return sign_in(
        language,
        bar=Bar(SignInPrompt.ENTER_PIN, {"operator": who}),
        outcome=outcome(SigningIn.PIN_WRONG, left=4),
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
            id=f"shop:SO-10{482 + number}",
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
        replace(empty(language, C.SIGN_OUT, C.LOCK, C.PRINT, C.TEST, C.HELP, C.NEXT)),
        Bar(HomePrompt.SCAN_ANYTHING),
        None,
        to_pick=48,
        to_pack=12,
        loads_open=3,
        exceptions=2,
        tasks=3,
        counts=2,
        queue=queue(),
        loads=load_rows(),
        my_orders=41,
        my_units=318,
        now=NOW,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # any field of the view


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
    return home(
        language, card=card, outcome=outcome(AtHome.SHOWN, code="4006381333931", what="product")
    )


def home_search(language: str = "en") -> HomeView:
    who = frame(language).customer
    rows = tuple((f"SO-10{482 + number}", f"{who} · T-{22 + number}") for number in range(12))
    said = outcome(AtHome.SHOWN, code="SO-10", what="search")
    return home(language, card=Card("search", "SO-10", rows), outcome=said)


def home_offline(language: str = "en") -> HomeView:
    link = Link(online=False, waiting=12, since=NOW - timedelta(minutes=3))
    who = replace(home(language).frame, link=link, devices=devices(DeviceState.LOST))
    return home(language, frame=who, outcome=outcome(Anywhere.UNKNOWN_CODE, code="4006381333931"))


def load(language: str = "en", **changes: object) -> LoadView:
    plain = LoadView(
        frame(
            language,
            order="",
            customer="",
            carrier="",
            done=137,
            wanted=160,
            actions=actions(C.UNDO, C.REMOVE, C.HOME, C.OK, C.FINISH),
        ),
        Bar(LoadPrompt.SCAN_PARCEL),
        outcome(Loading.PARCEL_LOADED, sscc=SSCC, order="SO-10482", done=137, wanted=160),
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
        to_come=(OrderToCome("SO-10601", "released", ""), OrderToCome("SO-10602", "packing", "P2")),
        all_to_come=2,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # any field of the view


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
        bar=Bar(LoadPrompt.SCAN_LOAD),
        outcome=None,
        load="",
        open_loads=load_rows(),
        missing=(),
    )


def load_wrong_carrier(language: str = "en") -> LoadView:
    values = {"sscc": SSCC, "order": "SO-10490", "carrier": "UPS", "wanted": "DHL"}
    return load(
        language, bar=Bar(WorkPrompt.STOPPED), outcome=Outcome(Loading.WRONG_CARRIER, values)
    )


def load_close(language: str = "en") -> LoadView:
    return load(
        language,
        bar=Bar(LoadPrompt.CLOSE_LOAD, {"missing": 23}),
        outcome=outcome(Loading.LOAD_CLOSE_ASKED, missing=23),
        frame=replace(load(language).frame, actions=actions(C.UNDO, C.OK)),
    )


def home_help(language: str = "en") -> HomeView:
    """Two other benches wait for help."""
    calls = (HelpCall("P1", "Anna Berg", "SO-10491"), HelpCall("P12", "王小明", ""))
    return home(language, frame=replace(home(language).frame, help=calls))


def home_note(language: str = "en") -> HomeView:
    """Two messages of a supervisor have come; the first of them is a long one."""
    texts = {
        "en": "Bring the tape gun back to P1, please, then look for SO-10491",
        "zh_CN": "请把封箱机送回 P1 工位，然后找一下订单 SO-10491",
    }
    notes = (
        Note("m1", texts[language], "Sue Okafor", NOW),
        Note("m2", "Meeting at 15:00", "Sue Okafor", NOW),
    )
    return home(language, frame=replace(home(language).frame, notes=notes))


def home_truck(language: str = "en") -> HomeView:
    """A truck leaves soon, and orders are left for it."""
    plain = home(language)
    truck = NextTruck("Northwind Parcel", NOW + timedelta(minutes=14, seconds=9), 12)
    return replace(plain, frame=replace(plain.frame, truck=truck))


def exceptions(language: str = "en", **changes: object) -> ExceptionsView:
    who = frame(language).operator
    ago = timedelta
    plain = ExceptionsView(
        empty(language, C.HOME, C.HELP, C.CLEAR, C.OK),
        Bar(ExceptionsPrompt.CHOOSE_EXCEPTION, {"number": ""}),
        None,
        lines=(
            ExceptionLine(
                *(1, "order", "shop:SO-10482", "SO-10482", "", "lines_changed_while_worked"),
                *(NOW - ago(days=1), "P3", who, 12),
                *("lines_changed_while_worked/order/shop:SO-10482", "put_back"),
            ),
            ExceptionLine(
                *(2, "parcel", SSCC, SSCC, "SO-10483", "parcel_returned"),
                *(NOW - ago(hours=2), "P1", who, 1, f"parcel_returned/parcel/{SSCC}"),
            ),
            ExceptionLine(
                *(3, "bin", "A-04-3", "A-04-3", "", "recount", NOW - ago(minutes=4), "P2", "", 2),
                card="recount/bin/A-04-3",
            ),
        ),
        count=3,
        now=NOW,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # any field of the view


def exceptions_typed(language: str = "en") -> ExceptionsView:
    bar = Bar(ExceptionsPrompt.CHOOSE_EXCEPTION, {"number": "2"})
    return exceptions(language, bar=bar, outcome=outcome(Anywhere.DIGITS, number="2"), typed="2")


def exceptions_none(language: str = "en") -> ExceptionsView:
    return exceptions(language, lines=(), count=0)


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
        ("label_failed", {"reason": "paper_out", "sscc": SSCC}),
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
            "waiting" if number > 10 else ("conflict" if number == 3 else "applied"),
            values,
        )
        for number, (what, values) in enumerate(kinds)
    )
    return OrderView(
        replace(frame(language), done=0, wanted=0, actions=actions(C.HOME, C.PRINT, C.HELP)),
        Bar(HomePrompt.SCAN_ANYTHING),
        outcome(AtHome.ALREADY_SHIPPED, order="SO-10482"),
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
        town="DE 20095 Hamburg",
    )


def order_collected(language: str = "en") -> OrderView:
    """An order whose customer stands at the counter."""
    said = outcome(
        AtHome.HAND_OVER_ASKED, order="SO-10482", customer="Blue Heron GmbH", shelf="PICK-UP-3"
    )
    return replace(
        timeline(language),
        bar=Bar(HomePrompt.HAND_OVER),
        outcome=said,
        parcels=(ParcelRow(1, SSCC, "M", LabelState.NONE, "PICK-UP-3", None),),
        timeline=timeline(language).timeline[:8],  # it has no label
    )


def order_to_open(language: str = "en") -> OrderView:
    """An order that nobody has begun, as somebody looks at it who has touched its row."""
    done = timeline(language)
    waiting = tuple(replace(one, done=0, short=0, current=False) for one in done.lines)
    notes = ("Ring twice, the bell is broken", "Alles Gute, dein Jan")
    return replace(
        done,
        frame=replace(done.frame, actions=actions(C.HOME, C.REOPEN, C.SLIP, C.HELP, C.NEXT, C.OK)),
        bar=Bar(HomePrompt.OPEN_ORDER),
        outcome=outcome(AtHome.SHOWN, code="SO-10482", what="order"),
        state="ORDERED",
        sub_state="released",
        lines=(replace(waiting[0], note="Engrave: Oma"), *waiting[1:]),
        parcels=(),
        timeline=done.timeline[:1],
        notes=notes,
        opens=True,
    )
