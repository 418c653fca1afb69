"""What each fact does to a parcel."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from app.domain.effect import Effect
from app.domain.facts import Fact, FactKind
from app.domain.rows import ends
from app.domain.rows.orders import Stage
from app.domain.rows.stages import after
from app.domain.rows.things import Content, Label, LabelCopy, Parcel

Rule = Callable[[Parcel | None, Fact], Effect]


def _known(rule: Callable[[Parcel, Fact], Effect]) -> Rule:
    def checked(parcel: Parcel | None, fact: Fact) -> Effect:
        return Effect(None, conflict="unknown_parcel") if parcel is None else rule(parcel, fact)

    return checked


def _seen(parcel: Parcel, fact: Fact, place: str) -> Parcel:
    return replace(parcel, place=place, seen_at=fact.occurred_at, seen_by=fact.operator)


def _staged(parcel: Parcel, fact: Fact, place: str = "") -> Effect:
    """The parcel in its next stage. place: where it is, noted if the stage changes; "" = none."""
    stage, conflict = after(parcel.stage, FactKind(fact.kind))
    row = replace(parcel, stage=stage)
    if place and stage is not parcel.stage:
        row = _seen(row, fact, place)
    return Effect(row, conflict)


def _changed_late(parcel: Parcel) -> str:
    """Why the contents may not change any more: the box is sealed or void; "" = they may."""
    if parcel.stage is Stage.OPEN:
        return ""
    return "voided_box_used" if parcel.stage is Stage.VOID else "changed_after_seal"


def _opened(parcel: Parcel | None, fact: Fact) -> Effect:
    if parcel is not None:
        return Effect(parcel, conflict="sscc_used_twice")
    body = fact.body
    new = Parcel(
        sscc=body["sscc"],
        order=body["order"],
        number=body["number"],
        carton=body.get("carton", ""),
        carrier=body.get("carrier", ""),
        service=body.get("service"),
    )
    return Effect(_seen(new, fact, fact.origin))


def _packed(parcel: Parcel, fact: Fact) -> Effect:
    body = fact.body
    new = Content(
        body["line"], body["sku"], body["quantity"], body.get("lot", ""), body.get("serial", "")
    )
    merged = False
    contents = []
    for item in parcel.contents:
        if not new.serial and (item.line, item.lot, item.serial) == (new.line, new.lot, ""):
            contents.append(replace(item, quantity=item.quantity + new.quantity))
            merged = True
        else:
            contents.append(item)
    if not merged:
        contents.append(new)
    row = replace(parcel, contents=tuple(contents))
    conflict = _changed_late(parcel)
    return Effect(row if conflict else _seen(row, fact, fact.origin), conflict)


def _removed(parcel: Parcel, fact: Fact) -> Effect:
    body = fact.body
    key = (body["line"], body.get("lot", ""), body.get("serial", ""))
    contents, left = [], body["quantity"]
    for item in parcel.contents:
        if left and (item.line, item.lot, item.serial) == key:
            kept = max(0, item.quantity - left)
            left -= item.quantity - kept
            if kept:
                contents.append(replace(item, quantity=kept))
        else:
            contents.append(item)
    row = replace(parcel, contents=tuple(contents))
    return Effect(row, "removed_never_packed" if left else _changed_late(parcel))


def _weighed(parcel: Parcel, fact: Fact) -> Effect:
    return Effect(replace(parcel, grams=fact.body["grams"]))


def _sealed(parcel: Parcel, fact: Fact) -> Effect:
    """Sealing orders the label. A printer's report about an earlier print no longer counts.

    A box that its customer collects has no label.
    """
    no_label = bool(fact.body.get("pickup"))
    count = max(parcel.prints, int(fact.body.get("count", 0 if no_label else 1)))
    doubled = "count" in fact.body and fact.body["count"] <= parcel.prints
    effect = _staged(replace(_addressed(parcel, fact), prints=count), fact, fact.origin)
    conflict = effect.conflict or ("printed_twice" if doubled else "")
    if parcel.label is Label.PROVEN:  # this fact is late: the label is proven already
        return Effect(effect.row, conflict)
    return Effect(replace(effect.row, label=Label.NONE, label_reason=""), conflict)


def _shelved(parcel: Parcel, fact: Fact) -> Effect:
    return _staged(parcel, fact, str(fact.body["shelf"]) or fact.origin)


def _handed(parcel: Parcel, fact: Fact) -> Effect:
    return _staged(parcel, fact, "customer")


def _reopened(parcel: Parcel, fact: Fact) -> Effect:
    effect = _staged(parcel, fact)
    if effect.conflict:
        return effect
    return Effect(replace(effect.row, label=Label.NONE, label_reason=""))


def _voided(parcel: Parcel, fact: Fact) -> Effect:
    """A box is given up empty. Goods that another bench put in stay on its row, as a conflict."""
    effect = _staged(parcel, fact)
    goods = "voided_with_goods" if parcel.contents else ""
    return Effect(effect.row, effect.conflict or goods)


def _withdrawn(parcel: Parcel, fact: Fact) -> Effect:
    """A proven box is none any more: its goods go into one with another number."""
    effect = _staged(parcel, fact)
    if effect.conflict:
        return effect
    row = replace(effect.row, contents=(), label=Label.NONE, label_reason="")
    return Effect(row, finishes=ends.BOX_RELABELLED)


def _carton_changed(parcel: Parcel, fact: Fact) -> Effect:
    """The goods of an open box lie in a box of another type now."""
    return Effect(replace(parcel, carton=str(fact.body["carton"])), _changed_late(parcel))


def _label_sent(parcel: Parcel, fact: Fact) -> Effect:
    parcel = _with_copy(_ordered(parcel, fact), fact)
    # A printer's report counts less than a scan, and less than a later print order.
    if parcel.label is Label.PROVEN or _overtaken(parcel, fact) or parcel.stage is Stage.VOID:
        return Effect(parcel)
    return Effect(replace(parcel, label=Label.SENT, label_reason=""))


def _label_failed(parcel: Parcel, fact: Fact) -> Effect:
    parcel = _with_copy(_ordered(parcel, fact), fact, gone=not fact.body.get("doubtful"))
    if parcel.label is Label.PROVEN or _overtaken(parcel, fact) or parcel.stage is Stage.VOID:
        return Effect(parcel)
    label = Label.DOUBTFUL if fact.body.get("doubtful") else Label.FAILED
    return Effect(replace(parcel, label=label, label_reason=str(fact.body["reason"])))


def _label_reprinted(parcel: Parcel, fact: Fact) -> Effect:
    doubled = "printed_twice" if int(fact.body.get("count", 1)) <= parcel.prints else ""
    parcel = _ordered(_addressed(parcel, fact), fact)
    done = () if doubled else ends.BOX_RELABELLED
    if parcel.label is Label.PROVEN:  # the box has a proven label: a second one changes nothing
        return Effect(parcel, doubled, finishes=done)
    return Effect(replace(parcel, label=Label.NONE, label_reason=""), doubled, finishes=done)


def _ordered(parcel: Parcel, fact: Fact) -> Parcel:
    """The parcel with the fact's print order noted, and the address of the newest label."""
    count = int(fact.body.get("count", 1))
    made_for = str(fact.body.get("to", ""))
    if made_for and count >= parcel.prints:
        parcel = replace(parcel, label_to=made_for)
    return replace(parcel, prints=max(parcel.prints, count))


def _with_copy(parcel: Parcel, fact: Fact, *, gone: bool = False) -> Parcel:
    """The parcel with the label of a print order. gone: it cannot come out any more.

    The facts of older programs have no "copy": their labels do not tell which copy they are.
    """
    count = int(fact.body.get("copy", 0))
    if not count:
        return parcel
    others = tuple(copy for copy in parcel.copies if copy.count != count)
    if gone:
        return replace(parcel, copies=others)
    known = [copy.to for copy in parcel.copies if copy.count == count]
    new = LabelCopy(count, str(fact.body.get("to", "")) or "".join(known))
    return replace(parcel, copies=tuple(sorted((*others, new), key=lambda copy: copy.count)))


def _addressed(parcel: Parcel, fact: Fact) -> Parcel:
    """The parcel with the carrier and service that its new label names.

    The facts of an older program do not say.
    """
    carrier = fact.body.get("carrier", parcel.carrier)
    return replace(parcel, carrier=carrier, service=fact.body.get("service", parcel.service))


def _overtaken(parcel: Parcel, fact: Fact) -> bool:
    return int(fact.body.get("count", 1)) < parcel.prints


def _label_proven(parcel: Parcel, fact: Fact) -> Effect:
    return _staged(replace(parcel, label=Label.PROVEN, label_reason=""), fact, fact.origin)


def _loaded(parcel: Parcel, fact: Fact) -> Effect:
    load = str(fact.body["load"])
    stage, conflict = after(parcel.stage, FactKind.PARCEL_LOADED)
    if parcel.load and (parcel.load != load or parcel.stage is Stage.LOADED):
        conflict = "loaded_twice"  # or two boxes carry the same label
    if parcel.stage is Stage.DISPATCHED:
        return Effect(parcel, conflict)
    return Effect(_seen(replace(parcel, stage=stage, load=load), fact, load), conflict)


def _unloaded(parcel: Parcel, fact: Fact) -> Effect:
    if parcel.load != fact.body["load"]:
        return Effect(parcel, "not_on_load" if parcel.load else "")
    effect = _staged(parcel, fact, fact.origin)
    if effect.conflict:
        return effect
    return Effect(replace(effect.row, load=""))


def _load_reopened(parcel: Parcel, fact: Fact) -> Effect:
    if parcel.load != fact.body["load"]:
        return Effect(parcel)
    return _staged(parcel, fact)


def _returned(parcel: Parcel, fact: Fact) -> Effect:
    effect = _staged(parcel, fact, fact.origin)
    if effect.conflict:
        return effect
    return Effect(replace(effect.row, load=""))


def _load_closed(parcel: Parcel, fact: Fact) -> Effect:
    load = str(fact.body["load"])
    if parcel.sscc not in fact.body["ssccs"]:
        return Effect(parcel)
    elsewhere = parcel.load != load
    if parcel.stage is Stage.DISPATCHED:
        return Effect(parcel, "dispatched_twice" if elsewhere else "")
    effect = _staged(replace(parcel, load=load), fact, load)
    return Effect(effect.row, "not_on_load" if elsewhere else effect.conflict)


RULES: Mapping[FactKind, Rule] = {
    FactKind.PARCEL_OPENED: _opened,
    FactKind.UNIT_PACKED: _known(_packed),
    FactKind.UNIT_REMOVED: _known(_removed),
    FactKind.PARCEL_WEIGHED: _known(_weighed),
    FactKind.PARCEL_SEALED: _known(_sealed),
    FactKind.PARCEL_REOPENED: _known(_reopened),
    FactKind.PARCEL_VOIDED: _known(_voided),
    FactKind.PARCEL_WITHDRAWN: _known(_withdrawn),
    FactKind.CARTON_CHANGED: _known(_carton_changed),
    FactKind.LABEL_SENT: _known(_label_sent),
    FactKind.LABEL_FAILED: _known(_label_failed),
    FactKind.LABEL_REPRINTED: _known(_label_reprinted),
    FactKind.LABEL_PROVEN: _known(_label_proven),
    FactKind.PARCEL_LOADED: _known(_loaded),
    FactKind.PARCEL_UNLOADED: _known(_unloaded),
    FactKind.PICKUP_SHELVED: _known(_shelved),
    FactKind.HANDED_OVER: _known(_handed),
    FactKind.LOAD_CLOSED: _known(_load_closed),
    FactKind.LOAD_REOPENED: _known(_load_reopened),
    FactKind.PARCEL_RETURNED: _known(_returned),
}
