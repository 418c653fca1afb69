"""Tells the keys of a keyboard scanner from a person's typing; pure, by the events' own times.

Prefix mode (always on): the scanner sends Ctrl+B (STX) first and Enter or Tab last. All keys in
between belong to the scan, however slowly the machine delivers them. Timing mode (optional): a
burst of characters with no gap above `hold_ms` that ends with Enter or Tab is a scan. All other
keys are typing and are handed on to the window.

Timing alone is not safe: when a scan stalls, its rest looks like a shorter code. So a burst that
begins within `split_ms` after a handed-on character is SPLIT, that is, refused. When a burst was
handed on that was long enough for a scan, the next Enter is taken as a SPLIT scan, too: it must
not press a button.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.device_api import KeyPress, KeyVerdict, RawFrame, ScanDefect
from devices import us_keyboard
from devices.framing import MAX_BYTES, escaped, judge

_GS = "\x1d"
_STX_KEY = 48  # B
_PASS = KeyVerdict()
_HOLD = KeyVerdict(hold=True)


@dataclass(frozen=True)
class WedgeSettings:
    """prefix_key: evdev code that begins a scan (48 = B with Ctrl; 59 = F1 ... 68 = F10).
    prefix_ctrl: whether Ctrl is held with it. prefix_text: the same key where the windowing
    system gives no scan codes. abort_ms: silence that ends a scan before its Enter. timing: also
    take bursts without a prefix; hold_ms, min_chars and split_ms are for those.
    """

    prefix_key: int = _STX_KEY
    prefix_ctrl: bool = True
    prefix_text: str = "\x02"
    abort_ms: int = 1000
    timing: bool = False
    hold_ms: int = 35
    min_chars: int = 4
    split_ms: int = 1000
    max_chars: int = MAX_BYTES


class WedgeDecoder:
    """Decodes all keys of the window; implements KeyDecoder.

    frame: how the last finished scan came, None before the first. Its caps_lock is set where the
    host made a letter of another case than the Shift key says.
    """

    def __init__(self, settings: WedgeSettings | None = None) -> None:
        self._set = settings or WedgeSettings()
        self._capturing = False
        self.frame: RawFrame | None = None
        self._text: list[str] = []
        self._typed: list[str] = []
        self._caps_lock = False
        self._first_ms = 0
        self._held = 0
        self._bad = False
        self._last_ms = 0
        self._leaked = False  # characters were handed on lately,
        self._leaked_ms = 0  # at this time,
        self._broken = False  # and enough of them to be the beginning of a scan
        self._after_leak = False  # the burst at hand began while `_leaked` was set

    def press(self, key: KeyPress) -> KeyVerdict:
        """What to do with the keys held so far and with this one."""
        gap, self._last_ms = key.timestamp_ms - self._last_ms, key.timestamp_ms
        if self._capturing:
            return self._captured(key, gap)
        if self._is_prefix(key):
            self._capturing = True
            self._first_ms = key.timestamp_ms
            return KeyVerdict(hold=True, replay=self._release(leak=True))
        return self._timed(key, gap) if self._set.timing else _PASS

    def idle(self, now_ms: int) -> KeyVerdict:
        """No key has come until now_ms, by the clock of the keys' own times."""
        silence = now_ms - self._last_ms
        if self._capturing:
            if silence < self._set.abort_ms:
                return _PASS
            return self._finish(ScanDefect.UNTERMINATED)
        if self._held and silence > self._set.hold_ms:
            return KeyVerdict(replay=self._release(leak=True))
        return _PASS

    # --- between prefix and Enter ------------------------------------------------------------

    def _captured(self, key: KeyPress, gap: int) -> KeyVerdict:
        if self._is_prefix(key):
            verdict = self._finish(ScanDefect.SPLIT)
            self._capturing = True
            self._first_ms = key.timestamp_ms
            return KeyVerdict(hold=True, scan=verdict.scan)
        if gap >= self._set.abort_ms:  # so late a key belongs to the scan, not to typing
            return self._finish(ScanDefect.UNTERMINATED)
        if _is_end(key):
            return self._finish(None)
        self._take(key)
        return _HOLD

    def _take(self, key: KeyPress) -> None:
        if _is_modifier(key):
            self._bad = self._bad or key.scan_code == us_keyboard.ALT
            return
        char = _character(key)
        self._bad = self._bad or char is None or not key.sure
        if char is not None and len(self._text) <= self._set.max_chars:
            if not self._text and not self._capturing:
                self._first_ms = key.timestamp_ms
            self._text.append(char)
            self._typed.append(key.text)
            self._caps_lock = self._caps_lock or _shows_caps_lock(key)

    def _finish(self, defect: ScanDefect | None) -> KeyVerdict:
        text, bad = "".join(self._text), self._bad
        self.frame = RawFrame(
            text.encode(),
            b"" if defect is ScanDefect.UNTERMINATED else b"\r",
            self._last_ms - self._first_ms,
            "".join(self._typed),
            self._caps_lock,
        )
        self._capturing = False
        self._release(leak=False)
        if len(text) > self._set.max_chars:
            return KeyVerdict(scan=(escaped(text), "", ScanDefect.TOO_LONG))
        if bad:
            defect = defect or ScanDefect.UNREADABLE
        return KeyVerdict(scan=judge(text, defect))

    # --- bursts without a prefix -------------------------------------------------------------

    def _timed(self, key: KeyPress, gap: int) -> KeyVerdict:
        replay = self._release(leak=True) if self._held and gap > self._set.hold_ms else 0
        if key.timestamp_ms - self._leaked_ms > self._set.split_ms:
            self._forget_leak()
        if _is_end(key):
            return self._burst_ended(replay)
        if not key.scan_code and not key.text:
            # A modifier or an F-key: nobody can say which, so it is handed on.
            return KeyVerdict(replay=replay)
        char = _character(key)
        shortcut = key.ctrl and char != _GS and not self._held
        if not _is_modifier(key) and (char is None or shortcut):
            return KeyVerdict(replay=replay + self._release(leak=True))
        if not self._text:
            self._after_leak = self._leaked
        self._held += 1
        self._take(key)
        return KeyVerdict(hold=True, replay=replay)

    def _burst_ended(self, replay: int) -> KeyVerdict:
        whole = len(self._text) >= self._set.min_chars
        if self._broken or whole:
            split = self._broken or self._after_leak
            verdict = self._finish(ScanDefect.SPLIT if split else None)
            self._forget_leak()
            return KeyVerdict(replay=replay, scan=verdict.scan)
        replay += self._release(leak=True)
        self._forget_leak()  # a typed Enter: what comes next is not the rest of that line
        return KeyVerdict(replay=replay)

    # --- both --------------------------------------------------------------------------------

    def _release(self, *, leak: bool) -> int:
        """Forget the held keys; how many they were.

        leak: they are handed on as typing, so a burst that follows soon is refused.
        """
        if leak and self._text:
            self._leaked = True
            self._leaked_ms = self._last_ms
            self._broken = self._broken or len(self._text) >= self._set.min_chars
        held, self._held = self._held, 0
        self._text.clear()
        self._typed.clear()
        self._caps_lock = False
        self._bad = False
        return held

    def _forget_leak(self) -> None:
        self._leaked = self._broken = False

    def _is_prefix(self, key: KeyPress) -> bool:
        wanted = self._set
        if key.ctrl != wanted.prefix_ctrl:
            return False
        if key.scan_code:
            return key.scan_code == wanted.prefix_key
        return bool(wanted.prefix_text) and key.text == wanted.prefix_text


def _is_end(key: KeyPress) -> bool:
    if key.scan_code:
        return key.scan_code in us_keyboard.ENDS
    return key.text in ("\r", "\n", "\t")


def _shows_caps_lock(key: KeyPress) -> bool:
    """A letter is upper case without Shift, or lower case with it."""
    return key.text.isalpha() and key.text.isupper() is not key.shift


def _is_modifier(key: KeyPress) -> bool:
    if key.scan_code:
        return key.scan_code in us_keyboard.MODIFIERS
    return not key.text


def _character(key: KeyPress) -> str | None:
    if key.scan_code:
        return us_keyboard.character(key.scan_code, shift=key.shift, ctrl=key.ctrl)
    return key.text or None
