"""The text that `packbench db` prints for a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from app.cli.output import table
from app.domain.plan.allocate import Rules
from app.domain.sscc import NEARLY_USED
from app.store.admin.leases import Released
from app.store.admin.logins import Login
from app.store.admin.status import Status
from app.sync.proof.verify import Verified


def plain(value: Any) -> Any:
    """The value in JSON's types: times as ISO text, tuples as lists."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value


def status_lines(state: Status, made: Sequence[str], room: int) -> list[str]:
    """room: how many serials the site's number space has."""
    if state.version != state.wanted:
        return list(state.remedies)
    facts: list[tuple[str, object]] = [
        ("version", f"{state.version} ({state.database})"),
        ("epoch", state.epoch),
        ("size", f"{state.size / 1e6:.1f} MB, {state.events} events, feed {state.feed}"),
        ("next serial", f"{state.sscc_next} of {room} ({state.sscc_next / room:.1%} used)"),
        ("exceptions", f"{state.open_exceptions} open{_since(state.oldest_open)}"),
        ("waiting orders", f"{state.released}, the first due {state.oldest_released or '-'}"),
        ("append-only", "yes" if state.triggers else "NO"),
    ]
    if state.roles is not None:
        facts.append(("roles", "in force" if state.roles else "NO"))
        facts.append(("months", ", ".join(one.name for one in state.partitions)))
    if made:
        facts.append(("made", ", ".join(made)))
    lines = table(facts)
    rows = [
        (one.origin, one.site, f"{one.seen_at:%Y-%m-%d %H:%M}", one.last_seq, one.facts)
        for one in state.stations
    ]
    lines += ["", *table([("ORIGIN", "SITE", "LAST SEEN", "LAST FACT", "FACTS"), *rows])]
    return lines + [f"! {remedy}" for remedy in (*state.remedies, *_numbers(state, room))]


def _numbers(state: Status, room: int) -> list[str]:
    if state.sscc_next < NEARLY_USED * room:
        return []
    return [
        "The parcel numbers come to their end. Add an extension digit at every bench:"
        " sscc_extensions in config.toml."
    ]


def _since(when: datetime | None) -> str:
    return "" if when is None else f", the oldest of {when:%Y-%m-%d %H:%M}"


def verify_lines(found: Verified) -> list[str]:
    counted = found.counted
    lines = [f"Computed again: events {counted.events}, rows {counted.rows}."]
    if counted.archived:
        lines.append(f"{counted.archived} could not be: their months are archived.")
    for one in found.findings:
        where = [one.origin, f"incarnation {one.incarnation}", f"number {one.seq}"]
        words = where if one.origin else []
        words += [f"event {one.event_id}"] if one.event_id else []
        words += [f"{one.kind} {one.id} ({one.site or '-'})"] if one.kind else []
        lines.append(f"{one.what}: {', '.join(words)}: {one.detail}")
    if found.more:
        lines.append(f"... and {found.more} more.")
    return [*lines, "All is well." if found.well else "This centre was changed, or is damaged."]


def roles_lines(there: Sequence[Login], passwords: Mapping[str, str]) -> list[str]:
    rows = [(one.name, one.job.removeprefix("pb_"), one.site, one.origin) for one in there]
    lines = table([("LOGIN", "JOB", "SITE", "ORIGIN"), *rows])
    new = [f"Password of {name}, shown this once: {text}" for name, text in passwords.items()]
    return [*lines, "", *new] if new else lines


def allocation_lines(decided: Mapping[str, Rules]) -> list[str]:
    lines = [_allocation(site, rules) for site, rules in sorted(decided.items())]
    return [*lines, _allocation("Elsewhere" if decided else "Everywhere", Rules())]


def _allocation(site: str, rules: Rules) -> str:
    whole = "all or nothing" if rules.complete else "what there is"
    return f"{site}: {', '.join(rules.stages)}; an order gets {whole}."


def release_lines(station: str, done: Released) -> list[str]:
    lines = [f"{name}: given back." for name in done.given] or ["No order was given back."]
    lines += [f"{name}: left, as it is {sub}." for name, sub in done.left]
    if done.left:
        lines.append("A supervisor takes those over at a bench: scan the order twice.")
    return [*lines, f"What {station} has not sent is unknown. Keep its file, and let it send."]
