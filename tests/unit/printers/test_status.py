"""What printers say of themselves; the bytes are those of Zebra's manual and of public captures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.device_api import Trouble
from devices.printers.ipp_status import reasons_trouble, status_trouble
from devices.printers.tspl_status import parse_tspl_status
from devices.printers.zebra_status import (
    HostIdentification,
    HostStatus,
    Odometer,
    parse_errors,
    parse_identification,
    parse_odometer,
    parse_status,
)

HI = b"\x02ZTC ZD420-203dpi ZPL,V93.20.15Z,8,4194304\x03\r\n"
HQES = (
    b"\x02\r\nPRINTER STATUS\r\n ERRORS:         %s\r\n WARNINGS:       0 00000000 00000000\r\n\x03"
)
CLEAN = HQES % b"0 00000000 00000000"
HS = (
    b"\x02030,%s,%s,1245,%s,0,0,%s,000,0,0,0\x03\r\n"
    b"\x02000,0,%s,%s,0,2,4,0,%s,1,000\x03\r\n\x021234,0\x03\r\n"
)
WELL = HS % (b"0", b"0", b"000", b"0", b"0", b"0", b"00000000")


def test_who_it_is() -> None:
    assert parse_identification(HI) == HostIdentification("ZTC ZD420-203dpi ZPL", "V93.20.15Z", 203)
    assert parse_identification(b"\x02ZT410,V1,12,8192KB\x03") == HostIdentification(
        "ZT410", "V1", 300
    )
    assert parse_identification(b"\x02X,V1,9,8\x03") == HostIdentification("X", "V1", 0)


@pytest.mark.parametrize(
    ("flags", "trouble"),
    [
        (b"0 00000000 00000000", None),
        (b"1 00000000 00000005", Trouble.HEAD_OPEN),  # and media out, as the manual's example
        (b"1 00000000 00000001", Trouble.PAPER_OUT),
        (b"1 00000000 00000002", Trouble.RIBBON_OUT),
        (b"1 00000000 00000004", Trouble.HEAD_OPEN),
        (b"1 00000000 00000008", Trouble.CUTTER),
        (b"1 00000000 00000010", Trouble.OVERHEATED),
        (b"1 00000000 00000020", Trouble.OVERHEATED),
        (b"1 00000000 00000040", Trouble.HEAD_FAULT),
        (b"1 00000000 00000080", Trouble.HEAD_FAULT),
        (b"1 00000000 00000100", Trouble.PRINTER_FAULT),
        (b"1 00000000 00000200", Trouble.HEAD_FAULT),
        (b"1 00000000 00010000", Trouble.PAUSED),
        (b"1 00000001 00000000", Trouble.PRINTER_FAULT),
        (b"1 00000000 00000000", Trouble.PRINTER_FAULT),
    ],
)  # fmt: skip
def test_every_error_flag_has_its_trouble(flags: bytes, trouble: Trouble | None) -> None:
    errors = parse_errors(HQES % flags)
    assert errors is not None and errors.trouble is trouble


@pytest.mark.parametrize(
    "spelling",
    [
        b"\x02\r\n\r\n  PRINTER STATUS                              \r\n"
        b"   ERRORS:         1 00000000 00000001 \r\n   WARNINGS:       0 00000000 00000000 \x03",
        b"ERRORS: 1 00000000 00000001\nWARNINGS: 0 00000000 00000000\x03",
    ],
)
def test_the_spacing_of_hqes_varies(spelling: bytes) -> None:
    errors = parse_errors(spelling)
    assert errors is not None and errors.trouble is Trouble.PAPER_OUT


@pytest.mark.parametrize(
    ("values", "trouble", "empty"),
    [
        ((b"0", b"0", b"000", b"0", b"0", b"0", b"00000000"), None, True),
        ((b"1", b"0", b"000", b"0", b"0", b"0", b"00000000"), Trouble.PAPER_OUT, True),
        ((b"0", b"1", b"000", b"0", b"0", b"0", b"00000000"), Trouble.PAUSED, True),
        ((b"0", b"0", b"002", b"0", b"0", b"0", b"00000000"), None, False),
        ((b"0", b"0", b"000", b"1", b"0", b"0", b"00000000"), None, False),
        ((b"0", b"0", b"000", b"0", b"1", b"0", b"00000000"), Trouble.HEAD_OPEN, True),
        ((b"0", b"0", b"000", b"0", b"0", b"1", b"00000000"), Trouble.RIBBON_OUT, True),
        ((b"0", b"0", b"000", b"0", b"0", b"0", b"00000003"), None, False),
    ],
)
def test_host_status(values: tuple[bytes, ...], trouble: Trouble | None, empty: bool) -> None:
    status = parse_status(HS % values)
    assert status is not None and (status.trouble, status.empty) == (trouble, empty)


def test_the_captured_host_status_is_well_and_empty() -> None:
    assert parse_status(WELL) == HostStatus(False, False, 0, False, False, False, False, False, 0)


@pytest.mark.parametrize(
    ("answer", "odometer"),
    [(b'"1245"', Odometer(1245)), (b'"?"', Odometer(None)), (b"?\r\n", Odometer(None)),
     (b'"1,245 LABELS"', Odometer(None)), (b'"', None), (b"1245", None)],
)  # fmt: skip
def test_odometer(answer: bytes, odometer: Odometer | None) -> None:
    assert parse_odometer(answer) == odometer


@pytest.mark.parametrize(
    ("whole", "parse"),
    [(HI[:-2], parse_identification), (CLEAN, parse_errors), (WELL[:-2], parse_status)],
)
def test_a_cut_answer_is_none_yet(whole: bytes, parse: object) -> None:
    assert callable(parse) and parse(whole) is not None
    assert all(parse(whole[:end]) is None for end in range(len(whole)))


PIECES = [
    b"\x02",
    b"\x03",
    b",",
    b"0",
    b"9" * 30,
    b"ERRORS:",
    b" " * 60,
    b"\r\n",
    b'"',
    b"?",
    HI,
    CLEAN,
    WELL,
]


@given(st.lists(st.sampled_from(PIECES) | st.binary(max_size=40), max_size=20))
def test_any_bytes_are_an_answer_or_none(pieces: list[bytes]) -> None:
    data = b"".join(pieces)
    for parse in (
        parse_identification,
        parse_errors,
        parse_status,
        parse_odometer,
        parse_tspl_status,
    ):
        answer = parse(data)
        assert answer is None or hash(answer) is not None


@pytest.mark.parametrize(
    ("byte", "trouble", "printing"),
    [(0x00, None, False), (0x01, Trouble.HEAD_OPEN, False), (0x02, Trouble.JAMMED, False),
     (0x03, Trouble.HEAD_OPEN, False), (0x04, Trouble.PAPER_OUT, False),
     (0x05, Trouble.HEAD_OPEN, False), (0x08, Trouble.RIBBON_OUT, False),
     (0x10, Trouble.PAUSED, False), (0x20, None, True), (0x24, Trouble.PAPER_OUT, True),
     (0x80, Trouble.PRINTER_FAULT, False)],
)  # fmt: skip
def test_tspl_status(byte: int, trouble: Trouble | None, printing: bool) -> None:
    status = parse_tspl_status(bytes([byte]))
    assert status is not None and (status.trouble, status.printing) == (trouble, printing)


@pytest.mark.parametrize("data", [b"", b"H", b"\x00\x00", b"HTTP/1.1 400\r\n"])
def test_what_is_no_tspl_status(data: bytes) -> None:
    assert parse_tspl_status(data) is None


@pytest.mark.parametrize(
    ("reasons", "trouble"),
    [
        (("none",), None),
        ((), None),
        (("media-empty-error",), Trouble.PAPER_OUT),
        (("media-empty-warning",), Trouble.PAPER_OUT),
        (("media-low-warning",), None),
        (("media-low-report", "cover-open"), Trouble.HEAD_OPEN),
        (("marker-supply-low-warning", "media-jam-error"), Trouble.JAMMED),
        (("toner-empty-warning",), None),
        (("paused",), Trouble.PAUSED),
        (("com.vendor-on-fire-error",), Trouble.PRINTER_FAULT),
        (("com.vendor-smells-report",), None),
    ],
)
def test_printer_state_reasons(reasons: tuple[str, ...], trouble: Trouble | None) -> None:
    assert reasons_trouble(reasons) is trouble


@pytest.mark.parametrize(
    ("code", "trouble"),
    [(0x0000, None), (0x0001, None), (0x0406, Trouble.NAME_UNKNOWN), (0x040A, Trouble.WRONG_FORMAT),
     (0x0403, Trouble.NO_PERMISSION), (0x0506, Trouble.QUEUE_STOPPED), (0x0500, Trouble.PRINTER_FAULT)],
)  # fmt: skip
def test_status_codes(code: int, trouble: Trouble | None) -> None:
    assert status_trouble(code) is trouble
