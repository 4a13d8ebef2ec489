"""The named styles that memogen writes with, put beside those of an office's file and in its looks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from gettext import gettext as _
from typing import TYPE_CHECKING, TypeVar

from memogen.desk.templating.fragments import W, indented, properties_of, remove, with_stop
from memogen.desk.templating.measures import begins_at, lead_of
from memogen.forms.stylesheet import BODY_PT, FONT, INDENT_MM
from memogen.ooxml import twips
from memogen.paper import LineRule, Paper, Passage, Region, Setting
from memogen.proof.markup import attribute, child, word

if TYPE_CHECKING:
    from lxml import etree

T = TypeVar("T")
_PLAIN_MM = (5.0, 60.0)
_SHORT = 30
"""Shorter passages are headings and rows rather than paragraphs."""


# --- the looks of the office's own text ---------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyLooks:
    """How an office sets its paragraphs; None where they differ too much to tell, or are set by spaces."""

    font: str = FONT
    size_pt: float = BODY_PT
    first_line_mm: float | None = None
    before_pt: float | None = None
    after_pt: float | None = None
    line: tuple[float, LineRule] | None = None
    alignment: str | None = None

    def said(self) -> str:
        """The looks in a sentence."""
        indent = INDENT_MM if self.first_line_mm is None else self.first_line_mm
        return _("ตัวอักษร {font} ขนาด {size} พอยต์ ย่อหน้า {indent} ซม.").format(
            font=self.font, size=f"{self.size_pt:g}", indent=f"{indent / 10:.2g}"
        )


def looks_of(paper: Paper) -> BodyLooks:
    """The looks that most of a letter's text has."""
    found = [
        (one, one.setting)
        for one in paper.body
        if one.region is Region.TEXT and one.setting and len(one.seen.strip()) >= _SHORT
    ]
    if not found:
        return BodyLooks()

    def most(value: Callable[[Passage, Setting], T | None]) -> T | None:
        return _most((value(passage, setting), len(passage.text)) for passage, setting in found)

    letters = [
        (piece.looks, piece.end - piece.start) for passage, _setting in found for piece in passage.pieces
    ]
    font = _most((looks.thai_font or None, count) for looks, count in letters)
    size = _most((looks.thai_size_pt, count) for looks, count in letters)
    return BodyLooks(
        font=font or FONT,
        size_pt=size or BODY_PT,
        first_line_mm=most(_first_line),
        before_pt=most(lambda _passage, setting: setting.before_pt),
        after_pt=most(lambda _passage, setting: setting.after_pt),
        line=most(lambda _passage, setting: (setting.line, setting.line_rule)),
        alignment=most(lambda _passage, setting: setting.alignment),
    )


def _most(weighed: Iterable[tuple[T | None, int]]) -> T | None:
    """What more than half of the letters have."""
    weights: Counter[T | None] = Counter()
    for value, weight in weighed:
        weights[value] += weight
    if not weights:
        return None
    value, weight = weights.most_common(1)[0]
    return value if 2 * weight > weights.total() else None


def _first_line(passage: Passage, setting: Setting) -> float | None:
    """Where a paragraph's first line begins, by its indent or by tabs; None by spaces or out of the usual."""
    at = begins_at(passage)
    is_plain = setting.left_mm <= 1 and " " not in lead_of(passage)
    return at if is_plain and _PLAIN_MM[0] <= at <= _PLAIN_MM[1] else None


# --- the styles ---------------------------------------------------------------------------------------


class Stylesheet:
    """The styles of an office's file; `id_of` gives those of the standard, added when they are asked for."""

    def __init__(self, root: etree._Element, looks: BodyLooks, standard: etree._Element) -> None:
        self._root = root
        self._looks = looks
        self._standard = {attribute(one, "styleId"): one for one in standard if word(one) == "style"}
        self._ids = {
            (attribute(one, "type"), _name(one)): attribute(one, "styleId")
            for one in root
            if word(one) == "style"
        }
        self.added: list[str] = []

    def named(self, name: str) -> str:
        """The id of a style of the standard by the name that Word shows."""
        return self.id_of(next(one for one, style in self._standard.items() if _name(style) == name))

    def id_of(self, standard: str) -> str:
        """The id in this file of a style that has that id in the standard."""
        style = self._standard[standard]
        key = (attribute(style, "type"), _name(style))
        if key not in self._ids:
            taken = set(self._ids.values())
            self._ids[key] = identity = standard if standard not in taken else f"Memogen{standard}"
            self._add(deepcopy(style), identity)
        return self._ids[key]

    def set_columns(self, standard: str, columns: Sequence[float]) -> None:
        """Tab stops of a style that was added, in mm: lines begin at the first and go on at the last."""
        identity = self.id_of(standard)
        style = next(one for one in self._root if attribute(one, "styleId") == identity)
        if _name(style) not in self.added:
            return
        tabs = child(properties_of(style), "tabs")
        if tabs is not None:
            remove(tabs)
        for column in columns[1:]:
            with_stop(style, twips(column), align="left", dotted=False)
        indented(style, twips(columns[-1]), twips(columns[0] - columns[-1]))

    def mapped(self, element: etree._Element) -> etree._Element:
        """A piece of the standard with its styles called as they are here."""
        for one in element.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle"):
            one.set(f"{W}val", self.id_of(attribute(one, "val")))
        return element

    def _add(self, style: etree._Element, identity: str) -> None:
        style.set(f"{W}styleId", identity)
        style.attrib.pop(f"{W}default", "")
        base = child(style, "basedOn")
        if base is not None and attribute(style, "type") == "paragraph":
            if attribute(base, "val") == "Normal":
                remove(base)  # the office's own Normal has looks that the standard does not count with
                self._stand_alone(style)
            else:
                base.set(f"{W}val", self.id_of(attribute(base, "val")))
        elif base is not None:
            base.set(f"{W}val", self.id_of(attribute(base, "val")))
        if (indent := _indent_of(style)) is not None:
            self._indent(indent)
        self._root.append(style)
        self.added.append(_name(style))

    def _stand_alone(self, style: etree._Element) -> None:
        """All looks in the style itself: font, size and spacing, in the order of the schema."""
        run = properties_of(style, "rPr")
        style.append(run)
        fonts = dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), self._looks.font)
        _put(run, "rFonts", fonts, first=True)
        if child(run, "sz") is None:
            half_points = str(round(self._looks.size_pt * 2))
            for name in ("sz", "szCs"):
                _put(run, name, {"val": half_points})
        paragraph = properties_of(style, "pPr")
        run.addprevious(paragraph)
        spacing = child(paragraph, "spacing")
        if spacing is None:
            spacing = _put(paragraph, "spacing", {"before": "0", "after": "0"})
        if spacing.get(f"{W}line") is None:
            spacing.set(f"{W}line", "240")
            spacing.set(f"{W}lineRule", "auto")
        if attribute(style, "styleId").endswith("Body"):
            self._as_the_office(paragraph, spacing)

    def _as_the_office(self, paragraph: etree._Element, spacing: etree._Element) -> None:
        """The paragraph of the text as the office sets its own."""
        looks = self._looks
        for name, points in (("before", looks.before_pt), ("after", looks.after_pt)):
            if points is not None:
                spacing.set(W + name, str(round(points * 20)))
        if looks.line is not None:
            height, rule = looks.line
            spacing.set(f"{W}line", str(round(height * (240 if rule is LineRule.MULTIPLE else 20))))
            spacing.set(f"{W}lineRule", str(rule))
        alignment = child(paragraph, "jc")
        if alignment is not None and looks.alignment in ("left", "both", "distribute", "thaiDistribute"):
            alignment.set(f"{W}val", looks.alignment)

    def _indent(self, indent: etree._Element) -> None:
        """A first line as far in as the office's, each level as much deeper as in the standard."""
        first = attribute(indent, "firstLine")
        if self._looks.first_line_mm is not None and first:
            deeper = int(first) - twips(INDENT_MM)
            indent.set(f"{W}firstLine", str(twips(self._looks.first_line_mm) + deeper))


def _name(style: etree._Element) -> str:
    named = child(style, "name")
    return "" if named is None else attribute(named, "val")


def _indent_of(style: etree._Element) -> etree._Element | None:
    properties = child(style, "pPr")
    return None if properties is None else child(properties, "ind")


def _put(
    holder: etree._Element, name: str, values: Mapping[str, str], *, first: bool = False
) -> etree._Element:
    element = holder.makeelement(W + name, {W + key: value for key, value in values.items()}, None)
    holder.insert(0 if first else len(holder), element)
    return element
