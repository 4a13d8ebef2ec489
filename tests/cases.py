"""Many small cases proved by one test: every case is tried, and all that fail are told together by name."""

from __future__ import annotations

import functools
import inspect
import traceback
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import pytest

Test = TypeVar("Test", bound=Callable[..., Any])
_LONGEST = 200
"""Characters of a value that are told."""


def each(
    names: str | Sequence[str], cases: Iterable[Any], *, ids: Callable[[Any], object] | None = None
) -> Callable[[Test], Test]:
    """As `pytest.mark.parametrize`, but one test in all: for cases of which each takes no time.

    Of a class, every test is given the cases. `ids` names a value in what is told; else it is its repr.
    A test with a fixture that a case may change must be parametrised, so that each case has its own.
    """
    words = [word.strip() for word in names.split(",")] if isinstance(names, str) else list(names)
    tried = [(case,) if len(words) == 1 else tuple(case) for case in cases]
    assert tried, f"no cases of {names}"
    assert all(len(values) == len(words) for values in tried), f"not all cases have {names}"

    def named(values: tuple[Any, ...]) -> str:
        shown = (str((ids or repr)(value))[:_LONGEST] for value in values)
        return ", ".join(f"{word}={value}" for word, value in zip(words, shown, strict=True))

    def of(test: Any) -> Any:
        if inspect.isclass(test):
            for name, method in [*vars(test).items()]:
                if name.startswith("test_"):
                    setattr(test, name, of(method))
            return test
        return _over(test, words, [(named(values), values) for values in tried])

    return of


def _over(test: Callable[..., Any], words: list[str], cases: list[tuple[str, tuple[Any, ...]]]) -> Any:
    """The test over all cases, without the words of the cases among what it asks pytest for."""
    asked = inspect.signature(test)
    assert set(words) <= asked.parameters.keys(), f"{test.__name__} does not ask for {words}"

    @functools.wraps(test)
    def over_all(*given: Any, **fixtures: Any) -> None:
        failed: list[tuple[str, BaseException]] = []
        for name, values in cases:
            try:
                test(*given, **fixtures, **dict(zip(words, values, strict=True)))
            except (Exception, pytest.fail.Exception) as error:
                failed.append((name, error))
        if len(failed) == 1:  # told as pytest tells it, with the line and the values
            [(name, only)] = failed
            only.add_note(f"case: {name}")
            raise only
        if failed:
            told = "\n".join(f"{name}\n    {_told(error)}" for name, error in failed)
            pytest.fail(f"{len(failed)} of {len(cases)} cases:\n{told}", pytrace=False)

    rest = [one for name, one in asked.parameters.items() if name not in words]
    over_all.__signature__ = asked.replace(parameters=rest)  # type: ignore[attr-defined]
    return over_all


def _told(error: BaseException) -> str:
    """What went wrong, with the line of the test that said so."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename != __file__]
    line = f"line {frames[0].lineno}: " if frames else ""
    told = "\n".join([f"{line}{type(error).__name__}: {error}", *getattr(error, "__notes__", ())])
    return told.replace("\n", "\n    ")
