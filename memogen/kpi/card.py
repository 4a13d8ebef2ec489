"""The rows of a scorecard made into dimensions, CSFs and KPIs."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TypeVar

from memogen.kpi import refusals
from memogen.kpi.clerk import Clerk
from memogen.kpi.columns import TARGETS, Column
from memogen.kpi.figures import code_and_name, code_of, figure_of, is_nothing, one_line, plain
from memogen.kpi.nouns import LEVELS, Csf, Details, Dimension, Figure, Kpi, Part, Scorecard, Step, Words
from memogen.kpi.tables import Line

_REQUIRED = (
    *(Column.DIMENSION, Column.CSF, Column.NAME, *TARGETS),
    *(Column.KPI_WEIGHT, Column.CSF_WEIGHT, Column.DIMENSION_WEIGHT),
)
_SCORES = (Column.DIMENSION_SCORE, Column.CSF_SCORE, Column.KPI_SCORE)
_ASIDE = re.compile("(ยอด|ผล)?รวม|คะแนน|หมายเหตุ|ที่มา")
_TOTAL = re.compile("คะแนน|รวม")
_COUNT = re.compile(r"([0-9]+) ?(มิติ|CSF|เป้าประสงค์|แผนงาน/โครงการ|โครงการ|ตัวชี้วัด|KPI)", re.IGNORECASE)
_NOUNS = {"csf": "CSF", "เป้าประสงค์": "CSF", "โครงการ": "แผนงาน/โครงการ", "kpi": "ตัวชี้วัด"}

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Beside:
    """What other sheets say of KPIs, by code."""

    details: Mapping[str, Details] = field(default_factory=dict)
    steps: Mapping[str, tuple[Step, ...]] = field(default_factory=dict)
    parts: Mapping[str, tuple[Part, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A KPI's line with the names of its groups, which stand in it or in a line above."""

    line: Line
    code: str
    name: str
    dimension: str
    csf: str
    project: str


def read_card(clerk: Clerk, beside: Beside) -> Scorecard:
    """The scorecard on the clerk's table; without columns that it must have, an empty one."""
    titles = clerk.table.titles
    if lacking := _lacking(clerk):
        clerk.faults.append(refusals.missing_columns(clerk.file, clerk.sheet, lacking))
        return Scorecard(file=clerk.file, sheet=clerk.sheet, titles=titles, dimensions=())
    rows, asides = _sorted_out(clerk)
    if not rows:
        clerk.faults.append(refusals.nothing_to_score(clerk.file, clerk.sheet))
    last = max((row.line.number for row in rows), default=0)
    below = [line for line in asides if line.number > last]
    total_name, total = next(_totals(clerk, below), ("", None))
    unknown = (refusals.unknown_column(clerk.file, clerk.sheet, cell) for cell in clerk.table.unknown)
    return Scorecard(
        file=clerk.file,
        sheet=clerk.sheet,
        titles=titles,
        dimensions=tuple(_dimensions(clerk, rows, beside)),
        notes=tuple(line.first.text for line in below),
        total=total,
        total_name=total_name,
        counts=dict(_counts(clerk, below)),
        findings=tuple(unknown),
    )


def _lacking(clerk: Clerk) -> list[str]:
    """The columns that a score cannot do without; a level may stand in for a result."""
    results = [] if Column.LEVEL in clerk.table.places else [Column.RESULT]
    return clerk.lacks([*_REQUIRED, *results])


# --- lines ----------------------------------------------------------------------------------------


def _sorted_out(clerk: Clerk) -> tuple[list[_Row], list[Line]]:
    """The lines that are KPIs, their groups filled in from above, and those that stand aside of them."""
    rows: list[_Row] = []
    asides = []
    for line in clerk.table.lines:
        code, name = _code_and_name(clerk, line)
        if code:
            rows.append(_row(clerk, line, code, name, rows))
            continue
        asides.append(line)
        unread = next(filter(None, map(line.own, (Column.NAME, *TARGETS))), None)
        if unread and not _ASIDE.match(one_line(line.first.text)):
            where = Words(one_line(unread.text), clerk.sheet, unread.address)
            clerk.faults.append(refusals.unread_row(clerk.file, where))
    return rows, asides


def _code_and_name(clerk: Clerk, line: Line) -> tuple[str, str]:
    """The code in its column, or before the name where there is none such; empty in a line that has none."""
    first, name = code_and_name(clerk.text(line, Column.NAME))
    if Column.CODE not in clerk.table.places:
        return (first, name) if line.own(Column.NAME) else ("", "")
    code = code_of(line.own(Column.CODE))
    return code, name if first == code else clerk.text(line, Column.NAME)


def _row(clerk: Clerk, line: Line, code: str, name: str, above: Sequence[_Row]) -> _Row:
    """An empty cell of a group means the group of the line above, as far as the larger group goes on."""
    dimension, csf, project = (
        clerk.text(line, column) for column in (Column.DIMENSION, Column.CSF, Column.PROJECT)
    )
    if above:
        dimension = dimension or above[-1].dimension
        if _likeness(dimension) == _likeness(above[-1].dimension):
            csf = csf or above[-1].csf
            if _likeness(csf) == _likeness(above[-1].csf):
                project = project or above[-1].project
    for text, column in ((name, Column.NAME), (dimension, Column.DIMENSION), (csf, Column.CSF)):
        if not text:
            clerk.faults.append(refusals.missing_value(clerk.file, _named(clerk, line, code), column))
    return _Row(line=line, code=code, name=name, dimension=dimension, csf=csf, project=project)


def _totals(clerk: Clerk, asides: Iterable[Line]) -> Iterator[tuple[str, Figure]]:
    """The score of the whole, as stated in a line below the KPIs, and the words of that line."""
    for line in asides:
        if _TOTAL.search(line.first.text):
            for column in _SCORES:
                if figure := figure_of(line.cells.get(column), clerk.sheet):
                    yield line.first.text, figure


def _counts(clerk: Clerk, asides: Iterable[Line]) -> Iterator[tuple[str, Figure]]:
    """How many there are of what: `รวมทั้งสิ้น ๕ มิติ ๑๔ CSF …`."""
    for line in asides:
        text = plain(line.first.text)
        if text.startswith("รวม"):
            for number, noun in _COUNT.findall(text):
                stated = Figure(Decimal(number), f"{number} {noun}", clerk.sheet, line.first.address)
                yield _NOUNS.get(noun.casefold(), noun), stated


# --- groups ---------------------------------------------------------------------------------------


def _dimensions(clerk: Clerk, rows: Sequence[_Row], beside: Beside) -> Iterator[Dimension]:
    groups = _grouped(rows, lambda row: _likeness(row.dimension))
    weights = _in_percent(_weight(clerk, group, Column.DIMENSION_WEIGHT) for group in groups)
    for group, weight in zip(groups, weights, strict=True):
        yield Dimension(
            name=group[0].dimension,
            weight=weight,
            csfs=tuple(_csfs(clerk, group, beside)),
            score=_stated(clerk, group, Column.DIMENSION_SCORE),
        )


def _csfs(clerk: Clerk, rows: Sequence[_Row], beside: Beside) -> Iterator[Csf]:
    groups = _grouped(rows, lambda row: _likeness(row.csf))
    weights = _in_percent(_weight(clerk, group, Column.CSF_WEIGHT) for group in groups)
    for group, weight in zip(groups, weights, strict=True):
        yield Csf(
            name=group[0].csf,
            weight=weight,
            kpis=tuple(_kpis(clerk, group, beside)),
            score=_stated(clerk, group, Column.CSF_SCORE),
        )


def _kpis(clerk: Clerk, rows: Sequence[_Row], beside: Beside) -> Iterator[Kpi]:
    weights = _in_percent(_weight(clerk, [row], Column.KPI_WEIGHT) for row in rows)
    for row, weight in zip(rows, weights, strict=True):
        yield _kpi(clerk, row, weight, beside)


def _kpi(clerk: Clerk, row: _Row, weight: Figure, beside: Beside) -> Kpi:
    line, where = row.line, _named(clerk, row.line, row.code)
    targets = clerk.targets(line)
    level = clerk.figure_or_later(line, Column.LEVEL)
    if isinstance(level, Figure) and level.value not in range(LEVELS + 1):
        clerk.faults.append(refusals.impossible_level(clerk.file, level))
    if not any(targets):
        clerk.faults.append(refusals.no_targets(clerk.file, where))
    return Kpi(
        code=row.code,
        name=row.name,
        cell=where.cell,
        targets=targets,
        weight=weight,
        project=row.project,
        responsible=clerk.text(line, Column.RESPONSIBLE) or clerk.text(line, Column.OFFICE),
        measure=clerk.text(line, Column.MEASURE),
        result=clerk.entry(line, Column.RESULT),
        level=level,
        score=figure_of(line.cells.get(Column.KPI_SCORE), clerk.sheet),
        budget=clerk.entry(line, Column.BUDGET),
        details=beside.details.get(row.code),
        steps=beside.steps.get(row.code, ()),
        parts=beside.parts.get(row.code, ()),
    )


def _weight(clerk: Clerk, rows: Sequence[_Row], column: Column) -> Figure:
    """The one weight of the rows' group. V05 for none, V06 for two, V03 for one that cannot be."""
    found = list({weight.cell: weight for weight in _figures(clerk, rows, column)}.values())
    for weight in found:
        if not 0 <= weight.value <= 100:
            clerk.faults.append(refusals.impossible_weight(clerk.file, weight))
        if weight.value != found[0].value:
            clerk.faults.append(refusals.two_values(clerk.file, found[0], weight, column))
    if not found:
        where = _named(clerk, rows[0].line, rows[0].code)
        if all(is_nothing(row.line.cells.get(column)) for row in rows):  # else V03 tells what stands there
            clerk.faults.append(refusals.missing_value(clerk.file, where, column))
        return Figure(Decimal(0), "", clerk.sheet, where.cell)
    return found[0]


def _stated(clerk: Clerk, rows: Sequence[_Row], column: Column) -> Figure | None:
    return next((figure_of(cell, clerk.sheet) for row in rows if (cell := row.line.cells.get(column))), None)


def _figures(clerk: Clerk, rows: Iterable[_Row], column: Column) -> Iterator[Figure]:
    for row in rows:
        if figure := clerk.figure(row.line, column):
            yield figure


def _in_percent(weights: Iterable[Figure]) -> list[Figure]:
    """Weights that add up to 1 are shares of 1, as a csv has those that a sheet shows as percent."""
    found = list(weights)
    if sum(weight.value for weight in found) != 1 or any(weight.is_percent for weight in found):
        return found
    return [replace(weight, value=weight.value * 100) for weight in found]


def _grouped(rows: Iterable[T], key: Callable[[T], Hashable]) -> list[list[T]]:
    groups: dict[Hashable, list[T]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return list(groups.values())


def _likeness(name: str) -> str:
    return plain(name).casefold()


def _named(clerk: Clerk, line: Line, code: str) -> Words:
    """Where a KPI is found, by its code."""
    cell = line.cells.get(Column.CODE) or line.cells.get(Column.NAME) or line.first
    return Words(code, clerk.sheet, cell.address)
