"""Three benches, one PostgreSQL and a network that fails: what happens is told as it happens.

Each bench is a process of its own on a line of its own; the people at them go on packing. In the
end every fact is looked up at every place where it must be. `--seed` chooses who is hit, and when.
What a station shows in between (I6) is not looked at here but by tests/integration/sync.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from app.station.views import Link
from benchmarks.process_desk import ProcessDesk
from tests.chaos.benches import benches
from tests.chaos.cluster import cluster
from tests.chaos.person import Desk
from tests.chaos.shift import Floor
from tests.chaos.work import agreed, people
from tests.helpers.fault_proxy import Fault
from tests.helpers.program import pause

STATIONS = 3
ORDERS = 400
PACE_S = 0.06  # a person's mean time between two inputs
QUIET_S = (1.0, 2.0)  # between two blows
LASTS_S = (2.0, 4.0)


@dataclass
class Story:
    """Prints with the seconds since it began."""

    began: float = field(default_factory=time.monotonic)
    online: dict[str, bool] = field(default_factory=dict)

    def tell(self, text: str) -> None:
        print(f"{time.monotonic() - self.began:6.1f} s  {text}", flush=True)

    def link(self, name: str, link: Link) -> None:
        """A station's own word, told when it changes."""
        if self.online.get(name, False) is not link.online:
            self.online[name] = link.online
            word = "answers" if link.online else "is away"
            self.tell(f"    {name}: the centre {word}, {link.waiting} facts wait to be sent")


def main(seed: int = 1, blows: int = 8, orders: int = ORDERS) -> int:
    """blows: how many of the eight. Exit code: 0, or 1 where an invariant is broken."""
    dice = random.Random(seed)
    story = Story()
    with tempfile.TemporaryDirectory(prefix="packbench-benches-") as name, cluster() as server:
        story.tell(f"a PostgreSQL of its own; {orders} orders are imported")
        kind = partial(ProcessDesk, told=story.link)
        with benches(
            server, Path(name), count=STATIONS, orders=orders, seed=seed, kind=kind
        ) as floor:
            for desk in floor.desks:
                story.tell(f"{desk.name} is process {_process(desk).number}")
            story.tell("every bench has read the site; the people begin")
            packed = _shift(floor, story, dice, blows)
            story.tell("the people stop; every line is whole; waiting until all agree")
            seconds, found = agreed(floor)
            story.tell(f"all agree after {seconds:.1f} s")
        inputs = sum(desk.promises.inputs for desk in floor.desks)
        print(f"\nseed {seed}: {inputs} inputs, {packed} parcels, {found.conflicts} conflicts kept")
        print(f"{found.facts} facts, {found.lost} lost, {found.doubled} doubled")
        print(found.text(), end="")
        return 1 if found.broken else 0


def _shift(floor: Floor, story: Story, dice: random.Random, blows: int) -> int:
    """Everything that can happen, each once and to somebody; the parcels that were packed."""
    with people(floor, seed=dice.randrange(1000), pace_s=PACE_S) as found:
        for blow in Blows(floor, story, dice).all()[-blows:]:
            pause(dice.uniform(*QUIET_S))
            blow()
            done = ", ".join(f"{desk.name} {desk.promises.last_seq}" for desk in floor.desks)
            story.tell(f"    facts so far: {done}")
    return sum(person.packed for person in found)


def _process(desk: Desk) -> ProcessDesk:
    assert isinstance(desk, ProcessDesk)
    return desk


@dataclass
class Blows:
    """What can happen to a site, each told when it begins and when it ends."""

    floor: Floor
    story: Story
    dice: random.Random

    def all(self) -> list[Callable[[], None]]:
        """In an order that the dice say; the last one is the whole network."""
        blows: list[Callable[[], None]] = [
            self.cut,
            self.slow,
            self.killed,
            self.no_server,
            partial(self.bad, Fault.STALL, "nothing passes, as behind a dead middlebox"),
            partial(self.bad, Fault.DEAF, "what it says arrives, no answer comes back"),
            partial(self.bad, Fault.REFUSE, "its connections are refused"),
        ]
        return [*self.dice.sample(blows, len(blows)), self.no_network]

    def _somebody(self) -> Desk:
        return self.dice.choice(self.floor.desks)

    def _last(self) -> None:
        pause(self.dice.uniform(*LASTS_S))

    def cut(self) -> None:
        desk = self._somebody()
        self.story.tell(f"{desk.name}: its connections are cut")
        desk.line.cut()

    def bad(self, fault: Fault, words: str) -> None:
        desk = self._somebody()
        self.story.tell(f"{desk.name}: {words}")
        desk.line.be(fault)
        if fault is Fault.REFUSE:
            desk.line.cut()
        self._last()
        desk.line.be(Fault.NONE)
        self.story.tell(f"{desk.name}: its line is whole again")

    def slow(self) -> None:
        desk = self._somebody()
        desk.line.delay_s = self.dice.uniform(0.02, 0.08)
        self.story.tell(f"{desk.name}: every piece comes {desk.line.delay_s * 1000:.0f} ms late")
        self._last()
        desk.line.delay_s = 0.0
        self.story.tell(f"{desk.name}: its line is quick again")

    def killed(self) -> None:
        desk = _process(self._somebody())
        self.story.tell(f"{desk.name}: kill -9 {desk.number}")
        desk.kill()
        pause(1.0)
        desk.open()
        self.story.tell(f"{desk.name}: started again as {desk.number}; nothing answered is missing")

    def no_server(self) -> None:
        self.story.tell("the server is killed")
        self.floor.cluster.die()
        self._last()
        self.floor.cluster.come_back()
        self.story.tell("the server has recovered")

    def no_network(self) -> None:
        self.story.tell("the whole network is away")
        for desk in self.floor.desks:
            desk.line.be(Fault.REFUSE)
            desk.line.cut()
        pause(max(LASTS_S))
        for desk in self.floor.desks:
            desk.line.be(Fault.NONE)
        self.story.tell("the network is back")
