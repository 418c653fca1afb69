"""Single numbers with a name, a formula and a count. Names are WERC's (DC Measures) or SCOR's where
they have one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.domain.facts import FactKind
from app.reports.fold import BOXES, Sums

K = FactKind


@dataclass(frozen=True)
class Figure:
    """One number. code: what it is. value None = it cannot be computed, and `why` says so.

    unit: "" = a count, or "%". n: from how many it was made. formula: how, in words.
    """

    code: str
    value: float | None
    unit: str
    n: int
    formula: str
    why: str = ""


@dataclass(frozen=True)
class _Count:
    name: str
    key: str
    formula: str


_COUNTS: Mapping[str, _Count] = {
    "orders_picked": _Count("Orders picked", f"orders_{K.ORDER_PICKED}", "orders whose pick ended"),
    "orders_packed": _Count(
        "Orders packed", f"orders_{K.ORDER_PACKED}", "orders whose last box was proven"
    ),
    "units_picked": _Count("Units picked", f"units_{K.UNIT_PICKED}", "units taken from bins"),
    "units_packed": _Count("Units packed", f"units_{K.UNIT_PACKED}", "units put into boxes"),
    "parcels": _Count(
        "Parcels closed", BOXES, "boxes closed, less those opened again or relabelled"
    ),
    "parcels_loaded": _Count("Parcels loaded", K.PARCEL_LOADED, "scans of a box onto a truck"),
    "units_damaged": _Count("Units damaged", f"units_{K.UNIT_DAMAGED}", "units found damaged"),
    "labels_sent": _Count("Labels sent", K.LABEL_SENT, "labels that a printer has taken"),
    "labels_proven": _Count(
        "Labels proven", K.LABEL_PROVEN, "boxes whose own label was scanned back"
    ),
    "labels_reprinted": _Count("Labels reprinted", K.LABEL_REPRINTED, "labels printed again"),
    "labels_failed": _Count(
        "Labels failed", K.LABEL_FAILED, "labels that a printer did not print, or may not have"
    ),
    "labels_caught": _Count(
        "Swapped labels caught",
        K.LABEL_MISMATCH,
        "scans of another box's label where the own one was due",
    ),
    "boxes_withdrawn": _Count(
        "Proven boxes withdrawn",
        K.PARCEL_WITHDRAWN,
        "boxes whose proven label was made void: opened again or relabelled",
    ),
    "units_removed": _Count(
        "Units taken out of boxes",
        f"units_{K.UNIT_REMOVED}",
        "units taken out of a box: a wrong one, an undone scan, or one not ordered any more",
    ),
    "picks_undone": _Count(
        "Picks undone", f"units_{K.PICK_UNDONE}", "units whose pick was taken back at the bin"
    ),
    "boxes_back": _Count(
        "Boxes back from trucks",
        K.PARCEL_RETURNED,
        "boxes that came back after their truck had left",
    ),
    "calls_for_help": _Count("Calls for help", K.HELP_CALLED, "calls for help at a bench"),
    "bins_counted": _Count("Counts", K.BIN_COUNTED, "counts of a product in a bin"),
    "moves": _Count(
        "Stock moves", K.STOCK_MOVED, "moves from place to place or from status to status"
    ),
}
_OTHERS = {
    "orders_shipped": "Orders shipped",
    "units_short": "Units short",
    "on_time_shipments": "On-time shipments",
    "shipped_complete": "Shipped complete per customer order",
    "labels_first_time": "Labels right the first time",
    "damage_free": "Shipped damage-free",
    "perfect_order": "Perfect order fulfilment (SCOR RL.1.1)",
    "order_picking_accuracy": "Order picking accuracy",
    "wrong_scans_refused": "Wrong goods refused by a scan",
}
NAMES = {**{code: one.name for code, one in _COUNTS.items()}, **_OTHERS}
"""The figures by their codes."""
_NONE = "no order was shipped"
_NOT_SEEN = "no order was both packed and shipped in this time"


def figures(sums: Sums) -> Iterator[Figure]:
    """All of them, always the same ones."""
    counts, shipped = sums.counts, sums.shipped
    for code, one in _COUNTS.items():
        value = counts[one.key]
        yield Figure(code, value, "", value, one.formula)
    n = shipped["orders"]
    left = "orders whose last box left on a closed load, or that their customer collected"
    yield Figure("orders_shipped", n, "", n, left)
    short = sum(sums.shorts.values())
    found = "units that were not found, less those found after all"
    yield Figure("units_short", short, "", short, found)
    yield _share(
        "on_time_shipments",
        shipped["on_time"],
        shipped["dated"],
        "orders that left by their cut-off ÷ orders shipped that have one",
        "no order with a cut-off was shipped",
    )
    yield _share(
        "shipped_complete",
        shipped["complete"],
        shipped["known"],
        "orders shipped with all units ÷ orders shipped",
        _NONE,
    )
    yield _share(
        "labels_first_time",
        shipped["label_right"],
        shipped["seen"],
        "orders without a label that failed, was printed again, swapped or withdrawn ÷ orders"
        " packed and shipped in this time",
        _NOT_SEEN,
    )
    yield _share(
        "damage_free",
        shipped["undamaged"],
        shipped["seen"],
        "orders of which no unit was found damaged here ÷ orders packed and shipped in this time;"
        " damage on the road is not told",
        _NOT_SEEN,
    )
    yield _share(
        "perfect_order",
        shipped["perfect"],
        shipped["seen"],
        "orders on time, complete, with labels right the first time and damage-free, each as above"
        " ÷ orders packed and shipped in this time; one without a cut-off is not late",
        _NOT_SEEN,
    )
    yield _untold(
        "order_picking_accuracy",
        "orders without a pick error ÷ orders",
        "nobody has told which orders reached their customers with an error",
    )
    yield _untold(
        "wrong_scans_refused",
        "scans of goods that the bin or the box is not to get",
        "benches tell which products were mixed up by whole days, and other refusals not at all",
    )


def _share(code: str, part: int, whole: int, formula: str, why: str) -> Figure:
    if not whole:
        return Figure(code, None, "%", 0, formula, why)
    return Figure(code, round(100 * part / whole, 2), "%", whole, formula)


def _untold(code: str, formula: str, why: str) -> Figure:
    return Figure(code, None, "%" if "÷" in formula else "", 0, formula, why)
