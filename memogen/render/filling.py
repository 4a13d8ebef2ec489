"""One part of a template filled: by Jinja within the fence, with docxtpl's care for what follows.

Codes besides those of `memogen.sandbox`: M10 a value in the wrong kind of tag · M11 text lost on the way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from gettext import gettext as _
from itertools import count
from typing import Any

from memogen import sandbox
from memogen.errors import InputError
from memogen.findings import Finding
from memogen.ooxml import HEAD
from memogen.render.package import DOCUMENT
from memogen.render.places import W
from memogen.render.reading import Template, docxtpl_grammar, template_problems, words
from memogen.render.values import BREAKS

_DRAWING_ID = re.compile(r'(<wp:docPr\b[^>]*?\sid=")[^"]*')
_FIRST_DRAWING_ID = 1001  # as docxtpl counts
_printed = lru_cache(maxsize=64)(sandbox.printed)


def filled(template: Template, part: str, values: Mapping[str, Any]) -> str:
    """The XML of a part with its tags filled and what came of it checked; InputError with what is wrong."""
    source, place = template.sources[part], words(part)
    if part != DOCUMENT and "{" not in source:
        return source
    try:
        xml = sandbox.render(source, values, file=template.name, place=place)
    except InputError as error:
        told = template_problems(template, sandbox.shape_of(values))
        raise InputError(*(told or (replace(found, line=None) for found in error.findings))) from error
    if _has_breaks(values):
        xml = _with_breaks(xml)
    if part == DOCUMENT:
        ids = count(_FIRST_DRAWING_ID)
        xml = _DRAWING_ID.sub(lambda found: f"{found[1]}{next(ids)}", xml)
    finding = _damage(xml, _printed(source), values)
    if not finding and _loops_over_columns(template.parts[part]):
        try:
            xml = _with_even_tables(xml)
        except ValueError as error:  # a width or a span that is no number
            finding = _wrong_tag(str(error))
    if finding:
        raise InputError(replace(finding, file=template.name, place=place))
    return xml


def has_column_loops(template: Template) -> bool:
    """Whether docxtpl's `{%tc %}` makes columns: its tables must be looked at again once they are filled."""
    return any(_loops_over_columns(template.parts[part]) for part in template.sources)


@lru_cache(maxsize=64)
def _loops_over_columns(part: bytes) -> bool:
    """Told by the text of the part without its elements, in which tags are whole."""
    return "{%tc" in re.sub("<[^>]*>", "", part.decode())


def _has_breaks(value: Any) -> bool:
    if isinstance(value, str):
        return not isinstance(value, sandbox.Ready) and BREAKS.search(value) is not None
    if isinstance(value, Mapping):
        return any(_has_breaks(item) for item in value.values())
    return isinstance(value, list | tuple) and any(_has_breaks(item) for item in value)


def _with_breaks(xml: str) -> str:
    """docxtpl's breaks and tabs, asked of it only for the paragraphs that have one; it is slow."""
    done: list[str] = []
    at = 0
    while found := BREAKS.search(xml, max(at, len(HEAD))):
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
        for piece in BREAKS.split(value) if type(value) is str else ():
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
