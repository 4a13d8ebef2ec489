"""A Word template in docxtpl's tags: read once, filled many times.

Codes besides those of `memogen.sandbox`: M05 a character that no document can hold · M10 a value in the wrong
kind of tag · M11 text lost on the way · M12 a file that is no Word template.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from gettext import gettext as _
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from memogen import opc, sandbox
from memogen.errors import InputError
from memogen.findings import Finding, has_errors
from memogen.ooxml import HEAD
from memogen.render.package import DOCUMENT, headers_and_footers, prepared, with_media
from memogen.render.places import W, Line, lines
from memogen.render.properties import Properties

if TYPE_CHECKING:
    from lxml import etree

_ESCAPED = re.compile(r"\{_([{%])|([}%])_\}")
_DRAWING_ID = re.compile(r'(<wp:docPr\b[^>]*?\sid=")[^"]*')
_FIRST_DRAWING_ID = 1001  # as docxtpl counts
_COMMENT_MARKS = (f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_TAG = re.compile(rb"\{[{%]")
_BREAKS = re.compile(r"[\n\t]")
_packed = lru_cache(maxsize=512)(opc.packed)
"""Parts that do not change are deflated once a batch."""


class Xml(sandbox.Ready):
    """Ready WordprocessingML for a `{{p x }}` or `{{r x }}` tag; only our own code makes it."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Template:
    """The parts of a template, the Jinja text of its document, headers and footers, and the fields it names."""

    name: str
    parts: Mapping[str, bytes]
    sources: Mapping[str, str]
    fields: frozenset[str]


# --- reading --------------------------------------------------------------------------------------


def read_template(source: Path | bytes, *, name: str = "") -> Template:
    """A template from its file or its bytes; `name` is what findings call it.

    Raises InputError: what `opc.read_package` refuses, active content, M12. Faults in the tags do not stop it:
    `template_problems` tells them all, and `fill` refuses them.
    """
    name = name or (source.name if isinstance(source, Path) else _("แม่แบบ"))
    parts = opc.read_package(source if isinstance(source, bytes) else _read(source, name), file=name)
    active = opc.active_content(parts, file=name)
    if has_errors(active):
        raise InputError(*active)
    if DOCUMENT not in parts:
        raise InputError(_no_template(name, _("ไม่มีเอกสาร Word ข้างใน")))
    parts = prepared(parts, file=name)
    sources = {}
    for part in (DOCUMENT, *(part for part, _kind in headers_and_footers(parts, file=name))):
        text = _text_of(parts[part])
        parts[part] = (HEAD + text).encode()
        sources[part] = HEAD + _as_jinja(text)
    template = Template(name, parts, sources, frozenset())
    fields = (sandbox.names(_joined(part)) for _name, part in _lines(template))
    return replace(template, fields=frozenset().union(*fields))


def _read(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(_no_template(name, _("เปิดไฟล์ไม่ได้"))) from error


def _no_template(name: str, why: str) -> Finding:
    message = _("ใช้ “{name}” เป็นแม่แบบไม่ได้: {why}").format(name=name, why=why)
    return Finding(code="M12", file=name, message=message, hint=_("ใช้ไฟล์ .docx ที่บันทึกจาก Word"))


def _text_of(part: bytes) -> str:
    """A part's XML as docxtpl wants it: no white space between elements, no marks of dropped comments."""
    from lxml import etree

    parser = etree.XMLParser(remove_blank_text=True, resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(part, parser)
    etree.strip_elements(root, *_COMMENT_MARKS, with_tail=False)
    return etree.tostring(root, encoding="unicode")


@cache
def _docxtpl() -> Any:
    """docxtpl's grammar alone: an instance that opens no file. Its import brings python-docx, 35 ms."""
    from docxtpl.template import DocxTemplate

    return DocxTemplate("")


def _as_jinja(text: str) -> str:
    """docxtpl's tags as Jinja, tags split over runs made whole; `{_{` prints as `{{`."""
    text = _docxtpl().patch_xml(text) if "{" in text else text
    text = _ESCAPED.sub(
        lambda found: "{{ '" + (f"{{{found[1]}" if found[1] else f"{found[2]}}}") + "' }}", text
    )
    return sandbox.normalise_tags(text)


# --- faults ---------------------------------------------------------------------------------------


def template_problems(template: Template, known: Mapping[str, sandbox.Shape]) -> list[Finding]:
    """All faults of a template's tags at once, each with its place (ย่อหน้า ๓) and the text around.

    `known` is as for `sandbox.problems`. Tags in foot- and endnotes are refused; those in properties and
    comments do nothing, since these are dropped.
    """
    findings = [found for _name, part in _lines(template) for found in _problems(template.name, part, known)]
    findings += [
        Finding(code="M02", file=template.name, place=_("เชิงอรรถ"), message=_("ใส่ช่องเติมในเชิงอรรถไม่ได้"))
        for note in _NOTES
        if _TAG.search(template.parts.get(note, b""))
    ]
    return findings or [
        replace(found, line=None)
        for part, source in template.sources.items()
        for found in sandbox.problems(source, known=known, file=template.name, place=_words(part))
    ]


def _lines(template: Template) -> Iterator[tuple[str, list[Line]]]:
    """The paragraphs of each part that is filled."""
    for part in template.sources:
        root = opc.xml(template.parts[part], file=template.name, part=part)
        yield part, list(lines(root, name="" if part == DOCUMENT else _words(part)))


def _words(part: str) -> str:
    if part == DOCUMENT:
        return ""
    return _("ท้ายกระดาษ") if "footer" in part else _("หัวกระดาษ")


def _joined(part: list[Line]) -> str:
    """A paragraph every other line: an empty line ends one for the sandbox too."""
    return "\n\n".join(line.jinja for line in part)


def _problems(file: str, part: list[Line], known: Mapping[str, sandbox.Shape]) -> Iterator[Finding]:
    for line in part:
        if line.crowded:
            message = _("“{tag}” ต้องอยู่ลำพัง ข้อความอื่นที่อยู่ด้วยกันจะหาย").format(tag=line.crowded)
            yield Finding(code="M01", file=file, place=line.place, text=line.text, message=message)
    for found in sandbox.problems(_joined(part), known=known, file=file):
        line = part[((found.line or 1) - 1) // 2]
        yield replace(found, line=None, place=line.place, text=line.around(found.text))


# --- filling --------------------------------------------------------------------------------------


def fill(
    template: Template,
    values: Mapping[str, Any],
    *,
    media: Mapping[str, tuple[str, bytes]] | None = None,
    properties: Properties | None = None,
) -> bytes:
    """The DOCX: the same bytes for the same arguments.

    `values` are plain (see `sandbox.render`) or Xml; a line break in a text becomes one in Word, a tab a tab.
    `media` are pictures for the document: relation id -> (part name, PNG). Raises InputError: M01 to M04, M08
    and M09 of the sandbox, M05, M10, M11.
    """
    properties = properties or Properties()
    given = _exact(template.name, {**values}, properties)
    parts: dict[str, bytes | opc.Packed] = {
        name: _packed(name, content)
        for name, content in template.parts.items()
        if name not in template.sources
    }
    for name, source in template.sources.items():
        if "{" in source:
            parts[name] = _filled(template, name, source, given)
        else:
            parts[name] = _packed(name, source.encode())
    parts |= with_media(template.parts, media) if media else {}
    return opc.write_package(parts | properties.parts())


def _exact(file: str, values: Mapping[str, Any], properties: Properties) -> dict[str, Any]:
    """The values with plain line ends; M05 for each character that XML cannot hold."""
    findings: list[Finding] = []

    def exact(value: Any, path: str) -> Any:
        if isinstance(value, sandbox.Ready):
            return value
        if isinstance(value, str):
            findings.extend(_unprintable(file, path, value))
            return value.replace("\r\n", "\n").replace("\r", "\n") if "\r" in value else value
        if isinstance(value, Mapping):
            return {key: exact(item, f"{path}.{key}" if path else str(key)) for key, item in value.items()}
        if isinstance(value, list | tuple):
            return [
                exact(item, _("{path} แถว {row}").format(path=path, row=row))
                for row, item in enumerate(value, 1)
            ]
        return value

    given: dict[str, Any] = exact(values, "")
    for name in ("title", "creator", "subject"):
        exact(getattr(properties, name), name)
    if findings:
        raise InputError(*findings)
    return given


def _unprintable(file: str, path: str, value: str) -> Iterator[Finding]:
    from memogen import thai

    for index, char in thai.unprintable(value):
        message = _("ช่อง “{path}” มีอักขระที่เอกสารเก็บไม่ได้ (U+{code:04X}) เป็นตัวที่ {position}")
        message = message.format(path=path, code=ord(char), position=thai.to_thai_digits(str(index + 1)))
        text = value[max(index - 20, 0) : index]
        yield Finding(code="M05", file=file, message=message, text=text, hint=_("ลบอักขระนั้น แล้วพิมพ์ใหม่"))


def _filled(template: Template, name: str, source: str, values: Mapping[str, Any]) -> bytes:
    place = _words(name)
    try:
        xml = sandbox.render(source, values, file=template.name, place=place)
    except InputError as error:
        told = template_problems(template, sandbox.shape_of(values))
        raise InputError(*(told or (replace(found, line=None) for found in error.findings))) from error
    if _has_breaks(values):
        xml = _docxtpl().resolve_listing(xml)
    if name == DOCUMENT:
        ids = count(_FIRST_DRAWING_ID)
        xml = _DRAWING_ID.sub(lambda found: f"{found[1]}{next(ids)}", xml)
    if "{%tc" in _plain_tags(template.parts[name]):
        xml = _with_even_tables(xml)
    if finding := _damage(xml, sandbox.printed(source), values):
        raise InputError(replace(finding, file=template.name, place=place))
    return xml.encode()


@lru_cache(maxsize=64)
def _plain_tags(part: bytes) -> str:
    """The text of a part without its elements, in which tags are whole."""
    return re.sub("<[^>]*>", "", part.decode())


def _has_breaks(value: Any) -> bool:
    if isinstance(value, str):
        return not isinstance(value, sandbox.Ready) and _BREAKS.search(value) is not None
    if isinstance(value, Mapping):
        return any(_has_breaks(item) for item in value.values())
    return isinstance(value, list | tuple) and any(_has_breaks(item) for item in value)


def _with_even_tables(xml: str) -> str:
    """docxtpl's care for tables whose columns a `{%tc %}` loop made."""
    from lxml import etree

    return HEAD + str(etree.tostring(_docxtpl().fix_tables(xml.encode()), encoding="unicode"))


@cache
def _misplaced() -> Callable[[Any], Any]:
    """Finds text where only elements may stand, and blocks where only text may."""
    from lxml import etree

    holders = ("body", "hdr", "ftr", "tbl", "tr", "tc", "p", "r")
    rules = [f"//w:{holder}/text()[normalize-space()]" for holder in holders]
    rules += ["//w:t[*]", "//w:p/w:p", "//w:p/w:tbl", "//w:r/w:r", "//w:r/w:p"]
    rules += ["//w:tc[not(w:p or w:sdt)]", "//w:tc[*[last()][self::w:tbl]]"]
    return etree.XPath(f"({'|'.join(rules)})[1]", namespaces={"w": W[1:-1]})


def _damage(xml: str, printed: frozenset[str], values: Mapping[str, Any]) -> Finding | None:
    """M10 when the XML is not what Word expects, M11 when a printed text is not in it."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(xml.encode(), parser)
    except etree.XMLSyntaxError as error:
        return _wrong_tag(str(error))
    if found := _misplaced()(root):
        return _wrong_tag(str(found[0]) if isinstance(found[0], str) else "".join(found[0].itertext()))
    text = "".join(root.itertext())
    for path in printed:
        value = _at(values, path)
        for piece in _BREAKS.split(value) if type(value) is str else ():
            if piece not in text and _escaped(piece) not in xml:
                message = _("ข้อความของช่อง “{name}” หายไประหว่างเติมแม่แบบ").format(name=path)
                return Finding(code="M11", message=message, text=piece[:60], hint=_("ตรวจช่องนี้ในแม่แบบ"))
    return None


def _wrong_tag(text: str) -> Finding:
    return Finding(
        code="M10",
        message=_("ค่าที่เติมไม่เข้ากับช่องในแม่แบบ Word จะเปิดเอกสารไม่ได้"),
        text=text[:60],
        hint=_("ข้อความใช้ {{ ชื่อ }} ส่วนเนื้อความที่จัดรูปแบบแล้วใช้ {{p ชื่อ }} ลำพังในย่อหน้า"),
    )


def _at(values: Mapping[str, Any], path: str) -> Any:
    value: Any = values
    for name in path.split("."):
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def _escaped(text: str) -> str:
    from markupsafe import escape

    return str(escape(text))
