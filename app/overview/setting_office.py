"""What the page of settings asks for: settings of this machine, device tests, rules of the site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app import config_file
from app.domain.facts import Kind, NewFact
from app.domain.permissions import allows
from app.domain.rows.site_rules import UnknownRuleError, listing, setting
from app.errors import EnvironmentFault
from app.files import NotWritten
from app.overview.asking import AskThread
from app.overview.settings import BY_KEY, DISK, Changed, Devices, Refused, Rule, read
from app.sync.ask import decoded
from app.sync.centre import SqlCentre

SET, TEST, RULES, RULE_SET = "set", "test", "rules", "rule_set"

Say = Callable[[NewFact, str], None]
"""Says a fact of this person of the office: durable first, then sent. Raises EnvironmentFault."""


class SettingOffice:
    """Beside `Office`. asker: for the centre. hands: a thread for files and devices, which wait."""

    def __init__(
        self, asker: AskThread, hands: AskThread, home: Path, devices: Devices, say: Say
    ) -> None:
        self._asker, self._hands = asker, hands
        self._home, self._devices, self._say = home, devices, say

    def change(self, key: str, text: str) -> int:
        """Answered with a `Changed`."""
        return self._hands.do(SET, lambda: self._change(key, text))

    def test(self, key: str, text: str) -> int:
        """Answered with a tuple of `Tried`, or a `Changed` that says what is wrong with a spec."""
        return self._hands.do(TEST, lambda: self._test(key, text))

    def rules(self) -> int:
        """Answered with a tuple of `Rule`."""
        return self._asker.ask(RULES, rules)

    def set_rule(self, name: str, value: str, asker: str) -> int:
        """Answered with a `Changed`. asker: number of who is signed in at the desk, "" = nobody."""
        return self._asker.ask(RULE_SET, lambda centre: self._rule(centre, name, value, asker))

    def _change(self, key: str, text: str) -> Changed:
        try:
            value = read(BY_KEY[key], text)
        except ValueError:
            return Changed(key, refused=Refused.WRONG, words=f"“{key}” is a whole number")
        fault = self._fault(key, text)
        if fault:
            return Changed(key, refused=Refused.WRONG, words=fault)
        try:
            return Changed(key, config_file.change(self._home, key, value))
        except NotWritten as error:
            return Changed(key, refused=DISK[error.trouble])
        except EnvironmentFault as error:
            return Changed(key, refused=Refused.WRONG, words=str(error))

    def _fault(self, key: str, text: str) -> str:
        specs = _specs(text)
        return self._devices.fault(key, specs) if BY_KEY[key].device and specs else ""

    def _test(self, key: str, text: str) -> object:
        fault = self._fault(key, text)
        if fault:
            return Changed(key, refused=Refused.WRONG, words=fault)
        return self._devices.test(key, _specs(text))

    def _rule(self, centre: SqlCentre, name: str, value: str, asker: str) -> Changed:
        if not asker:
            return Changed(name, refused=Refused.NOBODY)
        row = centre.row(Kind.OPERATOR, asker)
        if row is None or not allows(decoded(row), "command"):
            return Changed(name, refused=Refused.NOT_ALLOWED)
        try:
            fact = setting(name, value.strip())
        except UnknownRuleError:
            return Changed(name, refused=Refused.WRONG, words=f"there is no rule {name}")
        except ValueError as expected:
            return Changed(name, refused=Refused.WRONG, words=f"{name} is {expected}")
        self._say(fact, asker)
        return Changed(name)


def rules(centre: SqlCentre) -> tuple[Rule, ...]:
    """What the site has decided, and what it could."""
    rows = centre.site_rules()
    found = []
    for name, value, asked in listing(rows):
        row = rows.get(name)
        is_set = row is not None and bool(row.value)
        found.append(
            Rule(name, value, asked.what, row.by if row and is_set else "", row.at if row else None)
        )
    return tuple(found)


def _specs(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.splitlines() if part.strip())
