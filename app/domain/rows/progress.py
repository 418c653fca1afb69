"""How far an order is: its sub-states in their order."""

from __future__ import annotations

from dataclasses import replace

from app.domain.rows.orders import PROGRESS, Order, Sub

RANK = {sub: rank for rank, (_, sub) in enumerate(PROGRESS)}
STATE_OF = {sub: state for state, sub in PROGRESS}


def forward(order: Order, sub: Sub) -> Order:
    """The order moved on to `sub`; one that is already further stays: progress never goes back.

    A cancelled order stays cancelled and notes how far its goods are.
    """
    if order.cancelled:
        further = order.stood is not None and RANK[sub] > RANK[order.stood]
        return replace(order, stood=sub) if further else order
    return standing(order, sub) if RANK[sub] > RANK[order.sub] else order


def reached(order: Order, sub: Sub) -> bool:
    """Whether the order is at `sub` or further; a cancelled order is nowhere."""
    return not order.cancelled and RANK[order.sub] >= RANK[sub]


def standing(order: Order, sub: Sub) -> Order:
    """The order at `sub`, wherever it was. Few facts move one back; each says so itself."""
    return replace(order, sub=sub, state=STATE_OF[sub])
