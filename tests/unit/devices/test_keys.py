"""Keys of one keyboard: Linux events and Windows records, built by hand."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices import us_keyboard
from devices.evdev_keys import EVENT, EventDecoder
from devices.framing import Framer
from devices.raw_input import RawKey, identity, raw_key
from devices.wedge_sources import Key
from tests.helpers.keys import CTRL, ENTER, event, events_of

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


def record(make: int, flags: int = 0, *, kind: int = 1, handle: int = 0xABCD) -> bytes:
    return struct.pack("<IIQQHHHHII", kind, 40, handle, 0, make, flags, 0, 0, 0x100, 0)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (record(0x10), RawKey(0xABCD, Key(16, pressed=True))),
        (record(0x10, 1), RawKey(0xABCD, Key(16, pressed=False))),
        (record(0x1C), RawKey(0xABCD, Key(ENTER, pressed=True))),
        (record(0x1C, 2), RawKey(0xABCD, Key(96, pressed=True))),  # the keypad's Enter
        (record(0x1D, 3), RawKey(0xABCD, Key(97, pressed=False))),  # the right Ctrl
        (record(0x48, 2), None),  # an arrow
        (record(0xFF), None),  # overrun
        (record(0x10, kind=0), None),  # a mouse
        (b"short", None),
    ],
)
def test_windows_records(data: bytes, expected: RawKey | None) -> None:
    assert raw_key(data) == expected


def test_both_systems_mean_the_same_key() -> None:
    key = raw_key(record(0x23))
    assert key is not None
    assert us_keyboard.character(key.key.scan_code, shift=True, ctrl=False) == "H"


def test_names_of_windows_devices() -> None:
    name = r"\\?\HID#VID_05F9&PID_4204&MI_00#7&1A2B&0&0000#{884b96c3-56ef-11d1-bc8c-00a0c91405dd}"
    assert identity(name) == "usb:05f9:4204@7&1A2B&0&0000"
    assert identity("something else") == "something else"


@given(st.binary(max_size=60))
def test_any_record_is_survived(data: bytes) -> None:
    raw_key(data)
