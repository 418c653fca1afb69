"""Answers while loading trucks.

Each answer has a title of at most six words and what to do now ("" where the prompt says it).
"""

from __future__ import annotations

from app.domain.load.outcome import Loading
from app.domain.outcome import OutcomeKind
from app.domain.outcome_work import Working
from ui.words import QT_TRANSLATE_NOOP

LOADING: dict[OutcomeKind, tuple[str, str]] = {
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
    Working.PARCEL_NOT_CLOSED: (
        QT_TRANSLATE_NOOP("Outcome", "Label was never scanned back"),
        QT_TRANSLATE_NOOP("Outcome", "{order}: take the parcel back to packing."),
    ),
    Working.UNKNOWN_PARCEL: (
        QT_TRANSLATE_NOOP("Outcome", "Unknown parcel: {code}"),
        QT_TRANSLATE_NOOP("Outcome", "Keep it aside. A supervisor decides."),
    ),
    Loading.LOAD_CLOSE_ASKED: (
        QT_TRANSLATE_NOOP("Outcome", "{missing} parcels are missing"),
        QT_TRANSLATE_NOOP("Outcome", "UNDO = go on loading."),
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
        QT_TRANSLATE_NOOP("Outcome", "A supervisor can take parcels off."),
    ),
}
