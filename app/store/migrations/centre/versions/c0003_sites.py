"""Every row has a site, and PostgreSQL knows which login belongs to which site.

A constant default needs no rewrite of a table. The keys are made anew: the names of bins and
totes are unique within their site only. `id` stands first in a key, so that a row is found by its
name alone.
"""

import sqlalchemy as sa
from alembic import op

revision = "c0003"
down_revision = "c0002"
branch_labels = None
depends_on = None

_ROWS = (
    "bin",
    "carton",
    "exception",
    "load",
    "operator",
    "orders",
    "parcel",
    "product",
    "serial",
    "tote",
    "weight",
)
_OTHERS = ("event_subject", "feed", "station", "stock_move")

_MY_SITE = """
CREATE FUNCTION my_site() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
SET search_path = pg_catalog, pg_temp
AS $$ SELECT site FROM {schema}.login WHERE name = session_user $$
"""
_MY_ORIGIN = """
CREATE FUNCTION my_origin() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
SET search_path = pg_catalog, pg_temp
AS $$ SELECT origin FROM {schema}.login WHERE name = session_user $$
"""
# A hub writes for many origins, but never in the name of somebody who has a login.
_FREE_ORIGIN = """
CREATE FUNCTION is_free_origin(wanted text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
SET search_path = pg_catalog, pg_temp
AS $$ SELECT NOT EXISTS
    (SELECT 1 FROM {schema}.login WHERE origin = wanted AND name <> session_user) $$
"""


def _site() -> sa.Column[str]:
    return sa.Column("site", sa.Text, nullable=False, server_default=sa.text("'Main'"))


def upgrade() -> None:
    op.create_table(
        "login",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("site", sa.Text, nullable=False),
        sa.Column("job", sa.Text, nullable=False),
    )
    for name in _OTHERS:
        op.add_column(name, _site())
    if op.get_bind().dialect.name == "postgresql":
        _postgres()
    else:
        _sqlite()


def _sqlite() -> None:
    """SQLite cannot change a key: the tables are written anew, with their indexes."""
    db = op.get_bind()
    for name in (*_ROWS, "claim"):
        look = sa.inspect(db)
        columns = [f"{one['name']} {one['type']} NOT NULL" for one in look.get_columns(name)]
        (first,) = look.get_pk_constraint(name)["constrained_columns"]
        indexes = look.get_indexes(name)
        columns += ["site TEXT NOT NULL DEFAULT 'Main'", f"PRIMARY KEY ({first}, site)"]
        op.execute(f"CREATE TABLE new_rows ({', '.join(columns)})")
        op.execute(f"INSERT INTO new_rows SELECT *, 'Main' FROM \"{name}\"")  # noqa: S608  ours
        op.execute(f'DROP TABLE "{name}"')
        op.execute(f'ALTER TABLE new_rows RENAME TO "{name}"')
        for index in indexes:
            op.create_index(index["name"], name, index["column_names"])
    op.add_column("event", _site())
    op.add_column("event", sa.Column("position", sa.BigInteger))


def _postgres() -> None:
    schema = op.get_bind().execute(sa.text("SELECT quote_ident(current_schema())")).scalar_one()
    for function in (_MY_SITE, _MY_ORIGIN, _FREE_ORIGIN):
        op.execute(function.format(schema=schema))
    op.execute("REVOKE ALL ON FUNCTION my_site(), my_origin(), is_free_origin(text) FROM PUBLIC")
    for name in (*_ROWS, "claim"):
        first = "order_id" if name == "claim" else "id"
        op.add_column(name, _site())
        op.execute(
            f'ALTER TABLE "{name}" DROP CONSTRAINT "{name}_pkey", ADD PRIMARY KEY ({first}, site)'
        )
    for name in (*_ROWS, *_OTHERS, "claim"):
        op.execute(
            f"ALTER TABLE \"{name}\" ALTER COLUMN site SET DEFAULT coalesce(my_site(), 'Main')"
        )
