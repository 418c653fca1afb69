"""From a scanned text to what it may mean: nothing is guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.domain.codes import Reading, read
from app.domain.gs1.elements import GS
from app.domain.retail import check_digit, valid_check

GTIN = "09521321000001"
SSCC = "395011010000000019"
digits = st.text("0123456789", min_size=1, max_size=17)


@pytest.mark.parametrize(
    ("text", "gtin"),
    [
        ("96385074", "00000096385074"),
        ("036000291452", "00036000291452"),
        ("9521321000001", GTIN),
        (GTIN, GTIN),
        ("19521321000008", "19521321000008"),
    ],
)
def test_the_four_lengths_of_a_gtin(text: str, gtin: str) -> None:
    assert read(text) == Reading(text, gtin=gtin)


@pytest.mark.parametrize("text", ["96385075", "036000291453", "9521321000003", "09521321000003"])
def test_a_wrong_check_digit_is_a_fault(text: str) -> None:
    assert read(text) == Reading(text, fault="GTIN")


def test_an_sscc_with_and_without_its_identifier() -> None:
    assert read(SSCC) == Reading(SSCC, sscc=SSCC)
    assert read("00" + SSCC) == Reading("00" + SSCC, sscc=SSCC, has_elements=True)
    assert read("00" + SSCC, "]C1").sscc == SSCC
    assert read(SSCC[:-1] + "8").fault == "SSCC"
    assert read("00" + SSCC[:-1] + "8").fault == "SSCC"


def test_element_strings_of_a_gs1_128() -> None:
    text = f"01{GTIN}17270131" + f"10L1{GS}21SN-1"
    found = read(text, "]C1")
    assert (found.gtin, found.lot, found.serial) == (GTIN, "L1", "SN-1")
    assert found.expiry == date(2027, 1, 31)
    assert found.text == text
    assert read(f"01{GTIN}3712", "]C1").count == 12
    assert read(f"01{GTIN}10L1{GS}", "]d2").lot == "L1"


def test_element_strings_without_an_aim_id() -> None:
    assert read(f"01{GTIN}10L1").lot == "L1"
    assert read(f"10L1{GS}01{GTIN}").gtin == GTIN
    assert read(f"01{GTIN[:-1]}9", "]C1").fault == "GTIN"


def test_the_human_readable_form() -> None:
    found = read(f"(01){GTIN}(10)L0(17)250131")
    assert (found.gtin, found.lot, found.expiry) == (GTIN, "L0", date(2025, 1, 31))
    assert read(f"(00){SSCC}").sscc == SSCC
    assert read("(hello)") == Reading("(hello)")


@pytest.mark.parametrize("symbology", ["", "]Q1", "]d2", "]Q3"])
def test_digital_links(symbology: str) -> None:
    link = f"https://id.gs1.org/01/{GTIN}/10/L1?17=270131"
    found = read(link, symbology)
    assert (found.gtin, found.lot, found.expiry) == (GTIN, "L1", date(2027, 1, 31))
    assert read(f"https://example.com/00/{SSCC}", symbology).sscc == SSCC


def test_other_addresses_are_plain_text() -> None:
    for link in ("https://example.com/", "https://example.com/product/01", "http://x/99/1"):
        assert read(link) == Reading(link)


@pytest.mark.parametrize(
    "text",
    [
        "10A0102",
        "240-11",
        "37100",
        "A-04-3",
        "T-22",
        "SO-10482",
        "2112345",
        "17 rue",
        "10",
        "0",
        "",
        "01234",
        "12345678901",
        "é" * 20,
        "١٢٣٤٥٦٧٨",
    ],
)
def test_internal_texts_stay_plain(text: str) -> None:
    assert read(text) == Reading(text)


@given(digits)
def test_a_check_digit_makes_a_number_valid_and_every_other_one_does_not(body: str) -> None:
    good = check_digit(body)
    assert [d for d in "0123456789" if valid_check(body + d)] == [good]


@given(digits, st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(body: str, at: int, by: int) -> None:
    number = body + check_digit(body)
    at %= len(number)
    wrong = number[:at] + str((int(number[at]) + by) % 10) + number[at + 1 :]
    assert not valid_check(wrong)


AIMS = ["", "]C1", "]e0", "]d2", "]Q3", "]J1", "]C0", "]E0", "]zz"]
IDENTIFIERS = st.sampled_from(
    ["00", "01", "10", "17", "21", "30", "37", "(01)", "(17)", "(10)", "https://x/01/", "/10/", GS]
)
PIECES = st.lists(st.one_of(IDENTIFIERS, st.text(max_size=6), digits), max_size=6).map("".join)


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(max_size=60), PIECES), st.sampled_from(AIMS))
@example("17000000", "]C1")
@example("17260230", "]C1")
@example("30²", "]C1")
@example("01" + GTIN + "17990000", "")
@example(GS, "")
@example("https://x/01/1", "")
@example("(01)", "")
@example("()", "]C1")
def test_no_text_whatever_raises(text: str, symbology: str) -> None:
    found = read(text, symbology)
    assert found.text == text
    assert found.fault in {"", "GTIN", "SSCC", "GS1"}
    assert not found.gtin or (len(found.gtin) == 14 and valid_check(found.gtin))
    assert not found.sscc or (len(found.sscc) == 18 and valid_check(found.sscc))
    if found.fault:
        assert not found.gtin and not found.sscc


@pytest.mark.parametrize("sign", ["{GS}", "<GS>", "^]", "␝", "|", "~", "#", "\x1d", " "])
def test_signs_that_stand_for_the_separator(sign: str) -> None:
    found = read(f"01{GTIN}10L7{sign}17270131")
    assert (found.lot, found.expiry) == ("L7", date(2027, 1, 31))


def test_best_before_counts_where_there_is_no_use_by() -> None:
    assert read(f"01{GTIN}15270131", "]C1").expiry == date(2027, 1, 31)
    assert read(f"01{GTIN}1527013117270228", "]C1").expiry == date(2027, 2, 28)
    assert read(f"01{GTIN}17270200", "]C1").expiry == date(2027, 2, 28)
    assert read(f"01{GTIN}70032702281200", "]C1").expiry == date(2027, 2, 28)
    assert read(f"01{GTIN}11270131", "]C1").expiry is None  # when it was made


@pytest.mark.parametrize("symbology", ["", "]C1"])
def test_the_content_of_a_case(symbology: str) -> None:
    found = read(f"02{GTIN}3712", symbology)
    assert (found.gtin, found.count) == (GTIN, 12)
    both = read(f"00{SSCC}02{GTIN}3712", "]C1")
    assert (both.sscc, both.gtin, both.count) == (SSCC, GTIN, 12)


@pytest.mark.parametrize("rest", ["17270199", "10", "9999999999" * 10, "x"])
def test_what_follows_a_gtin_and_breaks_the_rules_is_no_text(rest: str) -> None:
    found = read(f"01{GTIN}{rest}")
    assert found.has_elements and not found.lot
    assert found.fault == "GS1" or found.gtin == GTIN


@pytest.mark.parametrize(
    ("rest", "wrong", "lot"),
    [
        ("1727023010L1", ("17",), "L1"),
        ("10" + "A" * 21, ("10",), ""),
        (f"10A{GS}10B", ("10",), ""),
        (f"10L1{GS}422999", ("422",), "L1"),
    ],
)
def test_a_bad_value_is_named_and_the_others_are_read(
    rest: str, wrong: tuple[str, ...], lot: str
) -> None:
    found = read(f"01{GTIN}{rest}", "]C1")
    assert (found.gtin, found.wrong, found.lot, found.expiry) == (GTIN, wrong, lot, None)
    assert not found.fault


@pytest.mark.parametrize("rest", ["37AB", "30123456789"])
def test_a_number_of_units_that_is_none_makes_the_label_unusable(rest: str) -> None:
    found = read(f"01{GTIN}{rest}", "]C1")
    assert (found.fault, found.wrong, found.gtin) == ("GS1", (rest[:2],), "")


def test_where_a_label_breaks_off_is_named() -> None:
    found = read(f"01{GTIN}10L1{GS}049")
    assert (found.fault, found.wrong) == ("GS1", ("049",))


@pytest.mark.parametrize("number", ["9521321000001", "09521321000001", "000096385074", "96385074"])
def test_a_link_may_have_a_gtin_without_its_zeros(number: str) -> None:
    assert read(f"https://shop.example/01/{number}/10/L1").gtin == number.zfill(14)


@pytest.mark.parametrize(
    ("digits", "day"),
    [
        ("270100", date(2027, 1, 31)),
        ("240200", date(2024, 2, 29)),
        ("760101", date(2076, 1, 1)),
        ("991231", date(1999, 12, 31)),
    ],
)
def test_the_century_and_the_last_day_of_a_date(digits: str, day: date) -> None:
    assert read(f"01{GTIN}17{digits}", "]C1").expiry == day
