"""The arithmetic of scorecards, exact until a figure is shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from memogen.kpi.nouns import LEVELS, Figure

PLACES = 2
"""Scores and percentages are shown so, and held against stated ones so."""


def level_of(result: Decimal, targets: Sequence[Figure | None]) -> int:
    """The highest level whose target the result reaches; to meet a target is to reach it. 0 for none.

    Targets that fall from the first to the last are reached from above. A level without a target (a dash)
    cannot be reached itself, and does not stand in the way of a higher one.
    """
    falls = is_falling(targets)
    reached = [
        level
        for level, target in enumerate(targets, start=1)
        if target and (result <= target.value if falls else result >= target.value)
    ]
    return max(reached, default=0)


def is_falling(targets: Iterable[Figure | None]) -> bool:
    known = [target.value for target in targets if target]
    return bool(known) and known[0] > known[-1]


def is_one_way(targets: Iterable[Figure | None]) -> bool:
    """Whether the targets only rise or only fall, so that a higher level is never easier to reach."""
    known = [target.value for target in targets if target]
    return known in (sorted(known), sorted(known, reverse=True))


def points(level: int, *weights: Figure) -> Decimal:
    """level ÷ 5 × the weights, of 100 (contract section 7)."""
    found = Decimal(level) / LEVELS
    for weight in weights:
        found = found * weight.value / 100
    return found * 100


def percent_of(figure: Figure) -> Decimal:
    """A stated percentage; at most 1 without a sign is a share, as a csv has that of a percent format."""
    return figure.value * (100 if figure.value <= 1 and not figure.is_percent else 1)


def added(values: Iterable[Decimal]) -> Decimal:
    return sum(values, Decimal(0))


def rounded(value: Decimal, places: int = PLACES) -> Decimal:
    """Halves up.

    >>> rounded(Decimal("2.625"))
    Decimal('2.63')
    """
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def shown(value: Decimal) -> str:
    """As people read it, with two places."""
    return f"{rounded(value):f}"


def digits(value: Decimal) -> str:
    """The number without zeros at its end.

    >>> digits(Decimal("50.00"))
    '50'
    """
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def agrees(stated: Decimal, ours: Decimal) -> bool:
    """Whether the stated figure is ours as far as it was written out, two places at most."""
    exponent = stated.normalize().as_tuple().exponent
    places = min(max(-int(exponent), 0), PLACES)
    return rounded(stated, places) == rounded(ours, places)
