"""The view of the sign-in and lock screen."""

from __future__ import annotations

from app.domain import sscc
from app.domain.outcome import Outcome, Values, outcome
from app.station.frame import frame
from app.station.seen import Seen
from app.station.sign_in import trust
from app.station.sign_in.outcome import SigningIn, SignInPrompt
from app.station.sign_in.view import SignInView
from app.station.views import Bar


def sign_in_view(seen: Seen) -> SignInView:
    session = seen.session
    believed = trust.trust_of(seen.journal.kept.now, seen.config, seen.now)
    return SignInView(
        frame=frame(seen, ()),
        bar=_bar(seen),
        outcome=seen.outcome,
        staff=session.staff,
        pin_digits=seen.pin_digits,
        asks_pin=bool(session.asks_pin),
        locked=session.locked,
        loading=seen.world.loading,
        notice=trust.notice(believed, seen.link.behind) or _numbers(seen),
    )


def _numbers(seen: Seen) -> Outcome | None:
    """What is said of the site's parcel numbers before they end; None = nothing.

    The newest block that this bench was given tells how far the site has come.
    """
    config, given = seen.config, seen.journal.kept.now.sscc_end
    used = sscc.used(config.company_prefix, config.sscc_extensions, given)
    if used < sscc.NEARLY_USED:
        return None
    return outcome(SigningIn.NUMBERS_ENDING, percent=int(used * 100))


def _bar(seen: Seen) -> Bar:
    session, world = seen.session, seen.world
    if session.asks_pin:
        asked = world.person(session.asks_pin)
        return Bar(SignInPrompt.ENTER_PIN, {"operator": asked.name if asked else ""})
    if not (session.taking_over or session.locked):
        return Bar(SignInPrompt.SCAN_BADGE)
    person, order = world.person(session.operator), world.order(session.open_order)
    kept: Values = {
        "operator": person.name if person else "",
        "order": order.ref if order else "",
    }
    return Bar(SignInPrompt.TAKE_OVER if session.taking_over else SignInPrompt.LOCKED, kept)
