"""Cuts the portal's typefaces out of the pinned font packages and writes the sheet that names them."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import fontpkg_ibm_plex_sans_arabic as plex
import pylopdf_fonts_ar as noto
from django.conf import settings
from django.core.management.base import BaseCommand
from fontTools import subset
from fontTools.ttLib import TTFont

DIGITS_AND_SIGNS = [
    *range(0x20, 0x30),
    *range(0x3A, 0x40),
    *range(0x5B, 0x61),
    *range(0x7B, 0x7F),
    0xA0,
    0xAB,
    0xAD,
    0xB7,
    0xBB,
    0xD7,
]
PUNCTUATION = [*range(0x2010, 0x2016), *range(0x2018, 0x201F), 0x2022, 0x2026, 0x2030, 0x2039, 0x203A, 0x2212]
FORMATTING = [0x200C, 0x200D, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x2066, 0x2067, 0x2068, 0x2069, 0x25CC]
LATIN = [
    *range(0x30, 0x3A),
    *range(0x41, 0x5B),
    *range(0x61, 0x7B),
    *range(0xC0, 0x180),
    0x1E24,
    0x1E25,
    0x1E6D,
    0x2BF,
    0x2BE,
]
# Letters of Arabic, Persian, Urdu, Kurdish, Pashto and Azeri in Arabic script, marks and the three digit sets.
# Left out: Quranic signs (06D6-06ED) and letters of African and Central Asian orthographies, a third of the glyphs.
ARABIC = [
    *range(0x60B, 0x60E),
    0x61B,
    *range(0x61F, 0x657),
    *range(0x660, 0x672),
    *(0x679, 0x67C, 0x67E, 0x681, 0x685, 0x686, 0x688, 0x689, 0x691, 0x693, 0x695, 0x696, 0x698, 0x69A),
    *(0x6A4, 0x6A9, 0x6AB, 0x6AF, 0x6B5, 0x6BA, 0x6BC, 0x6BE, 0x6C0, 0x6C1, 0x6C2, 0x6C3, 0x6C6, 0x6C7, 0x6CA),
    *(0x6CC, 0x6CD, 0x6CE, 0x6D0, 0x6D2, 0x6D3, 0x6D4, 0x6D5, *range(0x6F0, 0x6FA)),
    *(0xFDF2, 0xFDFC, 0xFD3E, 0xFD3F),
]
SIGNS = DIGITS_AND_SIGNS + PUNCTUATION + FORMATTING


@dataclass(frozen=True)
class Face:
    """One file to write. `size` is the CSS size-adjust in per cent: Latin in a Naskh line looks a fifth too large."""

    file: str
    family: str
    source: Path
    letters: frozenset[int]
    weight: str
    size: int = 100

    @property
    def rule(self) -> str:
        # Half-spaces and marks of direction have no glyph; without them in the range a browser may change the face
        # in the middle of a word, and the letters beside them lose their joins.
        letters = self.letters & (TTFont(self.source, lazy=True).getBestCmap().keys() | set(FORMATTING))
        lines = [
            f'font-family: "{self.family}"',
            f'src: url("../fonts/{self.file}") format("woff2")',
            f"font-weight: {self.weight}",
            "font-display: optional",  # never under a reader's eyes: who has it late has it on the next page
            f"unicode-range: {unicode_range(letters)}",
        ]
        if self.size != 100:
            # In the height of the whole face: while that loads, the line would take its height from these letters.
            lines += [f"size-adjust: {self.size}%", *heights(self.source, self.size)]
        return face_rule(lines)


def faces() -> list[Face]:
    naskh, folder = noto.serif_path(), plex.ROOT / "files"
    arabic, latin = frozenset(ARABIC + SIGNS), frozenset(LATIN)
    return [
        Face("read-arabic.woff2", "Read", naskh, arabic, "400 700"),
        Face("read-latin.woff2", "Read", naskh, latin, "400 700", size=86),
        Face("read-latin.woff2", "Read Latin", naskh, latin, "400 700"),
        Face("use-arabic.woff2", "Use", folder / "IBMPlexSansArabic-Regular.ttf", arabic, "400"),
        Face("use-latin.woff2", "Use", folder / "IBMPlexSansArabic-Regular.ttf", latin, "400"),
        Face("use-arabic-bold.woff2", "Use", folder / "IBMPlexSansArabic-SemiBold.ttf", arabic, "600 700"),
        Face("use-latin-bold.woff2", "Use", folder / "IBMPlexSansArabic-SemiBold.ttf", latin, "600 700"),
    ]


# What a system has until the file is there, brought to the same width and height of line, so that nothing jumps.
# Width, in per cent: for regular, advance of the samples' first 4,000 Persian and Arabic words in each face against
# DejaVu Sans, in Chromium 156 (for Latin, of 3,000 English words); bold is wider by what our bold is wider, since a
# browser makes the other's without a wider advance. With it the home page on a slow line moves by 0.001, not 0.016.
FALLBACKS = {
    "Read Fallback": (noto.serif_path(), 84, 87.4),
    "Read Latin Fallback": (noto.serif_path(), 96.5, 102.9),
    "Use Fallback": (plex.ROOT / "files/IBMPlexSansArabic-Regular.ttf", 86, 90.8),
}
SYSTEM_FACES = ("Tahoma", "Geeza Pro", "DejaVu Sans", "Arial")


class Command(BaseCommand):
    help = "Cuts the typefaces to the letters of news and writes static/fonts/ (needed once; safe to repeat)."

    def handle(self, *args: Any, **options: Any) -> None:
        folder = settings.BASE_DIR / "static" / "fonts"
        folder.mkdir(parents=True, exist_ok=True)
        logging.getLogger("fontTools").setLevel(logging.WARNING)  # it tells of every glyph
        rules = [
            fallback(family, source, size, weight)
            for family, (source, *sizes) in FALLBACKS.items()
            for size, weight in zip(sizes, ("400", "600 700"), strict=True)
        ]
        for face in faces():
            size = cut(face.source, face.letters, folder / face.file)
            rules.append(face.rule)
            self.stdout.write(f"{face.file}: {size / 1024:.0f} KB")
        (folder / "fonts.css").write_text("\n".join(rules) + "\n", encoding="utf-8")


def cut(source: Path, letters: Iterable[int], target: Path) -> int:
    """Writes `source` with these letters alone as woff2; its size in bytes."""
    options = subset.Options(flavor="woff2", layout_features=["*"], hinting=False, notdef_outline=True)
    options.name_IDs = [0, 1, 2, 13, 14]  # the licence stays with the file
    options.drop_tables += ["DSIG", "STAT", "meta"]
    font = TTFont(source)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=letters)
    cutter.subset(font)
    font.flavor = "woff2"
    font.save(target)
    return target.stat().st_size


def unicode_range(letters: Iterable[int]) -> str:
    """CSS ranges of these code points, neighbours joined."""
    spans: list[list[int]] = []
    for letter in sorted(set(letters)):
        if spans and letter == spans[-1][1] + 1:
            spans[-1][1] = letter
        else:
            spans.append([letter, letter])
    return ", ".join(f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}" for first, last in spans)


def fallback(family: str, source: Path, size: float, weight: str) -> str:
    """A system face in the measures of ours."""
    names = ", ".join(f'local("{name}")' for name in SYSTEM_FACES)
    return face_rule(
        [
            f'font-family: "{family}"',
            f"src: {names}",
            f"font-weight: {weight}",
            f"size-adjust: {size}%",
            *heights(source, size),
        ]
    )


def heights(source: Path, size: float) -> list[str]:
    """The ascent and descent of `source` for a face that is drawn at `size` per cent, of which CSS takes per cents."""
    font = TTFont(source, lazy=True)
    unit = font["head"].unitsPerEm * size / 100
    ascent, descent = font["hhea"].ascent / unit, -font["hhea"].descent / unit
    return [f"ascent-override: {ascent:.1%}", f"descent-override: {descent:.1%}", "line-gap-override: 0%"]


def face_rule(lines: Iterable[str]) -> str:
    return "@font-face { " + "; ".join(lines) + "; }"
