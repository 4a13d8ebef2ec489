"""A template with another emblem or without its dotted lines."""

from __future__ import annotations

import re
from dataclasses import replace
from gettext import gettext as _
from typing import Literal

from memogen.errors import InputError
from memogen.findings import Finding
from memogen.render.package import pointed_at, target_of
from memogen.render.reading import Template

NAME = "ตราครุฑ"
PART = "word/media/memogen-emblem.png"
_DRAWING = re.compile(r"<w:drawing\b(?:(?!</w:drawing>).)*</w:drawing>", re.DOTALL)
_NAMED = re.compile(rf'<wp:docPr\b[^>]*\sname="{NAME}"')
_EXTENT = re.compile(r'(<(?:wp:extent|a:ext)\b[^>]*?\bcx=")\d+("\s+cy=")(\d+)(")')
_PICTURE = re.compile(r'<a:blip\b[^>]*\br:embed="([^"]+)"')
_DOTS = re.compile(r'<w:u\s+w:val="dotted"[^>]*/>')


def with_emblem(template: Template, png: bytes | Literal[False] | None, *, file: str = "") -> Template:
    """The template with `png` as its emblem: as high as before, as wide as the picture's shape asks.

    The emblem is the picture that Word calls ตราครุฑ. None leaves it, False takes it away; a template
    without one stays as it is. InputError when `png` (from `file`) is no PNG.
    """
    if png is None:
        return template
    aspect = _aspect(png, file) if png is not False else 1.0
    parts, sources = dict(template.parts), dict(template.sources)
    for name, source in template.sources.items():
        for drawing in _DRAWING.findall(source):
            if not _NAMED.search(drawing):
                continue
            sources[name] = sources[name].replace(drawing, _sized(drawing, aspect) if png else "")
            picture = _PICTURE.search(drawing)
            if png and picture and target_of(parts, name, picture[1]):
                parts = pointed_at(parts, name, picture[1], PART) | {PART: png}
    return replace(template, parts=parts, sources=sources)


def without_dots(template: Template) -> Template:
    """The template without the dotted lines under its fields; some offices print none."""
    undotted = {name: _DOTS.sub("", source) for name, source in template.sources.items()}
    styles = template.parts.get("word/styles.xml", b"").decode("utf-8")
    parts = (
        {**template.parts, "word/styles.xml": _DOTS.sub("", styles).encode()} if styles else template.parts
    )
    return replace(template, parts=parts, sources=undotted)


def _sized(drawing: str, aspect: float) -> str:
    def size(extent: re.Match[str]) -> str:
        return f"{extent[1]}{round(int(extent[3]) * aspect)}{extent[2]}{extent[3]}{extent[4]}"

    return _EXTENT.sub(size, drawing)


def _aspect(png: bytes, file: str) -> float:
    """Width over height, from the first chunk of a PNG."""
    width, height = int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")
    if png[:8] != b"\x89PNG\r\n\x1a\n" or png[12:16] != b"IHDR" or not (width and height):
        message = _("ไฟล์ตราไม่ใช่ภาพ PNG")
        raise InputError(Finding(code="M12", file=file, message=message, hint=_("บันทึกภาพเป็น PNG แล้วทำใหม่")))
    return width / height
