"""A scanner's prefix and suffix are cut off its scans only, and only where both are there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.device_api import Scan, ScanDefect
from app.domain.facts import FactKind, NewFact
from app.station.hearing import learned_trims, trimmed
from tests.helpers.scenario import Scene
from tests.unit.domain.world import NOW


def learned(scene: Scene, device: str, prefix: str, suffix: str) -> None:
    assert scene.bench is not None
    meta = scene.bench.file.meta
    fact = NewFact(
        FactKind.SCANNER_CHECKED, (), {"device": device, "prefix": prefix, "suffix": suffix}
    )
    scene.bench.file.keep(replace(meta, trims=learned_trims(meta.trims, (fact,))))


def cut(scene: Scene, text: str, device: str = "left", defect: ScanDefect | None = None) -> str:
    assert scene.bench is not None
    scan = Scan(text, "]C1", device, NOW, defect)
    found = trimmed(scan, scene.bench.file.meta.trims)
    assert (found.symbology, found.device, found.at, found.defect) == ("]C1", device, NOW, defect)
    return found.text


def test_what_is_added_is_cut_off_that_scanner_only(scene: Scene) -> None:
    learned(scene, "left", "~", "!\t")
    assert cut(scene, "~B-ANN!\t") == "B-ANN"
    assert cut(scene, "~B-ANN!\t", "right") == "~B-ANN!\t"
    assert cut(scene, "~B-ANN!\t", "left ") == "~B-ANN!\t"


@pytest.mark.parametrize("text", ["B-ANN", "~B-ANN", "B-ANN!\t", "~", "!\t", "~!\t", "", "~~!"])
def test_a_scan_without_prefix_or_suffix_stays_as_it_is(scene: Scene, text: str) -> None:
    learned(scene, "left", "~", "!\t")
    assert cut(scene, text) == text


def test_a_prefix_is_cut_off_once(scene: Scene) -> None:
    learned(scene, "left", "~", "")
    assert cut(scene, "~~A") == "~A"


@pytest.mark.parametrize("defect", list(ScanDefect))
def test_a_defective_scan_stays_as_it_is(scene: Scene, defect: ScanDefect) -> None:
    learned(scene, "left", "~", "")
    assert cut(scene, "~B-ANN", defect=defect) == "~B-ANN"


def test_a_scanner_that_adds_nothing_any_more_is_set_up_again(scene: Scene) -> None:
    learned(scene, "left", "~", "")
    learned(scene, "left", "", "")
    assert cut(scene, "~A") == "~A"


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=4),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=4),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20),
)
def test_whatever_is_added_comes_off(scene: Scene, prefix: str, suffix: str, text: str) -> None:
    learned(scene, "left", prefix, suffix)
    assert cut(scene, prefix + text + suffix) == text


def test_what_comes_instead_of_gs_is_gs_again_in_gs1_data(scene: Scene) -> None:
    assert scene.bench is not None
    body = {"device": "left", "prefix": "", "suffix": "", "separator": "_"}
    fact = NewFact(FactKind.SCANNER_CHECKED, (), body)
    meta = scene.bench.file.meta
    scene.bench.file.keep(replace(meta, trims=learned_trims(meta.trims, (fact,))))
    assert cut(scene, "010952132100000110L7_17270131") == "010952132100000110L7\x1d17270131"
    trims = scene.bench.file.meta.trims
    assert trimmed(Scan("SHELF_3", "]C0", "left", NOW), trims).text == "SHELF_3"
    assert trimmed(Scan("SHELF_3", "", "left", NOW), trims).text == "SHELF_3"
