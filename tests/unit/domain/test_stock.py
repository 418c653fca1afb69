"""What each status permits, and which one can follow which: every pair is written down here."""

from __future__ import annotations

import itertools

import pytest

from app.domain.permissions import DUTIES
from app.domain.stock import ALLOWED, CHANGES, Action, Reason, Status, may, possible

# promise pick ship value move count
PERMITS = {
    Status.AVAILABLE: "yes yes yes yes yes yes",
    Status.HOLD: "no no no yes yes yes",
    Status.QUALITY: "no no no yes yes yes",
    Status.DAMAGED: "no no no no yes yes",
    Status.EXPIRED: "no no no no yes yes",
    Status.QUARANTINE: "no no no yes yes yes",
    Status.RETURNED: "no no no no yes yes",
    Status.SCRAP: "no no no no no no",
}

# To: available hold quality damaged expired quarantine returned scrap.
# b = whoever moves goods, r = who releases them, w = who writes off, - = never, = the same.
FOLLOWS = {
    Status.AVAILABLE: "= b b b b b - w",
    Status.HOLD: "r = b b b b - w",
    Status.QUALITY: "r b = b b b - w",
    Status.DAMAGED: "r b - = - b - w",
    Status.EXPIRED: "- b - - = b - w",
    Status.QUARANTINE: "r b b b b = - w",
    Status.RETURNED: "r b b b b b = w",
    Status.SCRAP: "- - - - - - - -",
}
_DUTY = {"b": "move", "r": "release_stock", "w": "write_off"}


@pytest.mark.parametrize(("status", "action"), [*itertools.product(Status, Action)])
def test_what_a_status_permits(status: Status, action: Action) -> None:
    said = dict(zip(Action, PERMITS[status].split(), strict=True))
    assert may(status, action) is (said[action] == "yes")


@pytest.mark.parametrize(("old", "new"), [*itertools.product(Status, Status)])
def test_which_status_follows_which(old: Status, new: Status) -> None:
    said = dict(zip(Status, FOLLOWS[old].split(), strict=True))[new]
    change = CHANGES.get((old, new))
    assert possible(old, new) is (said != "-")
    assert (change.duty if change else None) == _DUTY.get(said)


def test_every_change_has_a_duty_of_this_site_and_reasons_in_words() -> None:
    for change in CHANGES.values():
        assert change.duty in DUTIES
        assert change.reasons
        assert Reason.NONE not in change.reasons


def test_only_available_goods_are_promised_picked_and_shipped() -> None:
    for action in (Action.PROMISE, Action.PICK, Action.SHIP):
        assert [one for one in Status if action in ALLOWED[one]] == [Status.AVAILABLE]
