"""A printer answers late, twice or never: what the bench shows and sends stays true."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.compose.equipment import Others, Specs
from app.config import Config
from app.device_api import DeviceKind, PrintResult, Proof, Trouble
from app.domain.address import Address
from app.domain.facts import FactKind, Kind, Subject
from app.domain.outcome import OutcomeKind
from app.domain.pack.outcome import Packing
from app.domain.rows.things import Label, Parcel
from app.errors import StorageFault, UsageFault
from app.station.messages import LabelNotMade, Tick
from app.station.news.labels import LabelNews
from app.station.paper import job_id, parcel_of
from tests.conftest import StrayLogs
from tests.helpers.held_desk import HeldDesk, answer
from tests.helpers.scenario import Scene
from tests.unit.station.conftest import ANN, said

MUG = "9521321000001"
SSCC = "095213210000000018"
FIRST, SECOND, THIRD = (job_id(SSCC, count) for count in (1, 2, 3))
TO_BOX = (f"scan {ANN}", "scan SO-2", "scan A-01-1", f"scan {MUG}", "scan T-60", "scan T-60")


@pytest.fixture
def boxed(scene: Scene) -> Scene:
    """One mug from a full box."""
    assert said(scene, *TO_BOX, "press OK")[-1] == "carton_chosen"
    return scene


@pytest.fixture
def desk(boxed: Scene) -> HeldDesk:
    """The box is sealed, and the printer has not answered."""
    desk = HeldDesk.of(boxed)
    assert said(boxed, f"scan {MUG}") == ["parcel_closed"]
    assert desk.jobs == [FIRST]
    return desk


def state(scene: Scene) -> str:
    """What the bar asks for."""
    assert scene.bench is not None
    return scene.bench.answers[-1].view.bar.prompt.value if scene.bench.answers else "?"


def shown(scene: Scene) -> str:
    """The bar after something that changes nothing."""
    scene.do("language en")
    return state(scene)


def parcel(scene: Scene) -> Parcel:
    assert scene.bench is not None
    row = scene.bench.station.world.parcel(SSCC)
    assert row is not None
    return row


def timeline(scene: Scene) -> list[tuple[str, dict[str, Any]]]:
    """Facts about the parcel's label."""
    assert scene.bench is not None
    facts = scene.bench.file.history.facts_about(Subject(Kind.PARCEL, SSCC))
    return [(one.kind, dict(one.body)) for one in facts if one.kind.startswith("label")]


# --- names ---------------------------------------------------------------------------------------


def test_a_job_names_its_parcel_and_its_order() -> None:
    assert parcel_of(job_id(SSCC, 12)) == (SSCC, 12)
    for other in ("", "label", "label-", f"label-{SSCC}", f"label-{SSCC}-x", "test-PBTL-1"):
        assert parcel_of(other) == ("", 0)


@pytest.mark.parametrize(
    ("result", "kind"),
    [
        (PrintResult(FIRST, "z", Proof.TAKEN), Packing.LABEL_SENT),
        (PrintResult(FIRST, "z", Proof.NONE, Trouble.JAMMED), Packing.LABEL_FAILED),
        (
            PrintResult(FIRST, "z", Proof.NONE, Trouble.JAMMED, doubtful=True),
            Packing.LABEL_DOUBTFUL,
        ),
    ],
)
def test_a_result_is_a_fact_and_an_answer(result: PrintResult, kind: OutcomeKind) -> None:
    news = LabelNews.of(result, None)
    assert news.outcome.kind is kind
    fact = news.fact("shop:SO-2")
    sent = kind is Packing.LABEL_SENT
    assert fact.kind is (FactKind.LABEL_SENT if sent else FactKind.LABEL_FAILED)
    assert (fact.body["sscc"], fact.body["count"], fact.body["printer"]) == (SSCC, 1, "z")
    assert fact.body.get("doubtful", False) is result.doubtful


def test_a_result_that_is_no_labels_of_ours_is_dropped(boxed: Scene) -> None:
    assert boxed.bench is not None
    before = boxed.bench.file.last_seq
    for job in ("manifest-L-1-1a2b", "label-999-1", "label-", "", "test-PBTL-080000"):
        assert answer(boxed, job, Trouble.PAPER_OUT, doubtful=True) == "carton_chosen"
    assert boxed.bench.file.last_seq == before


# --- once, late, twice, never --------------------------------------------------------------------


def test_until_the_printer_answers_the_label_is_being_printed(boxed: Scene, desk: HeldDesk) -> None:
    assert state(boxed) == "label_printing"
    assert answer(boxed, FIRST) == "parcel_closed", "the scan's own answer stays"
    assert shown(boxed) == "scan_label"


def test_the_same_answer_twice_is_the_same(boxed: Scene, desk: HeldDesk) -> None:
    for _ in range(2):
        answer(boxed, FIRST, counted=True)
        assert (shown(boxed), parcel(boxed).label) == ("scan_label", Label.SENT)
    assert desk.jobs == [FIRST]


@pytest.mark.parametrize("then", ["press UNDO", "press FINISH"])
def test_an_answer_that_comes_when_the_box_is_left_is_kept(
    boxed: Scene, desk: HeldDesk, then: str
) -> None:
    boxed.do(then)
    before = boxed.bench.station.outcome if boxed.bench else None
    answer(boxed, FIRST, Trouble.PAPER_OUT)
    assert timeline(boxed)[-1][0] == "label_failed"
    if then == "press FINISH":
        assert boxed.bench is not None and boxed.bench.station.outcome == before


def test_a_doubt_is_shown_and_settled_by_the_count(boxed: Scene, desk: HeldDesk) -> None:
    assert answer(boxed, FIRST, Trouble.PAPER_OUT, doubtful=True) == "label_doubtful"
    assert (state(boxed), parcel(boxed).label_reason) == ("label_doubtful", "paper_out")
    answer(boxed, FIRST, counted=True)
    assert (shown(boxed), desk.jobs) == ("scan_label", [FIRST])
    assert said(boxed, f"scan 00{SSCC}") == ["order_packed"]


def test_a_doubt_is_told_after_a_label_that_was_lost(boxed: Scene, desk: HeldDesk) -> None:
    answer(boxed, FIRST, Trouble.PAPER_OUT, doubtful=True)
    answer(boxed, FIRST, Trouble.JOB_LOST)
    assert (shown(boxed), parcel(boxed).label) == ("label_trouble", Label.FAILED)


@pytest.mark.parametrize("trouble", [None, Trouble.PAPER_OUT])
@pytest.mark.parametrize("doubtful", [False, True])
def test_a_late_answer_of_an_older_order_is_not_shown(
    boxed: Scene, desk: HeldDesk, trouble: Trouble | None, doubtful: bool
) -> None:
    answer(boxed, FIRST, Trouble.PAPER_OUT, doubtful=True)
    said(boxed, "press PRINT")
    assert desk.jobs == [FIRST, SECOND]
    assert desk.labels[-1].clear
    kind = answer(boxed, FIRST, trouble, doubtful=doubtful and trouble is not None)
    assert kind == "reprinting"
    assert (shown(boxed), parcel(boxed).label) == ("label_printing", Label.NONE)


def test_a_proven_label_stays_proven(boxed: Scene, desk: HeldDesk) -> None:
    assert said(boxed, f"scan 00{SSCC}") == ["label_not_sent"]
    assert said(boxed, f"scan https://id.gs1.org/00/{SSCC}?copy=2") == ["order_packed"]
    for job in (FIRST, SECOND):
        answer(boxed, job, Trouble.PAPER_OUT, doubtful=True)
        assert parcel(boxed).label is Label.PROVEN
    assert boxed.bench is not None
    assert boxed.bench.station.outcome is not None
    assert boxed.bench.station.outcome.kind is Packing.ORDER_PACKED, "the bench has gone on"


# --- numbers -------------------------------------------------------------------------------------


def test_no_number_is_used_twice(boxed: Scene, desk: HeldDesk) -> None:
    answer(boxed, FIRST, Trouble.PAPER_OUT)
    said(boxed, "press PRINT")
    answer(boxed, SECOND)
    said(boxed, "press PRINT", "press 2")
    assert said(boxed, "press UNDO", "press CLOSE") == ["reopened", "parcel_closed"]
    boxed.reopen()
    again = HeldDesk.of(boxed)
    said(boxed, "press UNDO", "press CLOSE")
    jobs = desk.jobs + again.jobs
    assert jobs == [job_id(SSCC, count) for count in range(1, 6)]


def test_a_box_put_on_a_shelf_before_the_printer_answered_gets_a_new_number(
    boxed: Scene, desk: HeldDesk
) -> None:
    """The printer would take the old number for the same label, and print none."""
    assert said(boxed, "press UNDO", "press HOLD", "press OK")[-1] == "held"
    assert said(boxed, "scan T-60", "press CLOSE") == ["order_from_shelf", "parcel_closed"]
    assert desk.jobs == [FIRST, SECOND]


# --- the program ends ----------------------------------------------------------------------------


def test_after_a_crash_the_label_is_in_doubt_and_is_not_sent(boxed: Scene, desk: HeldDesk) -> None:
    boxed.reopen()
    assert shown(boxed) == "label_doubtful"
    assert boxed.printer.jobs == []
    assert said(boxed, "press FINISH", "scan T-60") == ["label_missing", "tote_empty"]
    assert said(boxed, "scan SO-2") == ["order_opened"]
    assert (state(boxed), boxed.printer.jobs) == ("label_doubtful", [])
    assert said(boxed, "press PRINT") == ["reprinting"]
    (job,) = boxed.printer.jobs
    assert (job.job_id, job.clear_first) == (SECOND, True)


def test_a_crash_under_the_question_leaves_the_same_doubt(boxed: Scene, desk: HeldDesk) -> None:
    assert said(boxed, "press PRINT") == ["reprint_asked"]
    boxed.reopen()
    assert said(boxed, "press UNDO") == ["cleared"]
    assert (state(boxed), parcel(boxed).label) == ("label_doubtful", Label.DOUBTFUL)


def test_a_label_sent_again_by_opening_the_order_is_in_doubt_after_a_crash(
    boxed: Scene, desk: HeldDesk
) -> None:
    answer(boxed, FIRST, Trouble.PAPER_OUT)
    said(boxed, "press FINISH", "scan SO-2")
    assert desk.jobs == [FIRST, SECOND]
    assert shown(boxed) == "label_printing", "it was sent and nobody has answered"
    boxed.reopen()
    assert (shown(boxed), boxed.printer.jobs) == ("label_doubtful", [])
    said(boxed, "press FINISH", "scan SO-2")
    assert boxed.printer.jobs == [], "it may have come out"


def test_a_label_that_is_known_is_not_in_doubt_after_a_restart(
    boxed: Scene, desk: HeldDesk
) -> None:
    answer(boxed, FIRST)
    boxed.reopen()
    assert (shown(boxed), len(timeline(boxed))) == ("scan_label", 1)


# --- why again -----------------------------------------------------------------------------------


def test_the_timeline_says_why_a_label_was_wanted_again(boxed: Scene, desk: HeldDesk) -> None:
    answer(boxed, FIRST)
    assert said(boxed, "press PRINT", "press 3") == ["reprint_asked", "reprinting"]
    kind, body = timeline(boxed)[-1]
    assert (kind, body["reason"], body["count"]) == ("label_reprinted", "lost", 2)


# --- a label that cannot be made -----------------------------------------------------------------


def test_a_label_that_cannot_be_made_is_told(boxed: Scene, desk: HeldDesk) -> None:
    assert boxed.bench is not None
    first, *_ = boxed.bench.feed(LabelNotMade(SSCC, "too long"))
    assert first.outcome is not None and first.outcome.kind is Packing.LABEL_REFUSED
    assert (state(boxed), parcel(boxed).label) == ("label_trouble", Label.FAILED)


def test_a_bench_without_a_printer_never_says_that_it_prints(
    boxed: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert boxed.bench is not None
    work = boxed.bench._desk._work
    monkeypatch.setattr(work, "_printers", ())
    assert said(boxed, f"scan {MUG}") == ["parcel_closed"]
    assert shown(boxed) == "label_trouble"
    for lines in (("press PRINT",), ("press FINISH", "scan SO-2")):
        said(boxed, *lines)
        assert shown(boxed) == "label_trouble", lines


# --- another bench's printer ---------------------------------------------------------------------


@pytest.fixture
def neighbour(furnished: Path, tmp_path: Path) -> Iterator[Scene]:
    """A full box at a bench that knows the printer Z2."""
    shutil.copytree(furnished, tmp_path / "home")
    made = Scene(tmp_path / "home")
    made.do("given printer Z2 elsewhere")
    made.open()
    assert said(made, *TO_BOX, "press OK")[-1] == "carton_chosen"
    yield made
    made.close()


def printed_at(scene: Scene) -> list[str]:
    """Jobs of the neighbour's printer."""
    return sorted(path.stem for path in (scene.home.root / "Z2").glob("*.zpl"))


def test_a_label_in_trouble_goes_to_the_printer_that_is_scanned(neighbour: Scene) -> None:
    neighbour.printer.broken = True
    assert said(neighbour, f"scan {MUG}") == ["parcel_closed"]
    assert said(neighbour, "scan PBPRN-Z2") == ["sent_elsewhere"]
    assert (state(neighbour), printed_at(neighbour)) == ("scan_label", [SECOND])
    assert said(neighbour, "scan PBPRN-Z2") == ["not_here"]
    assert printed_at(neighbour) == [SECOND]
    kind, body = timeline(neighbour)[-2]
    assert (kind, body["printer"], body["count"]) == ("label_reprinted", "Z2", 2)


@pytest.mark.parametrize("code", ["PBPRN-Z3", "PBPRN-", "PBPRN-z2", "Z2"])
def test_an_unknown_printer_is_no_printer(neighbour: Scene, code: str) -> None:
    neighbour.printer.broken = True
    assert said(neighbour, f"scan {MUG}", f"scan {code}") == ["parcel_closed", "not_here"]
    assert (state(neighbour), printed_at(neighbour)) == ("label_trouble", [])
    assert said(neighbour, "press FINISH", f"scan {code}")[-1] == "unknown_code"


def test_a_printer_without_a_label_in_trouble_is_not_here(neighbour: Scene) -> None:
    assert said(neighbour, "scan PBPRN-Z2") == ["not_here"]
    assert said(neighbour, f"scan {MUG}", "scan PBPRN-Z2") == ["parcel_closed", "not_here"]
    assert printed_at(neighbour) == []
    assert said(neighbour, "press PRINT", "scan PBPRN-Z2") == ["reprint_asked", "sent_elsewhere"]
    assert printed_at(neighbour) == [SECOND]


def test_a_neighbours_printer_is_none_of_this_benchs_devices(neighbour: Scene) -> None:
    neighbour.printer.broken = True
    said(neighbour, f"scan {MUG}", "scan PBPRN-Z2")
    assert neighbour.bench is not None
    devices = neighbour.bench.station.devices.values()
    printers = [one.device for one in devices if one.kind is DeviceKind.PRINTER]
    assert printers == [neighbour.printer.device]


def test_a_neighbour_that_is_no_printer_is_told_at_the_start() -> None:
    config = replace(Config(), printers={"Z2": "nonsense"})
    others = Specs.chosen(None, None, config).others
    with pytest.raises(UsageFault, match="no printer"):
        Others(others, lambda _message: None)


def test_a_printers_answer_that_finds_no_room_is_written_when_there_is_room(
    boxed: Scene, desk: HeldDesk, stray_logs: StrayLogs, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No printer says it twice, and paper is out: the bench must not wait for ever, nor print again."""
    stray_logs.expected.add("app.station.engine")
    assert boxed.bench is not None

    def full(*_args: Any, **_words: Any) -> None:
        raise StorageFault("The disk is full: station-P1.db cannot be written.")

    with monkeypatch.context() as patch:
        patch.setattr(boxed.bench.file, "record", full)
        answer(boxed, FIRST)
    boxed.bench.feed(Tick(boxed.clock.now()))
    assert shown(boxed) == "scan_label"


def test_what_the_label_does_not_show_is_in_its_fact() -> None:
    sent = PrintResult(FIRST, "z", Proof.TAKEN)
    address = Address("Anna 😀🎁", street="Main St ☕ 5")
    fact = LabelNews.of(sent, address).fact("shop:SO-2")
    assert (fact.body["left_out"], fact.body["to"]) == ("😀🎁☕", address.mark)
    assert "left_out" not in LabelNews.of(sent, Address("Anna")).fact("shop:SO-2").body
    said = LabelNews.of(sent, address).outcome
    assert (said.kind, said.values["letters"]) == (Packing.LABEL_WITHOUT, "😀🎁☕")
    many = LabelNews.of(sent, Address("😀🎁☕🍕🚀🎈🎉")).outcome
    assert many.values["letters"] == "😀🎁☕🍕🚀🎈"
    assert LabelNews.of(sent, Address("Anna")).outcome.kind is Packing.LABEL_SENT


def test_the_packer_is_told_which_signs_the_label_lacks(scene: Scene) -> None:
    scene.do("given order SO-9 lines=1xMUG customer=Anna🎁")
    way = [line.replace("SO-2", "SO-9") for line in TO_BOX]
    assert said(scene, *way, "press OK")[-1] == "carton_chosen"
    HeldDesk.of(scene)
    assert said(scene, f"scan {MUG}") == ["parcel_closed"]
    assert answer(scene, FIRST) == "label_without"
    assert shown(scene) == "scan_label"
