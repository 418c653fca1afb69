"""What each fact does to an order: the table of its rules."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.facts import FactKind
from app.domain.rows import order_boxes, order_damage, order_work, shop_word, site_word
from app.domain.rows.order_work import Rule, known

RULES: Mapping[FactKind, Rule] = {
    FactKind.ORDER_PLACED: shop_word.placed,
    FactKind.ORDER_CHANGED: known(shop_word.changed),
    FactKind.ORDER_CANCELLED: known(shop_word.cancelled),
    FactKind.ORDER_HELD: known(shop_word.held),
    FactKind.SITE_HELD: known(site_word.held),
    FactKind.SITE_RELEASED: known(site_word.released),
    FactKind.PRIORITY_SET: known(site_word.priority_set),
    FactKind.ORDER_REDIRECTED: known(site_word.redirected),
    FactKind.PICK_STARTED: known(order_work.pick_started),
    FactKind.UNIT_PICKED: known(order_work.unit_picked),
    FactKind.PICK_UNDONE: known(order_work.pick_undone),
    FactKind.PUT_IN_TOTE: known(order_work.put_in_tote),
    FactKind.PICK_SHORT: known(order_work.short),
    FactKind.SHORT_TAKEN_BACK: known(order_work.short_taken_back),
    FactKind.UNIT_PUT_BACK: known(order_work.put_back),
    FactKind.TOTE_EMPTIED: known(order_work.tote_emptied),
    FactKind.UNIT_DAMAGED: known(order_damage.damaged),
    FactKind.DAMAGE_UNDONE: known(order_damage.damage_undone),
    FactKind.ORDER_PICKED: known(order_work.order_picked),
    FactKind.PICK_LEFT: known(order_work.left),
    FactKind.PACK_STARTED: known(order_work.pack_started),
    FactKind.TAKEN_OVER: known(order_work.taken_over),
    FactKind.NOTE_CONFIRMED: known(order_work.note_confirmed),
    FactKind.LINE_ADDED: known(order_work.line_added),
    FactKind.PARCEL_OPENED: known(order_work.parcel_opened),
    FactKind.UNIT_PACKED: known(order_work.unit_packed),
    FactKind.UNIT_REMOVED: known(order_work.unit_removed),
    FactKind.PACK_SHORT: known(order_work.short),
    FactKind.PARCEL_SEALED: known(order_boxes.box),
    FactKind.PARCEL_REOPENED: known(order_boxes.box),
    FactKind.PARCEL_VOIDED: known(order_boxes.box),
    FactKind.PARCEL_WITHDRAWN: known(order_work.withdrawn),
    FactKind.LABEL_REPRINTED: known(order_boxes.reprinted),
    FactKind.LABEL_PROVEN: known(order_boxes.box),
    FactKind.ORDER_PACKED: known(order_work.order_packed),
    FactKind.PICKUP_SHELVED: known(order_boxes.box),
    FactKind.HANDED_OVER: known(order_boxes.handed_over),
    FactKind.ORDER_PARKED: known(order_work.parked),
    FactKind.PACK_LEFT: known(order_work.left),
    FactKind.PARCEL_LOADED: known(order_boxes.loaded),
    FactKind.PARCEL_UNLOADED: known(order_boxes.box),
    FactKind.LOAD_CLOSED: known(order_boxes.load_closed),
    FactKind.LOAD_REOPENED: known(order_boxes.load_reopened),
    FactKind.PARCEL_RETURNED: known(order_boxes.returned),
}
