"""One setting is changed; whatever else stands in the file stays."""

from __future__ import annotations

import tomllib
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import config
from app.config_file import Value, change, changed
from app.errors import EnvironmentFault
from app.files import NotWritten, WriteTrouble

FULL = """\
# Our bench.
site = "North"   # as on the labels
scanners = [
    "serial:/dev/ttyACM0",  # the first
    "wedge",
]  # both
idle_lock_s = 300

returns = { en = "Ask us # first" }
# The aisles.
[layout]
spacing_mm = 3500
cross_mm = [0, 20000]
"""


def test_a_value_is_replaced_and_its_comment_stays() -> None:
    assert changed(FULL, "site", 'So"uth') == FULL.replace('"North"', '"So\\"uth"')
    assert changed(FULL, "idle_lock_s", 60) == FULL.replace("300", "60", 1)
    many = changed(FULL, "scanners", ("wedge",))
    assert 'scanners = ["wedge"]  # both\nidle_lock_s' in many


def test_a_new_key_stands_before_the_first_table() -> None:
    new = changed(FULL, "dpi", 300)
    assert 'first" }\ndpi = 300\n\n# The aisles.\n[layout]' in new
    assert changed("", "dpi", 300) == "dpi = 300\n"
    assert changed("# only words", "dpi", 300) == "# only words\ndpi = 300\n"


def test_line_ends_stay() -> None:
    assert changed('site = "A"\r\ndpi = 203\r\n', "dpi", 300) == 'site = "A"\r\ndpi = 300\r\n'


def test_a_key_of_a_table_or_a_text_is_another_one() -> None:
    text = 'note = """\ndpi = 7\n"""\n[layout]\ndpi = 9\n'
    new = changed(text, "dpi", 300)
    assert tomllib.loads(new) == {"note": "dpi = 7\n", "layout": {"dpi": 9}, "dpi": 300}
    assert changed('"dpi" = 203 # x\n', "dpi", 300) == "dpi = 300 # x\n"


VALUES = st.one_of(
    st.booleans(),
    st.integers(-(2**40), 2**40),
    st.text(st.characters(codec="utf-8"), max_size=20),
    st.lists(st.text(st.characters(codec="utf-8"), max_size=8), max_size=3).map(tuple),
)


@given(value=VALUES, again=VALUES, key=st.sampled_from(["site", "scanners", "dpi", "unknown"]))
def test_any_value_can_be_set_and_nothing_else_changes(
    value: Value, again: Value, key: str
) -> None:
    before = tomllib.loads(FULL)
    text = changed(FULL, key, value)
    twice = changed(text, key, again)
    for found, wanted in ((text, value), (twice, again)):
        plain = list(wanted) if isinstance(wanted, tuple) else wanted
        assert tomllib.loads(found) == {**before, key: plain}
        for comment in ("# Our bench.", "# The aisles."):
            assert comment in found


def test_the_file_is_written_and_read(tmp_path: Path) -> None:
    assert change(tmp_path, "site", "North").site == "North"
    assert change(tmp_path, "scanners", ("wedge", "sim")).scanners == ("wedge", "sim")
    assert config.load(tmp_path).site == "North"
    assert [one.name for one in tmp_path.iterdir()] == ["config.toml"]


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("dpi", 204, "“dpi” is 203 or 300, not 204"),
        ("idle_lock_s", 1, "from 10 to 86400 seconds"),
        ("paper", "huge", "huge"),
        ("site", " ", "“site” is empty"),
        ("language", "fr", "“language” is en or zh_CN"),
        ("sight", "x", "there is no setting “sight”"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(
    tmp_path: Path, key: str, value: Value, words: str
) -> None:
    file = tmp_path / "config.toml"
    file.write_text(FULL, "utf-8")
    with pytest.raises(EnvironmentFault, match=words.replace("(", r"\(")):
        change(tmp_path, key, value)
    assert file.read_text("utf-8") == FULL


def test_a_file_that_is_no_toml_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    for wrong in (b"site = ", b"\xff\xfe"):
        file.write_bytes(wrong)
        with pytest.raises(EnvironmentFault, match=r"config\.toml cannot be read"):
            change(tmp_path, "site", "North")
        assert file.read_bytes() == wrong


@pytest.mark.parametrize(
    ("number", "trouble"),
    [(28, WriteTrouble.FULL), (30, WriteTrouble.FORBIDDEN), (5, WriteTrouble.OTHER)],
)
def test_a_disk_that_cannot_take_it_loses_nothing(
    tmp_path: Path, number: int, trouble: WriteTrouble
) -> None:
    file = tmp_path / "config.toml"
    file.write_text(FULL, "utf-8")
    with (
        mock.patch.object(Path, "write_bytes", side_effect=OSError(number, "no")),
        pytest.raises(NotWritten) as fault,
    ):
        change(tmp_path, "site", "South")
    assert fault.value.trouble is trouble
    assert file.read_text("utf-8") == FULL
    assert [one.name for one in tmp_path.iterdir()] == ["config.toml"]
