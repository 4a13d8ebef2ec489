"""Disagreements inside a scorecard's data: what it says twice, and differently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from gettext import gettext as _

from memogen.findings import Finding, Severity, has_errors
from memogen.kpi import refusals
from memogen.kpi.arithmetic import (
    added,
    agrees,
    digits,
    is_one_way,
    level_of,
    percent_of,
    points,
    rounded,
    shown,
)
from memogen.kpi.counting import counted, ratio_of, share_of
from memogen.kpi.figures import is_awaited, plain
from memogen.kpi.nouns import Details, Figure, Kpi, Scored, ScoredKpi, Words

_NEARLY_ALL = Decimal(1)  # a third written as 33.3 leaves a tenth of the hundred


def disagreements(scored: Scored) -> Iterator[Finding]:
    """Errors where a score means nothing by them, warnings where it stands."""
    weights = list(_weights(scored))
    yield from _doubled_codes(scored)
    yield from weights
    for kpi in scored.kpis:
        yield from _of_kpi(kpi, scored)
    if not has_errors(weights):
        yield from _scores(scored)
    yield from _counts(scored)
    yield from _budgets(scored)
    yield from _other_sheets(scored)


def _doubled_codes(scored: Scored) -> Iterator[Finding]:
    card = scored.scorecard
    codes = [Words(kpi.code, card.sheet, kpi.cell) for kpi in card.kpis]
    for code, first in _repeated(codes):
        yield refusals.doubled_code(card.file, code, first)
    for code, first in _repeated(Words(row.code, row.sheet, row.cell) for row in card.details):
        yield refusals.doubled_code(card.file, code, first, Severity.WARNING)


def _repeated(codes: Iterable[Words]) -> Iterator[tuple[Words, Words]]:
    """Each code that was met before, and where it was met first."""
    met: dict[str, Words] = {}
    for code in codes:
        if met.setdefault(code.text, code) is not code:
            yield code, met[code.text]


# --- weights --------------------------------------------------------------------------------------


def _weights(scored: Scored) -> Iterator[Finding]:
    card = scored.scorecard
    yield from _not_a_hundred(card.file, [one.weight for one in card.dimensions], _("มิติทั้งหมด"))
    for dimension in card.dimensions:
        whose = _("CSF ใน “{name}”").format(name=dimension.name)
        yield from _not_a_hundred(card.file, [csf.weight for csf in dimension.csfs], whose)
        for csf in dimension.csfs:
            whose = _("ตัวชี้วัดใน “{name}”").format(name=csf.name)
            yield from _not_a_hundred(card.file, [kpi.weight for kpi in csf.kpis], whose)


def _not_a_hundred(file: str, weights: Sequence[Figure], whose: str) -> Iterator[Finding]:
    total = added(weight.value for weight in weights)
    if total != 100:
        is_near = abs(total - 100) < _NEARLY_ALL
        severity = Severity.WARNING if is_near else Severity.ERROR
        yield refusals.weights_do_not_add_up(file, weights, total, whose, severity)


# --- a single KPI ---------------------------------------------------------------------------------


def _of_kpi(scored: ScoredKpi, whole: Scored) -> Iterator[Finding]:
    kpi, file = scored.kpi, whole.scorecard.file
    if not is_one_way(kpi.targets):
        yield refusals.wavering_targets(file, kpi.code, [target for target in kpi.targets if target])
    yield from _wrong_percentage(kpi, file)
    if scales := list(_mixed_scales(scored, file)):
        yield from scales  # and nothing that only follows from it
    else:
        yield from _wrong_results(scored, file)
        yield from _wrong_level(scored, file)
    yield from _no_result(scored, whole)


def _wrong_percentage(kpi: Kpi, file: str) -> Iterator[Finding]:
    """V11: the details state another percentage than their own numerator over denominator."""
    row = kpi.details
    if row and row.percent and (share := share_of(row)) is not None and not _states(row, share):
        stated = digits(percent_of(row.percent))
        yield refusals.wrong_percentage(file, kpi.code, row.percent, stated, shown(share), ratio_of(row))


def _wrong_results(scored: ScoredKpi, file: str) -> Iterator[Finding]:
    """V13: the result is not what is counted beside it, or is of another level than that.

    One that agrees with a percentage which is wrong itself is not told again: V11 has told it.
    """
    kpi = scored.kpi
    if not isinstance(kpi.result, Figure):
        return
    for other in counted(kpi):
        levels = {level_of(value, kpi.targets) for value in (kpi.result.value, other.value)}
        if agrees(kpi.result.value, other.value) and len(levels) == 1:
            continue
        if not (other.is_share and kpi.details and _states(kpi.details, kpi.result.value)):
            figure = digits(rounded(other.value, places=4))
            yield refusals.wrong_result(file, kpi.code, kpi.result, figure, other.source)


def _states(row: Details, percentage: Decimal) -> bool:
    """Whether the details state this percentage, as 0.5873 or 58.73."""
    readings = [row.percent.value, percent_of(row.percent)] if row.percent else []
    return any(agrees(reading, percentage) for reading in readings)


def _wrong_level(scored: ScoredKpi, file: str) -> Iterator[Finding]:
    """V12: the stated level is not that of the result, or there is one before there is a result."""
    kpi = scored.kpi
    if not isinstance(kpi.level, Figure):
        return
    if isinstance(kpi.result, Words) and is_awaited(kpi.result):
        yield refusals.level_before_result(file, kpi.code, kpi.level, kpi.result)
    elif scored.result is not None and scored.level is not None and scored.level != kpi.level.value:
        result = digits(rounded(scored.result, places=4))
        yield refusals.wrong_level(file, kpi.code, kpi.level, result, scored.level)


def _mixed_scales(scored: ScoredKpi, file: str) -> Iterator[Finding]:
    """V18: in 0.838 and 60, 65, 70 … the small one may be a share that the sheet shows as percent."""
    kpi, result = scored.kpi, scored.result
    targets = [target for target in kpi.targets if target]
    if not kpi.is_percentage or result is None or result <= 0 or not targets:
        return
    lowest, highest = min(target.value for target in targets), max(target.value for target in targets)
    small: Figure | None = None
    if isinstance(kpi.result, Figure) and (result <= 1 < lowest or result < 1 <= lowest):
        small = kpi.result
    elif highest <= 1 < result:
        small = targets[0]
    if small and not small.is_percent:
        yield refusals.mixed_scales(file, kpi.code, digits(result), small, refusals.listed(kpi.targets))


def _no_result(scored: ScoredKpi, whole: Scored) -> Iterator[Finding]:
    """V21, or V03 where there are words that neither are a result nor say when there will be one."""
    kpi, card = scored.kpi, whole.scorecard
    if scored.level is not None or scored.awaited:
        return
    if isinstance(kpi.result, Words):
        yield refusals.not_a_number(card.file, kpi.result, _("ผลการดำเนินงาน"))
    else:
        yield refusals.no_result(card.file, Words(kpi.code, card.sheet, kpi.cell))


# --- the whole ------------------------------------------------------------------------------------


def _scores(scored: Scored) -> Iterator[Finding]:
    """V14: a stated score that is neither ours nor the sum of those stated below it, where each is told."""
    card = scored.scorecard
    for dimension in scored.dimensions:
        for csf in dimension.csfs:
            for kpi in csf.kpis:
                weights = (kpi.kpi.weight, csf.csf.weight, dimension.dimension.weight)
                level = kpi.kpi.level
                typed = [points(int(level.value), *weights)] if isinstance(level, Figure) else []
                whose = _("ตัวชี้วัด {code}").format(code=kpi.kpi.code)
                yield from _wrong_score(card.file, whose, kpi.kpi.score, [kpi.score, *typed])
            below = _as_stated((kpi.kpi.score, kpi.score) for kpi in csf.kpis)
            yield from _wrong_score(card.file, _quoted(csf.csf.name), csf.csf.score, [csf.score, below])
        below = _as_stated((csf.csf.score, csf.score) for csf in dimension.csfs)
        whose = _quoted(dimension.dimension.name)
        yield from _wrong_score(card.file, whose, dimension.dimension.score, [dimension.score, below])
    below = _as_stated((one.dimension.score, one.score) for one in scored.dimensions)
    yield from _wrong_score(card.file, _("ทั้งแผน"), card.total, [scored.total, below])


def _as_stated(scores: Iterable[tuple[Figure | None, Decimal]]) -> Decimal:
    """The sum of the stated scores, or of ours where none is stated."""
    return added(stated.value if stated else ours for stated, ours in scores)


def _wrong_score(file: str, whose: str, stated: Figure | None, ours: Sequence[Decimal]) -> Iterator[Finding]:
    if stated and rounded(stated.value) not in map(rounded, ours):
        yield refusals.wrong_score(file, whose, stated, shown(ours[0]))


def _quoted(name: str) -> str:
    return f"“{name}”"


def _counts(scored: Scored) -> Iterator[Finding]:
    """V15: the sheet says that there are more, or fewer, than there are."""
    card = scored.scorecard
    ours = {
        "มิติ": len(card.dimensions),
        "CSF": len(card.csfs),
        "แผนงาน/โครงการ": len({kpi.project for kpi in card.kpis if kpi.project}),
        "ตัวชี้วัด": len(card.kpis),
    }
    for noun, stated in card.counts.items():
        if noun in ours and stated.value != ours[noun]:
            yield refusals.wrong_count(card.file, noun, stated, ours[noun])


def _budgets(scored: Scored) -> Iterator[Finding]:
    """V17: a KPI's budget is not what its costs on another sheet add up to."""
    card = scored.scorecard
    for kpi in card.kpis:
        costs = card.costs.get(kpi.code, ())
        total = added(cost.value for cost in costs)
        if costs and isinstance(kpi.budget, Figure) and kpi.budget.value != total:
            yield refusals.wrong_budget(card.file, kpi.code, kpi.budget, total, costs[0].sheet)


def _other_sheets(scored: Scored) -> Iterator[Finding]:
    """V19 and V20: the details of a KPI that the scorecard does not have, or calls by another name."""
    card = scored.scorecard
    names = {kpi.code: kpi.name for kpi in card.kpis}
    for row in card.details:
        if row.code not in names:
            yield refusals.unknown_details(card.file, Words(row.code, row.sheet, row.cell))
        elif row.name and not _are_alike(row.name.text, names[row.code]):
            yield refusals.other_name(card.file, row.code, row.name, names[row.code])


def _are_alike(one: str, other: str) -> bool:
    """How a cell is broken into lines, and case, make no other name."""
    here, there = ("".join(plain(text).casefold().split()) for text in (one, other))
    return here == there
