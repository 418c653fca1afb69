"""What tells two products apart that people take for each other."""

from __future__ import annotations

import pytest

from app.domain.alarms import MixUp
from app.domain.lookalike import LONGEST, alike, telling


@pytest.mark.parametrize(
    ("one", "other", "marks"),
    [
        ("Olive oil 500 ml", "Olive oil 250 ml", ("500 ml", "250 ml")),
        ("Olive oil 500ml extra", "Olive oil 250ml extra", ("500 ml", "250 ml")),
        ("Olive Oil 1.5 l", "olive oil 1,5 kg", ("1.5 l", "1,5 kg")),
        ("Mug blue, large", "Mug red, large", ("blue", "red")),
        ("Green tea", "Green tea decaf", ("A-1", "decaf")),
        ("Pack of 6", "Pack of 12", ("6", "12")),
        ("橄榄油 500 毫升", "橄榄油 250 毫升", ("500 毫升", "250 毫升")),
        ("Tea", "Coffee", ("A-1", "A-2")),
        ("Tea", "Tea", ("A-1", "A-2")),
        ("", "Tea", ("A-1", "A-2")),
        ("Set " + "x" * LONGEST + "y", "Set z", ("A-1", "z")),
    ],
)
def test_the_one_thing_that_differs_is_named(one: str, other: str, marks: tuple[str, str]) -> None:
    mine, theirs = telling(("A-1", one), ("A-2", other))
    assert (mine.mark, theirs.mark) == marks
    back = telling(("A-2", other), ("A-1", one))
    assert (back[1].mark, back[0].mark) == marks


def test_skus_are_told_apart_letter_by_letter() -> None:
    mine, theirs = telling(("TEA-0081-B", ""), ("TEA-0018-B", ""))
    assert "".join(part.text for part in mine.sku) == "TEA-0081-B"
    assert "".join(part.text for part in theirs.sku) == "TEA-0018-B"
    assert [part.text for part in mine.sku if part.differs] == ["81"]
    assert [part.text for part in theirs.sku if part.differs] == ["18"]
    assert (mine.mark, theirs.mark) == ("TEA-0081-B", "TEA-0018-B")
    short, long = telling(("SHIRT-BLUE-SHORT-M", "Shirt"), ("SHIRT-BLUE-LONG-M", "Shirt"))
    assert (short.mark, long.mark) == ("SHORT", "LONG")
    assert [part.text for part in short.sku] == ["SHIRT-BLUE-", "SHORT", "-M"]
    same, _ = telling(("A", ""), ("A", ""))
    assert [(part.text, part.differs) for part in same.sku] == [("A", False)]


def test_each_product_is_shown_with_the_one_it_is_mostly_taken_for() -> None:
    pairs = (MixUp("A", "B", 3), MixUp("C", "A", 4), MixUp("B", "A", 2), MixUp("D", "D", 9))
    assert alike(pairs) == {"A": "B", "B": "A", "C": "A"}
    assert alike(()) == {}
