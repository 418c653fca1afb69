"""The words of a packing slip in its receiver's language, chosen by the country it goes to."""

from __future__ import annotations

from collections.abc import Mapping

_EN = {
    "slip": "Packing slip",
    "from": "From",
    "to": "Ship to",
    "order": "Order",
    "box": "Box {n}",
    "box_of": "Box {n} of {m}",
    "sku": "Article no.",
    "name": "Article",
    "ordered": "Ordered",
    "here": "In this box",
    "short": "Not sent",
    "units": "Items in this box: {n}",
    "instead_of": "instead of {name}",
    "free": "with our compliments",
    "carrier": "Sent with",
    "date": "Date",
    "note": "Your note",
    "returns": "Returns",
    "page": "Page {n} of {m}",
    "lost": "\ufffd stands for letters that cannot be printed: {codes}",
}
_OTHERS: Mapping[str, tuple[str, ...]] = {
    # In the order of the English words.
    "de": (
        *("Lieferschein", "Von", "An", "Bestellung", "Paket {n}", "Paket {n} von {m}"),
        *("Artikelnr.", "Artikel", "Bestellt", "Im Paket", "Fehlt", "Stück in diesem Paket: {n}"),
        *("anstelle von {name}", "als Geschenk von uns", "Versand mit", "Datum"),
        *("Ihre Nachricht", "Rücksendung", "Seite {n} von {m}"),
        "\ufffd steht für nicht druckbare Zeichen: {codes}",
    ),
    "fr": (
        *("Bon de livraison", "De", "À", "Commande", "Colis {n}", "Colis {n} sur {m}"),
        *(
            "Réf.",
            "Article",
            "Commandé",
            "Dans ce colis",
            "Non livré",
            "Pièces dans ce colis : {n}",
        ),
        *("au lieu de {name}", "offert", "Expédié par", "Date"),
        *("Votre message", "Retours", "Page {n} sur {m}"),
        "\ufffd remplace des lettres non imprimables : {codes}",
    ),
    "es": (
        *("Albarán", "De", "Para", "Pedido", "Caja {n}", "Caja {n} de {m}"),
        *("Ref.", "Artículo", "Pedido", "En esta caja", "No enviado", "Unidades en esta caja: {n}"),
        *("en lugar de {name}", "regalo de la casa", "Enviado con", "Fecha"),
        *("Su mensaje", "Devoluciones", "Página {n} de {m}"),
        "\ufffd sustituye letras que no se imprimen: {codes}",
    ),
    "it": (
        *("Documento di spedizione", "Da", "A", "Ordine", "Collo {n}", "Collo {n} di {m}"),
        *("Cod.", "Articolo", "Ordinati", "In questo collo", "Non inviati"),
        *("Pezzi in questo collo: {n}", "al posto di {name}", "in omaggio", "Spedito con", "Data"),
        *("Il suo messaggio", "Resi", "Pagina {n} di {m}"),
        "\ufffd sostituisce lettere non stampabili: {codes}",
    ),
    "nl": (
        *("Pakbon", "Van", "Aan", "Bestelling", "Doos {n}", "Doos {n} van {m}"),
        *("Art.nr.", "Artikel", "Besteld", "In deze doos", "Ontbreekt", "Stuks in deze doos: {n}"),
        *("in plaats van {name}", "cadeau van ons", "Verzonden met", "Datum"),
        *("Uw bericht", "Retourneren", "Pagina {n} van {m}"),
        "\ufffd staat voor niet af te drukken tekens: {codes}",
    ),
    "pl": (
        *("Specyfikacja wysyłki", "Od", "Do", "Zamówienie", "Paczka {n}", "Paczka {n} z {m}"),
        *("Nr art.", "Artykuł", "Zamówiono", "W tej paczce", "Brak", "Sztuk w tej paczce: {n}"),
        *("zamiast: {name}", "gratis", "Wysłano przez", "Data"),
        *("Twoja wiadomość", "Zwroty", "Strona {n} z {m}"),
        "\ufffd zastępuje znaki, których nie da się wydrukować: {codes}",
    ),
    "sv": (
        *("Följesedel", "Från", "Till", "Order", "Kolli {n}", "Kolli {n} av {m}"),
        *("Art.nr", "Artikel", "Beställt", "I detta kolli", "Saknas", "Antal i detta kolli: {n}"),
        *("i stället för {name}", "gåva från oss", "Skickat med", "Datum"),
        *("Ditt meddelande", "Returer", "Sida {n} av {m}"),
        "\ufffd står för tecken som inte kan skrivas ut: {codes}",
    ),
    "zh_CN": (
        *("装箱单", "寄件人", "收件人", "订单", "第 {n} 箱", "第 {n} 箱，共 {m} 箱"),
        *("货号", "商品", "订购数量", "本箱数量", "未发", "本箱件数：{n}"),
        *("替换 {name}", "赠品", "承运商", "日期"),
        *("您的留言", "退货说明", "第 {n} 页，共 {m} 页"),
        "\ufffd 表示无法打印的字符：{codes}",
    ),
}
LANGUAGES: Mapping[str, Mapping[str, str]] = {
    "en": _EN,
    **{code: dict(zip(_EN, words, strict=True)) for code, words in _OTHERS.items()},
}
# Countries where one language is read by all; others get English.
_LANGUAGE_OF: Mapping[str, str] = {
    **dict.fromkeys(("DE", "AT", "LI"), "de"),
    **dict.fromkeys(("FR", "MC"), "fr"),
    **dict.fromkeys(("ES", "MX", "AR", "CL", "CO", "PE", "UY"), "es"),
    **dict.fromkeys(("IT", "SM"), "it"),
    "NL": "nl",
    "PL": "pl",
    "SE": "sv",
    "CN": "zh_CN",
}


def language_for(country: str) -> str:
    """The language of a slip that goes to this country (ISO 3166-1 alpha-2)."""
    return _LANGUAGE_OF.get(country.upper(), "en")


class SlipWords:
    """The words of one language; an unknown language prints English."""

    def __init__(self, language: str) -> None:
        self._words = LANGUAGES.get(language, _EN)

    def __call__(self, key: str, **values: object) -> str:
        return self._words[key].format(**values)

    def lost(self, codes: str) -> str:
        """The sentence about letters that no font has. codes: theirs in Unicode."""
        return self("lost", codes=codes)
