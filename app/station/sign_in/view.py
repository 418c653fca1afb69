"""Signing in, as the screen shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from app.domain.outcome import Outcome
from app.station.views import View


@dataclass(frozen=True)
class SignInView(View):
    """The sign-in or lock screen. staff: digits of the staff number typed so far.

    pin_digits: how many digits of a PIN are typed (never which).
    loading: the site's data have never been pulled, so nobody is known here yet.
    notice: what is said of this bench before anybody tries, None = nothing.
    """

    screen: ClassVar[str] = "sign_in"

    staff: str = ""
    pin_digits: int = 0
    asks_pin: bool = False
    locked: bool = False
    loading: bool = False
    notice: Outcome | None = None

    def details(self) -> dict[str, Any]:
        notice = self.notice.kind.value if self.notice else None
        return {"locked": self.locked, "asks_pin": self.asks_pin, "notice": notice}
