"""`packbench db`: the administrator's side of a centre."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from app.cli.options import add_json
from app.domain.plan.allocate import CHAIN, Stage
from app.errors import ExitCode

_TEXT = "make, upgrade, prove, back up and protect the centre"
_VERBS = {
    "init": "make a centre in an empty database",
    "upgrade": "bring a centre to this program's version",
    "status": "show how the centre is, and what to do about it",
    "verify": "prove that nobody changed the past; exit 1 when somebody did",
    "rebuild": "make rows that were changed by hand anew from their facts",
    "backup": "write a backup into a new file",
    "restore": "make a centre of a backup, in an empty database",
    "roles": "rights and logins of a PostgreSQL centre",
    "archive": "take old months of events out, into files",
    "allocation": "say by which rules orders get their goods",
    "leases": "say when the claimed orders of a silent station are anybody's, or give them back",
}
_JOBS = ("station", "supervisor", "hub", "report")


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser("db", help=_TEXT, description=_TEXT.capitalize() + ".")
    verbs = parser.add_subparsers(metavar="VERB", required=True, dest="verb")
    made = {}
    for verb, text in _VERBS.items():
        made[verb] = verbs.add_parser(verb, help=text, description=text.capitalize() + ".")
        made[verb].add_argument(
            "--url",
            metavar="URL",
            help="sqlite:FILE or postgresql+psycopg://USER@HOST/NAME, without the password"
            " (default: sqlite:HOME/centre.db)",
        )
        made[verb].add_argument(
            "--insecure",
            action="store_true",
            help="go to another machine without sslmode=verify-full",
        )
        add_json(made[verb])
    made["status"].add_argument(
        "--maintain",
        action="store_true",
        help="make the months to come and drop the feed's old end first; once a day",
    )
    for verb in ("backup", "restore"):
        made[verb].add_argument("file", metavar="FILE", type=Path)
    made["restore"].add_argument(
        "--sscc-skip",
        metavar="N",
        type=_up_to(1_000_000_000),
        help="serial numbers to leave out: more than were handed out since the backup"
        " (default: 1000000)",
    )
    made["archive"].add_argument("--older-than", metavar="MONTHS", type=_up_to(1200), required=True)
    made["archive"].add_argument("--to", metavar="DIR", type=Path, required=True)
    _add_roles(made["roles"])
    _add_leases(made["leases"])
    _add_allocation(made["allocation"])


def _add_roles(parser: argparse.ArgumentParser) -> None:
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--add-station", metavar="NAME", help="a login for a station; needs --site")
    one.add_argument("--add", metavar="NAME", help="a login for another --job; needs --site")
    one.add_argument("--new-password", metavar="NAME", help="another password for a login")
    one.add_argument(
        "--make-missing",
        action="store_true",
        help="make the logins this centre knows and this server lacks; after a restore",
    )
    one.add_argument("--lock", metavar="NAME", help="end a login, and its connections now")
    parser.add_argument("--site", metavar="SITE", help="its site; * = every site, for reports")
    parser.add_argument("--job", choices=_JOBS[1:], help="what the login of --add is for")
    parser.add_argument(
        "--origin", metavar="NAME", help="whose facts it writes (default: its name, or import)"
    )


def _add_leases(parser: argparse.ArgumentParser) -> None:
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--after", metavar="HOURS", type=_up_to(8760), help="so many hours of silence")
    one.add_argument("--never", action="store_true", help="only a supervisor takes them over")
    one.add_argument("--release", metavar="STATION", help="give back what it has not begun")
    parser.add_argument("--site", metavar="SITE", help="of this site (default: Main)")
    parser.add_argument(
        "--even-if-alive", action="store_true", help="with --release: it was heard of just now"
    )


def _add_allocation(parser: argparse.ArgumentParser) -> None:
    one = parser.add_mutually_exclusive_group()
    one.add_argument(
        "--chain",
        metavar="STAGE",
        nargs="+",
        choices=tuple(Stage),
        help=f"which goods come first; of {', '.join(Stage)}",
    )
    one.add_argument("--default", action="store_true", help=f"--chain {' '.join(CHAIN)}, in parts")
    parser.add_argument(
        "--complete",
        action="store_true",
        help="with --chain: an order that nobody has begun gets all its goods or none",
    )
    parser.add_argument("--site", metavar="SITE", help="of this site (default: Main)")


def _up_to(most: int) -> Callable[[str], int]:
    """Parses a number from 1 to `most`: a larger one is a slip of the hand."""

    def number(text: str) -> int:
        value = int(text)
        if not 1 <= value <= most:
            raise argparse.ArgumentTypeError(f"it is a number from 1 to {most}")
        return value

    return number


def run(args: argparse.Namespace) -> int:
    from app.cli.db import verbs as db_verbs
    from app.cli.output import put, put_json

    verbs: dict[str, Callable[[argparse.Namespace], db_verbs.Report]] = {
        "init": db_verbs.init,
        "upgrade": db_verbs.upgrade,
        "status": db_verbs.status,
        "verify": db_verbs.verify,
        "rebuild": db_verbs.rebuild,
        "backup": db_verbs.backup,
        "restore": db_verbs.restore,
        "roles": db_verbs.roles,
        "archive": db_verbs.archive,
        "leases": db_verbs.leases,
        "allocation": db_verbs.allocation,
    }
    answer = verbs[args.verb](args)
    if args.json:
        put_json(answer.values)
    else:
        for line in answer.lines:
            put(line)
    return ExitCode.OK if answer.well else ExitCode.ERROR
