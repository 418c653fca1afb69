"""Files of invented data, written where a test wants them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.intake import formats
from app.intake.values import Parsed, ReadOptions

Read = Callable[..., Parsed]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Content (text, bytes or JSON data) through a format; every line must be accounted for."""

    def reader(content: Any, name: str, what: str = "orders", **options: Any) -> Parsed:
        path = tmp_path / f"in.{name.rsplit('-', maxsplit=1)[-1]}"
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
        parsed = formats.find(name, what).read(path, ReadOptions(**options))
        assert parsed.unaccounted == 0
        return parsed

    return reader
