"""The properties that Windows shows of a document, written by us and by nobody's Word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from html import escape

from memogen import opc
from memogen.errors import InputError
from memogen.ooxml import HEAD

CORE, APP, CUSTOM = "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"
_UNDATED = date(1980, 1, 1)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_ANY_PROPERTY = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
APP_XML = (
    f'{HEAD}<Properties xmlns="{_OFFICE}/extended-properties"><Application>memogen</Application></Properties>'
).encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """Title, author and subject, and the letter's own date, at which it counts as made and changed.

    `custom` are names and texts that Word keeps with the document and shows under its custom properties.
    """

    title: str = ""
    creator: str = ""
    subject: str = ""
    modified: date | None = None
    custom: tuple[tuple[str, str], ...] = ()

    def parts(self) -> dict[str, bytes]:
        """Part name -> XML: core properties without a last author, and custom properties if there are any."""
        before, after = _core(self.title, self.creator, self.modified or _UNDATED)
        core = before + _line(self.subject).encode() + after
        return {CORE: core} | ({CUSTOM: _custom(self.custom)} if self.custom else {})


@lru_cache(maxsize=64)
def _core(title: str, creator: str, modified: date) -> tuple[bytes, bytes]:
    """What stands before and after the subject, in which the letters of a batch differ."""
    moment = f'xsi:type="dcterms:W3CDTF">{modified.isoformat()}T00:00:00Z<'
    before = (
        f"{HEAD}<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_line(title)}</dc:title><dc:subject>"
    )
    after = (
        f"</dc:subject><dc:creator>{_line(creator)}</dc:creator><cp:lastModifiedBy></cp:lastModifiedBy>"
        f"<cp:revision>1</cp:revision><dcterms:created {moment}/dcterms:created>"
        f"<dcterms:modified {moment}/dcterms:modified></cp:coreProperties>"
    )
    return before.encode(), after.encode()


def _custom(properties: Sequence[tuple[str, str]]) -> bytes:
    names, values = zip(*properties, strict=True)
    return _around(names) % tuple([_line(value).encode() for value in values])


@lru_cache(maxsize=64)
def _around(names: Sequence[str]) -> bytes:
    """The XML with %b for each value. The properties' numbers begin at 2 (ECMA-376 part 1, 15.2.12.2)."""
    items = [
        f'<property fmtid="{_ANY_PROPERTY}" pid="{number}" name="{_line(name).replace("%", "%%")}">'
        "<vt:lpwstr>%b</vt:lpwstr></property>"
        for number, name in enumerate(names, start=2)
    ]
    return (
        f'{HEAD}<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
        f"{''.join(items)}</Properties>"
    ).encode()


@lru_cache(maxsize=512)
def _line(text: str) -> str:
    return escape(" ".join(text.split()))


def custom_properties(content: bytes) -> dict[str, str]:
    """The custom texts of a DOCX by name, as Word keeps them through its own saving too."""
    try:
        parts = opc.read_package(content, file="")
        root = opc.xml(parts[CUSTOM], file="", part=CUSTOM) if CUSTOM in parts else ()
    except InputError:
        return {}
    return {item.get("name", ""): "".join(map(str, item.itertext())) for item in root}


def made_by_us(content: bytes) -> bool:
    """Whether a DOCX is as memogen wrote it; Word and LibreOffice put their own names when they save."""
    try:
        return opc.read_package(content, file="").get(APP) == APP_XML
    except InputError:
        return False
