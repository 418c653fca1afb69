"""Options that several subcommands share."""

from __future__ import annotations

import os
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import EnvironmentFault
from app.paths import Home

if TYPE_CHECKING:
    from app.sync.centre import SqlCentre


def text_of(word: str) -> str:
    """The type of an argument that a database is asked for: bytes that are no text are refused."""
    try:
        word.encode()
    except UnicodeEncodeError:
        raise ArgumentTypeError("it is no text in this terminal's encoding") from None
    return word


def add_json(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--json",
        action="store_true",
        help="print exactly one JSON object on standard output; notes go to standard error",
    )


def add_centre(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--centre",
        metavar="URL",
        help="sqlite:FILE or postgresql+psycopg://USER@HOST/NAME?sslmode=verify-full&... "
        "(config.toml, else sqlite:HOME/centre.db); its password never stands here",
    )
    parser.add_argument(
        "--insecure", action="store_true", help="let the way to the centre be unencrypted"
    )


def add_printer(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--printer",
        action="append",
        metavar="SPEC",
        help="tcp:HOST:PORT, usb:/dev/usb/lp0, queue:NAME, queue:NAME:pdf, ipp://HOST/ipp/print, "
        "file:DIR or sim; the first prints labels, another one manifests (config.toml, else file: "
        "the home's labels folder)",
    )


def centre_of(args: Namespace) -> str:
    """The centre's address, with the password if one is stored. Raises EnvironmentFault."""
    from app import config

    home: Home = args.home
    kept = config.load(home.root).centre
    text = str(args.centre or kept or home.centre_url)
    if text.startswith("sqlite:"):
        return text
    from app.store.centre.url import ready_url

    url = ready_url(text, home=home.root, environ=os.environ, insecure=args.insecure)
    return url.render_as_string(hide_password=False)


def existing_centre(args: Namespace) -> SqlCentre:
    """The centre, to be asked something; the caller closes it. Raises EnvironmentFault.

    A missing file is not created: its name may be mistyped.
    """
    from app.clock import SystemClock
    from app.sync.centre import SqlCentre

    url = centre_of(args)
    if url.startswith("sqlite:"):
        path = Path(url.removeprefix("sqlite:").removeprefix("///"))
        if not path.is_file():
            raise EnvironmentFault(f"There is no centre at {path}. Import something there first.")
    return SqlCentre.open(url, SystemClock())
