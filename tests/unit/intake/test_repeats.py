"""A row that stands in a file twice, and two equal lines of one order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.intake.repeats import Repeats

HEAD, LINE, OTHER = ("1", "head"), ("1", "line"), ("1", "other")


def told(*rows: tuple[tuple[str, str], bool]) -> list[bool]:
    repeats = Repeats()
    return [repeats.again(row[0], row, begins=begins) for row, begins in rows]


def test_a_row_with_the_orders_columns_counts_once() -> None:
    assert told((HEAD, True), (HEAD, True), (OTHER, True)) == [False, True, False]


def test_equal_lines_below_one_head_are_two_lines() -> None:
    assert told((HEAD, True), (LINE, False), (LINE, False)) == [False, False, False]


def test_a_whole_order_again_counts_once_and_what_is_more_is_new() -> None:
    rows = [(HEAD, True), (LINE, False), (LINE, False)]
    assert told(*rows, *rows, (LINE, False)) == [False] * 3 + [True] * 3 + [False]


def test_orders_do_not_mix() -> None:
    other = ("2", "head")
    assert told((HEAD, True), (other, True), (LINE, False), (HEAD, True), (LINE, False)) == [
        False,
        False,
        False,
        True,
        True,
    ]


@given(st.lists(st.integers(0, 3), max_size=6), st.integers(2, 3))
def test_a_file_copied_below_itself_reads_the_same(lines: list[int], times: int) -> None:
    rows = [(HEAD, True), *((("1", str(number)), False) for number in lines)]
    found = told(*rows * times)
    assert found == [False] * len(rows) + [True] * len(rows) * (times - 1)
