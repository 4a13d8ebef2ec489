"""Filling a text within the fence: compiled once, run within bounds, its faults told with their line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
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
from memogen.sandbox.printing import Printing, printing
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


class Text:
    """A text with tags, filled with the values of one letter after another (see `memogen.sandbox.render`).

    What holds for all values of one shape is found out once.
    """

    def __init__(self, source: str, *, baht_reading: str, trim: bool, limit: int, where: Where) -> None:
        self._source = source
        self._baht_reading = baht_reading
        self._trim = trim
        self._limit = limit
        self._where = where
        self._known: tuple[tuple[str, ...], bool, Printing | None] | None = None
        """A shape and whether there is a finalize, and how the text is printed then, if it only prints."""

    def filled(self, given: Given, finalize: Callable[[Any], Any] | None = None) -> str:
        """The text with these values; InputError with all findings."""
        try:
            given.renew()
        except TooMuch as error:
            raise InputError(_bound(error, self._where)) from error
        only_prints = self._printing(given.shape, finalize is not None)
        if only_prints and (found := only_prints.found(given.values)) is not None:
            printed = (_printed((finalize or words)(value)) for value in found)
            return only_prints.filled(_made(printed, self._limit - only_prints.size, self._where))
        template = _compiled(self._source, self._trim, finalize is not None)
        names = {**given.values, FINALIZE: finalize, BAHT_READING: self._baht_reading}
        return "".join(_made(template.generate(names), self._limit, self._where))

    def _printing(self, shape: tuple[str, ...], own_words: bool) -> Printing | None:
        known = self._known
        if known is None or known[0] != shape or known[1] != own_words:
            if not _is_sound(self._source, shape):
                file, first_line, place = self._where
                reading = Reading(self._source, shape_from_json(shape))
                raise InputError(*reading.findings(file=file, first_line=first_line, place=place))
            known = shape, own_words, printing(self._source, kept(self._trim, own_words))
            self._known = known
        return known[2]


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
