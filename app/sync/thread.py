"""The thread on which a station's sync runs."""

from __future__ import annotations

import contextlib
import logging
import random
import threading
import uuid

from app.errors import Crashed, EnvironmentFault
from app.sync.news import LinkChanged, Submit
from app.sync.watchdog import Watchdog
from app.sync.worker import SyncSteps

log = logging.getLogger(__name__)

POLL_S = 0.25  # of the embedded centre
REMOTE_POLL_S = 1.5
CALL_S = 20.0  # after this long a call is broken; longer than the server lets a statement run
GRACE_S = 1.0  # how long a call may go on when the program ends
BACKOFF_S = (1.0, 2.0, 5.0)


class SyncThread:
    """Calls the steps until it is stopped; reports once that the centre went or came."""

    def __init__(self, steps: SyncSteps, submit: Submit, *, poll_s: float = POLL_S) -> None:
        """poll_s: how often to look, with jitter; rarely where hints come (`app.sync.wake`)."""
        self._steps = steps
        self._submit = submit
        self._poll_s = poll_s
        self._watchdog: Watchdog | None = None
        self._wake = threading.Event()
        self._ended = threading.Event()
        self._said: LinkChanged | None = None
        self._failures = 0
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def wake(self) -> None:
        """There is something to push or claim."""
        self._wake.set()

    def stop(self, timeout_s: float = 5.0) -> bool:
        """True = it has ended."""
        self._ended.set()
        self._wake.set()
        self._thread.join(GRACE_S)
        if self._thread.is_alive():
            self._steps.abort()  # the next start repeats the call
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        self._watchdog = Watchdog(self._steps.abort, CALL_S)
        while not self._ended.is_set():
            self._wake.wait(self._turn())
            self._wake.clear()
        with contextlib.suppress(EnvironmentFault), self._watchdog.watching():
            self._steps.leave()
        self._steps.disconnect()
        self._watchdog.stop()

    def _turn(self) -> float:
        """Work until there is nothing to do; returns how many seconds to wait then."""
        try:
            while not self._ended.is_set() and self._step():
                pass
        except EnvironmentFault as error:  # also a damaged or an older centre, which is no bug
            self._say(LinkChanged.lost(error))
            self._steps.disconnect()
            self._failures += 1
            return _about(BACKOFF_S[min(self._failures, len(BACKOFF_S)) - 1])
        except Exception:  # the thread's one broad handler: a bug must not end the sync
            report = uuid.uuid4().hex[:6].upper()
            log.exception("report %s: the sync failed", report)
            self._submit(Crashed("sync", report))
            self._steps.disconnect()
            return BACKOFF_S[-1]
        self._failures = 0
        self._say(LinkChanged(online=True))
        return _about(self._poll_s)

    def _step(self) -> bool:
        assert self._watchdog is not None
        with self._watchdog.watching():
            return self._steps.step()

    def _say(self, link: LinkChanged) -> None:
        """Report a change between away, answering and too old; not each reason for being away."""
        said = self._said
        if said is None or (said.online, said.behind) != (link.online, link.behind):
            self._said = link
            log.info("the centre %s", "answers" if link.online else f"is away: {link.reason}")
            self._submit(link)


def _about(seconds: float) -> float:
    """About so many seconds: stations cut off together must not come back together."""
    return seconds * random.uniform(0.75, 1.25)  # noqa: S311  jitter, no secret
