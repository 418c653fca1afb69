"""The words of the window's own panel: how it looks and sounds, and what its keys do."""

from __future__ import annotations

from ui.words import QT_TRANSLATE_NOOP, Words

WORDS = Words(
    screen={
        "panel": QT_TRANSLATE_NOOP("Screen", "Window and keys"),
        "panel_look": QT_TRANSLATE_NOOP("Screen", "Look and sound"),
        "panel_keys": QT_TRANSLATE_NOOP("Screen", "Keys of the keyboard"),
        "panel_close": QT_TRANSLATE_NOOP("Screen", "Close"),
        "light": QT_TRANSLATE_NOOP("Screen", "Light"),
        "dark": QT_TRANSLATE_NOOP("Screen", "Dark"),
        "zoom": QT_TRANSLATE_NOOP("Screen", "Size {percent} %"),
        "larger": QT_TRANSLATE_NOOP("Screen", "Larger"),
        "smaller": QT_TRANSLATE_NOOP("Screen", "Smaller"),
        "zoom_refused": QT_TRANSLATE_NOOP(
            "Screen", "Size {wanted} % does not fit this window: it is {largest} %"
        ),
        "volume": QT_TRANSLATE_NOOP("Screen", "Volume {percent} %"),
        "muted": QT_TRANSLATE_NOOP("Screen", "No sound"),
        "louder": QT_TRANSLATE_NOOP("Screen", "Louder"),
        "quieter": QT_TRANSLATE_NOOP("Screen", "Quieter"),
        "about": QT_TRANSLATE_NOOP("Screen", "Packbench {version} · Qt {qt} · Python {python}"),
        "licences": QT_TRANSLATE_NOOP(
            "Screen", "Apache-2.0; Qt is LGPL-3, icons are ISC, fonts are OFL"
        ),
        "looking": QT_TRANSLATE_NOOP("Screen", "Asking the centre for news"),
        "key_full_screen": QT_TRANSLATE_NOOP("Screen", "Full screen"),
        "key_language": QT_TRANSLATE_NOOP("Screen", "The other language"),
        "key_type_code": QT_TRANSLATE_NOOP("Screen", "Type code"),
        "key_look": QT_TRANSLATE_NOOP("Screen", "Ask the centre now"),
        "key_walk": QT_TRANSLATE_NOOP("Screen", "Move the frame; Space presses"),
        "key_panel": QT_TRANSLATE_NOOP("Screen", "This page"),
    },
)
