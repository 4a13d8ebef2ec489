"""The properties that Windows shows of a document, written by us and by nobody's Word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from html import escape

from memogen import opc
from memogen.errors import InputError
from memogen.ooxml import HEAD

CORE, APP = "docProps/core.xml", "docProps/app.xml"
_UNDATED = date(1980, 1, 1)
_APP = (
    f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>memogen</Application></Properties>"
).encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """Title, author and subject, and the letter's own date, at which it counts as made and changed."""

    title: str = ""
    creator: str = ""
    subject: str = ""
    modified: date | None = None

    def parts(self) -> dict[str, bytes]:
        """Part name -> XML: core properties without a last author, and the program's name."""
        moment = f'xsi:type="dcterms:W3CDTF">{(self.modified or _UNDATED).isoformat()}T00:00:00Z<'
        core = (
            f"{HEAD}<cp:coreProperties"
            ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
            ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
            ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
            f"<dc:title>{_line(self.title)}</dc:title><dc:subject>{_line(self.subject)}</dc:subject>"
            f"<dc:creator>{_line(self.creator)}</dc:creator><cp:lastModifiedBy></cp:lastModifiedBy>"
            f"<cp:revision>1</cp:revision><dcterms:created {moment}/dcterms:created>"
            f"<dcterms:modified {moment}/dcterms:modified></cp:coreProperties>"
        )
        return {CORE: core.encode(), APP: _APP}


def _line(text: str) -> str:
    return escape(" ".join(text.split()), quote=False)


def made_by_us(content: bytes) -> bool:
    """Whether a DOCX is as memogen wrote it; Word and LibreOffice put their own names when they save."""
    try:
        return opc.read_package(content, file="").get(APP) == _APP
    except InputError:
        return False
