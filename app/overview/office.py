"""What the pages of the supervisor's window ask for. Answers come later, by their numbers.

Nothing here waits: the questions are asked on a thread of their own (`asking`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.clock import Clock
from app.domain.facts import Kind
from app.domain.permissions import allows
from app.overview.asking import AskThread
from app.overview.order import look
from app.overview.order.look import save
from app.overview.order.view import Saved
from app.overview.report.made import bounds, charts, shown
from app.overview.report.view import Made, Persons, Reporter, ReportView, Span
from app.paths import Home
from app.sync.ask import decoded
from app.sync.centre import SqlCentre

FIND, ORDER, EVIDENCE = "find", "order", "evidence"
REPORT, REPORT_FILE = "report", "report_file"
"""The topics; of each the newest question alone is answered."""


@dataclass(frozen=True)
class _Kept:
    """The report that was made last, and the name of its files without the ending."""

    made: Made
    name: str


class Office:
    """The questions. home: where this machine keeps labels and documents.

    personal_reports: whether reports may show single persons here.
    """

    def __init__(
        self,
        asker: AskThread,
        home: Home,
        clock: Clock,
        reporter: Reporter,
        *,
        personal_reports: bool = True,
    ) -> None:
        self._asker, self._home, self._clock = asker, home, clock
        self._reporter, self._personal = reporter, personal_reports
        self._kept: _Kept | None = None  # belongs to the asking thread

    def find(self, text: str, *, scanned: bool = False) -> int:
        """Answered with a `Found`."""
        return self._asker.ask(FIND, lambda centre: look.found(centre, text, scanned=scanned))

    def order(self, name: str) -> int:
        """Answered with an `OrderSheet`, or None where the centre has no such order."""
        labels = self._home.labels
        return self._asker.ask(ORDER, lambda centre: look.sheet(centre, name, labels))

    def evidence(self, name: str) -> int:
        """Answered with a `Saved`: the order's evidence, in the home's documents folder."""
        folder, now = self._home.documents, self._clock.now()
        return self._asker.ask(
            EVIDENCE, lambda centre: look.save_evidence(centre, name, folder, now)
        )

    # --- reports ----------------------------------------------------------------------------------

    def report(self, span: Span, *, persons: bool = False, asker: str = "") -> int:
        """Answered with a `ReportView`.

        persons: with single persons, if that is allowed. asker: number of who is signed in at the
        desk, "" = nobody.
        """
        return self._asker.ask(
            REPORT, lambda centre: self._report(centre, span, asker, persons=persons)
        )

    def save_report(self, form: str) -> int:
        """Answered with a `Saved`: the report that was made last, in the documents folder."""
        return self._asker.do(REPORT_FILE, lambda: self._save_report(form))

    def _report(self, centre: SqlCentre, span: Span, asker: str, *, persons: bool) -> ReportView:
        now = self._clock.now()
        since, until = bounds(span, now)
        shows = self._persons(centre, asker) if persons else Persons.NOT_ASKED
        made = self._reporter(centre, since, until, now, personal=shows is Persons.SHOWN)
        self._kept = _Kept(made, _name(since, until))
        tables = shown(made.tables)
        return ReportView(span, since, until, shows, tables, charts(tables), tuple(made.files))

    def _persons(self, centre: SqlCentre, asker: str) -> Persons:
        if not self._personal:
            return Persons.OFF
        if not asker:
            return Persons.NOBODY
        row = centre.row(Kind.OPERATOR, asker)
        allowed = row is not None and allows(decoded(row), "command")
        return Persons.SHOWN if allowed else Persons.REFUSED

    def _save_report(self, form: str) -> Saved:
        kept = self._kept
        assert kept is not None, "only what is shown can be saved"
        return save(self._home.documents / f"{kept.name}.{form}", kept.made.files[form]())


def _name(since: datetime, until: datetime) -> str:
    return "-".join(("report", *(f"{at.astimezone():%Y%m%d-%H%M}" for at in (since, until))))
