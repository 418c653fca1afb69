"""The settings of a home: what is off is said with its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import config
from app.config import Config
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
