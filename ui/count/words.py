"""The words of stock-taking."""

from __future__ import annotations

from app.domain.commands import Command
from app.domain.count.outcome import Counting, CountPrompt
from app.domain.facts import FactKind
from ui.words import QT_TRANSLATE_NOOP, Words

WORDS = Words(
    outcomes={
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
        Counting.COUNT_WHY_ASKED: (
            QT_TRANSLATE_NOOP("Outcome", "Why does {bin} differ?"),
            "",
        ),
        Counting.NO_COUNT_WHY: (
            QT_TRANSLATE_NOOP("Outcome", "Choose 0 to {most}"),
            "",
        ),
        Counting.NO_COUNT_WAITS: (
            QT_TRANSLATE_NOOP("Outcome", "No count waits"),
            "",
        ),
        Counting.COUNTED_BY_YOU: (
            QT_TRANSLATE_NOOP("Outcome", "Somebody else must count {bin}"),
            QT_TRANSLATE_NOOP("Outcome", "You have counted it, and it differs by much."),
        ),
        Counting.ANOTHER_COUNTS: (
            QT_TRANSLATE_NOOP("Outcome", "{bin} waits for another person"),
            QT_TRANSLATE_NOOP("Outcome", "It differs by much. Nothing is recorded yet."),
        ),
        Counting.COUNT_BEGUN: (
            QT_TRANSLATE_NOOP("Outcome", "Count {sku} in {bin}"),
            "",
        ),
        Counting.BIN_COUNT_BEGUN: (
            QT_TRANSLATE_NOOP("Outcome", "Count all of {bin}"),
            "",
        ),
        Counting.NUMBER_WANTED: (
            QT_TRANSLATE_NOOP("Outcome", "How many {sku} are there?"),
            QT_TRANSLATE_NOOP("Outcome", "Type the number, then OK; none = 0. Or scan them."),
        ),
        Counting.LOTS_APART: (
            QT_TRANSLATE_NOOP("Outcome", "{sku}: scan each lot"),
            QT_TRANSLATE_NOOP("Outcome", "Type the number of a lot, then scan one unit of it."),
        ),
        Counting.COUNT_OTHER_BIN: (
            QT_TRANSLATE_NOOP("Outcome", "{bin} is the wrong bin"),
            QT_TRANSLATE_NOOP("Outcome", "Count {wanted}. CLEAR = leave this count."),
        ),
        Counting.COUNT_OTHER_GOODS: (
            QT_TRANSLATE_NOOP("Outcome", "{sku} is not counted now"),
            QT_TRANSLATE_NOOP("Outcome", "Count only {wanted}."),
        ),
        Counting.COUNT_ELSEWHERE: (
            QT_TRANSLATE_NOOP("Outcome", "Another bench counts this"),
            QT_TRANSLATE_NOOP("Outcome", "Nothing was recorded. OK = go on."),
        ),
        Counting.COUNT_TASK_LEFT: (
            QT_TRANSLATE_NOOP("Outcome", "{bin} is left to others"),
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
    },
    prompts={
        CountPrompt.SCAN_BIN: QT_TRANSLATE_NOOP("Prompt", "Scan the bin to count"),
        CountPrompt.COUNT_ITEMS: QT_TRANSLATE_NOOP("Prompt", "Scan all in {bin}, then OK"),
        CountPrompt.GO_TO_COUNT: QT_TRANSLATE_NOOP("Prompt", "Go to {bin}, scan it"),
        CountPrompt.HOW_MANY: QT_TRANSLATE_NOOP("Prompt", "How many {sku}?"),
        CountPrompt.SO_MANY: QT_TRANSLATE_NOOP("Prompt", "OK = {number} of {sku}"),
        CountPrompt.IS_IT_EMPTY: QT_TRANSLATE_NOOP("Prompt", "No {sku} here? OK"),
        CountPrompt.CHOOSE_COUNT_WHY: QT_TRANSLATE_NOOP("Prompt", "Why? 1 to {most}, 0 unknown"),
        CountPrompt.RECORD_COUNT: QT_TRANSLATE_NOOP("Prompt", "OK = record it, UNDO = count again"),
        CountPrompt.LEAVE_COUNT: QT_TRANSLATE_NOOP("Prompt", "OK = leave it, UNDO = go on"),
    },
    facts={
        FactKind.BIN_COUNTED: QT_TRANSLATE_NOOP("Fact", "Bin counted"),
    },
    screen={
        "tile_count": QT_TRANSLATE_NOOP("Screen", "COUNT"),
        "take_stock": QT_TRANSLATE_NOOP("Screen", "bin by bin"),
        "counted_here": QT_TRANSLATE_NOOP("Screen", "Counted in this bin"),
        "counted_nothing": QT_TRANSLATE_NOOP("Screen", "Nothing counted yet"),
        "counted_units": QT_TRANSLATE_NOOP("Screen", "counted"),
        "counted_bins": QT_TRANSLATE_NOOP("Screen", "Bins counted"),
        "counted_no_bins": QT_TRANSLATE_NOOP("Screen", "No bin counted yet"),
        "count_compared": QT_TRANSLATE_NOOP("Screen", "Counted / expected"),
        "count_right": QT_TRANSLATE_NOOP("Screen", "right"),
        "count_why": QT_TRANSLATE_NOOP("Screen", "Why it differs"),
        "counts_waiting": QT_TRANSLATE_NOOP("Screen", "Counts that wait"),
        "count_corrected": QT_TRANSLATE_NOOP("Screen", "changed"),
    },
    commands_at={
        "count": {Command.NEXT: QT_TRANSLATE_NOOP("Command", "Next count")},
        "count_walk": {
            Command.CLEAR: QT_TRANSLATE_NOOP("Command", "Home"),
            Command.NEXT: QT_TRANSLATE_NOOP("Command", "Next count"),
        },
    },
    icons={
        CountPrompt.SCAN_BIN: "map-pin",
        CountPrompt.GO_TO_COUNT: "map-pin",
        CountPrompt.RECORD_COUNT: "boxes",
        CountPrompt.LEAVE_COUNT: "house",
    },
    icons_at={
        "count_walk": {Command.CLEAR: "house"},
    },
    whole=frozenset({Counting.COUNT_RIGHT, Counting.COUNT_RECORDED}),
)
