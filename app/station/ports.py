"""What the engine asks of the world around it; every answer comes back as a message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from app.device_api import Beep
from app.labels.model import ShippingLabel


@dataclass(frozen=True)
class LabelOrder:
    """Make this label and print it. job_id: the same id is never printed twice.

    printer: name of another bench's printer, "" = our own. clear: what the printer may still hold
    of an earlier order goes first.
    """

    job_id: str
    label: ShippingLabel
    printer: str = ""
    clear: bool = False


@dataclass(frozen=True)
class DocumentOrder:
    """Make and file a document. kind: "slip" or "manifest"; subject: SSCC or load."""

    kind: str
    subject: str
    content: object
    language: str


class Desk(Protocol):
    """Labels, documents and PIN checks: what takes longer than a scan may wait. Never blocks.

    Answers: `LabelNotMade`, `PrintResult`, `PinChecked`, `PictureFetched`.
    """

    def print_label(self, order: LabelOrder) -> None: ...

    def print_test(self, code: str) -> None:
        """A label that shows this code, to be scanned back."""
        ...

    def file_document(self, order: DocumentOrder) -> None: ...

    def fetch_picture(self, address: str) -> None: ...

    def check_pin(self, operator: str, pin_hash: str, pin: str) -> None: ...


class Sync(Protocol):
    """The sync worker, seen from the engine. Never blocks."""

    def wish(self, order: str) -> None:
        """Claim this order for the station; the refusal comes back as `ClaimRefused`."""
        ...

    def wake(self) -> None:
        """There is something to push."""
        ...


class Hand(Protocol):
    """Feedback on the scanner itself. Never blocks, never raises."""

    def give(self, device: str, beep: Beep) -> None: ...

    def free(self, device: str) -> None:
        """The stop was answered."""
        ...

    def zero(self) -> None:
        """Zero the scale."""
        ...


class NoHand:
    """For scanners without a host-controlled beeper."""

    def give(self, device: str, beep: Beep) -> None:
        """Nothing to do."""

    def free(self, device: str) -> None:
        """Nothing to do."""

    def zero(self) -> None:
        """Nothing to do."""
