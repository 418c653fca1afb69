"""How far a box is: one rule for the parcel's own row and for its order's note of it.

A box that was proven by a scan, loaded or dispatched keeps at least that stage, whatever fact comes
late. A void box that turns out to be in use is a box again. Three facts say by their very kind that
somebody made it less: the box was withdrawn, its load was opened again, it came back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.domain.facts import FactKind
from app.domain.rows.orders import Order, Stage
from app.domain.rows.things import Parcel

After = tuple[Stage, str]
_RANK: Mapping[Stage, int] = {
    Stage.OPEN: 0,
    Stage.VOID: 1,
    Stage.SEALED: 2,
    Stage.CLOSED: 3,
    Stage.LOADED: 4,
    Stage.DISPATCHED: 5,
}
_PROVEN = frozenset({Stage.CLOSED, Stage.LOADED, Stage.DISPATCHED})


def after(stage: Stage, kind: FactKind) -> After:
    """The stage after a fact of this kind, and why the fact cannot be right ("" = it can)."""
    return _RULES[kind](stage)


def _forward(stage: Stage, to: Stage) -> Stage:
    return max(stage, to, key=_RANK.__getitem__)


def _sealed(stage: Stage) -> After:
    reason = {Stage.OPEN: "", Stage.VOID: "voided_box_used"}.get(stage, "sealed_twice")
    return _forward(stage, Stage.SEALED), reason


def _reopened(stage: Stage) -> After:
    if stage in _PROVEN:
        return stage, "reopened_after_proof"
    if stage is Stage.VOID:
        return stage, "voided_box_used"
    return Stage.OPEN, ""


def _voided(stage: Stage) -> After:
    gone = _forward(stage, Stage.VOID)
    return gone, "" if gone is Stage.VOID else "voided_after_seal"


def _proven(stage: Stage) -> After:
    reason = {Stage.OPEN: "proven_open", Stage.VOID: "voided_box_used"}.get(stage, "")
    return _forward(stage, Stage.CLOSED), reason


def _shelved(stage: Stage) -> After:
    """Where a customer collects the box, its shelf is scanned instead of a label."""
    return _proven(stage)


def _handed(stage: Stage) -> After:
    reason = {Stage.CLOSED: "", Stage.DISPATCHED: "dispatched_twice"}.get(stage, "handed_unready")
    return Stage.DISPATCHED, reason


def _loaded(stage: Stage) -> After:
    return _forward(stage, Stage.LOADED), "" if stage in _PROVEN else "loaded_unproven"


def _unloaded(stage: Stage) -> After:
    if stage is Stage.DISPATCHED:
        return stage, "unloaded_after_close"
    return (Stage.CLOSED if stage is Stage.LOADED else stage), ""


def _withdrawn(stage: Stage) -> After:
    if stage in {Stage.LOADED, Stage.DISPATCHED}:
        return stage, "withdrawn_after_loading"
    return Stage.VOID, "voided_box_used" if stage is Stage.VOID else ""


def _load_reopened(stage: Stage) -> After:
    return (Stage.LOADED if stage is Stage.DISPATCHED else stage), ""


def _returned(stage: Stage) -> After:
    if stage in {Stage.LOADED, Stage.DISPATCHED}:
        return Stage.CLOSED, ""
    return stage, "returned_never_left"


def _dispatched(stage: Stage) -> After:
    reason = "" if stage in {Stage.LOADED, Stage.DISPATCHED} else "not_on_load"
    return Stage.DISPATCHED, reason


_RULES: Mapping[FactKind, Callable[[Stage], After]] = {
    FactKind.PARCEL_SEALED: _sealed,
    FactKind.PARCEL_REOPENED: _reopened,
    FactKind.PARCEL_VOIDED: _voided,
    FactKind.LABEL_PROVEN: _proven,
    FactKind.PICKUP_SHELVED: _shelved,
    FactKind.HANDED_OVER: _handed,
    FactKind.PARCEL_LOADED: _loaded,
    FactKind.PARCEL_UNLOADED: _unloaded,
    FactKind.LOAD_CLOSED: _dispatched,
    FactKind.PARCEL_WITHDRAWN: _withdrawn,
    FactKind.LOAD_REOPENED: _load_reopened,
    FactKind.PARCEL_RETURNED: _returned,
}


def outdated(parcel: Parcel | None, order: Order | None, copy: int | None = None) -> str:
    """What the label shows that the order's shop has changed since: "address", "carrier" or "".

    copy: the one that was scanned; None = the last one is meant.
    """
    if parcel is None or order is None or parcel.stage in {Stage.OPEN, Stage.VOID}:
        return ""
    known = [one.to for one in parcel.copies if one.count == copy]
    made_for = "".join(known) or parcel.label_to
    if made_for and made_for != order.customer.mark:
        return "address"
    other_service = parcel.service is not None and parcel.service != order.service
    return "carrier" if parcel.carrier != order.carrier or other_service else ""


def addresses_differ(parcel: Parcel) -> bool:
    """Whether labels of the parcel exist that show different addresses."""
    return len({copy.to for copy in parcel.copies if copy.to}) > 1
