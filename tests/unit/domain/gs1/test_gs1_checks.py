"""The checks that GS1 names: values that hold and values that do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.gs1.checks import CSET_82, check_pair, holds, of_charset
from app.domain.retail import check_digit

GOOD = {
    "csum": ["09521321000001", "952132100000000001"[:17] + check_digit("95213210000000000")],
    "csumalpha": ["1987654Ad4X4bL5ttr2310c2K", "22"],
    "gcppos1": ["9521321000001", "9521", "9521A"],
    "gcppos2": ["09521321000001", "A9521"],
    "yymmd0": ["240229", "270100", "991231"],
    "yymmdd": ["240229", "270131"],
    "yyyymmd0": ["20240229", "20270100"],
    "yyyymmdd": ["20000229", "19991231"],
    "hh": ["00", "23"],
    "mi": ["00", "59"],
    "ss": ["00", "59"],
    "hhmi": ["0000", "2359"],
    "iso3166": ["276", "156", "004"],
    "iso3166999": ["276", "999"],
    "iso3166alpha2": ["DE", "CN", "GB"],
    "iso4217": ["978", "156", "840", "975"],
    "iso5218": ["0", "1", "2", "9"],
    "iban": ["GB82WEST12345698765432", "DE89370400440532013000"],
    "latitude": ["0000000000", "1800000000"],
    "longitude": ["0000000000", "3600000000"],
    "pieceoftotal": ["0101", "0203", "9999"],
    "posinseqslash": ["1/1", "2/3", "9/9"],
    "pcenc": ["Gr%C3%BCn", "plain", "%2f"],
    "importeridx": ["A", "z", "0", "_", "-"],
    "nonzero": ["1", "0001"],
    "zero": ["0", "000"],
    "nozeroprefix": ["", "1", "10"],
    "hasnondigit": ["A", "12A4"],
    "hyphen": ["-"],
    "winding": ["0", "1", "9"],
    "yesno": ["0", "1"],
    "mediatype": ["01", "10", "80", "99"],
    "packagetype": ["X17", "APE", "200", "CT", "PX", "1A", "ZZ"],
    "couponcode": [
        # company 123456, offer 000001, saves 1 00, requires 1 unit (code 0) of family 000
        "0123456000001" + "3100" + "11" + "0" + "000",
        "1123456700000131001100003991231",
        # a second purchase of the same company, until and from a day, serial number, retailer
        "0123456000001310011000010110019" + "9",
        "01234560000013100110000" + "3270131" + "4260131" + "50" + "123456" + "6" + "1" + "1234567",
        "01234560000013100110000" + "90000",
    ],
    "couponposoffer": [
        "00123456" + "000001" + "0" + "123456",
        "11123456700000191234567890123456"[:31],
    ],
}
BAD = {
    "csum": ["09521321000002", "1", "", "0952132100000A"],
    "csumalpha": ["1987654Ad4X4bL5ttr2310c2L", "1987654Ad4X4bL5ttr2310cK2", "2K", "", "A" * 26],
    "gcppos1": ["952A", "952", ""],
    "gcppos2": ["0952A", "9521", ""],
    "yymmd0": ["230229", "271301", "270132", "270001", "27013", "27O131"],
    "yymmdd": ["270100", "230229", "270431"],
    "yyyymmd0": ["20230229", "20271301", "270131"],
    "yyyymmdd": ["19000229", "20270100", "00000000"],
    "hh": ["24", "1", "1A"],
    "mi": ["60"],
    "ss": ["60"],
    "hhmi": ["2400", "0060", "000"],
    "iso3166": ["000", "999", "275A", "277"],
    "iso3166999": ["998", "000"],
    "iso3166alpha2": ["XX", "de", "D", "DEU"],
    "iso4217": ["000", "277", "EUR"],
    "iso5218": ["3", "00"],
    "iban": ["GB82WEST12345698765433", "XX82WEST12345698765432", "GB82", "gb82WEST12345698765432"],
    "latitude": ["1800000001", "180000000"],
    "longitude": ["3600000001"],
    "pieceoftotal": ["0001", "0100", "0302", "010"],
    "posinseqslash": ["0/1", "1/0", "3/2", "1-2", "/2", "01/2"],
    "pcenc": ["%", "%1", "100%g1"],
    "importeridx": ["+", "AB", ""],
    "nonzero": ["0", "000"],
    "zero": ["1", "0001"],
    "nozeroprefix": ["0", "01", "00"],
    "hasnondigit": ["1", "1234"],
    "hyphen": ["0", "", "A"],
    "winding": ["2", "3"],
    "yesno": ["2"],
    "mediatype": ["00", "11", "79"],
    "packagetype": ["", "QX", "ct", "CTT"],
    "couponcode": [
        "",
        "7123456000001310011" + "0000",  # no such length of a company
        "012345600000131001100",  # the family is cut
        "0123456000001" + "0" + "110000",  # nothing is saved
        "01234560000013100" + "11" + "5" + "000",  # no such unit
        "01234560000013100110000" + "3271301",  # no such day
        "01234560000013100110000" + "3260131" + "4270131",  # ends before it begins
        "01234560000013100110000" + "4260131" + "3270131",  # fields in the wrong order
        "01234560000013100110000" + "93000",  # no such meaning of the value
        "01234560000013100110000" + "7",  # no such field
        "0123456000001310011000A",
    ],
    "couponposoffer": [
        "",
        "20123456000001012345",
        "001234560000010" + "12345",
        "0712345600000101234567",
    ],
}


@pytest.mark.parametrize(
    ("check", "value"), [(check, value) for check, values in GOOD.items() for value in values]
)
def test_values_that_hold(check: str, value: str) -> None:
    assert holds(check, value)


@pytest.mark.parametrize(
    ("check", "value"), [(check, value) for check, values in BAD.items() for value in values]
)
def test_values_that_do_not(check: str, value: str) -> None:
    assert not holds(check, value)


@given(st.text(CSET_82, min_size=1, max_size=23), st.integers(0, 22), st.sampled_from(CSET_82))
def test_one_wrong_character_breaks_a_check_pair(body: str, at: int, other: str) -> None:
    at %= len(body)
    changed = body[:at] + other + body[at + 1 :]
    assert holds("csumalpha", body + check_pair(body))
    assert (changed == body) == holds("csumalpha", changed + check_pair(body))


@pytest.mark.parametrize(
    ("charset", "good", "bad"),
    [
        ("N", "0123456789", "1A"),
        ("N", "7", "²"),
        ("X", "aZ!\"%&'()*+,-./09:;<=>?_", "a b"),
        ("X", "x", "#"),
        ("Y", "AZ09#-/", "a"),
        ("Z", "AZaz09-_", "+"),
        ("Z", "QU=", "Q=U"),
        ("Z", "Q==", "QQ=="),
    ],
)
def test_the_sets_of_characters(charset: str, good: str, bad: str) -> None:
    assert of_charset(charset, good)
    assert not of_charset(charset, bad)
