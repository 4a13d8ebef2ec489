"""Pieces of WordprocessingML put into a document that is there already."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy
from typing import TYPE_CHECKING

from memogen import opc
from memogen.ooxml import NAMESPACES, paragraph, run
from memogen.proof.markup import child, word

if TYPE_CHECKING:
    from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BEFORE_TABS = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
    *("suppressLineNumbers", "pBdr", "shd"),
)

_BEFORE_SPACING = (
    *("tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE"),
    *("autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid"),
)
_AFTER_INDENT = (
    *("contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment"),
    *("textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr"),
)

_TAG = re.compile(r"\{[{%].*?[}%]\}")


def elements(xml: str) -> list[etree._Element]:
    """The elements of a piece of XML whose prefixes are Word's usual ones."""
    return list(opc.xml(f"<piece {NAMESPACES}>{xml}</piece>".encode(), file="", part=""))


def tag_paragraph(tag: str) -> etree._Element:
    """A paragraph that holds nothing but a tag of docxtpl, and goes away with it."""
    return elements(paragraph(run(tag)))[0]


def wrapped(held: Iterable[etree._Element], begin: str, end: str) -> None:
    """Tags in paragraphs of their own around elements that stand together."""
    inside = list(held)
    inside[0].addprevious(tag_paragraph(begin))
    inside[-1].addnext(tag_paragraph(end))


def properties_of(element: etree._Element, name: str = "pPr") -> etree._Element:
    """The properties of a paragraph or run, made where there are none."""
    found = child(element, name)
    if found is None:
        found = element.makeelement(W + name, None, None)
        element.insert(0, found)
    return found


def styled(element: etree._Element, style: str) -> None:
    """The paragraph in a style (its id) alone, without properties of its own but for a section's end."""
    properties = properties_of(element)
    for one in list(properties):
        if word(one) != "sectPr":
            properties.remove(one)
    properties.insert(0, properties.makeelement(f"{W}pStyle", {f"{W}val": style}, None))


def with_stop(element: etree._Element, twips: int, *, align: str, dotted: bool) -> None:
    """A further tab stop of the paragraph, with dots up to it or without."""
    properties = properties_of(element)
    tabs = child(properties, "tabs")
    if tabs is None:
        tabs = properties.makeelement(f"{W}tabs", None, None)
        before = [one for one in properties if word(one) in _BEFORE_TABS]
        properties.insert(len(before), tabs)
    attributes = {f"{W}val": align} | ({f"{W}leader": "dot"} if dotted else {})
    tabs.append(tabs.makeelement(f"{W}tab", {**attributes, f"{W}pos": str(twips)}, None))


def indented(element: etree._Element, left: int, first: int, *, right: int = 0) -> None:
    """The paragraph's indents in twips; a `first` line below 0 hangs."""
    properties = properties_of(element)
    for one in [one for one in properties if word(one) == "ind"]:
        properties.remove(one)
    values = {f"{W}left": str(left), f"{W}right": str(right)} | (
        {f"{W}hanging": str(-first)} if first < 0 else {}
    )
    before = [one for one in properties if word(one) not in _AFTER_INDENT]
    properties.insert(len(before), properties.makeelement(f"{W}ind", values, None))


def spaced(element: etree._Element, points: float) -> None:
    """The paragraph with that room above it, and otherwise as it is."""
    properties = properties_of(element)
    spacing = child(properties, "spacing")
    if spacing is None:
        spacing = properties.makeelement(f"{W}spacing", None, None)
        before = [one for one in properties if word(one) in (*_BEFORE_TABS, *_BEFORE_SPACING)]
        properties.insert(len(before), spacing)
    spacing.set(f"{W}before", str(round(points * 20)))


def kept(element: etree._Element) -> None:
    """The paragraph stays on one page with the next."""
    properties = properties_of(element)
    if child(properties, "keepNext") is None:
        style = child(properties, "pStyle")
        properties.insert(0 if style is None else 1, properties.makeelement(f"{W}keepNext", None, None))


def real_tabs(paragraph: etree._Element) -> None:
    """Tabs that stand as characters in a text become Word's own."""
    for text in [one for one in paragraph.iter(f"{W}t") if "\t" in (one.text or "")]:
        pieces = (text.text or "").split("\t")
        text.text = pieces[0]
        at = text
        for piece in pieces[1:]:
            tab = at.makeelement(f"{W}tab", None, None)
            at.addnext(tab)
            following = at.makeelement(f"{W}t", None, None)
            following.text = piece
            following.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            tab.addnext(following)
            at = following
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def without_lead(paragraph: etree._Element) -> None:
    """The paragraph without the spaces and tabs that its first words stand behind."""
    for one in list(paragraph.iter(f"{W}t", f"{W}tab", f"{W}drawing", f"{W}pict")):
        if any(word(above) in ("tabs", "pPr") for above in one.iterancestors()):
            continue
        if word(one) == "tab":
            remove(one)
        elif word(one) == "t":
            one.text = (one.text or "").lstrip()
            if one.text:
                return
        else:
            return


def retold(paragraph: etree._Element, text: str) -> etree._Element:
    """A paragraph like this one, in the looks of its tag or first words, that says only `text`."""
    line = deepcopy(paragraph)
    texts = [one for one in line.iter(f"{W}t") if (one.text or "").strip()]
    at = next((one for one in texts if "{{" in (one.text or "")), texts[0] if texts else None)
    for holder in list(line.iter(f"{W}r")):
        for one in [one for one in holder if one is not at and word(one) != "rPr"]:
            remove(one)
    if at is None:
        line.extend(elements(run(text)))
    else:
        at.text = text
    return line


def remove(element: etree._Element) -> None:
    holder = element.getparent()
    if holder is not None:
        holder.remove(element)


def text_of(element: etree._Element) -> str:
    """All text in an element, without tabs and breaks."""
    return "".join(one.text or "" for one in element.iter(f"{W}t"))


def speaks_of(field: str, element: etree._Element) -> bool:
    """Whether a tag in an element names a field."""
    return names(field, " ".join(_TAG.findall(text_of(element))))


def names(field: str, tags: str) -> bool:
    """Whether one of these tags names a field, or a part of it."""
    return re.search(rf"[\s{{]{field}[\s.}}]", tags) is not None
