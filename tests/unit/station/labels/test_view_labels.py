"""The list of the last labels: whose they are, how they are, and which one is wanted again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.outcome_anywhere import Anywhere
from app.domain.pack.outcome import PackPrompt
from app.station.labels.outcome import LabelsPrompt
from app.station.labels.view import LabelRow, LabelsView
from tests.helpers.scenario import Scene
from tests.unit.station.conftest import (
    ANN,
    MUG,
    PACK_SO_2,
    PACK_SO_7,
    PICK_SO_2,
    PICK_SO_7,
    said,
    shown,
)

FIRST, SECOND = "095213210000000018", "095213210000000025"


@pytest.fixture
def packed(scene: Scene) -> Scene:
    """Ann has packed SO-2 and then SO-7."""
    said(scene, f"scan {ANN}", *PICK_SO_2, *PACK_SO_2, *PICK_SO_7)
    assert said(scene, *PACK_SO_7)[-1] == "order_packed"
    return scene


def labels(scene: Scene, *lines: str) -> LabelsView:
    """The list after these lines."""
    said(scene, *lines)
    return shown(scene, LabelsView)


def test_the_newest_label_is_the_first(packed: Scene) -> None:
    view = labels(packed, "press PRINT")
    assert view.rows == (
        LabelRow(1, SECOND, "SO-7", "Ada Example", "DHL", "proven", 1, chosen=False),
        LabelRow(2, FIRST, "SO-2", "Ada Example", "DHL", "proven", 1, chosen=False),
    )
    assert (view.typed, view.asking, view.bar.prompt) == ("", False, LabelsPrompt.CHOOSE_LABEL)
    assert view.outcome is not None and view.outcome.kind is Anywhere.CLEARED


def test_a_label_of_a_company_that_failed(scene: Scene) -> None:
    said(scene, "given order SO-2 lines=1xMUG company=Initech carrier=UPS", f"scan {ANN}")
    said(scene, *PICK_SO_2, "given printer broken", "scan T-2", "press OK", f"scan {MUG}")
    (row,) = labels(scene, "press FINISH", "press PRINT").rows
    assert (row.customer, row.carrier, row.label, row.prints) == ("Initech", "UPS", "failed", 1)


def test_a_number_is_shown_as_it_is_typed(packed: Scene) -> None:
    view = labels(packed, "press PRINT", "press 2")
    assert (view.typed, view.bar.values) == ("2", {"number": "2"})


def test_the_chosen_label_is_marked_and_a_reason_asked(packed: Scene) -> None:
    view = labels(packed, "press PRINT", "press 2", "press OK")
    assert [(row.sscc, row.chosen) for row in view.rows] == [(SECOND, False), (FIRST, True)]
    assert (view.asking, view.bar.prompt) == (True, PackPrompt.REPRINT_REASON)


def test_a_label_sent_again_has_one_print_more(packed: Scene) -> None:
    view = labels(packed, "press PRINT", "press 2", "press OK", "press 1")
    assert [(row.sscc, row.prints) for row in view.rows] == [(SECOND, 1), (FIRST, 2)]
    assert not view.asking


def test_a_label_of_which_the_centre_knows_nothing_any_more(packed: Scene) -> None:
    """The box has left, and a full pull has taken it out of this bench's file."""
    said(packed, "scan L-1", f"scan 00{FIRST}", f"scan 00{SECOND}", "press FINISH", "press OK")
    assert packed.bench is not None
    file = packed.bench.file
    assert file.meta.refreshed is not None
    file.keep(replace(file.meta, refreshed=file.meta.refreshed - timedelta(days=1)))
    packed.reopen()
    (row, _) = labels(packed, "press PRINT").rows
    assert row == LabelRow(1, SECOND, "", "", "", "", 0, chosen=False)
