"""The site's own rules for orders: `orders.toml` in the home.

    unmapped = "hold"           # an order whose method no rule knows: or "keep" (without the key)

    [[method]]                  # the first that fits counts
    is = ["Express*"]           # the shop's shipping method; * stands for anything
    channel = ["shopify"]       # only of these channels (without the key: of all)
    country = ["DE", "AT"]      # only to these countries (without the key: to all)
    carrier = "ACME"
    service = "Express"         # without the key: the shop's own words
    pickup = true               # the customer collects it: no carrier

    [goods]
    none = ["EBOOK-*"]          # SKUs that are no goods: downloads, gift cards, containers

    [hold]
    tags = ["HOLD", "fraud*"]   # the shop's marks that hold an order

docs/administrator.md explains it to the site.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

from app.intake import shop_rules
from app.intake.countries import CODES
from app.intake.values import IntakeError

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from app.domain.documents import LineDocument, OrderDocument
    from app.intake.values import Parsed

FILE = "orders.toml"
_METHOD = ("is", "channel", "country", "carrier", "service", "pickup")


@dataclass(frozen=True)
class Method:
    """One [[method]]. patterns, channels, countries: (), of the last two, means all."""

    patterns: tuple[str, ...]
    channels: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    carrier: str = ""
    service: str = ""
    pickup: bool = False

    def fits(self, order: OrderDocument) -> bool:
        return (
            _any(order.service, self.patterns)
            and (not self.channels or order.channel in self.channels)
            and (not self.countries or order.customer.country in self.countries)
        )


@dataclass(frozen=True)
class SiteRules:
    methods: tuple[Method, ...] = ()
    no_goods: tuple[str, ...] = ()
    hold_unmapped: bool = False
    hold_tags: tuple[str, ...] = ()


def load(folder: Path) -> SiteRules:
    """The rules of a home; without a file there are none. Raises IntakeError."""
    path = folder / FILE
    if not path.exists():
        return SiteRules()
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise IntakeError(f"{FILE} cannot be read: {error}.") from None
    _known("the file", data, ("unmapped", "method", "goods", "hold"))
    unmapped = data.get("unmapped", "keep")
    if unmapped not in ("hold", "keep"):
        raise _wrong("unmapped must be 'hold' or 'keep'")
    goods, hold = _section(data, "goods", "none"), _section(data, "hold", "tags")
    methods = data.get("method", [])
    if not isinstance(methods, list) or not all(isinstance(one, dict) for one in methods):
        raise _wrong("each rule must begin with [[method]]")
    return SiteRules(
        tuple(_method(number, one) for number, one in enumerate(methods, start=1)),
        _texts("goods.none", goods.get("none", [])),
        unmapped == "hold",
        _texts("hold.tags", hold.get("tags", [])),
    )


def _section(data: dict[str, Any], name: str, key: str) -> dict[str, Any]:
    found = data.get(name, {})
    if not isinstance(found, dict):
        raise _wrong(f"{name} must be a section, [{name}] with keys below it")
    _known(f"[{name}]", found, (key,))
    return found


def _method(number: int, given: dict[str, Any]) -> Method:
    where = f"[[method]] number {number}"
    _known(where, given, _METHOD)
    pickup = given.get("pickup", False)
    if not isinstance(pickup, bool):
        raise _wrong(f"pickup of {where} must be true or false")
    for key in ("carrier", "service"):
        if not isinstance(given.get(key, ""), str):
            raise _wrong(f"{key} of {where} must be a text")
    if bool(given.get("carrier")) == pickup:
        raise _wrong(f"{where} needs a carrier, or pickup = true, and not both")
    countries = _texts(f"country of {where}", given.get("country", []))
    strange = [one for one in countries if one not in CODES]
    if strange:
        raise _wrong(f"country of {where} has {', '.join(strange)}, which is no ISO 3166 code")
    patterns = _texts(f"is of {where}", given.get("is", []))
    if not patterns:
        raise _wrong(f'{where} needs is, a list of shipping methods such as ["Express*"]')
    channels = _texts(f"channel of {where}", given.get("channel", []))
    carrier, service = given.get("carrier", ""), given.get("service", "")
    return Method(patterns, channels, countries, carrier, service, pickup)


def _known(where: str, given: dict[str, Any], known: tuple[str, ...]) -> None:
    strange = sorted(set(given) - set(known))
    if strange:
        raise _wrong(
            f"{where} has unknown keys: {', '.join(strange)}. Known are: {', '.join(known)}"
        )


def _texts(what: str, given: object) -> tuple[str, ...]:
    if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
        raise _wrong(f"{what} must be a list of texts")
    return tuple(given)


def _wrong(what: str) -> IntakeError:
    return IntakeError(f"In {FILE}, {what}.")


def _any(value: str, patterns: tuple[str, ...]) -> bool:
    plain = value.strip().casefold()
    return any(fnmatchcase(plain, one.casefold()) for one in patterns)


# --- applied --------------------------------------------------------------------------------------


def apply(parsed: Parsed, rules: SiteRules, virtual: Collection[str]) -> None:
    """The file's orders as the site wants them. virtual: SKUs of products that are no goods.

    An order of which nothing is goods ends, as one that its reader found empty.
    """
    documents = []
    for order in parsed.documents:
        done = _routed(_marked(_without_charges(order, rules, virtual), rules), rules)
        done = _printable(done)
        moved = len(order.lines) - len(done.lines)
        parsed.lines_used -= moved
        parsed.treatments["non_stock_lines"] += moved
        if done.lines or done.cancelled:
            documents.append(done)
        else:
            parsed.treatments["orders_without_goods"] += 1
            parsed.endings.append(replace(done, cancelled=True, hold="no goods to ship"))
    parsed.documents[:] = documents
    parsed.treatments = +parsed.treatments


def _without_charges(
    order: OrderDocument, rules: SiteRules, virtual: Collection[str]
) -> OrderDocument:
    def is_goods(line: LineDocument) -> bool:
        return line.sku not in virtual and not _any(line.sku, rules.no_goods)

    kept = [line for line in order.lines if is_goods(line)]
    if len(kept) == len(order.lines):
        return order
    gone = [line for line in order.lines if not is_goods(line)]
    return replace(
        order,
        lines=tuple(replace(line, number=n) for n, line in enumerate(kept, start=1)),
        charges=(*order.charges, *((x.sku, x.name, x.quantity) for x in gone)),
    )


def _marked(order: OrderDocument, rules: SiteRules) -> OrderDocument:
    """The order on hold if the shop has marked it so."""
    marks = [tag for tag in order.tags if _any(tag, rules.hold_tags)]
    if not marks or order.cancelled:
        return order
    return replace(
        order, hold=shop_rules.holds(order.hold, f"marked {', '.join(marks)} in the shop")
    )


def _printable(order: OrderDocument) -> OrderDocument:
    """The order on hold if its label could not be printed: better now than at the bench."""
    if order.cancelled or not order.lines:
        return order
    to = order.customer
    lost = shop_rules.letters_hold(*to.lines(), to.phone, order.carrier, order.service, order.ref)
    return replace(order, hold=shop_rules.holds(order.hold, lost)) if lost else order


def _routed(order: OrderDocument, rules: SiteRules) -> OrderDocument:
    """The order with carrier and service by the first method that fits."""
    if order.carrier or order.pickup or order.cancelled or not order.lines:
        return order
    method = next((one for one in rules.methods if one.fits(order)), None)
    if method is None:
        if not rules.hold_unmapped:
            return order
        reason = f'no carrier for "{order.service}"' if order.service else "no carrier"
        return replace(order, hold=shop_rules.holds(order.hold, reason))
    if method.pickup:
        reasons = [one for one in order.hold.split("; ") if one != shop_rules.NO_ADDRESS]
        return replace(order, pickup=True, hold="; ".join(reasons))
    return replace(order, carrier=method.carrier, service=method.service or order.service)
