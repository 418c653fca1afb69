"""Who works here: badges, PINs, locks and take-overs."""

from __future__ import annotations

import pytest

from app.device_api import Scan
from app.domain.facts import FactKind
from app.station.messages import Tick
from app.station.sign_in.view import SignInView
from tests.helpers.scenario import Scene
from tests.unit.station.conftest import ANN, BOB, said


def kinds(scene: Scene) -> list[str]:
    assert scene.bench is not None
    return [fact.kind for fact in scene.bench.file.history.facts_after(0, 1000)]


def typed(scene: Scene, digits: str) -> None:
    for digit in digits:
        scene.do(f"press {digit}")


def with_pin(scene: Scene, staff: str, pin: str) -> str:
    """The last thing said: the PIN's answer comes as a message of its own."""
    assert scene.bench is not None
    typed(scene, staff)
    scene.do("press OK")
    typed(scene, pin)
    scene.do("press OK")
    outcome = scene.bench.station.outcome
    return outcome.kind.value if outcome else "-"


def test_a_badge_signs_in_and_out(scene: Scene) -> None:
    assert said(scene, f"scan {ANN}", "press SIGN_OUT") == ["signed_in", "signed_out"]
    assert kinds(scene) == ["signed_in", "signed_out"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("scan B-OFF-9e8d7c", "badge_off"),
        ("scan B-NOBODY", "badge_unknown"),
        ("scan SO-1", "sign_in_first"),
        ("scan 9521321000001", "sign_in_first"),
        ("press PICK", "sign_in_first"),
        ("press OK", "sign_in_first"),
    ],
)
def test_nothing_is_done_before_somebody_signs_in(scene: Scene, line: str, kind: str) -> None:
    assert said(scene, line) == [kind]
    assert kinds(scene) == []


def test_a_number_and_its_pin(scene: Scene) -> None:
    assert with_pin(scene, "11", "77778888") == "signed_in"
    assert scene.bench is not None and scene.bench.station.session.operator == "11"


@pytest.mark.parametrize(
    ("staff", "kind"), [("99", "staff_unknown"), ("14", "staff_unknown"), ("13", "badge_off")]
)
def test_a_number_that_cannot_sign_in(scene: Scene, staff: str, kind: str) -> None:
    typed(scene, staff)
    assert said(scene, "press OK") == [kind]


def test_the_ninth_digit_of_a_number_is_refused_aloud(scene: Scene) -> None:
    typed(scene, "12345678")
    assert said(scene, "press 9") == ["number_too_long"]
    assert scene.bench is not None and scene.bench.station.session.staff == "12345678"


def test_five_wrong_pins_are_a_pause_for_everybody(scene: Scene) -> None:
    assert scene.bench is not None
    typed(scene, "11")
    scene.do("press OK")
    for left in (4, 3, 2, 1):
        typed(scene, "0000")
        scene.do("press OK")
        answer = scene.bench.station.outcome
        assert answer is not None and (answer.kind.value, answer.values) == (
            "pin_wrong",
            {"left": left},
        )
    typed(scene, "0000")
    scene.do("press OK")
    assert scene.bench.station.outcome is not None
    assert scene.bench.station.outcome.kind.value == "pin_paused"
    assert (
        with_pin(scene, "11", "77778888") == "digits" or scene.bench.station.session.operator == ""
    )
    scene.do("press CLEAR")
    # Another number waits as well, and so does the program that is started again.
    typed(scene, "12")
    assert said(scene, "press OK") == ["pin_paused"]
    scene.reopen()
    scene.do("press CLEAR")
    typed(scene, "12")
    assert said(scene, "press OK") == ["pin_paused"]
    # A badge is no PIN.
    assert said(scene, f"scan {BOB}", "press SIGN_OUT") == ["signed_in", "signed_out"]
    scene.do("wait 61")
    assert with_pin(scene, "11", "77778888") == "signed_in"


def test_asking_again_does_not_give_new_tries(scene: Scene) -> None:
    for _ in range(4):
        assert with_pin(scene, "11", "0000") == "pin_wrong"
        scene.do("press CLEAR")
    assert with_pin(scene, "11", "0000") == "pin_paused"


def test_nobody_sheds_the_pause_by_an_own_badge(scene: Scene) -> None:
    """Four guesses, a sign-in by the own badge, four more: the fifth wrong one is the pause."""
    for _ in range(4):
        assert with_pin(scene, "11", "0000") == "pin_wrong"
        scene.do("press CLEAR")
    said(scene, f"scan {BOB}", "press SIGN_OUT")
    assert with_pin(scene, "12", "12121212") == "signed_in"  # his own PIN is no way, either
    said(scene, "press SIGN_OUT")
    assert with_pin(scene, "11", "0001") == "pin_paused"
    said(scene, f"scan {BOB}", "press SIGN_OUT", "press 1", "press 1")
    assert said(scene, "press OK") == ["pin_paused"]


def test_the_pause_is_on_the_timeline_of_whom_it_was_tried_for(scene: Scene) -> None:
    for _ in range(5):
        with_pin(scene, "11", "0000")
        scene.do("press CLEAR")
    assert scene.bench is not None
    facts = scene.bench.file.history.facts_after(0, 1000)
    told = [(f.kind, [tuple(s) for s in f.subjects], f.body) for f in facts]
    assert told == [("pin_paused", [("operator", "11")], {"wrong": 5})]


def test_wrong_pins_are_forgotten_in_time(scene: Scene) -> None:
    for _ in range(4):
        assert with_pin(scene, "11", "0000") == "pin_wrong"
        scene.do("press CLEAR")
    scene.do("wait 600")
    assert with_pin(scene, "11", "0000") == "pin_wrong"


def digits(scene: Scene) -> int:
    """How many PIN digits the screen shows as typed."""
    assert scene.bench is not None
    view = scene.bench.answers[-1].view
    assert isinstance(view, SignInView)
    return view.pin_digits


def test_a_half_typed_pin_is_forgotten(scene: Scene) -> None:
    """Somebody typed two digits and went away; what comes later starts from nothing."""
    assert scene.bench is not None
    typed(scene, "11")
    scene.do("press OK")
    typed(scene, "77")
    assert said(scene, f"scan {BOB}", "press SIGN_OUT") == ["signed_in", "signed_out"]
    assert digits(scene) == 0
    assert with_pin(scene, "11", "77778888") == "signed_in"


def test_a_pin_is_corrected_digit_by_digit(scene: Scene) -> None:
    assert scene.bench is not None
    typed(scene, "11")
    scene.do("press OK")
    typed(scene, "777788889")
    assert digits(scene) == 9
    scene.do("press DELETE")
    scene.do("press OK")
    assert scene.bench.station.session.operator == "11"


def test_a_pin_with_a_digit_too_many_is_wrong(scene: Scene) -> None:
    said(scene, "given operator 15 badge=B-LONG-1f2e3d pin=123456789012", "wait 1")
    assert with_pin(scene, "15", "1234567890123") == "pin_wrong"
    assert with_pin(scene, "15", "123456789012") == "signed_in"


# --- locked --------------------------------------------------------------------------------------


@pytest.fixture
def working(scene: Scene) -> Scene:
    """Ann is picking SO-1; one unit is in her hand."""
    lines = (f"scan {ANN}", "scan SO-1", "scan A-01-1", "scan 9521321000001")
    assert said(scene, *lines)[-1] == "unit_picked"
    return scene


def test_the_work_is_locked_and_kept(working: Scene) -> None:
    assert working.bench is not None
    kept = working.bench.station.session.task
    assert said(working, "press LOCK", "scan SO-2") == ["locked", "sign_in_first"]
    working.reopen()
    assert said(working, f"scan {ANN}") == ["unlocked"]
    assert working.bench is not None and working.bench.station.session.task == kept
    assert said(working, "scan 9521321000001") == ["line_picked"]


def test_signing_out_with_open_work_only_locks(working: Scene) -> None:
    assert said(working, "press SIGN_OUT") == ["locked"]
    assert working.bench is not None and working.bench.station.session.open_order == "shop:SO-1"


def test_the_own_badge_locks(working: Scene) -> None:
    assert said(working, f"scan {ANN}", f"scan {ANN}") == ["locked", "unlocked"]


def test_another_badge_takes_over_by_its_second_scan(working: Scene) -> None:
    assert working.bench is not None
    assert said(working, "press LOCK", f"scan {BOB}") == ["locked", "take_over_asked"]
    assert working.bench.station.session.operator == "11"
    assert said(working, f"scan {BOB}", "scan 9521321000001") == ["taken_over", "line_picked"]
    session = working.bench.station.session
    assert (session.operator, session.open_order) == ("12", "shop:SO-1")
    facts = working.bench.file.history.facts_after(0, 100)
    assert [fact.operator for fact in facts[-2:]] == ["12", "12"]
    assert facts[-2].body == {"from": "11"}


def test_another_badge_can_be_thought_better_of(working: Scene) -> None:
    assert said(working, "press LOCK", f"scan {BOB}", "press CLEAR") == [
        "locked",
        "take_over_asked",
        "cleared",
    ]
    assert said(working, f"scan {BOB}") == ["take_over_asked"]


def test_the_other_order_is_parked(working: Scene) -> None:
    assert working.bench is not None
    lines = ("press LOCK", f"scan {BOB}", "press HOLD")
    assert said(working, *lines) == ["locked", "take_over_asked", "held"]
    session = working.bench.station.session
    assert (session.operator, session.open_order) == ("12", "")
    assert kinds(working)[-2:] == [FactKind.ORDER_PARKED, FactKind.SIGNED_IN]


def test_a_badge_of_somebody_else_does_not_disturb_open_work(working: Scene) -> None:
    assert said(working, f"scan {BOB}") == ["not_here"]
    assert working.bench is not None and working.bench.station.session.operator == "11"


def test_an_idle_bench_locks_itself(working: Scene) -> None:
    assert working.bench is not None
    idle = working.plan.config.idle_lock_s
    assert said(working, f"wait {idle - 2}") == ["-"]
    assert not working.bench.station.session.locked
    working.do("wait 3")
    assert working.bench.station.session.locked
    assert kinds(working)[-1] == "locked"
    before = kinds(working)
    working.do(f"wait {idle}")
    assert kinds(working) == before, "locked once"
    assert said(working, f"scan {ANN}") == ["unlocked"]


def test_the_last_seconds_before_the_lock_are_told(working: Scene) -> None:
    assert working.bench is not None
    idle = working.plan.config.idle_lock_s
    told = []
    for seconds in (idle - 11, 1, 6, 3, 1):
        working.clock.advance(seconds)
        answers = working.bench.feed(Tick(working.clock.now()))
        told.append([answer.view.frame.locks_in for answer in answers][-1:])
    assert told == [[], [10], [4], [1], [0]]
    assert working.bench.station.session.locked


def test_an_input_ends_the_countdown(working: Scene) -> None:
    assert working.bench is not None
    working.clock.advance(working.plan.config.idle_lock_s - 5)
    (answer,) = working.bench.feed(Tick(working.clock.now()))
    assert answer.view.frame.locks_in == 5
    (answer,) = working.bench.feed(Scan("what", "", "sim", working.clock.now()))
    assert answer.view.frame.locks_in == 0


def test_an_input_starts_the_idle_time_anew(working: Scene) -> None:
    assert working.bench is not None
    half = working.plan.config.idle_lock_s // 2 + 1
    for _ in range(3):
        working.clock.advance(half)
        working.bench.feed(Scan("what", "", "sim", working.clock.now()))
        working.bench.feed(Tick(working.clock.now()))
    assert not working.bench.station.session.locked


def test_nobody_is_locked_out_of_an_empty_bench(scene: Scene) -> None:
    assert scene.bench is not None
    scene.clock.advance(9999)
    scene.bench.feed(Tick(scene.clock.now()))
    assert kinds(scene) == []


def test_a_clock_set_back_makes_no_pause_longer(scene: Scene) -> None:
    for _ in range(5):
        with_pin(scene, "11", "0000")
        scene.do("press CLEAR")
    typed(scene, "11")
    assert said(scene, "press OK") == ["pin_paused"]
    scene.do("press CLEAR")
    scene.clock.advance(-86_000)
    assert with_pin(scene, "11", "77778888") == "signed_in"


# --- the language -------------------------------------------------------------------------------


def language(scene: Scene) -> str:
    assert scene.bench is not None
    return scene.bench.station.session.language


@pytest.fixture
def speaking(scene: Scene) -> Scene:
    """Bob's own language is Chinese; Ann has none."""
    said(scene, f"scan {BOB}", "language zh_CN", "press SIGN_OUT", "language en")
    said(scene, f"scan {ANN}", "press SIGN_OUT")
    return scene


def test_a_sign_in_brings_the_persons_own_language(speaking: Scene) -> None:
    assert language(speaking) == "en"
    said(speaking, f"scan {BOB}")
    assert language(speaking) == "zh_CN"


def test_a_language_chosen_at_the_sign_in_is_kept(speaking: Scene) -> None:
    said(speaking, "language en", f"scan {BOB}")
    assert language(speaking) == "en"


def test_the_choice_counts_for_one_sign_in(speaking: Scene) -> None:
    said(speaking, "language en", f"scan {BOB}", "press SIGN_OUT", f"scan {BOB}")
    assert language(speaking) == "zh_CN"


def test_a_person_without_a_language_takes_the_windows(speaking: Scene) -> None:
    said(speaking, f"scan {BOB}", "press SIGN_OUT", f"scan {ANN}")
    assert language(speaking) == "zh_CN"


def test_whoever_comes_back_finds_the_language_that_was_left(speaking: Scene) -> None:
    said(speaking, "language en", f"scan {BOB}", "press LOCK", f"scan {BOB}")
    assert language(speaking) == "en"


def test_another_person_at_a_locked_bench_brings_the_own_language(speaking: Scene) -> None:
    said(speaking, f"scan {ANN}", "press LOCK", f"scan {BOB}")
    assert language(speaking) == "zh_CN"
