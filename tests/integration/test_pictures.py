"""Product pictures: fetched once, kept under a name of their own, never anything but a picture."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from app.station.pictures import Pictures, cache_name, fetch

PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)


class Shop(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = {"/mug.png": PNG, "/page.png": b"<html>", "/large.png": PNG + bytes(6_000_000)}
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
    assert fetch(address, tmp_path)
    name = pictures.name(address)
    assert name == cache_name(address)
    assert (tmp_path / name).read_bytes() == PNG


def test_a_file_name_is_taken_as_it_is(tmp_path: Path) -> None:
    assert Pictures(tmp_path, lambda _: None).name("mug.png") == "mug.png"


@pytest.mark.parametrize("path", ["/page.png", "/large.png", "/none.png"])
def test_what_is_no_picture_is_not_kept(shop: str, tmp_path: Path, path: str) -> None:
    assert not fetch(shop + path, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("address", ["file:///etc/hostname", "ftp://127.0.0.1/x", "nonsense"])
def test_only_the_web_is_opened(tmp_path: Path, address: str) -> None:
    assert not fetch(address, tmp_path)


def test_two_addresses_with_one_file_name_are_two_files() -> None:
    assert cache_name("http://a.example/1.jpg") != cache_name("http://b.example/1.jpg")
    assert cache_name("http://a.example/1.jpg").endswith(".jpg")
