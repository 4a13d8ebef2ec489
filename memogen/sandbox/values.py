"""What may stand in a template: plain values, with a bound on how often rows are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, Self, SupportsIndex, TypeAlias

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


class Formatted(Decimal):
    """A number that is printed as its workbook shows it; what is counted with it is a plain Decimal.

    >>> Formatted("83.8", "83.80").text, Formatted("83.8", "83.80") + 1
    ('83.80', Decimal('84.8'))
    """

    __slots__ = ("text",)
    text: str

    def __new__(cls, value: Decimal | str, text: str) -> Self:
        number = super().__new__(cls, value)
        number.text = text
        return number

    def __reduce_ex__(self, _protocol: SupportsIndex) -> tuple[Any, ...]:
        return type(self), (str(self), self.text)


_SIMPLE = frozenset({str, int, bool, type(None), Decimal, Formatted, date})


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

    def renew(self) -> None:
        self.left = STEPS


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
    if isinstance(value, dict | Mapping):
        if _SIMPLE.issuperset(map(type, value.values())):
            return dict(zip(_keys(tuple(value)), value.values(), strict=True))
        return {
            _key(key): item if type(item) in _SIMPLE else _plain(item, budget, f"{path}.{key}", depth - 1)
            for key, item in value.items()
        }
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


@lru_cache(maxsize=64)
def _keys(names: tuple[Any, ...]) -> tuple[str, ...]:
    """The names of a row; those of one list are the same in all."""
    return tuple(map(_key, names))


def shape_of(value: Any) -> Any:
    """A mapping for a mapping, one element for a list (the columns of all its rows), None for the rest.

    A column whose name has spaces is there with `_` too, as tags write it.
    """
    if isinstance(value, Mapping):
        shapes = {name: shape_of(item) for name, item in value.items()}
        return {name.replace(" ", "_"): shape for name, shape in shapes.items() if " " in name} | shapes
    if not isinstance(value, list | tuple):
        return None
    rows = list.__iter__(value) if isinstance(value, list) else iter(value)
    merged: Any = ANY
    for row in rows:
        shape = shape_of(row)
        merged = {**merged, **shape} if isinstance(merged, dict) and isinstance(shape, dict) else shape
    return [merged]


class Given:
    """Values made plain once, to fill many texts from; each text may read STEPS rows of them.

    `shape` is that of each name, as JSON: what was found out for it can be remembered. `lacking` are names
    whose values could not be read, so that nothing can be filled; they may have any columns.
    """

    __slots__ = ("_budget", "_excess", "lacking", "shape", "values")
    _budget: Budget
    _excess: str
    values: dict[str, Any]
    shape: tuple[str, ...]
    lacking: frozenset[str]

    def __init__(
        self, values: Mapping[str, Any], *, unread: Iterable[str] = (), over: Given | None = None
    ) -> None:
        """`over` are values that these are added to. TypeError for what is not plain."""
        self._budget = over._budget if over else Budget()
        self._excess = over._excess if over else ""
        try:
            own = plain(values, self._budget)
        except TooMuch as error:
            own = {}
            self._excess = self._excess or str(error)
        self.values = {**over.values, **own} if over else own
        self.lacking = (over.lacking if over else frozenset(unread)) - values.keys()
        before = over.shape if over else tuple(_as_json(name, ANY) for name in unread)
        self.shape = (*before, *(_shape_as_json(name, value) for name, value in values.items()))

    def with_row(self, name: str, row: Mapping[str, Any]) -> Given:
        """These values and a row more, as `Given({name: row}, over=self)`; quicker for simple values."""
        if not _SIMPLE.issuperset(map(type, row.values())) or name in self.lacking:
            return Given({name: row}, over=self)
        columns = tuple(row)
        keys, shape = _keys(columns), _row_as_json(name, columns)
        given = object.__new__(Given)
        given._budget, given._excess, given.lacking = self._budget, self._excess, self.lacking
        is_plain = isinstance(row, dict) and keys == columns
        plain_row = row if is_plain else dict(zip(keys, row.values(), strict=True))
        given.values = {**self.values, _key(name): plain_row}
        given.shape = (*self.shape, shape)
        return given

    @property
    def known(self) -> dict[str, Shape]:
        """The shape as `problems` wants it."""
        return shape_from_json(self.shape)

    def renew(self) -> None:
        """Before each text; TooMuch when a list has more than ROWS rows."""
        if self._excess:
            raise TooMuch(self._excess)
        self._budget.renew()


def shape_from_json(parts: Iterable[str]) -> dict[str, Shape]:
    """The shape of a Given."""
    import json

    return {name: shape for part in parts for name, shape in json.loads(part).items()}


def _shape_as_json(name: str, value: Any) -> str:
    if isinstance(value, dict) and _SIMPLE.issuperset(map(type, value.values())):
        return _row_as_json(name, tuple(value))
    return _as_json(name, shape_of(value))


@lru_cache(maxsize=64)
def _row_as_json(name: str, columns: tuple[str, ...]) -> str:
    return _as_json(name, dict.fromkeys(columns))


def _as_json(name: str, shape: Any) -> str:
    import json  # only letters with values pay for it

    return json.dumps({name: shape})
