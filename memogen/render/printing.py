"""The print file: finished letters one after the other in one DOCX, each page as in the letter's own file."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from gettext import gettext as _
from itertools import chain, count
from typing import IO, TYPE_CHECKING, Any

from memogen import opc, thai
from memogen.errors import InputError
from memogen.findings import Finding
from memogen.ooxml import HEAD, RELATIONSHIPS
from memogen.opc.fields import instructions
from memogen.opc.packing import kind_of, reachable, relate, serialised, target_of
from memogen.render.package import DOCUMENT, DOCUMENT_RELATIONS
from memogen.render.places import W
from memogen.render.properties import Properties

if TYPE_CHECKING:
    from lxml import etree

_ROOT_RELATIONS = "_rels/.rels"
_STYLES = "word/styles.xml"
_FIRST_DRAWING = 1001
_SAFE_FIELDS = {"PAGE", "SECTIONPAGES", "HYPERLINK", "SYMBOL"}
"""Others count or name what stands elsewhere in the document, and that is now more than one letter."""
_NOTES = (f"{W}footnoteReference", f"{W}endnoteReference", f"{W}commentReference")
_BOOKMARKS = (f"{W}bookmarkStart", f"{W}bookmarkEnd")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_BEFORE_TYPE = ("headerReference", "footerReference", "footnotePr", "endnotePr")
_BEFORE_PAGE_NUMBER = (*_BEFORE_TYPE, "type", "pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType")
"""What the schema wants of a section before its `type` and its `pgNumType`."""


def print_file(documents: Iterable[bytes], out: IO[bytes], *, properties: Properties) -> int:
    """Writes finished letters to `out` as one DOCX, each from page 1 on, and returns how many there were.

    The letters are made on one template, as `fill` makes them. They are taken one by one: in memory stand two
    of them, and each different picture once. The same letters give the same bytes. Word is at ease with some
    hundred pages, not with thousands: the caller makes volumes.

    Raises InputError with the faults of all letters: N40 one has other headers or looks than the first, N41
    one holds what would show wrongly among others; ValueError when there is no letter. What stands in `out`
    is then of no use.
    """
    letters = (opc.read_package(content, file=_letter(at)) for at, content in enumerate(documents, start=1))
    first = next(letters, None)
    if first is None:
        raise ValueError("no letters")
    volume, number = _Volume(first), 0
    findings: list[Finding] = []
    with zipfile.ZipFile(out, "w") as package:
        for name, content in volume.fixed(properties).items():
            package.writestr(_entry(name), content)
        with package.open(_entry(DOCUMENT), "w") as document:
            document.write((HEAD + volume.opening).encode())
            for number, (letter, is_last) in enumerate(_with_last(chain([first], letters)), start=1):
                try:
                    document.write(volume.body(letter, number, is_last=is_last).encode())
                except InputError as error:
                    findings += error.findings
            document.write(volume.closing.encode())
        for name, content in volume.added().items():
            package.writestr(_entry(name), content)
    if findings:
        raise InputError(*findings)
    return number


def _with_last(letters: Iterator[dict[str, bytes]]) -> Iterator[tuple[dict[str, bytes], bool]]:
    """Each letter, and whether it is the last."""
    held = next(letters)
    for letter in letters:
        yield held, False
        held = letter
    yield held, True


def _entry(name: str) -> zipfile.ZipInfo:
    """Dated and marked as `opc.write_package` does, the same on every system."""
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
    entry.create_system = 3
    return entry


class _Volume:
    """What the letters of a print file share, as the first one has it, and the pictures of the later ones."""

    def __init__(self, first: Mapping[str, bytes]) -> None:
        self._first = first
        self._shared = _shared(first)
        self._relations = _root(first, DOCUMENT_RELATIONS)
        self._ids = {_identity(first, relation): relation.get("Id", "") for relation in self._relations}
        self._pictures: dict[str, bytes] = {}
        self._drawings = count(_FIRST_DRAWING)
        self._counting = _counting_styles(_root(first, _STYLES))
        margins = [
            _root(first, target_of(DOCUMENT, relation))
            for relation in self._relations
            if kind_of(relation) in ("header", "footer")
        ]
        self._fields = set().union(*map(_fields, margins))
        self.opening, _inside, self.closing = _cut_open(_root(first, DOCUMENT))

    def fixed(self, properties: Properties) -> dict[str, bytes]:
        """All parts of the first letter but its text and its own properties."""
        relations = _root(self._first, _ROOT_RELATIONS)
        for relation in list(relations):
            if kind_of(relation) == "custom-properties":
                relations.remove(relation)
        parts = reachable({**self._first, _ROOT_RELATIONS: serialised(relations), **properties.parts()})
        return {name: parts[name] for name in parts if name not in (DOCUMENT, DOCUMENT_RELATIONS)}

    def added(self) -> dict[str, bytes]:
        """The parts that are known when all letters are."""
        return {**self._pictures, DOCUMENT_RELATIONS: serialised(self._relations)}

    def body(self, letter: Mapping[str, bytes], number: int, *, is_last: bool) -> str:
        """The inside of a letter's body, fit to stand among others. Raises InputError N40, N41."""
        root = _root(letter, DOCUMENT)
        ids = self._ids_of(letter)
        wrong = [*self._differences(letter, ids, number), *self._misfits(root, number)]
        if wrong:
            raise InputError(*wrong)
        for value in _references()(root):
            value.getparent().set(value.attrname, ids.get(value, value))
        for drawing in root.iter(_DRAWING):
            drawing.set("id", str(next(self._drawings)))
        body = next(root.iter(f"{W}body"))
        _drop_names(body)
        _complete(body)
        _begin_pages_anew(body)
        if not is_last:
            _end_with_a_break(body)
        opening, inside, _closing = _cut_open(root)
        if opening != self.opening:
            raise InputError(_unlike(number, [DOCUMENT]))
        return inside

    def _ids_of(self, letter: Mapping[str, bytes]) -> dict[str, str]:
        """The letter's relation ids -> those of the print file; empty for what the first letter lacks.

        Pictures may differ. Each stands once, whatever it is called.
        """
        ids = {}
        for relation in _root(letter, DOCUMENT_RELATIONS):
            what = _identity(letter, relation)
            if what not in self._ids and kind_of(relation) == "image":
                part = target_of(DOCUMENT, relation)
                self._ids[what] = self._with_picture(letter[part], posixpath.splitext(part)[1])
            ids[relation.get("Id", "")] = self._ids.get(what, "")
        return ids

    def _with_picture(self, content: bytes, ending: str) -> str:
        name = f"rIdPrint{len(self._pictures) + 1}"
        part = f"word/media/{name}{ending}"
        relate(self._relations, name, "image", part)
        self._pictures[part] = content
        return name

    def _differences(
        self, letter: Mapping[str, bytes], ids: Mapping[str, str], number: int
    ) -> Iterator[Finding]:
        shared = _shared(letter)
        parts = [name for name in {**shared, **self._shared} if shared.get(name) != self._shared.get(name)]
        parts += [] if all(ids.values()) else [DOCUMENT_RELATIONS]
        if parts:
            yield _unlike(number, parts)

    def _misfits(self, root: etree._Element, number: int) -> Iterator[Finding]:
        """What counts through the whole document, or names another place of it."""
        if next(root.iter(*_NOTES), None) is not None:
            yield _misfit(number, _("เชิงอรรถหรือความเห็น"))
        styles = {style.get(f"{W}val", "") for style in root.iter(f"{W}pStyle")}
        if styles & self._counting or next(root.iter(f"{W}numPr"), None) is not None:
            yield _misfit(number, _("ลำดับเลขที่ Word ใส่ให้เอง"))
        fields = _fields(root) | (self._fields if number == 1 else set())
        for field in sorted(fields - _SAFE_FIELDS):
            yield _misfit(number, _("ช่องข้อมูล {field}").format(field=field))


# --- faults ---------------------------------------------------------------------------------------


def _letter(number: int) -> str:
    return _("หนังสือฉบับที่ {number}").format(number=thai.to_thai_digits(str(number)))


def _unlike(number: int, parts: Sequence[str]) -> Finding:
    return Finding(
        code="N40",
        file=_letter(number),
        text=", ".join(parts),
        message=_("หัวกระดาษ ท้ายกระดาษ หรือแม่แบบไม่เหมือนฉบับแรก จึงรวมเป็นไฟล์พิมพ์เดียวไม่ได้"),
        hint=_("ทำหนังสือทุกฉบับใหม่จากแม่แบบเดียวกัน หรือพิมพ์ทีละไฟล์"),
    )


def _misfit(number: int, what: str) -> Finding:
    return Finding(
        code="N41",
        file=_letter(number),
        text=what,
        message=_("มี{what} ซึ่งจะแสดงผิดเมื่อรวมหนังสือหลายฉบับเป็นไฟล์พิมพ์เดียว").format(what=what),
        hint=_("เอาออกจากแม่แบบแล้วทำหนังสือใหม่ หรือพิมพ์ทีละไฟล์"),
    )


# --- one letter -----------------------------------------------------------------------------------


def _root(parts: Mapping[str, bytes], name: str) -> etree._Element:
    return opc.xml(parts[name], file="", part=name)


def _shared(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts in which letters of one template do not differ."""
    relations = _root(parts, DOCUMENT_RELATIONS)
    own = {target_of(DOCUMENT, relation) for relation in relations if kind_of(relation) == "image"}
    own |= {DOCUMENT, DOCUMENT_RELATIONS}
    return {
        name: content
        for name, content in parts.items()
        if name not in own and not name.startswith("docProps/")
    }


def _identity(parts: Mapping[str, bytes], relation: etree._Element) -> tuple[str, str | bytes]:
    """Kind and target of a relationship; a picture is what it shows, not what it is called."""
    kind, target = kind_of(relation), target_of(DOCUMENT, relation)
    return kind, parts.get(target, target) if kind == "image" else target


@cache
def _references() -> Callable[[Any], Any]:
    """Finds the relation ids that a text names, each as an attribute that knows its element."""
    from lxml import etree

    return etree.XPath("//@r:*", namespaces={"r": RELATIONSHIPS})


def _fields(root: etree._Element) -> set[str]:
    """The names of a text's fields."""
    return {code.split()[0].upper() for code in instructions(root) if code.split()}


def _counting_styles(styles: etree._Element) -> set[str]:
    """The ids of the styles that number their paragraphs, by themselves or by what they are based on."""
    based_on: dict[str, str] = {}
    counting: set[str] = set()
    for style in styles.iter(f"{W}style"):
        name, base = style.get(f"{W}styleId", ""), style.find(f"{W}basedOn")
        based_on[name] = base.get(f"{W}val", "") if base is not None else ""
        if style.find(f".//{W}numPr") is not None:
            counting.add(name)
    while more := {name for name, base in based_on.items() if base in counting} - counting:
        counting |= more
    return counting


def _drop_names(body: etree._Element) -> None:
    """Takes out what may not stand twice in a document: bookmarks, the ids of paragraphs and of controls."""
    from lxml import etree

    etree.strip_elements(body, *_BOOKMARKS, with_tail=False)
    etree.strip_attributes(body, f"{_WORD_2010}paraId", f"{_WORD_2010}textId")
    for control in body.iter(f"{W}sdtPr"):
        etree.strip_elements(control, f"{W}id")


def _complete(body: etree._Element) -> None:
    """At the end of a body stand a paragraph and a section; Word writes both, other programs may not."""
    from lxml import etree

    if len(body) == 0 or body[-1].tag != f"{W}sectPr":
        etree.SubElement(body, f"{W}sectPr")
    if len(body) == 1 or body[-2].tag != f"{W}p":
        body.insert(len(body) - 1, etree.Element(f"{W}p"))


def _begin_pages_anew(body: etree._Element) -> None:
    """The letter's first section begins on a new page, which is number 1."""
    section = next(body.iter(f"{W}sectPr"))
    _child(section, "type", _BEFORE_TYPE).set(f"{W}val", "nextPage")
    _child(section, "pgNumType", _BEFORE_PAGE_NUMBER).set(f"{W}start", "1")


def _child(section: etree._Element, name: str, before: Sequence[str]) -> etree._Element:
    """A setting of a section, made in its place where it is missing."""
    from lxml import etree

    found = section.find(f"{W}{name}")
    if found is None:
        found = etree.Element(f"{W}{name}")
        section.insert(sum(child.tag.removeprefix(W) in before for child in section), found)
    return found


def _end_with_a_break(body: etree._Element) -> None:
    """The section at the end of the body becomes that of its last paragraph."""
    from lxml import etree

    last, section = body[-2], body[-1]
    properties = last.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        last.insert(0, properties)
    changes = properties.findall(f"{W}pPrChange")
    properties.append(section)
    properties.extend(changes)  # Word wants these last


def _cut_open(root: etree._Element) -> tuple[str, str, str]:
    """A document up to the inside of its body, that inside, and what closes it."""
    from lxml import etree

    text = etree.tostring(root, encoding="unicode")
    start, end = text.index("<w:body>") + len("<w:body>"), text.rindex("</w:body>")
    return text[:start], text[start:end], text[end:]
