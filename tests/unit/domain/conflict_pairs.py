"""Every pair of facts of two benches, reduced in both orders of arrival.

`python -m tests.unit.domain.conflict_pairs` writes docs/conflict-pairs.md anew; a test compares it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from app.domain import codec
from app.domain.facts import FactKind, Kind, NewFact
from app.domain.reduce import RULES, reduce
from app.domain.rows.learned import Learned
from app.domain.rows.orders import Order
from app.domain.rows.things import Bin, ExceptionRow, Load, Parcel
from tests.unit.domain.two_benches import IMPORT, choices, copied, moments
from tests.unit.domain.world import FakeWorld, as_fact

K = FactKind
DOCUMENT = Path(__file__).parents[3] / "docs" / "conflict-pairs.md"
PEOPLE = DOCUMENT.with_name("conflicts.md")
OUTSIDE = frozenset(
    {K.ORDER_PLACED, K.ORDER_CHANGED, K.ORDER_CANCELLED, K.ORDER_HELD, K.PRODUCT_SET, K.BIN_SET}
) | {
    K.SITE_HELD,
    K.SITE_RELEASED,
    K.PRIORITY_SET,
    K.ORDER_REDIRECTED,
    K.SITE_RULE_SET,
    K.MESSAGE_SENT,
    K.MESSAGE_WITHDRAWN,
    K.STOCK_OPENED,
    K.OPERATOR_SET,
    K.CARTON_SET,
    K.LOAD_SET,
}
"""What files, shops and the site's office say; two of them come from one writer, in its order."""

KindPair = tuple[FactKind, FactKind]
Told = Counter[str]
"""Reasons, and how often each was told."""


def key(first: FactKind, second: FactKind) -> KindPair:
    ranks = list(FactKind)
    return (first, second) if ranks.index(first) <= ranks.index(second) else (second, first)


@dataclass(frozen=True)
class Heard:
    """The centre after some facts: its rows, and what a person is told of each fact."""

    rows: Mapping[Any, Any]
    told: Told


def hear(world: FakeWorld, *facts: tuple[str, NewFact]) -> Heard:
    rows = dict(world.rows)
    told: Told = Counter()
    for seq, (origin, new) in enumerate(facts, start=1):
        fact = as_fact(new, seq, origin)
        for item in fact.concerns():
            effect = reduce(item.kind, rows.get(item), fact, item.id)
            rows[item] = effect.row
            if effect.conflict or effect.exception:
                told[effect.conflict or effect.exception] += 1
    return Heard({item: _plain(row) for item, row in rows.items()}, told)


def _plain(row: Any) -> Any:
    """The row without who touched it last, without the order of its parts, weights to a gram."""
    match row:
        case Parcel():
            contents = tuple(sorted(row.contents, key=codec.to_text))
            return replace(row, contents=contents, place="", seen_at=None, seen_by="")
        case Order():
            parcels = tuple(sorted(row.parcels, key=lambda mark: mark.sscc))
            return replace(row, parcels=parcels, totes=tuple(sorted(row.totes)))
        case Load():
            return replace(row, parcels=tuple(sorted(row.parcels)))
        case Bin():
            return replace(row, stock=tuple(sorted(row.stock, key=codec.to_text)), counted_by="")
        case ExceptionRow():  # the facts of a test are named by their places
            return replace(row, evidence=())
        case Learned():
            return Learned(row.sku, round(row.mean_g), 0.0)
        case _:
            return row


@dataclass(frozen=True)
class Meeting:
    """Two facts in both orders of arrival. a_then_b: told beyond what each alone is told for."""

    moment: str
    same: bool
    a_then_b: frozenset[str]
    b_then_a: frozenset[str]
    all_a_then_b: frozenset[str]
    all_b_then_a: frozenset[str]

    @property
    def silent(self) -> bool:
        """The rows depend on the order of arrival, and in one of the two nobody is told."""
        return not self.same and not (self.all_a_then_b and self.all_b_then_a)


def meet(moment: str, world: FakeWorld, a: tuple[str, NewFact], b: tuple[str, NewFact]) -> Meeting:
    ab, ba = hear(world, a, b), hear(world, b, a)
    alone = hear(world, a).told + hear(world, b).told
    return Meeting(
        moment,
        ab.rows == ba.rows,
        frozenset(ab.told - alone),
        frozenset(ba.told - alone),
        frozenset(ab.told),
        frozenset(ba.told),
    )


@dataclass
class Outcome:
    """All meetings of one pair of kinds. about: the kinds of rows both facts name."""

    about: set[Kind] = field(default_factory=set)
    meetings: list[Meeting] = field(default_factory=list)

    @property
    def rows(self) -> str:
        if all(meeting.same for meeting in self.meetings):
            return "same"
        return "later" if any(meeting.silent for meeting in self.meetings) else "told"

    def told(self, *, swapped: bool) -> tuple[str, ...]:
        found: set[str] = set()
        for meeting in self.meetings:
            found |= meeting.b_then_a if swapped else meeting.a_then_b
        return tuple(sorted(found))


def _meetings(stale: bool) -> Iterator[tuple[NewFact, NewFact, Meeting]]:
    worlds = moments()
    names = list(worlds)
    for at, name in enumerate(names):
        world = worlds[name]
        fresh = {me: list(choices(copied(world), me)) for me in ("P2", IMPORT)}
        views = names[:at] if stale else [name]
        seen: list[NewFact] = []
        for view in views:
            for a in choices(copied(worlds[view]), "P1"):
                if a in seen:
                    continue
                seen.append(a)
                for origin, facts in fresh.items():
                    for b in facts:
                        if set(a.subjects) & set(b.subjects):
                            yield a, b, meet(name, world, ("P1", a), (origin, b))


@cache
def outcomes() -> Mapping[KindPair, Outcome]:
    """Benches that know the same; where they cannot meet over a row, one has not heard yet."""
    found: dict[KindPair, Outcome] = {}
    for stale in (False, True):
        known = {pair: set(outcome.about) for pair, outcome in found.items()}
        for a, b, meeting in _meetings(stale=stale):
            pair = key(a.kind, b.kind)
            if {item.kind for item in set(a.subjects) & set(b.subjects)} <= known.get(pair, set()):
                continue
            outcome = found.setdefault(pair, Outcome())
            outcome.about |= {item.kind for item in set(a.subjects) & set(b.subjects)}
            told_as = meeting if pair == (a.kind, b.kind) else _swapped(meeting)
            outcome.meetings.append(told_as)
    return found


def all_meetings() -> Iterator[tuple[KindPair, Meeting]]:
    """Whatever each bench has heard."""
    for stale in (False, True):
        for a, b, meeting in _meetings(stale=stale):
            yield key(a.kind, b.kind), meeting


def _swapped(meeting: Meeting) -> Meeting:
    return replace(
        meeting,
        a_then_b=meeting.b_then_a,
        b_then_a=meeting.a_then_b,
        all_a_then_b=meeting.all_b_then_a,
        all_b_then_a=meeting.all_a_then_b,
    )


def later_counts(*, late: bool) -> frozenset[KindPair]:
    """Pairs of docs/conflicts.md whose rows show the later word without anybody being told.

    late: those of which nobody is told in one order of arrival only.
    """
    text = PEOPLE.read_text(encoding="utf-8")
    section = text.partition("## The later word counts")[2].partition("\n## ")[0]
    silent, _, told_late = section.partition("told if late")
    text = told_late if late else silent
    rows = re.findall(r"^\| (`.*?`) \| (`.*?`) \|", text, re.MULTILINE)
    return frozenset(
        key(FactKind(first), FactKind(second))
        for left, right in rows
        for first in re.findall(r"`(\w+)`", left)
        for second in re.findall(r"`(\w+)`", right)
    )


def wanted() -> set[KindPair]:
    """Every pair of kinds that have a rule for one kind of row, but for two of the outside's."""
    return {
        key(first, second)
        for rules in RULES.values()
        for first in rules
        for second in rules
        if not {first, second} <= OUTSIDE
    }


# --- the document ---------------------------------------------------------------------------------

HEAD = """# Every pair of facts

Written by `python -m tests.unit.domain.conflict_pairs` from the rules themselves, and compared with
them by a test; what it means in a warehouse stands in [conflicts.md](conflicts.md).

Two benches (or a bench and the shop) know the same, lose the network, and write one fact each about
one order, parcel, tote, bin, load, serial number, person, weight or exception. Where no moment lets
both be written, one of the two benches has not yet heard of the steps in between. Every such pair is
reduced in both orders of arrival, at every moment of an order's way.

* rows: **same** whichever is heard first; **told** they may differ, and a person is told in both
  orders; **later** they may show what was heard last, and there is an order in which nobody is told:
  each of these stands in conflicts.md with why it does no harm.
* told: the reasons beyond those that each fact would be told for alone, at the moments where it
  matters.
"""


def rendered() -> str:
    """docs/conflict-pairs.md: a section a fact kind; kinds with the same outcome share a line."""
    parts = [HEAD]
    for first in FactKind:
        lines: dict[tuple[str, str, str], list[str]] = {}
        for (one, other), outcome in sorted(outcomes().items(), key=_in_order):
            if one is first:
                told, swapped = (_cell(outcome.told(swapped=way)) for way in (False, True))
                lines.setdefault((outcome.rows, told, swapped), []).append(f"`{other.value}`")
        if lines:
            parts.append(f"\n## `{first.value}`\n")
            parts.append(
                "| and | rows | told, this first | told, the other first |\n|---|---|---|---|"
            )
            for cells, others in lines.items():
                parts.append("| " + " | ".join((", ".join(others), *cells)) + " |")
    return "\n".join(parts) + "\n"


def _in_order(item: tuple[KindPair, Outcome]) -> tuple[int, int]:
    ranks = list(FactKind)
    return ranks.index(item[0][0]), ranks.index(item[0][1])


def _cell(reasons: tuple[str, ...]) -> str:
    return ", ".join(f"`{reason}`" for reason in reasons)


if __name__ == "__main__":
    DOCUMENT.write_text(rendered(), encoding="utf-8")
