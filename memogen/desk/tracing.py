"""Where a letter's figures come from, cell by cell.

Codes: L30 a letter without data · L31 data of which nothing is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from gettext import gettext as _
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from memogen.compose import kind_for, kinds_of
from memogen.compose.tracing import Spot, Tracer
from memogen.desk import drafts
from memogen.desk.folder import Folder
from memogen.findings import Finding, Severity
from memogen.model import Kind, Letter, Plain

if TYPE_CHECKING:
    from memogen.sheets import Row
    from memogen.sheets.table import Record
    from memogen.sheets.values import Raw

_DATA = "ข้อมูล"
_RUNNING = re.compile(r"(?:ลำดับ|ลำดับที่|ที่|ข้อ|no\.?)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A cell that a letter quotes: what the letter calls its data, where it stands, and what it shows.

    `cell` is where the value itself stands, the corner of a merged cell; `row` is the row that it counts for.
    """

    data: str
    file: str
    sheet: str
    row: int
    cell: str
    column: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What is printed at one place of a letter, and the cells that it was made of.

    `part`, `line` and `printed` are as in `compose.tracing.Use`.
    """

    part: str
    line: int | None
    printed: str | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """The figures of a letter as it is made for `recipient`, where it speaks of one."""

    letter: str
    recipient: str | None
    figures: tuple[Figure, ...]
    findings: tuple[Finding, ...]


def trace(home: Folder, path: Path, *, recipient: str | None = None) -> Trace:
    """The cells that the figures of a letter come from, as it would be made now.

    `recipient` names the unit that a letter about หน่วยงาน is made for (else the first one). Raises InputError
    with every fault of the letter and its data.
    """
    made = home.compose_all([path], on=None, recipient=recipient, every_kind=True)
    draft, letter = made[0], made[0].letter
    found = (Sources(home, letter, kinds=[one.memo.kind]).figures(one.unit) for one in made)
    figures = tuple(dict.fromkeys(chain.from_iterable(found)))
    findings = [drafts.sample(letter, draft.unit)] if draft.unit and recipient is None else []
    if not letter.all(_DATA):
        findings.append(_without_data(letter))
    elif not figures:
        findings.append(_nothing_used(letter))
    return Trace(letter=letter.file, recipient=draft.recipient, figures=figures, findings=tuple(findings))


class Sources:
    """The data of one letter that can be composed, and what it quotes of them for each recipient.

    `data` are those that `drafts.data_of` gave, if that was asked before; `kinds` are those that the letter
    is made as, the usual one first, else all of its own.
    """

    def __init__(
        self,
        home: Folder,
        letter: Letter,
        data: Mapping[str, Sequence[Record]] | None = None,
        kinds: Sequence[Kind] = (),
    ) -> None:
        self._kinds = kinds or kinds_of(letter)[0]
        self._home = home
        self._letter = letter
        self.has_data = bool(letter.all(_DATA))
        """Whether the letter names data at all."""
        self._given = data
        self._naming: dict[str, list[str]] = {}
        self._tracers: dict[Kind, Tracer] = {}

    @cached_property
    def _data(self) -> Mapping[str, Sequence[Record]]:
        return drafts.data_of(self._home, self._letter)[0] if self._given is None else self._given

    def records(self, name: str) -> Sequence[Record]:
        """All rows of the data that the letter calls by this name."""
        return self._data[name]

    def naming(self, name: str) -> list[str]:
        """The columns by which each row is found again wherever it has gone; none where no columns do."""
        if name not in self._naming:
            self._naming[name] = _naming_columns([record.row for record in self._data[name]])
        return self._naming[name]

    def figures(self, unit: Mapping[str, Plain] | None) -> Iterator[Figure]:
        """The letter's figures for a recipient, line by line."""
        if not self.has_data:
            return
        kind = kind_for(self._kinds, unit)
        if kind not in self._tracers:
            self._tracers[kind] = Tracer(self._letter, self._home.office, self._data, kind)
        for use in self._tracers[kind].uses(unit):
            quotes = tuple(self._quote(spot) for spot in use.spots)
            yield Figure(part=use.part, line=use.line, printed=use.printed, quotes=quotes)

    def _quote(self, spot: Spot) -> Quote:
        record = self._data[spot.data][spot.row]
        cell = record.row[spot.column]
        return Quote(
            data=spot.data,
            file=record.file,
            sheet=record.sheet,
            row=record.row.number,
            cell=cell.address,
            column=spot.column,
            value=cell.shown,
        )


def _naming_columns(rows: Sequence[Row]) -> list[str]:
    """One column of words if one tells all rows apart, else as many columns as it takes, from the left.

    Running numbers, which change when a row comes in between, are none of them.
    """
    from memogen.sheets.kinds import number_in

    by_column = zip(rows[0], zip(*(row.raws for row in rows), strict=True), strict=True)
    columns = {column: raws for column, raws in by_column if not _RUNNING.fullmatch(column)}
    for column, raws in columns.items():
        are_words = all(isinstance(raw, str) and number_in(raw) is None for raw in raws)
        if are_words and len(set(raws)) == len(rows):
            return [column]
    kinds = [0] * len(rows)  # of each row, by the columns so far
    for count, raws in enumerate(columns.values(), start=1):
        known: dict[tuple[int, Raw], int] = {}
        kinds = [known.setdefault(pair, len(known)) for pair in zip(kinds, raws, strict=True)]
        if len(known) == len(rows):
            return [*columns][:count]
    return []


# --- what is told -----------------------------------------------------------------------------------


def _without_data(letter: Letter) -> Finding:
    return Finding(
        code="L30",
        severity=Severity.INFO,
        file=letter.file,
        message=_("หนังสือนี้ไม่มีหัวข้อ “ข้อมูล” จึงไม่มีตัวเลขใดมาจากสมุดงาน"),
        hint=_("ถ้าต้องการให้ตัวเลขมาจากสมุดงาน เพิ่มบรรทัดอย่าง ข้อมูล: แผน = fixtures/แผน.xlsx#แผ่นงาน"),
    )


def _nothing_used(letter: Letter) -> Finding:
    return Finding(
        code="L31",
        severity=Severity.INFO,
        file=letter.file,
        line=letter.all(_DATA)[0].line,
        message=_("หนังสือนี้มีหัวข้อ “ข้อมูล” แต่ไม่ได้พิมพ์ค่าจากช่องใดในสมุดงาน"),
        hint=_("ตรวจเงื่อนไขที่เลือกแถว หรือลบหัวข้อ “ข้อมูล” ที่ไม่ใช้"),
    )
