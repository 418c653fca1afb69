"""A desk whose printer answers when the test says so, late, twice or never."""

from __future__ import annotations

from app.device_api import PrintResult, Proof, Trouble
from app.station.ports import DocumentOrder, LabelOrder
from tests.helpers.scenario import Scene


class HeldDesk:
    """Keeps what was asked for; implements `app.station.ports.Desk`."""

    def __init__(self) -> None:
        self.labels: list[LabelOrder] = []
        self.tests: list[str] = []
        self.bins: list[tuple[str, ...]] = []

    @classmethod
    def of(cls, scene: Scene) -> HeldDesk:
        """In the place of the desk of a station that runs."""
        assert scene.bench is not None
        desk = cls()
        scene.bench.station._desk = scene.bench.station._granting._desk = desk
        return desk

    @property
    def jobs(self) -> list[str]:
        return [order.job_id for order in self.labels]

    def print_label(self, order: LabelOrder) -> None:
        self.labels.append(order)

    def print_test(self, code: str) -> None:
        self.tests.append(code)

    def print_bins(self, codes: tuple[str, ...]) -> None:
        self.bins.append(codes)

    def file_document(self, order: DocumentOrder) -> None:
        """Slips are no matter here."""

    def fetch_picture(self, address: str) -> None:
        """Nor are pictures."""

    def check_pin(self, operator: str, pin_hash: str, pin: str) -> None:
        """Nor are PINs."""


def answer(
    scene: Scene,
    job: str,
    trouble: Trouble | None = None,
    *,
    doubtful: bool = False,
    counted: bool = False,
) -> str:
    """The printer's word on a job; the kind of what stands on the screen then, "-" = nothing."""
    assert scene.bench is not None
    proof = Proof.NONE if trouble else Proof.COUNTED if counted else Proof.TAKEN
    result = PrintResult(job, "zebra", proof, trouble, doubtful=doubtful)
    scene.bench.feed(result)
    said = scene.bench.station.outcome
    return said.kind.value if said else "-"
