"""A view as a JSON object, for scripts: the same names on every screen where they exist."""

from __future__ import annotations

from typing import Any

from app.domain import codec
from app.domain.outcome import Outcome
from app.station.views import (
    CountView,
    DevicesView,
    HomeView,
    LabelsView,
    LineView,
    LoadView,
    OrderView,
    PackView,
    PickView,
    SignInView,
    View,
)


def outcome_json(said: Outcome | None) -> dict[str, Any] | None:
    if said is None:
        return None
    return {
        "kind": said.kind.value,
        "severity": said.severity.value,
        "values": dict(said.values),
    }


def view_json(view: View) -> dict[str, Any]:
    """screen, state (what the bar asks for) and what the screen shows."""
    frame = view.frame
    common: dict[str, Any] = {
        "screen": _SCREENS[type(view)],
        "state": view.bar.prompt.value,
        "state_values": dict(view.bar.values),
        "operator": frame.operator,
        "language": frame.language,
        "order": frame.order or None,
        "online": frame.link.online,
        "waiting": frame.link.waiting,
        "reserved": frame.reserved,
        "units_done": frame.done,
        "units_wanted": frame.wanted,
    }
    return common | _details(view)


_SCREENS: dict[type[Any], str] = {
    SignInView: "sign_in",
    HomeView: "home",
    PickView: "pick",
    PackView: "pack",
    LoadView: "load",
    OrderView: "order",
    DevicesView: "devices",
    LabelsView: "labels",
    CountView: "count",
}


def _details(view: View) -> dict[str, Any]:
    match view:
        case SignInView():
            notice = view.notice.kind.value if view.notice else None
            return {"locked": view.locked, "asks_pin": view.asks_pin, "notice": notice}
        case HomeView():
            return {
                "to_pick": view.to_pick,
                "to_pack": view.to_pack,
                "loads_open": view.loads_open,
                "exceptions": view.exceptions,
                "queue": [codec.dump(row) for row in view.queue],
                "loads": [codec.dump(row) for row in view.loads],
                "card": codec.dump(view.card),
            }
        case PickView():
            return _line(view.line) | {
                "stop": view.stop,
                "stops": view.stops,
                "bin": view.bin,
                "tote": view.tote,
                "bin_confirmed": view.bin_confirmed,
            }
        case PackView():
            return _line(view.line) | _pack(view)
        case LoadView():
            return {
                "load": view.load,
                "carrier": view.carrier,
                "dock": view.dock,
                "done": view.loaded,
                "wanted": view.expected,
                "missing": [codec.dump(row) for row in view.missing],
            }
        case DevicesView():
            return {
                "page": view.page.value,
                "sheet_left": view.sheet_left,
                "scans": [codec.dump(row) for row in view.scans],
                "checks": {check.value: verdict.value for check, verdict in view.checks},
                "check": view.check.value if view.check else None,
                "printed": view.printed,
            }
        case LabelsView():
            return {"labels": [codec.dump(row) for row in view.rows], "asking": view.asking}
        case CountView():
            return {
                "bin": view.bin,
                "sku": view.line.sku if view.line else None,
                "lot": view.lot,
                "comparing": view.comparing,
                "rows": [codec.dump(row) for row in view.rows],
                "finished": [codec.dump(row) for row in view.finished],
            }
        case OrderView():
            return {
                "order": view.order,
                "order_state": view.state,
                "order_sub_state": view.sub_state,
                "parcels": [codec.dump(row) for row in view.parcels],
            }


def _pack(view: PackView) -> dict[str, Any]:
    return {
        "parcel": view.parcel,
        "sscc": view.sscc,
        "carton": view.carton,
        "label": view.label.value,
        "label_reason": view.label_reason,
        "removing": view.removing,
        "grams": view.grams,
        "expected_grams": view.expected_g,
        "lines": [
            {"sku": line.sku, "done": line.done, "wanted": line.wanted, "short": line.short}
            for line in view.lines
        ],
    }


def _line(line: LineView | None) -> dict[str, Any]:
    if line is None:
        return {"line": None, "sku": None, "barcode": None, "done": 0, "wanted": 0}
    return {
        "line": line.number,
        "sku": line.sku,
        "barcode": line.barcode,
        "done": line.done,
        "wanted": line.wanted,
    }
