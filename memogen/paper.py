"""The nouns of a letter as it lies before a reader: passages with their places, and what each of them is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from memogen.model import Kind

UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
"""Characters of no width; a reader sees none of them."""
FILLED_LATER = "\ufffc"
"""Stands for each character of a template's expression: a value is there, and nobody knows yet which."""


class Origin(StrEnum):
    """What was read: a letter file as typed, or a Word document."""

    LETTER = "letter"
    DOCUMENT = "document"


class Region(StrEnum):
    """Where on the sheet a passage stands."""

    TEXT = "text"
    TABLE = "table"
    BOX = "box"
    HEADER = "header"
    FOOTER = "footer"
    NOTE = "note"


class Part(StrEnum):
    """What a passage or a field is in a letter; the value is what officers call it."""

    HEADING = "หัวหนังสือ"
    """The words บันทึกข้อความ, คำสั่ง…, ประกาศ…, รายงานการประชุม…"""
    URGENCY = "ชั้นความเร็ว"
    SECRECY = "ชั้นความลับ"
    AGENCY = "ส่วนราชการ"
    ADDRESS = "ที่อยู่"
    """Of the agency that sends an external letter, under its name."""
    NUMBER = "ที่"
    DATE = "วันที่"
    SUBJECT = "เรื่อง"
    TO = "เรียน"
    REFERENCE = "อ้างถึง"
    ENCLOSURE = "สิ่งที่ส่งมาด้วย"
    BODY = "ข้อความ"
    CLOSING = "คำลงท้าย"
    SIGNATURE = "ผู้ลงนาม"
    """Signature lines of all who sign or decide: the name in brackets, the position."""
    OWNER = "ส่วนราชการเจ้าของเรื่อง"
    """Bottom left of an external or stamped letter: unit, telephone, e-mail."""
    COPIES = "สำเนาส่ง"
    OTHER = "อื่น ๆ"


# --- how it looks -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """How a stretch of text is set, styles and defaults applied; empty or None where nothing says so.

    Thai letters are drawn in `thai_font` at `thai_size_pt` (Word's complex script), ASCII letters and digits
    in `latin_font` at `latin_size_pt`. `colour` is RRGGBB, empty for automatic or black.
    """

    thai_font: str = ""
    latin_font: str = ""
    thai_size_pt: float | None = None
    latin_size_pt: float | None = None
    bold: bool = False
    italic: bool = False
    underline: bool = False
    colour: str = ""
    highlight: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch `text[start:end]` of a passage in one look."""

    start: int
    end: int
    looks: Looks


class LineRule(StrEnum):
    """How a line's height is meant."""

    MULTIPLE = "auto"
    EXACTLY = "exact"
    AT_LEAST = "atLeast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How a paragraph is set, styles and defaults applied. `line` is in lines for MULTIPLE, else in points.

    `tab_stops_mm` are from the text's left edge; `alignment` is Word's word (left, center, thaiDistribute …).
    """

    first_line_mm: float = 0.0
    left_mm: float = 0.0
    right_mm: float = 0.0
    before_pt: float = 0.0
    after_pt: float = 0.0
    line: float = 1.0
    line_rule: LineRule = LineRule.MULTIPLE
    alignment: str = "left"
    keep_with_next: bool = False
    page_break_before: bool = False
    tab_stops_mm: tuple[float, ...] = ()
    has_leaders: bool = False
    """Whether a tab stop draws dots or a line up to itself."""
    has_border: bool = False
    is_list_item: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A section's page: size and margins in mm; whether its first page has a header of its own."""

    width_mm: float
    height_mm: float
    top_mm: float
    right_mm: float
    bottom_mm: float
    left_mm: float
    header_mm: float = 0.0
    first_page_differs: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture: its frame, its own proportion (width to height), and where it stands if that is said.

    `left_mm` and `top_mm` are from the page's edge, None when it stands in its line of text. `passage` is the
    index of the passage in which or after which it stands (-1 before the first).
    """

    width_mm: float
    height_mm: float
    natural_ratio: float | None = None
    left_mm: float | None = None
    top_mm: float | None = None
    region: Region = Region.TEXT
    passage: int = -1
    name: str = ""


class Leftover(StrEnum):
    """What a finished letter has no more."""

    INSERTED = "inserted"
    DELETED = "deleted"
    COMMENT = "comment"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Trace:
    """Something left over from the work on a document, with its text and the words of its place."""

    kind: Leftover
    text: str
    place: str


# --- what it says -----------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A paragraph with text. `text` is as it stands: `\\n` a line break, `\\t` a tab.

    `place` is in words (ย่อหน้า ๓), `line` the first line in a letter file. `row` is (table, row, cell), all
    from 1, of a passage in a table. `blanks_before` counts the empty paragraphs right above it. `address`
    finds its paragraph again in the document (`proof.paragraph_at`).
    """

    text: str
    place: str = ""
    line: int | None = None
    region: Region = Region.TEXT
    part: Part = Part.OTHER
    row: tuple[int, int, int] | None = None
    style: str = ""
    pieces: tuple[Piece, ...] = ()
    setting: Setting | None = None
    blanks_before: int = 0
    address: tuple[str, int] | None = None

    @cached_property
    def seen(self) -> str:
        """The text without characters of no width, no-break spaces as spaces; what rules look into."""
        if self._is_plain:
            return self.text
        return "".join(" " if sign == "\u00a0" else sign for sign in self.text if sign not in UNSEEN)

    @cached_property
    def _is_plain(self) -> bool:
        return not any(sign in self.text for sign in (*UNSEEN, "\u00a0"))

    @cached_property
    def _indices(self) -> Sequence[int]:
        """For each character of `seen`, and for its end, where it is in `text`."""
        if self._is_plain:
            return range(len(self.text) + 1)
        return [index for index, sign in enumerate(self.text) if sign not in UNSEEN] + [len(self.text)]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `seen[start:end]` is in `text`."""
        indices = self._indices
        return (indices[start], indices[end - 1] + 1) if end > start else (indices[start], indices[start])

    def line_at(self, start: int) -> int | None:
        """The line of the letter file in which `text[start]` is."""
        return None if self.line is None else self.line + self.text.count("\n", 0, start)


@dataclass(frozen=True, slots=True)
class Field:
    """A value of the head or foot: `passage.seen[start:end]`, without label, leaders and outer spaces.

    `label` is the label as it stands (เรื่อง), empty where there is none.
    """

    part: Part
    passage: Passage
    start: int
    end: int
    label: str = ""

    @property
    def text(self) -> str:
        return self.passage.seen[self.start : self.end]


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A letter as read: passages in reading order (headers, footers and notes last), and its fields.

    `kind` is None where it cannot be told. A field that runs on over several passages is several fields of
    one part. `recognised` says whether head and body could be told apart at all: rules on what is missing
    speak only then.
    """

    file: str
    origin: Origin
    kind: Kind | None
    passages: tuple[Passage, ...]
    fields: tuple[Field, ...] = ()
    recognised: bool = True
    sheets: tuple[Sheet, ...] = ()
    pictures: tuple[Picture, ...] = ()
    traces: tuple[Trace, ...] = ()
    properties: dict[str, str] = field(default_factory=dict)

    def all(self, part: Part) -> tuple[Field, ...]:
        """Every field of that part, in reading order."""
        return tuple(one for one in self.fields if one.part is part)

    def first(self, part: Part) -> Field | None:
        """The first field of that part."""
        return next((one for one in self.fields if one.part is part), None)

    def value(self, part: Part) -> str:
        """What the fields of that part say together, in one line."""
        return " ".join(" ".join(one.text for one in self.all(part)).split())

    @cached_property
    def body(self) -> tuple[Passage, ...]:
        """The paragraphs of the letter's text, tables left out, in reading order."""
        return tuple(one for one in self.passages if one.part is Part.BODY and one.region is not Region.TABLE)

    @cached_property
    def text_passages(self) -> tuple[Passage, ...]:
        """Every passage of the letter itself, tables and boxes too; page headers, footers and notes not."""
        apart = (Region.HEADER, Region.FOOTER, Region.NOTE)
        return tuple(one for one in self.passages if one.region not in apart)

    def rows(self) -> Iterator[tuple[int, list[list[str]]]]:
        """The tables: number from 1, and rows of cells' texts (paragraphs of a cell joined by `\\n`)."""
        tables: dict[int, dict[int, dict[int, list[str]]]] = {}
        for one in self.passages:
            if one.row:
                table, row, cell = one.row
                tables.setdefault(table, {}).setdefault(row, {}).setdefault(cell, []).append(one.seen)
        for table, rows in tables.items():
            yield (
                table,
                [
                    ["\n".join(cells.get(number, [])) for number in range(1, max(cells) + 1)]
                    for cells in rows.values()
                ],
            )
