"""An independent ZPL renderer draws our ZPL; two readers read what it drew.

The renderer is the Node package zpl-renderer-js; PACKBENCH_ZPL_RENDERER names the folder that it
was installed in (the one that holds node_modules). Without it these tests are skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from app.labels.make import make_shipping_label
from tests.unit.labels.samples import ALL, read_zbar, wanted_zbar

SCRIPT = Path(__file__).with_name("render_zpl.cjs")
PLACES = (os.environ.get("PACKBENCH_ZPL_RENDERER", ""), str(Path.home() / ".cache/packbench"))


def package() -> Path | None:
    for place in filter(None, PLACES):
        found = Path(place) / "node_modules" / "zpl-renderer-js"
        if found.is_dir():
            return found.resolve()
    return None


@pytest.fixture
def renderer() -> Path:
    found = package()
    if shutil.which("node") is None:
        pytest.skip("node is not installed")
    if found is None:
        pytest.skip("PACKBENCH_ZPL_RENDERER names no folder with zpl-renderer-js")
    return found


def render(renderer: Path, zpl: bytes, folder: Path, dpi: int) -> Image.Image:
    source, target = folder / "label.zpl", folder / "label.png"
    source.write_bytes(zpl)
    dots_per_mm = {203: "8", 300: "12"}[dpi]
    command = ["node", str(SCRIPT), str(renderer), str(source), str(target), dots_per_mm]
    subprocess.run(command, check=True, timeout=60, capture_output=True)
    with Image.open(target) as image:
        return image.convert("L")


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("native", [False, True], ids=["graphic", "native"])
@pytest.mark.parametrize("name", ALL)
def test_the_rendered_label_reads(
    name: str, native: bool, dpi: int, renderer: Path, tmp_path: Path
) -> None:
    label = ALL[name]
    made = make_shipping_label(label, dpi=dpi, native_zpl=native)
    image = render(renderer, made.zpl, tmp_path, dpi)
    found = {
        (code.symbology_identifier[:2], code.text)
        for code in zxingcpp.read_barcodes(image, text_mode=zxingcpp.TextMode.Plain)
    }
    wanted = {("]C", "00" + label.sscc)} | ({("]Q", label.qr)} if label.qr else set())
    assert found == wanted
    assert read_zbar(image) == wanted_zbar(label)
