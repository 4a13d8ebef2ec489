"""The nouns of a plan's scorecard, each figure with the cell that it comes from; all frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from memogen.findings import Finding

LEVELS = 5
"""A KPI has so many target values, and so many levels above 0."""


# --- cells ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and where it stands; `text` is what stands there, digits as typed.

    `is_percent` says that the unit stands beside the number or in the cell's format, so that 0.8 can only be
    0.8 percent; 0.838 in a cell that shows 83.80% is 83.8.
    """

    value: Decimal
    text: str
    sheet: str  # empty for a csv
    cell: str  # as B4
    is_percent: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """What stands in a cell where others have a number: ทราบผล เดือน ก.ย. ๖๖, ไม่ได้ใช้งบประมาณ."""

    text: str
    sheet: str
    cell: str


Entry: TypeAlias = Figure | Words


# --- what stands beside the scorecard, for the form of a single KPI -------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """A KPI's row on the sheet of details; texts keep their line breaks.

    `done` of `total` are counted (650 of 945 people), `percent` is as stated there: 0.5873 and 58.73 both
    mean 58.73.
    """

    code: str
    sheet: str
    cell: str
    name: Words | None = None
    office: str = ""  # ชื่อหน่วยงาน
    activity: str = ""  # รายละเอียดกิจกรรม
    formula: str = ""  # สูตรการคำนวณ/การนับผลงาน
    done: Figure | None = None
    total: Figure | None = None
    percent: Figure | None = None
    report: str = ""  # รายละเอียดผลการดำเนินงาน
    note: str = ""
    preparer: str = ""
    position: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of a milestone (ขั้นตอนที่ ๑ to ๕) and whether it is done."""

    activity: str
    number: int
    text: str
    is_done: bool
    note: str
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """An activity with a score of its own; the KPI's result is the mean of its parts' percentages."""

    name: str
    measure: str
    targets: tuple[Figure | None, ...]
    result: Figure | None
    percent: Figure | None


@dataclass(frozen=True, slots=True)
class Round:
    """A reporting round on the form (รอบ ๖ เดือน), and whether its box is ticked."""

    name: str
    is_ticked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """Once that a project or course was held, or is to be: a row on a sheet of costs.

    `costs` are its items by name, `people` how many took part.
    """

    batch: str = ""  # รุ่นที่
    status: str = ""  # จัดอบรมแล้ว, ไตรมาส ๓
    starts: date | None = None
    ends: date | None = None
    people: Figure | None = None
    costs: tuple[tuple[str, Figure], ...] = ()
    total: Figure | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A project or course on a sheet of costs, with each time that it was held."""

    kind: str  # ประเภท: ตามแผน ดำเนินการแล้ว
    number: str  # ที่
    name: str
    people_are: str  # ผู้เข้าอบรม
    sessions: tuple[Session, ...]
    sheet: str


# --- the scorecard --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Kpi:
    """A row of the scorecard. `code` has ASCII digits; `targets` are five, None where there is a dash.

    `level` and `score` are those that the workbook states, which ours are held against.
    """

    code: str
    name: str
    cell: str  # of its code
    targets: tuple[Figure | None, ...]
    weight: Figure  # percent of its CSF
    project: str = ""  # แผนงาน/โครงการ
    responsible: str = ""
    measure: str = ""  # หน่วยนับ
    result: Entry | None = None
    level: Entry | None = None
    score: Figure | None = None
    budget: Entry | None = None
    details: Details | None = None
    steps: tuple[Step, ...] = ()
    parts: tuple[Part, ...] = ()

    @property
    def is_percentage(self) -> bool:
        """By its unit, or by its name where no unit is given."""
        unit = self.measure or self.name
        return unit.startswith("ร้อยละ") or "%" in unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Csf:
    """An aim (เป้าประสงค์, critical success factor) with its KPIs."""

    name: str
    weight: Figure  # percent of its dimension
    kpis: tuple[Kpi, ...]
    score: Figure | None = None  # as stated


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimension:
    """A dimension (มิติ) of the plan with its CSFs."""

    name: str
    weight: Figure  # percent of the whole
    csfs: tuple[Csf, ...]
    score: Figure | None = None  # as stated


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard:
    """A plan's scorecard as the workbook has it. `findings` are disagreements met while reading.

    `titles` and `notes` are the lines above and under the table; `total` is the score that the sheet states,
    in the note that is `total_name`; `counts` are how many it says there are of what (มิติ, CSF,
    แผนงาน/โครงการ, ตัวชี้วัด). `costs` are what each row of the sheets of costs comes to, by KPI, and `courses`
    what these rows are of; `rounds` stand in a title of the sheet of details.
    """

    file: str
    sheet: str
    titles: tuple[str, ...]
    dimensions: tuple[Dimension, ...]
    notes: tuple[str, ...] = ()
    total: Figure | None = None
    total_name: str = ""
    counts: Mapping[str, Figure] = field(default_factory=dict)
    costs: Mapping[str, tuple[Figure, ...]] = field(default_factory=dict)
    courses: Mapping[str, tuple[Course, ...]] = field(default_factory=dict)
    details: tuple[Details, ...] = ()
    details_titles: tuple[str, ...] = ()
    rounds: tuple[Round, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def csfs(self) -> tuple[Csf, ...]:
        return tuple(csf for dimension in self.dimensions for csf in dimension.csfs)

    @property
    def kpis(self) -> tuple[Kpi, ...]:
        return tuple(kpi for csf in self.csfs for kpi in csf.kpis)


# --- the scorecard with its scores ----------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredKpi:
    """`result` is what was scored: typed, or counted from what stands beside the scorecard.

    `level` is None, and `score` 0, while the KPI is not yet known; a result is then an interim one, and
    `awaited` are the words that say when (ทราบผล เดือน ก.ย. ๖๖), if any do.
    """

    kpi: Kpi
    result: Decimal | None
    level: int | None
    score: Decimal
    awaited: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredCsf:
    csf: Csf
    score: Decimal
    kpis: tuple[ScoredKpi, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredDimension:
    dimension: Dimension
    score: Decimal
    csfs: tuple[ScoredCsf, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """Scores are exact; `kpi.shown` rounds them where they are shown."""

    scorecard: Scorecard
    total: Decimal
    dimensions: tuple[ScoredDimension, ...]
    findings: tuple[Finding, ...]

    @property
    def csfs(self) -> tuple[ScoredCsf, ...]:
        return tuple(csf for dimension in self.dimensions for csf in dimension.csfs)

    @property
    def kpis(self) -> tuple[ScoredKpi, ...]:
        return tuple(kpi for csf in self.csfs for kpi in csf.kpis)

    @property
    def unknown(self) -> tuple[ScoredKpi, ...]:
        """Those not yet known."""
        return tuple(kpi for kpi in self.kpis if kpi.level is None)
