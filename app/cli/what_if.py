"""A day of the log gone through again: with other packers, another cut-off, or larger pick batches.

Printed are, for each truck, when its last order was packed and how many were packed after its
cut-off: as it was, as the simulation has it, and as it would have been. How far the second is from
the first says how much the third is worth. Loading is not in it.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from app.cli.options import add_centre, add_json, existing_centre
from app.errors import ExitCode, UsageFault

if TYPE_CHECKING:
    from app.domain.plan.whatif import Floor, Job
    from app.reports.replayed import Replayed, Truck

_MOST = 500
_MINUTE_MS = 60_000


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "what-if",
        help="how a day would have gone with other people, cut-offs or batches",
        description=__doc__,
    )
    parser.add_argument(
        "--day", metavar="DATE", required=True, help="a day of the site's calendar: 2026-03-02"
    )
    parser.add_argument(
        "--packers", metavar="N", type=int, help="so many pack at once at most (as that day)"
    )
    parser.add_argument(
        "--cut-off",
        metavar="CARRIER=HH:MM",
        action="append",
        default=[],
        help="all orders of the carrier that have a cut-off have this one",
    )
    parser.add_argument(
        "--batch",
        metavar="N",
        type=int,
        default=1,
        help="so many orders are picked on one walk (1)",
    )
    parser.add_argument(
        "--seed", metavar="N", type=int, default=1, help="for orders that were not measured (1)"
    )
    add_centre(parser)
    add_json(parser)


@dataclass(frozen=True)
class _Row:
    was: Truck
    simulated: Truck
    would: Truck


def run(args: argparse.Namespace) -> int:
    from app.cli.report import day_of
    from app.domain.plan.whatif import NEVER, day, with_cut_offs
    from app.reports.replayed import trucks

    since, until = day_of(args.day)
    for name, value in (("--packers", args.packers), ("--batch", args.batch)):
        if value is not None and not 1 <= value <= _MOST:
            raise UsageFault(f"{name} goes from 1 to {_MOST}.")
    dues = dict(_dues(args.cut_off, since))
    log = _log(args, since, until)
    unknown = sorted(dues.keys() - {job.carrier for job in log.jobs if job.due is not None})
    if unknown:
        raise UsageFault(f"No order of that day had a cut-off with {', '.join(unknown)}.")
    if not log.packed:
        raise UsageFault(f"Nothing was packed on {args.day}: there is nothing to go through again.")
    changed = with_cut_offs(log.jobs, dues)
    simulated, would = day(log.jobs, log.floor), day(changed, _floor(log, args))
    rows = [
        _Row(*three)
        for three in zip(
            trucks(log.jobs, log.packed, NEVER),
            trucks(log.jobs, simulated, NEVER),
            _in_order(log.jobs, changed, would),
            strict=True,
        )
    ]
    _show(rows, log, simulated, would, args)
    return ExitCode.OK


def _log(args: argparse.Namespace, since: datetime, until: datetime) -> Replayed:
    from app.domain.facts import Kind
    from app.reports.replayed import READ, replayed

    centre = existing_centre(args)
    try:
        with centre.history() as past:
            facts = past.facts(READ, since, until)
            return replayed(
                facts, lambda names: past.rows(Kind.ORDER, names), since, seed=args.seed
            )
    finally:
        centre.close()


def _dues(words: list[str], since: datetime) -> Iterator[tuple[str, int]]:
    """Raises UsageFault."""
    for word in words:
        carrier, _, text = word.rpartition("=")
        try:
            at = datetime.strptime(text, "%H:%M")  # noqa: DTZ007  of the site's day, see below
        except ValueError:
            at = None
        if not carrier or at is None:
            raise UsageFault(f"--cut-off: {word} is no carrier and time such as DHL=15:30.")
        local = since.astimezone().replace(tzinfo=None)
        due = local.replace(hour=at.hour, minute=at.minute).astimezone()
        yield carrier, (due - since) // timedelta(milliseconds=1)


def _floor(log: Replayed, args: argparse.Namespace) -> Floor:
    from app.domain.plan.whatif import Floor

    packers = log.floor.packers
    if args.packers is not None:
        packers = packers.plus(args.packers - packers.most)
    return Floor(log.floor.pickers, packers, args.batch)


def _in_order(was: tuple[Job, ...], jobs: list[Job], packed: dict[str, int]) -> Iterator[Truck]:
    """The trucks in the order of their cut-offs as they were, each with its new one."""
    from app.domain.plan.whatif import NEVER
    from app.reports.replayed import trucks

    of = {job.order: job for job in jobs}
    for truck in trucks(was, packed, NEVER):
        mine = [
            of[job.order] for job in was if (job.carrier, job.due) == (truck.carrier, truck.due)
        ]
        yield next(trucks(mine, packed, NEVER))


# --- what is printed ------------------------------------------------------------------------------


def _show(
    rows: list[_Row],
    log: Replayed,
    simulated: dict[str, int],
    would: dict[str, int],
    args: argparse.Namespace,
) -> None:
    from app.cli.output import put, put_json, table
    from app.domain.plan.whatif import NEVER

    real = max(log.packed.values())
    error = round((max(simulated[name] for name in log.packed) - real) / _MINUTE_MS, 1)
    end = max(at for at in would.values() if at < NEVER)
    if args.json:
        put_json(
            {
                "trucks": [_as_json(row, log.since) for row in rows],
                "end": _iso(real, log.since),
                "end_what_if": _iso(end, log.since),
                "error_minutes": error,
                "orders": len(log.jobs),
                "guessed": log.guessed,
                "packers": log.floor.packers.most,
            }
        )
        return
    head = [
        "carrier",
        "cut-off",
        "orders",
        "packed",
        "late",
        "simulated",
        "late",
        "new cut-off",
        "what-if",
        "late",
    ]
    lines: list[tuple[object, ...]] = []
    for row in rows:
        lines.append(
            (
                row.was.carrier or "-",
                _clock(row.was.due, log.since),
                row.was.orders,
                _clock(row.was.last, log.since),
                row.was.late,
                _clock(row.simulated.last, log.since),
                row.simulated.late,
                _clock(row.would.due, log.since),
                _clock(row.would.last, log.since),
                row.would.late,
            )
        )
    for line in table([head, *lines]):
        put(line)
    put("")
    side = "after" if error >= 0 else "before"
    put(
        f"The day was packed by {_clock(real, log.since)}. Simulated as it was it ends"
        f" {abs(error):g} minutes {side} that, and with the changes at {_clock(end, log.since)}."
    )
    put(
        f"{log.floor.packers.most} packed at once at most; {log.guessed} of {len(log.jobs)} orders"
        " were not packed that day: their seconds are drawn from the others'."
    )


def _clock(ms: int | None, since: datetime) -> str:
    if ms is None:
        return "-"
    at = _at(ms, since).astimezone()
    return f"{at:%H:%M}" if at.date() == since.astimezone().date() else f"{at:%m-%d %H:%M}"


def _at(ms: int, since: datetime) -> datetime:
    return since + timedelta(milliseconds=ms)


def _iso(ms: int | None, since: datetime) -> str | None:
    return None if ms is None else _at(ms, since).isoformat()


def _as_json(row: _Row, since: datetime) -> dict[str, Any]:
    """These names are a contract with scripts."""
    return {
        "carrier": row.was.carrier,
        "cut_off": _iso(row.was.due, since),
        "orders": row.was.orders,
        "last": _iso(row.was.last, since),
        "late": row.was.late,
        "simulated_last": _iso(row.simulated.last, since),
        "simulated_late": row.simulated.late,
        "what_if_cut_off": _iso(row.would.due, since),
        "what_if_last": _iso(row.would.last, since),
        "what_if_late": row.would.late,
    }
