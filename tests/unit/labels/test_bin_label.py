"""Labels of storage places, read by an independent decoder."""

from __future__ import annotations

import pypdfium2  # type: ignore[import-untyped]  # publishes no types
import pytest

from app.labels.bin_label import Arrow, BinLabel, make_bin_sheets, per_sheet
from app.labels.errors import LabelDataError, LabelNotProven, LettersMissing
from app.labels.pdf import one_file
from app.labels.verify import ExpectedCode, verify
from app.paper import PAPERS, Paper
from tests.helpers.program import codes_in

CODES = ("A-01-02", "7", "A区-01-02", "north aisle 12, bay 4", "W" * 60, "A" * 128)


@pytest.mark.parametrize("arrow", Arrow)
@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("paper", PAPERS.values(), ids=lambda paper: paper.name)
def test_each_label_reads_as_its_bin(paper: Paper, dpi: int, arrow: Arrow) -> None:
    labels = [BinLabel(code, arrow) for code in CODES]
    sheets = list(make_bin_sheets(labels, dpi=dpi, paper=paper))
    size = per_sheet(paper, dpi)
    assert size >= 2
    for number, sheet in enumerate(sheets):
        assert codes_in(sheet.image.convert("L")) == set(CODES[number * size :][:size])
    assert len(sheets) == -(-len(CODES) // size)


def test_the_arrow_points_up_or_down() -> None:
    def rows(arrow: Arrow) -> list[int]:
        """How many dots of each row are black, in the corner where the arrow stands."""
        (sheet,) = make_bin_sheets([BinLabel("A-01", arrow)])
        corner = sheet.image.convert("1").crop((670, 20, 800, 160))
        black = [
            sum(corner.getpixel((x, y)) == 0 for x in range(corner.width))
            for y in range(corner.height)
        ]
        return [dots for dots in black if dots]

    up, down = rows(Arrow.UP), rows(Arrow.DOWN)
    assert rows(Arrow.NONE) == []
    assert up[0] < up[20] > up[-1]
    assert down == up[::-1]


def test_a_sheet_whose_picture_is_of_another_bin_is_not_given_out() -> None:
    first, second = (next(make_bin_sheets([BinLabel(code)])) for code in ("A-01", "A-02"))
    verify(first.image, (ExpectedCode("C0", "A-01"),))
    with pytest.raises(LabelNotProven, match="A-01"):
        verify(second.image, (ExpectedCode("C0", "A-01"),))


@pytest.mark.parametrize(
    ("code", "dpi", "fault"),
    [
        ("A-01", 600, LabelDataError),
        ("A-\U0001f600", 203, LabelDataError),
        ("A-\U00012000", 203, LettersMissing),
    ],
)
def test_what_cannot_be_a_label(code: str, dpi: int, fault: type[Exception]) -> None:
    with pytest.raises(fault):
        list(make_bin_sheets([BinLabel(code)], dpi=dpi))


def test_several_sheets_are_one_file() -> None:
    sheets = list(make_bin_sheets([BinLabel(f"A-{n}") for n in range(7)]))
    document = pypdfium2.PdfDocument(one_file(sheet.pdf for sheet in sheets))
    try:
        words = [page.get_textpage().get_text_bounded().split() for page in document]
    finally:
        document.close()
    assert words == [["A-0", "A-1", "A-2"], ["A-3", "A-4", "A-5"], ["A-6"]]
