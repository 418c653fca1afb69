"""One program at a time: a lock the operating system drops when its holder dies."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO

from app.errors import AlreadyRunning

if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try_lock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


class FileLock:
    """Held from `take` until `release` or the end of the process."""

    def __init__(self, path: Path, file: IO[bytes]) -> None:
        self._path = path
        self._file = file

    @classmethod
    def take(cls, path: Path) -> FileLock:
        """Raises AlreadyRunning where another program holds it, OSError where it cannot be made."""
        file = path.open("ab", buffering=0)
        try:
            _try_lock(file)
        except OSError as error:
            file.close()
            raise AlreadyRunning(
                f"Another program is already working here ({path.stem}). Close it first."
            ) from error
        try:
            file.truncate(0)
            file.write(str(os.getpid()).encode())
        except OSError:
            file.close()
            raise
        return cls(path, file)

    def release(self) -> None:
        self._file.close()
