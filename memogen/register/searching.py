"""Searching the books as people type: numbers in either digits, months in either era, any phrase."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cached_property, lru_cache
from typing import TypeAlias

from memogen import thai
from memogen.books import BookKind, Entry, Status

STATUS_WORDS = {
    Status.RESERVED: ("จอง", "จองไว้", "จองเลข", "reserved"),
    Status.ISSUED: ("ออกแล้ว", "ออกเลขแล้ว", "ออกเลข", "ยังไม่ส่ง", "issued"),
    Status.DISPATCHED: ("ส่งแล้ว", "dispatched"),
    Status.VOID: ("ยกเลิก", "ยกเลิกแล้ว", "void"),
}
KIND_WORDS = {
    BookKind.SENDING: ("ส่ง", "หนังสือส่ง", "ปกติ", "sending"),
    BookKind.CIRCULAR: ("เวียน", "ว", "หนังสือเวียน", "circular"),
    BookKind.ORDER: ("คำสั่ง", "order"),
    BookKind.CERTIFICATE: ("รับรอง", "หนังสือรับรอง", "certificate"),
    BookKind.RECEIVING: ("รับ", "หนังสือรับ", "receiving"),
}
"""What people call the books and the states of a number."""

_MONTH_OF = {
    spelling: number
    for names in (thai.MONTHS, thai.SHORT_MONTHS)
    for number, name in enumerate(names, start=1)
    for spelling in (name, name.replace(".", ""), name.rstrip("."))
}
_MONTH = "|".join(sorted(map(re.escape, _MONTH_OF), key=len, reverse=True))
_ERA = r"(?:(?:ปี ?)?(?:[พค]\.? ?ศ\.?|ปี) ?)"
_DAY = re.compile(
    rf"(?<![0-9/])[0-9]{{1,2}} ?(?:{_MONTH}) ?{_ERA}?[0-9]{{2,4}}(?![0-9])"
    r"|(?<![0-9/])[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}(?![0-9/])|(?<![0-9-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9-])"
)
_MONTH_AND_YEAR = re.compile(
    rf"(?<![ก-๎])(?:เดือน ?)?(?P<month>{_MONTH})(?![ก-๎])(?: ?{_ERA}?(?P<year>[0-9]{{4}}|[0-9]{{2}})(?![0-9]))?"
)
_CODE = re.compile(
    r"(?<![ก-๎])(?P<code>[ก-ฮ]{2,4} ?(?:\([ก-ฮ]{1,4}\) ?)?[0-9]{3,6}(?:\.[0-9]+)*)"
    r"(?: ?/? ?(?P<mark>ว?)\.? ?(?P<serial>[0-9]+)(?![0-9/]))?"
)
_CIRCULAR = re.compile(r"(?<![ก-๎])ว\.? ?(?P<serial>[0-9]+)(?![0-9])")
_OF_YEAR = re.compile(r"(?<![0-9/])(?P<serial>[0-9]+)/(?P<year>2[45][0-9]{2})(?![0-9/])")
_YEAR = re.compile(rf"{_ERA}(?P<number>[0-9]{{4}})(?![0-9])")
_TONES = re.compile("[็-๎]")
_FIRST_BE = 2400
_BETWEEN = "\0"  # between two texts, so that no word is found across them
_DIGITS = tuple((thai.to_thai_digits(digit), digit) for digit in "0123456789")


class _Line:
    """An entry as it is searched: its texts in one, without spaces, with Arabic digits."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry

    @cached_property
    def text(self) -> str:
        """What letters, the doors and old books bring is in normal form already, and need not be made so."""
        return _flat(self._texts)

    @cached_property
    def bare(self) -> str:
        """The text as it is typed in a hurry: without tone marks, whatever their order was."""
        return _TONES.sub("", _flat(thai.normalise(self._texts)))

    @property
    def _texts(self) -> str:
        entry = self.entry
        of_year = entry.kind in (BookKind.ORDER, BookKind.CERTIFICATE)
        mark = "ว" if self.circular else ""
        number = f"{entry.serial}/{entry.year_be}" if of_year else f"{entry.code}/{mark}{entry.serial}"
        texts = (
            *(number, entry.subject, entry.to, entry.sender, entry.note, entry.action),
            *(entry.their_number, entry.holder, entry.purpose, entry.recipient, entry.way),
            *(entry.reason, entry.letter),
        )
        return _BETWEEN.join(filter(None, texts))

    @cached_property
    def numbers(self) -> frozenset[str]:
        return frozenset(re.findall("[0-9]+", self.text))

    @cached_property
    def dates(self) -> tuple[date, ...]:
        entry = self.entry
        received = date.fromisoformat(entry.received_at[:10]) if entry.received_at else None
        return tuple(day for day in (entry.dated, received, entry.their_date) if day)

    @property
    def circular(self) -> bool:
        return self.entry.circular or self.entry.kind is BookKind.CIRCULAR


_Condition: TypeAlias = Callable[[_Line], bool]


@lru_cache(maxsize=4096)
def squeezed(text: str) -> str:
    """The form in which texts are compared: normal marks, Arabic digits, small letters, no spaces.

    >>> squeezed("กษ ๑๑๑๓/๖๕๓")
    'กษ1113/653'
    """
    return _flat(thai.normalise(text))


def _flat(text: str) -> str:
    for thai_digit, digit in _DIGITS:  # for short texts this is ten times as fast as str.translate
        text = text.replace(thai_digit, digit)
    return "".join(text.casefold().split())


def search(entries: Iterable[Entry], words: str) -> list[Entry]:
    """The entries that fit every word, in their order; all of them when there is no word.

    `กษ1113 653` is that number of that agency; `653`, `๖๕๓` a number or a year; `ว71` a circular;
    `มี.ค. 66`, `มีนาคม 2023` a month; `27/3/2566` a day; `ยกเลิก` a state, or a text like any other. Other
    words are found anywhere, in the middle of a phrase too; where nothing fits, tone marks are overlooked.
    """
    lines = [_Line(entry) for entry in entries]
    if not words.strip():
        return [line.entry for line in lines]
    codes = {squeezed(line.entry.code) for line in lines}
    codes |= {
        squeezed(line.entry.their_number.partition("/")[0]) for line in lines if line.entry.their_number
    }
    found: list[Entry] = []
    for with_tones in (True, False):
        conditions = _conditions(words, codes, with_tones)
        found = [line.entry for line in lines if all(condition(line) for condition in conditions)]
        if found:
            break
    return found


def _conditions(words: str, codes: set[str], with_tones: bool) -> list[_Condition]:
    """One condition for each thing that the words ask for."""
    rest = " ".join(thai.to_arabic_digits(thai.normalise(words)).casefold().split())
    conditions: list[_Condition] = []
    for pattern, read in _READERS:
        at = 0
        while match := pattern.search(rest, at):
            condition = read(match, codes)
            at = match.end() if condition is None else match.start()
            if condition is not None:
                conditions.append(condition)
                rest = f"{rest[: match.start()]} {rest[match.end() :]}"
    return conditions + [_word(word, with_tones) for word in rest.split()]


# --- what one piece of the query means; None when it is only a text ----------------------------------


def _day(match: re.Match[str], _codes: set[str]) -> _Condition | None:
    try:
        day = thai.parse_date(match[0])
    except thai.DateError:
        return None
    return lambda line: day in line.dates


def _month(match: re.Match[str], _codes: set[str]) -> _Condition | None:
    month, year = _MONTH_OF[match["month"]], match["year"]
    if year is None:
        word = squeezed(match[0])
        return lambda line: any(day.month == month for day in line.dates) or word in line.text
    of_ce = _ce(int(year))
    return lambda line: any((day.year, day.month) == (of_ce, month) for day in line.dates)


def _ce(year: int) -> int:
    """Two digits are พ.ศ. 25xx, as everywhere in memogen."""
    year = year + 2500 if year < 100 else year
    return year - 543 if year >= _FIRST_BE else year


def _code(match: re.Match[str], codes: set[str]) -> _Condition | None:
    code, mark, serial = squeezed(match["code"]), match["mark"], match["serial"]
    if not any(known.startswith(code) for known in codes):
        return None
    if serial is None:
        return lambda line: squeezed(line.entry.code).startswith(code) or code in line.text
    theirs = re.compile(rf"{re.escape(code)}/{mark or 'ว?'}{serial}(?![0-9])")

    def fits(line: _Line) -> bool:
        own = line.entry.serial == int(serial) and squeezed(line.entry.code) == code
        return (own and (line.circular or not mark)) or bool(theirs.search(line.text))

    return fits


def _circular(match: re.Match[str], _codes: set[str]) -> _Condition:
    serial = int(match["serial"])
    theirs = re.compile(rf"/ว{serial}(?![0-9])")
    return lambda line: (line.circular and line.entry.serial == serial) or bool(theirs.search(line.text))


def _of_year(match: re.Match[str], _codes: set[str]) -> _Condition:
    serial, year_be = int(match["serial"]), int(match["year"])
    whole = re.compile(rf"(?<![0-9]){squeezed(match[0])}(?![0-9])")
    return lambda line: (
        (line.entry.serial, line.entry.year_be) == (serial, year_be) or bool(whole.search(line.text))
    )


def _year(match: re.Match[str], _codes: set[str]) -> _Condition:
    return _number(match["number"])


_READERS: Sequence[tuple[re.Pattern[str], Callable[[re.Match[str], set[str]], _Condition | None]]] = (
    (_DAY, _day),
    (_CODE, _code),  # before the months: กค is an agency, and July
    (_MONTH_AND_YEAR, _month),
    (_CIRCULAR, _circular),
    (_OF_YEAR, _of_year),
    (_YEAR, _year),
)


def _word(word: str, with_tones: bool) -> _Condition:
    if word.isdecimal():
        return _number(word)
    wanted = squeezed(word)
    if not with_tones:
        bare = _TONES.sub("", wanted)
        return lambda line: bare in line.bare
    status = next((status for status, names in STATUS_WORDS.items() if wanted in names), None)
    kind = next((kind for kind, names in KIND_WORDS.items() if wanted in names), None)
    return lambda line: (
        wanted in line.text
        or (status is not None and line.entry.status is status)
        or (kind is not None and line.entry.kind is kind)
    )


def _number(digits: str) -> _Condition:
    """A running number, a year in either era, or a number in the text."""
    number, year_be = int(digits), _ce(int(digits)) + 543 if len(digits) == 4 else None
    return lambda line: line.entry.serial == number or line.entry.year_be == year_be or digits in line.numbers
