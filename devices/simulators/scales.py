"""A serial scale without hardware, behind a pseudo terminal (POSIX only)."""

from __future__ import annotations

import os
import select
import threading
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from devices.simulators.lifetime import Living

ScaleProtocol = Literal["sics", "8217", "nci"]
_ENDS = {"sics": b"\n", "nci": b"\r", "8217": b""}
_GRAMS_OF_KG = Decimal(1000)


@dataclass
class _Pan:
    """What lies on the scale, and how the scale shall answer."""

    grams: Decimal = Decimal(0)
    zero: Decimal = Decimal(0)  # the weight at the last zero command
    tare: Decimal = Decimal(0)  # what a person has tared off since
    restless: int = 0  # so many answers will say "in motion"
    condition: str = ""  # "over", "under", "fault", or "" = well
    instead: bytes | None = None  # the answer to all questions; None = the right one
    lock: threading.Lock = field(default_factory=threading.Lock)


class SimulatedScale(Living):
    """Answers as the scale of a manual does.

    spec: what devices.scales.spec.open_scale takes. division: of the display, in grams. settle: how
    many answers say "in motion" after each change. asked: how many questions came so far.
    """

    def __init__(
        self,
        protocol: ScaleProtocol = "sics",
        division: Decimal | int = 1,
        settle: int = 2,
    ) -> None:
        import pty
        import tty

        self._protocol: ScaleProtocol = protocol
        self._division = Decimal(division)
        self._settle = settle
        self._pan = _Pan()
        self.asked = 0
        self._master, self._slave = pty.openpty()
        tty.setraw(self._slave)
        os.set_blocking(self._master, False)
        self.spec = f"{protocol}:{os.ttyname(self._slave)}"
        self._wake_read, self._wake_write = os.pipe()
        self._thread = threading.Thread(target=self._serve, name=f"simulated {protocol}")

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        self.unplug()

    # --- hands -------------------------------------------------------------------------------

    def put(self, grams: Decimal | int) -> None:
        """Lay something down beside what lies there."""
        self._change(self._pan.grams + grams)

    def take(self, grams: Decimal | int) -> None:
        self._change(self._pan.grams - grams)

    def take_all(self) -> None:
        self._change(Decimal(0))

    def tare(self) -> None:
        """Tare off what lies there, by the key on the scale."""
        with self._pan.lock:
            self._pan.tare = self._pan.grams - self._pan.zero

    def clear_tare(self) -> None:
        with self._pan.lock:
            self._pan.tare = Decimal(0)

    def be(self, condition: Literal["over", "under", "fault", ""]) -> None:
        """Be over or under range or broken, or well again ("")."""
        with self._pan.lock:
            self._pan.condition = condition

    def answer_with(self, instead: bytes | None) -> None:
        """Answer everything with these bytes (b"" = silence); None = as it should."""
        with self._pan.lock:
            self._pan.instead = instead

    def send(self, data: bytes) -> None:
        """Send bytes unasked. What the line does not take is lost, as on a wire."""
        try:
            os.write(self._master, data)
        except BlockingIOError:
            return

    def unplug(self) -> None:
        """End the scale for good."""
        if self._thread.is_alive():
            os.write(self._wake_write, b"x")
            self._thread.join()
            for end in (self._master, self._slave, self._wake_read, self._wake_write):
                os.close(end)

    # --- the scale ---------------------------------------------------------------------------

    def _change(self, grams: Decimal) -> None:
        with self._pan.lock:
            self._pan.grams = grams
            self._pan.restless = self._settle

    def _serve(self) -> None:
        asked = b""
        while True:
            ready, _, _ = select.select([self._master, self._wake_read], [], [])
            if self._wake_read in ready:
                return
            try:
                asked += os.read(self._master, 1024)
            except OSError:  # nobody has the other end open
                continue
            while asked:
                question, asked = self._split(asked)
                if question is None:
                    break
                self.asked += 1
                self.send(self._answer(question))

    def _split(self, asked: bytes) -> tuple[bytes | None, bytes]:
        end = _ENDS[self._protocol]
        if not end:
            return asked[:1], asked[1:]
        question, found, rest = asked.partition(end)
        return (question.strip(), rest) if found else (None, asked)

    def _answer(self, question: bytes) -> bytes:
        with self._pan.lock:
            if self._pan.instead is not None:
                return self._pan.instead
            if question == b"Z":
                self._pan.zero, self._pan.tare = self._pan.grams, Decimal(0)
            tare = self._pan.tare
            shown = self._pan.grams - self._pan.zero - tare
            state = self._pan.condition or ("motion" if self._pan.restless else "")
            self._pan.restless = max(0, self._pan.restless - 1)
        rounded = (shown / self._division).quantize(Decimal(1)) * self._division
        match self._protocol:
            case "sics":
                return _sics(question, rounded, state, tare)
            case "8217":
                return _8217(question, rounded, state, tare)
            case "nci":
                return _nci(question, rounded, state, tare)


def _sics(question: bytes, grams: Decimal, state: str, tare: Decimal) -> bytes:
    if question == b"Z":
        return b"Z A\r\n"
    if question == b"TA":
        return f"TA A {tare:>10} g\r\n".encode()
    if question not in (b"S", b"SI"):
        return b"ES\r\n"
    refused = {"over": "S +", "under": "S -", "fault": "S I"}.get(state)
    status = "D" if state == "motion" else "S"
    return f"{refused or f'S {status} {grams:>10} g'}\r\n".encode()


def _8217(question: bytes, grams: Decimal, state: str, tare: Decimal) -> bytes:
    bits = {"motion": 0x41, "over": 0x42, "under": 0x44, "fault": 0x48}.get(state, 0x40)
    if question == b"W" and bits == 0x40 and grams >= 0:
        net = b"N" if tare else b""
        return b"\x02%s%s\r" % (f"{grams / _GRAMS_OF_KG:06.3f}".encode(), net)
    if grams < 0:
        bits |= 0x04
    return bytes([0x02, 0x3F, bits, 0x0D])


def _nci(question: bytes, grams: Decimal, state: str, tare: Decimal) -> bytes:
    if question not in (b"W", b"S", b"Z"):
        return b"\n?\r\x03"
    first = 0x30 | (state == "motion") | ((grams == 0) << 1)
    second = 0x30 | (state == "under") | ((state == "over") << 1) | ((state == "fault") << 3)
    weight = f"{grams / _GRAMS_OF_KG:>8.3f}kg" + (" NT" if tare else "")
    weight = {"over": "^" * 8 + "kg", "under": "_" * 8 + "kg"}.get(state, weight)
    shown = f"\n{weight}\r".encode() if question == b"W" else b""
    return shown + bytes([0x0A, first, second, 0x0D, 0x03])
