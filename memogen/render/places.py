"""Where in a Word file its tags stand, in the words of someone who looks at it in Word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from gettext import gettext as _
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_P, _TABLE, _ROW, _CELL = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc"
_TEXTS = (f"{W}t", f"{W}delText", f"{W}instrText")
_OF_DOCXTPL = re.compile(r"\{([{%#])(p|r|tr|tc)\s")
_TABLE_ONLY = ("tr", "tc")
_MERGES = re.compile(r"\{%\s*[vh]m\s*%\}")
_CELL_LOOKS = re.compile(r"\{%\s*(?:colspan|cellbg)\s+([^%]*?)%\}")
_ESCAPED = re.compile(r"\{_[{%]|[}%]_\}")
_ALONE = re.compile(r"\{[{%#](p|tr|tc)\s.*?[}%#]\}")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph's text as Word shows it, where it stands, and the tag that may not share its holder."""

    text: str
    place: str
    is_in_table: bool
    crowded: str = ""

    @property
    def jinja(self) -> str:
        """The text with docxtpl's own tags as plain Jinja, for reading only."""
        text = _ESCAPED.sub("", self.text)
        if self.is_in_table:
            text = _CELL_LOOKS.sub(r"{{ \1 }}", _MERGES.sub("", text))
        return _OF_DOCXTPL.sub(self._plain, text)

    def _plain(self, tag: re.Match[str]) -> str:
        return tag[0] if tag[2] in _TABLE_ONLY and not self.is_in_table else "{" + tag[1] + " "

    def around(self, text: str) -> str:
        """The words of the paragraph about a stretch of it, for finding it by eye."""
        at = max(self.text.find(text), 0)
        start, end = max(at - 20, 0), at + len(text) + 20
        return ("…" if start else "") + self.text[start:end] + ("…" if end < len(self.text) else "")


def lines(root: etree._Element, *, name: str = "") -> Iterator[Line]:
    """The paragraphs of a part; `name` is what the part is called where its paragraphs have no number.

    Paragraphs of the document are counted outside tables, those without text not at all. An attribute that
    holds a tag (the description of a picture) is a line of its own.
    """
    number, in_words = 0, _("ย่อหน้า {number}")
    for paragraph in root.iter(_P):
        above = [holder.tag for holder in paragraph.iterancestors()]
        text = _own_text(paragraph)
        if text.strip() and _P not in above and _TABLE not in above:
            number += 1
        place = name or _place(paragraph, above) or in_words.format(number=_thai(number))
        yield Line(text, place, _TABLE in above, _crowded(paragraph, text))
        for value in _tagged_attributes(paragraph):
            yield Line(value, place, _TABLE in above)


def _own_text(paragraph: etree._Element) -> str:
    """Without the text of paragraphs inside it, which are those of a text box."""
    found = (
        text.text or "" for text in paragraph.iter(*_TEXTS) if next(text.iterancestors(_P), None) is paragraph
    )
    return "".join(found).replace("\n", " ")


def _tagged_attributes(paragraph: etree._Element) -> Iterator[str]:
    for element in paragraph.iter():
        for value in element.attrib.values():
            if re.search(r"\{[{%]", str(value)) and next(element.iterancestors(_P), paragraph) is paragraph:
                yield str(value).replace("\n", " ")


def _place(paragraph: etree._Element, above: list[str]) -> str:
    """Where a paragraph stands that has no number of its own."""
    if _TABLE in above:
        return _cell_place(paragraph)
    return _("กล่องข้อความ") if _P in above else ""


def _cell_place(paragraph: etree._Element) -> str:
    """By the outermost table: a table inside a cell belongs to that cell."""
    table = list(paragraph.iterancestors(_TABLE))[-1]
    rows = [row for row in paragraph.iterancestors(_ROW) if table in row.iterancestors()]
    cells = [cell for cell in paragraph.iterancestors(_CELL) if table in cell.iterancestors()]
    tables = [
        found for found in table.getroottree().iter(_TABLE) if next(found.iterancestors(_TABLE), None) is None
    ]
    return _("ตาราง {table} แถว {row} ช่อง {cell}").format(
        table=_thai(tables.index(table) + 1), row=_thai(_order(rows[-1])), cell=_thai(_order(cells[-1]))
    )


def _order(element: etree._Element) -> int:
    return 1 + sum(1 for _ in element.itersiblings(element.tag, preceding=True))


def _thai(number: int) -> str:
    from memogen import thai

    return thai.to_thai_digits(str(number))


def _crowded(paragraph: etree._Element, text: str) -> str:
    """A tag such as `{%p %}` whose paragraph, row or cell holds more; docxtpl would drop the rest unsaid."""
    tag = _ALONE.search(text)
    if not tag:
        return ""
    kind = {"p": _P, "tr": _ROW, "tc": _CELL}[tag[1]]
    holder = paragraph if kind == _P else next(paragraph.iterancestors(kind), paragraph)
    shown = "".join(text.text or "" for text in holder.iter(*_TEXTS)).strip()
    return "" if shown == tag[0] else tag[0]
