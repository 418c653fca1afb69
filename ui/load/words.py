"""The words of loading trucks."""

from __future__ import annotations

from app.domain.facts import FactKind
from app.domain.load.outcome import Loading, LoadPrompt
from ui.words import QT_TRANSLATE_NOOP, Words

WORDS = Words(
    outcomes={
        Loading.LOAD_OPENED: (
            QT_TRANSLATE_NOOP("Outcome", "Load {load}: {carrier}, dock {dock}"),
            "",
        ),
        Loading.PARCEL_LOADED: (
            QT_TRANSLATE_NOOP("Outcome", "{order} loaded: {done} of {wanted}"),
            "",
        ),
        Loading.PARCEL_UNLOADED: (
            QT_TRANSLATE_NOOP("Outcome", "{order} is off the load"),
            "",
        ),
        Loading.ALREADY_LOADED: (
            QT_TRANSLATE_NOOP("Outcome", "Already on load {load}"),
            QT_TRANSLATE_NOOP("Outcome", "{sscc} was not counted again."),
        ),
        Loading.WRONG_CARRIER: (
            QT_TRANSLATE_NOOP("Outcome", "STOP: goes with {carrier}"),
            QT_TRANSLATE_NOOP("Outcome", "{order} does not go with {wanted}. Take it off."),
        ),
        Loading.PARCEL_CANCELLED: (
            QT_TRANSLATE_NOOP("Outcome", "STOP: {order} was cancelled"),
            QT_TRANSLATE_NOOP("Outcome", "Take the parcel back to packing."),
        ),
        Loading.PARCEL_HELD: (
            QT_TRANSLATE_NOOP("Outcome", "STOP: {order} is on hold"),
            QT_TRANSLATE_NOOP("Outcome", "{reason}. Take the parcel back to packing."),
        ),
        Loading.PARCEL_TOO_FULL: (
            QT_TRANSLATE_NOOP("Outcome", "STOP: {order} was changed"),
            QT_TRANSLATE_NOOP("Outcome", "Too much is in it. Take the parcel back to packing."),
        ),
        Loading.PARCEL_COLLECTED: (
            QT_TRANSLATE_NOOP("Outcome", "STOP: {order} is collected here"),
            QT_TRANSLATE_NOOP("Outcome", "It goes on no truck. Put it back on its shelf."),
        ),
        Loading.LABEL_VOID: (
            QT_TRANSLATE_NOOP("Outcome", "STOP: void label on {order}"),
            QT_TRANSLATE_NOOP("Outcome", "Its box has a new label. Find that, destroy this."),
        ),
        Loading.LOAD_REOPENED: (
            QT_TRANSLATE_NOOP("Outcome", "Load {load} is open again"),
            QT_TRANSLATE_NOOP("Outcome", "The manifest is void. Destroy it."),
        ),
        Loading.LOAD_LEFT: (
            QT_TRANSLATE_NOOP("Outcome", "Load {load} has left"),
            "",
        ),
        Loading.LOAD_LEFT_BEFORE: (
            QT_TRANSLATE_NOOP("Outcome", "Load {load} has left"),
            QT_TRANSLATE_NOOP("Outcome", "Nothing goes on it any more."),
        ),
        Loading.RETURN_ASKED: (
            QT_TRANSLATE_NOOP("Outcome", "{order} left with {load}"),
            QT_TRANSLATE_NOOP("Outcome", "Why is it back? A supervisor decides."),
        ),
        Loading.PARCEL_RETURNED: (
            QT_TRANSLATE_NOOP("Outcome", "{order} is here again"),
            QT_TRANSLATE_NOOP("Outcome", "It can go with another load."),
        ),
        Loading.LOAD_CLOSE_ASKED: (
            QT_TRANSLATE_NOOP("Outcome", "{missing} {missing:parcel is|parcels are} missing"),
            QT_TRANSLATE_NOOP("Outcome", "UNDO = go on loading."),
        ),
        Loading.LOAD_ORDERS_LEFT: (
            QT_TRANSLATE_NOOP("Outcome", "Orders not packed yet: {orders}"),
            QT_TRANSLATE_NOOP("Outcome", "{names}. OK = leave without them. UNDO = wait."),
        ),
        Loading.LOAD_EMPTY: (
            QT_TRANSLATE_NOOP("Outcome", "Nothing is on load {load}"),
            "",
        ),
        Loading.LOAD_CLOSED: (
            QT_TRANSLATE_NOOP("Outcome", "Load {load} is closed"),
            QT_TRANSLATE_NOOP("Outcome", "Parcels: {parcels} · missing: {missing}"),
        ),
        Loading.LOAD_CLOSED_BEFORE: (
            QT_TRANSLATE_NOOP("Outcome", "Load {load} is already closed"),
            QT_TRANSLATE_NOOP("Outcome", "Has it not left yet? Open it again."),
        ),
    },
    prompts={
        LoadPrompt.SCAN_LOAD: QT_TRANSLATE_NOOP("Prompt", "Scan the load or dock"),
        LoadPrompt.SCAN_PARCEL: QT_TRANSLATE_NOOP("Prompt", "Scan the next parcel"),
        LoadPrompt.CLOSE_LOAD: QT_TRANSLATE_NOOP("Prompt", "OK = close the load"),
        LoadPrompt.TAKE_OFF: QT_TRANSLATE_NOOP("Prompt", "Take {order} off and scan it"),
        LoadPrompt.LOAD_IS_CLOSED: QT_TRANSLATE_NOOP("Prompt", "Closed. FINISH = it has left"),
        LoadPrompt.RETURN_REASON: QT_TRANSLATE_NOOP("Prompt", "Choose why: 1, 2 or 3"),
    },
    prompts_without={
        LoadPrompt.CLOSE_LOAD: QT_TRANSLATE_NOOP("Prompt", "All loaded. OK = close"),
    },
    facts={
        FactKind.PARCEL_LOADED: QT_TRANSLATE_NOOP("Fact", "Loaded"),
        FactKind.PARCEL_UNLOADED: QT_TRANSLATE_NOOP("Fact", "Taken off the load"),
        FactKind.LOAD_CLOSED: QT_TRANSLATE_NOOP("Fact", "Load closed"),
        FactKind.LOAD_REOPENED: QT_TRANSLATE_NOOP("Fact", "Load opened again"),
        FactKind.LOAD_LEFT: QT_TRANSLATE_NOOP("Fact", "Truck has left"),
        FactKind.PARCEL_RETURNED: QT_TRANSLATE_NOOP("Fact", "Came back from the truck"),
    },
    screen={
        "tile_load": QT_TRANSLATE_NOOP("Screen", "DISPATCH"),
        "no_loads": QT_TRANSLATE_NOOP("Screen", "No load is open"),
        "leaves": QT_TRANSLATE_NOOP("Screen", "leaves {time}"),
        "leaves_in": QT_TRANSLATE_NOOP("Screen", "leaves {time}, in {minutes} min"),
        "left_ago": QT_TRANSLATE_NOOP("Screen", "was due at {time}"),
        "loaded_of": QT_TRANSLATE_NOOP("Screen", "{loaded} of {expected}"),
        "load_title": QT_TRANSLATE_NOOP("Screen", "Load {load}"),
        "dock": QT_TRANSLATE_NOOP("Screen", "Dock {dock}"),
        "load_count": QT_TRANSLATE_NOOP("Screen", "loaded / expected"),
        "choose_load": QT_TRANSLATE_NOOP("Screen", "Open loads"),
        "last_parcel": QT_TRANSLATE_NOOP("Screen", "Last parcel"),
        "no_parcel_yet": QT_TRANSLATE_NOOP("Screen", "No parcel yet"),
        "missing": QT_TRANSLATE_NOOP("Screen", "Missing: {count}"),
        "to_come": QT_TRANSLATE_NOOP("Screen", "Orders to come: {count}"),
        "none_missing": QT_TRANSLATE_NOOP("Screen", "Nothing is missing"),
        "take_off": QT_TRANSLATE_NOOP("Screen", "Take off: {count}"),
        "return_refused": QT_TRANSLATE_NOOP("Screen", "It was refused"),
        "return_wrong_truck": QT_TRANSLATE_NOOP("Screen", "It was on the wrong truck"),
        "return_damaged": QT_TRANSLATE_NOOP("Screen", "It is damaged"),
        "seen": QT_TRANSLATE_NOOP("Screen", "{place}, seen {time}"),
    },
    icons={
        LoadPrompt.SCAN_LOAD: "truck",
        LoadPrompt.CLOSE_LOAD: "truck",
        LoadPrompt.TAKE_OFF: "package-minus",
        LoadPrompt.LOAD_IS_CLOSED: "truck",
        LoadPrompt.RETURN_REASON: "undo-2",
    },
    whole=frozenset({Loading.LOAD_CLOSED, Loading.LOAD_LEFT}),
)
