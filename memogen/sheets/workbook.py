"""One sheet of an xlsx as a grid."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO
from xml.etree import ElementTree

from memogen import opc
from memogen.errors import InputError
from memogen.sheets import refusals
from memogen.sheets.formats import percent_styles
from memogen.sheets.grid import Grid
from memogen.sheets.scan import look_through
from memogen.sheets.table import Place
from memogen.sheets.values import Raw

_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_STYLES = "xl/styles.xml"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_NEEDED = {
    "[content_types].xml",
    "_rels/.rels",
    _WORKBOOK,
    _RELATIONS,
    _STYLES,
    "xl/sharedstrings.xml",
}


def read_sheet(content: bytes, *, file: str, sheet: str | None) -> Grid:
    """The grid of the sheet of this name, or of the first one that is not hidden.

    Raises InputError: K01 to K09 for the package, X03 for a name not in the book, X04 for values beyond
    the bounds, X05 for what calamine cannot read.
    """
    parts = opc.read_package(content, file=file)
    sheets = sheets_of(parts, file)
    name = _chosen(sheets, sheet, file)
    (grid,) = grids_of(parts, {name: sheets[name]}, file)
    return grid


def grids_of(parts: Mapping[str, bytes], sheets: Mapping[str, Sheet], file: str) -> Iterator[Grid]:
    """The grids of these sheets, one after the other, hidden ones too.

    Raises InputError as `read_sheet`.
    """
    percents = percent_styles(parts.get(_STYLES, b""), file=file)
    for name, sheet in sheets.items():
        seen = look_through(parts[sheet.part], percents, file=file, sheet=name)
        rows, merges = values_of(book_of(parts, sheet.part), name, file)
        yield Grid(
            file=file,
            sheet=name,
            rows=rows,
            merges=merges,
            troubles=seen.troubles,
            percents=seen.percents,
            hidden_rows=frozenset(seen.hidden_rows),
            hidden_columns=frozenset(seen.hidden_columns),
            is_visible=sheet.is_visible,
        )


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet: its part of the package, and whether its tab is in sight."""

    part: str
    is_visible: bool


def sheets_of(parts: Mapping[str, bytes], file: str) -> dict[str, Sheet]:
    """The worksheets by name, in the order of their tabs."""
    targets = {
        relation.get("Id"): relation.get("Target", "")
        for relation in _root(parts, _RELATIONS, file).iter(f"{_PACKAGE}Relationship")
        if relation.get("Type", "").endswith("/worksheet")
    }
    sheets: dict[str, Sheet] = {}
    for element in _root(parts, _WORKBOOK, file).iter():
        target = next((targets.get(value) for key, value in element.items() if key.endswith("}id")), None)
        if target is None or not element.tag.endswith("}sheet"):
            continue
        name = element.get("name", "")
        part = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        if name in sheets or part not in parts:
            raise InputError(refusals.damaged(file, name, part))
        sheets[name] = Sheet(part, element.get("state", "visible") == "visible")
    return sheets


def _root(parts: Mapping[str, bytes], part: str, file: str) -> ElementTree.Element:
    try:
        return ElementTree.fromstring(parts[part])  # read_package has refused all entities
    except (KeyError, ElementTree.ParseError) as error:
        raise InputError(refusals.damaged(file, "", part)) from error


def _chosen(sheets: Mapping[str, Sheet], wanted: str | None, file: str) -> str:
    if wanted is None:
        wanted = next((name for name, sheet in sheets.items() if sheet.is_visible), "")
    if wanted not in sheets:
        raise InputError(refusals.unknown_sheet(file, wanted, list(sheets)))
    return wanted


def book_of(parts: Mapping[str, bytes], sheet: str) -> BinaryIO:
    """A workbook of this one sheet and what it needs, for calamine: so it can read nothing else.

    Its parts are those that have been looked at, not deflated, since they are read at once.
    """
    book = io.BytesIO()
    with zipfile.ZipFile(book, "w") as package:
        for name, content in parts.items():
            if name == sheet or name.lower() in _NEEDED:
                package.writestr(name, content)
    book.seek(0)
    return book


def values_of(
    book: BinaryIO, name: str, file: str
) -> tuple[Sequence[Sequence[Raw]], Sequence[tuple[Place, Place]]]:
    """What stands on the sheet of this name, and the corners of its merged cells; X05 if calamine cannot."""
    from python_calamine import CalamineWorkbook

    try:
        sheet = CalamineWorkbook.from_filelike(book).get_sheet_by_name(name)
        return sheet.to_python(skip_empty_area=False), sheet.merged_cell_ranges or ()
    except BaseException as error:  # a panic in Rust comes as one
        if isinstance(error, (KeyboardInterrupt, SystemExit, MemoryError)):
            raise
        raise InputError(refusals.damaged(file, name, str(error))) from error
