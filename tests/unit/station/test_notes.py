"""A supervisor's message stands on the bench's screen until somebody there has read it."""

from __future__ import annotations

from pathlib import Path

from app.__main__ import main
from app.clock import SystemClock
from app.domain.rows.messages import Message
from app.errors import ExitCode
from app.station.home.view import HomeView
from app.station.pick.view import PickView
from app.station.sign_in.view import SignInView
from app.sync.centre import SqlCentre
from tests.helpers.scenario import Scene
from tests.unit.station.conftest import ANN, said, shown


def send(scene: Scene, text: str, to: str = "P1", by: str = "90") -> int:
    return message(scene.home.root, "send", to, text, "--operator", by)


def message(home: Path, *words: str) -> int:
    return main(["--home", str(home), "message", *words])


def kept(scene: Scene) -> tuple[Message, ...]:
    centre = SqlCentre.open(scene.home.centre_url, SystemClock())
    try:
        return centre.messages()
    finally:
        centre.close()


def test_it_is_shown_at_once_and_gone_when_it_is_read(scene: Scene) -> None:
    said(scene, f"scan {ANN}", "scan SO-2")
    assert send(scene, "Come to the dock, please") == ExitCode.OK
    assert send(scene, "And bring the tape") == ExitCode.OK
    scene.do("wait 1")
    first, _second = shown(scene, PickView).frame.notes
    assert (first.text, first.by) == ("Come to the dock, please", "90")
    assert all(one.shown_at is not None for one in kept(scene))
    answer = scene.do("press SEEN")["outcome"]
    assert (answer["kind"], answer["values"]["left"]) == ("message_read", 1)
    assert [note.text for note in shown(scene, PickView).frame.notes] == ["And bring the tape"]
    assert said(scene, "press SEEN", "press SEEN") == ["message_read", "no_message"]
    assert shown(scene, PickView).frame.order == "SO-2", "the work goes on as it was"
    scene.do("wait 1")
    assert [(one.read_by, one.open) for one in kept(scene)] == [("11", False), ("11", False)]


def test_nobody_at_work_sees_it_and_cannot_have_read_it(scene: Scene) -> None:
    said(scene, f"scan {ANN}", "press OFF")
    send(scene, "Clean the bench")
    scene.do("wait 1")
    assert [note.text for note in shown(scene, SignInView).frame.notes] == ["Clean the bench"]
    assert said(scene, "press SEEN") == ["sign_in_first"]
    assert said(scene, f"scan {ANN}", "press SEEN") == ["signed_in", "message_read"]
    assert shown(scene, HomeView).frame.notes == ()


def test_it_is_for_one_bench_and_can_be_taken_back(scene: Scene) -> None:
    said(scene, f"scan {ANN}")
    other = Scene(scene.home.root, name="P2")
    said(other, "scan B-BOB-1c2d3e")
    send(scene, "For the second bench", to="P2")
    said(scene, "wait 1")
    said(other, "wait 1")
    assert shown(scene, HomeView).frame.notes == ()
    assert [note.text for note in shown(other, HomeView).frame.notes] == ["For the second bench"]
    (one,) = kept(scene)
    assert message(scene.home.root, "withdraw", one.id, "--operator", "90") == ExitCode.OK
    said(other, "wait 1")
    assert shown(other, HomeView).frame.notes == ()
    other.close()


def test_who_may_not_and_where_nobody_is(scene: Scene) -> None:
    said(scene, f"scan {ANN}")
    assert send(scene, "Hello", by="11") == ExitCode.ERROR
    assert send(scene, "Hello", to="P9") == ExitCode.ERROR
    assert send(scene, "Hello", to="import") == ExitCode.ERROR, "nobody stands there"
    assert send(scene, " ") == ExitCode.USAGE
    assert send(scene, "x" * 81) == ExitCode.USAGE
    assert send(scene, "two\nlines") == ExitCode.USAGE
    assert message(scene.home.root, "withdraw", "none", "--operator", "90") == ExitCode.ERROR
    assert kept(scene) == ()


def test_what_is_read_cannot_be_taken_back(scene: Scene) -> None:
    said(scene, f"scan {ANN}")
    send(scene, "Read me")
    said(scene, "wait 1", "press SEEN", "wait 1")
    (one,) = kept(scene)
    assert message(scene.home.root, "withdraw", one.id, "--operator", "90") == ExitCode.ERROR
    assert not kept(scene)[0].withdrawn
