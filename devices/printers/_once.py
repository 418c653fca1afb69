"""No label twice: which jobs a connection has already handed over."""

from __future__ import annotations

from collections import OrderedDict

_REMEMBERED = 256


class Once:
    """The last 256 finished job ids; older ones are forgotten."""

    def __init__(self) -> None:
        self._done: OrderedDict[str, None] = OrderedDict()

    def __contains__(self, job_id: str) -> bool:
        if job_id not in self._done:
            return False
        self._done.move_to_end(job_id)
        return True

    def add(self, job_id: str) -> None:
        self._done[job_id] = None
        self._done.move_to_end(job_id)
        while len(self._done) > _REMEMBERED:
            self._done.popitem(last=False)
