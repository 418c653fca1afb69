"""What makes the demo's stock work worth seeing: cases, faces, dates, a set, and one last unit."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from app.demo import site
from app.demo.site import Site
from app.domain.documents import (
    BinDocument,
    LineDocument,
    OrderDocument,
    Part,
    ProductDocument,
    StockDocument,
)
from app.domain.packs import Pack, PackLevel
from app.domain.place import BinKind, PickFace
from app.domain.stock import Status

CASE_UNITS = 12
FACE_LEAST, FACE_MOST = 4, 24
SET = ProductDocument("SET-1", "Tea for two", (site.gtin(80_001),), parts=())
RARE = ProductDocument("GLOBE-1", "Globe, old", (site.gtin(80_002),), 900, 220, 220, 220)
RIVAL = "SO-20001"
"""The order of a second bench, which wants the one globe that there is, too."""


def with_stock_work(made: Site) -> Site:
    """The same site, where mugs come in cases of twelve and lie in small pick faces, which are
    filled from reserve; of each candle's lot there are two dates, some of the later one on hold.

    The second order wants the only globe as well, which `RIVAL` wants, too; the third one a set.
    """
    bins, stock = _with_faces(made.bins, made.stock)
    mug, teapot = (_first(made, name) for name in ("Mug", "Teapot"))
    kit = replace(SET, parts=(Part(mug.sku, 2), Part(teapot.sku, 1)))
    more = {1: RARE, 2: kit}
    orders = (
        _with_line(one, more[at]) if at in more else one for at, one in enumerate(made.orders)
    )
    return replace(
        made,
        products=(*map(_in_cases, made.products), RARE, kit),
        bins=bins,
        stock=(*stock, *_later_dates(stock), _globe(bins, stock)),
        orders=(*orders, _rival(made.orders[0])),
    )


def _first(made: Site, name: str) -> ProductDocument:
    return next(one for one in made.products if one.name.startswith(name))


def _with_line(order: OrderDocument, product: ProductDocument) -> OrderDocument:
    number = len(order.lines) + 1
    line = LineDocument(number, product.sku, product.name, 1, product.barcodes[0])
    return replace(order, lines=(*order.lines, line))


def _rival(order: OrderDocument) -> OrderDocument:
    return _with_line(replace(order, ref=RIVAL, lines=(), priority=0), RARE)


def _globe(bins: tuple[BinDocument, ...], stock: tuple[StockDocument, ...]) -> StockDocument:
    used = {one.bin for one in stock}
    free = (one for one in bins if one.kind is BinKind.PICK_FACE and one.code not in used)
    return StockDocument([one.code for one in free][-1], RARE.sku, 1)


def _in_cases(product: ProductDocument) -> ProductDocument:
    if not product.name.startswith("Mug"):
        return product
    code = site.gtin(90_000 + int(product.sku[-5:]) % 1000)
    return replace(product, packs=(Pack(PackLevel.CASE, CASE_UNITS, (code,)),))


def _with_faces(
    bins: tuple[BinDocument, ...], stock: tuple[StockDocument, ...]
) -> tuple[tuple[BinDocument, ...], tuple[StockDocument, ...]]:
    """The mugs' stock in reserve, and a few of each in a pick face."""
    used = {one.bin for one in stock}
    free = {
        kind: [one for one in bins if one.code not in used and one.kind is kind]
        for kind in (BinKind.PICK_FACE, BinKind.RESERVE)
    }
    faces: dict[str, BinDocument] = {}
    moved: list[StockDocument] = []
    for one in stock:
        if not one.sku.startswith("MUG") or not all(free.values()):
            moved.append(one)
            continue
        face, reserve = free[BinKind.PICK_FACE].pop(0), free[BinKind.RESERVE].pop(0)
        faces[face.code] = replace(face, faces=(PickFace(one.sku, FACE_LEAST, FACE_MOST),))
        moved.append(replace(one, bin=face.code, quantity=FACE_LEAST + 1))
        moved.append(replace(one, bin=reserve.code))
    return tuple(faces.get(one.code, one) for one in bins), tuple(moved)


def _later_dates(stock: tuple[StockDocument, ...]) -> list[StockDocument]:
    dated = [one for one in stock if one.expiry is not None]
    later = [
        replace(one, quantity=300, expiry=one.expiry + timedelta(days=200))
        for one in dated
        if one.expiry is not None
    ]
    return later + [replace(one, quantity=12, status=Status.HOLD) for one in later]
