"""What has been made of an object, found again by the object itself or by what it holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import Any, Generic, NamedTuple, TypeVar

One = TypeVar("One")
Made = TypeVar("Made")


class ByObject(Generic[One, Made]):
    """`ByObject(make).each(ones)` is what `make` makes of each, once for a frozen object that comes again.

    Telling that two objects are one takes a tenth of the time of comparing what is in them, as `lru_cache`
    does. The letters of a circular share the blocks that have no values in them. None is not remembered.
    """

    def __init__(self, make: Callable[[One], Made], *, at_most: int = 256) -> None:
        self._make = make
        self._at_most = at_most
        self._known: dict[int, tuple[One, Made]] = {}
        """With each object itself: while it is here, no other can have its identity."""

    def each(self, ones: Sequence[One]) -> list[Made]:
        """What is made of each, in their order."""
        found = [*map(self._known.get, map(id, ones))]
        return [known[1] if known else self._anew(one) for one, known in zip(ones, found, strict=True)]

    def __call__(self, one: One) -> Made:
        return self.each((one,))[0]

    def _anew(self, one: One) -> Made:
        made = self._make(one)
        if made is not None:
            if len(self._known) >= self._at_most:
                self._known.clear()
            self._known[id(one)] = one, made
        return made


class Part(NamedTuple):
    """What is made of some of an object's attributes, and of nothing else: `Part(("name",), str.upper)`."""

    of: tuple[str, ...]
    make: Callable[..., Any]


class ByPart:
    """`ByPart(parts)(one)` is what is made of an object, part by part, by their names; it is only to be read.

    A part is made anew when one of its attributes is another object than in the one before: the letters of
    a circular share nearly all of them.
    """

    def __init__(self, parts: Mapping[str, Part]) -> None:
        names = [*dict.fromkeys(name for part in parts.values() for name in part.of)]
        self._parts = parts
        self._read: Callable[[Any], tuple[Any, ...]] = attrgetter("__class__", *names)
        self._made_of = [
            [],
            *([name for name, part in parts.items() if attribute in part.of] for attribute in names),
        ]
        """The parts that are made of each attribute."""
        self._last: tuple[tuple[Any, ...], dict[str, Any]] | None = None
        """Taken and put down whole: another thread may be at it too."""

    def __call__(self, one: object) -> Mapping[str, Any]:
        read = self._read(one)
        if self._last is None:
            made = {name: self._made(name, one) for name in self._parts}
        else:
            before, made = self._last
            others = [
                name
                for own, now, then in zip(self._made_of, read, before, strict=True)
                if now is not then
                for name in own
            ]
            if others:
                made = made | {name: self._made(name, one) for name in dict.fromkeys(others)}
        self._last = read, made
        return made

    def _made(self, name: str, one: object) -> Any:
        part = self._parts[name]
        return part.make(*[getattr(one, attribute) for attribute in part.of])
