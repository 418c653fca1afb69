"""Orders from files to the centre, again and again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from app.domain.facts import Fact, order_id
from app.errors import CentreAway, ExitCode
from app.importing.journal import CHUNK, ORIGIN
from app.intake import formats
from app.store.station.file import StationFile
from app.sync.centre import SqlCentre
from app.sync.port import PUSH_BATCH, Pushed
from tests.integration.cli.conftest import Cli, footprint, order

Orders = Callable[..., Path]
JSON = ("--format", "packbench-json", "--json")


def test_the_second_import_changes_nothing(cli: Cli, orders_file: Orders, home: Path) -> None:
    path = orders_file(order("1"), order("2"))
    first = cli("import", path, *JSON)
    assert first.code == ExitCode.OK
    assert (first.json["orders_new"], first.json["orders_same"]) == (2, 0)
    assert (first.json["lines"], first.json["lines_used"]) == (2, 2)
    assert first.json["channel"] == "file"
    assert first.json["rejected"] == []
    assert first.json["rejected_file"] is None
    assert first.json["set_aside_file"] is None
    before = footprint(home)
    second = cli("import", path, *JSON)
    assert (second.json["orders_new"], second.json["orders_same"]) == (0, 2)
    assert footprint(home) == before


def test_what_differs_changes_the_order_once(cli: Cli, orders_file: Orders, home: Path) -> None:
    cli("import", orders_file(order("1"), order("2"), order("3")), *JSON)
    newer = orders_file(order("1", 5), order("2", cancelled=True), order("3"))
    found = cli("import", newer, *JSON).json
    counts = [found[f"orders_{name}"] for name in ("new", "same", "changed", "cancelled")]
    assert counts == [0, 1, 1, 1]
    before = footprint(home)
    again = cli("import", newer, *JSON).json
    assert again["orders_same"] == 3
    assert footprint(home) == before
    shown = cli("order", "show", "1", "--json").json
    assert [line["ordered"] for line in shown["lines"]] == [5]
    assert [one["what"] for one in shown["timeline"]] == ["order_placed", "order_changed"]
    cancelled = cli("order", "show", "2", "--json").json
    assert cancelled["order"]["state"] == "CANCELLED"


def test_an_order_may_arrive_cancelled(cli: Cli, orders_file: Orders, home: Path) -> None:
    path = orders_file(order("1", cancelled=True))
    assert cli("import", path, *JSON).json["orders_cancelled"] == 1
    shown = cli("order", "show", "1", "--json").json
    assert [one["what"] for one in shown["timeline"]] == ["order_placed"]
    before = footprint(home)
    assert cli("import", path, *JSON).json["orders_same"] == 1
    assert footprint(home) == before


def test_an_old_file_after_a_cancellation_is_one_conflict(
    cli: Cli, orders_file: Orders, home: Path
) -> None:
    """Nobody's cancelled order comes back to life, and asking twice does not ask twice."""
    old = orders_file(order("1"))
    cancelled = orders_file(order("1", cancelled=True), name="cancelled.json")
    cli("import", old, *JSON)
    cli("import", cancelled, *JSON)
    found = cli("import", old, *JSON)
    assert found.json["conflicts"] == 1
    assert "exceptions" in found.err
    before = footprint(home)
    assert cli("import", old, *JSON).json["orders_same"] == 1
    assert cli("import", cancelled, *JSON).json["orders_same"] == 1
    assert footprint(home) == before
    assert cli("order", "show", "1", "--json").json["order"]["state"] == "CANCELLED"


CSV = "ref,placed_at,sku,name,quantity\n"


def test_rejected_rows_come_back_corrected(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    at = "2026-03-02T08:15:00Z"
    path.write_text(f"{CSV}1,{at},MUG,Mug,2\n2,{at},MUG,Mug,x\n2,{at},CUP,Cup,1\n", "utf-8")
    broken = cli("import", path, "--format", "packbench-csv", "--json")
    assert broken.code == ExitCode.REJECTED
    assert broken.json["orders_new"] == 1
    (why,) = broken.json["rejected"]
    assert (why["row"], why["column"], why["value"]) == (3, "quantity", "x")
    rejected = Path(broken.json["rejected_file"])
    assert rejected == tmp_path / "orders.rejected.csv"
    rejected.write_text(rejected.read_text("utf-8").replace(",x,", ",4,"), "utf-8")
    corrected = cli("import", rejected, "--format", "packbench-csv", "--json")
    assert corrected.code == ExitCode.OK
    assert (corrected.json["orders_new"], corrected.json["lines_used"]) == (1, 2)


def test_a_correction_under_way_is_not_overwritten(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_text(f"{CSV}1,2026-03-02T08:15:00Z,MUG,Mug,x\n", "utf-8")
    words = ("import", path, "--format", "packbench-csv", "--json")
    first = Path(cli(*words).json["rejected_file"])
    assert Path(cli(*words).json["rejected_file"]) == first
    first.write_text("half corrected", "utf-8")
    assert Path(cli(*words).json["rejected_file"]).name == "orders.rejected-2.csv"
    assert first.read_text("utf-8") == "half corrected"


def test_for_people_it_is_a_table(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_text(f"{CSV}1,2026-03-02T08:15:00Z,MUG,Mug,x\n", "utf-8")
    said = cli("import", path, "--format", "packbench-csv", "--progress")
    assert "orders new        0\n" in said.out
    assert "row 2: quantity 'x'" in said.out
    assert "100 %  reading" in said.err


@pytest.fixture
def many(orders_file: Orders) -> Path:
    return orders_file(*(order(str(number)) for number in range(PUSH_BATCH + 5)))


class _Cut:
    """The connection breaks at the n-th push; what was asked before is done."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, at: int, fault: BaseException) -> None:
        self.left, self._fault = at, fault
        self._push = SqlCentre.push
        cut = self

        def push(
            centre: SqlCentre, origin: str, incarnation: str, epoch: str, facts: Sequence[Fact]
        ) -> Pushed:
            cut.left -= 1
            if cut.left < 0:
                raise cut._fault
            return cut._push(centre, origin, incarnation, epoch, facts)

        monkeypatch.setattr(SqlCentre, "push", push)


@pytest.mark.parametrize("pushes", [0, 1])
@pytest.mark.parametrize("fault", [CentreAway("The centre does not answer."), KeyboardInterrupt()])
def test_what_was_not_sent_goes_with_the_next_import(
    cli: Cli,
    many: Path,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    pushes: int,
    fault: BaseException,
) -> None:
    with monkeypatch.context() as patch:
        _Cut(patch, pushes, fault)
        broken = cli("import", many, *JSON)
    assert broken.code == ExitCode.ERROR
    assert list(broken.json) == ["error"]
    waiting = PUSH_BATCH + 5 - pushes * PUSH_BATCH
    if isinstance(fault, CentreAway):
        assert f"Facts kept here for the next import: {waiting}." in broken.json["error"]
    after = cli("import", many, *JSON)
    assert (after.code, after.json["resumed"]) == (ExitCode.OK, waiting)
    assert (after.json["orders_new"], after.json["orders_same"]) == (0, PUSH_BATCH + 5)
    assert footprint(home)["event"] == footprint(home)["journal"] == PUSH_BATCH + 5


def test_a_run_that_died_while_it_journalled(
    cli: Cli, orders_file: Orders, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = orders_file(*(order(str(number)) for number in range(CHUNK + 5)))
    record = StationFile.record

    def once(file: StationFile, *words: Any, **named: Any) -> Any:
        made = record(file, *words, **named)
        raise KeyboardInterrupt
        return made

    with monkeypatch.context() as patch:
        patch.setattr(StationFile, "record", once)
        assert cli("import", path, *JSON).code == ExitCode.ERROR
    after = cli("import", path, *JSON).json
    assert (after["resumed"], after["orders_new"], after["orders_same"]) == (CHUNK, 5, CHUNK)


def test_a_lost_centre_gets_everything_again(cli: Cli, many: Path, home: Path) -> None:
    cli("import", many, *JSON)
    (home / "centre.db").unlink()
    found = cli("import", many, *JSON).json
    assert (found["resumed"], found["orders_same"]) == (PUSH_BATCH + 5, PUSH_BATCH + 5)


def test_an_old_copy_of_the_journal_goes_on_under_a_new_life(
    cli: Cli, orders_file: Orders, home: Path
) -> None:
    file = home / "origin-import.db"
    cli("import", orders_file(order("1")), *JSON)
    copy = file.read_bytes()
    cli("import", orders_file(order("1"), order("2")), *JSON)
    file.write_bytes(copy)
    found = cli("import", orders_file(order("1"), order("2"), order("3")), *JSON)
    assert (found.json["orders_new"], found.json["orders_same"]) == (1, 2)
    assert cli("order", "show", "3").code == ExitCode.OK


def test_another_centre_gets_only_what_was_meant_for_it(
    cli: Cli, orders_file: Orders, tmp_path: Path
) -> None:
    trial = ("--centre", f"sqlite:{tmp_path / 'trial.db'}")
    cli("import", orders_file(order("test")), *JSON, *trial)
    cli("import", orders_file(order("1")), *JSON)
    assert cli("order", "show", "test", *trial).code == ExitCode.OK
    assert cli("order", "show", "test").code == ExitCode.ERROR
    assert cli("order", "show", "1", *trial).code == ExitCode.ERROR


def test_only_one_import_at_a_time(cli: Cli, orders_file: Orders, home: Path) -> None:
    home.mkdir()
    held = StationFile.open(home / "origin-import.db", ORIGIN)
    try:
        found = cli("import", orders_file(order("1")), *JSON)
    finally:
        held.close()
    assert found.code == ExitCode.RUNNING
    assert "Another program" in found.json["error"]


@pytest.mark.parametrize(
    "one", [x for x in formats.all_formats() if x.name != "csv"], ids=lambda x: f"{x.what}-{x.name}"
)
def test_every_format_imports_its_own_example(
    cli: Cli, tmp_path: Path, one: formats.Format
) -> None:
    import csv
    import json

    path = tmp_path / ("in.csv" if one.is_csv else "in.json")
    if one.is_csv:
        with path.open("w", encoding="utf-8", newline="") as file:
            out = csv.DictWriter(file, list(one.example))
            out.writeheader()
            out.writerow(one.example)
    else:
        path.write_text(json.dumps([one.example]), "utf-8")
    words = ("import", path, "--format", one.name, "--what", one.what, "--json")
    found = cli(*words)
    assert (found.code, found.json[f"{one.what}_new"]) == (ExitCode.OK, 1), found.out
    assert cli(*words).json[f"{one.what}_same"] == 1


def test_ids(cli: Cli, orders_file: Orders) -> None:
    """The same number in two shops: both are kept, and asked for by channel."""
    path = orders_file(order("7", channel="a"), order("7", channel="b"))
    assert cli("import", path, *JSON).json["channel"] == "a, b"
    several = cli("order", "show", "7", "--json")
    assert several.code == ExitCode.ERROR
    assert "a:7, b:7" in several.json["error"]
    one = cli("order", "show", order_id("b", "7"), "--json")
    assert one.json["order"]["channel"] == "b"


def test_an_order_whose_address_no_font_can_print_waits(
    cli: Cli, orders_file: Orders, home: Path
) -> None:
    """It is told at the import, not by the printer when the goods are packed."""
    strange = {"customer_name": "\U00013000 Ada", "street": "1", "city": "Cairo", "country": "EG"}
    found = cli("import", orders_file(order("1", customer=strange), order("2")), *JSON)
    assert "No font has some letters of 1. Such an order waits" in found.err
    shown = cli("order", "show", "1", "--json").json["order"]
    assert (shown["sub_state"], shown["hold"]) == ("on_hold", "no label can show \U00013000")
    plain = {**strange, "customer_name": "Ada 🎁"}  # an ornament says nothing
    cli("import", orders_file(order("1", customer=plain)), *JSON)
    assert cli("order", "show", "1", "--json").json["order"]["hold"] == ""


@pytest.mark.parametrize("field", ["customer_name", "company", "street", "city", "phone"])
def test_each_part_of_the_address_is_asked(cli: Cli, orders_file: Orders, field: str) -> None:
    to = {
        "customer_name": "Ada",
        "street": "1",
        "city": "Cairo",
        "country": "EG",
        field: "\U00013001",
    }
    cli("import", orders_file(order("1", customer=to, hold="unpaid")), *JSON)
    shown = cli("order", "show", "1", "--json").json["order"]
    assert shown["hold"] == "unpaid; no label can show \U00013001"
