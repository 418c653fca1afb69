"""The words of every answer, prompt and state: English sources, marked for the translator.

Here are the words that screens share; those of one screen stand beside it (`ui/pick/words.py`).
`ui.rooms` puts them together. `QT_TRANSLATE_NOOP` is spelled out at each text because the
extractor knows it by that name only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.commands import Command
from app.domain.facts import FactKind
from app.domain.outcome import OutcomeKind, Prompt


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a text for extraction; Qt's own function does the same but is typed as object."""
    del context
    return text


@dataclass(frozen=True)
class Words:
    """What one room has to say, and the shapes that go with it.

    outcomes: a title of at most six words, and what to do now ("" where the prompt says it).
    prompts: at most six words. prompts_without: other words, for a prompt whose value is empty.
    facts: lines of a timeline. screen: texts that stand on the screen, by their code.
    commands_at: what a command does at a place where its plain word would mislead.
    icons: shapes of prompts; those that are not named get the bar code.
    icons_at: shapes of commands that mean something else at a place.
    whole: answers that say that a whole thing is done; only they turn the bar green.
    """

    outcomes: Mapping[OutcomeKind, tuple[str, str]] = field(default_factory=dict)
    prompts: Mapping[Prompt, str] = field(default_factory=dict)
    prompts_without: Mapping[Prompt, str] = field(default_factory=dict)
    facts: Mapping[FactKind, str] = field(default_factory=dict)
    screen: Mapping[str, str] = field(default_factory=dict)
    commands_at: Mapping[str, Mapping[Command, str]] = field(default_factory=dict)
    icons: Mapping[Prompt, str] = field(default_factory=dict)
    icons_at: Mapping[str, Mapping[Command, str]] = field(default_factory=dict)
    whole: frozenset[OutcomeKind] = frozenset()
