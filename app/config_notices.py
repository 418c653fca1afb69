"""Who is told what the site must know of: [mail] and [webhook] of `config.toml`. No secrets."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit


class Security(StrEnum):
    """How the way to the mail server is encrypted."""

    STARTTLS = "starttls"
    SSL = "ssl"
    NONE = "none"  # a server on this machine


@dataclass(frozen=True)
class MailSettings:
    """host, port: of the mail server. sender: the address it comes from. to: who gets it.

    user: who signs in there, "" = nobody does.
    """

    host: str
    sender: str
    to: tuple[str, ...]
    port: int = 587
    security: Security = Security.STARTTLS
    user: str = ""


_MAIL = (
    '[mail] holds host = "mail.example", sender = "packbench@example.org",'
    ' to = ["lead@example.org"] and, if need be, port = 587, security = "starttls", user = ""'
)
_WEBHOOK = '[webhook] holds url = "https://example.org/alarms" and nothing else'
_LOCAL = {"localhost", "127.0.0.1", "::1"}


def mail_settings(found: Any, faults: list[str]) -> MailSettings | None:
    """The settings of [mail]; None = there are none, or `faults` says what is wrong with them."""
    if found is None:
        return None
    known = {item.name for item in fields(MailSettings)}
    if not isinstance(found, dict) or not found.keys() <= known or not _fit(found):
        faults.append(f"{_MAIL}; its password stands in mail.password")
        return None
    security = Security(found.get("security", Security.STARTTLS))
    if security is Security.NONE and found["host"] not in _LOCAL:
        faults.append("[mail]: without encryption mail goes to a server on this machine only")
        return None
    return MailSettings(**{**found, "to": tuple(found["to"]), "security": security})


def _fit(found: dict[str, Any]) -> bool:
    texts = [found.get("host"), found.get("sender")]
    to, port = found.get("to"), found.get("port", 587)
    addresses = [found.get("sender"), *(to if isinstance(to, list) else [None])]
    return (
        all(isinstance(one, str) and one.strip() for one in texts)
        and isinstance(to, list)
        and all(is_address(one) for one in addresses)
        and type(port) is int
        and 0 < port < 65536
        and found.get("security", "ssl") in set(Security)
        and isinstance(found.get("user", ""), str)
    )


def is_address(text: Any) -> bool:
    """Of the form that a header can hold: a line break in it would begin another header."""
    return isinstance(text, str) and text.count("@") == 1 and not any(map(str.isspace, text))


def webhook_url(found: Any, faults: list[str]) -> str:
    """The address of [webhook]; "" = there is none, or it is wrong, which `faults` then says."""
    if found is None:
        return ""
    url = found.get("url") if isinstance(found, dict) and set(found) == {"url"} else None
    parts = _parts(url)
    if parts is None:
        faults.append(_WEBHOOK)
        return ""
    scheme, host, password = parts
    if password:
        faults.append("[webhook]: the address holds a password; it is signed with webhook.secret")
        return ""
    if scheme != "https" and host not in _LOCAL:
        faults.append("[webhook]: the address begins with https://")
        return ""
    return str(url)


def _parts(url: Any) -> tuple[str, str, bool] | None:
    """(scheme, host, whether a user or password stands in it); None = no address of the web."""
    if not isinstance(url, str):
        return None
    try:
        split = urlsplit(url)
        host = split.hostname
        _ = split.port
    except ValueError:
        return None
    if split.scheme not in {"http", "https"} or not host:
        return None
    return split.scheme, host, split.username is not None
