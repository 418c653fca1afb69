from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pypdfium2  # type: ignore[import-untyped]  # publishes no types
import pytest
from PIL import Image
from pyzbar import pyzbar

from app.domain.commands import Command
from app.labels.documents import (
    CommandCard,
    Manifest,
    ManifestParcel,
    PackingSlip,
    SlipLine,
    command_sheet,
    lanyard,
    manifest,
    packing_slip,
)
from app.labels.errors import LabelDataError
from tests.unit.labels.samples import CHINESE, ENGLISH, SSCC

DOT_MM = 25.4 / 200
CARDS = [CommandCard(command.barcode, command.name, "确认") for command in Command]
PARCEL = ManifestParcel(SSCC, "SO-1", "Łukasz Święcicki", "Łódź", "PL", 1250)
LOAD = Manifest(
    "Göteborg", ENGLISH.sender, "L-7", "PostNord", "D4", datetime(2026, 1, 2, 3, tzinfo=UTC), "Ola",
    (PARCEL, replace(PARCEL, weight_g=None)), (replace(PARCEL, order_ref="SO-LOST"),),
)  # fmt: skip


def slip(lines: int = 3) -> PackingSlip:
    rows = tuple(SlipLine(f"SKU-{n:04d}", "Bottle 不锈钢保温杯", 3, 2, 1) for n in range(lines))
    return PackingSlip(ENGLISH.sender, CHINESE.receiver, "SO-104233", SSCC, 1, rows)


def texts(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    found = [document[n].get_textpage().get_text_range() for n in range(len(document))]
    document.close()
    return found


def pictures(pdf: bytes) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(pdf)
    drawn = [
        document[n].render(scale=200 / 72, grayscale=True).to_pil().copy()
        for n in range(len(document))
    ]
    document.close()
    return drawn


def codes(image: Image.Image) -> list[pyzbar.Decoded]:
    found: list[pyzbar.Decoded] = pyzbar.decode(image, symbols=[pyzbar.ZBarSymbol.CODE128])
    return found


def test_a_slip_of_1000_lines_numbers_its_pages_and_loses_none() -> None:
    pages = texts(packing_slip(slip(1000)))
    whole = "\n".join(pages)
    assert all(f"SKU-{n:04d}" in whole for n in range(1000))
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        assert "SO-104233" in page


def test_what_is_meant_for_the_receiver_stands_on_the_slip() -> None:
    rows = (
        SlipLine("MUG", "Mug", 1, 1, 0, note="Engraving: Ada\nFont: Serif"),
        SlipLine("CUP", "Cup", 1, 1, 0, instead_of="Pot"),
        SlipLine("TEA", "Tea", 1, 1, 0, free=True),
    )
    message = "Happy birthday, dear Ada! " * 60
    pdf = packing_slip(replace(slip(), lines=rows, gift_message=message + "\nEve"))
    text = " ".join(" ".join(texts(pdf)).split())
    for words in ("Engraving: Ada", "instead of Pot", "with our compliments", "Eve"):
        assert words in text, words
    assert text.count("Happy birthday") == 60


def test_a_wrong_sscc_makes_no_slip() -> None:
    with pytest.raises(LabelDataError):
        packing_slip(replace(slip(), sscc="1" * 18))


@pytest.mark.parametrize(("language", "word"), [("en", "Packing slip"), ("zh_CN", "装箱单")])
def test_headings_speak_the_language(language: str, word: str) -> None:
    assert word in texts(packing_slip(slip(), language=language))[0]


def test_a_manifest_tells_count_weight_missing_and_has_room_to_sign() -> None:
    whole = "\n".join(texts(manifest(LOAD)))
    for word in ("L-7", "PostNord", "1.250 kg", "SO-LOST", "Signature", "Łukasz Święcicki"):
        assert word in whole


def test_a_weight_that_nobody_weighed_is_marked() -> None:
    some = (PARCEL, replace(PARCEL, weight_g=400, calculated=True))
    whole = "\n".join(texts(manifest(replace(LOAD, parcels=some))))
    for word in ("≈ 1.650 kg", "≈ 0.400", "1.250"):
        assert word in whole
    assert "≈ 1.250" not in whole


def test_an_empty_and_a_long_manifest_are_whole() -> None:
    assert len(texts(manifest(replace(LOAD, parcels=(), missing=(), closed_at=None)))) == 1
    many = tuple(replace(PARCEL, order_ref=f"SO-{n:04d}") for n in range(300))
    whole = "\n".join(texts(manifest(replace(LOAD, parcels=many), language="zh_CN")))
    assert all(f"SO-{n:04d}" in whole for n in range(300))


def test_every_command_reads_and_neighbours_are_40_mm_apart() -> None:
    *sheets, cards = pictures(command_sheet(CARDS))
    read: list[str] = []
    for sheet in sheets:
        found = codes(sheet)
        read += [code.data.decode() for code in found]
        for one in found:
            for other in found:
                if one is not other:
                    assert gap_mm(one, other) >= 40
    assert sorted(read) == sorted(card.code for card in CARDS)
    assert len(codes(cards)) == 10


def gap_mm(one: pyzbar.Decoded, other: pyzbar.Decoded) -> float:
    a, b = one.rect, other.rect
    across = max(a.left - (b.left + b.width), b.left - (a.left + a.width), 0)
    down = max(a.top - (b.top + b.height), b.top - (a.top + a.height), 0)
    return float((across**2 + down**2) ** 0.5 * DOT_MM)


def test_the_lanyard_page_stands_alone() -> None:
    assert len(texts(lanyard(CARDS))) == 1
