"""Product pictures: files in the pictures folder, or web addresses downloaded into it once."""

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


def fetch(address: str, folder: Path) -> bool:
    """Download one picture into the folder. It may take seconds: not for the station thread.

    False = the address or what came is unusable or larger than `MOST_BYTES`; nothing is kept.
    """
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
