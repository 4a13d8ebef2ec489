"""Texts whose tags do nothing but print: their values are looked up, and Jinja need not run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jinja2 import nodes
from markupsafe import escape

from memogen.sandbox.fence import Fence
from memogen.sandbox.scan import normalise_tags


@dataclass(frozen=True, slots=True)
class Printing:
    """What stands before each value and after the last, and where the values are: `(หน่วยงาน, ชื่อ)`."""

    texts: tuple[str, ...]
    paths: tuple[tuple[str, ...], ...]

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

    def pieces(self, found: Sequence[Any], finalize: Callable[[Any], Any]) -> Iterator[str]:
        """The text with these values, each printed as Jinja does."""
        for text, value in zip(self.texts, found, strict=False):
            yield text
            yield escape(finalize(value))
        yield self.texts[-1]


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
    return Printing(tuple(texts), tuple(paths))


def _path(node: nodes.Node) -> tuple[str, ...]:
    """Of a name or a column; empty for anything else, and for the `self` that is Jinja's own."""
    if isinstance(node, nodes.Getattr):
        inner = _path(node.node)
        return (*inner, node.attr) if inner else ()
    return (node.name,) if isinstance(node, nodes.Name) and node.name != "self" else ()
