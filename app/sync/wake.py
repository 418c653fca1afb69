"""Hears at once that something changed at a PostgreSQL centre.

A hint says only that something changed. The pull finds what it was, and a poll finds changes whose
hint was lost.
"""

from __future__ import annotations

import logging
import threading
import weakref
from collections.abc import Callable
from typing import Any

import psycopg
import sqlalchemy as sa

from app.store.database import break_connections, connect_arguments

log = logging.getLogger(__name__)
CHANNEL = "packbench"
_LOOK_S = 1.0
_RETRY_S = 5.0
_APART_S = 0.25
_TURN = sa.text("SELECT pg_try_advisory_lock(7261311)")
_GATHER = sa.text("SELECT pg_sleep(0.05), pg_advisory_unlock(7261311)")


def announce(engine: sa.Engine) -> None:
    """Give the other stations a hint, after the commit and in statements of its own: inside a push
    it would cost most of the push rate.

    One hint is enough for everything that was committed before it. A station that comes while
    another one is about to give a hint leaves it to that one: 200 stations that each woke 200 took
    a core of the server.
    """
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as db:
        if db.execute(_TURN).scalar_one():
            db.execute(_GATHER)  # gives up the turn before the hint: who comes later gives another
            db.exec_driver_sql(f"NOTIFY {CHANNEL}")


class Listener:
    """url: of the centre, as for `open_centre`. wake: called from the listener's thread."""

    def __init__(self, url: str, wake: Callable[[], None]) -> None:
        self._url = sa.make_url(url)
        self._wake = wake
        self._ended = threading.Event()
        self._open: weakref.WeakSet[Any] = weakref.WeakSet()
        self._thread = threading.Thread(target=self._run, name="listener", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self, timeout_s: float = 5.0) -> bool:
        """True = it has ended."""
        self._ended.set()
        break_connections(self._open)  # the thread may wait on a line that swallows everything
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while not self._ended.is_set():
            try:
                self._listen()
            except psycopg.Error as error:
                # Not shown to the operator: the sync finds out by itself. Without hints the station
                # polls, and learns of changes a little later.
                log.info("no hints from the centre: %s", type(error).__name__)
                self._ended.wait(_RETRY_S)

    def _listen(self) -> None:
        words = self._url.set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(words, autocommit=True, **connect_arguments()) as db:
            self._open.add(db)
            db.execute(f"LISTEN {CHANNEL}")
            while not self._ended.is_set():
                # Takes all hints that have come: one by one they would pile up on a busy site.
                if list(db.notifies(timeout=_LOOK_S, stop_after=1)):
                    self._wake()
                    self._ended.wait(_APART_S)  # a burst of hints is one reason to look
