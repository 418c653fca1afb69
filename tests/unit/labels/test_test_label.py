"""The test label, read by an independent decoder, on paper of 4 x 6 inches."""

from __future__ import annotations

import pytest

from app.device_api import PageFormat
from app.labels.errors import LabelDataError, LabelError
from app.labels.test_label import make_test_label
from tests.helpers.program import codes_in

CODE = "PBTL-093000"
LINES = ("Packbench", "Main", "tcp:10.0.0.7:9100  203 dpi")


@pytest.mark.parametrize("dpi", [203, 300])
def test_both_codes_read_as_what_they_should(dpi: int) -> None:
    made = make_test_label(CODE, LINES, dpi=dpi)
    assert made.image.size == (4 * dpi, 6 * dpi)
    assert (made.dpi, made.name) == (dpi, CODE)
    assert codes_in(made.image.convert("L")) == {CODE}


@pytest.mark.parametrize("dpi", [203, 300])
def test_it_shows_the_edges_of_the_paper(dpi: int) -> None:
    """The frame stands 2 mm from each edge, and nothing outside it."""
    image = make_test_label(CODE, LINES, dpi=dpi).image.convert("1")
    width, height = image.size
    edge, half = round(16 * dpi / 203), (width // 2, height // 2)
    dots = [(edge + 1, half[1]), (width - edge - 2, half[1])]
    dots += [(half[0], edge + 1), (half[0], height - edge - 2)]
    assert [image.getpixel(dot) for dot in dots] == [0] * 4
    margins = [(0, 0, width, edge), (0, 0, edge, height)]
    margins += [(width - edge, 0, width, height), (0, height - edge, width, height)]
    for margin in margins:
        assert image.crop(margin).getextrema() == (255, 255), margin


def test_every_printer_gets_it() -> None:
    payloads = make_test_label(CODE, LINES).payloads()
    assert set(payloads) == set(PageFormat)
    assert payloads[PageFormat.ZPL].startswith(b"^XA")
    assert payloads[PageFormat.PDF].startswith(b"%PDF")
    assert payloads[PageFormat.PNG].startswith(b"\x89PNG")


def test_another_code_is_another_label() -> None:
    one, other = (make_test_label(code, LINES).png for code in (CODE, "PBTL-093001"))
    assert one != other
    assert make_test_label(CODE, LINES).png == one, "and the same is the same"


@pytest.mark.parametrize("dpi", [0, 152, 600])
def test_another_resolution_is_refused(dpi: int) -> None:
    with pytest.raises(LabelDataError, match=str(dpi)):
        make_test_label(CODE, LINES, dpi=dpi)


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("",),
        ("Packbench", "Lager Łódź 仓库", "x"),
        ("Packbench", "S" * 200, "usb:/dev/" + "p" * 200),
        ("Packbench", "one two three four five " * 12),
    ],
    ids=["none", "empty", "scripts", "long words", "long lines"],
)
def test_what_else_it_says_never_costs_the_code(lines: tuple[str, ...]) -> None:
    """A site may have any name, a printer any address: the self-test needs its label."""
    assert codes_in(make_test_label(CODE, lines).image.convert("L")) == {CODE}


@pytest.mark.parametrize("code", ["", "日本", "A" * 60])
def test_a_code_that_cannot_be_drawn_is_a_sentence(code: str) -> None:
    with pytest.raises(LabelError) as raised:
        make_test_label(code, LINES)
    assert str(raised.value).endswith(".")
