"""Sheets of costs: projects and courses, what each KPI's items add up to, and sums that do not add up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import groupby

from memogen.findings import Finding
from memogen.kpi import refusals
from memogen.kpi.clerk import Clerk
from memogen.kpi.columns import Column
from memogen.kpi.figures import code_of, codes_in, figure_of, one_line
from memogen.kpi.nouns import Course, Figure, Session
from memogen.kpi.tables import Line, Table

_ITEM = "ค่า"  # ค่าใช้จ่าย (บาท) ค่าวิทยากร, ค่าอาหาร …
_OVER_ITEMS = re.compile(r"ค่าใช้จ่าย ?(?:\(บาท\))? (?=ค่า)")
_BRACKETS = re.compile(r" ?\([^)]*\)")
_KIND, _STATUS = re.compile("ประเภท.*"), re.compile("สถานะ.*")
_NUMBER, _BATCH = re.compile("ที่|ข้อ|ลำดับ(?:ที่)?"), re.compile("รุ่น(?:ที่)?")
_STARTS, _ENDS = (
    re.compile("(?:ระยะเวลา ?|วันที่ ?)?(?:เริ่ม.*)"),
    re.compile("(?:ระยะเวลา ?|วันที่ ?)?(?:สิ้นสุด|ถึง).*"),
)
_PEOPLE = re.compile(r"(?:จำนวน)?ผู้.*\(คน\)")
_TOTAL = re.compile("(ยอด)?รวม")
_GRAND_TOTAL = re.compile("(ยอด)?รวม ?(ทั้งสิ้น|ทั้งหมด|ทุก.*)? ?:?")


def is_costs(table: Table) -> bool:
    """Whether the table has costs by item and their sum."""
    return Column.SUM in table.places and bool(_item_places(table))


def costs_by_kpi(clerk: Clerk) -> dict[str, tuple[Figure, ...]]:
    """What each row comes to, by KPI."""
    found: dict[str, tuple[Figure, ...]] = {}
    for code, line in _lines_with_kpi(clerk):
        if amount := _amount(clerk, line):
            found[code] = (*found.get(code, ()), amount)
    return found


def courses_by_kpi(clerk: Clerk) -> dict[str, tuple[Course, ...]]:
    """What the rows are of, by KPI; rows whose name is one merged cell, or typed once, are of one course."""
    kinds, batches = _place(clerk.table, _KIND), _place(clerk.table, _BATCH)
    found: dict[str, list[Course]] = {}
    kind, last = "", None
    for code, line in _lines_with_kpi(clerk):
        courses, name = found.setdefault(code, []), line.cells.get(Column.PROJECT)
        kind = _text_at(line, kinds) or kind
        if courses and (name == last if name else _text_at(line, batches)):
            sessions = (*courses[-1].sessions, _session(clerk, line))
            courses[-1] = replace(courses[-1], sessions=sessions)
        elif name:
            courses.append(_course(clerk, line, kind))
            last = name
    return {code: tuple(courses) for code, courses in found.items()}


def _lines_with_kpi(clerk: Clerk) -> Iterator[tuple[str, Line]]:
    """Each row with the code of its KPI; on a sheet without codes, of the one that its title names."""
    titled = codes_in(clerk.table.titles)
    code = titled.pop() if len(titled) == 1 else ""
    for line in filter(_is_row, clerk.table.lines):
        code = code_of(line.cells.get(Column.CODE)) or code
        if code:
            yield code, line


def _course(clerk: Clerk, line: Line, kind: str) -> Course:
    people = _place(clerk.table, _PEOPLE)
    return Course(
        kind=kind,
        number=_text_at(line, _place(clerk.table, _NUMBER)),
        name=clerk.text(line, Column.PROJECT),
        people_are=_BRACKETS.sub("", clerk.table.names[people]) if people is not None else "",
        sessions=(_session(clerk, line),),
        sheet=clerk.sheet,
    )


def _session(clerk: Clerk, line: Line) -> Session:
    table = clerk.table
    people = _place(table, _PEOPLE)
    costs = (
        (_item_name(table.names[place]), figure)
        for place in _item_places(table)
        if (figure := figure_of(line.own_at(place), clerk.sheet))
    )
    return Session(
        batch=_text_at(line, _place(table, _BATCH)),
        status=_text_at(line, _place(table, _STATUS)),
        starts=_day_at(line, _place(table, _STARTS)),
        ends=_day_at(line, _place(table, _ENDS)),
        people=figure_of(line.own_at(people), clerk.sheet) if people is not None else None,
        costs=tuple(costs),
        total=_amount(clerk, line),
        note=clerk.text(line, Column.NOTE),
    )


def _place(table: Table, heading: re.Pattern[str]) -> int | None:
    """The first column with such a heading."""
    return next((place for place, name in table.names.items() if heading.fullmatch(name)), None)


def _text_at(line: Line, place: int | None) -> str:
    cell = line.row[place] if place is not None else None
    return one_line(cell.text) if cell else ""


def _day_at(line: Line, place: int | None) -> date | None:
    cell = line.row[place] if place is not None else None
    return cell.value if cell and isinstance(cell.value, date) else None


def _item_name(heading: str) -> str:
    """ค่าอาหาร, without the heading that stretches over all items."""
    return _OVER_ITEMS.sub("", heading)


def wrong_sums(clerk: Clerk) -> Iterator[Finding]:
    """V16 for each sum across a row, and each total of the rows above it, that does not add up."""
    yield from _wrong_across(clerk)
    yield from _wrong_totals(clerk)


def _wrong_across(clerk: Clerk) -> Iterator[Finding]:
    """Rows whose sum is one merged cell are summed together."""
    for _address, lines in groupby(clerk.table.lines, key=_where_sum_stands):
        rows = list(lines)
        stated = figure_of(rows[0].cells.get(Column.SUM), clerk.sheet)
        items = [figure for line in rows for figure in _figures(clerk, line, _item_places(clerk.table))]
        if stated and items and stated.value != _added(items):
            yield refusals.wrong_sum(clerk.file, Column.SUM, stated, _added(items), across=True)


def _where_sum_stands(line: Line) -> str:
    cell = line.cells.get(Column.SUM)
    return cell.address if cell else f"row {line.number}"


def _wrong_totals(clerk: Clerk) -> Iterator[Finding]:
    """A total may be of all rows above it, or of those since the total before."""
    above: list[Line] = []
    since: list[Line] = []
    for line in clerk.table.lines:
        if _is_row(line):
            above.append(line)
            since.append(line)
        elif _is_total(line):
            is_grand = bool(_GRAND_TOTAL.fullmatch(one_line(line.first.text)))
            yield from _wrong_in(clerk, line, [above, since] if is_grand else [since, above])
            since = []


def _wrong_in(clerk: Clerk, total: Line, rows: Sequence[Sequence[Line]]) -> Iterator[Finding]:
    """The figures of a total that none of the `rows` add up to; the first ones are the likeliest meant."""
    for place, name in clerk.table.names.items():
        for stated in _figures(clerk, total, [place]):
            ours = [_added(_in_column(clerk, lines, place)) for lines in rows]
            if stated.value not in ours:
                yield refusals.wrong_sum(clerk.file, name, stated, ours[0], across=False)


def _in_column(clerk: Clerk, lines: Iterable[Line], place: int) -> Iterator[Figure]:
    for line in lines:
        if place == clerk.table.places[Column.SUM]:
            yield from filter(None, [_amount(clerk, line)])
        else:
            yield from _figures(clerk, line, [place])


def _amount(clerk: Clerk, line: Line) -> Figure | None:
    """What a row comes to by its items, else by the sum that it states: so a wrong sum is told once."""
    stated = figure_of(line.own(Column.SUM), clerk.sheet)
    items = _figures(clerk, line, _item_places(clerk.table))
    if not items:
        return stated
    total = _added(items)
    return Figure(total, refusals.grouped(total), clerk.sheet, (stated or items[0]).cell)


def _figures(clerk: Clerk, line: Line, places: Iterable[int]) -> list[Figure]:
    """The row's own numbers in those columns, not those of a cell merged with the row above."""
    cells = [line.own_at(place) for place in places]
    return [figure for cell in cells if (figure := figure_of(cell, clerk.sheet))]


def _added(figures: Iterable[Figure]) -> Decimal:
    return sum((figure.value for figure in figures), Decimal(0))


def _item_places(table: Table) -> list[int]:
    return [place for place, name in table.names.items() if name.startswith(_ITEM)]


def _is_total(line: Line) -> bool:
    return bool(_TOTAL.match(one_line(line.first.text)))


def _is_row(line: Line) -> bool:
    """Whether it is neither a total nor words across the table."""
    return not _is_total(line) and not line.is_label
