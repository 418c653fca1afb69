"""Where passwords are kept: a file of the home that its owner alone can read, or a variable.

They stand neither in `config.toml` nor on a command line, and no message repeats them.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from app.errors import EnvironmentFault


def kept_secret(home: Path, name: str, variable: str, environ: Mapping[str, str]) -> str:
    """The secret; "" = there is none. Raises EnvironmentFault where others can read the file."""
    return environ.get(variable) or _from_file(home / name)


def _from_file(path: Path) -> str:
    try:
        with path.open(encoding="utf-8") as file:
            mode = os.fstat(file.fileno()).st_mode
            text = file.read().rstrip("\r\n")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError):
        raise EnvironmentFault(f"{path.name} in the home cannot be read.") from None
    if os.name == "posix" and mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise EnvironmentFault(f"Others can read {path.name}. Make it your own: chmod 600 {path}.")
    return text
