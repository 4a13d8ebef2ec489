"""A PDF as measured pages: what stands where, in millimetres from the top left corner of the sheet."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path
from typing import Any

from memogen.errors import InputError
from memogen.findings import Finding
from memogen.layout.lines import MM_PER_POINT, Line, lines_of, plain_name

RULE_HEIGHT_PT = 1.5
SAME_RULE_MM = 0.3
RULE_GAP_MM = 1.5
SHORTEST_RULE_MM = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture's frame."""

    left_mm: float
    top_mm: float
    width_mm: float
    height_mm: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A drawn horizontal line, plain or dotted; neighbouring segments are one. `top_mm` is its middle."""

    top_mm: float
    left_mm: float
    right_mm: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One sheet; `number` counts from 1, `lines` and `rules` go from top to bottom."""

    number: int
    width_mm: float
    height_mm: float
    lines: tuple[Line, ...]
    images: tuple[Image, ...]
    rules: tuple[Rule, ...]


def read_pdf(path: Path) -> tuple[Page, ...]:
    """The pages of a PDF. Raises InputError when it cannot be read."""
    with _opened(path) as document:
        return tuple(_page(document[index], index + 1) for index in range(len(document)))


def text_of(pages: Iterable[Page]) -> str:
    """All lines, one a line; pages are parted by a form feed."""
    return "\f".join("\n".join(line.text for line in page.lines) for page in pages)


def embedded_fonts(path: Path) -> dict[str, bool]:
    """Font name (without subset prefix) -> whether the PDF carries it. Raises InputError."""
    import pypdfium2.raw as pdf

    fonts: dict[str, bool] = {}
    with _opened(path) as document:
        for page in document:
            for item in page.get_objects(filter=(pdf.FPDF_PAGEOBJ_TEXT,), max_depth=5):
                font = pdf.FPDFTextObj_GetFont(item.raw)
                name = _text_of_call(pdf.FPDFFont_GetBaseFontName, font)
                fonts[plain_name(name)] = pdf.FPDFFont_GetIsEmbedded(font) == 1
    return fonts


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path.read_bytes())
    except (OSError, pypdfium2.PdfiumError) as error:
        raise InputError(_unreadable(path, str(error))) from error
    try:
        yield document
    finally:
        document.close()


def _unreadable(path: Path, reason: str) -> Finding:
    return Finding(
        code="Y06",
        file=str(path),
        message=_("เปิดไฟล์ PDF นี้ไม่ได้ ({reason})").format(reason=reason),
        hint=_("สร้างไฟล์ PDF ใหม่อีกครั้ง"),
    )


def _page(page: Any, number: int) -> Page:
    import pypdfium2.raw as pdf

    height = page.get_height()
    items = list(page.get_objects(filter=(pdf.FPDF_PAGEOBJ_PATH, pdf.FPDF_PAGEOBJ_IMAGE), max_depth=5))
    return Page(
        number=number,
        width_mm=page.get_width() * MM_PER_POINT,
        height_mm=height * MM_PER_POINT,
        lines=lines_of(page.get_textpage(), height),
        images=tuple(_image(item, height) for item in items if item.type == pdf.FPDF_PAGEOBJ_IMAGE),
        rules=_joined(
            rule for item in items if item.type == pdf.FPDF_PAGEOBJ_PATH for rule in _rules(item, height)
        ),
    )


def _text_of_call(call: Any, handle: Any) -> str:
    buffer = ctypes.create_string_buffer(128)
    call(handle, buffer, len(buffer))
    return buffer.value.decode("utf-8", "replace")


def _image(item: Any, height: float) -> Image:
    import pypdfium2.raw as pdf

    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdf.FPDFPageObj_GetBounds(item.raw, left, bottom, right, top)
    return Image(
        left_mm=left.value * MM_PER_POINT,
        top_mm=(height - top.value) * MM_PER_POINT,
        width_mm=(right.value - left.value) * MM_PER_POINT,
        height_mm=(top.value - bottom.value) * MM_PER_POINT,
    )


def _rules(item: Any, height: float) -> Iterator[Rule]:
    """The rule that a painted path is, if it is one; its bounds would add the pen's width, so its points."""
    import pypdfium2.raw as pdf

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdf.FPDFPath_GetDrawMode(item.raw, fill, stroke)
    points = _points(item)
    if not points or not (fill.value or stroke.value):
        return
    across, up = [x for x, _ in points], [y for _, y in points]
    if max(up) - min(up) <= RULE_HEIGHT_PT and max(across) > min(across):
        yield Rule(
            top_mm=(height - (max(up) + min(up)) / 2) * MM_PER_POINT,
            left_mm=min(across) * MM_PER_POINT,
            right_mm=max(across) * MM_PER_POINT,
        )


def _points(item: Any) -> list[tuple[float, float]]:
    import pypdfium2.raw as pdf

    matrix, x, y = pdf.FS_MATRIX(), ctypes.c_float(), ctypes.c_float()
    pdf.FPDFPageObj_GetMatrix(item.raw, matrix)
    points = []
    for index in range(pdf.FPDFPath_CountSegments(item.raw)):
        pdf.FPDFPathSegment_GetPoint(pdf.FPDFPath_GetPathSegment(item.raw, index), x, y)
        points.append(
            (
                matrix.a * x.value + matrix.c * y.value + matrix.e,
                matrix.b * x.value + matrix.d * y.value + matrix.f,
            )
        )
    return points


def _joined(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    joined: list[Rule] = []
    for rule in _by_height(list(rules)):
        last = joined[-1] if joined else None
        if (
            last
            and abs(last.top_mm - rule.top_mm) <= SAME_RULE_MM
            and rule.left_mm - last.right_mm <= RULE_GAP_MM
        ):
            right = max(last.right_mm, rule.right_mm)
            joined[-1] = Rule(top_mm=last.top_mm, left_mm=last.left_mm, right_mm=right)
        else:
            joined.append(rule)
    return tuple(rule for rule in joined if rule.right_mm - rule.left_mm >= SHORTEST_RULE_MM)


def _by_height(rules: Sequence[Rule]) -> list[Rule]:
    """From top to bottom, and along one height from left to right."""
    return sorted(rules, key=lambda rule: (round(rule.top_mm / SAME_RULE_MM), rule.left_mm))
