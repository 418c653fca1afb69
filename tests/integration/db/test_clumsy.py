"""An administrator whose hand slips, and two who do the same thing at once."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from app.__main__ import main
from app.errors import EnvironmentFault, ExitCode
from app.store.admin import backup as centre_backup
from app.store.admin import pg_programs
from tests.helpers.model import Bench, placed

SLIPS = (
    ("leases", "--after", "9999999999"),
    ("archive", "--older-than", "99999999999", "--to", "."),
    ("restore", "x", "--sscc-skip", "999999999999999999999"),
)


@pytest.mark.parametrize("words", SLIPS, ids=lambda words: words[0])
def test_a_number_with_too_many_digits_is_a_slip(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    """So many hours of a lease ended the sync of every station; so many serials, half a restore."""
    code = main(["--home", str(tmp_path), "db", *words, "--json"])
    assert code == ExitCode.USAGE
    assert "a number from 1 to" in json.loads(capsys.readouterr().out)["error"]


def test_the_longest_lease_that_can_be_said_can_be_reckoned_with(
    url: str, bench: Callable[[str], Bench], tmp_path: Path
) -> None:
    one = bench("P1")
    words = ["--home", str(tmp_path), "db", "leases", "--url", url, "--after", "8760"]
    assert main(words) == ExitCode.OK
    one.record(placed("1"))
    one.settle()
    one.steps.wish("shop:1")
    one.settle()
    assert set(one.file.rows.reserved) == {"shop:1"}


def test_two_backups_into_one_file_do_not_mix(tmp_path: Path) -> None:
    file = tmp_path / "b"
    with centre_backup._new_file(file) as one, centre_backup._new_file(file) as other:
        one.write_text("one")
        other.write_text("other")
        assert stat.S_IMODE(other.stat().st_mode) == 0o600
    assert file.read_text("utf-8") == "one"  # whole, whichever came last
    assert [path.name for path in tmp_path.iterdir()] == ["b"]
    with pytest.raises(EnvironmentFault, match="there already"), centre_backup._new_file(file):
        raise AssertionError
    assert file.read_text("utf-8") == "one"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("pg_dump: error: no right to t\npg_dump: detail: Query was: LOCK\n", "no right to t."),
        ("pg_restore: warning: x\nthe end", "the end."),
        ("", "it says nothing."),
    ],
)
def test_a_program_is_quoted_with_its_reason(said: str, told: str) -> None:
    assert pg_programs._complaint(said.encode()) == told
