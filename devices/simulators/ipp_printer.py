"""An IPP printer without paper. It takes jobs, keeps their documents and can have faults."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from app.device_api import Trouble
from devices.printers.ipp_message import (
    Attribute,
    Group,
    IppError,
    Message,
    Operation,
    Tag,
    Value,
    decode,
    encode,
)
from devices.printers.ipp_status import NOT_FOUND, JobState
from devices.simulators.lifetime import Living

_REASONS = {
    Trouble.PAPER_OUT: "media-empty-error",
    Trouble.HEAD_OPEN: "cover-open-error",
    Trouble.RIBBON_OUT: "marker-supply-empty-error",
    Trouble.JAMMED: "media-jam-error",
    Trouble.PAUSED: "paused",
}
_TAKES = ("application/pdf", "image/png")
_IDLE, _PROCESSING, _STOPPED = 3, 4, 5
_MOST_BODY = 64 * 1024 * 1024


class Fate(StrEnum):
    """What shall become of the next job, other than being printed."""

    ABORTED = "aborted"  # before its first page
    HELD = "held"
    COMPLETED_WITHOUT_MEDIA = "completed_without_media"  # "completed", and nothing came out


@dataclass
class _Job:
    number: int
    document: bytes
    copies: int
    state: JobState = JobState.PROCESSING
    reason: str = "job-printing"
    impressions: int = 0


class VirtualIppPrinter(Living):
    """Its port is open once it is made; it answers after `start`, or in a `with` block.

    printed: the documents that came out, each as often as it had copies.
    """

    def __init__(self, host: str = "127.0.0.1", port: int = 0) -> None:
        self.printed: list[bytes] = []
        self._lock = threading.Lock()
        self._jobs: dict[int, _Job] = {}
        self._fault: Trouble | None = None
        self._fate: Fate | None = None
        self._fault_with_job: Trouble | None = None
        owner = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                length = min(int(self.headers.get("Content-Length", "0")), _MOST_BODY)
                answer = owner._answer(self.rfile.read(length))
                self.send_response(200 if answer else 400)
                self.send_header("Content-Type", "application/ipp")
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's
                """Nothing: requests are not logged."""

        self._server = ThreadingHTTPServer((host, port), Handler)
        self._server.daemon_threads = True
        self.host, self.port = host, self._server.server_address[1]
        self._thread = threading.Thread(
            target=lambda: self._server.serve_forever(0.02),
            name=f"virtual ipp {self.port}",
            daemon=True,
        )

    @property
    def spec(self) -> str:
        """The spec that `open_printer` takes."""
        return f"ipp://{self.host}:{self.port}/ipp/print"

    def fault(self, trouble: Trouble | None) -> None:
        """Have this fault; None = it is mended, and the waiting jobs come out."""
        if trouble is not None and trouble not in _REASONS:
            raise ValueError(f"A virtual IPP printer cannot have {trouble.value}.")
        with self._lock:
            self._fault = trouble
            self._work()

    def fault_with_next_job(self, trouble: Trouble) -> None:
        """Take the next job, and then have this fault before it is printed."""
        with self._lock:
            self._fault_with_job = trouble

    def next_job(self, fate: Fate) -> None:
        with self._lock:
            self._fate = fate

    def release(self) -> None:
        """Print the held jobs."""
        with self._lock:
            for job in self._jobs.values():
                if job.state is JobState.HELD:
                    job.state, job.reason = JobState.PROCESSING, "job-printing"
            self._work()

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        if self._thread.ident is not None:
            self._server.shutdown()
            self._thread.join(5)
        self._server.server_close()

    # --- the protocol ------------------------------------------------------------------------

    def _answer(self, raw: bytes) -> bytes:
        """The answer to a request; b"" where the bytes are none."""
        try:
            request = decode(raw)
        except IppError:
            return b""
        with self._lock:
            match request.code:
                case Operation.PRINT_JOB:
                    status, group = self._print_job(request)
                case Operation.GET_JOB_ATTRIBUTES:
                    status, group = self._job_attributes(request)
                case Operation.CANCEL_JOB:
                    status, group = self._cancel(request)
                case Operation.GET_PRINTER_ATTRIBUTES:
                    status, group = 0, self._printer_attributes()
                case _:
                    status, group = 0x0501, ()
        head = (
            Attribute(Tag.CHARSET, "attributes-charset", ("utf-8",)),
            Attribute(Tag.LANGUAGE, "attributes-natural-language", ("en",)),
        )
        kind = Group.PRINTER if request.code == Operation.GET_PRINTER_ATTRIBUTES else Group.JOB
        groups = ((Group.OPERATION, head), *(((kind, group),) if group else ()))
        return encode(Message(status, request.request_id, groups))

    def _print_job(self, request: Message) -> tuple[int, tuple[Attribute, ...]]:
        if request.words(Group.OPERATION, "document-format") not in {(kind,) for kind in _TAKES}:
            return 0x040A, ()
        copies = request.number(Group.JOB, "copies") or 1
        job = _Job(len(self._jobs) + 1, request.data, copies)
        self._jobs[job.number] = job
        fate, self._fate = self._fate, None
        if self._fault_with_job is not None:
            self._fault, self._fault_with_job = self._fault_with_job, None
        match fate:
            case Fate.ABORTED:
                job.state, job.reason = JobState.ABORTED, "aborted-by-system"
            case Fate.HELD:
                job.state, job.reason = JobState.HELD, "job-hold-until-specified"
            case Fate.COMPLETED_WITHOUT_MEDIA:
                self._fault = Trouble.PAPER_OUT
                job.state, job.reason = JobState.COMPLETED, "job-completed-successfully"
            case None:
                self._work()
        return 0, _job_group(job)

    def _work(self) -> None:
        if self._fault is not None:
            return
        for job in self._jobs.values():
            if job.state is JobState.PROCESSING:
                self.printed += [job.document] * job.copies
                job.impressions = job.copies
                job.state, job.reason = JobState.COMPLETED, "job-completed-successfully"

    def _job_attributes(self, request: Message) -> tuple[int, tuple[Attribute, ...]]:
        job = self._jobs.get(request.number(Group.OPERATION, "job-id") or 0)
        return (0, _job_group(job)) if job is not None else (NOT_FOUND, ())

    def _cancel(self, request: Message) -> tuple[int, tuple[Attribute, ...]]:
        job = self._jobs.get(request.number(Group.OPERATION, "job-id") or 0)
        if job is None:
            return NOT_FOUND, ()
        if job.state >= JobState.CANCELED:
            return 0x0404, ()  # not possible
        job.state, job.reason = JobState.CANCELED, "job-canceled-by-user"
        return 0, ()

    def _printer_attributes(self) -> tuple[Attribute, ...]:
        waits = any(job.state is JobState.PROCESSING for job in self._jobs.values())
        state = _PROCESSING if waits else _IDLE
        if self._fault is Trouble.PAUSED:
            state = _STOPPED
        reason = _REASONS[self._fault] if self._fault is not None else "none"
        return (
            _one(Tag.NAME, "printer-name", "virtual"),
            _one(Tag.ENUM, "printer-state", state),
            _one(Tag.KEYWORD, "printer-state-reasons", reason),
            _one(Tag.BOOLEAN, "printer-is-accepting-jobs", value=True),
            Attribute(Tag.MIME_TYPE, "document-format-supported", _TAKES),
        )


def _one(tag: Tag, name: str, value: Value) -> Attribute:
    return Attribute(tag, name, (value,))


def _job_group(job: _Job) -> tuple[Attribute, ...]:
    return (
        _one(Tag.INTEGER, "job-id", job.number),
        _one(Tag.ENUM, "job-state", int(job.state)),
        _one(Tag.KEYWORD, "job-state-reasons", job.reason),
        _one(Tag.INTEGER, "job-impressions-completed", job.impressions),
    )
