"""The real program in processes of its own, with homes of its own.

It is watched from outside only: its answers, its exit code and the files it keeps.
"""

from __future__ import annotations

import json
import os
import select
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self, TypeVar

from PIL import Image

from app.importing.direct import import_documents
from tests.helpers.scenario import Scene

ROOT = Path(__file__).resolve().parents[2]
DEADLINE_S = 30.0
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XAUTHORITY")

SITE = """\
product MUG barcode=9521321000001 weight=340
product POT barcode=9521321000018 weight=980
product CLOCK barcode=9521321000032 serial
bin A-01-1 walk=1
bin A-02-1 walk=2
bin B-02-1 walk=3
stock A-01-1 MUG 400
stock A-02-1 POT 400
stock B-02-1 CLOCK 5
carton BOX-S 250x200x150 tare=140
carton BOX-L 600x400x400 tare=650
load L-1 carrier=DHL
operator 11 badge=B-ANN
"""


def make_site(folder: Path, *orders: str) -> Path:
    """A small site and its orders ("SO-1 lines=2xMUG"), imported into the folder's centre."""
    scene = Scene(folder)
    documents: dict[str, list[Any]] = {}
    for line in [*SITE.splitlines(), *(f"order {order}" for order in orders)]:
        what, name, *rest = line.split()
        kind, document = scene._document(what, name, rest)
        documents.setdefault(kind, []).append(document)
    import_documents(documents, scene.home, scene.home.centre_url, scene.clock)
    return folder


@dataclass(frozen=True)
class Ended:
    """How a program ended."""

    code: int
    out: str
    err: str

    @property
    def answers(self) -> list[dict[str, Any]]:
        """The JSON objects on standard output, one a line; anything else there fails."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def sentence(self) -> str:
        """What it complained about, which is one line and ends as a sentence does."""
        line = self.err.strip()
        assert "Traceback" not in line, line
        assert line.count("\n") == 0 and line.endswith("."), line
        return line


def environment(**changes: str) -> dict[str, str]:
    """This environment without a display; `changes` on top."""
    env = {name: value for name, value in os.environ.items() if name not in _SCREENS}
    return env | {"PYTHONPATH": str(ROOT), "PACKBENCH_HOME": "/dev/null/none"} | changes


def command(*words: str | Path) -> list[str]:
    return [sys.executable, "-m", "app", *map(str, words)]


def run_program(
    *words: str | Path,
    input: str | None = None,  # noqa: A002  named as in subprocess
    env: dict[str, str] | None = None,
) -> Ended:
    """Run to the end."""
    done = subprocess.run(
        command(*words),
        input=(input or "").encode(),
        capture_output=True,
        env=env or environment(),
        timeout=60,
        check=False,
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


class Program:
    """A program that runs; killed at the latest when its `with` ends."""

    def __init__(self, *words: str | Path, env: dict[str, str] | None = None) -> None:
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115  closed in `__exit__`
        self.process = subprocess.Popen(
            command(*words),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env=env or environment(),
        )
        assert self.process.stdin is not None and self.process.stdout is not None
        self._in, self._out = self.process.stdin, self.process.stdout
        self._read = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        self._errors.close()

    def send(self, *lines: str) -> None:
        self._in.write("".join(line + "\n" for line in lines).encode())
        self._in.flush()

    def ask(self, line: str) -> dict[str, Any]:
        """One line and its answer; nothing else has been given meanwhile."""
        self.send(line)
        return self.answer()

    def answer(self) -> dict[str, Any]:
        """The next line of standard output."""
        until = time.monotonic() + DEADLINE_S
        while b"\n" not in self._read:
            left = until - time.monotonic()
            assert left > 0 and select.select([self._out], [], [], left)[0], self.complaint()
            data = os.read(self._out.fileno(), 65536)
            assert data, f"it ended: {self.complaint()}"
            self._read += data
        line, _, self._read = self._read.partition(b"\n")
        found: dict[str, Any] = json.loads(line)
        return found

    def complaint(self) -> str:
        """Its standard error so far."""
        self._errors.seek(0)
        return self._errors.read().decode()

    def close_input(self) -> Ended:
        """Nothing more comes; its end."""
        self._in.close()
        rest = b""
        while data := self._out.read():
            rest += data
        code = self.process.wait(DEADLINE_S)
        return Ended(code, (self._read + rest).decode(), self.complaint())

    def stop(self, timeout_s: float) -> Ended:
        """Tell it to end."""
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(timeout_s)
        return Ended(code, self._out.read().decode(), self.complaint())

    def kill(self) -> None:
        """As a power cut would."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(DEADLINE_S)
        with suppress(BrokenPipeError):  # lines it never read
            self._in.close()
        self._out.close()


# --- what can be seen from outside ---------------------------------------------------------------

_NEVER = threading.Event()
Found = TypeVar("Found")


def pause(seconds: float) -> None:
    """A hand's pace where that matters; never to wait for something to happen."""
    _NEVER.wait(seconds)


def wait_until(found: Callable[[], Found], what: str, seconds: float = DEADLINE_S) -> Found:
    """Look every 20 ms; what was found once it is true."""
    until = time.monotonic() + seconds
    while not (value := found()):
        assert time.monotonic() < until, f"waited in vain for {what}"
        _NEVER.wait(0.02)
    return value


@contextmanager
def _read_only(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=10)) as db:
        yield db


def rows(path: Path, query: str) -> list[tuple[Any, ...]]:
    """Rows of a file that another program is writing; none while it is being made."""
    if not path.exists():
        return []
    try:
        with _read_only(path) as db:
            return list(db.execute(query))
    except sqlite3.OperationalError as error:
        if "no such table" in str(error) or "unable to open" in str(error):
            return []
        raise


def order_of(home: Path, ref: str, *more: str | Path) -> dict[str, Any]:
    """What the centre says of an order."""
    done = run_program("order", "show", ref, "--json", "--home", home, *more)
    assert done.code == 0, done.err
    return done.answers[0]


def codes_in(image: Image.Image) -> set[str]:
    """All barcodes an independent reader finds in a picture, without GS1 separators."""
    from pyzbar.pyzbar import decode

    return {found.data.decode().replace("\x1d", "") for found in decode(image)}


def codes_in_file(path: Path) -> set[str]:
    """Barcodes of a PNG or of the first page of a PDF."""
    if path.suffix == ".png":
        with Image.open(path) as image:
            return codes_in(image)
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # publishes no types

    with closing(PdfDocument(path)) as document:
        page = document[0]
        return codes_in(page.render(scale=4).to_pil())


def ssccs(paths: Sequence[Path]) -> dict[str, set[str]]:
    """SSCC in a label's file name (label-SSCC-N) -> codes read out of it."""
    return {path.stem.split("-")[1]: codes_in_file(path) for path in paths}
