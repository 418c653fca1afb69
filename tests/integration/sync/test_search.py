"""Orders found by fragments and scans, on each database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from app.domain import codec
from app.domain.address import Address
from app.domain.documents import LineDocument, OrderDocument
from app.domain.facts import FactKind, Kind, NewFact, Subject, order_id
from app.domain.search import By
from app.store.database import open_centre
from app.sync import find
from app.sync.centre import SqlCentre
from app.sync.find import Hits
from app.sync.proof.rebuild import rebuild
from app.sync.proof.verify import verify
from tests.helpers.model import START, Bench, Site, about, packed, shipped

SSCC = "123456789012345675"


@pytest.fixture
def bench(url: str, clock: object, tmp_path: object) -> Iterator[Bench]:
    site = Site(url, clock)  # type: ignore[arg-type]
    bench = Bench(tmp_path / "P1.db", "P1", site)  # type: ignore[operator]
    yield bench
    bench.close()
    site.close()


def order(number: int, name: str, sku: str = "MUG", city: str = "Berlin") -> NewFact:
    ref = f"SO-{1000 + number}"
    document = OrderDocument(
        "shop",
        ref,
        START + timedelta(minutes=number),
        Address(name, city=city),
        (LineDocument(1, sku, sku.title(), 2),),
        carrier="DHL",
        shop_id=f"gid-{number}",
    )
    body = {"document": codec.dump(document), "digest": f"{ref}/{name}/{sku}"}
    return NewFact(FactKind.ORDER_PLACED, (Subject(Kind.ORDER, order_id("shop", ref)),), body)


def refs(found: Hits) -> list[str]:
    return [hit.ref for hit in found.hits]


Find = Callable[..., Hits]


@pytest.fixture
def search(centre: SqlCentre) -> Find:
    return centre.search


def test_by_each_thing_that_somebody_may_know(bench: Bench, search: Find) -> None:
    bench.record(order(1, "Ada Lovelace"), order(2, "Grace Hopper", "CUP", "Köln"))
    bench.record(*packed("shop:SO-1001", SSCC, 2, "MUG"), *shipped("shop:SO-1001", SSCC, "L-77"))
    bench.settle()
    for text, what in {
        "so-1001": By.ORDER,
        "1001": By.ORDER,
        "love": By.NAME,
        "ADA LOVELACE": By.NAME,
        "berl": By.CITY,
        "mug": By.SKU,
        "gid-1": By.SHOP,
        SSCC: By.PARCEL,
        f"(00){SSCC}": By.PARCEL,
        f"https://id.gs1.org/00/{SSCC}": By.PARCEL,
        SSCC[-6:]: By.PARCEL,
        "l-77": By.LOAD,
    }.items():
        found = search(text)
        assert refs(found) == ["SO-1001"], text
        assert what in {by for by, _ in found.hits[0].found}, text
    assert refs(search("koln")) == refs(search("köln cup")) == ["SO-1002"]
    (hit,) = search("ada").hits
    assert (hit.channel, hit.customer, hit.found) == (
        "shop",
        "Ada Lovelace",
        ((By.NAME, "ada"),),
    )


def test_the_newest_come_first_and_more_is_said(bench: Bench, search: Find) -> None:
    bench.record(*(order(n, "Ada") for n in range(7)))
    bench.settle()
    found = search("ada", 3)
    assert refs(found) == ["SO-1006", "SO-1005", "SO-1004"]
    assert found.more
    assert not search("ada", 7).more


@pytest.mark.parametrize(("few", "newest"), [(3, 100), (3, 2), (0, 3)])
def test_what_many_orders_have_is_found_too(
    bench: Bench, search: Find, monkeypatch: pytest.MonkeyPatch, few: int, newest: int
) -> None:
    """Few words are fetched, or few orders looked through: the answer says that there is more."""
    monkeypatch.setattr(find, "_FEW", few)
    monkeypatch.setattr(find, "_NEWEST", newest)
    bench.record(*(order(n, "Ada" if n % 2 else "Ada Byron") for n in range(8)))
    bench.settle()
    found = search("so", 4)
    assert found.more
    assert set(refs(found)) <= {f"SO-{1000 + n}" for n in range(8)}
    assert len(found.hits) == 4 or newest < 4
    assert found.hits == tuple(sorted(found.hits, key=lambda hit: hit.placed_at, reverse=True))
    assert refs(search("so byron", 2))[0] == "SO-1006"
    assert refs(search("byron 1004")) == ["SO-1004"]


def test_nothing_is_found_but_something_near(bench: Bench, search: Find) -> None:
    bench.record(order(1, "Lovelace"))
    bench.settle()
    assert search("x") == search("") == search("qqqq") == Hits()
    found = search("lovelase")
    assert (found.hits, [hit.ref for hit in found.near]) == ((), ["SO-1001"])


def test_words_follow_the_shops_word(bench: Bench, search: Find, url: str) -> None:
    bench.record(order(1, "Ada"), order(2, "Ada"))
    bench.settle()
    changed = replace(order(1, "Grace", "CUP"), kind=FactKind.ORDER_CHANGED)
    bench.record(changed)
    bench.settle()
    assert refs(search("ada")) == ["SO-1002"]
    assert refs(search("grace")) == refs(search("cup")) == ["SO-1001"]
    bench.record(about(FactKind.PACK_STARTED, "shop:SO-1002"))
    bench.settle()
    assert refs(search("ada")) == ["SO-1002"]
    engine = open_centre(url)
    assert verify(engine).findings == []
    engine.dispose()


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM order_word WHERE word = 'ada'",
        "INSERT INTO order_word(order_id, word, what, about)"
        " VALUES ('shop:SO-1001', 'eve', 'customer', '')",
        f"DELETE FROM order_word WHERE about = '{SSCC}'",
        "INSERT INTO order_word(order_id, word, what, about)"
        " VALUES ('shop:ghost', 'eve', 'customer', '')",
        "INSERT INTO order_word(order_id, word, what, about)"
        " VALUES ('shop:SO-1001', 'eve', 'lot', 'no box')",
    ],
)
def test_wrong_words_are_named_and_made_anew(
    bench: Bench, search: Find, url: str, harm: str
) -> None:
    bench.record(order(1, "Ada"), *packed("shop:SO-1001", SSCC, 2, "MUG"))
    bench.settle()
    engine = open_centre(url)
    with engine.begin() as db:
        db.execute(sa.text(harm))
    (finding,) = verify(engine).findings
    assert finding.what in {"row_differs", "row_unexplained"}
    assert len(rebuild(engine)) == 1
    assert verify(engine).findings == []
    engine.dispose()
    assert refs(search("ada")) == refs(search(SSCC)) == ["SO-1001"]
    assert search("eve").hits == ()
