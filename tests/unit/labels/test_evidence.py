"""The evidence of an order on paper."""

from __future__ import annotations

import io
from contextlib import closing

from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # publishes no types

from app.labels.evidence import Evidence, EvidenceBox, evidence

HASH = "ab" * 32


def texts(lines: int, conflict: str = "") -> list[str]:
    doc = Evidence(
        order="shop:SO-1",
        facts=(("Customer", "Ada 上海"), ("Note", "")),
        lines=tuple((str(n), f"SKU-{n}", "Mug", "1", "1", "1", "0") for n in range(lines)),
        boxes=(
            EvidenceBox("Box 1", (("Weight", "812 g"),), (("SKU-0", "1", "L-1", "S-1"),)),
            EvidenceBox("Box 2", (), ()),
        ),
        happened=tuple(
            (
                f"2026-03-02 08:{n % 60:02}:00",
                "unit_packed",
                "Ann",
                "P1",
                "box 1",
                f"n {n}",
                conflict,
            )
            for n in range(lines)
        ),
        remark="What is not shown.",
        count=lines,
        sha256=HASH,
        printed="2026-03-02 09:00",
    )
    with closing(PdfDocument(io.BytesIO(evidence(doc)))) as document:
        return [page.get_textpage().get_text_range() for page in document]


def test_a_short_order_is_one_page() -> None:
    (page,) = texts(2, "packed_twice")
    for said in ("Ada 上海", "Ordered (2)", "812 g", "It is empty.", "What happened (2)"):
        assert said in page
    assert "CONFLICT: packed_twice; n 1" in page.replace("\r\n", " ")
    assert "Note" not in page
    assert f"--compare {HASH}" in page.replace("\r\n", " ")


def test_each_page_of_a_long_order_shows_where_it_belongs() -> None:
    pages = texts(1100)
    assert len(pages) > 20
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        assert HASH in page
        assert "shop:SO-1" in page
    every = "\n".join(pages)
    assert all(f"SKU-{n}\r\n" in every or f"SKU-{n} " in every for n in range(1100))
