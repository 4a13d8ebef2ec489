"""Numbers that issued documents carry in their custom properties."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from gettext import gettext as _
from hashlib import sha256
from itertools import islice, product

from memogen import thai
from memogen.books import Book, BookKind, Entry
from memogen.errors import InputError
from memogen.findings import Finding, Severity
from memogen.register.copies import Copies, copies_in, list_of

_PART = "docProps/custom.xml"
_MARK = "memogen."
_MOST_CHOICES = 64
"""How many of the lists are tried that edited copies beside the right ones make possible."""


@dataclass(frozen=True, slots=True)
class Relic:
    """A document that says which number it has."""

    file: str
    book: Book
    serial: int
    key: str
    """What it was made from: letters/x.md, or letters/x.md#กองคลัง for one recipient."""
    sha256: str


class Outside:
    """Documents outside of the register (file name -> DOCX bytes), read one by one and again at need.

    Those whose digest is `known` are in the books. A document without properties of ours is another
    program's, and none of our business.
    """

    def __init__(self, documents: Mapping[str, bytes], known: Container[str]) -> None:
        self.findings: list[Finding] = []
        """What is unreadable."""
        self._documents = documents
        self._files: dict[str, str] = {}
        self._relics: dict[tuple[Book, int], list[Relic]] = {}
        for file, content in documents.items():
            digest = sha256(content).hexdigest()
            self._files[digest] = file
            if digest not in known:
                self._look_into(file, digest, content)
        for relics in self._relics.values():
            relics.sort(key=lambda relic: relic.file)

    def _look_into(self, file: str, digest: str, content: bytes) -> None:
        try:
            properties = dict(_properties(file, content))
            if f"{_MARK}serial" in properties:
                relic = _relic(file, digest, properties)
                self._relics.setdefault((relic.book, relic.serial), []).append(relic)
        except (InputError, KeyError, ValueError):
            self.findings.append(_unreadable(file))

    def numbers(self) -> Iterator[list[Relic]]:
        """The numbered documents, those of one number together; by book, number and file."""
        for _place, relics in sorted(self._relics.items()):
            yield relics

    def content(self, digest: str) -> bytes | None:
        """The document with this digest, if it is there."""
        content = self._documents[self._files[digest]] if digest in self._files else b""
        return content if sha256(content).hexdigest() == digest else None

    def copies(self, entry: Entry) -> Copies:
        """The copies that the entry's digest speaks of, when all of them are there."""
        found = recipients(self._relics.get((entry.book, entry.serial), ()), entry.letter or "")
        for digests in islice(product(*found.values()), _MOST_CHOICES):
            listed = list_of(zip(found, digests, strict=True))
            if sha256(listed).hexdigest() == entry.sha256:
                return copies_in(listed)
        return ()


def recipients(relics: Iterable[Relic], letter: str) -> dict[str, list[str]]:
    """Recipient -> digests of his copies (more than one when somebody edited a copy) of a letter."""
    opening = f"{letter}#"
    found: dict[str, list[str]] = {}
    for relic in relics:
        if relic.key.startswith(opening):
            found.setdefault(relic.key.removeprefix(opening), []).append(relic.sha256)
    return found


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
    return Relic(file, book, serial, properties.get(f"{_MARK}key", ""), digest)


def _unreadable(file: str) -> Finding:
    return Finding(
        code="R53",
        severity=Severity.WARNING,
        file=file,
        message=_("อ่านเลขที่ในเอกสารนี้ไม่ได้"),
        hint=_("เปิดดูเลขที่ในเอกสาร ถ้ายังไม่มีในทะเบียน ให้ลงเลขนั้นเองก่อนออกเลขใหม่"),
    )
