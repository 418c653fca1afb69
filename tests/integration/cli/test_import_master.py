"""Master data from files to the centre."""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.clock import SystemClock
from app.domain.facts import Kind
from app.domain.stock import Status, StockKey
from app.errors import ExitCode
from app.sync.ask import decoded
from app.sync.centre import SqlCentre
from tests.integration.cli.conftest import Cli, Ran, footprint


class Site:
    """A home and files for it."""

    def __init__(self, cli: Cli, home: Path, folder: Path) -> None:
        self._cli, self.home, self.folder = cli, home, folder

    def load(self, what: str, text: str) -> Ran:
        path = self.folder / f"{what}.csv"
        path.write_text(text, "utf-8")
        return self._cli("import", path, "--format", "packbench-csv", "--what", what, "--json")

    def counts(self, what: str, text: str) -> tuple[int, int, int]:
        """(new, same, changed)."""
        found = self.load(what, text).json
        return found[f"{what}_new"], found[f"{what}_same"], found[f"{what}_changed"]

    def row(self, kind: Kind, name: str) -> Any:
        centre = SqlCentre.open(f"sqlite:{self.home / 'centre.db'}", SystemClock())
        try:
            row = centre.row(kind, name)
        finally:
            centre.close()
        assert row is not None
        return decoded(row)


@pytest.fixture
def site(cli: Cli, home: Path, tmp_path: Path) -> Site:
    return Site(cli, home, tmp_path)


@pytest.mark.parametrize(
    ("what", "head", "first", "second"),
    [
        ("products", "sku,name,weight_g", "MUG,Mug,340\nCUP,Cup,200", "MUG,Mug,341\nCUP,Cup,200"),
        ("bins", "code,walk,zone", "A-1,1,A\nA-2,2,A", "A-1,9,A\nA-2,2,A"),
        (
            "bins",
            "code,walk,kind,aisle,position_mm,faces",
            "A-1,1,reserve,1,0,\nA-2,2,,2,900,MUG:1:5",
            "A-1,1,reserve,1,0,\nA-2,2,,2,900,MUG:1:6",
        ),
        ("cartons", "code,name,tare_g", "M,Box M,150\nL,Box L,200", "M,Box M,151\nL,Box L,200"),
        (
            "loads",
            "load,carrier,dock,cut_off",
            "L1,ACME,D1,2026-03-02T17:00:00Z\nL2,ACME,D2,2026-03-02T17:00:00Z",
            "L1,ACME,D1,2026-03-02T18:00:00Z\nL2,ACME,D2,2026-03-02T17:00:00Z",
        ),
        (
            "operators",
            "operator,name,badge,pin,roles",
            "ada,Ada,BADGE1,1234,admin\nbo,Bo,BADGE2,,",
            "ada,Ada,BADGE1,4321,admin\nbo,Bo,BADGE2,,",
        ),
    ],
)
def test_new_same_changed(site: Site, what: str, head: str, first: str, second: str) -> None:
    assert site.counts(what, f"{head}\n{first}\n") == (2, 0, 0)
    before = footprint(site.home)
    assert site.counts(what, f"{head}\n{first}\n") == (0, 2, 0)
    assert footprint(site.home) == before
    assert site.counts(what, f"{head}\n{second}\n") == (0, 1, 1)
    before = footprint(site.home)
    assert site.counts(what, f"{head}\n{second}\n") == (0, 2, 0)
    assert footprint(site.home) == before


def test_an_opening_count_is_corrected_not_added(site: Site) -> None:
    site.load("bins", "code,walk\nA-1,1\n")
    stock = "bin,sku,quantity\nA-1,MUG,{}\nA-1,CUP,3\n"
    assert site.counts("stock", stock.format(40)) == (2, 0, 0)
    assert site.counts("stock", stock.format(40)) == (0, 2, 0)
    assert site.counts("stock", stock.format(35)) == (0, 1, 1)
    row = site.row(Kind.BIN, "A-1")
    assert (row.quantity("MUG"), row.quantity("CUP")) == (35, 3)
    # The bin's place in the walk is another file's business, and the other way round.
    site.load("bins", "code,walk,kind,locked\nA-1,8,reserve,wet\n")
    row = site.row(Kind.BIN, "A-1")
    assert (row.walk, row.kind, row.locked) == (8, "reserve", "wet")
    assert (row.quantity("MUG"), row.quantity("CUP")) == (35, 3)
    db = sqlite3.connect(site.home / "centre.db")
    try:
        moves = db.execute("SELECT sum(delta) FROM stock_move WHERE sku = 'MUG'").fetchone()
    finally:
        db.close()
    assert moves == (35,)


def test_no_bin_stands_in_another_one(site: Site) -> None:
    head = "code,walk,aisle,position_mm,level\n"
    assert site.counts("bins", f"{head}A-1,1,1,900,0\nA-2,2,1,900,1\nA-3,3,,,\n") == (3, 0, 0)
    found = site.load("bins", f"{head}A-4,4,1,900,1\nA-5,5,1,900,2\n")
    assert (found.code, found.json["bins_new"]) == (ExitCode.REJECTED, 1)
    assert [(one["row"], one["column"], one["reason"]) for one in found.json["rejected"]] == [
        (2, "level", "is where the bin A-2 is already")
    ]
    # Two that change places in one file stand in nobody's.
    assert site.counts("bins", f"{head}A-1,1,1,900,1\nA-2,2,1,900,0\n") == (0, 0, 2)


def test_articles_with_lots_need_their_lot(site: Site) -> None:
    site.load("products", "sku,name,track_lot\nTEA,Tea,yes\n")
    site.load("bins", "code,walk\nA-1,1\n")
    text = "bin,sku,quantity,lot,expiry\nA-1,TEA,5,L7,2027-03-31\nA-1,TEA,5,,\n"
    found = site.load("stock", text)
    assert found.code == ExitCode.REJECTED
    assert found.json["stock_new"] == 1
    assert [(one["row"], one["column"]) for one in found.json["rejected"]] == [(3, "lot")]


def test_one_lot_may_have_two_dates_owners_and_statuses(site: Site) -> None:
    site.load("bins", "code,walk\nA-1,1\n")
    text = (
        "bin,sku,quantity,lot,expiry,best_before,status,owner,container\n"
        "A-1,TEA,5,L7,2027-03-31,,,,\n"
        "A-1,TEA,6,L7,2027-09-30,2027-08-31,,,\n"
        "A-1,TEA,2,L7,2027-09-30,2027-08-31,hold,ACME,PAL-1\n"
    )
    assert site.counts("stock", text) == (3, 0, 0)
    assert site.counts("stock", text) == (0, 3, 0)
    first = StockKey("TEA", "L7", date(2027, 3, 31))
    second = StockKey("TEA", "L7", date(2027, 9, 30), date(2027, 8, 31))
    held = replace(second, status=Status.HOLD, owner="ACME", container="PAL-1")
    row = site.row(Kind.BIN, "A-1")
    assert [(one.key, one.quantity) for one in row.stock] == [(first, 5), (second, 6), (held, 2)]


def test_a_corrected_date_takes_the_place_of_the_wrong_one(site: Site) -> None:
    site.load("bins", "code,walk\nA-1,1\n")
    stock = "bin,sku,quantity,lot,expiry\nA-1,TEA,{},L7,{}\nA-1,TEA,3,L8,2027-01-31\n"
    site.load("stock", stock.format(5, "2027-03-31"))
    told = site.load("stock", stock.format(6, "2027-04-30"))
    said = "A-1 TEA lot L7: 5 of 2027-03-31 replaced by 6 of 2027-04-30."
    assert said in told.err, "no stock goes in silence"
    both = site.load("stock", f"{stock.format(6, '2027-04-30')}A-1,TEA,1,L7,2027-03-31\n")
    assert "replaced" not in both.err, "a file with both dates is whole"
    again = site.load("stock", stock.format(6, "2027-04-30"))
    assert "A-1 TEA lot L7: 1 of 2027-03-31 replaced by 6 of 2027-04-30." in again.err
    row = site.row(Kind.BIN, "A-1")
    lots = {(one.lot, one.expiry, one.opening): one.quantity for one in row.stock}
    assert lots == {
        ("L7", date(2027, 3, 31), 0): 0,
        ("L8", date(2027, 1, 31), 3): 3,
        ("L7", date(2027, 4, 30), 6): 6,
    }


@pytest.mark.parametrize("status", ["broken", "scrap"])
def test_a_status_that_no_goods_in_a_bin_have_is_refused(site: Site, status: str) -> None:
    site.load("bins", "code,walk\nA-1,1\n")
    found = site.load("stock", f"bin,sku,quantity,status\nA-1,TEA,5,{status}\n")
    assert [(one["row"], one["column"]) for one in found.json["rejected"]] == [(2, "status")]


def test_stock_in_an_unknown_bin_is_kept_and_said(site: Site) -> None:
    found = site.load("stock", "bin,sku,quantity\nX-9,MUG,4\n")
    assert (found.code, found.json["conflicts"]) == (ExitCode.OK, 1)
    assert site.row(Kind.BIN, "X-9").quantity("MUG") == 4


def test_badges_and_pins_are_hashed(site: Site) -> None:
    # The third row's badge slipped behind the header's last column.
    text = "operator,name,badge,pin\nada,Ada,BADGE-SECRET,738291\nbo,B,,,BADGE-SECRET\n"
    found = site.load("operators", text)
    assert found.code == ExitCode.REJECTED
    row = site.row(Kind.OPERATOR, "ada")
    assert row.badge_sha256 == hashlib.sha256(b"BADGE-SECRET").hexdigest()
    assert row.pin_hash.startswith("$argon2id$")
    for secret in ("BADGE-SECRET", "738291"):
        assert secret not in found.out + found.err
        for path in site.home.rglob("*"):
            assert path.is_dir() or secret.encode() not in path.read_bytes(), path


def test_an_empty_language_leaves_the_choice_alone(site: Site) -> None:
    head = "operator,name,badge,language\n"
    site.load("operators", head + "ada,Ada,B1,zh_CN\n")
    assert site.counts("operators", head + "ada,Ada,B1,\n") == (0, 1, 0)
    assert site.row(Kind.OPERATOR, "ada").language == "zh_CN"


MAP = """
[columns]
ref = "No"
sku = "Art"
name = "Text"
quantity = "Qty"
placed_at = "Date"
[rules]
credit_note_prefix = "C"
non_stock = ["POST", "gift_*"]
[defaults]
note = "for orders only"
"""


def test_products_out_of_a_file_of_orders(cli: Cli, site: Site, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(MAP, "utf-8")
    path = tmp_path / "sold.csv"
    rows = [
        "1,MUG,Mug,1,",
        "2,MUG,Mug red,1,",
        "3,MUG,damaged,-1,",
        "C4,MUG,Mug,-2,",
        "5,CUP,,1,",
        "6,POST,Postage,1,",
        "7,gift_20,Voucher,1,",
        "8,JUG,found,1,",
        "9,JUG,Jug,1,",
        "10,JUG,Jug,1,",
        "11,,Nothing,1,",
    ]
    path.write_text("No,Art,Text,Qty,Date\n" + "\n".join(rows) + "\n", "utf-8")
    words = ("--format", "csv", "--map", tmp_path / "own.toml", "--what", "products", "--json")
    found = cli("import", path, *words)
    assert found.code == ExitCode.REJECTED
    assert (found.json["products_new"], found.json["set_aside"]) == (3, 4)
    assert found.json["treatments"] == {
        "merged_repeats": 3,
        "negative_adjustments": 2,
        "non_stock_lines": 2,
    }
    names = {sku: site.row(Kind.PRODUCT, sku).name for sku in ("MUG", "CUP", "JUG")}
    assert names == {"MUG": "Mug red", "CUP": "CUP", "JUG": "Jug"}
    assert site.row(Kind.PRODUCT, "MUG").note == ""
    assert cli("import", path, *words).json["products_same"] == 3
