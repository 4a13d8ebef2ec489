"""Names, attributes and measures of WordprocessingML, in both of its namespaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
"""What Word calls Strict Open XML."""
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_OFF = frozenset({"0", "false", "off"})
_MEASURE = re.compile(r"(-?[0-9]{1,9}(?:\.[0-9]{1,9})?)(mm|cm|in|pt|pc|pi|px)?")
_POINTS = {"mm": 72 / 25.4, "cm": 720 / 25.4, "in": 72.0, "pt": 1.0, "pc": 12.0, "pi": 12.0, "px": 0.75}
_MM_PER_POINT = 25.4 / 72


@lru_cache(maxsize=4096)
def _word_name(tag: object) -> str:
    namespace, closing, name = str(tag).partition("}")
    return name if namespace + closing in (_WORD, _STRICT) else ""


@lru_cache(maxsize=4096)
def _local_name(tag: object) -> str:
    return str(tag).rpartition("}")[2]


def word(element: etree._Element) -> str:
    """An element's name in WordprocessingML, or an empty string for others."""
    return _word_name(element.tag)


def local(element: etree._Element) -> str:
    """An element's name without its namespace, whichever that is."""
    return _local_name(element.tag)


def attribute(element: etree._Element, name: str) -> str:
    """Its value in whichever of the two namespaces of WordprocessingML."""
    value = element.get(_WORD + name)
    if value is None:
        value = element.get(_STRICT + name)
    return "" if value is None else str(value)


def child(element: etree._Element, name: str) -> etree._Element | None:
    """The first element inside of that name in WordprocessingML."""
    return next(element.iterchildren(_WORD + name, _STRICT + name), None)


def children(element: etree._Element) -> list[etree._Element]:
    """The elements inside, of alternatives only the first: the same drawing is there for old Word too."""
    return list(element)[:1] if element.tag == _ALTERNATIVES else list(element)


def is_on(element: etree._Element) -> bool:
    """Whether a switch such as `w:b` is on; it is unless it says that it is not."""
    return attribute(element, "val") not in _OFF


def points(text: str, unit: float) -> float | None:
    """A measure in points; a bare number counts `unit` points each. None for what is no sensible number."""
    found = _MEASURE.fullmatch(text)
    if not found:
        return None
    return float(found[1]) * (_POINTS[found[2]] if found[2] else unit)


def millimetres(text: str, unit: float = 1 / 20) -> float | None:
    """As `points`, in millimetres to a hundredth; a bare number counts twentieths of a point."""
    value = points(text, unit)
    return None if value is None else round(value * _MM_PER_POINT, 2)


# --- finding a paragraph again --------------------------------------------------------------------


def paragraphs(root: etree._Element) -> Iterator[etree._Element]:
    """Every `w:p` of a part in document order; an address counts them from 0."""
    return root.iter(_WORD + "p", _STRICT + "p")


def paragraph_at(root: etree._Element, index: int) -> etree._Element | None:
    """The `w:p` that a passage's address means, in the root element of its part."""
    return next(islice(paragraphs(root), index, None), None)
