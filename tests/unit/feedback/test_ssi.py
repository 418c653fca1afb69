"""SSI packets: recorded ones, damaged ones, and the conversation about them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.device_api import Beep, ScanDefect
from devices.feedback import ssi
from devices.feedback.ssi import Op, Packet, Ssi, SsiDecoder
from devices.framing import Framer
from devices.links import ANSWER_MS, LineLink, SsiLink

EAN = bytes.fromhex("12 F3 00 00 0B 35 39 30 31 32 33 34 31 32 33 34 35 37 FC 52")
ACK = bytes.fromhex("04 D0 04 00 FF 28")
NAK = Packet(Op.NAK, b"\x01").to_bytes()
SCANNER_ACK = Packet(Op.ACK, source=0).to_bytes()


def code(text: bytes, *, kind: int = 3, status: int = 0) -> bytes:
    return Packet(Op.DECODE_DATA, bytes([kind]) + text, source=0, status=status).to_bytes()


def test_recorded_packets() -> None:
    assert Packet(Op.ACK).to_bytes() == ACK
    assert Packet(Op.BEEP, b"\x0c").to_bytes() == bytes.fromhex("05 E6 04 00 0C FF 05")
    assert Packet(Op.BEEP, b"\x13").to_bytes() == bytes.fromhex("05 E6 04 00 13 FE FE")
    assert Packet(Op.BEEP, b"\x18").to_bytes() == bytes.fromhex("05 E6 04 00 18 FE F9")
    assert SsiDecoder().feed(EAN, 0) == [Packet(Op.DECODE_DATA, b"\x0b5901234123457", 0)]


def test_a_packet_too_long_for_its_length_byte_is_refused() -> None:
    with pytest.raises(ValueError, match="range"):
        Packet(Op.BEEP, bytes(252)).to_bytes()


def test_a_code_is_acknowledged_and_gets_its_symbology() -> None:
    link = SsiLink()
    (frame,) = link.feed(EAN, 0)
    assert (frame.text, frame.aim, frame.defect) == ("5901234123457", "]E0", None)
    assert link.due(0) == ACK
    assert link.due(0) == b""


@pytest.mark.parametrize(
    ("packet", "text", "aim"),
    [
        (code(b"]C101095\x1d1"), "01095\x1d1", "]C1"),
        (code(b"ABC\r\n", kind=0x01), "ABC", ""),
        (code(b"01095\x1d1", kind=0x0F), "01095\x1d1", "]C1"),
        (b"\0" + code(b"7"), "7", "]C0"),  # a wake byte first
    ],
)
def test_codes(packet: bytes, text: str, aim: str) -> None:
    (frame,) = SsiLink().feed(packet, 0)
    assert (frame.text, frame.aim, frame.defect) == (text, aim, None)


def test_a_code_with_control_bytes_is_no_code() -> None:
    (frame,) = SsiLink().feed(code(b"AB\x07C"), 0)
    assert frame.defect is ScanDefect.UNREADABLE


def test_an_empty_code_is_acknowledged_and_no_scan() -> None:
    link = SsiLink()
    assert link.feed(code(b""), 0) == []
    assert link.feed(Packet(Op.DECODE_DATA, source=0).to_bytes(), 0) == []
    assert link.due(0) == ACK * 2


def test_a_packet_sent_again_is_one_scan_and_two_scans_are_two() -> None:
    link = SsiLink()
    again = code(b"42", status=ssi.RESENT)
    assert len(link.feed(code(b"42") + again + code(b"42") + again, 0)) == 2
    assert link.due(0) == ACK * 4


def test_a_resent_packet_of_a_code_that_never_came_is_a_scan() -> None:
    assert len(SsiLink().feed(code(b"42", status=ssi.RESENT), 0)) == 1


def test_a_code_of_many_packets_is_refused_as_one() -> None:
    link = SsiLink()
    parts = code(b"7" * 200, status=ssi.CONTINUED) * 2 + code(b"7" * 9)
    assert [frame.defect for frame in link.feed(parts, 0)] == [ScanDefect.TOO_LONG]
    assert [frame.defect for frame in link.feed(EAN, 0)] == [None]


def test_a_damaged_packet_is_asked_for_again_after_silence() -> None:
    link = SsiLink()
    damaged = EAN[:-1] + b"\0"
    assert link.feed(damaged + EAN, 0) == []  # no looking for packets inside damage
    assert link.idle(99) == []
    assert link.due(99) == b""
    link.idle(100)
    assert link.due(100) == NAK
    assert len(link.feed(EAN, 150)) == 1
    assert not link.foreign


def test_text_where_packets_should_come_is_told() -> None:
    link = SsiLink()
    assert link.feed(b"5901234123457\r", 0) == []
    link.idle(200)
    assert "text" in link.foreign


def test_damage_again_and_again_is_told_too() -> None:
    link = SsiLink()
    for at in (0, 1000, 2000):
        assert not link.foreign
        link.feed(b"\x06\xf3\x99", at)
        link.idle(at + 500)
    assert "3 damaged" in link.foreign


def test_one_command_after_the_other() -> None:
    link = SsiLink()
    beep, lock = Ssi().bytes_for(Beep.STOP), Ssi().lock()
    link.say(beep + lock)
    assert link.due(0) == beep
    assert link.due(500) == b""
    link.feed(SCANNER_ACK, 510)
    assert link.due(510) == lock


def test_a_scanner_that_answers_nothing_gets_the_next_command_all_the_same() -> None:
    link = SsiLink()
    link.say(Ssi().lock())
    link.say(Ssi().free())
    assert link.due(0) == Ssi().lock()
    assert link.due(ANSWER_MS) == Ssi().free()


def test_a_refused_command_is_sent_again_but_not_for_ever() -> None:
    link = SsiLink()
    beep = Ssi().bytes_for(Beep.BAD)
    link.say(beep)
    sent = link.due(0)
    for at in range(10):
        link.feed(Packet(Op.NAK, b"\x01", source=0).to_bytes(), at)
        sent += link.due(at)
    assert sent == beep * 3


def test_a_denied_command_is_not_sent_again() -> None:
    link = SsiLink()
    link.say(Ssi().lock())
    link.due(0)
    link.feed(Packet(Op.NAK, b"\x06", source=0).to_bytes(), 1)
    assert link.due(1) == b""


def test_commands_do_not_pile_up() -> None:
    link = SsiLink()
    for _ in range(1000):
        link.say(Ssi().free())
    sent = 0
    for at in range(0, 2000 * ANSWER_MS, ANSWER_MS):
        sent += bool(link.due(at))
    assert sent <= 20


@given(st.lists(st.integers(1, 30)), st.binary(max_size=60))
def test_where_reads_are_cut_makes_no_difference(cuts: list[int], text: bytes) -> None:
    stream, whole, pieces = EAN + code(text) + ACK, SsiDecoder(), SsiDecoder()
    got = []
    rest = stream
    for cut in cuts:
        got += pieces.feed(rest[:cut], 0)
        rest = rest[cut:]
    assert got + pieces.feed(rest, 0) == whole.feed(stream, 0)


@given(st.integers(0, len(EAN) - 1), st.integers(1, 255), st.binary(max_size=40))
def test_a_packet_with_one_wrong_byte_is_never_another_code(
    place: int, change: int, after: bytes
) -> None:
    data = bytearray(EAN)
    data[place] ^= change
    link = SsiLink()
    frames = link.feed(bytes(data), 0)
    frames += link.idle(1000)
    assert frames == []
    link.feed(after, 2000)
    link.idle(9000)
    assert link.due(9000) is not None


@given(st.lists(st.tuples(st.binary(max_size=80), st.integers(0, 400)), max_size=30))
def test_nothing_raises_and_memory_is_bounded(steps: list[tuple[bytes, int]]) -> None:
    decoder, link, now = SsiDecoder(), SsiLink(), 0
    for data, wait in steps:
        now += wait
        decoder.feed(data, now)
        assert len(decoder.pending) <= 257
        for frame in link.feed(data, now) + link.idle(now + 1):
            assert frame.defect is None or frame.text.isprintable()
        link.due(now)


# --- the wrong language --------------------------------------------------------------------------


@given(st.integers(0, len(EAN) - 1), st.integers(0, 255))
def test_packets_on_a_line_of_text_are_never_codes(place: int, value: int) -> None:
    data = bytearray(EAN)
    data[place] = value
    link = LineLink(Framer())
    frames = link.feed(bytes(data), 0) + link.idle(1000)
    assert all(frame.defect for frame in frames)
    assert bool(link.foreign) is (bytes(data) == EAN)


@given(st.lists(st.text("0123456789ABCxyz-/. \x1d", min_size=3, max_size=250), min_size=1))
def test_lines_of_text_are_never_packets(codes: list[str]) -> None:
    link, line = SsiLink(), LineLink(Framer())
    for number, code_ in enumerate(codes):
        data = code_.encode() + b"\r"
        assert link.feed(data, number * 1000) == []
        link.idle(number * 1000 + 500)
        line.feed(data, number * 1000)
    assert link.foreign
    assert not line.foreign
