"""Exceptions' cards to lay out and translate."""

from __future__ import annotations

from dataclasses import replace

from app.domain.desk.decisions import Decision, offered
from app.domain.desk.outcome import Deciding
from app.domain.outcome import outcome
from app.station.exceptions.outcome import ExceptionsPrompt, Listing
from app.station.exceptions.present import KEYS
from app.station.exceptions.view import Choice, ExceptionLine, ExceptionView
from app.station.manage.outcome import ManagePrompt, Managing
from app.station.manage.present import KEYS as MANAGE_KEYS
from app.station.manage.view import ManageView, WordChoice
from app.station.order.view import TimelineRow
from app.station.views import Bar
from tests.helpers.sample_parts import NOW, SSCC, empty, frame


def exception(language: str = "en", **changes: object) -> ExceptionView:
    """A card on which somebody has chosen, and is to sign."""
    who = frame(language).operator
    happened: tuple[tuple[str, dict[str, str | int]], ...] = (
        ("pick_started", {}),
        ("unit_picked", {"sku": "SKU-20417", "bin": "A-04-3"}),
        ("pick_short", {"sku": "SKU-11802", "found": 0}),
        ("order_picked", {"tote": "T-22"}),
    )
    chosen = Decision.SHIP_PARTLY
    plain = ExceptionView(
        empty(language, *KEYS),
        Bar(ExceptionsPrompt.SIGN_DECISION, {"decision": chosen.value}),
        outcome(Listing.DECISION_CHOSEN, decision=chosen.value),
        line=ExceptionLine(
            *(0, "order", "shop:SO-10482", "SO-10482", "", "short", NOW, "P3", who, 2),
            card="short/order/shop:SO-10482",
        ),
        choices=tuple(
            Choice(number, one.value, one is chosen)
            for number, one in enumerate(offered("short"), 1)
        ),
        timeline=tuple(
            TimelineRow(NOW, what, "P3", who, "sim", "applied", values) for what, values in happened
        ),
        now=NOW,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # any field of the view


def exception_taken(language: str = "en") -> ExceptionView:
    """Somebody looks after a box; this bench has written nothing about it."""
    who = frame(language).operator
    plain = exception(language)
    line = replace(plain.line, kind="parcel", id=SSCC, name=SSCC, order="SO-10483")
    line = replace(line, reason="printed_twice", decision=Decision.TAKE.value)
    keys = tuple(Choice(number, one.value) for number, one in enumerate(offered(line.reason), 1))
    return replace(
        plain,
        bar=Bar(ExceptionsPrompt.CHOOSE_DECISION),
        outcome=outcome(Listing.EXCEPTION_SHOWN),
        line=line,
        choices=keys,
        timeline=(),
        decided_by=who,
        decided_at=NOW,
        note="the second label is on the printer",
    )


def exception_solved(language: str = "en") -> ExceptionView:
    who = frame(language).operator
    solved = Decision.SHIP_PARTLY.value
    plain = exception(language)
    return replace(
        plain,
        bar=Bar(ExceptionsPrompt.EXCEPTION_OVER),
        outcome=outcome(Deciding.SOLVED_BEFORE, operator=who, minutes=2, decision=solved),
        line=replace(plain.line, decision=solved),
        choices=(),
        decided_by=who,
        decided_at=NOW,
        closed_at=NOW,
    )


def manage(language: str = "en", **changes: object) -> ManageView:
    """An order of which a supervisor has chosen that it goes first."""
    who = frame(language).operator
    words = ("first", "hold", "cancel", "by:UPS", "by:Northwind Parcel")
    happened: tuple[tuple[str, dict[str, str | int]], ...] = (
        ("order_placed", {"channel": "shop"}),
        ("pick_started", {}),
        ("unit_picked", {"sku": "SKU-20417", "bin": "A-04-3"}),
    )
    plain = ManageView(
        empty(language, *MANAGE_KEYS),
        Bar(ManagePrompt.SIGN_WORD, {"word": "first"}),
        outcome(Managing.WORD_CHOSEN, word="first"),
        order="SO-10482",
        state="PICKING",
        sub_state="started",
        customer="Blue Heron GmbH",
        town="DE 20457 Hamburg",
        carrier="DHL express",
        cut_off=NOW,
        worked_by="P7",
        units=21,
        packed=4,
        choices=tuple(
            WordChoice(number, word, word == "first") for number, word in enumerate(words, 1)
        ),
        timeline=tuple(
            TimelineRow(NOW, what, "P3", who, "sim", "applied", values) for what, values in happened
        ),
        now=NOW,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # any field of the view


def manage_empty(language: str = "en") -> ManageView:
    """The order is still to be scanned."""
    return ManageView(empty(language, *MANAGE_KEYS), Bar(ManagePrompt.SCAN_ORDER), None)


def manage_held(language: str = "en") -> ManageView:
    """An order that a supervisor holds, and one that has priority."""
    return manage(
        language,
        bar=Bar(ManagePrompt.CHOOSE_WORD),
        outcome=outcome(Managing.ORDER_TOLD, order="SO-10482", word="hold"),
        held="a supervisor of this site",
        priority=9,
        packed=0,
        choices=tuple(
            WordChoice(number, word)
            for number, word in enumerate(("in_turn", "release", "cancel", "by:UPS"), 1)
        ),
    )


def manage_over(language: str = "en") -> ManageView:
    """An order that has left the house."""
    return manage(
        language,
        bar=Bar(ManagePrompt.CHOOSE_WORD),
        outcome=outcome(Managing.ORDER_TO_MANAGE, order="SO-10482"),
        state="DISPATCHED",
        sub_state="manifested",
        worked_by="",
        choices=(),
    )
