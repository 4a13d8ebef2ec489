"""A Word file with words replaced, or with comments at words; all else of it stays as it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from memogen import opc
from memogen.opc.packing import declare, relate, relations_of, serialised
from memogen.proof.content import content_of
from memogen.proof.markup import attribute, children, paragraph_at, word
from memogen.proof.package import Package, open_package

if TYPE_CHECKING:
    from lxml import etree

Address: TypeAlias = tuple[str, int]
_XML = "{http://www.w3.org/XML/1998/namespace}"
_COMMENTS = "word/comments.xml"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


@dataclass(frozen=True, slots=True)
class Edit:
    """`new` in the place of `text[start:end]` of the passage at an address."""

    address: Address
    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment on `text[start:end]` of the passage at an address; its text may have several lines."""

    address: Address
    start: int
    end: int
    text: str


Placed = TypeVar("Placed", Edit, Comment)


def edited(content: bytes, edits: Sequence[Edit], *, file: str = "") -> bytes:
    """The DOCX with the edits, which do not meet. New words look like the first of those they replace.

    Raises InputError as `read_paper` does.
    """
    package = open_package(content, file)

    def edit(paragraph: etree._Element, found: Sequence[Edit]) -> None:
        atoms = content_of(paragraph).atoms
        for one in sorted(found, key=lambda edit: edit.start, reverse=True):
            _replace(atoms, one)

    return _written(package, _at_their_paragraphs(package, edits, edit))


def annotated(
    content: bytes, comments: Sequence[Comment], *, author: str, when: datetime, file: str = ""
) -> bytes:
    """The DOCX with Word comments by `author`, of the local time `when`, as Word dates them. Those outside
    the document's own text go to its beginning.

    Word knows comments in the document's text only, not in headers and notes. Raises InputError as
    `read_paper` does.
    """
    package = open_package(content, file)
    inside = [one if one.address[0] == package.main else _at_start(package, one) for one in comments]
    sheet = _Comments(package, author, when)

    def comment(paragraph: etree._Element, found: Sequence[Comment]) -> None:
        for one in found:
            _mark(paragraph, one, sheet.add(one.text))

    changed = _at_their_paragraphs(package, inside, comment)
    return _written(package, changed | sheet.parts())


def _at_their_paragraphs(
    package: Package, placed: Iterable[Placed], act: Callable[[etree._Element, Sequence[Placed]], None]
) -> dict[str, bytes]:
    """The parts that change when each paragraph is acted upon with all that has its address."""
    by_address: dict[Address, list[Placed]] = defaultdict(list)
    for one in placed:
        by_address[one.address].append(one)
    for (part, index), found in by_address.items():
        paragraph = paragraph_at(package.root(part), index)
        if paragraph is not None:
            act(paragraph, found)
    return {part: serialised(package.root(part)) for part, _index in by_address}


def _written(package: Package, changed: dict[str, bytes]) -> bytes:
    return opc.write_package({**package.parts, **changed})


# --- replacing ----------------------------------------------------------------------------------------


def _replace(atoms: Sequence[tuple[int, etree._Element]], edit: Edit) -> None:
    """Puts the new text into the first atom that it touches and takes the old text out of all."""
    new = edit.new
    for start, atom in atoms:
        length = len(_text_of(atom))
        first, last = max(edit.start - start, 0), min(edit.end - start, length)
        if first >= last and not (edit.start == edit.end and 0 <= first <= length):
            continue
        if word(atom) == "t":
            text = atom.text or ""
            _set_text(atom, text[:first] + new + text[last:])
        else:
            _put_in_place(atom, new)
        new = ""
        if edit.start == edit.end:
            return


def _text_of(atom: etree._Element) -> str:
    return (atom.text or "") if word(atom) == "t" else " "


def _set_text(atom: etree._Element, text: str) -> None:
    atom.text = text
    if text != text.strip():
        atom.set(f"{_XML}space", "preserve")


def _put_in_place(atom: etree._Element, text: str) -> None:
    """A tab, a break or a symbol gone, and a text there instead, if there is any."""
    parent = atom.getparent()
    assert parent is not None, "it was found in a paragraph"
    if text:
        written = atom.makeelement(f"{_namespace(atom)}t", None, None)
        _set_text(written, text)
        atom.addprevious(written)
    parent.remove(atom)


def _namespace(element: etree._Element) -> str:
    return str(element.tag).partition("}")[0] + "}"


# --- commenting ---------------------------------------------------------------------------------------


def _at_start(package: Package, comment: Comment) -> Comment:
    """The comment on the first paragraph of the document that has text."""
    from memogen.proof.walking import walk

    for met in walk(package):
        if met.content.text.strip():
            return Comment((met.part, met.index), 0, len(met.content.text), comment.text)
    return Comment((package.main, 0), 0, 0, comment.text)


def _mark(paragraph: etree._Element, comment: Comment, number: int) -> None:
    """Brackets the words with a comment's range; runs are split where the words begin and end."""
    w = _namespace(paragraph)
    id_ = {f"{w}id": str(number)}
    start = paragraph.makeelement(f"{w}commentRangeStart", id_, None)
    end = paragraph.makeelement(f"{w}commentRangeEnd", id_, None)
    reference = paragraph.makeelement(f"{w}r", None, None)
    reference.append(reference.makeelement(f"{w}commentReference", id_, None))
    last = _holder(paragraph, comment.end, is_end=True)
    if last is None:
        paragraph.extend([start, end, reference])
        return
    last.addnext(reference)
    last.addnext(end)
    first = _holder(paragraph, comment.start, is_end=False)
    (end if first is None else first).addprevious(start)


def _holder(paragraph: etree._Element, at: int, *, is_end: bool) -> etree._Element | None:
    """The run that begins at a place of the text, or ends there; split from what it held besides."""
    found = None
    for start, atom in content_of(paragraph).atoms:
        length = len(_text_of(atom))
        if start < at <= start + length if is_end else start <= at < start + length:
            found = (atom, at - start)
    if found is None:
        return None
    atom, offset = found
    run = atom.getparent()
    if run is None or word(run) != "r":
        return _child_of(paragraph, atom)
    return _split(run, atom, offset, is_end=is_end)


def _child_of(paragraph: etree._Element, element: etree._Element) -> etree._Element | None:
    """What stands in the paragraph itself and holds the element."""
    while (parent := element.getparent()) is not None:
        if parent is paragraph:
            return element
        element = parent
    return None


def _split(run: etree._Element, atom: etree._Element, offset: int, *, is_end: bool) -> etree._Element:
    """The half of a run, cut at an offset of one of its texts, that ends or begins at the cut."""
    inside = [one for one in run if word(one) != "rPr"]
    at = inside.index(atom)
    text = _text_of(atom)
    if not is_end and offset == 0 and at == 0:
        return run
    if is_end and offset == len(text) and at == len(inside) - 1:
        return run
    second = deepcopy(run)
    for one in [one for one in second if word(one) != "rPr"]:
        second.remove(one)
    if 0 < offset < len(text):
        rest = deepcopy(atom)
        rest.tail = None
        _set_text(atom, text[:offset])
        _set_text(rest, text[offset:])
        second.append(rest)
        at += 1
    elif offset:
        at += 1
    second.extend(inside[at:])
    run.addnext(second)
    return run if is_end else second


class _Comments:
    """The document's comments, with ours behind those that it has."""

    def __init__(self, package: Package, author: str, when: datetime) -> None:
        self._package = package
        self._author = author
        self._when = when.replace(microsecond=0, tzinfo=None).isoformat() + "Z"
        existing = package.related(package.main, "comments")
        self._part = existing[0] if existing else _COMMENTS
        self._is_new = not existing
        main = package.root(package.main)
        self._w = _namespace(main)
        if existing:
            self._root = package.root(self._part)
        else:
            self._root = main.makeelement(f"{self._w}comments", None, {"w": self._w.strip("{}")})
        taken = [attribute(one, "id") for one in children(self._root)]
        self._next = 1 + max((int(id_) for id_ in taken if id_.isdigit()), default=-1)

    def add(self, text: str) -> int:
        """The number of a new comment of these lines."""
        number, w = self._next, self._w
        self._next += 1
        attributes = {
            f"{w}id": str(number),
            f"{w}author": self._author,
            f"{w}date": self._when,
            f"{w}initials": self._author[:2],
        }
        comment = self._root.makeelement(f"{w}comment", attributes, None)
        for line in text.split("\n"):
            paragraph = comment.makeelement(f"{w}p", None, None)
            run = comment.makeelement(f"{w}r", None, None)
            written = comment.makeelement(f"{w}t", None, None)
            _set_text(written, line)
            run.append(written)
            paragraph.append(run)
            comment.append(paragraph)
        self._root.append(comment)
        return number

    def parts(self) -> dict[str, bytes]:
        """The parts that these comments change."""
        package = self._package
        changed = {self._part: serialised(self._root)}
        if self._is_new:
            types = package.root("[Content_Types].xml")
            declare(types, self._part, _COMMENTS_TYPE)
            name = relations_of(package.main)
            relations = package.root(name)
            relate(relations, "rIdMemogenComments", "comments", self._part)
            changed |= {"[Content_Types].xml": serialised(types), name: serialised(relations)}
        return changed
