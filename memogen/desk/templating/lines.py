"""Lines that the standard's template has and most letters do without: those that an office's file lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _
from typing import TYPE_CHECKING

from memogen.desk.templating.fragments import elements, speaks_of, text_of, wrapped
from memogen.desk.templating.nouns import Placement
from memogen.desk.templating.slots import BODY, SIGNER
from memogen.desk.templating.stylesheets import Stylesheet
from memogen.model import Kind
from memogen.ooxml import paragraph, run, twips

if TYPE_CHECKING:
    from lxml import etree

URGENCY = "ชั้นความเร็ว"
_BESIDE_EMBLEM_MM = 17
_BEGINS = re.compile(r"\{%p\s+(?:if|for\s+\S+\s+in)\s+([^\s.%]+)")
_ENDS = re.compile(r"\{%p\s+end(?:if|for)")
_NAMES = re.compile(r"\{\{p?\s*([^\s.}|]+)")


def put_lines(body: etree._Element, standard: etree._Element, sheet: Stylesheet) -> Iterator[Placement]:
    """The standard's conditions and loops of fields that the body lacks, each after the same field as there.

    Lines of the head have no place where head and text stand in one table.
    """
    is_below = False
    for field, before, held in _conditions(standard):
        is_below = is_below or before in (BODY, SIGNER)
        after = _last_with(body, before)
        if speaks_of(field, body) or after is None or (not is_below and speaks_of(BODY, after)):
            continue
        for one in reversed(held):
            after.addnext(sheet.mapped(one))
        yield Placement(text_of(held[0]), "", _("ต่อจาก {field}").format(field=before))


def loop_of(standard: etree._Element, field: str) -> list[etree._Element]:
    """The paragraphs of the standard's condition or loop of a field."""
    return next(held for name, _before, held in _conditions(standard) if name == field)


def put_urgency(body: etree._Element, kind: Kind, sheet: Stylesheet) -> Iterator[Placement]:
    """A line for the urgency, which is there only in urgent letters: above the heading, or the number."""
    number = next((one for one in body if speaks_of("ที่", one)), None)
    is_memo = kind is Kind.MEMO
    indent = f'<w:ind w:left="{twips(_BESIDE_EMBLEM_MM)}"/>' if is_memo else ""
    content = run(f"{{{{ {URGENCY} }}}}", style=sheet.id_of("Urgency"))
    line = elements(paragraph(content, properties=indent))[0]
    (body[0] if is_memo or number is None else number).addprevious(line)
    wrapped([line], f"{{%p if {URGENCY} %}}", "{%p endif %}")
    yield Placement(f"{{{{ {URGENCY} }}}}", "", _("เหนือหัวหนังสือ") if is_memo else _("เหนือ ที่"))


def _conditions(standard: etree._Element) -> Iterator[tuple[str, str, list[etree._Element]]]:
    """The conditions and loops in the body: their field, the field before them, and their paragraphs."""
    before, field, depth = "", "", 0
    held: list[etree._Element] = []
    for element in standard[0]:
        text = text_of(element)
        if begins := _BEGINS.match(text):
            field = field if depth else begins[1]
            depth += 1
        if depth:
            held.append(element)
        if _ENDS.match(text):
            depth -= 1
            if depth == 0:
                yield field, before, held
                before, held = field, []
        elif not depth and (names := _NAMES.findall(text)):
            before = names[-1]


def _last_with(body: etree._Element, field: str) -> etree._Element | None:
    """The last block of the body whose tags name a field, or the end of its condition or loop."""
    found, depth = None, 0
    is_inside = False
    for element in body:
        text = text_of(element)
        depth += bool(_BEGINS.match(text))
        is_named = speaks_of(field, element)
        if is_named or is_inside:
            found = element
        depth -= bool(_ENDS.match(text))
        is_inside = (is_named or is_inside) and depth > 0
    return found
