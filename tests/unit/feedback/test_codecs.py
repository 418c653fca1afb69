"""Sounds in the hand, byte by byte."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.device_api import Ability, Beep
from devices.feedback.codec import FeedbackCodec, Silent
from devices.feedback.datalogic import DatalogicCorded, DatalogicCordless
from devices.feedback.hid_pos import HidPosFeedback, reports
from devices.feedback.honeywell import Honeywell
from devices.feedback.ssi import Ssi
from devices.simulators.ear import Ear, Trigger

CODECS: list[FeedbackCodec] = [
    Ssi(),
    Ssi(led=0x2A),
    DatalogicCordless(),
    DatalogicCorded(),
    Honeywell(),
    HidPosFeedback(),
]


@pytest.mark.parametrize(
    ("codec", "beep", "expected"),
    [
        (Ssi(), Beep.GOOD, "05 E6 04 00 00 FF 11"),
        (Ssi(), Beep.BAD, "05 E6 04 00 10 FF 01"),
        (Ssi(), Beep.STOP, "05 E6 04 00 15 FE FC"),
        (Ssi(led=1), Beep.STOP, "05 E6 04 00 15 FE FC 05 E7 04 00 01 FF 0F"),
        (Ssi(led=1), Beep.GOOD, "05 E6 04 00 00 FF 11 05 E8 04 00 01 FF 0E"),
        (DatalogicCordless(), Beep.GOOD, "1B 5B 33 71 0D"),
        (DatalogicCordless(), Beep.BAD, "1B 5B 34 71 0D"),
        (
            DatalogicCordless(),
            Beep.STOP,
            "1B 5B 32 71 1B 5B 35 71 1B 5B 32 71 1B 5B 35 71 1B 5B 32 71 0D",
        ),
        (DatalogicCorded(), Beep.GOOD, "42"),
        (DatalogicCorded(), Beep.BAD, "01 01"),
        (DatalogicCorded(), Beep.STOP, "01 01 01 01 01"),
        (Honeywell(), Beep.GOOD, "16 07 0D"),
        (HidPosFeedback(), Beep.GOOD, "04 40"),
        (HidPosFeedback(), Beep.BAD, "04 20"),
        (HidPosFeedback(), Beep.STOP, "04 20 04 20 04 20"),
        (Silent(), Beep.STOP, ""),
    ],
)
def test_bytes(codec: FeedbackCodec, beep: Beep, expected: str) -> None:
    assert codec.bytes_for(beep) == bytes.fromhex(expected)


@pytest.mark.parametrize(
    ("codec", "lock", "free"),
    [
        (Ssi(), "04 EA 04 00 FF 0E", "04 E9 04 00 FF 0F"),
        (DatalogicCorded(), "44", "45"),
        (HidPosFeedback(), "04 02", "04 00"),
    ],
)
def test_locking(codec: FeedbackCodec, lock: str, free: str) -> None:
    assert codec.lock() == bytes.fromhex(lock)
    assert codec.free() == bytes.fromhex(free)


@pytest.mark.parametrize("codec", [*CODECS, Silent()])
def test_abilities_are_what_there_are_bytes_for(codec: FeedbackCodec) -> None:
    assert (Ability.BEEP in codec.abilities) is all(codec.bytes_for(beep) for beep in Beep)
    assert (Ability.LOCK in codec.abilities) is bool(codec.lock() and codec.free())


@pytest.mark.parametrize("codec", CODECS)
def test_the_sounds_of_a_codec_differ(codec: FeedbackCodec) -> None:
    assert all(codec.bytes_for(a) != codec.bytes_for(b) for a, b in combinations(Beep, 2))


def test_a_beep_keeps_a_locked_trigger_locked() -> None:
    assert reports(b"\x04\x40", locked=True) == [b"\x04\x42"]
    assert reports(b"\x04\x20\x04\x20", locked=False) == [b"\x04\x20"] * 2
    assert reports(b"\x04\x00", locked=True) == [b"\x04\x00"]


@pytest.mark.parametrize("codec", CODECS[2:])
@given(noise=st.binary(max_size=8))
def test_the_simulator_hears_what_was_said(codec: FeedbackCodec, noise: bytes) -> None:
    ear = Ear(codec)
    for beep in Beep:
        assert ear.hear(codec.bytes_for(beep)) == [beep]
    if codec.lock():
        assert ear.hear(codec.lock() + codec.free()) == [Trigger.LOCK, Trigger.FREE]
    ear.hear(noise)  # anything may come
