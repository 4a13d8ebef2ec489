"""A letter file as rules look into it: headers are fields, the body is passages with their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from memogen.model import Kind, Letter
from memogen.paper import FILLED_LATER, Field, Origin, Paper, Part, Passage, Region
from memogen.sandbox.scan import scan

_PARTS = {
    "ส่วนราชการ": Part.AGENCY,
    "ผู้ออก": Part.AGENCY,
    "ที่อยู่": Part.ADDRESS,
    "ที่": Part.NUMBER,
    "วันที่": Part.DATE,
    "เมื่อ": Part.DATE,
    "เรื่อง": Part.SUBJECT,
    "การประชุม": Part.HEADING,
    "เรียน": Part.TO,
    "ถึง": Part.TO,
    "อ้างถึง": Part.REFERENCE,
    "สิ่งที่ส่งมาด้วย": Part.ENCLOSURE,
    "ชั้นความเร็ว": Part.URGENCY,
    "ชั้นความลับ": Part.SECRECY,
    "ทั้งนี้": Part.BODY,
    "คำลงท้าย": Part.CLOSING,
    "ผู้ลงนาม": Part.SIGNATURE,
    "สำเนาส่ง": Part.COPIES,
}
_UNPRINTED = ("ชนิด", "ข้อมูล", "หนังสือเวียน")
"""Headers that say how the letter is made."""
_CAPTIONED = ("คิวอาร์",)
"""Headers of which the words before `=` are printed."""
_ENCLOSED = "สิ่งที่ส่งมาด้วย"
"""What stands before `=` is printed, and what stands after it is a file or a web address."""

_ORDER = re.compile(r"\[\[\s*ตาราง\b[^\n]*\]\]")
_MARK = re.compile(r"[ \t]*(?:#{1,6}[ \t]+|(?:[0-9๐-๙]{1,4}[.)]|[-*+])[ \t]+)?")
"""What Markdown reads as indent, heading or item; none of it is printed so."""
_BEGINS = re.compile(r"[ \t]*(?:#{1,6}[ \t]|(?:[0-9๐-๙]{1,4}[.)]|[-*+])[ \t])")
_ROW = re.compile(r"[ \t]*\|")
_RULE = re.compile(r"[ \t|:-]+")
_BAR = re.compile(r"(?<!\\)\|")


def paper_of(letter: Letter) -> Paper:
    """The letter as a paper; what its templates print later stands as U+FFFC, a sign for a sign.

    Marks of Markdown at the start of a line are left out, which moves no line.
    """
    kind = letter.one("ชนิด")
    heads = [_header(name, value, line) for name, value, line in _printed(letter)]
    return Paper(
        file=letter.file,
        origin=Origin.LETTER,
        kind=_kind(kind.value if kind else ""),
        passages=(*(passage for _name, passage in heads), *_body(letter)),
        fields=tuple(Field(passage.part, passage, 0, len(passage.seen), name) for name, passage in heads),
    )


def _kind(name: str) -> Kind | None:
    """The kind by its name; a letter that does not say is a memo."""
    try:
        return Kind(name or Kind.MEMO)
    except ValueError:
        return None


def _printed(letter: Letter) -> Iterator[tuple[str, str, int]]:
    kind = letter.one("ชนิด")
    for header in letter.headers:
        caption, _sign, file = map(str.strip, header.value.partition("="))
        if header.name == _ENCLOSED and caption and file:
            if kind and kind.value == Kind.EXTERNAL:  # other kinds only send the file along
                yield header.name, caption, header.line
        elif header.name in _CAPTIONED:
            yield header.name, header.value.partition("=")[0].rstrip(), header.line
        elif header.name not in _UNPRINTED:
            yield header.name, header.value, header.line


def _header(name: str, value: str, line: int) -> tuple[str, Passage]:
    return name, Passage(text=_without_tags(value), line=line, part=_PARTS.get(name, Part.OTHER))


def _without_tags(text: str) -> str:
    """The text with each sign of a template's expression, or of a line that asks for a table, as U+FFFC."""
    spans = [(tag.start, tag.start + len(tag.text)) for tag in scan(text)[0]] if "{" in text else []
    spans += [found.span() for found in _ORDER.finditer(text)] if "[[" in text else []
    at, kept = 0, []
    for start, end in sorted(spans):
        if end > at:
            kept.append(text[at:start])
            kept.append(_covered(text[max(start, at) : end]))
            at = end
    return "".join((*kept, text[at:]))


def _covered(text: str) -> str:
    return "".join("\n" if sign == "\n" else FILLED_LATER for sign in text)


# --- the body -------------------------------------------------------------------------------------


def _body(letter: Letter) -> Iterator[Passage]:
    lines = list(enumerate(_without_tags(letter.body).split("\n"), start=letter.body_line))
    table = 0
    for is_blank, block in groupby(lines, key=lambda line: not line[1].strip()):
        if is_blank:
            continue
        for is_row, part in groupby(block, key=lambda line: bool(_ROW.match(line[1]))):
            if is_row:
                table += 1
                yield from _rows(list(part), table)
            else:
                yield from _paragraphs(list(part))


def _paragraphs(lines: list[tuple[int, str]]) -> Iterator[Passage]:
    """Lines without an empty one between; each heading and item begins a passage of its own."""
    first, gathered, was_heading = 0, list[str](), False
    for number, line in lines:
        if gathered and (was_heading or _BEGINS.match(line)):
            yield from _passage(gathered, first)
            gathered = []
        first = first if gathered else number
        gathered.append(line)
        was_heading = line.lstrip().startswith("#")
    yield from _passage(gathered, first)


def _passage(lines: list[str], first: int) -> Iterator[Passage]:
    top, *others = lines
    text = "\n".join((_MARK.sub("", top, count=1), *(line.lstrip(" \t") for line in others)))
    if text.strip():
        is_filled_later = not text.strip(f"{FILLED_LATER} \t\n")
        yield Passage(text=text, line=first, part=Part.OTHER if is_filled_later else Part.BODY)


def _rows(lines: list[tuple[int, str]], table: int) -> Iterator[Passage]:
    row = 0
    for number, line in lines:
        if _RULE.fullmatch(line):
            continue
        row += 1
        for cell, text in enumerate(_BAR.split(line.strip().strip("|")), start=1):
            if text.strip():
                yield Passage(
                    text=text.strip(),
                    line=number,
                    region=Region.TABLE,
                    part=Part.BODY,
                    row=(table, row, cell),
                )
