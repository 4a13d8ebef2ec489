"""Elements of WordprocessingML: found, made, and put where the schema wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_PARAGRAPH = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
    *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap"),
    *("overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd"),
    *("snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc"),
)
_RUN = (
    *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline"),
    *("shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color"),
)
_ORDER = {"pPr": _PARAGRAPH, "rPr": _RUN}
"""The properties of paragraphs and runs in schema order, as far as one of ours can stand behind them."""


def new(like: etree._Element, name: str, **attributes: str) -> etree._Element:
    """An element of its own, made by the document of another; attributes are of `w:` too."""
    return like.makeelement(f"{W}{name}", {f"{W}{key}": value for key, value in attributes.items()})


def local(element: etree._Element | None) -> str:
    """The name without its namespace; empty for comments, and for nothing."""
    return element.tag.rpartition("}")[2] if element is not None and isinstance(element.tag, str) else ""


def properties(element: etree._Element, name: str) -> etree._Element:
    """The `pPr` or `rPr` of a paragraph or run, made when there is none."""
    found = element.find(f"{W}{name}")
    if found is None:
        found = new(element, name)
        element.insert(0, found)
    return found


def put(within: etree._Element, name: str, **attributes: str) -> None:
    """Sets attributes of a property; one that is not there yet goes to its place in the schema's order."""
    found = within.find(f"{W}{name}")
    if found is None:
        found = new(within, name)
        order = _ORDER[local(within)]
        before = order[: order.index(name)]
        within.insert(sum(local(one) in before for one in within), found)
    for key, value in attributes.items():
        found.set(f"{W}{key}", value)


def is_on(element: etree._Element | None) -> bool | None:
    """What a switch such as `w:keepNext` says; None when it is not there."""
    return None if element is None else element.get(f"{W}val", "1") not in ("0", "false", "off")
