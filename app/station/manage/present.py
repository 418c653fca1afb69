"""The view of the page that manages an order."""

from __future__ import annotations

from app.domain.commands import Command
from app.domain.facts import Kind, Subject
from app.station.frame import frame
from app.station.manage.outcome import ManagePrompt
from app.station.manage.rules import choices
from app.station.manage.view import ManageView, WordChoice
from app.station.order.present import timeline, town
from app.station.seen import Seen
from app.station.views import Action, Bar

C = Command
KEYS = (C.HOME, C.HELP, C.CLEAR, C.OK)


def manage_view(seen: Seen) -> ManageView:
    name, chosen = seen.session.shown, seen.session.choice
    order = seen.world.order(name)
    lit = {C.CLEAR: order is not None, C.OK: bool(chosen)}
    around = frame(seen, tuple(Action(one, lit.get(one, True)) for one in KEYS), order)
    if order is None:
        return ManageView(around, Bar(ManagePrompt.SCAN_ORDER), seen.outcome)
    sign = Bar(ManagePrompt.SIGN_WORD, {"word": chosen})
    facts = seen.journal.history.facts_about(Subject(Kind.ORDER, name))
    return ManageView(
        frame=around,
        bar=sign if chosen else Bar(ManagePrompt.CHOOSE_WORD),
        outcome=seen.outcome,
        order=order.ref,
        state=order.state.value,
        sub_state=order.sub.value,
        customer=order.customer.receiver,
        town=town(order),
        carrier=" ".join(filter(None, (order.carrier, order.service))),
        cut_off=order.cut_off,
        priority=order.precedence,
        held=order.held_for,
        worked_by=order.worked_by,
        units=sum(line.ordered for line in order.lines),
        packed=sum(line.packed for line in order.lines),
        choices=tuple(
            WordChoice(number, one, one == chosen)
            for number, one in enumerate(choices(order, seen.world), 1)
        ),
        timeline=timeline(order, facts, seen.journal.kept.now.acked, seen.world),
        now=seen.now,
    )
