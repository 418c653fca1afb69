"""What a packing slip tells the customer, in which language."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest
from PIL import Image

from app.labels.errors import LabelDataError
from app.labels.slip import PackingSlip, SlipLine, packing_slip
from app.labels.slip_words import LANGUAGES, language_for
from tests.unit.labels.test_documents import pictures, slip, texts

FULL = replace(
    slip(),
    parcel_count=2,
    day=date(2026, 11, 28),
    carrier="Northwind Parcel",
    note="Please ring twice",
    returns="Within 30 days.",
)


def text_of(made: PackingSlip, language: str = "en") -> str:
    return " ".join("\n".join(texts(packing_slip(made, language=language))).split())


def test_it_says_which_box_when_and_by_whom_it_goes() -> None:
    text = text_of(FULL)
    for words in ("Box 1 of 2", "Sent with: Northwind Parcel", "Date: 2026-11-28"):
        assert words in text
    assert "Your note: Please ring twice" in text
    assert "Returns: Within 30 days." in text


def test_what_is_not_known_is_not_said() -> None:
    text = text_of(slip())
    assert "Box 1" in text
    for words in ("Box 1 of", "Sent with", "Date", "Your note", "Returns"):
        assert words not in text


@pytest.mark.parametrize(
    ("country", "language", "title"),
    [
        ("DE", "de", "Lieferschein"),
        ("at", "de", "Lieferschein"),
        ("FR", "fr", "Bon de livraison"),
        ("CN", "zh_CN", "装箱单"),
        ("SE", "sv", "Följesedel"),
        ("GB", "en", "Packing slip"),
        ("CH", "en", "Packing slip"),  # three languages: nobody knows which
        ("", "en", "Packing slip"),
    ],
)
def test_it_speaks_the_language_of_its_country(country: str, language: str, title: str) -> None:
    assert language_for(country) == language
    assert title in text_of(FULL, language)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_language_has_all_words_with_their_values(language: str) -> None:
    english, words = LANGUAGES["en"], LANGUAGES[language]
    for key, text in english.items():
        assert words[key]
        for name in ("{n}", "{m}", "{name}", "{codes}"):
            assert (name in words[key]) == (name in text), (language, key)
    assert "\ufffd" not in text_of(FULL, language)
    strange = replace(FULL, note="\U00013000")  # a hieroglyph that no font has
    assert "U+13000" in text_of(strange, language)


def test_a_logo_stands_beside_the_title() -> None:
    picture = io.BytesIO()
    Image.new("RGB", (300, 100), (0, 0, 0)).save(picture, "PNG")
    (plain,), (logo,) = (
        pictures(packing_slip(one)) for one in (FULL, replace(FULL, logo=picture.getvalue()))
    )
    left, top, right, below = (round(mm * 200 / 25.4) for mm in (90, 10, 120, 18))
    place = (left, top, right, below)
    assert min(plain.crop(place).tobytes()) == 255
    assert min(logo.crop(place).tobytes()) == 0
    with pytest.raises(LabelDataError, match="logo"):
        packing_slip(replace(FULL, logo=b"no picture"))


def test_a_bundle_stands_above_its_parts_and_only_these_are_counted() -> None:
    parts = (SlipLine("MUG", "Blue mug", 6, 4, 0), SlipLine("TEA", "Green tea", 3, 2, 1))
    sets = SlipLine("GIFT", "Gift set", 3, 2, 1, note="Engraving: Ada", parts=parts)
    text = text_of(replace(slip(), lines=(sets, SlipLine("POT", "Pot", 1, 1, 0))))
    assert "GIFT Gift set · Engraving: Ada 3 2 1 – MUG Blue mug 6 4 – TEA Green tea 3 2 1" in text
    assert "Items in this box: 7" in text
