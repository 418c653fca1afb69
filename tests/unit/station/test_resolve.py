"""What a scanned code means here; no scanned text can pose as a key of the look-up table."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.config import Config
from app.device_api import Scan
from app.domain.address import Address
from app.domain.documents import LineDocument, OrderDocument
from app.domain.facts import Kind, Subject
from app.domain.outcome_anywhere import Anywhere
from app.domain.packs import ONE, PackLevel, PackSize
from app.domain.world import HitKind
from app.importing.direct import import_documents
from app.station.hearing import Heard, Hearing, garbage, printable
from app.station.resolve import Resolved, resolve
from app.station.session import Session
from app.store.lookup import badge_key, codes_of, gtin_key, staff_key, stock_key
from tests.helpers.scenario import Scene
from tests.unit.station.conftest import ANN, POT, said

NOBODY: frozenset[str] = frozenset()


def hit(
    scene: Scene, text: str, symbology: str = "", prefer: frozenset[str] = NOBODY
) -> tuple[HitKind, str]:
    assert scene.bench is not None
    product = scene.bench.station.world.product
    found = resolve(heard(scene, text, symbology), Config(), lambda: prefer, product)
    return found.hit.kind, found.hit.id


def heard(scene: Scene, text: str, symbology: str = "") -> Heard:
    assert scene.bench is not None
    hearing = Hearing(scene.bench.file)
    return hearing.hear(Scan(text, symbology, "sim", scene.clock.now()), Session())


@pytest.mark.parametrize(
    ("text", "symbology", "kind", "name"),
    [
        ("9521321000001", "]E0", HitKind.PRODUCT, "MUG"),
        ("09521321000001", "]C1", HitKind.PRODUCT, "MUG"),
        ("0109521321000001" + "10L1", "]C1", HitKind.PRODUCT, "MUG"),
        ("https://id.gs1.org/01/09521321000001", "", HitKind.PRODUCT, "MUG"),
        ("HTTPS://ID.GS1.ORG/01/09521321000001", "]Q1", HitKind.PRODUCT, "MUG"),
        ("https://id.gs1.org/gtin/09521321000001", "", HitKind.PRODUCT, "MUG"),
        (" 9521321000001 ", "", HitKind.PRODUCT, "MUG"),
        ("9521321000001\t", "", HitKind.PRODUCT, "MUG"),
        ("\x029521321000001\x03", "", HitKind.PRODUCT, "MUG"),
        ("952132100000112", "", HitKind.PRODUCT, "MUG"),  # with an add-on
        ("952132100000112345", "]E3", HitKind.PRODUCT, "MUG"),
        ("02095213210000013712", "]C1", HitKind.PRODUCT, "MUG"),  # a case of twelve
        ("02095213210000013712", "", HitKind.PRODUCT, "MUG"),
        ("MUG", "", HitKind.PRODUCT, "MUG"),
        ("A-01-1", "", HitKind.BIN, "A-01-1"),
        ("T-99", "", HitKind.TOTE, "T-99"),
        ("SO-1", "", HitKind.ORDER, "shop:SO-1"),
        ("shop:SO-1", "", HitKind.ORDER, "shop:SO-1"),
        ("L-1", "", HitKind.LOAD, "L-1"),
        ("BOX-S", "", HitKind.CARTON, "BOX-S"),
        ("who knows", "", HitKind.TEXT, "who knows"),
        ("11", "", HitKind.TEXT, "11"),
        (ANN, "", HitKind.TEXT, ANN),
    ],
)
def test_what_a_code_is(scene: Scene, text: str, symbology: str, kind: HitKind, name: str) -> None:
    assert hit(scene, text, symbology) == (kind, name)


def test_a_upc_e_is_the_upc_a_that_it_stands_for(scene: Scene) -> None:
    scene.do("given product GUM barcode=042100005264")
    for text, symbology in (("04252614", ""), ("425261", "]E0"), ("0425261", "]E0")):
        assert hit(scene, text, symbology) == (HitKind.PRODUCT, "GUM")
    assert hit(scene, "425261")[0] is HitKind.TEXT, "without an AIM id six digits are anything"


def test_a_barcode_of_several_products_means_the_one_in_work(scene: Scene) -> None:
    scene.do("given product CUP barcode=9521321000001")
    assert hit(scene, "9521321000001", prefer=frozenset({"MUG"})) == (HitKind.PRODUCT, "MUG")
    assert hit(scene, "9521321000001", prefer=frozenset({"CUP"})) == (HitKind.PRODUCT, "CUP")


def test_a_product_comes_before_an_order_of_the_same_number(scene: Scene) -> None:
    assert scene.bench is not None
    scene.do("given order 9521321000018 lines=1xMUG")
    # The narrower thing is meant: a product before an order.
    assert hit(scene, "9521321000018") == (HitKind.PRODUCT, "POT")


def test_a_badge_is_known_by_its_hash_only(scene: Scene) -> None:
    assert scene.bench is not None
    assert heard(scene, ANN).owner == "11"
    assert heard(scene, "11").owner == ""
    assert heard(scene, badge_key(ANN)).owner == ""


KEYS = [badge_key(ANN), staff_key("11"), stock_key("MUG"), gtin_key("9521321000001")]


@pytest.mark.parametrize("key", KEYS)
def test_a_key_that_is_scanned_is_unreadable(scene: Scene, key: str) -> None:
    """The keys are in the same table as the codes, so no scan may reach them."""
    assert scene.bench is not None
    assert scene.bench.file.rows.find(key), "the key is there"
    assert key.startswith("\x1f") and garbage(key)
    for text in (key, f" {key}", f"{key}\r", "x" + key):
        answers = scene.bench.feed(Scan(text, "", "sim", scene.clock.now()))
        assert answers[0].outcome is not None
        assert answers[0].outcome.kind is Anywhere.UNREADABLE
        assert answers[0].view is not None
        scene.clock.advance(1)


@settings(max_examples=200)
@given(st.text(st.characters(), max_size=30))
def test_texts_that_pass_hold_no_control_characters_but_gs1s(text: str) -> None:
    passes = not garbage(text)
    clean = re.sub("[\x1d\x1e\x04]", "", text)
    assert passes == (bool(text.strip()) and not re.search("[\x00-\x1f\x7f\ud800-\udfff]", clean))
    assert printable(text).isprintable() or not text


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=st.text(max_size=25))
def test_no_text_finds_a_person(scene: Scene, text: str) -> None:
    assert scene.bench is not None
    if garbage(text):
        return
    assert not any(item.kind is Kind.OPERATOR for item in scene.bench.file.rows.find(text))
    assert hit(scene, text)[0] is not HitKind.BADGE


def test_rows_that_no_code_names() -> None:
    assert codes_of(Kind.SERIAL, "CLOCK/1", object()) == ()
    assert codes_of(Kind.EXCEPTION, "e1", object()) == ()
    assert codes_of(Kind.TOTE, "T-1", object()) == ("T-1",)


def test_codes_follow_the_master_data(scene: Scene) -> None:
    assert scene.bench is not None
    scene.do("given product MUG barcode=4006381333931")
    assert hit(scene, "9521321000001")[0] is HitKind.TEXT
    assert scene.bench.file.rows.find("4006381333931") == (Subject(Kind.PRODUCT, "MUG"),)
    assert said(scene, f"scan {ANN}", "scan 9521321000001") == ["signed_in", "unknown_code"]


# --- packs ----------------------------------------------------------------------------------------

CASE, INNER, FIFTH, VARIABLE = (
    "19521321000015",
    "29521321000012",
    "59521321000013",
    "99521321000011",
)
TWELVE, SIX = PackSize(PackLevel.CASE, 12), PackSize(PackLevel.INNER, 6)


@pytest.fixture
def packed(scene: Scene) -> Scene:
    scene.do(f"given product POT barcode={POT} weight=980 case=12/{CASE},CRATE inner=6/{INNER}")
    return scene


def resolved(scene: Scene, text: str, symbology: str = "") -> Resolved:
    assert scene.bench is not None
    product = scene.bench.station.world.product
    return resolve(heard(scene, text, symbology), Config(), lambda: NOBODY, product)


@pytest.mark.parametrize(
    ("text", "symbology", "pack"),
    [
        (POT, "]E0", ONE),
        ("POT", "", ONE),
        (CASE, "]I1", TWELVE),
        (f"01{CASE}", "]C1", TWELVE),
        (f"https://id.gs1.org/01/{CASE}", "]Q1", TWELVE),
        ("CRATE", "]C0", TWELVE),
        (INNER, "", SIX),
        (f"02{CASE}3704", "]C1", TWELVE),
    ],
)
def test_a_scan_finds_product_and_pack(
    packed: Scene, text: str, symbology: str, pack: PackSize
) -> None:
    found = resolved(packed, text, symbology)
    assert (found.hit.kind, found.hit.id, found.hit.pack) == (HitKind.PRODUCT, "POT", pack)
    assert found.untold == ""


@pytest.mark.parametrize("text", [FIFTH, f"01{FIFTH}", f"02{FIFTH}3704", VARIABLE])
def test_a_pack_of_which_nobody_told_is_no_unit(packed: Scene, text: str) -> None:
    found = resolved(packed, text, "]C1" if len(text) > 14 else "")
    assert (found.hit.kind, found.untold) == (HitKind.TEXT, "POT")


def test_a_product_without_packs_has_untold_ones_too(scene: Scene) -> None:
    assert resolved(scene, CASE).untold == "POT"
    assert said(scene, f"scan {ANN}", f"scan {CASE}") == ["signed_in", "pack_untold"]


def test_a_thing_of_variable_measure_counts_what_its_label_says(packed: Scene) -> None:
    found = resolved(packed, f"01{VARIABLE}3006", "]C1")
    assert (found.hit.id, found.hit.pack, found.hit.reading.count) == ("POT", ONE, 6)


def test_a_case_here_and_a_unit_there_means_the_one_in_work(packed: Scene) -> None:
    packed.do(f"given product CRATE-1 barcode={CASE}")
    assert packed.bench is not None
    product = packed.bench.station.world.product
    for sku, pack in (("POT", TWELVE), ("CRATE-1", ONE)):
        in_work = frozenset({sku})
        found = resolve(heard(packed, CASE), Config(), in_work.copy, product)
        assert (found.hit.id, found.hit.pack) == (sku, pack)


@pytest.mark.parametrize(("sku", "answer"), [("FIFTHS", "line_picked"), ("POT", "pack_untold")])
def test_a_line_that_names_the_code_itself_is_believed(
    packed: Scene, sku: str, answer: str
) -> None:
    """A shop may sell the pack as a product of its own; what a pack of pots holds stays unknown."""
    line = LineDocument(1, sku, "Five", 1, barcode=FIFTH)
    order = OrderDocument("shop", "SO-8", packed.clock.now(), Address("Ada"), (line,))
    import_documents({"orders": [order]}, packed.home, packed.home.centre_url, packed.clock)
    packed.do(f"given stock A-02-1 {sku} 9")
    walk = (f"scan {ANN}", "scan SO-8", "scan A-02-1", f"scan {FIFTH}")
    assert said(packed, *walk)[-1] == answer


def test_packs_follow_the_master_data(packed: Scene) -> None:
    packed.do(f"given product POT barcode={POT} case=10/{CASE}")
    assert resolved(packed, CASE).hit.pack == PackSize(PackLevel.CASE, 10)
    assert resolved(packed, INNER).untold == "POT", "it is no pack of it any more"
