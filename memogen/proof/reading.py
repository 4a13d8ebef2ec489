"""A DOCX read into paragraphs with their places."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

from memogen import opc, thai
from memogen.errors import InputError
from memogen.findings import Finding
from memogen.proof.nouns import Proof, ProofParagraph
from memogen.proof.text import attribute, children, text_of, word

if TYPE_CHECKING:
    from lxml import etree

_LARGEST = 64 * 1024 * 1024  # bytes
_PROPERTIES = "docProps/core.xml"
_DOCUMENT = "word/document.xml"


def read_docx(source: Path | bytes, *, file: str = "") -> Proof:
    """What a reader sees of a DOCX; `file` is how findings call it.

    Inserted text counts, deleted and hidden text does not; a text box is read once, after the paragraph that
    holds it. Raises InputError: what `opc.read_package` refuses, P11 not readable, P12 over 64 MB, K10 no
    Word document inside.
    """
    file = file or (source.name if isinstance(source, Path) else "")
    parts = opc.read_package(source if isinstance(source, bytes) else _bytes(source, file), file=file)
    main = _main_part(parts, file)
    if main not in parts:
        raise InputError(_no_document(file))
    styles = _Styles(parts, file, main)
    body = opc.xml(parts[main], file=file, part=main)
    paragraphs = list(_Places(styles).walk(body))
    for kind, name in _beside().items():
        for part in _related(parts, file, main, kind):
            root = opc.xml(parts[part], file=file, part=part)
            paragraphs += _Places(styles, name).walk(root)
    return Proof(file, tuple(paragraphs), _properties(parts, file))


def _beside() -> dict[str, str]:
    """What the paragraphs of a kind of part are called."""
    return {
        "header": _("หัวกระดาษ"),
        "footer": _("ท้ายกระดาษ"),
        "footnotes": _("เชิงอรรถ"),
        "endnotes": _("อ้างอิงท้ายเรื่อง"),
    }


class _Places:
    """Walks a part and counts: paragraphs with text outside tables, tables, rows and cells."""

    def __init__(self, styles: _Styles, name: str = "") -> None:
        self._styles = styles
        self._name = name
        self._paragraphs = 0
        self._tables = 0

    def walk(self, element: etree._Element, place: str = "") -> Iterator[ProofParagraph]:
        """The paragraphs under an element; `place` is theirs when it is known already."""
        for child in children(element):
            name = word(child)
            if name == "p":
                yield from self._paragraph(child, place or self._name)
            elif name == "tbl" and not (place or self._name):
                self._tables += 1
                yield from self._table(child, self._tables)
            elif name not in ("del", "moveFrom"):
                yield from self.walk(child, place)

    def _paragraph(self, paragraph: etree._Element, place: str) -> Iterator[ProofParagraph]:
        text = text_of(paragraph)
        if text.strip():
            if not place:
                self._paragraphs += 1
                place = _("ย่อหน้า {number}").format(number=_thai(self._paragraphs))
            yield ProofParagraph(text, place, self._styles.of(paragraph))
        for box in _boxes(paragraph):
            yield from self.walk(box, self._name or _("กล่องข้อความ"))

    def _table(self, table: etree._Element, number: int) -> Iterator[ProofParagraph]:
        for row_number, row in enumerate(_inside(table, "tr"), start=1):
            for cell_number, cell in enumerate(_inside(row, "tc"), start=1):
                place = _("ตาราง {table} แถว {row} ช่อง {cell}").format(
                    table=_thai(number), row=_thai(row_number), cell=_thai(cell_number)
                )
                yield from self.walk(cell, place)


def _inside(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, also those within a content control."""
    for child in children(element):
        if word(child) == name:
            yield child
        elif word(child) not in ("tbl", "tr", "tc", "del", "moveFrom"):
            yield from _inside(child, name)


def _boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The text boxes of a paragraph, those inside another box left to it."""
    for child in children(element):
        if word(child) == "txbxContent":
            yield child
        elif word(child) not in ("del", "moveFrom"):
            yield from _boxes(child)


class _Styles:
    """The names of paragraph styles by their ids."""

    def __init__(self, parts: Mapping[str, bytes], file: str, main: str) -> None:
        self._names: dict[str, str] = {}
        self._default = ""
        for part in _related(parts, file, main, "styles"):
            for style in opc.xml(parts[part], file=file, part=part):
                if word(style) == "style" and attribute(style, "type") == "paragraph":
                    self._add(style)

    def _add(self, style: etree._Element) -> None:
        name = next((attribute(child, "val") for child in style if word(child) == "name"), "")
        self._names[attribute(style, "styleId")] = name
        if attribute(style, "default") in ("1", "true", "on"):
            self._default = name

    def of(self, paragraph: etree._Element) -> str:
        """The name of a paragraph's style, the default's where it has none."""
        for holder in paragraph:
            if word(holder) == "pPr":
                for mark in holder:
                    if word(mark) == "pStyle":
                        identity = attribute(mark, "val")
                        return self._names.get(identity, identity)
        return self._default


# --- the package ----------------------------------------------------------------------------------


def _main_part(parts: Mapping[str, bytes], file: str) -> str:
    return next(iter(_related(parts, file, "", "officeDocument")), _DOCUMENT)


def _related(parts: Mapping[str, bytes], file: str, part: str, kind: str) -> list[str]:
    """The parts that a part is related to in a way (header, styles, …), as its relationships list them."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in parts:
        return []
    targets = []
    for relation in opc.xml(parts[relations], file=file, part=relations):
        if (
            str(relation.get("Type", "")).rpartition("/")[2] == kind
            and relation.get("TargetMode") != "External"
        ):
            target = posixpath.normpath(posixpath.join("/", folder, str(relation.get("Target", ""))))
            targets.append(target.lstrip("/"))
    return [target for target in dict.fromkeys(targets) if target in parts]


def _properties(parts: Mapping[str, bytes], file: str) -> dict[str, str]:
    if _PROPERTIES not in parts:
        return {}
    root = opc.xml(parts[_PROPERTIES], file=file, part=_PROPERTIES)
    found = ((str(child.tag).rpartition("}")[2], (child.text or "").strip()) for child in root)
    return {name: value for name, value in found if value}


def _bytes(path: Path, file: str) -> bytes:
    try:
        with path.open("rb") as opened:
            data = opened.read(_LARGEST + 1)
    except OSError as error:
        message = _("เปิดไฟล์ “{name}” ไม่ได้").format(name=path.name)
        hint = _("ตรวจดูชื่อไฟล์และโฟลเดอร์ ถ้าเปิดอยู่ใน Word ให้ปิดก่อน")
        raise InputError(Finding(code="P11", file=file, message=message, hint=hint)) from error
    if len(data) > _LARGEST:
        message = _("ไฟล์ “{name}” ใหญ่เกินไป").format(name=path.name)
        raise InputError(
            Finding(code="P12", file=file, message=message, hint=_("ลดขนาดภาพในเอกสาร แล้วบันทึกใหม่"))
        )
    return data


def _no_document(file: str) -> Finding:
    return Finding(
        code="K10",
        file=file,
        message=_("ไม่มีเอกสาร Word ในไฟล์นี้"),
        hint=_("เลือกไฟล์ .docx ที่บันทึกจาก Word"),
    )


def _thai(number: int) -> str:
    return thai.to_thai_digits(str(number))
