"""What a shipping label says, and the primitives it is drawn from. Imports no drawing library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.address import Address


@dataclass(frozen=True)
class ShippingLabel:
    """One parcel's label.

    sscc: 18 digits, the check digit last (GS1 General Specifications 2.2.1).
    parcel_count: None while nobody knows how many parcels the order will have.
    routing: the carrier's sorting code, printed large; "" where there is none.
    qr: GS1 Digital Link or tracking address; "" prints no QR code.
    weight_g: grams; None where the parcel was not weighed.
    copy: of this label, from 1; only later ones are marked.
    sample: its sender or its number is an example, so the label says that it is no real one.
    """

    sender: Address
    receiver: Address
    carrier: str
    service: str
    sscc: str
    order_ref: str
    parcel_number: int
    parcel_count: int | None
    routing: str
    qr: str
    weight_g: int | None
    note: str = ""
    copy: int = 1
    sample: bool = False


# --- the drawing: whole printer dots, origin top left, y downwards -----------------------------


@dataclass(frozen=True)
class Text:
    """One line of text; y is the baseline, size the em, both in dots."""

    x: int
    y: int
    size: int
    text: str
    bold: bool = False
    width: int = 0  # advance in dots, rounded up


@dataclass(frozen=True)
class Box:
    """A filled rectangle: every rule on the label."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Code128Bars:
    """A Code 128 symbol; modules is a string of 1 (bar) and 0, each `module` dots wide.

    data: of GS1-128 the element string without FNC1 and brackets, e.g. "00" + SSCC.
    """

    x: int
    y: int
    module: int
    height: int
    modules: str
    data: str
    gs1: bool = True


@dataclass(frozen=True)
class QrModules:
    """A QR code without its quiet zone; rows of 1 (dark) and 0, each `module` dots square."""

    x: int
    y: int
    module: int
    rows: tuple[str, ...]
    data: str


Primitive = Text | Box | Code128Bars | QrModules


@dataclass(frozen=True)
class Layout:
    """One page, from which PDF, raster and native ZPL are drawn."""

    dpi: int
    width: int
    height: int
    primitives: tuple[Primitive, ...]
