"""The printed stamp laid upon the first page of a copy of a PDF."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from memogen.errors import InputError, MemogenError
from memogen.stamp import refusals
from memogen.stamp.box import PLACE, Place

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader, PdfWriter

_MM_PER_PT = 25.4 / 72
_END = b"%%EOF"
_END_WITHIN = 4096  # some programs leave rubbish after the end
_STAMP = "/MemogenStamp"

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # its remarks are not for the officer


def overlay_pdf(content: bytes, stamp_page: bytes, *, file: str) -> bytes:
    """A copy of the PDF with the stamp in the top right corner of its first page, as a reader sees that page.

    `stamp_page` is the PDF of `stamp_page_docx`. The page's own content and all other pages stay as they
    are; a letter that carries stamps of ours gets this one under them. Raises InputError: Y08 damaged or no
    PDF, Y09 encrypted, Y10 digitally signed, Y11 the page has no room.
    """
    from pypdf import PdfReader, PdfWriter

    with _told(file):
        reader = _opened(content, file)
        writer = PdfWriter(clone_from=reader)
        if reader.pdf_header.startswith("%PDF-"):
            writer.pdf_header = reader.pdf_header
        page = writer.pages[0]
        form = _form(PdfReader(io.BytesIO(stamp_page)).pages[0], writer)
        resources, drawings = _own_resources(page)
        stamps = sum(name.startswith(_STAMP) for name in drawings)
        matrix = _matrix(page, PLACE.below(stamps), file)
        name = f"{_STAMP}{stamps + 1}"
        _draw(page, writer, f"q {' '.join(f'{value:.5f}' for value in matrix)} cm {name} Do Q")
        drawings[_name(name)] = writer._add_object(form)
        page[_name("/Resources")] = resources
        out = io.BytesIO()
        writer.write(out)
    return out.getvalue()


@contextmanager
def _told(file: str) -> Iterator[None]:
    """A file that pypdf stumbles over is damaged, whatever the error it lets out."""
    try:
        yield
    except MemogenError:
        raise
    except Exception as error:
        raise InputError(refusals.damaged_pdf(file, str(error))) from error


def _opened(content: bytes, file: str) -> PdfReader:
    from pypdf import PdfReader

    if _END not in content[-_END_WITHIN:]:
        raise InputError(refusals.damaged_pdf(file, ""))
    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted:
        raise InputError(refusals.locked_pdf(file))
    fields = reader.get_fields() or {}
    if any(field.get("/FT") == "/Sig" and field.get("/V") for field in fields.values()):
        raise InputError(refusals.signed_pdf(file))
    return reader


def _name(name: str) -> Any:
    from pypdf.generic import NameObject

    return NameObject(name)


def _form(stamp_page: PageObject, writer: PdfWriter) -> Any:
    """The stamp's page as a drawing that begins at the origin, in points, with its fonts."""
    from pypdf.generic import ArrayObject, DecodedStreamObject, FloatObject

    contents = stamp_page.get_contents()
    form = DecodedStreamObject()
    form.set_data(contents.get_data() if contents is not None else b"")
    left, bottom, right, top = _corners(stamp_page.mediabox)
    across = PLACE.width_mm / _MM_PER_PT / (right - left)
    up = PLACE.height_mm / _MM_PER_PT / (top - bottom)
    form[_name("/Type")] = _name("/XObject")
    form[_name("/Subtype")] = _name("/Form")
    form[_name("/BBox")] = ArrayObject(map(FloatObject, (left, bottom, right, top)))
    form[_name("/Matrix")] = ArrayObject(map(FloatObject, (across, 0, 0, up, -left * across, -bottom * up)))
    form[_name("/Resources")] = _dictionary(stamp_page, "/Resources").clone(writer)
    return form.flate_encode()


def _own_resources(page: PageObject) -> tuple[Any, Any]:
    """The page's resources and the drawings in them, copied: other pages may use the same ones."""
    from pypdf.generic import DictionaryObject

    resources = DictionaryObject(_dictionary(page, "/Resources"))
    drawings = DictionaryObject(_dictionary(resources, "/XObject"))
    resources[_name("/XObject")] = drawings
    return resources, drawings


def _dictionary(owner: Any, key: str) -> Any:
    from pypdf.generic import DictionaryObject

    return owner[key].get_object() if key in owner else DictionaryObject()


def _matrix(page: PageObject, place: Place, file: str) -> tuple[float, float, float, float, float, float]:
    """From the stamp's points to its place on the page as it is shown: cropped, turned and scaled."""
    left, bottom, right, top = _shown(page)
    unit = float(page.get("/UserUnit", 1))  # points
    turn = page.rotation % 360
    wide, high = (side * unit * _MM_PER_PT for side in (right - left, top - bottom))
    across, down = (high, wide) if turn in (90, 270) else (wide, high)
    place.check_fits(across, down, file=file)
    x = place.left_mm(across) / _MM_PER_PT / unit
    y = (down - place.top_mm - place.height_mm) / _MM_PER_PT / unit
    scale = 1 / unit
    return {
        0: (scale, 0, 0, scale, left + x, bottom + y),
        90: (0, scale, -scale, 0, right - y, bottom + x),
        180: (-scale, 0, 0, -scale, right - x, top - y),
        270: (0, -scale, scale, 0, left + y, top - x),
    }[turn]


def _shown(page: PageObject) -> tuple[float, float, float, float]:
    """What a reader sees of the sheet: the crop box as far as it lies within the sheet."""
    sheet, crop = _corners(page.mediabox), _corners(page.cropbox)
    left, bottom = max(sheet[0], crop[0]), max(sheet[1], crop[1])
    right, top = min(sheet[2], crop[2]), min(sheet[3], crop[3])
    return (left, bottom, right, top) if left < right and bottom < top else sheet


def _corners(rectangle: Any) -> tuple[float, float, float, float]:
    """Left, bottom, right, top, whichever two corners the file names."""
    x1, y1, x2, y2 = map(float, rectangle)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _draw(page: PageObject, writer: PdfWriter, last: str) -> None:
    """Adds a last stroke to the page, drawn as on a fresh sheet whatever the content before has set."""
    from pypdf.generic import ArrayObject, NullObject

    raw = page.raw_get("/Contents") if "/Contents" in page else NullObject()
    own = raw.get_object()
    streams = list(own) if isinstance(own, ArrayObject) else [] if isinstance(own, NullObject) else [raw]
    missing, open_ = _unbalanced(page)
    before, after = "q\n" * (1 + missing), "\nQ" * (1 + open_)
    page[_name("/Contents")] = ArrayObject(
        [_stream(before, writer), *streams, _stream(f"{after}\n{last}\n", writer)]
    )


def _stream(content: str, writer: PdfWriter) -> Any:
    from pypdf.generic import DecodedStreamObject

    stream = DecodedStreamObject()
    stream.set_data(content.encode("ascii"))
    return writer._add_object(stream)


def _unbalanced(page: PageObject) -> tuple[int, int]:
    """How many `Q` the page's content has too many, and how many `q` it leaves open at its end."""
    contents = page.get_contents()
    depth = missing = 0
    for _, operator in contents.operations if contents is not None else ():
        depth += (operator == b"q") - (operator == b"Q")
        missing, depth = missing + (depth < 0), max(depth, 0)
    return missing, depth
