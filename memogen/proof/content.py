"""What is in one paragraph: runs joined wherever Word split them, what is not printed set apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from memogen.paper import Leftover
from memogen.proof.markup import attribute, child, children, is_on, word

if TYPE_CHECKING:
    from lxml import etree

_MATHS_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_UNSEEN = frozenset({"pPr", "rPr", "instrText", "delInstrText", "delText", "rt"})
"""Properties, field codes, small text above a base."""
_DELETED = frozenset({"del", "moveFrom"})
_INSERTED = frozenset({"ins", "moveTo"})
_DRAWN = frozenset({"drawing", "pict", "object"})


@dataclass(slots=True)
class Content:
    """A paragraph's text as it is seen, and what else it holds.

    `runs` are stretches `text[start:end]` with the run's properties; `boxes` the contents of its text boxes;
    `drawings` the elements that may show a picture; `leftovers` what a finished letter has no more, with its
    text; `comments` the ids of comments that begin here. `atoms` are the elements that the text comes from,
    each with where its text starts.
    """

    text: str = ""
    atoms: list[tuple[int, etree._Element]] = field(default_factory=list)
    runs: list[tuple[int, int, etree._Element | None]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    drawings: list[etree._Element] = field(default_factory=list)
    leftovers: list[tuple[Leftover, str]] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)


def content_of(paragraph: etree._Element) -> Content:
    """What a paragraph holds; its text boxes are left to who reads them as paragraphs of their own."""
    reader = _Reader()
    reader.read(paragraph)
    reader.content.text = "".join(reader.signs)
    return reader.content


def text_inside(element: etree._Element) -> str:
    """All text in an element, deleted text too."""
    return "".join(
        str(one.text or "") if word(one) in ("t", "delText") else _CHARACTERS.get(word(one), "")
        for one in element.iter("*")
    )


class _Reader:
    """Gathers text; of a field its result counts, not the code between begin and separate."""

    def __init__(self) -> None:
        self.content = Content()
        self.signs: list[str] = []
        self._length = 0
        self._fields: list[bool] = []  # whether each open field is still in its code
        self._codes = 0  # how many of them are
        self._is_inserting = False

    def read(self, element: etree._Element) -> None:
        """Reads what is inside; one call for each level of nesting, of which the parser allows 256."""
        for inner in children(element):
            name = word(inner)
            if name == "r":
                self._run(inner)
            elif name == "t" or inner.tag == _MATHS_TEXT:
                self._add(inner.text or "", inner)
            elif name in _CHARACTERS:
                self._add(_CHARACTERS[name], inner)
            elif name in _UNSEEN:
                continue
            elif name == "fldChar":
                self._turn(attribute(inner, "fldCharType"))
            elif name == "sym":
                self._add(_symbol(inner), inner)
            elif name in _DRAWN:
                self.content.drawings.append(inner)
                self.content.boxes += _boxes(inner)
            elif name == "txbxContent":
                self.content.boxes.append(inner)
            elif name in _DELETED:
                self._leave(Leftover.DELETED, text_inside(inner))
            elif name == "commentRangeStart" or name == "commentReference":
                self.content.comments.append(attribute(inner, "id"))
            elif name in _INSERTED:
                self._inserted(inner)
            else:
                self.read(inner)

    def _run(self, run: etree._Element) -> None:
        properties = child(run, "rPr")
        if properties is not None and _is_hidden(properties):
            self._leave(Leftover.HIDDEN, text_inside(run))
            return
        start = self._length
        self.read(run)
        if self._length > start:
            self.content.runs.append((start, self._length, properties))

    def _inserted(self, element: etree._Element) -> None:
        start, is_outermost = self._length, not self._is_inserting
        self._is_inserting = True
        self.read(element)
        if is_outermost:
            self._is_inserting = False
            self._leave(Leftover.INSERTED, self._since(start))

    def _add(self, text: str, element: etree._Element) -> None:
        if text and not self._codes:
            self.content.atoms.append((self._length, element))
            self.signs.append(text)
            self._length += len(text)

    def _since(self, start: int) -> str:
        """The text that came after `start`; what came before is not joined again."""
        taken: list[str] = []
        length = self._length
        for sign in reversed(self.signs):
            if length <= start:
                break
            taken.append(sign)
            length -= len(sign)
        return "".join(reversed(taken))

    def _leave(self, kind: Leftover, text: str) -> None:
        if text.strip():
            self.content.leftovers.append((kind, text))

    def _turn(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(True)
            self._codes += 1
        elif kind == "separate" and self._fields:
            self._codes -= self._fields[-1]
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._codes -= self._fields.pop()


def _boxes(drawing: etree._Element) -> list[etree._Element]:
    """The text boxes of a drawing, those inside another box left to it."""
    found: list[etree._Element] = []
    pending = [drawing]
    while pending:
        for inner in children(pending.pop()):
            (found if word(inner) == "txbxContent" else pending).append(inner)
    return found


def _is_hidden(properties: etree._Element) -> bool:
    vanish = child(properties, "vanish")
    return vanish is not None and is_on(vanish)


def _symbol(element: etree._Element) -> str:
    """A character of a symbol font; those with no meaning outside it are left out."""
    try:
        code = int(attribute(element, "char")[:8], 16)
    except ValueError:
        return ""
    return chr(code) if 0x20 <= code < 0xD800 else ""
