"""What a template's letters have in common: rendered and checked once, then filled with what differs.

Most fields are only printed. The values of the others (conditions, lists, line breaks) decide what the
document looks like; for each set of these it is rendered once with marks in the place of the printed texts,
and cut at the marks. A letter is then the cuttings with its own texts between them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from markupsafe import escape

from memogen import sandbox, thai
from memogen.errors import InputError
from memogen.render.filling import filled, has_column_loops
from memogen.render.reading import Template
from memogen.render.values import Blocks, Xml, exact, is_printable

_TEXT, _BLOCKS, _END = "\u2066", "\u2067", "\u2069"
"""Marks about the name of a printed value: letters that XML can hold, and that `exact` finds in no value."""
_MARKS = re.compile(f"[{_TEXT}{_BLOCKS}{_END}]")
_MARKED_TEXT = re.compile(f"{_TEXT}([^{_END}]*){_END}")
_MARKED_BLOCKS = re.compile(f"<w:p><w:r><w:t>{_BLOCKS}([^{_END}]*{_END})</w:t></w:r></w:p>")
_BREAKS = re.compile(r"[\n\r\t]")
_LONGEST = 1_000_000
"""Longer texts are left to the sandbox, which knows how long a document may be."""


@dataclass(frozen=True, slots=True)
class Parted:
    """The values of one letter: texts that are only printed, as they stand in XML, and a key to the rest."""

    texts: Mapping[str, bytes] = field(compare=False)
    key: tuple[Hashable, ...]
    values: Mapping[str, Any] = field(compare=False)


@dataclass(frozen=True, slots=True)
class Mould:
    """A part's XML cut at its printed texts, and the name of the text that stands at each cut."""

    cuttings: tuple[bytes, ...]
    names: tuple[str, ...]

    def filled(self, texts: Mapping[str, bytes]) -> bytes:
        """The part with these texts; headers and footers mostly have none."""
        if not self.names:
            return self.cuttings[0]
        pieces = [b""] * (len(self.cuttings) + len(self.names))
        pieces[::2] = self.cuttings
        pieces[1::2] = [texts[name] for name in self.names]
        return b"".join(pieces)


def parted(template: Template, values: Mapping[str, Any]) -> Parted:
    """The values parted for a template."""
    printed = _only_printed(template, tuple(values))
    texts = {
        name: text
        for name, value in values.items()
        if name in printed and (text := _as_printed(value)) is not None
    }
    rest = [(name, _frozen(value)) for name, value in values.items() if name not in texts]
    return Parted(texts, (*texts, *map(type, texts.values()), *rest), values)


class Moulder:
    """Finds the moulds of a template's letters; what did not change since the last letter is not looked at.

    Texts that are only printed may change and the moulds stay; after any other change they are found anew.
    """

    def __init__(self, template: Template) -> None:
        self._template = template
        self._last = _Found({}, {}, None)
        """Taken and put down whole: another thread may be at it too."""

    def of(self, values: Mapping[str, Any]) -> tuple[Mapping[str, Mould] | None, Mapping[str, bytes]]:
        """The moulds (see `moulds_of`) for the values of a letter, and the texts to be filled into them."""
        last = self._last
        changed = last.changed(values)
        if changed is None:
            letter = parted(self._template, values)
            found = _Found(values, letter.texts, moulds_of(self._template, letter))
        else:
            found = _Found(values, {**last.texts, **changed}, last.moulds)
        self._last = found
        return found.moulds, found.texts


class _Found(NamedTuple):
    """A letter's values, the texts among them that are only printed, and its moulds."""

    values: Mapping[str, Any]
    texts: Mapping[str, bytes]
    moulds: Mapping[str, Mould] | None

    def changed(self, values: Mapping[str, Any]) -> dict[str, bytes] | None:
        """The texts that are others in the next letter; None where more than these are."""
        if [*values] != [*self.values]:
            return None
        texts: dict[str, bytes] = {}
        for (name, value), before in zip(values.items(), self.values.values(), strict=True):
            if value is before or (
                type(value) is type(before) and isinstance(value, str) and value == before
            ):
                continue
            text = _as_printed(value) if name in self.texts else None
            if text is None or type(text) is not type(self.texts[name]):
                return None
            texts[name] = text
        return texts


moulder = lru_cache(maxsize=16)(Moulder)
"""The one for a template."""


@lru_cache(maxsize=64)
def moulds_of(template: Template, letter: Parted) -> Mapping[str, Mould] | None:
    """A mould for each part that is filled, for all letters of the same key.

    None for letters that must be filled one by one: where a text stands in a tag of the wrong kind, or may
    decide how many columns a table has. InputError (M05) as `exact` raises it.
    """
    given = exact(template.name, letter.values)
    if any(_MARKS.search(source) for source in template.sources.values()) or has_column_loops(template):
        return None
    marked = {name: _mark(name, letter.values[name]) for name in letter.texts}
    try:
        parts = {part: filled(template, part, given | marked) for part in template.sources}
    except InputError:
        return None
    cut = {part: _MARKED_TEXT.split(_MARKED_BLOCKS.sub(rf"{_TEXT}\1", xml)) for part, xml in parts.items()}
    if any(_MARKS.search(cutting) for pieces in cut.values() for cutting in pieces):
        return None
    return {
        part: Mould(tuple(xml.encode() for xml in pieces[::2]), tuple(pieces[1::2]))
        for part, pieces in cut.items()
    }


def _mark(name: str, value: str | Blocks) -> str:
    if isinstance(value, Blocks):
        return Xml(f"<w:p><w:r><w:t>{_BLOCKS}{name}{_END}</w:t></w:r></w:p>")
    return f"{_TEXT}{name}{_END}"


@lru_cache(maxsize=64)
def _only_printed(template: Template, names: tuple[str, ...]) -> frozenset[str]:
    """The values that a template does no more with than print; their names must be spelt as tags are."""
    handled = frozenset[str]().union(*map(_handled, template.sources.values()))
    return frozenset(name for name in names if thai.normalise(name) == name) - handled


@lru_cache(maxsize=64)
def _handled(source: str) -> frozenset[str]:
    """The names with which a text does more than print them: tests, filters, columns, loops."""
    from jinja2 import nodes

    tree = sandbox.environment().parse(source)
    used = Counter(name.name for name in tree.find_all(nodes.Name))
    printed = Counter(
        value.name
        for output in tree.find_all(nodes.Output)
        for value in output.nodes
        if isinstance(value, nodes.Name)
    )
    return frozenset(used - printed)


def _as_printed(value: Any) -> bytes | None:
    if type(value) is str and len(value) < _LONGEST:
        return escaped(value)
    if type(value) is Blocks and len(value) < _LONGEST and value.endswith(b"</w:p>"):
        return value
    return None


@lru_cache(maxsize=512)
def escaped(text: str) -> bytes | None:
    """A text as it stands in XML; None when it has line breaks, tabs, or what no document can hold."""
    return escape(text).encode() if is_printable(text) and not _BREAKS.search(text) else None


def _frozen(value: Any) -> Hashable:
    """A value with its type, since 1, true and Decimal 1.0 are equal but print differently."""
    if isinstance(value, str | bytes):
        return (type(value), value)
    if isinstance(value, list | tuple):
        return (list, *map(_frozen, value))
    if isinstance(value, Mapping):
        return (dict, *value, *map(_frozen, value.values()))
    return (type(value), str(value))
