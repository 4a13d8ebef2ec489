"""How runs and paragraphs are set: defaults, table, paragraph and character styles, and what they say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from memogen.paper import LineRule, Looks, Setting
from memogen.proof.layers import Layer, over, paragraph_layer, run_layer
from memogen.proof.markup import attribute, child, local, word
from memogen.proof.package import Package

if TYPE_CHECKING:
    from lxml import etree

_ON = frozenset({"1", "true", "on"})
_THAI_SCRIPT = "Thai"
_TOGGLES = ("b", "bCs", "i", "iCs")
"""Bold in a paragraph style and again in a character style is not bold."""
_NO_LIST = ("", "0")
_MOST_REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a chain of styles says, from the style at its root to itself."""

    run: Layer = field(default_factory=dict)
    paragraph: Layer = field(default_factory=dict)


class Styles:
    """The styles of a file, each resolved when it is first asked for."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._theme = _theme_fonts(package)
        self._elements: dict[str, etree._Element] = {}
        self._resolved: dict[str, Resolved] = {}
        self._default = ""
        self._defaults = Resolved()
        self._looks: dict[tuple[object, ...], tuple[Looks, Looks]] = {}
        self._settings: dict[tuple[object, ...], Setting] = {}
        self._levels: dict[str, dict[str, Layer]] | None = None
        for part in package.related(package.main, "styles"):
            for element in package.root(part):
                self._read(element)

    def _read(self, element: etree._Element) -> None:
        if word(element) == "style":
            identity = attribute(element, "styleId")
            self._elements[identity] = element
            if attribute(element, "type") == "paragraph" and attribute(element, "default") in _ON:
                self._default = identity
        elif word(element) == "docDefaults":
            self._defaults = Resolved(
                run_layer(_default(element, "rPr"), self._theme), paragraph_layer(_default(element, "pPr"))
            )

    def name(self, style: str) -> str:
        """The name of a paragraph style, the default's where no id is given, the id where it has no name."""
        identity = style or self._default
        element = self._elements.get(identity)
        named = None if element is None else child(element, "name")
        return identity if named is None else attribute(named, "val")

    def setting(self, direct: Layer, table_style: str) -> Setting:
        """How a paragraph is set whose own properties say so much."""
        key = (table_style, _frozen(direct))
        if key not in self._settings:
            if len(self._settings) >= _MOST_REMEMBERED:
                self._settings.clear()
            self._settings[key] = _setting(self._paragraph_layer(direct, table_style))
        return self._settings[key]

    def _paragraph_layer(self, direct: Layer, table_style: str) -> Layer:
        named = self._chain(direct.get("style") or self._default).paragraph
        layer = over(over(self._defaults.paragraph, self._chain(table_style).paragraph), named)
        numbered = direct.get("list") or named.get("list")
        if numbered and numbered[0] not in _NO_LIST:
            own = self._list_level(*numbered)
            # A list's indent is weaker than that of the style that holds the list, stronger than any other.
            layer = over(over(layer, own), named) if "list" not in direct else over(layer, own)
        return over(layer, direct)

    def looks(self, style: str, properties: etree._Element | None, table_style: str) -> tuple[Looks, Looks]:
        """How a run is set in a paragraph of a style: its Thai letters, and its others, which may differ."""
        own = run_layer(properties, self._theme)
        key = (table_style, style, _frozen(own))
        if key not in self._looks:
            if len(self._looks) >= _MOST_REMEMBERED:
                self._looks.clear()
            self._looks[key] = _looks(self._run_layer(own, style, table_style))
        return self._looks[key]

    def _run_layer(self, own: Layer, style: str, table_style: str) -> Layer:
        named = self._chain(style or self._default).run
        chosen = self._chain(own.get("style", "")).run
        below = over(over(self._defaults.run, self._chain(table_style).run), named)
        layer = over(below, chosen)
        for toggle in _TOGGLES:
            if toggle in chosen and not self._defaults.run.get(toggle):
                layer = {**layer, toggle: bool(chosen[toggle]) != bool(named.get(toggle))}
        return over(layer, own)

    def _chain(self, identity: str) -> Resolved:
        """A style with all that it is based on; a circle ends where it would begin again."""
        line: list[str] = []
        at = identity
        seen: set[str] = set()
        while at in self._elements and at not in self._resolved and at not in seen:
            line.append(at)
            seen.add(at)
            base = child(self._elements[at], "basedOn")
            at = "" if base is None else attribute(base, "val")
        found = self._resolved.get(at, _NOTHING)
        for step in reversed(line):
            element = self._elements[step]
            own_run = run_layer(child(element, "rPr"), self._theme)
            own_paragraph = paragraph_layer(child(element, "pPr"))
            found = Resolved(over(found.run, own_run), over(found.paragraph, own_paragraph))
            self._resolved[step] = found
        return found

    def _list_level(self, number: str, level: str) -> Layer:
        """What a level of a list says of its paragraphs."""
        if self._levels is None:
            self._levels = _list_levels(self._package)
        return self._levels.get(number, {}).get(level, {})


_NOTHING = Resolved()


def _default(defaults: etree._Element, name: str) -> etree._Element | None:
    holder = child(defaults, f"{name}Default")
    return None if holder is None else child(holder, name)


def _frozen(layer: Layer) -> tuple[object, ...]:
    return tuple((name, tuple(v.items()) if isinstance(v, dict) else v) for name, v in layer.items())


def _looks(layer: Layer) -> tuple[Looks, Looks]:
    thai_font, thai_size = layer.get("thai", ""), layer.get("thai_size")
    is_complex = layer.get("complex", False)
    common = {
        "thai_font": thai_font,
        "latin_font": thai_font if is_complex else layer.get("latin", ""),
        "thai_size_pt": thai_size,
        "latin_size_pt": thai_size if is_complex else layer.get("size"),
        "underline": layer.get("u", False),
        "colour": layer.get("colour", ""),
        "highlight": layer.get("highlight", ""),
    }
    thai = Looks(**common, bold=layer.get("bCs", False), italic=layer.get("iCs", False))
    if is_complex:
        return thai, thai
    return thai, Looks(**common, bold=layer.get("b", False), italic=layer.get("i", False))


def _setting(layer: Layer) -> Setting:
    rule = LineRule(layer.get("rule", "auto"))
    height = layer.get("line", 12.0)
    tabs = {place: leads for place, leads in layer.get("tabs", {}).items() if leads is not None}
    return Setting(
        first_line_mm=layer.get("first", 0.0),
        left_mm=layer.get("left", 0.0),
        right_mm=layer.get("right", 0.0),
        before_pt=layer.get("before", 0.0),
        after_pt=layer.get("after", 0.0),
        line=round(height / 12, 3) if rule is LineRule.MULTIPLE else height,
        line_rule=rule,
        alignment=layer.get("jc", "left"),
        keep_with_next=layer.get("keepNext", False),
        page_break_before=layer.get("pageBreakBefore", False),
        tab_stops_mm=tuple(sorted(tabs)),
        has_leaders=any(tabs.values()),
        has_border=layer.get("border", False),
        is_list_item=layer.get("list", _NO_LIST)[0] not in _NO_LIST,
    )


def _theme_fonts(package: Package) -> dict[str, str]:
    """The fonts that the theme's words stand for: minorHAnsi, majorBidi and the like."""
    fonts: dict[str, str] = {}
    for part in package.related(package.main, "theme")[:1]:
        for element in package.root(part).iter("{*}majorFont", "{*}minorFont"):
            size = local(element).removesuffix("Font")
            said = {local(one): str(one.get("typeface", "")) for one in element if local(one) != "font"}
            thai = next(
                (str(one.get("typeface", "")) for one in element if one.get("script") == _THAI_SCRIPT), ""
            )
            fonts[f"{size}HAnsi"] = fonts[f"{size}Ascii"] = said.get("latin", "")
            fonts[f"{size}Bidi"] = said.get("cs", "") or thai
    return fonts


def _list_levels(package: Package) -> dict[str, dict[str, Layer]]:
    """The indents of lists: list's number -> level -> layer."""
    kinds: dict[str, dict[str, Layer]] = {}
    lists: dict[str, dict[str, Layer]] = {}
    for part in package.related(package.main, "numbering"):
        for element in package.root(part):
            if word(element) == "abstractNum":
                kinds[attribute(element, "abstractNumId")] = {
                    attribute(level, "ilvl"): paragraph_layer(child(level, "pPr"))
                    for level in element
                    if word(level) == "lvl"
                }
            elif word(element) == "num":
                kind = child(element, "abstractNumId")
                levels = {} if kind is None else kinds.get(attribute(kind, "val"), {})
                lists[attribute(element, "numId")] = levels
    return lists
