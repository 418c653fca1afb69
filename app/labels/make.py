"""Makes a label in all formats, and proves it by decoding its raster."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.device_api import PageFormat
from app.domain.address import Address
from app.labels import fonts
from app.labels import zpl as zpl_format
from app.labels.layout import layout
from app.labels.model import Layout, ShippingLabel
from app.labels.pdf import label_pdf
from app.labels.raster import png_bytes, rasterise
from app.labels.tspl import graphic_tspl
from app.labels.verify import expected_codes, verify
from app.paper import PAPERS, Paper

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PIL import Image


@dataclass(frozen=True)
class MadePage:
    """One page whose raster was decoded. All formats but the PDF are made from that raster."""

    name: str
    dpi: int
    pdf: bytes
    image: Image.Image
    native: bytes = b""

    @property
    def zpl(self) -> bytes:
        return self.native or zpl_format.graphic_zpl(self.image)

    @property
    def png(self) -> bytes:
        return png_bytes(self.image, self.dpi)

    def payloads(self, formats: Iterable[PageFormat] = PageFormat) -> dict[PageFormat, bytes]:
        """The page in these formats, for PrintJob.payloads; no other format is made."""
        makers = {
            PageFormat.ZPL: lambda: self.zpl,
            PageFormat.TSPL: lambda: graphic_tspl(self.image, self.dpi),
            PageFormat.PDF: lambda: self.pdf,
            PageFormat.PNG: lambda: self.png,
        }
        return {one: makers[one]() for one in formats}


def made_page(page: Layout, name: str, *, native_zpl: bool = False) -> MadePage:
    """Draw a page, rasterise it and decode it. Raises LabelError where that does not succeed."""
    pdf = label_pdf(page, title=name)
    image = rasterise(pdf, page.dpi, (page.width, page.height))
    verify(image, expected_codes(page))
    native = zpl_format.native_zpl(page, image) if native_zpl else b""
    return MadePage(name, page.dpi, pdf, image, native)


def make_shipping_label(
    label: ShippingLabel,
    *,
    dpi: int = 203,
    paper: Paper = PAPERS["4x6"],
    native_zpl: bool = False,
) -> MadePage:
    """Make a shipping label; its raster has been decoded and reads as it must.

    dpi: 203 or 300. native_zpl: the printer draws text and symbols itself, which a site chooses for
    each printer (see zpl.py). Raises LabelError where the label cannot be made or proven.
    """
    return made_page(layout(label, dpi, paper), label.sscc, native_zpl=native_zpl)


def warm_up() -> None:
    """Load libraries and fonts by making a label, so that the first real label is fast."""
    fonts.preload()
    nobody = Address(name="Łódź 收件人", street="1", postcode="00000", city="-", country="PL")
    make_shipping_label(
        ShippingLabel(
            sender=nobody,
            receiver=nobody,
            carrier="-",
            service="-",
            sscc="000000000000000000",
            order_ref="-",
            parcel_number=1,
            parcel_count=1,
            routing="-",
            qr="-",
            weight_g=0,
        )
    )
