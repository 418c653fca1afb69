"""What a scan is, before anybody asks what it means: each question about it is asked once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from app.device_api import Scan, ScanDefect
from app.domain.codes import Reading, read
from app.domain.commands import PREFIX, Command, from_barcode
from app.domain.facts import FactKind, NewFact, Subject
from app.domain.outcome import Outcome, outcome
from app.domain.outcome_anywhere import Anywhere
from app.station.journal import Journal
from app.station.session import SIGN_IN, Session
from app.store.lookup import keys_of_scan
from app.store.station.values import Entry

REPEAT = timedelta(milliseconds=80)
SHOWN_CODE = 80
"""A code on the screen is cut to this many characters; the scan log has it whole."""

DEFECTS = {
    ScanDefect.UNREADABLE: Anywhere.UNREADABLE,
    ScanDefect.TOO_LONG: Anywhere.TOO_LONG,
    ScanDefect.UNTERMINATED: Anywhere.UNTERMINATED,
    ScanDefect.SPLIT: Anywhere.SPLIT_SCAN,
}


@dataclass(frozen=True)
class Input:
    """What the scan log says of an input: redacted where it is a secret."""

    device: str
    text: str
    symbology: str = ""

    def entry(
        self, said: Outcome, screen: str, *, at: datetime, operator: str, ticket: str
    ) -> Entry:
        """The row of the scan log. screen: where it was made; ticket: its sender's number."""
        return Entry(
            at=at,
            device=self.device,
            text=self.text,
            symbology=self.symbology,
            screen=screen,
            verdict=said.kind.value,
            severity=said.kind.severity.value,
            operator=operator,
            values=json.dumps(dict(said.values), ensure_ascii=False),
            ticket=ticket,
        )


@dataclass(frozen=True)
class Heard:
    """One scan with all that is known of it by itself.

    scan: without what its scanner adds; raw: as it came. entry: for the scan log. cut: what the
    screen may show of it. owner: operator whose badge it is, "" = no badge.
    refused: why it is no usable code. reading: what GS1 says of it. found: what the site knows by
    each of the texts it can mean.
    """

    scan: Scan
    raw: Scan
    entry: Input
    cut: str
    owner: str = ""
    command: Command | None = None
    refused: Outcome | None = None
    reading: Reading | None = None
    found: Mapping[str, tuple[Subject, ...]] = field(default_factory=dict)


class Hearing:
    """Remembers each scanner's last scan: the same one again within `REPEAT` is its bounce."""

    def __init__(self, journal: Journal) -> None:
        self._rows = journal.rows
        self._kept = journal.kept
        self._last: dict[str, tuple[str, datetime]] = {}

    def hear(self, raw: Scan, session: Session) -> Heard:
        """Everything about one scan. session: whether a PIN or a badge is expected now."""
        known_trims = self._kept.now.trims
        scan = trimmed(raw, known_trims) if raw.device in known_trims else raw
        text = scan.text
        if garbage(text):
            kind = DEFECTS[scan.defect] if scan.defect else Anywhere.UNREADABLE
            entry, cut = _redacted(scan, printable(text), session)
            refused = outcome(kind, code=cut, length=len(text))
            return Heard(scan, raw, entry, cut, refused=refused)
        reading, command = read(text, scan.symbology), from_barcode(text)
        badge, texts = keys_of_scan(text, reading.gtin, reading.sscc)
        found = self._rows.find_each(texts)
        owner = found[badge][0].id if found[badge] else ""
        known = bool(found[text])
        entry, cut = _redacted(scan, text, session, owner=owner, command=command, known=known)
        refusal = self._refusal(scan, cut, command)
        return Heard(scan, raw, entry, cut, owner, command, refusal, reading, found)

    def _refusal(self, scan: Scan, cut: str, command: Command | None) -> Outcome | None:
        if scan.defect is not None:
            return outcome(DEFECTS[scan.defect], code=cut, length=len(scan.text))
        last = self._last.get(scan.device)
        self._last[scan.device] = (scan.text, scan.at)
        if last and not scan.batch and last[0] == scan.text and abs(scan.at - last[1]) < REPEAT:
            return outcome(Anywhere.REPEAT, code=cut)
        if command is None and scan.text.startswith(PREFIX):
            return outcome(Anywhere.UNKNOWN_CODE, code=cut)
        return None


def _redacted(
    scan: Scan,
    text: str,
    session: Session,
    *,
    owner: str = "",
    command: Command | None = None,
    known: bool = False,
) -> tuple[Input, str]:
    """What the log keeps and what the screen shows of a scan: badges and PINs are secrets."""
    cut = text[:SHOWN_CODE]
    if owner:
        text, cut = f"badge of {owner}", ""
    elif session.asks_pin and command is not None and command.digit is not None:
        text, cut = "pin digit", ""
    elif session.screen == SIGN_IN and command is None and not known:
        # It may be a badge all the same: half read, of another site or not yet imported.
        digest = hashlib.sha256(text.encode()).hexdigest()[:12]
        text, cut = f"unknown badge {digest}", ""
    return Input(scan.device, text, scan.symbology), cut


def garbage(text: str) -> bool:
    """Control characters but the GS1 separator (and RS, EOT of ISO/IEC 15434), half characters
    that no file can keep, or nothing.
    """
    return not text.strip() or any(
        (char < " " and char not in "\x1d\x1e\x04")
        or char == "\x7f"
        or "\ud800" <= char <= "\udfff"
        for char in text
    )


def printable(text: str) -> str:
    return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in text)


# --- what a scanner adds to every code -----------------------------------------------------------

Trims = Mapping[str, tuple[str, str]]
"""Scanner -> the prefix and suffix it adds to every code."""


def learned_trims(trims: Trims, facts: Iterable[NewFact]) -> Trims:
    """What is known after these facts: a checked scanner says what it adds."""
    checked = [fact.body for fact in facts if fact.kind is FactKind.SCANNER_CHECKED]
    return {**trims, **{one["device"]: (one["prefix"], one["suffix"]) for one in checked}}


def trimmed(scan: Scan, trims: Trims) -> Scan:
    """The scan without what its scanner adds; as it was where that is not all there."""
    if scan.defect is not None or scan.device not in trims:
        return scan
    (prefix, suffix), text = trims[scan.device], scan.text
    if not (text.startswith(prefix) and text.endswith(suffix)):
        return scan
    if len(text) <= len(prefix) + len(suffix):
        return scan
    return replace(scan, text=text[len(prefix) : len(text) - len(suffix)])
