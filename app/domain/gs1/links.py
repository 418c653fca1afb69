"""GS1 Digital Link: element strings as web addresses (GS1 Digital Link Standard: URI Syntax)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from app.domain.gs1.elements import Element, Fault, Flaw, Message, value_faults
from app.domain.gs1.identifiers import identifier

STEM = "https://id.gs1.org"
_ADDRESS = re.compile(
    r"(?:https?|HTTPS?)://[A-Za-z0-9.:\-\[\]@]+(/[^?#]*)(?:\?([^#]*))?(?:#.*)?",
    re.ASCII | re.DOTALL,
)
_ALLOWED = re.compile(r"[A-Za-z0-9\-._~!$&'()*+,;=:@/?#%\[\]]*", re.ASCII)
_ESCAPED = re.compile(r"%([0-9A-Fa-f]{2})")
_BROKEN = re.compile(r"%(?![0-9A-Fa-f]{2})")
_NUMBER = re.compile(r"\d+", re.ASCII)
_SHORT_GTINS = (8, 12, 13)


def from_link(address: str, *, short_gtins: bool = False) -> Message:
    """Read a Digital Link. Its stem may have any path; the last primary key in it is meant.

    short_gtins: take a GTIN without its leading zeros, too, as older links have it.
    """
    found = _ADDRESS.fullmatch(address)
    if found is None or not _ALLOWED.fullmatch(address):
        return Message(faults=(Fault("", Flaw.UNREADABLE),))
    path = _pairs_of_path(found[1])
    if not path:
        return Message(faults=(Fault("", Flaw.NO_KEY),))
    faults = list(_order_faults([ai for ai, _ in path]))
    query = []
    for ai, value in _pairs_of_query((found[2] or "").replace("+", "%20")):
        known = identifier(ai)
        if known is None:
            faults.append(Fault(ai, Flaw.UNKNOWN))
        elif not known.attribute or _belongs_in([one for one, _ in path], ai):
            faults.append(Fault(ai, Flaw.NO_ATTRIBUTE))
        else:
            query.append((ai, value))
    elements: list[Element] = []
    for ai, written in (*path, *query):
        known = identifier(ai)
        value = _ESCAPED.sub(lambda sign: chr(int(sign[1], 16)), written)
        if short_gtins and ai == "01" and len(value) in _SHORT_GTINS:
            value = value.zfill(14)
        if ai in {one.ai for one in elements}:
            faults.append(Fault(ai, Flaw.REPEATED))
        elif known is not None:
            elements.append(Element(ai, value))
            faults += value_faults(known, value)
            if _BROKEN.search(written):
                faults.append(Fault(ai, Flaw.CHARACTERS))
    return Message(tuple(elements), tuple(faults))


def _pairs_of_path(path: str) -> list[tuple[str, str]]:
    """The identifiers and values from the last primary key on; [] = there is none."""
    steps = path.split("/")[1:]
    for at in range(len(steps) - 2, -1, -2):
        known = identifier(steps[at])
        if known is None:
            return []
        if known.qualifiers:
            return list(zip(steps[at::2], steps[at + 1 :: 2], strict=True))
    return []


def _pairs_of_query(query: str) -> Iterator[tuple[str, str]]:
    """Parameters named by digits; all others are the site's own."""
    for parameter in query.split("&"):
        name, is_there, value = parameter.partition("=")
        if is_there and _NUMBER.fullmatch(name):
            yield name, value


def _order_faults(ais: list[str]) -> Iterator[Fault]:
    """Qualifiers must stand behind their key in its order; some may be left out."""
    key, *given = ais
    known = identifier(key)
    choices = known.qualifiers if known else ()
    if not any([one for one in choice if one in given] == given for choice in choices):
        yield Fault(given[0], Flaw.NO_ATTRIBUTE)


def _belongs_in(path: list[str], ai: str) -> bool:
    """Whether an identifier is a qualifier that could stand in this path: then it must."""
    key, *given = path
    known = identifier(key)
    choices = known.qualifiers if known else ()
    return ai not in given and any(ai in choice and set(given) <= set(choice) for choice in choices)


def to_link(elements: tuple[Element, ...], stem: str = STEM) -> str:
    """The Digital Link of elements; "" = they have no primary key, or more than a link can say.

    The key is the first one among them. Its qualifiers stand in the path, all else in the query.
    """
    values = {one.ai: one.value for one in elements}
    for ai in values:
        known = identifier(ai)
        if known is None or not known.qualifiers:
            continue
        path = max(
            ([one for one in choice if one in values] for choice in known.qualifiers), key=len
        )
        rest = [one for one in values if one not in (ai, *path)]
        if all((other := identifier(one)) and other.attribute for one in rest):
            return _address(stem, [ai, *path], sorted(rest, key=_ends_itself), values)
    return ""


def _ends_itself(ai: str) -> bool:
    """False = its length is predefined; such values come first."""
    known = identifier(ai)
    return known is None or not known.predefined


def _address(stem: str, path: list[str], query: list[str], values: dict[str, str]) -> str:
    steps = "".join(f"/{ai}/{quote(values[ai], safe='')}" for ai in path)
    parameters = "&".join(f"{ai}={quote(values[ai], safe='')}" for ai in query)
    return stem.rstrip("/") + steps + ("?" + parameters if parameters else "")
