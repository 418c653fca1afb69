"""A report on the screen, and as files: text, JSON, CSV, pages."""

from __future__ import annotations

import argparse
import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.reports.tables import Table
    from app.reports.whole import Whole


def write(
    whole: Whole, args: argparse.Namespace, mail: Callable[[str, bytes], None] | None
) -> None:
    """The files that were asked for, whole ones, and the text or JSON. mail: gets the PDF's name
    and content, None = nobody does.
    """
    from app.cli.output import put, put_json, table
    from app.files import write_whole

    made, span = list(whole.tables()), span_of(whole)
    for form, content in CONTENTS.items():
        path = getattr(args, form)
        if path is not None:
            write_whole(path.absolute(), content(span, made, whole.asked.now))
    if mail is not None:
        day = f"{whole.report.since.astimezone():%Y-%m-%d}"
        mail(f"report-{day}.pdf", as_pdf(span, made, whole.asked.now))
    if args.json:
        put_json(_as_json(whole))
        return
    put(span)
    for one in made:
        put("")
        put(one.title)
        for line in table([one.head, *one.paper]):
            put(line)
        if one.about:
            put(one.about)


def span_of(whole: Whole) -> str:
    ends = (whole.report.since, whole.report.until)
    return " – ".join(f"{at.astimezone():%Y-%m-%d %H:%M %z}" for at in ends)


def as_csv(span: str, made: Sequence[Table], _now: datetime) -> bytes:
    """One file: a row a line, the table's title before each. A spreadsheet takes no cell for a
    formula.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(("report", span))
    for one in made:
        writer.writerow((one.title, *one.head))
        writer.writerows((one.title, *map(_tame, row)) for row in one.texts)
        if one.about:
            writer.writerow((one.title, one.about))
    return text.getvalue().encode("utf-8-sig")


def _tame(cell: str) -> str:
    """A negative number stays one."""
    if cell[:1] == "-" and len(cell) > 1:
        return cell if _is_number(cell) else f"'{cell}"
    return f"'{cell}" if cell[:1] in "=+@\t\r" and cell else cell


def _is_number(cell: str) -> bool:
    return cell[1:].replace(".", "", 1).isdecimal()


def as_pdf(span: str, made: Sequence[Table], _now: datetime) -> bytes:
    from app.labels.report import report

    return report("Report", span, [(one.title, one.head, one.paper, one.about) for one in made])


def as_xlsx(span: str, made: Sequence[Table], now: datetime) -> bytes:
    from app.reports.sheet import workbook

    return workbook(span, made, now)


CONTENTS: Mapping[str, Callable[[str, Sequence[Table], datetime], bytes]] = {
    "csv": as_csv,
    "xlsx": as_xlsx,
    "pdf": as_pdf,
}
"""The forms of a file, which are also their options and endings. now: when it is made."""


def _as_json(whole: Whole) -> dict[str, Any]:
    """These names are a contract with scripts."""
    from app.domain import codec

    found: dict[str, Any] = codec.dump(whole.report)
    found["costs"] = _plain(asdict(whole.costs))
    if whole.before is not None:
        found["compared"] = codec.dump(whole.changes)
    return found


def _plain(value: Any) -> Any:
    """Money as text: a number of JSON is no exact one."""
    match value:
        case Decimal():
            return str(value)
        case dict():
            return {name: _plain(item) for name, item in value.items()}
        case tuple():
            return [_plain(item) for item in value]
        case _:
            return value
