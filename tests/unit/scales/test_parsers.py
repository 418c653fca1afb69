"""Recorded answers of every protocol, and everything that is none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.device_api import WeightUnit
from devices.scales import hid_report, nci, sics, toledo_8217
from devices.scales.frames import MAX_BYTES, Frames
from devices.scales.nci import NCI
from devices.scales.protocol import Protocol
from devices.scales.reading import Condition, ScaleAnswer, ScaleReading
from devices.scales.sics import SICS
from devices.scales.toledo_8217 import toledo_8217 as make_8217

G, KG, OZ, LB = WeightUnit.G, WeightUnit.KG, WeightUnit.OZ, WeightUnit.LB
T8217 = make_8217(KG)
C = Condition


def answers(protocol: Protocol, *chunks: bytes) -> list[ScaleAnswer | None]:
    frames = Frames(protocol.end, protocol.start)
    return [protocol.read(frame) for chunk in chunks for frame in frames.feed(chunk)]


def exact(answer: ScaleAnswer | None) -> object:
    """Equal only with the same digits: Decimal("1.0") == Decimal("1.00") would not do."""
    return (
        (str(answer.value), answer.unit, answer.stable)
        if isinstance(answer, ScaleReading)
        else answer
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (b"S S     100.00 g\r\n", ("100.00", G, True)),
        (b"SI S    100.00 g\r\n", ("100.00", G, True)),
        (b"S D     100.00 g\r\n", ("100.00", G, False)),
        (b"S S     -0.020 kg\r\n", ("-0.020", KG, True)),
        (b"S S      12.34 oz\r\n", ("12.34", OZ, True)),
        (b"S S      12.34 lb\r\n", ("12.34", LB, True)),
        (b"S I\r\n", C.MOTION),
        (b"SI I\r\n", C.MOTION),
        (b"S +\r\n", C.OVER),
        (b"S -\r\n", C.UNDER),
        (b"Z A\r\n", C.NOTED),
        (b'I4 A "B021002593"\r\n', C.NOTED),
        (b"ES\r\n", C.REFUSED),
        (b"ET\r\n", None),
        (b"EL\r\n", C.REFUSED),
        (b"S S     100,00 g\r\n", ("100.00", G, True)),
        (b"S S      1,234 kg\r\n", ("1.234", KG, True)),
        (b"S S      1.234,5 kg\r\n", None),
        (b"TA A      0.00 g\r\n", C.GROSS),
        (b"TA A    140.00 g\r\n", C.NET),
        (b"TA A     0,140 kg\r\n", C.NET),
        (b"TA I\r\n", C.REFUSED),
        (b"TA A\r\n", None),
        (b"S S     100.00 ct\r\n", None),
        (b"S S     100.00\r\n", None),
        (b"S S     100.00 g\n", None),  # its CR was lost
        (b"S S     1O0.00 g\r\n", None),
        (b"S S    100.00.0 g\r\n", None),
        (b"\xd3 S     100.00 g\r\n", None),
        (b"SI\r\n", None),  # our own question, echoed
        (b"\r\n", None),
    ],
)
def test_sics(line: bytes, expected: object) -> None:
    assert [exact(one) for one in answers(SICS, line)] == [expected]


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        (b"\x0201.250\r", ("1.250", KG, True)),
        (b"\x0201.250N\r", C.NET),
        (b"\x0201,250\r", ("1.250", KG, True)),
        (b"\x02 1.250\r", ("1.250", KG, True)),
        (b"\x02?A\r", C.MOTION),
        (b"\x02?\x42\r", C.OVER),
        (b"\x02?\x43\r", C.OVER),
        (b"\x02?\x44\r", C.UNDER),
        (b"\x02?\x48\r", C.FAULT),
        (b"\x02?\x50\r", C.NOTED),
        (b"\x02?\x21\r", C.MOTION),  # b6 clear: an emulator's reading of the manual
        (b"\x02E\r", C.NOTED),
        (b"\x02?\xc1\r", None),
        (b"\x02?\r", None),
        (b"01.250\r", None),  # without STX
        (b"\x0201.\x0201.250\r", ("1.250", KG, True)),
        (b"\x0201.250G\r", None),
        (b"\x02-1.250\r", None),
        (b"\x020\r", None),
        (b"\x02\r", None),
    ],
)
def test_8217(frame: bytes, expected: object) -> None:
    assert [exact(one) for one in answers(T8217, frame)] == [expected]


def test_8217_has_the_unit_it_was_told() -> None:
    assert answers(make_8217(LB), b"\x0202.50\r") == [
        ScaleReading(Decimal("2.50"), LB, stable=True)
    ]
    assert (T8217.line.bytesize, T8217.line.parity, T8217.line.baud) == (7, "E", 9600)


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        (b"\n  12.34lb\r\n00\r\x03", ("12.34", LB, True)),
        (b"\n  12.34LB\r\n00\r\x03", ("12.34", LB, True)),
        (b"\n  12,34lb\r\n00\r\x03", ("12.34", LB, True)),
        (b"\n  12.34lb NT\r\n00\r\x03", C.NET),
        (b"\n  12.34lbN\r\n00\r\x03", C.NET),
        (b"\n  12.34lb GR\r\n00\r\x03", ("12.34", LB, True)),
        (b"\n   0.000kg\r\n20\r\x03", ("0.000", KG, True)),
        (b"\n  12.34lb\r\n0p0\r\x03", ("12.34", LB, True)),  # a third status byte
        (b"\n  12.34lb\r\n10\r\x03", C.MOTION),
        (b"\n^^^^^^^lb\r\n02\r\x03", C.OVER),
        (b"\n_______lb\r\n01\r\x03", C.UNDER),
        (b"\n  12.34lb\r\n08\r\x03", C.FAULT),  # faulty calibration
        (b"\n  12.34lb\r\n40\r\x03", C.FAULT),  # RAM error
        (b"\n00\r\x03", C.NOTED),
        (b"\n10\r\x03", C.MOTION),
        (b"\n?\r\x03", None),
        (b"\n  12.34xx\r\n00\r\x03", None),
        (b"\n  12.34lb\r\n0\r\x03", None),
        (b"\n  12.34lb\r\n0p\r\x03", None),  # it promises a byte that is not there
        (b"\n  12.34lb\r\n00\x03", None),
        (b"  12.34lb\r\n00\r\x03", None),
        (b"\n  12.34lb\r\n  12.35lb\r\n00\r\x03", None),
        (b"\n  1-.34lb\r\n00\r\x03", None),
        (b"\x03", None),
    ],
)
def test_nci(frame: bytes, expected: object) -> None:
    assert [exact(one) for one in answers(NCI, frame)] == [expected]


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        ("03 02 0B FF 00 00", ("0.0", OZ, True)),
        ("03 04 02 00 14 00", ("20", G, True)),
        ("03 04 0B FF 34 19", ("645.2", OZ, True)),
        ("04 0B FF 34 19", ("645.2", OZ, True)),
        ("03 04 0B FF 34 19 00 00", ("645.2", OZ, True)),
        ("03 03 03 FD E2 04", ("1.250", KG, False)),
        ("03 04 02 01 0A 00", ("100", G, True)),
        ("03 04 0C FE 34 12", ("46.60", LB, True)),
        ("03 01 02 00 14 00", C.FAULT),
        ("03 05 02 00 14 00", C.UNDER),
        ("03 06 02 00 14 00", C.OVER),
        ("03 07 02 00 14 00", C.FAULT),
        ("03 08 02 00 14 00", C.UNDER),
        ("03 09 02 00 14 00", None),
        ("03 04 05 00 14 00", None),  # carats
        ("03 04 02 7F 14 00", None),  # 10 ** 127
        ("03 02 02 00 14 00", None),  # "zero", and is not
        ("03 04 02 00 14 00 01", None),
        ("02 04 02 00 14 00", None),
        ("04 02 00 14", None),
        ("", None),
    ],
)
def test_hid(report: str, expected: object) -> None:
    assert exact(hid_report.read(bytes.fromhex(report))) == expected


RECORDED = {
    "sics": (SICS, b"S S     100.00 g\r\nS D      99.98 g\r\nS I\r\nSI S    100.00 g\r\nS +\r\n"),
    "8217": (T8217, b"\x0201.250\r\x02?A\r\x0201.250N\r\x02E\r\x0207.500\r\x02?D\r"),
    "nci": (NCI, b"\n  12.34lb\r\n00\r\x03\n  12.34lb\r\n10\r\x03\n?\r\x03\n 7.5kg\r\n0p0\r\x03"),
}


@pytest.mark.parametrize("name", RECORDED)
def test_split_at_every_boundary(name: str) -> None:
    protocol, stream = RECORDED[name]
    whole = answers(protocol, stream)
    assert sum(isinstance(one, ScaleReading) for one in whole) >= 2
    for cut in range(len(stream)):
        assert answers(protocol, stream[:cut], stream[cut:]) == whole
    assert answers(protocol, *(bytes([byte]) for byte in stream)) == whole


@pytest.mark.parametrize("name", RECORDED)
def test_a_lost_end_never_joins_two_answers_into_a_weight(name: str) -> None:
    protocol, stream = RECORDED[name]
    cut = stream.index(protocol.end)
    joined = answers(protocol, stream[:cut] + stream[cut + len(protocol.end) :])
    expected = answers(protocol, stream)
    # 8217 has a start mark and keeps the second answer; the others lose both
    assert joined[1 if protocol.start == b"" else 0 :] == expected[2 if not protocol.start else 1 :]


@pytest.mark.parametrize("name", RECORDED)
@given(data=st.data())
def test_damage_is_never_an_error_and_never_another_unit(name: str, data: st.DataObject) -> None:
    """A digit that became another digit cannot be told: these protocols carry no checksum."""
    protocol, stream = RECORDED[name]
    at = data.draw(st.integers(0, len(stream) - 1))
    new = data.draw(st.integers(0, 255))
    mutated = stream[:at] + bytes([new]) + stream[at + 1 :]
    known = {exact(one) for one in answers(protocol, stream)}
    fresh = [
        one
        for one in answers(protocol, mutated)
        if isinstance(one, ScaleReading) and exact(one) not in known
    ]
    if fresh:  # then a byte of a number, its unit or its state was replaced by a valid one
        assert new in b"0123456789.- SDN" + protocol.end or bytes([new]).lower() in b"g kgozlb"
        assert len(fresh) == 1


@pytest.mark.parametrize("name", RECORDED)
@given(junk=st.binary(max_size=300), cut=st.integers(0, 300))
def test_garbage_is_no_weight_and_memory_is_bounded(name: str, junk: bytes, cut: int) -> None:
    protocol, stream = RECORDED[name]
    frames = Frames(protocol.end, protocol.start)
    for chunk in (junk[:cut], junk[cut:] + protocol.end):
        for frame in frames.feed(chunk):
            answer = protocol.read(frame)
            assert (
                not isinstance(answer, ScaleReading) or str(answer.value).strip("-")[:1].isdigit()
            )
        assert frames.pending <= MAX_BYTES
    clean = frames.feed(stream)  # and it is over with the next end
    assert [protocol.read(frame) for frame in clean] == answers(protocol, stream)


@given(st.binary(max_size=70))
def test_hid_never_raises(report: bytes) -> None:
    answer = hid_report.read(report)
    if isinstance(answer, ScaleReading):
        assert 0 <= answer.value <= 65535 * 10**4


@pytest.mark.parametrize("name", RECORDED)
@pytest.mark.parametrize("other", RECORDED)
def test_another_protocol_is_not_understood(name: str, other: str) -> None:
    if name == other:
        return
    protocol, _ = RECORDED[name]
    assert {*answers(protocol, RECORDED[other][1]), None} == {None}


def test_an_endless_frame_is_one_that_is_not_understood() -> None:
    frames = Frames(b"\n")
    assert frames.feed(b"9" * 10_000) == []
    assert frames.pending <= MAX_BYTES
    assert frames.feed(b"99\nS I\r\n") == [b"", b"S I\r"]


def test_readers_take_any_bytes() -> None:
    for read in (sics.read, nci.read, lambda data: toledo_8217.read(data, KG)):
        assert [read(bytes(range(n, n + 9))) for n in range(0, 240, 9)] == [None] * 27
