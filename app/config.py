"""The settings of one installation, from `config.toml` in its home. It holds no secrets."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, NamedTuple

from app.config_notices import MailSettings, mail_settings, webhook_url
from app.domain import sscc
from app.domain.address import Address, is_country
from app.domain.plan.layout import Layout, RouteRule, Spot, Walking
from app.errors import EnvironmentFault
from app.paper import DPIS, paper_named

FILE = "config.toml"
DEMO_SENDER = Address(
    name="Packbench Demo Warehouse",
    street="1 Dock Road",
    postcode="00000",
    city="Sampleton",
    country="GB",
)
LANGUAGES = ("en", "zh_CN")
EXAMPLE_PREFIX = "952"  # GS1's range for examples


class _Bounds(NamedTuple):
    least: int
    most: int
    words: str


_BOUNDS = {
    "offline_sign_in_days": _Bounds(0, 365, "from 1 to 365 days, or is 0 for no limit"),
    "idle_lock_s": _Bounds(10, 86_400, "from 10 to 86400 seconds"),
    "reserve": _Bounds(0, 500, "from 0 to 500 orders"),
    "recount_above": _Bounds(0, 100_000, "from 0 to 100000 units"),
    "count_low": _Bounds(0, 1000, "from 0 to 1000 units"),
    "test_weight_g": _Bounds(0, 100_000, "from 0 to 100000 grams"),
}


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
    dpi, paper: of label printers of which neither they nor their specs say it.
    printers: other benches' printers, name = spec; the barcode of each is PBPRN- and its name.
    lock_on_stop: a STOP locks the trigger of a scanner that can, until the STOP is answered.
    scale_under_box: the box stands on the scale while it is packed, so that every unit is weighed.
    print_slips: each closed box's slip goes to the last printer that takes PDF, if there is one.
    logo: a picture file in the home, for packing slips; "" = none.
    returns: how a customer sends something back, by language ("en", "de" ...), for packing slips.
    test_weight_g: grams of the weight for the shift's self-test; 0 = there is none.
    count_low: a bin in which a pick leaves at most so many units of a SKU is to be counted; 0 =
        only one that the pick leaves empty.
    recount_above: a count that differs by more units waits for another person; 0 = none does.
    personal_reports: whether reports may show single persons.
    language: of the supervisor's window before somebody signs in: "en" or "zh_CN".
    route: how walks are ordered, a `RouteRule`. layout: the aisles ([layout]), None = not told.
    centre: address of the centre ([centre] url), without a password; "" = the home's own file.
    mail: who gets the site's alarms by mail ([mail]), None = nobody. webhook: the address that is
        told of them ([webhook] url), "" = none.
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
    paper: str = "4x6"
    native_zpl: bool = False
    scanners: tuple[str, ...] = ()
    scale: str = ""
    printer: tuple[str, ...] = ()
    printers: dict[str, str] = field(default_factory=dict)
    lock_on_stop: bool = False
    scale_under_box: bool = False
    print_slips: bool = False
    logo: str = ""
    returns: dict[str, str] = field(default_factory=dict)
    test_weight_g: int = 0
    count_low: int = 0
    recount_above: int = 0
    personal_reports: bool = True
    language: str = "en"
    route: str = RouteRule.EXACT.value
    layout: Layout | None = None
    centre: str = ""
    mail: MailSettings | None = None
    webhook: str = ""
    tote_regex: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tote_regex", re.compile(self.tote_pattern))

    @property
    def walking(self) -> Walking:
        return Walking(RouteRule(self.route), self.layout)

    @property
    def sample(self) -> str:
        """Why its labels are samples, in words; "" = they are real ones."""
        missing = ["[sender]"] if self.sender == DEMO_SENDER else []
        missing += ["company_prefix"] if self.company_prefix.startswith(EXAMPLE_PREFIX) else []
        if not missing:
            return ""
        return f"Labels say SAMPLE: config.toml has no {' and no '.join(missing)} of your own."


def load(home: Path) -> Config:
    """The settings of `config.toml`; without one, the defaults. Raises EnvironmentFault."""
    path = home / FILE
    if not path.exists():
        return Config()
    try:
        return read(path.read_text(encoding="utf-8"), path.name)
    except UnicodeDecodeError as error:
        raise EnvironmentFault(f"{path.name} cannot be read: {error}") from error
    except OSError as error:
        raise EnvironmentFault(f"{path.name} cannot be opened: {error.strerror}") from error


def read(text: str, name: str) -> Config:
    """The settings that a text says. name: of its file. Raises EnvironmentFault."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise EnvironmentFault(f"{name} cannot be read: {error}") from error
    return _checked(data, name)


def _checked(data: dict[str, Any], name: str) -> Config:
    """The settings. Raises EnvironmentFault, which tells all that is wrong, a line each."""
    faults: list[str] = []
    data = _with_centre(data, faults)
    sender = _sender(data.pop("sender", None), faults)
    layout = _layout(data.pop("layout", None), faults)
    mail = mail_settings(data.pop("mail", None), faults)
    webhook = webhook_url(data.pop("webhook", None), faults)
    defaults = Config()
    good = {key: value for key, value in data.items() if _fits(key, value, defaults, faults)}
    lists = {key: tuple(value) for key, value in good.items() if isinstance(value, list)}
    told = {"sender": sender, "layout": layout, "mail": mail, "webhook": webhook}
    config = replace(defaults, **{**good, **lists, **told})
    wrong = sscc.fault(config.company_prefix, config.sscc_extensions)
    if wrong:
        faults.append(wrong)
    if faults:
        raise EnvironmentFault("\n".join(f"{name}: {fault}" for fault in faults))
    return config


def _with_centre(data: dict[str, Any], faults: list[str]) -> dict[str, Any]:
    """The settings with [centre] url as `centre`."""
    found = data.pop("centre", None)
    if found is None:
        return data
    if not isinstance(found, dict) or set(found) != {"url"}:
        faults.append("[centre] holds url and nothing else")
        return data
    return {**data, "centre": found["url"]}


def _sender(found: Any, faults: list[str]) -> Address:
    """The address of [sender], with whatever a label cannot do without."""
    if found is None:
        return DEMO_SENDER
    known = [item.name for item in fields(Address)]
    if not isinstance(found, dict):
        faults.append("[sender] is a table")
        return DEMO_SENDER
    before = len(faults)
    for key, value in found.items():
        if key not in known:
            faults.append(f"[sender]: there is no “{key}”. Known: {', '.join(known)}")
        elif not isinstance(value, str):
            faults.append(f'[sender]: “{key}” is a text, as {key} = "{value}"')
    if len(faults) > before:
        return DEMO_SENDER
    sender = Address(**found)
    missing = [key for key in ("street", "city", "country") if not getattr(sender, key).strip()]
    missing += [] if sender.receiver.strip() else ["name or company"]
    if missing:
        faults.append(f"[sender] has no {', '.join(missing)}")
    elif not is_country(sender.country):
        faults.append(f"[sender]: “{sender.country}” is no country code, such as DE")
    return sender


def _layout(found: Any, faults: list[str]) -> Layout | None:
    """The aisles of [layout]. Walks begin at aisle 1, position 0, where it says nothing else."""
    if found is None:
        return None
    wanted = "spacing_mm = 3500, cross_mm = [0, 20000], depot_aisle = 1, depot_mm = 0"
    known = {"spacing_mm": None, "cross_mm": None, "depot_aisle": 1, "depot_mm": 0}
    if not isinstance(found, dict) or not found.keys() <= known.keys():
        faults.append(f"[layout] holds {', '.join(known)} and nothing else, as {wanted}")
        return None
    values = {**known, **found}
    cross = values.pop("cross_mm")
    numbers = [*cross, *values.values()] if isinstance(cross, list) else [None]
    if any(type(number) is not int for number in numbers):
        faults.append(f"[layout] holds whole numbers, as {wanted}")
        return None
    try:
        depot = Spot(values["depot_aisle"], values["depot_mm"])
        return Layout(values["spacing_mm"], tuple(cross), depot)
    except ValueError as error:
        faults.append(f"[layout]: {error}")
        return None


def _fits(key: str, value: Any, defaults: Config, faults: list[str]) -> bool:
    """Whether a setting is known, of its type, and within its bounds."""
    known = [item.name for item in fields(Config) if item.init]
    if key not in known:
        faults.append(f"there is no setting “{key}”. Known: {', '.join(known)}")
        return False
    default = getattr(defaults, key)
    if not _same_type(value, default):
        words = {"tuple": "a list of texts", "dict": "a table of texts"}
        wanted = words.get(type(default).__name__, type(default).__name__)
        faults.append(f"“{key}” must be {wanted}, not {value!r}")
        return False
    wrong = _out_of_bounds(key, value)
    if wrong:
        faults.append(wrong)
    return not wrong


def _same_type(value: Any, default: Any) -> bool:
    """Lists and tables hold texts."""
    if isinstance(default, tuple):
        return isinstance(value, list) and all(isinstance(text, str) for text in value)
    if isinstance(default, dict):
        return isinstance(value, dict) and all(isinstance(text, str) for text in value.values())
    return type(value) is type(default)


def _out_of_bounds(key: str, value: Any) -> str:
    """What is wrong with the value of a setting; "" = nothing."""
    if key in _BOUNDS and not (bounds := _BOUNDS[key]).least <= value <= bounds.most:
        return f"“{key}” goes {bounds.words}, not {value}"
    if key == "dpi" and value not in DPIS:
        return f"“dpi” is {' or '.join(map(str, DPIS))}, not {value}"
    if key == "paper":
        try:
            paper_named(value)
        except ValueError as error:
            return str(error).removesuffix(".")
    if key == "route" and value not in set(RouteRule):
        return f"“route” is {', '.join(RouteRule)}, not {value!r}"
    if key == "language" and value not in LANGUAGES:
        return f"“language” is {' or '.join(LANGUAGES)}, not {value!r}"
    if key == "site" and not value.strip():
        return "“site” is empty"
    if key == "tote_pattern":
        try:
            re.compile(value)
        except re.error as error:
            return f"tote_pattern: {error}"
    return ""
