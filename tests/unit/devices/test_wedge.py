"""Scans and typing told apart by prefix and by time."""

from __future__ import annotations

import string

import pytest

from app.device_api import KeyPress, KeyVerdict, ScanDefect
from devices import us_keyboard
from devices.wedge import WedgeDecoder, WedgeSettings

CODES = {
    (us_keyboard.character(code, shift=shift, ctrl=False) or ""): (code, shift)
    for shift in (True, False)
    for code in range(58)
}
ENTER, TAB, CTRL, SHIFT, ALT = 28, 15, 29, 42, 56
STX = KeyPress(48, "\x02", shift=False, ctrl=True, timestamp_ms=0)


def key(char: str, at: int, text: str | None = None) -> KeyPress:
    """The key a US scanner presses; text is the host's idea of it."""
    if char == "\x1d":
        return KeyPress(27, "$", shift=False, ctrl=True, timestamp_ms=at)
    code, shift = CODES[char]
    return KeyPress(code, char if text is None else text, shift, ctrl=False, timestamp_ms=at)


def plain(code: int, at: int, text: str = "") -> KeyPress:
    return KeyPress(code, text, shift=False, ctrl=False, timestamp_ms=at)


def typed(text: str, start: int, gap: int) -> list[KeyPress]:
    return [key(c, start + i * gap) for i, c in enumerate(text)]


def run(decoder: WedgeDecoder, keys: list[KeyPress]) -> list[KeyVerdict]:
    return [decoder.press(k) for k in keys]


def prefixed(text: str, gap: int = 2) -> list[KeyPress]:
    keys = [STX, *typed(text, gap, gap)]
    return [*keys, plain(ENTER, keys[-1].timestamp_ms + gap, "\r")]


def test_every_printable_ascii_character_has_its_key() -> None:
    assert set(CODES) >= set(string.printable[:95])


def test_prefixed_scan_is_held_and_comes_out_whole() -> None:
    verdicts = run(WedgeDecoder(), prefixed("]C10109501101530003\x1d10aBc-7/z"))
    assert all(v.hold and not v.replay and v.scan is None for v in verdicts[:-1])
    assert verdicts[-1].scan == ("0109501101530003\x1d10aBc-7/z", "]C1", None)


@pytest.mark.parametrize("gap", [0, 1, 30, 250, 900])
def test_a_prefixed_scan_does_not_depend_on_speed(gap: int) -> None:
    assert run(WedgeDecoder(), prefixed("JJD000390007", gap))[-1].scan == (
        "JJD000390007",
        "",
        None,
    )


def test_the_hosts_layout_does_not_matter() -> None:
    azerty = [key(c, 5, t) for c, t in zip("0109", "à&àç", strict=True)]
    verdicts = run(WedgeDecoder(), [STX, *azerty, plain(TAB, 9)])
    assert verdicts[-1].scan == ("0109", "", None)


def test_text_is_used_where_there_are_no_scan_codes() -> None:
    keys = [KeyPress(0, c, shift=False, ctrl=c == "\x02", timestamp_ms=1) for c in "\x02Ab1\r"]
    assert run(WedgeDecoder(), keys)[-1].scan == ("Ab1", "", None)


def test_modifier_keys_inside_a_scan_are_swallowed() -> None:
    keys = [STX, plain(SHIFT, 1), key("A", 2), plain(CTRL, 3), key("\x1d", 4), plain(ENTER, 5)]
    verdicts = run(WedgeDecoder(), keys)
    assert all(v.hold for v in verdicts[:-1])
    assert verdicts[-1].scan == ("A\x1d", "", None)


def test_number_pad_mode_is_refused() -> None:
    keys = [STX, plain(ALT, 1), plain(82, 2, "0"), plain(ENTER, 3)]
    assert run(WedgeDecoder(), keys)[-1].scan == ("0", "", ScanDefect.UNREADABLE)


def test_a_scan_that_falls_silent_is_reported_and_never_typed() -> None:
    decoder = WedgeDecoder()
    run(decoder, [STX, *typed("JJD0", 1, 1)])
    assert decoder.idle(900) == KeyVerdict()
    assert decoder.idle(1004) == KeyVerdict(scan=("JJD0", "", ScanDefect.UNTERMINATED))
    assert decoder.idle(9000) == KeyVerdict()
    assert decoder.press(key("x", 9001)) == KeyVerdict()


def test_a_key_after_the_silence_belongs_to_the_broken_scan() -> None:
    decoder = WedgeDecoder()
    run(decoder, [STX, *typed("JJD0", 1, 1)])
    verdict = decoder.press(plain(ENTER, 2000, "\r"))
    assert verdict.scan == ("JJD0", "", ScanDefect.UNTERMINATED)


def test_a_second_prefix_splits_the_first_scan() -> None:
    decoder = WedgeDecoder()
    run(decoder, [STX, *typed("JJD0", 1, 1)])
    assert decoder.press(STX) == KeyVerdict(hold=True, scan=("JJD0", "", ScanDefect.SPLIT))
    assert run(decoder, [key("7", 9), plain(ENTER, 10)])[-1].scan == ("7", "", None)


def test_a_function_key_can_be_the_prefix() -> None:
    decoder = WedgeDecoder(WedgeSettings(prefix_key=68, prefix_ctrl=False, prefix_text=""))
    verdicts = run(decoder, [plain(68, 0), key("7", 1), plain(ENTER, 2)])
    assert verdicts[-1].scan == ("7", "", None)


def test_a_scan_without_end_is_too_long() -> None:
    decoder = WedgeDecoder(WedgeSettings(max_chars=10))
    scan = run(decoder, prefixed("7" * 50))[-1].scan
    assert scan is not None
    assert scan[2] is ScanDefect.TOO_LONG


def test_without_timing_mode_typing_is_never_touched() -> None:
    decoder = WedgeDecoder()
    keys = [*typed("hello", 0, 1), plain(ENTER, 9)]
    assert run(decoder, keys) == [KeyVerdict()] * 6


# --- timing mode -----------------------------------------------------------------------------


def timing() -> WedgeDecoder:
    return WedgeDecoder(WedgeSettings(timing=True))


@pytest.mark.parametrize("gap", [0, 4, 35])
def test_a_burst_is_a_scan(gap: int) -> None:
    keys = typed("]E04012345", 5000, gap)
    verdicts = run(timing(), [*keys, plain(ENTER, keys[-1].timestamp_ms + gap)])
    assert verdicts[-1] == KeyVerdict(scan=("4012345", "]E0", None))


@pytest.mark.parametrize("gap", [36, 60, 120])
def test_typing_is_handed_on_in_order(gap: int) -> None:
    decoder = timing()
    keys = typed("hello", 5000, gap)
    verdicts = run(decoder, keys)
    assert [v.replay for v in verdicts] == [0, 1, 1, 1, 1]
    assert decoder.idle(keys[-1].timestamp_ms + 36).replay == 1
    assert decoder.press(plain(ENTER, keys[-1].timestamp_ms + gap)) == KeyVerdict()


def test_a_short_burst_is_typing() -> None:
    verdicts = run(timing(), [*typed("abc", 5000, 5), plain(ENTER, 5015)])
    assert verdicts[-1] == KeyVerdict(replay=3)


@pytest.mark.parametrize("first", range(1, 12))
def test_a_split_burst_is_refused_wherever_it_splits(first: int) -> None:
    text = "JJD000390007"
    begin, end = typed(text[:first], 5000, 2), typed(text[first:], 5100, 2)
    decoder = timing()
    run(decoder, begin)
    decoder.idle(5090)
    verdict = run(decoder, [*end, plain(ENTER, end[-1].timestamp_ms + 2)])[-1]
    assert verdict.scan is not None
    assert verdict.scan[2] is ScanDefect.SPLIT


def test_the_late_enter_of_a_scan_presses_nothing() -> None:
    decoder = timing()
    run(decoder, typed("JJD000390007", 5000, 2))
    assert decoder.idle(5090).replay == 12
    verdict = decoder.press(plain(ENTER, 5100))
    assert verdict.scan is not None
    assert verdict.scan[2] is ScanDefect.SPLIT


def test_after_a_split_and_a_pause_scans_are_good_again() -> None:
    decoder = timing()
    run(decoder, typed("JJD000390007", 5000, 2))
    decoder.idle(5090)
    decoder.press(plain(ENTER, 5100))
    verdicts = run(decoder, [*typed("4012345", 5200, 2), plain(ENTER, 5216)])
    assert verdicts[-1].scan == ("4012345", "", None)


def test_a_scan_right_after_typing_is_refused_and_later_is_good() -> None:
    decoder = timing()
    run(decoder, typed("ab", 5000, 100))
    verdicts = run(decoder, [*typed("4012345", 5600, 2), plain(ENTER, 5616)])
    assert verdicts[-1].scan == ("4012345", "", ScanDefect.SPLIT)
    verdicts = run(decoder, [*typed("4012345", 9600, 2), plain(ENTER, 9616)])
    assert verdicts[-1].scan == ("4012345", "", None)


def test_function_keys_and_shortcuts_pass_at_once() -> None:
    decoder = timing()
    assert decoder.press(plain(59, 5000)) == KeyVerdict()
    ctrl_f = KeyPress(33, "\x06", shift=False, ctrl=True, timestamp_ms=5500)
    assert decoder.press(ctrl_f) == KeyVerdict()


def test_the_frame_tells_what_the_host_made_of_the_keys() -> None:
    decoder = WedgeDecoder()
    keys = [STX, key("A", 4, "q"), key("b", 8, "B"), key("7", 12, "è"), plain(ENTER, 16, "\r")]
    run(decoder, keys)
    frame = decoder.frame
    assert frame is not None
    assert (frame.raw, frame.typed, frame.terminator) == (b"Ab7", "qBè", b"\r")
    assert frame.span_ms == 16
    assert frame.caps_lock


def test_caps_lock_is_not_guessed_without_a_sign_of_it() -> None:
    decoder = WedgeDecoder()
    run(decoder, prefixed("Ab-7"))
    assert decoder.frame is not None
    assert not decoder.frame.caps_lock


def test_the_frame_of_a_burst_begins_with_its_first_key() -> None:
    decoder = WedgeDecoder(WedgeSettings(timing=True))
    run(decoder, [*typed("4012345", 1000, 5), plain(ENTER, 1035, "\r")])
    assert decoder.frame is not None
    assert decoder.frame.span_ms == 35
