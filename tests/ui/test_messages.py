"""Every code has words in every language, and every value they use is a declared one."""

from __future__ import annotations

import ast
import importlib
import re
from pathlib import Path
from string import Formatter

import pytest

from app.device_api import Ability, DeviceKind, DeviceState, Proof, Trouble
from app.domain.bench.scanner_check import Fault
from app.domain.bench.self_test import CheckedPart, PartVerdict
from app.domain.commands import Command
from app.domain.facts import FactKind
from app.domain.load.outcome import LoadPrompt
from app.domain.outcome import Outcome, OutcomeKind, Prompt, Severity, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working
from app.domain.pack.label import REPRINTS
from app.domain.pack.outcome import Packing
from app.domain.packs import PACKED, Pack, PackCount, PackLevel, split
from app.domain.pick.outcome import Picking, PickPrompt
from app.domain.place import BinKind
from app.domain.rows.orders import State, Sub
from app.domain.rows.shop_word import PART_LEFT
from app.importing.orders import UNREADABLE
from app.intake import bigcommerce_json, shop_rules, woocommerce_json
from app.intake.order_book import NOTHING_LEFT
from app.station.devices.task import Page
from app.station.home.outcome import AtHome
from app.station.outcomes import KINDS, PROMPTS
from app.station.views import Bar, LabelState, Link
from tests.helpers.sample_views import NOW, SAMPLES
from ui import looks, messages, rooms
from ui.application import set_language
from ui.devices import words as devices
from ui.exceptions import words as exceptions
from ui.messages import translated
from ui.sounds import TONES, sound_for
from ui.words import holds, packs, states, things, troubles
from ui.words.commands import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ["en", "zh_CN"]
MOST_WORDS = 6


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(KINDS))
def test_each_outcome_says_something(language: str, kind: OutcomeKind) -> None:
    set_language(language)
    title, what_now = messages.outcome_words(Outcome(kind))
    assert title
    if language == "zh_CN":
        source, _ = rooms.OUTCOMES[kind]
        assert translated("Outcome", source) != source or not re.search("[a-z]{3}", source)
    assert isinstance(what_now, str)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("prompt", list(PROMPTS))
def test_each_prompt_says_something(language: str, prompt: Prompt) -> None:
    set_language(language)
    words = messages.prompt_words(Bar(prompt))
    assert words
    if language == "zh_CN":
        assert re.search("[\u4e00-\u9fff]", words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_command_has_a_label(language: str) -> None:
    set_language(language)
    assert all(messages.command_words(command) for command in Command)


def test_outcomes_use_declared_values_only() -> None:
    for kind, texts in rooms.OUTCOMES.items():
        named = kind.names | ({"remedy"} if "reason" in kind.names else set())
        assert set().union(*map(fields, texts)) <= named, kind


def test_prompts_use_declared_values_only() -> None:
    for prompt, text in [*rooms.PROMPTS.items(), *rooms.PROMPTS_WITHOUT.items()]:
        assert fields(text) <= prompt.names, prompt


def test_the_samples_carry_what_is_declared() -> None:
    """What the other tests of the screens show is what the rules would say."""
    for name, make in SAMPLES.items():
        view = make("en")
        assert set(view.bar.values) <= view.bar.prompt.names, name
        said = view.outcome
        assert said is None or said.kind.fits(said.values), name


COUNTED = {
    "count", "days", "digits", "done", "hours", "left", "length", "lines", "loaded", "minutes",
    "missing", "open", "orders", "parcels", "prints", "seconds", "units", "waiting", "wanted",
}  # fmt: skip
_PLURAL = re.compile(r"\{(\w+)\} (?:[a-z]+s|are|have)\b")
_FORMS = re.compile(r"\{(\w+):([^{}|]+)\|([^{}|]+)\}")


def every_text() -> list[str]:
    pairs = [text for both in rooms.OUTCOMES.values() for text in both]
    tables = (rooms.PROMPTS, rooms.PROMPTS_WITHOUT, rooms.FACTS, rooms.SCREEN)
    return pairs + [text for table in tables for text in table.values()]


def test_no_text_says_one_orders() -> None:
    said = {text for text in every_text() for name in _PLURAL.findall(text) if name in COUNTED}
    assert said == set()


def test_each_plural_has_two_forms_of_a_declared_number() -> None:
    plural = [text for text in every_text() if "|" in text]
    assert len(plural) >= 10
    for text in plural:
        assert all(name in COUNTED and one != many for name, one, many in _FORMS.findall(text))
        assert "|" not in _FORMS.sub("", text), text


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0 of 0 parcels"), (1, "1 of 1 parcel"), (2, "2 of 2 parcels"), ("1", "1 of 1 parcel")],
)
def test_one_is_singular(number: object, words: str) -> None:
    assert messages.words("parcels_of", done=number, wanted=number) == words


def test_a_plural_without_its_number() -> None:
    title, _ = messages.outcome_words(Outcome(Packing.SHIP_PARTLY_ASKED))
    assert title == "? lines are still open"


def test_chinese_has_one_form() -> None:
    set_language("zh_CN")
    assert messages.words("my_day_counts", orders=1, units=1) == "1 单 · 1 件"


def test_every_reason_that_a_reader_gives_has_words() -> None:
    """What is asked is what the readers of files really say, not a list of it."""
    made = {text for name, text in vars(shop_rules).items() if name.isupper() and type(text) is str}
    made |= {shop_rules.shopify_hold(status) for status in ("pending", "refunded", "voided")}
    made |= {PART_LEFT, NOTHING_LEFT, "no goods to ship", "several receivers"}
    for reader in (woocommerce_json, bigcommerce_json):
        made |= {*reader._HOLDS.values(), *reader._ENDED.values()}
    with_a_text = {text.partition("{what}")[0].strip() for text in holds.HOLDS_WITH}
    assert sorted(made - {""} - set(holds.HOLDS) - with_a_text) == []


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("unpaid; no address", "未付款; 没有地址"),
        ("marked HOLD, vip in the shop", "网店标记：HOLD, vip"),
        ('status "wc-odd" in the shop', "网店状态：“wc-odd”"),
        ('no carrier for "Drone {x}"; unpaid', "“Drone {x}”没有对应的承运商; 未付款"),
        (f"{UNREADABLE}: ref: is empty", "最新版本有错误：ref: is empty"),
        (f"{shop_rules.NO_LETTERS} U+0E01", "面单无法打印 U+0E01"),
        ("Ask Ines first", "Ask Ines first"),
        ("", ""),
    ],
)
def test_a_reason_to_wait_is_said_in_the_language_shown(reason: str, words: str) -> None:
    set_language("zh_CN")
    held = Outcome(AtHome.ORDER_ON_HOLD, {"order": "SO-1", "reason": reason})
    assert messages.outcome_words(held)[1] == words
    set_language("en")
    assert messages.outcome_words(held)[1] == reason


def shortest(text: str) -> str:
    return re.sub(r"[=×]", "", _FORMS.sub(r"\2", text))


def test_a_bar_has_at_most_six_words() -> None:
    for prompt, text in rooms.PROMPTS.items():
        assert len(shortest(text).split()) <= MOST_WORDS, prompt
    for kind, (title, _) in rooms.OUTCOMES.items():
        assert len(shortest(title).split()) <= MOST_WORDS, kind


def test_tables_are_complete() -> None:
    assert set(rooms.OUTCOMES) == set(KINDS)
    assert set(rooms.PROMPTS) == set(PROMPTS) == set(rooms.ICONS)
    assert set(COMMANDS) == set(Command) == set(looks.COMMAND_IMAGES)
    assert set(rooms.FACTS) == set(FactKind)
    assert set(states.LABELS) == set(states.LABELS_BRIEF) == set(LabelState)
    assert set(states.STATES) == set(State)
    assert set(states.SUB_STATES) == set(Sub)
    assert set(troubles.TROUBLES) == set(Trouble)
    assert set(troubles.STATES) == set(DeviceState)
    assert set(troubles.KINDS) == set(DeviceKind) == set(looks.DEVICE_IMAGES)
    assert set(troubles.ABILITIES) == set(Ability)
    assert set(troubles.REPRINTS) == set(REPRINTS)
    assert set(devices.PAGES) == set(Page)
    assert set(devices.CHECKS) == set(CheckedPart)
    assert set(devices.VERDICTS) == set(PartVerdict)
    assert set(devices.FAULTS) == set(Fault)
    assert set(devices.PRINTED) == {"", *Proof}
    assert set(looks.SEVERITY_IMAGES) == set(Severity)
    assert all(sound_for(Outcome(kind)) in {None, *TONES} for kind in KINDS)


def test_no_text_belongs_to_two_rooms() -> None:
    for table in ("outcomes", "prompts", "prompts_without", "facts", "screen", "commands_at"):
        keys = [key for room in rooms.ROOMS for key in getattr(room, table)]
        assert sorted(map(str, keys)) == sorted(set(map(str, keys))), table


def test_every_room_is_listed() -> None:
    for file in (ROOT / "ui").glob("*/words.py"):
        module = importlib.import_module(f"ui.{file.parent.name}.words")
        assert module.WORDS in rooms.ROOMS


def test_every_text_that_the_code_asks_for_is_there() -> None:
    """A code that no room has would only be found when somebody comes to that screen."""
    asked = {
        (node.args[0].value, file.name)
        for folder in ("ui", "app/cli")
        for file in (ROOT / folder).rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) == "messages.words"
        and isinstance(node.args[0], ast.Constant)
    }
    assert len(asked) > 60
    assert {one for one in asked if one[0] not in rooms.SCREEN} == set()


def test_every_reason_that_opens_an_exception_has_words() -> None:
    """docs/conflicts.md lists them, and a test of the rules holds that list to the rules."""
    text = (ROOT / "docs" / "conflicts.md").read_text("utf-8").partition("## Every reason")[2]
    firsts = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    reasons = {name for first in firsts for name in re.findall("`([a-z_]+)`", first)}
    assert len(reasons) > 60
    assert reasons - set(exceptions.REASONS) == set()
    assert messages.exception_words("of_a_newer_program") == "of_a_newer_program"


def test_values_are_put_in() -> None:
    wrong = Outcome(Picking.WRONG_BIN, {"bin": "A-05-3", "wanted": "A-04-3"})
    assert messages.outcome_words(wrong) == (
        "WRONG BIN: go to A-04-3",
        "This is A-05-3.",
    )
    asked = Outcome(Anywhere.NOT_HERE, {"code": "T-22", "what": "tote"})
    assert messages.outcome_words(asked)[0] == "That is a tote"


def test_missing_values_never_raise() -> None:
    title, _ = messages.outcome_words(Outcome(Picking.WRONG_BIN))
    assert title == "WRONG BIN: go to ?"


def test_values_with_braces_are_shown_as_they_are() -> None:
    title, _ = messages.outcome_words(Outcome(Anywhere.UNKNOWN_CODE, {"code": "{x}%n"}))
    assert title == "Not known here: {x}%n"


def test_codes_inside_messages_get_words() -> None:
    set_language("zh_CN")
    here = Outcome(Anywhere.NOT_HERE, {"code": "T-22", "what": "tote"})
    assert messages.outcome_words(here)[0] == "这是周转箱"
    asked = Outcome(Anywhere.COMMAND_NOT_HERE, {"command": "DONE"})
    assert "完成" in messages.outcome_words(asked)[0]


def test_unknown_codes_show_themselves() -> None:
    assert messages.fact_words("teleported") == "teleported"
    assert messages.field_words("colour") == "colour"
    assert messages.thing_title("spaceship") == "spaceship"
    assert messages.state_words("LOST", "at_sea") == "LOST · at_sea"
    assert messages.verdict_words("odd") == "odd"


def test_a_prompt_without_its_value_asks_otherwise() -> None:
    assert messages.prompt_words(Bar(PickPrompt.SCAN_TOTE, {"tote": ""})) == "Scan a free tote"
    assert "T-22" in messages.prompt_words(Bar(PickPrompt.SCAN_TOTE, {"tote": "T-22"}))
    assert messages.prompt_words(Bar(LoadPrompt.CLOSE_LOAD, {"missing": 0})).startswith(
        "All loaded"
    )


def test_offline_is_said_with_numbers() -> None:
    link = Link(online=False, waiting=12, since=NOW)
    assert messages.link_words(link, 3) == "Offline 3 min · 12 waiting"
    started_offline = Link(online=False, waiting=12)
    assert messages.link_words(started_offline, 0) == "Offline · 12 waiting"


def test_online_what_waits_is_said_until_nothing_does() -> None:
    assert messages.link_words(Link(online=True, waiting=3), 0) == "Synced · 3 waiting"
    assert messages.link_words(Link(online=True, waiting=0), 0) == "Synced"


@pytest.mark.parametrize(
    ("state", "sub", "words"),
    [
        ("PICKING", "packed", "Packed"),
        ("ORDERED", "on_hold", "On hold"),
        ("DISPATCHED", "manifested", "Dispatched"),
        ("IN_TRANSIT", "manifested", "In transit"),
        ("PICKING", "", "Picking"),
    ],
)
def test_an_order_is_as_far_as_it_is(state: str, sub: str, words: str) -> None:
    assert messages.state_words(state, sub) == words


def test_the_bar_counts_down_to_the_lock() -> None:
    assert messages.words("locks_in", seconds=7) == "Locks in 7 s. Your work is kept."


def test_shipped_is_said_the_trade_s_way() -> None:
    set_language("zh_CN")
    assert messages.state_words("DISPATCHED", "") == "已出库"


# --- packs ----------------------------------------------------------------------------------------

EIGHT = (Pack(PackLevel.INNER, 4), Pack(PackLevel.CASE, 8), Pack(PackLevel.PALLET, 80))


@pytest.mark.parametrize(
    ("units", "english", "chinese"),
    [
        (29, "3 cases + 1 inner + 1", "3 箱 + 1 内盒 + 1 件"),
        (8, "1 case", "1 箱"),
        (168, "2 pallets + 1 case", "2 托 + 1 箱"),
        (3, "", ""),  # the number itself is on the screen
        (0, "", ""),
    ],
)
def test_a_number_as_packs(units: int, english: str, chinese: str) -> None:
    found = split(units, EIGHT)
    assert messages.in_packs_words(found) == english
    set_language("zh_CN")
    assert messages.in_packs_words(found) == chinese
    assert messages.left_words(found) == (f"还差 {chinese}" if chinese else "")


def test_a_scanned_pack_says_its_content() -> None:
    one, three = PackCount(PackLevel.CASE, 1, 12), PackCount(PackLevel.PALLET, 3, 480)
    assert messages.scanned_packs_words(one) == "1 case, 12 units"
    assert messages.scanned_packs_words(three) == "3 pallets, 1440 units"
    set_language("zh_CN")
    assert messages.scanned_packs_words(one) == "1 箱，共 12 件"


def test_both_numbers_of_a_pack_that_is_too_large() -> None:
    said = outcome(Working.PACK_TOO_LARGE, sku="MUG", level="case", count=3, units=36, most=5)
    assert messages.outcome_words(said) == (
        "3 cases = 36, 5 wanted",
        "Open it, and scan single units of MUG.",
    )


def test_every_level_has_words() -> None:
    assert set(packs.COUNTED) == set(PackLevel)
    assert {level.value for level in PACKED} <= set(things.FIELDS)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (-1, "Looks like one Mug is missing."),
        (-12, "Looks like 12 Mug are missing."),
        (12, "Looks like 12 Mug too many."),
        (0, ""),
    ],
)
def test_what_a_wrong_weight_looks_like(count: int, words: str) -> None:
    values: dict[str, str | int] = {"suspect": "MUG", "suspect_name": "Mug", "count": count}
    assert messages.suspect_words(values) == words


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_each_kind_of_place_has_a_name(language: str) -> None:
    set_language(language)
    names = [messages.value_words("kind", kind.value) for kind in BinKind]
    assert len(set(names)) == len(BinKind)
    assert "_" not in "".join(names)
    assert messages.value_words("kind", "of tomorrow") == "of tomorrow"
    assert messages.value_words("stock", "reserve") == "reserve"
