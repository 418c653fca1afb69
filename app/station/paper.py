"""From rows to what is printed: the shipping label, the packing slip, the manifest."""

from __future__ import annotations

from app.config import Config
from app.domain.load import belongs as loading
from app.domain.rows.kits import KitLines, by_kit
from app.domain.rows.orders import Order, OrderLine
from app.domain.rows.things import Load, Parcel
from app.domain.weighing.weights import expected
from app.domain.world import Want, Wish
from app.labels.model import ShippingLabel
from app.labels.slip_words import language_for
from app.station.ports import DocumentOrder, LabelOrder
from app.station.world import StationWorld


def job_id(sscc: str, count: int) -> str:
    """Id of the job that prints a parcel's label. count: of its orders to print, from 1.

    A reprint is a new job. A retry of the same order to print is not.
    """
    return f"label-{sscc}-{count}"


def parcel_of(job: str) -> tuple[str, int]:
    """(SSCC, count) of a job that `job_id` named; ("", 0) of any other job."""
    word, _, rest = job.partition("-")
    sscc, _, count = rest.partition("-")
    return (sscc, int(count)) if word == "label" and count.isdigit() else ("", 0)


def label_order(wish: Wish, world: StationWorld, config: Config) -> LabelOrder | None:
    """The label of one parcel as it is now; None = the parcel or its order is unknown here."""
    sscc = wish.subject
    parcel = world.parcel(sscc)
    order = world.order(parcel.order) if parcel else None
    if parcel is None or order is None:
        return None
    label = ShippingLabel(
        sender=config.sender,
        receiver=order.customer,
        carrier=order.carrier or "-",
        service=order.service,
        sscc=sscc,
        order_ref=order.ref,
        parcel_number=parcel.number,
        parcel_count=len(order.live_parcels) if order.packed_out else None,
        routing=routing(order),
        qr=f"https://id.gs1.org/00/{sscc}?copy={wish.count}",
        copy=wish.count,
        weight_g=parcel.grams,
        note="",
        sample=bool(config.sample),
    )
    return LabelOrder(job_id(sscc, wish.count), label, wish.printer, wish.clear)


def routing(order: Order) -> str:
    """What a person who sorts parcels reads first: country and postcode, or country and city."""
    place = order.customer
    return " ".join(part for part in (place.country, place.postcode or place.city) if part)


def document(
    wish: Wish, world: StationWorld, config: Config, language: str
) -> DocumentOrder | None:
    """The packing slip of a parcel or the manifest of a load; None = it is unknown here."""
    content: object
    if wish.want is Want.MANIFEST:
        load = world.load(wish.subject)
        content = _manifest(load, world, config) if load else None
        kind, printed = "manifest", True
    else:
        parcel = world.parcel(wish.subject)
        order = world.order(parcel.order) if parcel else None
        content = _slip(parcel, order, world, config) if parcel and order else None
        kind = "slip"
        printed = wish.printed or config.print_slips
        language = language_for(order.customer.country) if order else language
    if content is None:
        return None
    return DocumentOrder(kind, wish.subject, content, language or "en", printed)


def _slip(parcel: Parcel, order: Order, world: StationWorld, config: Config) -> object:
    from app.labels.documents import PackingSlip, SlipLine

    here: dict[int, int] = {}
    for content in parcel.contents:
        here[content.line] = here.get(content.line, 0) + content.quantity
    names = {line.number: line.name for line in order.lines}

    def units(line: OrderLine) -> SlipLine:
        return SlipLine(
            line.sku,
            line.name,
            line.ordered,
            here.get(line.number, 0),
            line.short,
            note="" if line.kit else line.note,
            instead_of=names.get(line.instead_of, ""),
            free=line.added == "free",
        )

    def sold(kit: KitLines) -> SlipLine:
        if not kit.sku:
            return units(kit.lines[0])
        return SlipLine(
            kit.sku,
            kit.name,
            kit.wanted,
            kit.whole(lambda line: here.get(line.number, 0)),
            kit.wanted - kit.whole(lambda line: line.ordered - line.short),
            note=kit.lines[0].note,
            parts=tuple(map(units, kit.lines)),
        )

    listed = [
        line
        for line in order.lines
        if line.ordered or here.get(line.number)  # not what the shop has taken out
    ]
    lines = tuple(map(sold, by_kit(listed)))
    returns = config.returns
    return PackingSlip(
        sender=config.sender,
        receiver=order.customer,
        order_ref=order.ref,
        sscc=parcel.sscc,
        parcel_number=parcel.number,
        lines=lines,
        gift_message=order.gift_message,
        parcel_count=len(order.live_parcels) if order.packed_out else None,
        day=world.today,
        carrier=order.carrier,
        note=order.note,
        returns=returns.get(language_for(order.customer.country)) or returns.get("en", ""),
    )


def _manifest(load: Load, world: StationWorld, config: Config) -> object:
    from app.labels.documents import Manifest, ManifestParcel

    def row(parcel: Parcel) -> ManifestParcel:
        order = world.order(parcel.order)
        receiver = order.customer if order else None
        guess = expected(parcel, parcel.carton, world) if parcel.grams is None else None
        return ManifestParcel(
            sscc=parcel.sscc,
            order_ref=order.ref if order else parcel.order,
            receiver=receiver.receiver if receiver else "",
            city=receiver.city if receiver else "",
            country=receiver.country if receiver else "",
            weight_g=guess.grams if guess else parcel.grams,
            place=parcel.place,
            calculated=guess is not None,
        )

    found = (world.parcel(sscc) for sscc in load.parcels)
    person = world.person(load.closed_by)
    return Manifest(
        site=config.site,
        sender=config.sender,
        load=load.load,
        carrier=load.carrier,
        dock=load.dock,
        closed_at=load.closed_at,
        operator=person.name if person else load.closed_by,
        parcels=tuple(row(parcel) for parcel in found if parcel is not None),
        missing=tuple(row(parcel) for parcel in loading.missing(load, world)),
    )
