"""A PostgreSQL that takes encrypted connections with SCRAM passwords only, and its own CA."""

from __future__ import annotations

import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.helpers.postgres import Server, _unprivileged, binaries

HBA = """\
local   all all                 trust
hostssl all all 127.0.0.1/32    scram-sha-256
hostnossl all all 0.0.0.0/0     reject
hostssl all all 0.0.0.0/0       reject
"""


@dataclass(frozen=True)
class TlsServer:
    """local: the administrator's way in. ca, other_ca: certificates of authorities."""

    local: str
    port: int
    ca: Path
    other_ca: Path

    def url(self, login: str, host: str = "localhost", **query: str) -> str:
        words = "&".join(f"{key}={value}" for key, value in query.items())
        database = self.local.partition("@/")[2].partition("?")[0]
        return f"postgresql+psycopg://{login}@{host}:{self.port}/{database}?{words}"


def openssl(folder: Path, *words: str) -> None:
    subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True)


def make_ca(folder: Path, name: str) -> Path:
    openssl(
        folder,
        *("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={name}"),
        *("-keyout", f"{name}.key", "-out", f"{name}.crt"),
    )
    return folder / f"{name}.crt"


def make_certificate(folder: Path, ca: str, host: str) -> None:
    """server.key and server.crt for this host alone."""
    request = ("req", "-new", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={host}")
    openssl(folder, *request, "-keyout", "server.key", "-out", "server.csr")
    (folder / "names").write_text(f"subjectAltName=DNS:{host}\n")
    openssl(
        folder,
        *("x509", "-req", "-in", "server.csr", "-CA", f"{ca}.crt", "-CAkey", f"{ca}.key"),
        *("-CAcreateserial", "-days", "2", "-extfile", "names", "-out", "server.crt"),
    )


@contextmanager
def running_tls() -> Iterator[TlsServer]:
    found = binaries(tls=True)
    if found is None or shutil.which("openssl") is None:
        pytest.skip("no PostgreSQL that can encrypt, or no openssl")
    user = _unprivileged()
    folder = Path(tempfile.mkdtemp(prefix="pb", dir="/tmp"))
    folder.chmod(0o755)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    try:
        ca, other = make_ca(folder, "site-ca"), make_ca(folder, "other-ca")
        make_certificate(folder, "site-ca", "localhost")
        (folder / "server.key").chmod(0o600)
        if user is not None:
            shutil.chown(folder, user)
            shutil.chown(folder / "server.key", user)
        server = Server(folder, user)
        data = folder / "data"
        server.run(
            found / "initdb", "-D", str(data), "-U", "postgres", "-A", "trust", "-E", "UTF8", "-N"
        )
        (data / "pg_hba.conf").write_text(HBA)
        settings = (
            "listen_addresses=127.0.0.1",
            f"port={port}",
            "fsync=off",
            "ssl=on",
            f"ssl_cert_file={folder / 'server.crt'}",
            f"ssl_key_file={folder / 'server.key'}",
            "shared_buffers=32MB",
            f"unix_socket_directories={folder}",
        )
        words = " ".join(f"-c {setting}" for setting in settings)
        log = str(folder / "log")
        server.run(found / "pg_ctl", "start", "-w", "-D", str(data), "-l", log, "-o", words)
        try:
            yield TlsServer(
                f"postgresql+psycopg://postgres@/postgres?host={folder}&port={port}",
                port,
                ca,
                other,
            )
        finally:
            server.run(found / "pg_ctl", "stop", "-w", "-m", "immediate", "-D", str(data))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
