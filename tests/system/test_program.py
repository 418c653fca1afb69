"""The real program, run as a process: what it answers, how it ends, what survives its death."""

from __future__ import annotations

import random
import socket
import sys
from collections import Counter
from pathlib import Path

import pytest

from app.cli.main import COMMANDS
from app.errors import ExitCode
from tests.helpers.program import (
    DEADLINE_S,
    Program,
    environment,
    make_site,
    order_of,
    pause,
    rows,
    run_program,
    wait_until,
)

MUG, POT = "9521321000001", "9521321000018"


# --- replay, line by line ------------------------------------------------------------------------


def test_each_line_is_answered_before_the_next_is_given(tmp_path: Path) -> None:
    make_site(tmp_path, "SO-1 lines=1xMUG")
    script = {
        "scan B-ANN": "signed_in",
        "scan SO-1": "order_opened",
        "scan A-01-1": "bin_ok",
        f"scan {MUG}": "line_picked",
        "scan T-1": "order_picked",
        "press PACK": "queue_empty",
    }
    with Program("replay", "-", "--home", tmp_path) as program:
        found = [program.ask(line) for line in script]
        ended = program.close_input()
    assert [answer["input"] for answer in found] == list(script)
    assert [answer["outcome"]["kind"] for answer in found[:-1]] == list(script.values())[:-1]
    assert all(
        {"screen", "state", "online", "waiting"} <= answer["view"].keys() for answer in found
    )
    assert (ended.code, ended.out, ended.err) == (ExitCode.OK, "", "")


def test_killed_ten_times_and_no_line_counts_twice(tmp_path: Path) -> None:
    make_site(tmp_path, "SO-1 lines=6xMUG,6xPOT")
    script = ["scan B-ANN", "scan SO-1", "scan A-01-1", *[f"scan {MUG}"] * 6, "scan T-1"]
    script += ["scan A-02-1", *[f"scan {POT}"] * 6, "scan T-1", "scan T-1", "press OK"]
    script += [*[f"scan {MUG}"] * 6, *[f"scan {POT}"] * 6, "scan 00$sscc"]
    lines = [f"@{number} {line}" for number, line in enumerate(script, start=1)]
    dice, answered = random.Random(7), 0
    for _ in range(10):
        with Program("replay", "-", "--home", tmp_path) as program:
            for _ in range(2):
                assert program.ask(lines[answered])["input"] == script[answered]
                answered += 1
            # These two get no answer that anybody reads: done, half done or not begun.
            program.send(*lines[answered : answered + 2])
            pause(dice.uniform(0, 0.03))
            program.kill()
    with Program("replay", "-", "--home", tmp_path) as program:
        last = [program.ask(line) for line in lines[answered:]][-1]
        assert program.close_input().code == ExitCode.OK
    assert last["outcome"]["kind"] == "order_packed"
    log = rows(tmp_path / "station-P1.db", "SELECT ticket FROM scan_log ORDER BY id")
    assert log == [(str(number),) for number in range(1, len(script) + 1)]
    facts = Counter(
        kind for (kind,) in rows(tmp_path / "station-P1.db", "SELECT kind FROM journal")
    )
    assert (facts["unit_picked"], facts["unit_packed"], facts["order_packed"]) == (12, 12, 1)
    found = order_of(tmp_path, "SO-1")
    assert (found["order"]["sub_state"], len(found["parcels"])) == ("packed", 1)
    assert [(line["picked"], line["packed"]) for line in found["lines"]] == [(6, 6), (6, 6)]


def test_bad_lines_and_what_was_expected_otherwise(tmp_path: Path) -> None:
    make_site(tmp_path)
    script = "dance\nscan\n# a comment\n\nscan B-ANN -> signed_in\nscan X -> shown\nweigh much\n"
    done = run_program("replay", "-", "--home", tmp_path, input=script)
    assert done.code == ExitCode.ERROR
    assert [("error" in line, "unexpected" in line) for line in done.answers] == [
        (True, False),
        (True, False),
        (False, False),
        (False, True),
        (True, False),
    ]
    assert done.answers[0]["error"].startswith("line 1: “dance” is no input.")
    assert done.answers[3]["unexpected"] == "line 6: expected shown, got unknown_code"
    assert done.err == ""


def test_a_script_that_cannot_be_read(tmp_path: Path) -> None:
    latin = tmp_path / "latin.txt"
    latin.write_bytes(b"scan \xe4\n")
    for script in (tmp_path / "none.txt", latin):
        done = run_program("replay", script, "--home", tmp_path)
        assert (done.code, done.out) == (ExitCode.USAGE, "")
        assert str(script) in done.sentence


# --- one home, one program -----------------------------------------------------------------------


def test_a_second_program_on_the_same_station_is_refused(tmp_path: Path) -> None:
    make_site(tmp_path)
    with Program("replay", "-", "--home", tmp_path) as first:
        first.ask("scan B-ANN")
        for words in (("replay", "-"), ("station", "--offscreen")):
            done = run_program(*words, "--home", tmp_path)
            assert (done.code, done.out) == (ExitCode.RUNNING, "")
            assert "already working here" in done.sentence
        other = run_program("replay", "-", "--home", tmp_path, "--station", "P2", input="scan X")
        assert other.answers[0]["outcome"]["kind"] == "badge_unknown"
        assert first.ask("scan SO-9")["outcome"]["kind"] == "unknown_code"


# --- homes, screens and files that are not as they should be -------------------------------------


def _broken_homes(tmp_path: Path) -> list[Path]:
    file = tmp_path / "file"
    file.write_text("", "utf-8")
    return [file, Path("/proc/packbench")]


@pytest.mark.skipif(sys.platform != "linux", reason="needs a folder nobody can write")
@pytest.mark.parametrize("words", [("replay", "-"), ("station", "--offscreen")])
def test_a_home_that_is_none(tmp_path: Path, words: tuple[str, ...]) -> None:
    for home in _broken_homes(tmp_path):
        done = run_program(*words, "--home", home)
        assert (done.code, done.out) == (ExitCode.ERROR, "")
        assert str(home) in done.sentence and "--home" in done.sentence


@pytest.mark.skipif(sys.platform != "linux", reason="there is always a display")
def test_a_station_without_a_display(tmp_path: Path) -> None:
    done = run_program("station", "--home", tmp_path)
    assert (done.code, done.out) == (ExitCode.NO_SCREEN, "")
    assert done.sentence.startswith("There is no display here.")


def test_words_about_devices_that_are_off(tmp_path: Path) -> None:
    for words in (("--scanner", "telepathy"), ("--scale", "9")):
        done = run_program("station", "--offscreen", "--home", tmp_path, *words)
        assert (done.code, done.out) == (ExitCode.USAGE, "")
        assert done.sentence


def _spoil(path: Path, begin: int) -> None:
    data = bytearray(path.read_bytes())
    assert len(data) > begin
    data[begin:] = random.Random(3).randbytes(len(data) - begin)
    path.write_bytes(data)


def test_a_damaged_station_file(tmp_path: Path) -> None:
    make_site(tmp_path)
    assert run_program("replay", "-", "--home", tmp_path, input="scan B-ANN").code == ExitCode.OK
    for number, begin in enumerate((4096, 0), start=1):
        _spoil(tmp_path / "station-P1.db", begin)
        done = run_program("replay", "-", "--home", tmp_path, input="scan B-ANN")
        assert done.code == ExitCode.OK
        assert done.answers[0]["outcome"]["kind"] == "signed_in"
        assert done.err.startswith("The station's file was damaged and begun anew:")
        assert len(list(tmp_path.glob("station-P1.damaged-*.db"))) == number


def test_a_damaged_centre(tmp_path: Path) -> None:
    """A script ends with the sentence; a station goes on without its centre."""
    make_site(tmp_path)
    assert run_program("replay", "-", "--home", tmp_path, input="scan B-ANN").code == ExitCode.OK
    _spoil(tmp_path / "centre.db", 4096)
    done = run_program("replay", "-", "--home", tmp_path, input="scan SO-9")
    assert (done.code, done.out) == (ExitCode.ERROR, "")
    assert done.sentence.startswith("The centre's file is damaged.")
    log = tmp_path / "logs" / "packbench.log"
    with Program("station", "--offscreen", "--home", tmp_path) as station:
        wait_until(lambda: "the centre is away: The centre's file is damaged" in _text(log), "it")
        ended = station.stop(10)
    assert (ended.code, ended.err) == (ExitCode.OK, "")
    assert "Traceback" not in _text(log)


def _text(path: Path) -> str:
    return path.read_text("utf-8") if path.exists() else ""


def test_a_serial_server_as_scanner(tmp_path: Path) -> None:
    """The window's program hears a scanner on the network; each scan is one row."""
    make_site(tmp_path, "SO-1 lines=2xMUG")
    file = tmp_path / "station-P1.db"
    # With the site's data comes the claim; without it the order is asked for first.
    ready = "SELECT order_id FROM reserve"
    query = "SELECT verdict FROM scan_log ORDER BY id"
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(DEADLINE_S)
        spec = f"socket://127.0.0.1:{server.getsockname()[1]}"
        with Program("station", "--offscreen", "--home", tmp_path, "--scanner", spec) as station:
            line, _ = server.accept()
            with line:
                wait_until(lambda: rows(file, ready), "the site's data")
                verdicts = ["signed_in", "order_opened", "bin_ok", "unit_picked"]
                for count, code in enumerate(("B-ANN", "SO-1", "A-01-1", MUG), start=1):
                    line.sendall(f"{code}\r\n".encode())
                    wait_until(lambda n=count: len(rows(file, query)) == n, code)  # type: ignore[misc]  # bound
                ended = station.stop(10)
    assert (ended.code, ended.err) == (ExitCode.OK, "")
    assert rows(file, query) == [(verdict,) for verdict in verdicts]


# --- words ---------------------------------------------------------------------------------------


def test_help_and_unknown_words() -> None:
    main = run_program("--help")
    assert (main.code, main.err) == (ExitCode.OK, "")
    first = [line.split()[0] for line in main.out.splitlines() if line.strip()]
    for name in COMMANDS:
        assert name in first
        done = run_program(name, "--help")
        assert (done.code, done.err) == (ExitCode.OK, "")
        assert done.out.startswith("usage: packbench")
    for words in ((), ("fly",), ("replay",), ("station", "--wings")):
        done = run_program(*words, env=environment())
        assert (done.code, done.out) == (ExitCode.USAGE, "")
        assert "Traceback" not in done.err and "--help" in done.err
