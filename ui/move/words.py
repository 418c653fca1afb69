"""The words of moving goods."""

from __future__ import annotations

from app.domain.commands import Command
from app.domain.facts import FactKind
from app.domain.move.outcome import MovePrompt, Moving
from ui.words import QT_TRANSLATE_NOOP, Words

WORDS = Words(
    outcomes={
        Moving.MOVE_OPENED: (QT_TRANSLATE_NOOP("Outcome", "Moving goods"), ""),
        Moving.MOVE_FROM: (QT_TRANSLATE_NOOP("Outcome", "From {bin}"), ""),
        Moving.GOODS_TAKEN: (QT_TRANSLATE_NOOP("Outcome", "{sku}: {units} in hand"), ""),
        Moving.WHOLE_BIN_TAKEN: (
            QT_TRANSLATE_NOOP("Outcome", "All of {bin}: {units}"),
            "",
        ),
        Moving.WHICH_ASKED: (
            QT_TRANSLATE_NOOP("Outcome", "Which {sku}?"),
            QT_TRANSLATE_NOOP("Outcome", "Not all of it is alike. Choose from the list."),
        ),
        Moving.SCAN_EACH: (
            QT_TRANSLATE_NOOP("Outcome", "Scan each {sku}"),
            QT_TRANSLATE_NOOP(
                "Outcome", "{units} lie there, {known} serial numbers are known here."
            ),
        ),
        Moving.BIN_EMPTY: (QT_TRANSLATE_NOOP("Outcome", "{bin} is empty"), ""),
        Moving.MORE_THAN_THERE: (
            QT_TRANSLATE_NOOP("Outcome", "Only {known} in {bin}"),
            QT_TRANSLATE_NOOP("Outcome", "If there are more of {sku}, count the bin first."),
        ),
        Moving.NOT_THERE: (
            QT_TRANSLATE_NOOP("Outcome", "{bin} has no such {sku}"),
            QT_TRANSLATE_NOOP("Outcome", "If it lies there, count the bin first."),
        ),
        Moving.TAKE_FIRST: (
            QT_TRANSLATE_NOOP("Outcome", "Scan the goods first"),
            QT_TRANSLATE_NOOP("Outcome", "{bin} once more = all of it."),
        ),
        Moving.STATUS_ASKED: (QT_TRANSLATE_NOOP("Outcome", "What becomes of them?"), ""),
        Moving.NO_STATUS_POSSIBLE: (
            QT_TRANSLATE_NOOP("Outcome", "Nothing else is possible"),
            QT_TRANSLATE_NOOP("Outcome", "The goods are {status}, or not all alike."),
        ),
        Moving.REASON_ASKED: (QT_TRANSLATE_NOOP("Outcome", "Why {status}?"), ""),
        Moving.PLACE_ASKED: (
            QT_TRANSLATE_NOOP("Outcome", "They become: {status}"),
            QT_TRANSLATE_NOOP("Outcome", "Scan where they go. OK = they stay."),
        ),
        Moving.GOODS_MOVED: (QT_TRANSLATE_NOOP("Outcome", "{units} now in {bin}"), ""),
        Moving.STATUS_CHANGED: (
            QT_TRANSLATE_NOOP("Outcome", "{units} in {bin}: {status}"),
            "",
        ),
        Moving.WRITTEN_OFF: (
            QT_TRANSLATE_NOOP("Outcome", "{units} of {bin} written off"),
            "",
        ),
        Moving.MOVE_UNDONE: (
            QT_TRANSLATE_NOOP("Outcome", "{units} back in {bin}"),
            "",
        ),
        Moving.STATUS_UNDONE: (
            QT_TRANSLATE_NOOP("Outcome", "{units} in {bin}: {status} again"),
            "",
        ),
        Moving.SCRAP_STAYS: (
            QT_TRANSLATE_NOOP("Outcome", "Written off stays written off"),
            QT_TRANSLATE_NOOP("Outcome", "If the goods are there, count the bin."),
        ),
        Moving.OTHERS_CHANGE: (
            QT_TRANSLATE_NOOP("Outcome", "Another person changed that"),
            QT_TRANSLATE_NOOP("Outcome", "Change the status again and say why."),
        ),
        Moving.LEAVE_MOVE_ASKED: (
            QT_TRANSLATE_NOOP("Outcome", "Leave it in {bin}?"),
            "",
        ),
        Moving.MOVE_LEFT: (
            QT_TRANSLATE_NOOP("Outcome", "Nothing moved from {bin}"),
            QT_TRANSLATE_NOOP("Outcome", "Put everything back there."),
        ),
        Moving.NO_TASK: (
            QT_TRANSLATE_NOOP("Outcome", "No task waits"),
            QT_TRANSLATE_NOOP("Outcome", "Scan a bin to move something else."),
        ),
        Moving.TASK_BEGUN: (
            QT_TRANSLATE_NOOP("Outcome", "{units} × {sku} from {bin}"),
            "",
        ),
        Moving.TASK_IS_DONE: (
            QT_TRANSLATE_NOOP("Outcome", "{bin} has {units} more"),
            "",
        ),
        Moving.TASK_ELSEWHERE: (
            QT_TRANSLATE_NOOP("Outcome", "STOP: another bench does it"),
            QT_TRANSLATE_NOOP("Outcome", "Put everything back. OK = another task."),
        ),
        Moving.MOVE_TASK_LEFT: (
            QT_TRANSLATE_NOOP("Outcome", "Task for {bin} left"),
            QT_TRANSLATE_NOOP("Outcome", "Put everything back. Somebody else does it."),
        ),
        Moving.OTHER_SOURCE: (
            QT_TRANSLATE_NOOP("Outcome", "Wrong bin: {bin}"),
            QT_TRANSLATE_NOOP("Outcome", "The goods lie in {wanted}."),
        ),
        Moving.OTHER_TARGET: (
            QT_TRANSLATE_NOOP("Outcome", "Wrong bin: {bin}"),
            QT_TRANSLATE_NOOP("Outcome", "The goods go to {wanted}."),
        ),
        Moving.OTHER_GOODS: (
            QT_TRANSLATE_NOOP("Outcome", "Not these"),
            QT_TRANSLATE_NOOP("Outcome", "Wanted: {wanted}. Put {sku} back."),
        ),
        Moving.NO_SUCH_CHOICE: (
            QT_TRANSLATE_NOOP("Outcome", "Choose 1 to {most}"),
            "",
        ),
    },
    prompts={
        MovePrompt.SCAN_SOURCE: QT_TRANSLATE_NOOP("Prompt", "Scan the bin to take from"),
        MovePrompt.GO_TO_SOURCE: QT_TRANSLATE_NOOP("Prompt", "Go to {bin}, scan it"),
        MovePrompt.TAKE_SO_MANY: QT_TRANSLATE_NOOP("Prompt", "Take {units} × {sku}"),
        MovePrompt.BRING_TO: QT_TRANSLATE_NOOP("Prompt", "Bring {units} to {bin}"),
        MovePrompt.TAKE_GOODS: QT_TRANSLATE_NOOP("Prompt", "Scan goods of {bin}"),
        MovePrompt.SCAN_TARGET: QT_TRANSLATE_NOOP("Prompt", "Scan where {units} go"),
        MovePrompt.CHOOSE_WHICH: QT_TRANSLATE_NOOP("Prompt", "Which? 1 to {most}"),
        MovePrompt.CHOOSE_STATUS: QT_TRANSLATE_NOOP("Prompt", "What becomes? 1 to {most}"),
        MovePrompt.CHOOSE_WHY: QT_TRANSLATE_NOOP("Prompt", "Why? 1 to {most}"),
        MovePrompt.SCAN_STATUS_PLACE: QT_TRANSLATE_NOOP("Prompt", "Scan their bin, or OK"),
        MovePrompt.LEAVE_MOVE: QT_TRANSLATE_NOOP("Prompt", "OK = leave it, UNDO = go on"),
    },
    facts={
        FactKind.STOCK_MOVED: QT_TRANSLATE_NOOP("Fact", "Goods moved"),
        FactKind.TASK_WANTED: QT_TRANSLATE_NOOP("Fact", "Task wanted"),
        FactKind.TASK_STARTED: QT_TRANSLATE_NOOP("Fact", "Task begun"),
        FactKind.TASK_LEFT: QT_TRANSLATE_NOOP("Fact", "Task left"),
        FactKind.TASK_DONE: QT_TRANSLATE_NOOP("Fact", "Task done"),
        FactKind.TASK_DROPPED: QT_TRANSLATE_NOOP("Fact", "Task not needed any more"),
    },
    screen={
        "tile_move": QT_TRANSLATE_NOOP("Screen", "MOVE"),
        "bin_to_bin": QT_TRANSLATE_NOOP("Screen", "bin to bin, status"),
        "move_here": QT_TRANSLATE_NOOP("Screen", "In this bin"),
        "move_hand": QT_TRANSLATE_NOOP("Screen", "In hand"),
        "move_which": QT_TRANSLATE_NOOP("Screen", "Choose by its number"),
        "move_nothing_here": QT_TRANSLATE_NOOP("Screen", "Nothing lies here"),
        "tasks_waiting": QT_TRANSLATE_NOOP("Screen", "Tasks that wait"),
        "moved_before": QT_TRANSLATE_NOOP("Screen", "Moved"),
        "moved_nothing": QT_TRANSLATE_NOOP("Screen", "Nothing moved yet"),
        "move_to": QT_TRANSLATE_NOOP("Screen", "bring to"),
        "units_in_hand": QT_TRANSLATE_NOOP("Screen", "in hand"),
        "owned_by": QT_TRANSLATE_NOOP("Screen", "of {owner}"),
    },
    commands_at={
        "move": {Command.NEXT: QT_TRANSLATE_NOOP("Command", "Next task")},
        "move_walk": {
            Command.CLEAR: QT_TRANSLATE_NOOP("Command", "Home"),
            Command.NEXT: QT_TRANSLATE_NOOP("Command", "Next task"),
        },
    },
    icons={
        MovePrompt.SCAN_SOURCE: "map-pin",
        MovePrompt.GO_TO_SOURCE: "map-pin",
        MovePrompt.BRING_TO: "map-pin",
        MovePrompt.SCAN_TARGET: "map-pin",
        MovePrompt.SCAN_STATUS_PLACE: "map-pin",
        MovePrompt.LEAVE_MOVE: "house",
    },
    icons_at={
        "move_walk": {Command.CLEAR: "house"},
    },
    whole=frozenset({Moving.GOODS_MOVED, Moving.STATUS_CHANGED, Moving.WRITTEN_OFF}),
)
