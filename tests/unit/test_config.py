"""The settings of a home: what is off is said with its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import config
from app.config import Config
from app.domain.plan.layout import Layout, RouteRule, Spot, Walking
from app.errors import EnvironmentFault


def loaded(home: Path, text: str) -> Config:
    (home / "config.toml").write_text(text, "utf-8")
    return config.load(home)


@pytest.mark.parametrize(("text", "days"), [("", 14), ("0", 0), ("1", 1), ("365", 365)])
def test_how_long_badges_are_believed_offline(tmp_path: Path, text: str, days: int) -> None:
    line = f"offline_sign_in_days = {text}" if text else ""
    assert loaded(tmp_path, line).offline_sign_in_days == days


@pytest.mark.parametrize("text", ["-1", "366", "99999999999999"])
def test_days_that_make_no_sense_are_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(EnvironmentFault) as caught:
        loaded(tmp_path, f"offline_sign_in_days = {text}")
    assert str(caught.value) == (
        "config.toml: “offline_sign_in_days” goes from 1 to 365 days, or is 0 for no limit,"
        f" not {text}"
    )


@pytest.mark.parametrize("text", ["1.5", "true", '"14"', "[14]"])
def test_days_that_are_no_number_are_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(EnvironmentFault, match="“offline_sign_in_days” must be int"):
        loaded(tmp_path, f"offline_sign_in_days = {text}")


def faults(home: Path, text: str) -> list[str]:
    with pytest.raises(EnvironmentFault) as caught:
        loaded(home, text)
    return str(caught.value).splitlines()


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    text = """
        company_prefix = "12"
        dpi = 200
        reserve = -1
        idle_lock_s = "300"
        tote_pattern = "["
        colour = "red"
        site = " "
        scanners = [1]
        route = "shortest"
        [sender]
        name = "Ada"
        postcode = 12345
        [centre]
        uri = "x"
        [layout]
        spacing_mm = 3500
        cross_mm = [0]
    """
    told = [fault.partition(". Known")[0] for fault in faults(tmp_path, text)]
    assert told == [
        "config.toml: [centre] holds url and nothing else",
        'config.toml: [sender]: “postcode” is a text, as postcode = "12345"',
        "config.toml: [layout]: there are 2 or 3 cross aisles, not 1",
        "config.toml: “dpi” is 203 or 300, not 200",
        "config.toml: “reserve” goes from 0 to 500 orders, not -1",
        "config.toml: “idle_lock_s” must be int, not '300'",
        "config.toml: tote_pattern: unterminated character set at position 0",
        "config.toml: there is no setting “colour”",
        "config.toml: “site” is empty",
        "config.toml: “scanners” must be a list of texts, not [1]",
        "config.toml: “route” is exact, serpentine, walk, not 'shortest'",
        "config.toml: a GS1 company prefix has 4 to 12 digits, not 2",
    ]


@pytest.mark.parametrize(
    ("sender", "said"),
    [
        ('name = "A"', "[sender] has no street, city, country"),
        ('street = "1"\ncity = "B"\ncountry = "DE"', "[sender] has no name or company"),
        (
            'name = "A"\nstreet = "1"\ncity = "B"\ncountry = "Germany"',
            "[sender]: “Germany” is no country code, such as DE",
        ),
        ('name = "A"\ntown = "B"', "[sender]: there is no “town”. Known: name, company, street"),
    ],
)
def test_a_sender_that_no_label_can_show(tmp_path: Path, sender: str, said: str) -> None:
    [found] = faults(tmp_path, f"[sender]\n{sender}")
    assert found.startswith(f"config.toml: {said}")


def test_how_a_site_walks(tmp_path: Path) -> None:
    assert loaded(tmp_path, "").walking == Walking(RouteRule.EXACT, None)
    text = 'route = "serpentine"\n[layout]\nspacing_mm = 3500\ncross_mm = [0, 9000, 20000]\n'
    layout = Layout(3500, (0, 9000, 20000), Spot(1, 0))
    assert loaded(tmp_path, text).walking == Walking(RouteRule.SERPENTINE, layout)
    elsewhere = loaded(tmp_path, f"{text}depot_aisle = 4\ndepot_mm = 20000\n").layout
    assert elsewhere is not None
    assert elsewhere.depot == Spot(4, 20000)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("layout = 3", "[layout] holds spacing_mm, cross_mm, depot_aisle, depot_mm and nothing"),
        ("[layout]\nspacing = 3", "[layout] holds spacing_mm, cross_mm, depot_aisle, depot_mm and"),
        (
            "[layout]\nspacing_mm = 3",
            "[layout] holds whole numbers, as spacing_mm = 3500, cross_mm",
        ),
        ("[layout]\ncross_mm = [0, 9]", "[layout] holds whole numbers"),
        ("[layout]\nspacing_mm = 3.5\ncross_mm = [0, 9]", "[layout] holds whole numbers"),
        ("[layout]\nspacing_mm = true\ncross_mm = [0, 9]", "[layout] holds whole numbers"),
        ("[layout]\nspacing_mm = 3\ncross_mm = 9", "[layout] holds whole numbers"),
        (
            "[layout]\nspacing_mm = 3\ncross_mm = [9, 0]",
            "[layout]: cross aisles stand in ascending",
        ),
    ],
)
def test_a_layout_that_is_none(tmp_path: Path, text: str, said: str) -> None:
    [found] = faults(tmp_path, text)
    assert found.startswith(f"config.toml: {said}")


SENDER = '[sender]\nname = "A"\nstreet = "1"\ncity = "B"\ncountry = "DE"\n'


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("", "[sender] and no company_prefix"),
        (SENDER, "company_prefix"),
        ('company_prefix = "4012345"', "[sender]"),
        ('company_prefix = "4012345"\n' + SENDER, ""),
    ],
)
def test_labels_with_an_example_are_samples(tmp_path: Path, text: str, missing: str) -> None:
    said = f"Labels say SAMPLE: config.toml has no {missing} of your own." if missing else ""
    assert loaded(tmp_path, text).sample == said


def test_lists_and_tables(tmp_path: Path) -> None:
    found = loaded(tmp_path, 'printer = ["file:a", "file:b"]\n[printers]\nZ2 = "file:c"')
    assert (found.printer, found.printers) == (("file:a", "file:b"), {"Z2": "file:c"})


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('paper = "4x7"', "“4x7” is no paper size. Use 4x6, 4x8, 100x150"),
        ('paper = ""', "“” is no paper size"),
        ("dpi = 600", "“dpi” is 203 or 300, not 600"),
    ],
)
def test_paper_and_dpi_that_no_label_is_made_for_are_refused(
    tmp_path: Path, line: str, words: str
) -> None:
    with pytest.raises(EnvironmentFault) as caught:
        loaded(tmp_path, line)
    assert words in str(caught.value)


@pytest.mark.parametrize("name", ["100x150", "a6", "A4", "4X8"])
def test_a_paper_is_named_in_any_case(tmp_path: Path, name: str) -> None:
    assert loaded(tmp_path, f'paper = "{name}"').paper == name
