"""A zone's bins get labels: they are printed, stuck on, and each is scanned at its bin.

A label that nobody scans proves nothing: its bin stays in the list of what is missing.
"""

from __future__ import annotations

from dataclasses import replace

from app.domain.commands import Command
from app.domain.outcome import Prompt, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.world import Step, Want, Wish, World
from app.station.labels.outcome import Labelling, LabelsPrompt
from app.station.labels.task import LabelsTask, ZoneLabels

AT_ONCE = 24
"""So many labels are printed by one press: a parcel's label does not wait long behind them."""
MOST = 500
"""So many bins are listed; of a larger zone those from the scanned one on, in walking order."""
NAMED = 3
"""So many missing bins are named in an answer."""

ZoneStep = Step[LabelsTask]


def scan_bin(task: LabelsTask, code: str, world: World, *, typed: bool) -> ZoneStep:
    """A bin's label was scanned: it opens its zone, or is proven. typed: by hand."""
    row, at = world.bin(code), task.zone
    if row is None:
        return Step(outcome(Anywhere.UNKNOWN_CODE, code=code), task)
    if at is None or at.other == code:
        bins = sorted(world.bins_in(row.zone), key=lambda one: (one.walk, one.code))
        codes = [one.code for one in bins]
        if len(codes) > MOST:
            codes = codes[codes.index(code) :][:MOST]
        at = ZoneLabels(row.zone, tuple(codes))
        said = outcome(Labelling.ZONE_OPENED, zone=at.shown, count=len(at.bins))
        return Step(said, replace(task, typed="", chosen="", zone=at))
    if code not in at.bins:
        said = outcome(Labelling.OTHER_ZONE, bin=code, zone=row.zone or "-")
        return Step(said, replace(task, zone=replace(at, other=code)))
    if typed:
        return Step(outcome(Labelling.BIN_LABEL_TYPED, bin=code), task)
    new = code not in at.proven
    at = replace(at, other="", proven=(*at.proven, code) if new else at.proven)
    task, left = replace(task, zone=at), len(at.missing)
    if not left:
        return Step(outcome(Labelling.ZONE_PROVEN, zone=at.shown, count=len(at.bins)), task)
    kind = Labelling.BIN_LABEL_PROVEN if new else Labelling.BIN_LABEL_KNOWN
    return Step(outcome(kind, bin=code, left=left), task)


def command(task: LabelsTask, at: ZoneLabels, pressed: Command) -> ZoneStep:
    match pressed:
        case Command.PRINT if at.missing:
            return _print(task, at)
        case Command.FINISH if at.missing:
            bins = ", ".join(at.missing[:NAMED]) + ("…" if len(at.missing) > NAMED else "")
            said = outcome(Labelling.BIN_LABELS_MISSING, left=len(at.missing), bins=bins)
            return Step(said, task)
        case Command.HOME:
            return Step(outcome(Anywhere.CLEARED), None)
        case Command.FINISH | Command.CLEAR | Command.UNDO | Command.OK:
            return Step(outcome(Anywhere.CLEARED), replace(task, zone=None))
        case _:
            return Step(outcome(Anywhere.COMMAND_NOT_HERE, command=pressed.value), task)


def _print(task: LabelsTask, at: ZoneLabels) -> ZoneStep:
    """Print the next labels that nobody has scanned; after the last ones all of these again."""
    sent = frozenset(at.sent)
    waiting = [code for code in at.missing if code not in sent]
    if not waiting:
        at, waiting = replace(at, sent=()), list(at.missing)
    now = tuple(waiting[:AT_ONCE])
    task = replace(task, zone=replace(at, sent=(*at.sent, *now)))
    said = outcome(Labelling.BIN_LABELS_SENT, count=len(now), left=len(waiting) - len(now))
    return Step(said, task, (), (Wish(Want.BIN_LABELS, at.zone, codes=now),))


def failed(task: LabelsTask, at: ZoneLabels, reason: str) -> ZoneStep:
    """A sheet did not come out: all that nobody has scanned is to be printed again."""
    task = replace(task, zone=replace(at, sent=()))
    return Step(outcome(Labelling.BIN_LABELS_FAILED, reason=reason), task)


def prompt(at: ZoneLabels) -> tuple[Prompt, dict[str, str | int]]:
    if not at.missing:
        return LabelsPrompt.ZONE_DONE, {}
    return LabelsPrompt.SCAN_BIN_LABELS, {"left": len(at.missing)}
