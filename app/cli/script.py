"""The plain-text language of station scripts: one input a line.

    scan CODE           a scan; \\x1d or <GS> stands for the GS1 separator, \\xHH for any byte
    again               the scanner bounces: the last code once more, 40 ms later
    press COMMAND       a button, by its name or barcode word: OK UNDO SHORT BOX PRINT 0..9 ...
    touch KIND ID       a finger on a row of a list, such as `touch order shop:SO-1`
    weigh GRAMS         a stable weight
    wait SECONDS        time passes (nothing sleeps)
    offline / online    the centre is out of reach / back
    language en|zh_CN   the language button

`$name` stands for a value of the last view: $sscc, $bin, $sku, $barcode, $tote, $order, $load ...
A line may begin with `@TICKET `: an input with the same ticket is handled once only, however often
it is sent; the first answer is given again. After ` -> ` a line may say what it expects:
the outcome's kind, then name=value pairs looked up in the outcome's values and the view.
Comments begin with #, at the start of a line or after blanks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.domain.commands import Command, from_name

VERBS = ("scan", "again", "press", "touch", "weigh", "wait", "offline", "online", "language")
_COMMENT = re.compile(r"(^|\s+)#(\s.*|$)")
_ESCAPE = re.compile(r"\\x([0-9a-fA-F]{2})")
_NAME = re.compile(r"\$([a-z_]+)")


class ScriptError(Exception):
    """A line that is no input; the text says why."""


@dataclass(frozen=True)
class ScriptLine:
    """One input. expected: kind and pairs after "->", None = nothing is expected."""

    verb: str
    argument: str
    ticket: str = ""
    expected: tuple[str, tuple[tuple[str, str], ...]] | None = None

    @property
    def text(self) -> str:
        return f"{self.verb} {self.argument}".strip()


def parse(text: str) -> ScriptLine | None:
    """One line of a script; None = blank or comment. Raises ScriptError."""
    text = _COMMENT.sub("", text.rstrip("\r\n")).strip()
    if not text:
        return None
    text, arrow, wanted = text.partition(" -> ")
    ticket = ""
    if text.startswith("@"):
        ticket, _, text = text[1:].partition(" ")
    verb, _, argument = text.strip().partition(" ")
    verb, argument = verb.lower(), argument.strip()
    if verb not in VERBS:
        raise ScriptError(f"“{verb}” is no input. Known: {', '.join(VERBS)}.")
    _check(verb, argument)
    return ScriptLine(verb, argument, ticket, _expected(wanted) if arrow else None)


def _check(verb: str, argument: str) -> None:
    if verb == "scan" and not argument:
        raise ScriptError("scan needs a code.")
    if verb == "press" and from_name(argument) is None:
        names = ", ".join(command.name for command in Command)
        raise ScriptError(f"“{argument}” is no command. Known: {names}.")
    if verb == "touch" and " " not in argument:
        raise ScriptError("touch needs a kind of row and its id.")
    if verb == "weigh" and not argument.isdigit():
        raise ScriptError("weigh needs whole grams.")
    if verb == "wait" and not re.fullmatch(r"\d+(\.\d+)?", argument):
        raise ScriptError("wait needs seconds.")
    if verb == "language" and argument not in {"en", "zh_CN"}:
        raise ScriptError("language needs en or zh_CN.")


def _expected(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    kind, *pairs = text.split()
    found = []
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise ScriptError(f"“{pair}” is no name=value.")
        found.append((name, value))
    return kind, tuple(found)


def code_of(argument: str, view: Mapping[str, Any]) -> str:
    """The code a scan means: separators spelled out, names of the view replaced."""
    text = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), argument.replace("<GS>", "\x1d"))

    def value(match: re.Match[str]) -> str:
        found = view.get(match[1])
        if found in {None, ""}:
            raise ScriptError(f"The view has no {match[1]} now.")
        return str(found)

    return _NAME.sub(value, text)


def differs(line: ScriptLine, outcome: Mapping[str, Any] | None, view: Mapping[str, Any]) -> str:
    """What is not as expected; "" where all is, or nothing was expected."""
    if line.expected is None:
        return ""
    kind, pairs = line.expected
    got = str(outcome["kind"]) if outcome else "-"
    if kind != got:
        return f"expected {kind}, got {got}"
    values = {**view, **(outcome["values"] if outcome else {})}
    for name, value in pairs:
        found = values.get(name, "(none)")
        if str(found) != value.replace("_", " ") and str(found) != value:
            return f"expected {name}={value}, got {found}"
    return ""
