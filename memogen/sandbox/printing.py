"""Texts whose tags do nothing but print: their values are looked up, and Jinja need not run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jinja2 import nodes

from memogen.sandbox.fence import Fence
from memogen.sandbox.scan import normalise_tags

_LONG = 1_000
"""Characters of values that are not worth remembering."""


@dataclass(frozen=True, slots=True)
class Printing:
    """What stands before each value and after the last, and where the values are: `(หน่วยงาน, ชื่อ)`."""

    texts: tuple[str, ...]
    paths: tuple[tuple[str, ...], ...]
    size: int
    """Characters without the values."""

    def found(self, values: dict[str, Any]) -> list[Any] | None:
        """The values among those of a `Given`; None where one is missing or has parts, which Jinja tells."""
        found = []
        for path in self.paths:
            value: Any = values
            for name in path:
                if not isinstance(value, dict) or name not in value:
                    return None
                value = value[name]
            if isinstance(value, dict | list):
                return None
            found.append(value)
        return found

    def filled(self, fillings: Sequence[str]) -> str:
        """The text with these in the place of its values: the same object for the same short ones."""
        join = _joined if sum(map(len, fillings)) < _LONG else _joined.__wrapped__
        return join(self.texts, tuple(fillings))


@lru_cache(maxsize=64)
def _joined(texts: tuple[str, ...], fillings: tuple[str, ...]) -> str:
    return "".join([piece for pair in zip(texts, (*fillings, ""), strict=True) for piece in pair])


@lru_cache(maxsize=64)
def printing(source: str, fence: Fence) -> Printing | None:
    """How a sound text is printed; None when it has other tags than `{{ ชื่อ }}` and `{{ ชื่อ.คอลัมน์ }}`."""
    texts, paths = [""], []
    for output in fence.parse(normalise_tags(source)).body:
        if not isinstance(output, nodes.Output):
            return None
        for node in output.nodes:
            if isinstance(node, nodes.TemplateData):
                texts[-1] += node.data
            elif path := _path(node):
                paths.append(path)
                texts.append("")
            else:
                return None
    return Printing(tuple(texts), tuple(paths), sum(map(len, texts)))


def _path(node: nodes.Node) -> tuple[str, ...]:
    """Of a name or a column; empty for anything else, and for the `self` that is Jinja's own."""
    if isinstance(node, nodes.Getattr):
        inner = _path(node.node)
        return (*inner, node.attr) if inner else ()
    return (node.name,) if isinstance(node, nodes.Name) and node.name != "self" else ()
