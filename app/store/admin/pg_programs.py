"""PostgreSQL's own programs: where they are, and running them without a secret in sight."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import IO

import sqlalchemy as sa
from psycopg.conninfo import make_conninfo

from app.errors import EnvironmentFault

_FOLDERS = Path("/usr/lib/postgresql")


def program(name: str, environ: Mapping[str, str]) -> Path:
    """From PG_BIN, the PATH, or Debian's folders, the newest first. Raises EnvironmentFault."""
    given = environ.get("PG_BIN")
    if given and (Path(given) / name).is_file():
        return Path(given) / name
    on_path = shutil.which(name, path=environ.get("PATH"))
    if on_path:
        return Path(on_path)
    found = [path for path in _FOLDERS.glob(f"*/bin/{name}") if path.parts[-3].isdigit()]
    if found:
        return max(found, key=lambda path: int(path.parts[-3]))
    raise EnvironmentFault(f"{name} is not here. Install PostgreSQL's programs, or set PG_BIN.")


def run(
    words: list[str | Path],
    url: sa.URL,
    *,
    out: IO[bytes] | None = None,
) -> str:
    """Run a program on this database; its output as text unless it goes to `out`.

    The password travels in the environment: a process's arguments can be read by everybody.
    Raises EnvironmentFault with its complaint.
    """
    env = {
        key: value for key, value in os.environ.items() if key != "PGPASSWORD" or not url.password
    }
    env |= {"LC_ALL": "C"}
    if url.password:
        env["PGPASSWORD"] = str(url.password)
    done = subprocess.run(
        [str(words[0]), "--no-password", f"--dbname={_conninfo(url)}", *map(str, words[1:])],
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=out or subprocess.PIPE,
        stderr=subprocess.PIPE,
        check=False,
    )
    if done.returncode:
        raise EnvironmentFault(f"{Path(words[0]).name} failed: {_complaint(done.stderr)}")
    return (done.stdout or b"").decode("utf-8", "replace")


def _conninfo(url: sa.URL) -> str:
    """libpq's words for the address, without the password."""
    words = url.translate_connect_args(username="user", database="dbname")
    words.pop("password", None)
    query = {
        key: value if isinstance(value, str) else ",".join(value)
        for key, value in url.query.items()
        if key != "password"
    }
    return make_conninfo(**{**words, **query})


def _complaint(text: bytes) -> str:
    """The first error, else the last line, as the end of a sentence."""
    lines = text.decode("utf-8", "replace").strip().splitlines() or ["it says nothing"]
    line = next((line for line in lines if "error: " in line), lines[-1])
    return line.rpartition("error: ")[2].rstrip(".") + "."
