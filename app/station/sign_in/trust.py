"""Whether this bench still lets people in: what is kept of the centre's last answer, and the gate.

Kept in the station's file by the bench's own clock: `contact`, when the centre answered, and
`latest`, the largest time seen since. Each is written about once an hour at most.
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

APART = timedelta(hours=1)
LATE = APART + timedelta(minutes=5)  # by then an answer would have been noted


def answered(file: StationFile, at: datetime) -> None:
    """The centre answered at this time; it also sets right a clock that had run ahead."""
    known = (_time(file, "contact"), _time(file, "latest"))
    if any(time is None or abs(at - time) >= APART for time in known):
        file.set(contact=at.isoformat(), latest=at.isoformat())


def keep_time(file: StationFile, now: datetime) -> None:
    """Called every second. A file that never noted an answer begins to count here."""
    latest = _time(file, "latest")
    if latest is not None and now - latest < LATE:
        return
    values = {"latest": now.isoformat()}
    if not file.get("contact"):
        values["contact"] = now.isoformat()
    with contextlib.suppress(StorageFault):  # tried again a second later
        file.set(**values)


def trust_of(file: StationFile, config: Config, now: datetime) -> Trust:
    limit = timedelta(days=config.offline_sign_in_days)
    return judge(_time(file, "contact"), _time(file, "latest") or now, now, limit)


def _time(file: StationFile, key: str) -> datetime | None:
    text = file.get(key)
    return datetime.fromisoformat(text) if text else None


def admitted(before: Session, turn: Turn, file: StationFile, config: Config, now: datetime) -> Turn:
    """The gate behind every way in: badge, PIN, take-over, another badge at home.

    Who is turned away changes nothing: a person at work stays at work.
    """
    wanted = _comes_in(before, turn.session)
    if not wanted:
        return turn
    trust = trust_of(file, config, now)
    own = before.locked and wanted == before.operator
    if trust.anybody or (own and trust.own):
        return turn
    return say(replace(before, staff="", asks_pin="", taking_over=""), _refusal(trust))


def _comes_in(before: Session, after: Session) -> str:
    """Who gets to work by this turn or is asked for a PIN or a second scan; "" nobody."""
    for new, old in ((after.asks_pin, before.asks_pin), (after.taking_over, before.taking_over)):
        if new and new != old:
            return new
    unlocked = before.locked and not after.locked
    return after.operator if unlocked or after.operator != before.operator else ""


def notice(trust: Trust, behind: Behind | None) -> Outcome | None:
    """What the sign-in screen has to say of this bench before anybody tries."""
    if not trust.anybody:
        return _refusal(trust)
    if trust.standing is Standing.ENDING:
        return outcome(SigningIn.SIGN_IN_ENDING, days=trust.days, hours=trust.hours)
    if behind is Behind.PROGRAM:
        return outcome(SigningIn.PROGRAM_OUTDATED)
    return outcome(SigningIn.CENTRE_OUTDATED) if behind is Behind.CENTRE else None


def _refusal(trust: Trust) -> Outcome:
    if trust.standing is Standing.CLOCK_BACK:
        return outcome(SigningIn.CLOCK_BACK)
    return outcome(SigningIn.OFFLINE_TOO_LONG, days=trust.days)
