"""The Jinja environment in which templates run, and running one within bounds."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from gettext import gettext as _
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, Undefined, UndefinedError, nodes, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from memogen.errors import InputError
from memogen.findings import Finding
from memogen.sandbox.filters import BAHT_READING, FILTERS, TESTS, FilterError, shown
from memogen.sandbox.scan import normalise_tags
from memogen.sandbox.values import Budget, Ready, TooMuch, plain, shape_of

LOOP = ("index", "index0", "first", "last", "length")
_FINALIZE = "\0finalize"
"""Where a rendering keeps its own finalize; no template can write this name."""

Where = tuple[str, int, str]
"""File, first line and place of a text."""


class Fence(ImmutableSandboxedEnvironment):
    """No attribute of a Python object is ever read and nothing is ever called."""

    def getitem(self, obj: Any, argument: Any) -> Any:
        """A column of a mapping, a row of a list, or one of the five things that `loop` knows."""
        if isinstance(obj, LoopContext) and argument in LOOP:
            return getattr(obj, argument)
        if isinstance(obj, dict | list | tuple):
            try:
                return obj[argument]
            except (LookupError, TypeError):
                pass
        return self.undefined(obj=obj, name=argument)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The same as `getitem`: a column named `items` or `count` is a column."""
        return self.getitem(obj, attribute)

    def call(self, *_: Any, **__: Any) -> Any:
        """Always refused."""
        raise SecurityError("nothing may be called in a template")


def _words(value: Any) -> Any:
    if isinstance(value, Undefined):
        return str(value)  # raises UndefinedError with the name
    return value if isinstance(value, Ready) else shown(value)


@pass_context
def _own_words(context: Context, value: Any) -> Any:
    return _words(value) if isinstance(value, Undefined) else context.parent[_FINALIZE](value)


def fence(*, finalize: Callable[..., Any] | None = None, trim: bool = False) -> Fence:
    """See `memogen.sandbox.environment`."""
    environment = Fence(
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize or _words,
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
def _kept(trim: bool, own_words: bool) -> Fence:
    return fence(finalize=_own_words if own_words else None, trim=trim)


def parse(source: str) -> nodes.Template:
    """Jinja's tree of a text; nothing is compiled, not even constants are folded."""
    return _kept(False, False).parse(source)


@lru_cache(maxsize=64)
def _compiled(source: str, trim: bool, own_words: bool) -> Template:
    """Compiled once; only for texts in which `problems` found nothing."""
    return _kept(trim, own_words).from_string(normalise_tags(source))


@lru_cache(maxsize=256)
def _is_sound(source: str, shape: str) -> bool:
    """Whether a text suits values of a shape (as JSON, so that it can be remembered)."""
    from memogen.sandbox.grammar import Reading

    return not Reading(source, json.loads(shape)).findings(file="", first_line=1, place="")


def filled(
    source: str,
    values: Mapping[str, Any],
    finalize: Callable[[Any], Any] | None,
    baht_reading: str,
    trim: bool,
    limit: int,
    faults: Callable[[Mapping[str, Any]], list[Finding]],
    where: Where,
) -> str:
    """See `memogen.sandbox.render`; `faults` gives the findings for a shape, asked when there are some."""
    try:
        given = plain(values, Budget())
    except TooMuch as error:
        raise InputError(_bound(error, where)) from error
    shape = shape_of(given)
    if not _is_sound(source, json.dumps(shape)):
        raise InputError(*faults(shape))
    template = _compiled(source, trim, finalize is not None)
    return _run(template, {**given, _FINALIZE: finalize, BAHT_READING: baht_reading}, limit, where)


def _run(template: Template, values: Mapping[str, Any], limit: int, where: Where) -> str:
    pieces, size = [], 0
    try:
        for piece in template.generate(values):
            size += len(piece)
            if size > limit:
                raise TooMuch(f"{limit:,}")
            pieces.append(piece)
    except TooMuch as error:
        raise InputError(_bound(error, where)) from error
    except (TemplateError, FilterError, TypeError, ValueError, ArithmeticError) as error:
        raise InputError(_runtime(error, where)) from error
    return "".join(pieces)


def _bound(error: TooMuch, where: Where) -> Finding:
    file, line, place = where
    message = _("ข้อความหรือรายการยาวเกินกำหนด ({bound})").format(bound=error)
    return Finding(
        code="M09", message=message, hint=_("แบ่งข้อมูลเป็นหลายฉบับ"), file=file, line=line, place=place
    )


def _runtime(error: Exception, where: Where) -> Finding:
    """What went wrong while filling: its line is that of the text."""
    file, first_line, place = where
    line, trace = 0, error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    if isinstance(error, UndefinedError):
        code, message = "M04", _("ไม่มีค่าให้พิมพ์: {why}")
    elif isinstance(error, FilterError):
        code, message = "M08", _("ใช้ค่ากับตัวกรองไม่ได้: {why}")
    else:
        code, message = "M08", _("คำนวณหรือเทียบค่าต่างชนิดกันไม่ได้: {why}")
    return Finding(
        code=code,
        message=message.format(why=error),
        hint=_("แก้ข้อมูล หรือแก้คำสั่งในวงเล็บปีกกา"),
        file=file,
        line=first_line + max(line - 1, 0),
        place=place,
    )
