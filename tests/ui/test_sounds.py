"""Tones differ in pitch and rhythm; a refusal is never dropped; no player is no trouble."""

from __future__ import annotations

import logging
import threading
import wave
from pathlib import Path

import pytest

from app.domain.outcome import Outcome, OutcomeKind, Severity
from app.domain.outcome_anywhere import Anywhere
from app.domain.pack.outcome import Packing
from ui import sounds
from ui.sounds import RATE, TONES, Sound, Speaker, make_files, samples, sound_for

GOOD = Outcome(Packing.UNIT_PACKED)
BAD = Outcome(Packing.NOT_ON_ORDER)


class Recorder:
    """Plays nothing; notes what it was given, and can be held up."""

    def __init__(self, wanted: int) -> None:
        self.played: list[str] = []
        self.gate = threading.Event()
        self.done = threading.Event()
        self._wanted = wanted

    def __call__(self, file: Path) -> None:
        self.gate.wait(10)
        self.played.append(file.stem)
        if len(self.played) == self._wanted:
            self.done.set()


@pytest.mark.parametrize(
    ("kind", "sound"),
    [
        (Packing.UNIT_PACKED, Sound.GOOD),
        (Packing.LINE_PACKED, Sound.LINE),
        (Packing.ORDER_PACKED, Sound.DONE),
        (Anywhere.NOT_HERE, Sound.SOFT),
        (Packing.NOT_ON_ORDER, Sound.BAD),
        (Packing.WRONG_LABEL, Sound.STOP),
        (Anywhere.DIGITS, None),
    ],
)
def test_the_sound_of_an_answer(kind: OutcomeKind, sound: Sound | None) -> None:
    assert sound_for(Outcome(kind)) is sound


def test_every_severity_is_decided() -> None:
    assert set(sounds._BY_SEVERITY) == set(Severity)


def test_files_are_made_once_and_are_as_long_as_said(tmp_path: Path) -> None:
    files = make_files(tmp_path)
    assert set(files) == set(Sound)
    before = files[Sound.BAD].stat().st_mtime_ns
    assert make_files(tmp_path)[Sound.BAD].stat().st_mtime_ns == before
    for sound, file in files.items():
        with wave.open(str(file)) as tone:
            frames = sum(RATE * milliseconds // 1000 for _, milliseconds, _ in TONES[sound])
            assert tone.getnframes() == frames
            assert tone.getframerate() == RATE


def test_a_softer_volume_has_files_of_its_own_that_are_softer(tmp_path: Path) -> None:
    loud, soft = make_files(tmp_path)[Sound.BAD], make_files(tmp_path, 50)[Sound.BAD]
    assert loud != soft
    loudest = [max(abs(one) for one in samples(TONES[Sound.BAD], volume)) for volume in (100, 50)]
    assert 0 < loudest[1] < loudest[0] / 2


def test_a_changed_volume_is_heard_and_silence_is_not(tmp_path: Path) -> None:
    recorder = Recorder(wanted=1)
    recorder.gate.set()
    speaker = Speaker(tmp_path, player=recorder, volume=0)
    speaker.start()
    speaker.play(BAD)
    speaker.set_volume(50)
    assert recorder.done.wait(10)
    speaker.stop()
    assert recorder.played == ["good-50"]


def test_no_two_sounds_are_alike() -> None:
    rhythms = {tuple((hertz, length) for hertz, length, _ in tones) for tones in TONES.values()}
    assert len(rhythms) == len(Sound)


def test_good_sounds_are_dropped_while_one_plays_but_refusals_are_not(tmp_path: Path) -> None:
    recorder = Recorder(wanted=2)
    speaker = Speaker(tmp_path, player=recorder)
    speaker.start()
    for answer in (GOOD, GOOD, BAD, GOOD):
        speaker.play(answer)
    recorder.gate.set()
    assert recorder.done.wait(10)
    speaker.stop()
    assert recorder.played == ["good", "bad"]


def test_a_muted_station_plays_nothing(tmp_path: Path) -> None:
    speaker = Speaker(tmp_path / "none", muted=True)
    speaker.start()
    speaker.play(BAD)
    speaker.stop()
    assert not (tmp_path / "none").exists()


def test_without_a_player_it_is_said_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sounds, "find_player", lambda: None)
    with caplog.at_level(logging.INFO, "ui.sounds"):
        speaker = Speaker(tmp_path)
        speaker.start()
        speaker.play(BAD)
        speaker.play(BAD)
        speaker.stop()
    assert len(caplog.records) == 1
    assert caplog.records[0].levelno == logging.INFO


def test_a_player_that_fails_ends_the_sound_only(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(_file: Path) -> None:
        raise OSError("no sound card")

    with caplog.at_level(logging.INFO, "ui.sounds"):
        speaker = Speaker(tmp_path, player=fails)
        speaker.start()
        speaker.play(BAD)
        speaker.play(BAD)
        speaker.stop()
    assert [record.getMessage() for record in caplog.records] == [
        "no sound any more: no sound card"
    ]
