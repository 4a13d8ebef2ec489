"""Whatever stands in a cell of the plan: it is read, or refused with findings, and nothing breaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plan_workbooks import CARD, DETAILS, HR_PLAN, OTHER_COSTS, PARTS, STEPS, TRAINING, told

from memogen.kpi import reading
from memogen.sheets.raw import RawSheet, read_sheets
from memogen.sheets.table import Cell, address

SHEETS = read_sheets(HR_PLAN, file="แผน.xlsx")
VALUES = (
    st.none()
    | st.decimals(allow_nan=False, allow_infinity=False)
    | st.sampled_from([Decimal(number) for number in ("0", "1", "-5", "0.5", "100", "1e15", "1e-9")])
    | st.sampled_from(
        ["-", "๕๐", "ร้อยละ ๘๐", "ทราบผล", "รวม", "๑.๑", "มิติ", "น้ำหนัก", "1/2", "๑๒๓,๔๕", "\n", "ํา"]
    )
    | st.dates(min_value=date(1900, 1, 1))
    | st.booleans()
    | st.text(max_size=20)
)
PLACES = st.sampled_from(
    [
        (name, row, column)
        for name in (CARD, DETAILS, STEPS, PARTS, TRAINING, OTHER_COSTS)
        for sheet in SHEETS
        if sheet.name == name
        for row in range(len(sheet.rows))
        for column in range(len(sheet.rows[0]))
    ]
)


def changed(sheet: RawSheet, row: int, column: int, value: object) -> RawSheet:
    """The sheet with another value in one cell, in all places that it covers if it is merged."""
    old = sheet.rows[row][column]
    place = old.address if old else address(row, column)
    cell = None if value is None or not str(value).strip() else Cell(value, place, str(value))  # type: ignore[arg-type]
    rows = [list(cells) for cells in sheet.rows]
    rows[row][column] = cell
    if old:
        rows = [[cell if one and one.address == old.address else one for one in cells] for cells in rows]
    return replace(sheet, rows=tuple(map(tuple, rows)))


@given(st.lists(st.tuples(PLACES, VALUES), min_size=1, max_size=3))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_value_in_any_cell_is_read_or_refused(
    monkeypatch: pytest.MonkeyPatch, changes: Sequence[tuple[tuple[str, int, int], object]]
) -> None:
    sheets = list(SHEETS)
    for (name, row, column), value in changes:
        sheets = [changed(one, row, column, value) if one.name == name else one for one in sheets]
    monkeypatch.setattr(reading, "read_sheets", lambda path, file: tuple(sheets))
    for finding in told(Path("แผน.xlsx")):
        assert finding.message
        assert finding.file == "แผน.xlsx"
