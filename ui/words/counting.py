"""Answers while taking stock.

Each answer has a title of at most six words and what to do now ("" where the prompt says it).
"""

from __future__ import annotations

from app.domain.count.outcome import Counting
from app.domain.outcome import OutcomeKind
from ui.words import QT_TRANSLATE_NOOP

COUNTING: dict[OutcomeKind, tuple[str, str]] = {
    Counting.COUNT_OPENED: (
        QT_TRANSLATE_NOOP("Outcome", "Stock-taking"),
        "",
    ),
    Counting.COUNT_STARTED: (
        QT_TRANSLATE_NOOP("Outcome", "Counting {bin}"),
        "",
    ),
    Counting.UNIT_COUNTED: (
        QT_TRANSLATE_NOOP("Outcome", "{sku}: {counted} counted"),
        "",
    ),
    Counting.FINISH_BIN_FIRST: (
        QT_TRANSLATE_NOOP("Outcome", "Finish {bin} first"),
        QT_TRANSLATE_NOOP("Outcome", "OK = all is counted. CLEAR = leave it."),
    ),
    Counting.COUNT_RIGHT: (
        QT_TRANSLATE_NOOP("Outcome", "{bin} is right: {counted}"),
        "",
    ),
    Counting.COUNT_DIFFERS: (
        QT_TRANSLATE_NOOP("Outcome", "{bin} is not as expected"),
        "",
    ),
    Counting.COUNT_AGAIN: (
        QT_TRANSLATE_NOOP("Outcome", "Count again: {skus}"),
        "",
    ),
    Counting.COUNT_DISTURBED: (
        QT_TRANSLATE_NOOP("Outcome", "Moved meanwhile. Count again:"),
        QT_TRANSLATE_NOOP("Outcome", "{skus}"),
    ),
    Counting.COUNT_RECORDED: (
        QT_TRANSLATE_NOOP("Outcome", "{bin} is recorded"),
        "",
    ),
    Counting.LEAVE_COUNT_ASKED: (
        QT_TRANSLATE_NOOP("Outcome", "Leave {bin} unrecorded?"),
        "",
    ),
    Counting.COUNT_LEFT: (
        QT_TRANSLATE_NOOP("Outcome", "{bin} left, nothing recorded"),
        "",
    ),
}
