"""What may stand in a template: plain values, with a bound on how often rows are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeAlias

from memogen.sandbox.scan import tidy

LIMIT = 20_000_000
"""Characters that one text may grow to."""
ROWS = 5_000
"""Rows that one list may have."""
STEPS = 250_000
"""Rows that one rendering may read in all: loops within loops, filters, `in`."""
DEPTH = 6
LOOP = ("index", "index0", "first", "last", "length")
"""What `loop` knows inside a `for`."""

ANY = "*"
"""The shape of what is not known: it may have any columns."""
Shape: TypeAlias = "str | Mapping[str, Shape] | Sequence[Shape] | None"

_SIMPLE = (str, int, bool, type(None), Decimal, date)


class Ready(str):
    """Text that stands as it is where a template prints it; only our own code makes it."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


class AsTyped(str):
    """Text whose digits are to stay as they are."""

    __slots__ = ()


class TooMuch(Exception):
    """A bound was reached; the words say which."""


class Budget:
    """How many rows may still be read."""

    def __init__(self, steps: int = STEPS) -> None:
        self.left = steps

    def spend(self, steps: int) -> None:
        self.left -= steps
        if self.left < 0:
            raise TooMuch(f"{STEPS:,}")


class Rows(list[Any]):
    """A list that pays from the budget each time it is read."""

    def __init__(self, items: Sequence[Any], budget: Budget) -> None:
        super().__init__(items)
        self.budget = budget

    def __iter__(self) -> Iterator[Any]:
        self.budget.spend(len(self) + 1)
        return super().__iter__()

    def __contains__(self, item: object) -> bool:
        self.budget.spend(len(self) + 1)
        return super().__contains__(item)

    def __eq__(self, other: object) -> bool:
        self.budget.spend(len(self) + 1)
        return super().__eq__(other)

    __hash__ = None


def plain(values: Mapping[str, Any], budget: Budget) -> dict[str, Any]:
    """A copy with normalised names and counted lists; anything that is not plain raises TypeError."""
    return {_key(name): _plain(value, budget, str(name), DEPTH) for name, value in values.items()}


def _plain(value: Any, budget: Budget, path: str, depth: int) -> Any:
    if type(value) in _SIMPLE or isinstance(value, Ready):
        return value
    if not depth:
        raise TypeError(f"{path}: nested too deep for a template")
    if isinstance(value, Mapping):
        return {_key(key): _plain(item, budget, f"{path}.{key}", depth - 1) for key, item in value.items()}
    if type(value) in (list, tuple):
        if len(value) > ROWS:
            raise TooMuch(f"{path}: {len(value):,} > {ROWS:,}")
        return Rows([_plain(item, budget, path, depth - 1) for item in value], budget)
    raise TypeError(f"{path}: a {type(value).__name__} may not stand in a template")


@lru_cache(maxsize=4096)
def _key(name: Any) -> str:
    """A name as tags have it, see `normalise_tags`."""
    if type(name) is not str:
        raise TypeError(f"{name!r}: names in a template are text")
    return tidy(name)


def shape_of(value: Any) -> Any:
    """A mapping for a mapping, one element for a list (the columns of all its rows), None for the rest."""
    if isinstance(value, Mapping):
        return {name: shape_of(item) for name, item in value.items()}
    if not isinstance(value, list | tuple):
        return None
    rows = list.__iter__(value) if isinstance(value, list) else iter(value)
    merged: Any = ANY
    for row in rows:
        shape = shape_of(row)
        merged = {**merged, **shape} if isinstance(merged, dict) and isinstance(shape, dict) else shape
    return [merged]
