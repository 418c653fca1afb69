"""Sample views of what stops a packer or a loader, and of what must be read or answered first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.domain.load.outcome import Loading, LoadPrompt
from app.domain.outcome import Outcome
from app.domain.outcome_work import Working, WorkPrompt
from app.domain.pack.outcome import Packing, PackPrompt
from app.station.load.view import LoadView
from app.station.pack.view import PackView
from app.station.views import Bar, View
from tests.helpers.sample_desk import load, missing
from tests.helpers.sample_parts import SSCC
from tests.helpers.sample_work import pack


def pack_note(language: str = "en") -> PackView:
    """Order note, gift message and a line's engraving, as a shop writes them."""
    notes = (
        "Please ring at the neighbour's, Mrs Example, second floor, before five o'clock.",
        "Happy birthday, dear Ada, from all of us!",
        "Engraving: Ada & Bob\nFont: Serif",
    )
    return pack(language, bar=Bar(PackPrompt.READ_NOTE), notes=notes, outcome=None)


def pack_take_out(language: str = "en") -> PackView:
    values: dict[str, str | int] = {"order": "SO-10443", "sku": "TEA-20022", "units": 1}
    bar = Bar(WorkPrompt.STOPPED, {"reason": "surplus"})
    return pack(language, bar=bar, outcome=Outcome(Working.TAKE_OUT, values))


def pack_held(language: str = "en") -> PackView:
    values: dict[str, str | int] = {"order": "SO-10443", "reason": "payment under review"}
    bar = Bar(WorkPrompt.STOPPED, {"reason": "held"})
    return pack(language, bar=bar, outcome=Outcome(Working.ORDER_HELD, values))


def pack_open_box(language: str = "en") -> PackView:
    bar = Bar(PackPrompt.OPEN_BOX, {"parcel": 1})
    asked = Outcome(Packing.OPEN_BOX_ASKED, {"parcel": 1})
    return pack(language, bar=bar, outcome=asked)


def pack_fetch(language: str = "en") -> PackView:
    bar = Bar(PackPrompt.FETCH_ANOTHER, {"sku": "TEA-20022"})
    asked = Outcome(Packing.FETCH_ASKED, {"sku": "TEA-20022", "units": 14})
    return pack(language, bar=bar, outcome=asked)


def pack_totes(language: str = "en") -> PackView:
    bar = Bar(PackPrompt.FETCH_TOTE, {"tote": "T-0118"})
    asked = Outcome(Packing.TOTE_ASKED, {"tote": "T-0118"})
    return pack(language, bar=bar, outcome=asked)


def load_take_off(language: str = "en") -> LoadView:
    values: dict[str, str | int] = {"sscc": SSCC, "order": "SO-10501"}
    bar = Bar(LoadPrompt.TAKE_OFF, {"order": "SO-10501"})
    stopped = Outcome(Loading.PARCEL_CANCELLED, values)
    off = tuple(replace(one, state="loaded") for one in missing(language)[1:3])
    return load(language, bar=bar, outcome=stopped, take_off=off)


def load_closed(language: str = "en") -> LoadView:
    said = Outcome(Loading.LOAD_CLOSED_BEFORE, {"load": "L-88"})
    return load(language, bar=Bar(LoadPrompt.LOAD_IS_CLOSED), outcome=said, closed=True)


def load_returned(language: str = "en") -> LoadView:
    values: dict[str, str | int] = {"sscc": SSCC, "order": "SO-10501", "load": "L-88"}
    said = Outcome(Loading.RETURN_ASKED, values)
    return load(language, bar=Bar(LoadPrompt.RETURN_REASON), outcome=said, asks_reason=True)


STOPS: dict[str, Callable[[str], View]] = {
    "pack_note": pack_note,
    "pack_take_out": pack_take_out,
    "pack_held": pack_held,
    "pack_open_box": pack_open_box,
    "pack_fetch": pack_fetch,
    "pack_totes": pack_totes,
    "load_take_off": load_take_off,
    "load_closed": load_closed,
    "load_returned": load_returned,
}
