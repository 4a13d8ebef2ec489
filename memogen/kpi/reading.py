"""A plan's workbook read into its scorecard, with what other sheets say of its KPIs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from enum import Enum, auto
from pathlib import Path
from typing import TypeVar

from memogen.errors import InputError
from memogen.kpi import refusals
from memogen.kpi.card import Beside, read_card
from memogen.kpi.clerk import Clerk
from memogen.kpi.columns import Column
from memogen.kpi.costs import costs_by_kpi, courses_by_kpi, is_costs, wrong_sums
from memogen.kpi.details import read_details, read_parts, read_steps, rounds_in
from memogen.kpi.nouns import Scorecard
from memogen.kpi.tables import Table, find_table
from memogen.sheets.raw import read_sheets

_WEIGHTS = {Column.KPI_WEIGHT, Column.CSF_WEIGHT, Column.DIMENSION_WEIGHT}
_DETAILS = {Column.DESCRIPTION, Column.FORMULA, Column.DONE, Column.PERCENT, Column.REPORT}

T = TypeVar("T")


class Kind(Enum):
    """What a sheet of a plan's workbook holds."""

    CARD = auto()
    DETAILS = auto()
    STEPS = auto()
    PARTS = auto()
    COSTS = auto()


def read_scorecard(path: Path, *, file: str = "", sheet: str | None = None) -> Scorecard:
    """The scorecard of an xlsx or csv, with the details, steps, parts and costs of its KPIs.

    Sheets are known by their headings, not by their names; other sheets, and hidden ones unless `sheet`
    names one, are passed over. `sheet` is the scorecard's where there are several. `file` is the name to
    show in place of the path.

    Raises InputError with all that could not be understood: V01 no scorecard, or several; V02 a column that
    is not there, or twice; V03 no number, or one that cannot be; V04 a row without code, or no row; V05 a
    value that must be there; V06 two weights of one group; V08 no target; and all of `read_sheets`.
    """
    file = file or path.as_posix()
    sheets = {one.name: one for one in read_sheets(path, file=file) if one.is_visible or one.name == sheet}
    tables: dict[Kind, list[Table]] = {kind: [] for kind in Kind}
    for one in sheets.values():
        if (table := find_table(one)) and (kind := _kind(table)):
            tables[kind].append(table)
    tables[Kind.CARD] = [_chosen(tables[Kind.CARD], sheet, file, [*sheets])]
    clerks = {kind: [Clerk(table) for table in found] for kind, found in tables.items()}
    scorecard = _read(clerks)
    faults = [
        fault
        for found in clerks.values()
        for clerk in found
        for fault in (*sheets[clerk.sheet].findings, *clerk.faults)
    ]
    if faults:
        raise InputError(*dict.fromkeys(faults))  # a merged cell is read in each of its rows
    return scorecard


def _kind(table: Table) -> Kind | None:
    known = table.places.keys()
    if _WEIGHTS & known and {Column.CODE, Column.NAME} & known:
        return Kind.CARD
    if {Column.CODE, Column.STEP, Column.IS_DONE} <= known:
        return Kind.STEPS
    if {Column.PART_PERCENT, Column.RESULT} <= known:
        return Kind.PARTS
    if is_costs(table):
        return Kind.COSTS
    if Column.CODE in known and _DETAILS & known:
        return Kind.DETAILS
    return None


def _chosen(cards: Sequence[Table], wanted: str | None, file: str, sheets: Sequence[str]) -> Table:
    """The one scorecard that is meant; V01 when that is not clear."""
    names = [card.sheet for card in cards]
    meant = [card for card in cards if wanted in (None, card.sheet)]
    if wanted is not None and not meant:
        raise InputError(refusals.no_such_sheet(file, wanted, names or sheets))
    if not meant:
        raise InputError(refusals.no_scorecard(file, sheets))
    if len(meant) > 1:
        raise InputError(refusals.many_scorecards(file, names))
    return meant[0]


def _read(clerks: Mapping[Kind, Sequence[Clerk]]) -> Scorecard:
    rows = [row for clerk in clerks[Kind.DETAILS] for row in read_details(clerk)]
    titles = [title for clerk in clerks[Kind.DETAILS] for title in clerk.table.titles]
    beside = Beside(
        details={row.code: row for row in reversed(rows)},  # the first of two, which are told
        steps=_merged(map(read_steps, clerks[Kind.STEPS])),
        parts=_merged(map(read_parts, clerks[Kind.PARTS])),
    )
    scorecard = read_card(clerks[Kind.CARD][0], beside)
    sums = (finding for clerk in clerks[Kind.COSTS] for finding in wrong_sums(clerk))
    return replace(
        scorecard,
        costs=_merged(map(costs_by_kpi, clerks[Kind.COSTS])),
        courses=_merged(map(courses_by_kpi, clerks[Kind.COSTS])),
        details=tuple(rows),
        details_titles=tuple(titles),
        rounds=rounds_in(titles),
        findings=(*scorecard.findings, *sums),
    )


def _merged(found: Iterable[Mapping[str, tuple[T, ...]]]) -> dict[str, tuple[T, ...]]:
    """What several sheets say, by KPI."""
    merged: dict[str, tuple[T, ...]] = {}
    for by_code in found:
        for code, values in by_code.items():
            merged[code] = (*merged.get(code, ()), *values)
    return merged
