"""What is left in a Word file from the work on it, taken out: nobody's changes, comments or name stay."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from gettext import gettext as _
from typing import TYPE_CHECKING

from memogen import opc
from memogen.findings import N_
from memogen.opc.packing import kind_of, reachable, relations_of, serialised
from memogen.proof.markup import child, is_on, local, word

if TYPE_CHECKING:
    from lxml import etree

_SETTINGS, _TYPES = "word/settings.xml", "[Content_Types].xml"
_STORIES = frozenset({"document", "hdr", "ftr", "footnotes", "endnotes"})
_AUTHORS = frozenset(
    {
        *("core-properties", "extended-properties", "custom-properties", "thumbnail", "customXml"),
        *("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "stylesWithEffects"),
    }
)
"""Relationships to what tells of authors and of their work."""
_TEMPLATE = "attachedTemplate"
_USED_BY_ID = frozenset({"image", "hyperlink", "chart"})
"""Relationships that count only where an element names them."""
_SET_ASIDE = frozenset({"trackRevisions", "documentProtection", "writeProtection"})
_SILENT = frozenset({"rsids", "docVars", _TEMPLATE})
_REFUSED = frozenset({"del", "moveFrom", "cellDel"})
_ACCEPTED = frozenset({"ins", "moveTo"})
_OPENED = frozenset({"smartTag", "customXml", "hyperlink"})
_MARKS = frozenset(
    {
        *("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef", "proofErr"),
        *(
            "permStart",
            "permEnd",
            "lastRenderedPageBreak",
            "cellIns",
            "cellMerge",
            "smartTagPr",
            "customXmlPr",
        ),
        *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
    }
)
_SAID = {
    "changed": N_("รับการแก้ไขที่ติดตามไว้ {count} แห่ง"),
    "comment": N_("ลบความเห็น {count} แห่ง"),
    "hidden": N_("ลบข้อความที่ซ่อนไว้ {count} แห่ง"),
    "highlight": N_("ลบสีเน้นข้อความ {count} แห่ง"),
    "control": N_("เปลี่ยนตัวควบคุมเนื้อหาเป็นข้อความธรรมดา {count} แห่ง"),
    "setting": N_("เลิกติดตามการแก้ไขและเลิกป้องกันเอกสาร"),
    "template": N_("ตัดการเชื่อมกับแม่แบบอื่นของ Word"),
    "author": N_("ลบชื่อผู้จัดทำและคุณสมบัติของไฟล์เดิม"),
}


def cleaned(parts: Mapping[str, bytes], *, file: str) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The parts without leftovers, and in sentences what was taken out. InputError (K07, K08) as `opc.xml`.

    Tracked changes are accepted: the text is what its reader sees.
    """
    counts: Counter[str] = Counter()
    clean = dict(parts)
    for name in parts:
        if name.endswith(".rels"):
            clean[name] = _without_authors(opc.xml(parts[name], file=file, part=name), counts)
    clean[_TYPES] = _as_document(opc.xml(parts[_TYPES], file=file, part=_TYPES))
    clean = reachable(clean)
    for name in clean:
        if name.endswith(".xml") and name.startswith("word/"):
            root = opc.xml(clean[name], file=file, part=name)
            if name == _SETTINGS:
                _settle(root, counts)
            elif word(root) in _STORIES:
                _tidy(root, counts)
            else:
                continue
            clean[name] = serialised(root)
    said = (_(sentence).format(count=counts[key]) for key, sentence in _SAID.items() if counts[key])
    return clean, tuple(said)


def _as_document(types: etree._Element) -> bytes:
    """The list of contents in which a template of Word's own (.dotx) is a document."""
    for one in types:
        if one.get("ContentType", "").endswith(".template.main+xml"):
            one.set("ContentType", one.get("ContentType", "").replace(".template.main", ".document.main"))
    return serialised(types)


def without_unused(parts: Mapping[str, bytes], *, file: str) -> dict[str, bytes]:
    """The parts without pictures and links that no words lead to any more."""
    kept = dict(parts)
    for name in [name for name in parts if relations_of(name) in parts]:
        relations = opc.xml(parts[relations_of(name)], file=file, part=relations_of(name))
        root = opc.xml(parts[name], file=file, part=name)
        used = {str(value) for element in root.iter("*") for value in element.attrib.values()}
        for relation in list(relations):
            if kind_of(relation) in _USED_BY_ID and relation.get("Id") not in used:
                relations.remove(relation)
        kept[relations_of(name)] = serialised(relations)
    return reachable(kept)


def _without_authors(relations: etree._Element, counts: Counter[str]) -> bytes:
    for relation in list(relations):
        kind = kind_of(relation)
        if kind in _AUTHORS or kind == _TEMPLATE:
            counts["template" if kind == _TEMPLATE else "author"] += 1
            relations.remove(relation)
    return serialised(relations)


def _settle(settings: etree._Element, counts: Counter[str]) -> None:
    for setting in list(settings):
        if word(setting) in _SET_ASIDE:
            counts["setting"] += 1
        if word(setting) in _SET_ASIDE | _SILENT:
            settings.remove(setting)


def _tidy(root: etree._Element, counts: Counter[str]) -> None:
    """Takes leftovers out of a part, from its leaves upwards."""
    for element in reversed(list(root.iter("*"))):
        _without_marks_of_saving(element)
        name = word(element)
        if local(element) == "Fallback":
            _remove(element)  # the same drawing for Word 2007
        elif name in _REFUSED:
            counts["changed"] += 1
            _refuse(element)
        elif name in _ACCEPTED:
            counts["changed"] += 1
            _open(element, element)
        elif name.endswith("Change"):
            counts["changed"] += 1
            _remove(element)
        elif name == "sdt":
            counts["control"] += 1
            _open(element, child(element, "sdtContent"))
        elif name in _OPENED:
            _open(element, element)
        elif name in _MARKS:
            counts["comment"] += name == "commentReference"
            _remove(element)
        elif name == "highlight":
            counts["highlight"] += 1
            _remove(element)
        elif name == "vanish" and is_on(element) and (run := _run_of(element)) is not None:
            counts["hidden"] += 1
            _remove(run)


def _without_marks_of_saving(element: etree._Element) -> None:
    """Word's numbers of who wrote what in which sitting."""
    for key in [key for key in element.keys() if "}rsid" in str(key)]:  # noqa: SIM118 - lxml's elements
        del element.attrib[key]


def _run_of(element: etree._Element) -> etree._Element | None:
    """The run whose own property this is, not that of a paragraph's mark."""
    properties = element.getparent()
    run = None if properties is None else properties.getparent()
    return run if run is not None and word(run) == "r" else None


def _refuse(element: etree._Element) -> None:
    """What was deleted goes; a mark on a row or a paragraph's end takes the row, or the empty paragraph."""
    holder = element.getparent()
    _remove(element)
    if holder is None or len(element):
        return
    above = holder.getparent()
    if word(holder) == "trPr" and above is not None:
        _remove(above)
    elif word(holder) == "rPr" and above is not None and word(above) == "pPr":
        paragraph = above.getparent()
        if paragraph is not None and not _holds_anything(paragraph) and _may_go(paragraph):
            _remove(paragraph)


def _holds_anything(paragraph: etree._Element) -> bool:
    return any(word(one) in ("t", "tab", "br", "drawing", "pict", "sectPr") for one in _kept(paragraph))


def _kept(paragraph: etree._Element) -> Iterator[etree._Element]:
    """What is in a paragraph apart from what is deleted in it."""
    for one in paragraph.iter("*"):
        if not any(word(above) in _REFUSED for above in one.iterancestors()):
            yield one


def _may_go(paragraph: etree._Element) -> bool:
    """Whether its holder, a cell perhaps, still ends with a paragraph without it."""
    following = paragraph.getnext()
    previous = paragraph.getprevious()
    return any(one is not None and word(one) == "p" for one in (following, previous))


def _open(element: etree._Element, content: etree._Element | None) -> None:
    """What is inside stands in the element's own place."""
    for inner in [] if content is None else list(content):
        element.addprevious(inner)
    _remove(element)


def _remove(element: etree._Element) -> None:
    holder = element.getparent()
    if holder is not None:
        holder.remove(element)
