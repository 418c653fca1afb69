"""Who gets in while the centre cannot be asked, and who was switched off meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.errors import Behind, StorageFault
from app.station.messages import Tick
from app.station.sign_in.view import SignInView
from app.store.station.meta import Meta
from app.sync.news import CentreAnswered, LinkChanged
from tests.helpers.scenario import Scene
from tests.unit.station.conftest import ANN, BOB, MUG, SUE, said
from tests.unit.station.sign_in.test_sign_in import kinds, typed

DAY, HOUR = 86_400, 3_600


def notice(scene: Scene) -> str:
    """What the sign-in screen says of the bench."""
    assert scene.bench is not None
    view = scene.bench.answers[-1].view
    assert isinstance(view, SignInView)
    return view.notice.kind.value if view.notice else ""


def moved(scene: Scene, seconds: float) -> None:
    """The bench's clock, and the second that follows."""
    assert scene.bench is not None
    scene.clock.advance(seconds)
    scene.bench.feed(Tick(scene.clock.now()))


@pytest.fixture
def offline(scene: Scene) -> Scene:
    scene.do("offline")
    return scene


def test_badges_grow_too_old(offline: Scene) -> None:
    moved(offline, 12 * DAY - HOUR)
    assert notice(offline) == ""
    moved(offline, 2 * HOUR)
    assert notice(offline) == "sign_in_ending"
    assert said(offline, f"scan {ANN}", "press SIGN_OUT") == ["signed_in", "signed_out"]
    moved(offline, 2 * DAY)
    assert notice(offline) == "offline_too_long"
    before = kinds(offline)
    assert said(offline, f"scan {ANN}", f"scan {SUE}") == ["offline_too_long"] * 2
    assert offline.bench is not None and offline.bench.station.session.operator == ""
    assert kinds(offline) == before
    offline.reopen()
    assert offline.bench is not None
    assert said(offline, f"scan {ANN}") == ["signed_in"], "the start has reached the centre"


def test_a_number_is_refused_before_its_pin_is_asked_for(offline: Scene) -> None:
    moved(offline, 15 * DAY)
    typed(offline, "11")
    assert said(offline, "press OK") == ["offline_too_long"]
    assert offline.bench is not None and offline.bench.station.session.asks_pin == ""


def test_a_pin_that_was_asked_for_in_time_comes_too_late(offline: Scene) -> None:
    assert offline.bench is not None
    typed(offline, "11")
    assert said(offline, "press OK") == ["pin_asked"]
    offline.clock.advance(15 * DAY)
    typed(offline, "77778888")
    offline.do("press OK")
    answer = offline.bench.station.outcome
    assert answer is not None and answer.kind.value == "offline_too_long"
    assert offline.bench.station.session.operator == ""


def test_the_centre_brings_everybody_back(offline: Scene) -> None:
    moved(offline, 15 * DAY)
    offline.do("online")
    assert notice(offline) == ""
    assert said(offline, f"scan {BOB}") == ["signed_in"]


def test_who_is_at_work_stays_and_may_end_the_shift(offline: Scene) -> None:
    assert offline.bench is not None
    moved(offline, 14 * DAY - HOUR)
    assert said(offline, f"scan {ANN}", "scan SO-1", "scan A-01-1")[-1] == "bin_ok"
    kept = offline.bench.station.session.task
    offline.clock.advance(2 * HOUR)
    assert said(offline, "scan 9521321000001") == ["unit_picked"]
    assert said(offline, "press LOCK", f"scan {BOB}", f"scan {SUE}") == [
        "locked",
        "offline_too_long",
        "offline_too_long",
    ]
    assert offline.bench.station.session.taking_over == ""
    assert said(offline, f"scan {ANN}") == ["unlocked"]
    assert said(offline, "press LOCK") == ["locked"]
    offline.clock.advance(DAY)
    assert said(offline, f"scan {ANN}") == ["offline_too_long"], "a stolen bench is no key"
    offline.do("online")
    assert said(offline, f"scan {ANN}", "scan 9521321000001") == ["unlocked", "line_picked"]
    task = offline.bench.station.session.task
    assert kept is not None and task is not None and task.at_stake == kept.at_stake


def test_another_badge_at_home_does_not_end_somebodys_work(offline: Scene) -> None:
    assert offline.bench is not None
    moved(offline, 14 * DAY - 60)
    assert said(offline, f"scan {ANN}") == ["signed_in"]
    offline.clock.advance(120)
    assert said(offline, f"scan {BOB}") == ["offline_too_long"]
    assert offline.bench.station.session.operator == "11"
    assert said(offline, "scan SO-1") == ["order_opened"]


def test_a_supervisors_old_badge_allows_nothing_at_somebodys_bench(offline: Scene) -> None:
    assert offline.bench is not None
    moved(offline, 14 * DAY - 60)
    opened = (f"scan {ANN}", "scan SO-2", "scan A-01-1", f"scan {MUG}", "scan T-2", "scan T-2")
    closed = ("press OK", f"scan {MUG}", "weigh 4000")
    assert said(offline, *opened, *closed)[-1] == "weight_off"
    offline.clock.advance(120)
    assert said(offline, f"scan {SUE}") == ["offline_too_long"]
    assert offline.bench.station.session.vouched_by == ""
    assert said(offline, "press OK") == ["no_permission"]


def test_no_limit_is_no_limit(scene: Scene) -> None:
    scene.close()
    scene.plan = replace(scene.plan, config=replace(scene.plan.config, offline_sign_in_days=0))
    scene.open()
    scene.do("offline")
    moved(scene, 4000 * DAY)
    assert notice(scene) == ""
    assert said(scene, f"scan {ANN}") == ["signed_in"]


def test_a_clock_set_back_is_no_fresh_badge(offline: Scene) -> None:
    for _ in range(10):
        moved(offline, DAY)
    moved(offline, -8 * DAY)
    assert notice(offline) == "clock_back"
    assert said(offline, f"scan {ANN}") == ["clock_back"]
    moved(offline, 8 * DAY)
    assert said(offline, f"scan {ANN}", "press SIGN_OUT") == ["signed_in", "signed_out"]
    moved(offline, -8 * DAY)
    offline.do("online")
    assert said(offline, f"scan {ANN}") == ["signed_in"], "the centre sets it right"


def test_a_clock_that_ran_ahead_is_forgotten_once_the_centre_answers(offline: Scene) -> None:
    moved(offline, 60)
    moved(offline, 30 * DAY)
    moved(offline, -30 * DAY)
    assert notice(offline) == "clock_back"
    offline.do("online")
    offline.do("offline")
    assert said(offline, f"scan {ANN}") == ["signed_in"]


# --- what is kept --------------------------------------------------------------------------------


def writes(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> list[Meta]:
    assert scene.bench is not None
    file, seen = scene.bench.file, []
    really = file.keep

    def noted(meta: Meta) -> None:
        if (meta.contact, meta.latest) != (file.meta.contact, file.meta.latest):
            seen.append(meta)
        really(meta)

    monkeypatch.setattr(file, "keep", noted)
    return seen


@pytest.mark.parametrize("online", [True, False])
def test_the_times_are_written_once_an_hour(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, online: bool
) -> None:
    assert scene.bench is not None
    if not online:
        scene.do("offline")
    seen = writes(scene, monkeypatch)
    for _ in range(12 * 12):
        scene.clock.advance(300)
        scene.bench.feed(Tick(scene.clock.now()))
        scene.bench.settle()
    assert 10 <= len(seen) <= 13
    assert all((meta.contact == meta.latest) is online for meta in seen)


def test_a_line_that_comes_and_goes_writes_no_times(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = writes(scene, monkeypatch)
    for _ in range(20):
        scene.do("offline")
        moved(scene, 10)
        scene.do("online")
    assert seen == []


def test_times_that_a_full_disk_refused_are_written_later(
    offline: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert offline.bench is not None

    def full(_meta: Meta) -> None:
        raise StorageFault("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(offline.bench.file, "keep", full)
        moved(offline, DAY)
    assert offline.bench.station.outcome is None
    moved(offline, 1)
    assert offline.bench.file.meta.latest == offline.clock.now()


def test_a_file_of_an_older_program_begins_to_count(offline: Scene) -> None:
    assert offline.bench is not None
    offline.bench.file.keep(replace(offline.bench.file.meta, contact=None, latest=None))
    assert said(offline, f"scan {ANN}", "press SIGN_OUT") == ["signed_in", "signed_out"]
    moved(offline, 1)
    moved(offline, 15 * DAY)
    assert said(offline, f"scan {ANN}") == ["offline_too_long"]


def test_the_answer_counts_from_when_it_was_asked_for(offline: Scene) -> None:
    """A machine that slept reads an old answer when it wakes."""
    assert offline.bench is not None
    asked = offline.clock.now() + timedelta(hours=2)
    offline.clock.advance(20 * DAY)
    offline.bench.feed(CentreAnswered(asked))
    assert offline.bench.file.meta.contact == asked
    assert said(offline, f"scan {ANN}") == ["offline_too_long"]


# --- switched off at the centre ------------------------------------------------------------------

OFF = "given operator 11 badge=B-ANN-7f3a9c pin=77778888 disabled"
ON = "given operator 11 badge=B-ANN-7f3a9c pin=77778888"


def shown(scene: Scene) -> str:
    assert scene.bench is not None
    answer = scene.bench.station.outcome
    return answer.kind.value if answer else "-"


def test_who_is_switched_off_is_locked_out_at_once_and_the_work_is_kept(scene: Scene) -> None:
    lines = (f"scan {ANN}", "scan SO-1", "scan A-01-1", "scan 9521321000001")
    assert said(scene, *lines)[-1] == "unit_picked"
    scene.do(OFF)
    assert scene.bench is not None
    session = scene.bench.station.session
    assert (shown(scene), session.locked, session.open_order) == ("operator_off", True, "shop:SO-1")
    assert kinds(scene)[-1] == "locked"
    assert said(scene, "scan 9521321000001", f"scan {ANN}") == ["sign_in_first", "badge_off"]
    before = kinds(scene)
    scene.do("given bin A-09-9 walk=9")
    assert kinds(scene) == before, "once"
    assert said(scene, f"scan {SUE}", f"scan {SUE}", "scan 9521321000001") == [
        "take_over_asked",
        "taken_over",
        "line_picked",
    ]


def test_who_is_switched_off_by_mistake_goes_on_where_he_was(scene: Scene) -> None:
    assert said(scene, f"scan {ANN}", "scan L-1")[-1] == "load_opened"
    scene.do(OFF)
    assert scene.bench is not None and scene.bench.station.session.locked
    scene.do(ON)
    assert said(scene, f"scan {ANN}") == ["unlocked"]
    assert scene.bench.station.session.task is not None


def test_who_is_switched_off_without_work_is_signed_out(scene: Scene) -> None:
    assert said(scene, f"scan {ANN}") == ["signed_in"]
    scene.do(OFF)
    assert scene.bench is not None
    session = scene.bench.station.session
    assert (shown(scene), session.operator, session.locked) == ("operator_off", "", False)
    assert kinds(scene)[-1] == "signed_out"


def test_who_was_switched_off_while_the_bench_was_away_or_the_program_ended(scene: Scene) -> None:
    assert said(scene, f"scan {ANN}", "scan SO-1", "offline")[1] == "order_opened"
    scene.do(OFF)
    assert scene.bench is not None and not scene.bench.station.session.locked
    scene.reopen()
    assert scene.bench is not None and scene.bench.station.session.locked
    assert scene.bench.station.session.open_order == "shop:SO-1"


def test_who_works_stays_when_another_person_is_switched_off(scene: Scene) -> None:
    assert said(scene, f"scan {BOB}") == ["signed_in"]
    scene.do(OFF)
    assert scene.bench is not None and scene.bench.station.session.operator == "12"


# --- versions ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("behind", "kind"),
    [
        (Behind.PROGRAM, "program_outdated"),
        (Behind.CENTRE, "centre_outdated"),
        (Behind.LOGIN, "login_refused"),
        (None, ""),
    ],
)
def test_the_sign_in_screen_says_which_is_too_old(
    scene: Scene, behind: Behind | None, kind: str
) -> None:
    assert scene.bench is not None
    scene.bench.online = False
    scene.bench.feed(LinkChanged(online=False, behind=behind))
    assert notice(scene) == kind
    assert scene.bench.station.link.behind is behind
    said(scene, f"scan {ANN}")
    assert scene.bench.station.link.waiting == 1
