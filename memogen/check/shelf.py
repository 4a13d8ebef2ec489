"""The rules on their shelf: every module of `check.rules`, found by itself."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from types import MappingProxyType

from memogen.check import rules as folder
from memogen.check.rule import Rule


@lru_cache(maxsize=1)
def rules() -> Mapping[str, Rule]:
    """Every rule by its code, in the order of the codes."""
    names = sorted(module.name for module in pkgutil.iter_modules(folder.__path__))
    found = [import_module(f"{folder.__name__}.{name}").RULE for name in names]
    return MappingProxyType({rule.code: rule for rule in found})


def chosen(select: str = "", ignore: str = "") -> tuple[Rule, ...]:
    """The rules that `is_wanted`."""
    return tuple(rule for code, rule in rules().items() if is_wanted(code, select, ignore))


def is_wanted(code: str, select: str, ignore: str) -> bool:
    """Whether a code begins with one of `select` (any does when it is empty) and with none of `ignore`.

    Both are codes or their first letters, with commas: `D,H02`.
    """
    wanted, unwanted = _prefixes(select), _prefixes(ignore)
    return (not wanted or code.startswith(wanted)) and not code.startswith(unwanted)


@lru_cache(maxsize=8)
def _prefixes(codes: str) -> tuple[str, ...]:
    return tuple(filter(None, (code.strip().upper() for code in codes.split(","))))
