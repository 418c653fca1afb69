"""A part of an order's number, customer or tote that a person types at home."""

from __future__ import annotations

import pytest

from app.device_api import Scan
from app.station.home.view import HomeView
from app.station.messages import EnterCode
from tests.helpers.scenario import Scene
from tests.unit.station.conftest import ANN, PICK_SO_2, said, shown


@pytest.fixture
def many(scene: Scene) -> Scene:
    """Ann is at home; order SO-2 is in tote T-2."""
    said(scene, f"scan {ANN}", *PICK_SO_2)
    said(scene, "given order NORTH-17 lines=1xMUG", "given order NORTH-18 lines=1xMUG")
    return scene


def typed(scene: Scene, text: str) -> str:
    assert scene.bench is not None
    answer = scene.bench.feed(EnterCode(text))[-1]
    assert answer.outcome is not None
    kind: str = answer.outcome.kind.value
    return kind


def found(scene: Scene) -> list[str]:
    card = shown(scene, HomeView).card
    assert card is None or card.what == "search"
    return [] if card is None else [order for order, _ in card.rows]


@pytest.mark.parametrize(
    ("part", "orders"),
    [
        ("NORTH", ["NORTH-17", "NORTH-18"]),
        ("orth-1", ["NORTH-17", "NORTH-18"]),
        ("h-18", ["NORTH-18"]),
        ("example", ["NORTH-17", "NORTH-18", "SO-1", "SO-2"]),
        ("t-", ["SO-2"]),
    ],
)
def test_what_is_known_by_a_part_is_listed(many: Scene, part: str, orders: list[str]) -> None:
    assert typed(many, part) == "shown"
    assert sorted(found(many)) == orders


@pytest.mark.parametrize("part", ["nobody", "N", "%%", "__", "north_17"])
def test_what_names_no_order_is_unknown(many: Scene, part: str) -> None:
    assert typed(many, part) == "unknown_code"
    assert found(many) == []


def test_a_whole_number_opens_its_order(many: Scene) -> None:
    assert typed(many, "NORTH-17") == "order_opened"


def test_a_scanner_reads_whole_codes(many: Scene) -> None:
    assert many.bench is not None
    (answer,) = many.bench.feed(Scan("NORTH", "", "sim", many.clock.now()))
    assert answer.outcome is not None and answer.outcome.kind.value == "unknown_code"


def test_a_key_leaves_the_list(many: Scene) -> None:
    typed(many, "t-")
    assert found(many) == ["SO-2"]
    said(many, "press OK")
    assert found(many) == []
