"""A scored plan as its papers print it: the scorecard as an annex, and the form of each KPI."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby

from memogen import thai
from memogen.kpi import digits, shown
from memogen.kpi.nouns import (
    Course,
    Dimension,
    Entry,
    Figure,
    Kpi,
    Part,
    Scored,
    ScoredCsf,
    ScoredDimension,
    ScoredKpi,
    Session,
    Step,
)
from memogen.render import kpiforms
from memogen.render.kpiforms import KpiForm, Measured
from memogen.render.scorecard import Annex, CsfRows, DimensionRows, KpiRow

UNKNOWN = "ยังไม่ทราบผล"
_NUMBERED = re.compile(r"([0-9๐-๙]+)[.)] *(.+)", re.DOTALL)
_REFERS = "ตามแผ่นงาน"
"""How a cell begins that only sends the reader to the sheet of steps."""
_REFERS_TO_COSTS = re.compile(rf" *(?:รายละเอียด)?{_REFERS} *(?P<sheet>\S.*)")
"""How a report ends that sends the reader to a sheet of costs."""


# --- the scorecard --------------------------------------------------------------------------------


def annex_of(scored: Scored) -> Annex:
    """The scorecard with the scores that we count, not with those that the workbook states."""
    card = scored.scorecard
    notes = [note for note in card.notes if note != card.total_name and not note.startswith("รวม")]
    return Annex(
        titles=card.titles,
        dimensions=tuple(map(_dimension, scored.dimensions)),
        total_name=card.total_name or "คะแนนรวม (เต็ม 100 คะแนน)",
        total=shown(scored.total),
        count=f"รวมทั้งสิ้น {count_of(scored)}",
        notes=tuple(notes),
    )


def count_of(scored: Scored) -> str:
    """How many there are of what; projects are left out where the sheet names none."""
    projects = {kpi.kpi.project for kpi in scored.kpis if kpi.kpi.project}
    counted = (
        (len(scored.dimensions), "มิติ"),
        (len(scored.csfs), "CSF"),
        (len(projects), "แผนงาน/โครงการ"),
        (len(scored.kpis), "ตัวชี้วัด"),
    )
    return " ".join(f"{number} {noun}" for number, noun in counted if number)


def _dimension(one: ScoredDimension) -> DimensionRows:
    return DimensionRows(
        name=one.dimension.name,
        weight=digits(one.dimension.weight.value),
        score=shown(one.score),
        csfs=tuple(map(_csf, one.csfs)),
    )


def _csf(one: ScoredCsf) -> CsfRows:
    return CsfRows(
        name=one.csf.name,
        weight=digits(one.csf.weight.value),
        score=shown(one.score),
        kpis=tuple(map(_kpi, one.kpis)),
    )


def _kpi(scored: ScoredKpi) -> KpiRow:
    kpi = scored.kpi
    return KpiRow(
        name=f"{kpi.code} {_with_responsible(kpi)}",
        project=kpi.project,
        measure=kpi.measure,
        targets=_targets(kpi.targets),
        weight=digits(kpi.weight.value),
        result=result_of(scored),
        level=level_of(scored),
        score=shown(scored.score),
        budget=_amount(kpi.budget),
    )


def _with_responsible(kpi: Kpi) -> str:
    said = not kpi.responsible or kpi.responsible in kpi.name
    return kpi.name if said else f"{kpi.name} ({kpi.responsible})"


def _targets(targets: Sequence[Figure | None]) -> tuple[str, ...]:
    return tuple(target.text if target else "-" for target in targets)


def result_of(kpi: ScoredKpi) -> str:
    """As it stands in the workbook, else as counted from other sheets, else when it will be known."""
    if kpi.kpi.result:
        return kpi.kpi.result.text
    if kpi.result is not None:
        return digits(kpi.result)
    return "-" if kpi.level is not None else kpi.awaited or UNKNOWN


def level_of(kpi: ScoredKpi) -> str:
    """The level, or when it will be known."""
    return str(kpi.level) if kpi.level is not None else kpi.awaited or UNKNOWN


def _amount(entry: Entry | None, unit: str = "") -> str:
    if not isinstance(entry, Figure):
        return entry.text if entry else "-"
    return amount(entry.value) + unit


def amount(value: Decimal) -> str:
    """Baht with their commas, and with satang where there are any."""
    return f"{value:,.2f}" if value % 1 else f"{value:,.0f}"


# --- the forms ------------------------------------------------------------------------------------


def forms_of(scored: Scored) -> tuple[KpiForm, ...]:
    """A form for each KPI, in the order of the scorecard."""
    return tuple(
        _form(kpi, one.dimension, scored) for one in scored.dimensions for csf in one.csfs for kpi in csf.kpis
    )


def _form(scored_kpi: ScoredKpi, dimension: Dimension, scored: Scored) -> KpiForm:
    card, kpi = scored.scorecard, scored_kpi.kpi
    details = kpi.details
    own = Measured(
        name=f"KPI ที่ {kpi.code} {_with_responsible(kpi)}",
        measure=kpi.measure,
        targets=_targets(kpi.targets),
        result=result_of(scored_kpi),
        steps=tuple(_step(step) for step in kpi.steps if not any(_is_of(step, part) for part in kpi.parts)),
    )
    activity = details.activity if details else ""
    return KpiForm(
        titles=(card.details_titles or card.titles)[:1],
        heads=tuple(_heads(kpi, dimension)),
        rounds=tuple((one.name, one.is_ticked) for one in card.rounds),
        office=(details.office if details else "") or kpi.responsible,
        kpi=own,
        parts=tuple(_parts(kpi)),
        activity="" if activity.startswith(_REFERS) and kpi.steps else activity,
        formula=details.formula if details else "",
        report=_report(details.report, card.courses.get(kpi.code, ())) if details else "",
        budget=_amount(kpi.budget, " บาท"),
        note=details.note if details else "",
        preparer=details.preparer if details else "",
        position=details.position if details else "",
    )


def _report(report: str, courses: Sequence[Course]) -> str:
    """The report; where it ends with the name of a sheet of costs, what stands there is told."""
    told = _REFERS_TO_COSTS.search(report)
    of_sheet = [course for course in courses if told and course.sheet == told["sheet"].strip()]
    if not told or not of_sheet:
        return report
    lines = [f"{report[: told.start()]} ดังนี้".strip()]
    for kind, together in groupby(of_sheet, key=lambda course: course.kind):
        same_kind = [*together]
        lines += [f"{kind} จำนวน {len(same_kind)} โครงการ"] if kind else []
        lines += [line for course in same_kind for line in _course(course)]
    return "\n".join(lines)


def _course(course: Course) -> Iterator[str]:
    """A course in a line, or where it was held more than once, in a line each below its name."""
    number = f"{course.number}." if course.number.isdigit() else course.number
    name = f"{number} {course.name}".strip()
    if len(course.sessions) == 1:
        yield " ".join([name, *_session(course.sessions[0], course)])
        return
    people = sum((one.people.value for one in course.sessions if one.people), Decimal(0))
    joined = f" {course.people_are}รวม {people:,f} คน" if people else ""
    yield f"{name} จำนวน {len(course.sessions)} รุ่น{joined}"
    yield from (f"- {' '.join(_session(one, course))}" for one in course.sessions)


def _session(one: Session, course: Course) -> Iterator[str]:
    if one.batch:
        yield f"รุ่นที่ {one.batch}"
    if one.status:
        yield one.status if one.starts else f"({one.status})"
    if one.starts:
        yield f"เมื่อวันที่ {days(one.starts, one.ends or one.starts)}"
    if one.people:
        yield f"{course.people_are} {one.people.value:,f} คน"
    if one.total:
        yield f"งบประมาณ {amount(one.total.value)} บาท"
    if len(one.costs) > 1:
        *others, last = (f"{name} {amount(cost.value)} บาท" for name, cost in one.costs)
        yield f"แบ่งเป็น {' '.join(others)} และ{last}"
    elif one.costs:
        yield f"เป็น{one.costs[0][0]}"
    if one.note:
        yield f"({one.note})"


def days(first: date, last: date) -> str:
    """`9 - 13 ม.ค. 66`, each day with what it does not share with the last.

    >>> days(date(2023, 2, 28), date(2023, 3, 3))
    '๒๘ ก.พ. - ๓ มี.ค. ๖๖'
    """
    if first == last:
        return thai.short_date(last)
    day, month, year = thai.short_date(first).split()
    begun = (
        [day, month, year]
        if first.year != last.year
        else [day, month]
        if first.month != last.month
        else [day]
    )
    return f"{' '.join(begun)} - {thai.short_date(last)}"


def _heads(kpi: Kpi, dimension: Dimension) -> Iterator[str]:
    numbered = _NUMBERED.fullmatch(dimension.name)
    yield f"มิติที่ {numbered[1]} : {numbered[2]}" if numbered else f"มิติ : {dimension.name}"
    if kpi.project:
        numbered = _NUMBERED.fullmatch(kpi.project)
        yield f"แผนงาน/โครงการ : {numbered[2] if numbered else kpi.project}"


def _parts(kpi: Kpi) -> Iterator[Measured]:
    """The activities with results of their own, each with the steps that stand under its name."""
    for number, part in enumerate(kpi.parts, start=1):
        yield Measured(
            name=f"{number}. {part.name}",
            measure=part.measure,
            targets=_targets(part.targets),
            result=part.result.text if part.result else "-",
            steps=tuple(_step(step) for step in kpi.steps if _is_of(step, part)),
        )


def _is_of(step: Step, part: Part) -> bool:
    return part.name in step.activity


def _step(step: Step) -> kpiforms.Step:
    return kpiforms.Step(number=str(step.number), text=step.text, is_done=step.is_done, note=step.note)
