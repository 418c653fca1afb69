"""What the screen of the last labels asks for."""

from __future__ import annotations

from app.domain.outcome import Prompt


class LabelsPrompt(Prompt):
    """What the screen of the last labels asks for."""

    CHOOSE_LABEL = "choose_label", ("number",)  # as typed so far
