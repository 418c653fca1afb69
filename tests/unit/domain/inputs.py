"""Anything that can be scanned, and what every prompt must keep to."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from app.domain.codes import Reading
from app.domain.outcome import Prompt, Values
from app.domain.packs import ONE, PackLevel, PackSize
from app.domain.world import Hit, HitKind
from tests.unit.domain.world import ORDER

NAMES = {
    HitKind.PRODUCT: ("MUG", "POT", "CANDLE", "CLOCK", "NOBODY"),
    HitKind.BIN: ("A1", "A2", "B1", "B2", "C3", "Z9"),
    HitKind.TOTE: ("T-1", "T-2", "T-9"),
    HitKind.ORDER: (ORDER, "shop:SO-9"),
    HitKind.PARCEL: ("1", "000000000000000001"),
    HitKind.LOAD: ("L-1",),
    HitKind.CARTON: ("S", "L", "?"),
    HitKind.PRINTER: ("Z1",),
    HitKind.BADGE: ("11",),
    HitKind.TEXT: ("L1", "SN1", "SN2", "270131", "what"),
}
HITS = st.sampled_from(HitKind).flatmap(
    lambda kind: st.builds(
        Hit,
        st.just(kind),
        st.sampled_from(NAMES[kind]),
        st.builds(
            Reading,
            st.sampled_from(NAMES[HitKind.TEXT]),
            lot=st.sampled_from(["", "", "L1", "L0"]),
            serial=st.sampled_from(["", "", "SN3", "USED"]),
            expiry=st.sampled_from([None, date(2027, 1, 31), date(2026, 1, 31)]),
            count=st.sampled_from([None, None, None, 2]),
            contained=st.booleans(),
        ),
        st.sampled_from([ONE, ONE, PackSize(PackLevel.INNER, 2), PackSize(PackLevel.CASE, 3)]),
    )
)
LINES = st.lists(
    st.tuples(st.sampled_from(["MUG", "POT", "CANDLE", "CLOCK"]), st.integers(1, 3)),
    min_size=1,
    max_size=3,
)


def asks_as_declared(prompt: Prompt, values: Values) -> None:
    assert set(values) == prompt.names, prompt
