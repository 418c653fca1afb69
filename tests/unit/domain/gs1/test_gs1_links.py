"""Digital Links and scans, strictly by their standards."""

from __future__ import annotations

import pytest

from app.domain.gs1.elements import Fault, Flaw, from_brackets, to_brackets
from app.domain.gs1.links import from_link, to_link
from app.domain.gs1.scans import from_scan
from app.domain.retail import check_digit

GTIN = "09521321000001"
SSCC = "39521321000000001" + check_digit("39521321000000001")


@pytest.mark.parametrize(
    ("link", "people"),
    [
        (f"https://id.gs1.org/01/{GTIN}", f"(01){GTIN}"),
        (f"http://shop.example/p/01/{GTIN}/10/L1", f"(01){GTIN}(10)L1"),
        (
            f"https://id.gs1.org/01/{GTIN}/22/V/10/L1/21/S%2F1?17=270131",
            f"(01){GTIN}(22)V(10)L1(21)S/1(17)270131",
        ),
        (f"https://id.gs1.org/01/{GTIN}/235/T", f"(01){GTIN}(235)T"),
        (
            f"https://id.gs1.org/01/{GTIN}?utm_source=qr&15=270100&lang=de#top",
            f"(01){GTIN}(15)270100",
        ),
        (f"https://id.gs1.org/00/{SSCC}?403=R1", f"(00){SSCC}(403)R1"),
        ("https://id.gs1.org/414/9521321000001/254/X", "(414)9521321000001(254)X"),
        ("https://id.gs1.org/8004/9521A%25B", "(8004)9521A%B"),
        (f"https://x.example/01/09521321000018/01/{GTIN}", f"(01){GTIN}"),
        (f"HTTPS://ID.EXAMPLE:8080/01/{GTIN}", f"(01){GTIN}"),
        # The lot is no qualifier beside the third party's number, so it may follow as an attribute.
        (f"https://id.gs1.org/01/{GTIN}/235/T?10=L1", f"(01){GTIN}(235)T(10)L1"),
    ],
)
def test_links_and_what_they_say(link: str, people: str) -> None:
    read = from_link(link)
    assert read.faults == ()
    assert to_brackets(read.elements) == people


@pytest.mark.parametrize(
    ("link", "ai", "flaw"),
    [
        (f"ftp://id.gs1.org/01/{GTIN}", "", Flaw.UNREADABLE),
        (f"https:///01/{GTIN}", "", Flaw.UNREADABLE),
        (f"https://id.gs1.org/01/{GTIN} x", "", Flaw.UNREADABLE),
        ("https://id.gs1.org", "", Flaw.UNREADABLE),
        ("https://id.gs1.org/", "", Flaw.NO_KEY),
        (f"https://id.gs1.org/10/L1?01={GTIN}", "", Flaw.NO_KEY),
        (f"https://id.gs1.org/gtin/{GTIN}", "", Flaw.NO_KEY),
        (f"https://id.gs1.org/01/{GTIN}/more", "", Flaw.NO_KEY),
        ("https://id.gs1.org/01/9521321000001", "01", Flaw.TOO_SHORT),
        ("https://id.gs1.org/01/09521321000002", "01", Flaw.CONTENT),
        (f"https://id.gs1.org/01/{GTIN}/21/S/10/L", "21", Flaw.NO_ATTRIBUTE),
        (f"https://id.gs1.org/01/{GTIN}/10/L/235/T", "10", Flaw.NO_ATTRIBUTE),
        (f"https://id.gs1.org/01/{GTIN}/17/270131", "17", Flaw.NO_ATTRIBUTE),
        (f"https://id.gs1.org/01/{GTIN}?21=S", "21", Flaw.NO_ATTRIBUTE),
        (f"https://id.gs1.org/01/{GTIN}?1234=S", "1234", Flaw.UNKNOWN),
        (f"https://id.gs1.org/01/{GTIN}?10=L1", "10", Flaw.NO_ATTRIBUTE),
        (f"https://id.gs1.org/01/{GTIN}/10/L1?21=S1", "21", Flaw.NO_ATTRIBUTE),
        (f"https://id.gs1.org/01/{GTIN}/", "", Flaw.NO_KEY),
        (f"https://id.gs1.org/01/{GTIN}?98=A+B", "98", Flaw.CHARACTERS),
        (f"https://id.gs1.org/01/{GTIN}?17=", "17", Flaw.EMPTY),
        (f"https://id.gs1.org/01/{GTIN}?17=270131&17=270131", "17", Flaw.REPEATED),
        (f"https://id.gs1.org/01/{GTIN}/10/L%2", "10", Flaw.CHARACTERS),
        (f"https://id.gs1.org/01/{GTIN}/10/L%20", "10", Flaw.CHARACTERS),
    ],
)
def test_links_that_break_the_rules(link: str, ai: str, flaw: Flaw) -> None:
    assert (ai, flaw) in {(fault.ai, fault.flaw) for fault in from_link(link).faults}


@pytest.mark.parametrize("digits", ["9521321000001", "952132100000"[:11] + "9", "96385074"])
def test_a_short_number_only_where_it_is_allowed(digits: str) -> None:
    link = f"https://id.gs1.org/01/{digits}"
    assert from_link(link).faults[0].flaw is Flaw.TOO_SHORT
    assert from_link(link, short_gtins=True).elements[0].value == digits.zfill(14)


@pytest.mark.parametrize(
    ("people", "link"),
    [
        (f"(01){GTIN}", f"https://id.gs1.org/01/{GTIN}"),
        (
            f"(17)270131(21)S/1(01){GTIN}(10)L\\(1",
            f"https://id.gs1.org/01/{GTIN}/10/L%281/21/S%2F1?17=270131",
        ),
        (f"(01){GTIN}(235)T", f"https://id.gs1.org/01/{GTIN}/235/T"),
        (f"(00){SSCC}(403)R1", f"https://id.gs1.org/00/{SSCC}?403=R1"),
        # What has a predefined length comes first.
        (f"(00){SSCC}(403)R1(15)270131", f"https://id.gs1.org/00/{SSCC}?15=270131&403=R1"),
        ("(10)L1", ""),
        ("(99)X", ""),
        (f"(01){GTIN}(8200)https://example.com", ""),
    ],
)
def test_elements_become_a_link(people: str, link: str) -> None:
    elements = from_brackets(people).elements
    assert to_link(elements) == link
    if link:
        assert set(from_link(link).elements) == set(elements)


def test_a_link_may_have_any_stem() -> None:
    elements = from_brackets(f"(01){GTIN}").elements
    assert to_link(elements, "https://shop.example/x/") == f"https://shop.example/x/01/{GTIN}"


@pytest.mark.parametrize(
    ("scan", "people"),
    [
        (f"]C101{GTIN}10L1", f"(01){GTIN}(10)L1"),
        (f"]e001{GTIN}", f"(01){GTIN}"),
        (f"]d201{GTIN}21S\x1d17270131", f"(01){GTIN}(21)S(17)270131"),
        (f"]Q301{GTIN}", f"(01){GTIN}"),
        (f"]J100{SSCC}", f"(00){SSCC}"),
        ("]E09521321000001", f"(01){GTIN}"),
        ("]E496385074", "(01)00000096385074"),
        (f"]I1{GTIN}", f"(01){GTIN}"),
        ("]E09521321000001|]e010L1\x1d99X", f"(01){GTIN}(10)L1(99)X"),
        (f"]Q1https://id.gs1.org/01/{GTIN}", f"(01){GTIN}"),
        (f"]d1HTTPS://ID.GS1.ORG/01/{GTIN}", f"(01){GTIN}"),
        ("]d1plain text", ""),
        ("]Q1", ""),
        ("]J0", ""),
    ],
)
def test_scans(scan: str, people: str) -> None:
    read = from_scan(scan)
    assert (read.symbology, read.data) == (scan[:3], scan[3:])
    assert read.message.faults == ()
    assert to_brackets(read.message.elements) == people


@pytest.mark.parametrize(
    "scan",
    [
        "",
        "9521321000001",
        "]",
        "]C1",
        "]d2",
        "]E09521321000002",
        "]E0952132100000",
        "]E4963850745",
        "]I109521321000002",
        "]I19521321000001",
        "]C1(01)09521321000001",
        "]C10109521321000002",
        "]e0|]e199X",
        "]E09521321000001|99X",
        "]E09521321000001|]e0",
        "]A09521321000001",
        "]Q1https://id.gs1.org/99/X",
        "]E09521321000001|]C199X",
    ],
)
def test_scans_that_break_the_rules(scan: str) -> None:
    assert from_scan(scan).message.faults


def test_a_symbology_that_is_not_of_gs1_is_named() -> None:
    assert from_scan("]C0ABC").message.faults == (Fault("", Flaw.UNKNOWN, "]C0"),)
