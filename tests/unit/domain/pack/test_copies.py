"""Which scans prove a parcel's newest label."""

from __future__ import annotations

import pytest

from app.domain.codes import Reading, copy_code, read
from app.domain.outcome import OutcomeKind
from app.domain.outcome_work import Working
from app.domain.pack.copies import unproven
from app.domain.pack.outcome import Packing
from app.domain.rows.things import Label, LabelCopy, Parcel

SSCC = "095213210000000018"
FIRST, SECOND = LabelCopy(1, "aa"), LabelCopy(2, "bb")


@pytest.mark.parametrize(
    ("label", "prints", "copies", "scanned", "kind"),
    [
        (Label.SENT, 1, (FIRST,), None, None),
        (Label.DOUBTFUL, 1, (FIRST,), None, None),
        (Label.SENT, 1, (), None, None),  # a row of an older program
        (Label.SENT, 2, (SECOND,), None, None),  # the first one never came out
        (Label.NONE, 1, (), None, Packing.LABEL_NOT_SENT),
        (Label.FAILED, 1, (), None, Packing.LABEL_NOT_SENT),
        (Label.SENT, 2, (FIRST, SECOND), None, Working.COPY_NEEDED),
        (Label.SENT, 2, (FIRST, SECOND), 1, Working.LABEL_OLD),
        (Label.SENT, 2, (FIRST, SECOND), 2, None),
        (Label.NONE, 1, (), 1, None),  # it is in the hand, whatever the printer says
        (Label.FAILED, 2, (FIRST,), 1, Working.LABEL_OLD),
        (Label.SENT, 2, (FIRST, SECOND), 3, None),  # another bench printed it; nobody told us yet
    ],
)
def test_what_proves_a_label(
    label: Label,
    prints: int,
    copies: tuple[LabelCopy, ...],
    scanned: int | None,
    kind: OutcomeKind | None,
) -> None:
    parcel = Parcel(SSCC, "o", 1, label=label, prints=prints, copies=copies)
    said = unproven(parcel, scanned)
    assert (said.kind if said else None) is kind


def test_both_codes_of_a_copy_name_parcel_and_copy() -> None:
    small = read(copy_code(SSCC, 2))
    assert (small.sscc, small.copy) == (SSCC, 2)
    square = read(f"https://id.gs1.org/00/{SSCC}?copy=12")
    assert (square.sscc, square.copy) == (SSCC, 12)
    for plain in ("00" + SSCC, SSCC, f"https://id.gs1.org/00/{SSCC}"):
        assert (read(plain).sscc, read(plain).copy) == (SSCC, None)
    assert read("PBLC02123") == Reading("PBLC02123")
