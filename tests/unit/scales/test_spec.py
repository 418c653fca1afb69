"""Scales as the configuration names them, and USB scales behind a false hidapi."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from app.device_api import (
    Ability,
    Beep,
    DeviceChanged,
    DeviceDenied,
    DeviceFault,
    DeviceKind,
    DeviceLost,
    Trouble,
    Weight,
)
from devices.scales.hid_scale import HidDevice, HidLibrary, HidLine, HidScale
from devices.scales.serial_scale import SerialScale
from devices.scales.spec import open_scale


def clock() -> datetime:
    return datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("spec", "device", "name", "place"),
    [
        ("sics:COM5", "COM5", "COM5", "COM5"),
        ("8217:/dev/ttyS0;unit=lb", "/dev/ttyS0", "/dev/ttyS0", "/dev/ttyS0"),
        ("nci:socket://10.0.0.7:4001;name=B 2;baud=4800", "socket://10.0.0.7:4001", "B 2", "="),
        ("sics:usb:0EB8:F000;name=Bench", "usb:0eb8:f000", "Bench", None),
    ],
)
def test_serial_specs(spec: str, device: str, name: str, place: str | None) -> None:
    driver = open_scale(spec, list[object]().append, clock)
    assert isinstance(driver, SerialScale)
    assert (driver.kind, driver.device, driver.name) == (DeviceKind.SCALE, device, name)
    assert driver.find() == (device if place == "=" else place)
    assert Ability.ZERO in driver.abilities


@pytest.mark.parametrize(
    ("spec", "device"),
    [
        ("hid", "hid"),
        ("hid:usb:0922:800A;name=D", "usb:0922:800a"),
        ("hid:usb:0922:8003:A1", "usb:0922:8003:A1"),
    ],
)
def test_hid_specs(spec: str, device: str) -> None:
    driver = open_scale(spec, list[object]().append, clock)
    assert isinstance(driver, HidScale)
    assert driver.device == device
    assert Ability.ZERO not in driver.abilities


@pytest.mark.parametrize(
    "spec",
    [
        "",
        "sics",
        "sics:",
        "sma:COM5",
        "sics:COM5;unit=g",
        "sics:COM5;baud=fast",
        "sics:COM5;baud=1",
        "8217:COM5;unit=stone",
        "8217:COM5;unit",
        "hid:0922:8003",
        "hid;baud=9600",
    ],
)
def test_a_wrong_spec_is_refused_in_a_sentence(spec: str) -> None:
    with pytest.raises(ValueError, match=r"^(A|The|This) .*\.$"):
        open_scale(spec, list[object]().append, clock)


class FakeHid:
    """A false hidapi with one open device; after its reports it is unplugged."""

    def __init__(self, *reports: str, refuse: bool = False) -> None:
        self.reports = [list(bytes.fromhex(report)) for report in reports]
        self.refuse = refuse
        self.closed = False
        self.found: list[Mapping[str, object]] = []

    def enumerate(self, vendor_id: int, product_id: int) -> list[Mapping[str, object]]:
        return self.found

    def device(self) -> HidDevice:
        return self

    def open_path(self, path: bytes) -> None:
        if self.refuse:
            raise OSError("open failed")

    def read(self, size: int, timeout_ms: int) -> list[int]:
        if not self.reports:
            raise OSError("read error")
        return self.reports.pop(0)

    def close(self) -> None:
        self.closed = True


def usb(product: int, serial: str, path: str, page: int = 0x8D) -> Mapping[str, object]:
    return {
        "vendor_id": 0x0922,
        "product_id": product,
        "serial_number": serial,
        "path": path.encode(),
        "usage_page": page,
    }


def no_library() -> HidLibrary:
    raise ImportError("no hidapi")


def test_a_usb_scale_is_found_only_where_it_is_the_only_one() -> None:
    fake = FakeHid()
    fake.found = [usb(0x8003, "A1", "one"), usb(0x8003, "A2", "two"), usb(0x1, "", "keys", 0x8C)]
    for device, place in (
        ("hid", None),
        ("usb:0922:8003", None),
        ("usb:0922:8003:A2", "two"),
        ("usb:0922:9999", None),
        ("usb:0922:0001", None),
    ):
        assert HidScale(device, print, clock, library=lambda: fake).find() == place
    fake.found = fake.found[1:]
    assert HidScale("hid", print, clock, library=lambda: fake).find() == "two"


def open_hid(fake: FakeHid, told: list[object]) -> HidLine:
    return HidScale("hid", told.append, clock, library=lambda: fake).open("one")


def test_the_first_report_may_be_stale_and_is_not_believed() -> None:
    told: list[object] = []
    stable_20, zero, stable_645 = "030402001400", "03020BFF0000", "03040BFF3419"
    line = open_hid(FakeHid(stable_20, "", zero, zero, "", stable_645, stable_645), told)
    with pytest.raises(DeviceLost) as lost:
        line.run()
    line.close()
    assert lost.value.trouble is Trouble.CONNECTION_LOST
    assert [f"{one.value} {one.unit}" for one in told if isinstance(one, Weight)] == [
        "0.0 oz",
        "645.2 oz",
    ]
    assert not any(
        isinstance(one, DeviceChanged) for one in told
    )  # that it opened is told by others


def test_a_missing_library_and_a_guarded_device() -> None:
    driver = HidScale("hid", print, clock, library=no_library)
    place = driver.find()
    assert place is not None
    with pytest.raises(DeviceFault) as missing:
        driver.open(place)
    assert missing.value.trouble is Trouble.LIBRARY_MISSING
    with pytest.raises(DeviceDenied) as denied:
        open_hid(FakeHid(refuse=True), [])
    assert denied.value.trouble is Trouble.NO_PERMISSION


def test_cancel_ends_it_and_a_scale_has_no_beep() -> None:
    fake = FakeHid("030402001400")
    line = open_hid(fake, [])
    line.give(Beep.GOOD)
    line.free()
    line.cancel()
    line.run()
    line.close()
    assert fake.closed
    assert fake.reports  # it did not even look
