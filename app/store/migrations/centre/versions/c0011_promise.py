"""Goods are promised to orders; the bins that hold a SKU can be found.

A trigger keeps `bin_sku`, so that an older program's writes are found, too.
"""

import sqlalchemy as sa
from alembic import op

from app.store.online import Online

revision = "c0011"
down_revision = "c0010"
branch_labels = None
depends_on = None

_TABLE = """
CREATE TABLE IF NOT EXISTS bin_sku (
    sku text NOT NULL, bin text NOT NULL,
    site text NOT NULL DEFAULT coalesce(my_site(), 'Main'),
    PRIMARY KEY (sku, bin, site))
"""
_SKUS = """
INSERT INTO {schema}.bin_sku(sku, bin, site)
SELECT DISTINCT item ->> 'sku', {row}.id, {row}.site
FROM jsonb_array_elements(coalesce({row}.body::jsonb -> 'stock', '[]')) AS item
WHERE item ->> 'sku' IS NOT NULL ON CONFLICT DO NOTHING
"""
# A row of nonsense holds nothing. `packbench db verify` names it.
_NONSENSE = "EXCEPTION WHEN data_exception OR program_limit_exceeded THEN"
_FUNCTION = """
CREATE OR REPLACE FUNCTION note_bin_skus() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$ BEGIN
    {skus};
    RETURN NULL;
{nonsense} RETURN NULL;
END $$
"""
_FILL = """
DO $$ DECLARE one record; BEGIN
    FOR one IN SELECT id, site, body FROM {schema}.bin LOOP
        BEGIN
            {skus};
        {nonsense} NULL;
        END;
    END LOOP;
END $$
"""
_TRIGGER = """
CREATE OR REPLACE TRIGGER note_bin_skus AFTER INSERT OR UPDATE OF body ON bin
FOR EACH ROW EXECUTE FUNCTION note_bin_skus()
"""
# Not by json_extract: a trigger of a file that somebody else may have made must not call functions.
_SQLITE_SKUS = """
INSERT OR IGNORE INTO bin_sku(sku, bin, site)
SELECT DISTINCT item.atom, {row}.id, {row}.site
FROM {source}json_tree({row}.body, '$.stock') AS item WHERE item.key = 'sku'
"""


def prepare(online: Online) -> None:
    schema = online.schema()
    noted = _SKUS.format(schema=schema, row="NEW")
    online.change(_TABLE, _FUNCTION.format(skus=noted, nonsense=_NONSENSE), _TRIGGER)
    held = _SKUS.format(schema=schema, row="one")
    online.change(_FILL.format(schema=schema, skus=held, nonsense=_NONSENSE))


def upgrade() -> None:
    postgres = op.get_bind().dialect.name == "postgresql"
    if not postgres:
        _sqlite()
    site = "coalesce(my_site(), 'Main')" if postgres else "'Main'"
    key = ("bin", "sku", "lot", "expiry", "best_before", "status", "owner", "container")
    op.create_table(
        "promise",
        sa.Column("order_id", sa.Text, primary_key=True),
        sa.Column("line", sa.Integer, primary_key=True),
        *(sa.Column(name, sa.Text, primary_key=True) for name in key),
        sa.Column("quantity", sa.Integer, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("hard", sa.Boolean, nullable=False),
        sa.Column("site", sa.Text, primary_key=True, server_default=sa.text(site)),
        sa.CheckConstraint("quantity > 0", name="promise_quantity"),
        sa.CheckConstraint("status IN ('available')", name="promise_status"),
    )
    op.create_index("promise_sku", "promise", ["sku", "bin"])


def _sqlite() -> None:
    op.create_table(
        "bin_sku",
        sa.Column("sku", sa.Text, primary_key=True),
        sa.Column("bin", sa.Text, primary_key=True),
        sa.Column("site", sa.Text, primary_key=True, server_default="Main"),
    )
    op.execute(_SQLITE_SKUS.format(row="bin", source="bin, "))
    for when in ("INSERT", "UPDATE OF body"):
        name = f"note_bin_skus_{when.split()[0].lower()}"
        skus = _SQLITE_SKUS.format(row="NEW", source="")
        op.execute(f"CREATE TRIGGER {name} AFTER {when} ON bin BEGIN {skus}; END")
