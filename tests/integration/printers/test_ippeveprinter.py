"""The IPP client against a printer we did not write: CUPS' ippeveprinter.

It wants DNS-SD, so it runs in network and mount namespaces of its own, beside a private message
bus and avahi. That needs root (or user namespaces) and the packages cups-ipp-utils, avahi-daemon
and dbus; without them these tests are skipped.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.program import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="namespaces are Linux")

PROGRAMS = ("unshare", "ip", "dbus-daemon", "avahi-daemon", "ippeveprinter")
SBIN = "/usr/sbin:/sbin"

INSIDE = r"""
set -eu
export PATH="$PATH:/usr/sbin:/sbin"
work=$1; client=$2
ip link set lo up multicast on
mount -t tmpfs none /run
mkdir -p /run/dbus /run/avahi-daemon
export DBUS_SYSTEM_BUS_ADDRESS="unix:path=/run/dbus/system_bus_socket"
dbus-daemon --system --nofork --nopidfile --address="$DBUS_SYSTEM_BUS_ADDRESS" >"$work/dbus.log" 2>&1 &
bus=$!
cat > "$work/avahi.conf" <<'CONF'
[server]
host-name=bench
domain-name=local
use-ipv6=no
allow-interfaces=lo
[rlimits]
CONF
until [ -S /run/dbus/system_bus_socket ]; do sleep 0.05; done
avahi-daemon -f "$work/avahi.conf" --no-drop-root --no-chroot --no-rlimits >"$work/avahi.log" 2>&1 &
avahi=$!
trap 'kill $bus $avahi ${printer:-} 2>/dev/null || true' EXIT
until [ -S /run/avahi-daemon/socket ]; do sleep 0.05; done
ippeveprinter -r off -p 8631 -d "$work/spool" -k -f application/pdf -c "$work/print.sh" bench \
    >"$work/printer.log" 2>&1 &
printer=$!
"$client" "$work/client.py"
"""

# What the printer does with a page: out of media when the test says so.
PRINT = """#!/bin/sh
cp "$1" "{work}/last"
[ -e "{work}/empty" ] && echo "STATE: +media-empty-error" >&2 || echo "STATE: -media-empty-error" >&2
exit 0
"""

CLIENT = """
import sys, time
sys.path.insert(0, {root!r})
from pathlib import Path
from app.device_api import DeviceError, PageFormat, PrintJob
from devices.printers.spec import open_printer
work = Path({work!r})
printer = open_printer("ipp://localhost:8631/ipp/print")
def say(job_id, **more):
    job = PrintJob(job_id, "label-1", {{PageFormat.PDF: (work / "page.pdf").read_bytes()}}, **more)
    try:
        print(job_id, printer.send(job), flush=True)
    except DeviceError as error:
        print(job_id, error.trouble, error.doubtful, flush=True)
for _ in range(200):
    try:
        printer.check()
        break
    except DeviceError as error:
        last = error
        time.sleep(0.05)
else:
    raise last
say("well")
say("well")
(work / "empty").touch()
say("empty")
"""


def test_a_page_arrives_and_empty_media_is_noticed(tmp_path: Path) -> None:
    missing = [
        name for name in PROGRAMS if shutil.which(name, path=f"/usr/bin:/bin:{SBIN}") is None
    ]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    enter = ["unshare", "--net", "--mount", "--pid", "--fork", "--kill-child"]
    allowed = subprocess.run([*enter, "true"], capture_output=True, check=False)
    if allowed.returncode:
        pytest.skip(f"no namespaces here: {allowed.stderr.decode().strip()}")
    page = b"%PDF-1.4\n" + bytes(range(256)) * 40 + b"\n%%EOF\n"
    (tmp_path / "page.pdf").write_bytes(page)
    (tmp_path / "spool").mkdir()
    (tmp_path / "client.py").write_text(CLIENT.format(root=str(ROOT), work=str(tmp_path)))
    script = tmp_path / "print.sh"
    script.write_text(PRINT.format(work=tmp_path))
    script.chmod(0o755)
    done = subprocess.run(
        [*enter, "sh", "-c", INSIDE, "sh", str(tmp_path), sys.executable],
        capture_output=True,
        timeout=60,
        check=False,
    )
    logs = "".join(log.read_text(errors="replace")[-600:] for log in tmp_path.glob("*.log"))
    assert done.returncode == 0, done.stderr.decode() + logs
    assert done.stdout.decode().splitlines() == [
        "well counted",
        "well counted",
        "empty paper_out True",
    ]
    assert (tmp_path / "last").read_bytes() == page
