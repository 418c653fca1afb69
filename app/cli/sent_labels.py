"""What `packbench print` has sent, so that a label is not printed twice by asking twice.

One small file a label, made before its first byte goes out: also a run that was killed is known.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from app.errors import EnvironmentFault


class Sent(StrEnum):
    """What is known of a label that was sent."""

    SENDING = "sending"  # the run that sent it has not ended, or was killed
    DOUBTFUL = "doubtful"  # the printer failed after it took it
    DONE = "done"


_SAID = {
    Sent.SENDING: "Printing it was begun",
    Sent.DOUBTFUL: "It is in doubt, and may have come out or still come out",
    Sent.DONE: "It was printed",
}


@dataclass(frozen=True)
class Entry:
    """at: ISO 8601. state: a `Sent`."""

    printer: str
    at: str
    state: str


class SentLabels:
    """The memory in a folder of the home. key: names a label by its bytes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def begin(self, key: str, printer: str, at: datetime, *, again: bool) -> bool:
        """Note that a label goes out now; whether an earlier one of it is in doubt.

        again: it may go out once more. Raises EnvironmentFault where it was sent and may not.
        """
        known = self._read(key)
        if known is not None and not again:
            said = _SAID[Sent(known.state)]
            raise EnvironmentFault(
                f"This label was sent before. {said} ({known.printer}, {known.at[:16]}). Look at "
                "the printer; where no label came out, print it with --again."
            )
        entry = Entry(printer, at.isoformat(), Sent.SENDING.value)
        self._write(key, entry, exclusive=known is None)
        return known is not None and known.state != Sent.DONE

    def end(self, key: str, state: Sent) -> None:
        known = self._read(key)
        if known is not None:
            self._write(key, Entry(known.printer, known.at, state.value))

    def forget(self, key: str) -> None:
        """The printer took nothing of it."""
        self._path(key).unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.json"

    def _read(self, key: str) -> Entry | None:
        """What is known of a label. A file that makes no sense was cut short by a lost disk."""
        try:
            text = self._path(key).read_text("utf-8")
        except FileNotFoundError:
            return None
        except OSError as error:
            raise _unusable(self._folder, error) from error
        try:
            found = Entry(**json.loads(text))
            return Entry(found.printer, found.at, Sent(found.state).value)
        except (ValueError, TypeError):
            return Entry("?", "?", Sent.SENDING.value)

    def _write(self, key: str, entry: Entry, *, exclusive: bool = False) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with self._path(key).open("x" if exclusive else "w", encoding="utf-8") as file:
                json.dump(asdict(entry), file)
                file.flush()
                os.fsync(file.fileno())
        except FileExistsError as error:
            raise EnvironmentFault("This label is being printed by another command.") from error
        except OSError as error:
            raise _unusable(self._folder, error) from error


def _unusable(folder: Path, error: OSError) -> EnvironmentFault:
    return EnvironmentFault(f"{folder} cannot be used: {error.strerror}. Nothing was printed.")
