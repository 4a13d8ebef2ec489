"""The parts of a Word file, found by their relationships and parsed once."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from memogen import opc
from memogen.errors import InputError
from memogen.findings import Finding

if TYPE_CHECKING:
    from lxml import etree

_LARGEST = 64 * 1024 * 1024  # bytes
_PROPERTIES = "docProps/core.xml"
_DOCUMENT = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part is related to: the last word of the relation's type, and the other part's name."""

    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class Package:
    """The parts by name, `main` the document's."""

    file: str
    parts: Mapping[str, bytes]
    main: str = ""
    _roots: dict[str, etree._Element] = field(default_factory=dict)
    _relations: dict[str, dict[str, Relation]] = field(default_factory=dict)

    def root(self, part: str) -> etree._Element:
        """The root element of a part. InputError (K07, K08) where it is no plain XML."""
        if part not in self._roots:
            self._roots[part] = opc.xml(self.parts[part], file=self.file, part=part)
        return self._roots[part]

    def relations(self, part: str) -> dict[str, Relation]:
        """The relations of a part inside the package, by id, those to missing parts left out."""
        if part not in self._relations:
            self._relations[part] = dict(self._read_relations(part))
        return self._relations[part]

    def related(self, part: str, kind: str) -> list[str]:
        """The parts that a part is related to in a way (header, styles, …), in the order of their listing."""
        targets = (one.target for one in self.relations(part).values() if one.kind == kind)
        return list(dict.fromkeys(targets))

    def properties(self) -> dict[str, str]:
        """The file's own properties (title, creator, created, …) as text."""
        if _PROPERTIES not in self.parts:
            return {}
        root = self.root(_PROPERTIES)
        found = ((str(child.tag).rpartition("}")[2], (child.text or "").strip()) for child in root)
        return {name: value for name, value in found if value}

    def _read_relations(self, part: str) -> list[tuple[str, Relation]]:
        folder, name = posixpath.split(part)
        listing = posixpath.join(folder, "_rels", f"{name}.rels")
        if listing not in self.parts:
            return []
        found = []
        for number, entry in enumerate(self.root(listing)):
            if entry.get("TargetMode") == "External":
                continue
            kind = str(entry.get("Type", "")).rpartition("/")[2]
            path = posixpath.normpath(posixpath.join("/", folder, str(entry.get("Target", ""))))
            target = path.lstrip("/")
            if target in self.parts:
                found.append((str(entry.get("Id", f"#{number}")), Relation(kind, target)))
        return found


Source: TypeAlias = "Path | bytes | Mapping[str, bytes]"
"""A file, its bytes, or the parts that `opc.read_package` gave."""


def open_package(source: Source, file: str) -> Package:
    """A Word file, read and judged.

    Raises InputError: what `opc.read_package` refuses, P11 not readable, P12 over 64 MB, K10 no Word
    document inside.
    """
    if isinstance(source, Path):
        source = _bytes(source, file)
    parts = opc.read_package(source, file=file) if isinstance(source, bytes) else source
    outside = Package(file, parts)
    main = next(iter(outside.related("", "officeDocument")), _DOCUMENT)
    if main not in parts or not _is_document(outside.root(main)):
        raise InputError(_no_document(file))
    return Package(file, parts, main, outside._roots, outside._relations)


def _is_document(root: etree._Element) -> bool:
    return str(root.tag).rpartition("}")[2] == "document"


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
