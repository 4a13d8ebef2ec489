"""A letter's text as blocks, paragraphs and tables, with what decides where a page may end between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Self

from memogen import opc
from memogen.layout.paging.letters import index_of, letters_of
from memogen.layout.paging.markup import W, is_on, local, new, properties, put
from memogen.opc.packing import serialised

if TYPE_CHECKING:
    from lxml import etree

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
_SETS_TEXT = re.compile(r"word/(styles|settings|numbering|header\d*|footer\d*)\.xml")
_UNCUT = ("fldChar", "fldSimple", "numPr", "drawing", "framePr", "footnoteReference", "sdt", "ins", "del")
"""A paragraph with one of these is not cut in two."""


class Story:
    """The first section of a document: the letter itself, without annexes on pages of another shape.

    `blocks` are its paragraphs and tables; their index is how all of `paging` names them.
    """

    def __init__(self, parts: dict[str, bytes]) -> None:
        self._parts = parts
        self.root = opc.xml(parts[DOCUMENT], file="", part=DOCUMENT)
        body = self.root.find(f"{W}body")
        assert body is not None, "a document has a body"
        self.body = body
        self.blocks: list[etree._Element] = []
        self.section: etree._Element = new(body, "sectPr")
        for child in body:
            if local(child) == "sectPr":
                self.section = child
                break
            self.blocks.append(child)
            if (section := child.find(f"{W}pPr/{W}sectPr")) is not None:
                self.section = section
                break

    @classmethod
    def of(cls, document: bytes) -> Self:
        """The story of a DOCX. Raises InputError when it is none."""
        return cls(opc.read_package(document, file=""))

    def document(self) -> bytes:
        """The DOCX as it is now; the same bytes for the same story."""
        return opc.write_package({**self._parts, DOCUMENT: serialised(self.root)})

    # --- the page ---------------------------------------------------------------------------------

    def measure(self, part: str, name: str) -> float:
        """A measure of the page in mm: `measure("pgMar", "bottom")`."""
        element = self.section.find(f"{W}{part}")
        value = element.get(f"{W}{name}", "0") if element is not None else "0"
        return float(value) * 25.4 / 1440

    @property
    def bottom_mm(self) -> float:
        """Where the text of a page ends."""
        return self.measure("pgSz", "h") - abs(self.measure("pgMar", "bottom"))

    # --- blocks -----------------------------------------------------------------------------------

    def is_table(self, block: int) -> bool:
        return local(self.blocks[block]) == "tbl"

    def is_blank(self, block: int) -> bool:
        """Whether a paragraph shows nothing."""
        element = self.blocks[block]
        shows = any(True for _ in element.iter(f"{W}drawing", f"{W}pict", f"{W}object"))
        return local(element) == "p" and not text_of(element).strip() and not shows

    def is_spacer(self, block: int) -> bool:
        """Whether it is the empty paragraph that stands right before a table, and belongs to it."""
        return self.is_blank(block) and block + 1 < len(self.blocks) and self.is_table(block + 1)

    def keeps_next(self, block: int) -> bool:
        """Whether a paragraph, or the last row of a table, stays on one page with what follows."""
        if not self.is_table(block):
            return self._switch(self.blocks[block], "keepNext")
        return self.row_keeps_next(block, len(self.rows(block)) - 1)

    def row_keeps_next(self, block: int, row: int) -> bool:
        """Whether a row of a table stays with the next: as its first paragraph, for Word and LibreOffice."""
        first = next(self.rows(block)[row].iter(f"{W}p"), None)
        return first is not None and self._switch(first, "keepNext")

    def may_be_cut(self, block: int) -> bool:
        """Whether a paragraph's lines may stand on two pages, and its text tells where to cut it."""
        element = self.blocks[block]
        if local(element) != "p" or self._switch(element, "keepLines"):
            return False
        text = text_of(element)
        letters = letters_of(text)
        is_plain = index_of(text, len(letters)) == len(text) > index_of(text, len(letters) - 1)
        return is_plain and not any(True for _ in element.iter(*(f"{W}{name}" for name in _UNCUT)))

    def rows(self, block: int) -> list[etree._Element]:
        return self.blocks[block].findall(f"{W}tr")

    def head_rows(self, block: int) -> int:
        """How many rows at the top of a table are repeated on each of its pages."""
        heads = [is_on(row.find(f"{W}trPr/{W}tblHeader")) or False for row in self.rows(block)]
        return heads.index(False) if False in heads else len(heads)

    def goes_on_above(self, block: int, row: int) -> bool:
        """Whether a cell of the row is one with the cell above."""
        merges = self.rows(block)[row].iterfind(f"{W}tc/{W}tcPr/{W}vMerge")
        return any(merge.get(f"{W}val", "continue") == "continue" for merge in merges)

    def text(self, block: int) -> str:
        """The text of a paragraph, or of the first row of a table."""
        return " ".join(self.cells(block)) if self.is_table(block) else text_of(self.blocks[block])

    def cells(self, block: int) -> list[str]:
        """What each cell of the first row of a table begins with."""
        cells = self.rows(block)[0].iterfind(f"{W}tc") if self.rows(block) else ()
        begins = (next(filter(str.strip, map(text_of, cell.iter(f"{W}p"))), "") for cell in cells)
        return [text for text in begins if text]

    def likeness(self) -> tuple[object, ...]:
        """The same for letters that are set alike: a short paragraph is one line, whatever it says."""
        around = [(name, part) for name, part in self._parts.items() if _SETS_TEXT.fullmatch(name)]
        section = [(one.tag, *sorted(one.items())) for one in self.section.iter()]
        return (*around, *section, *map(_said, self.blocks))

    def spacing(self, paragraph: etree._Element) -> dict[str, str]:
        """What `w:spacing` says of a paragraph (`before`, `after`, `line`, `lineRule`)."""
        said: dict[str, str] = {}
        for one in self._properties(paragraph, "spacing"):
            said = {str(name).removeprefix(W): str(value) for name, value in one.items()} | said
        return said

    # --- styles -----------------------------------------------------------------------------------

    def _switch(self, paragraph: etree._Element, name: str) -> bool:
        """Whether a paragraph is so."""
        return next((bool(is_on(one)) for one in self._properties(paragraph, name)), False)

    def _properties(self, paragraph: etree._Element, name: str) -> Iterator[etree._Element]:
        """A property as the paragraph has it, then as its style, what this is based on, and all text have."""
        own = paragraph.find(f"{W}pPr")
        for given in (own, *self._inherited(own)):
            if given is not None and (found := given.find(f"{W}{name}")) is not None:
                yield found

    def _inherited(self, own: etree._Element | None) -> Iterator[etree._Element | None]:
        named = own.find(f"{W}pStyle") if own is not None else None
        style = named.get(f"{W}val", "") if named is not None else self._default_style
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style].find(f"{W}pPr")
            base = self._styles[style].find(f"{W}basedOn")
            style = base.get(f"{W}val", "") if base is not None else ""
        yield self._style_sheet.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")

    @cached_property
    def _style_sheet(self) -> etree._Element:
        if STYLES not in self._parts:
            return new(self.body, "styles")
        return opc.xml(self._parts[STYLES], file="", part=STYLES)

    @cached_property
    def _styles(self) -> dict[str, etree._Element]:
        return {style.get(f"{W}styleId", ""): style for style in self._style_sheet.iterchildren(f"{W}style")}

    @cached_property
    def _default_style(self) -> str:
        for name, style in self._styles.items():
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on"):
                return name
        return ""

    # --- colours ----------------------------------------------------------------------------------

    def paint(self) -> None:
        """Gives the text of each block, and of each row of a table, a colour of its own (`place_of`).

        What is not of the letter is black.
        """
        _paint(self.body, _BLACK)
        for number, block in enumerate(self.blocks):
            rows: Sequence[etree._Element] = self.rows(number) if self.is_table(number) else [block]
            for row, element in enumerate(rows):
                _paint(element, _colour(number, row))

    def paint_rest(self) -> None:
        """Gives all text that has come since `paint` the colour of catchwords."""
        for run in self.body.iter(f"{W}r"):
            if run.find(f"{W}rPr/{W}color") is None:
                put(properties(run, "rPr"), "color", val=ADDED[1:])


SHORT = 32
"""So many letters stand on one line even in half of the page's width."""
ADDED = "#ffffff"
_BLACK = "000000"
_ROWS = 1 << 12
MOST_BLOCKS = MOST_ROWS = _ROWS - 2


def _colour(block: int, row: int) -> str:
    return f"{(block + 1) * _ROWS + row:06x}"


def place_of(colour: str) -> tuple[int, int]:
    """The block and row that are painted so; a block of -1 for what is not."""
    block, row = divmod(int(colour[1:], 16), _ROWS)
    return block - 1, row


def _paint(element: etree._Element, colour: str) -> None:
    for run in element.iter(f"{W}r"):
        inside = properties(run, "rPr")
        for old in inside.findall(f"{W}color"):
            inside.remove(old)
        put(inside, "color", val=colour)


def _said(element: etree._Element) -> tuple[object, ...]:
    """What a block says, as far as its height comes of it."""
    style = element.find(f"{W}pPr/{W}pStyle")
    name = style.get(f"{W}val") if style is not None else local(element)
    letters = [letters_of(text_of(paragraph)) for paragraph in element.iter(f"{W}p")]
    breaks = sum(1 for _ in element.iter(f"{W}br"))
    is_short = local(element) == "p" and len(letters[0]) <= SHORT
    return (name, breaks, letters == [""]) if is_short else (name, breaks, *letters)


def text_of(element: etree._Element) -> str:
    """The text of a paragraph; tabs and line breaks are spaces."""
    return "".join(
        (found.text or "") if local(found) == "t" else " "
        for found in element.iter(f"{W}t", f"{W}tab", f"{W}br")
        if local(found.getparent()) == "r"
    )
