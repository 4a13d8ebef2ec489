"""The weighted score of a plan (contract section 7)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from memogen.kpi.arithmetic import added, level_of, points
from memogen.kpi.counting import counted
from memogen.kpi.figures import is_awaited
from memogen.kpi.judging import disagreements
from memogen.kpi.nouns import (
    Csf,
    Dimension,
    Figure,
    Kpi,
    Scorecard,
    Scored,
    ScoredCsf,
    ScoredDimension,
    ScoredKpi,
)


def score(scorecard: Scorecard) -> Scored:
    """The scores of all, with every disagreement inside the data (from V07 of `memogen.kpi`)."""
    dimensions = tuple(map(_dimension, scorecard.dimensions))
    total = added(dimension.score for dimension in dimensions)
    scored = Scored(scorecard=scorecard, total=total, dimensions=dimensions, findings=())
    return replace(scored, findings=(*scorecard.findings, *disagreements(scored)))


def _dimension(dimension: Dimension) -> ScoredDimension:
    csfs = tuple(_csf(csf, dimension) for csf in dimension.csfs)
    return ScoredDimension(dimension=dimension, score=added(csf.score for csf in csfs), csfs=csfs)


def _csf(csf: Csf, dimension: Dimension) -> ScoredCsf:
    kpis = tuple(_kpi(kpi, csf, dimension) for kpi in csf.kpis)
    return ScoredCsf(csf=csf, score=added(kpi.score for kpi in kpis), kpis=kpis)


def _kpi(kpi: Kpi, csf: Csf, dimension: Dimension) -> ScoredKpi:
    result = _result(kpi)
    level = _level(kpi, result)
    return ScoredKpi(
        kpi=kpi,
        result=result,
        level=level,
        score=points(level or 0, kpi.weight, csf.weight, dimension.weight),
        awaited=_awaited(kpi),
    )


def _awaited(kpi: Kpi) -> str:
    said = (entry.text for entry in (kpi.level, kpi.result) if entry and is_awaited(entry))
    return next(said, "")


def _result(kpi: Kpi) -> Decimal | None:
    """As typed in the scorecard, else as counted beside it."""
    if isinstance(kpi.result, Figure):
        return kpi.result.value
    return next((source.value for source in counted(kpi)), None)


def _level(kpi: Kpi, result: Decimal | None) -> int | None:
    """By the result and the targets; a level that is typed counts only where there is no result.

    None, not yet known, where the column of results or that of levels says so (ทราบผล เดือน ก.ย. ๖๖), even
    beside a result. Such a result is an interim one, of the people trained or the records mended by now: its
    KPI is measured at the end of the year, so that a level made of it would report as reached, or as failed,
    what nobody has measured. The column of levels is where the office says which of the two it is.
    """
    if _awaited(kpi):
        return None
    if result is not None:
        return level_of(result, kpi.targets)
    return int(kpi.level.value) if isinstance(kpi.level, Figure) else None
