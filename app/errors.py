"""Faults, that is, what goes wrong outside the rules: cables, disks, networks and bugs.

A refusal is no fault: it is an outcome, not an exception.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class ExitCode(IntEnum):
    """What a command's exit code means; a contract with scripts."""

    OK = 0
    ERROR = 1
    USAGE = 2
    NO_SCREEN = 3  # no display, or a library Qt needs is missing
    RUNNING = 4  # another program works on this home
    REJECTED = 5  # done, but some rows were rejected


class EnvironmentFault(Exception):
    """Something outside the program failed. The text is one plain sentence that says what to do."""

    exit_code = ExitCode.ERROR


class AlreadyRunning(EnvironmentFault):
    """Another program holds this station's file."""

    exit_code = ExitCode.RUNNING


class StorageFault(EnvironmentFault):
    """One of the program's files cannot be read or written: disk full, locked, damaged ..."""


class DamagedFile(StorageFault):
    """The content of the file is damaged."""


class CentreAway(EnvironmentFault):
    """The centre does not answer. The bench works on, and its facts wait."""


class WrongLogin(EnvironmentFault):
    """The centre answers, and refuses the login. A bench works on; any other program ends."""


class Behind(StrEnum):
    """What is behind it that a centre which answers cannot be used: an old program, an old centre,
    or a login that the centre refuses.
    """

    PROGRAM = "program"
    CENTRE = "centre"
    LOGIN = "login"


class VersionsDiffer(CentreAway):
    """Program and centre do not fit together. The centre counts as away until one is updated."""

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
    """The words of the command line are wrong."""

    exit_code = ExitCode.USAGE


@dataclass(frozen=True)
class Crashed:
    """A component caught a bug. The log has the traceback under this report number."""

    component: str
    report: str
