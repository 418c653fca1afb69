"""Events and stock moves are never changed or deleted; the serial counter never goes back.

Against accidents: an administrator can take a trigger away. The evidence is the hash chain
(`packbench db verify`).
"""

from alembic import op

revision = "c0005"
down_revision = "c0004"
branch_labels = None
depends_on = None

_TABLES = ("event", "stock_move")


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        _postgres()
    else:
        _sqlite()


def _sqlite() -> None:
    for table in _TABLES:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )


def _postgres() -> None:
    op.execute("""
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$
""")
    op.execute("""
CREATE FUNCTION refuse_smaller_serial() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$ BEGIN
    IF NEW.value::bigint <= OLD.value::bigint THEN
        RAISE EXCEPTION 'sscc_next only grows';
    END IF;
    RETURN NEW;
END $$
""")
    for table in _TABLES:
        op.execute(
            f"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )
    op.execute(
        "CREATE TRIGGER sscc_grows BEFORE UPDATE ON meta FOR EACH ROW "
        "WHEN (OLD.key = 'sscc_next') EXECUTE FUNCTION refuse_smaller_serial()"
    )
    # A statement's trigger does not reach the partitions by itself.
    op.execute("""
DO $$ DECLARE one regclass; BEGIN
    FOR one IN SELECT 'event'::regclass UNION SELECT 'stock_move'::regclass
        UNION SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'event'::regclass LOOP
        EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON %s '
            'FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', one);
    END LOOP;
END $$
""")
