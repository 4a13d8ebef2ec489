"""What in a Word file acts, or reaches out of it, when it is opened (reliability page, 4.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from memogen.errors import InputError
from memogen.findings import Finding, Severity
from memogen.opc import dangers
from memogen.opc.fields import instructions
from memogen.opc.markup import CONTENT_TYPES, is_foreign_markup, is_markup, xml

if TYPE_CHECKING:
    from lxml import etree

_SAFE_LINK = re.compile(r"https?://|mailto:|#", re.IGNORECASE)
_KNOWN_SUFFIXES = re.compile(r"\.(xml|rels|vml|png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|odttf)$", re.IGNORECASE)
_ACTIVE_NAME = re.compile(r"(?i)vbaproject|(^|/)(activeX|ctrlProps|customUI|embeddings)/|\.bin$")
_ACTIVE_TYPE = re.compile(r"(?i)macroEnabled|vbaProject|activeX|oleObject|customUI")
_ACTIVE_RELATION = re.compile(
    r"attachedTemplate|aFChunk|subDocument|oleObject|package|control|activeXControlBinary"
    r"|vbaProject|wordVbaData|ctrlProp|extensibility|frame"
)
_ACTIVE_ELEMENTS = frozenset({"altChunk", "subDoc", "object", "control", "OLEObject", "mailMerge"})
_ACTIVE_FIELD = re.compile(
    r"DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|EMBED|DATABASE|RD|MACROBUTTON"
    r"|AUTOTEXT|FILLIN|ASK"
)
_ACTING = (
    b"src",
    b"href",
    *(
        mark + name.encode()
        for mark in (b":", b"<")
        for name in sorted({*_ACTIVE_ELEMENTS, "fldSimple", "instrText", "delInstrText"})
    ),
)
"""How the elements that act are named, and the attributes of VML that reach out; XML has no disguise for
names, but one for values such as a namespace."""
_LARGE = 32 * 1024
_TOKEN = re.compile(r'"[^"]*"|[^\s"]+')
_SWITCHES_WITH_ARGUMENT = frozenset({"\\l", "\\o", "\\s", "\\t"})
_VML = "{urn:schemas-microsoft-com:vml}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"


def active_content(parts: Mapping[str, bytes], *, file: str = "") -> list[Finding]:
    """Everything in `parts` that a template must not hold; an empty list for a plain document.

    K11 something fetched from outside, K12 a link to no web or mail address, K13 macros, controls or
    embedded files, K14 fields that run or fetch (QUOTE, which can hide one, is a warning), K15 markup
    that embeds, K16 a part of no known kind or a reference to a part that is not there, K07 and K08
    XML that cannot be looked into.
    """
    return [finding for name in sorted(parts) for finding in _in_part(name, parts, file)]


def _in_part(name: str, parts: Mapping[str, bytes], file: str) -> Iterator[Finding]:
    yield from _in_name(name, file)
    content = parts[name]
    if not is_markup(name, content):
        return
    if len(content) > _LARGE and not _may_act(content) and not is_foreign_markup(name, content):
        return  # the styles of a Word file take longer to parse than all else
    try:
        root = xml(content, file=file, part=name)
    except InputError as error:
        yield from error.findings
        return
    if name == CONTENT_TYPES:
        yield from _in_content_types(root, file)
    elif name.lower().endswith(".rels"):
        yield from _in_relations(root, name, parts, file)
    elif _may_act(parts[name]):
        yield from _in_elements(root, name, file)
        yield from _in_fields(root, name, file)


def _in_name(name: str, file: str) -> Iterator[Finding]:
    if _ACTIVE_NAME.search(name):
        yield dangers.embedded(file, name, name)
    elif not _KNOWN_SUFFIXES.search(name):
        yield dangers.misplaced(file, name, name)


def _in_content_types(root: etree._Element, file: str) -> Iterator[Finding]:
    for entry in root.iter("{*}Default", "{*}Override"):
        kind = entry.get("ContentType", "")
        if _ACTIVE_TYPE.search(kind):
            yield dangers.embedded(file, CONTENT_TYPES, kind)


def _in_relations(
    root: etree._Element, name: str, parts: Mapping[str, bytes], file: str
) -> Iterator[Finding]:
    for relation in root.iter("{*}Relationship"):
        kind = relation.get("Type", "").rpartition("/")[2]
        target = relation.get("Target", "")
        if relation.get("TargetMode", "").lower() == "external":
            if kind != "hyperlink":
                yield dangers.outside(file, name, target)
            elif not _SAFE_LINK.match(target.strip()):
                yield dangers.unsafe_link(file, name, target)
        elif _ACTIVE_RELATION.fullmatch(kind):
            yield dangers.embedded(file, name, f"{kind}: {target}")
        elif not (kind == "hyperlink" and target.startswith("#")) and _resolved(name, target) not in parts:
            yield dangers.misplaced(file, name, target)


def _resolved(relations: str, target: str) -> str | None:
    """The part that `target` names, seen from the part whose relations these are; None outside the package.

    By hand: posixpath.normpath would make `../../..` above the root look as if it were inside.
    """
    steps = [] if target.startswith("/") else relations.split("/")[:-2]
    for step in target.partition("#")[0].removeprefix("/").split("/"):
        if step == "..":
            if not steps:
                return None
            steps.pop()
        elif step != ".":
            steps.append(step)
    return "/".join(steps)


def _may_act(data: bytes) -> bool:
    """Whether the elements of a part have to be looked at."""
    return b"\0" in data or any(name in data for name in _ACTING)  # with zeroes it is in UTF-16


def _in_elements(root: etree._Element, name: str, file: str) -> Iterator[Finding]:
    for element in root.iter("*"):
        tag = str(element.tag)
        kind = tag.rpartition("}")[2]
        if kind in _ACTIVE_ELEMENTS:
            yield dangers.markup(file, name, kind)
        elif tag.startswith(_VML):
            sources = ("src", f"{_OFFICE}href", f"{_OFFICE}althref")
            yield from (dangers.outside(file, name, value) for key in sources if (value := element.get(key)))


def _in_fields(root: etree._Element, name: str, file: str) -> Iterator[Finding]:
    for instruction in instructions(root):
        word, *rest = _TOKEN.findall(instruction) or [""]
        word = word.upper()
        if _ACTIVE_FIELD.fullmatch(word):
            yield dangers.field(file, name, instruction, Severity.ERROR)
        elif word == "QUOTE":
            yield dangers.field(file, name, instruction, Severity.WARNING)
        elif word == "HYPERLINK" and not _SAFE_LINK.match(_address(rest)):
            yield dangers.unsafe_link(file, name, _address(rest))


def _address(tokens: list[str]) -> str:
    """Where a HYPERLINK field leads: its first token that is neither a switch nor a switch's argument."""
    after_switch = False
    for token in tokens:
        if token.startswith("\\"):
            after_switch = token.lower() in _SWITCHES_WITH_ARGUMENT
        elif after_switch:
            after_switch = False
        else:
            return token.strip('"').strip()
    return "#"  # only to a bookmark
