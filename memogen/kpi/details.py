"""What other sheets say of single KPIs: details, the steps of a milestone, the parts of a mean."""

from __future__ import annotations

import re
from collections.abc import Iterable

from memogen.kpi import refusals
from memogen.kpi.clerk import Clerk
from memogen.kpi.columns import Column
from memogen.kpi.figures import code_of, codes_in, figure_of, is_awaited, is_nothing, one_line
from memogen.kpi.nouns import Details, Figure, Part, Round, Step, Words
from memogen.kpi.tables import Line
from memogen.sheets.table import Cell

_DONE = {"✓", "✔", "☑", "/", "√", "true", "ใช่", "แล้ว", "ทำแล้ว", "เสร็จ", "แล้วเสร็จ", "ดำเนินการแล้ว"}
_NOT_DONE = {"☐", "✗", "✘", "x", "false", "ไม่"}
_ROUND = re.compile(r"([☐☑☒✓✔□■]) ?(รอบ ?\S+ ?เดือน)")
_TICKED = "☑☒✓✔■"


def read_details(clerk: Clerk) -> list[Details]:
    """A row for each KPI on the sheet of details; lines without a code are notes."""
    found = []
    for line in clerk.table.lines:
        code = code_of(line.own(Column.CODE))
        if not code:
            continue
        found.append(
            Details(
                code=code,
                sheet=clerk.sheet,
                cell=line.cells[Column.CODE].address,
                name=clerk.words(line, Column.NAME),
                office=clerk.text(line, Column.OFFICE),
                activity=clerk.paragraphs(line, Column.DESCRIPTION),
                formula=clerk.paragraphs(line, Column.FORMULA),
                done=_known(clerk, line, Column.DONE),
                total=_known(clerk, line, Column.TOTAL),
                percent=_known(clerk, line, Column.PERCENT),
                report=clerk.paragraphs(line, Column.REPORT),
                note=clerk.paragraphs(line, Column.NOTE),
                preparer=clerk.text(line, Column.PREPARER),
                position=clerk.text(line, Column.POSITION),
            )
        )
    return found


def _known(clerk: Clerk, line: Line, column: Column) -> Figure | None:
    entry = clerk.figure_or_later(line, column)
    return entry if isinstance(entry, Figure) else None


def rounds_in(titles: Iterable[str]) -> tuple[Round, ...]:
    """The boxes of the form: ☐ รอบ ๔ เดือน  ☑ รอบ ๖ เดือน."""
    return tuple(
        Round(one_line(name), box in _TICKED) for title in titles for box, name in _ROUND.findall(title)
    )


def read_steps(clerk: Clerk) -> dict[str, tuple[Step, ...]]:
    """The steps of each KPI; an empty code or activity is that of the line above."""
    found: dict[str, list[Step]] = {}
    code = activity = ""
    for line in clerk.table.lines:
        number = figure_of(line.cells.get(Column.STEP), clerk.sheet)
        if number is None or line.is_label:
            continue
        if new := code_of(line.cells.get(Column.CODE)):
            activity = activity if new == code else ""
            code = new
        activity = clerk.text(line, Column.ACTIVITY) or activity
        step = Step(
            activity=activity,
            number=int(number.value),
            text=clerk.text(line, Column.ITEM),
            is_done=_is_done(clerk, line.cells.get(Column.IS_DONE)),
            note=clerk.paragraphs(line, Column.NOTE),
            sheet=clerk.sheet,
            cell=number.cell,
        )
        found.setdefault(code, []).append(step)
    return {code: tuple(steps) for code, steps in found.items()}


def _is_done(clerk: Clerk, cell: Cell | None) -> bool:
    if cell is None or is_nothing(cell):
        return False
    words = Words(one_line(cell.text), clerk.sheet, cell.address)
    mark = words.text.casefold()
    if mark not in _DONE | _NOT_DONE and not is_awaited(words):
        clerk.faults.append(refusals.unknown_mark(clerk.file, words))
    return mark in _DONE


def read_parts(clerk: Clerk) -> dict[str, tuple[Part, ...]]:
    """The parts of the one KPI that the sheet's title names; totals and notes are passed over."""
    codes = codes_in(clerk.table.titles)
    if len(codes) != 1:
        return {}
    parts = [
        Part(
            name=clerk.text(line, Column.ACTIVITY),
            measure=clerk.text(line, Column.MEASURE),
            targets=clerk.targets(line),
            result=_known(clerk, line, Column.RESULT),
            percent=_known(clerk, line, Column.PART_PERCENT),
        )
        for line in clerk.table.lines
        if not line.is_label and line.own(Column.ACTIVITY)
    ]
    return {code: tuple(parts) for code in codes}
