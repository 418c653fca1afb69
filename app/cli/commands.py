"""`packbench commands`: the sheet of command barcodes for a bench, or a card for the neck."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.options import add_json
from app.errors import ExitCode
from app.paths import Home


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "commands",
        help="make the sheet of command barcodes",
        description="Make the sheet of command barcodes as a PDF: A4, English and Chinese, with a "
        "last page of lanyard cards (85 x 54 mm).",
    )
    parser.add_argument("--pdf", metavar="FILE", type=Path, required=True, help="file to write")
    parser.add_argument(
        "--lanyard",
        action="store_true",
        help="only the page of cards to hang around the neck, with the most used commands",
    )
    parser.add_argument(
        "--scanner-sheet",
        action="store_true",
        help="the sheet a new scanner is set up with, and the barcodes of the printers that "
        "config.toml names",
    )
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    from app.cli.output import put, put_json
    from app.files import write_whole

    path: Path = args.pdf.absolute()
    write_whole(path, _scanners(args.home) if args.scanner_sheet else _made(lanyard=args.lanyard))
    if args.json:
        put_json({"pdf": str(path)})
    else:
        put(str(path))
    return ExitCode.OK


def _made(*, lanyard: bool) -> bytes:
    from app.cli.command_words import WORDS
    from app.labels import documents
    from ui.looks import COMMAND_IMAGES

    cards = [
        documents.CommandCard(command.barcode, *words, COMMAND_IMAGES[command])
        for command, words in WORDS.items()
    ]
    return documents.lanyard(cards) if lanyard else documents.command_sheet(cards)


def _scanners(home: Home) -> bytes:
    from app import config
    from app.domain.bench.scanner_check import SHEET
    from app.labels import documents
    from app.station.resolve import PRINTER_PREFIX

    names = sorted(config.load(home.root).printers)
    return documents.scanner_sheet(SHEET, [(PRINTER_PREFIX + name, name) for name in names])
