"""Frames of a serial line: every boundary, every kind of dirt."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.device_api import ScanDefect
from devices.framing import Framer, LineFrame

Short = tuple[str, str, ScanDefect | None]


def brief(frames: list[LineFrame]) -> list[Short]:
    return [(frame.text, frame.aim, frame.defect) for frame in frames]


def frames_of(data: bytes, **options: bytes | int) -> list[Short]:
    return brief(Framer(**options).feed(data, 0))  # type: ignore[arg-type] # per test


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n", b"\x03", b"\x03\r\n"])
@pytest.mark.parametrize("start", [b"", b"\x02"])
def test_terminators(start: bytes, end: bytes) -> None:
    one = start + b"]E04012345678901" + end
    assert frames_of(one * 2) == [("4012345678901", "]E0", None)] * 2


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        (b"\r\n\r\n\x02\x03", []),
        (b"]C10109501101530003\x1d10A\r", [("0109501101530003\x1d10A", "]C1", None)]),
        (b"[)>\x1e06\x1d1JUN\x1e\x04\r", [("[)>\x1e06\x1d1JUN\x1e\x04", "", None)]),
        (b"A\x1eB\r", [("A\\x1eB", "", ScanDefect.UNREADABLE)]),
        (b"A\x00B\r", [("A\\x00B", "", ScanDefect.UNREADABLE)]),
        (b"caf\xe9\r", [("caf\\xe9", "", ScanDefect.UNREADABLE)]),
        ("Fuß 箱\r".encode(), [("Fuß 箱", "", None)]),
        (b"]C1\r", [("", "]C1", ScanDefect.UNREADABLE)]),
        (b"12\x02345\r", [("12", "", ScanDefect.UNTERMINATED), ("345", "", None)]),
        (b"]not an id\r", [("]not an id", "", None)]),
    ],
)
def test_contents(sent: bytes, expected: list[Short]) -> None:
    assert frames_of(sent) == expected


def test_prefix_and_suffix_are_cut_off_and_a_missing_prefix_is_told() -> None:
    options = {"prefix": b"~", "suffix": b"#"}
    assert frames_of(b"~]E012#\r", **options) == [("12", "]E0", None)]
    assert frames_of(b"12#\r", **options) == [("12", "", ScanDefect.UNTERMINATED)]


def test_one_report_for_a_line_without_end() -> None:
    framer = Framer()
    frames = [f for at in range(100) for f in framer.feed(b"7" * 100, at)]
    assert [f.defect for f in frames] == [ScanDefect.TOO_LONG]
    assert framer.pending == 0
    assert framer.feed(b"77\r", 101) == []  # the rest of it
    assert brief(framer.feed(b"42\r", 102)) == [("42", "", None)]


def test_silence_ends_the_swallowing_too() -> None:
    framer = Framer(max_bytes=4)
    assert len(framer.feed(b"12345", 0)) == 1
    assert framer.idle(300) == []
    assert brief(framer.feed(b"\x0212\r", 301)) == [("12", "", None)]


def test_silence_flushes_once_and_not_early() -> None:
    framer = Framer()
    assert framer.feed(b"4012", 0) == []
    assert framer.idle(199) == []
    assert brief(framer.idle(200)) == [("4012", "", ScanDefect.UNTERMINATED)]
    assert framer.idle(900) == []


def test_the_late_end_of_a_cut_code_is_never_a_code() -> None:
    framer = Framer()
    framer.feed(b"JJD0", 0)
    framer.idle(250)
    assert brief(framer.feed(b"00390007\r", 900)) == [("00390007", "", ScanDefect.UNTERMINATED)]
    assert brief(framer.feed(b"4012\r", 950)) == [("4012", "", None)]


def test_after_a_long_pause_a_new_code_is_trusted_again() -> None:
    framer = Framer()
    framer.feed(b"JJD0", 0)
    framer.idle(250)
    assert brief(framer.feed(b"4012\r", 5000)) == [("4012", "", None)]


def test_a_late_reader_does_not_cut_a_code() -> None:
    framer = Framer()
    assert framer.feed(b"40123", 0) == []
    assert brief(framer.feed(b"45\r", 5000)) == [("4012345", "", None)]


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n", b"\x03", b"\x03\r\n"])
def test_a_frame_tells_how_it_ended_and_how_long_it_took(end: bytes) -> None:
    framer = Framer()
    framer.feed(b"]E0", 100)
    (frame,) = framer.feed(b"42" + end, 125)
    assert (frame.raw, frame.terminator, frame.span_ms) == (b"]E042", end, 25)


def test_a_frame_that_silence_ends_has_no_terminator() -> None:
    framer = Framer()
    framer.feed(b"4", 100)
    framer.feed(b"2", 130)
    (frame,) = framer.idle(400)
    assert (frame.terminator, frame.span_ms) == (b"", 30)


@given(st.binary(max_size=200), st.lists(st.integers(0, 200), max_size=12))
def test_where_reads_are_cut_makes_no_difference(data: bytes, cuts: list[int]) -> None:
    whole = Framer(max_bytes=32)
    pieces = Framer(max_bytes=32)
    edges = [0, *sorted(min(cut, len(data)) for cut in cuts), len(data)]
    got = [f for a, b in itertools.pairwise(edges) for f in pieces.feed(data[a:b], 0)]
    assert whole.feed(data, 0) + whole.idle(500) == got + pieces.idle(500)


@given(st.lists(st.tuples(st.binary(max_size=64), st.integers(0, 1000)), max_size=30))
def test_nothing_raises_and_memory_is_bounded(steps: list[tuple[bytes, int]]) -> None:
    framer, now = Framer(max_bytes=50), 0
    for data, wait in steps:
        now += wait
        for frame in framer.idle(now) + framer.feed(data, now):
            assert len(frame.raw) <= 50
            assert frame.defect is None or frame.text.isprintable()
        assert framer.pending <= 50


@given(st.lists(st.text("0123456789ABCxyz-/. \x1d", min_size=1, max_size=40), max_size=8))
def test_codes_come_out_as_they_went_in(codes: list[str]) -> None:
    sent = b"".join(code.encode() + b"\r\n" for code in codes)
    assert frames_of(sent) == [(code, "", None) for code in codes]


def test_tab_ends_a_frame_like_enter() -> None:
    framer = Framer()
    (frame,) = framer.feed(b"9521321000001\t", 0)
    assert (frame.text, frame.defect, frame.terminator) == ("9521321000001", None, b"\t")


def test_a_suffix_ends_a_frame_as_soon_as_the_line_is_silent() -> None:
    framer = Framer(suffix=b"!")
    assert framer.feed(b"9521321000001!", 0) == []
    (frame,) = framer.idle(1000)
    assert (frame.text, frame.defect) == ("9521321000001", None)
    framer.feed(b"95213210", 1001)
    (frame,) = framer.idle(2000)
    assert frame.defect is ScanDefect.UNTERMINATED
