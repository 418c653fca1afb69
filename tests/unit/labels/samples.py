"""Labels to test with, and a second reader that shares no code with the first."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

from PIL import Image
from pyzbar import pyzbar

from app.domain.address import Address
from app.labels import barcodes
from app.labels.model import ShippingLabel

if TYPE_CHECKING:
    from collections.abc import Iterator

SSCC = barcodes.sscc("9501101", 3, 42)
SENDER = Address(
    "Packbench Warehouse", "Nordic Goods AB", "Storgatan 12 B\nPort 4", "411 05", "Göteborg",
    "", "SE", "+46 31 123456",
)  # fmt: skip
ENGLISH = ShippingLabel(
    sender=SENDER,
    receiver=Address(
        "Ann-Sofie Öberg", "Öberg & Søn Trading ApS", "Vestergade 110, 3. th.", "8000",
        "Aarhus C", "", "DK", "+45 12 34 56 78",
    ),
    carrier="PostNord",
    service="EXPRESS 12:00",
    sscc=SSCC,
    order_ref="SO-104233",
    parcel_number=1,
    parcel_count=3,
    routing="DK-AAR-08",
    qr=barcodes.digital_link(SSCC),
    weight_g=12450,
    note="Leave at reception.",
)  # fmt: skip
CHINESE = replace(
    ENGLISH,
    receiver=Address(
        "王小明", "上海浦东新区软件园有限公司", "浦东新区张江高科技园区博云路2号\n浦软大厦1107室",
        "201203", "上海市", "", "CN", "138 0013 8000",
    ),
    carrier="顺丰速运",
    service="特快专递",
    routing="021-W-浦东A3",
    parcel_count=None,
    note="易碎品，轻拿轻放",
)  # fmt: skip
POLISH = replace(
    ENGLISH,
    receiver=Address("Łukasz Święcicki", "", "ul. Żółkiewskiego 7/9", "90-001", "Łódź", "", "PL"),
)
GERMAN = replace(
    ENGLISH,
    receiver=Address(
        "Jürgen Größe", "Süßwaren ÄÖÜ", "Fußgängerstr. 1", "80331", "München", "", "DE"
    ),
)
BARE = replace(
    ENGLISH,
    sender=Address(),
    receiver=Address(name="X"),
    carrier="",
    service="",
    order_ref="",
    parcel_count=None,
    routing="",
    qr="",
    weight_g=None,
    note="",
)
LONG = replace(
    ENGLISH,
    receiver=Address(
        "Maximiliane-Konstantina von und zu Hohenlohe-Schillingsfürst",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
        "Hinterhaus, dritter Aufgang links\nKarl-Friedrich-Goerdeler-Straße 1234 a-f\n"
        "Gewerbepark Nord, Halle 17, Rampe 4\nAnlieferung nur werktags 6-14 Uhr\nKlingel Lager 2",
        "12345-678", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "Wales", "GB",
        "+44 1248 000000",
    ),
    service="INTERNATIONAL PRIORITY EXPRESS SIGNATURE REQUIRED",
    order_ref="9" * 12,
    routing="WALES-NORTH-WEST-BANGOR-LL61-5UJ",
    note="Fragile glass. Call ahead, deliver to the back door only, never leave outside.",
    qr=("https://track.example/" + "a1B2c3D4" * 40)[:300],
)  # fmt: skip
ALL = {
    "english": ENGLISH,
    "chinese": CHINESE,
    "polish": POLISH,
    "german": GERMAN,
    "bare": BARE,
    "long": LONG,
    "sample": replace(ENGLISH, sample=True),
}


def read_zbar(image: Image.Image) -> list[tuple[str, str]]:
    """(type, text) as zbar reads it; GS1-128 comes as CODE128 without its ]C1."""
    kinds = [pyzbar.ZBarSymbol.CODE128, pyzbar.ZBarSymbol.QRCODE]
    found = pyzbar.decode(image.convert("L"), symbols=kinds)
    return sorted((code.type, code.data.decode()) for code in found)


def wanted_zbar(label: ShippingLabel) -> list[tuple[str, str]]:
    codes = [("CODE128", "00" + label.sscc)]
    return sorted([*codes, ("QRCODE", label.qr)] if label.qr else codes)


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png))


def black_runs(row: bytes) -> Iterator[tuple[bool, int]]:
    """(is black, length) of each run in a row of grey pixels."""
    start = 0
    for place in range(1, len(row) + 1):
        if place == len(row) or (row[place] < 128) != (row[start] < 128):
            yield row[start] < 128, place - start
            start = place
