"""The pictures of a paragraph: how large, in what proportion, and where on the page."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from memogen.paper import Picture, Region, Sheet
from memogen.proof.markup import children, local, millimetres, word
from memogen.proof.package import Package

if TYPE_CHECKING:
    from lxml import etree

_EMU_PER_MM = 36_000
_WHOLE = re.compile(r"-?[0-9]{1,12}")
_THOUSANDTHS = 100_000
"""A crop is counted in thousandths of a per cent."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """A picture as its drawing describes it; `image` is the relation's id, `cut` what cropping did to it."""

    width_mm: float
    height_mm: float
    left_mm: float | None = None
    top_mm: float | None = None
    image: str = ""
    cut: float = 1.0
    name: str = ""


def pictures_of(
    drawing: etree._Element, *, package: Package, part: str, sheet: Sheet | None, region: Region, passage: int
) -> Iterator[Picture]:
    """The picture of a `w:drawing`, those of a `w:pict` or `w:object`; shapes without an image are none."""
    frames = _drawn(drawing, sheet) if word(drawing) == "drawing" else _in_vml(drawing, sheet)
    for frame in frames:
        relation = package.relations(part).get(frame.image)
        natural = natural_ratio(package.parts[relation.target]) if relation else None
        yield Picture(
            width_mm=frame.width_mm,
            height_mm=frame.height_mm,
            natural_ratio=None if natural is None else round(natural * frame.cut, 4),
            left_mm=frame.left_mm,
            top_mm=frame.top_mm,
            region=region,
            passage=passage,
            name=frame.name,
        )


def _inside(element: etree._Element) -> Iterator[etree._Element]:
    """Every element inside but for those of text boxes, whose pictures belong to paragraphs of their own."""
    pending = list(reversed(children(element)))
    while pending:
        inner = pending.pop()
        if word(inner) != "txbxContent":
            yield inner
            pending += reversed(children(inner))


# --- DrawingML ------------------------------------------------------------------------------------


def _drawn(drawing: etree._Element, sheet: Sheet | None) -> Iterator[_Frame]:
    """One frame for a drawing, whose image is told only where it holds one alone."""
    for holder in drawing:
        found: dict[str, etree._Element] = {}
        images = 0
        for inner in _inside(holder):
            images += local(inner) == "blip"
            found.setdefault(local(inner), inner)
        if not images or "extent" not in found:
            continue
        width, height = (_emu(found["extent"].get(name)) or 0.0 for name in ("cx", "cy"))
        is_anchored = local(holder) == "anchor" and sheet is not None
        yield _Frame(
            width_mm=width,
            height_mm=height,
            left_mm=_across(found.get("positionH"), width, sheet) if is_anchored and sheet else None,
            top_mm=_down(found.get("positionV"), height, sheet) if is_anchored and sheet else None,
            image=_image(found["blip"]) if images == 1 else "",
            cut=_cut(found.get("srcRect")),
            name=str(found["docPr"].get("name", "")) if "docPr" in found else "",
        )


def _image(element: etree._Element) -> str:
    """The relation that the image is found by, in whichever namespace."""
    keys = ("embed", "id")
    return next((str(value) for key, value in element.items() if str(key).rpartition("}")[2] in keys), "")


def _cut(crop: etree._Element | None) -> float:
    """By how much cropping makes a picture wider in proportion."""
    if crop is None:
        return 1.0
    sides = {side: _number(crop.get(side)) / _THOUSANDTHS for side in ("l", "t", "r", "b")}
    width, height = 1 - sides["l"] - sides["r"], 1 - sides["t"] - sides["b"]
    return width / height if width > 0 and height > 0 else 1.0


def _across(position: etree._Element | None, width: float, sheet: Sheet) -> float | None:
    """From the page's left edge, if the position is counted from the page or its margins."""
    text_width = sheet.width_mm - sheet.left_mm - sheet.right_mm
    starts = {
        "page": (0.0, sheet.width_mm),
        "margin": (sheet.left_mm, text_width),
        "column": (sheet.left_mm, text_width),
        "leftMargin": (0.0, sheet.left_mm),
        "rightMargin": (sheet.width_mm - sheet.right_mm, sheet.right_mm),
    }
    return _placed(position, width, starts)


def _down(position: etree._Element | None, height: float, sheet: Sheet) -> float | None:
    """From the page's top edge, if the position is counted from the page or its margins."""
    text_height = sheet.height_mm - sheet.top_mm - sheet.bottom_mm
    starts = {
        "page": (0.0, sheet.height_mm),
        "margin": (sheet.top_mm, text_height),
        "topMargin": (0.0, sheet.top_mm),
        "bottomMargin": (sheet.height_mm - sheet.bottom_mm, sheet.bottom_mm),
    }
    return _placed(position, height, starts)


def _placed(
    position: etree._Element | None, size: float, starts: Mapping[str, tuple[float, float]]
) -> float | None:
    if position is None or position.get("relativeFrom") not in starts:
        return None
    start, room = starts[str(position.get("relativeFrom"))]
    for way in position:
        if local(way) == "posOffset":
            offset = _emu(way.text)
            return None if offset is None else round(start + offset, 2)
        if local(way) == "align":
            share = {"left": 0.0, "top": 0.0, "center": 0.5, "right": 1.0, "bottom": 1.0}.get(way.text or "")
            return None if share is None else round(start + (room - size) * share, 2)
    return None


def _number(text: object) -> int:
    found = _WHOLE.fullmatch(str(text or ""))
    return int(found[0]) if found else 0


def _emu(text: object) -> float | None:
    found = _WHOLE.fullmatch(str(text or "").strip())
    return round(int(found[0]) / _EMU_PER_MM, 2) if found else None


# --- VML, of Word before 2010 ---------------------------------------------------------------------


def _in_vml(pict: etree._Element, sheet: Sheet | None) -> Iterator[_Frame]:
    """A frame for each shape with an image."""
    for shape in _inside(pict):
        image = next((inner for inner in shape if local(inner) == "imagedata"), None)
        if image is None:
            continue
        said = _style(str(shape.get("style", "")))
        yield _Frame(
            width_mm=millimetres(said.get("width", ""), 1.0) or 0.0,
            height_mm=millimetres(said.get("height", ""), 1.0) or 0.0,
            left_mm=_vml_place(said, "left", "horizontal", sheet.left_mm if sheet else 0.0),
            top_mm=_vml_place(said, "top", "vertical", sheet.top_mm if sheet else 0.0),
            image=_image(image),
            name=str(shape.get("alt") or shape.get("id") or ""),
        )


def _style(text: str) -> dict[str, str]:
    pairs = (rule.partition(":") for rule in text[:2_000].split(";"))
    return {name.strip(): value.strip() for name, _colon, value in pairs}


def _vml_place(said: Mapping[str, str], side: str, way: str, margin: float) -> float | None:
    if said.get("position") != "absolute":
        return None
    offset = millimetres(said.get(f"margin-{side}", "") or said.get(side, ""), 1.0)
    start = {"page": 0.0, "margin": margin}.get(said.get(f"mso-position-{way}-relative", ""))
    return None if offset is None or start is None else round(start + offset, 2)


# --- images ---------------------------------------------------------------------------------------

_PNG, _JPEG, _GIF = b"\x89PNG\r\n\x1a\n", b"\xff\xd8", b"GIF8"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The markers of a JPEG after which its size stands."""


def natural_ratio(data: bytes) -> float | None:
    """Width to height of an image by its own header: PNG, JPEG or GIF; None for others."""
    width, height = 0, 0
    if data.startswith(_PNG) and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
    elif data.startswith(_GIF) and len(data) >= 10:
        width, height = struct.unpack("<HH", data[6:10])
    elif data.startswith(_JPEG):
        width, height = _jpeg_size(data)
    return width / height if width and height else None


def _jpeg_size(data: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        if marker == 0xFF:  # filling
            at += 1
        else:
            at += 2 + max(length, 2)
    return 0, 0
