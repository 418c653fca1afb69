"""A Zebra on TCP without a Zebra: answers, holds, prints and counts as the real thing does.

While it is faulty it keeps the formats it is given and prints them when it is mended: this is how
double labels happen. Like a real one it is silent to ~HS while media, ribbon or head are out.
"""

from __future__ import annotations

import re
import socket
import threading
from collections import deque
from contextlib import suppress
from pathlib import Path

from app.device_api import Trouble
from devices.simulators.graphic_field import GraphicError, picture
from devices.simulators.lifetime import Living

_FLAGS = {
    Trouble.PAPER_OUT: 0x1,
    Trouble.RIBBON_OUT: 0x2,
    Trouble.HEAD_OPEN: 0x4,
    Trouble.CUTTER: 0x8,
    Trouble.OVERHEATED: 0x10,
    Trouble.PAUSED: 0,  # ~HS tells it
}
_SILENT = {Trouble.PAPER_OUT, Trouble.RIBBON_OUT, Trouble.HEAD_OPEN}
_DOTS_PER_MM = {152: 6, 203: 8, 300: 12, 600: 24}
_MOST_BUFFER = 8 * 1024 * 1024

_TOKEN = re.compile(
    rb"~(HI|HQES|HS|JA)|! U1 getvar \"([^\"\r\n]{0,80})\"\r?\n"
    rb"|(\^XA(?:(?!~(?:HI|HQES|HS|JA)).)*?\^XZ)",  # such a command is obeyed inside a format, too
    re.DOTALL,
)
_QUANTITY = re.compile(rb"\^PQ\s*(\d{1,8})")


class VirtualZebra(Living):
    """Listens from its construction on; `start` (or `with`) begins to answer.

    dpi: what ~HI says. folder: where the pictures of printed ^GF graphics go. counts: it has an
    odometer. printed: each format, ^XA to ^XZ, that came out. odometer: labels in its life.
    """

    def __init__(
        self,
        host: str = "127.0.0.1",
        port: int = 0,
        *,
        dpi: int = 203,
        folder: Path | None = None,
        counts: bool = True,
        odometer: int = 1245,
    ) -> None:
        self.printed: list[bytes] = []
        self.odometer = odometer
        self.connections = 0
        self._dpi = dpi
        self._folder = folder
        self._counts = counts
        self._changed = threading.Condition()
        self._held: deque[bytes] = deque()
        self._fault: Trouble | None = None
        self._next_fault: Trouble | None = None
        self._lose = False
        self._slow_s = 0.0
        self._partial = False
        self._buffer = bytearray()
        self._ending = False
        self._line: socket.socket | None = None
        self._server = socket.create_server((host, port))
        self.host, self.port = self._server.getsockname()[:2]
        self._threads = [
            threading.Thread(target=work, name=f"virtual zebra {self.port}", daemon=True)
            for work in (self._serve, self._print)
        ]

    @property
    def spec(self) -> str:
        """For `open_printer`."""
        return f"tcp:{self.host}:{self.port}"

    # --- what a person does to it ------------------------------------------------------------

    def fault(self, trouble: Trouble | None) -> None:
        """None = mended: what it holds comes out now. Raises ValueError for others' troubles."""
        self._demand_known(trouble)
        with self._changed:
            self._fault = trouble
            self._changed.notify_all()

    def fault_with_next_job(self, trouble: Trouble) -> None:
        """The next format is taken, and then this fault shows before it is printed."""
        self._demand_known(trouble)
        with self._changed:
            self._next_fault = trouble

    def lose_next_job(self) -> None:
        """The next format is taken and forgotten, as in a power cut."""
        with self._changed:
            self._lose = True

    def slow(self, seconds: float) -> None:
        """How long every label takes from now on."""
        with self._changed:
            self._slow_s = seconds
            self._changed.notify_all()

    @staticmethod
    def _demand_known(trouble: Trouble | None) -> None:
        if trouble is not None and trouble not in _FLAGS:
            raise ValueError(f"A virtual Zebra cannot have {trouble.value}.")

    # --- life --------------------------------------------------------------------------------

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def close(self) -> None:
        with self._changed:
            self._ending = True
            self._changed.notify_all()
            line = self._line
        for end in (line, self._server):
            if end is not None:
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)  # closing alone wakes nobody
        self._server.close()
        for thread in self._threads:
            if thread.ident is not None:
                thread.join(5)

    # --- the line ----------------------------------------------------------------------------

    def _serve(self) -> None:
        """One connection after the other; a second one waits its turn."""
        while True:
            try:
                line, _peer = self._server.accept()
            except OSError:
                return
            with line:
                with self._changed:
                    if self._ending:
                        return
                    self._line = line
                    self.connections += 1
                with suppress(OSError):
                    self._converse(line)
                with self._changed:
                    self._line = None

    def _converse(self, line: socket.socket) -> None:
        """Obey what comes. Half a format stays when its line ends, and the next one is added."""
        buffer = self._buffer
        while data := line.recv(65536):
            buffer += data
            while (token := _TOKEN.search(buffer)) is not None:
                begin, end = token.span()
                keeps = token[1] != b"JA" and token[3] is None and b"^XA" in buffer[:begin]
                answer = self._obey(token)
                del token  # else the buffer cannot shrink
                del buffer[begin if keeps else 0 : end]
                if answer:
                    line.sendall(answer)
            if len(buffer) > _MOST_BUFFER:
                del buffer[:-_MOST_BUFFER]
            with self._changed:
                self._partial = b"^XA" in buffer

    def _obey(self, token: re.Match[bytes]) -> bytes:
        command, variable, zpl = token.groups()
        with self._changed:
            if zpl is not None:
                self._take(bytes(zpl))
                return b""
            if variable is not None:
                known = self._counts and variable == b"odometer.total_label_count"
                return b'"%d"\r\n' % self.odometer if known else b'"?"\r\n'
            match bytes(command):
                case b"HI":
                    return self._identification()
                case b"HQES":
                    return self._errors()
                case b"HS":
                    return b"" if self._fault in _SILENT else self._status()
                case _:
                    self._held.clear()
                    self._partial = False
                    self._changed.notify_all()
                    return b""

    def _take(self, zpl: bytes) -> None:
        if self._lose:
            self._lose = False
            return
        if self._next_fault is not None:
            self._fault, self._next_fault = self._next_fault, None
        if not self._held:  # else it does not disturb the label at hand
            self._changed.notify_all()
        quantity = _QUANTITY.search(zpl)
        self._held.extend([zpl] * min(int(quantity[1]) if quantity else 1, 1000))

    def _identification(self) -> bytes:
        dots = _DOTS_PER_MM[self._dpi]
        return b"\x02ZTC ZD420-%ddpi ZPL,V93.20.15Z,%d,4194304\x03\r\n" % (self._dpi, dots)

    def _errors(self) -> bytes:
        flags = _FLAGS[self._fault] if self._fault is not None else 0
        return (
            b"\x02\r\nPRINTER STATUS\r\n"
            b" ERRORS:         %d 00000000 %08X\r\n"
            b" WARNINGS:       0 00000000 00000000\r\n\x03" % (bool(flags), flags)
        )

    def _status(self) -> bytes:
        held, paused = min(len(self._held), 999), self._fault is Trouble.PAUSED
        return (
            b"\x02030,0,%d,1245,%03d,0,0,%d,000,0,0,0\x03\r\n" % (paused, held, self._partial)
            + b"\x02000,0,0,0,0,2,4,0,%08d,1,000\x03\r\n" % held
            + b"\x021234,0\x03\r\n"
        )

    # --- the press ---------------------------------------------------------------------------

    def _print(self) -> None:
        with self._changed:
            while not self._ending:
                if not self._held or self._fault is not None:
                    self._changed.wait()
                    continue
                # Any change begins the label anew: a label that was stopped is no label.
                if self._slow_s and self._changed.wait(self._slow_s):
                    continue
                self._come_out()

    def _come_out(self) -> None:
        zpl = self._held.popleft()
        self.printed.append(zpl)
        self._keep_picture(zpl)
        self.odometer += 1

    def _keep_picture(self, zpl: bytes) -> None:
        if self._folder is None:
            return
        try:
            image = picture(zpl)
        except GraphicError:
            return  # a real one prints rubbish
        if image is not None:
            self._folder.mkdir(parents=True, exist_ok=True)
            path = self._folder / f"label-{len(self.printed):04d}.png"
            image.save(path, dpi=(self._dpi, self._dpi))
