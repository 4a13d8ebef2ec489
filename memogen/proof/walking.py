"""The one walk through a Word file: every paragraph with its place, and what is in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from gettext import gettext as _
from itertools import islice
from typing import TYPE_CHECKING

from memogen import thai
from memogen.errors import InputError
from memogen.findings import N_, Finding
from memogen.paper import Region
from memogen.proof.content import Content, content_of
from memogen.proof.markup import attribute, child, children, is_on, paragraphs, word
from memogen.proof.package import Package

if TYPE_CHECKING:
    from lxml import etree


MOST_PARAGRAPHS = 50_000
"""More than a thousand pages; a letter has no more."""
_CATCH_WORD = re.compile(r"\s*/.{1,80}(?:\.\.\.?|…)\s*")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where paragraphs stand: words, region, cell (table, row, cell), the id of the table's style."""

    place: str = ""
    region: Region = Region.TEXT
    row: tuple[int, int, int] | None = None
    table_style: str = ""


@dataclass(frozen=True, slots=True)
class Met:
    """A paragraph on the way, empty ones too; `index` counts the `w:p` of its part from 0."""

    part: str
    index: int
    paragraph: etree._Element
    content: Content
    spot: Spot


def walk(package: Package) -> Iterator[Met]:
    """Every paragraph in reading order: the document's, then those of headers, footers and notes.

    A text box is met once, after the paragraph that holds it. Deleted text is not met. InputError (P12) where
    a part has more than MOST_PARAGRAPHS.
    """
    yield from _Walk(package.file, package.main, Spot()).through(package.root(package.main))
    for kind, (name, region) in _BESIDE.items():
        for part in package.related(package.main, kind):
            yield from _Walk(package.file, part, Spot(_(name), region)).through(package.root(part))


_BESIDE = {
    "header": (N_("หัวกระดาษ"), Region.HEADER),
    "footer": (N_("ท้ายกระดาษ"), Region.FOOTER),
    "footnotes": (N_("เชิงอรรถ"), Region.NOTE),
    "endnotes": (N_("อ้างอิงท้ายเรื่อง"), Region.NOTE),
}
"""What the paragraphs of each kind of part are called, and where they stand."""


class _Walk:
    """Through one part, counting paragraphs with text outside tables, tables, rows and cells.

    A table that was parted for a page break is one: only a catch-word stands between, and its heads come
    again.
    """

    def __init__(self, file: str, part: str, outer: Spot) -> None:
        self._file = file
        self._part = part
        self._outer = outer
        self._met: list[Met] = []
        self._paragraphs = 0
        self._tables = 0
        self._last_rows: list[etree._Element] = []
        self._since_table: list[str] = []
        self._indices: dict[etree._Element, int] = {}
        # Once, not for each paragraph: looking a sentence up reads folders.
        self._in_text = _("ย่อหน้า {number}")
        self._in_table = _("ตาราง {table} แถว {row} ช่อง {cell}")
        self._in_box = _("กล่องข้อความ")

    def through(self, root: etree._Element) -> list[Met]:
        self._indices = {
            paragraph: index for index, paragraph in enumerate(islice(paragraphs(root), MOST_PARAGRAPHS + 1))
        }
        if len(self._indices) > MOST_PARAGRAPHS:
            raise InputError(_too_long(self._file))
        self._inside(root, self._outer)
        return self._met

    def _inside(self, element: etree._Element, spot: Spot) -> None:
        for inner in children(element):
            name = word(inner)
            if name == "p":
                self._paragraph(inner, spot)
            elif name == "tbl" and not spot.place:
                self._table(inner)
            elif name not in ("del", "moveFrom"):
                self._inside(inner, spot)

    def _table(self, table: etree._Element) -> None:
        rows = list(_within(table, "tr"))
        if self._goes_on(rows):
            rows = rows[len(_heads(rows)) :]
        else:
            self._tables += 1
            self._last_rows = []
        before = len(self._last_rows)
        self._last_rows += rows
        self._since_table = []
        self._rows(rows, Spot("", Region.TABLE, (self._tables, before, 0), _table_style(table)))

    def _goes_on(self, rows: list[etree._Element]) -> bool:
        """Whether these are more rows of the last table, on the next page."""
        is_parted = len(self._since_table) == 1 and _CATCH_WORD.fullmatch(self._since_table[0])
        return bool(self._last_rows and is_parted) and _heads(rows) == _heads(self._last_rows)

    def _paragraph(self, paragraph: etree._Element, spot: Spot) -> None:
        content = content_of(paragraph)
        if spot.region is Region.TEXT and content.text.strip():
            self._since_table.append(content.text)
        if content.text.strip() and not spot.place:
            self._paragraphs += 1
            spot = Spot(self._in_text.format(number=_thai(self._paragraphs)))
        self._met.append(Met(self._part, self._indices[paragraph], paragraph, content, spot))
        if content.boxes:
            within = self._outer if self._outer.place else Spot(self._in_box, Region.BOX)
            for box in content.boxes:
                self._inside(box, within)

    def _rows(self, rows: list[etree._Element], spot: Spot) -> None:
        number, row_number, _cell = spot.row or (0, 0, 0)
        for row in rows:
            row_number += 1
            for cell_number, cell in enumerate(_within(row, "tc"), start=1):
                place = self._in_table.format(
                    table=_thai(number), row=_thai(row_number), cell=_thai(cell_number)
                )
                row_of = (number, row_number, cell_number)
                self._inside(cell, Spot(place, Region.TABLE, row_of, spot.table_style))


def _too_long(file: str) -> Finding:
    return Finding(
        code="P12",
        file=file,
        message=_("เอกสารยาวเกินไป (เกิน {limit} ย่อหน้า)").format(limit=f"{MOST_PARAGRAPHS:,}"),
        hint=_("แบ่งเอกสารเป็นหลายไฟล์"),
    )


def _within(element: etree._Element, name: str) -> list[etree._Element]:
    """Rows of a table or cells of a row, also those within a content control."""
    found: list[etree._Element] = []
    pending = list(reversed(children(element)))
    while pending:
        inner = pending.pop()
        if word(inner) == name:
            found.append(inner)
        elif word(inner) not in ("tbl", "tr", "tc", "del", "moveFrom"):
            pending += reversed(children(inner))
    return found


def _heads(rows: list[etree._Element]) -> list[str]:
    """The texts of the rows that are repeated at the top of each page."""
    heads = []
    for row in rows:
        looks = child(row, "trPr")
        mark = child(looks, "tblHeader") if looks is not None else None
        if mark is None or not is_on(mark):
            break
        heads.append("\t".join(content_of(paragraph).text for paragraph in paragraphs(row)))
    return heads


def _table_style(table: etree._Element) -> str:
    properties = child(table, "tblPr")
    style = None if properties is None else child(properties, "tblStyle")
    return "" if style is None else attribute(style, "val")


def _thai(number: int) -> str:
    return thai.to_thai_digits(str(number))
