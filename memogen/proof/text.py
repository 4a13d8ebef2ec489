"""The text of one paragraph: runs joined wherever Word split them, what was deleted or is hidden left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_WORD = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",  # what Word calls Strict Open XML
)
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_MATHS_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_UNSEEN = {"del", "moveFrom", "pPr", "rPr", "instrText", "delText", "delInstrText", "txbxContent", "rt"}
"""Deleted text, properties, field codes, small text above a base; text boxes are paragraphs of their own."""


def word(element: etree._Element) -> str:
    """An element's name in WordprocessingML, or an empty string for others."""
    namespace, closing, name = str(element.tag).partition("}")
    return name if namespace + closing in _WORD else ""


def attribute(element: etree._Element, name: str) -> str:
    """Its value in whichever of the two namespaces of WordprocessingML."""
    return next((str(value) for space in _WORD if (value := element.get(space + name)) is not None), "")


def children(element: etree._Element) -> list[etree._Element]:
    """The elements inside, of alternatives only the first: the same drawing is there for old Word too."""
    return list(element)[:1] if element.tag == _ALTERNATIVES else list(element)


def text_of(paragraph: etree._Element) -> str:
    """What is seen of a paragraph, without its text boxes."""
    pieces: list[str] = []
    _Reader(pieces).read(paragraph)
    return "".join(pieces)


class _Reader:
    """Gathers text; of a field its result counts, not the code between begin and separate."""

    def __init__(self, pieces: list[str]) -> None:
        self._pieces = pieces
        self._codes = 0
        self._fields: list[bool] = []  # whether each open field is still in its code

    def read(self, element: etree._Element) -> None:
        for child in children(element):
            name = word(child)
            if name == "fldChar":
                self._turn(attribute(child, "fldCharType"))
            elif name in _UNSEEN or (name == "r" and _is_hidden(child)):
                continue
            elif any(self._fields):
                self.read(child)  # for the marks that end the code
            elif name == "t" or child.tag == _MATHS_TEXT:
                self._pieces.append(child.text or "")
            elif name in _CHARACTERS:
                self._pieces.append(_CHARACTERS[name])
            elif name == "sym":
                self._pieces.append(_symbol(child))
            else:
                self.read(child)

    def _turn(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()


def _is_hidden(run: etree._Element) -> bool:
    vanish = next(
        (mark for holder in run if word(holder) == "rPr" for mark in holder if word(mark) == "vanish"), None
    )
    return vanish is not None and attribute(vanish, "val") not in ("0", "false", "off")


def _symbol(element: etree._Element) -> str:
    """A character of a symbol font; those with no meaning outside it are left out."""
    try:
        code = int(attribute(element, "char"), 16)
    except ValueError:
        return ""
    return chr(code) if 0x20 <= code < 0xD800 else ""
