"""Landscape pages: wide tables after the letter (เอกสารแนบ ๑ …), where page numbers go on, and wide forms."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from memogen import thai
from memogen.model import Role, Run, Table
from memogen.ooxml import paragraph, twips
from memogen.render.blocks import Styles, runs_xml, table_xml
from memogen.render.package import DOCUMENT
from memogen.render.reading import Template
from memogen.render.values import Blocks, Xml, is_printable

FIELD = "เอกสารแนบ"
"""The field that `with_annexes` gives a template."""
WIDTH_MM = 257
_LONG_MM, _SHORT_MM = 297, 210
_TOP_MM, _SIDE_MM = 30, 20
"""The binding margin of the letter's pages is the upper one of a page that is turned."""
_LAST_SECTION = re.compile(r"<w:sectPr\b(?:/>|(?:(?!</w:sectPr>).)*</w:sectPr>)(?=</w:body>)", re.DOTALL)
_OF_FIRST_PAGE = re.compile(r'<w:titlePg\b[^>]*/>|<w:(?:header|footer)Reference\b[^>]*w:type="first"[^>]*/>')
_RESTART = re.compile(r'(<w:pgNumType\b[^>]*?)\s+w:start="\d+"')
_SIZE = re.compile(r"<w:pgSz\b[^>]*/>")
_MARGIN = re.compile(r'\bw:(top|right|bottom|left)="[^"]*"')
_MARGINS = re.compile(r"<w:pgMar\b[^>]*/>")
_NO_ROOM = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
_LAST = paragraph(properties=_NO_ROOM)
"""Word wants a paragraph after the last table."""


@lru_cache(maxsize=16)
def with_annexes(template: Template) -> Template:
    """The template with a last section of landscape pages that holds FIELD."""
    source = template.sources[DOCUMENT]
    found = _LAST_SECTION.search(source)
    section = found[0] if found else "<w:sectPr/>"
    end = found.start() if found else source.rindex("</w:body>")
    ending = paragraph(properties=_NO_ROOM + section) + f"{{{{ {FIELD} }}}}" + _turned(_going_on(section))
    rest = source[found.end() if found else end :]
    return replace(template, sources={**template.sources, DOCUMENT: source[:end] + ending + rest})


@lru_cache(maxsize=16)
def turned(template: Template) -> Template:
    """The template with the pages of its last section turned; they are bound with no letter."""
    document = _LAST_SECTION.sub(lambda found: _turned(found[0], _SIDE_MM), template.sources[DOCUMENT])
    return replace(template, sources={**template.sources, DOCUMENT: document})


def _going_on(section: str) -> str:
    """A section like another, its headers those that go on (- ๒ -)."""
    return _RESTART.sub(r"\1", _OF_FIRST_PAGE.sub("", section))


def _turned(section: str, top_mm: float = _TOP_MM) -> str:
    """A section with its pages turned."""
    size = f'<w:pgSz w:w="{twips(_LONG_MM)}" w:h="{twips(_SHORT_MM)}" w:orient="landscape"/>'
    wanted = dict.fromkeys(("right", "bottom", "left"), twips(_SIDE_MM)) | {"top": twips(top_mm)}

    def margins(found: re.Match[str]) -> str:
        """The places of header and footer stay."""
        return _MARGIN.sub(lambda side: f'w:{side[1]}="{wanted[side[1]]}"', found[0])

    return _MARGINS.sub(margins, _SIZE.sub(size, section))


def annexes(tables: Iterable[Table], styles: Styles) -> Blocks | Xml:
    """The tables each on a page of its own under its title, for FIELD."""
    xml = "".join(_annex(table, number, styles) for number, table in enumerate(tables, start=1)) + _LAST
    return Blocks(xml.encode()) if is_printable(xml) else Xml(xml)


def _annex(table: Table, number: int, styles: Styles) -> str:
    name = f"{FIELD}\u00a0{thai.to_thai_digits(str(number))}"
    title = Run("\n".join(filter(None, (name, table.annex))))
    begins = "<w:pageBreakBefore/>" if number > 1 else ""
    heading = paragraph(runs_xml((title,), styles), style=styles[Role.TABLE_HEAD], properties=begins)
    return heading + table_xml(table, styles, WIDTH_MM)
