"""Printing figures."""

from __future__ import annotations

from collections.abc import Sequence


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of the values lie; 0 of none."""
    found = sorted(values)
    return found[min(len(found) - 1, int(share * len(found)))] if found else 0.0


def spread(values: Sequence[float]) -> list[str]:
    """p50, p95, p99 and the largest, two decimals."""
    shares = [quantile(values, share) for share in (0.5, 0.95, 0.99)]
    return [f"{value:.2f}" for value in (*shares, max(values, default=0.0))]


def show(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table in plain text."""
    widths = [max(len(row[n]) for row in (head, *rows)) for n in range(len(head))]
    print(f"\n{title}")
    for row in (head, ["-" * width for width in widths], *rows):
        print("  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)))
