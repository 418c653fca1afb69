"""The catalogue tells the truth about itself."""

from __future__ import annotations

import csv
import io
import json

import pytest

from app.intake import formats
from app.intake.formats import Format
from app.intake.values import IntakeError
from tests.unit.intake.conftest import Read

ALL = formats.all_formats()


def ids(one: Format) -> str:
    return f"{one.what} {one.name}"


@pytest.mark.parametrize("one", ALL, ids=ids)
def test_the_example_imports_without_a_rejection(
    one: Format, read: Read, tmp_path_factory: pytest.TempPathFactory
) -> None:
    options = {}
    if one.name == "csv":
        path = tmp_path_factory.mktemp("map") / "own.toml"
        lines = [f'"{name}" = "{name}"' for name in one.example]
        path.write_text("[columns]\n" + "\n".join(lines), "utf-8")
        options["column_map"] = str(path)
    if one.is_csv:
        text = io.StringIO()
        writer = csv.DictWriter(text, list(one.example))
        writer.writeheader()
        writer.writerow(one.example)
        content = text.getvalue()
    else:
        content = json.dumps([one.example])
    parsed = read(content, one.name, one.what, **options)
    assert parsed.rejected == []
    assert len(parsed.documents) == 1


def test_descriptions_are_json_and_complete() -> None:
    described = json.loads(json.dumps(formats.describe()))
    assert len({(one["what"], one["name"]) for one in described}) == len(ALL)
    for one in described:
        assert one["meaning"]
        assert all(column["meaning"] and column["type"] for column in one["columns"])


def test_unknown_names_are_answered_with_the_known_ones() -> None:
    with pytest.raises(IntakeError, match="shopify-csv"):
        formats.find("excel")
    with pytest.raises(IntakeError, match="products"):
        formats.find("packbench-csv", "goods")
