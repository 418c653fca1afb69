"""Keys of one keyboard: Linux events, built by hand."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.evdev_keys import EVENT, EventDecoder
from devices.framing import Framer
from tests.helpers.keys import CTRL, event, events_of

ALT, SHIFT, CAPS = 56, 42, 58


def test_an_event_is_24_bytes_on_64_bit_systems() -> None:
    assert EVENT.size == (24 if struct.calcsize("@l") == 8 else 16)


def test_a_code_with_every_kind_of_character() -> None:
    text = "]C10109501101530003\x1d10aBc-7/z"
    assert EventDecoder().feed(events_of(text)) == text.encode() + b"\r"


def test_caps_lock_and_repeats_change_nothing() -> None:
    data = event(CAPS, 1) + event(CAPS, 0) + event(16, 1) + event(16, 2) * 5 + event(16, 0)
    assert EventDecoder().feed(data) == b"q"


def test_the_prefix_of_a_wedge_is_the_stx_of_a_line() -> None:
    data = event(CTRL, 1) + event(48, 1) + event(48, 0) + event(CTRL, 0) + events_of("42")
    assert EventDecoder().feed(data) == b"\x0242\r"


@pytest.mark.parametrize("key", [event(103, 1), event(ALT, 1) + event(79, 1)])  # arrow, Alt+1
def test_a_key_that_makes_no_character_spoils_the_code(key: bytes) -> None:
    data = EventDecoder().feed(key + event(ALT, 0) + events_of("42"))
    (frame,) = Framer().feed(data, 0)
    assert frame.defect is not None


def test_events_dropped_by_the_system_spoil_the_code() -> None:
    data = events_of("40")[: 4 * EVENT.size] + EVENT.pack(0, 0, 0, 3, 0) + events_of("12")
    (frame,) = Framer().feed(EventDecoder().feed(data), 0)
    assert frame.defect is not None


@given(st.lists(st.integers(1, 100)))
def test_where_reads_are_cut_makes_no_difference(cuts: list[int]) -> None:
    rest, decoder, got = events_of("Ab-7\x1dz"), EventDecoder(), b""
    for cut in cuts:
        got += decoder.feed(rest[:cut])
        rest = rest[cut:]
    assert got + decoder.feed(rest) == b"Ab-7\x1dz\r"


@given(st.binary(max_size=500))
def test_any_bytes_are_survived(data: bytes) -> None:
    EventDecoder().feed(data)
