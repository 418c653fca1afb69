"""Element strings: read, written, checked, and what belongs together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.gs1.elements import (
    GS,
    Element,
    Fault,
    Flaw,
    Message,
    from_brackets,
    from_data,
    relations,
    to_brackets,
    to_data,
)
from app.domain.retail import check_digit

GTIN = "09521321000001"
SSCC = "39521321000000001" + check_digit("39521321000000001")

WHOLE = [  # the form for people, the form of a barcode
    (f"(00){SSCC}", f"00{SSCC}"),
    (f"(01){GTIN}(10)L1", f"01{GTIN}10L1"),
    (f"(01){GTIN}(10)L1(17)270131(21)S-1", f"01{GTIN}10L1{GS}1727013121S-1"),
    (f"(01){GTIN}(3103)001250(15)270100", f"01{GTIN}310300125015270100"),
    (f"(00){SSCC}(02){GTIN}(37)12(10)L1", f"00{SSCC}02{GTIN}3712{GS}10L1"),
    (f"(01){GTIN}(10)A\\(1)(11)260131", f"01{GTIN}10A(1){GS}11260131"),
    (f"(01){GTIN}(7003)2701312359(422)276", f"01{GTIN}70032701312359{GS}422276"),
    (f"(01){GTIN}(423)276156(7030)999AB", f"01{GTIN}423276156{GS}7030999AB"),
    (f"(01){GTIN}(8008)2601312359(99)x", f"01{GTIN}80082601312359{GS}99x"),
    (f"(01){GTIN}(3932)97812345(30)7", f"01{GTIN}393297812345{GS}307"),
    (f"(8006){GTIN}0102(21)S", f"8006{GTIN}0102{GS}21S"),
    ("(253)9521321000001", "2539521321000001"),
    ("(253)9521321000001SERIAL", "2539521321000001SERIAL"),
    ("(8003)09521321000001A", "800309521321000001A"),
    ("(8013)1987654Ad4X4bL5ttr2310c2K", "80131987654Ad4X4bL5ttr2310c2K"),
    ("(8010)9521-A#(8011)12", f"80109521-A#{GS}801112"),
    (
        f"(00){SSCC}(4307)DE(4309)01234567890012345678",
        f"00{SSCC}4307DE{GS}430901234567890012345678",
    ),
    (
        f"(00){SSCC}(4324)2701000930(4330)000450-(7041)PX",
        f"00{SSCC}43242701000930{GS}4330000450-{GS}7041PX",
    ),
    (f"(01){GTIN}(8001)01000025003019", f"01{GTIN}800101000025003019"),
    (
        "(415)9521321000001(8020)INV-1(8007)DE89370400440532013000",
        f"41595213210000018020INV-1{GS}8007DE89370400440532013000",
    ),
]


@pytest.mark.parametrize(("people", "barcode"), WHOLE)
def test_both_forms_say_the_same(people: str, barcode: str) -> None:
    read = from_brackets(people)
    assert read.faults == ()
    assert relations(read.elements) == ()
    assert from_data(barcode) == read
    assert from_data(GS + barcode) == read
    assert to_data(read.elements) == barcode
    assert to_brackets(read.elements) == people


@pytest.mark.parametrize(
    ("people", "ai", "flaw", "detail"),
    [
        ("(01)09521321000002", "01", Flaw.CONTENT, "csum"),
        ("(01)0952132100000", "01", Flaw.TOO_SHORT, ""),
        ("(01)095213210000011", "01", Flaw.TOO_LONG, ""),
        ("(01)0952132100000A", "01", Flaw.CHARACTERS, ""),
        ("(01)", "01", Flaw.EMPTY, ""),
        ("(10)" + "A" * 21, "10", Flaw.TOO_LONG, ""),
        ("(10)A B", "10", Flaw.CHARACTERS, ""),
        ("(17)271301", "17", Flaw.CONTENT, "yymmd0"),
        ("(422)277", "422", Flaw.CONTENT, "iso3166"),
        ("(423)27615", "423", Flaw.TOO_SHORT, ""),
        ("(423)276999", "423", Flaw.CONTENT, "iso3166"),
        ("(3912)000100", "3912", Flaw.CONTENT, "iso4217"),
        ("(3912)978", "3912", Flaw.TOO_SHORT, ""),
        ("(8006)095213210000010302", "8006", Flaw.CONTENT, "pieceoftotal"),
        ("(7007)2601012601", "7007", Flaw.TOO_SHORT, ""),
        ("(4330)000450+", "4330", Flaw.CONTENT, "hyphen"),
        ("(8004)952", "8004", Flaw.CONTENT, "gcppos1"),
        ("(98)" + "x" * 91, "98", Flaw.TOO_LONG, ""),
        ("(04)1", "04", Flaw.UNKNOWN, ""),
        ("(3106)000001", "3106", Flaw.UNKNOWN, ""),
        ("", "", Flaw.UNREADABLE, ""),
        ("10)L1", "10)L", Flaw.UNREADABLE, ""),
        ("(10)L1(", "(", Flaw.UNREADABLE, ""),
        ("(1)L1", "(1)L", Flaw.UNREADABLE, ""),
    ],
)
def test_what_is_wrong_is_named(people: str, ai: str, flaw: Flaw, detail: str) -> None:
    assert Fault(ai, flaw, detail) in from_brackets(people).faults


@pytest.mark.parametrize(
    ("barcode", "ai", "flaw"),
    [
        ("", "", Flaw.EMPTY),
        (GS, "", Flaw.EMPTY),
        ("0109521321000", "01", Flaw.TOO_SHORT),
        (f"01{GTIN}x", "x", Flaw.UNKNOWN),
        (f"01{GTIN}1727{GS}0131", "17", Flaw.UNREADABLE),
        (f"01{GTIN}10{GS}17270131", "10", Flaw.EMPTY),
        (f"01{GTIN}10L1{GS}{GS}17270131", GS + "172", Flaw.UNKNOWN),
        ("05" + GTIN, "0509", Flaw.UNKNOWN),
    ],
)
def test_a_barcode_that_breaks_the_rules(barcode: str, ai: str, flaw: Flaw) -> None:
    assert Fault(ai, flaw) in from_data(barcode).faults


def test_one_bad_value_leaves_the_others_readable() -> None:
    read = from_data(f"01{GTIN}1727023010L1")
    assert read.faults == (Fault("17", Flaw.CONTENT, "yymmd0"),)
    assert (read.value("01"), read.value("17"), read.value("10")) == (GTIN, "", "L1")
    assert read.value("17", "10") == "L1"


def test_superfluous_separators_behind_fixed_lengths_are_allowed() -> None:
    assert from_data(f"01{GTIN}{GS}17270131{GS}10L1{GS}").faults == ()


@pytest.mark.parametrize(
    ("people", "faults"),
    [
        ("(10)L1", [Fault("10", Flaw.NEEDS, "01, 02, 03, 8006, 8026")]),
        (
            f"(00){SSCC}(01){GTIN}(02){GTIN}(37)1",
            [Fault("01", Flaw.NOT_WITH, "37"), Fault("02", Flaw.NOT_WITH, "01")],
        ),
        (f"(02){GTIN}", [Fault("02", Flaw.NEEDS, "37")]),
        (f"(01){GTIN}(10)A(10)B", [Fault("10", Flaw.REPEATED)]),
        (f"(01){GTIN}(10)A(10)A", []),
        (
            f"(01){GTIN}(3102)000100(3103)001000",
            [Fault("3102", Flaw.NOT_WITH, "3103"), Fault("3103", Flaw.NOT_WITH, "3102")],
        ),
        (f"(01){GTIN}(3102)000100(3152)001000", []),
        (f"(01){GTIN}(21)S(250)T", []),
        (f"(01){GTIN}(250)T", [Fault("250", Flaw.NEEDS, "21")]),
        (f"(01){GTIN}(7004)12", [Fault("7004", Flaw.NEEDS, "01+10")]),
        (f"(01){GTIN}(10)L(7004)12", []),
        (f"(01){GTIN}(3922)100", [Fault("3922", Flaw.NEEDS, "30, 31nn, 32nn, 35nn, 36nn")]),
        (f"(01){GTIN}(3103)000100(3922)100", []),
        (f"(01){GTIN}(422)276(426)276", [Fault("422", Flaw.NOT_WITH, "426")]),
        ("(253)9521321000001(8030)Q==", [Fault("8030", Flaw.NEEDS_SERIAL, "253")]),
        ("(253)9521321000001X(8030)Q==", []),
        ("(420)12345(421)27612345", [Fault("420", Flaw.NOT_WITH, "421")]),
        ("(99)X", []),
    ],
)
def test_what_belongs_together(people: str, faults: list[Fault]) -> None:
    read = from_brackets(people)
    assert read.faults == ()
    assert sorted(map(str, relations(read.elements))) == sorted(map(str, faults))


@given(st.text(max_size=40), st.sampled_from(["", "01", "10", "(01)", "(10)", "8003", GS]))
def test_no_text_whatever_raises(text: str, front: str) -> None:
    for read in (from_data(front + text), from_brackets(front + text)):
        assert isinstance(read, Message)
        assert read.elements or read.faults


@given(
    st.lists(
        st.sampled_from(
            [
                Element("01", GTIN),
                Element("10", "L(1"),
                Element("17", "270131"),
                Element("21", 'S"1'),
                Element("422", "276"),
                Element("99", "x" * 90),
            ]
        ),
        min_size=1,
        max_size=6,
    )
)
def test_what_is_written_is_read_again(elements: list[Element]) -> None:
    given_ = tuple(elements)
    assert from_data(to_data(given_)) == Message(given_)
    assert from_brackets(to_brackets(given_)) == Message(given_)
