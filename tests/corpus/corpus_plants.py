"""A fault planted in a clean letter, and the changes that plant one.

`plant("D06", "ขอเชิญประชุม", replaced("๑๖ สิงหาคม", "๓๒ สิงหาคม"))` is one case: the rule has to speak, and at
the planted words where `at` has any (the replacing text unless a case says otherwise).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

import corpus_paths  # noqa: F401
from corpus_letters import Letter
from handmade import Layout

from memogen.paper import Part

Change: TypeAlias = Callable[[Letter], Letter]
Markup: TypeAlias = Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plant:
    """One fault of rule `code` in the clean letter named `base`.

    `design` changes the looks, `markup` the document's XML once it is written, `parts` are further parts of
    the package, `relations` further relationships of the document. `entry` is the letter's line in the books,
    `known` are other letters in them. `layout` is for faults that there are in one layout only.
    """

    code: str
    base: str
    changes: tuple[Change, ...] = ()
    at: str = ""
    design: Mapping[str, Any] = field(default_factory=dict)
    markup: Markup | None = None
    parts: Mapping[str, str] = field(default_factory=dict)
    relations: str = ""
    layout: Layout | None = None
    entry: Mapping[str, Any] | None = None
    known: tuple[Mapping[str, Any], ...] = ()

    def letter(self, clean: Mapping[str, Letter]) -> Letter:
        """The letter with its fault."""
        letter = clean[self.base]
        for change in self.changes:
            letter = change(letter)
        return letter


def plant(code: str, base: str, *changes: Change, **more: Any) -> Plant:
    return Plant(code=code, base=base, changes=changes, **more)


def replaced(old: str, new: str, part: Part | None = None) -> Change:
    """The first `old` becomes `new`, in any part or in that one."""

    def change(letter: Letter) -> Letter:
        lines = list(letter.lines)
        for index, (one, text) in enumerate(lines):
            if old in text and part in (None, one):
                lines[index] = (one, text.replace(old, new, 1))
                return replace(letter, lines=tuple(lines))
        raise AssertionError(f"{letter.name}: nowhere “{old}”")

    return change


def put(part: Part, *texts: str) -> Change:
    """These texts are all that the part has; none leaves it out."""

    def change(letter: Letter) -> Letter:
        lines = list(letter.lines)
        places = [index for index, (one, _text) in enumerate(lines) if one is part]
        assert places, f"{letter.name}: no {part}"
        kept = [line for line in lines if line[0] is not part]
        kept[places[0] : places[0]] = [(part, text) for text in texts]
        return replace(letter, lines=tuple(kept))

    return change


def added(part: Part, text: str, *, after: Part | None = None, before: Part | None = None) -> Change:
    """Another line, after the last or before the first of a part (after its own part when not said)."""

    def change(letter: Letter) -> Letter:
        beside = before or after or part
        places = [index for index, (one, _text) in enumerate(letter.lines) if one is beside]
        assert places, f"{letter.name}: no {beside}"
        at = places[0] if before else places[-1] + 1
        return replace(letter, lines=(*letter.lines[:at], (part, text), *letter.lines[at:]))

    return change


def without(text: str) -> Change:
    """The line that begins so is left out."""

    def change(letter: Letter) -> Letter:
        lines = [line for line in letter.lines if not line[1].startswith(text)]
        assert len(lines) == len(letter.lines) - 1, f"{letter.name}: not one line “{text}”"
        return replace(letter, lines=tuple(lines))

    return change


def line(begin: str, text: str) -> Change:
    """The first line that begins so reads otherwise."""

    def change(letter: Letter) -> Letter:
        lines = list(letter.lines)
        at = next(index for index, (_part, one) in enumerate(lines) if one.startswith(begin))
        lines[at] = (lines[at][0], text)
        return replace(letter, lines=tuple(lines))

    return change


def last_paragraph(text: str) -> Change:
    """The last paragraph of the body reads so."""

    def change(letter: Letter) -> Letter:
        at = max(index for index, (one, _text) in enumerate(letter.lines) if one is Part.BODY)
        return replace(letter, lines=(*letter.lines[:at], (Part.BODY, text), *letter.lines[at + 1 :]))

    return change


def first_paragraph(text: str) -> Change:
    """The first paragraph of the body reads so."""

    def change(letter: Letter) -> Letter:
        at = min(index for index, (one, _text) in enumerate(letter.lines) if one is Part.BODY)
        return replace(letter, lines=(*letter.lines[:at], (Part.BODY, text), *letter.lines[at + 1 :]))

    return change


def said(text: str) -> Change:
    """The salutation is another word."""
    return lambda letter: replace(letter, salutation=text)


# --- the document's XML -----------------------------------------------------------------------------


def looks(text: str, properties: str) -> Markup:
    """The text stands in a run of its own with these properties."""
    return wrapped(text, f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>')


def wrapped(text: str, instead: str) -> Markup:
    """Raw markup takes the place of a text within a plain run."""

    def change(document: str) -> str:
        assert text in document, f"nowhere “{text}”"
        return document.replace(text, f'</w:t></w:r>{instead}<w:r><w:t xml:space="preserve">', 1)

    return change


def of_paragraph(text: str, properties: str) -> Markup:
    """The paragraph in which the text stands has these properties too."""

    def change(document: str) -> str:
        begin = document.rindex("<w:p>", 0, document.index(text)) + len("<w:p>")
        if document.startswith("<w:pPr>", begin):
            begin += len("<w:pPr>")
            return document[:begin] + properties + document[begin:]
        return f"{document[:begin]}<w:pPr>{properties}</w:pPr>{document[begin:]}"

    return change


def raw(old: str, new: str) -> Markup:
    """One markup for another, everywhere."""

    def change(document: str) -> str:
        assert old in document, f"nowhere “{old}”"
        return document.replace(old, new)

    return change


def inserted(begin: str, part: Part, text: str) -> Change:
    """Another line above the one that begins so."""

    def change(letter: Letter) -> Letter:
        at = next(index for index, (_part, one) in enumerate(letter.lines) if one.startswith(begin))
        return replace(letter, lines=(*letter.lines[:at], (part, text), *letter.lines[at:]))

    return change
