"""Jobs to print."""

from __future__ import annotations

from typing import Any

from app.device_api import PageFormat, PrintJob

ZPL = b"^XA^PW812^LL1218^FO9,9^GB99,99,9^FS^XZ"
PAGES = {
    PageFormat.ZPL: ZPL,
    PageFormat.TSPL: b"CLS\r\nPRINT 1,1\r\n",
    PageFormat.PDF: b"%PDF-1",
    PageFormat.PNG: b"\x89PNG",
}


def job(job_id: str = "1", **changes: Any) -> PrintJob:
    return PrintJob(job_id, **({"name": "label-1", "payloads": PAGES} | changes))
