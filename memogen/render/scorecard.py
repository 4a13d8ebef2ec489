"""A plan's scorecard as an annex: a landscape table of dimensions, aims and KPIs with their scores."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from memogen.model import Role
from memogen.ooxml import paragraph, run
from memogen.render.blocks import Styles
from memogen.render.companions import AFTER_TABLE, page_number, paper, row, shown, table
from memogen.render.landscape import (
    CENTRED,
    MARGINS,
    RIGHT,
    SECTION,
    WIDTH_MM,
    Column,
    Merge,
    covered,
    heads,
    lines,
    merged,
    size,
)
from memogen.render.memo import styles_of
from memogen.render.properties import Properties
from memogen.render.reading import Template

_POINTS = 11
_LOOK = size(_POINTS)
_NARROWEST_MM = 15
"""Of a column of texts, whatever the figures need; the table then goes into the margin."""
_COLUMNS = (
    Column("มิติ", 20),
    Column("เป้าประสงค์ (CSF)", 25),
    Column("แผนงาน/โครงการ", 26),
    Column("ตัวชี้วัด (KPI)", 37),
    Column("หน่วยนับ", 13, CENTRED),
    *(Column(level, 7, CENTRED) for level in "๑๒๓๔๕"),
    Column("KPIs", 7.5, CENTRED),
    Column("CSFs", 8, CENTRED),
    Column("มิติ", 7.5, CENTRED),
    Column("ผลการ\nดำเนินงาน", 14, CENTRED),
    Column("ผลงานตามระดับค่าเป้าหมาย", 15, CENTRED),
    *(Column(of_what, 9, CENTRED) for of_what in ("KPIs", "CSFs", "มิติ")),
    Column("งบประมาณ\n(บาท)", 17, CENTRED),
)
"""The first four take what the others, which grow with their figures, leave."""
_TEXTS = 4
_GROUPS = (
    *(("", 1),) * 5,
    ("ระดับเป้าหมาย", 5),
    ("น้ำหนัก", 3),
    *(("", 1),) * 2,
    ("คะแนนหลัง\nถ่วงน้ำหนัก", 3),
    ("", 1),
)
_LEVEL, _SCORES, _BUDGET = 14, 15, 18  # places of columns
_DIGIT_MM, _SIGN_MM, _PADDING_MM = 1.8, 0.9, 2.2
"""What a digit of a figure takes in a size of _POINTS, what a comma or a point takes, and a cell besides."""
_FIGURE = re.compile("[^ก-ฮA-Za-z]+")


@dataclass(frozen=True, slots=True)
class _Cell:
    """A text and how its cell is merged with those above and below."""

    text: str
    down: Merge = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KpiRow:
    """A KPI as its row says it; a level that is not yet known is the words that say when it will be."""

    name: str  # with its code and who is responsible
    project: str
    measure: str
    targets: tuple[str, ...]  # of the five levels, a dash where there is none
    weight: str
    result: str
    level: str
    score: str
    budget: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CsfRows:
    """An aim and its KPIs."""

    name: str
    weight: str
    score: str
    kpis: tuple[KpiRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionRows:
    """A dimension and its aims."""

    name: str
    weight: str
    score: str
    csfs: tuple[CsfRows, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    """The scorecard as it is printed, digits of either kind; `count` says how many there are of what."""

    titles: tuple[str, ...]
    dimensions: tuple[DimensionRows, ...]
    total_name: str
    total: str
    count: str
    notes: tuple[str, ...] = ()


def scorecard_annex(annex: Annex, *, agency: str, template: Template) -> bytes:
    """The scorecard as DOCX: group cells merged, its heading on each page, total and count under it."""
    styles = styles_of(template)
    titles = [
        paragraph(run(shown(title), style=styles["เน้น"]), properties=f"<w:keepNext/>{CENTRED}")
        for title in annex.titles
    ]
    rows = list(_kpi_rows(annex))
    columns = _fitting(rows)
    widths = [column.width_mm for column in columns]
    grid = [row([cells], "<w:tblHeader/>") for cells in heads(columns, _GROUPS, _LOOK, styles)]
    grid += [row(_cells(cells, columns, styles)) for cells in rows]
    grid += _totals(annex, widths, styles)
    notes = [lines(note, style=styles[Role.TABLE_TEXT], look=_LOOK) for note in annex.notes]
    body = [
        *titles,
        table(grid, widths, style=styles["ตารางหนังสือ"], properties=MARGINS),
        *(notes or [AFTER_TABLE]),
        SECTION,
    ]
    return paper(
        template,
        "".join(body),
        header=page_number(),
        properties=Properties(title=" ".join(annex.titles), creator=agency),
    )


def _kpi_rows(annex: Annex) -> Iterator[list[_Cell]]:
    """The cells of each KPI's row; those of its groups stand in the first row of each."""
    for dimension in annex.dimensions:
        of_dimension: Merge = "restart"
        for csf in dimension.csfs:
            for place, kpi in enumerate(csf.kpis):
                of_csf: Merge = "continue" if place else "restart"
                yield [
                    _Cell(dimension.name, of_dimension),
                    _Cell(csf.name, of_csf),
                    _Cell(kpi.project, _merge_of_project(csf.kpis, place)),
                    _Cell(kpi.name),
                    _Cell(kpi.measure),
                    *map(_Cell, kpi.targets),
                    _Cell(kpi.weight),
                    _Cell(csf.weight, of_csf),
                    _Cell(dimension.weight, of_dimension),
                    _Cell(kpi.result),
                    _Cell(kpi.level),
                    _Cell(kpi.score),
                    _Cell(csf.score, of_csf),
                    _Cell(dimension.score, of_dimension),
                    _Cell(kpi.budget),
                ]
                of_dimension = "continue"


def _merge_of_project(kpis: Sequence[KpiRow], place: int) -> Merge:
    """Neighbouring KPIs of one project share its cell."""
    project = kpis[place].project
    if place and kpis[place - 1].project == project:
        return "continue"
    return "restart" if kpis[place + 1 : place + 2] and kpis[place + 1].project == project else ""


def _fitting(rows: Sequence[Sequence[_Cell]]) -> list[Column]:
    """The columns, so wide that no figure is torn."""
    columns = list(_COLUMNS)
    for place in range(_TEXTS, len(columns)):
        figures = (cells[place].text for cells in rows if _FIGURE.fullmatch(cells[place].text))
        needed = max(map(_width_mm, figures), default=0) + _PADDING_MM
        columns[place] = replace(columns[place], width_mm=max(columns[place].width_mm, needed))
    left = WIDTH_MM - sum(column.width_mm for column in columns[_TEXTS:])
    wanted = sum(column.width_mm for column in columns[:_TEXTS])
    for place in range(_TEXTS):
        width = max(columns[place].width_mm * left / wanted, _NARROWEST_MM)
        columns[place] = replace(columns[place], width_mm=width)
    return columns


def _width_mm(figure: str) -> float:
    return sum(_DIGIT_MM if char.isdigit() else _SIGN_MM for char in figure)


def _cells(cells: Sequence[_Cell], columns: Sequence[Column], styles: Styles) -> Iterator[str]:
    result, level = cells[_LEVEL - 1 : _LEVEL + 1]
    is_said_once = result == level and not _FIGURE.fullmatch(level.text)
    for place, (cell, column) in enumerate(zip(cells, columns, strict=True)):
        widths = [column.width_mm]
        if is_said_once and place == _LEVEL:
            continue
        if is_said_once and place == _LEVEL - 1:
            widths.append(columns[_LEVEL].width_mm)
        if cell.down == "continue":
            yield covered(column.width_mm)
        else:
            text = lines(cell.text, style=styles[Role.TABLE_TEXT], look=_LOOK, properties=column.align)
            yield merged(text, widths, down=cell.down)


def _totals(annex: Annex, widths: Sequence[float], styles: Styles) -> Iterator[str]:
    """The rows under the KPIs."""
    strong = styles[Role.TABLE_HEAD]
    total = lines(annex.total_name, style=strong, look=_LOOK, properties=RIGHT)
    yield row(
        [
            merged(total, widths[:_SCORES]),
            merged(lines(annex.total, style=strong, look=_LOOK), widths[_SCORES:_BUDGET]),
            merged(paragraph(), widths[_BUDGET:]),
        ]
    )
    last = lines(annex.count, style=strong, look=_LOOK, properties='<w:keepNext w:val="0"/>')
    yield row([merged(last, widths)])
