"""The numbers of official letters (ที่): agency code, slash, running number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from gettext import gettext as _

from memogen.thai.digits import to_arabic_digits, to_thai_digits
from memogen.thai.text import normalise

_CODE = re.compile(
    r"([ก-ฮ]{2,4}) ?(?:\( ?([ก-ฮ]{1,4}) ?\) ?)?([0-9]{3,6}) ?(?:\( ?([ก-ฮ]{1,4}) ?\) ?)?((?:\. ?[0-9]+)*)"
)
_RUNNING = re.compile(r"(ว?)\.? ?([0-9]{0,9})")
_YEAR_AT_END = re.compile(r"/ ?(?:พ\.?ศ\.? ?)?(?:2[45][0-9]{2}|20[0-9]{2})")


class NumberError(ValueError):
    """A number that is not of the form of annex 1; the sentence says what is wrong and what to write."""


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """The number of a letter or memo (saraban section 3).

    `code` is kept in one form whatever was typed: `กษ ๑๑๑๓`, `กค (กวจ) ๐๔๐๕.๒`. `running` is the number in
    the sending register, None while it is blank; `circular` puts ว before it. Raises NumberError.
    """

    code: str
    running: int | None = None
    circular: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "code", parse_code(self.code))
        if self.running is not None and self.running < 1:
            raise NumberError(_("เลขทะเบียนหนังสือเริ่มจาก ๑ กรุณาตรวจสอบเลขหลังเครื่องหมายทับ"))

    def __str__(self) -> str:
        """`กษ ๑๑๑๓/๖๕๓`, `กษ ๑๑๑๓/ว๗๑`, or `กษ ๑๑๑๓/` before the registry gives the number."""
        return self.written()

    def written(self, *, circular_space: bool = False, width: int = 0) -> str:
        """As an office writes it: with a space after ว, or zeros before the number up to `width` digits."""
        mark = "ว" if self.circular else ""
        if self.running is None:
            return f"{self.code}/{mark}"
        space = " " if self.circular and circular_space else ""
        return f"{self.code}/{mark}{space}{to_thai_digits(f'{self.running:0{width}}')}"


def parse_number(text: str) -> DocumentNumber:
    """A number as people type it, in either digits: `กษ1113/653`, `ที่ กษ ๑๑๑๓/ว ๗๑`, `นว ๕๒๐๐๗.๓/`.

    Raises NumberError for one with dots in its letters, with a year, or without its slash.
    """
    typed = _tidy(text)
    code, slash, after = typed.partition("/")
    if not slash:
        raise NumberError(_("เลขที่ “{text}” ไม่มีเครื่องหมายทับ กรุณาเขียน เช่น กษ ๑๑๑๓/๖๕๓").format(text=text[:60]))
    code = parse_code(code)
    if "/" in after:
        raise NumberError(_too_many_parts(typed, text))
    running = _RUNNING.fullmatch(after.strip())
    if not running:
        raise NumberError(
            _("อ่านเลขหลังเครื่องหมายทับใน “{text}” ไม่ได้ กรุณาเขียน เช่น กษ ๑๑๑๓/๖๕๓ หรือ กษ ๑๑๑๓/ว๗๑").format(
                text=text[:60]
            )
        )
    return DocumentNumber(code, int(running[2]) if running[2] else None, bool(running[1]))


@lru_cache(maxsize=64)
def parse_code(text: str) -> str:
    """The part before the slash in its one form: `กษ1113` is `กษ ๑๑๑๓`; raises NumberError."""
    typed = _tidy(text)
    match = _CODE.fullmatch(typed)
    if not match:
        raise NumberError(_code_fault(typed, text))
    letters, committee, owner, province, units = match.groups()
    names = f"{letters} ({committee})" if committee else letters
    place = f" ({province})" if province else ""
    return to_thai_digits(f"{names} {owner}{place}{units.replace(' ', '')}")


def _tidy(text: str) -> str:
    typed = " ".join(to_arabic_digits(normalise(text)).split())
    return re.sub(r"^(?:เลข)?ที่ ?", "", typed)


def _too_many_parts(typed: str, text: str) -> str:
    if _YEAR_AT_END.search(typed, typed.index("/") + 1):
        return _("เลขที่ “{text}” มีปีต่อท้าย เลขที่หนังสือไม่มีปี พ.ศ. กรุณาตัดปีออก เช่น กษ ๑๑๑๓/๖๕๓").format(text=text[:60])
    return _("เลขที่ “{text}” มีเครื่องหมายทับมากกว่าหนึ่งตัว กรุณาเขียน เช่น กษ ๑๑๑๓/๖๕๓").format(text=text[:60])


def _code_fault(typed: str, text: str) -> str:
    letters = re.match(r"[ก-ฮ. ]*", typed)
    found = letters[0].strip() if letters else ""
    if "." in found:
        return _("รหัสตัวอักษร “{letters}” มีจุด กรุณาเขียนโดยไม่มีจุด เช่น {right} ๑๑๑๓/๖๕๓").format(
            letters=found, right=found.replace(".", "").replace(" ", "")
        )
    if not found:
        return _("“{text}” ไม่มีรหัสตัวอักษรของส่วนราชการ กรุณาเขียน เช่น กษ ๑๑๑๓/๖๕๓").format(text=text[:60])
    return _(
        "อ่านรหัส “{text}” ไม่ได้ กรุณาเขียนตัวอักษร ๒ ถึง ๔ ตัว เว้นวรรค แล้วเลขประจำของเจ้าของเรื่อง เช่น กษ ๑๑๑๓"
    ).format(text=text[:60])
