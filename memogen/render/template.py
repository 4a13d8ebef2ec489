"""A Word template in docxtpl's tags: read once, filled many times.

Codes besides those of `memogen.sandbox`: M05 a character that no document can hold · M10 a value in the
wrong kind of tag · M11 text lost on the way · M12 a file that is no Word template.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from functools import lru_cache
from typing import Any, TypeAlias

from memogen import opc, sandbox
from memogen.errors import InputError
from memogen.render.emblem import with_emblem, without_dots
from memogen.render.filling import filled
from memogen.render.moulds import escaped, moulder
from memogen.render.package import DOCUMENT, with_custom, with_media
from memogen.render.properties import Properties, custom_properties, made_by_us
from memogen.render.reading import Template, read_template, template_problems
from memogen.render.values import Blocks, Xml, exact

__all__ = [
    "Blocks",
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
    "written",
]

_Pictures: TypeAlias = "tuple[tuple[str, tuple[str, bytes]], ...]"
_packed = lru_cache(maxsize=512)(opc.packed)
"""Parts that do not change are deflated once a batch."""


def fill(
    template: Template,
    values: Mapping[str, Any],
    *,
    media: Mapping[str, tuple[str, bytes]] | None = None,
    properties: Properties | None = None,
) -> bytes:
    """The DOCX: the same bytes for the same arguments.

    `values` are plain (see `sandbox.render`) or Xml; a line break in a text becomes one in Word, a tab a tab.
    `media` are pictures for the document: relation id -> (part name, PNG). What letters of one template
    share comes first in the file. Raises InputError: M01 to M04, M08 and M09 of the sandbox, M05, M10, M11.
    """
    return written(template, values, media=media, properties=properties).whole


def written(
    template: Template,
    values: Mapping[str, Any],
    *,
    media: Mapping[str, tuple[str, bytes]] | None = None,
    properties: Properties | None = None,
) -> opc.Written:
    """The same in two: what the letters of a template share is one object."""
    if template.faults:
        raise InputError(*template_problems(template, sandbox.shape_of(values)))
    properties = properties or Properties()
    if None in map(escaped, (properties.title, properties.creator, properties.subject)):
        exact(template.name, {**values, **asdict(properties)})
    moulds, texts = moulder(template).of(values)
    if moulds:
        filled_parts = {part: mould.filled(texts) for part, mould in moulds.items()}
    else:
        given = exact(template.name, values)
        filled_parts = {part: filled(template, part, given).encode() for part in template.sources}
    own = {DOCUMENT: filled_parts.pop(DOCUMENT)} | properties.parts()
    shared = _shared(
        template, tuple(filled_parts.items()), tuple((media or {}).items()), bool(properties.custom)
    )
    packed = {name: opc.packed(name, content, quick=True) for name, content in own.items()}
    return opc.written(packed, after=shared)


@lru_cache(maxsize=16)
def _shared(
    template: Template, running: tuple[tuple[str, bytes], ...], pictures: _Pictures, custom: bool
) -> opc.Laid:
    """The file up to what each letter has for itself: with its headers and footers, and its pictures."""
    parts = {name: content for name, content in template.parts.items() if name != DOCUMENT}
    parts |= dict(running)
    parts |= with_media(template.parts, dict(pictures)) if pictures else {}
    parts |= with_custom(parts) if custom else {}
    once = {part for _relation, (part, _content) in pictures}  # few letters share one, and it may be large
    return opc.laid(
        {name: (opc.packed if name in once else _packed)(name, content) for name, content in parts.items()}
    )
