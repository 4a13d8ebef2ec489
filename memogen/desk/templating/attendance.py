"""The loop over the lists of a meeting's people, in the looks that an office gives the first of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING

from memogen.desk.templating import fragments
from memogen.desk.templating.fragments import W, elements, remove
from memogen.desk.templating.measures import columns_of
from memogen.desk.templating.stylesheets import Stylesheet
from memogen.ooxml import run
from memogen.paper import Passage, Region
from memogen.proof.markup import word
from memogen.proof.recognition.minutes import ATTENDANCE
from memogen.proof.recognition.words import is_position, item_number

if TYPE_CHECKING:
    from lxml import etree

_LINE = "Person"
"""The id of the style of a person's line in the standard: number, name and position by tabs."""
_ABOVE_PT = 6
_EACH = "for ผู้ in กลุ่ม.รายชื่อ"
_NUMBER, _NAME, _POST, _REMARK = (f"ผู้.{name}" for name in ("ลำดับ", "ชื่อ", "ตำแหน่ง", "หมายเหตุ"))
_COLUMNS = (
    (_NUMBER, ("ลำดับ", "ที่", "เลขที่")),
    (_NAME, ("ชื่อ", "นาม", "รายชื่อ", "รายนาม")),
    (_POST, ("ตำแหน่ง",)),
    (_REMARK, ("หมายเหตุ",)),
)
"""What the head of a column begins with."""
_COUNT = re.compile(r"\(?[0-9๐-๙]{0,3}[.)]?")
Held = Sequence[tuple[Passage, "etree._Element"]]


def in_looks_of(held: Held, loop: Sequence[etree._Element], sheet: Stylesheet) -> list[etree._Element]:
    """The standard's loop with the office's own title, and its own table or columns for the people.

    `held` are the passages of the lists with their paragraphs. The loop is begin, title, begin, person, end,
    end; what the office sets in a way that cannot be told stays as in the standard.
    """
    begin, title, each, person, each_end, end = loop
    own = _title(held)
    people = [one for one in held if not ATTENDANCE.match(one[0].seen.strip())]
    rows = _table(people[0], held) if people else None
    inside = [rows] if rows is not None else [each, person, each_end]
    if rows is None and people:
        _set_columns(people[0][0], sheet)
    return [begin, title if own is None else own, *inside, end]


# --- titles and lines ---------------------------------------------------------------------------------


def _title(held: Held) -> etree._Element | None:
    """The first title as the office sets it, if it is a paragraph of its own."""
    passage, paragraph = held[0]
    if passage.region is not Region.TEXT or "\n" in passage.seen or "\t" in passage.seen.strip():
        return None
    title = fragments.retold(paragraph, "{{ กลุ่ม.หัว }}")
    fragments.kept(title)
    later = [one for one, _paragraph in held[1:] if ATTENDANCE.match(one.seen.strip())]
    if any(one.blanks_before for one in later):
        fragments.spaced(title, _ABOVE_PT)
    return title


def _set_columns(passage: Passage, sheet: Stylesheet) -> None:
    """Names and positions where the office's tabs put them."""
    columns = columns_of(passage)
    if columns is not None:
        sheet.set_columns(_LINE, columns)


# --- tables -------------------------------------------------------------------------------------------


def _table(first: tuple[Passage, etree._Element], held: Held) -> etree._Element | None:
    """The table that the first person stands in, with one row for each; None where it has no such rows."""
    table = next((one for one in first[1].iterancestors() if word(one) == "tbl"), None)
    if table is None or any(table is one for one in held[0][1].iterancestors()):
        return None
    table = deepcopy(table)
    rows = [one for one in table if word(one) == "tr"]
    heads = [row for row in rows if _is_head(row)]
    people = [row for row in rows if row not in heads]
    columns = _columns(_texts(heads[-1]) if heads else [], _texts(people[0])) if people else {}
    if _NAME not in columns:
        return None
    row = _row(people[0], columns)
    for one in people:
        remove(one)
    table.extend((_tagged(row, f"{{%tr {_EACH} %}}"), row, _tagged(row, "{%tr endfor %}")))
    return table


def _texts(row: etree._Element) -> list[str]:
    return [" ".join(fragments.text_of(cell).split()) for cell in _cells(row)]


def _cells(row: etree._Element) -> list[etree._Element]:
    return [one for one in row if word(one) == "tc"]


def _is_head(row: etree._Element) -> bool:
    """Whether most cells of a row name what stands below them."""
    texts = [text for text in _texts(row) if text]
    named = sum(any(text.startswith(words) for _field, words in _COLUMNS) for text in texts)
    return 2 * named > len(texts)


def _columns(heads: Sequence[str], texts: Sequence[str]) -> dict[str, int]:
    """In which cell each field goes: by the heads of the columns, else by what stands in the first row."""
    if heads:
        return {
            field: number
            for field, words in _COLUMNS
            for number, head in reversed(list(enumerate(heads[: len(texts)])))
            if head.startswith(words)
        }
    if not texts:
        return {}
    has_number = len(texts) > 1 and _COUNT.fullmatch(texts[0]) is not None
    name = int(has_number)
    rest = range(name + 1, len(texts))
    post = next((number for number in rest if is_position(texts[number])), len(texts) - 1)
    return {_NAME: name} | ({_NUMBER: 0} if has_number else {}) | ({_POST: post} if rest else {})


def _row(model: etree._Element, columns: dict[str, int]) -> etree._Element:
    """A row like the model with a person's tags in its cells; what has no column stands with the post."""
    row = deepcopy(model)
    for merged in list(row.iter(f"{W}vMerge")):
        remove(merged)
    wanted: dict[int, str] = {number: f"{{{{ {field} }}}}" for field, number in columns.items()}
    if _NUMBER not in columns and item_number(_texts(model)[columns[_NAME]]) is not None:
        wanted[columns[_NAME]] = f"{{{{ {_NUMBER} }}}} {wanted[columns[_NAME]]}"
    last = columns.get(_POST, columns[_NAME])
    if _POST not in columns:
        wanted[last] += f" {{{{ {_POST} }}}}"
    for number, cell in enumerate(_cells(row)):
        _tell(cell, wanted.get(number, ""))
        if number == last and _REMARK not in columns:
            next(cell.iter(f"{W}p")).extend(_remark())
    return row


def _remark() -> Iterator[etree._Element]:
    tags = (f"{{%r if {_REMARK} %}}", f" ({{{{ {_REMARK} }}}})", "{%r endif %}")
    yield from elements("".join(map(run, tags)))


def _tell(cell: etree._Element, text: str) -> None:
    """One paragraph in the cell, which says that; numbers that Word counts go, each list has its own."""
    first = next((one for one in cell if word(one) == "p"), None)
    line = fragments.tag_paragraph(text) if first is None else fragments.retold(first, text)
    for counted in list(line.iter(f"{W}numPr")):
        remove(counted)
    for one in [one for one in cell if word(one) != "tcPr"]:
        remove(one)
    cell.append(line)


def _tagged(row: etree._Element, tag: str) -> etree._Element:
    """A row that holds nothing but a tag of docxtpl, and goes away with it."""
    tagged = deepcopy(row)
    for number, cell in enumerate(_cells(tagged)):
        for one in [one for one in cell if word(one) != "tcPr"]:
            remove(one)
        cell.append(fragments.tag_paragraph(tag if number == 0 else ""))
    return tagged
