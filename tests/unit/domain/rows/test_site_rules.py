"""What a site has decided: a closed table, the later word counts, a slip is refused in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from app.domain.facts import Fact, Kind
from app.domain.reduce import reduce
from app.domain.rows import site_rules
from app.domain.rows.site_rules import (
    TABLE,
    SiteRule,
    UnknownRuleError,
    asked,
    listing,
    money,
    setting,
    text_of,
    value_of,
    whole,
)

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def fact(value: str, at: datetime, by: str = "12") -> Fact:
    made = setting("expires_by", value)
    subjects = tuple((one.kind.value, one.id) for one in made.subjects)
    return Fact("office", "1", 1, "e", made.kind.value, subjects, made.body, at, by)


def test_the_later_word_counts_in_any_order() -> None:
    early, late = fact("expiry", NOON), fact("best_before", NOON + timedelta(hours=1), "13")
    for facts in ((early, late), (late, early)):
        row = None
        for one in facts:
            row = reduce(Kind.SITE, row, one, "expires_by").row
        assert row == SiteRule("expires_by", "best_before", late.occurred_at, "13")


def test_each_rule_reads_its_own_default() -> None:
    for name, rule in TABLE.items():
        rule.read(rule.default)
        assert rule.what, name


def test_what_is_not_set_or_set_by_a_newer_program_has_its_default() -> None:
    assert value_of("expires_by", {}) == "either"
    assert value_of("expires_by", {"expires_by": "expiry"}) == "expiry"
    assert value_of("expires_by", {"expires_by": "by the moon"}) == "either"


@pytest.mark.parametrize("name", ["", "moon", "expires_by.x", "expires_by.*", "*"])
def test_a_rule_that_there_is_not(name: str) -> None:
    with pytest.raises(UnknownRuleError):
        asked(name)


def test_a_value_that_is_none_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="one of either, expiry, best_before"):
        setting("expires_by", "moon")
    assert setting("expires_by", "").body == {"value": ""}


def test_a_family_has_a_value_for_each_of_its_names(monkeypatch: pytest.MonkeyPatch) -> None:
    rule = site_rules.Asked("", "what a carton costs", money)
    monkeypatch.setattr(site_rules, "TABLE", {"cost.*": rule})
    rows = {"cost.BOX": SiteRule("cost.BOX", "0.35"), "cost.BAG": SiteRule("cost.BAG")}
    assert [(name, value) for name, value, _ in listing(rows)] == [
        ("cost.*", ""),
        ("cost.BOX", "0.35"),
    ]
    assert value_of("cost.BOX", {"cost.BOX": "0.35"}) == Decimal("0.35")
    assert value_of("cost.BAG", {}) is None


@pytest.mark.parametrize("text", ["-1", "NaN", "Infinity", "1e9", "a", "0,35"])
def test_no_amount(text: str) -> None:
    with pytest.raises(ValueError, match="an amount"):
        money(text)


@pytest.mark.parametrize("text", ["0", "11", "1.5", "x", ""])
def test_no_whole_number_in_bounds(text: str) -> None:
    with pytest.raises(ValueError, match="from 1 to 10"):
        whole(1, 10)(text)
    assert whole(1, 10)("10") == 10


@pytest.mark.parametrize("text", ["abcd", "a\nb"])
def test_no_short_line_of_text(text: str) -> None:
    with pytest.raises(ValueError, match="at most 3"):
        text_of(3)(text)
