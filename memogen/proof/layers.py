"""What one `w:rPr` or `w:pPr` says by itself, as plain values; a layer over those of its styles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from memogen.proof.markup import attribute, is_on, millimetres, points, word

if TYPE_CHECKING:
    from lxml import etree

Layer: TypeAlias = "dict[str, Any]"
"""Only what is said. Of a run: latin, thai (fonts), size, thai_size, b, bCs, i, iCs, u, colour, highlight,
complex, style. Of a paragraph: left, right, first, before, after, line, rule, jc, keepNext, pageBreakBefore,
tabs, border, list (numId, level), style."""

_MOST_TABS = 64
_HALF_POINTS = 0.5
_TWIPS = 1 / 20
_LARGEST_PT = 2_000.0
_SWITCHES = frozenset({"b", "bCs", "i", "iCs"})
_JUSTIFIED = {"start": "left", "end": "right"}


def run_layer(properties: etree._Element | None, theme: Mapping[str, str]) -> Layer:
    """What a `w:rPr` says; `theme` has the fonts that minorHAnsi, majorBidi and others stand for."""
    layer: Layer = {}
    for mark in () if properties is None else properties:
        name = word(mark)
        if name in _SWITCHES:
            layer[name] = is_on(mark)
        elif name in _RUN_MARKS:
            _RUN_MARKS[name](mark, layer)
        elif name == "rFonts":
            _fonts(mark, theme, layer)
    return layer


def _fonts(mark: etree._Element, theme: Mapping[str, str], layer: Layer) -> None:
    latin = theme.get(attribute(mark, "asciiTheme")) or attribute(mark, "ascii")
    latin = latin or theme.get(attribute(mark, "hAnsiTheme")) or attribute(mark, "hAnsi")
    complex_font = theme.get(attribute(mark, "cstheme")) or attribute(mark, "cs")
    layer.update({name: value for name, value in (("latin", latin), ("thai", complex_font)) if value})


def _size(name: str) -> Callable[[etree._Element, Layer], None]:
    def read(mark: etree._Element, layer: Layer) -> None:
        value = points(attribute(mark, "val"), _HALF_POINTS)
        if value is not None and 0 < value <= _LARGEST_PT:
            layer[name] = value

    return read


def _underline(mark: etree._Element, layer: Layer) -> None:
    layer["u"] = attribute(mark, "val") not in ("none", "")


def _colour(mark: etree._Element, layer: Layer) -> None:
    value = attribute(mark, "val")[:6].upper()
    layer["colour"] = "" if value in ("AUTO", "000000") else value


def _highlight(mark: etree._Element, layer: Layer) -> None:
    value = attribute(mark, "val")[:20]
    layer["highlight"] = "" if value == "none" else value


def _complex(mark: etree._Element, layer: Layer) -> None:
    layer["complex"] = is_on(mark)


def _style(mark: etree._Element, layer: Layer) -> None:
    layer["style"] = attribute(mark, "val")


_RUN_MARKS: Mapping[str, Callable[[etree._Element, Layer], None]] = {
    "sz": _size("size"),
    "szCs": _size("thai_size"),
    "u": _underline,
    "color": _colour,
    "highlight": _highlight,
    "cs": _complex,
    "rtl": _complex,
    "rStyle": _style,
}


# --- paragraphs -----------------------------------------------------------------------------------


def paragraph_layer(properties: etree._Element | None) -> Layer:
    """What a `w:pPr` says."""
    layer: Layer = {}
    for mark in () if properties is None else properties:
        name = word(mark)
        if name in _PARAGRAPH_MARKS:
            _PARAGRAPH_MARKS[name](mark, layer)
    return layer


def _indents(mark: etree._Element, layer: Layer) -> None:
    """Left, right and first line in mm; a hanging indent is a first line further left."""
    for name, keys in (("left", ("left", "start")), ("right", ("right", "end"))):
        value = next((mm for key in keys if (mm := millimetres(attribute(mark, key))) is not None), None)
        if value is not None:
            layer[name] = value
    first, hanging = (millimetres(attribute(mark, key)) for key in ("firstLine", "hanging"))
    if hanging is not None:
        layer["first"] = -hanging
    elif first is not None:
        layer["first"] = first


def _spacing(mark: etree._Element, layer: Layer) -> None:
    for name in ("before", "after"):
        value = points(attribute(mark, name), _TWIPS)
        if attribute(mark, f"{name}Autospacing") in ("1", "true", "on"):
            value = _AUTOMATIC_PT
        if value is not None:
            layer[name] = value
    rule = attribute(mark, "lineRule")
    if rule in ("auto", "exact", "atLeast"):
        layer["rule"] = rule
    height = points(attribute(mark, "line"), _TWIPS)
    if height is not None:
        layer["line"] = abs(height)
        layer.setdefault("rule", "auto" if height > 0 else "exact")


_AUTOMATIC_PT = 14.0
"""What Word leaves before and after a paragraph whose spacing is automatic, as from a web page."""


def _alignment(mark: etree._Element, layer: Layer) -> None:
    value = attribute(mark, "val")[:20]
    layer["jc"] = _JUSTIFIED.get(value, value)


def _tabs(mark: etree._Element, layer: Layer) -> None:
    """Tab stops by their place in mm: whether a line of dots leads there, None where one is cleared."""
    tabs: dict[float, bool | None] = {}
    for stop in mark:
        place = millimetres(attribute(stop, "pos"))
        if word(stop) == "tab" and place is not None and len(tabs) < _MOST_TABS:
            is_cleared = attribute(stop, "val") == "clear"
            tabs[place] = None if is_cleared else attribute(stop, "leader") not in ("", "none")
    layer["tabs"] = tabs


def _border(mark: etree._Element, layer: Layer) -> None:
    layer["border"] = any(attribute(side, "val") not in ("", "none", "nil") for side in mark)


def _list(mark: etree._Element, layer: Layer) -> None:
    said = {word(one): attribute(one, "val") for one in mark}
    layer["list"] = (said.get("numId", ""), said.get("ilvl", "0"))


def _switch(name: str) -> Callable[[etree._Element, Layer], None]:
    def read(mark: etree._Element, layer: Layer) -> None:
        layer[name] = is_on(mark)

    return read


_PARAGRAPH_MARKS: Mapping[str, Callable[[etree._Element, Layer], None]] = {
    "pStyle": _style,
    "ind": _indents,
    "spacing": _spacing,
    "jc": _alignment,
    "tabs": _tabs,
    "pBdr": _border,
    "numPr": _list,
    "keepNext": _switch("keepNext"),
    "pageBreakBefore": _switch("pageBreakBefore"),
}


def over(lower: Layer, upper: Layer) -> Layer:
    """Both layers as one; what the upper says wins, tab stops are joined."""
    if not upper:
        return lower
    joined = {**lower, **upper}
    if "tabs" in lower and "tabs" in upper:
        stops = {**lower["tabs"], **upper["tabs"]}
        joined["tabs"] = dict(sorted(stops.items())[:_MOST_TABS])
    return joined
