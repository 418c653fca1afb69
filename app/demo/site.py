"""Invents a site from a seed: products, bins, stock, people, cartons, loads and orders.

Names and addresses are made up of invented parts. GTINs and SSCCs come from GS1's range for
examples (prefix 952).
"""

from __future__ import annotations

import itertools
import random
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.domain.address import Address
from app.domain.documents import (
    BinDocument,
    CartonDocument,
    LineDocument,
    LoadDocument,
    OperatorDocument,
    OrderDocument,
    ProductDocument,
    StockDocument,
)
from app.domain.place import BinKind, Side
from app.domain.plan.layout import Layout, Spot
from app.domain.retail import check_digit

CARRIERS = (("Northwind Parcel", "Standard"), ("Blue Heron Express", "Next day"))

_THINGS = (
    ("Mug", 340, 90, True),
    ("Teapot", 980, 180, False),
    ("Tea towel", 120, 200, True),
    ("Candle", 260, 80, True),
    ("Notebook", 310, 210, True),
    ("Lamp", 1450, 260, False),
    ("Puzzle", 640, 250, False),
    ("Scarf", 180, 220, False),
    ("Bowl", 520, 160, False),
    ("Clock", 730, 240, False),
)
_COLOURS = ("orange", "blue", "green", "white", "grey", "red", "yellow", "black")

BAYS, LEVELS = 10, 3
_BAY_MM = 2800
LAYOUT = Layout(3500, (0, BAYS // 2 * _BAY_MM), Spot(1, 0))
DAMAGED_BIN = "DAMAGED-1"
_OTHER_PLACES = (
    BinDocument("DOCK-1", 900, "Dock", kind=BinKind.DOCK),
    BinDocument("RETURNS-1", 901, "Returns", kind=BinKind.RETURNS),
    BinDocument(DAMAGED_BIN, 902, "Returns", kind=BinKind.DAMAGED),
    BinDocument("QUARANTINE-1", 903, "Returns", kind=BinKind.QUARANTINE),
)

_PEOPLE = (
    ("11", "Li Wei", ("picker", "packer", "loader"), ""),
    ("12", "Anna Berg", ("picker", "packer", "loader"), "en"),
    ("13", "Tomás Rey", ("picker",), "en"),
    ("90", "Ines Vogt", ("supervisor",), "en"),
)

_RECEIVERS = (
    Address("Marta Lind", "", "Björkgatan 4", "41301", "Göteborg", "", "SE"),
    Address("王小明", "示例贸易有限公司", "中山路 88 号 3 楼", "200001", "上海市", "", "CN"),
    Address("Jan Wójcik", "", "ul. Łąkowa 12/3", "80-743", "Gdańsk", "", "PL"),
    Address("Olive Hart", "Hart & Sons", "7 Mill Lane", "YO1 7HH", "York", "", "GB"),
    Address("Éloïse Fabre", "", "3 rue des Tilleuls", "69007", "Lyon", "", "FR"),
    Address("陈雨", "", "文化东路 5 号院 2-1102", "250014", "济南市", "山东省", "CN"),
    Address("Tobias Krüger", "Krüger Werkstatt", "Ahornweg 21", "50667", "Köln", "", "DE"),
)


@dataclass(frozen=True)
class Site:
    """All documents that an installation starts with."""

    products: tuple[ProductDocument, ...]
    bins: tuple[BinDocument, ...]
    stock: tuple[StockDocument, ...]
    operators: tuple[OperatorDocument, ...]
    cartons: tuple[CartonDocument, ...]
    loads: tuple[LoadDocument, ...]
    orders: tuple[OrderDocument, ...]


def gtin(number: int) -> str:
    """GTIN-13 in GS1's range for examples."""
    digits = f"9521321{number:05d}"
    return digits + check_digit(digits)


def people() -> tuple[OperatorDocument, ...]:
    """Who works there. Badges and PINs of the demo are no secrets: its panel shows them."""
    return tuple(
        OperatorDocument(number, name, f"PBID-DEMO-{number}", number * 3, roles, language)
        for number, name, roles, language in _PEOPLE
    )


def lot_of(sku: str) -> str:
    """The lot of which the site has stock."""
    return f"LOT{sku[-3:]}"


def tote_of(order: str) -> str:
    """A tote that no other order is put into."""
    digits = "".join(filter(str.isdigit, order))
    return f"T-{digits[-4:] or '1'}"


def make(now: datetime, *, orders: int, seed: int = 1) -> Site:
    """A site. now: aware, UTC; loads leave and orders are due around it."""
    dice = random.Random(seed)  # noqa: S311  invented goods, no secret
    products = _products()
    bins = _shelves()
    return Site(
        products=products,
        bins=(*bins, *_OTHER_PLACES),
        stock=_stock(products, bins, now.date(), dice),
        operators=people(),
        cartons=(
            CartonDocument("BOX-S", "Small box", 250, 200, 150, 140, 5000),
            CartonDocument("BOX-M", "Medium box", 400, 300, 250, 320, 12000),
            CartonDocument("BOX-L", "Large box", 600, 400, 400, 650, 25000),
        ),
        loads=tuple(
            LoadDocument(f"L-{88 + n}", carrier, str(n % 2 + 2), now + timedelta(hours=2 + n))
            for n, (carrier, _) in enumerate(CARRIERS * 2)
        ),
        orders=tuple(_order(n, products, now, dice) for n in range(orders)),
    )


def _shelves() -> tuple[BinDocument, ...]:
    """Bays stand on both sides of an aisle, opposite each other; the highest level is reserve."""
    return tuple(
        BinDocument(
            f"{aisle}-{bay:02d}-{level}",
            walk,
            f"Aisle {aisle}",
            kind=BinKind.RESERVE if level == LEVELS else BinKind.PICK_FACE,
            aisle="ABCD".index(aisle) + 1,
            position_mm=(bay - 1) // 2 * _BAY_MM + _BAY_MM // 2,
            level=level - 1,
            side=Side.LEFT if bay % 2 else Side.RIGHT,
        )
        for walk, (aisle, bay, level) in enumerate(
            itertools.product("ABCD", range(1, BAYS + 1), range(1, LEVELS + 1))
        )
    )


def _products() -> tuple[ProductDocument, ...]:
    found = []
    for number, (colour, thing) in enumerate(
        (colour, thing) for thing in _THINGS for colour in _COLOURS
    ):
        name, grams, side, countable = thing
        found.append(
            ProductDocument(
                sku=f"{name[:3].upper()}-{20001 + number}",
                name=f"{name}, {colour}",
                barcodes=(gtin(number),),
                weight_g=grams,
                length_mm=side,
                width_mm=side * 3 // 4,
                height_mm=side // 3,
                count_by_number=countable,
                track_lot=name == "Candle",
                track_expiry=name == "Candle",
                track_serial=name == "Clock",
                note="Fragile: wrap twice" if name in {"Teapot", "Lamp"} else "",
            )
        )
    return tuple(found)


def _stock(
    products: tuple[ProductDocument, ...],
    bins: tuple[BinDocument, ...],
    today: date,
    dice: random.Random,
) -> tuple[StockDocument, ...]:
    places = dice.sample(bins, len(products))
    return tuple(
        StockDocument(
            bin=place.code,
            sku=product.sku,
            quantity=5000,
            lot=lot_of(product.sku) if product.track_lot else "",
            expiry=today + timedelta(days=400) if product.track_lot else None,
        )
        for product, place in zip(products, places, strict=True)
    )


def _order(
    number: int, products: tuple[ProductDocument, ...], now: datetime, dice: random.Random
) -> OrderDocument:
    count = dice.choices((1, 2, 3, 4, 6), weights=(30, 30, 20, 12, 8))[0]
    chosen = dice.sample(products, count)
    lines = tuple(
        LineDocument(
            number=n,
            sku=product.sku,
            name=product.name,
            quantity=1 if product.track_serial else dice.choices((1, 2, 3, 5), (55, 25, 12, 8))[0],
            barcode=product.barcodes[0],
        )
        for n, product in enumerate(chosen, start=1)
    )
    carrier, service = CARRIERS[number % 3 == 2]
    return OrderDocument(
        channel="demo-shop",
        ref=f"SO-{10480 + number}",
        placed_at=now - timedelta(minutes=7 * (number + 5)),
        customer=_RECEIVERS[number % len(_RECEIVERS)],
        lines=lines,
        carrier=carrier,
        service=service,
        # The second truck of each carrier: the first one may leave with what is ready.
        cut_off=now + timedelta(hours=4 + (number % 3 == 2)),
        priority=1 if number % 9 == 4 else 0,
    )
