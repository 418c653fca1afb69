"""What a column map can say, each part on a small file, with the right value."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from app.domain.documents import OrderDocument, ProductDocument
from app.intake import map_check, shop_rules
from app.intake.countries import CODES
from app.intake.country_names import _CODES, code_of
from app.intake.values import IntakeError, Parsed
from tests.unit.intake.conftest import Read

MAP = """
name = "own"
channel = "own"
{top}
[columns]
ref = "Order"
placed_at = "Date"
customer_name = "First"
street = "Address1"
postcode = "Zip"
city = "City"
country = "Country"
sku = "SKU"
quantity = "Qty"
{columns}
[dates]
zone = "Europe/Berlin"
formats = ["%d/%m/%Y %H:%M"]
{rest}
"""
HEAD = "Order,Date,First,Address1,Zip,City,Country,SKU,Qty"
ONE = "T-1,02/11/2026 09:00,Ada,Sample Street 5,01234,Sampletown,DE,MUG,1"
TWO = "T-2,02/11/2026 09:00,Bob,Other Street 5,01234,Sampletown,DE,TEE,1"

Mapped = Callable[..., Parsed]


@pytest.fixture
def mapped(read: Read, tmp_path: Path) -> Mapped:
    def run(*rows: str, top: str = "", columns: str = "", rest: str = "", **options: Any) -> Parsed:
        path = tmp_path / "own.toml"
        path.write_text(MAP.format(top=top, columns=columns, rest=rest), "utf-8")
        return read("\n".join(rows) + "\n", "csv", column_map=str(path), **options)

    return run


def orders(parsed: Parsed) -> dict[str, OrderDocument]:
    assert parsed.rejected == []
    return {order.ref: order for order in parsed.documents}


# --- the file -------------------------------------------------------------------------------------


def test_a_plain_order(mapped: Mapped) -> None:
    order = orders(mapped(HEAD, ONE))["T-1"]
    assert order.placed_at == datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
    assert order.hold == ""


def test_title_rows_above_the_header(mapped: Mapped) -> None:
    parsed = mapped("Orders report,,,,,,,,", ",,,,,,,,", HEAD, ONE, ONE.replace("MUG", ""))
    assert parsed.lines == 2
    assert [fault.row for fault in parsed.rejected] == [5], "as a spreadsheet numbers it"


def test_the_sum_below_a_report_is_set_aside(mapped: Mapped) -> None:
    parsed = mapped(HEAD, ONE, TWO, ",,,,,,,Total,2")
    assert list(orders(parsed)) == ["T-1", "T-2"]
    assert [raw.reason for raw in parsed.set_aside] == ["the sum of a report"]


def test_a_row_without_a_number_still_rejects_the_order_above(mapped: Mapped) -> None:
    parsed = mapped(HEAD, ONE, ",,,,,,,TEE,2")
    assert parsed.documents == []
    assert len(parsed.rejected) == 2


def test_unused_columns_may_have_one_name(mapped: Mapped) -> None:
    assert list(orders(mapped(f"{HEAD},Phone,Phone", f"{ONE},1,2"))) == ["T-1"]
    with pytest.raises(IntakeError, match="column SKU more than once"):
        mapped(f"{HEAD},SKU", f"{ONE},X")


def test_order_columns_on_the_first_row_only(mapped: Mapped) -> None:
    order = orders(mapped(HEAD, ONE, "T-1,,,,,,,TEE,2"))["T-1"]
    assert [(line.sku, line.quantity) for line in order.lines] == [("MUG", 1), ("TEE", 2)]
    assert order.customer.name == "Ada"


def test_a_blank_number_may_mean_the_order_above(mapped: Mapped) -> None:
    rest = '[rules]\nblank_ref = "above"'
    found = orders(mapped(HEAD, ONE, ",,,,,,,TEE,2", TWO, rest=rest))
    assert [len(order.lines) for order in found.values()] == [2, 1]


def test_the_same_row_twice_counts_once(mapped: Mapped) -> None:
    parsed = mapped(HEAD, ONE, ONE)
    assert [line.quantity for line in orders(parsed)["T-1"].lines] == [1]
    assert parsed.treatments["repeated_rows"] == 1


QUOTES = [
    '1\t"XL mug, blue\tA',
    "2\tT-shirt\tB",
    '3\tMug, red 12"\tC',
    '4\t"12"" mug"\tD',
]
TABBED = """
name = "tab"
delimiter = "\\t"
{quoting}
[columns]
ref = "No"
name = "Name"
sku = "SKU"
quantity = "SKU"
placed_at = "No"
"""


def test_lone_quotes_in_a_tab_file_swallow_nothing(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "tab.toml"
    path.write_text(
        '[columns]\nref="No"\nname="Name"\nsku="SKU"\nquantity="Qty"\nplaced_at="At"\n', "utf-8"
    )
    rows = [f"{row}\t1\t2026-11-02T08:00:00Z" for row in QUOTES]
    text = "\n".join(["No\tName\tSKU\tQty\tAt", *rows, ""])
    path.write_text('delimiter = "\\t"\n' + path.read_text("utf-8"), "utf-8")
    parsed = read(text, "csv", column_map=str(path))
    assert [(o.ref, o.lines[0].name) for o in parsed.documents] == [
        ("1", '"XL mug, blue'),
        ("2", "T-shirt"),
        ("3", 'Mug, red 12"'),
        ("4", '12" mug'),
    ]
    path.write_text('quoting = "standard"\n' + path.read_text("utf-8"), "utf-8")
    with pytest.raises(IntakeError, match="row 2: a quote swallows whole rows"):
        read(text.replace('4\t"12"" mug"\tD', "4\tmug\tD"), "csv", column_map=str(path))


# --- fields ---------------------------------------------------------------------------------------


def test_several_columns_become_one_field(mapped: Mapped) -> None:
    more = f"{HEAD},Last,Address2,Engraving,Font"
    columns = 'line_note = ["Engraving", "Font"]'
    text = MAP.format(top="", columns=columns, rest="")
    assert "line_note" in text
    parsed = mapped(
        more,
        f"{ONE},Example,Flat 12b,Oma,",
        f"{ONE.replace('MUG', 'POT')},Example,Flat 12b,Opa,Serif",
        top="",
        columns=columns,
        rest='[last_resort]\nphone = "Last"',
    )
    order = orders(parsed)["T-1"]
    assert [line.note for line in order.lines] == ["Engraving: Oma", "Engraving: Opa\nFont: Serif"]
    assert order.customer.phone == "Example", "a field that has a last resort only"


def test_a_street_of_two_columns_stands_in_two_rows(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    two = MAP.replace('"Address1"', '["Address1", "Address2"]').replace(
        'customer_name = "First"', 'customer_name = ["First", "Last"]'
    )
    path.write_text(two.format(top="", columns="", rest=""), "utf-8")
    rows = (f"{HEAD},Last,Address2", f"{ONE},Example,Flat 12b", f"{TWO},,")
    parsed = read("\n".join(rows) + "\n", "csv", column_map=str(path))
    found = [(o.customer.name, o.customer.street) for o in parsed.documents]
    assert found == [("Ada Example", "Sample Street 5\nFlat 12b"), ("Bob", "Other Street 5")]


def test_a_last_resort_is_taken_where_a_field_is_empty(mapped: Mapped) -> None:
    rest = '[last_resort]\nstreet = "Billing"\n[defaults]\nregion = "none"'
    bare = ONE.replace("Sample Street 5", "")
    found = orders(mapped(f"{HEAD},Billing", f"{bare},Payer Road 1", f"{TWO},x", rest=rest))
    streets = [order.customer.street for order in found.values()]
    assert streets == ["Payer Road 1", "Other Street 5"]
    assert found["T-2"].customer.region == "none"


def test_words_that_mean_no_date(mapped: Mapped) -> None:
    head, row = f"{HEAD},Until", f"{ONE},0000-00-00"
    columns = 'cut_off = "Until"'
    assert mapped(head, row, columns=columns).rejected[0].column == "Until"
    path_rest = 'none = ["0000-00-00"]'
    parsed = mapped(head, row, columns=columns, rest=path_rest)
    assert orders(parsed)["T-1"].cut_off is None


@pytest.mark.parametrize(
    ("marks", "text", "units"),
    [
        ("decimal = ','\nthousands = '.'", '"1.000"', 1000),
        ("decimal = ','\nthousands = '.'", '"2,0"', 2),
        ("decimal = ','", "3", 3),
        ("thousands = ','", '"1,000"', 1000),
        ("thousands = ','", "1.0000", 1),
        ("decimal = ','\nthousands = '.'", '"1.00"', None),
        ("decimal = ','\nthousands = '.'", "12.000.", None),
        ("decimal = ','", '"1.000"', None),
        ("", '"1,000"', None),
        ("", "1.000", None),
        ("", "1.0000", 1),
        ("", "6.0", 6),
    ],
)
def test_decimal_and_thousands_marks(
    mapped: Mapped, marks: str, text: str, units: int | None
) -> None:
    parsed = mapped(HEAD, ONE.removesuffix("1") + text, rest=f"[numbers]\n{marks}")
    if units is None:
        assert [fault.column for fault in parsed.rejected] == ["Qty"]
    else:
        assert [line.quantity for line in orders(parsed)["T-1"].lines] == [units]


# --- values ---------------------------------------------------------------------------------------

STATUS = """
[status]
column = "State"
ship = ["paid"]
hold = ["on hold"]
cancelled = ["cancel*"]
shipped = ["sent"]
set_aside = ["draft"]
"""


@pytest.mark.parametrize(
    ("word", "ref", "hold"),
    [
        ("Paid", "T-1", ""),
        ("On Hold", "T-1", 'State is "On Hold"'),
        ("odd", "T-1", 'State is "odd"'),
    ],
)
def test_statuses_that_are_work_or_wait(mapped: Mapped, word: str, ref: str, hold: str) -> None:
    parsed = mapped(f"{HEAD},State", f"{ONE},{word}", rest=STATUS)
    assert orders(parsed)[ref].hold == hold


def test_statuses_that_end_an_order(mapped: Mapped) -> None:
    gone, sent, half = f"{ONE},Cancelled", f"{TWO},sent", ONE.replace("T-1", "T-3")
    parsed = mapped(
        f"{HEAD},State",
        gone,
        sent,
        f"{half},paid",
        f"{half.replace('MUG', 'POT')},canceled",
        f"{half.replace('MUG', 'TEE')},draft",
        rest=STATUS,
    )
    found = orders(parsed)
    assert (found["T-1"].cancelled, found["T-1"].hold) == (True, "State is Cancelled")
    assert [line.sku for line in found["T-3"].lines] == ["MUG"]
    assert [(one.ref, one.hold) for one in parsed.endings] == [("T-2", shop_rules.SHIPPED)]
    assert parsed.treatments == {
        "cancellation_lines": 1,
        "fulfilled_lines": 1,
        "nothing_left_lines": 1,
        "filtered_rows": 1,
        **{name: n for name, n in parsed.treatments.items() if name == "anonymous_customers"},
    }


def test_a_word_that_the_map_has_not_can_be_refused(mapped: Mapped) -> None:
    parsed = mapped(f"{HEAD},State", f"{ONE},odd", rest=STATUS + 'other = "reject"\n')
    assert [(fault.column, fault.value) for fault in parsed.rejected] == [("State", "odd")]


def test_rows_are_left_out_by_their_values(mapped: Mapped) -> None:
    rest = '[set_aside]\nSKU = ["FEE*", ""]\n[only]\nWho = ["us"]'
    parsed = mapped(
        f"{HEAD},Who",
        f"{ONE},us",
        f"{ONE.replace('MUG', 'Fee 3')},us",
        f"{ONE.replace('MUG', '')},us",
        f"{TWO},them",
        rest=rest,
    )
    assert [(ref, len(order.lines)) for ref, order in orders(parsed).items()] == [("T-1", 1)]
    assert [raw.reason for raw in parsed.set_aside] == [
        "SKU is Fee 3",
        "SKU is empty",
        "Who is them",
    ]


def test_lines_of_zero_can_be_set_aside(mapped: Mapped) -> None:
    none = ONE.removesuffix("1").replace("MUG", "POT") + "0"
    assert mapped(HEAD, ONE, none).rejected[0].reason == "is zero"
    parsed = mapped(HEAD, ONE, none, rest='[rules]\nzero = "set_aside"')
    assert [line.sku for line in orders(parsed)["T-1"].lines] == ["MUG"]


def test_an_order_without_an_address_is_held_unless_the_map_says_else(mapped: Mapped) -> None:
    bare = ONE.replace("Sample Street 5", "")
    assert orders(mapped(HEAD, bare))["T-1"].hold == "no address"
    released = mapped(HEAD, bare, rest='[rules]\nno_address = "release"')
    assert orders(released)["T-1"].hold == ""
    collected = mapped(f"{HEAD},Way", f"{bare},Click & Collect", columns='service = "Way"')
    assert (orders(collected)["T-1"].hold, orders(collected)["T-1"].pickup) == ("", True)


def test_all_faults_of_an_order_are_told(mapped: Mapped) -> None:
    bad = "T-1,soon,Ada,S,1,T,Atlantis,,x"
    found = [fault.column for fault in mapped(HEAD, bad, ONE.replace("Ada", "Eve")).rejected]
    assert sorted(found) == ["Country", "Date", "First", "Qty", "SKU"]


AMAZON = "amazon-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\t"
AMAZON += "ship-service-level\tproduct-name\tsku\tquantity\tship-city\tship-state\t"
AMAZON += "ship-postal-code\tship-country\n"


def test_the_amazon_report(read: Read) -> None:
    def row(ref: str, status: str, who: str, units: int) -> str:
        when = "2026-11-02T08:15:00+00:00"
        return (
            f'{ref}\t{when}\t{when}\t{status}\t{who}\tStd\tMug 12"\tMUG\t{units}\tKöln\t\t1\tDE\n'
        )

    text = AMAZON + row("1", "Unshipped", "Merchant", 1) + row("2", "Unshipped", "Amazon", 1)
    text += row("3", "Cancelled", "Merchant", 0) + row("4", "Shipped", "Merchant", 1)
    parsed = read(text.encode("cp1252"), "csv", column_map="amazon")
    found = orders(parsed)
    assert [(o.ref, o.cancelled, o.hold) for o in found.values()] == [
        ("1", False, "no address"),
        ("3", True, "order-status is Cancelled"),
    ]
    assert found["1"].customer.city == "Köln"
    assert [one.ref for one in parsed.endings] == ["4"]
    assert [raw.reason for raw in parsed.set_aside] == [
        "fulfillment-channel is Amazon",
        shop_rules.SHIPPED,
    ]


# --- products and countries -----------------------------------------------------------------------


def test_products_by_a_map(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "products.toml"
    path.write_text(
        'delimiter = ";"\n[columns]\nsku = "No"\nname = ["Name", "Colour"]\nweight_g = "kg"\n'
        '[numbers]\ndecimal = ","\nweight = "kg"\n[set_aside]\nNo = "X*"\n',
        "utf-8",
    )
    text = "No;Name;Colour;kg\nMUG;Mug;blue;0,34\nX-1;Old;;\nPOT;Pot;;heavy\n"
    parsed = read(text, "csv", "products", column_map=str(path))
    assert parsed.documents == [ProductDocument("MUG", "Mug blue", weight_g=340)]
    assert [fault.row for fault in parsed.rejected] == [4]
    assert parsed.treatments["filtered_rows"] == 1


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Germany", "DE"),
        ("united kingdom", "GB"),
        ("The Netherlands", "NL"),
        ("ÖSTERREICH", "AT"),
        ("Cote d’Ivoire", "CI"),
        ("U.S.A.", "US"),
        ("St. Kitts and Nevis", "KN"),
        ("中国", "CN"),
        ("Atlantis", ""),
    ],
)
def test_names_of_countries(name: str, code: str) -> None:
    assert code_of(name) == code


def test_every_country_has_a_name() -> None:
    assert set(_CODES.values()) == CODES


def test_the_shipped_maps() -> None:
    assert map_check.load("amazon").quoting == "none"
