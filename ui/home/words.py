"""The words of the home screen."""

from __future__ import annotations

from app.domain.commands import Command
from app.domain.facts import FactKind
from app.station.home.outcome import AtHome, HomePrompt
from ui.words import QT_TRANSLATE_NOOP, Words

WORDS = Words(
    outcomes={
        AtHome.AMBIGUOUS: (
            QT_TRANSLATE_NOOP("Outcome", "Several orders: {code}"),
            QT_TRANSLATE_NOOP(
                "Outcome",
                "{count} {count:order has|orders have} this code. Type the whole number.",
            ),
        ),
        AtHome.SHOWN: (
            QT_TRANSLATE_NOOP("Outcome", "Found: {code}"),
            "",
        ),
        AtHome.TAKE_ORDER_ASKED: (
            QT_TRANSLATE_NOOP("Outcome", "Take {order} from station {station}?"),
            QT_TRANSLATE_NOOP(
                "Outcome", "Scan it again to take it over. What is packed there stays."
            ),
        ),
        AtHome.GOODS_BACK_ASKED: (
            QT_TRANSLATE_NOOP("Outcome", "{order} is cancelled. Put back: {places}"),
            QT_TRANSLATE_NOOP("Outcome", "Then scan tote {tote} again. ? = count the bin."),
        ),
        AtHome.TOTE_EMPTIED: (
            QT_TRANSLATE_NOOP("Outcome", "Tote {tote} is free"),
            "",
        ),
        AtHome.CLAIM_ASKED: (
            QT_TRANSLATE_NOOP("Outcome", "Asking for {order} ..."),
            QT_TRANSLATE_NOOP("Outcome", "It opens in a moment. No answer? Scan it again."),
        ),
        AtHome.ORDER_RESERVED: (
            QT_TRANSLATE_NOOP("Outcome", "{order} is reserved for station {station}"),
            QT_TRANSLATE_NOOP(
                "Outcome", "Do not pick it. It opens here if {station} gives it back."
            ),
        ),
        AtHome.NEXT_ASKED: (
            QT_TRANSLATE_NOOP("Outcome", "Asking for an order ..."),
            QT_TRANSLATE_NOOP(
                "Outcome", "It opens in a moment. Longer? Other stations have all of them."
            ),
        ),
        AtHome.ORDER_TAKEN: (
            QT_TRANSLATE_NOOP("Outcome", "{order} is taken"),
            QT_TRANSLATE_NOOP("Outcome", "Open at station {station}. Take another order."),
        ),
        AtHome.NOT_PICKED_YET: (
            QT_TRANSLATE_NOOP("Outcome", "{order} is not picked yet"),
            QT_TRANSLATE_NOOP("Outcome", "Lines still being picked: {lines} ({bins})"),
        ),
        AtHome.ORDER_ON_HOLD: (
            QT_TRANSLATE_NOOP("Outcome", "{order} is on hold"),
            QT_TRANSLATE_NOOP("Outcome", "{reason}"),
        ),
        AtHome.ALREADY_PACKED: (
            QT_TRANSLATE_NOOP("Outcome", "{order} is already packed"),
            "",
        ),
        AtHome.ALREADY_SHIPPED: (
            QT_TRANSLATE_NOOP("Outcome", "{order} has already left"),
            "",
        ),
        AtHome.HAND_OVER_ASKED: (
            QT_TRANSLATE_NOOP("Outcome", "{order} is on {shelf}"),
            QT_TRANSLATE_NOOP("Outcome", "For {customer}. OK when it is handed over."),
        ),
        AtHome.HANDED: (
            QT_TRANSLATE_NOOP("Outcome", "{order} is handed over"),
            QT_TRANSLATE_NOOP("Outcome", "To {customer}."),
        ),
        AtHome.PICKUP_CHANGED: (
            QT_TRANSLATE_NOOP("Outcome", "It has changed meanwhile"),
            QT_TRANSLATE_NOOP("Outcome", "Scan the order again."),
        ),
        AtHome.WHICH_BOX: (
            QT_TRANSLATE_NOOP("Outcome", "{order} has several boxes"),
            QT_TRANSLATE_NOOP("Outcome", "Scan the label of the one to open."),
        ),
        AtHome.QUEUE_EMPTY: (
            QT_TRANSLATE_NOOP("Outcome", "Nothing is waiting"),
            QT_TRANSLATE_NOOP("Outcome", "Scan a tote or an order."),
        ),
    },
    prompts={
        HomePrompt.SCAN_ANYTHING: QT_TRANSLATE_NOOP("Prompt", "Scan a tote or an order"),
        HomePrompt.OPEN_ORDER: QT_TRANSLATE_NOOP("Prompt", "OK = open this order"),
        HomePrompt.HAND_OVER: QT_TRANSLATE_NOOP("Prompt", "Hand it over. OK = collected"),
    },
    screen={
        "tile_exceptions": QT_TRANSLATE_NOOP("Screen", "EXCEPTIONS"),
        "tasks_to_do": QT_TRANSLATE_NOOP("Screen", "{count} to do"),
        "count_waiting": QT_TRANSLATE_NOOP("Screen", "{count} waiting"),
        "count_open": QT_TRANSLATE_NOOP("Screen", "{count} open"),
        "next_here": QT_TRANSLATE_NOOP("Screen", "Next for this station"),
        "loads": QT_TRANSLATE_NOOP("Screen", "Loads"),
        "nothing_waiting": QT_TRANSLATE_NOOP("Screen", "Nothing waiting. Scan a tote."),
        "my_day": QT_TRANSLATE_NOOP("Screen", "My day"),
        "my_day_counts": QT_TRANSLATE_NOOP(
            "Screen", "{orders} {orders:order|orders} · {units} {units:unit|units}"
        ),
        "row_units": QT_TRANSLATE_NOOP("Screen", "{units} {units:pc|pcs}"),
        "row_tote": QT_TRANSLATE_NOOP("Screen", "Tote {tote}"),
        "row_started": QT_TRANSLATE_NOOP("Screen", "started by {name}"),
        "row_held": QT_TRANSLATE_NOOP("Screen", "parked"),
        "cut_off": QT_TRANSLATE_NOOP("Screen", "by {time}"),
    },
    commands_at={
        "home": {
            Command.PRINT: QT_TRANSLATE_NOOP("Command", "Labels"),
            Command.TEST: QT_TRANSLATE_NOOP("Command", "Devices"),
        },
    },
    facts={
        FactKind.HANDED_OVER: QT_TRANSLATE_NOOP("Fact", "Handed over to its customer"),
    },
    icons={HomePrompt.HAND_OVER: "user", HomePrompt.OPEN_ORDER: "package-open"},
    icons_at={
        "home": {Command.PRINT: "tag", Command.TEST: "cable"},
    },
)
