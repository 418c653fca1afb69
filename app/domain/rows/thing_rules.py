"""What facts do to totes, loads and master data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from app.domain import codec
from app.domain.effect import Effect
from app.domain.facts import Fact, FactKind
from app.domain.rows.exceptions import HELP_WANTED
from app.domain.rows.learned import Learned, learn
from app.domain.rows.things import Carton, Load, Operator, Product, Tote

# --- totes ---------------------------------------------------------------------------------------


def _put_in_tote(tote: Tote | None, fact: Fact) -> Effect:
    order = str(fact.body["order"])
    if tote is not None and tote.order not in {"", order}:
        return Effect(tote, conflict="tote_of_another_order")
    return Effect(Tote(str(fact.body["tote"]), order))


def _tote_freed(tote: Tote | None, fact: Fact) -> Effect:
    if tote is None or tote.order != fact.body["order"]:
        return Effect(tote)
    return Effect(replace(tote, order=""))


# --- loads ---------------------------------------------------------------------------------------


def _load_set(row: Load | None, fact: Fact) -> Effect:
    new = codec.load(Load, fact.body)
    if row is None:
        return Effect(new)
    if row.closed:
        return Effect(row, conflict="load_closed_before")
    changed = row.parcels and new.carrier != row.carrier
    row = replace(row, carrier=new.carrier, dock=new.dock, cut_off=new.cut_off)
    return Effect(row, exception="load_changed" if changed else "")


def _loaded(row: Load | None, fact: Fact) -> Effect:
    if row is None:
        return Effect(None, conflict="unknown_load")
    sscc = str(fact.body["sscc"])
    if sscc in row.parcels:
        return Effect(row)
    conflict = "load_closed_before" if row.closed else ""
    return Effect(replace(row, parcels=(*row.parcels, sscc)), conflict=conflict)


def _unloaded(row: Load | None, fact: Fact) -> Effect:
    if row is None:
        return Effect(None, conflict="unknown_load")
    if row.closed:  # the list has left with the truck: only a person can say what is on it
        return Effect(row, conflict="load_closed_before")
    left = tuple(sscc for sscc in row.parcels if sscc != fact.body["sscc"])
    return Effect(replace(row, parcels=left))


def _load_closed(row: Load | None, fact: Fact) -> Effect:
    if row is None:
        return Effect(None, conflict="unknown_load")
    listed = tuple(fact.body.get("ssccs", row.parcels))
    parcels = tuple(dict.fromkeys((*row.parcels, *listed)))
    if row.closed:
        return Effect(replace(row, parcels=parcels), conflict="load_closed_before")
    closed = replace(
        row, parcels=parcels, closed=True, closed_at=fact.occurred_at, closed_by=fact.operator
    )
    if set(row.parcels) - set(listed):
        return Effect(closed, conflict="manifest_incomplete")
    if fact.body.get("carrier", row.carrier) != row.carrier:
        return Effect(closed, exception="load_changed")
    return Effect(closed, exception="parcels_missing" if fact.body.get("missing") else "")


def _load_reopened(row: Load | None, fact: Fact) -> Effect:
    """A load that was closed too early is loaded further. One that has left has left."""
    if row is None:
        return Effect(None, conflict="unknown_load")
    if row.left:
        return Effect(row, conflict="reopened_after_leaving")
    opened = replace(row, closed=False, closed_at=None, closed_by="")
    return Effect(opened, settles=("parcels_missing",))


def _load_left(row: Load | None, fact: Fact) -> Effect:
    if row is None:
        return Effect(None, conflict="unknown_load")
    return Effect(replace(row, left=True), conflict="" if row.closed else "left_open")


def _returned(row: Load | None, fact: Fact) -> Effect:
    """A parcel came back. The list stays what the truck left with; the parcel is off it here."""
    if row is None:
        return Effect(None, conflict="unknown_load")
    return Effect(
        replace(row, parcels=tuple(one for one in row.parcels if one != fact.body["sscc"]))
    )


# --- weights -------------------------------------------------------------------------------------


def _weight_learned(row: Learned, fact: Fact) -> Effect:
    """A parcel taught weights. The body's `learned`: [id of a WEIGHT row, grams, variance g²]."""
    for name, grams, variance in fact.body.get("learned", ()):
        if name == row.sku:
            return Effect(learn(row if row.seen else None, name, grams, variance))
    return Effect(row if row.seen else None)


# --- master data ---------------------------------------------------------------------------------


def _set(kind: type[Any]) -> Callable[[Any, Fact], Effect]:
    return lambda _row, fact: Effect(codec.load(kind, fact.body))


def _operator_set(row: Operator | None, fact: Fact) -> Effect:
    """Set the operator; a language the person has chosen stays, unless the document names one."""
    new = codec.load(Operator, fact.body)
    chosen = row.language if row is not None else ""
    return Effect(replace(new, language=new.language or chosen))


def _language(row: Operator | None, fact: Fact) -> Effect:
    if row is None:
        return Effect(None, conflict="unknown_operator")
    return Effect(replace(row, language=str(fact.body["language"])))


def _help_called(row: Operator | None, fact: Fact) -> Effect:
    """The person waits for somebody: all benches are told by the exception.

    The row stays as it is: a bench's login may change nothing of a person but the language.
    """
    return Effect(row, exception=HELP_WANTED)


def _help_ended(row: Operator | None, fact: Fact) -> Effect:
    return Effect(row, settles=(HELP_WANTED,))


Rule = Callable[[Any, Fact], Effect]

TOTE_RULES: Mapping[FactKind, Rule] = {
    FactKind.PUT_IN_TOTE: _put_in_tote,
    FactKind.ORDER_PACKED: _tote_freed,
    FactKind.TOTE_EMPTIED: _tote_freed,
    FactKind.PACK_LEFT: _tote_freed,
}
LOAD_RULES: Mapping[FactKind, Rule] = {
    FactKind.LOAD_SET: _load_set,
    FactKind.PARCEL_LOADED: _loaded,
    FactKind.PARCEL_UNLOADED: _unloaded,
    FactKind.LOAD_CLOSED: _load_closed,
    FactKind.LOAD_REOPENED: _load_reopened,
    FactKind.LOAD_LEFT: _load_left,
    FactKind.PARCEL_RETURNED: _returned,
}
WEIGHT_RULES: Mapping[FactKind, Rule] = {
    FactKind.PARCEL_WEIGHED: _weight_learned,
    FactKind.WEIGHT_ACCEPTED: _weight_learned,
}
PRODUCT_RULES: Mapping[FactKind, Rule] = {FactKind.PRODUCT_SET: _set(Product)}
CARTON_RULES: Mapping[FactKind, Rule] = {FactKind.CARTON_SET: _set(Carton)}
OPERATOR_RULES: Mapping[FactKind, Rule] = {
    FactKind.OPERATOR_SET: _operator_set,
    FactKind.LANGUAGE_CHOSEN: _language,
    FactKind.HELP_CALLED: _help_called,
    FactKind.HELP_ENDED: _help_ended,
}
