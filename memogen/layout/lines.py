"""The letters of a PDF page gathered into lines of text, as a reader would copy them."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

MM_PER_POINT = 25.4 / 72
SAME_LINE_PT = 2.5  # baselines nearer than this are one line
SPACE_EM = 0.1  # half of the narrowest space
WORD_GAP_EM = 0.9  # a wider gap is a tab or another cell; justification never opens so much

_MARKS = "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e"
_UNSEEN = re.compile("[\u0000-\u001f\u00ad\u200b-\u200f\u2060\ufeff\ufffe\uffff]")
_DOT_LEADER = re.compile(r"\.{4,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The text on one baseline, without dot leaders; any run of spaces, tab or cell border is one space.

    `left_mm` is where the first letter begins, `right_mm` where the last one ends (spaces do not count).
    `fonts` are names as in the PDF without the subset prefix; `colours` are as in #000000.
    """

    text: str
    baseline_mm: float
    left_mm: float
    right_mm: float
    sizes_pt: tuple[float, ...]
    fonts: tuple[str, ...]
    colours: tuple[str, ...]


def in_order(text: str) -> str:
    """Thai text with its marks in one order and ำ as one letter, as `read_pdf` gives it.

    >>> in_order("นํ้า") == "น้ำ"
    True
    """
    text = _UNSEEN.sub("", text).replace("\u0e33\u0e32", "\u0e33")
    text = re.sub(f"\u0e4d([{_MARKS}]*)\u0e32", "\\1\u0e33", text)
    return re.sub(f"[{_MARKS}]{{2,}}", lambda marks: "".join(sorted(marks[0])), text)


@dataclass(frozen=True, slots=True)
class _Letter:
    text: str
    y: float
    left: float
    right: float
    size: float
    font: str
    colour: str


@dataclass(slots=True)
class _Row:
    """A line while its letters are gathered; points, `y` from the top, `spaces` where they begin."""

    y: float
    letters: list[_Letter] = field(default_factory=list)
    spaces: list[float] = field(default_factory=list)

    def add(self, letter: _Letter) -> None:
        if letter.text.isspace():
            self.spaces.append(letter.left)
        else:
            self.letters.append(letter)

    def line(self) -> Line:
        bodies = [letter for letter in self.letters if letter.text not in _MARKS] or self.letters
        text = _DOT_LEADER.sub(" ", in_order(self._text()))
        return Line(
            text=" ".join(text.split()),
            baseline_mm=self.y * MM_PER_POINT,
            left_mm=min(letter.left for letter in bodies) * MM_PER_POINT,
            right_mm=max(letter.right for letter in bodies) * MM_PER_POINT,
            sizes_pt=tuple(sorted({letter.size for letter in self.letters})),
            fonts=tuple(sorted({letter.font for letter in self.letters})),
            colours=tuple(sorted({letter.colour for letter in self.letters})),
        )

    def _text(self) -> str:
        """From left to right: LibreOffice writes the letters of one font before those of the next."""
        clusters: list[list[_Letter]] = []
        for letter in self.letters:
            if clusters and letter.text in _MARKS:  # it sits on its letter; its own box may lie anywhere
                clusters[-1].append(letter)
            else:
                clusters.append([letter])
        clusters.sort(key=lambda cluster: cluster[0].left)
        text = "".join(letter.text for letter in clusters[0])
        for last, cluster in pairwise(clusters):
            text += " " if self._are_apart(last[0], cluster[0]) else ""
            text += "".join(letter.text for letter in cluster)
        return text

    def _are_apart(self, last: _Letter, letter: _Letter) -> bool:
        """Whether a reader sees a space between the two.

        LibreOffice also writes spaces that the next letter stands upon, and pdfium drops some of those
        that stand beside a symbol of another font.
        """
        gap = (letter.left - last.right) / letter.size
        near = SPACE_EM * letter.size
        written = any(last.right - near < space < letter.left for space in self.spaces)
        return gap > WORD_GAP_EM or (gap > SPACE_EM and (written or _family(last) != _family(letter)))


def _family(letter: _Letter) -> str:
    return letter.font.partition("-")[0]


def lines_of(textpage: Any, height: float) -> tuple[Line, ...]:
    rows: list[_Row] = []
    for letter in _letters(textpage, height):
        row = next((row for row in reversed(rows) if abs(row.y - letter.y) <= SAME_LINE_PT), None)
        if row is None:
            row = _Row(letter.y)
            rows.append(row)
        row.add(letter)
    lines = (row.line() for row in sorted(rows, key=lambda row: row.y) if row.letters)
    return tuple(line for line in lines if line.text)


def _letters(textpage: Any, height: float) -> Iterator[_Letter]:
    """The letters in the order of the PDF; the spaces that pdfium only guesses are left out."""
    import pypdfium2.raw as pdf

    x, y = ctypes.c_double(), ctypes.c_double()
    looks: dict[int, tuple[float, str, str]] = {}  # all letters of a text object have one
    for index in range(textpage.count_chars()):
        code = pdf.FPDFText_GetUnicode(textpage, index)
        if code in (0, 10, 13) or code > 0x10FFFF or pdf.FPDFText_IsGenerated(textpage, index) == 1:
            continue
        pdf.FPDFText_GetCharOrigin(textpage, index, x, y)
        whole = pdf.FPDFText_GetTextObject(textpage, index)
        place = ctypes.addressof(whole.contents) if whole else -index
        if place not in looks:
            size = round(pdf.FPDFText_GetFontSize(textpage, index), 1)
            looks[place] = size, _font_of(textpage, index), _colour_of(textpage, index)
        size, font, colour = looks[place]
        yield _Letter(
            text=chr(code),
            y=height - y.value,
            left=x.value,
            right=textpage.get_charbox(index, loose=True)[2],
            size=size,
            font=font,
            colour=colour,
        )


def _font_of(textpage: Any, index: int) -> str:
    import pypdfium2.raw as pdf

    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdf.FPDFText_GetFontInfo(textpage, index, name, len(name), flags)
    return plain_name(name.value.decode("utf-8", "replace"))


def _colour_of(textpage: Any, index: int) -> str:
    import pypdfium2.raw as pdf

    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdf.FPDFText_GetFillColor(textpage, index, red, green, blue, alpha)
    return f"#{red.value:02x}{green.value:02x}{blue.value:02x}"


def plain_name(font_name: str) -> str:
    """BAAAAA+Name -> Name."""
    return font_name.rpartition("+")[2]
