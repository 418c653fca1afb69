"""The site's own rules for orders: each key is checked, and the first method that fits counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.intake import site_rules
from app.intake.values import IntakeError


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ("= broken", "cannot be read"),
        (
            "colour = 1",
            "the file has unknown keys: colour. Known are: unmapped, method, goods, hold",
        ),
        ("[hold]\ntags = 'x'", "hold.tags must be a list"),
        ("hold = 1", r"hold must be a section, \[hold\]"),
        ("unmapped = 'x'", "unmapped must be 'hold' or 'keep'"),
        ("goods = 'x'", r"goods must be a section, \[goods\]"),
        ("[goods]\nnon = ['x']", r"\[goods\] has unknown keys: non"),
        ("[goods]\nnone = 'x'", "goods.none must be a list"),
        ("[method]\nis = ['x']", r"must begin with \[\[method\]\]"),
        ("[[method]]\nis = ['x']", r"number 1 needs a carrier, or pickup = true"),
        ("[[method]]\nis = ['x']\ncarrier = 'A'\npickup = true", "and not both"),
        ("[[method]]\ncarrier = 'A'", "number 1 needs is"),
        ("[[method]]\nis = 'x'\ncarrier = 'A'", r"is of \[\[method\]\] number 1 must be a list"),
        ("[[method]]\nis = ['x']\ncarrier = 3", "carrier of .* must be a text"),
        ("[[method]]\nis = ['x']\npickup = 'yes'", "pickup of .* must be true or false"),
        ("[[method]]\nis = ['x']\ncarrier = 'A'\ncountry = ['Mars']", "has Mars, which is no ISO"),
        ("[[method]]\nis = ['x']\ncarrier = 'A'\ncolour = 1", "number 1 has unknown keys: colour"),
    ],
)
def test_bad_rules(tmp_path: Path, toml: str, words: str) -> None:
    (tmp_path / site_rules.FILE).write_text(toml, "utf-8")
    with pytest.raises(IntakeError, match=words):
        site_rules.load(tmp_path)


def test_without_a_file_there_are_no_rules(tmp_path: Path) -> None:
    assert site_rules.load(tmp_path) == site_rules.SiteRules()
