"""A Word template in docxtpl's tags: read once, filled many times.

Codes besides those of `memogen.sandbox`: M05 a character that no document can hold · M10 a value in the
wrong kind of tag · M11 text lost on the way · M12 a file that is no Word template.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from gettext import gettext as _
from itertools import count
from typing import Any

from memogen import opc, sandbox
from memogen.errors import InputError
from memogen.findings import Finding
from memogen.ooxml import HEAD
from memogen.render.emblem import with_emblem, without_dots
from memogen.render.package import DOCUMENT, with_custom, with_media
from memogen.render.places import W
from memogen.render.properties import Properties, custom_properties, made_by_us
from memogen.render.reading import Template, docxtpl_grammar, read_template, template_problems, words

__all__ = [
    "Properties",
    "Template",
    "Xml",
    "custom_properties",
    "fill",
    "made_by_us",
    "read_template",
    "template_problems",
    "with_emblem",
    "without_dots",
]

_DRAWING_ID = re.compile(r'(<wp:docPr\b[^>]*?\sid=")[^"]*')
_FIRST_DRAWING_ID = 1001  # as docxtpl counts
_BREAKS = re.compile(r"[\n\t]")
_packed = lru_cache(maxsize=512)(opc.packed)
"""Parts that do not change are deflated once a batch."""
_printed = lru_cache(maxsize=64)(sandbox.printed)


class Xml(sandbox.Ready):
    """Ready WordprocessingML for a `{{p x }}` or `{{r x }}` tag; only our own code makes it."""

    __slots__ = ()


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
    if template.faults:
        raise InputError(*template_problems(template, sandbox.shape_of(values)))
    properties = properties or Properties()
    given = _exact(template.name, {**values}, properties)
    parts: dict[str, bytes | opc.Packed] = {
        name: _packed(name, content)
        for name, content in template.parts.items()
        if name not in template.sources
    }
    for name, source in template.sources.items():
        if name == DOCUMENT or "{" in source:
            parts[name] = _filled(template, name, source, given)
        else:
            parts[name] = _packed(name, source.encode())
    parts |= with_media(template.parts, media) if media else {}
    parts |= with_custom(template.parts) if properties.custom else {}
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
    place = words(name)
    try:
        xml = sandbox.render(source, values, file=template.name, place=place)
    except InputError as error:
        told = template_problems(template, sandbox.shape_of(values))
        raise InputError(*(told or (replace(found, line=None) for found in error.findings))) from error
    if _has_breaks(values):
        xml = _with_breaks(xml)
    if name == DOCUMENT:
        ids = count(_FIRST_DRAWING_ID)
        xml = _DRAWING_ID.sub(lambda found: f"{found[1]}{next(ids)}", xml)
    if "{%tc" in _plain_tags(template.parts[name]):
        xml = _with_even_tables(xml)
    if finding := _damage(xml, _printed(source), values):
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


def _with_breaks(xml: str) -> str:
    """docxtpl's breaks and tabs, asked of it only for the paragraphs that have one; it is slow."""
    done: list[str] = []
    at = 0
    while found := _BREAKS.search(xml, max(at, len(HEAD))):
        start = max(xml.rfind("<w:p>", at, found.start()), xml.rfind("<w:p ", at, found.start()), at)
        end = xml.find("</w:p>", found.start()) + len("</w:p>")
        if end < start:
            break
        done += (xml[at:start], docxtpl_grammar().resolve_listing(xml[start:end]))
        at = end
    return "".join((*done, xml[at:]))


def _with_even_tables(xml: str) -> str:
    """docxtpl's care for tables whose columns a `{%tc %}` loop made."""
    from lxml import etree

    return HEAD + str(etree.tostring(docxtpl_grammar().fix_tables(xml.encode()), encoding="unicode"))


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
        return _wrong_tag(
            found[0] if isinstance(found[0], str) else "".join(str(text) for text in found[0].itertext())
        )
    text = "".join(map(str, root.itertext()))
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
