"""Headers and footers: the mark of secrecy on every page, and page numbers where a file has neither."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from memogen import opc
from memogen.desk.templating.fragments import W, elements, wrapped
from memogen.desk.templating.stylesheets import Stylesheet
from memogen.ooxml import RELATIONSHIPS, paragraph, run
from memogen.opc.packing import declare, kind_of, relate, relations_of, serialised, target_of
from memogen.proof.markup import attribute, child, millimetres, word

if TYPE_CHECKING:
    from lxml import etree

SECRECY = "ชั้นความลับ"
_DOCUMENT, _TYPES = "word/document.xml", "[Content_Types].xml"
_KINDS = ("header", "footer")
_ID = f"{{{RELATIONSHIPS}}}id"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
_BEFORE_NUMBERS = (
    *("headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar"),
    *("paperSrc", "pgBorders", "lnNumType"),
)
_AFTER_TITLE = ("textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings", "sectPrChange")


def margins_of(parts: Mapping[str, bytes]) -> list[str]:
    """The headers and footers that the document has."""
    name = relations_of(_DOCUMENT)
    relations = opc.xml(parts[name], file="", part=name) if name in parts else []
    return [target_of(_DOCUMENT, one) for one in relations if kind_of(one) in _KINDS]


def mark_secrecy(root: etree._Element, sheet: Stylesheet) -> None:
    """A line for the secrecy at the top of a header or footer, in letters that have one."""
    line = elements(paragraph(run(f"{{{{ {SECRECY} }}}}"), style=sheet.id_of("Secrecy")))[0]
    root.insert(0, line)
    wrapped([line], f"{{%p if {SECRECY} %}}", "{%p endif %}")


def with_margins(
    parts: dict[str, bytes], section: etree._Element, standard: Mapping[str, bytes], sheet: Stylesheet
) -> dict[str, bytes] | None:
    """The parts with the headers and footers of the standard, to which the section then leads.

    None where the page's margins are too narrow for them: the text would move.
    """
    theirs = child(opc.xml(standard[_DOCUMENT], file="", part=_DOCUMENT)[0], "sectPr")
    assert theirs is not None, "the standard says how its pages are"
    if not _make_room(section, theirs):
        return None
    relations, types = _root(parts, relations_of(_DOCUMENT)), _root(parts, _TYPES)
    targets = {one.get("Id"): target_of(_DOCUMENT, one) for one in _root(standard, relations_of(_DOCUMENT))}
    added: dict[str, bytes] = {}
    references = [one for one in theirs if word(one).endswith("Reference")]
    for number, reference in enumerate(references):
        kind, identity = word(reference).removesuffix("Reference"), f"rIdMemogenMargin{number}"
        part = targets[reference.get(_ID)]
        name = f"word/memogen-{part.rpartition('/')[2]}"
        if name not in added:
            added[name] = serialised(sheet.mapped(_root(standard, part)))
            declare(types, name, _CONTENT.format(kind=kind))
        relate(relations, identity, kind, name)
        attributes = {f"{W}type": attribute(reference, "type"), _ID: identity}
        section.insert(number, section.makeelement(reference.tag, attributes, None))
    _number_pages(section)
    return {
        **parts,
        **added,
        relations_of(_DOCUMENT): serialised(relations),
        _TYPES: serialised(types),
    }


def _root(parts: Mapping[str, bytes], name: str) -> etree._Element:
    return opc.xml(parts[name], file="", part=name)


def _make_room(section: etree._Element, standard: etree._Element) -> bool:
    """Headers and footers as near to the paper's edge as in the standard, if there they move no text."""
    ours, theirs = child(section, "pgMar"), child(standard, "pgMar")
    if ours is None or theirs is None:
        return False
    if any(_mm(ours, side) < _mm(theirs, side) for side in ("top", "bottom")):
        return False
    for name in _KINDS:
        ours.set(W + name, attribute(theirs, name))
    return True


def _mm(margins: etree._Element, side: str) -> float:
    return millimetres(attribute(margins, side)) or 0.0


def _number_pages(section: etree._Element) -> None:
    """Thai page numbers, and a first page with a header of its own, in the order of the schema."""
    if child(section, "pgNumType") is None:
        before = [one for one in section if word(one) in _BEFORE_NUMBERS]
        section.insert(len(before), section.makeelement(f"{W}pgNumType", {f"{W}fmt": "thaiNumbers"}, None))
    if child(section, "titlePg") is None:
        before = [one for one in section if word(one) not in _AFTER_TITLE]
        section.insert(len(before), section.makeelement(f"{W}titlePg", None, None))
