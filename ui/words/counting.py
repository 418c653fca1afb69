"""Answers while taking stock.

Each answer has a title of at most six words and what to do now ("" where the prompt says it).
"""

from __future__ import annotations

from app.domain.outcome import OutcomeKind
from ui.words import QT_TRANSLATE_NOOP

K = OutcomeKind

COUNTING: dict[OutcomeKind, tuple[str, str]] = {
    K.COUNT_OPENED: (
        QT_TRANSLATE_NOOP("Outcome", "Stock-taking"),
        "",
    ),
    K.COUNT_STARTED: (
        QT_TRANSLATE_NOOP("Outcome", "Counting {bin}"),
        "",
    ),
    K.UNIT_COUNTED: (
        QT_TRANSLATE_NOOP("Outcome", "{sku}: {counted} counted"),
        "",
    ),
    K.FINISH_BIN_FIRST: (
        QT_TRANSLATE_NOOP("Outcome", "Finish {bin} first"),
        QT_TRANSLATE_NOOP("Outcome", "OK = all is counted. CLEAR = leave it."),
    ),
    K.COUNT_RIGHT: (
        QT_TRANSLATE_NOOP("Outcome", "{bin} is right: {counted}"),
        "",
    ),
    K.COUNT_DIFFERS: (
        QT_TRANSLATE_NOOP("Outcome", "{bin} is not as expected"),
        "",
    ),
    K.COUNT_AGAIN: (
        QT_TRANSLATE_NOOP("Outcome", "Count again: {skus}"),
        "",
    ),
    K.COUNT_DISTURBED: (
        QT_TRANSLATE_NOOP("Outcome", "Moved meanwhile. Count again:"),
        QT_TRANSLATE_NOOP("Outcome", "{skus}"),
    ),
    K.COUNT_RECORDED: (
        QT_TRANSLATE_NOOP("Outcome", "{bin} is recorded"),
        "",
    ),
    K.LEAVE_COUNT_ASKED: (
        QT_TRANSLATE_NOOP("Outcome", "Leave {bin} unrecorded?"),
        "",
    ),
    K.COUNT_LEFT: (
        QT_TRANSLATE_NOOP("Outcome", "{bin} left, nothing recorded"),
        "",
    ),
}
