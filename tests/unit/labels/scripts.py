"""An invented address in each script that customers write their names in.

`python -m tests.unit.labels.scripts FILE.png` draws the receivers of all their labels.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from PIL import Image

from app.domain.address import Address
from app.labels.make import make_shipping_label
from tests.unit.labels.samples import ENGLISH

ADDRESSES = {
    "Latin": Address("Ann-Sofie Öberg", "Łódź & Şığöz", "Vestergade 110", "8000", "Aarhus", "", "DK"),
    "Vietnamese": Address("Nguyễn Thị Mẫu", "", "12 Đường Lê Lợi", "700000", "Hồ Chí Minh", "", "VN"),
    "Combining": Address("José x́ ệ Ångström", "", "Rue de l’Église 3 – b", "75001", "Paris", "", "FR"),
    "Greek": Address("Γιώργος Δείγμας", "", "Λεωφόρος Σοφίας 4", "106 74", "Αθήνα", "", "GR"),
    "Cyrillic": Address("Пётр Образцов", "Ґанна Їжак", "ул. Ленина, д. 5", "191186", "Санкт-Петербург", "", "RU"),
    "Georgian": Address("ნინო ნიმუში", "", "რუსთაველის გამზირი 8", "0108", "თბილისი", "", "GE"),
    "Armenian": Address("Արամ Օրինակյան", "", "Աբովյան փողոց 5", "0001", "Երևան", "", "AM"),
    "Hebrew": Address("ישראל לדוגמה (משרד)", "", "רחוב הרצל 5", "6688101", "תל אביב", "", "IL"),
    "Arabic": Address("محمد عبد المثال", "شركة المثال (ACME)", "شارع الملك فهد 12", "11564", "الرياض", "", "SA"),
    "Persian": Address("نمونه‌ای پژوهشی", "", "خیابان آزادی، پلاک ۱۲", "11369", "تهران", "", "IR"),
    "Urdu": Address("نمونہ خان", "", "مال روڈ ۵", "54000", "لاہور", "", "PK"),
    "Devanagari": Address("राम कुमार उदाहरण", "", "महात्मा गांधी मार्ग 7", "110001", "नई दिल्ली", "", "IN"),
    "Bengali": Address("রাম উদাহরণ", "", "গুলশান এভিনিউ ৭", "1212", "ঢাকা", "", "BD"),
    "Gurmukhi": Address("ਉਦਾਹਰਨ ਸਿੰਘ", "", "ਮਾਲ ਰੋਡ 7", "141001", "ਲੁਧਿਆਣਾ", "", "IN"),
    "Gujarati": Address("ઉદાહરણ પટેલ", "", "આશ્રમ રોડ 7", "380009", "અમદાવાદ", "", "IN"),
    "Oriya": Address("ଉଦାହରଣ ଦାସ", "", "ଜନପଥ 7", "751001", "ଭୁବନେଶ୍ୱର", "", "IN"),
    "Tamil": Address("எடுத்துக்காட்டு குமார்", "", "அண்ணா சாலை 7", "600002", "சென்னை", "", "IN"),
    "Telugu": Address("ఉదాహరణ రావు", "", "ట్యాంక్ బండ్ రోడ్ 7", "500001", "హైదరాబాద్", "", "IN"),
    "Kannada": Address("ಉದಾಹರಣೆ ಗೌಡ", "", "ಮಹಾತ್ಮ ಗಾಂಧಿ ರಸ್ತೆ 7", "560001", "ಬೆಂಗಳೂರು", "", "IN"),
    "Malayalam": Address("ഉദാഹരണം നായർ", "", "എം ജി റോഡ് 7", "682016", "കൊച്ചി", "", "IN"),
    "Sinhala": Address("උදාහරණ පෙරේරා", "", "ගාලු පාර 7", "00300", "කොළඹ", "", "LK"),
    "Thai": Address("สมชาย ตัวอย่าง", "บริษัท ตัวอย่าง จำกัด", "99/1 ถนนสุขุมวิท แขวงคลองเตย", "10110", "กรุงเทพมหานคร", "", "TH"),
    "Lao": Address("ຕົວຢ່າງ ວົງ", "", "ຖະໜົນລ້ານຊ້າງ 7", "01000", "ວຽງຈັນ", "", "LA"),
    "Khmer": Address("គំរូ សុខ", "", "មហាវិថីព្រះនរោត្តម ៧", "12000", "ភ្នំពេញ", "", "KH"),
    "Myanmar": Address("နမူနာ မောင်", "", "ဗိုလ်ချုပ်အောင်ဆန်းလမ်း ၇", "11181", "ရန်ကုန်", "", "MM"),
    "Ethiopic": Address("ምሳሌ ተስፋዬ", "", "ቦሌ መንገድ 7", "1000", "አዲስ አበባ", "", "ET"),
    "Thaana": Address("މިސާލު އަލީ", "", "މަޖީދީ މަގު 7", "20026", "މާލެ", "", "MV"),
    "Korean": Address("김예시", "주식회사 예시", "강남구 테헤란로 7", "06236", "서울특별시", "", "KR"),
    "Japanese": Address("山田見本 髙﨑", "株式会社サンプル", "丸の内1-9-1 タワー12階", "100-6701", "千代田区", "東京都", "JP"),
    "Traditional Chinese": Address("範例 𠮷㐂", "範例實業股份有限公司", "九龍旺角彌敦道610號 㗎嘅", "", "九龍", "", "HK"),
    "Simplified Chinese": Address("示例 镕喆堃", "示例软件有限公司", "张江高科技园区博云路2号", "201203", "上海市", "", "CN"),
}  # fmt: skip


_RECEIVER = (0, 166, 812, 625)  # dots at 203 dpi
_COLUMNS = 4


def sheet() -> Image.Image:
    """The receivers of all labels, at half their size, with the script's name above."""
    width, height = (_RECEIVER[2] - _RECEIVER[0]) // 2, (_RECEIVER[3] - _RECEIVER[1]) // 2
    rows = -(-len(ADDRESSES) // _COLUMNS)
    page = Image.new("L", (width * _COLUMNS, height * rows), 255)
    for place, (name, address) in enumerate(ADDRESSES.items()):
        made = make_shipping_label(replace(ENGLISH, receiver=address, service=name))
        part = made.image.convert("L").crop(_RECEIVER).resize((width, height))
        page.paste(part, (place % _COLUMNS * width, place // _COLUMNS * height))
    return page


if __name__ == "__main__":
    sheet().save(Path(sys.argv[1]))
