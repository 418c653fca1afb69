"""`packbench` and `python -m app`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code (`app.errors.ExitCode`)."""
    from app.cli.main import main as run

    if argv is None and Path(sys.argv[0]).stem == "packbench-station":
        argv = ["station", *sys.argv[1:]]
    return run(argv)


if __name__ == "__main__":
    sys.exit(main())
