"""Makes the connection to a printer from its spec, the words that people write to choose it.

tcp:HOST:PORT[;language=zpl|tspl][;dpi=203|300][;paper=4x6|100x150|A6|...][;status=zebra|tspl|none]
usb:/dev/usb/lp0[;same options]
queue:NAME[:zpl|tspl|pdf][;dpi=...][;paper=...]
ipp://HOST[:PORT]/PATH[;dpi=...][;paper=...]
file:DIR
sim
"""

from __future__ import annotations

from pathlib import Path

from app.device_api import LabelPrinter, PageFormat
from app.paper import Paper, paper_named
from devices.printers.folder import FolderPrinter
from devices.printers.ipp import IppPrinter
from devices.printers.link import Port, TcpPort, UsbPort
from devices.printers.raw import RawPrinter
from devices.printers.simulated import SimulatedPrinter
from devices.printers.system_queue import QueuePrinter
from devices.printers.tspl import TsplPrinter
from devices.printers.zebra import ZebraPrinter

KNOWN = (
    "tcp:HOST:PORT, usb:/dev/usb/lp0, queue:NAME, queue:NAME:pdf, ipp://HOST/ipp/print, "
    "file:DIR or sim"
)
_LANGUAGES = {"zpl": PageFormat.ZPL, "tspl": PageFormat.TSPL}
_STATUS_OF = {"zpl": "zebra", "tspl": "tspl"}
_DPIS = {"": 0, "203": 203, "300": 300}


def open_printer(spec: str) -> LabelPrinter:
    """The connection that a spec means; contacts nothing yet. Raises ValueError with a sentence."""
    kind, _, rest = spec.partition(":")
    if kind == "file" and rest:
        return FolderPrinter(Path(rest))  # a folder's name may hold any character
    where, *pairs = rest.split(";")
    paper, pairs = _paper(pairs)
    printer: LabelPrinter
    match kind:
        case "tcp":
            printer = _by_language(_tcp(where, spec), _options(pairs, "language", "dpi", "status"))
        case "usb" if where.startswith("/dev/"):
            printer = _by_language(UsbPort(where), _options(pairs, "language", "dpi", "status"))
        case "queue" if where and not where.startswith(":"):
            printer = _queue(where, _options(pairs, "dpi"))
        case "ipp":
            printer = IppPrinter(f"ipp:{where}", dpi=_dpi(_options(pairs, "dpi")))
        case "sim" if not rest:
            printer = SimulatedPrinter()
        case _:
            raise ValueError(f"“{spec}” is no printer. Use {KNOWN}.")
    printer.paper = paper
    return printer


def _paper(pairs: list[str]) -> tuple[Paper | None, list[str]]:
    """The paper among a printer's options, and the other options."""
    sizes = [pair.removeprefix("paper=") for pair in pairs if pair.startswith("paper=")]
    if len(sizes) > 1:
        raise ValueError("A printer has one paper size. Use paper= once.")
    return paper_named(sizes[0]) if sizes else None, [
        pair for pair in pairs if not pair.startswith("paper=")
    ]


def _tcp(where: str, spec: str) -> TcpPort:
    host, _, port = where.rpartition(":")
    number = int(port) if port.isascii() and port.isdigit() and len(port) < 6 else 0
    if not host.strip("[]") or not 0 < number < 65536:
        raise ValueError(f"“{spec}” names no host and port. Use tcp:HOST:PORT.")
    return TcpPort(host.strip("[]"), number)


def _queue(where: str, options: dict[str, str]) -> QueuePrinter:
    name, _, language = where.partition(":")
    if language not in {"", "zpl", "tspl", "pdf"}:
        raise ValueError(f"A queue takes zpl, tspl or pdf, not “{language}”.")
    if name.startswith("-"):
        raise ValueError(f"“{name}” is no queue. Use queue:NAME.")
    return QueuePrinter(name, PageFormat(language or "zpl"), dpi=_dpi(options))


def _by_language(port: Port, options: dict[str, str]) -> LabelPrinter:
    language = options.get("language", "zpl")
    if language not in _LANGUAGES:
        raise ValueError(f"A raw printer takes zpl or tspl, not “{language}”.")
    dpi, status = _dpi(options), options.get("status", _STATUS_OF[language])
    if status == "none":
        return RawPrinter(port, _LANGUAGES[language], dpi=dpi)
    if status != _STATUS_OF[language]:
        raise ValueError(
            f"A printer of {language} tells its status as {_STATUS_OF[language]} or none, "
            f"not “{status}”. Use status={_STATUS_OF[language]}."
        )
    if language == "tspl":
        return TsplPrinter(port, dpi=dpi)
    return ZebraPrinter(port, dpi=dpi)


def _options(pairs: list[str], *allowed: str) -> dict[str, str]:
    options: dict[str, str] = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        if not sign or name not in allowed or name in options:
            raise ValueError(f"“{pair}” is no option here. Use {', '.join(allowed)} or paper.")
        options[name] = value
    return options


def _dpi(options: dict[str, str]) -> int:
    dpi = options.get("dpi", "")
    if dpi not in _DPIS:
        raise ValueError(
            f"Labels are made for 203 or 300 dpi, not “{dpi}”. Use dpi=203 or dpi=300."
        )
    return _DPIS[dpi]
