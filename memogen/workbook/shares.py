"""A stated percentage that is not its numerator over its denominator (X23)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from gettext import gettext as _
from itertools import permutations

from memogen.findings import Finding
from memogen.sheets.kinds import Sort
from memogen.sheets.sorting import Understood
from memogen.workbook.figures import Figures, figures_of, grouped, number_columns
from memogen.workbook.remarks import remark

_SHARE = re.compile(r"ร้อยละ|%|สัดส่วน|percent", re.IGNORECASE)
_WHOLE = re.compile(r"ทั้งหมด|ทั้งสิ้น|เป้าหมาย|ตัวหาร|แผน")
_SAMPLE = 20  # rows by which numerator and denominator are told


def share_doubts(sheet: Understood) -> Iterator[Finding]:
    """X23 of a sheet, for each column of shares whose numerator and denominator are known."""
    if sheet.table is None:
        return
    rows = sheet.table.rows
    columns = number_columns(sheet)
    shares = [name for name in columns if sheet.kinds[name].sort is Sort.PERCENT or _SHARE.search(name)]
    sample = {name: figures_of(rows[:_SAMPLE], name) for name in columns} if shares else {}
    for column in shares:
        scale = 100 if sheet.kinds[column].sort is Sort.PERCENT else 1
        pair = _fraction([name for name in columns if name not in shares], sample, column, scale)
        if pair is None:
            continue
        stated = _scaled(figures_of(rows, column), scale)
        parts, wholes = (figures_of(rows, name) for name in pair)
        for row, share, upper, lower in zip(rows, stated, parts, wholes, strict=True):
            if share is None or upper is None or not lower or _follows(share, upper, lower):
                continue
            yield remark(
                sheet,
                "X23",
                _("“{column}” คือ {stated} แต่ {upper} จาก {lower} คือร้อยละ {ours}").format(
                    column=column,
                    stated=grouped(share),
                    upper=grouped(upper),
                    lower=grouped(lower),
                    ours=grouped((upper * 100 / lower).quantize(Decimal("0.01"))),
                ),
                _("ตรวจดูว่าตัวตั้ง ตัวหาร หรือร้อยละที่ผิด"),
                cell=row.address(column),
                text=row[column].shown,
            )


def _scaled(figures: Figures, scale: int) -> Figures:
    return [figure * scale if figure is not None else None for figure in figures]


def _fraction(
    columns: list[str], sample: dict[str, list[Decimal | None]], column: str, scale: int
) -> tuple[str, str] | None:
    """The numerator and denominator: those that most rows agree with, else two beside it that say so."""
    stated = _scaled(sample[column], scale)
    allowed = [_allowed(share) if share is not None else None for share in stated]
    for upper, lower in permutations(columns, 2):
        known = [
            abs(share - part * 100 / whole) <= off
            for share, off, part, whole in zip(stated, allowed, sample[upper], sample[lower], strict=True)
            if share is not None and off is not None and part is not None and whole
        ]
        if sum(known) >= 2 and 2 * sum(known) >= len(known) and not _is_constant(sample[upper], stated):
            return upper, lower
    group = column.rpartition(" ")[0]
    beside = [name for name in columns if group and name.startswith(group + " ")]
    if len(beside) == 2 and _WHOLE.search(beside[1]) and not _WHOLE.search(beside[0]):
        return beside[0], beside[1]
    return None


def _is_constant(upper: Figures, stated: Figures) -> bool:
    """Whether all rows are nought over something, which any denominator would explain."""
    pairs = zip(upper, stated, strict=True)
    return not any(value and share for value, share in pairs)


def _follows(share: Decimal, upper: Decimal, lower: Decimal) -> bool:
    """Whether the share is what the fraction gives."""
    return abs(share - upper * 100 / lower) <= _allowed(share)


def _allowed(share: Decimal) -> Decimal:
    """How far a share may be off: it may be rounded, or cut off where it ends."""
    places = max(0, -int(share.normalize().as_tuple().exponent))
    return max(Decimal(1).scaleb(-min(places, 2)), Decimal("0.01")) if places else Decimal("0.5")
