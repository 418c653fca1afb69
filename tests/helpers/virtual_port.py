"""A serial port without hardware: a pseudo terminal behind a stable name (POSIX only)."""

from __future__ import annotations

import os
import pty
import tty
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType


class VirtualPort:
    """The far end of a serial line. `name` is a symlink, as udev makes them, that stays the same
    while the device behind it goes and comes back as another one."""

    def __init__(self, folder: Path, name: str = "scanner") -> None:
        self._link = folder / name
        self._master = -1
        self.plug()

    @property
    def name(self) -> str:
        return str(self._link)

    @property
    def spec(self) -> str:
        return f"serial:{self._link}"

    def plug(self) -> None:
        self._master, slave = pty.openpty()
        tty.setraw(slave)
        self._link.symlink_to(os.ttyname(slave))
        os.close(slave)

    def unplug(self) -> None:
        if self._master >= 0:
            self._link.unlink()
            os.close(self._master)
            self._master = -1

    def write(self, data: bytes) -> None:
        while data:
            data = data[os.write(self._master, data) :]

    def read(self, size: int = 4096) -> bytes:
        """What the program wrote to the device; blocks until there is something."""
        return os.read(self._master, size)

    def __enter__(self) -> VirtualPort:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.unplug()
