"""The words of every answer, prompt and state: English sources, marked for the translator.

`QT_TRANSLATE_NOOP` is spelled out at each text because the extractor knows it by that name only.
"""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a text for extraction; Qt's own function does the same but is typed as object."""
    del context
    return text
