"""The stamp on a copy of a Word document, and the stamp as a small page of its own."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from memogen.errors import InputError
from memogen.ooxml import HEAD, NAMESPACES, RELATIONSHIPS
from memogen.opc import read_package, write_package, xml
from memogen.stamp import refusals
from memogen.stamp.box import NAME, PLACE, ReceiptStamp, box, section, thin_paragraph
from memogen.stamp.filecopy import initials, mark

if TYPE_CHECKING:
    from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_LETTER_PAPER = ("12240", "15840")  # what Word takes where a document names no paper
_MM = {"": 25.4 / 1440, "mm": 1, "cm": 10, "in": 25.4, "pt": 25.4 / 72, "pc": 25.4 / 6, "pi": 25.4 / 6}
_MEASURE = re.compile(r"([0-9]+(?:\.[0-9]+)?)(mm|cm|in|pt|pc|pi|)")
_BLOCKS = frozenset(_W + tag for tag in ("p", "tbl", "sdt", "customXml", "altChunk", "sectPr"))
_DRAWING_ID = re.compile(rb"""<(?:\w+:)?docPr\b[^>]*?\sid=["']([0-9]+)["']""")
_HERE = "memogen-stamp"


def stamp_docx(content: bytes, stamp: ReceiptStamp, *, file: str) -> bytes:
    """A copy of the document with the stamp in the top right corner of its first page.

    The text does not move; every part but the main one keeps its bytes. A letter that carries stamps of ours
    gets this one under them. Raises InputError: K01-K09 as `read_package`, K17 signed, K18 protected, K19 no
    ordinary Word document, Y11 the paper has no room, Y12 the agency's name is too long.
    """
    parts = read_package(content, file=file)
    main = _main_part(parts, file)
    _refuse_signed_or_protected(parts, main, file)
    root = xml(parts[main], file=file, part=main)
    body = root.find(_W + "body") if root.tag == _W + "document" else None
    if body is None:
        raise InputError(refusals.not_a_letter(file))
    width_mm, height_mm = _paper(root)
    place = PLACE.below(_stamps(root))
    place.check_fits(width_mm, height_mm, file=file)
    left_mm, number = place.left_mm(width_mm), _next_drawing(parts)
    drawing = box(stamp, left_mm=left_mm, top_mm=place.top_mm, number=number, file=file)
    return write_package({**parts, main: _with(drawing, root, body)})


def file_copy(content: bytes, *, file: str) -> bytes:
    """The file copy (สำเนาคู่ฉบับ) of a letter: the same text, marked as what it is, with room for initials.

    Whoever drafted, typed, compared and checked it signs at the bottom right of its last page (clause 30);
    these lines stand in the margin, where no text can be. Raises InputError: K01-K09 as `read_package`, K19
    no ordinary Word document.
    """
    parts = read_package(content, file=file)
    main = _main_part(parts, file)
    root = xml(parts[main], file=file, part=main)
    body = root.find(_W + "body") if root.tag == _W + "document" else None
    last = _last_paragraph(body) if body is not None else None
    if body is None or last is None:
        raise InputError(refusals.not_a_letter(file))
    width_mm, height_mm = _paper(root)
    number = _next_drawing(parts)
    lines = _laid_by(last, initials(width_mm, height_mm, number=number + 1), "memogen-initials")
    return write_package({**parts, main: _with(mark(width_mm, number=number), root, body).replace(*lines, 1)})


def stamp_page_docx(stamp: ReceiptStamp) -> bytes:
    """The stamp alone, on a page of 50 × 25 mm, for LibreOffice to print. Raises InputError (Y12)."""
    drawing = box(stamp, left_mm=0, top_mm=0, number=1, file="")
    body = f"<w:body>{thin_paragraph(drawing)}{section()}</w:body>"
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}"/></Types>'
    )
    relations = (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{RELATIONSHIPS}/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    parts = {
        "[Content_Types].xml": types,
        "_rels/.rels": relations,
        "word/document.xml": f"<w:document {NAMESPACES}>{body}</w:document>",
    }
    return write_package({name: (HEAD + part).encode() for name, part in parts.items()})


def _main_part(parts: Mapping[str, bytes], file: str) -> str:
    for target in _targets(parts, "", "officeDocument", file):
        if target in parts:
            return target
    raise InputError(refusals.not_a_letter(file))


def _targets(parts: Mapping[str, bytes], source: str, kind: str, file: str) -> Iterator[str]:
    """The names of the parts that `source` (the package itself: "") refers to as this kind."""
    folder, name = posixpath.split(source)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in parts:
        return
    for relation in xml(parts[relations], file=file, part=relations):
        if relation.get("Type", "").endswith(f"/{kind}"):
            yield posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")


def _refuse_signed_or_protected(parts: Mapping[str, bytes], main: str, file: str) -> None:
    findings = []
    if any(name.lower().startswith("_xmlsignatures/") for name in parts):
        findings.append(refusals.signed_docx(file))
    settings = [name for name in _targets(parts, main, "settings", file) if name in parts]
    if any(_forbids_changes(xml(parts[name], file=file, part=name)) for name in settings):
        findings.append(refusals.protected(file))
    if findings:
        raise InputError(*findings)


def _forbids_changes(settings: etree._Element) -> bool:
    """Protection switched on, or a password for writing; mere advice to open it for reading is neither."""
    return any(
        element.get(_W + "enforcement") in ("1", "true", "on")
        for element in settings.iter(_W + "documentProtection")
    ) or any(
        element.get(_W + attribute)
        for element in settings.iter(_W + "writeProtection")
        for attribute in ("hash", "hashValue")
    )


def _paper(root: etree._Element) -> tuple[float, float]:
    """Width and height in millimetres of the first section's sheets."""
    first = next(root.iter(_W + "sectPr"), None)
    size = first.find(_W + "pgSz") if first is not None else None
    values = _LETTER_PAPER if size is None else (size.get(_W + "w", ""), size.get(_W + "h", ""))
    width, height = (
        _mm(value) or _mm(usual) or 0.0 for value, usual in zip(values, _LETTER_PAPER, strict=True)
    )
    return width, height


def _mm(measure: str) -> float | None:
    match = _MEASURE.fullmatch(measure)
    return float(match[1]) * _MM[match[2]] if match else None


def _stamps(root: etree._Element) -> int:
    """How many receipt stamps of ours the letter carries."""
    return sum(element.get("name") == NAME for element in root.iter("{*}docPr"))


def _next_drawing(parts: Mapping[str, bytes]) -> int:
    """An id that no drawing of the document has."""
    return 1 + max((int(id_) for part in parts.values() for id_ in _DRAWING_ID.findall(part)), default=0)


def _last_paragraph(body: etree._Element) -> etree._Element | None:
    """Where the letter ends: annexes after it stand in sections of their own."""
    paragraphs = body.findall(_W + "p")
    ends = (one for one in paragraphs if one.find(f"{_W}pPr/{_W}sectPr") is not None)
    return next(ends, paragraphs[-1] if paragraphs else None)


def _laid_by(paragraph: etree._Element, drawing: str, name: str) -> tuple[bytes, bytes]:
    """A mark at the end of a paragraph, as it will be written, and the drawing that is to stand there."""
    from lxml import etree

    place = etree.ProcessingInstruction(name)
    paragraph.append(place)
    return etree.tostring(place, with_tail=False), drawing.encode()


def _with(drawing: str, root: etree._Element, body: etree._Element) -> bytes:
    """The main part with the drawing at its beginning.

    In the first paragraph, if that stands freely in the body; else, since Word measures from the cell what
    stands in a table and may rewrite what stands in a content control, in a paragraph of no height before it.
    The drawing goes in as text: lxml would drop namespaces that the document declares under other prefixes,
    and `Requires="wps"` means the prefix.
    """
    from lxml import etree

    first = next((block for block in body if block.tag in _BLOCKS), None)
    place = etree.ProcessingInstruction(_HERE)
    if first is not None and first.tag == _W + "p" and first.find(f"{_W}pPr/{_W}framePr") is None:
        first.insert(int(first.find(_W + "pPr") is not None), place)
    else:
        drawing = thin_paragraph(drawing)
        body.insert(0 if first is None else body.index(first), place)
    made = etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=True, standalone=True)
    return made.replace(etree.tostring(place, with_tail=False), drawing.encode(), 1)
