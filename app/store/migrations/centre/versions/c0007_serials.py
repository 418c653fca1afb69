"""SSCC serial numbers are not given twice by a server that has forgotten some.

A standby that takes over, or a dump that is restored by hand, may not know the last blocks. Which
server gave the last one is noted; the first block of another one begins further on.
"""

from app.store.online import Online

revision = "c0007"
down_revision = "c0006"
branch_labels = None
depends_on = None

# 100 blocks of 10,000, as after `packbench db restore`.
_FUNCTION = """
CREATE OR REPLACE FUNCTION skip_serials() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$ DECLARE
    here CONSTANT text := {schema}.this_server();
    known text;
BEGIN
    SELECT value INTO known FROM {schema}.meta WHERE key = 'sscc_server';
    IF known IS NULL THEN
        INSERT INTO {schema}.meta(key, value) VALUES ('sscc_server', here);
    ELSIF known <> here THEN
        NEW.value := (NEW.value::bigint + 1000000)::text;
        UPDATE {schema}.meta SET value = here WHERE key = 'sscc_server';
    END IF;
    RETURN NEW;
END $$
"""
# The cluster, its timeline (a standby's begins when it is promoted) and the database.
_SERVER = """
CREATE OR REPLACE FUNCTION this_server() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
SET search_path = pg_catalog, pg_temp
AS $$ SELECT (SELECT system_identifier FROM pg_control_system())
    || '/' || left(pg_walfile_name(pg_current_wal_lsn()), 8)
    || '/' || (SELECT oid FROM pg_database WHERE datname = current_database()) $$
"""
_TRIGGER = """
CREATE OR REPLACE TRIGGER skip_serials BEFORE UPDATE ON meta FOR EACH ROW
WHEN (OLD.key = 'sscc_next') EXECUTE FUNCTION skip_serials()
"""
_NOTE = """
INSERT INTO meta(key, value) VALUES ('sscc_server', this_server()) ON CONFLICT DO NOTHING
"""


def prepare(online: Online) -> None:
    schema = online.schema()
    online.change(_SERVER, _FUNCTION.format(schema=schema), _NOTE, _TRIGGER)


def upgrade() -> None:
    """Nothing more; a file has neither standby nor dump."""
