"""What a refresh of the station's rows says in SQLite's own words."""

from __future__ import annotations

CODE_UPSERT = "INSERT OR IGNORE INTO code(code, kind, ref) VALUES (:code, :kind, :ref)"
STAGE_UPSERT = (
    "INSERT OR REPLACE INTO staged(kind, id, body, sub, priority, due) "
    "VALUES (:kind, :id, :body, :sub, :priority, :due)"
)
TAKE_STAGED = (
    "INSERT OR REPLACE INTO base(kind, id, body, sub, priority, due) "
    "SELECT kind, id, body, sub, priority, due FROM staged"
)
DROP_GONE_ROWS = (
    "DELETE FROM base WHERE NOT EXISTS (SELECT 1 FROM journal_subject j "
    "WHERE j.kind = base.kind AND j.id = base.id AND j.seq > :applied)"
)
DROP_GONE_CODES = (
    "DELETE FROM code WHERE NOT EXISTS "
    "(SELECT 1 FROM staged s WHERE s.kind = code.kind AND s.id = code.ref) "
    "AND NOT EXISTS (SELECT 1 FROM journal_subject j WHERE j.kind = code.kind AND j.id = code.ref)"
)
