"""One exception for each row and reason: those of the same row and reason become one.

Until now each fact opened one of its own, named by the fact's id.
"""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

from app.store.online import Online

revision = "c0008"
down_revision = "c0007"
branch_labels = None
depends_on = None

_EVIDENCE = 50
_PARTS = {"event_id", "reason", "subject_kind", "subject_id", "station"}


def prepare(online: Online) -> None:
    """Nothing: exceptions are few beside the facts."""


def upgrade() -> None:
    db = op.get_bind()
    postgres = db.dialect.name == "postgresql"
    of = "x.body::jsonb ->> 'event_id'" if postgres else "json_extract(x.body, '$.event_id')"
    order = "e.position NULLS FIRST" if postgres else "e.rowid"
    rows = db.execute(
        sa.text(
            "SELECT x.id, x.site, x.body FROM exception x LEFT JOIN event e"  # noqa: S608  ours
            f" ON e.event_id = {of} ORDER BY {order}, x.id"
        )
    )
    joined: dict[tuple[str, str], dict[str, Any]] = {}
    old = []
    for row in rows:
        body = json.loads(row.body)
        if not body.keys() >= _PARTS:
            continue  # a damaged row is `packbench db verify`'s to report
        old.append({"id": row.id, "site": row.site})
        about = f"{body['subject_kind']}/{body['subject_id'] or body['station']}"
        name = (f"{body['reason']}/{about}", row.site)
        one = joined.setdefault(name, body | {"evidence": [], "times": 0})
        one["evidence"] = [*one["evidence"], body["event_id"]][-_EVIDENCE:]
        one["times"] += 1
    if not old:
        return
    db.execute(sa.text("DELETE FROM exception WHERE id = :id AND site = :site"), old)
    new = [
        {"id": name, "site": site, "body": _text(body), "live": not body.get("closed")}
        for (name, site), body in joined.items()
    ]
    db.execute(
        sa.text("INSERT INTO exception(id, site, body, live) VALUES (:id, :site, :body, :live)"),
        new,
    )
    db.execute(
        sa.text("INSERT INTO feed(kind, id, site) VALUES ('exception', :id, :site)"),
        [*old, *({"id": one["id"], "site": one["site"]} for one in new)],
    )


def _text(body: dict[str, Any]) -> str:
    body = body | {"closed_at": None, "closed_by": ""}
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
