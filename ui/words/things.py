"""The names of things, roles and fields, as they stand inside other texts."""

from __future__ import annotations

from app.domain.place import BinKind
from ui.words import QT_TRANSLATE_NOOP

THINGS: dict[str, str] = {
    "product": QT_TRANSLATE_NOOP("Thing", "a product"),
    "tote": QT_TRANSLATE_NOOP("Thing", "a tote"),
    "bin": QT_TRANSLATE_NOOP("Thing", "a bin"),
    "order": QT_TRANSLATE_NOOP("Thing", "an order"),
    "parcel": QT_TRANSLATE_NOOP("Thing", "a parcel"),
    "load": QT_TRANSLATE_NOOP("Thing", "a load"),
    "badge": QT_TRANSLATE_NOOP("Thing", "a badge"),
    "carton": QT_TRANSLATE_NOOP("Thing", "a box type"),
    "serial": QT_TRANSLATE_NOOP("Thing", "a serial number"),
    "operator": QT_TRANSLATE_NOOP("Thing", "a badge"),
    "text": QT_TRANSLATE_NOOP("Thing", "a text"),
    "command": QT_TRANSLATE_NOOP("Thing", "a command"),
    "dock": QT_TRANSLATE_NOOP("Thing", "a dock"),
    "scanner": QT_TRANSLATE_NOOP("Thing", "a scanner"),
    "printer": QT_TRANSLATE_NOOP("Thing", "a printer"),
    "scale": QT_TRANSLATE_NOOP("Thing", "a scale"),
}

TITLES: dict[str, str] = {
    "product": QT_TRANSLATE_NOOP("Thing", "Product"),
    "tote": QT_TRANSLATE_NOOP("Thing", "Tote"),
    "bin": QT_TRANSLATE_NOOP("Thing", "Bin"),
    "order": QT_TRANSLATE_NOOP("Thing", "Order"),
    "parcel": QT_TRANSLATE_NOOP("Thing", "Parcel"),
    "load": QT_TRANSLATE_NOOP("Thing", "Load"),
    "badge": QT_TRANSLATE_NOOP("Thing", "Badge"),
    "carton": QT_TRANSLATE_NOOP("Thing", "Box type"),
    "shelf": QT_TRANSLATE_NOOP("Thing", "Shelf"),
    "serial": QT_TRANSLATE_NOOP("Thing", "Serial number"),
    "operator": QT_TRANSLATE_NOOP("Thing", "Person"),
    "search": QT_TRANSLATE_NOOP("Thing", "Orders with this in number, customer or tote"),
}

ROLES: dict[str, str] = {
    "picker": QT_TRANSLATE_NOOP("Thing", "picker"),
    "packer": QT_TRANSLATE_NOOP("Thing", "packer"),
    "loader": QT_TRANSLATE_NOOP("Thing", "loader"),
    "supervisor": QT_TRANSLATE_NOOP("Thing", "supervisor"),
    "admin": QT_TRANSLATE_NOOP("Thing", "administrator"),
    "trainee": QT_TRANSLATE_NOOP("Thing", "trainee"),
}

PLACES: dict[BinKind, str] = {
    BinKind.PICK_FACE: QT_TRANSLATE_NOOP("Thing", "pick face"),
    BinKind.RESERVE: QT_TRANSLATE_NOOP("Thing", "reserve"),
    BinKind.DOCK: QT_TRANSLATE_NOOP("Thing", "goods in"),
    BinKind.LANE: QT_TRANSLATE_NOOP("Thing", "truck lane"),
    BinKind.CELL: QT_TRANSLATE_NOOP("Thing", "cell of a sorting wall"),
    BinKind.SHELF: QT_TRANSLATE_NOOP("Thing", "shelf for parked orders"),
    BinKind.DAMAGED: QT_TRANSLATE_NOOP("Thing", "damaged goods"),
    BinKind.QUARANTINE: QT_TRANSLATE_NOOP("Thing", "quarantine"),
    BinKind.RETURNS: QT_TRANSLATE_NOOP("Thing", "returns"),
}

FIELDS: dict[str, str] = {
    "sku": QT_TRANSLATE_NOOP("Field", "SKU"),
    "name": QT_TRANSLATE_NOOP("Field", "Name"),
    "barcode": QT_TRANSLATE_NOOP("Field", "Barcode"),
    "gtin": QT_TRANSLATE_NOOP("Field", "Barcode"),
    "inner": QT_TRANSLATE_NOOP("Field", "Inner pack"),
    "case": QT_TRANSLATE_NOOP("Field", "Case"),
    "pallet": QT_TRANSLATE_NOOP("Field", "Pallet"),
    "stock": QT_TRANSLATE_NOOP("Field", "In stock"),
    "on_hand": QT_TRANSLATE_NOOP("Field", "In stock"),
    "reserved": QT_TRANSLATE_NOOP("Field", "Reserved"),
    "free": QT_TRANSLATE_NOOP("Field", "Free"),
    "bin": QT_TRANSLATE_NOOP("Field", "Bin"),
    "bins": QT_TRANSLATE_NOOP("Field", "Bins"),
    "parts": QT_TRANSLATE_NOOP("Field", "Parts of a set"),
    "whole_sets": QT_TRANSLATE_NOOP("Field", "Sets in stock"),
    "zone": QT_TRANSLATE_NOOP("Field", "Zone"),
    "locked": QT_TRANSLATE_NOOP("Field", "Locked"),
    "kind": QT_TRANSLATE_NOOP("Field", "Kind"),
    "kept": QT_TRANSLATE_NOOP("Field", "Kept here"),
    "order": QT_TRANSLATE_NOOP("Field", "Order"),
    "orders": QT_TRANSLATE_NOOP("Field", "Open orders"),
    "customer": QT_TRANSLATE_NOOP("Field", "Customer"),
    "carrier": QT_TRANSLATE_NOOP("Field", "Carrier"),
    "service": QT_TRANSLATE_NOOP("Field", "Service"),
    "state": QT_TRANSLATE_NOOP("Field", "State"),
    "label": QT_TRANSLATE_NOOP("Field", "Label"),
    "sscc": QT_TRANSLATE_NOOP("Field", "SSCC"),
    "load": QT_TRANSLATE_NOOP("Field", "Load"),
    "dock": QT_TRANSLATE_NOOP("Field", "Dock"),
    "place": QT_TRANSLATE_NOOP("Field", "Place"),
    "parcel": QT_TRANSLATE_NOOP("Field", "Parcel"),
    "carton": QT_TRANSLATE_NOOP("Field", "Box type"),
    "tote": QT_TRANSLATE_NOOP("Field", "Tote"),
    "lot": QT_TRANSLATE_NOOP("Field", "Lot"),
    "expiry": QT_TRANSLATE_NOOP("Field", "Expiry"),
    "serial": QT_TRANSLATE_NOOP("Field", "Serial number"),
    "weight": QT_TRANSLATE_NOOP("Field", "Weight"),
    "grams": QT_TRANSLATE_NOOP("Field", "Weight (g)"),
    "size": QT_TRANSLATE_NOOP("Field", "Size"),
    "station": QT_TRANSLATE_NOOP("Field", "Station"),
    "operator": QT_TRANSLATE_NOOP("Field", "Operator"),
    "wanted": QT_TRANSLATE_NOOP("Field", "Wanted"),
    "lines": QT_TRANSLATE_NOOP("Field", "Lines"),
    "units": QT_TRANSLATE_NOOP("Field", "Units"),
}
