"""The words of devices: troubles with their remedies, states, abilities; reasons for a label."""

from __future__ import annotations

from app.device_api import Ability, DeviceKind, DeviceState, Trouble
from app.domain.pack.label import Reprint
from ui.words import QT_TRANSLATE_NOOP

TROUBLES: dict[Trouble, tuple[str, str]] = {
    Trouble.NOT_CONNECTED: (
        QT_TRANSLATE_NOOP("Trouble", "Unplugged"),
        QT_TRANSLATE_NOOP("Trouble", "Plug it in and switch it on."),
    ),
    Trouble.PORT_BUSY: (
        QT_TRANSLATE_NOOP("Trouble", "In use elsewhere"),
        QT_TRANSLATE_NOOP("Trouble", "Another program holds it. Close that program."),
    ),
    Trouble.NO_PERMISSION: (
        QT_TRANSLATE_NOOP("Trouble", "Not allowed"),
        QT_TRANSLATE_NOOP(
            "Trouble", "Install the udev rule (packaging/linux) and plug it in again."
        ),
    ),
    Trouble.NOT_ANSWERING: (
        QT_TRANSLATE_NOOP("Trouble", "No answer"),
        QT_TRANSLATE_NOOP("Trouble", "Check the cable, then switch it off and on."),
    ),
    Trouble.CONNECTION_LOST: (
        QT_TRANSLATE_NOOP("Trouble", "Connection lost"),
        QT_TRANSLATE_NOOP("Trouble", "Check the cable. It comes back by itself."),
    ),
    Trouble.OTHER_PROTOCOL: (
        QT_TRANSLATE_NOOP("Trouble", "Wrong protocol"),
        QT_TRANSLATE_NOOP("Trouble", "Check the protocol and speed set for it."),
    ),
    Trouble.FLOODING: (
        QT_TRANSLATE_NOOP("Trouble", "Endless data"),
        QT_TRANSLATE_NOOP("Trouble", "Unplug it, and check its settings."),
    ),
    Trouble.LIBRARY_MISSING: (
        QT_TRANSLATE_NOOP("Trouble", "Software missing"),
        QT_TRANSLATE_NOOP("Trouble", "Ask to have installed what the details name."),
    ),
    Trouble.DRIVER_FAILED: (
        QT_TRANSLATE_NOOP("Trouble", "Driver stopped"),
        QT_TRANSLATE_NOOP("Trouble", "Plug it in again. If it stays so, report it."),
    ),
    Trouble.PAPER_OUT: (
        QT_TRANSLATE_NOOP("Trouble", "Paper out"),
        QT_TRANSLATE_NOOP(
            "Trouble", "Load paper and close the lid. The label may come out by itself."
        ),
    ),
    Trouble.RIBBON_OUT: (
        QT_TRANSLATE_NOOP("Trouble", "Ribbon out"),
        QT_TRANSLATE_NOOP(
            "Trouble", "Load a ribbon and close the lid. The label may come out by itself."
        ),
    ),
    Trouble.HEAD_OPEN: (
        QT_TRANSLATE_NOOP("Trouble", "Lid open"),
        QT_TRANSLATE_NOOP("Trouble", "Close the lid. The label may come out by itself."),
    ),
    Trouble.PAUSED: (
        QT_TRANSLATE_NOOP("Trouble", "Printer paused"),
        QT_TRANSLATE_NOOP("Trouble", "Press the pause key on the printer."),
    ),
    Trouble.PRINTING: (
        QT_TRANSLATE_NOOP("Trouble", "Printing"),
        QT_TRANSLATE_NOOP("Trouble", "Wait until it has finished."),
    ),
    Trouble.JAMMED: (
        QT_TRANSLATE_NOOP("Trouble", "Paper jam"),
        QT_TRANSLATE_NOOP("Trouble", "Open it, take out what is stuck, close it."),
    ),
    Trouble.CUTTER: (
        QT_TRANSLATE_NOOP("Trouble", "Cutter stuck"),
        QT_TRANSLATE_NOOP("Trouble", "Switch it off, free the cutter, switch it on."),
    ),
    Trouble.OVERHEATED: (
        QT_TRANSLATE_NOOP("Trouble", "Too hot"),
        QT_TRANSLATE_NOOP("Trouble", "Let it cool down. It goes on by itself."),
    ),
    Trouble.HEAD_FAULT: (
        QT_TRANSLATE_NOOP("Trouble", "Print head broken"),
        QT_TRANSLATE_NOOP("Trouble", "Use another printer and call the service."),
    ),
    Trouble.PRINTER_FAULT: (
        QT_TRANSLATE_NOOP("Trouble", "Printer error"),
        QT_TRANSLATE_NOOP("Trouble", "Look at its display. Switch it off and on."),
    ),
    Trouble.WRONG_FORMAT: (
        QT_TRANSLATE_NOOP("Trouble", "Wrong format"),
        QT_TRANSLATE_NOOP("Trouble", "Set this printer's language for this station."),
    ),
    Trouble.WRONG_DPI: (
        QT_TRANSLATE_NOOP("Trouble", "Wrong resolution"),
        QT_TRANSLATE_NOOP("Trouble", "Set this printer's dpi for this station."),
    ),
    Trouble.NAME_UNKNOWN: (
        QT_TRANSLATE_NOOP("Trouble", "Name not found"),
        QT_TRANSLATE_NOOP("Trouble", "Check the printer's address or queue name."),
    ),
    Trouble.QUEUE_STOPPED: (
        QT_TRANSLATE_NOOP("Trouble", "Queue stopped"),
        QT_TRANSLATE_NOOP("Trouble", "Start the printer's queue in the system."),
    ),
    Trouble.JOB_LOST: (
        QT_TRANSLATE_NOOP("Trouble", "Job lost"),
        QT_TRANSLATE_NOOP("Trouble", "See that no label came out, then print it again."),
    ),
    Trouble.FOLDER_UNUSABLE: (
        QT_TRANSLATE_NOOP("Trouble", "Folder unusable"),
        QT_TRANSLATE_NOOP("Trouble", "Check that the folder is there and may be written."),
    ),
    Trouble.NOT_COUNTED: (
        QT_TRANSLATE_NOOP("Trouble", "Label not counted"),
        QT_TRANSLATE_NOOP("Trouble", "Look whether a label came out."),
    ),
    Trouble.OVERLOADED: (
        QT_TRANSLATE_NOOP("Trouble", "Too heavy"),
        QT_TRANSLATE_NOOP("Trouble", "Take something off the scale."),
    ),
    Trouble.UNDER_RANGE: (
        QT_TRANSLATE_NOOP("Trouble", "Below zero"),
        QT_TRANSLATE_NOOP("Trouble", "Clear the scale, then zero it."),
    ),
    Trouble.TARED: (
        QT_TRANSLATE_NOOP("Trouble", "Scale is tared"),
        QT_TRANSLATE_NOOP("Trouble", "Empty the scale and clear its tare."),
    ),
    Trouble.SCALE_FAULT: (
        QT_TRANSLATE_NOOP("Trouble", "Scale error"),
        QT_TRANSLATE_NOOP("Trouble", "Switch the scale off and on."),
    ),
}
"""(name of one to three words, what to do)."""

STATES: dict[DeviceState, str] = {
    DeviceState.READY: QT_TRANSLATE_NOOP("Device", "Ready"),
    DeviceState.LOST: QT_TRANSLATE_NOOP("Device", "Not there"),
    DeviceState.BUSY: QT_TRANSLATE_NOOP("Device", "Busy"),
    DeviceState.DENIED: QT_TRANSLATE_NOOP("Device", "Not allowed"),
    DeviceState.FAULT: QT_TRANSLATE_NOOP("Device", "Error"),
}
"""The state of a device that names no trouble."""

KINDS: dict[DeviceKind, str] = {
    DeviceKind.SCANNER: QT_TRANSLATE_NOOP("Device", "Scanner"),
    DeviceKind.PRINTER: QT_TRANSLATE_NOOP("Device", "Printer"),
    DeviceKind.SCALE: QT_TRANSLATE_NOOP("Device", "Scale"),
}

ABILITIES: dict[Ability, str] = {
    Ability.BEEP: QT_TRANSLATE_NOOP("Device", "can beep"),
    Ability.LOCK: QT_TRANSLATE_NOOP("Device", "can be locked"),
    Ability.STATUS: QT_TRANSLATE_NOOP("Device", "tells its state"),
    Ability.COUNT: QT_TRANSLATE_NOOP("Device", "counts labels"),
    Ability.ZERO: QT_TRANSLATE_NOOP("Device", "can be zeroed"),
}

REPRINTS: dict[Reprint, str] = {
    Reprint.NOT_OUT: QT_TRANSLATE_NOOP("Reason", "It did not come out"),
    Reprint.UNREADABLE: QT_TRANSLATE_NOOP("Reason", "It cannot be read"),
    Reprint.LOST: QT_TRANSLATE_NOOP("Reason", "It is damaged or lost"),
}

REASONS: dict[str, str] = {
    "interrupted": QT_TRANSLATE_NOOP("Reason", "Program was interrupted"),
    "letters_missing": QT_TRANSLATE_NOOP("Reason", "The address has letters that no font has"),
    "no_printer": QT_TRANSLATE_NOOP("Reason", "No printer"),
}
"""Why a label failed, where no trouble of a printer was the cause."""

SUSPECTS: dict[int, str] = {
    -2: QT_TRANSLATE_NOOP("Reason", "Looks like two {suspect_name} are missing."),
    -1: QT_TRANSLATE_NOOP("Reason", "Looks like one {suspect_name} is missing."),
    1: QT_TRANSLATE_NOOP("Reason", "Looks like one {suspect_name} too many."),
    2: QT_TRANSLATE_NOOP("Reason", "Looks like two {suspect_name} too many."),
}
"""The likeliest cause of a wrong weight, by the number of units missing (-) or too many (+)."""
MANY_MISSING = QT_TRANSLATE_NOOP("Reason", "Looks like {units} {suspect_name} are missing.")
MANY_TOO_MANY = QT_TRANSLATE_NOOP("Reason", "Looks like {units} {suspect_name} too many.")
"""Of a whole pack's units."""
SWAPPED = QT_TRANSLATE_NOOP("Reason", "{instead_name} instead of {suspect_name}?")
