"""`packbench alarms watch` as a program: without a window it keeps the alarms and tells of them."""

from __future__ import annotations

import json
from email import message_from_string
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from app.errors import ExitCode
from app.notices.webhook import SIGNATURE, signature
from tests.helpers.mail_server import mail_server
from tests.helpers.program import Program, environment, make_site, run_program, wait_until

MAIL = """\
[mail]
host = "127.0.0.1"
port = {port}
security = "none"
sender = "packbench@site.example"
to = ["lead@site.example"]

[webhook]
url = "http://127.0.0.1:{hook}/alarms"
"""


def test_it_tells_by_mail_and_webhook_and_ends_on_sigterm(tmp_path: Path) -> None:
    home = make_site(tmp_path / "home", "SO-1 lines=2xMUG", "SO-2 lines=9000xMUG")
    heard: list[tuple[str, bytes]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            heard.append((self.headers[SIGNATURE], body))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            return

    with mail_server() as mail, HTTPServer(("127.0.0.1", 0), Handler) as hook:
        thread = Thread(target=hook.serve_forever)
        thread.start()
        config = home / "config.toml"
        before = config.read_text("utf-8") if config.exists() else ""
        told = MAIL.format(port=mail.port, hook=hook.server_port)
        config.write_text(before + told, "utf-8")
        env = environment(PACKBENCH_WEBHOOK_SECRET="k")
        with Program("alarms", "watch", "--home", home, env=env) as program:
            wait_until(lambda: mail.mails and heard, "mail and call")
            listed = run_program("alarms", "list", "--json", "--home", home).answers[0]["alarms"]
            ended = program.stop(20)
        hook.shutdown()
        thread.join()
    assert (ended.code, ended.err) == (ExitCode.OK, "")
    assert {one["kind"] for one in listed} == {"no_stock", "late_to_cut_off"}
    (sent,) = map(message_from_string, mail.mails)
    assert sent["To"] == "lead@site.example" and "(and 1 more)" in sent["Subject"]
    assert "MUG: orders without goods: 1" in sent.get_payload()
    ((signed, body),) = heard
    assert signed == f"sha256={signature(body, 'k')}"
    assert json.loads(body)["alarms"] == listed
    assert "Traceback" not in (home / "logs" / "packbench.log").read_text("utf-8")


@pytest.mark.parametrize("words", [("watch",), ("list",)])
def test_without_a_centre_it_says_so(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = run_program("alarms", *words, "--home", tmp_path)
    assert done.code == ExitCode.ERROR and "no centre" in done.sentence


def test_a_secret_that_others_can_read_is_refused(tmp_path: Path) -> None:
    home = make_site(tmp_path / "home")
    config = home / "config.toml"
    before = config.read_text("utf-8") if config.exists() else ""
    config.write_text(before + MAIL.format(port=9, hook=9), "utf-8")
    secret = home / "mail.password"
    secret.write_text("s3cret", "utf-8")
    secret.chmod(0o644)
    done = run_program("alarms", "watch", "--home", home)
    assert done.code == ExitCode.ERROR
    assert "chmod 600" in done.sentence and "s3cret" not in done.err
