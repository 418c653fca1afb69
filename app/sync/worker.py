"""The sync of one station: small steps, each derived from what the file and the centre hold.

`SyncSteps.step` does at most one exchange with the centre and reports it as a message. A thread
calls it (`app.sync.thread`), or a script does, one step after the other.
"""

from __future__ import annotations

import contextlib
import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import takewhile

from app.clock import Clock
from app.domain.facts import Kind
from app.domain.rows.claims import let_go
from app.domain.rows.tasks import is_task
from app.store.station.reader import StationReader, SyncState
from app.store.station.values import IndexedRow, StoredRow, indexed
from app.sync import versions
from app.sync.mixing import MixUps
from app.sync.news import (
    CentreAnswered,
    ClaimRefused,
    ClaimsEnd,
    ClaimsHeld,
    FactsPushed,
    HelloSaid,
    RowsPulled,
    Submit,
)
from app.sync.port import PUSH_BATCH, Fenced, Gap, Hello, Pulled, StaleEpoch, SyncPort

log = logging.getLogger(__name__)

PAGE = 100
SSCC_LOW = 200
RENEW = timedelta(minutes=5)
TELL = timedelta(hours=1)
REFRESH = timedelta(days=1)  # a full pull each day: finished rows leave a station's file


class SyncSteps:
    """connect: opens the centre; raises CentreAway. reserve: how many orders to hold claimed."""

    def __init__(
        self,
        connect: Callable[[], SyncPort],
        reader: StationReader,
        origin: str,
        submit: Submit,
        clock: Clock,
        *,
        reserve: int,
    ) -> None:
        self._connect = connect
        self._reader = reader
        self._origin = origin
        self._submit = submit
        self._clock = clock
        self._reserve = reserve
        self._greeted: datetime | None = None  # when hello was said last
        self._claims_due = True
        self._renewed: datetime | None = None
        self._port: SyncPort | None = None
        self._hello: Hello | None = None
        self._pushed = 0
        self._cursor: str | None = None
        self._pulled: Pulled | None = None  # where the last pull came to
        self._announce_due = False
        self._told: datetime | None = None  # when the engine last heard that the centre answers
        # The order that is open. One that was open before needs no claim any more.
        self._wish: deque[str] = deque(maxlen=1)
        self._refused = ""  # another station has the order that is wished for, and was asked for it
        self._given: deque[str] = deque()  # claimed orders that the engine does not need
        self._mix_ups = MixUps(reader, origin, submit, clock)
        self._standing = ""
        self._stood: tuple[str, datetime] | None = None  # what the centre was told last, and when

    def wish(self, order: str) -> None:
        """The engine has opened an order and wants it for this station alone; any thread."""
        self._wish.append(order)

    def give_back(self, order: str) -> None:
        """The engine does not need this claimed order; any thread."""
        self._given.append(order)

    def stand(self, text: str) -> None:
        """How the station stands now; any thread. The centre is told once it can be."""
        self._standing = text

    def step(self) -> bool:
        """One exchange; True = there may be more to do at once. Raises CentreAway."""
        if self._greeted is not None and abs(self._clock.now() - self._greeted) >= REFRESH:
            self._forget()
        if self._port is None:
            self._port = self._connect()  # known before its first call: `abort` reaches it
            self._port.prepare()
        port, state = self._port, self._reader.state()
        try:
            if self._hello is None:
                return self._say_hello(port, state)
            if state.epoch != self._hello.epoch:
                return False  # the engine has not yet written what hello said
            versions.demand(self._hello)
            return self._exchange(port, state)
        except StaleEpoch:
            self._forget()
            return True
        except (Gap, Fenced):
            log.warning("the centre and this station disagree on what was sent; saying hello again")
            self._forget()
            return True

    def _exchange(self, port: SyncPort, state: SyncState) -> bool:
        asked = self._clock.now()
        if self._push(port, state):
            return True
        self._announce(port)
        pulled = self._pull(port, state)
        # Claim even when rows arrived: on a busy site every pull brings rows, and claims would
        # never be sent.
        if self._claim(port, state) or pulled:
            return True
        self._stand(port)
        self._mix_ups.step(port)
        self._answered(asked)
        return False

    def _stand(self, port: SyncPort) -> None:
        """Tell how the station stands: when that has changed, and to say that it is there."""
        text, now = self._standing, self._clock.now()
        told = self._stood
        if told is None or told[0] != text or abs(now - told[1]) >= RENEW:
            port.stand(self._origin, text)
            self._stood = (text, now)

    def _answered(self, asked: datetime) -> None:
        """asked: the time before the call. A machine that slept for weeks may read an old answer
        when it wakes; the time after the call would make it look new.
        """
        if self._told is None or abs(asked - self._told) >= TELL:
            self._told = asked
            self._submit(CentreAnswered(asked))

    def _forget(self) -> None:
        self._hello, self._cursor, self._pushed, self._told = None, None, 0, None
        self._greeted, self._pulled, self._stood = None, None, None
        self._mix_ups.forget()

    def abort(self) -> None:
        """Break a call that does not end; from any thread."""
        port = self._port
        if port is not None:
            port.abort()

    def leave(self) -> None:
        """The program ends: give back the orders nobody has begun here. Raises CentreAway.

        Gives nothing back while facts are unsent: one of them may say that an order was begun.
        """
        state = self._reader.state()
        if self._port is not None and self._hello is not None and state.waiting == 0:
            # The answer may be lost. No claim is believed in then that others may have by now.
            self._submit(ClaimsHeld({}, frozenset()))
            self._port.release(self._origin)
            self._port.announce()
            self._submit(self._held(self._port, renew=False))

    def disconnect(self) -> None:
        """Drop the connection; the next step starts with hello."""
        if self._port is not None:
            self._port.close()
        self._port = None
        self._forget()

    def _say_hello(self, port: SyncPort, state: SyncState) -> bool:
        hello = port.hello(
            self._origin,
            state.incarnation,
            start=state.start,
            wants_sscc=state.sscc_left < SSCC_LOW,
        )
        self._greeted = self._clock.now()
        known = self._reader.event_at(hello.last_seq)
        if hello.last_event and known != hello.last_event:
            self._submit(HelloSaid(hello, forked=True))
            return False  # the engine takes a new incarnation first
        if hello.epoch != state.epoch:
            hello = self._with_older_lives(port, state, hello)
        self._hello = hello
        # A centre that forgot facts of ours has forgotten other rows, too. The engine clears the
        # cursor in the file later; until then this one counts.
        if abs(hello.server_time - state.refreshed) >= REFRESH or hello.last_seq < state.acked:
            self._cursor = ""
        self._submit(HelloSaid(hello, forked=False))
        return True

    def _with_older_lives(self, port: SyncPort, state: SyncState, hello: Hello) -> Hello:
        """A restored centre may have forgotten facts of this file's earlier incarnations, too. The
        pushing begins again at the first fact that is missing of any incarnation.
        """
        for life in self._reader.lives():
            if life.incarnation == state.incarnation:
                continue
            older = port.hello(
                self._origin, life.incarnation, start=life.first - 1, wants_sscc=False
            )
            if older.last_seq < life.last:
                return replace(hello, last_seq=min(older.last_seq, hello.last_seq))
        return hello

    def _push(self, port: SyncPort, state: SyncState) -> bool:
        assert self._hello is not None
        # The engine may not yet have written how far the last push came.
        facts = self._reader.facts_after(max(self._pushed, state.acked), PUSH_BATCH)
        if not facts:
            return False
        # One batch holds facts of one incarnation: the centre counts each incarnation apart.
        life = facts[0].incarnation
        facts = tuple(takewhile(lambda fact: fact.incarnation == life, facts))
        ended = let_go(facts) & state.reserved
        if ended:
            self._submit(ClaimsEnd(ended))
        done = port.push(self._origin, life, self._hello.epoch, facts)
        if done.last_seq < facts[-1].seq:
            raise Gap
        self._pushed = facts[-1].seq
        self._announce_due = True
        self._submit(FactsPushed(facts[-1].seq))
        return True

    def _announce(self, port: SyncPort) -> None:
        """Once for all pushes in a row."""
        if self._announce_due:
            self._announce_due = False
            port.announce()

    def _pull(self, port: SyncPort, state: SyncState) -> bool:
        assert self._hello is not None
        cursor = state.cursor if self._cursor is None else self._cursor
        pulled = port.pull(self._origin, state.incarnation, self._hello.epoch, cursor)
        if pulled == self._pulled:
            return False
        self._pulled, self._cursor = replace(pulled, rows=(), full=False), pulled.cursor
        self._claims_due |= any(row.kind == Kind.ORDER.value for row in pulled.rows)
        rows = list(_readable(pulled.rows))
        starts = range(0, max(1, len(rows)), PAGE)
        for start in starts:
            self._submit(
                RowsPulled(
                    tuple(rows[start : start + PAGE]),
                    last=start == starts[-1],
                    full=pulled.full,
                    refreshed=self._hello.server_time if pulled.full else None,
                    cursor=pulled.cursor,
                    applied=pulled.applied,
                )
            )
        return True

    def _claim(self, port: SyncPort, state: SyncState) -> bool:
        if self._given:
            port.give_back(self._origin, self._given[0])
            self._given.popleft()
            self._announce_due = True
            return True
        if self._wish:
            return self._claim_wish(port, self._wish[0])
        if self._refused and self._claims_due:  # the news may be that its holder gave it back
            claim = port.claim(self._origin, order=self._refused)
            if not claim.holder:
                self._refused = ""
        return self._refill(port, state)

    def _claim_wish(self, port: SyncPort, wish: str) -> bool:
        claim = port.claim(self._origin, order=wish)
        with contextlib.suppress(ValueError):  # another wish has taken its place meanwhile
            self._wish.remove(wish)
        self._refused = wish if claim.holder else ""
        if claim.granted:
            self._submit(self._held(port, renew=False))
        elif claim.holder:
            self._announce_due = True
            self._submit(ClaimRefused(wish, claim.holder))
        return True

    def _held(self, port: SyncPort, *, renew: bool) -> ClaimsHeld:
        held = port.claims(self._origin, renew=renew)
        return ClaimsHeld(held.until, held.wanted, held.pins)

    def _refill(self, port: SyncPort, state: SyncState) -> bool:
        """Fill the reserve of claimed orders when orders have come; renew leases in time."""
        now = self._clock.now()
        renew = self._renewed is None or abs(now - self._renewed) > RENEW
        if not (self._claims_due or renew):
            return False
        self._claims_due = False
        if renew:
            self._renewed = now
        held = port.claims(self._origin, renew=renew)
        until, pins = held.until, held.pins
        orders = sum(not is_task(name) for name in until)
        if orders < self._reserve:
            more = port.claim(self._origin, count=self._reserve - orders)
            until = until | more.granted
            pins = pins | {name: one.pins for name, one in more.promised.items()}
        if until.keys() != state.reserved or pins != state.pins or held.wanted:
            self._submit(ClaimsHeld(until, held.wanted, pins))
        return False


def _readable(rows: Iterable[StoredRow]) -> Iterator[IndexedRow]:
    """Leave damaged rows out: one of them must not keep all others from a bench. `packbench db
    verify` names them to the administrator.
    """
    for row in rows:
        try:
            yield indexed(row)
        except (KeyError, ValueError, TypeError, AttributeError):
            log.warning("the centre's row %s/%s cannot be read", row.kind, row.id)
