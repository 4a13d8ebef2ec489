"""Rendered pages as rules see them, built from the texts of their lines.

`pages(texts, texts)` lays each list out as a page of its own, from the second with its number;
`lines_of(paper)` gives the texts of a paper, a line a passage. `around(…)` is what the rules get.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from papers import AROUND

from memogen import thai
from memogen.check import Around
from memogen.layout import Image, Line, Page, Rule
from memogen.paper import Paper, Region

PITCH_MM = 6.4
FIRST_MM = {1: 27.7}
"""Where the first line of a page stands; on later pages under their number."""
LATER_MM = 42.9
LETTER_MM = 2.0
EMBLEM = Image(left_mm=30.0, top_mm=15.0, width_mm=14.1, height_mm=15.0)


def lines_of(paper: Paper) -> list[str]:
    """The texts of a paper's passages; page headers and footers left out."""
    return [one.seen for one in paper.text_passages if one.region is Region.TEXT]


def line(
    text: str, baseline: float, *, left: float = 30.0, right: float | None = None, size: float = 16.0
) -> Line:
    """A line; as wide as its letters unless `right` says where it ends."""
    text = " ".join(text.split())
    return Line(
        text=text,
        baseline_mm=baseline,
        left_mm=left,
        right_mm=left + LETTER_MM * len(text) if right is None else right,
        sizes_pt=(size,),
        fonts=("THSarabunPSK",),
        colours=("#000000",),
    )


def centred(text: str, baseline: float) -> Line:
    half = LETTER_MM * len(text) / 2
    return line(text, baseline, left=110 - half, right=110 + half)


def page(
    texts: Sequence[str | Line],
    *,
    number: int = 1,
    header: str | None = None,
    images: Sequence[Image] = (),
    rules: Sequence[Rule] = (),
) -> Page:
    """An A4 page; `header` stands where the page number does: - ๒ - from page 2 if nothing else is said."""
    if header is None:
        header = "" if number == 1 else f"- {thai.to_thai_digits(str(number))} -"
    first = FIRST_MM.get(number, LATER_MM)
    laid = [centred(header, 30.1)] if header else []
    laid += [
        text if isinstance(text, Line) else line(text, first + PITCH_MM * place)
        for place, text in enumerate(texts)
    ]
    return Page(
        number=number,
        width_mm=210.0,
        height_mm=297.0,
        lines=tuple(sorted(laid, key=lambda one: one.baseline_mm)),
        images=tuple(images),
        rules=tuple(rules),
    )


def pages(*texts: Sequence[str | Line], header: str | None = None) -> tuple[Page, ...]:
    """Pages with these lines; `header` is that of all but the first."""
    return tuple(
        page(lines, number=number, header=header if number > 1 else None)
        for number, lines in enumerate(texts, start=1)
    )


def around(*laid: Page) -> Around:
    return replace(AROUND, pages=laid)
