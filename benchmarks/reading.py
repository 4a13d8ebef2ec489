"""How fast a workbook is read, checked and grouped: `python benchmarks/reading.py [rounds]`.

10,000 rows of 20 columns (words, amounts, counts, a percentage, a day) in one xlsx. In turn within each
round, processor seconds (user and system) of this process: calamine alone, from the file to lists of values;
`read_table`; `check_workbook`, which also sorts the rows, knows each column and looks for disagreements,
with the sums of six columns by unit in Decimal after it; then openpyxl and pandas (with calamine as its
engine), each with the same grouping and none of the checks. Pandas is fetched into a temporary folder if it
is not installed. Medians, and ratios to calamine within the same round, since machines are noisy; the mark
is 1.5. At the end where the time beyond calamine goes.
"""

from __future__ import annotations

import gc
import importlib
import importlib.util
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import islice
from math import fsum
from pathlib import Path
from typing import Any

from memogen import opc
from memogen.sheets import Table, read_table
from memogen.sheets.formats import percent_styles
from memogen.sheets.scan import look_through
from memogen.sheets.sorting import understood
from memogen.sheets.workbook import book_of, grids_of, sheets_of, values_of
from memogen.workbook import check_sheet, check_workbook

ROWS, MARK = 10_000, 1.5
PANDAS = "3.1.1"
FETCHED = Path(tempfile.gettempdir(), f"memogen-benchmark-pandas-{PANDAS}")
NAMES = [f"คอลัมน์ {number}" for number in range(1, 21)]
WORKSHEET = "xl/worksheets/sheet1.xml"
UNIT, SUMMED = NAMES[1], NAMES[6:12]


def make(path: Path) -> None:
    import xlsxwriter

    luck = random.Random(2566)
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet("ข้อมูล")
    looks = {name: book.add_format({"num_format": name}) for name in ("#,##0.00", "0.00%", "d/m/yyyy")}
    page.write_row(0, 0, NAMES)
    for row in range(1, ROWS + 1):
        page.write_row(
            row, 0, [f"{kind} {luck.randrange(500)}" for kind in ("รหัส", "กอง", "แผน", "งาน", "ผล", "ผู้ทำ")]
        )
        for column in range(6, 14):
            page.write_number(row, column, luck.randrange(10**8) / 100, looks["#,##0.00"])
        for column in range(14, 18):
            page.write_number(row, column, luck.randrange(1000))
        page.write_number(row, 18, luck.random(), looks["0.00%"])
        page.write_datetime(
            row, 19, datetime(2022, 10, 1) + timedelta(luck.randrange(365)), looks["d/m/yyyy"]
        )
    book.close()


def grouped(rows: Iterable[tuple[Any, ...]]) -> dict[Any, list[Decimal]]:
    """The exact sums of amounts, which have two places, by unit; rows are of the unit and its amounts."""
    by_unit: dict[Any, list[tuple[Any, ...]]] = defaultdict(list)
    for row in rows:
        by_unit[row[0]].append(row)
    return {
        unit: [Decimal(f"{fsum(amounts):.2f}") for amounts in islice(zip(*own, strict=True), 1, None)]
        for unit, own in by_unit.items()
    }


def of_table(table: Table) -> dict[Any, list[Decimal]]:
    columns = dict(zip(table.columns, table.by_column, strict=True))
    return grouped(zip(*(columns[name] for name in (UNIT, *SUMMED)), strict=True))


def calamine(path: Path) -> None:
    from python_calamine import CalamineWorkbook

    CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()


def checked(path: Path) -> None:
    (one,), _findings = check_workbook(path)
    assert one.sheet.table is not None
    assert len(one.sheet.table.rows) == ROWS
    of_table(one.sheet.table)


def by_openpyxl(path: Path) -> None:
    from openpyxl import load_workbook

    page = load_workbook(path, read_only=True, data_only=True).worksheets[0]
    page.reset_dimensions()
    grouped((row[1], *row[6:12]) for row in page.iter_rows(min_row=2, values_only=True))


def by_pandas(path: Path) -> None:
    pandas = importlib.import_module("pandas")
    pandas.read_excel(path, engine="calamine").groupby(UNIT)[SUMMED].sum()


def has_pandas() -> bool:
    """Whether pandas can take part; it is fetched first where that is possible."""
    if importlib.util.find_spec("pandas"):
        return True
    sys.path.append(str(FETCHED))  # at the end: what is installed here comes first
    if not (FETCHED / "pandas").is_dir():
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(FETCHED)]
        subprocess.run([*pip, f"pandas=={PANDAS}"], stdout=sys.stderr, stderr=subprocess.DEVNULL)
        importlib.invalidate_caches()
    return importlib.util.find_spec("pandas") is not None


def processor_seconds(work: Callable[[Path], object], path: Path) -> float:
    gc.collect()
    started = time.process_time()
    work(path)
    return time.process_time() - started


def main(rounds: int = 9) -> None:
    contestants: dict[str, Callable[[Path], object]] = {
        "calamine alone": calamine,
        "read_table": read_table,
        "memogen: read, checked, grouped": checked,
        "openpyxl: read, grouped": by_openpyxl,
    }
    if has_pandas():
        contestants["pandas: read, grouped"] = by_pandas
    else:
        print("pandas: not to be had, left out")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ข้อมูล.xlsx"
        make(path)
        for contestant in contestants.values():
            contestant(path)  # warm-up
        seconds: dict[str, list[float]] = {name: [] for name in contestants}
        for _ in range(rounds):
            for name, contestant in contestants.items():
                seconds[name].append(processor_seconds(contestant, path))
        print(f"{ROWS:,} rows x {len(NAMES)} columns, {path.stat().st_size / 1e6:.1f} MB, {rounds} rounds")
        for name, times in seconds.items():
            ratios = [own / alone for own, alone in zip(times, seconds["calamine alone"], strict=True)]
            print(f"{name:34}{statistics.median(times) * 1000:8.0f} ms{statistics.median(ratios):8.2f} x")
        print(f"mark for memogen: {MARK} x")
        tell_bounds(path, rounds)


def tell_bounds(path: Path, rounds: int) -> None:
    """The steps that `checked` takes, each by itself."""
    content = path.read_bytes()
    parts = opc.read_package(content, file="x")
    worksheet = parts[WORKSHEET]
    percents = percent_styles(parts["xl/styles.xml"], file="x")
    (grid,) = grids_of(parts, sheets_of(parts, "x"), "x")
    sheet = understood(grid)
    assert sheet.table is not None
    table = sheet.table
    steps: dict[str, Callable[[Path], object]] = {
        "package inflated and looked through": lambda _path: opc.read_package(content, file="x"),
        "worksheet looked through": lambda _path: look_through(worksheet, percents, file="x", sheet="y"),
        "values by calamine, without inflating": lambda _path: values_of(
            book_of(parts, WORKSHEET), grid.sheet, "x"
        ),
        "rows understood": lambda _path: understood(grid),
        "disagreements looked for": lambda _path: check_sheet(sheet),
        "grouped": lambda _path: of_table(table),
    }
    for name, step in steps.items():
        times = [processor_seconds(step, path) for _ in range(rounds)]
        print(f"  of it {name:40}{statistics.median(times) * 1000:6.0f} ms")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
