"""From a label's model to proven bytes for every kind of printer."""

from __future__ import annotations

from dataclasses import dataclass

from app.device_api import PageFormat
from app.domain.address import Address
from app.labels import fonts
from app.labels import zpl as zpl_format
from app.labels.layout import layout
from app.labels.model import ShippingLabel
from app.labels.pdf import label_pdf
from app.labels.raster import png_bytes, rasterise
from app.labels.verify import expected_codes, verify


@dataclass(frozen=True)
class MadeLabel:
    """One label whose raster was decoded; ZPL and PNG hold that raster, PDF is its source.

    missing_glyphs: letters the bundled font lacks; they stand as U+FFFD on the label.
    """

    sscc: str
    pdf: bytes
    png: bytes
    zpl: bytes
    missing_glyphs: tuple[str, ...] = ()

    @property
    def payloads(self) -> dict[PageFormat, bytes]:
        """For PrintJob.payloads."""
        return {PageFormat.PDF: self.pdf, PageFormat.PNG: self.png, PageFormat.ZPL: self.zpl}


def make_shipping_label(
    label: ShippingLabel, *, dpi: int = 203, native_zpl: bool = False
) -> MadeLabel:
    """Draws, rasterises, decodes; hands bytes out only if the raster reads as it must.

    dpi: 203 or 300. native_zpl: the printer draws text and symbols itself (a choice per
    printer; see zpl.py). Raises LabelError: nothing was made then.
    """
    page = layout(label, dpi)
    pdf = label_pdf(page, title=label.sscc)
    image = rasterise(pdf, dpi, (page.width, page.height))
    verify(image, expected_codes(page))
    zpl = zpl_format.native_zpl(page, image) if native_zpl else zpl_format.graphic_zpl(image)
    return MadeLabel(label.sscc, pdf, png_bytes(image, dpi), zpl, page.missing_glyphs)


def warm_up() -> None:
    """Loads libraries and fonts with one throw-away label, so that the first real one is fast."""
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
