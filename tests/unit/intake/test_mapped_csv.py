"""Column maps: every treatment, counted, and nothing lost."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from app.intake import map_check
from app.intake.rejected_file import write_set_aside
from app.intake.values import IntakeError
from tests.unit.intake.conftest import Read

HEAD = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
WHEN = "2010-12-01 08:26:00"


def line(
    ref: str,
    sku: str = "85123A",
    units: object = 2,
    name: str = "LANTERN",
    who: str = "17.0",
    land: str = "France",
) -> str:
    return f"{ref},{sku},{name},{units},{WHEN},2.55,{who},{land}\n"


@pytest.fixture
def uci(read: Read) -> Any:
    return lambda *rows: read(HEAD + "".join(rows), "csv", column_map="uci-online-retail")


def test_an_order(uci: Any) -> None:
    (order,) = uci(line("1"), line("1", "71053", 6)).documents
    assert (order.channel, order.ref) == ("uci", "1")
    assert order.placed_at == datetime(2010, 12, 1, 8, 26, tzinfo=UTC)
    assert (order.customer.name, order.customer.country) == ("Customer 17", "FR")
    assert [(one.number, one.sku, one.quantity) for one in order.lines] == [
        (1, "85123A", 2),
        (2, "71053", 6),
    ]
    assert "no street" in order.note
    assert order.hold == ""


def test_summer_time(read: Read) -> None:
    text = HEAD + line("1").replace("2010-12-01", "2011-07-01")
    (order,) = read(text, "csv", column_map="uci-online-retail").documents
    assert order.placed_at.hour == 7


def test_repeats_are_added_up(uci: Any) -> None:
    parsed = uci(line("1"), line("1", "71053"), line("1", units=5, name="OTHER NAME"))
    assert [(one.sku, one.name, one.quantity) for one in parsed.documents[0].lines] == [
        ("85123A", "LANTERN", 7),
        ("71053", "LANTERN", 2),
    ]
    assert parsed.treatments["merged_repeats"] == 1


def test_postage_and_vouchers_are_charges(uci: Any) -> None:
    parsed = uci(line("1"), line("1", "POST", 1, "POSTAGE"), line("1", "gift_0001_20", 1))
    assert parsed.documents[0].charges == (("POST", "POSTAGE", 1), ("gift_0001_20", "LANTERN", 1))
    assert parsed.treatments["non_stock_lines"] == 2


def test_guests_and_missing_names(uci: Any) -> None:
    (order,) = uci(line("1", who="", name="")).documents
    assert order.customer.name == "Guest (no customer number)"
    assert order.lines[0].name == "85123A"


def test_credit_notes_and_corrections_are_set_aside(uci: Any, tmp_path: Path) -> None:
    parsed = uci(line("C7", units=-1), line("8", units=-10, who="", name=""), line("9"))
    assert [order.ref for order in parsed.documents] == ["9"]
    assert parsed.treatments["credit_note_lines"] == 1
    assert parsed.treatments["negative_adjustments"] == 1
    aside = tmp_path / "aside.csv"
    write_set_aside(aside, parsed)
    rows = aside.read_text("utf-8-sig").splitlines()
    assert len(rows) == 3
    assert "credit note" in rows[1]
    assert "stock correction" in rows[2]


@pytest.mark.parametrize(
    ("bad", "column"),
    [
        (line("1", sku=""), "StockCode"),
        (line("1", units=0), "Quantity"),
        (line("1", units="1.5"), "Quantity"),
        (line("1", land="Atlantis"), "Country"),
        (line("1", who="18.0"), "CustomerID"),
        (line("1").replace(WHEN, "soon"), "InvoiceDate"),
    ],
)
def test_reasons_name_the_files_own_columns(uci: Any, bad: str, column: str) -> None:
    parsed = uci(bad, line("1"), line("2"))
    assert [order.ref for order in parsed.documents] == ["2"]
    assert {one.column for one in parsed.rejected} == {column}
    assert parsed.lines_rejected == 2


def test_the_accounting_equation_on_random_rows(uci: Any) -> None:
    chance = random.Random(7)
    rows = [
        line(
            chance.choice(["1", "2", "3", "4", "C5", "6", ""]),
            chance.choice(["A", "B", "C", "POST", "gift_1", ""]),
            chance.choice([1, 2, 3, 1, 2, 3, 1, 2, -1, 0]),
            who=chance.choice(["17.0", "17.0", "17.0", ""]),
        )
        for _ in range(40)
    ]
    for size in range(1, len(rows)):
        sample = chance.sample(rows, size)
        parsed = uci(*sample, "\n")
        assert parsed.lines == size + 1
        assert parsed.unaccounted == 0


# --- maps of one's own -----------------------------------------------------------------------

OWN = """
delimiter = ";"
encoding = "cp1252"
channel = "own"
[columns]
ref = "Auftrag"
sku = "Artikel"
quantity = "Menge"
placed_at = "Datum"
city = "Ort"
[dates]
formats = ["%d.%m.%Y"]
zone = "Europe/Berlin"
[defaults]
country = "DE"
[rules]
credit_note_prefix = "ST"
credit_notes = "cancel_order"
"""


@pytest.fixture
def own(read: Read, tmp_path: Path) -> Any:
    def reader(rows: str, extra: str = "") -> Any:
        path = tmp_path / "own.toml"
        path.write_text(OWN + extra, "utf-8")
        text = "Auftrag;Artikel;Menge;Datum;Ort\n" + rows
        return read(text.encode("cp1252"), "csv", column_map=str(path))

    return reader


def test_another_shape(own: Any) -> None:
    (order,) = own("7;Löffel;3;01.07.2026;Köln\n").documents
    assert (order.channel, order.lines[0].sku, order.customer.city) == ("own", "Löffel", "Köln")
    assert order.customer.country == "DE"
    assert order.placed_at == datetime(2026, 6, 30, 22, tzinfo=UTC)


def test_cancellations_that_name_an_order(own: Any) -> None:
    parsed = own("7;A;3;01.07.2026;X\nST7;A;-3;01.07.2026;X\nST8;A;-1;01.07.2026;X\n")
    assert [(o.ref, o.cancelled, len(o.lines)) for o in parsed.documents] == [
        ("7", True, 1),
        ("8", True, 0),
    ]
    assert parsed.treatments["cancellation_lines"] == 2


def test_negative_quantities_are_rejected_by_default(own: Any) -> None:
    parsed = own("7;A;-3;01.07.2026;X\n")
    assert [one.reason for one in parsed.rejected] == ["is negative"]


def test_a_missing_map(read: Read) -> None:
    assert map_check.shipped() == ["amazon", "uci-online-retail"]
    for source in ("", "no-such-map"):
        with pytest.raises(IntakeError, match="uci-online-retail"):
            read("A,B\n", "csv", column_map=source)
