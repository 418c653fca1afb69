"""Yesterday's report, in a folder: what a timer of the system starts each night."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import StorageFault

if TYPE_CHECKING:
    from app.reports.whole import Whole


def yesterday(now: datetime) -> date:
    """Of the site's calendar."""
    return now.astimezone().date() - timedelta(days=1)


def files_of(folder: Path, day: date) -> dict[str, Path]:
    """Where the report of a day stands, by the form of the file."""
    return {form: folder / f"report-{day.isoformat()}.{form}" for form in ("csv", "xlsx", "pdf")}


def write_missing(
    folder: Path, day: date, make: Callable[[], Whole], mail: Callable[[str, bytes], None] | None
) -> list[Path]:
    """Writes those of the files that are not there, whole; they are given back, [] = all were.

    make: is asked only where a file is missing. mail: gets the PDF's name and content before it is
    written, so that one which could not be sent is sent the next time. None = nobody gets it.
    """
    from app.cli.report_files import CONTENTS, span_of
    from app.files import write_whole

    missing = {form: path for form, path in files_of(folder, day).items() if not path.exists()}
    if not missing:
        return []
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageFault(f"The folder {folder} cannot be made: {error.strerror}.") from error
    whole = make()
    made = list(whole.tables())
    for form, path in missing.items():
        content = CONTENTS[form](span_of(whole), made, whole.asked.now)
        if form == "pdf" and mail is not None:
            mail(path.name, content)
        write_whole(path, content)
    return list(missing.values())
