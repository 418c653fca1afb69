"""`packbench demo --headless` as anybody would run it: what it says and what it leaves behind."""

from __future__ import annotations

import json
import os
import stat
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from PIL import Image

from app.demo.site import DAMAGED_BIN
from app.demo.stock_work import RARE, RIVAL, SET
from app.domain import codec
from app.domain.facts import Kind
from app.domain.rows.things import Bin
from app.domain.stock import Status, StockKey
from app.errors import ExitCode
from app.store.centre.moves import stored_key
from app.store.centre.tables import ROWS, event, stock_move
from app.store.database import open_centre
from tests.helpers.program import (
    Program,
    codes_in_file,
    environment,
    make_site,
    order_of,
    rows,
    run_program,
    wait_until,
)
from tests.helpers.xserver import PRESENT, x_server


def _play(out: Path, *words: str) -> dict[str, Any]:
    """Two orders; the summary."""
    done = run_program("demo", "--headless", "--out", out, "--orders", "2", "--json", *words)
    assert (done.code, done.err) == (ExitCode.OK, "")
    summary: dict[str, Any] = json.loads(done.out)
    assert json.loads((out / "summary.json").read_text("utf-8")) == summary
    assert summary["complete"] and (summary["orders"], summary["stalled_at"]) == (2, "")
    return summary


def _check_pictures(out: Path, names: list[str], size: tuple[int, int]) -> None:
    assert sorted(path.name for path in out.glob("*.png")) == sorted(names)
    screens = {name.split("-")[1] for name in names}
    assert {"sign", "home", "pick", "pack", "load"} <= screens
    for name in names:
        with Image.open(out / name) as picture:
            assert (picture.format, picture.size) == ("PNG", size), name
            assert picture.convert("RGB").getcolors(20) is None, f"{name} is blank"


def _check_papers(out: Path, parcels: int) -> None:
    labels = sorted((out / "labels").glob("label-*.png"))
    assert len(labels) == parcels
    for label in labels:
        sscc = label.stem.split("-")[1]
        wanted = {f"00{sscc}", f"https://id.gs1.org/00/{sscc}?copy=1"}
        assert codes_in_file(label) == wanted
        assert codes_in_file(label.with_suffix(".pdf")) == wanted
        assert label.with_suffix(".zpl").read_bytes().lstrip().startswith(b"^XA")
        assert (out / "documents" / f"slip-{sscc}.pdf").read_bytes().startswith(b"%PDF")
    manifests = sorted((out / "documents").glob("manifest-*.pdf"))
    assert manifests
    assert all(path.read_bytes().startswith(b"%PDF") for path in manifests)


def test_a_headless_shift_in_each_language(tmp_path: Path) -> None:
    """Both at once: demos do not meet."""
    outs = {language: tmp_path / language for language in ("en", "zh_CN")}
    with ThreadPoolExecutor() as both:
        summaries = list(both.map(lambda lang: _play(outs[lang], "--lang", lang), outs))
    for out, summary in zip(outs.values(), summaries, strict=True):
        _check_pictures(out, summary["screenshots"], (1920, 1080))
        _check_papers(out, summary["parcels"])


def test_a_handheld_shift_without_a_display(tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = run_program("demo", "--profile", "handheld", "--orders", "1", "--out", out)
    assert done.code == ExitCode.OK
    assert done.out.startswith("1 of 1 orders, 1 parcels")
    assert done.sentence.startswith("There is no display here.")
    summary = json.loads((out / "summary.json").read_text("utf-8"))
    _check_pictures(out, summary["screenshots"], (480, 800))
    _check_papers(out, summary["parcels"])


def test_a_named_home_is_kept_and_private_and_gone_on_with(tmp_path: Path) -> None:
    home, out = tmp_path / "home", tmp_path / "out"
    words = ("demo", "--headless", "--home", home, "--out", out)
    before = os.umask(0)  # the widest there is
    try:
        first = run_program(*words, "--orders", "2")
        second = run_program(*words, "--orders", "1")
    finally:
        os.umask(before)
    assert (first.code, first.out[:15]) == (ExitCode.OK, "2 of 2 orders, ")
    assert second.out.startswith("0 of 1 orders, ")  # both have left with the first run
    assert order_of(home, "SO-10480")["order"]["state"] == "DISPATCHED"
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    modes = {stat.S_IMODE(path.stat().st_mode) for path in home.rglob("*") if path.is_file()}
    assert modes == {0o600}


def test_invented_orders_never_get_among_real_ones(tmp_path: Path) -> None:
    home = make_site(tmp_path / "home", "SO-1 lines=2xMUG")
    done = run_program("demo", "--headless", "--home", home, "--out", tmp_path / "out")
    assert (done.code, done.out) == (ExitCode.USAGE, "")
    assert str(home) in done.sentence
    assert order_of(home, "SO-1")["order"]["state"] == "ORDERED"


def test_words_that_are_off(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("", "utf-8")
    done = run_program("demo", "--headless", "--out", file / "below")
    assert (done.code, done.out) == (ExitCode.ERROR, "")
    assert str(file) in done.sentence
    assert run_program("demo", "--orders", "0").code == ExitCode.USAGE


def test_the_stock_of_a_shift_is_its_facts(tmp_path: Path) -> None:
    """Every key of every bin, after picks, a face that was filled, and whatever else was done."""
    home, out = tmp_path / "home", tmp_path / "out"
    words = ("--home", home, "--out", out, "--orders", "12", "--json")
    done = run_program("demo", "--headless", *words)
    assert (done.code, json.loads(done.out)["complete"]) == (ExitCode.OK, True)
    proof = run_program("db", "verify", "--home", home, "--json")
    assert proof.code == ExitCode.OK, proof.out
    engine = open_centre(f"sqlite:{home / 'centre.db'}")
    with engine.connect() as db:
        kinds = Counter(db.execute(sa.select(event.c.kind)).scalars())
        bodies = db.execute(sa.select(ROWS[Kind.BIN].c.id, ROWS[Kind.BIN].c.body)).all()
        moved = db.execute(sa.select(stock_move)).all()
    engine.dispose()
    assert kinds["task_done"] >= 1, "no face was filled"
    assert kinds["unit_damaged"] == 1
    assert kinds["stock_moved"] == kinds["task_done"] + 1  # the damaged unit's way to its bin
    sums: Counter[tuple[str, StockKey]] = Counter()
    for row in moved:
        sums[row.place, stored_key(row)] += row.delta
    bins = {row.id: codec.from_text(Bin, row.body) for row in bodies}
    keys = {(f"bin:{name}", item.key) for name, row in bins.items() for item in row.stock}
    assert len({key for _, key in keys if key.status is Status.HOLD}) == 8, "a later date is held"
    for place, key in keys | {one for one in sums if one[0].startswith("bin:")}:
        assert bins[place.removeprefix("bin:")].of(key) == sums[place, key], (place, key)
    assert sum(item.quantity for item in bins[DAMAGED_BIN].stock) == 1


def test_two_benches_want_the_last_unit_and_one_of_them_has_it(tmp_path: Path) -> None:
    home, out = tmp_path / "home", tmp_path / "out"
    words = ("--home", home, "--out", out, "--orders", "3")
    done = run_program("demo", "--headless", *words)
    assert done.code == ExitCode.OK
    assert f"the last unit of {RARE.sku}: promised to {RIVAL}" in done.out
    had, missed = (order_of(home, ref)["lines"] for ref in (RIVAL, "SO-10481"))
    assert [(line["sku"], line["packed"], line["short"]) for line in had] == [(RARE.sku, 1, 0)]
    rare = next(line for line in missed if line["sku"] == RARE.sku)
    assert (rare["packed"], rare["short"]) == (0, 1)
    parts = order_of(home, "SO-10482")["lines"]
    assert {line["set"]["sku"] for line in parts if line["set"]} == {SET.sku}


PULLED = "SELECT value FROM meta WHERE key = 'cursor' AND value > ''"


@pytest.mark.skipif(not PRESENT, reason="needs Xvfb and openbox")
def test_the_supervisors_window_opens_beside_the_demo_and_ends_with_it(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with x_server(tmp_path / "x.log") as server:
        env = environment(DISPLAY=server.name, XDG_RUNTIME_DIR=str(tmp_path))
        words = ("demo", "--supervisor", "--home", home, "--orders", "2")
        with Program(*words, env=env) as program:
            for station in ("P1", "S1"):
                known = partial(rows, home / f"station-{station}.db", PULLED)
                wait_until(known, f"the rows of {station}")
            assert len(running_with(home)) == 2
            ended = program.stop(30)
    assert (ended.code, ended.err) == (ExitCode.OK, "")
    assert running_with(home) == []


def running_with(home: Path) -> list[str]:
    """The command lines of programs that work on this home (Linux)."""
    found = []
    for one in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            words = one.read_bytes().decode(errors="replace")
            found += [words] if str(home) in words else []
    return found
