"""Filling a text within the fence: compiled once, run within bounds, its faults told with their line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from gettext import gettext as _
from typing import Any

from jinja2 import Template, TemplateError, UndefinedError
from markupsafe import escape

from memogen.errors import InputError
from memogen.findings import Finding
from memogen.sandbox.fence import FINALIZE, kept, words
from memogen.sandbox.filters import BAHT_READING, FilterError
from memogen.sandbox.grammar import Reading
from memogen.sandbox.printing import printing
from memogen.sandbox.scan import normalise_tags
from memogen.sandbox.values import Given, Ready, TooMuch, shape_from_json

Where = tuple[str, int, str]
"""File, first line and place of a text."""


@lru_cache(maxsize=64)
def _compiled(source: str, trim: bool, own_words: bool) -> Template:
    """Compiled once; only for texts in which `problems` found nothing."""
    return kept(trim, own_words).from_string(normalise_tags(source))


@lru_cache(maxsize=256)
def _is_sound(source: str, shape: tuple[str, ...]) -> bool:
    """Whether a text suits values of a shape (see `Given`)."""
    return not Reading(source, shape_from_json(shape)).findings(file="", first_line=1, place="")


def filled(
    source: str,
    values: Mapping[str, Any] | Given,
    finalize: Callable[[Any], Any] | None,
    baht_reading: str,
    trim: bool,
    limit: int,
    faults: Callable[[Mapping[str, Any]], list[Finding]],
    where: Where,
) -> str:
    """See `memogen.sandbox.render`; `faults` gives the findings for a shape, asked when there are some."""
    given = values if isinstance(values, Given) else Given(values)
    try:
        given.renew()
    except TooMuch as error:
        raise InputError(_bound(error, where)) from error
    if not _is_sound(source, given.shape):
        raise InputError(*faults(given.known))
    only_prints = printing(source, kept(trim, finalize is not None))
    if only_prints and (found := only_prints.found(given.values)) is not None:
        printed = (_printed((finalize or words)(value)) for value in found)
        return only_prints.filled(_made(printed, limit - only_prints.size, where))
    template = _compiled(source, trim, finalize is not None)
    names = {**given.values, FINALIZE: finalize, BAHT_READING: baht_reading}
    return "".join(_made(template.generate(names), limit, where))


def _printed(value: Any) -> str:
    """What Jinja prints of a value."""
    return value if isinstance(value, Ready) else escape(value)


def _made(making: Iterable[str], limit: int, where: Where) -> list[str]:
    """The pieces of a text as they are made, at most so many characters."""
    pieces, size = [], 0
    try:
        for piece in making:
            size += len(piece)
            if size > limit:
                raise TooMuch(f"{limit:,}")
            pieces.append(piece)
    except TooMuch as error:
        raise InputError(_bound(error, where)) from error
    except (TemplateError, FilterError, TypeError, ValueError, ArithmeticError) as error:
        raise InputError(_runtime(error, where)) from error
    return pieces


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
