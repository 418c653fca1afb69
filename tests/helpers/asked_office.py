"""An office that notes what it is asked, and answers nothing by itself."""

from __future__ import annotations

from app.overview.report.view import Span


class AskedOffice:
    """asked: the questions, oldest first; each one's number is its place, from 1."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []

    def _note(self, *question: object) -> int:
        self.asked.append(question)
        return len(self.asked)

    def find(self, text: str, *, scanned: bool = False) -> int:
        return self._note("find", text, scanned)

    def order(self, name: str) -> int:
        return self._note("order", name)

    def evidence(self, name: str) -> int:
        return self._note("evidence", name)

    def report(self, span: Span, *, persons: bool = False, asker: str = "") -> int:
        return self._note("report", span, persons, asker)

    def save_report(self, form: str) -> int:
        return self._note("save", form)

    def change(self, key: str, text: str) -> int:
        return self._note("change", key, text)

    def test(self, key: str, text: str) -> int:
        return self._note("test", key, text)

    def rules(self) -> int:
        return self._note("rules")

    def set_rule(self, name: str, value: str, asker: str) -> int:
        return self._note("rule", name, value, asker)

    def notes(self) -> int:
        return self._note("notes")

    def write(self, to: str, text: str, asker: str) -> int:
        return self._note("write", to, text, asker)

    def withdraw(self, name: str, asker: str) -> int:
        return self._note("withdraw", name, asker)
