"""The words for why an order waits, where the program itself knows why.

Orders keep these reasons in English, as sentences of an import (`app.intake`); what a shop or a
person wrote stands beside them as it is.
"""

from __future__ import annotations

from ui.words import QT_TRANSLATE_NOOP

HOLDS: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("Hold", "unpaid"),
    QT_TRANSLATE_NOOP("Hold", "no address"),
    QT_TRANSLATE_NOOP("Hold", "refunded"),
    QT_TRANSLATE_NOOP("Hold", "partly refunded: the file does not say which goods"),
    QT_TRANSLATE_NOOP("Hold", "partly shipped: the file does not say what is left"),
    QT_TRANSLATE_NOOP("Hold", "the order is already shipped"),
    QT_TRANSLATE_NOOP("Hold", "on hold in the shop"),
    QT_TRANSLATE_NOOP("Hold", "a test order"),
    QT_TRANSLATE_NOOP("Hold", "payment voided"),
    QT_TRANSLATE_NOOP("Hold", "payment failed"),
    QT_TRANSLATE_NOOP("Hold", "the payment is disputed"),
    QT_TRANSLATE_NOOP("Hold", "to be verified in the shop"),
    QT_TRANSLATE_NOOP("Hold", "deleted in the shop"),
    QT_TRANSLATE_NOOP("Hold", "pre-order"),
    QT_TRANSLATE_NOOP("Hold", "several receivers"),
    QT_TRANSLATE_NOOP("Hold", "no goods to ship"),
    QT_TRANSLATE_NOOP("Hold", "nothing of it is left to ship"),
    QT_TRANSLATE_NOOP("Hold", "no carrier"),
    QT_TRANSLATE_NOOP("Hold", "the exceptions desk looks into it"),
    QT_TRANSLATE_NOOP("Hold", "a supervisor of this site"),
    QT_TRANSLATE_NOOP(
        "Hold", "the shop wants less of it, and a part has left: say what is still to go"
    ),
)
HOLDS_WITH: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("Hold", 'no carrier for "{what}"'),
    QT_TRANSLATE_NOOP("Hold", "marked {what} in the shop"),
    QT_TRANSLATE_NOOP("Hold", 'status "{what}" in the shop'),
    QT_TRANSLATE_NOOP("Hold", "its newest version has faults: {what}"),
    QT_TRANSLATE_NOOP("Hold", "no label can show {what}"),
)
"""Reasons with a text of the shop's in them."""
