"""HID POS reports: recorded ones, every known quirk, and dirt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.device_api import ScanDefect
from devices.framing import MAX_BYTES, LineFrame
from devices.hid_pos import HidPosDecoder, MenuAnswer
from devices.simulators.hid_pos import input_reports


def report(head: str, data: bytes, tail: str = "3F 00 00") -> bytes:
    return bytes.fromhex(head) + data.ljust(56, b"\0") + bytes.fromhex(tail)


HONEYWELL_FIRST = report(
    "02 38 5D 58 30",
    b"Product Name: Voyager 1602g\r\nBoot Revision: : 8992\r\nSoft"[:56],
    "3F 00 01",
)
HONEYWELL_LAST = report("02 09 5D 58 30", b"um: N/A\r\n")
HONEYWELL_ACK = report("02 08 5D 5A 36", b"REVINF\x06\x2e", "36 00 00")
PASS = b"M1GATHERGOOD/MICHAEL YABCDEF LHRDURAK 3542 052Y003D23  9"
ACCESS_IS = [
    report("02 38 5D 51 30", PASS, "73 00 01"),
    report("02 03 5D 51 30", b"END", "73 00 00"),
]
NEWLAND = bytes.fromhex("02 0E 02 00 00 08") + b"EL030095" + bytes.fromhex("25 51")

Short = tuple[str, str, ScanDefect | None]


def decoded(*reports: bytes) -> list[LineFrame | MenuAnswer]:
    decoder = HidPosDecoder()
    return [one for at, data in enumerate(reports) for one in decoder.feed(data, at)]


def brief(found: list[LineFrame | MenuAnswer]) -> list[Short]:
    return [(f.text, f.aim, f.defect) for f in found if isinstance(f, LineFrame)]


def test_a_code_in_one_report() -> None:
    (one,) = input_reports(b"0109501101530003\x1d10A\r", b"]C1")
    found = decoded(one, one)
    assert brief(found) == [("0109501101530003\x1d10A", "]C1", None)] * 2
    assert isinstance(found[0], LineFrame)
    assert found[0].terminator == b"\r"


def test_a_recorded_boarding_pass_in_two_reports() -> None:
    assert brief(decoded(*ACCESS_IS)) == [(PASS.decode() + "END", "]Q0", None)]


def test_what_a_scanner_says_of_itself_is_no_item() -> None:
    found = decoded(HONEYWELL_FIRST, HONEYWELL_LAST, HONEYWELL_ACK)
    assert brief(found) == []
    first, second = found
    assert isinstance(first, MenuAnswer) and first.data.startswith(b"Product Name")
    assert second == MenuAnswer(b"REVINF\x06\x2e")


@pytest.mark.parametrize("padding", [b"", bytes(48)])
def test_an_answer_in_newlands_wrapper(padding: bytes) -> None:
    assert decoded(NEWLAND + padding) == [MenuAnswer(b"EL030095")]


def test_one_byte_more_before_the_aim_id() -> None:
    data = b"\x02\x07\x00]E04012345"
    assert brief(decoded(data.ljust(64, b"\0"))) == [("4012345", "]E0", None)]


def test_a_model_without_aim_id() -> None:
    data = b"\x02\x07" + b"4012345"
    assert brief(decoded(data.ljust(64, b"\0"))) == [("4012345", "", None)]


def test_text_that_looks_like_an_aim_id_stays_text_without_one() -> None:
    data = b"\x02\x08" + b"A]C14012"
    assert brief(decoded(data.ljust(64, b"\0"))) == [("A]C14012", "", None)]


def test_another_code_in_the_middle_of_one() -> None:
    (other,) = input_reports(b"42", b"]E0")
    assert brief(decoded(ACCESS_IS[0], other)) == [
        (PASS.decode(), "]Q0", ScanDefect.UNTERMINATED),
        ("42", "]E0", None),
    ]


def test_a_code_that_breaks_off_and_its_late_end() -> None:
    decoder = HidPosDecoder()
    assert decoder.feed(ACCESS_IS[0], 0) == []
    assert decoder.idle(199) == []
    assert [f[2] for f in brief(decoder.idle(200))] == [ScanDefect.UNTERMINATED]
    assert brief(decoder.feed(ACCESS_IS[1], 900)) == [("END", "]Q0", ScanDefect.UNTERMINATED)]
    assert brief(decoder.feed(ACCESS_IS[1], 950)) == [("END", "]Q0", None)]


@pytest.mark.parametrize(
    "garbage",
    [
        b"",
        b"\x02",
        bytes(64),
        b"\x03\x02]E042".ljust(64, b"\0"),
        b"\x02\x02]E042",  # too short to be a report
        b"\x02\xff]E042".ljust(64, b"\0"),
        b"\x02\x39]E042".ljust(64, b"\0"),  # one more than fits
    ],
)
def test_garbage_is_ignored(garbage: bytes) -> None:
    (good,) = input_reports(b"42", b"]E0")
    assert brief(decoded(garbage, good)) == [("42", "]E0", None)]


def test_a_code_without_end_is_told_once_and_bounded() -> None:
    decoder = HidPosDecoder()
    endless = report("02 38 5D 51 30", b"7" * 56, "73 00 01")
    for at in range(1000):
        assert decoder.feed(endless, at) == []
        assert decoder.pending <= MAX_BYTES
    found = decoder.feed(ACCESS_IS[1], 1000)
    assert [f[2] for f in brief(found)] == [ScanDefect.TOO_LONG]
    assert len(brief(decoder.feed(ACCESS_IS[1], 1001))) == 1


@given(st.text("0123456789ABCxyz-/. \x1d", min_size=1, max_size=300))
def test_codes_come_out_as_they_went_in(text: str) -> None:
    assert brief(decoded(*input_reports(text.encode(), b"]d2"))) == [(text, "]d2", None)]


RECORDED = st.sampled_from([HONEYWELL_FIRST, HONEYWELL_LAST, HONEYWELL_ACK, *ACCESS_IS, NEWLAND])


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    data = bytearray(draw(RECORDED))
    for _ in range(draw(st.integers(0, 4))):
        data[draw(st.integers(0, len(data) - 1))] = draw(st.integers(0, 255))
    return bytes(data[: draw(st.integers(0, len(data)))] + draw(st.binary(max_size=4)))


@given(st.lists(st.tuples(damaged() | st.binary(max_size=80) | RECORDED, st.integers(0, 400))))
def test_nothing_raises_and_memory_is_bounded(steps: list[tuple[bytes, int]]) -> None:
    decoder, now = HidPosDecoder(max_bytes=100), 0
    for data, wait in steps:
        now += wait
        for frame in decoder.idle(now) + decoder.feed(data, now):
            if isinstance(frame, LineFrame) and frame.defect is None:
                assert all(c.isprintable() or c in "\x1c\x1d\x1e\x1f\x04" for c in frame.text)
        assert decoder.pending <= 100
