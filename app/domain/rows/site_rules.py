"""What a site has decided for all its benches and its office: one row a rule, set by its people.

A rule that nobody has set has its default. The closed table says what each rule is, in words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from app.domain.effect import Effect
from app.domain.facts import Fact, FactKind, Kind, NewFact, Subject
from app.domain.plan.allocate import Ends
from app.domain.thresholds import Thresholds

ALARM = "alarm_"
"""So the names of the alarms' thresholds begin."""
ANY = "*"
"""A name that ends so is a family: `cost_carton.BOX-S` belongs to `cost_carton.*`."""


@dataclass(frozen=True)
class SiteRule:
    """The row of one rule. value: as text, "" = its default again. at: when it was set."""

    name: str
    value: str = ""
    at: datetime | None = None
    by: str = ""


@dataclass(frozen=True)
class Asked:
    """One rule of the table. default: as text. what: what it does, in words. read: a text's value;
    raises ValueError with what is expected where it is none.
    """

    default: str
    what: str
    read: Callable[[str], Any]


def whole(least: int, most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        try:
            value = int(text)
        except ValueError:
            value = least - 1
        if not least <= value <= most:
            raise ValueError(f"a whole number from {least} to {most}")
        return value

    return read


def one_of(*words: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in words:
            raise ValueError(f"one of {', '.join(words)}")
        return text

    return read


def money(text: str) -> Decimal | None:
    """An amount of the site's currency; None = nobody has told it."""
    if not text:
        return None
    try:
        value = Decimal(text)
    except InvalidOperation:
        value = Decimal(-1)
    if not (value.is_finite() and 0 <= value < 10**6):
        raise ValueError("an amount such as 0.35")
    return value


def text_of(most: int) -> Callable[[str], str]:
    def read(text: str) -> str:
        if len(text) > most or not text.isprintable():
            raise ValueError(f"a text of at most {most} characters")
        return text

    return read


def currency(text: str) -> str:
    if text and not (len(text) == 3 and text.isascii() and text.isalpha() and text.isupper()):
        raise ValueError("a code of ISO 4217 such as EUR")
    return text


TABLE: Mapping[str, Asked] = {
    "expires_by": Asked(
        Ends.EITHER.value,
        "which date takes goods out of sale",
        one_of(*(one.value for one in Ends)),
    ),
    "cover_days": Asked("7", "stock that lasts for fewer days is to be ordered", whole(1, 365)),
    "currency": Asked("", "of all amounts of money", currency),
    "cost_minute": Asked("", "what a minute of a person costs", money),
    "cost_label": Asked("", "what a printed label costs", money),
    "cost_carton": Asked("", "what a carton costs that has no cost of its own", money),
    f"cost_carton.{ANY}": Asked("", "what the carton of this id costs", money),
    f"cost_freight.{ANY}": Asked("", "what a parcel with this carrier costs", money),
    **{
        f"{ALARM}{name}": Asked(str(default), what, whole(*bounds))
        for name, default, bounds, what in Thresholds.asked()
    },
}


class UnknownRuleError(ValueError):
    """There is no rule of that name."""


def asked(name: str) -> Asked:
    """Raises UnknownRuleError."""
    family = f"{name.partition('.')[0]}.{ANY}"
    found = TABLE.get(name) or (TABLE.get(family) if "." in name else None)
    if found is None or name.endswith(ANY):
        raise UnknownRuleError(name)
    return found


def value_of(name: str, values: Mapping[str, str]) -> Any:
    """A rule's value. values: what is set, by name; what no newer reader knows is its default."""
    rule = asked(name)
    try:
        return rule.read(values.get(name) or rule.default)
    except ValueError:
        return rule.read(rule.default)


def thresholds(values: Mapping[str, str]) -> Thresholds:
    """From when on something is an alarm. values: as for `value_of`."""
    names = [name for name, *_rest in Thresholds.asked()]
    return Thresholds.of({name: value_of(ALARM + name, values) for name in names})


def listing(rows: Mapping[str, SiteRule]) -> Iterator[tuple[str, str, Asked]]:
    """(name, value, what is asked) of each rule, and of what is set of each family."""
    for name, rule in TABLE.items():
        if not name.endswith(ANY):
            row = rows.get(name)
            yield name, (row.value if row else "") or rule.default, rule
            continue
        yield name, rule.default, rule
        for one, row in sorted(rows.items()):
            if row.value and one.startswith(name.removesuffix(ANY)):
                yield one, row.value, rule


def setting(name: str, value: str) -> NewFact:
    """The fact that the rule is set; "" = its default again. Raises ValueError in words."""
    rule = asked(name)
    if value:
        rule.read(value)
    return NewFact(FactKind.SITE_RULE_SET, (Subject(Kind.SITE, name),), {"value": value})


# --- what facts do --------------------------------------------------------------------------------


def _set(row: SiteRule | None, fact: Fact) -> Effect:
    """The later word counts; of two of one moment the same one everywhere."""
    name = next(name for kind, name in fact.subjects if kind == Kind.SITE.value)
    new = SiteRule(name, str(fact.body["value"]), fact.occurred_at, fact.operator)
    return Effect(new if row is None or _told(new) > _told(row) else row)


def _told(row: SiteRule) -> tuple[str, str, str]:
    return row.at.isoformat() if row.at else "", row.value, row.by


RULES = {FactKind.SITE_RULE_SET: _set}
