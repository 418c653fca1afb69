"""A report's PDF by mail, by the server that the site's alarms go by."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from app.clock import SystemClock
from app.config import Config
from app.config_notices import is_address
from app.errors import EnvironmentFault, UsageFault
from app.notices.mail import PASSWORD_FILE, PASSWORD_VARIABLE, Attachment, Mail, Mailbox
from app.secret_file import kept_secret


def mailer(config: Config, home: Path, addresses: Sequence[str]) -> Callable[[str, bytes], None]:
    """What sends a PDF, by its name and content, to all of them in one mail.

    Raises UsageFault and EnvironmentFault before anything is made, and the latter where the server
    does not take the mail.
    """
    for one in addresses:
        if not is_address(one):
            raise UsageFault(f"--mail: {one} is no address such as lead@example.org.")
    if config.mail is None:
        raise EnvironmentFault("config.toml names no mail server: it has no [mail].")
    password = kept_secret(home, PASSWORD_FILE, PASSWORD_VARIABLE, os.environ)
    box = Mailbox(replace(config.mail, to=tuple(addresses)), password, SystemClock())

    def send(name: str, content: bytes) -> None:
        text = f"The report is attached: {name}\n"
        box.send(Mail(f"Packbench {config.site}: {name}", text, (Attachment(name, content),)))

    return send
