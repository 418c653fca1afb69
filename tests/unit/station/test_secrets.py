"""Badges and PINs are nowhere on the disk, whatever happens while they are read."""

from __future__ import annotations

import pytest

from app.device_api import Scan, ScanDefect
from app.domain.commands import DIGITS
from app.station.messages import EnterCode
from tests.helpers.scenario import Scene
from tests.unit.station.conftest import ANN, BOB
from tests.unit.station.test_engine import log_of, scan

PIN = "77778888"
STRANGE = "B-OTHER-SITE-5d4c3b"


def on_disk(scene: Scene) -> dict[str, bytes]:
    """Every file of the home as it lies there, write-ahead logs included."""
    return {path.name: path.read_bytes() for path in scene.home.root.rglob("*") if path.is_file()}


def leaks(scene: Scene, *secrets: str) -> list[str]:
    files = on_disk(scene)
    assert any(name.endswith("-wal") and data for name, data in files.items())
    return [
        f"{secret} in {name}"
        for name, data in files.items()
        for secret in secrets
        if secret.encode() in data
    ]


def test_a_badge_is_written_nowhere(scene: Scene) -> None:
    assert scan(scene, ANN) == "signed_in"
    assert scan(scene, ANN, 0.04) == "repeat"
    assert scan(scene, ANN) == "locked"
    assert scan(scene, BOB) == "signed_in"
    assert leaks(scene, ANN, BOB) == []
    assert [row[1] for row in log_of(scene)] == ["badge of 11"] * 3 + ["badge of 12"]


@pytest.mark.parametrize("defect", ScanDefect)
@pytest.mark.parametrize("text", [ANN, ANN[:-3], "\x02" + ANN, STRANGE])
def test_a_badge_that_was_badly_read_is_written_nowhere(
    scene: Scene, defect: ScanDefect, text: str
) -> None:
    assert scan(scene, text, defect=defect) != "signed_in"
    assert leaks(scene, ANN[:-3], STRANGE) == []


def test_an_unknown_badge_is_written_nowhere_but_can_be_told_from_others(scene: Scene) -> None:
    assert scan(scene, STRANGE) == "badge_unknown"
    assert scan(scene, STRANGE, 0.01) == "repeat"
    assert scan(scene, STRANGE + "x") == "badge_unknown"
    assert leaks(scene, STRANGE) == []
    first, again, other = (row[1] for row in log_of(scene))
    assert first == again != other


def test_a_badge_before_anything_is_known_is_written_nowhere(empty: Scene) -> None:
    assert scan(opened(empty), STRANGE) in {"badge_unknown", "still_loading"}
    assert leaks(empty, STRANGE) == []


def opened(scene: Scene) -> Scene:
    scene.open()
    return scene


def test_codes_of_the_site_are_logged_as_they_are(scene: Scene) -> None:
    assert scan(scene, "SO-1") == "sign_in_first"
    assert log_of(scene)[-1][1] == "SO-1"


def test_a_pin_is_written_nowhere_however_it_is_entered(scene: Scene) -> None:
    assert scene.bench is not None
    for digit in "11":
        scene.do(f"press {digit}")
    scene.do("press OK")
    barcodes = [DIGITS[int(digit)].barcode for digit in PIN]
    for barcode in barcodes[:4]:
        assert scan(scene, barcode) == "digits"
        assert scan(scene, barcode, 0.02) == "repeat"  # the scanner bounces on a digit
    for digit in PIN[4:]:
        scene.do(f"press {digit}")
    scene.do("press OK")
    assert scene.bench.station.session.operator == "11"
    assert leaks(scene, PIN, *barcodes, f"press {PIN[0]}") == []
    # The staff number is no secret; the eight digits of the PIN are.
    assert [row[1] for row in log_of(scene)].count("pin digit") == 12


def test_a_pin_typed_into_the_wrong_field_is_written_nowhere(scene: Scene) -> None:
    assert scene.bench is not None
    scene.bench.feed(EnterCode(PIN))
    assert leaks(scene, PIN) == []


def test_a_wrong_pin_is_written_nowhere(scene: Scene) -> None:
    for word in ("11", "OK", "90919293", "OK"):
        for key in [word] if word == "OK" else word:
            scene.do(f"press {key}")
    assert leaks(scene, "90919293") == []


def test_what_is_shown_never_names_them(scene: Scene) -> None:
    assert scene.bench is not None
    for text in (STRANGE, ANN, BOB):
        scene.clock.advance(1)
        for answer in scene.bench.feed(Scan(text, "", "sim", scene.clock.now())):
            assert text not in repr(answer)
    assert ANN not in scene.bench.file.meta.session
