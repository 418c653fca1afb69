"""The words of the supervisor's settings: what each is called, and what it does."""

from __future__ import annotations

from app.overview.settings import Refused
from ui.words import QT_TRANSLATE_NOOP, Words

WORDS = Words(
    screen={
        "page_settings": QT_TRANSLATE_NOOP("Screen", "Settings"),
        "room_window": QT_TRANSLATE_NOOP("Screen", "This window"),
        "room_devices": QT_TRANSLATE_NOOP("Screen", "Devices"),
        "room_bench": QT_TRANSLATE_NOOP("Screen", "Bench"),
        "room_rules": QT_TRANSLATE_NOOP("Screen", "Rules of the site"),
        "settings_list": QT_TRANSLATE_NOOP("Screen", "Settings"),
        "settings_save": QT_TRANSLATE_NOOP("Screen", "Save"),
        "settings_test": QT_TRANSLATE_NOOP("Screen", "Test"),
        "settings_play": QT_TRANSLATE_NOOP("Screen", "Play"),
        "settings_field": QT_TRANSLATE_NOOP("Screen", "Value"),
        "settings_on": QT_TRANSLATE_NOOP("Screen", "On"),
        "settings_off": QT_TRANSLATE_NOOP("Screen", "Off"),
        "settings_light": QT_TRANSLATE_NOOP("Screen", "Light"),
        "settings_dark": QT_TRANSLATE_NOOP("Screen", "Dark"),
        "settings_at_once": QT_TRANSLATE_NOOP("Screen", "It counts at once."),
        "settings_restart": QT_TRANSLATE_NOOP(
            "Screen", "It counts when the program is started again."
        ),
        "settings_everywhere": QT_TRANSLATE_NOOP(
            "Screen", "It counts for all benches as soon as they are told."
        ),
        "settings_saved": QT_TRANSLATE_NOOP("Screen", "Saved."),
        "settings_saving": QT_TRANSLATE_NOOP("Screen", "Saving ..."),
        "settings_testing": QT_TRANSLATE_NOOP("Screen", "Testing; this takes some seconds ..."),
        "settings_no_device": QT_TRANSLATE_NOOP("Screen", "No device is named"),
        "settings_well": QT_TRANSLATE_NOOP("Screen", "It works"),
        "settings_results": QT_TRANSLATE_NOOP("Screen", "Result of the test"),
        "settings_set_by": QT_TRANSLATE_NOOP("Screen", "Set by {by}, {time}."),
        "settings_default": QT_TRANSLATE_NOOP("Screen", "Nobody has set it: this is its default."),
        "settings_each_line": QT_TRANSLATE_NOOP("Screen", "One device a line."),
        "settings_none": QT_TRANSLATE_NOOP("Screen", "none"),
        "settings_percent": QT_TRANSLATE_NOOP("Screen", "{percent} %"),
    },
)

NAMES: dict[str, tuple[str, str]] = {
    "language": (
        QT_TRANSLATE_NOOP("Setting", "Language"),
        QT_TRANSLATE_NOOP(
            "Setting", "In which language this window speaks until somebody signs in."
        ),
    ),
    "dark": (
        QT_TRANSLATE_NOOP("Setting", "Light or dark"),
        QT_TRANSLATE_NOOP("Setting", "Light for bright halls, dark for the night."),
    ),
    "volume": (
        QT_TRANSLATE_NOOP("Setting", "Volume"),
        QT_TRANSLATE_NOOP("Setting", "How loud all sounds of this window are; 0 is silent."),
    ),
    "sound_good": (
        QT_TRANSLATE_NOOP("Setting", "Sound: accepted"),
        QT_TRANSLATE_NOOP("Setting", "A scan was right. One short high tone."),
    ),
    "sound_line": (
        QT_TRANSLATE_NOOP("Setting", "Sound: line done"),
        QT_TRANSLATE_NOOP("Setting", "A line or step is done. Two rising tones."),
    ),
    "sound_done": (
        QT_TRANSLATE_NOOP("Setting", "Sound: all done"),
        QT_TRANSLATE_NOOP("Setting", "A box or an order is done. Three rising tones."),
    ),
    "sound_soft": (
        QT_TRANSLATE_NOOP("Setting", "Sound: look here"),
        QT_TRANSLATE_NOOP("Setting", "Something needs attention. Two equal tones."),
    ),
    "sound_bad": (
        QT_TRANSLATE_NOOP("Setting", "Sound: refused"),
        QT_TRANSLATE_NOOP("Setting", "A scan was refused. Two deep rough tones."),
    ),
    "sound_stop": (
        QT_TRANSLATE_NOOP("Setting", "Sound: stop"),
        QT_TRANSLATE_NOOP("Setting", "Stop. Four deep tones, again until it is answered."),
    ),
    "scanners": (
        QT_TRANSLATE_NOOP("Setting", "Scanners"),
        QT_TRANSLATE_NOOP(
            "Setting",
            "wedge types like a keyboard; others: serial:PORT, hid, evdev:PATH. None: wedge.",
        ),
    ),
    "scale": (
        QT_TRANSLATE_NOOP("Setting", "Scale"),
        QT_TRANSLATE_NOOP(
            "Setting", "sics:PORT, 8217:PORT, nci:PORT or hid:PORT. None: there is no scale."
        ),
    ),
    "printer": (
        QT_TRANSLATE_NOOP("Setting", "Printers"),
        QT_TRANSLATE_NOOP(
            "Setting",
            "The first prints labels: tcp:HOST:PORT, usb:PORT, queue:NAME ... None: into files.",
        ),
    ),
    "paper": (
        QT_TRANSLATE_NOOP("Setting", "Paper of labels"),
        QT_TRANSLATE_NOOP("Setting", "Of printers whose spec does not name a paper."),
    ),
    "dpi": (
        QT_TRANSLATE_NOOP("Setting", "Dots per inch"),
        QT_TRANSLATE_NOOP("Setting", "Of a label printer that does not say it itself."),
    ),
    "native_zpl": (
        QT_TRANSLATE_NOOP("Setting", "Printer draws by itself"),
        QT_TRANSLATE_NOOP(
            "Setting", "A Zebra draws text and bars itself: faster, with plain letters."
        ),
    ),
    "lock_on_stop": (
        QT_TRANSLATE_NOOP("Setting", "Lock scanners on a stop"),
        QT_TRANSLATE_NOOP("Setting", "The trigger is locked until the stop is answered."),
    ),
    "scale_under_box": (
        QT_TRANSLATE_NOOP("Setting", "Scale under the box"),
        QT_TRANSLATE_NOOP("Setting", "The box stands on the scale: every unit is weighed."),
    ),
    "test_weight_g": (
        QT_TRANSLATE_NOOP("Setting", "Test weight in grams"),
        QT_TRANSLATE_NOOP("Setting", "The known weight of the self-test; 0: there is none."),
    ),
    "site": (
        QT_TRANSLATE_NOOP("Setting", "Name of the site"),
        QT_TRANSLATE_NOOP("Setting", "As it stands on screens and papers."),
    ),
    "idle_lock_s": (
        QT_TRANSLATE_NOOP("Setting", "Lock after seconds"),
        QT_TRANSLATE_NOOP("Setting", "Seconds without input until the screen locks."),
    ),
    "reserve": (
        QT_TRANSLATE_NOOP("Setting", "Orders in reserve"),
        QT_TRANSLATE_NOOP(
            "Setting", "So many orders a bench keeps claimed for times without the centre."
        ),
    ),
    "offline_sign_in_days": (
        QT_TRANSLATE_NOOP("Setting", "Badges without the centre"),
        QT_TRANSLATE_NOOP(
            "Setting", "So many days badges are believed without the centre; 0: without limit."
        ),
    ),
    "print_slips": (
        QT_TRANSLATE_NOOP("Setting", "Print packing slips"),
        QT_TRANSLATE_NOOP(
            "Setting", "The slip of each closed box goes to the last printer that takes PDF."
        ),
    ),
    "personal_reports": (
        QT_TRANSLATE_NOOP("Setting", "Reports of persons"),
        QT_TRANSLATE_NOOP("Setting", "Reports may show single persons, to a supervisor."),
    ),
    "count_low": (
        QT_TRANSLATE_NOOP("Setting", "Count low bins"),
        QT_TRANSLATE_NOOP(
            "Setting",
            "A bin in which a pick leaves so few units is counted; 0: only an empty one.",
        ),
    ),
    "recount_above": (
        QT_TRANSLATE_NOOP("Setting", "Second count above"),
        QT_TRANSLATE_NOOP(
            "Setting", "A larger difference waits for a second person; 0: one person is enough."
        ),
    ),
}

REFUSED: dict[Refused, str] = {
    Refused.WRONG: QT_TRANSLATE_NOOP("Setting", "Not saved: {words}"),
    Refused.FULL: QT_TRANSLATE_NOOP("Setting", "The disk is full. Nothing is changed."),
    Refused.FORBIDDEN: QT_TRANSLATE_NOOP(
        "Setting", "The settings' file cannot be written. Nothing is changed."
    ),
    Refused.OTHER: QT_TRANSLATE_NOOP("Setting", "The disk does not answer. Nothing is changed."),
    Refused.NOBODY: QT_TRANSLATE_NOOP("Setting", "Sign in at the desk first."),
    Refused.NOT_ALLOWED: QT_TRANSLATE_NOOP("Setting", "That takes a supervisor."),
}

RULES: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("Setting", "which date takes goods out of sale"),
    QT_TRANSLATE_NOOP("Setting", "stock that lasts for fewer days is to be ordered"),
    QT_TRANSLATE_NOOP("Setting", "of all amounts of money"),
    QT_TRANSLATE_NOOP("Setting", "what a minute of a person costs"),
    QT_TRANSLATE_NOOP("Setting", "what a printed label costs"),
    QT_TRANSLATE_NOOP("Setting", "what a carton costs that has no cost of its own"),
    QT_TRANSLATE_NOOP("Setting", "what the carton of this id costs"),
    QT_TRANSLATE_NOOP("Setting", "what a parcel with this carrier costs"),
    QT_TRANSLATE_NOOP("Setting", "alarm: orders that will miss their truck, or have"),
    QT_TRANSLATE_NOOP("Setting", "alarm: minutes that a begun order stands still"),
    QT_TRANSLATE_NOOP(
        "Setting", "alarm: minutes without a word of a station where somebody is signed in"
    ),
    QT_TRANSLATE_NOOP("Setting", "alarm: minutes that a device needs a hand"),
    QT_TRANSLATE_NOOP(
        "Setting", "alarm: labels that failed at a station within alarm_printer_minutes"
    ),
    QT_TRANSLATE_NOOP("Setting", "within so many minutes failed labels are counted"),
    QT_TRANSLATE_NOOP("Setting", "alarm: goods missed in a bin within alarm_short_hours"),
    QT_TRANSLATE_NOOP("Setting", "within so many hours missed goods are counted"),
    QT_TRANSLATE_NOOP("Setting", "alarm: mis-scans of a pair within alarm_mix_up_days"),
    QT_TRANSLATE_NOOP("Setting", "within so many days mis-scans are counted"),
    QT_TRANSLATE_NOOP("Setting", "alarm: a bin whose books say less than nothing (1 = yes)"),
    QT_TRANSLATE_NOOP("Setting", "alarm: released orders that wait for goods of one SKU"),
    QT_TRANSLATE_NOOP(
        "Setting", "an alarm escalates after so many minutes without a word (0 = never)"
    ),
    QT_TRANSLATE_NOOP("Setting", "so many minutes all is well before an alarm is over"),
)
"""What rules of the site do. One that is not here is shown as the table of rules says it."""
