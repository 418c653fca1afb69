"""The gate: whether this bench, away from its centre for so long, still lets people in.

The station's file keeps two times by the bench's own clock: `contact`, when the centre last
answered, and `latest`, the largest time seen since. Each is written about once an hour at most.
"""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import datetime, timedelta

from app.config import Config
from app.domain.bench.trust import Standing, Trust, judge
from app.domain.outcome import Outcome, outcome
from app.errors import Behind, StorageFault
from app.station.session import Session
from app.station.sign_in.outcome import SigningIn
from app.station.turn import Turn, say
from app.store.station.file import StationFile
from app.store.station.meta import Meta

APART = timedelta(hours=1)
LATE = APART + timedelta(minutes=5)  # by then an answer would have been noted


def answered(meta: Meta, at: datetime) -> Meta:
    """The centre answered at this time; it also sets right a clock that had run ahead."""
    if any(time is None or abs(at - time) >= APART for time in (meta.contact, meta.latest)):
        return replace(meta, contact=at, latest=at)
    return meta


def keep_time(file: StationFile, now: datetime) -> None:
    """Note that time passes; called every second. The first call in a new file begins to count."""
    meta = file.meta
    if meta.latest is not None and now - meta.latest < LATE:
        return
    with contextlib.suppress(StorageFault):  # tried again a second later
        file.keep(replace(meta, latest=now, contact=meta.contact or now))


def trust_of(meta: Meta, config: Config, now: datetime) -> Trust:
    limit = timedelta(days=config.offline_sign_in_days)
    return judge(meta.contact, meta.latest or now, now, limit)


def admitted(before: Session, turn: Turn, meta: Meta, config: Config, now: datetime) -> Turn:
    """The turn, or a refusal if somebody comes in by it who must not.

    Every way in leads through here: badge, PIN, take-over, another badge at home or at open work
    that only a permitted person may answer. A refusal
    changes nothing else: the person at work stays at work.
    """
    wanted = _comes_in(before, turn.session)
    if not wanted:
        return turn
    trust = trust_of(meta, config, now)
    own = before.locked and wanted == before.operator
    if trust.anybody or (own and trust.own):
        return turn
    return say(replace(before, staff="", asks_pin="", taking_over=""), _refusal(trust))


def _comes_in(before: Session, after: Session) -> str:
    """Who comes in by this turn, answers at this bench, or is asked for a PIN or a second scan.

    "" = nobody.
    """
    for new, old in (
        (after.asks_pin, before.asks_pin),
        (after.taking_over, before.taking_over),
        (after.vouched_by, before.vouched_by),
    ):
        if new and new != old:
            return new
    unlocked = before.locked and not after.locked
    return after.operator if unlocked or after.operator != before.operator else ""


_CENTRE_UNUSED = {
    Behind.PROGRAM: SigningIn.PROGRAM_OUTDATED,
    Behind.CENTRE: SigningIn.CENTRE_OUTDATED,
    Behind.LOGIN: SigningIn.LOGIN_REFUSED,
}


def notice(trust: Trust, behind: Behind | None) -> Outcome | None:
    """What the sign-in screen says of this bench before anybody tries; None = nothing."""
    if not trust.anybody:
        return _refusal(trust)
    if trust.standing is Standing.ENDING:
        return outcome(SigningIn.SIGN_IN_ENDING, days=trust.days, hours=trust.hours)
    return outcome(_CENTRE_UNUSED[behind]) if behind else None


def _refusal(trust: Trust) -> Outcome:
    if trust.standing is Standing.CLOCK_BACK:
        return outcome(SigningIn.CLOCK_BACK)
    return outcome(SigningIn.OFFLINE_TOO_LONG, days=trust.days)
