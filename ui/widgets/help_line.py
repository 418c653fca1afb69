"""The line that says who waits for help (main thread)."""

from __future__ import annotations

from collections.abc import Sequence

from app.station.views import HelpCall
from ui import messages
from ui.theme import Theme
from ui.widgets.strip import Strip


class HelpLine(Strip):
    """Amber, and there only while somebody waits. Calls that have no room are counted."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "help_line", "body", lines=2 if theme.handheld else 1)
        self._room = 1 if theme.handheld else 2
        self.setFixedHeight(theme.px(54 if theme.handheld else 52))
        self.hide()

    def show_calls(self, calls: Sequence[HelpCall], station: str) -> None:
        """station: this bench, whose own call is only confirmed."""
        said = [_words(call, here=call.station == station) for call in calls]
        if len(said) > self._room:
            said[self._room :] = [f"+{len(said) - self._room}"]
        self.say(" · ".join(said), image="life-buoy", tone="warn")
        self.setVisible(bool(said))


def _words(call: HelpCall, *, here: bool) -> str:
    if here:
        return messages.words("help_here")
    who = call.operator
    if call.order:
        who = messages.words("help_order", name=who, order=call.order)
    return messages.words("help_at", station=call.station, who=who)
