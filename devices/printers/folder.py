"""Labels as files in a folder: for archives, tests and printers that watch a folder."""

from __future__ import annotations

import contextlib
import errno
import os
import pathlib
import re
import tempfile
from typing import TYPE_CHECKING

from app.device_api import DeviceDenied, DeviceError, DeviceFault, DeviceLost
from devices.printers._once import Once

if TYPE_CHECKING:
    from app.device_api import PrintJob

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC})


class FolderPrinter:
    """Writes every payload of a job as NAME.zpl, NAME.pdf, NAME.png; a reader sees whole files."""

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        self.device = f"file:{os.fspath(folder)}"
        self._folder = pathlib.Path(folder)
        self._once = Once()

    def send(self, job: PrintJob) -> None:
        """Returns when all files are on the disk. Raises DeviceError."""
        if job.job_id in self._once:
            return
        if not job.payloads:
            raise DeviceFault(self.device, "the label is empty")
        stem = _UNSAFE.sub("_", job.name).strip(".") or "label"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            for page_format, payload in job.payloads.items():
                _write(self._folder / f"{stem}.{page_format.value}", payload)
            _sync_folder(self._folder)
        except OSError as error:
            raise self._trouble(error) from error
        self._once.add(job.job_id)

    def close(self) -> None:
        """Nothing is kept open between jobs."""

    def _trouble(self, error: OSError) -> DeviceError:
        if error.errno in _FULL:
            return DeviceFault(self.device, "the disk is full")
        if isinstance(error, PermissionError) or error.errno == errno.EROFS:
            return DeviceDenied(self.device, "this program may not write into the folder")
        if isinstance(error, FileNotFoundError | NotADirectoryError | FileExistsError):
            return DeviceLost(self.device, "the folder is not there")
        return DeviceFault(self.device, f"the file cannot be written: {error.strerror or error}")


def _write(target: pathlib.Path, payload: bytes) -> None:
    """Temporary file, fsync, rename: never half a label under its name."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    temporary = pathlib.Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(payload)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _sync_folder(folder: pathlib.Path) -> None:
    """Makes the new names durable; Windows cannot open a folder and does it by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
