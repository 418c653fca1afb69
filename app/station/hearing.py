"""What a scan is by itself, before a workflow asks what it means.

It is trimmed, redacted, checked and looked up here, once for all who ask later.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from app.device_api import Scan, ScanDefect
from app.domain.codes import Reading, begins_as_gs1, read
from app.domain.commands import PREFIX, Command, from_barcode
from app.domain.facts import FactKind, NewFact, Subject
from app.domain.gs1.elements import GS
from app.domain.outcome import Outcome, outcome
from app.domain.outcome_anywhere import Anywhere
from app.station.journal import Journal
from app.station.session import SIGN_IN, Session
from app.store.lookup import keys_of_scan
from app.store.station.meta import Trim
from app.store.station.values import Entry

REPEAT = timedelta(milliseconds=80)
"""The same code from the same scanner within this time is a bounce of its trigger."""
_AROUND = " \t\r\n\x02\x03\u00a0\u3000"
"""What scanners and printers put around a code: blanks, line ends, start and end of text."""
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
    """An input as the scan log keeps it. text: redacted where it is a secret.

    device: a scanner's or scale's identity, or "screen", "keyboard", "keypad", "clock".
    """

    device: str
    text: str
    symbology: str = ""

    def entry(
        self, said: Outcome, screen: str, *, at: datetime, operator: str, ticket: str
    ) -> Entry:
        """The row of the scan log. screen: the one it was made on. ticket: its sender's number."""
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

    scan: without what its scanner adds. raw: as it came. entry: for the scan log.
    cut: what the screen may show of its text. owner: operator whose badge it is, "" = no badge.
    command: of a command barcode. refused: why it cannot be used, None = it can.
    reading: its text read by the rules of GS1, None = it is unreadable.
    found: the site's rows by each text that the scan can mean.
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
    """Hears scans. It remembers each scanner's last one, to know a bounce of the trigger."""

    def __init__(self, journal: Journal) -> None:
        self._rows = journal.rows
        self._kept = journal.kept
        self._last: dict[str, tuple[str, datetime]] = {}

    def hear(self, raw: Scan, session: Session) -> Heard:
        """Everything about one scan. session: tells whether a PIN or a badge is expected now."""
        known_trims = self._kept.now.trims
        scan = trimmed(raw, known_trims) if raw.device in known_trims else raw
        if scan.text[:1] in _AROUND or scan.text[-1:] in _AROUND:
            scan = replace(scan, text=scan.text.strip(_AROUND))
        text = scan.text
        if garbage(text):
            kind = DEFECTS[scan.defect] if scan.defect else Anywhere.UNREADABLE
            entry, cut = _redacted(scan, printable(text), session)
            refused = outcome(kind, code=cut, length=len(text))
            return Heard(scan, raw, entry, cut, refused=refused)
        reading, command = read(text, scan.symbology), from_barcode(text)
        badge, texts = keys_of_scan(text, (reading.gtin, reading.or_gtin), reading.sscc)
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
    elif session.asks_pin and scan.defect is not None:
        text, cut = "keys while a PIN was asked", ""  # typed so fast that they looked like a scan
    elif session.screen == SIGN_IN and command is None and not known:
        # An unknown code may be a badge: half read, of another site or not yet imported.
        digest = hashlib.sha256(text.encode()).hexdigest()[:12]
        text, cut = f"unknown badge {digest}", ""
    return Input(scan.device, text, scan.symbology), cut


def garbage(text: str) -> bool:
    """Whether a text can be no code: it is blank or has control characters or lone surrogates.

    Allowed are the separator of GS1 and RS, EOT of ISO/IEC 15434. A lone surrogate is half a
    character; no file can keep it.
    """
    return not text.strip() or any(
        (char < " " and char not in "\x1d\x1e\x04")
        or char == "\x7f"
        or "\ud800" <= char <= "\udfff"
        for char in text
    )


def printable(text: str) -> str:
    """The text, with a hex escape for each character that cannot be shown."""
    return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in text)


# --- what a scanner adds to every code -----------------------------------------------------------

Trims = Mapping[str, Trim]
"""Scanner -> what it does to every code."""


def learned_trims(trims: Trims, facts: Iterable[NewFact]) -> Trims:
    """The trims after these facts. A SCANNER_CHECKED fact has what its scanner does to codes."""
    checked = [fact.body for fact in facts if fact.kind is FactKind.SCANNER_CHECKED]
    learned = {
        one["device"]: Trim(one["prefix"], one["suffix"], one.get("separator", ""))
        for one in checked
    }
    return {**trims, **learned}


def trimmed(scan: Scan, trims: Trims) -> Scan:
    """The scan without its scanner's prefix and suffix.

    It is returned as it came if it is defective, lacks one of them or would be empty without them.
    """
    if scan.defect is not None or scan.device not in trims:
        return scan
    trim, text = trims[scan.device], scan.text
    if not (text.startswith(trim.prefix) and text.endswith(trim.suffix)):
        return scan
    if len(text) <= len(trim.prefix) + len(trim.suffix):
        return scan
    text = text[len(trim.prefix) : len(text) - len(trim.suffix)]
    if trim.separator and begins_as_gs1(text, scan.symbology):
        text = text.replace(trim.separator, GS)
    return replace(scan, text=text)
