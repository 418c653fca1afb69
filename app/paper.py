"""The papers that labels are made for."""

from __future__ import annotations

from dataclasses import dataclass

DPIS = (203, 300)
"""The resolutions that labels are made for."""


@dataclass(frozen=True)
class Paper:
    """One label or sheet of a printer, upright. width, height: millimetres."""

    name: str
    width: float
    height: float

    def dots(self, dpi: int) -> tuple[int, int]:
        """Width and height in whole dots; a dot that is not wholly on the paper does not count."""
        across, along = self.width * dpi / 25.4, self.height * dpi / 25.4
        return int(across + 0.001), int(along + 0.001)


PAPERS = {
    paper.name: paper
    for paper in (
        Paper("4x6", 101.6, 152.4),
        Paper("4x8", 101.6, 203.2),
        Paper("100x150", 100, 150),
        Paper("100x180", 100, 180),
        Paper("100x200", 100, 200),
        Paper("103x199", 103, 199),
        Paper("A6", 105, 148),
        Paper("A5", 148, 210),
        Paper("A4", 210, 297),
    )
}


def paper_named(name: str) -> Paper:
    """Raises ValueError with a sentence where there is no such paper."""
    found = PAPERS.get(name.lower()) or PAPERS.get(name.upper())
    if found is None:
        raise ValueError(f"“{name}” is no paper size. Use {', '.join(PAPERS)}.")
    return found
