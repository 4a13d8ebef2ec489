"""A Word template read into Jinja, and what is wrong with its tags."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from gettext import gettext as _
from pathlib import Path
from typing import Any

from memogen import opc, sandbox
from memogen.errors import InputError
from memogen.findings import Finding, has_errors
from memogen.ooxml import HEAD
from memogen.render.package import DOCUMENT, headers_and_footers, prepared
from memogen.render.places import Line, W, lines

_ESCAPED = re.compile(r"(\{)_([{%])|([}%])_(\})")
_COMMENT_MARKS = (f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_TAG = re.compile(rb"\{[{%]")


@dataclass(frozen=True, slots=True, eq=False)
class Template:
    """The parts of a template; the Jinja text of its document, headers and footers; the fields it names.

    A template equals only itself, so that what is worked out of it can be kept for its next letter.
    """

    name: str
    parts: Mapping[str, bytes]
    sources: Mapping[str, str]
    lines: Sequence[Sequence[Line]] = field(repr=False)
    """The paragraphs of each part that is filled."""
    fields: frozenset[str] = frozenset()
    faults: tuple[Finding, ...] = ()
    """What is wrong with the tags whatever the values; `template_problems` tells it too."""


# --- reading --------------------------------------------------------------------------------------


def read_template(source: Path | bytes, *, name: str = "") -> Template:
    """A template from its file or its bytes; `name` is what findings call it.

    Raises InputError: what `opc.read_package` refuses, active content, M12 for a file that is no template.
    Faults in the tags do not stop it: `template_problems` tells them all, and `fill` refuses them.
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
    template = Template(name, parts, sources, [_lines(parts[part], part, name) for part in sources])
    fields = (sandbox.names(_joined(part)) for part in template.lines)
    return replace(
        template, fields=frozenset().union(*fields), faults=tuple(template_problems(template, None))
    )


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
def docxtpl_grammar() -> Any:
    """docxtpl's grammar alone: an instance that opens no file. Its import brings python-docx, 35 ms."""
    from docxtpl.template import DocxTemplate

    return DocxTemplate("")


def _as_jinja(text: str) -> str:
    """docxtpl's tags as Jinja, tags split over runs made whole; `{_{` prints as `{{`."""
    text = docxtpl_grammar().patch_xml(text) if "{" in text else text
    text = _ESCAPED.sub(_printed_brace, text)
    return sandbox.normalise_tags(text)


def _printed_brace(pair: re.Match[str]) -> str:
    """Two halves joined in Jinja, so that no reader of tags takes the pair for one."""
    first, second = filter(None, pair.groups())
    return f"{{{{ '{first}' ~ '{second}' }}}}"


# --- faults ---------------------------------------------------------------------------------------


def template_problems(template: Template, known: Mapping[str, sandbox.Shape] | None) -> list[Finding]:
    """All faults of a template's tags at once, each with its place (ย่อหน้า ๓) and the text around.

    `known` is as for `sandbox.problems`. Tags in foot- and endnotes are refused; those in properties and
    comments do nothing, since these are dropped.
    """
    findings = [found for part in template.lines for found in _problems(template.name, part, known)]
    findings += [
        Finding(code="M02", file=template.name, place=_("เชิงอรรถ"), message=_("ใส่ช่องเติมในเชิงอรรถไม่ได้"))
        for note in _NOTES
        if _TAG.search(template.parts.get(note, b""))
    ]
    return findings or [
        replace(found, line=None)
        for part, source in template.sources.items()
        for found in sandbox.problems(source, known=known, file=template.name, place=words(part))
    ]


def _lines(content: bytes, part: str, file: str) -> Sequence[Line]:
    """The paragraphs of a part."""
    return [*lines(opc.xml(content, file=file, part=part), name=words(part))]


def words(part: str) -> str:
    if part == DOCUMENT:
        return ""
    return _("ท้ายกระดาษ") if "footer" in part else _("หัวกระดาษ")


def _joined(part: Sequence[Line]) -> str:
    """A paragraph every other line: an empty line ends one for the sandbox too."""
    return "\n\n".join(line.jinja for line in part)


def _problems(
    file: str, part: Sequence[Line], known: Mapping[str, sandbox.Shape] | None
) -> Iterator[Finding]:
    for line in part:
        if line.crowded:
            message = _("“{tag}” ต้องอยู่ลำพัง ข้อความอื่นที่อยู่ด้วยกันจะหาย").format(tag=line.crowded)
            yield Finding(code="M01", file=file, place=line.place, text=line.text, message=message)
    for found in sandbox.problems(_joined(part), known=known, file=file):
        line = part[((found.line or 1) - 1) // 2]
        yield replace(found, line=None, place=line.place, text=line.around(found.text))
