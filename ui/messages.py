"""Turns codes and their values into words of the language shown (main thread).

`ui.rooms` has the tables. A message whose value is missing is shown all the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from string import Formatter

from PySide6.QtCore import QCoreApplication

from app.device_api import Ability, DeviceChanged, DeviceKind, DeviceState, Trouble
from app.domain.bench.scanner_check import Fault
from app.domain.bench.self_test import CheckedPart, PartVerdict
from app.domain.commands import Command
from app.domain.count.why import CountWhy
from app.domain.facts import FactKind
from app.domain.outcome import Outcome, Severity, Values
from app.domain.pack.label import Reprint
from app.domain.packs import InPacks, PackCount, PackLevel
from app.domain.place import BinKind
from app.domain.rows.orders import Sub
from app.domain.rows.progress import STATE_OF
from app.domain.rows.tasks import Rule
from app.domain.stock import Reason, Status
from app.station.devices.task import Page
from app.station.manage.rules import BY
from app.station.views import Bar, KitView, LabelState, Link
from ui import rooms
from ui.devices import words as devices
from ui.exceptions import words as exceptions
from ui.manage.words import SAID
from ui.order.words import VERDICTS
from ui.words import holds, packs, states, stock, things, troubles
from ui.words.commands import COMMANDS

LANGUAGES = {"en": "English", "zh_CN": "简体中文"}
UNKNOWN = "?"
_CONTROLS = {
    "\x02": "<STX>",
    "\x03": "<ETX>",
    "\t": "<TAB>",
    "\n": "<LF>",
    "\r": "<CR>",
    "\x1c": "<FS>",
    "\x1d": "<GS>",
    "\x1e": "<RS>",
    "\x04": "<EOT>",
}


class _Filler(Formatter):
    """Fills texts. `{days:day|days}` is the first word where there is one day, else the second.

    A missing value is a question mark.
    """

    def get_value(self, key: int | str, _args: object, kwargs: Mapping[str, object]) -> object:
        return kwargs.get(str(key), UNKNOWN)

    def format_field(self, value: object, spec: str) -> str:
        one, plural, many = spec.partition("|")
        return (one if str(value) == "1" else many) if plural else str(value)


_FILLER = _Filler()


def next_language(language: str) -> str:
    """The language after this one; the last is followed by the first."""
    codes = list(LANGUAGES)
    at = codes.index(language) if language in LANGUAGES else -1
    return codes[(at + 1) % len(codes)]


def fill(text: str, values: Mapping[str, object]) -> str:
    """Put the values into the text; a missing value becomes a question mark."""
    return _FILLER.vformat(text, (), values).strip()


def translated(context: str, text: str) -> str:
    return QCoreApplication.translate(context, text) if text else ""


def accepted_words(answer: Outcome | None) -> str:
    """The words of an answer that accepts; "" where it is none, or refuses."""
    if answer is None or answer.severity not in {Severity.GOOD, Severity.DONE}:
        return ""
    return outcome_words(answer)[0]


def outcome_words(answer: Outcome) -> tuple[str, str]:
    """What happened, and what to do now ("" where the prompt says it)."""
    title, what_now = rooms.OUTCOMES[answer.kind]
    values = _named(answer.values)
    names = [name for _, name, _, _ in Formatter().parse(what_now) if name]
    if names and not any(str(values.get(name, UNKNOWN)) for name in names):
        what_now = ""  # every value it names is empty
    suspect = suspect_words(answer.values)
    if suspect:
        return fill(translated("Outcome", title), values), suspect
    return (
        fill(translated("Outcome", title), values),
        fill(translated("Outcome", what_now), values),
    )


def prompt_words(bar: Bar) -> str:
    values = _named(bar.values)
    other = rooms.PROMPTS_WITHOUT.get(bar.prompt)
    # Without the value that the prompt is about, its usual words would end in nothing.
    lacking = [name for name in ("tote", "carton", "number", "missing", "left") if name in values]
    if other is not None and not any(values[name] not in ("", 0, None) for name in lacking):
        return fill(translated("Prompt", other), values)
    return fill(translated("Prompt", rooms.PROMPTS[bar.prompt]), values)


def suspect_words(values: Values) -> str:
    """The likeliest cause of a wrong weight: units missing, too many or swapped; "" = unknown."""
    if not values.get("suspect"):
        return ""
    if values.get("instead"):
        return fill(translated("Reason", troubles.SWAPPED), values)
    count = int(values.get("count", 0))
    many = troubles.MANY_MISSING if count < 0 else troubles.MANY_TOO_MANY
    text = troubles.SUSPECTS.get(count, many if count else "")
    return fill(translated("Reason", text), {**values, "units": abs(count)})


def command_words(command: Command, place: str = "") -> str:
    """The word on a command's key. place: a key of `ui.rooms.COMMANDS_AT`; "" = anywhere."""
    words = rooms.COMMANDS_AT.get(place, {}).get(command, COMMANDS[command])
    return words if command.digit is not None else translated("Command", words)


def words(code: str, **values: object) -> str:
    """The text with this code in `ui.rooms.SCREEN`."""
    return fill(translated("Screen", rooms.SCREEN[code]), values)


def kit_words(kit: KitView) -> str:
    """How many sets of a bundle are whole."""
    return words("set", name=kit.name, done=kit.done, wanted=kit.wanted)


def pack_words(level: PackLevel, count: int) -> str:
    """So many packs of a level: "3 cases"."""
    return fill(translated("Pack", packs.COUNTED[level]), {"count": count})


def in_packs_words(units: InPacks | None) -> str:
    """A number of units as packs: "3 cases + 5"; "" where it fills no pack."""
    if units is None or not units.packs:
        return ""
    parts = [pack_words(pack.level, pack.count) for pack in units.packs]
    if units.rest:
        parts.append(fill(translated("Pack", packs.SINGLE), {"count": units.rest}))
    return " + ".join(parts)


def left_words(units: InPacks | None) -> str:
    """What is left to do, as packs: "3 cases + 5 left"; "" where it fills no pack."""
    said = in_packs_words(units)
    return fill(translated("Pack", packs.LEFT), {"packs": said}) if said else ""


def scanned_packs_words(pack: PackCount) -> str:
    """Packs that were scanned, with their content: "1 case, 12 units"."""
    values = {"packs": pack_words(pack.level, pack.count), "units": pack.total}
    return fill(translated("Pack", packs.WITH_UNITS), values)


def thing_title(what: str) -> str:
    return translated("Thing", things.TITLES.get(what, "")) or what


def field_words(code: str) -> str:
    return translated("Field", things.FIELDS.get(code, "")) or code


def value_words(code: str, value: str) -> str:
    """A field's value; most are shown as they are."""
    known = code == "kind" and value in BinKind._value2member_map_
    return translated("Thing", things.PLACES[BinKind(value)]) if known else value


def status_words(status: Status) -> str:
    return translated("Thing", stock.STATUSES[status])


def why_words(reason: Reason) -> str:
    return translated("Thing", stock.WHY[reason])


def count_why_words(why: CountWhy) -> str:
    return translated("Thing", stock.COUNT_WHY[why])


def wanted_words(rule: Rule) -> str:
    """Why a bin is to be counted."""
    return translated("Thing", stock.CHECKS.get(rule, ""))


def trouble_words(trouble: Trouble) -> tuple[str, str]:
    """(short name of the trouble, what to do about it)."""
    name, remedy = troubles.TROUBLES[trouble]
    return translated("Trouble", name), translated("Trouble", remedy)


def device_words(device: DeviceChanged) -> str:
    """The device's state in one to three words."""
    if device.state is not DeviceState.READY and device.trouble is not None:
        return trouble_words(device.trouble)[0]
    return translated("Device", troubles.STATES[device.state])


def kind_words(kind: DeviceKind) -> str:
    return translated("Device", troubles.KINDS[kind])


def ability_words(ability: Ability) -> str:
    return translated("Device", troubles.ABILITIES[ability])


def reason_words(reason: str) -> str:
    """Why a label failed or is printed again, or an order waits; another text stays as it is."""
    if reason in Trouble._value2member_map_:
        return trouble_words(Trouble(reason))[0]
    if reason in Reprint._value2member_map_:
        return translated("Reason", troubles.REPRINTS[Reprint(reason)])
    known = translated("Reason", troubles.REASONS.get(reason, ""))
    return known or "; ".join(map(_hold, reason.split("; ")))


def _hold(reason: str) -> str:
    """One reason why an order waits."""
    if reason in holds.HOLDS:
        return translated("Hold", reason)
    for text in holds.HOLDS_WITH:
        before, after = text.split("{what}")
        if reason.startswith(before) and reason.endswith(after):
            what = reason[len(before) : len(reason) - len(after)]
            return fill(translated("Hold", text), {"what": what})
    return reason


def clock_words(at: datetime, now: datetime) -> str:
    """The local time; with its day where that is another one."""
    local = at.astimezone()
    today = local.date() == now.astimezone().date()
    return local.strftime("%H:%M" if today else "%m-%d %H:%M")


def exception_words(reason: str) -> str:
    """Why something waits for a person; a reason of a newer program is shown as it is."""
    return translated("Reason", exceptions.REASONS.get(reason, "")) or reason


def decision_words(decision: str) -> str:
    """What was decided about an exception; a decision of a newer program is shown as it is."""
    return translated("Reason", exceptions.DECISIONS.get(decision, "")) or decision


def order_word(word: str) -> str:
    """What can be said of an order."""
    if word.startswith(BY):
        return fill(translated("Order", SAID[BY]), {"carrier": word.removeprefix(BY)})
    return translated("Order", SAID[word])


def remedy_words(reason: str) -> str:
    """What to do, if the reason is the trouble of a device; else ""."""
    known = reason in Trouble._value2member_map_
    return trouble_words(Trouble(reason))[1] if known else ""


def page_words(page: Page) -> str:
    return translated("Devices", devices.PAGES[page])


def check_words(check: CheckedPart) -> str:
    return translated("Devices", devices.CHECKS[check])


def check_verdict_words(verdict: PartVerdict) -> str:
    return translated("Devices", devices.VERDICTS[verdict])


def fault_words(fault: Fault) -> tuple[str, str]:
    """(what is wrong with the scanner, what to do about it)."""
    name, what_now = devices.FAULTS[fault]
    return translated("Devices", name), translated("Devices", what_now)


def printed_words(said: str) -> str:
    """Words for the fate of a test label. said: a Proof's value, a Trouble's value, or ""."""
    return translated("Devices", devices.PRINTED.get(said, "")) or reason_words(said)


def visible(text: str) -> str:
    """The text with control characters spelled out: GS is part of the data and must be seen."""
    return "".join(
        _CONTROLS.get(char, f"<{ord(char):02X}>") if char < " " else char for char in text
    )


def label_words(state: LabelState, *, brief: bool = False) -> str:
    table = states.LABELS_BRIEF if brief else states.LABELS
    return translated("Label", table[state])


def state_words(state: str, sub_state: str) -> str:
    """How far an order is; a code that this program does not know is shown as it is."""
    if sub_state in Sub._value2member_map_ and STATE_OF[Sub(sub_state)].value == state:
        return translated("State", states.SUB_STATES[Sub(sub_state)])
    known = {str(member): text for member, text in states.STATES.items()}
    name = translated("State", known.get(state, "")) or state
    if not sub_state or sub_state in Sub._value2member_map_:
        return name
    return f"{name} · {sub_state}"


def sub_state_words(sub_state: str) -> str:
    subs = {str(member): text for member, text in states.SUB_STATES.items()}
    return translated("State", subs.get(sub_state, "")) or sub_state


def fact_words(what: str) -> str:
    """Words for a fact in a timeline; a fact of a newer program shows its code."""
    known = what in FactKind._value2member_map_
    return translated("Fact", rooms.FACTS[FactKind(what)]) if known else what


def verdict_words(verdict: str) -> str:
    return translated("Fact", VERDICTS.get(verdict, "")) or verdict


def link_words(link: Link, minutes: int) -> str:
    if link.behind is not None:
        code = f"{link.behind.value}_behind"
    elif link.online:
        code = "synced_waiting" if link.waiting else "synced"
    else:
        code = "offline" if link.since is not None else "offline_now"
    return words(code, waiting=link.waiting, minutes=minutes)


def clock_time(at: datetime | None) -> str:
    """Hours and minutes in the time zone of this computer; "" without a time."""
    return at.astimezone().strftime("%H:%M") if at is not None else ""


def kilograms(grams: int) -> str:
    return f"{grams / 1000:.2f}"


def _named(values: Values) -> dict[str, object]:
    """The values, with words in place of those that are codes (reason, step, what, level ...)."""
    named: dict[str, object] = {
        name: visible(value) if isinstance(value, str) else value for name, value in values.items()
    }
    named["remedy"] = remedy_words(str(values.get("reason", "")))
    if "reason" in values:
        named["reason"] = reason_words(str(named["reason"]))
    for name in {"step", "steps"} & values.keys():
        named[name] = ", ".join(map(_step, str(values[name]).split(", ")))
    if "level" in values:
        named["level"] = pack_words(PackLevel(str(values["level"])), int(values["count"]))
    named |= {one: order_word(str(values[one])) for one in {"word"} & values.keys()}
    named |= {one: decision_words(str(values[one])) for one in {"decision"} & values.keys()}
    what = str(values.get("what", ""))
    if what in things.THINGS:
        named["what"] = translated("Thing", things.THINGS[what])
    role = str(values.get("role", ""))
    if role in things.ROLES:
        named["role"] = translated("Thing", things.ROLES[role])
    language = str(values.get("language", ""))
    if language in LANGUAGES:
        named["language"] = LANGUAGES[language]
    if "status" in values:
        named["status"] = status_words(Status(str(values["status"])))
    command = _command(str(values.get("command", "")))
    if command is not None:
        named["command"] = command_words(command)
    return named


def _step(code: str) -> str:
    return check_words(CheckedPart(code)) if code in CheckedPart._value2member_map_ else code


def _command(code: str) -> Command | None:
    for command in Command:
        if code in (command.value, command.name):
            return command
    return None
