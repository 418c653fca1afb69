"""The journal of imports, and how its facts are sent to the centre.

An import is an origin of facts, as a station is. Its facts are durable in the journal before they
are sent. What an earlier run could not send is sent first.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import islice

from app.clock import Clock
from app.domain.facts import NewFact
from app.domain.reduce import RULES_VERSION
from app.errors import EnvironmentFault
from app.paths import Home
from app.store.station.file import StationFile
from app.sync.port import PUSH_BATCH, Fenced, Gap, Hello, StaleEpoch, SyncPort

ORIGIN = "import"
CHUNK = 500
"""How many facts are made durable in one transaction."""

_ROUNDS = 5

Sent = Callable[[int, int], None]
"""(facts sent, facts to send)."""


def open_journal(home: Home, centre_url: str) -> StationFile:
    """The import's journal for this centre. Raises AlreadyRunning or StorageFault.

    Each centre has a journal of its own: facts that wait for one must not be sent to another.
    """
    name = ORIGIN
    if centre_url != home.centre_url:
        # The name is made without the password, which may change.
        place = re.sub(r"//([^:/@]*):[^@]*@", r"//\1@", centre_url)
        name = f"{ORIGIN}-{hashlib.sha256(place.encode()).hexdigest()[:8]}"
    return StationFile.open(home.origin_file(name), ORIGIN)


def record(file: StationFile, facts: Iterable[NewFact], clock: Clock, *, operator: str = "") -> int:
    """Make the facts durable, CHUNK by CHUNK; returns how many. Raises StorageFault.

    operator: who says them, "" = a file does.
    """
    left, count = iter(facts), 0
    while chunk := list(islice(left, CHUNK)):
        file.record(None, chunk, at=clock.now(), operator=operator, reduce_rows=False)
        count += len(chunk)
    return count


class Pusher:
    """Sends the waiting facts of a journal over one connection.

    conflicts: how many of the facts the centre keeps for a person to look at.
    """

    def __init__(self, file: StationFile, centre: SyncPort) -> None:
        self._file = file
        self._centre = centre
        self._hello: Hello | None = None
        self.conflicts = 0

    def push(self, sent: Sent) -> int:
        """Send all facts that wait; returns how many. sent: is called after each batch.

        Raises CentreAway; what was not sent is sent next time.
        """
        for _ in range(_ROUNDS):
            try:
                return self._push_all(self._hello or self._say_hello(), sent)
            except (StaleEpoch, Gap, Fenced):
                self._hello = None
        raise EnvironmentFault(
            "The centre does not accept the journal of this import. Call your administrator."
        )

    def _say_hello(self) -> Hello:
        """Learn which of our facts the centre has. Raises Fenced if this journal is an old copy."""
        file = self._file
        hello = self._centre.hello(
            ORIGIN, file.meta.incarnation, start=file.meta.start, wants_sscc=False
        )
        if hello.rules_version > RULES_VERSION:
            raise EnvironmentFault("The centre was made by a newer Packbench. Update this program.")
        last = file.history.facts_after(hello.last_seq - 1, 1) if hello.last_event else ()
        if hello.last_event and (not last or last[0].event_id != hello.last_event):
            file.new_incarnation()
            raise Fenced
        file.keep(replace(file.meta, epoch=hello.epoch, acked=hello.last_seq))
        self._hello = hello
        return hello

    def _push_all(self, hello: Hello, sent: Sent) -> int:
        file = self._file
        first, total = file.meta.acked, file.waiting
        while facts := file.history.facts_after(file.meta.acked, PUSH_BATCH):
            done = self._centre.push(ORIGIN, file.meta.incarnation, hello.epoch, facts)
            file.keep(replace(file.meta, acked=done.last_seq))
            self.conflicts += len(done.conflicts)
            sent(done.last_seq - first, total)
        if file.meta.acked > first:
            self._centre.announce()  # benches pull at once: a cancelled order may be open at one
        return file.meta.acked - first
