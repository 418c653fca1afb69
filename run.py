"""Set up and start Packbench on a machine that has nothing but Python.

    python3 run.py demo            set everything up and start the demo
    python3 run.py test            set everything up and run all tests
    python3 run.py ANYTHING ...    set everything up and hand the words to `packbench`

Only the standard library is used here. What it says goes to standard error, so that a program
which reads the standard output of `python3 run.py import ... --json` sees nothing but JSON.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = Path(os.environ.get("PACKBENCH_VENV", ROOT / ".venv"))
WINDOWS = os.name == "nt"

# Shared library -> Debian package, found by adding one at a time to an empty Debian 12.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
}
XCB_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
# What only the tests need: an X server, a window manager (focus), the independent barcode
# reader and PostgreSQL.
TEST_LIBRARIES = {"libzbar.so.0": "libzbar0"}
TEST_PROGRAMS = {"Xvfb": "xvfb", "openbox": "openbox", "git": "git"}
MOST_AT_ONCE = 4
"""So many processes run tests at once: each has windows, X servers and databases of its own."""


class SetupError(Exception):
    """Something a person has to do first; the text is the sentence that says what."""


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def main(argv: list[str]) -> int:
    """Make the environment ready and run; the program's own exit code comes back."""
    if sys.version_info < (3, 11):  # noqa: UP036  this very line tells an older Python
        say(f"Packbench needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
        return 1
    if not argv or argv[0] in {"-h", "--help"}:
        say(__doc__ or "")
        return 0 if argv else 2
    testing = argv[0] == "test"
    try:
        install_system_packages(missing_system_packages(testing=testing))
        install_environment("requirements-dev.lock" if testing else "requirements.lock")
    except SetupError as error:
        say(str(error))
        return 1
    python = str(venv_python())
    tests = ["pytest", *(argv[1:] or all_tests())]
    return run([python, "-m", *(tests if testing else ["app", *argv])])


def all_tests() -> list[str]:
    """Options of a run of all tests: a process for each core; a file's tests stay in one."""
    return ["-n", str(min(os.cpu_count() or 1, MOST_AT_ONCE)), "--dist", "loadfile"]


def run(command: list[str]) -> int:
    """Run in the foreground with this project on the import path."""
    env = dict(os.environ)
    env["PYTHONPATH"] = os.pathsep.join([str(ROOT), *filter(None, [env.get("PYTHONPATH")])])
    cwd = ROOT if "pytest" in command else None
    if not WINDOWS and cwd is None:
        os.execve(command[0], command, env)  # noqa: S606  signals reach the program itself
    return subprocess.run(command, env=env, cwd=cwd, check=False).returncode


# --- the virtual environment -------------------------------------------------------------------


def venv_python() -> Path:
    return VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")


def install_environment(lock_name: str) -> None:
    """Create the environment and install the lock, unless this very lock is in already."""
    lock = ROOT / lock_name
    stamp = VENV / f".installed-{lock.stem}"
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    wanted = version + " " + hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted and venv_python().exists():
        return
    if not _usable(version):
        say(f"Creating the virtual environment {VENV.name} ...")
        try:
            venv.create(VENV, with_pip=shutil.which("uv") is None, clear=True)
        except (OSError, subprocess.CalledProcessError) as error:
            raise SetupError(f"The virtual environment could not be created: {error}") from error
    say(f"Installing {lock_name} (once; some 100 MB) ...")
    if shutil.which("uv"):
        command = ["uv", "pip", "install", "-q", "--python", str(venv_python())]
    else:
        command = [str(venv_python()), "-m", "pip", "install", "-q"]
        command += ["--disable-pip-version-check", "--only-binary=:all:"]
    done = subprocess.run([*command, "--require-hashes", "-r", str(lock)], check=False)
    if done.returncode:
        raise SetupError("The dependencies could not be installed; the lines above say why.")
    stamp.write_text(wanted)


def _usable(version: str) -> bool:
    config = VENV / "pyvenv.cfg"
    if not (venv_python().exists() and config.exists()):
        return False
    return f"version = {version}" in config.read_text()


# --- system packages (Debian and Ubuntu) ---------------------------------------------------------


def missing_system_packages(*, testing: bool) -> list[str]:
    """Names of the Debian packages this machine lacks; empty elsewhere than on Linux."""
    if not sys.platform.startswith("linux"):
        return []
    libraries = dict(QT_LIBRARIES)
    if testing or os.environ.get("DISPLAY"):
        libraries |= XCB_LIBRARIES
    packages = []
    if testing:
        libraries |= TEST_LIBRARIES
        packages += [p for name, p in TEST_PROGRAMS.items() if not shutil.which(name)]
        if not any(Path("/usr/lib/postgresql").glob("*/bin/initdb")) and not shutil.which("initdb"):
            packages.append("postgresql")
    packages += [package for name, package in libraries.items() if not _loads(name)]
    if shutil.which("uv") is None and not _has_ensurepip():
        packages.append("python3-venv")
    return packages


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_ensurepip() -> bool:
    import importlib.util

    return importlib.util.find_spec("ensurepip") is not None


def install_system_packages(packages: list[str]) -> None:
    """Install them where we may; else say the one line that does."""
    if not packages:
        return
    line = "apt-get install -y --no-install-recommends " + " ".join(packages)
    if not shutil.which("apt-get"):
        raise SetupError(f"These are missing (named as in Debian): {' '.join(packages)}")
    prefix: list[str] = []
    if os.geteuid() != 0:
        may = (
            shutil.which("sudo")
            and not subprocess.run(
                ["sudo", "-n", "true"], capture_output=True, check=False
            ).returncode
        )
        if not may:
            raise SetupError(f"System libraries are missing. Please run:\n  sudo {line}")
        prefix = ["sudo", "-n"]
    say(f"Installing system libraries: {' '.join(packages)} ...")
    env = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    subprocess.run([*prefix, "apt-get", "update", "-qq"], env=env, stdout=sys.stderr, check=False)
    command = [*prefix, *line.split(), "-qq"]
    if subprocess.run(command, env=env, stdout=sys.stderr, check=False).returncode:
        raise SetupError(f"apt-get did not succeed. Please run:\n  sudo {line}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
