"""Grants what a turn asks of the world around the engine: beeps, labels, documents, claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.config import Config
from app.device_api import Beep, DeviceChanged, DeviceKind
from app.domain.address import Address
from app.domain.outcome import Severity
from app.domain.world import Want, Wish
from app.station import paper
from app.station.ports import Desk, Hand, Sync
from app.station.session import Session
from app.station.world import StationWorld

LABELS_UNDER_WAY = 50  # so many labels' addresses are kept; no printer has more before it


class Granting:
    """Hands wishes on to the desk, the sync and the devices, and sounds each answer."""

    def __init__(
        self, world: StationWorld, config: Config, *, desk: Desk, sync: Sync, hand: Hand
    ) -> None:
        self._world = world
        self._config = config
        self._desk = desk
        self._sync = sync
        self._hand = hand
        self._sent: dict[str, Address] = {}  # job -> the address on its label
        self._stopped: set[str] = set()  # scanners that got a stop nobody has answered

    def address_on(self, job_id: str) -> Address | None:
        """The address on the label of a job; None = unknown, also after a restart."""
        return self._sent.get(job_id)

    def sound(self, device: str, severity: Severity, session: Session) -> None:
        """Beep on the device that was used.

        A STOP may lock its scanner. All stopped scanners are freed by the first other sound after
        `session` waits for no answer any more.
        """
        if severity is Severity.STOP:
            self._stopped.add(device)
        elif self._stopped and not session.halted:
            for stopped in self._stopped:
                self._hand.free(stopped)
            self._stopped.clear()
        self._hand.give(device, _BEEPS[severity])

    def grant(
        self, wishes: Iterable[Wish], devices: Mapping[str, DeviceChanged], language: str
    ) -> None:
        """Grant wishes in their order. devices: by identity. language: of the documents."""
        for wish in wishes:
            self._grant(wish, devices, language)

    def _grant(self, wish: Wish, devices: Mapping[str, DeviceChanged], language: str) -> None:
        match wish.want:
            case Want.CLAIM:
                self._sync.wish(wish.subject)
            case Want.GIVE_BACK:
                self._sync.give_back(wish.subject)
            case Want.LABEL:
                self._print(wish)
            case Want.SLIP | Want.MANIFEST:
                document = paper.document(wish, self._world, self._config, language)
                if document is not None:
                    self._desk.file_document(document)
            case Want.BIN_LABELS:
                self._desk.print_bins(wish.codes)
            case Want.TEST_LABEL:
                self._desk.print_test(wish.subject)
            case Want.BEEP:
                for device in devices.values():
                    if device.kind is DeviceKind.SCANNER:
                        self._hand.give(device.device, Beep.GOOD)
            case Want.ZERO:
                self._hand.zero()

    def _print(self, wish: Wish) -> None:
        order = paper.label_order(wish, self._world, self._config)
        if order is None:
            return
        while len(self._sent) >= LABELS_UNDER_WAY:
            self._sent.pop(next(iter(self._sent)))
        self._sent[order.job_id] = order.label.receiver
        self._desk.print_label(order)


_BEEPS = {
    Severity.INFO: Beep.GOOD,
    Severity.GOOD: Beep.GOOD,
    Severity.DONE: Beep.GOOD,
    Severity.SOFT: Beep.BAD,
    Severity.BAD: Beep.BAD,
    Severity.STOP: Beep.STOP,
}
