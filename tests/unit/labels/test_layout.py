"""Texts stand inside the page, apart from symbols and from each other, with real letters."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from app.domain.address import Address
from app.labels import fonts
from app.labels.errors import LettersMissing
from app.labels.faces import face
from app.labels.layout import layout, parcel_text, weight_text
from app.labels.make import make_shipping_label
from app.labels.model import Box, Code128Bars, Layout, QrModules, Text
from app.paper import PAPERS
from tests.unit.labels.samples import ALL, BARE, CHINESE, ENGLISH, GERMAN, LONG, POLISH, opened

Rectangle = tuple[int, int, int, int]


def letters(part: Text) -> Rectangle:
    """Where ink can be: cap height and descender, not the leading."""
    up, down = round(part.size * 0.74), round(part.size * 0.2)
    return (part.x, part.y - up, part.x + part.width, part.y + down)


def bounds(part: Text | Box | Code128Bars | QrModules) -> Rectangle:
    match part:
        case Text():
            return letters(part)
        case Box():
            return (part.x, part.y, part.x + part.width, part.y + part.height)
        case Code128Bars():
            quiet = 10 * part.module
            right = part.x + part.module * len(part.modules) + quiet
            return (part.x - quiet, part.y, right, part.y + part.height)
        case QrModules():
            quiet, side = 4 * part.module, part.module * len(part.rows)
            return (part.x - quiet, part.y - quiet, part.x + side + quiet, part.y + side + quiet)


def overlap(a: Rectangle, b: Rectangle) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def texts(page: Layout) -> str:
    return "|".join(part.text for part in page.primitives if isinstance(part, Text))


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("name", ALL)
def test_nothing_overlaps_and_nothing_leaves_the_page(name: str, dpi: int, paper: str) -> None:
    page = layout(ALL[name], dpi, PAPERS[paper])
    assert (page.width, page.height) == PAPERS[paper].dots(dpi)
    for part in page.primitives:
        left, top, right, bottom = bounds(part)
        assert left >= 0 and right <= page.width and top >= 0 and bottom <= page.height, part
    for one, other in combinations(page.primitives, 2):
        assert not overlap(bounds(one), bounds(other)), (one, other)


@pytest.mark.parametrize("name", ALL)
def test_every_word_is_printed(name: str) -> None:
    label = ALL[name]
    printed = texts(layout(label)).replace("|", "").replace(" ", "")
    parts = (*label.receiver.lines(), *label.sender.lines(), label.service, label.carrier)
    for text in (*parts, label.routing, label.order_ref, label.note):
        expected = fonts.clean(text).replace(" ", "")
        if label.receiver.region and text in label.receiver.lines():
            continue
        assert expected in printed, text


@pytest.mark.parametrize("name", ALL)
def test_a_label_with_an_example_on_it_says_so(name: str) -> None:
    assert ("SAMPLE|DO NOT SEND" in texts(layout(ALL[name]))) is (name == "sample")


@pytest.mark.parametrize("label", [CHINESE, POLISH, GERMAN])
def test_foreign_letters_have_glyphs_and_leave_ink(label: object) -> None:
    assert isinstance(label, type(ENGLISH))
    page = layout(label)
    image = opened(make_shipping_label(label).png).convert("L").point(lambda value: 255 - value)
    for part in page.primitives:
        if isinstance(part, Text):
            assert image.crop(letters(part)).getbbox() is not None, part.text


def test_each_letter_looks_different() -> None:
    """A font that draws a box for what it lacks draws the same box for all."""
    drawn = set()
    for letter in "张伟王小明ŁłŚśŻżÄÖÜß":
        label = replace(BARE, receiver=Address(name=letter))
        page = layout(label)
        (part,) = [p for p in page.primitives if isinstance(p, Text) and p.text == letter]
        drawn.add(opened(make_shipping_label(label).png).crop(letters(part)).tobytes())
    assert len(drawn) == len("张伟王小明ŁłŚśŻżÄÖÜß")


def test_a_letter_that_no_font_has_stops_the_label() -> None:
    label = replace(ENGLISH, receiver=replace(ENGLISH.receiver, name="Ann \U00013000\ue000 🎁"))
    with pytest.raises(LettersMissing) as stopped:
        layout(label)
    assert stopped.value.letters == "\U00013000\ue000"


def test_emoji_are_left_out() -> None:
    label = replace(ENGLISH, receiver=replace(ENGLISH.receiver, name="Anna 😀🎁 Smith ☕️ 👩🏽‍🚀"))
    assert "Anna Smith" in texts(layout(label))


def test_invisible_characters_do_not_reach_the_label() -> None:
    label = replace(ENGLISH, order_ref="SO\u200b-1\x00\u202e04\t2")
    assert "SO-104 2" in texts(layout(label))


def test_letters_are_composed_first() -> None:
    label = replace(ENGLISH, order_ref="A\u030angstro\u0308m")
    assert "Ångström" in texts(layout(label))


@pytest.mark.parametrize(
    "letters_of",
    [
        "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ",
        "çğıöşüÇĞİÖŞÜ",
        "ộếửằẢỴ",
        "ΑΩαωάή",
        "АЯаяЁёЇїЎў",
        "你好镕喆堃",
        "あアー",
        "€₽№→✓“”…",
    ],
)
def test_the_font_covers(letters_of: str) -> None:
    for bold in (False, True):
        assert not [x for x in letters_of if ord(x) not in face(bold=bold).advances]


def test_the_whole_gb2312_set_is_covered() -> None:
    known = face(bold=False).advances
    for lead in range(0xB0, 0xF8):
        for trail in range(0xA1, 0xFF):
            code = bytes([lead, trail]).decode("gb2312", "ignore")
            assert not code or ord(code) in known


def test_the_receiver_is_larger_than_the_sender() -> None:
    size = {part.text: part.size for part in layout(ENGLISH).primitives if isinstance(part, Text)}
    assert size["Ann-Sofie Öberg"] >= 2 * size["Packbench Warehouse"]


def test_long_words_break_rather_than_overflow() -> None:
    assert texts(layout(LONG))
    assert fonts.wrap("Donaudampfschiff", 20, 60, break_words=False) is None
    wrapped = fonts.wrap("Donaudampfschiff", 20, 60)
    assert wrapped is not None and "".join(wrapped) == "Donaudampfschiff"


def test_no_line_begins_with_a_full_stop() -> None:
    wrapped = fonts.wrap("易碎品，轻拿轻放。" * 8, 20, 90)
    assert wrapped is not None
    assert not [line for line in wrapped if line[0] in "，。"]


def test_parcel_and_weight_in_words() -> None:
    assert parcel_text(ENGLISH) == "1 / 3"
    assert parcel_text(CHINESE) == "1"
    assert [weight_text(g) for g in (None, 0, 850, 12450, 10000)] == [
        "", "0 kg", "0.85 kg", "12.45 kg", "10 kg",
    ]  # fmt: skip


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("text", ["1", "https://id.gs1.org/00/395011010000000422", "x" * 300])
def test_every_printer_can_draw_the_qr_modules(text: str, dpi: int) -> None:
    (code,) = [
        p for p in layout(replace(ENGLISH, qr=text), dpi).primitives if isinstance(p, QrModules)
    ]
    assert code.module <= 10  # the range of ^BQ's magnification
    assert code.module / dpi * 25.4 >= 0.33
    assert bounds(code)[2] <= {203: 812, 300: 1200}[dpi]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("dpi", [203, 300])
def test_a_label_of_any_paper_is_drawn_and_decoded(paper: str, dpi: int) -> None:
    for label in (ENGLISH, replace(LONG, copy=2)):
        made = make_shipping_label(label, dpi=dpi, paper=PAPERS[paper])
        assert made.image.size == PAPERS[paper].dots(dpi)


def test_larger_paper_gives_the_receiver_more_room() -> None:
    sizes = [
        max(
            part.size
            for part in layout(LONG, paper=PAPERS[name]).primitives
            if isinstance(part, Text) and part.text in LONG.receiver.lines()
        )
        for name in ("A6", "4x6", "4x8", "A5")
    ]
    assert sizes == sorted(sizes) and sizes[0] < sizes[-1]
