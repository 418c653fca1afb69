"""What holds whatever two benches and the shop do without hearing of each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Any

from hypothesis import event, given, settings
from hypothesis import strategies as st

from app.domain.facts import FactKind, Kind, NewFact, Subject
from app.domain.reduce import moves, reduce
from app.domain.rows.orders import PROGRESS, Order, Stage, State, Sub
from app.domain.rows.things import Bin, Label, Load, Parcel, Serial
from tests.unit.domain.conflict_pairs import Heard, Told, hear, key, later_counts
from tests.unit.domain.facts import GOING_BACK
from tests.unit.domain.two_benches import BIN, IMPORT, ORDER, choices, copied, moments
from tests.unit.domain.world import FakeWorld, as_fact

K = FactKind
RANK = {sub: rank for rank, (_, sub) in enumerate(PROGRESS)}
BENCHES = ("P1", "P2")
Said = tuple[str, NewFact]


@dataclass(frozen=True)
class Shift:
    """What each wrote, in its own order, and how the centre heard it.

    ordinary: what people were told at the benches, alone.
    """

    moment: str
    start: FakeWorld
    said: tuple[Said, ...]
    ordinary: Told

    def of(self, *writers: str) -> tuple[Said, ...]:
        """The same facts, one writer after the other."""
        return tuple(one for writer in writers for one in self.said if one[0] == writer)


@cache
def _moments() -> dict[str, FakeWorld]:
    return moments()


@st.composite
def shifts(draw: st.DrawFn) -> Shift:
    """Two to six facts of two benches that saw the same, and sometimes the shop's word."""
    moment = draw(st.sampled_from(list(_moments())))
    start = _moments()[moment]
    views = {me: copied(start) for me in BENCHES}
    written: dict[str, list[NewFact]] = {me: [] for me in (*BENCHES, IMPORT)}
    ordinary: Told = Counter()
    for me in draw(st.lists(st.sampled_from(BENCHES), min_size=2, max_size=6)):
        view = views[me]
        view.station = me
        free = list(choices(view, me))
        new = draw(st.sampled_from(free))
        before = hear(view, (me, new))
        assert view.do(new) == [], f"{new.kind} is no ordinary work {moment}"
        ordinary += before.told
        written[me].append(new)
    if draw(st.booleans()):
        written[IMPORT].append(draw(st.sampled_from(list(choices(start, IMPORT)))))
        ordinary += hear(start, (IMPORT, written[IMPORT][0])).told
    turns = draw(st.permutations([me for me, facts in written.items() for _ in facts]))
    rest = {me: iter(facts) for me, facts in written.items()}
    said = tuple((me, next(rest[me])) for me in turns)
    return Shift(moment, start, said, ordinary)


def extra(shift: Shift, heard: Heard) -> Told:
    """What the centre tells beyond what the benches told."""
    return heard.told - shift.ordinary


def steps(shift: Shift) -> Iterator[tuple[Subject, Any, Any, bool]]:
    """Every row before and after every fact, and whether the fact was told of.

    What the shop says of an order is left out: it may open a packed order again, which is told, or
    call a cancelled one back to life. So is what a bench says that makes something less by its very
    kind.
    """
    rows = dict(shift.start.rows)
    for seq, (origin, new) in enumerate(shift.said, start=1):
        fact = as_fact(new, seq, origin)
        effects = {
            item: reduce(item.kind, rows.get(item), fact, item.id) for item in fact.concerns()
        }
        told = any(effect.conflict or effect.exception for effect in effects.values())
        for item, effect in effects.items():
            if fact.kind == K.ORDER_CHANGED:
                same = effect.row.sub is rows[item].sub
                new_still = rows[item].cancelled or rows[item].state is State.ORDERED
                assert told or same or new_still, "opened again in silence"
                rows[item] = effect.row
                continue
            if fact.kind not in GOING_BACK:
                yield item, rows.get(item), effect.row, told
            rows[item] = effect.row


@settings(max_examples=400, deadline=None)
@given(shifts())
def test_nothing_that_is_proven_closed_or_gone_becomes_less(shift: Shift) -> None:
    for item, before, row, told in steps(shift):
        assert before is None or row is not None, item
        if isinstance(before, Order):
            if before.state is not State.ORDERED:
                assert RANK[row.sub] >= RANK[before.sub], "progress goes back"
        elif isinstance(before, Parcel):
            if before.label is Label.PROVEN:
                assert row.label is Label.PROVEN, "a proof is lost"
                assert row.contents == before.contents or told, "a proven box changes in silence"
            if before.stage is Stage.DISPATCHED:
                assert (row.stage, row.load) == (Stage.DISPATCHED, before.load), "it came back"
            if before.stage is Stage.LOADED:
                less = row.stage not in {Stage.LOADED, Stage.DISPATCHED}
                assert not less or row.load == "", "it is on a truck and is not"
        elif isinstance(before, Load) and before.closed:
            assert row.closed
            assert set(before.parcels) <= set(row.parcels), "it left without what it left with"
            assert row.parcels == before.parcels or told, "it changes in silence after it left"


@settings(max_examples=400, deadline=None)
@given(shifts())
def test_all_that_was_done_is_counted_or_told(shift: Shift) -> None:
    heard = hear(shift.start, *shift.said)
    told = extra(shift, heard)
    facts = [as_fact(new, seq, me) for seq, (me, new) in enumerate(shift.said, start=1)]
    shifted: Counter[tuple[str, str]] = Counter()
    for fact in facts:
        for move in moves(fact):
            shifted[move.place, move.sku] += move.delta
    for sku, place in BIN.items():
        old, new = shift.start.bin(place), heard.rows[Subject(Kind.BIN, place)]
        assert isinstance(old, Bin) and isinstance(new, Bin)
        assert new.quantity(sku) == old.quantity(sku) + shifted[f"bin:{place}", sku], "stock"
    order, before = heard.rows[Subject(Kind.ORDER, ORDER)], shift.start.order(ORDER)
    assert isinstance(order, Order) and before is not None
    if not told:
        _counted(before, order, facts)
    for line in order.lines:
        if line.packed > line.ordered - line.short or line.picked > line.ordered:
            assert heard.told, f"{line} is too many, and nobody hears"
        if order.sub in {Sub.PACKED, Sub.MANIFESTED} and line.to_pack:
            assert heard.told, f"{line} is missing, and nobody hears"
    boxes = [row for row in heard.rows.values() if isinstance(row, Parcel)]
    _one_box_a_serial(boxes, heard)
    for box in boxes:
        mark = order.parcel(box.sscc)
        assert mark is not None and (mark.stage == box.stage or told), "order and box differ"
        assert box.stage is not Stage.VOID or not box.contents or told, "goods in a void box"


_DONE = ("picked", "put", "packed", "short")


def _counted(before: Order, after: Order, facts: Sequence[Any]) -> None:
    done: Counter[tuple[str, int]] = Counter()
    signs = {K.UNIT_PICKED: ("picked", 1), K.PICK_UNDONE: ("picked", -1)}
    signs |= {K.UNIT_PACKED: ("packed", 1), K.UNIT_REMOVED: ("packed", -1)}
    signs |= {K.PICK_SHORT: ("short", 1), K.PACK_SHORT: ("short", 1), K.PUT_IN_TOTE: ("put", 1)}
    signs |= {K.SHORT_TAKEN_BACK: ("short", -1), K.UNIT_PUT_BACK: ("picked", -1)}
    signs |= {K.DAMAGE_UNDONE: ("picked", 1)}
    for fact in facts:
        if fact.kind == K.UNIT_DAMAGED and not fact.body["from"].startswith("bin:"):
            done["picked", fact.body["line"]] -= 1
        for line_, quantity in fact.body["lines"] if fact.kind == K.PARCEL_WITHDRAWN else ():
            done["packed", line_] -= quantity
        if fact.kind == K.UNIT_PUT_BACK and fact.body["from"].startswith("tote:"):
            done["put", fact.body["line"]] -= fact.body["quantity"]
        if fact.kind in signs:
            name, sign = signs[FactKind(fact.kind)]
            done[name, fact.body["line"]] += sign * fact.body["quantity"]
    for line in before.lines:
        now = after.line(line.number)
        if now is None:  # the shop changed the order before anybody had begun
            assert not any(done[name, line.number] for name in ("picked", "packed"))
            continue
        # Units that the shop gives up are the first that were short.
        names = ("picked", "put", "packed") if now.ordered < line.ordered else _DONE
        for name in names:
            expected = getattr(line, name) + done[name, line.number]
            assert getattr(now, name) == expected, f"{name} of line {line.number}"


def _one_box_a_serial(boxes: Sequence[Parcel], heard: Heard) -> None:
    held = Counter((item.sku, item.serial) for box in boxes for item in box.contents if item.serial)
    if any(count > 1 for count in held.values()):
        # A box that was taken back while it went onto a truck keeps its list, and a person is told.
        told = heard.told["serial_packed_twice"] or heard.told["withdrawn_after_loading"]
        assert told, "a serial number in two boxes"
    for row in heard.rows.values():
        doubted = heard.told["serial_packed_twice"] or heard.told["withdrawn_after_loading"]
        if isinstance(row, Serial) and row.parcel and not doubted:
            assert held[row.sku, row.serial] == 1, "a serial number in no box"


_ALWAYS_TOLD = (
    "parked",
    "lines_changed_while_worked",
    "carrier_changed",
    "held_while_worked",
    "address_changed_after_loading",
    "damaged",
    "help_wanted",
)


@settings(max_examples=400, deadline=None)
@given(shifts())
def test_the_rows_do_not_depend_on_who_spoke_first_unless_it_is_told(shift: Shift) -> None:
    kinds: dict[str, set[FactKind]] = {me: set() for me in (*BENCHES, IMPORT)}
    for me, new in shift.said:
        kinds[me].add(new.kind)
    exempt = later_counts(late=False) | later_counts(late=True)
    met = {key(a, b) for x, y in combinations(kinds.values(), 2) for a in x for b in y}
    if met & exempt:
        event("the later word counts")
        return
    ways = [
        hear(shift.start, *said)
        for said in (shift.said, shift.of(*BENCHES, IMPORT), shift.of(IMPORT, "P2", "P1"))
    ]
    if any(way.rows != ways[0].rows for way in ways):
        heard = any(extra(shift, way) or any(map(way.told.get, _ALWAYS_TOLD)) for way in ways)
        # A serial number that is said to be in two places is told in whichever order that is heard.
        heard = heard or all(way.told["serial_elsewhere"] for way in ways)
        assert heard, "the rows differ, and nobody hears"
