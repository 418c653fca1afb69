"""What the page of settings lists: each entry with its name, its value and how it is changed
(main thread).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.config import Config
from app.overview.settings import SETTINGS, Room, Rule, Setting, Type, shown
from ui import messages
from ui.sounds import Sound
from ui.words.settings import NAMES

VOLUMES = (0, 25, 50, 75, 100)


class Kind(StrEnum):
    """How an entry is changed."""

    FIELDS = "fields"
    KEYS = "keys"
    PLAY = "play"


@dataclass(frozen=True)
class Ways:
    """How this window looks and sounds now. volume: 0 to 100."""

    dark: bool = False
    volume: int = 100


@dataclass(frozen=True)
class Entry:
    """One line. value: as it is kept; of a list one part a line. choices: (value, words).

    note: when it counts. device: it can be tested. fields: how many lines its value has.
    """

    key: str
    name: str
    what: str
    value: str
    kind: Kind
    note: str
    choices: tuple[tuple[str, str], ...] = ()
    device: bool = False
    fields: int = 1

    @property
    def told(self) -> str:
        """The value in words."""
        known = dict(self.choices)
        if self.value in known:
            return known[self.value]
        return ", ".join(self.value.splitlines()) or messages.words("settings_none")


def of_window(config: Config, ways: Ways) -> Iterator[Entry]:
    """Language, light and sounds: all count at once."""
    yield from of_room(Room.WINDOW, config)
    words, at_once = messages.words, messages.words("settings_at_once")
    light = (("false", words("settings_light")), ("true", words("settings_dark")))
    yield Entry(
        "dark", *_named("dark"), "true" if ways.dark else "false", Kind.KEYS, at_once, light
    )
    loud = tuple((str(one), words("settings_percent", percent=one)) for one in VOLUMES)
    yield Entry("volume", *_named("volume"), str(ways.volume), Kind.KEYS, at_once, loud)
    for sound in Sound:
        key = f"sound_{sound}"
        yield Entry(key, *_named(key), "", Kind.PLAY, "", (("", ""),))


def of_room(room: Room, config: Config) -> Iterator[Entry]:
    return (_of(one, config) for one in SETTINGS if one.room is room)


def _of(one: Setting, config: Config) -> Entry:
    words, value = messages.words, shown(one, config)
    note = words("settings_at_once" if one.at_once else "settings_restart")
    if one.type is Type.LIST:
        note = f"{words('settings_each_line')} {note}"
    choices: tuple[tuple[str, str], ...] = ()
    if one.type is Type.SWITCH:
        choices = (("true", words("settings_on")), ("false", words("settings_off")))
    elif one.type is Type.CHOICE:
        choices = tuple((choice, messages.LANGUAGES.get(choice, choice)) for choice in one.choices)
    fields = min(5, max(3, len(value.splitlines()) + 1)) if one.type is Type.LIST else 1
    kind = Kind.KEYS if choices else Kind.FIELDS
    return Entry(one.key, *_named(one.key), value, kind, note, choices, one.device, fields)


def of_rules(rules: tuple[Rule, ...]) -> Iterator[Entry]:
    words = messages.words
    for rule in rules:
        told = words("settings_default")
        if rule.by and rule.at is not None:
            time = rule.at.astimezone().strftime("%Y-%m-%d %H:%M")
            told = words("settings_set_by", by=rule.by, time=time)
        note = f"{told} {words('settings_everywhere')}"
        what = messages.translated("Setting", rule.what)
        yield Entry(rule.name, rule.name, what, rule.value, Kind.FIELDS, note)


def _named(key: str) -> tuple[str, str]:
    name, what = NAMES[key]
    return messages.translated("Setting", name), messages.translated("Setting", what)
