"""The import's own journal and its way to the centre.

An import is a writer like a station: its facts are durable here before the centre hears of them,
and what an earlier run could not send goes first.
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
"""Facts made durable at once."""

_ROUNDS = 5

Sent = Callable[[int, int], None]
"""(facts sent, facts to send)."""


def open_journal(home: Home, centre_url: str) -> StationFile:
    """The import's journal for this centre. Raises AlreadyRunning or StorageFault.

    Another centre has another journal: facts that wait for one must not reach the other.
    """
    name = ORIGIN
    if centre_url != home.centre_url:
        # Without the password, which may change.
        place = re.sub(r"//([^:/@]*):[^@]*@", r"//\1@", centre_url)
        name = f"{ORIGIN}-{hashlib.sha256(place.encode()).hexdigest()[:8]}"
    return StationFile.open(home.origin_file(name), ORIGIN)


def record(file: StationFile, facts: Iterable[NewFact], clock: Clock) -> int:
    """Make the facts durable, chunk by chunk; how many they were. Raises StorageFault."""
    left, count = iter(facts), 0
    while chunk := list(islice(left, CHUNK)):
        file.record(None, chunk, at=clock.now(), reduce_rows=False)
        count += len(chunk)
    return count


class Pusher:
    """Sends a journal's waiting facts; one object per connection."""

    def __init__(self, file: StationFile, centre: SyncPort) -> None:
        self._file = file
        self._centre = centre
        self._hello: Hello | None = None
        self.conflicts = 0

    def push(self, sent: Sent) -> int:
        """Until nothing waits; how many facts were sent.

        Raises CentreAway; what was not sent then waits for the next time.
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
        """Agree on what is at the centre. Raises Fenced where this journal is an old copy."""
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
            self._centre.announce()  # an order that was cancelled may be open at a bench
        return file.meta.acked - first
