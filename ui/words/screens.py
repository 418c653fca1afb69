"""Texts that stand on more than one screen, or in the frame around them."""

from __future__ import annotations

from ui.words import QT_TRANSLATE_NOOP, Words

WORDS = Words(
    screen={
        "items": QT_TRANSLATE_NOOP("Screen", "{done} of {wanted} {wanted:item|items}"),
        "parcels_of": QT_TRANSLATE_NOOP("Screen", "{done} of {wanted} {wanted:parcel|parcels}"),
        "items_short": QT_TRANSLATE_NOOP("Screen", "{done} / {wanted}"),
        "not_reserved": QT_TRANSLATE_NOOP("Screen", "Not reserved"),
        "synced": QT_TRANSLATE_NOOP("Screen", "Synced"),
        "synced_waiting": QT_TRANSLATE_NOOP("Screen", "Synced · {waiting} waiting"),
        "truck_next": QT_TRANSLATE_NOOP(
            "Screen", "{carrier} {time} · {minutes} min · {count} left"
        ),
        "offline": QT_TRANSLATE_NOOP("Screen", "Offline {minutes} min · {waiting} waiting"),
        "offline_now": QT_TRANSLATE_NOOP("Screen", "Offline · {waiting} waiting"),
        "program_behind": QT_TRANSLATE_NOOP(
            "Screen", "Update this program: the centre is newer · {waiting} waiting"
        ),
        "login_behind": QT_TRANSLATE_NOOP("Screen", "Login refused · {waiting} waiting"),
        "centre_behind": QT_TRANSLATE_NOOP(
            "Screen", "Centre: packbench db upgrade · {waiting} waiting"
        ),
        "station": QT_TRANSLATE_NOOP("Screen", "Station {station}"),
        "keypad": QT_TRANSLATE_NOOP("Screen", "Number keys"),
        "zone": QT_TRANSLATE_NOOP("Screen", "Zone {zone}"),
        "lot": QT_TRANSLATE_NOOP("Screen", "Lot {lot}"),
        "alike_this": QT_TRANSLATE_NOOP("Screen", "This one"),
        "alike_other": QT_TRANSLATE_NOOP("Screen", "Not this one"),
        "wanted_item": QT_TRANSLATE_NOOP("Screen", "Wanted"),
        "box": QT_TRANSLATE_NOOP("Screen", "Box {parcel}"),
        "weight": QT_TRANSLATE_NOOP("Screen", "{kg} kg"),
        "help_at": QT_TRANSLATE_NOOP("Screen", "Help wanted at {station} ({who})"),
        "help_order": QT_TRANSLATE_NOOP("Screen", "{name}, order {order}"),
        "help_here": QT_TRANSLATE_NOOP("Screen", "You have called for help"),
        "number_typed": QT_TRANSLATE_NOOP("Screen", "Number {number}: press OK"),
        "no_line": QT_TRANSLATE_NOOP("Screen", "No item is open"),
        "more": QT_TRANSLATE_NOOP("Screen", "More"),
        "short_note": QT_TRANSLATE_NOOP("Screen", "{count} short"),
        "set_named": QT_TRANSLATE_NOOP("Screen", "SET {name}"),
        "set": QT_TRANSLATE_NOOP("Screen", "SET {name}: {done} of {wanted} complete"),
        "lines": QT_TRANSLATE_NOOP("Screen", "Lines"),
        "locks_in": QT_TRANSLATE_NOOP("Screen", "Locks in {seconds} s. Your work is kept."),
        "back": QT_TRANSLATE_NOOP("Screen", "Back"),
        "device_state": QT_TRANSLATE_NOOP("Screen", "{device}: {state}"),
        "type_code": QT_TRANSLATE_NOOP("Screen", "Type code"),
        "enter_code": QT_TRANSLATE_NOOP("Screen", "Enter"),
        "code_hint": QT_TRANSLATE_NOOP(
            "Screen", "Type a code, or a part of an order, customer or tote"
        ),
        "no_scanner": QT_TRANSLATE_NOOP("Screen", "Scanner unplugged: plug it in"),
        "scanner_trouble": QT_TRANSLATE_NOOP("Screen", "Scanner: {trouble}"),
        "with_remedy": QT_TRANSLATE_NOOP("Screen", "{name}: {remedy}"),
    },
)
