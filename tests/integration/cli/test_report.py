"""`packbench report` over a real day's facts: its totals are those of the centre's own tables."""

from __future__ import annotations

import csv
import re
import sqlite3
import zipfile
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # publishes no types
import pytest

from app import clock
from app.errors import ExitCode
from app.sync.watch import first_id, last_id
from tests.helpers.scenario import scene
from tests.integration.cli.conftest import Cli

SHIFT = """\
given product MUG barcode=9521321000001 weight=340
given bin A-1 walk=1
given stock A-1 MUG 30
given carton BOX-S 250x200x150 tare=140
given load L-1 carrier=DHL
given operator 11 badge=B-ANN roles=picker,packer,loader
given operator 90 badge=B-INES roles=supervisor
given order SO-1 lines=2xMUG
scan B-ANN -> signed_in
scan SO-1 -> order_opened
scan A-1 -> bin_ok
scan 9521321000001 -> unit_picked
scan 9521321000001 -> line_picked
scan T-1 -> order_picked
scan T-1 -> order_opened
press OK -> carton_chosen
scan 9521321000001 -> unit_packed
scan 9521321000001 -> parcel_closed
scan 00$sscc -> order_packed
"""
DAY = ("--day", "2026-03-02")


@pytest.fixture
def site(cli: Cli, home: Path) -> Cli:
    with scene(home) as played:
        assert played.run(SHIFT) == []
    return cli


def test_the_day_of_one_order(site: Cli) -> None:
    found = site("report", *DAY, "--json").json
    values = {one["code"]: one.get("value") for one in found["figures"]}
    assert (values["orders_packed"], values["units_picked"], values["parcels"]) == (1, 2, 1)
    assert "people" not in found or found["people"] == []
    text = site("report", *DAY)
    assert text.code == ExitCode.OK
    assert "On-time shipments" in text.out and "not computable" in text.out


def test_person_by_person_is_for_supervisors_and_can_be_switched_off(site: Cli, home: Path) -> None:
    people = site("report", *DAY, "--people", "90", "--json").json["people"]
    assert [(one["name"], one["units"]) for one in people] == [("11", 4)]
    assert "takes a supervisor" in site("report", *DAY, "--people", "11").err
    (home / "config.toml").write_text("personal_reports = false\n", "utf-8")
    done = site("report", *DAY, "--people", "90")
    assert (done.code, "switched off" in done.err) == (ExitCode.ERROR, True)


def test_the_same_tables_in_a_spreadsheet_and_on_paper(site: Cli, tmp_path: Path) -> None:
    sheet, paper = tmp_path / "day.csv", tmp_path / "day.pdf"
    assert site("report", *DAY, "--csv", sheet, "--pdf", paper).code == ExitCode.OK
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert ["Figures", "Orders packed", "1", "", "1", "orders whose last box was proven"] in rows
    document = pypdfium2.PdfDocument(paper)
    text = document[0].get_textpage().get_text_bounded()
    document.close()
    assert "Orders packed" in text and "On-time shipments" in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--day", "monday"), "is no time"),
        (("--until", "2026-03-02T10:00"), "--until needs --since"),
        (("--hours", "0"), "--hours goes"),
        (("--cover-days", "0"), "--cover-days is more than 0"),
        (("--cover-days", "inf"), "--cover-days is more than 0"),
        (("--day", "9999-12-31"), "is not between 1990 and 2200"),
        (("--since", "0001-01-01"), "is not between 1990 and 2200"),
        (("--nightly",), "--nightly needs --folder"),
        (("--folder", "f"), "--folder needs --nightly"),
        (("--nightly", "--folder", "f", "--day", "2026-03-02"), "--nightly is of yesterday"),
        (("--rate", "wages=3"), "is no rate such as"),
        (("--rate", "cost_minute=dear"), "is an amount such as 0.35, not"),
        (("--since", "2026-03-02T10:00", "--until", "2026-03-02T09:00"), "ends before it begins"),
    ],
)
def test_times_that_cannot_be(site: Cli, words: tuple[str, ...], said: str) -> None:
    done = site("report", *words)
    assert (done.code, said in done.err) == (ExitCode.USAGE, True), done.err


def test_what_the_day_cost_and_which_rate_is_missing(site: Cli) -> None:
    rates = ("--rate", "cost_minute=0.5", "--rate", "cost_carton=0.4", "--rate", "currency=EUR")
    missing = site("report", *DAY, *rates, "--json").json["costs"]
    assert (missing["total"], missing["missing"]) == (None, ["cost_label"])
    found = site("report", *DAY, *rates, "--rate", "cost_label=0.03", "--json").json["costs"]
    cents = [round(100 * float(line["amount"])) for line in found["lines"]]
    assert sum(cents) == round(100 * float(found["total"])) >= 43
    assert sum(round(100 * float(one["amount"])) for one in found["skus"]) == sum(cents)
    assert "not computable without cost_label" in site("report", *DAY, *rates).out


def test_rates_are_the_sites_rules(site: Cli) -> None:
    for name, value in (("cost_minute", "0.5"), ("cost_carton.BOX-S", "0.4"), ("currency", "EUR")):
        assert site("site", "set", name, value, "--operator", "90").code == ExitCode.OK
    found = site("report", *DAY, "--rate", "cost_label=0.03", "--json").json["costs"]
    each = {line["kind"]: (line["rate"], line["each"]) for line in found["lines"]}
    assert each["carton"] == ("cost_carton.BOX-S", "0.4")
    assert each["label"] == ("cost_label", "0.03")
    assert found["currency"] == "EUR"
    assert site("site", "set", "cover_days", "60", "--operator", "90").code == ExitCode.OK
    (demand,) = site("report", *DAY, "--json").json["demand"]
    assert (demand["cover_days"], demand["reorder"]) == (14.0, True)


def test_two_days_side_by_side(site: Cli) -> None:
    found = site("report", *DAY, "--compare", "--json").json
    changes = {one["name"]: one for one in found["compared"]}
    assert changes["Units picked"]["value"] == changes["Units picked"]["difference"] == 2
    assert changes["Units picked"]["before"] == 0
    assert "Nothing happened in this time." in site("report", *DAY, "--compare").out
    empty = site("report", "--day", "2020-01-01", "--json").json
    assert empty["notes"] == ["Nothing happened in this time."]


def test_a_report_is_reconciled_with_the_centres_own_events(site: Cli, home: Path) -> None:
    """The same numbers, counted by SQL over the log."""
    found = site("report", *DAY, "--json").json
    db = sqlite3.connect(home / "centre.db")
    try:
        log = {
            kind: (count, units)
            for kind, count, units in db.execute(
                "SELECT kind, count(*), sum(json_extract(body, '$.quantity')) FROM event GROUP BY 1"
            )
        }
    finally:
        db.close()
    values = {one["code"]: one.get("value") for one in found["figures"]}
    assert values["units_picked"] == log["unit_picked"][1]
    assert values["units_packed"] == log["unit_packed"][1]
    assert values["parcels"] == log["parcel_sealed"][0]
    assert values["orders_packed"] == log["order_packed"][0]
    assert values["labels_sent"] == log["label_sent"][0]
    (hour,) = found["hours"]
    (station,) = found["stations"]
    for one in (hour, station, found["channels"][0], found["through_carriers"][0]):
        assert one["units_picked"] == log["unit_picked"][1]
        assert (one["packed"], one["parcels"]) == (1, log["parcel_sealed"][0])
    (demand,) = found["demand"]
    assert (demand["sku"], demand["units"], demand["on_hand"]) == ("MUG", 2, 28)


def test_a_workbook_has_the_same_tables(site: Cli, tmp_path: Path) -> None:
    book = tmp_path / "day.xlsx"
    assert site("report", *DAY, "--xlsx", book).code == ExitCode.OK
    with zipfile.ZipFile(book) as file:
        names = re.findall(r'<sheet name="([^"]+)"', file.read("xl/workbook.xml").decode())
    assert names[:2] == ["Figures", "By hour"] and "Costs" in names


@pytest.fixture
def next_day(monkeypatch: pytest.MonkeyPatch) -> datetime:
    now = datetime(2026, 3, 3, 1, 0, tzinfo=UTC)
    monkeypatch.setattr(clock.SystemClock, "now", lambda _self: now)
    return now


@pytest.mark.usefixtures("next_day")
def test_each_night_yesterdays_report_comes_into_a_folder_once(site: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "reports" / "here"
    done = site("report", "--nightly", "--folder", folder)
    assert (done.code, done.out) == (ExitCode.OK, "")
    files = sorted(path.name for path in folder.iterdir())
    assert files == [f"report-2026-03-02.{form}" for form in ("csv", "pdf", "xlsx")]
    assert "Orders packed,1," in (folder / files[0]).read_text("utf-8-sig")
    kept = {path: path.read_bytes() for path in folder.iterdir()}
    (folder / files[1]).write_bytes(b"somebody's")
    again = site("report", "--nightly", "--folder", folder)
    assert "The report of 2026-03-02 is there already." in again.err
    assert (folder / files[1]).read_bytes() == b"somebody's"
    (folder / files[2]).unlink()
    assert (
        "report-2026-03-02.xlsx is written." in site("report", "--nightly", "--folder", folder).err
    )
    assert (folder / files[2]).read_bytes() == kept[folder / files[2]]


@pytest.mark.usefixtures("next_day")
def test_a_folder_that_cannot_be_made_is_said_in_words(site: Cli, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    done = site("report", "--nightly", "--folder", tmp_path / "file" / "reports")
    assert done.code != ExitCode.OK and "cannot be made" in done.err


def test_a_day_of_long_ago_reads_what_happened_about_then(home: Path, site: Cli) -> None:
    """The statement is bounded on both sides of the primary key."""
    assert site("report", *DAY).code == ExitCode.OK
    since = datetime(2026, 3, 2, tzinfo=UTC)
    db = sqlite3.connect(home / "centre.db")
    try:
        query = "EXPLAIN QUERY PLAN SELECT * FROM event WHERE event_id >= ? AND event_id < ?"
        plan = db.execute(query, (first_id(since), last_id(since))).fetchall()
        (inside,) = db.execute(
            "SELECT count(*) FROM event WHERE event_id >= ? AND event_id < ?",
            (first_id(since), last_id(since + timedelta(days=1))),
        ).fetchone()
        (all_,) = db.execute("SELECT count(*) FROM event").fetchone()
    finally:
        db.close()
    assert "event_id>? AND event_id<?" in plan[0][3]
    assert inside == all_ > 0


def test_a_bench_whose_clock_is_a_day_ahead_is_named(
    site: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
    monkeypatch.setattr(clock.SystemClock, "now", lambda _self: now)
    before = site("report", "--day", "2026-03-01", "--json").json["notes"]
    assert before[0] == "Nothing happened in this time."
    (said,) = (note for note in before if "The clock of P1 is ahead" in note)
    assert "and 0 of them are in these figures" in said
    (ahead,) = (note for note in site("report", *DAY, "--json").json["notes"] if "of P1" in note)
    assert "and 0 of them" not in ahead


LOADED = """\
wait 30
scan L-1 -> load_opened
scan 00095213210000000018 -> parcel_loaded
press FINISH -> load_closed
"""


def test_an_order_that_left_is_shipped_in_time_and_perfect(cli: Cli, home: Path) -> None:
    with scene(home) as played:
        assert played.run(SHIFT.replace("lines=2xMUG", "lines=2xMUG carrier=DHL") + LOADED) == []
    found = cli("report", *DAY, "--customers", "--json").json
    values = {one["code"]: one.get("value") for one in found["figures"]}
    for code in ("on_time_shipments", "shipped_complete", "labels_first_time", "perfect_order"):
        assert values[code] == 100.0, code
    assert (values["orders_shipped"], values["parcels_loaded"]) == (1, 1)
    assert found["carriers"] == [["DHL", 1]]
    assert found["cut_offs"] == [{"carrier": "DHL", "orders": 1, "dated": 1, "met": 1}]
    assert [one["orders"] for one in found["customers"]] == [1]
    steps = {one["step"] for one in found["leads"]}
    assert {"placed to packed", "placed to shipped", "waiting for the truck"} <= steps
    missing = found["costs"]["missing"]
    assert missing == ["cost_minute", "cost_carton", "cost_label", "cost_freight.DHL"]


class Server:
    """Stands for the mail server: keeps what it is given, or takes nothing."""

    def __init__(self) -> None:
        self.sent: list[EmailMessage] = []
        self.away = False

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *_: object) -> None:
        return

    def send_message(self, message: EmailMessage) -> dict[str, object]:
        if self.away:
            raise ConnectionRefusedError(111, "Connection refused")
        self.sent.append(message)
        return {}


@pytest.fixture
def server(home: Path, site: Cli, monkeypatch: pytest.MonkeyPatch) -> Server:
    made = Server()
    monkeypatch.setattr("app.notices.mail.connected", lambda _settings: made)
    text = '[mail]\nhost = "mail.example"\nsender = "pb@site.example"\nto = ["alarms@x.example"]\n'
    (home / "config.toml").write_text(text, "utf-8")
    return made


def test_the_pdf_goes_by_mail_to_those_who_are_named(site: Cli, server: Server) -> None:
    words = ("report", *DAY, "--mail", "a@x.example", "--mail", "b@x.example")
    assert site(*words).code == ExitCode.OK
    (mail,) = server.sent
    assert mail["To"] == "a@x.example, b@x.example"
    (paper,) = mail.iter_attachments()
    assert paper.get_filename() == "report-2026-03-02.pdf"
    assert paper.get_content().startswith(b"%PDF")
    server.away = True
    done = site(*words)
    assert (done.code, "did not take the mail" in done.err) == (ExitCode.ERROR, True)


@pytest.mark.usefixtures("next_day")
def test_a_nightly_mail_that_could_not_be_sent_is_sent_the_next_time_and_once(
    site: Cli, server: Server, tmp_path: Path
) -> None:
    words = ("report", "--nightly", "--folder", tmp_path / "f", "--mail", "a@x.example")
    server.away = True
    assert site(*words).code == ExitCode.ERROR
    assert sorted(path.suffix for path in (tmp_path / "f").iterdir()) == [".csv", ".xlsx"]
    server.away = False
    assert site(*words).code == ExitCode.OK
    assert site(*words).code == ExitCode.OK
    assert len(server.sent) == 1


def test_mail_without_a_server_or_an_address_is_refused_before_anything_is_made(
    site: Cli, tmp_path: Path
) -> None:
    none = site("report", *DAY, "--mail", "a@x.example", "--pdf", tmp_path / "day.pdf")
    assert (none.code, "it has no [mail]" in none.err) == (ExitCode.ERROR, True)
    wrong = site("report", *DAY, "--mail", "nobody", "--pdf", tmp_path / "day.pdf")
    assert (wrong.code, "is no address" in wrong.err) == (ExitCode.USAGE, True)
    assert not (tmp_path / "day.pdf").exists()
