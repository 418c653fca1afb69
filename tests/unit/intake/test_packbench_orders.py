"""Our own order files: grouping, contradictions, rejections, round trips."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.documents import LineDocument, OrderDocument
from app.intake import packbench_csv
from app.intake.rejected_file import write_rejected
from app.intake.values import IntakeError, Parsed, ReadOptions
from tests.unit.intake.conftest import Read

HEAD = "ref,placed_at,customer_name,country,sku,name,quantity,charge\n"
FIRST = "A-1,2026-03-02T08:00:00Z,Ada Example,DE,MUG,Mug,2,\n"
MORE = "A-1,,,,CUP,Cup,1,\n"
OTHER = "B-2,2026-03-02T09:00:00Z,Bo Sample,FR,MUG,Mug,1,\n"


def refs(parsed: Parsed) -> list[str]:
    return [order.ref for order in parsed.documents]


def reasons(parsed: Parsed) -> list[tuple[int, str, str]]:
    return [(one.row, one.column, one.reason) for one in parsed.rejected]


def test_rows_become_orders(read: Read) -> None:
    post = "A-1,2026-03-02T08:00:00Z,Ada Example,DE,POST,Postage,1,yes\n"
    parsed = read(HEAD + FIRST + MORE + OTHER + post, "packbench-csv", channel="shop")
    first: OrderDocument = parsed.documents[0]
    assert refs(parsed) == ["A-1", "B-2"]
    assert first.channel == "shop"
    assert first.placed_at == datetime(2026, 3, 2, 8, tzinfo=UTC)
    assert first.customer.lines() == ("Ada Example", "GERMANY")
    assert first.lines == (LineDocument(1, "MUG", "Mug", 2), LineDocument(2, "CUP", "Cup", 1))
    assert first.charges == (("POST", "Postage", 1),)
    assert (parsed.lines, parsed.lines_used, parsed.rejected) == (4, 3, [])


def test_excel_files_with_mark_blank_rows_and_crlf(read: Read) -> None:
    text = ("\ufeff" + HEAD + "\n" + FIRST + ",,,,,,,\n" + OTHER).replace("\n", "\r\n")
    parsed = read(text.encode(), "packbench-csv")
    assert refs(parsed) == ["A-1", "B-2"]
    assert parsed.treatments["blank_rows"] == 2


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        ("A-1,,,,,Cup,1,\n", "sku", "is missing"),
        ("A-1,,,,CUP,Cup,0,\n", "quantity", "is zero"),
        ("A-1,,,,CUP,Cup,-1,\n", "quantity", "is negative"),
        ("A-1,,,,CUP,Cup,1.5,\n", "quantity", "is not a whole number"),
        ("A-1,,,,CUP,Cup,,\n", "quantity", "is missing"),
        ("A-1,,,,CUP,Cup,9999999,\n", "quantity", "is more than 1,000,000 units"),
        ("A-1,,,,CUP,C\x01up,1,\n", "name", "contains control characters"),
        ("A-1,,,,CUP,Cup,1,,surplus\n", "", "has more cells than the header"),
        ("A-1,,,FR,CUP,Cup,1,\n", "country", 'differs from "DE" in row 2 of the same order'),
    ],
)
def test_a_bad_row_rejects_its_whole_order(read: Read, row: str, column: str, reason: str) -> None:
    parsed = read(HEAD + FIRST + row + OTHER, "packbench-csv")
    assert refs(parsed) == ["B-2"]
    assert reasons(parsed) == [(3, column, reason)]
    assert [(raw.row, raw.reason != "") for raw in parsed.rejected_rows] == [(2, False), (3, True)]
    assert parsed.lines_rejected == 2


@pytest.mark.parametrize(
    ("head", "column", "reason"),
    [
        ("A-1,yesterday,Ada,DE", "placed_at", "is not a date"),
        ("A-1,,Ada,DE", "placed_at", "is missing"),
        ("A-1,2026-03-02T08:00:00,Ada,DE", "placed_at", "has no time zone (add Z or +01:00)"),
        (
            "A-1,2026-03-02T08:00:00Z,Ada,QQ",
            "country",
            "is neither a country's name nor its code (DE)",
        ),
    ],
)
def test_a_bad_head_rejects_its_order(read: Read, head: str, column: str, reason: str) -> None:
    parsed = read(f"{HEAD}{head},MUG,Mug,1,\n{OTHER}", "packbench-csv")
    assert refs(parsed) == ["B-2"]
    assert reasons(parsed) == [(2, column, reason)]


def test_a_row_without_reference_makes_the_order_above_doubtful(read: Read) -> None:
    parsed = read(HEAD + OTHER + FIRST + ",,,,CUP,Cup,1,\n", "packbench-csv")
    assert refs(parsed) == ["B-2"]
    assert [one.row for one in parsed.rejected] == [3, 4]


def test_rejected_rows_corrected_and_read_again(read: Read, tmp_path: Path) -> None:
    parsed = read(HEAD + FIRST + "A-1,,,,CUP,Cup,zero,\n" + OTHER, "packbench-csv")
    again = tmp_path / "rejected.csv"
    write_rejected(again, parsed)
    text = again.read_text("utf-8")
    assert "packbench_reason" in text
    assert read(text, "packbench-csv").lines_rejected == 2  # as bad as before
    corrected = read(text.replace("zero", "3"), "packbench-csv")
    assert refs(corrected) == ["A-1"]
    assert [line.quantity for line in corrected.documents[0].lines] == [2, 3]


def test_an_order_without_goods_is_set_aside(read: Read) -> None:
    parsed = read(HEAD + FIRST.replace(",2,", ",2,yes"), "packbench-csv")
    assert parsed.documents == []
    assert [raw.reason for raw in parsed.set_aside] == ["no goods to ship"]
    assert parsed.treatments["orders_without_goods"] == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "empty"),
        ("ref,sku\nA,B\n", "placed_at, quantity is missing. The file has: ref, sku"),
        ("ref;sku;quantity\nA;B;1\n", "separated by another character"),
        ('{"orders": []}', "looks like JSON"),
        (HEAD + 'A-1,"2026', "not a proper CSV"),
        ("ref,placed_at,sku,quantity,ref\n", "more than once"),
        (b"ref,sku\n\xff\xfe\n", "not utf-8"),
        (b"PK\x03\x04rest", "workbook"),
        (b"\x1f\x8bbroken", "damaged"),
        (b"\xfd7zXZ\x00broken", "damaged"),
    ],
)
def test_files_unusable_as_a_whole(read: Read, content: Any, words: str) -> None:
    with pytest.raises(IntakeError, match=words):
        read(content, "packbench-csv")


def test_paths_that_are_no_files(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="no file"):
        packbench_csv.read(tmp_path / "none.csv", ReadOptions())
    with pytest.raises(IntakeError, match="folder"):
        packbench_csv.read(tmp_path, ReadOptions())


# --- JSON ------------------------------------------------------------------------------------

ORDER = {
    "ref": "A-1",
    "placed_at": "2026-03-02T08:00:00Z",
    "customer": {"customer_name": "Ada Example", "country": "DE"},
    "lines": [{"sku": "MUG", "quantity": 2}, {"sku": "CUP", "name": "Cup", "quantity": 1}],
    "charges": [{"sku": "POST", "quantity": 1}],
}


def test_json_orders(read: Read) -> None:
    for data in ({"orders": [ORDER]}, [ORDER], ORDER):
        (order,) = read(data, "packbench-json").documents
        assert order.customer.name == "Ada Example"
        assert [line.name for line in order.lines] == ["MUG", "Cup"]
        assert order.charges == (("POST", "POST", 1),)


def test_json_says_which_entry_and_line(read: Read, tmp_path: Path) -> None:
    bad = ORDER | {"ref": "B", "lines": [{"sku": "MUG", "quantity": 1.5}]}
    parsed = read([ORDER, bad, "text"], "packbench-json")
    assert [(one.row, one.column) for one in parsed.rejected] == [(2, "lines[1].quantity"), (3, "")]
    again = tmp_path / "again.json"
    write_rejected(again, parsed)
    assert "is not a whole number" in again.read_text("utf-8")
    assert len(read(again.read_text("utf-8"), "packbench-json").rejected) == 2


def test_the_same_order_twice(read: Read) -> None:
    same = read([ORDER, ORDER], "packbench-json")
    assert refs(same) == ["A-1"]
    assert same.treatments["repeated_orders"] == 1
    other = read([ORDER, ORDER | {"note": "another"}], "packbench-json")
    assert other.documents == []
    assert [one.row for one in other.rejected] == [1, 2]


@pytest.mark.parametrize(
    "change",
    [
        {"lines": "none"},
        {"lines": ["MUG"]},
        {"charges": {"POST": 1}},
        {"customer": "Ada"},
        {"ref": {}},
        {"ref": None},
        {"priority": -1},
        {"cancelled": "perhaps"},
    ],
)
def test_json_of_the_wrong_shape(read: Read, change: dict[str, Any]) -> None:
    parsed = read([ORDER | change, ORDER | {"ref": "good"}], "packbench-json")
    assert refs(parsed) == ["good"]
    assert len(parsed.rejected) == 1


@pytest.mark.parametrize("content", ["{", '{"a": 1}', "[1]", "3", "[" * 100_000])
def test_json_files_unusable_as_a_whole(read: Read, content: str) -> None:
    with pytest.raises(IntakeError):
        read(content, "packbench-json")


CELLS = st.sampled_from(["", "A", "B", "2026-03-02T08:00Z", "DE", "1", "0", "x\x00", "yes", '"'])


@settings(max_examples=200)
@given(rows=st.lists(st.lists(CELLS, max_size=9), max_size=8))
def test_every_line_is_accounted_for(rows: list[list[str]], tmp_path_factory: Any) -> None:
    path = tmp_path_factory.getbasetemp() / "fuzz.csv"
    body = "\n".join(",".join(cell.replace('"', '""""') for cell in row) for row in rows)
    path.write_text(HEAD + body, "utf-8")
    parsed = packbench_csv.read(path, ReadOptions())
    assert parsed.unaccounted == 0
    assert len(parsed.rejected_rows) == parsed.lines_rejected
