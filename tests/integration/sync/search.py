"""Random work at a warehouse, and which invariants a failure names."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.integration.sync.machine import Warehouse


def run(machine: type[Warehouse], *, examples: int, first: int, steps: int = 40) -> None:
    """first: the seed."""
    wanted = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        print_blob=False,
        report_multiple_bugs=False,
        phases=[Phase.generate],  # shrinking takes minutes; the printed steps say enough
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(seed(first)(machine), settings=wanted)


def named(error: BaseException) -> set[str]:
    """The invariants that an error names, and those before it: the end is checked all the same."""
    found = {match[0] for match in [re.match(r"I[1-9](?=: )", str(error))] if match}
    others = [error.__context__, *getattr(error, "exceptions", ())]
    return found.union(*(named(other) for other in others if other is not None))
