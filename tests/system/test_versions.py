"""A bench whose program and centre are of different versions: it works on, says so, and recovers."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from app.clock import ManualClock
from app.compose.bench import Plan, ThreadBench
from app.config import Config
from app.device_api import Scan
from app.domain.commands import Command
from app.errors import Behind, ExitCode
from app.importing.direct import import_documents
from app.paths import Home
from app.store import schema
from app.store.database import open_centre
from tests.helpers.postgres import centre_template, postgres_server, postgres_url
from tests.helpers.program import SITE, Program, rows, run_program, wait_until
from tests.helpers.scenario import START, Scene

__all__ = ["centre_template", "postgres_server", "postgres_url"]

pytestmark = pytest.mark.postgres
MUG = "9521321000001"
OK = Command.OK.barcode
PACKED = ["unit_packed", "parcel_closed"]
VERDICTS = "SELECT verdict FROM scan_log ORDER BY id"
SENTENCE = "the centre is away: The centre is newer. Update this program"
VERSIONS = [("c9999", Behind.PROGRAM), ("c0001", Behind.CENTRE)]


@pytest.fixture
def home(tmp_path: Path, postgres_url: str) -> Home:
    """Its site is at the PostgreSQL centre."""
    scene = Scene(tmp_path / "home")
    documents: dict[str, list[Any]] = {}
    for line in [*SITE.splitlines(), "order SO-1 lines=2xMUG"]:
        what, name, *rest = line.split()
        kind, document = scene._document(what, name, rest)
        documents.setdefault(kind, []).append(document)
    import_documents(documents, scene.home, postgres_url, scene.clock)
    return scene.home


@contextmanager
def other_schema(url: str, version: str) -> Iterator[None]:
    """As another version's upgrade leaves the centre, until it fits again."""
    for word in (version, schema.HEAD["centre"]):
        engine = open_centre(url)
        with engine.begin() as db:
            db.execute(sa.text("UPDATE alembic_version SET version_num = :v"), {"v": word})
        engine.dispose()
        if word == version:
            yield


class Bench:
    """A bench with its threads, watched by its file."""

    def __init__(self, home: Home, url: str) -> None:
        self.clock = ManualClock(START)
        plan = Plan(home, "P1", Config(), url, self.clock)
        self._file = home.station_file("P1")
        self.bench = ThreadBench(plan, (), lambda _answer: None)

    def scan(self, *codes: str) -> list[str]:
        """Scanned one after the other; the verdicts."""
        before = len(rows(self._file, VERDICTS))
        for count, code in enumerate(codes, start=before + 1):
            self.clock.advance(1)
            self.bench.loop.submit(Scan(code, "", "sim", self.clock.now()))
            wait_until(lambda n=count: len(rows(self._file, VERDICTS)) == n, code)  # type: ignore[misc]  # mypy infers no default of a lambda
        return [verdict for (verdict,) in rows(self._file, VERDICTS)[before:]]

    def is_told(self, behind: Behind | None, *, online: bool) -> int:
        """Waits until its chip says so; how many facts wait then."""

        def said() -> bool:
            link = self.bench.station.link
            return (link.online, link.behind) == (online, behind)

        wait_until(said, f"{behind}")
        return self.bench.station.link.waiting


@pytest.mark.parametrize(("version", "behind"), VERSIONS)
def test_open_work_is_finished_whatever_the_centre_has_become(
    home: Home,
    postgres_url: str,
    monkeypatch: pytest.MonkeyPatch,
    version: str,
    behind: Behind,
) -> None:
    monkeypatch.setattr("app.sync.thread.BACKOFF_S", (0.05,))
    bench = Bench(home, postgres_url)
    bench.bench.start()
    try:
        station = bench.bench.station
        wait_until(lambda: station.file.meta.cursor and station.link.online, "the site's data")
        assert bench.scan("B-ANN", "SO-1", "A-01-1", MUG)[-1] == "unit_picked"
        wait_until(lambda: not station.link.waiting, "the push")
        with other_schema(postgres_url, version):
            assert bench.scan(MUG) == ["line_picked"]
            assert bench.is_told(behind, online=False) == 1
            verdicts = bench.scan("T-1", "T-1", OK, MUG, MUG)
            assert verdicts == ["order_picked", "order_opened", "carton_chosen", *PACKED]
            assert bench.is_told(behind, online=False) > 3
        # There is no printer; the desk says so in its own time.
        failed = "SELECT 1 FROM journal WHERE kind = 'label_failed'"
        wait_until(lambda: rows(home.station_file("P1"), failed), "the label's news")
        bench.is_told(None, online=True)
        wait_until(lambda: not station.link.waiting, "the push of what waited")
    finally:
        assert bench.bench.stop()
    query = "SELECT count(*), count(DISTINCT seq), max(seq) FROM event WHERE origin = 'P1'"
    engine = open_centre(postgres_url)
    with engine.connect() as db:
        count, different, last = db.execute(sa.text(query)).one()
    engine.dispose()
    assert count == different == last
    assert rows(home.station_file("P1"), "SELECT max(seq) FROM journal") == [(last,)]


def test_a_program_that_starts_then_comes_up_and_works(home: Home, postgres_url: str) -> None:
    words = ("--home", home.root, "--centre", postgres_url)
    script = "scan B-ANN -> signed_in\npress SIGN_OUT -> signed_out\n"
    assert run_program("replay", "-", *words, input=script).code == ExitCode.OK
    file, log = home.station_file("P1"), home.root / "logs" / "packbench.log"
    with (
        other_schema(postgres_url, "c9999"),
        socket.create_server(("127.0.0.1", 0)) as server,
    ):
        spec = f"socket://127.0.0.1:{server.getsockname()[1]}"
        with Program("station", "--offscreen", *words, "--scanner", spec) as station:
            line, _ = server.accept()
            with line:
                wait_until(lambda: SENTENCE in log.read_text("utf-8"), "the sentence")
                # What comes while a line is being opened belongs to nobody yet.
                wait_until(lambda: "back: " in log.read_text("utf-8"), "the scanner")
                for count, code in enumerate(("B-ANN", "SO-1", "A-01-1", MUG), start=3):
                    line.sendall(f"{code}\r\n".encode())
                    wait_until(lambda n=count: len(rows(file, VERDICTS)) == n, code)  # type: ignore[misc]  # mypy infers no default of a lambda
                ended = station.stop(10)
    assert (ended.code, ended.err) == (ExitCode.OK, "")
    verdicts = [verdict for (verdict,) in rows(file, VERDICTS)]
    assert verdicts[2:] == ["signed_in", "order_opened", "bin_ok", "unit_picked"]
    assert "Traceback" not in log.read_text("utf-8")
    waited = rows(file, "SELECT max(seq) FROM journal")[0][0]
    assert rows(file, "SELECT value FROM meta WHERE key = 'acked'") == [("2",)]
    assert waited > 4
    assert run_program("replay", "-", *words, input="press LOCK -> locked\n").code == ExitCode.OK
    assert rows(file, "SELECT value FROM meta WHERE key = 'acked'") == [(str(waited + 1),)]
