"""`packbench bins`: the list, the check, the labels."""

from __future__ import annotations

from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # publishes no types
import pytest

from app.cli.bins import FAULTS
from app.device_api import Trouble
from app.domain.plan.places import Why
from app.errors import ExitCode
from devices.simulators.zebra import VirtualZebra
from tests.helpers.printed import printed
from tests.helpers.program import codes_in
from tests.integration.cli.conftest import Cli

BINS = """\
code,walk,zone,kind,aisle,position_mm,level,side,capacity_units,mixing,locked,faces
B-01,3,B,reserve,2,500,3,,,,,
A-02,2,A,,1,1500,0,left,,,wet floor,MUG:2:5
A-01,1,A,,1,500,0,left,7,one_sku,,
"""
STOCK = "bin,sku,quantity,lot\nA-01,MUG,4,\nA-01,POT,4,\nB-01,POT,900,\nA-02,MUG,6,\n"


@pytest.fixture
def site(cli: Cli, tmp_path: Path) -> Cli:
    for what, text in (("bins", BINS), ("stock", STOCK)):
        path = tmp_path / f"{what}.csv"
        path.write_text(text, encoding="utf-8")
        assert cli("import", path, "--format", "packbench-csv", "--what", what).code == 0
    return cli


def codes(site: Cli, *words: str) -> list[str]:
    return [one["code"] for one in site("bins", *words, "--json").json["bins"]]


def test_the_list(site: Cli) -> None:
    head, *rows = site("bins").out.splitlines()
    assert head.split() == ["code", "zone", "kind", "place", "units", "SKUs", "locked"]
    assert [row.split()[0] for row in rows] == ["A-01", "A-02", "B-01"]
    assert "pick_face  aisle 1 left, 1500 mm, level 0  6      1     wet floor" in rows[1]
    assert codes(site, "--zone", "A") == ["A-01", "A-02"]
    assert codes(site, "--kind", "reserve") == ["B-01"]
    assert codes(site, "B-01", "A-01", "B-01") == ["A-01", "B-01"]
    assert codes(site, "--zone", "") == []
    (told,) = site("bins", "A-02", "--json").json["bins"]
    assert (told["units"], told["skus"], told["locked"]) == (6, ["MUG"], "wet floor")
    assert told["faces"] == [{"sku": "MUG", "min_units": 2, "max_units": 5}]


def test_why_nobody_walks_the_route_is_said(site: Cli, home: Path, tmp_path: Path) -> None:
    assert site("bins").err == (
        "config.toml has no [layout], so pickers walk by the walk numbers.\n"
    )
    layout = "[layout]\nspacing_mm = 3000\ncross_mm = [0, 9000]\n"
    (home / "config.toml").write_text(layout, "utf-8")
    assert site("bins").err == ""
    more = tmp_path / "more.csv"
    more.write_text("code,walk,kind\nC-01,4,\nD-01,5,dock\n", encoding="utf-8")
    site("import", more, "--format", "packbench-csv", "--what", "bins")
    said = "Bins without a place: 1. Walks that call there go by the walk numbers.\n"
    assert site("bins").err == said
    assert site("bins", "--zone", "A").err == ""
    (home / "config.toml").write_text('route = "walk"\n' + layout, "utf-8")
    assert site("bins").err == ""


def test_the_check(site: Cli) -> None:
    found = site("bins", "--check")
    assert found.code == ExitCode.ERROR
    assert [row.split()[0] for row in found.out.splitlines()[1:]] == ["A-01", "A-02"]
    assert "mixed: POT lies there, too; too many units" in found.out
    assert "too many units of MUG" in found.out
    (first, second) = site("bins", "--check", "--json").json["bins"]
    assert [one["why"] for one in first["wrong"]] == ["other_sku", "full"]
    assert second["wrong"] == [{"why": "full", "about": "MUG"}]
    fine = site("bins", "--check", "--zone", "B")
    assert (fine.code, fine.out) == (ExitCode.OK, "Nothing is wrong.\n")


def test_every_fault_has_words() -> None:
    assert set(FAULTS) == {why.value for why in Why} - {"locked"}, "a lock is no fault"


def test_labels_as_a_file(site: Cli, tmp_path: Path) -> None:
    path = tmp_path / "labels.pdf"
    done = site("bins", "--labels", path, "--arrow", "up", "--json")
    assert done.json == {"labels": 3, "file": str(path), "sheets": 1}
    document = pypdfium2.PdfDocument(path)
    try:
        picture = document[0].render(scale=203 / 72, grayscale=True).to_pil()
    finally:
        document.close()
    assert codes_in(picture) == {"A-01", "A-02", "B-01"}
    zpl = tmp_path / "labels.zpl"
    assert site("bins", "--labels", zpl).out == f"{zpl}\n"
    assert codes_in(printed(zpl.read_bytes()).convert("L")) == {"A-01", "A-02", "B-01"}


def test_labels_on_a_printer(site: Cli) -> None:
    with VirtualZebra(dpi=300) as zebra:
        done = site("bins", "--print", "--zone", "A", "--printer", zebra.spec, "--json")
        assert (done.code, done.json["labels"], done.json["sheets"]) == (0, 2, 1)
        assert done.json["proof"] == "sent, and counted by the printer"
        assert codes_in(printed(zebra.printed[0]).convert("L")) == {"A-01", "A-02"}
        zebra.fault_with_next_job(Trouble.PAPER_OUT)
        broken = site("bins", "--print", "--printer", zebra.spec)
        assert broken.code == ExitCode.ERROR
        assert "The label may still come out." in broken.err


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("X-9", "A-01", "Y-9"), ExitCode.ERROR, "The centre knows no bin X-9, Y-9."),
        (
            ("--labels", "labels.txt"),
            ExitCode.USAGE,
            "Labels are written into a file .pdf or .zpl.",
        ),
        (("--check", "--print"), ExitCode.USAGE, "Check and print one after the other."),
        (("--print", "--zone", "Q"), ExitCode.ERROR, "There is no such bin."),
        (("--labels", "no/such/folder.pdf"), ExitCode.ERROR, "cannot be written"),
    ],
)
def test_what_cannot_be_done(site: Cli, words: tuple[str, ...], code: int, said: str) -> None:
    found = site("bins", *words)
    assert (found.code, found.out) == (code, "")
    assert said in found.err


def test_a_home_without_a_centre(cli: Cli) -> None:
    found = cli("bins")
    assert (found.code, found.out) == (ExitCode.ERROR, "")
    assert "There is no centre" in found.err
