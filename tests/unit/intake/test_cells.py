"""Single cells: what is taken, what is refused, and in which words."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake import cells
from app.intake.cells import CellError


@pytest.mark.parametrize(
    ("value", "number"), [("6", 6), (" 6 ", 6), ("6.0", 6), ("1000000", 10**6)]
)
def test_quantities(value: str, number: int) -> None:
    assert cells.quantity("quantity", value) == number


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("", "is missing"),
        ("0", "is zero"),
        ("-3", "is negative"),
        ("2.5", "is not a whole number"),
        ("1,000", "is not a number"),
        ("two", "is not a number"),
        ("٣", "is not a number"),
        ("1e3", "is not a number"),
        ("1000001", "is more than 1,000,000 units"),
        ("9" * 30, "is not a number"),
        ("inf", "is not a number"),
    ],
)
def test_bad_quantities(value: str, reason: str) -> None:
    with pytest.raises(CellError) as caught:
        cells.quantity("quantity", value)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("value", "zone", "formats"),
    [
        ("2026-07-01T10:00:00+02:00", None, ()),
        ("2026-07-01 10:00:00 +0200", None, ()),
        ("2026-07-01T08:00:00Z", None, ()),
        ("2026-07-01 10:00", ZoneInfo("Europe/Berlin"), ()),
        ("01.07.2026 10:00", ZoneInfo("Europe/Berlin"), ("%d.%m.%Y %H:%M",)),
    ],
)
def test_moments(value: str, zone: ZoneInfo | None, formats: tuple[str, ...]) -> None:
    expected = datetime(2026, 7, 1, 8, tzinfo=UTC)
    assert cells.moment("placed_at", value, zone, formats) == expected


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("", "is missing"),
        ("yesterday", "is not a date"),
        ("2026-13-01T00:00Z", "is not a date"),
        ("2026-07-01 10:00", "has no time zone (add Z or +01:00)"),
        ("1026-07-01T10:00Z", "is not a date of this century"),
    ],
)
def test_bad_moments(value: str, reason: str) -> None:
    with pytest.raises(CellError) as caught:
        cells.moment("placed_at", value)
    assert caught.value.reason == reason


def test_text_is_trimmed_and_refuses_what_nobody_can_see() -> None:
    assert cells.text("name", "  Mug\nblue ") == "Mug blue"
    assert cells.text("name", "Tee\u00a05 g") == "Tee\u00a05 g"
    with pytest.raises(CellError, match="control"):
        cells.text("name", "Mug\x07")


def test_countries() -> None:
    assert cells.country("country", "de") == "DE"
    assert cells.country("country", "") == ""
    assert cells.country("country", "EIRE", {"EIRE": "IE"}) == "IE"
    with pytest.raises(CellError, match="neither a country"):
        cells.country("country", "XX")


@pytest.mark.parametrize("value", ["4012345678901", "MUG 1", "12345678", "96385074"])
def test_barcodes(value: str) -> None:
    assert cells.barcode("barcodes", value) == value


@pytest.mark.parametrize("value", ["4012345678902", "PBCXOK", "pbcxok", "", "x" * 129])
def test_bad_barcodes(value: str) -> None:
    with pytest.raises(CellError):
        cells.barcode("barcodes", value)


@pytest.mark.parametrize("value", ["96385074", "036000291452", "4012345678901", "10012345678902"])
def test_gtins(value: str) -> None:
    assert cells.gtin("gtins", value) == value


@given(st.sampled_from(["96385074", "036000291452", "4012345678901"]), st.data())
def test_a_gtin_with_one_wrong_digit_is_refused(value: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(value) - 1))
    wrong = data.draw(st.sampled_from([d for d in "0123456789" if d != value[at]]))
    with pytest.raises(CellError, match="check digit"):
        cells.gtin("gtins", value[:at] + wrong + value[at + 1 :])


PARSERS: tuple[Callable[[str, str], object], ...] = (
    *(cells.text, cells.quantity, cells.count, cells.yes, cells.day),
    *(cells.country, cells.code, cells.barcode, cells.gtin),
)


@given(st.text(max_size=40))
def test_nothing_but_cell_errors_and_their_values_can_be_shown(value: str) -> None:
    for parse in PARSERS:
        with contextlib.suppress(CellError):
            parse("column", value)
    with contextlib.suppress(CellError):
        cells.moment("column", value)
    assert cells.shown(value).isprintable()
