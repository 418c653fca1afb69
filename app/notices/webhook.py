"""Calls of another program: JSON by POST, signed with a secret that both know."""

from __future__ import annotations

import hashlib
import hmac
import http.client
import json
from collections.abc import Callable, Mapping
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from app.errors import EnvironmentFault

_LASTING = set(range(400, 500)) - {408, 425, 429}
"""Answers that another try does not change (RFC 9110, section 15.5)."""
SIGNATURE = "X-Packbench-Signature"
TIMEOUT_S = 10.0
PAUSES_S = (1.0, 5.0)
"""So long it waits before the second and the third try."""


class _Stay(HTTPRedirectHandler):
    """What is signed for one address goes to no other."""

    def redirect_request(self, *_: Any) -> None:
        return None


Post = Callable[[Request, float], None]


class Webhook:
    """url: of the other program. secret: "" = the calls are not signed. wait: for so many seconds;
    True = it is to end at once.
    """

    def __init__(
        self,
        url: str,
        secret: str,
        wait: Callable[[float], bool],
        post: Post | None = None,
    ) -> None:
        self._url, self._secret = url, secret
        self._wait = wait
        self._post = post or posted

    def send(self, told: Mapping[str, Any]) -> None:
        """Three tries. Raises EnvironmentFault, which names the host alone."""
        body = json.dumps(told, ensure_ascii=False, sort_keys=True).encode()
        for pause in (*PAUSES_S, None):
            try:
                self._post(self._request(body), TIMEOUT_S)
            except (OSError, http.client.HTTPException) as error:
                lasting = isinstance(error, HTTPError) and error.code in _LASTING
                if lasting or pause is None or self._wait(pause):
                    host = urlsplit(self._url).hostname
                    raise EnvironmentFault(
                        f"{host} does not take the call: {_why(error)}."
                    ) from None
            else:
                return

    def _request(self, body: bytes) -> Request:
        headers = {"Content-Type": "application/json", "User-Agent": "Packbench"}
        if self._secret:
            headers[SIGNATURE] = f"sha256={signature(body, self._secret)}"
        return Request(self._url, data=body, headers=headers, method="POST")  # noqa: S310  config


def signature(body: bytes, secret: str) -> str:
    """HMAC-SHA256 of the body (RFC 2104), hex."""
    return hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def posted(request: Request, timeout_s: float) -> None:
    """Raises OSError; HTTPError where the answer is no 2xx."""
    with build_opener(_Stay).open(request, timeout=timeout_s) as answer:
        answer.read(1024)


def _why(error: OSError | http.client.HTTPException) -> str:
    if isinstance(error, HTTPError):
        return f"it answers {error.code}"
    reason = getattr(error, "reason", error)
    return str(reason) or type(error).__name__
