"""The place of an address as its country writes it; no part that is known is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.address import Address
from app.domain.countries import TABLE


def place(postcode: str, city: str, region: str, country: str) -> tuple[str, ...]:
    return Address("A", postcode=postcode, city=city, region=region, country=country).lines()[1:]


@pytest.mark.parametrize(
    ("parts", "lines"),
    [
        (("97201", "PORTLAND", "OR", "US"), ("PORTLAND, OR 97201", "UNITED STATES")),
        (("46204", "INDIANAPOLIS", "IN", "us"), ("INDIANAPOLIS, IN 46204", "UNITED STATES")),
        (("20121", "MILANO", "MI", "IT"), ("20121 MILANO MI", "ITALY")),
        (("10115", "Berlin", "Berlin", "DE"), ("10115 Berlin", "GERMANY")),
        (("80331", "München", "BY", "DE"), ("80331 München, BY", "GERMANY")),
        (("SW1A 1AA", "London", "", "GB"), ("London", "SW1A 1AA", "UNITED KINGDOM")),
        (("100-6701", "千代田区", "東京都", "JP"), ("〒100-6701 東京都 千代田区", "JAPAN")),
        (("", "São Paulo", "", "BR"), ("São Paulo", "BRAZIL")),
        (("90210", "", "CA", "US"), ("CA 90210", "UNITED STATES")),
        (("1", "VANCOUVER", "VA", "X9"), ("1 VANCOUVER, VA", "X9")),
        (("", "", "", "US"), ("UNITED STATES",)),
        (("", "", "", ""), ()),
    ],
)
def test_the_place(parts: tuple[str, str, str, str], lines: tuple[str, ...]) -> None:
    assert place(*parts) == lines


CODES = [row.split("|")[0] for row in TABLE.strip().splitlines()]


@pytest.mark.parametrize("code", CODES)
def test_every_country_shows_every_part(code: str) -> None:
    shown = " ".join(place("11-22", "Town", "To", code))
    assert "11-22" in shown and "Town" in shown
    assert shown.replace("Town", "").count("To") == 1, shown


@given(st.sampled_from(["", *CODES]), *[st.sampled_from(["", "{C}", "a-b", " x "])] * 3)
def test_no_line_is_empty_or_begins_with_a_sign(
    code: str, postcode: str, city: str, region: str
) -> None:
    for line in place(postcode, city, region, code):
        assert line.strip() == line and line[0] not in ",-"


def test_the_mark_of_an_address_stays_what_it_was() -> None:
    """Labels in the field carry it: another mark would stop every box that waits for its truck."""
    address = Address("Ada", "", "Road 1", "97201", "PORTLAND", "OR", "US", "1")
    assert address.mark == "8abf5e5dfe48"
