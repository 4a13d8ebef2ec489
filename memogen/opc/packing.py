"""A package put together from parts of another: relationships read and written, what they lead to kept."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import TYPE_CHECKING

from memogen.ooxml import RELATIONSHIPS
from memogen.opc.markup import CONTENT_TYPES, xml

if TYPE_CHECKING:
    from lxml import etree

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATION = f"{{{_PACKAGE}/relationships}}Relationship"
_OVERRIDE = f"{{{_PACKAGE}/content-types}}Override"


def relations_of(part: str) -> str:
    """The name of a part's relationships; those of the package itself are `relations_of("")`."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def kind_of(relation: etree._Element) -> str:
    """`styles`, `header`, `image` …: the last word of a relationship's type."""
    return relation.get("Type", "").rpartition("/")[2]


def target_of(part: str, relation: etree._Element) -> str:
    """The part that a relationship of `part` leads to; an address outside the package as it stands."""
    target = relation.get("Target", "")
    if relation.get("TargetMode") == "External":
        return target
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")


def relate(relations: etree._Element, name: str, kind: str, part: str) -> None:
    """Adds a relationship of an office document's kind to a part of the package."""
    from lxml import etree

    etree.SubElement(relations, _RELATION, Id=name, Type=f"{RELATIONSHIPS}/{kind}", Target=f"/{part}")


def declare(types: etree._Element, part: str, content_type: str) -> None:
    """Adds a part to the list of contents."""
    from lxml import etree

    etree.SubElement(types, _OVERRIDE, PartName=f"/{part}", ContentType=content_type)


def reachable(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts that the package's relationships lead to, and no others in its list of contents."""
    reached, waiting = {CONTENT_TYPES}, [""]
    while waiting:
        part = waiting.pop()
        relations = relations_of(part)
        if relations not in parts:
            continue
        reached.add(relations)
        for relation in xml(parts[relations], file="", part=relations):
            target = target_of(part, relation)
            if target in parts and target not in reached:
                reached.add(target)
                waiting.append(target)
    types = xml(parts[CONTENT_TYPES], file="", part=CONTENT_TYPES)
    for override in list(types.iter(_OVERRIDE)):
        if override.get("PartName", "").lstrip("/") not in reached:
            types.remove(override)
    return {name: parts[name] for name in parts if name in reached} | {CONTENT_TYPES: serialised(types)}


def serialised(root: etree._Element) -> bytes:
    """A part's XML as Office programs declare it."""
    from lxml import etree

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
