"""Product pictures: files in the pictures folder, or web addresses downloaded into it once."""

from __future__ import annotations

import hashlib
import http.client
import io
import logging
import time
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import IO
from urllib.parse import urlsplit

from app.station.outside import opener

log = logging.getLogger(__name__)

TIMEOUT_S = 5.0  # without a byte
WHOLE_S = 15.0
MOST_BYTES = 5_000_000
MOST_PIXELS = 25_000_000
_ENDINGS = {".png", ".jpg", ".jpeg", ".webp", ".gif"}
_BEGINNINGS = (b"\x89PNG", b"\xff\xd8\xff", b"RIFF", b"GIF8")


def is_address(picture: str) -> bool:
    return picture.startswith(("http://", "https://"))


def cache_name(address: str) -> str:
    """Name of the file that keeps an address's picture; two shops' "1.jpg" are two files."""
    ending = PurePosixPath(urlsplit(address).path).suffix.lower()
    digest = hashlib.sha256(address.encode()).hexdigest()[:24]
    return digest + (ending if ending in _ENDINGS else ".img")


class Pictures:
    """Asked by the station thread. request: has an address downloaded; it must not block."""

    def __init__(self, folder: Path, request: Callable[[str], None]) -> None:
        self._folder = folder
        self._request = request
        self._asked: set[str] = set()

    def name(self, picture: str) -> str:
        """Name of the file in the pictures folder, "" = there is none yet. Never blocks.

        picture: as the master data have it. An address is requested once in a run.
        """
        if not is_address(picture):
            return picture
        name = cache_name(picture)
        if (self._folder / name).exists():
            return name
        if picture not in self._asked:
            self._asked.add(picture)
            self._request(picture)
        return ""


def fetch(address: str, folder: Path, *, private: bool = False) -> bool:
    """Download one picture into the folder. It may take seconds: not for the station thread.

    private: addresses of the own network are allowed, too. False = the address or what came is
    unusable, slower than `WHOLE_S` or larger than `MOST_BYTES`; nothing is kept.
    """
    if not is_address(address):
        log.info("no picture is fetched from %s", address)
        return False
    try:
        with opener(private=private).open(address, timeout=TIMEOUT_S) as answer:
            data = _within(answer, time.monotonic() + WHOLE_S)
        if data is None or not data.startswith(_BEGINNINGS) or not is_small(data):
            log.info("no picture of a usable kind and size at %s", address)
            return False
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / cache_name(address)
        temporary = target.with_suffix(".part")
        temporary.write_bytes(data)
        temporary.replace(target)
    except (OSError, ValueError, http.client.HTTPException) as error:
        log.info("the picture %s was not fetched: %s", address, error)
        return False
    return True


def _within(answer: IO[bytes], until: float) -> bytes | None:
    """All bytes of an answer; None = more than are kept, or not all in time."""
    parts, size = [], 0
    while part := answer.read1(65536):  # type: ignore[attr-defined]  # of HTTPResponse
        parts.append(part)
        size += len(part)
        if size > MOST_BYTES or time.monotonic() > until:
            return None
    return b"".join(parts)


def is_small(data: bytes) -> bool:
    """Whether a picture has at most `MOST_PIXELS`: few bytes can hold very many of them."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP", "GIF")) as image:
            return bool(image.width * image.height <= MOST_PIXELS)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False
