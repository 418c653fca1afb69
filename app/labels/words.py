"""The words printed on documents, in the languages of the program."""

from __future__ import annotations

_EN: dict[str, str] = {
    "from": "From",
    "order": "Order",
    "manifest": "Loading manifest",
    "load": "Load",
    "site": "Site",
    "carrier": "Carrier",
    "dock": "Dock",
    "closed": "Closed",
    "operator": "Loaded by",
    "open": "still open",
    "parcels": "Parcels",
    "weight": "Weight",
    "unweighed": "without {n} of unknown weight",
    "missing": "Missing",
    "loaded_list": "On the truck",
    "missing_list": "Not on the truck",
    "none": "No parcels.",
    "number": "No.",
    "receiver": "Receiver",
    "city": "City",
    "country": "Country",
    "kg": "kg",
    "place": "Last seen",
    "signature": "Taken over by the driver",
    "driver": "Driver's name",
    "plate": "Licence plate",
    "date": "Date and time",
    "sign": "Signature",
    "page": "Page {n} of {m}",
    "lost": "\ufffd stands for letters that cannot be printed: {codes}",
}

_ZH_CN: dict[str, str] = {
    "from": "寄件人",
    "order": "订单",
    "manifest": "装车清单",
    "load": "车次",
    "site": "仓库",
    "carrier": "承运商",
    "dock": "月台",
    "closed": "关闭时间",
    "operator": "装车员",
    "open": "尚未关闭",
    "parcels": "包裹数",
    "weight": "重量",
    "unweighed": "不含重量未知 {n} 件",
    "missing": "缺少",
    "loaded_list": "已装车",
    "missing_list": "未装车",
    "none": "没有包裹。",
    "number": "序号",
    "receiver": "收件人",
    "city": "城市",
    "country": "国家",
    "kg": "公斤",
    "place": "最后位置",
    "signature": "司机签收",
    "driver": "司机姓名",
    "plate": "车牌号",
    "date": "日期和时间",
    "sign": "签名",
    "page": "第 {n} 页，共 {m} 页",
    "lost": "\ufffd 表示无法打印的字符：{codes}",
}

_LANGUAGES = {"en": _EN, "zh_CN": _ZH_CN}


class DocumentWords:
    """The words of one language; an unknown language prints English."""

    def __init__(self, language: str) -> None:
        self._words = _LANGUAGES.get(language, _EN)

    def __call__(self, key: str, **values: object) -> str:
        return self._words[key].format(**values)

    def lost(self, codes: str) -> str:
        """The sentence about letters that no font has. codes: theirs in Unicode."""
        return self("lost", codes=codes)
