"""The words of the supervisor's board."""

from __future__ import annotations

from app.domain.plan.flow import FlowStep
from app.overview.view import Note
from ui.words import QT_TRANSLATE_NOOP, Words

STEPS: dict[FlowStep, str] = {
    FlowStep.WAITS: QT_TRANSLATE_NOOP("Board", "On hold"),
    FlowStep.TO_PICK: QT_TRANSLATE_NOOP("Board", "To pick"),
    FlowStep.PICKING: QT_TRANSLATE_NOOP("Board", "Picking"),
    FlowStep.TO_PACK: QT_TRANSLATE_NOOP("Board", "To pack"),
    FlowStep.PACKING: QT_TRANSLATE_NOOP("Board", "Packing"),
    FlowStep.NO_LABEL: QT_TRANSLATE_NOOP("Board", "No label"),
    FlowStep.STAGED: QT_TRANSLATE_NOOP("Board", "Staged"),
    FlowStep.LOADED: QT_TRANSLATE_NOOP("Board", "Loaded"),
    FlowStep.GONE: QT_TRANSLATE_NOOP("Board", "Gone"),
}

NOTES: dict[Note, str] = {
    Note.NOT_ALLOWED: "alarm_not_allowed",
    Note.SIGN_IN: "alarm_sign_in",
    Note.NOT_KEPT: "alarm_not_kept",
    Note.NOT_SENT: "alarm_not_sent",
}
"""The word for each; those that answer somebody come first."""

WORDS = Words(
    screen={
        "board": QT_TRANSLATE_NOOP("Screen", "Overview"),
        "alarms_open": QT_TRANSLATE_NOOP("Screen", "Alarms: {count}, new: {unheard}"),
        "alarm_new": QT_TRANSLATE_NOOP("Screen", "new"),
        "alarm_nobody": QT_TRANSLATE_NOOP("Screen", "unseen"),
        "alarm_touch": QT_TRANSLATE_NOOP("Screen", "touch: seen"),
        "alarm_sign_in": QT_TRANSLATE_NOOP("Screen", "Sign in at the desk first"),
        "alarm_not_allowed": QT_TRANSLATE_NOOP("Screen", "That takes a supervisor"),
        "alarm_not_sent": QT_TRANSLATE_NOOP("Screen", "Alarms cannot be sent"),
        "alarm_not_kept": QT_TRANSLATE_NOOP("Screen", "Alarms are not kept"),
        "board_desk": QT_TRANSLATE_NOOP("Screen", "Desk"),
        "board_live": QT_TRANSLATE_NOOP("Screen", "Live"),
        "board_loading": QT_TRANSLATE_NOOP("Screen", "Asking the centre"),
        "board_old": QT_TRANSLATE_NOOP("Screen", "The centre is away: as of {time}"),
        "board_late": QT_TRANSLATE_NOOP("Screen", "Late"),
        "board_trucks": QT_TRANSLATE_NOOP("Screen", "Trucks"),
        "board_no_trucks": QT_TRANSLATE_NOOP("Screen", "No truck in the next 24 hours"),
        "board_more": QT_TRANSLATE_NOOP("Screen", "{count} more"),
        "board_done": QT_TRANSLATE_NOOP("Screen", "{done} of {planned}"),
        "board_made": QT_TRANSLATE_NOOP("Screen", "packed by {time}"),
        "board_open": QT_TRANSLATE_NOOP("Screen", "packed by {time}, or by {most}"),
        "board_missed": QT_TRANSLATE_NOOP("Screen", "{count} {count:misses|miss} it"),
        "board_saved": QT_TRANSLATE_NOOP("Screen", "one more packer saves {count}"),
        "board_packed": QT_TRANSLATE_NOOP("Screen", "all packed"),
        "board_gone": QT_TRANSLATE_NOOP("Screen", "should have left"),
        "board_stations": QT_TRANSLATE_NOOP("Screen", "Stations"),
        "board_no_stations": QT_TRANSLATE_NOOP("Screen", "No station today"),
        "board_rate": QT_TRANSLATE_NOOP("Screen", "{count}/h"),
        "board_help": QT_TRANSLATE_NOOP("Screen", "HELP {minutes} min"),
        "board_away": QT_TRANSLATE_NOOP("Screen", "away {minutes} min"),
        "board_behind": QT_TRANSLATE_NOOP("Screen", "old program {version}"),
        "board_idle": QT_TRANSLATE_NOOP("Screen", "idle {minutes} min"),
        "board_waiting": QT_TRANSLATE_NOOP("Screen", "Waits for a person: {count}"),
        "board_nothing": QT_TRANSLATE_NOOP("Screen", "Nothing waits for a person"),
        "board_oldest": QT_TRANSLATE_NOOP("Screen", "Oldest orders"),
        "board_no_orders": QT_TRANSLATE_NOOP("Screen", "No order is open"),
        "board_age": QT_TRANSLATE_NOOP("Screen", "{hours} h {minutes} min"),
        "board_age_short": QT_TRANSLATE_NOOP("Screen", "{minutes} min"),
        "board_age_days": QT_TRANSLATE_NOOP("Screen", "{days} {days:day|days}"),
    },
)
