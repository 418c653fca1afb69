"""Product pictures: files of the home's folder, or addresses fetched once and kept there."""

from __future__ import annotations

import hashlib
import logging
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

log = logging.getLogger(__name__)

TIMEOUT_S = 5.0
MOST_BYTES = 5_000_000
_ENDINGS = {".png", ".jpg", ".jpeg", ".webp", ".gif"}
_BEGINNINGS = (b"\x89PNG", b"\xff\xd8\xff", b"RIFF", b"GIF8")


def is_address(picture: str) -> bool:
    return picture.startswith(("http://", "https://"))


def cache_name(address: str) -> str:
    """File name an address is kept under; two shops' "1.jpg" are two files."""
    ending = PurePosixPath(urlsplit(address).path).suffix.lower()
    digest = hashlib.sha256(address.encode()).hexdigest()[:24]
    return digest + (ending if ending in _ENDINGS else ".img")


class Pictures:
    """Used on the station thread. request: asks for an address to be fetched; never blocks."""

    def __init__(self, folder: Path, request: Callable[[str], None]) -> None:
        self._folder = folder
        self._request = request
        self._asked: set[str] = set()

    def name(self, picture: str) -> str:
        """The file in the pictures folder, "" where there is none (yet)."""
        if not is_address(picture):
            return picture
        name = cache_name(picture)
        if (self._folder / name).exists():
            return name
        if picture not in self._asked:
            self._asked.add(picture)
            self._request(picture)
        return ""


def fetch(address: str, folder: Path) -> bool:
    """Download one picture; True = it is there now. Runs on a worker: it may take seconds."""
    if not is_address(address):
        return False
    try:
        # The scheme is checked above: only http and https are ever opened.
        with urllib.request.urlopen(address, timeout=TIMEOUT_S) as answer:  # noqa: S310
            data = answer.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES or not data.startswith(_BEGINNINGS):
            log.info("no picture of a usable kind and size at %s", address)
            return False
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / cache_name(address)
        temporary = target.with_suffix(".part")
        temporary.write_bytes(data)
        temporary.replace(target)
    except (OSError, ValueError, urllib.error.URLError) as error:
        log.info("the picture %s was not fetched: %s", address, error)
        return False
    return True
