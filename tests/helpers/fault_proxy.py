"""A TCP line to a server's Unix socket that fails in every way a network can."""

from __future__ import annotations

import selectors
import socket
import struct
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Self


class Fault(StrEnum):
    NONE = "none"
    STALL = "stall"  # connections stay open and nothing passes, as behind a dead middlebox
    DEAF = "deaf"  # requests arrive, answers never do
    REFUSE = "refuse"  # new connections are reset


@dataclass
class _Pair:
    client: socket.socket
    server: socket.socket


class FaultProxy:
    """A context manager. port: to connect to on 127.0.0.1; delay_s: added to each piece."""

    def __init__(self, upstream: Path) -> None:
        self._upstream = str(upstream)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self.delay_s = 0.0
        self._fault = Fault.NONE
        self._next: Fault | None = None
        self._words: list[bytes] = []  # to be heard before that
        self._pairs: list[_Pair] = []
        self._wake_read, self._wake_write = socket.socketpair()
        self._lock = threading.Lock()
        self._cut = False
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="fault proxy")

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._wake()
        self._thread.join()
        for line in (self._listener, self._wake_read, self._wake_write):
            line.close()

    @property
    def fault(self) -> Fault:
        """What the line is now."""
        return self._fault

    def be(self, fault: Fault, *, after: bytes | Sequence[bytes] = ()) -> None:
        """after: not before a client has sent these bytes, one after the other; they are passed on."""
        with self._lock:
            self._words = [after] if isinstance(after, bytes) else list(after)
            if self._words:
                self._next = fault
            else:
                self._fault, self._next = fault, None
        self._wake()

    def cut(self) -> None:
        """Reset every connection there is."""
        with self._lock:
            self._cut = True
        self._wake()

    def _wake(self) -> None:
        self._wake_write.send(b"!")

    def _run(self) -> None:
        while not self._ended.is_set():
            with self._lock:
                fault, cut, self._cut = self._fault, self._cut, False
            if cut:
                self._drop_all()
            self._turn(fault)
        self._drop_all()

    def _turn(self, fault: Fault) -> None:
        with selectors.DefaultSelector() as ready:
            ready.register(self._wake_read, selectors.EVENT_READ)
            ready.register(self._listener, selectors.EVENT_READ)
            for pair in self._pairs if fault is not Fault.STALL else ():
                ready.register(pair.client, selectors.EVENT_READ, pair)
                ready.register(pair.server, selectors.EVENT_READ, pair)
            for key, _ in ready.select(0.5):
                if key.fileobj is self._wake_read:
                    self._wake_read.recv(4096)
                elif key.fileobj is self._listener:
                    self._accept(fault)
                elif key.data in self._pairs:
                    self._pass_on(key.data, key.fileobj is key.data.client)

    def _accept(self, fault: Fault) -> None:
        client, _ = self._listener.accept()
        if fault is Fault.REFUSE:
            _reset(client)
            return
        server = socket.socket(socket.AF_UNIX)
        try:
            server.connect(self._upstream)
        except OSError:
            server.close()
            _reset(client)
            return
        self._pairs.append(_Pair(client, server))

    def _pass_on(self, pair: _Pair, from_client: bool) -> None:
        source, target = (pair.client, pair.server) if from_client else (pair.server, pair.client)
        try:
            data = source.recv(65536)
            if data and self.delay_s:
                self._ended.wait(self.delay_s)
            if from_client:
                self._turn_bad(data)
            if data and (from_client or self._fault is not Fault.DEAF):
                target.sendall(data)
        except OSError:
            data = b""
        if not data:
            self._drop(pair)

    def _turn_bad(self, data: bytes) -> None:
        """Before the data go on, so that not even a quick answer comes through."""
        with self._lock:
            while self._words and (at := data.find(self._words[0])) >= 0:
                data = data[at + len(self._words.pop(0)) :]
            if self._next is not None and not self._words:
                self._fault, self._next = self._next, None

    def _drop(self, pair: _Pair) -> None:
        self._pairs.remove(pair)
        _reset(pair.client)
        pair.server.close()

    def _drop_all(self) -> None:
        for pair in list(self._pairs):
            self._drop(pair)


def _reset(line: socket.socket) -> None:
    """Close with RST: the other side gets an error, not an end."""
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    line.close()
