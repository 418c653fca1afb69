"""The closed sets of answers and prompts: complete, of one text each, and each really used."""

from __future__ import annotations

import ast
import importlib
from functools import cache
from pathlib import Path

import pytest

from app.domain.outcome import Outcome, OutcomeKind, Prompt, Severity, outcome
from app.domain.outcome_anywhere import Anywhere
from app.domain.outcome_work import Working
from app.domain.pack.outcome import Packing
from app.domain.pick.outcome import Picking
from app.domain.weighing.outcome import Weighing
from app.station.outcomes import KINDS, PROMPTS

ROOT = Path(__file__).resolve().parents[3]


def enum_files() -> list[Path]:
    return [file for file in (ROOT / "app").rglob("outcome*.py") if file.stem != "outcomes"]


def test_every_enum_is_listed() -> None:
    for file in enum_files():
        importlib.import_module(".".join(file.relative_to(ROOT).with_suffix("").parts))
    assert set(OutcomeKind.__subclasses__()) == {type(kind) for kind in KINDS}
    assert set(Prompt.__subclasses__()) == {type(prompt) for prompt in PROMPTS}


@pytest.mark.parametrize("listed", [KINDS, PROMPTS], ids=["outcomes", "prompts"])
def test_a_text_means_one_thing(listed: tuple[OutcomeKind | Prompt, ...]) -> None:
    members = [name for room in {type(one) for one in listed} for name in room.__members__]
    assert len({one.value for one in listed}) == len(listed) == len(members)
    assert all(one.value == one.name.lower() for one in listed)


@cache
def mentioned() -> frozenset[tuple[str, str]]:
    """(enum, member) wherever the program but for these enums and the screens names one."""
    files = set((ROOT / "app").rglob("*.py")) - set(enum_files())
    return frozenset(
        (node.value.id, node.attr)
        for file in files
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    )


def test_each_answer_and_each_prompt_is_given_somewhere() -> None:
    unused = [
        one for one in (*KINDS, *PROMPTS) if (type(one).__name__, one.name) not in mentioned()
    ]
    assert unused == []


def test_every_answer_has_a_severity() -> None:
    assert {kind.severity for kind in KINDS} == set(Severity)
    for kind in KINDS:
        accepted = kind.severity in {Severity.GOOD, Severity.DONE, Severity.INFO}
        assert Outcome(kind).accepted is accepted


@pytest.mark.parametrize(
    "kind", [Anywhere.CRASHED, Anywhere.NOT_STORED, Packing.WRONG_LABEL, Working.ORDER_CANCELLED]
)
def test_what_stops_the_work(kind: OutcomeKind) -> None:
    assert kind.severity is Severity.STOP


def test_an_answer_carries_the_values_its_kind_declares() -> None:
    assert outcome(Picking.WRONG_BIN, bin="A", wanted="B").values == {"bin": "A", "wanted": "B"}
    for values in ({"bin": "A"}, {"bin": "A", "wanted": "B", "sku": "C"}, {}):
        with pytest.raises(AssertionError, match="WRONG_BIN"):
            outcome(Picking.WRONG_BIN, **values)


def test_a_value_may_be_absent_where_it_is_declared_so() -> None:
    assert Anywhere.UNREADABLE.fits({"code"})
    assert Anywhere.UNREADABLE.fits({"code", "length"})
    assert not Anywhere.UNREADABLE.fits({"length"})
    assert not Weighing.WEIGHT_NOTED.fits({"grams", "length"})
