"""Ports that behave as no good printer does."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

Serve = Callable[[socket.socket], None]


class Odd:
    """Serves one connection after the other; `got` is what came on each."""

    def __init__(self, serve: Serve) -> None:
        self.got: list[bytearray] = []
        self.serve = serve
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._server.getsockname()[1]
        self._line: socket.socket | None = None
        self._thread = threading.Thread(target=self._run, daemon=True)

    @property
    def spec(self) -> str:
        return f"tcp:127.0.0.1:{self.port}"

    @property
    def all(self) -> bytes:
        return b"".join(map(bytes, self.got))

    def read(self, line: socket.socket) -> bytes:
        data = line.recv(65536)
        self.got[-1] += data
        return data

    def swallow(self, line: socket.socket) -> None:
        while self.read(line):
            pass

    def _run(self) -> None:
        with suppress(OSError):
            while True:
                self._line, _ = self._server.accept()
                self.got.append(bytearray())
                with self._line, suppress(OSError):
                    self.serve(self._line)

    def __enter__(self) -> Odd:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        for end in (self._server, self._line):
            if end is not None:
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
        self._server.close()
        self._thread.join(10)


@contextmanager
def silent() -> Iterator[Odd]:
    """Takes everything and says nothing."""
    with answering() as odd:
        yield odd


@contextmanager
def closing_at_once() -> Iterator[Odd]:
    with Odd(lambda _line: None) as odd:
        yield odd


@contextmanager
def web_server() -> Iterator[Odd]:
    def serve(line: socket.socket) -> None:
        odd.read(line)
        line.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")

    with Odd(serve) as odd:
        yield odd


@contextmanager
def chatter(what: bytes) -> Iterator[Odd]:
    """Sends without end what is no answer."""

    def serve(line: socket.socket) -> None:
        while True:
            line.sendall(what * 100)

    with Odd(serve) as odd:
        yield odd


@contextmanager
def answering(*answers: tuple[bytes, bytes], dies_at: bytes | None = None) -> Iterator[Odd]:
    """Gives the answer whose command it sees; drops the line when it sees dies_at."""

    def serve(line: socket.socket) -> None:
        while data := odd.read(line):
            if dies_at is not None and dies_at in data:
                return
            for command, answer in answers:
                if command in data:
                    line.sendall(answer)

    with Odd(serve) as odd:
        yield odd
