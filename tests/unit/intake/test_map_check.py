"""Every key of a column map is checked with words of its own, and documented."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from app.intake import map_check
from app.intake.column_map import Numbers, Rules, Status
from app.intake.values import IntakeError
from tests.unit.intake.conftest import Read

DOCUMENT = Path(__file__).parents[3] / "docs" / "column-maps.md"
COLUMNS = "[columns]\nref='A'\nsku='A'\nquantity='A'\nplaced_at='A'\n"

BAD = [
    ("= broken", "not proper TOML"),
    ("colour = 1", "unknown keys: colour. Known are: name"),
    ("name = 7", "name must be a text"),
    ("channel = ''", "channel must be a text"),
    ("delimiter = 'ab'", "delimiter must be one character"),
    ("delimiter = 3", "delimiter must be a text"),
    ("encoding = 'none'", "encoding none is unknown"),
    ("quoting = 'some'", "quoting must be 'standard' or 'none'"),
    ("columns = 3", r"columns must be a section, \[columns\]"),
    ("[columns]\nref = 3", "columns.ref must be a list of texts"),
    ("[columns]\nref = []", "columns.ref names no column"),
    ("[columns]\nref = ['A', 3]", "columns.ref must be a list of texts"),
    ("[columns]\nref = 'A'", "does not map sku, quantity, placed_at"),
    (f"{COLUMNS}colour='B'", "maps colour, which is unknown here"),
    (f"{COLUMNS}[last_resort]\ncolour='B'", "maps colour"),
    ("last_resort = 'x'", "last_resort must be a section"),
    ("[last_resort]\nstreet = 1", "last_resort.street must be a list"),
    ("dates = 'x'", r"dates must be a section, \[dates\]"),
    ("[dates]\nformat = ['%d']", r"\[dates\] has unknown keys: format. Known are: formats, zone"),
    ("[dates]\nformats = '%d.%m.%Y'", "formats must be a list of texts"),
    ("[dates]\nzone='Europe/Berlin'\nformats = ['DD.MM.YYYY']", "names no part of a date"),
    ("[dates]\nformats = ['%d.%m.%Y']", "without an offset .*so it needs zone"),
    ("[dates]\nzone = 'Mars/Base'", "zone Mars/Base is an unknown time zone"),
    ("[dates]\nzone = 2", "zone must be a text"),
    ("[dates]\nnone = 'n/a'", "none must be a list of texts"),
    ("defaults = 1", "defaults must be a section"),
    ("[defaults]\ncountry = 1", r"\[defaults\] must hold texts only"),
    ("[countries]\nEire = 1", r"\[countries\] must hold texts only"),
    ("[countries]\nEire = 'XX'", "Eire is XX, which is no ISO 3166 code"),
    ("[rules]\ncolour = 1", r"\[rules\] has unknown keys: colour"),
    ("[rules]\nnegative = 'ignore'", "negative must be 'reject' or 'set_aside'"),
    ("[rules]\nnon_stock = 'POST'", "rules.non_stock must be a list"),
    ("[rules]\nmissing_customer = 1", "rules.missing_customer must be a text"),
    ("[status]\nship = ['paid']", r"\[status\] needs column"),
    ("[status]\ncolumn = 'S'\nships = ['paid']", r"\[status\] has unknown keys: ships"),
    ("[status]\ncolumn = 'S'\nship = 'paid'", "status.ship must be a list"),
    ("[status]\ncolumn = 'S'\nship = ['a']\nhold = ['a']", "gives a two meanings"),
    ("[status]\ncolumn = 'S'\nother = 'x'", "other must be 'hold' or 'ship'"),
    ("[numbers]\ndecimal = ';'", "decimal must be '.' or ','"),
    ("[numbers]\ndecimal = ','\nthousands = ','", "must be different marks"),
    ("[numbers]\nweight = 't'", "weight must be 'g' or 'kg'"),
    ("[set_aside]\nType = 3", 'set_aside."Type" must be a list'),
    ("only = ['x']", "only must be a section"),
    (COLUMNS.replace("placed_at='A'", "placed_at='Z'"), "Column Z is missing. The file has: A"),
]


@pytest.mark.parametrize(("toml", "words"), BAD)
def test_bad_maps(read: Read, tmp_path: Path, toml: str, words: str) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(toml, "utf-8")
    with pytest.raises(IntakeError, match=words):
        read("A,B\n", "csv", column_map=str(path))


def keys() -> list[str]:
    """Every key that a map may have, as the document writes it."""
    found = [*map_check.TEXTS, *map_check.TABLES, *map_check.FILTERS, *map_check.DATES]
    for kind in (Rules, Status, Numbers):
        found += [one.name for one in fields(kind)]
    return found


def test_every_key_is_documented_with_its_choices() -> None:
    text = DOCUMENT.read_text("utf-8")
    assert [one for one in keys() if f"`{one}`" not in text and f"`[{one}]`" not in text] == []
    for key, choices in map_check.CHOICES.items():
        missing = [one for one in choices if one and f'`"{one}"`' not in text]
        assert not missing, (key, missing)


@pytest.mark.parametrize("name", map_check.shipped())
def test_the_maps_that_come_with_the_program_are_good(name: str) -> None:
    assert map_check.load(name).columns
