"""Composes what watches the floor and keeps its alarms, with or without a window."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from app.clock import Clock
from app.config import Config
from app.domain.alarms import OpenAlarm
from app.domain.thresholds import AlarmKind
from app.notices.mail import PASSWORD_FILE, PASSWORD_VARIABLE, Mail, Mailbox
from app.notices.webhook import Webhook
from app.overview.duty import Duty, DutyThread
from app.overview.telling import Teller, Way
from app.overview.view import BoardView
from app.overview.watcher import Watcher, WatchThread
from app.paths import Home
from app.secret_file import kept_secret
from app.sync.centre import SqlCentre
from ui.words.alarms import ALARMS, LATE

HOOK_FILE, HOOK_VARIABLE = "webhook.secret", "PACKBENCH_WEBHOOK_SECRET"


class Watch:
    """Looks at the centre, keeps its alarms, and tells of them whoever config.toml names.

    shown: called with each board, on a thread of its own. Raises EnvironmentFault for a secret
    that others can read.
    """

    def __init__(
        self,
        home: Home,
        config: Config,
        centre_url: str,
        clock: Clock,
        shown: Callable[[BoardView], None],
    ) -> None:
        def connect() -> SqlCentre:
            return SqlCentre.open(centre_url, clock)

        self._ended = threading.Event()
        ways = ways_of(home, config, clock, self._ended.wait)
        self._teller = Teller(ways, clock) if ways else None
        self.duty = DutyThread(Duty(connect, clock, self._teller))
        self._watching = WatchThread(Watcher(connect, clock, self.duty), shown)

    def start(self) -> None:
        if self._teller is not None:
            self._teller.start()
        self.duty.start()
        self._watching.start()

    def stop(self) -> bool:
        """True = all that looks at the centre has ended. What is being sent is broken off after a
        while, and is anybody's to send again.
        """
        self._ended.set()
        ended = self._watching.stop()
        if self._teller is not None:
            self._teller.stop()
        return self.duty.stop() and ended


def ways_of(
    home: Home, config: Config, clock: Clock, wait: Callable[[float], bool]
) -> dict[str, Way]:
    """By which alarms leave the house; none where nobody is named."""
    ways: dict[str, Way] = {}
    if config.mail is not None:
        secret = kept_secret(home.root, PASSWORD_FILE, PASSWORD_VARIABLE, os.environ)
        mailbox = Mailbox(config.mail, secret, clock)
        ways["mail"] = lambda due: mailbox.send(mail_of(due, config.site))
    if config.webhook:
        secret = kept_secret(home.root, HOOK_FILE, HOOK_VARIABLE, os.environ)
        webhook = Webhook(config.webhook, secret, wait)
        ways["webhook"] = lambda due: webhook.send(json_of(due, config.site))
    return ways


def mail_of(due: Sequence[OpenAlarm], site: str) -> Mail:
    """One mail for all that is new, however much it is."""
    lines = [sentence(one) for one in due]
    subject = f"Packbench {site}: {lines[0]}"
    if len(lines) > 1:
        subject += f" (and {len(lines) - 1} more)"
    told = []
    for one, line in zip(due, lines, strict=True):
        word = "NOT ACKNOWLEDGED: " if one.escalated else ""
        told.append(f"{word}{line}\n  since {one.since:%Y-%m-%d %H:%M} UTC\n")
    return Mail(subject, "\n".join(told))


def json_of(due: Sequence[OpenAlarm], site: str) -> Mapping[str, object]:
    """The same for a program; its names are a contract."""
    return {"site": site, "alarms": [alarm_json(one) for one in due]}


def alarm_json(one: OpenAlarm) -> dict[str, object]:
    return {
        "id": one.id,
        "kind": one.kind.value,
        "about": one.about,
        "values": dict(one.values),
        "since": one.since.isoformat(),
        "raised_at": one.raised_at.isoformat(),
        "acknowledged_at": _time(one.acknowledged_at),
        "acknowledged_by": one.acknowledged_by,
        "escalated": one.escalated,
        "text": sentence(one),
    }


def _time(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()


class _Told(dict[str, object]):
    """Values for a text; one that is missing is a question mark."""

    def __missing__(self, _name: str) -> str:
        return "?"


def sentence(one: OpenAlarm) -> str:
    """What is wrong, in English."""
    thing, what = ALARMS[one.kind]
    if one.kind is AlarmKind.LATE_TO_CUT_OFF and one.values.get("late"):
        what = LATE
    values = _Told({"about": one.about, **one.values})
    if one.kind is AlarmKind.LATE_TO_CUT_OFF:
        values["time"] = str(values["at"])[:16].replace("T", " ") + " UTC"
    if one.kind is AlarmKind.DEVICE_DOWN:
        values["trouble"] = f"{values['device']}: {values['trouble']}".replace("_", " ")
    return f"{thing}: {what}".format_map(values)
