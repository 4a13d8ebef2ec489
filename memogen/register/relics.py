"""Numbers that issued documents carry in their custom properties."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from gettext import gettext as _
from hashlib import sha256

from memogen import thai
from memogen.books import Book, BookKind
from memogen.errors import InputError
from memogen.findings import Finding, Severity

_PART = "docProps/custom.xml"
_MARK = "memogen."


@dataclass(frozen=True, slots=True)
class Relic:
    """A document that says which number it has."""

    file: str
    book: Book
    serial: int
    key: str | None
    sha256: str


def relics_in(documents: Mapping[str, bytes], known: Container[str]) -> tuple[list[Relic], list[Finding]]:
    """The numbered ones of `documents` (file name -> DOCX bytes) by book and number, and what is unreadable.

    Those whose digest is `known` are in the books. A document without properties of ours is another
    program's, and none of our business.
    """
    relics, findings = [], []
    for file, content in documents.items():
        digest = sha256(content).hexdigest()
        if digest in known:
            continue
        try:
            properties = dict(_properties(file, content))
            if f"{_MARK}serial" in properties:
                relics.append(_relic(file, digest, properties))
        except (InputError, KeyError, ValueError):
            findings.append(_unreadable(file))
    return sorted(relics, key=lambda relic: (relic.book, relic.serial, relic.file)), findings


def _properties(file: str, content: bytes) -> Iterator[tuple[str, str]]:
    from memogen.opc import read_package, xml

    parts = read_package(content, file=file)
    if _PART not in parts:
        return
    for one in xml(parts[_PART], file=file, part=_PART):
        name = one.get("name")
        if isinstance(name, str) and name.startswith(_MARK):
            yield name, "".join(str(text) for text in one.itertext()).strip()


def _relic(file: str, digest: str, properties: Mapping[str, str]) -> Relic:
    def number(name: str) -> int:
        return int(thai.to_arabic_digits(properties[f"{_MARK}{name}"]))

    code, serial = properties[f"{_MARK}code"], number("serial")
    book = Book(code, BookKind(properties[f"{_MARK}kind"]), number("year"))
    if not code or serial < 1 or not 2400 <= book.year_be <= 2800 or thai.unprintable(code):
        raise ValueError
    key = properties.get(f"{_MARK}key") or None
    return Relic(file, book, serial, key, digest)


def _unreadable(file: str) -> Finding:
    return Finding(
        code="R53",
        severity=Severity.WARNING,
        file=file,
        message=_("อ่านเลขที่ในเอกสารนี้ไม่ได้"),
        hint=_("เปิดดูเลขที่ในเอกสาร ถ้ายังไม่มีในทะเบียน ให้ลงเลขนั้นเองก่อนออกเลขใหม่"),
    )
