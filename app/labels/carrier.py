"""A carrier's label, and the pages of its file, as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from app.device_api import PageFormat


class Source(StrEnum):
    PDF = "pdf"
    PICTURE = "picture"
    ZPL = "zpl"


@dataclass(frozen=True)
class CarrierLabel:
    """A label for PrintJob. dpi: what the payloads are made for; 0 = the ZPL does not say.

    codes: what zxing-cpp reads on the label, sorted; () for ZPL, which only the printer draws.
    page: of the file, from 1. others: the file's other pages that are not blank.
    """

    source: Source
    dpi: int
    payloads: dict[PageFormat, bytes] = field(hash=False, repr=False)
    codes: tuple[str, ...] = ()
    page: int = 1
    others: tuple[OtherPage, ...] = ()


@dataclass(frozen=True)
class OtherPage:
    """A page beside the label: a return label, a customs form.

    label: it, ready to print; None = it cannot be printed on this paper. why: then a sentence.
    """

    page: int
    label: CarrierLabel | None
    why: str = ""
