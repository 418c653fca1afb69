"""The settings of one installation, from `config.toml` in its home. It holds no secrets."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from app.domain import sscc
from app.domain.address import Address
from app.errors import EnvironmentFault

DEMO_SENDER = Address(
    name="Packbench Demo Warehouse",
    street="1 Dock Road",
    postcode="00000",
    city="Sampleton",
    country="GB",
)
MOST_OFFLINE_DAYS = 365


@dataclass(frozen=True)
class Config:
    """sender: the address printed on labels. company_prefix: GS1 company prefix of the SSCCs.

    sscc_extensions: the extension digits of the SSCCs; each next one is used when the one before it
        has no numbers left. None may be taken away while its numbers are in use.

    tote_pattern: a regular expression; a code that matches it is a tote, even an unknown one.
    idle_lock_s: seconds without input until the screen locks.
    reserve: how many orders the bench keeps claimed, for times without the centre.
    offline_sign_in_days: for how many days after the centre's last answer people may sign in by
        their badges; 0 = for ever.
    scanners, scale, printer: devices of this bench, in the words of the command line.
    printers: other benches' printers, name = spec; the barcode of each is PBPRN- and its name.
    lock_on_stop: a STOP locks the trigger of a scanner that can, until the STOP is answered.
    scale_under_box: the box stands on the scale while it is packed, so that every unit is weighed.
    test_weight_g: grams of the weight for the shift's self-test; 0 = there is none.
    centre: address of the centre ([centre] url), without a password; "" = the home's own file.
    """

    site: str = "Main"
    sender: Address = DEMO_SENDER
    company_prefix: str = "9521321"  # GS1's range for examples
    sscc_extensions: str = "0"
    tote_pattern: str = r"^T-?\d+$"
    idle_lock_s: int = 300
    reserve: int = 5
    offline_sign_in_days: int = 14
    pictures: str = "pictures"
    dpi: int = 203
    native_zpl: bool = False
    scanners: tuple[str, ...] = ()
    scale: str = ""
    printer: tuple[str, ...] = ()
    printers: dict[str, str] = field(default_factory=dict)
    lock_on_stop: bool = False
    scale_under_box: bool = False
    test_weight_g: int = 0
    centre: str = ""
    tote_regex: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tote_regex", re.compile(self.tote_pattern))


def load(home: Path) -> Config:
    """The settings of `config.toml`; without one, the defaults. Raises EnvironmentFault."""
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


def _with_centre(data: dict[str, Any], name: str) -> dict[str, Any]:
    """The settings with [centre] url as `centre`."""
    found = data.pop("centre", None)
    if found is None:
        return data
    if not isinstance(found, dict) or set(found) != {"url"}:
        raise EnvironmentFault(f"{name}: [centre] holds url and nothing else")
    return {**data, "centre": found["url"]}


def _typed(what: str, value: Any, default: Any) -> Any:
    """The value, where it is of the same type as the default. Lists and tables hold texts."""
    texts: tuple[Any, ...] = ()
    if isinstance(default, tuple) and isinstance(value, list):
        texts, value = tuple(value), tuple(value)
    elif isinstance(default, dict) and isinstance(value, dict):
        texts = tuple(value.values())
    if type(value) is not type(default) or not all(isinstance(text, str) for text in texts):
        words = {"tuple": "a list of texts", "dict": "a table of texts"}
        wanted = words.get(type(default).__name__, type(default).__name__)
        raise EnvironmentFault(f"{what} must be {wanted}, not {value!r}")
    return value


def _checked(data: dict[str, Any], name: str) -> Config:
    sender = data.pop("sender", None)
    data = _with_centre(data, name)
    defaults = Config()
    known = [item.name for item in fields(Config) if item.init]
    for key, value in list(data.items()):
        if key not in known or key == "sender":
            names = ", ".join(known)
            raise EnvironmentFault(f"{name}: there is no setting “{key}”. Known: {names}")
        data[key] = _typed(f"{name}: “{key}”", value, getattr(defaults, key))
    days = data.get("offline_sign_in_days", 0)
    if not 0 <= days <= MOST_OFFLINE_DAYS:
        raise EnvironmentFault(
            f"{name}: “offline_sign_in_days” goes from 1 to {MOST_OFFLINE_DAYS} days, or is 0 for"
            f" no limit, not {days}"
        )
    wrong = sscc.fault(
        data.get("company_prefix", defaults.company_prefix),
        data.get("sscc_extensions", defaults.sscc_extensions),
    )
    if wrong:
        raise EnvironmentFault(f"{name}: {wrong}")
    if sender is not None:
        try:
            data["sender"] = Address(**sender)
        except TypeError as error:
            raise EnvironmentFault(f"{name}: [sender]: {error}") from error
    try:
        return Config(**data)
    except re.error as error:
        raise EnvironmentFault(f"{name}: tote_pattern: {error}") from error
