"""How people and labels write a date."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import written_date

LAST = date(2027, 12, 31)
JANUARY = date(2027, 1, 31)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("271231", LAST),
        ("2027-12-31", LAST),
        ("2027/12/31", LAST),
        ("2027.12.31", LAST),
        ("20271231", LAST),
        ("31.12.2027", LAST),
        ("31.12.27", LAST),
        ("31/12/2027", LAST),
        ("12/31/2027", LAST),
        ("31-12-2027", LAST),
        ("31 Dec 2027", LAST),
        ("31-DEC-2027", LAST),
        ("December 2027", LAST),
        (" 2027-12-31 ", LAST),
        ("2027年12月31日", LAST),
        ("2027年12月", LAST),
        ("271200", LAST),  # day 00 is the month's last one
        ("01/2027", JANUARY),
        ("01.2027", JANUARY),
        ("2027-01", JANUARY),
        ("5.5.2027", date(2027, 5, 5)),
        ("05/05/2027", date(2027, 5, 5)),
        ("29.02.2028", date(2028, 2, 29)),
        ("03/04/2027", None),  # the third of April, or the fourth of March?
        ("29.02.2027", None),
        ("271331", None),
        ("270230", None),
        ("32/13/2027", None),
        ("31 Foo 2027", None),
        ("2027", None),
        ("", None),
        ("tomorrow", None),
        ("²²²²²²", None),
    ],
)
def test_a_date_is_read_as_it_is_written(text: str, day: date | None) -> None:
    assert written_date(text) == day


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_form_of_one_day_is_that_day(day: date) -> None:
    for form in ("%y%m%d", "%Y%m%d", "%Y-%m-%d", "%d.%m.%Y", "%d %b %Y"):
        assert written_date(day.strftime(form)) == day


@given(st.text(max_size=12) | st.from_regex(r"[0-9./ -]{0,12}", fullmatch=True))
def test_no_text_breaks_it(text: str) -> None:
    found = written_date(text)
    assert found is None or found.year > 0
