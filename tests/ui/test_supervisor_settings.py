"""The page of settings: whole at every size; what was typed stays, and each no has its why."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.config import Config
from app.device_api import Trouble
from app.domain.rows.site_rules import TABLE
from app.overview.asking import Came, Told
from app.overview.settings import SETTINGS, Changed, Refused, Rule, Tried
from tests.helpers.asked_office import AskedOffice
from tests.helpers.sample_parts import NOW
from tests.ui.looking import cut_words, hidden_rows, overlapping, rows_of, said, shown
from ui.application import set_language
from ui.sounds import Sound
from ui.supervisor.settings.entries import Ways
from ui.supervisor.settings.page import ROOMS, SettingsPage
from ui.theme import Theme, apply, fit_scale, is_low
from ui.widgets.fit_label import FitLabel
from ui.widgets.rows import RowList
from ui.widgets.touch_button import TouchButton
from ui.words.settings import NAMES
from ui.words.settings import RULES as SAID

SIZES = ((1920, 1000), (1366, 708), (1024, 540), (2560, 1370))
CONFIG = Config(scanners=("serial:/dev/ttyACM0;feedback=ssi;name=Left", "wedge"))
RULES = (
    Rule("expires_by", "either", "which date takes goods out of sale"),
    Rule("cost_carton.BOX-S", "0.35", "what one box of this kind costs", "7", NOW),
)
Make = Callable[..., SettingsPage]


@pytest.fixture
def office() -> AskedOffice:
    return AskedOffice()


@pytest.fixture
def make(qtbot: QtBot, qapp: QApplication, office: AskedOffice) -> Make:
    def one(size: tuple[int, int] = (1920, 1000), language: str = "en") -> SettingsPage:
        page = SettingsPage(office, CONFIG, Ways())
        qtbot.addWidget(page)
        page.resize(*size)
        set_language(language)
        scale = fit_scale("bench", *size)
        theme = Theme(scale=scale, language=language, low=is_low("bench", size[1], scale))
        apply(qapp, theme)
        page.dress(theme)
        page.show()
        page.opened()
        return page

    return one


def settle(page: SettingsPage) -> None:
    for _ in range(4):  # a layout of a layout of a layout
        QApplication.sendPostedEvents()


def hear(page: SettingsPage, topic: str, value: object, came: Came = Came.ANSWERED) -> None:
    page.hear(Told(topic, page.asked[topic], came, NOW, value))
    settle(page)


def press(page: SettingsPage, name: str) -> None:
    (key,) = [one for one in page.findChildren(TouchButton, name) if one.isVisible()]
    key.click()
    settle(page)


def fields(page: SettingsPage) -> list[QLineEdit]:
    return [one for one in page.findChildren(QLineEdit) if one.isVisible()]


def told(page: SettingsPage) -> str:
    labels = page.findChildren(FitLabel, "settings_said")
    return " ".join(one.text() for one in labels if one.isVisible())


def listed(page: SettingsPage) -> list[str]:
    return rows_of(page, "settings_list")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_entry_is_whole(make: Make, language: str, size: tuple[int, int]) -> None:
    page = make(size, language)
    hear(page, "rules", RULES)
    for room in ROOMS:
        press(page, f"room_{room}")
        for entry in page.entries():
            page.choose(entry.key)
            settle(page)
            assert cut_words(page) == [], entry.key
            assert overlapping(page) == [], entry.key
            assert hidden_rows(page) == [], entry.key


def test_every_setting_has_words() -> None:
    assert {one.key for one in SETTINGS} <= set(NAMES)
    assert {f"sound_{one}" for one in Sound} <= set(NAMES)
    assert {one.what for one in TABLE.values()} <= set(SAID)


def test_language_is_saved_and_counts_at_once(
    make: Make, office: AskedOffice, qtbot: QtBot
) -> None:
    page = make()
    press(page, "choice_zh_CN")
    assert office.asked[-1] == ("change", "language", "zh_CN")
    with qtbot.wait_signal(page.language) as spoken:
        hear(page, "set", Changed("language", Config(language="zh_CN")))
    assert spoken.args == ["zh_CN"]
    assert told(page) == "Saved."
    assert listed(page)[0] == "Language 简体中文"


def test_light_volume_and_sounds_ask_nobody(make: Make, office: AskedOffice, qtbot: QtBot) -> None:
    page = make()
    asked = list(office.asked)
    page.choose("dark")
    settle(page)
    with qtbot.wait_signal(page.dark) as dark:
        press(page, "choice_true")
    page.choose("volume")
    settle(page)
    with qtbot.wait_signal(page.volume) as volume:
        press(page, "choice_25")
    heard: list[str] = []
    page.sound.connect(heard.append)
    for sound in Sound:
        page.choose(f"sound_{sound}")
        settle(page)
        press(page, "settings_play")
    assert (dark.args, volume.args, heard) == ([True], [25], [one.value for one in Sound])
    assert office.asked == asked
    assert listed(page)[1:3] == ["Light or dark Dark", "Volume 25 %"]


def test_devices_are_lines_that_can_be_tested(make: Make, office: AskedOffice) -> None:
    page = make()
    press(page, "room_devices")
    assert [one.text() for one in fields(page)] == [*CONFIG.scanners, ""]
    fields(page)[2].setText("hid")
    press(page, "settings_test")
    text = "\n".join((*CONFIG.scanners, "hid"))
    assert office.asked[-1] == ("test", "scanners", text)
    found = (Tried("wedge", ""), Tried("hid", "", Trouble.NO_PERMISSION.value, "gone"))
    hear(page, "test", found)
    (rows,) = [one for one in page.findChildren(RowList, "settings_results") if one.isVisible()]
    results = [row.spoken() for row in rows.rows()]
    assert results[0] == "wedge It works"
    assert results[1].startswith("hid ")
    assert Trouble.NO_PERMISSION.value not in results[1]
    assert fields(page)[2].text() == "hid", "what is typed stays"
    press(page, "settings_save")
    assert office.asked[-1] == ("change", "scanners", text)
    hear(page, "test", ())
    assert told(page) == "No device is named"


@pytest.mark.parametrize("refused", list(Refused))
def test_each_refusal_has_words_and_what_was_typed_stays(make: Make, refused: Refused) -> None:
    page = make()
    press(page, "room_bench")
    page.choose("idle_lock_s")
    settle(page)
    fields(page)[0].setText("1")
    QTest.keyClick(fields(page)[0], Qt.Key.Key_Return)
    hear(page, "set", Changed("idle_lock_s", refused=refused, words="“idle_lock_s” goes from 10"))
    assert told(page)
    assert ("goes from 10" in told(page)) == (refused is Refused.WRONG)
    assert fields(page)[0].text() == "1"
    page.choose("reserve")
    settle(page)
    assert told(page) == "", "it was told of another setting"


def test_a_late_answer_is_not_told_of_another_entry(make: Make) -> None:
    page = make()
    press(page, "room_bench")
    press(page, "settings_save")
    late = Told("set", page.asked["set"], Came.ANSWERED, NOW, Changed("site", CONFIG))
    page.choose("reserve")
    settle(page)
    page.hear(late)
    assert told(page) == ""


def test_a_rule_of_the_site_is_set_by_who_is_signed_in(make: Make, office: AskedOffice) -> None:
    page = make()
    hear(page, "rules", RULES)
    press(page, "room_rules")
    assert listed(page) == ["expires_by either", "cost_carton.BOX-S 0.35"]
    assert any("Nobody has set it" in said(one) for one in shown(page))
    page.person("7")
    fields(page)[0].setText("expiry")
    press(page, "settings_save")
    assert office.asked[-1] == ("rule", "expires_by", "expiry", "7")
    hear(page, "rule_set", Changed("expires_by"))
    assert told(page) == "Saved."
    assert office.asked[-1:] == [("rules",)]
    hear(page, "rules", (Rule("expires_by", "expiry", RULES[0].what, "7", NOW),))
    assert any("Set by 7, 2026-03-02" in said(one) for one in shown(page))


def test_without_the_centre_rules_say_so(make: Make) -> None:
    page = make()
    press(page, "room_rules")
    page.opened()
    hear(page, "rules", None, Came.AWAY)
    assert page.entries() == ()
    listed_ = page.findChild(RowList, "settings_list")
    assert listed_ is not None and listed_.rows() == ()
    assert any(said(one) == "The centre is away" for one in shown(page))


def test_another_size_keeps_what_is_typed(make: Make) -> None:
    page = make()
    press(page, "room_bench")
    fields(page)[0].setText("North")
    page.dress(Theme(dark=True))
    settle(page)
    assert fields(page)[0].text() == "North"
