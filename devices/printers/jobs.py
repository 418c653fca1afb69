"""Which jobs a connection has taken: a retry must never become a second label."""

from __future__ import annotations

from collections import OrderedDict

KEPT = 256


class TakenJobs:
    """The ids of the last 256 jobs that were handed over."""

    def __init__(self) -> None:
        self._ids: OrderedDict[str, None] = OrderedDict()

    def __contains__(self, job_id: str) -> bool:
        return job_id in self._ids

    def add(self, job_id: str) -> None:
        self._ids[job_id] = None
        while len(self._ids) > KEPT:
            self._ids.popitem(last=False)
