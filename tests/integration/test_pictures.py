"""Product pictures: fetched once, kept under a name of their own, never anything but a picture."""

from __future__ import annotations

import io
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from PIL import Image

import app.station.pictures as pictures_module
from app.station import outside
from app.station.pictures import Pictures, cache_name, fetch


def png(width: int, height: int) -> bytes:
    """A white picture: few bytes, however many pixels."""
    kept = io.BytesIO()
    Image.new("1", (width, height), 1).save(kept, "PNG")
    return kept.getvalue()


PNG = png(8, 8)


class Shop(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = {
            "/mug.png": PNG,
            "/page.png": b"<html>",
            "/large.png": PNG + bytes(6_000_000),
            "/bomb.png": png(9000, 9000),
        }
        if self.path == "/inside":
            self.send_response(302)
            self.send_header("Location", "file:///etc/hostname")
            self.end_headers()
            return
        found = body.get(self.path)
        self.send_response(200 if found else 404)
        self.end_headers()
        self.wfile.write(found or b"")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's name
        pass


@pytest.fixture
def shop() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Shop) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_an_address_is_asked_for_once_and_then_found(shop: str, tmp_path: Path) -> None:
    asked: list[str] = []
    pictures = Pictures(tmp_path, asked.append)
    address = shop + "/mug.png"
    assert pictures.name(address) == ""
    assert pictures.name(address) == ""
    assert asked == [address]
    assert fetch(address, tmp_path, private=True)
    name = pictures.name(address)
    assert name == cache_name(address)
    assert (tmp_path / name).read_bytes() == PNG


@pytest.mark.parametrize("host", ["127.0.0.1", "10.0.0.1", "[::1]", "localhost", "", "[fe80::1]"])
def test_the_own_network_is_not_asked(shop: str, tmp_path: Path, host: str) -> None:
    port = shop.rpartition(":")[2]
    assert not fetch(f"http://{host}:{port}/mug.png", tmp_path)
    assert not fetch(f"https://{host}:{port}/mug.png", tmp_path)


@pytest.mark.parametrize(
    "answers", [["127.0.0.1"], ["8.8.8.8", "10.0.0.1"], ["::1"], ["fe80::1%eth0"], []]
)
def test_a_name_that_leads_into_the_own_network(
    monkeypatch: pytest.MonkeyPatch, answers: list[str]
) -> None:
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda *_a, **_k: [(0, 0, 0, "", (one, 80)) for one in answers]
    )
    with pytest.raises(OSError, match=r"shop\.example is in the own network"):
        outside.connect(("shop.example", 80))


def test_a_name_is_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its second answer may be another one: what was looked at is what is connected to."""
    asked: list[object] = []
    answers = iter(["8.8.8.8", "127.0.0.1"])
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda *_a, **_k: [(0, 0, 0, "", (next(answers), 80))]
    )
    monkeypatch.setattr(socket, "create_connection", lambda address, *_: asked.append(address))
    outside.connect(("shop.example", 80), 1.0)
    assert asked == [("8.8.8.8", 80)]


def test_a_server_that_drips_is_left_in_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures_module, "WHOLE_S", -1.0)
    with HTTPServer(("127.0.0.1", 0), Shop) as server:
        thread = threading.Thread(target=server.handle_request)
        thread.start()
        address = f"http://127.0.0.1:{server.server_port}/mug.png"
        assert not fetch(address, tmp_path, private=True)
        thread.join()


def test_a_file_name_is_taken_as_it_is(tmp_path: Path) -> None:
    assert Pictures(tmp_path, lambda _: None).name("mug.png") == "mug.png"


@pytest.mark.parametrize("path", ["/page.png", "/large.png", "/none.png", "/bomb.png", "/inside"])
def test_what_is_no_picture_is_not_kept(shop: str, tmp_path: Path, path: str) -> None:
    assert not fetch(shop + path, tmp_path, private=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("address", ["file:///etc/hostname", "ftp://127.0.0.1/x", "nonsense"])
def test_only_the_web_is_opened(tmp_path: Path, address: str) -> None:
    assert not fetch(address, tmp_path)


def test_two_addresses_with_one_file_name_are_two_files() -> None:
    assert cache_name("http://a.example/1.jpg") != cache_name("http://b.example/1.jpg")
    assert cache_name("http://a.example/1.jpg").endswith(".jpg")
