"""Whatever a shop sends: every entry is answered, and nothing but a word to the operator is raised."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.intake import formats
from app.intake.values import IntakeError, ReadOptions
from tests.unit.intake import test_bigcommerce, test_shopify, test_woocommerce

_ORDERS: dict[str, dict[str, Any]] = {
    "shopify-json": {**test_shopify.ORDER, "note_attributes": [{"name": "a", "value": "b"}]},
    "woocommerce-json": {
        **test_woocommerce.ORDER,
        "meta_data": [{"key": "Gift message", "value": "x"}],
        "refunds": [],
    },
    "bigcommerce-json": test_bigcommerce.ORDER,
    "packbench-json": {
        "ref": "1",
        "placed_at": "2026-03-02T08:15:00Z",
        "customer": {"customer_name": "Ada", "country": "DE"},
        "lines": [{"sku": "MUG", "name": "Mug", "quantity": 2}],
        "charges": [{"sku": "POST", "quantity": 1}],
    },
}
_ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 3),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=4),
    st.sampled_from(["4.01E+12", "\u202eX", "\x00", "2026-13-01", "#REF!", "'1", "１", "-0"]),
    st.lists(st.one_of(st.none(), st.integers(), st.text(max_size=2)), max_size=2),
    st.dictionaries(st.sampled_from(["name", "value", "quantity", "id"]), st.text(max_size=2)),
)


@st.composite
def broken(draw: st.DrawFn, whole: dict[str, Any]) -> dict[str, Any]:
    """The order with up to three of its values put in another one's place."""
    entry = copy.deepcopy(whole)
    for _ in range(draw(st.integers(1, 3))):
        here: Any = entry
        while True:
            keys = list(here) if isinstance(here, dict) else list(range(len(here)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            inside = here[key]
            if isinstance(inside, dict | list) and inside and draw(st.booleans()):
                here = inside
                continue
            if draw(st.booleans()) and isinstance(here, dict):
                del here[key]
            else:
                here[key] = draw(_ODD)
            break
    return entry


@pytest.mark.parametrize("name", sorted(_ORDERS))
@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_every_entry_is_answered(tmp_path: Path, name: str, data: st.DataObject) -> None:
    whole = _ORDERS[name]
    entries = [data.draw(broken(whole)), whole]
    path = tmp_path / "in.json"
    path.write_text(json.dumps(entries), "utf-8")
    try:
        parsed = formats.find(name).read(path, ReadOptions())
    except IntakeError:
        return
    assert parsed.unaccounted == 0
    told = parsed.documents + parsed.endings + parsed.rejected_rows + parsed.set_aside
    assert len(told) >= 1
    for document in parsed.documents:
        assert document.lines or document.cancelled
        for line in document.lines:
            assert line.quantity > 0 and line.sku and line.sku.isprintable()


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["#1", "#2", ""]),
            st.sampled_from(["2026-03-02 08:15:00 +0000", "", "soon"]),
            st.sampled_from(["paid", "", "refunded"]),
            st.sampled_from(["MUG", "", "4.01E+12", "'POT"]),
            st.sampled_from(["1", "0", "x", ""]),
        ),
        max_size=6,
    )
)
def test_every_row_of_an_export_is_answered(tmp_path: Path, rows: list[tuple[str, ...]]) -> None:
    head = "Name,Created at,Financial Status,Lineitem sku,Lineitem quantity,Lineitem name\n"
    path = tmp_path / "in.csv"
    path.write_text(head + "".join(",".join(row) + ",n\n" for row in rows), "utf-8")
    parsed = formats.find("shopify-csv").read(path, ReadOptions())
    assert parsed.unaccounted == 0
    assert parsed.lines == len(rows)
