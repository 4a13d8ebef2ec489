"""Print copies drawn as PDFs, each by the shortest way that shows what Word would show."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from memogen.layout.joining import page_count
from memogen.layout.office import Converter
from memogen.layout.printing import has_thai_page_numbers, thai_page_numbers

FITS_ONE_PAGE = 2500
"""Letters of text that one page may hold: with more, nobody need draw it to know that there are two."""

_SECTION = re.compile(rb"<w:sectPr\b.*?</w:sectPr>", re.DOTALL)
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")


def draw(converter: Converter, names: Sequence[str]) -> list[str]:
    """Draw the print copies of these names in the converter's folder, and return those that failed.

    Thai page numbers want a way of twice the length, by OpenDocument. A letter of one page whose first page
    prints no number is spared it: it is drawn straight, and again only when it turns out to be longer.
    """
    folder = converter.folder
    numbered = {name for name in names if has_thai_page_numbers((folder / name).read_bytes())}
    straight = [name for name in names if name not in numbered or _may_be_spared(folder / name)]
    failed = converter.convert(straight, "pdf") if straight else []
    drawn = [name for name in straight if name not in failed]
    spared = {name for name in drawn if name in numbered and page_count(_pdf(folder, name)) == 1}
    failed += _draw_by_fodt(converter, [name for name in names if name in numbered - spared - {*failed}])
    return sorted(failed)


def _draw_by_fodt(converter: Converter, names: Sequence[str]) -> list[str]:
    """Draw by OpenDocument, which can say Thai page numbers; the names that failed."""
    if not names:
        return []
    for name in names:
        _pdf(converter.folder, name).unlink(missing_ok=True)  # a page numbered in Arabic digits is no result
    failed = converter.convert(names, "fodt")
    sources = {str(Path(name).with_suffix(".fodt")): name for name in names if name not in failed}
    for source in sources:
        fodt = converter.folder / source
        fodt.write_bytes(thai_page_numbers(fodt.read_bytes()))
    return [*failed, *(sources[source] for source in converter.convert(list(sources), "pdf"))]


def _pdf(folder: Path, name: str) -> Path:
    return (folder / name).with_suffix(".pdf")


def _may_be_spared(copy: Path) -> bool:
    """Whether a letter may have one page, and prints no number on its first."""
    with zipfile.ZipFile(copy) as package:
        document = package.read("word/document.xml")
    first = _SECTION.search(document)
    return (
        first is not None
        and b"<w:titlePg/>" in first[0]
        and _length(_TEXT.findall(document.decode("utf-8", "replace"))) <= FITS_ONE_PAGE
    )


def _length(texts: Iterable[str]) -> int:
    return sum(map(len, texts))
