"""The Jinja environment in which templates run: no attribute is read, nothing is called."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from jinja2 import StrictUndefined, Undefined, nodes, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from memogen.sandbox.filters import FILTERS, TESTS, shown
from memogen.sandbox.values import LOOP, Ready

FINALIZE = "\0finalize"
"""Where a rendering keeps its own finalize; no template can write this name."""


class Fence(ImmutableSandboxedEnvironment):
    """No attribute of a Python object is ever read and nothing is ever called."""

    def getitem(self, obj: Any, argument: Any) -> Any:
        """A column of a mapping, a row of a list, or one of the five things that `loop` knows."""
        if isinstance(obj, LoopContext) and argument in LOOP:
            return getattr(obj, argument)
        if isinstance(obj, dict | list | tuple):
            for name in (argument, *_spaced(argument)):
                try:
                    return obj[name]
                except (LookupError, TypeError):
                    pass
        return self.undefined(obj=obj, name=argument)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The same as `getitem`: a column named `items` or `count` is a column."""
        return self.getitem(obj, attribute)

    def call(self, *_: Any, **__: Any) -> Any:
        """Always refused."""
        raise SecurityError("nothing may be called in a template")


def _spaced(argument: Any) -> tuple[str, ...]:
    """The column that `หัว_ตาราง` means when none is spelt so: a name in a tag has no spaces."""
    return (argument.replace("_", " "),) if isinstance(argument, str) and "_" in argument else ()


def words(value: Any) -> Any:
    """What is printed of a value, before it is escaped."""
    if isinstance(value, Undefined):
        return str(value)  # raises UndefinedError with the name
    return value if isinstance(value, Ready) else shown(value)


@pass_context
def _own_words(context: Context, value: Any) -> Any:
    return words(value) if isinstance(value, Undefined) else context.parent[FINALIZE](value)


def fence(*, finalize: Callable[..., Any] | None = None, trim: bool = False) -> Fence:
    """See `memogen.sandbox.environment`."""
    environment = Fence(
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize or words,
        trim_blocks=trim,
        lstrip_blocks=trim,
        keep_trailing_newline=trim,
        cache_size=0,
    )
    environment.globals = {}
    environment.filters = dict(FILTERS)
    environment.tests = {name: environment.tests[name] for name in TESTS}
    return environment


@cache
def kept(trim: bool, own_words: bool) -> Fence:
    return fence(finalize=_own_words if own_words else None, trim=trim)


@lru_cache(maxsize=512)
def parse(source: str) -> nodes.Template:
    """Jinja's tree of a text; nothing is compiled, not even constants are folded.

    It is remembered, to be read only: the tags of a template are looked at again and again.
    """
    return kept(False, False).parse(source)
