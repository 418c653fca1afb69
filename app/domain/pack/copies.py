"""Which of a parcel's printed labels a scan is, and whether it proves the newest one.

Each order to print makes one copy. The SSCC barcode is the same on all of them, as carriers need
it. The copy's number stands in the 2D code beside it, and on later copies in a barcode of its own,
for scanners that read no 2D codes.
"""

from __future__ import annotations

from app.domain.outcome import Outcome, outcome
from app.domain.outcome_work import Working
from app.domain.pack.outcome import Packing
from app.domain.rows.things import Label, Parcel

_IN_THE_WORLD = frozenset({Label.SENT, Label.DOUBTFUL, Label.PROVEN})


def unproven(parcel: Parcel, copy: int | None) -> Outcome | None:
    """Why a scan of the parcel's number does not prove its newest label; None = it does.

    copy: as its own codes tell; None = the SSCC barcode was scanned, which does not tell. It is
    enough where a printer has the newest label and no other can exist.
    """
    if copy is not None:
        if copy >= parcel.prints:
            return None
        return outcome(Working.LABEL_OLD, copy=copy, wanted=parcel.prints)
    if parcel.label not in _IN_THE_WORLD:
        return outcome(Packing.LABEL_NOT_SENT, sscc=parcel.sscc)
    if any(one.count != parcel.prints for one in parcel.copies):
        return outcome(Working.COPY_NEEDED, copy=parcel.prints)
    return None
