"""Opens files, plain or compressed as .gz or .xz. Progress counts the bytes on the disk."""

from __future__ import annotations

import gzip
import io
import lzma
import zlib
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any

from app.intake.values import IntakeError, Progress

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_STEP = 64 * 1024


class _Counted(io.RawIOBase):  # seeking is left out: archives are read once, front to back
    """A file that reports how much of it was read."""

    def __init__(self, file: IO[bytes], size: int, progress: Progress) -> None:
        """size: of the file, in bytes. Closing this closes the file."""
        super().__init__()
        self._file: Any = file
        self._size = size
        self._progress = progress

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override] # any buffer will do
        count: int = self._file.readinto(buffer)
        self._progress(self._file.tell(), self._size)
        return count

    def close(self) -> None:
        self._file.close()
        super().close()


def _counted(path: Path, progress: Progress | None) -> Any:
    # Opened before the reader exists: one that failed half-made would still be closed later.
    return _Counted(path.open("rb"), path.stat().st_size, progress or _no_progress)


@contextmanager
def open_text(path: Path, encoding: str, progress: Progress | None) -> Iterator[IO[str]]:
    """The decoded text, with its line ends as they are.

    Raises IntakeError, also while it is read: for a broken archive or a wrong encoding.
    """
    try:
        with (
            io.BufferedReader(_counted(path, progress), _STEP) as raw,
            _unpacked(path, raw) as data,
            io.TextIOWrapper(data, encoding=encoding, newline="") as text,
        ):
            yield text
    except FileNotFoundError:
        raise IntakeError(f"There is no file {path}.") from None
    except IsADirectoryError:
        raise IntakeError(f"{path} is a folder, not a file.") from None
    except PermissionError:
        raise IntakeError(f"There is no permission to read {path}.") from None
    except UnicodeDecodeError as error:
        raise IntakeError(
            f"{path.name} is not {encoding} text: byte {error.object[error.start]:#04x} does not "
            "fit. Save it as UTF-8, or name its encoding: --encoding, or in the column map."
        ) from None
    except LookupError:
        raise IntakeError(f"There is no text encoding called {encoding}.") from None
    except (gzip.BadGzipFile, lzma.LZMAError, zlib.error, EOFError):
        raise IntakeError(f"{path.name} is damaged or cut off: it cannot be unpacked.") from None


@contextmanager
def _unpacked(path: Path, raw: io.BufferedReader[Any]) -> Iterator[Any]:
    """The uncompressed bytes. The first bytes decide, so a wrong file name does no harm."""
    start = raw.peek(6)[:6]
    if start.startswith(b"\x1f\x8b"):
        with gzip.open(raw) as unpacked:
            yield unpacked
    elif start.startswith(b"\xfd7zXZ\x00"):
        with lzma.open(raw) as unpacked:
            yield unpacked
    elif start.startswith(b"PK\x03\x04"):
        raise IntakeError(f"{path.name} is a workbook or zip archive; save it as CSV (UTF-8).")
    else:
        yield raw


def _no_progress(_read: int, _size: int) -> None:
    """Report nothing."""
