"""What facts do to bins. Stock is the opening count plus all moves; a count is a move as well.

A count's delta is right only if the counter's bench knew every move made before the count. Whether
it did shows when the second of the two arrives. If not, a `recount` opens for a person: either the
count arrives last and finds the bin other than its bench expected, or the move arrives last, comes
from another origin, and was made before the count.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from app.domain import codec
from app.domain.effect import Effect
from app.domain.facts import Fact, FactKind
from app.domain.rows import ends
from app.domain.rows.since import aged
from app.domain.rows.stock_move import StockMove
from app.domain.rows.things import Bin, BinStock, Look, stock_of
from app.domain.stock import StockKey

_PLAIN = frozenset({"sku", "lot"})
SETTLING = timedelta(seconds=30)
"""A unit leaves the shelf some seconds before its scan, and the clocks of two benches differ."""


def _bin_set(row: Bin | None, fact: Fact) -> Effect:
    new = codec.load(Bin, fact.body)
    return Effect(new if row is None else replace(row, walk=new.walk, zone=new.zone, **new.told))


def _bin_shift(sign: int) -> Callable[[Bin | None, Fact], Effect]:
    def rule(row: Bin | None, fact: Fact) -> Effect:
        body = fact.body
        bin_ = row or Bin(str(body["bin"]))
        key = key_in(bin_, body)
        new = with_stock(bin_, key, sign * body["quantity"])
        conflict = "unknown_bin" if row is None else ""
        return Effect(new, conflict=conflict, exception=_doubt(bin_, new, key, fact))

    return rule


def key_in(row: Bin, body: Mapping[str, Any]) -> StockKey:
    """The stock key a fact's body tells. A fact of before there were keys tells SKU and lot only.

    Such a fact means the first stock of that SKU and lot which may be picked.
    """
    told = body.get("key")
    if told is not None:
        # Most keys are a SKU and a lot. They need no reading, and each scan asks.
        return StockKey(**told) if told.keys() <= _PLAIN else codec.load(StockKey, told)
    sku, lot = str(body["sku"]), str(body.get("lot", ""))
    for item in row.stock:
        if (item.sku, item.lot) == (sku, lot) and item.pickable:
            return item.key
    return StockKey(sku, lot)


def _doubt(before: Bin, after: Bin, key: StockKey, fact: Fact) -> str:
    """The exception that a move opens: a count is in doubt, or less than nothing is left."""
    negative = _like(after, key) < 0 <= _like(before, key)
    return _missed_by_count(before, key.sku, fact) or ("negative_stock" if negative else "")


def _like(row: Bin, key: StockKey) -> int:
    """Units of the key's SKU and status: of which lot is often not told."""
    return sum(
        item.quantity for item in row.stock if (item.sku, item.status) == (key.sku, key.status)
    )


_taken = _bin_shift(-1)


def _damaged(row: Bin | None, fact: Fact) -> Effect:
    """A unit damaged in the bin leaves its stock; one damaged after picking has left it already."""
    return _taken(row, fact) if fact.body["from"] == f"bin:{fact.body['bin']}" else Effect(row)


def _short(row: Bin | None, fact: Fact) -> Effect:
    """A picker found too few. The body's `doubted`: by the books that he knew there are more."""
    if row is None or not fact.body.get("doubted"):
        return Effect(row)
    return Effect(_looked(row, str(fact.body["sku"]), missed_at=fact.occurred_at))


def _short_taken_back(row: Bin | None, fact: Fact) -> Effect:
    if row is None:
        return Effect(None)
    return Effect(_looked(row, str(fact.body["sku"]), seen_at=fact.occurred_at))


def _looked(
    row: Bin, sku: str, *, missed_at: datetime | None = None, seen_at: datetime | None = None
) -> Bin:
    """The bin with these times noted; the latest stay, so that late facts change nothing."""
    old = _look(row, sku)
    missed, seen = _latest(old.missed_at, missed_at), _latest(old.seen_at, seen_at)
    return _with_look(row, replace(old, missed_at=missed, seen_at=seen))


def _look(row: Bin, sku: str) -> Look:
    return next((look for look in row.looks if look.sku == sku), Look(sku))


def _with_look(row: Bin, new: Look) -> Bin:
    others = [look for look in row.looks if look.sku != new.sku]
    return replace(row, looks=tuple(sorted((*others, new), key=lambda look: look.sku)))


def _latest(one: datetime | None, other: datetime | None) -> datetime | None:
    known = [at for at in (one, other) if at is not None]
    return max(known, default=None)


def _stock_opened(row: Bin | None, fact: Fact) -> Effect:
    body = fact.body
    bin_ = row or Bin(str(body["bin"]))
    sku = str(body["sku"])
    key = key_in(bin_, body)
    new = with_stock(bin_, key, body["delta"])
    told: dict[str, Any] = {"opening": body["quantity"]}
    if "key" not in body:
        told["expiry"] = date.fromisoformat(body["expiry"]) if body.get("expiry") else None
    stock = tuple(replace(one, **told) if _is(one, key) else one for one in new.stock)
    conflict = "unknown_bin" if row is None else ""
    exception = _missed_by_count(bin_, sku, fact)
    new = aged(bin_, replace(new, stock=stock), key, fact)
    if body.get("seen"):  # facts of before there were looks leave the row as it was
        new = _looked(new, sku, seen_at=fact.occurred_at)
    return Effect(new, conflict=conflict, exception=exception)


def _counted(row: Bin | None, fact: Fact) -> Effect:
    """A count. Its body's `moves`: Bin.moves as the counter's bench knew it.

    Only the first fact of a count carries `moves`. sku "" = the bin was empty, as expected.
    `whole` False: nothing but this SKU of the bin was counted.
    """
    body = fact.body
    bin_ = row or Bin(str(body["bin"]))
    known = body.get("moves", bin_.moves) == bin_.moves
    if body["sku"]:
        key = key_in(bin_, body)
        there = bin_.of(key) if "key" in body else bin_.held(key.sku, key.lot)
        known = known and there == body["expected"]
        new = aged(bin_, with_stock(bin_, key, body["delta"]), key, fact)
    else:
        known = known and not any(item.quantity for item in bin_.stock)
        new = replace(bin_, moves=bin_.moves + 1)
    new = _with_count(new, fact) if body.get("whole", True) else _with_sku_count(new, fact)
    conflict = "unknown_bin" if row is None else ""
    first_of_all = known and "moves" in body and body.get("whole", True)
    done = ends.counted(new, whole=first_of_all and row is not None)
    return Effect(new, conflict, exception="" if known else "recount", finishes=done)


def _with_count(row: Bin, fact: Fact) -> Bin:
    if row.counted_at is not None and row.counted_at > fact.occurred_at:
        return row
    return replace(row, counted_at=fact.occurred_at, counted_by=fact.origin)


def _with_sku_count(row: Bin, fact: Fact) -> Bin:
    """A glance at one SKU says nothing of the others: what was missed of them stays missed."""
    old = _look(row, str(fact.body["sku"]))
    if old.counted_at is not None and old.counted_at > fact.occurred_at:
        return row
    return _with_look(row, replace(old, counted_at=fact.occurred_at, counted_by=fact.origin))


def _missed_by_count(row: Bin, sku: str, fact: Fact) -> str:
    """Why this move puts the bin's last count in doubt: it was made before, but arrives after it.

    Facts of the counting origin arrive in their own order: it knew its own moves.
    """
    look = _look(row, sku) if row.looks else Look(sku)
    for at, by in ((row.counted_at, row.counted_by), (look.counted_at, look.counted_by)):
        if at is not None and by != fact.origin and fact.occurred_at < at + SETTLING:
            return "recount"
    return ""


def _moved(row: Bin | None, fact: Fact) -> Effect:
    """Goods leave the bin, come into it, or change their status in it.

    Its row exists: `reduce` makes one for a bin that nobody knows. A move that cannot be changes
    no stock.
    """
    assert row is not None
    move = StockMove.of(fact.body)
    if not move.possible:
        return Effect(row, conflict="impossible_move")
    here, new, doubt = f"bin:{row.code}", row, ""
    if move.source == here:
        new = with_stock(new, move.key, -move.quantity)
        doubt = _doubt(row, new, move.key, fact)
    if move.target == here:
        new = aged(new, with_stock(new, move.into, move.quantity), move.into, fact)
        new = _looked(new, move.into.sku, seen_at=fact.occurred_at)
        doubt = doubt or _missed_by_count(row, move.into.sku, fact)
    return Effect(new, exception=doubt)


def with_stock(row: Bin, key: StockKey, delta: int) -> Bin:
    """The bin with so many units more of a key, or fewer."""
    stock, found = [], False
    for item in row.stock:
        if not found and _is(item, key):
            found = True
            stock.append(replace(item, quantity=item.quantity + delta))
        else:
            stock.append(item)
    if not found:
        stock.append(stock_of(key, delta))
    return replace(row, stock=tuple(stock), moves=row.moves + 1)


def _is(item: BinStock, key: StockKey) -> bool:
    """Whether it is stock of this key. Each scan asks it of all that lies in its bin."""
    return (
        item.sku == key.sku
        and item.lot == key.lot
        and item.status is key.status
        and item.expiry == key.expiry
        and item.best_before == key.best_before
        and item.owner == key.owner
        and item.container == key.container
    )


Rule = Callable[[Any, Fact], Effect]

BIN_RULES: Mapping[FactKind, Rule] = {
    FactKind.BIN_SET: _bin_set,
    FactKind.STOCK_OPENED: _stock_opened,
    FactKind.UNIT_PICKED: _taken,
    FactKind.PICK_UNDONE: _bin_shift(+1),
    FactKind.UNIT_PUT_BACK: _bin_shift(+1),
    FactKind.PICK_SHORT: _short,
    FactKind.SHORT_TAKEN_BACK: _short_taken_back,
    FactKind.UNIT_DAMAGED: _damaged,
    FactKind.BIN_COUNTED: _counted,
    FactKind.STOCK_MOVED: _moved,
}
