"""Web addresses outside of the own network, which a shop's file must not make a bench ask.

The address that was looked at is the one that is connected to: a name that answers otherwise the
second time leads nowhere.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import urllib.request
from typing import IO


def opener(*, private: bool = False) -> urllib.request.OpenerDirector:
    """Opens web addresses. private: those of the own network, too, as in tests."""
    if private:
        return urllib.request.build_opener(_Redirects)
    return urllib.request.build_opener(_Redirects, _Http, _Https)


def connect(
    address: tuple[str, int],
    timeout: float | None = None,
    source_address: tuple[str, int] | None = None,
) -> socket.socket:
    """As socket.create_connection. Raises OSError where the name leads into the own network."""
    host, port = address
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    numbers = [str(one[4][0]) for one in found]
    if not numbers or not all(_is_global(number) for number in numbers):
        raise OSError(f"{host} is in the own network")
    return socket.create_connection((numbers[0], port), timeout, source_address)


def _is_global(number: str) -> bool:
    return ipaddress.ip_address(number.partition("%")[0]).is_global


class _HttpConnection(http.client.HTTPConnection):
    def connect(self) -> None:
        self.__dict__["_create_connection"] = connect  # the base class has set its own
        super().connect()


class _HttpsConnection(http.client.HTTPSConnection):
    def connect(self) -> None:
        self.__dict__["_create_connection"] = connect
        super().connect()


class _Http(urllib.request.HTTPHandler):
    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_HttpConnection, req)


class _Https(urllib.request.HTTPSHandler):
    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_HttpsConnection, req)


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirections to web addresses only."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        if not newurl.startswith(("http://", "https://")):
            raise ValueError("redirected out of the web")
        return super().redirect_request(req, fp, code, msg, headers, newurl)
