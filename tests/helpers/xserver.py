"""An X server without a screen, a window manager, and fingers on its keyboard (Linux).

Keys are typed by key code, as a US keyboard scanner does, through XTEST. The server itself keeps
the time between them, so that a busy machine does not turn a scan into typing.
"""

from __future__ import annotations

import os
import select
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from PIL import Image
from Xlib import X
from Xlib.display import Display
from Xlib.ext import xtest

from tests.helpers.program import DEADLINE_S, wait_until

SCREEN = (2000, 1200)
PRESENT = shutil.which("Xvfb") is not None and shutil.which("openbox") is not None

_OFFSET = 8  # X11 key codes are evdev codes plus 8
_SHIFT, _CTRL, _B, _ENTER = 42, 29, 48, 28
_ROWS = ((2, "1234567890-="), (16, "qwertyuiop[]"), (30, "asdfghjkl;'`"), (44, "zxcvbnm,./"))
_KEYS = {char: (first + i, False) for first, row in _ROWS for i, char in enumerate(row)}
_KEYS |= {" ": (57, False), "\\": (43, False), "\n": (_ENTER, False)}
_KEYS |= {char.upper(): (code, True) for char, (code, _) in list(_KEYS.items()) if char.isalpha()}


class Keyboard:
    """One keyboard scanner, and a hand."""

    def __init__(self, display: Display) -> None:
        self._display = display

    def scan(self, text: str, *, prefix: bool = True, key_ms: int = 8) -> None:
        """A scanner's burst: Ctrl+B (unless without prefix), the code, Enter."""
        if prefix:
            self._key(_CTRL, down=True, after_ms=key_ms)
            self._tap(_B, key_ms)
            self._key(_CTRL, down=False, after_ms=1)
        self.type(text + "\n", key_ms=key_ms)

    def cut_scan(self, text: str, first: int, pause_ms: int) -> None:
        """A burst without a prefix that stalls after its first keys. Returns when all is typed."""
        self.type(text[:first], key_ms=4)
        code, _ = _KEYS[text[first]]
        self._key(code, down=True, after_ms=pause_ms)
        self._key(code, down=False, after_ms=2)
        self.type(text[first + 1 :] + "\n", key_ms=4)

    def type(self, text: str, *, key_ms: int = 120) -> None:
        """As a person does it, unless it is told to hurry. Returns when all is typed."""
        for char in text:
            code, shift = _KEYS[char]
            if shift:
                self._key(_SHIFT, down=True, after_ms=1)
            self._tap(code, key_ms - shift * 2)
            if shift:
                self._key(_SHIFT, down=False, after_ms=1)
        self._display.sync()

    def with_ctrl(self, char: str) -> None:
        """A shortcut, as a person presses it."""
        self._key(_CTRL, down=True, after_ms=120)
        self._tap(_KEYS[char][0], 120)
        self._key(_CTRL, down=False, after_ms=60)
        self._display.sync()

    def _tap(self, code: int, key_ms: int) -> None:
        self._key(code, down=True, after_ms=key_ms - key_ms // 2)
        self._key(code, down=False, after_ms=key_ms // 2)

    def _key(self, code: int, *, down: bool, after_ms: int) -> None:
        kind = X.KeyPress if down else X.KeyRelease
        xtest.fake_input(self._display, kind, code + _OFFSET, time=max(after_ms, 1))


class XServer:
    """A running server; `name` is its DISPLAY."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.display = Display(name)
        self.keyboard = Keyboard(self.display)

    def property(self, name: str) -> list[int]:
        """A property of the root window, such as _NET_ACTIVE_WINDOW."""
        root = self.display.screen().root
        found = root.get_full_property(self.display.intern_atom(name), X.AnyPropertyType)
        return list(found.value) if found is not None else []

    def active_title(self) -> str:
        """Title of the window that has the keyboard, "" none."""
        for number in self.property("_NET_ACTIVE_WINDOW"):
            if number:
                window = self.display.create_resource_object("window", number)
                return str(window.get_wm_name() or "")
        return ""

    def active_area(self) -> tuple[int, int, int, int]:
        """Where the active window's contents are: left, top, width, height."""
        (number,) = self.property("_NET_ACTIVE_WINDOW")
        window = self.display.create_resource_object("window", number)
        size = window.get_geometry()
        place = self.display.screen().root.translate_coords(window, 0, 0)
        return place.x, place.y, size.width, size.height

    def click(self, x: int, y: int) -> None:
        xtest.fake_input(self.display, X.MotionNotify, 0, x=x, y=y)
        xtest.fake_input(self.display, X.ButtonPress, 1, time=20)
        xtest.fake_input(self.display, X.ButtonRelease, 1, time=40)
        self.display.sync()

    def picture(self) -> Image.Image:
        """Everything on the screen."""
        root = self.display.screen().root
        raw = root.get_image(0, 0, *SCREEN, X.ZPixmap, 0xFFFFFFFF)
        return Image.frombytes("RGB", SCREEN, raw.data, "raw", "BGRX")


@contextmanager
def x_server(log: Path) -> Iterator[XServer]:
    """Xvfb on a free display, with openbox; both gone afterwards."""
    reader, writer = os.pipe()
    with log.open("wb") as out:
        words = ["-screen", "0", f"{SCREEN[0]}x{SCREEN[1]}x24", "-nolisten", "tcp", "-noreset"]
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), *words],
            pass_fds=(writer,),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
        )
        os.close(writer)
        try:
            name = f":{_line(reader)}"
            with _opened(name) as found, _manager(name, out.fileno()):
                wait_until(lambda: found.property("_NET_SUPPORTING_WM_CHECK"), "the window manager")
                yield found
        finally:
            os.close(reader)
            _end(server)


@contextmanager
def _opened(name: str) -> Iterator[XServer]:
    found = XServer(name)
    with closing(found.display):
        yield found


@contextmanager
def _manager(name: str, out: int) -> Iterator[None]:
    program = subprocess.Popen(
        ["openbox", "--sm-disable"],
        env=os.environ | {"DISPLAY": name},
        stdin=subprocess.DEVNULL,
        stdout=out,
        stderr=out,
    )
    try:
        yield
    finally:
        _end(program)


def _line(fd: int) -> str:
    """The display number Xvfb has found to be free."""
    text = b""
    while not text.endswith(b"\n"):
        assert select.select([fd], [], [], DEADLINE_S)[0], "Xvfb did not start"
        data = os.read(fd, 64)
        assert data, "Xvfb has ended"
        text += data
    return text.decode().strip()


def _end(program: subprocess.Popen[bytes]) -> None:
    program.terminate()
    try:
        program.wait(10)
    except subprocess.TimeoutExpired:
        program.kill()
        program.wait(10)
