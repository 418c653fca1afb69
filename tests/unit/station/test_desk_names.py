"""The files of documents: whatever a load or a parcel is called, no two share a file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.files import file_name

SIMILAR = ["L/1", "L_1", "l_1", "L-1", "L\\1", "L 1", "L:1", "上海", "北京", "", ".", "..", "é", "e\u0301"]  # fmt: skip


def on_windows(text: str) -> str:
    """What a file system compares that takes no note of capitals."""
    return file_name(text).casefold()


def test_names_that_look_alike() -> None:
    assert len({on_windows(text) for text in SIMILAR}) == len(SIMILAR)


@given(one=st.text(max_size=80), other=st.text(max_size=80))
def test_no_two_texts_share_a_name(one: str, other: str) -> None:
    assert (on_windows(one) == on_windows(other)) is (one == other)


@pytest.mark.parametrize("text", ["095213210000000018", "LOAD-7", "上海"])
def test_a_plain_name_stays_as_it_is(text: str) -> None:
    assert file_name(text) == text


@given(text=st.text(max_size=300))
def test_every_file_system_takes_the_name(text: str) -> None:
    name = f"manifest-{file_name(text)}.pdf.part"
    assert len(name.encode()) <= 255
    assert not set(name) & set('/\\:*?"<>|\0')
