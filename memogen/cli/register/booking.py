"""Which book and which number are meant: chosen by options, and typed as people type them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from gettext import gettext as _
from typing import Any, TypeVar

import click

from memogen import thai
from memogen.books import BOOK_TITLES, Book, BookKind
from memogen.cli.seat import Seat
from memogen.cli.shape import option
from memogen.findings import N_, nearest
from memogen.model import Office
from memogen.register.searching import KIND_WORDS

F = TypeVar("F", bound=Callable[..., Any])

_OF_YEAR = (BookKind.ORDER, BookKind.CERTIFICATE)
_FIRST_BE, _LAST_BE = 2400, 2942


@dataclass(frozen=True, slots=True)
class Choice:
    """The book that the options name; what they leave open is None."""

    code: str | None
    kind: BookKind | None
    year_be: int | None

    def book(self, seat: Seat, office: Office) -> tuple[Book, bool]:
        """That book, and whether its number is a circular's from the ordinary series."""
        kind = self.kind or BookKind.SENDING
        shared = kind is BookKind.CIRCULAR and office.circular_series == "ordinary"
        book = Book(
            self.code or thai.parse_code(office.code),
            BookKind.SENDING if shared else kind,
            self.year_be or thai.be_year(seat.today),
        )
        return book, shared

    def numbers(self, seat: Seat, office: Office, typed: Iterable[str]) -> list[tuple[Book, int]]:
        """The numbers typed, each with its book; click.BadParameter for one that cannot be read."""
        return list(dict.fromkeys(self._number(seat, office, text) for text in typed))

    def _number(self, seat: Seat, office: Office, typed: str) -> tuple[Book, int]:
        text = " ".join(thai.to_arabic_digits(thai.normalise(typed)).split())
        if of_year := re.fullmatch(r"([0-9]{1,9}) ?/ ?(2[45][0-9]{2})", text):
            return self._of_year(seat, office, int(of_year[1]), int(of_year[2]))
        if running := re.fullmatch(r"(?:ที่ ?)?(ว?)\.? ?([0-9]{1,9})", text):
            code, circular, serial = self.code, bool(running[1]), int(running[2])
        else:
            number = _parsed(typed)
            code, circular, serial = number.code, number.circular, number.running or 0
        if not serial:
            raise click.BadParameter(_("“{text}” ยังไม่มีเลขทะเบียนหลังเครื่องหมายทับ").format(text=typed))
        kind = BookKind.CIRCULAR if circular else self.kind
        return Choice(code, kind, self.year_be).book(seat, office)[0], serial

    def _of_year(self, seat: Seat, office: Office, serial: int, year_be: int) -> tuple[Book, int]:
        if self.kind not in _OF_YEAR:
            raise click.BadParameter(
                _("เลข {number} มีปีต่อท้าย เป็นของคำสั่งหรือหนังสือรับรอง กรุณาบอก --kind คำสั่ง หรือ --kind รับรอง").format(
                    number=f"{serial}/{year_be}"
                )
            )
        return Choice(self.code, self.kind, year_be).book(seat, office)[0], serial


def _parsed(typed: str) -> thai.DocumentNumber:
    try:
        return thai.parse_number(typed)
    except thai.NumberError as error:
        raise click.BadParameter(str(error)) from error


def _code(_ctx: click.Context, _param: click.Parameter, typed: str | None) -> str | None:
    try:
        return thai.parse_code(typed.rstrip(" /")) if typed else None
    except thai.NumberError as error:
        raise click.BadParameter(str(error)) from error


def _kind(_ctx: click.Context, _param: click.Parameter, typed: str | None) -> BookKind | None:
    if not typed:
        return None
    word = thai.normalise(typed).strip().casefold()
    for kind, names in KIND_WORDS.items():
        if word in names:
            return kind
    known = [names[0] for names in KIND_WORDS.values()]
    message = _("ไม่รู้จักทะเบียน “{word}” ที่ใช้ได้: {known}").format(word=typed, known=", ".join(known))
    guess = nearest(word, [name for names in KIND_WORDS.values() for name in names])
    raise click.BadParameter(
        message + (" " + _("หมายถึง “{guess}” ใช่หรือไม่").format(guess=guess) if guess else "")
    )


def year_be(_ctx: click.Context, _param: click.Parameter, typed: str | None) -> int | None:
    """A year in either era as a year of พ.ศ.; two digits are พ.ศ. 25xx."""
    if not typed:
        return None
    digits = thai.to_arabic_digits(typed).strip()
    if not re.fullmatch("[0-9]{2}|[0-9]{4}", digits):
        raise click.BadParameter(_("อ่านปี “{text}” ไม่ได้ กรุณาเขียน เช่น 2566 หรือ ๒๕๖๖").format(text=typed))
    year = int(digits) + (2500 if len(digits) == 2 else 0)
    year += 543 if year < _FIRST_BE else 0
    if not _FIRST_BE <= year <= _LAST_BE:
        raise click.BadParameter(_("อ่านปี “{text}” ไม่ได้ กรุณาเขียน เช่น 2566 หรือ ๒๕๖๖").format(text=typed))
    return year


_OPTIONS = (
    option("--code", metavar="CODE", callback=_code, help=N_("รหัสหนังสือ เช่น กษ1113")),
    option("--kind", metavar="KIND", callback=_kind, help=N_("ทะเบียน: ส่ง เวียน คำสั่ง รับรอง รับ")),
    option("--year", metavar="Y", callback=year_be, help=N_("ปีของทะเบียน พ.ศ. หรือ ค.ศ.")),
)


def book_options(command: F) -> F:
    """--code, --kind and --year, given to the command as one `choice`."""
    from functools import wraps

    @wraps(command)
    def chosen(*args: Any, code: str | None, kind: BookKind | None, year: int | None, **others: Any) -> Any:
        return command(*args, choice=Choice(code, kind, year), **others)

    wrapped: Any = chosen
    for decorate in reversed(_OPTIONS):
        wrapped = decorate(wrapped)
    return wrapped  # type: ignore[no-any-return]


def titled(book: Book) -> str:
    """`ทะเบียนหนังสือส่ง กษ ๑๑๑๓ พ.ศ. ๒๕๖๖`."""
    year = thai.to_thai_digits(str(book.year_be))
    return _("{name} {code} พ.ศ. {year}").format(name=_(BOOK_TITLES[book.kind]), code=book.code, year=year)


def numbers_argument(command: F) -> F:
    """One number or more, as people type them, given to the command as `numbers`."""
    return click.argument("numbers", metavar="NUMBER...", nargs=-1, required=True)(command)
