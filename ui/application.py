"""Makes the Qt application object and sets what must be set before any window (main thread)."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence

import PySide6
from PySide6.QtCore import (
    QLibraryInfo,
    QLocale,
    QMessageLogContext,
    QtMsgType,
    QTranslator,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

import resources

log = logging.getLogger("qt")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_OURS = "packbench_translator"


class QtUnsuitableError(Exception):
    """This Qt cannot run here; the text is a sentence for the person who started the program."""


def check_versions(qt: tuple[int, ...], python: tuple[int, ...]) -> None:
    """Refuse a Qt that would kill this Python; raises QtUnsuitableError."""
    # WORKAROUND PySide6 6.12.0: it drops references to True and None, which can die before
    # Python 3.12: the process dies after some hundred signals (tests/ui/test_qt_refcount.py).
    if qt[:2] >= (6, 12) and python[:2] < (3, 12):
        raise QtUnsuitableError(
            f"PySide6 {'.'.join(map(str, qt[:3]))} does not run safely on Python "
            f"{python[0]}.{python[1]}. Install PySide6-Essentials below 6.12, "
            "or use Python 3.12 or newer."
        )


def make_application(argv: Sequence[str], *, offscreen: bool = False) -> QApplication:
    """The one application object, made unless it is there; raises QtUnsuitableError."""
    version = tuple(part for part in PySide6.__version_info__[:3] if isinstance(part, int))
    check_versions(version, sys.version_info[:3])
    if offscreen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(pass_on)
    application = QApplication.instance() or QApplication(list(argv))
    assert isinstance(application, QApplication)
    application.setApplicationName("Packbench")
    application.setOrganizationName("Packbench")
    set_language("en")
    return application


def pass_on(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Qt's own messages go to the log."""
    # The offscreen platform says this at each change of a minimum size; it means nothing.
    if "propagateSizeHints" in text:
        return
    log.log(_LEVELS.get(kind, logging.WARNING), "%s: %s", context.category or "qt", text)


def set_language(language: str) -> None:
    """Translate into "en" or "zh_CN" from now on; widgets that exist keep their words."""
    application = QApplication.instance()
    assert application is not None
    for old in application.findChildren(QTranslator, _OURS):
        application.removeTranslator(old)
        old.setParent(None)
    QLocale.setDefault(QLocale(language))
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for directory, name in (
        (folder, f"qtbase_{language}"),
        (str(resources.path("translations")), f"packbench_{language}"),
    ):
        translator = QTranslator(application)
        translator.setObjectName(_OURS)
        if translator.load(name, directory):
            application.installTranslator(translator)
        else:
            translator.setParent(None)
