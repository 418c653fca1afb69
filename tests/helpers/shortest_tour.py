"""The shortest tour by looking at all of them (Held and Karp), from pairwise distances alone."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.plan.layout import Layout, Spot


def shortest(layout: Layout, stops: Sequence[Spot]) -> int:
    """Its length, mm. Meant for ten stops at most."""
    spots = list(dict.fromkeys((layout.depot, *stops)))
    away = [[layout.distance(one, other) for other in spots] for one in spots]
    others = range(1, len(spots))
    best = {(1 << spot, spot): away[0][spot] for spot in others}
    every = sum(1 << spot for spot in others)
    for been in range(2, every + 1, 2):
        for last in others:
            if (been, last) not in best:
                continue
            for to in others:
                if not been >> to & 1:
                    key = (been | 1 << to, to)
                    length = best[been, last] + away[last][to]
                    best[key] = min(best.get(key, length), length)
    return min((best[every, last] + away[last][0] for last in others), default=0)
