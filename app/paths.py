"""Where the files of one installation are: its home folder, and the names in it."""

from __future__ import annotations

import errno
import os
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from app.errors import EnvironmentFault

VARIABLE = "PACKBENCH_HOME"


@dataclass(frozen=True)
class Home:
    """A home folder. Nothing is created before `ensure`."""

    root: Path

    @classmethod
    def find(cls, given: str | None) -> Home:
        """The folder of `--home`, else of PACKBENCH_HOME, else the user's data folder."""
        text = given or os.environ.get(VARIABLE, "")
        if text:
            return cls(Path(text).expanduser().absolute())
        import platformdirs

        return cls(Path(platformdirs.user_data_dir("packbench", appauthor=False)))

    @property
    def centre_url(self) -> str:
        """The address of the home's own centre, a file; used where the settings name no other."""
        return f"sqlite:{self.root / 'centre.db'}"

    @property
    def config(self) -> Path:
        return self.root / "config.toml"

    @property
    def labels(self) -> Path:
        return self.root / "labels"

    @property
    def documents(self) -> Path:
        return self.root / "documents"

    @property
    def pictures(self) -> Path:
        return self.root / "pictures"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def log_file(self) -> Path:
        return self.logs / "packbench.log"

    @property
    def sent_labels(self) -> Path:
        """What `packbench print` has sent."""
        return self.root / "sent-labels"

    @property
    def rejected(self) -> Path:
        return self.root / "rejected"

    def station_file(self, name: str) -> Path:
        return self.root / f"station-{_safe(name)}.db"

    def window_file(self, name: str) -> Path:
        """Where the station's window keeps its place and its look."""
        return self.root / f"window-{_safe(name)}.json"

    def origin_file(self, name: str) -> Path:
        """The journal of a writer that is no station, such as an import."""
        return self.root / f"origin-{_safe(name)}.db"

    def ensure(self) -> Home:
        """Create the folder for its owner alone, and try to write to it. Raises EnvironmentFault.

        What stands in it is as private as its maker's umask (see `app.cli.main`).
        """
        try:
            self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=self.root) as probe:
                probe.write(b"packbench")
        except OSError as error:
            raise EnvironmentFault(self._sentence(error)) from error
        return self

    def _sentence(self, error: OSError) -> str:
        if error.errno in {errno.EEXIST, errno.ENOTDIR}:
            return f"{self.root} is no folder. Name another one with --home."
        if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
            return f"The folder {self.root} cannot be written. Name another one with --home."
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            return f"The disk is full: {self.root} cannot be written. Free some space."
        reason = os.strerror(error.errno) if error.errno else str(error)
        return f"The folder {self.root} cannot be used: {reason}. Name another one with --home."


def _safe(name: str) -> str:
    """A file name that every system takes. Different names get different file names."""
    safe = re.sub(r"[^A-Za-z0-9._-]", lambda found: f"={ord(found[0]):x}=", name)
    return safe or "="
