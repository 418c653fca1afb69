"""Makes the fonts in `resources/fonts` and the tables of their letters.

    apt-get download fonts-noto-core fonts-noto-cjk   (Debian: 20201225-1, 1:20220127+repack1-1)
    for each:  dpkg-deb -x FILE.deb noto
    python packaging/fonts/make_fonts.py noto

Needs fontTools. Each font is cut down to its script, without hints and without what shaping does
not need. NotoSansSC is not made here: it is the primary font and stays as it is. To replace a font,
put another file of its name into `resources/fonts` and run this with `--tables`.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterable
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "resources" / "fonts"
SCRIPTS = """
NotoSans NotoSansArabic NotoSansArmenian NotoSansBengali NotoSansDevanagari NotoSansEthiopic
NotoSansGeorgian NotoSansGujarati NotoSansGurmukhi NotoSansHebrew NotoSansKannada NotoSansKhmer
NotoSansLao NotoSansMalayalam NotoSansMyanmar NotoSansOriya NotoSansSinhala NotoSansTamil
NotoSansTelugu NotoSansThaana NotoSansThai
""".split()  # noqa: SIM905  a list would be four times as long
PRIMARY = "NotoSansSC-Regular.ttf"
HANGUL = ((0x1100, 0x1200), (0x3130, 0x3190), (0xA960, 0xA980), (0xAC00, 0xD800))
CJK = "opentype/noto/NotoSansCJK-Regular.ttc"
JAPANESE, KOREAN = 0, 1  # places in the collection
UNWANTED = {0xFFFD}  # damage in a text must not look like a letter
FEATURES = """
ccmp locl mark mkmk rlig calt liga init medi fina isol nukt akhn rphf blwf half pstf vatu cjct pres
abvs blws psts haln rkrf pref abvm blwm dist curs ljmo vjmo tjmo cfar fin2 fin3 med2 mset
""".split()  # noqa: SIM905  a list of quoted tags is harder to read


def letters_of(font: Path) -> set[int]:
    return set(TTFont(font).getBestCmap()) - UNWANTED


def cut(source: Path, target: Path, wanted: set[int] | None = None, number: int = -1) -> None:
    """Write the part of a font that has the wanted letters. number: in a collection."""
    options = subset.Options()
    options.hinting, options.glyph_names, options.font_number = False, False, number
    options.layout_features = FEATURES
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]  # names and licence
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "DSIG", "STAT"]
    font = subset.load_font(source, options)
    letters = set(font.getBestCmap())
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=letters if wanted is None else letters & wanted)
    subsetter.subset(font)
    subset.save_font(font, target, options)
    print(f"{target.name:32} {target.stat().st_size // 1024:6} kB")


def span(ranges: Iterable[tuple[int, int]]) -> set[int]:
    return {code for start, end in ranges for code in range(start, end)}


def make(noto: Path) -> None:
    source = noto / "usr" / "share" / "fonts"
    for name in SCRIPTS:
        for weight in ("Regular", "Bold"):
            file = f"{name}-{weight}.ttf"
            cut(source / "truetype" / "noto" / file, FONTS / file)
    cut(source / CJK, FONTS / "NotoSansHangul-Regular.otf", span(HANGUL), KOREAN)
    rest = span(((0x2000, 0x40000),)) - span(HANGUL) - letters_of(FONTS / PRIMARY)
    cut(source / CJK, FONTS / "NotoSansHan-Regular.otf", rest, JAPANESE)


# --- the tables ----------------------------------------------------------------------------------


def ranges_of(codes: set[int]) -> list[tuple[int, int]]:
    """The codes as ranges: (first, the first one behind it)."""
    found: list[list[int]] = []
    for code in sorted(codes):
        if found and found[-1][1] == code:
            found[-1][1] = code + 1
        else:
            found.append([code, code + 1])
    return [(start, end) for start, end in found]


def written(codes: set[int]) -> str:
    """Lines of hexadecimal code points, "20-7E A9 ...", both ends included."""
    items = [f"{a:X}" if b == a + 1 else f"{a:X}-{b - 1:X}" for a, b in ranges_of(codes)]
    return textwrap.fill(" ".join(items), 98, break_on_hyphens=False)


MADE = "Made by packaging/fonts/make_fonts.py."


def tables() -> None:
    scripts = {name: letters_of(FONTS / f"{name}-Regular.ttf") for name in SCRIPTS}
    scripts["NotoSansHangul"] = letters_of(FONTS / "NotoSansHangul-Regular.otf")
    primary, han = letters_of(FONTS / PRIMARY), letters_of(FONTS / "NotoSansHan-Regular.otf")
    union = primary | han | set().union(*scripts.values())
    (ROOT / "app" / "domain" / "letters_table.py").write_text(
        f'"""The letters that any font of this program has. {MADE}"""\n\n'
        "from __future__ import annotations\n\n"
        f'LETTERS = """\n{written(union)}\n"""\n'
        '"""Code points in hexadecimal, "first-last" or single ones, in order."""\n',
        encoding="utf-8",
    )
    parts = "".join(
        f'    "{name}": """\n{written(codes)}\n""",\n' for name, codes in scripts.items()
    )
    (ROOT / "app" / "labels" / "font_table.py").write_text(
        f'"""The letters of each font of one script. {MADE}"""\n\n'
        "from __future__ import annotations\n\n"
        f"LETTERS = {{\n{parts}}}\n"
        '"""Font -> its letters, as in `app.domain.letters_table`."""\n',
        encoding="utf-8",
    )
    print(f"{len(union)} letters")


if __name__ == "__main__":
    if sys.argv[1:] != ["--tables"]:
        make(Path(sys.argv[1]))
    tables()
