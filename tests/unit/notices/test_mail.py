"""Mail goes out as it was meant, and what goes wrong is said without the password."""

from __future__ import annotations

import smtplib
from email.message import EmailMessage
from typing import Any

import pytest

from app.clock import ManualClock
from app.config_notices import MailSettings, Security
from app.errors import EnvironmentFault
from app.notices.mail import Attachment, Mail, Mailbox
from tests.helpers.model import START

SETTINGS = MailSettings("mail.example", "pb@site.example", ("a@x.example", "b@x.example"))
SECRET = "s3cret"


class Server:
    """Stands for the connection to a mail server."""

    def __init__(self, fault: Exception | None = None, refused: tuple[str, ...] = ()) -> None:
        self.fault, self.refused = fault, refused
        self.sent: list[EmailMessage] = []
        self.signed_in: list[tuple[str, str]] = []

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *_: object) -> None:
        return

    def login(self, user: str, password: str) -> None:
        self.signed_in.append((user, password))
        if isinstance(self.fault, smtplib.SMTPAuthenticationError):
            raise self.fault

    def send_message(self, message: EmailMessage) -> dict[str, Any]:
        if self.fault is not None:
            raise self.fault
        self.sent.append(message)
        return dict.fromkeys(self.refused, (550, b"no"))


def box(server: Server, user: str = "") -> Mailbox:
    settings = MailSettings(SETTINGS.host, SETTINGS.sender, SETTINGS.to, user=user)
    return Mailbox(settings, SECRET, ManualClock(START), lambda _settings: server)  # type: ignore[arg-type,return-value]  # stands for one


def test_a_mail_has_all_its_parts() -> None:
    server = Server()
    mail = Mail("B1:\n3 缺货", "Zeile 1\nÄ", (Attachment("r.pdf", b"%PDF"), Attachment("x", b"\0")))
    box(server, "pb").send(mail)
    (sent,) = server.sent
    assert (sent["To"], sent["From"]) == ("a@x.example, b@x.example", "pb@site.example")
    assert sent["Subject"] == "B1: 3 缺货"
    assert sent["Message-ID"].endswith("@site.example>")
    body = sent.get_body()
    assert body is not None and body.get_content() == "Zeile 1\nÄ\n"
    found = [
        (x.get_filename(), x.get_content_type(), x.get_content()) for x in sent.iter_attachments()
    ]
    assert found == [
        ("r.pdf", "application/pdf", b"%PDF"),
        ("x", "application/octet-stream", b"\0"),
    ]
    assert server.signed_in == [("pb", SECRET)]


def test_without_a_user_nobody_signs_in() -> None:
    server = Server()
    box(server).send(Mail("a", "b"))
    assert (server.signed_in, len(server.sent)) == ([], 1)


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (smtplib.SMTPAuthenticationError(535, f"no: {SECRET}".encode()), "let the user in (535)"),
        (smtplib.SMTPDataError(452, b"disk\nfull"), "452 disk full"),
        (smtplib.SMTPRecipientsRefused({"a@x.example": (550, b"no")}), "refuses a@x.example"),
        (smtplib.SMTPServerDisconnected("gone"), "gone"),
        (ConnectionRefusedError(111, "Connection refused"), "Connection refused"),
        (TimeoutError("timed out"), "timed out"),
    ],
)
def test_a_failure_is_one_sentence_without_the_password(fault: Exception, words: str) -> None:
    with pytest.raises(EnvironmentFault) as caught:
        box(Server(fault), "pb").send(Mail("a", "b"))
    assert words in str(caught.value) and "mail.example" in str(caught.value)
    assert SECRET not in str(caught.value) and caught.value.__cause__ is None


def test_one_refused_recipient_is_a_failure() -> None:
    with pytest.raises(EnvironmentFault, match=r"refuses b@x\.example"):
        box(Server(refused=("b@x.example",))).send(Mail("a", "b"))


def test_the_way_is_encrypted_unless_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """The real connection: STARTTLS is demanded, and a server that cannot is left at once."""
    from app.notices import mail

    closed: list[bool] = []

    class Plain:
        def __init__(self, host: str, port: int, timeout: float) -> None:
            assert (host, port, timeout) == ("mail.example", 587, mail.TIMEOUT_S)

        def starttls(self, *, context: object) -> None:
            assert context is not None
            raise smtplib.SMTPNotSupportedError("STARTTLS extension not supported by server.")

        def close(self) -> None:
            closed.append(True)

    monkeypatch.setattr(smtplib, "SMTP", Plain)
    with pytest.raises(smtplib.SMTPNotSupportedError):
        mail.connected(SETTINGS)
    assert closed == [True]
    assert SETTINGS.security is Security.STARTTLS
