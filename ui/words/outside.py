"""The words of the centre's news, and of facts that an import made and no bench."""

from __future__ import annotations

from app.domain.facts import FactKind
from app.station.news.outcome import FromCentre
from ui.words import QT_TRANSLATE_NOOP, Words

WORDS = Words(
    outcomes={
        FromCentre.CANCELLED_MEANWHILE: (
            QT_TRANSLATE_NOOP("Outcome", "STOP: {order} was cancelled"),
            QT_TRANSLATE_NOOP("Outcome", "Put everything back. Do not send it."),
        ),
        FromCentre.LINES_CHANGED: (
            QT_TRANSLATE_NOOP("Outcome", "{order}: other quantities now"),
            QT_TRANSLATE_NOOP("Outcome", "The list shows what is wanted."),
        ),
        FromCentre.GOES_ON: (
            QT_TRANSLATE_NOOP("Outcome", "{order} goes on"),
            QT_TRANSLATE_NOOP("Outcome", "What stopped it is over."),
        ),
        FromCentre.CHANGED_MEANWHILE: (
            QT_TRANSLATE_NOOP("Outcome", "{order} was changed"),
            QT_TRANSLATE_NOOP("Outcome", "Receiver or carrier is another one now."),
        ),
        FromCentre.CLAIM_LOST: (
            QT_TRANSLATE_NOOP("Outcome", "STOP: {order} is elsewhere"),
            QT_TRANSLATE_NOOP("Outcome", "Station {station} works on it. Put it aside."),
        ),
        FromCentre.TASK_LOST: (
            QT_TRANSLATE_NOOP("Outcome", "STOP: {station} does it"),
            QT_TRANSLATE_NOOP("Outcome", "Put everything back. OK = another task."),
        ),
        FromCentre.CLAIM_GRANTED: (
            QT_TRANSLATE_NOOP("Outcome", "{order} is this station's now"),
            "",
        ),
        FromCentre.DONE_ELSEWHERE: (
            QT_TRANSLATE_NOOP("Outcome", "STOP: {order} is done already"),
            QT_TRANSLATE_NOOP("Outcome", "Another station did it. Put these goods back."),
        ),
    },
    facts={
        FactKind.ORDER_PLACED: QT_TRANSLATE_NOOP("Fact", "Order placed"),
        FactKind.ORDER_CHANGED: QT_TRANSLATE_NOOP("Fact", "Order changed"),
        FactKind.ORDER_CANCELLED: QT_TRANSLATE_NOOP("Fact", "Order cancelled"),
        FactKind.ORDER_HELD: QT_TRANSLATE_NOOP("Fact", "Order held"),
        FactKind.SITE_HELD: QT_TRANSLATE_NOOP("Fact", "Held here"),
        FactKind.SITE_RELEASED: QT_TRANSLATE_NOOP("Fact", "Given free here"),
        FactKind.PRIORITY_SET: QT_TRANSLATE_NOOP("Fact", "Priority set here"),
        FactKind.PRODUCT_SET: QT_TRANSLATE_NOOP("Fact", "Product recorded"),
        FactKind.BIN_SET: QT_TRANSLATE_NOOP("Fact", "Bin recorded"),
        FactKind.STOCK_OPENED: QT_TRANSLATE_NOOP("Fact", "Opening stock"),
        FactKind.OPERATOR_SET: QT_TRANSLATE_NOOP("Fact", "Operator recorded"),
        FactKind.CARTON_SET: QT_TRANSLATE_NOOP("Fact", "Box type recorded"),
        FactKind.LOAD_SET: QT_TRANSLATE_NOOP("Fact", "Load planned"),
    },
)
