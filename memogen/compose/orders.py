"""A data table as one line of the body asks for it: `[[ตาราง: แผน | คอลัมน์: เรื่อง, งบประมาณ = บาท | ลำดับ]]`.

Words stand between bars, lists between commas, and what a word is to be after `=`; a backslash makes any of
these signs plain. Codes: L23 a line that cannot be read · L35 totals of groups without groups.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from gettext import gettext as _
from typing import TypeAlias

from memogen.blanks import is_blank
from memogen.findings import Finding, nearest

TABLE = "ตาราง"
COLUMNS, ONLY, GROUPS, SUMS, COUNTS = "คอลัมน์", "เฉพาะ", "กลุ่ม", "รวม", "นับ"
SUBTOTALS = "รวมตามกลุ่ม"
NUMBERING, SHORT_DATES, ANNEX = "ลำดับ", "วันที่ย่อ", "เอกสารแนบ"
OPTIONS = (COLUMNS, ONLY, GROUPS, SUMS, COUNTS, SUBTOTALS, NUMBERING, SHORT_DATES, ANNEX)
_MAY_BE_ALONE = (SUBTOTALS, NUMBERING, SHORT_DATES)
_ALSO_CALLED = {"ภาคผนวก": ANNEX}
NO_ANNEX = "ไม่"
BLANK_COLUMN = "....."
"""In place of a column's name: it has nothing of the data, its cells are to be filled in."""
_FIRST_WORD = re.compile(r"\[\[\s*([^\s:|\]]+)")
_INSIDE = re.compile(rf"\[\[\s*{TABLE}\s*:")
_WHOLE = re.compile(r"\[\[(.*)\]\]")
_ESCAPED = re.compile(r"\\([|,=\\])")

Pair: TypeAlias = tuple[str, str]
Fault: TypeAlias = "tuple[Callable[[str], Finding], str]"
"""A finding to be made of the text beside it, once this has its values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableOrder:
    """Which data a table shows and how; all texts but the options' own words may have slots.

    `columns` are columns with their headings (BLANK_COLUMN for one to be filled in), `only` columns with the
    value that a row must have, `counts` columns with the unit to print; `subtotals` asks for sums and counts
    under each of the first groups too. `numbering` heads a column of running numbers. `annex` is the title of
    an annex, `NO_ANNEX` where the table is to stay in the text, None where its width decides.
    """

    data: str
    columns: tuple[Pair, ...] = ()
    only: tuple[Pair, ...] = ()
    groups: tuple[str, ...] = ()
    sums: tuple[str, ...] = ()
    counts: tuple[Pair, ...] = ()
    subtotals: bool = False
    numbering: str | None = None
    short_dates: bool = False
    annex: str | None = None


def is_order(line: str) -> bool:
    """Whether a line is meant as a data table; other words in double brackets are text."""
    found = _FIRST_WORD.match(line) if line.startswith("[[") else None
    return bool(found and nearest(found[1], (TABLE,)))


def holds_order(text: str) -> bool:
    """Whether a data table stands inside a text, where it cannot be made."""
    return bool(_INSIDE.search(text))


def read_order(line: str) -> tuple[TableOrder | None, list[Fault]]:
    """The order of a line for which `is_order` holds, or everything that is wrong with it."""
    whole = _WHOLE.fullmatch(line)
    if not whole:
        return None, [(not_alone, line)]
    (name, data), *parts = [_worded(part) for part in _split(whole[1], "|")]
    faults: list[Fault] = []
    if name != TABLE:
        faults.append((_misspelt, name))
    elif not data:
        faults.append((_without_value, TABLE))
    given: dict[str, str] = {}
    for word, value in parts:
        faults += _faults_of(word, value, given)
        given[word] = ",".join(filter(None, (given.get(word), value)))
    columns, only, counts = (_pairs(given.get(word, "")) for word in (COLUMNS, ONLY, COUNTS))
    faults += [(_without_equals, column) for column, value in only if value is None]
    sums = dict.fromkeys((*_list(given, SUMS), *_list(given, SUBTOTALS)))
    if SUBTOTALS in given and not (GROUPS in given and (sums or counts)):
        faults.append((_without_groups, SUBTOTALS))
    if faults:
        return None, faults
    return TableOrder(
        data=_plain(data),
        columns=tuple(map(_column, columns)),
        only=tuple((column, value or "") for column, value in only),
        groups=_list(given, GROUPS),
        sums=tuple(sums),
        counts=tuple((column, unit or "") for column, unit in counts),
        subtotals=SUBTOTALS in given,
        numbering=_plain(given[NUMBERING] or NUMBERING) if NUMBERING in given else None,
        short_dates=SHORT_DATES in given,
        annex=_plain(given[ANNEX]) if ANNEX in given else None,
    ), []


def _worded(part: str) -> Pair:
    """The word of an option and what stands after its colon."""
    word, _colon, value = part.partition(":")
    word = word.strip()
    return _ALSO_CALLED.get(word, word), value.strip()


def _faults_of(word: str, value: str, given: Mapping[str, str]) -> list[Fault]:
    if word not in OPTIONS:
        return [(_unknown_word, word)]
    if not value and word not in _MAY_BE_ALONE:
        return [(_without_value, word)]
    if word == ANNEX and word in given:
        return [(_twice, word)]
    return []


def _split(text: str, sign: str, most: int = 0) -> list[str]:
    """The text at a sign that no backslash makes plain."""
    return re.split(rf"(?<!\\)\{sign}", text, maxsplit=most)


def _plain(text: str) -> str:
    return _ESCAPED.sub(r"\1", text.strip())


def _pairs(text: str) -> list[tuple[str, str | None]]:
    """`a = b, c` as (a, b) and (c, None)."""
    pairs: list[tuple[str, str | None]] = []
    for item in _split(text, ","):
        left, *right = _split(item, "=", 1)
        if item.strip():
            pairs.append((_plain(left), _plain(right[0]) if right else None))
    return pairs


def _column(pair: tuple[str, str | None]) -> Pair:
    """A column with its heading; one that is to be filled in is `ผลการดำเนินงาน = .....`."""
    column, heading = pair
    return (BLANK_COLUMN, column) if heading and is_blank(heading) else (column, heading or column)


def _list(given: Mapping[str, str], word: str) -> tuple[str, ...]:
    return tuple(_plain(item) for item in _split(given.get(word, ""), ",") if item.strip())


# --- what is told -----------------------------------------------------------------------------------


def _fault(text: str, message: str, hint: str) -> Finding:
    return Finding(code="L23", text=text, message=message, hint=hint)


def guessed(word: str, known: Sequence[str]) -> str:
    """The nearest of the known words as a question, or all of them."""
    guess = nearest(word, known)
    if guess:
        return _("หมายถึง “{guess}” ใช่หรือไม่").format(guess=guess)
    return _("ที่ใช้ได้: {known}").format(known=", ".join(known))


def not_alone(text: str) -> Finding:
    return _fault(
        text,
        _("ตารางต้องอยู่ลำพังในบรรทัด ไม่มีข้อความอื่นข้างหน้าหรือต่อท้าย และปิดด้วย ]]"),
        _("เขียนให้จบในบรรทัดเดียว อย่าง [[ตาราง: แผน | คอลัมน์: เรื่อง, งบประมาณ]]"),
    )


def _misspelt(text: str) -> Finding:
    message = _("ไม่รู้จักคำ “{word}” ต้นบรรทัดตาราง").format(word=text)
    return _fault(text, message, guessed(text, (TABLE,)))


def _unknown_word(text: str) -> Finding:
    message = _("ไม่รู้จักคำ “{word}” ในบรรทัดตาราง").format(word=text)
    return _fault(text, message, guessed(text, OPTIONS))


def _without_value(text: str) -> Finding:
    message = _("คำ “{word}” ในบรรทัดตารางต้องมีค่าหลัง :").format(word=text)
    return _fault(text, message, _("เติมค่า หรือลบคำนี้"))


def _without_equals(text: str) -> Finding:
    message = _("เงื่อนไข “{text}” ไม่มีเครื่องหมาย =").format(text=text)
    return _fault(text, message, _("เขียนอย่าง เฉพาะ: หน่วยงาน = กองคลัง เครื่องหมาย , ที่เป็นข้อความให้พิมพ์ \\,"))


def _without_groups(text: str) -> Finding:
    return Finding(
        code="L35",
        text=text,
        message=_("“{word}” ต้องมี “{groups}” และคอลัมน์ที่จะรวมหรือนับ").format(word=text, groups=GROUPS),
        hint=_("เขียนอย่าง กลุ่ม: หน่วยงาน | รวมตามกลุ่ม: งบประมาณ"),
    )


def _twice(text: str) -> Finding:
    message = _("บรรทัดตารางมีคำ “{word}” ซ้ำ").format(word=text)
    return _fault(text, message, _("เหลือไว้คำเดียว"))
