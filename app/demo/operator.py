"""A simulated person, who looks at the view and does what a packer would do next.

The person knows only what the screens show, and what is in hand: totes, serial numbers and labelled
boxes. Now and then the person makes one of a packer's usual mistakes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from app.demo.site import DAMAGED_BIN
from app.domain.codes import copy_code
from app.domain.commands import DIGITS, Command
from app.domain.load.outcome import LoadPrompt
from app.domain.move.outcome import MovePrompt
from app.domain.outcome_work import Working, WorkPrompt
from app.domain.pack.outcome import PackPrompt
from app.domain.pick.outcome import PickPrompt
from app.station.home.view import HomeView, QueueKind
from app.station.load.view import LoadView
from app.station.move.view import MoveView
from app.station.pack.view import PackView
from app.station.pick.view import PickView
from app.station.sign_in.view import SignInView
from app.station.views import LineView, View


@dataclass(frozen=True)
class Act:
    """One input: a code to scan, or a command to press."""

    code: str = ""
    command: Command | None = None


@dataclass
class Hands:
    """What the person carries and remembers."""

    totes: int = 100
    serials: int = 0
    serials_of: dict[str, list[str]] = field(default_factory=dict)
    boxes: dict[str, list[str]] = field(default_factory=dict)  # carrier -> SSCCs
    orders: list[str] = field(default_factory=list)
    last_box: str = ""


class SimulatedOperator:
    """Call `next` with every view that waits for the person."""

    def __init__(
        self,
        badge: str,
        *,
        mistakes: bool = True,
        orders: int | None = None,
        counts: bool = False,
    ) -> None:
        """orders: how many to pack; None = all. counts: type large quantities."""
        self.badge = badge
        self._counts = counts
        self.hands = Hands()
        self.finished = False
        self.packed = 0
        self._most = orders
        self._mistakes = mistakes
        self._made: Counter[str] = Counter()
        self._tour: list[Act] | None = None
        self._errand: list[Act] = []  # what must be done now, whatever the screen asks for
        self._loads_done: set[str] = set()
        self._looked_at = -1  # how many were packed when there was no task any more

    def next(self, view: View) -> Act | None:
        """What the person does now; None = wait, or finished (see `finished`)."""
        match view:
            case SignInView():
                return self._sign_in(view)
            case HomeView():
                return self._home(view)
            case PickView():
                return self._pick(view)
            case PackView():
                return self._pack(view)
            case LoadView():
                return self._load(view)
            case MoveView():
                return self._move(view)
            case _:
                return self._touring() or Act(command=Command.HOME)

    # --- one screen each -------------------------------------------------------------------------

    def _sign_in(self, view: SignInView) -> Act | None:
        if view.locked and self._tour == []:
            self.finished = True
            return None
        return self._mistake("no badge", lambda: Act("HELLO-123")) or Act(self.badge)

    def _home(self, view: HomeView) -> Act | None:
        if self._tour is not None:
            return self._touring()
        slip = self._mistake("unknown code", lambda: Act("9521321999992"))
        if slip is not None:
            return slip
        if view.tasks and not self._most_moved():
            return Act(command=Command.MOVE)
        enough = self._most is not None and self.packed >= self._most
        waits = any(row.kind is QueueKind.PACK or not row.started_by for row in view.queue)
        if waits and not enough:
            return Act(command=Command.NEXT)
        for row in view.loads:
            if row.load not in self._loads_done and self.hands.boxes.get(row.carrier):
                return Act(row.load)
        looks = (Command.TEST, Command.HOME, Command.PRINT, Command.HOME, Command.LOCK)
        self._tour = [Act(code) for code in self.hands.orders[:1]]
        self._tour += [Act(command=command) for command in looks]
        return self._touring()

    def _most_moved(self) -> bool:
        """Whether the person has looked for tasks since the last order: some may be others'."""
        return self._looked_at == self.packed

    def _move(self, view: MoveView) -> Act | None:
        """The tasks that wait, one after the other."""
        match view.bar.prompt:
            case MovePrompt.SCAN_SOURCE if view.waiting:
                return Act(command=Command.NEXT)
            case MovePrompt.GO_TO_SOURCE if view.job is not None:
                return Act(view.job.source)
            case MovePrompt.TAKE_SO_MANY if view.job is not None:
                left = str(view.job.units - view.units)
                return Act(command=DIGITS[int(left[0])])
            case WorkPrompt.SCAN_COUNTED if view.job is not None:
                left = str(view.job.units - view.units)
                more = left[len(view.typed) :]
                return Act(command=DIGITS[int(more[0])]) if more else Act(view.job.sku)
            case MovePrompt.BRING_TO if view.job is not None:
                return Act(view.job.target)
            case _:
                self._looked_at = self.packed
                return Act(command=Command.HOME)

    def _touring(self) -> Act | None:
        return self._tour.pop(0) if self._tour else None

    def _pick(self, view: PickView) -> Act | None:
        if self._errand:
            return self._errand.pop(0)
        match view.bar.prompt:
            case PickPrompt.GO_TO_BIN:
                others = [stop.bin for stop in view.next_stops if stop.bin != view.bin]
                slip = self._mistake("wrong bin", lambda: Act(others[0])) if others else None
                return slip or Act(view.bin)
            case WorkPrompt.SCAN_COUNTED:
                return self._count(view.found, view.line) or Act(view.line.barcode)
            case PickPrompt.SCAN_PRODUCT:
                counted = self._count("", view.line)
                if counted is not None:
                    return counted
                stops = [stop.sku for stop in view.next_stops if stop.sku != view.line.sku]
                slip = self._mistake("wrong product", lambda: Act(stops[0])) if stops else None
                return slip or self._undone(view) or self._broken(view) or Act(view.line.barcode)
            case WorkPrompt.SCAN_LOT:
                return Act("LOT-7")
            case WorkPrompt.SCAN_EXPIRY:
                return self._mistake("expired", lambda: Act("200131")) or Act("491231")
            case WorkPrompt.SCAN_SERIAL:
                self.hands.serials += 1
                serial = f"SN{self.hands.serials:06d}"
                key = f"{view.frame.order}/{view.line.sku}"
                self.hands.serials_of.setdefault(key, []).append(serial)
                return Act(serial)
            case PickPrompt.SCAN_TOTE:
                over = self._mistake("over pick", lambda: Act(view.line.barcode))
                return over or Act(view.tote or self._new_tote())
            case PickPrompt.CONFIRM_TOTE:
                return Act(view.tote)
            case _:
                return Act(command=Command.OK)

    def _undone(self, view: PickView) -> Act | None:
        """UNDO, once in a while, of a unit that is then scanned again."""
        if not 0 < view.line.done < view.line.wanted:
            return None
        return self._mistake("undo", lambda: Act(command=Command.UNDO))

    def _broken(self, view: PickView) -> Act | None:
        """A unit that lies broken in its bin, once: it is carried to the bin for such goods."""
        if not view.line.barcode:
            return None
        broken = self._mistake("broken", lambda: Act(command=Command.DAMAGED))
        if broken is not None:
            self._errand = [Act(view.line.barcode), Act(DAMAGED_BIN)]
        return broken

    def _count(self, typed: str, line: LineView | None) -> Act | None:
        """The next digit of a large quantity; None = scan a unit."""
        left = line.wanted - line.short - line.done if line is not None and self._counts else 0
        wanted = str(left) if left > 3 else ""
        if not wanted.startswith(typed) or len(typed) >= len(wanted):
            return None
        return Act(command=DIGITS[int(wanted[len(typed)])])

    def _new_tote(self) -> str:
        self.hands.totes += 1
        return f"T-{self.hands.totes}"

    def _pack(self, view: PackView) -> Act | None:
        match view.bar.prompt:
            case PackPrompt.CHOOSE_CARTON:
                return Act(command=Command.OK)
            case WorkPrompt.SCAN_COUNTED if view.line is not None:
                return self._count(view.typed, view.line) or Act(view.line.barcode)
            case PackPrompt.SCAN_ITEM:
                counted = self._count("", view.line)
                return counted or self._item(view)
            case WorkPrompt.SCAN_SERIAL:
                key = f"{view.frame.order}/{view.line.sku if view.line else ''}"
                known = self.hands.serials_of.get(key) or ["SN-LOST"]
                return Act(known.pop(0))
            case PackPrompt.LABEL_PRINTING:
                return None
            case PackPrompt.LABEL_TROUBLE:
                return Act(command=Command.PRINT)
            case PackPrompt.SCAN_LABEL:
                return self._label(view)
            case _:
                return Act(command=Command.OK)

    def _item(self, view: PackView) -> Act | None:
        if view.line is None:
            return None
        foreign = "9521321000001" if view.line.barcode != "9521321000001" else "9521321000018"
        wrong = self._mistake("wrong item", lambda: Act(foreign))
        if wrong is not None:
            return wrong
        full = next((line for line in view.lines if line.complete and line.done), None)
        if full is not None:
            over = self._mistake("over count", lambda: Act(full.barcode))
            if over is not None:
                return over
        return Act(view.line.barcode)

    def _label(self, view: PackView) -> Act | None:
        if self.hands.last_box:
            swapped = self._mistake("swapped label", lambda: Act("00" + self.hands.last_box))
            if swapped is not None:
                return swapped
        boxes = self.hands.boxes.setdefault(view.carrier, [])
        if view.sscc not in boxes:
            boxes.append(view.sscc)
            self.packed += 1
            self.hands.orders.append(view.frame.order)
        self.hands.last_box = view.sscc
        if view.outcome is not None and view.outcome.kind is Working.COPY_NEEDED:
            return Act(copy_code(view.sscc, int(str(view.outcome.values["copy"]))))
        return Act("00" + view.sscc)

    def _load(self, view: LoadView) -> Act | None:
        boxes = self.hands.boxes.get(view.carrier, [])
        foreign = [
            box
            for carrier, found in self.hands.boxes.items()
            if carrier != view.carrier
            for box in found
        ]
        if boxes:
            if foreign and view.loaded:
                stop = self._mistake("wrong truck", lambda: Act("00" + foreign[0]))
                if stop is not None:
                    return stop
            if view.loaded and self._mistake("loaded twice", lambda: Act("x")) is not None:
                return Act("00" + view.last_sscc)
            return Act("00" + boxes.pop(0))
        self._loads_done.add(view.load)
        if view.bar.prompt is LoadPrompt.CLOSE_LOAD:
            return Act(command=Command.OK)
        return Act(command=Command.FINISH)

    def _mistake(self, name: str, act: Callable[[], Act]) -> Act | None:
        """A mistake of this kind; None where it was made before."""
        if not self._mistakes or self._made[name]:
            return None
        self._made[name] += 1
        return act()
