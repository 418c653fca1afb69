"""The words of all rooms put together: one line a room, in this tuple and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from app.domain.commands import Command
from app.domain.facts import FactKind
from app.domain.outcome import OutcomeKind, Prompt
from ui.count.words import WORDS as COUNT
from ui.devices.words import WORDS as DEVICES
from ui.exceptions.words import WORDS as EXCEPTIONS
from ui.home.words import WORDS as HOME
from ui.labels.words import WORDS as LABELS
from ui.load.words import WORDS as LOAD
from ui.manage.words import WORDS as MANAGE
from ui.move.words import WORDS as MOVE
from ui.order.words import WORDS as ORDER
from ui.pack.words import WORDS as PACK
from ui.pick.words import WORDS as PICK
from ui.sign_in.words import WORDS as SIGN_IN
from ui.supervisor.words import WORDS as SUPERVISOR
from ui.words import Words
from ui.words.anywhere import WORDS as ANYWHERE
from ui.words.demo import WORDS as DEMO
from ui.words.find import WORDS as FIND
from ui.words.notes import WORDS as NOTES
from ui.words.outside import WORDS as OUTSIDE
from ui.words.reports import WORDS as REPORTS
from ui.words.screens import WORDS as SCREENS
from ui.words.settings import WORDS as SETTINGS
from ui.words.weights import WORDS as WEIGHTS
from ui.words.window import WORDS as WINDOW
from ui.words.work import WORDS as WORK

ROOMS: tuple[Words, ...] = (
    ANYWHERE,
    SCREENS,
    WINDOW,
    WORK,
    WEIGHTS,
    OUTSIDE,
    SIGN_IN,
    HOME,
    ORDER,
    EXCEPTIONS,
    MANAGE,
    PICK,
    PACK,
    LOAD,
    COUNT,
    MOVE,
    LABELS,
    DEVICES,
    DEMO,
    SUPERVISOR,
    FIND,
    REPORTS,
    NOTES,
    SETTINGS,
)

K = TypeVar("K")
V = TypeVar("V")


def _merged(tables: Iterable[Mapping[K, V]]) -> dict[K, V]:
    return {key: value for table in tables for key, value in table.items()}


OUTCOMES: dict[OutcomeKind, tuple[str, str]] = _merged(room.outcomes for room in ROOMS)
PROMPTS: dict[Prompt, str] = _merged(room.prompts for room in ROOMS)
PROMPTS_WITHOUT: dict[Prompt, str] = _merged(room.prompts_without for room in ROOMS)
FACTS: dict[FactKind, str] = _merged(room.facts for room in ROOMS)
SCREEN: dict[str, str] = _merged(room.screen for room in ROOMS)
COMMANDS_AT: dict[str, Mapping[Command, str]] = _merged(room.commands_at for room in ROOMS)
ICONS: dict[Prompt, str] = dict.fromkeys(PROMPTS, "scan-barcode")
ICONS.update(_merged(room.icons for room in ROOMS))
ICONS_AT: dict[str, Mapping[Command, str]] = _merged(room.icons_at for room in ROOMS)
WHOLE: frozenset[OutcomeKind] = frozenset().union(*(room.whole for room in ROOMS))
