"""Faults: what went wrong outside the rules, and whose business it is.

A refusal is an outcome, not an exception. These are for cables, disks, networks and bugs.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class ExitCode(IntEnum):
    """The command line's contract."""

    OK = 0
    ERROR = 1
    USAGE = 2
    NO_SCREEN = 3  # no display, or a library Qt needs is missing
    RUNNING = 4  # another program works on this home
    REJECTED = 5  # done, but rows were rejected


class EnvironmentFault(Exception):
    """The surroundings fail us; the text is one plain sentence that says what to do."""

    exit_code = ExitCode.ERROR


class AlreadyRunning(EnvironmentFault):
    """Another program holds this station's file."""

    exit_code = ExitCode.RUNNING


class StorageFault(EnvironmentFault):
    """A file of ours cannot be read or written: disk full, locked, no permission, damaged."""


class DamagedFile(StorageFault):
    """What is in the file makes no sense any more."""


class CentreAway(EnvironmentFault):
    """The centre does not answer; work goes on and facts wait."""


class Behind(StrEnum):
    """Which of two is the older one."""

    PROGRAM = "program"
    CENTRE = "centre"


class VersionsDiffer(CentreAway):
    """Program and centre are of different versions: as good as away until one is brought up."""

    def __init__(self, behind: Behind) -> None:
        super().__init__(_BRING_UP[behind])
        self.behind = behind


_BRING_UP = {
    Behind.PROGRAM: "The centre is newer. Update this program; your open work is kept.",
    Behind.CENTRE: "The centre must be upgraded: packbench db upgrade.",
}


class NoScreen(EnvironmentFault):
    """No display, or a library Qt needs is missing."""

    exit_code = ExitCode.NO_SCREEN


class UsageFault(EnvironmentFault):
    """The command line's words are off."""

    exit_code = ExitCode.USAGE


@dataclass(frozen=True)
class Crashed:
    """A component's loop caught a bug; the log has the traceback under this report number."""

    component: str
    report: str
