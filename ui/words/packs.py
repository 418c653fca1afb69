"""The words of packs: "3 cases + 5"."""

from __future__ import annotations

from app.domain.packs import PackLevel
from ui.words import QT_TRANSLATE_NOOP

COUNTED: dict[PackLevel, str] = {
    PackLevel.EACH: QT_TRANSLATE_NOOP("Pack", "{count} {count:unit|units}"),
    PackLevel.INNER: QT_TRANSLATE_NOOP("Pack", "{count} {count:inner|inners}"),
    PackLevel.CASE: QT_TRANSLATE_NOOP("Pack", "{count} {count:case|cases}"),
    PackLevel.PALLET: QT_TRANSLATE_NOOP("Pack", "{count} {count:pallet|pallets}"),
}

SINGLE = QT_TRANSLATE_NOOP("Pack", "{count}")
"""Units beside whole packs."""

LEFT = QT_TRANSLATE_NOOP("Pack", "{packs} left")

WITH_UNITS = QT_TRANSLATE_NOOP("Pack", "{packs}, {units} {units:unit|units}")
