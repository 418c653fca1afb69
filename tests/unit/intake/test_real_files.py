"""Files of real shops, where they are at hand; they are no part of the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.intake import formats
from app.intake.values import IntakeError, ReadOptions

SHARED = Path(__file__).parents[4] / "shared" / "data"
UCI = SHARED / "uci-online-retail" / "online_retail_2010-12_2011-08.csv.xz"
SHOPS = sorted(SHARED.glob("formats/*/order*.json"))


@pytest.mark.skipif(not SHOPS, reason="the folder of example files is not here")
def test_every_order_file_of_a_shop_is_answered() -> None:
    answers: dict[str, str] = {}
    for path in SHOPS:
        if path.parent.name not in ("shopify", "woocommerce"):
            continue
        one = formats.find(f"{path.parent.name}-json")
        try:
            parsed = one.read(path, ReadOptions())
        except IntakeError:
            answers[path.name] = "no orders"
        else:
            assert parsed.unaccounted == 0
            answered = len(parsed.documents) + len(parsed.rejected_rows) + len(parsed.set_aside)
            answers[path.name] = f"{answered} answered"
    others = ("order_risks", "order-notes", "order-refunds")
    for name, answer in answers.items():
        assert (answer == "no orders") == name.startswith(others), name


@pytest.mark.skipif(not UCI.exists(), reason="the folder of example files is not here")
def test_half_a_year_of_a_shop() -> None:
    parsed = formats.find("csv").read(UCI, ReadOptions(column_map="uci-online-retail"))
    assert parsed.lines == 320_705
    assert parsed.unaccounted == 0
    assert parsed.rejected == []
    assert parsed.treatments == {
        "credit_note_lines": 5847,
        "negative_adjustments": 925,
        "non_stock_lines": 1558,
        "merged_repeats": 4793,
        "anonymous_customers": 2490,
        "orders_without_goods": 1036,
    }
    assert len(parsed.documents) == 12_869
