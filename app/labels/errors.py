"""Why a label or a document could not be made. Each message is a sentence for the operator."""

from __future__ import annotations


class LabelError(Exception):
    """No label was made."""


class LabelDataError(LabelError):
    """The data cannot become a label: a wrong check digit, a code that no symbol can carry."""


class LettersMissing(LabelError):
    """A text has letters that no font has. A label without them would name somebody else."""

    def __init__(self, letters: str) -> None:
        super().__init__(f"No font has these letters: {letters}")
        self.letters = letters


class LabelDoesNotFit(LabelError):
    """A text is too long for its place even in the smallest legible size."""


class LabelNotProven(LabelError):
    """The finished image does not decode to exactly the codes it must carry."""
