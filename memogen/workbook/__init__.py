"""What a workbook says, sheet by sheet, and where it disagrees with itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from memogen.findings import Finding
from memogen.sheets.sorting import Understood, read_understood
from memogen.workbook.counts import count_doubts
from memogen.workbook.order import order_doubts
from memogen.workbook.periods import period_doubts
from memogen.workbook.remarks import no_table_at_all, remarks_on
from memogen.workbook.shares import share_doubts
from memogen.workbook.sums import sum_doubts

__all__ = ["Checked", "Understood", "check_sheet", "check_workbook"]


@dataclass(frozen=True, slots=True)
class Checked:
    """A sheet as understood, and everything to be told about it."""

    sheet: Understood
    findings: tuple[Finding, ...]


def check_workbook(
    path: Path, *, file: str = "", sheet: str | None = None
) -> tuple[tuple[Checked, ...], list[Finding]]:
    """Every sheet of an xlsx or csv in the order of the tabs, and the findings of all of them.

    `sheet` names the only one to check.

    X07 is a book without any table; X08 to X12 cannot be understood; X13 to X17, X19 and X20 tell what was
    done and seen (information); X18 and X21 to X27 disagree with the rest (warnings).
    Raises InputError as `sheets.read_table`, but for X07 to X12.
    """
    sheets = read_understood(path, file=file, sheet=sheet)
    checked = tuple(Checked(one, tuple(check_sheet(one))) for one in sheets)
    findings = [finding for one in checked for finding in one.findings]
    if all(one.sheet.table is None for one in checked):
        findings.append(no_table_at_all(file or path.as_posix()))
    return checked, findings


def check_sheet(sheet: Understood) -> list[Finding]:
    """Everything to be told about one sheet."""
    findings = list(remarks_on(sheet))
    if sheet.table is not None:
        for doubts in (sum_doubts, share_doubts, count_doubts, period_doubts, order_doubts):
            findings += doubts(sheet)
    return findings
