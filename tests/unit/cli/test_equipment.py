"""From words of the command line and config.toml to the devices of a bench."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app import config as configuration
from app.clock import ManualClock
from app.compose.equipment import Equipment, InlineEquipment, Others, Specs, open_drivers
from app.config import Config
from app.device_api import DeviceKind, PageFormat, PrintJob, PrintResult, Proof
from app.errors import EnvironmentFault, UsageFault
from devices.printers.spec import open_printer
from tests.unit.domain.world import NOW

Load = Callable[[str], Config]
CLOCK = ManualClock(NOW)


def ignore(_message: object) -> None:
    """Nobody listens."""


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def read(toml: str) -> Config:
        (tmp_path / "config.toml").write_text(toml, "utf-8")
        return configuration.load(tmp_path)

    return read


# --- config.toml ---------------------------------------------------------------------------------


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert configuration.load(tmp_path) == Config()
    assert (Config().scanners, Config().printers, Config().scale) == ((), {}, "")


def test_lists_and_tables_of_devices(load: Load) -> None:
    found = load(
        'scanners = ["serial:/dev/ttyACM0", "wedge"]\nscale = "sics:/dev/ttyS0"\n'
        'printer = ["tcp:10.0.0.7:9100"]\nlock_on_stop = true\nscale_under_box = true\n'
        'test_weight_g = 1000\n[printers]\nZ2 = "tcp:10.0.0.8:9100"\n"Bench 3" = "sim"\n'
    )
    assert found.scanners == ("serial:/dev/ttyACM0", "wedge")
    assert found.printer == ("tcp:10.0.0.7:9100",)
    assert found.printers == {"Z2": "tcp:10.0.0.8:9100", "Bench 3": "sim"}
    assert (found.lock_on_stop, found.scale_under_box, found.test_weight_g) == (True, True, 1000)


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ('scanners = "wedge"', "“scanners” must be a list of texts"),
        ("scanners = [1]", "“scanners” must be a list of texts"),
        ("scanners = [[]]", "“scanners” must be a list of texts"),
        ('printers = ["sim"]', "“printers” must be a table of texts"),
        ("[printers]\nZ2 = 9100", "“printers” must be a table of texts"),
        ('[printers.Z2]\nhost = "x"', "“printers” must be a table of texts"),
        ("scale = 1", "“scale” must be str"),
        ("scale_under_box = 1", "“scale_under_box” must be bool"),
        ("test_weight_g = true", "“test_weight_g” must be int"),
        ("test_weight_g = 0.5", "“test_weight_g” must be int"),
        ('scanner = ["wedge"]', "there is no setting “scanner”"),
        ("tote_regex = 1", "there is no setting “tote_regex”"),
        ("scanners = [", "cannot be read"),
    ],
)
def test_a_wrong_setting_is_named(load: Load, toml: str, words: str) -> None:
    with pytest.raises(EnvironmentFault, match=r"config\.toml") as raised:
        load(toml)
    assert words in str(raised.value)


# --- specs ---------------------------------------------------------------------------------------


def test_the_command_line_goes_before_the_configuration() -> None:
    config = Config(scanners=("serial:/dev/ttyA",), scale="sics:/dev/ttyB", lock_on_stop=True)
    own = Specs.chosen(None, None, config)
    assert (own.scanners, own.scale, own.lock_on_stop) == (config.scanners, config.scale, True)
    said = Specs.chosen(["hid"], "hid", config)
    assert (said.scanners, said.scale) == (("hid",), "hid")
    assert Specs.chosen(None, "", config).scale == "", "a bench can do without its scale"


def test_without_a_word_a_keyboard_scanner_is_meant() -> None:
    assert Specs.chosen(None, None, Config()).scanners == ("wedge",)
    assert Specs.chosen([], None, Config()).lines == ()


def test_only_scanners_with_a_line_are_opened() -> None:
    specs = Specs(("wedge", "sim", "serial:/dev/ttyA", "wedge:prefix", "hid"))
    assert specs.lines == ("serial:/dev/ttyA", "hid")
    drivers = open_drivers(specs, ignore, CLOCK)
    assert [driver.kind for driver in drivers] == [DeviceKind.SCANNER] * 2


def test_the_scale_comes_last() -> None:
    drivers = open_drivers(Specs(("hid",), "sics:/dev/ttyB"), ignore, CLOCK)
    assert [driver.kind for driver in drivers] == [DeviceKind.SCANNER, DeviceKind.SCALE]


@pytest.mark.parametrize(
    "specs", [Specs(("nonsense",)), Specs(scale="nonsense"), Specs(("serial:/dev/a;baud=x",))]
)
def test_a_word_that_is_no_device_is_a_sentence(specs: Specs) -> None:
    with pytest.raises(UsageFault, match=r"(nonsense|“x”).*\.$"):
        Equipment(specs, (), ignore, CLOCK)


def test_a_device_named_twice_is_a_sentence() -> None:
    with pytest.raises(UsageFault, match="twice"):
        Equipment(Specs(("serial:/dev/ttyA", "serial:/dev/ttyA")), (), ignore, CLOCK)


def test_equipment_ends_although_nothing_was_ever_there(tmp_path: Path) -> None:
    specs = Specs((f"serial:{tmp_path}/none",), f"sics:{tmp_path}/nothing")
    found = Equipment(specs, (open_printer(f"file:{tmp_path}/labels"),), ignore, CLOCK)
    found.start()
    assert found.stop_reading()
    assert found.stop_printing()


# --- other benches' printers ---------------------------------------------------------------------


def test_a_neighbour_is_contacted_for_one_label(tmp_path: Path) -> None:
    heard: list[object] = []
    others = Others((("Z2", f"file:{tmp_path}/Z2"),), heard.append)
    assert not (tmp_path / "Z2").exists()
    printer = others.find("Z2")
    assert printer is not None
    printer.print(PrintJob("label-1-1", "label-1-1", {PageFormat.ZPL: b"^XA^XZ"}))
    assert (tmp_path / "Z2" / "label-1-1.zpl").read_bytes() == b"^XA^XZ"
    results = [one for one in heard if isinstance(one, PrintResult)]
    assert [(one.job_id, one.proof) for one in results] == [("label-1-1", Proof.TAKEN)]


@pytest.mark.parametrize("name", ["", "z2", "Z", "Z22"])
def test_there_is_no_other_neighbour(name: str) -> None:
    assert Others((("Z2", "sim"),), ignore).find(name) is None


def test_a_script_prints_without_threads(tmp_path: Path) -> None:
    heard: list[object] = []
    found = InlineEquipment(Specs(), (open_printer(f"file:{tmp_path}"),), heard.append)
    found.printers[0].print(PrintJob("a", "a", {PageFormat.ZPL: b"^XA^XZ"}))
    assert (tmp_path / "a.zpl").exists()
    assert found.elsewhere("Z2") is None
    found.close()
