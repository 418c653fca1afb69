"""Right-to-left text stands where its readers expect it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.labels import bidi


def shown(text: str) -> str:
    """The letters as they stand from left to right; brackets are mirrored by the font."""
    return "".join(text[place] for place in bidi.visual_order(bidi.levels(text)))


@pytest.mark.parametrize(
    ("text", "visual"),
    [
        ("abc 12", "abc 12"),
        ("אבג", "גבא"),
        ("אב 12", "12 בא"),
        ("12 אב", "בא 12"),  # a number before the first letter belongs to the line
        ("abc אב def", "abc בא def"),
        ("אב abc גד", "דג abc בא"),
        ("אב (abc)", ")abc( בא"),
        ("אב 1,234.5", "1,234.5 בא"),
        ("אב 12-34", "12-34 בא"),
        ("אב 20%", "20% בא"),
        ("אב +12", "12+ בא"),
        ("اب 12/5", "12/5 با"),
        ("اب 1+2", "2+1 با"),  # after Arabic letters a plus sign does not join numbers
        ("اب ۱۲", "۱۲ با"),
        ("abc (אב) 12", "abc (בא) 12"),
        ("a אב 12 גד", "a דג 12 בא"),
        ("אב ", " בא"),
        ("", ""),
    ],
)
def test_the_order_on_the_line(text: str, visual: str) -> None:
    assert shown(text) == visual


def test_marks_stay_with_their_letter() -> None:
    assert bidi.levels("שָׁלוֹם") == [1] * 7
    assert bidi.levels("é\u0301") == [0, 0]


@given(st.text(st.sampled_from("ab אבا١1+-.,%()[] \u0301"), max_size=20))
def test_every_letter_stands_once(text: str) -> None:
    found = bidi.levels(text)
    assert sorted(bidi.visual_order(found)) == list(range(len(text)))
    assert all(0 <= level <= 2 for level in found)
