"""Mail by the site's own server (SMTP, RFC 5321)."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from mimetypes import guess_type

from app.clock import Clock
from app.config_notices import MailSettings, Security
from app.errors import EnvironmentFault

TIMEOUT_S = 20.0
PASSWORD_FILE, PASSWORD_VARIABLE = "mail.password", "PACKBENCH_MAIL_PASSWORD"
"""Where the password stands: in a file of the home, or in a variable."""


@dataclass(frozen=True)
class Attachment:
    name: str
    content: bytes


@dataclass(frozen=True)
class Mail:
    """subject: one line; a line break in it becomes a space. text: plain."""

    subject: str
    text: str
    attachments: tuple[Attachment, ...] = ()


Connect = Callable[[MailSettings], smtplib.SMTP]


class Mailbox:
    """Sends mail; blocks until the server has taken it, or for `TIMEOUT_S` a step."""

    def __init__(
        self,
        settings: MailSettings,
        password: str,
        clock: Clock,
        connect: Connect | None = None,
    ) -> None:
        self._settings = settings
        self._password = password
        self._clock = clock
        self._connect = connect or connected

    def send(self, mail: Mail) -> None:
        """Raises EnvironmentFault, which names the server and never the password."""
        settings = self._settings
        message = self._message(mail)
        try:
            with self._connect(settings) as server:
                if settings.user:
                    server.login(settings.user, self._password)
                refused = server.send_message(message)
        except (OSError, smtplib.SMTPException, ssl.SSLError) as error:
            raise EnvironmentFault(
                f"The mail server {settings.host} did not take the mail: {_why(error)}."
            ) from None
        if refused:
            raise EnvironmentFault(
                f"The mail server {settings.host} refuses {', '.join(sorted(refused))}."
            )

    def _message(self, mail: Mail) -> EmailMessage:
        message = EmailMessage()
        message["Subject"] = " ".join(mail.subject.split())
        message["From"] = self._settings.sender
        message["To"] = ", ".join(self._settings.to)
        message["Date"] = format_datetime(self._clock.now())
        message["Message-ID"] = make_msgid(domain=self._settings.sender.partition("@")[2])
        message.set_content(mail.text)
        for one in mail.attachments:
            kind = guess_type(one.name)[0] or "application/octet-stream"
            main, _, sub = kind.partition("/")
            message.add_attachment(one.content, maintype=main, subtype=sub, filename=one.name)
        return message


def connected(settings: MailSettings) -> smtplib.SMTP:
    """A connection whose server has proven its name, unless it is on this machine."""
    host, port, trust = settings.host, settings.port, ssl.create_default_context()
    if settings.security is Security.SSL:
        return smtplib.SMTP_SSL(host, port, timeout=TIMEOUT_S, context=trust)
    server = smtplib.SMTP(host, port, timeout=TIMEOUT_S)
    if settings.security is Security.STARTTLS:
        try:
            server.starttls(context=trust)
        except BaseException:
            server.close()
            raise
    return server


def _why(error: OSError | smtplib.SMTPException) -> str:
    """Of a refused sign-in the code alone: some servers repeat what was said to them."""
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return f"it does not let the user in ({error.smtp_code})"
    if isinstance(error, smtplib.SMTPResponseException):
        told = error.smtp_error
        text = told.decode(errors="replace") if isinstance(told, bytes) else str(told)
        return f"{error.smtp_code} {' '.join(text.split())}".strip()
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return f"it refuses {', '.join(sorted(error.recipients))}"
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).rstrip(".")
