"""Calls of another program are signed, repeated where that helps, and end."""

from __future__ import annotations

import json
from email.message import Message
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from urllib.error import HTTPError, URLError
from urllib.request import Request

import pytest

from app.errors import EnvironmentFault
from app.notices.webhook import PAUSES_S, SIGNATURE, Webhook, posted, signature

URL = "https://example.org/hook?key=x"


class Other:
    """The other program: answers with faults first."""

    def __init__(self, *faults: Exception) -> None:
        self.faults = list(faults)
        self.calls: list[Request] = []
        self.waited: list[float] = []

    def post(self, request: Request, _timeout: float) -> None:
        self.calls.append(request)
        if self.faults:
            raise self.faults.pop(0)

    def wait(self, seconds: float) -> bool:
        self.waited.append(seconds)
        return False

    def hook(self, secret: str = "k") -> Webhook:
        return Webhook(URL, secret, self.wait, self.post)


def answers(code: int) -> HTTPError:
    return HTTPError(URL, code, "", Message(), None)


def test_a_call_is_signed_over_its_very_bytes() -> None:
    other = Other()
    other.hook().send({"b": "缺货", "a": 1})
    (call,) = other.calls
    assert isinstance(call.data, bytes)
    assert json.loads(call.data) == {"b": "缺货", "a": 1}
    told = call.get_header(SIGNATURE.capitalize())
    assert told == f"sha256={signature(call.data, 'k')}"
    assert call.get_method() == "POST"
    # RFC 4231, test case 2
    known = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    assert signature(b"what do ya want for nothing?", "Jefe") == known


def test_without_a_secret_it_is_not_signed() -> None:
    other = Other()
    other.hook("").send({})
    assert other.calls[0].get_header(SIGNATURE.capitalize()) is None


def test_it_is_tried_three_times_with_longer_pauses() -> None:
    other = Other(answers(503), URLError("refused"))
    other.hook().send({})
    assert (len(other.calls), other.waited) == (3, list(PAUSES_S))
    worse = Other(answers(503), URLError("refused"), TimeoutError("timed out"), answers(500))
    with pytest.raises(
        EnvironmentFault, match=r"example.org does not take the call: timed out"
    ) as e:
        worse.hook().send({})
    assert len(worse.calls) == 3 and "key=x" not in str(e.value)


def test_what_another_try_does_not_change_is_not_tried_again() -> None:
    other = Other(answers(401))
    with pytest.raises(EnvironmentFault, match="it answers 401"):
        other.hook().send({})
    assert (len(other.calls), other.waited) == (1, [])
    busy = Other(answers(429))
    busy.hook().send({})
    assert len(busy.calls) == 2


def test_who_ends_does_not_wait() -> None:
    other = Other(answers(503))
    hook = Webhook(URL, "", lambda _seconds: True, other.post)
    with pytest.raises(EnvironmentFault):
        hook.send({})
    assert len(other.calls) == 1


def test_a_real_call_is_answered_and_follows_nobody_elsewhere() -> None:
    heard: list[tuple[str, bytes]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            heard.append((self.path, body))
            self.send_response(302 if self.path == "/away" else 204)
            self.send_header("Location", "/other")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            return

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        base = f"http://127.0.0.1:{server.server_port}"
        try:
            Webhook(f"{base}/here", "", lambda _s: False, posted).send({"a": 1})
            with pytest.raises(EnvironmentFault, match="it answers 302"):
                Webhook(f"{base}/away", "", lambda _s: True, posted).send({})
        finally:
            server.shutdown()
            thread.join()
    assert heard == [("/here", b'{"a": 1}'), ("/away", b"{}")]
