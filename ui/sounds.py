"""Tones that differ in pitch and rhythm, played by a program of the system (a thread of its own).

Words, colour, shape and sound give the same answer. Where nothing can play a sound, the screen and
the scanner still tell.
"""

from __future__ import annotations

import array
import logging
import math
import queue
import shutil
import subprocess
import sys
import threading
import wave
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from app.domain.outcome import Outcome, Severity
from ui.rooms import WHOLE

log = logging.getLogger(__name__)

RATE = 22_050
LOUDNESS = 0.6
FADE_S = 0.004  # without it each tone begins and ends with a click
LONGEST_S = 5.0
LOUDEST = 100

Tone = tuple[int, int, bool]
"""(hertz, milliseconds, square); 0 Hz is a rest."""


class Sound(StrEnum):
    GOOD = "good"
    LINE = "line"
    DONE = "done"
    SOFT = "soft"
    BAD = "bad"
    STOP = "stop"


TONES: dict[Sound, tuple[Tone, ...]] = {
    Sound.GOOD: ((1760, 70, False),),
    Sound.LINE: ((1320, 80, False), (1760, 110, False)),
    Sound.DONE: ((1047, 100, False), (1319, 100, False), (1760, 190, False)),
    Sound.SOFT: ((880, 110, False), (0, 80, False), (880, 110, False)),
    Sound.BAD: ((220, 260, True), (0, 90, False), (220, 260, True)),
    Sound.STOP: ((220, 200, True), (0, 80, False)) * 4,
}
URGENT = {Sound.BAD, Sound.STOP}
_BY_SEVERITY: dict[Severity, Sound | None] = {
    Severity.INFO: None,
    Severity.GOOD: Sound.GOOD,
    Severity.DONE: Sound.LINE,
    Severity.SOFT: Sound.SOFT,
    Severity.BAD: Sound.BAD,
    Severity.STOP: Sound.STOP,
}
# Each takes one file; the first that is installed plays.
_PLAYERS = (("pw-play",), ("paplay",), ("aplay", "-q"))


def sound_for(answer: Outcome) -> Sound | None:
    """The sound of an answer; None = silence."""
    return Sound.DONE if answer.kind in WHOLE else _BY_SEVERITY[answer.severity]


def samples(tones: tuple[Tone, ...], volume: int = LOUDEST) -> array.array[int]:
    """16-bit samples of the tones, one after the other. volume: per cent."""
    data = array.array("h")
    loudness = LOUDNESS * (volume / LOUDEST) ** 2  # as the ear hears it
    for hertz, milliseconds, square in tones:
        count = RATE * milliseconds // 1000
        for number in range(count):
            wave_at = math.sin(2 * math.pi * hertz * number / RATE)
            value = math.copysign(0.5, wave_at) if square and hertz else wave_at
            edge = min(number, count - number) / (RATE * FADE_S)
            data.append(int(32_767 * loudness * value * min(1.0, edge)))
    if sys.byteorder == "big":
        data.byteswap()
    return data


def make_files(folder: Path, volume: int = LOUDEST) -> dict[Sound, Path]:
    """Write the tones of this volume that are not there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    mark = "" if volume == LOUDEST else f"-{volume}"
    files = {sound: folder / f"{sound}{mark}.wav" for sound in Sound}
    for sound, file in files.items():
        if not file.is_file():
            fresh = file.with_suffix(".new")
            with wave.open(str(fresh), "wb") as out:
                out.setnchannels(1)
                out.setsampwidth(2)
                out.setframerate(RATE)
                out.writeframes(samples(TONES[sound], volume).tobytes())
            fresh.replace(file)
    return files


Play = Callable[[Path], None]


def find_player() -> Play | None:
    """A function that plays a file and returns at its end; None where no player is installed."""
    if sys.platform == "win32":
        import winsound

        return lambda file: winsound.PlaySound(str(file), winsound.SND_FILENAME)
    for command in _PLAYERS:
        if shutil.which(command[0]):
            return lambda file, command=command: _run(command, file)  # type: ignore[misc]  # bound
    return None


def _run(command: tuple[str, ...], file: Path) -> None:
    subprocess.run(
        [*command, str(file)],
        check=False,
        timeout=LONGEST_S,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


class Speaker:
    """Plays sounds one at a time; never blocks the caller, never raises."""

    def __init__(
        self,
        folder: Path,
        *,
        muted: bool = False,
        volume: int = LOUDEST,
        player: Play | None = None,
    ) -> None:
        """muted: for good. volume: 0 = silent, 100 = loudest."""
        self._folder, self._muted, self._volume = folder, muted, volume
        self._player = player
        self._wanted: queue.Queue[Sound | None] = queue.Queue()
        self._busy = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        if self._muted:
            return
        self._thread = threading.Thread(target=self._work, name="sound", daemon=True)
        self._thread.start()

    def play(self, answer: Outcome) -> None:
        """Sound the answer. While another tone sounds only a refusal waits; the rest is dropped."""
        sound = sound_for(answer)
        if sound is not None:
            self._ask(sound)

    def sound(self, sound: Sound) -> None:
        """Let this one be heard."""
        self._ask(sound)

    def ring(self, *, urgent: bool) -> None:
        """Sound an alarm or a message; urgent: one that nobody has answered for long."""
        self._ask(Sound.BAD if urgent else Sound.SOFT)

    def set_volume(self, volume: int) -> None:
        """Be so loud from now on, and let it be heard."""
        self._volume = volume
        self._ask(Sound.GOOD)

    def _ask(self, sound: Sound) -> None:
        if self._thread is None or not self._volume:
            return
        if sound in URGENT or not self._busy.is_set():
            self._busy.set()
            self._wanted.put(sound)

    def stop(self) -> None:
        if self._thread is not None:
            self._wanted.put(None)
            self._thread.join(LONGEST_S)
            self._thread = None

    def _work(self) -> None:
        player = self._player or find_player()
        if player is None:
            log.info("no sound: none of pw-play, paplay, aplay is installed")
        while (sound := self._wanted.get()) is not None:
            if player is not None:
                try:
                    player(make_files(self._folder, self._volume or LOUDEST)[sound])
                except (OSError, RuntimeError, subprocess.SubprocessError) as error:
                    log.info("no sound any more: %s", error)
                    player = None
            if self._wanted.empty():
                self._busy.clear()
