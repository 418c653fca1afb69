"""The settings of one installation: `config.toml` in its home. No secret is kept here."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from app.domain.address import Address
from app.errors import EnvironmentFault

DEMO_SENDER = Address(
    name="Packbench Demo Warehouse",
    street="1 Dock Road",
    postcode="00000",
    city="Sampleton",
    country="GB",
)


@dataclass(frozen=True)
class Config:
    """sender: printed on labels. company_prefix: GS1 company prefix of the site's SSCCs.

    tote_pattern: a code that looks like this is a tote although nobody announced it.
    idle_lock_s: seconds without input until the screen locks. reserve: orders held claimed.
    """

    site: str = "Main"
    sender: Address = DEMO_SENDER
    company_prefix: str = "9521321"  # GS1's range for examples
    tote_pattern: str = r"^T-?\d+$"
    idle_lock_s: int = 300
    reserve: int = 5
    pictures: str = "pictures"
    dpi: int = 203
    native_zpl: bool = False
    tote_regex: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tote_regex", re.compile(self.tote_pattern))


def load(home: Path) -> Config:
    """Read `config.toml`; without one the defaults hold. Raises EnvironmentFault with the line."""
    path = home / "config.toml"
    if not path.exists():
        return Config()
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise EnvironmentFault(f"{path.name} cannot be read: {error}") from error
    except OSError as error:
        raise EnvironmentFault(f"{path.name} cannot be opened: {error.strerror}") from error
    return _checked(data, path.name)


def _checked(data: dict[str, Any], name: str) -> Config:
    sender = data.pop("sender", None)
    known = {item.name: item.default for item in fields(Config) if item.init}
    for key, value in data.items():
        if key not in known or key == "sender":
            names = ", ".join(known)
            raise EnvironmentFault(f"{name}: there is no setting “{key}”. Known: {names}")
        if type(value) is not type(known[key]):
            wanted = type(known[key]).__name__
            raise EnvironmentFault(f"{name}: “{key}” must be {wanted}, not {value!r}")
    if sender is not None:
        try:
            data["sender"] = Address(**sender)
        except TypeError as error:
            raise EnvironmentFault(f"{name}: [sender]: {error}") from error
    try:
        return Config(**data)
    except re.error as error:
        raise EnvironmentFault(f"{name}: tote_pattern: {error}") from error
