"""What goes to the printer reads, by two readers, as exactly what it must say."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PIL import Image

from app.device_api import PageFormat
from app.labels import barcodes, verify
from app.labels.errors import LabelDataError, LabelDoesNotFit, LabelError, LabelNotProven
from app.labels.layout import layout
from app.labels.make import make_shipping_label, warm_up
from app.labels.model import Code128Bars, ShippingLabel
from app.labels.pdf import label_pdf
from app.labels.raster import rasterise
from devices.simulators.graphic_field import GraphicError
from tests.helpers.printed import printed
from tests.unit.labels.samples import (
    ALL,
    ENGLISH,
    LONG,
    black_runs,
    opened,
    read_zbar,
    wanted_zbar,
)

SIZES = {203: (812, 1218), 300: (1200, 1800)}


def raster(label: ShippingLabel, dpi: int = 203) -> Image.Image:
    return rasterise(label_pdf(layout(label, dpi)), dpi, SIZES[dpi])


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("name", ALL)
def test_a_second_reader_reads_every_form_of_the_label(name: str, dpi: int) -> None:
    label = ALL[name]
    made = make_shipping_label(label, dpi=dpi)
    from_pdf = rasterise(made.pdf, dpi, SIZES[dpi])
    for image in (from_pdf, opened(made.png), printed(made.zpl)):
        assert image.size == SIZES[dpi]
        assert read_zbar(image) == wanted_zbar(label)


@pytest.mark.parametrize("dpi", [203, 300])
def test_the_printer_gets_the_very_dots_that_were_decoded(dpi: int) -> None:
    made = make_shipping_label(ENGLISH, dpi=dpi)
    proven = rasterise(made.pdf, dpi, SIZES[dpi])
    assert printed(made.zpl).tobytes() == proven.tobytes()
    assert opened(made.png).tobytes() == proven.tobytes()


@pytest.mark.parametrize("dpi", [203, 300])
def test_bars_lie_on_whole_dots(dpi: int) -> None:
    page = layout(ENGLISH, dpi)
    (bars,) = [part for part in page.primitives if isinstance(part, Code128Bars)]
    image = raster(ENGLISH, dpi).convert("L")
    for y in (bars.y + 1, bars.y + bars.height // 2, bars.y + bars.height - 2):
        row = image.crop((0, y, page.width, y + 1)).tobytes()
        runs = list(black_runs(row))
        lengths = [length for _, length in runs[1:-1]]
        assert {length % bars.module for length in lengths} == {0}
        assert sum(lengths) == bars.module * len(bars.modules)
        assert not runs[0][0] and runs[0][1] >= 10 * bars.module
        assert not runs[-1][0] and runs[-1][1] >= 10 * bars.module


@pytest.mark.parametrize(("dpi", "mm_per_dot"), [(203, 25.4 / 203), (300, 25.4 / 300)])
def test_the_sscc_symbol_has_the_size_gs1_asks_for(dpi: int, mm_per_dot: float) -> None:
    (bars,) = [p for p in layout(ENGLISH, dpi).primitives if isinstance(p, Code128Bars)]
    assert 0.495 <= bars.module * mm_per_dot <= 0.940
    assert bars.height * mm_per_dot >= 31.75


def test_the_same_label_gives_the_same_bytes() -> None:
    assert make_shipping_label(ENGLISH) == make_shipping_label(ENGLISH)


def test_every_printer_format_is_there() -> None:
    made = make_shipping_label(ENGLISH)
    assert set(made.payloads()) == set(PageFormat)
    assert made.payloads()[PageFormat.PDF].startswith(b"%PDF-")


def test_warm_up_leaves_nothing_behind() -> None:
    warm_up()


# --- labels that must not leave the house ------------------------------------------------------


def test_another_parcels_label_is_refused() -> None:
    other = replace(ENGLISH, sscc=barcodes.sscc("9501101", 3, 43))
    with pytest.raises(LabelNotProven, match="does not read as"):
        verify.verify(raster(other), verify.expected_codes(layout(ENGLISH)))


def test_a_missing_code_is_refused() -> None:
    with pytest.raises(LabelNotProven):
        verify.verify(raster(replace(ENGLISH, qr="")), verify.expected_codes(layout(ENGLISH)))


def test_a_foreign_code_beside_the_right_ones_is_refused() -> None:
    expected = verify.expected_codes(layout(replace(ENGLISH, qr="")))
    with pytest.raises(LabelNotProven, match="also reads as"):
        verify.verify(raster(ENGLISH), expected)


def test_a_code_without_fnc1_is_refused() -> None:
    """The same digits as plain Code 128 look alike, but a conveyor reads them as something else."""
    modules = barcodes.code128("00" + ENGLISH.sscc)
    page = layout(ENGLISH)
    parts = tuple(
        replace(part, modules=modules) if isinstance(part, Code128Bars) else part
        for part in page.primitives
    )
    image = rasterise(label_pdf(replace(page, primitives=parts)), 203, SIZES[203])
    with pytest.raises(LabelNotProven):
        verify.verify(image, verify.expected_codes(page))


@pytest.mark.parametrize(("height", "y"), [(100, 1000), (30, 870), (2, 980), (252, 600)])
def test_a_second_linear_code_is_refused(height: int, y: int) -> None:
    """Inside the right one too, where the decoder alone does not see it."""
    image = raster(ENGLISH)
    other = raster(replace(ENGLISH, sscc=barcodes.sscc("9501101", 3, 77)))
    image.paste(other.crop((0, 858, 812, 858 + height)), (0, y))
    with pytest.raises(LabelNotProven):
        verify.verify(image, verify.expected_codes(layout(ENGLISH)))


def test_a_smeared_symbol_is_refused() -> None:
    image = raster(ENGLISH)
    image.paste(0, (300, 840, 360, 1130))
    with pytest.raises(LabelNotProven):
        verify.verify(image, verify.expected_codes(layout(ENGLISH)))


def test_nothing_is_made_when_the_raster_does_not_decode(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = barcodes.gs1_128("00" + barcodes.sscc("9501101", 3, 99))
    monkeypatch.setattr(barcodes, "gs1_128", lambda _data: wrong)
    with pytest.raises(LabelNotProven):
        make_shipping_label(ENGLISH)


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"sscc": "395011010000000429"[:17]}, LabelDataError),
        ({"sscc": ENGLISH.sscc[:-1] + str((int(ENGLISH.sscc[-1]) + 1) % 10)}, LabelDataError),
        ({"qr": "x" * 3000}, LabelError),
        ({"qr": "x" * 1000}, LabelDoesNotFit),
        ({"note": "word " * 2000}, LabelDoesNotFit),
    ],
)
def test_what_cannot_be_printed_is_refused(change: dict[str, str], error: type[LabelError]) -> None:
    with pytest.raises(error):
        make_shipping_label(replace(ENGLISH, **change))  # type: ignore[arg-type]  # any field


def test_an_unknown_resolution_is_refused() -> None:
    with pytest.raises(LabelDataError):
        make_shipping_label(ENGLISH, dpi=600)


def test_a_damaged_graphic_is_noticed() -> None:
    made = make_shipping_label(LONG)
    place = made.zpl.index(b":Z64:") + 40
    swapped = b"A" if made.zpl[place : place + 1] != b"A" else b"B"
    damaged = made.zpl[:place] + swapped + made.zpl[place + 1 :]
    with pytest.raises(GraphicError):
        printed(damaged)
