"""The parts around a template's text: what its author's Word left goes, room for ours is made."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from memogen import opc
from memogen.ooxml import RELATIONSHIPS
from memogen.opc.packing import relations_of, serialised
from memogen.render.properties import APP, APP_XML, CORE, CUSTOM

if TYPE_CHECKING:
    from lxml import etree

DOCUMENT = "word/document.xml"
DOCUMENT_RELATIONS = "word/_rels/document.xml.rels"
_TYPES, _ROOT = "[Content_Types].xml", "_rels/.rels"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATION = f"{{{_PACKAGE}/relationships}}Relationship"
_TYPE = f"{{{_PACKAGE}/content-types}}"
# Properties, thumbnail and comments of whoever made the template, and a second set of styles that disagrees
# with the first (reliability page, section 5).
_LEFT_BEHIND = re.compile(r"docProps/.*|word/(comments\w*|people|stylesWithEffects)\.xml|.*/thumbnail\.\w+")
_OURS = {
    CORE: (f"{_PACKAGE}/relationships/metadata/core-properties", "package.core-properties"),
    APP: (f"{RELATIONSHIPS}/extended-properties", "officedocument.extended-properties"),
}


def prepared(parts: Mapping[str, bytes], *, file: str) -> dict[str, bytes]:
    """The parts of a template without what is left behind, and with places for our properties and PNGs."""
    dropped = {name for name in parts if _LEFT_BEHIND.fullmatch(name)}
    kept = {name: content for name, content in parts.items() if name not in dropped}
    kept.setdefault(DOCUMENT_RELATIONS, f'<Relationships xmlns="{_PACKAGE}/relationships"/>'.encode())
    for name in [name for name in kept if name.endswith(".rels")]:
        root = opc.xml(kept[name], file=file, part=name)
        for relation in list(root.iter(_RELATION)):
            if _target(name, relation) in dropped:
                root.remove(relation)
        if name == _ROOT:
            for number, (part, (kind, _)) in enumerate(_OURS.items(), start=1):
                _relate(root, f"rIdMemogen{number}", kind, part)
        kept[name] = serialised(root)
    kept[_TYPES] = _types(opc.xml(kept[_TYPES], file=file, part=_TYPES), dropped)
    return kept | {APP: APP_XML}


def _types(root: etree._Element, dropped: set[str]) -> bytes:
    from lxml import etree

    for override in list(root.iter(f"{_TYPE}Override")):
        if override.get("PartName", "").lstrip("/") in dropped:
            root.remove(override)
    if "png" not in {default.get("Extension", "").lower() for default in root.iter(f"{_TYPE}Default")}:
        root.insert(0, etree.Element(f"{_TYPE}Default", Extension="png", ContentType="image/png"))
    for part, (_, kind) in _OURS.items():
        _declare(root, part, kind)
    return serialised(root)


def _declare(types: etree._Element, part: str, kind: str) -> None:
    from lxml import etree

    content = f"application/vnd.openxmlformats-{kind}+xml"
    etree.SubElement(types, f"{_TYPE}Override", PartName=f"/{part}", ContentType=content)


def headers_and_footers(parts: Mapping[str, bytes], *, file: str) -> Iterator[tuple[str, str]]:
    """Part name and kind, `header` or `footer`, in the order of the document's relationships."""
    root = opc.xml(parts[DOCUMENT_RELATIONS], file=file, part=DOCUMENT_RELATIONS)
    for relation in root.iter(_RELATION):
        kind = relation.get("Type", "").rpartition("/")[2]
        target = _target(DOCUMENT_RELATIONS, relation)
        if kind in ("header", "footer") and target in parts:
            yield target, kind


def target_of(parts: Mapping[str, bytes], part: str, relation: str) -> str:
    """The part that a relationship of another part leads to, or an empty string."""
    name = relations_of(part)
    root = opc.xml(parts[name], file="", part=name) if name in parts else []
    return next((_target(name, found) for found in root if found.get("Id") == relation), "")


def pointed_at(parts: Mapping[str, bytes], part: str, relation: str, target: str) -> dict[str, bytes]:
    """The parts with one relationship of a part leading to another part of the package."""
    name = relations_of(part)
    root = opc.xml(parts[name], file="", part=name)
    for found in root.iter(_RELATION):
        if found.get("Id") == relation:
            found.set("Target", f"/{target}")
    return {**parts, name: serialised(root)}


def with_media(parts: Mapping[str, bytes], media: Mapping[str, tuple[str, bytes]]) -> dict[str, bytes]:
    """The parts that change when pictures join the document: relation id -> (part name, PNG or JPEG)."""
    from lxml import etree

    root = opc.xml(parts[DOCUMENT_RELATIONS], file="", part=DOCUMENT_RELATIONS)
    taken = {found.get("Id") for found in root.iter(_RELATION)}
    for relation, (part, _) in media.items():
        if relation in taken or part in parts:
            raise ValueError(f"{relation} {part}: already in the template")
        _relate(root, relation, f"{RELATIONSHIPS}/image", f"/{part}")
    changed = {DOCUMENT_RELATIONS: serialised(root)} | dict(media.values())
    types = opc.xml(parts[_TYPES], file="", part=_TYPES)
    known = {default.get("Extension") for default in types.iter(f"{_TYPE}Default")}
    if "jpeg" not in known and any(part.endswith(".jpeg") for part, _content in media.values()):
        types.insert(0, etree.Element(f"{_TYPE}Default", Extension="jpeg", ContentType="image/jpeg"))
        changed[_TYPES] = serialised(types)
    return changed


def with_custom(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts that change when custom properties join the package."""
    relations = opc.xml(parts[_ROOT], file="", part=_ROOT)
    _relate(relations, "rIdMemogenCustom", f"{RELATIONSHIPS}/custom-properties", CUSTOM)
    types = opc.xml(parts[_TYPES], file="", part=_TYPES)
    _declare(types, CUSTOM, "officedocument.custom-properties")
    return {_ROOT: serialised(relations), _TYPES: serialised(types)}


def _target(relations: str, relation: etree._Element) -> str:
    target = relation.get("Target", "")
    if relation.get("TargetMode") == "External" or target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(posixpath.dirname(relations)), target))


def _relate(root: etree._Element, relation: str, kind: str, target: str) -> None:
    from lxml import etree

    etree.SubElement(root, _RELATION, Id=relation, Type=kind, Target=target)
