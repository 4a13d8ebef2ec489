"""Numbers as runs, and runs as people read them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from memogen import thai

Span = tuple[int, int]
"""The first and the last number of a run."""


def spans(numbers: Iterable[int]) -> list[Span]:
    """The runs in numbers of any order.

    >>> spans([3, 1, 2, 7])
    [(1, 3), (7, 7)]
    """
    runs: list[Span] = []
    for number in sorted(set(numbers)):
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def spoken(runs: Sequence[Span]) -> str:
    """The runs in words.

    >>> spoken([(1, 3), (7, 7)])
    '๑–๓, ๗'
    """
    words = (str(low) if low == high else f"{low}–{high}" for low, high in runs)
    return thai.to_thai_digits(", ".join(words))
