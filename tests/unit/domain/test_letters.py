"""What can be printed, what is left out, and what holds an order."""

from __future__ import annotations

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.letters import covered, ornaments, printable, unprintable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Anna 😀🎁 Smith", "Anna Smith"),
        ("👩🏽‍🚀 Ann", "Ann"),
        ("1️⃣ Ann", "1 Ann"),
        ("Café ☕ & Co ™", "Café & Co ™"),
        ("A\u200b\u202e\x00 B\t\nC", "A B C"),
        ("نمونه\u200cای", "نمونه\u200cای"),  # the joiner shapes the word
        ("Ann\u200cA", "AnnA"),
        ("A\u030angstro\u0308m", "Ångström"),
    ],
)
def test_ornaments_and_invisible_characters_are_left_out(text: str, shown: str) -> None:
    assert printable(text) == shown
    assert unprintable(text) == ""


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("Ann \U00013000", "\U00013000"),  # a hieroglyph
        ("Ann \ue000\ue000", "\ue000"),  # private use: nobody knows the letter
        ("M\ufffdller", "\ufffd"),  # the text was damaged on its way
        ("\ud800", "\ud800"),  # half a character
        ("Ann ☕ Łódź 山田 김민수 สมชาย", ""),
        ("", ""),
    ],
)
def test_letters_that_no_font_has(text: str, lost: str) -> None:
    assert unprintable(text) == lost


def test_ornaments_are_named() -> None:
    assert ornaments("Anna 😀🎁😀 ™") == "😀🎁"


@pytest.mark.parametrize("codec", ["gb2312", "gbk", "big5", "shift_jis", "euc_jp", "euc_kr"])
def test_the_asian_character_sets_are_covered(codec: str) -> None:
    letters = {
        bytes([lead, trail]).decode(codec, "ignore")
        for lead in range(0x81, 0xFF)
        for trail in range(0x40, 0xFF)
    }
    written = {letter for letter in letters if len(letter) == 1 and category(letter)[0] in "LMN"}
    assert len(written) > 3000
    assert not {letter for letter in written if unprintable(letter)}


@pytest.mark.parametrize(
    "codec", [f"iso8859_{part}" for part in (1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 15)]
)
def test_the_letters_of_every_alphabet_of_iso_8859_are_covered(codec: str) -> None:
    text = bytes(range(0xA0, 0x100)).decode(codec, "ignore")
    assert unprintable(text) == ""


@given(st.text(max_size=30))
def test_no_text_breaks_it(text: str) -> None:
    shown = printable(text)
    assert set(unprintable(shown)) <= set(unprintable(text))
    assert all(
        letter == " " or covered(letter) or letter in unprintable(text) or letter in "\u200c\u200d"
        for letter in shown
    )
