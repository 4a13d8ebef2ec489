"""The filters and tests that a template may use; each refuses values that do not suit it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from gettext import gettext as _
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from memogen.sandbox.values import ROWS, AsTyped, Formatted, Rows

_LONGEST_SEPARATOR = 100
BAHT_READING = "\0baht"
"""Where a rendering keeps how amounts are read; no template can write this name."""


class FilterError(ValueError):
    """A filter was given what it cannot take; the sentence is for the officer."""


def _refuse(value: object, wanted: str) -> FilterError:
    shown = str(value) if isinstance(value, str | int | Decimal | date) else type(value).__name__
    return FilterError(_("ต้องเป็น{wanted} แต่ได้ “{value}”").format(wanted=wanted, value=shown[:40]))


def shown(value: Any) -> str:
    """A plain value as printed: None empty, a date long, a number exact or as its cell shows it, true and
    false ใช่ and ไม่."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ใช่" if value else "ไม่"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Formatted):
        return value.text
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return _long(value)
    raise _refuse(value, _("ข้อความ จำนวน หรือวันที่"))


def _long(value: date) -> str:
    from memogen import thai

    return thai.long_date(value)


def _digits(value: Any) -> str:
    from memogen import thai

    return thai.to_thai_digits(shown(value))


def _arabic(value: Any) -> AsTyped:
    from memogen import thai

    return AsTyped(thai.to_arabic_digits(shown(value)))


def _number(value: Any) -> Decimal:
    """A number, also from text such as ๑,๓๙๗,๑๓๙.๕๐ in either digits."""
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        number = Decimal(value)
    elif isinstance(value, str) and len(value) <= 40:
        try:
            number = Decimal(_arabic(value).replace(",", "").strip())
        except ArithmeticError as error:
            raise _refuse(value, _("จำนวน")) from error
    else:
        raise _refuse(value, _("จำนวน"))
    if not number.is_finite() or abs(number.adjusted()) > 40:
        raise _refuse(value, _("จำนวน"))
    return number


def _amount(value: Any) -> str:
    from memogen import thai

    return thai.to_thai_digits(thai.amount_text(_number(value)))


@pass_context
def _baht(context: Context, value: Any) -> str:
    from memogen import thai

    return thai.baht_text(_number(value), context.parent.get(BAHT_READING, "spoken"))


def _dated(name: str) -> Callable[[Any], str]:
    def filter(value: Any) -> str:
        from memogen import thai

        if not isinstance(value, date):
            raise _refuse(value, _("วันที่"))
        worded: str = getattr(thai, name)(value)
        return worded

    return filter


def _rows(value: Any) -> list[Any]:
    if not isinstance(value, list | tuple):
        raise _refuse(value, _("รายการหลายแถว"))
    if len(value) > ROWS:
        raise _refuse(len(value), _("รายการไม่เกิน {rows} แถว").format(rows=ROWS))
    return value if isinstance(value, list) else list(value)


def _length(value: Any) -> int:
    if not isinstance(value, str | list | tuple | dict):
        raise _refuse(value, _("ข้อความหรือรายการ"))
    return len(value)


def _first(value: Any) -> Any:
    return next(iter(_rows(value)), "")


def _last(value: Any) -> Any:
    rows = _rows(value)
    return rows[-1] if rows else ""


def _column(rows: Iterable[Any], attribute: str | None) -> list[Any]:
    if attribute is None:
        return list(rows)
    found = []
    for row in rows:
        if not isinstance(row, dict) or attribute not in row:
            raise FilterError(_("ไม่มีคอลัมน์ “{name}”").format(name=attribute))
        found.append(row[attribute])
    return found


def _join(value: Any, separator: str = "", attribute: str | None = None) -> str:
    if len(separator) > _LONGEST_SEPARATOR:
        raise _refuse(separator, _("ตัวคั่นสั้น ๆ"))
    return separator.join(shown(item) for item in _column(_rows(value), attribute))


def _sum(value: Any, attribute: str | None = None) -> Decimal:
    return sum((_number(item) for item in _column(_rows(value), attribute)), Decimal(0))


def _select(value: Any, attribute: str, test: Any = "", wanted: Any = None) -> list[Any]:
    """Rows whose column equals a value: `rows|เฉพาะ('หน่วยงาน', x)` or `selectattr('หน่วยงาน', 'eq', x)`."""
    if wanted is None:
        wanted = test
    elif test not in ("eq", "equalto", "=="):
        raise _refuse(test, _("การเทียบว่าเท่ากัน (eq)"))
    rows = _rows(value)
    kept = [row for row, cell in zip(rows, _column(rows, attribute), strict=True) if cell == wanted]
    return Rows(kept, rows.budget) if isinstance(rows, Rows) else kept


def _int(value: Any) -> int:
    return int(_number(value))


def _round(value: Any, places: int = 0) -> Decimal:
    if type(places) is not int or not 0 <= places <= 6:
        raise _refuse(places, _("จำนวนตำแหน่งทศนิยม ๐ ถึง ๖"))
    return _number(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _default(value: Any, other: Any = "", also_empty: bool = False) -> Any:
    from jinja2 import Undefined

    return other if isinstance(value, Undefined) or value is None or (also_empty and not value) else value


_PLAIN: dict[Sequence[str], Callable[..., Any]] = {
    ("เลขไทย", "thai_digits"): _digits,
    ("เลขอารบิก", "arabic_digits"): _arabic,
    ("บาท", "baht"): _amount,
    ("บาทตัวอักษร", "baht_text"): _baht,
    ("วันที่", "thai_date"): _dated("long_date"),
    ("วันที่ย่อ", "short_date"): _dated("short_date"),
    ("วันที่มีวัน", "weekday_date"): _dated("weekday_date"),
    ("default", "d"): _default,
    ("จำนวน", "length", "count"): _length,
    ("first",): _first,
    ("last",): _last,
    ("join",): _join,
    ("รวม", "sum"): _sum,
    ("เฉพาะ", "selectattr"): _select,
    ("trim",): lambda value: shown(value).strip(),
    ("upper",): lambda value: shown(value).upper(),
    ("lower",): lambda value: shown(value).lower(),
    ("string",): shown,
    ("int",): _int,
    ("round",): _round,
}
FILTERS = {name: filter for names, filter in _PLAIN.items() for name in names}
ROW_FILTERS = ("เฉพาะ", "selectattr")
ELEMENT_FILTERS = ("first", "last")
COLUMN_ARGUMENT = {"join": 1, "sum": 0, "รวม": 0, "เฉพาะ": 0, "selectattr": 0}
"""Filters that name a column, and which of their arguments (from 0) does."""
TESTS = ("defined", "undefined", "none", "odd", "even", "eq", "equalto", "==", "ne", "!=", "in")
