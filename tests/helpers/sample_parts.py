"""What the sample views are made of: frames, lines, devices."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from app.device_api import Ability, DeviceChanged, DeviceKind, DeviceState, Trouble
from app.domain.commands import Command
from app.station.views import Action, Frame, LineView, Link

NOW = datetime(2026, 3, 2, 14, 8, tzinfo=UTC)
SSCC = "395011010000000018"

PRODUCTS_EN = (
    ("SKU-20417", "Orange mug, 300 ml"),
    ("SKU-11802", "Tea towel, set of three"),
    ("SKU-30055", "Teapot, one litre, enamelled steel, with lid and strainer"),
    ("SKU-44120", "Gift card"),
    ("SKU-09911", "Coaster"),
    ("SKU-10010", "Spoon"),
    ("SKU-77310", "Glass vase"),
)
PRODUCTS_ZH = (
    ("SKU-20417", "橙色马克杯 300 毫升"),
    ("SKU-11802", "茶巾三件套"),
    ("SKU-30055", "搪瓷钢茶壶一升，带壶盖和滤网"),
    ("SKU-44120", "礼品卡"),
    ("SKU-09911", "杯垫"),
    ("SKU-10010", "勺子"),
    ("SKU-77310", "玻璃花瓶"),
)


SCANNER = DeviceChanged(
    DeviceKind.SCANNER,
    "usb:0c2e:0b6a:20012345",
    DeviceState.READY,
    detail="/dev/ttyACM0, 115200 8N1",
    name="Honeywell Xenon 1952",
    abilities=(Ability.BEEP, Ability.LOCK),
)
PRINTER = DeviceChanged(
    DeviceKind.PRINTER,
    "tcp:10.0.0.31:9100",
    DeviceState.READY,
    detail="ZD421-203dpi ZPL, V93.21",
    name="Zebra ZD421",
    abilities=(Ability.STATUS, Ability.COUNT),
)
SCALE = DeviceChanged(
    DeviceKind.SCALE,
    "serial:ttyUSB0",
    DeviceState.READY,
    detail="MT-SICS",
    abilities=(Ability.ZERO,),
)


def in_trouble(device: DeviceChanged, trouble: Trouble, state: DeviceState) -> DeviceChanged:
    return replace(device, trouble=trouble, state=state)


def devices(scanner: DeviceState = DeviceState.READY) -> tuple[DeviceChanged, ...]:
    trouble = Trouble.NOT_CONNECTED if scanner is DeviceState.LOST else None
    return (replace(SCANNER, state=scanner, trouble=trouble), PRINTER, SCALE)


def actions(*commands: Command, disabled: tuple[Command, ...] = ()) -> tuple[Action, ...]:
    return tuple(Action(command, enabled=command not in disabled) for command in commands)


def frame(language: str = "en", **changes: object) -> Frame:
    chinese = language.startswith("zh")
    plain = Frame(
        station="P3",
        operator="李伟" if chinese else "Li Wei",
        language=language,
        link=Link(online=True, waiting=0),
        devices=devices(),
        order="SO-10482",
        customer="蓝鹭贸易" if chinese else "Blue Heron GmbH",
        carrier="顺丰速运" if chinese else "DHL Express",
        cut_off=NOW + timedelta(minutes=82),
        done=15,
        wanted=21,
        weight="2.350 kg",
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # any field of the view


def empty(language: str, *commands: Command) -> Frame:
    """No order open."""
    return frame(
        language, order="", customer="", carrier="", done=0, wanted=0, actions=actions(*commands)
    )


def line(
    number: int, language: str = "en", done: int = 0, wanted: int = 1, **changes: object
) -> LineView:
    products = PRODUCTS_ZH if language.startswith("zh") else PRODUCTS_EN
    sku, name = products[(number - 1) % len(products)]
    return LineView(number, sku, name, done, wanted, **changes)  # type: ignore[arg-type]  # any field


def lines(language: str) -> tuple[LineView, ...]:
    return (
        line(1, language, 3, 5, current=True),
        line(2, language, 0, 1),
        line(3, language, 0, 1),
        line(4, language, 0, 2),
        line(5, language, 6, 6),
        line(6, language, 6, 6),
        line(7, language, 1, 2, short=1),
    )
