"""The engine's ports: what it asks of the printers, the centre and the scanners.

The station thread calls them. No call waits for its result; results come back as messages.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from app.device_api import Beep
from app.labels.model import ShippingLabel


@dataclass(frozen=True)
class LabelOrder:
    """A label to make and print.

    job_id: of this order to print; the same id is never printed twice.
    printer: name of another bench's printer in `config.toml`, "" = our own.
    clear: first the printer throws away what it may still hold of earlier jobs.
    """

    job_id: str
    label: ShippingLabel
    printer: str = ""
    clear: bool = False


@dataclass(frozen=True)
class DocumentOrder:
    """A document to make and file.

    kind: "slip" or "manifest". subject: the slip's SSCC or the manifest's load.
    content: `PackingSlip` or `Manifest` of `app.labels.documents`. language: of its words.
    printed: it is also sent to the last printer that takes PDF, if there is one.
    """

    kind: str
    subject: str
    content: object
    language: str
    printed: bool = False


class Desk(Protocol):
    """Work that a scan must not wait for. It is done in the order in which it was asked for."""

    def print_label(self, order: LabelOrder) -> None:
        """Make a label and print it.

        Answered by `LabelNotMade`, or by `PrintResult`: once, or twice where the printer reports
        first that it took the label and later what became of it.
        """
        ...

    def print_test(self, code: str) -> None:
        """Print a label that shows this code, to be scanned back. Answered by `PrintResult`."""
        ...

    def print_bins(self, codes: tuple[str, ...]) -> None:
        """Print the labels of these bins. Answered by a `PrintResult` for each sheet."""
        ...

    def file_document(self, order: DocumentOrder) -> None:
        """Write a document into the documents folder. No answer: a failure is logged."""
        ...

    def fetch_picture(self, address: str) -> None:
        """Download a product picture. Answered by `PictureFetched`, only where it succeeded."""
        ...

    def check_pin(self, operator: str, pin_hash: str, pin: str) -> None:
        """Check a typed PIN against its argon2id hash. Answered by `PinChecked`."""
        ...


class Sync(Protocol):
    """The sync worker, seen from the engine. Neither call blocks or raises."""

    def wish(self, order: str) -> None:
        """Claim this order for the station as soon as the centre can be asked.

        order: its id. A newer wish replaces one that was not sent yet. Answered by `ClaimsHeld`,
        or by `ClaimRefused` where another station holds the order.
        """
        ...

    def give_back(self, order: str) -> None:
        """This claimed order is not needed here, and another station has asked for it."""
        ...

    def stand(self, text: str) -> None:
        """Whoever watches the floor sees this of the station. text: a `Standing`."""
        ...

    def wake(self) -> None:
        """Facts were journalled: push them soon."""
        ...


class Hand(Protocol):
    """Feedback through the devices themselves. No call blocks or raises.

    device: a scanner's identity, as in its scans. Others ("screen", "keyboard") are ignored.
    """

    def give(self, device: str, beep: Beep) -> None:
        """Sound on a scanner; a STOP also locks its trigger where the bench is set so."""
        ...

    def free(self, device: str) -> None:
        """The STOP was answered: unlock the scanner's trigger."""
        ...

    def zero(self) -> None:
        """Zero every scale that can be zeroed."""
        ...


class NoHand:
    """A bench whose devices take no commands."""

    def give(self, device: str, beep: Beep) -> None:
        """Nothing to do."""

    def free(self, device: str) -> None:
        """Nothing to do."""

    def zero(self) -> None:
        """Nothing to do."""
