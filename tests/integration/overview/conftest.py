"""The centre and the stations of the sync's tests."""

from __future__ import annotations

from tests.integration.sync.conftest import (
    centre,
    centre_template,
    clock,
    connect,
    postgres_server,
    postgres_url,
    station,
    url,
)

__all__ = [
    "centre",
    "centre_template",
    "clock",
    "connect",
    "postgres_server",
    "postgres_url",
    "station",
    "url",
]
