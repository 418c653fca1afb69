"""The test sheet: what each wrong setting makes of it, and what is learned from it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.bench.scanner_check import (
    GS,
    GS1,
    HARMFUL,
    LETTERS,
    SHEET,
    SIGNS,
    CodeCheck,
    Fault,
    ScannerSheet,
    examine,
)

AFFIXES = st.text("~#!|XY]{}", max_size=3)
SWAP = str.maketrans("yzYZ", "zyZY")


def read(text: str, *, aim: str = "]C1", terminated: bool = True, typed: str = "") -> CodeCheck:
    return examine(text, aim, terminated=terminated, typed=typed)


def test_the_codes_can_be_told_apart() -> None:
    for code in SHEET:
        assert [other for other in SHEET if code in other] == [code]
        assert read(code) == CodeCheck(code)


@given(st.sampled_from(SHEET), AFFIXES, AFFIXES)
def test_what_a_scanner_adds_is_found_exactly(code: str, prefix: str, suffix: str) -> None:
    found = read(prefix + code + suffix)
    assert (found.code, found.prefix, found.suffix) == (code, prefix, suffix)
    assert found.faults == ((Fault.ADDED,) if prefix or suffix else ())


@given(st.text(max_size=60))
def test_another_code_is_none_of_the_sheet(text: str) -> None:
    if not any(code in text for code in SHEET) and not text.upper().startswith("PBTEST"):
        assert examine(text, "", terminated=False, typed="other") in (CodeCheck(""), read(text))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (LETTERS.swapcase(), Fault.CAPS_LOCK),
        (SIGNS.swapcase(), Fault.CAPS_LOCK),
        (LETTERS.translate(SWAP), Fault.LAYOUT),
        (GS1.replace(GS, ""), Fault.GS_LOST),
        ("PBTEST-qwertyazmQWERTY", Fault.DAMAGED),
        ("pbtest", Fault.DAMAGED),
        (LETTERS[:-1], Fault.DAMAGED),
    ],
)
def test_each_fault_is_named_and_harmful(text: str, fault: Fault) -> None:
    found = read(text)
    assert found.faults == (fault,)
    assert fault in HARMFUL
    assert found.code in SHEET


def test_a_scanner_set_to_another_country_is_a_wrong_layout() -> None:
    """German keys on a US computer: y and z change places, and the hyphen is the slash's key."""
    found = read(LETTERS.translate(SWAP).replace("-", "/"))
    assert Fault.LAYOUT in found.faults


def test_a_fault_in_the_middle_of_what_is_added_is_both() -> None:
    found = read("#" + GS1.replace(GS, "") + "!")
    assert found == CodeCheck(GS1, (Fault.GS_LOST, Fault.ADDED), "#", "!", usable=False)


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ({"aim": ""}, Fault.NO_AIM),
        ({"terminated": False}, Fault.NO_TERMINATOR),
    ],
)
def test_what_is_worth_knowing_is_not_harmful(words: dict[str, object], fault: Fault) -> None:
    found = read(LETTERS, **words)  # type: ignore[arg-type]  # one of both keyword arguments
    assert found.faults == (fault,)
    assert fault not in HARMFUL
    assert ScannerSheet("s").with_check(found).done == (LETTERS,)


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        (LETTERS, None),
        (LETTERS.swapcase(), Fault.CAPS_LOCK),
        (LETTERS.translate(SWAP), Fault.LAYOUT),
        ("рус", Fault.LAYOUT),
    ],
)
def test_what_the_computer_would_have_typed_shows_its_layout(
    typed: str, fault: Fault | None
) -> None:
    assert read(LETTERS, typed=typed).faults == ((fault,) if fault else ())


# --- the sheet -----------------------------------------------------------------------------------


def test_the_sheet_is_complete_in_any_order() -> None:
    for codes in permutations(SHEET):
        sheet = ScannerSheet("s")
        for code in codes:
            assert not sheet.complete
            sheet = sheet.with_check(read(code))
        assert sheet == ScannerSheet("s", codes)
        assert sheet.complete


def test_the_same_code_thrice_is_not_the_sheet() -> None:
    sheet = ScannerSheet("s")
    for _ in SHEET:
        sheet = sheet.with_check(read(LETTERS))
    assert (sheet.done, sheet.complete) == ((LETTERS,), False)


@pytest.mark.parametrize(
    "spoil",
    [str.swapcase, lambda text: text.replace(GS, "") + "", lambda text: "PBTEST" + text[9:]],
    ids=["caps lock", "no separator", "damaged"],
)
def test_a_code_with_a_harmful_fault_is_still_to_come(spoil: Callable[[str], str]) -> None:
    sheet = ScannerSheet("s")
    for code in SHEET:
        sheet = sheet.with_check(read(spoil(code)))
    assert not sheet.complete
    for code in SHEET:
        sheet = sheet.with_check(read(code))
    assert sheet.complete
    assert (sheet.prefix, sheet.suffix) == ("", "")


def test_a_foreign_code_changes_nothing() -> None:
    sheet = ScannerSheet("s").with_check(read("~" + LETTERS))
    assert sheet.with_check(read("9521321000001")) == sheet


def test_a_fault_is_noted_once() -> None:
    sheet = ScannerSheet("s")
    for code in SHEET:
        sheet = sheet.with_check(read(code, aim=""))
    assert sheet.faults == (Fault.NO_AIM,)


def test_what_is_added_is_what_every_code_had() -> None:
    """A scanner that puts the symbology's letter before each code adds no one prefix."""
    sheet = ScannerSheet("s")
    for code, letter in zip(SHEET, "CDC", strict=True):
        sheet = sheet.with_check(read(letter + code + "\t"))
    assert (sheet.prefix, sheet.suffix) != ("C", "\t"), "it would be wrong for every GS1 code"


@pytest.mark.parametrize("signs", ["_", "|", "{GS}", "<GS>", "\u241d"])
def test_signs_instead_of_gs_are_learned(signs: str) -> None:
    found = examine("~" + GS1.replace(GS, signs) + "!", "]C1", terminated=True)
    assert (found.code, found.separator, found.usable) == (GS1, signs, True)
    assert set(found.faults) == {Fault.GS_REPLACED, Fault.ADDED}
    sheet = ScannerSheet("left").with_check(found)
    letters = examine(f"~{LETTERS}!", "]C0", terminated=True)
    assert sheet.with_check(letters).separator == signs
    assert ScannerSheet("left").with_check(letters).with_check(found).separator == signs
