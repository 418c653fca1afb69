"""From the bench as it stands to the view of the screen it shows."""

from __future__ import annotations

from app.station.exceptions import card
from app.station.exceptions.present import card_view, exceptions_view
from app.station.home.present import home_view
from app.station.manage.present import manage_view
from app.station.order.present import order_view
from app.station.seen import Seen
from app.station.session import EXCEPTIONS, MANAGE, ORDER, SIGN_IN
from app.station.sign_in.present import sign_in_view
from app.station.views import View
from app.station.workflow import Table


def view(seen: Seen, table: Table) -> View:
    """The view of the session's screen; home where there is nothing to show on it."""
    session = seen.session
    if session.screen == SIGN_IN:
        return sign_in_view(seen)
    flow = table.get(session.screen)
    if flow is not None and session.task is not None:
        return flow.shown(seen, session.task)
    if session.screen == EXCEPTIONS:
        name = card.shown(session)
        row = seen.world.exception(name)
        if row is not None:
            return card_view(seen, name, row)
        return exceptions_view(seen)
    if session.screen == MANAGE:
        return manage_view(seen)
    if session.screen == ORDER:
        parcel = seen.world.parcel(session.shown) if session.shown_kind == "parcel" else None
        name = parcel.order if parcel else session.shown
        order = seen.world.order(name)
        if order is not None:
            return order_view(seen, name, order)
    return home_view(seen)
