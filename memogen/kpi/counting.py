"""Results counted from what stands beside the scorecard: a mean of parts, steps done, a count, a share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from gettext import gettext as _
from itertools import takewhile

from memogen.kpi.arithmetic import added, level_of, percent_of
from memogen.kpi.nouns import Details, Kpi, Part


@dataclass(frozen=True, slots=True)
class Counted:
    """A result by other figures; `source` says in words by which. A share is done ÷ total of the details."""

    value: Decimal
    source: str
    is_share: bool = False


def counted(kpi: Kpi) -> Iterator[Counted]:
    """What the result is by each source that there is, the nearest to the KPI's formula first."""
    if kpi.parts and all(part.percent or part.result for part in kpi.parts):
        yield Counted(_mean(kpi), _("ค่าเฉลี่ยของกิจกรรม"))
    if kpi.steps and not kpi.is_percentage and len({step.activity for step in kpi.steps}) == 1:
        yield Counted(_steps_done(kpi), _("ขั้นตอนที่ทำแล้วต่อเนื่องกัน"))
    if kpi.details:
        yield from _of_details(kpi.details, is_percentage=kpi.is_percentage)


def share_of(details: Details) -> Decimal | None:
    """What was done in percent of the total, unrounded."""
    if details.done is None or details.total is None or not details.total.value:
        return None
    return details.done.value * 100 / details.total.value


def ratio_of(details: Details) -> str:
    """What was done of the total, in words."""
    done, total = (figure.text if figure else "" for figure in (details.done, details.total))
    return _("{done} ใน {total}").format(done=done, total=total)


def _of_details(details: Details, *, is_percentage: bool) -> Iterator[Counted]:
    share = share_of(details)
    if not is_percentage:
        if details.done:
            yield Counted(details.done.value, _("จำนวนที่นับได้"))
    elif share is not None:
        yield Counted(share, ratio_of(details), is_share=True)
    elif details.percent:
        yield Counted(percent_of(details.percent), _("ร้อยละในรายละเอียด"))


def _mean(kpi: Kpi) -> Decimal:
    return added(_percent(part, kpi) for part in kpi.parts) / len(kpi.parts)


def _percent(part: Part, kpi: Kpi) -> Decimal:
    """As stated, else the KPI's target for the level that the part has reached."""
    if part.percent:
        return percent_of(part.percent)
    level = level_of(part.result.value, part.targets) if part.result else 0
    target = kpi.targets[level - 1] if level else None
    return target.value if target else Decimal(0)


def _steps_done(kpi: Kpi) -> Decimal:
    """Those done in a row from the first."""
    steps = sorted(kpi.steps, key=lambda step: step.number)
    return Decimal(len(list(takewhile(lambda step: step.is_done, steps))))
