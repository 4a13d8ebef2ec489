"""The nouns: an office, a letter as typed, and a memo as it will be printed; all frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import PurePath
from typing import TypeAlias

from memogen.findings import Finding

Plain: TypeAlias = "str | int | bool | Decimal | date | None"
"""What a field of a letter may hold: values only, nothing that can be called."""


class Kind(StrEnum):
    """The kinds of letter that contract section 3 names (regulation clauses 10 to 26).

    A form is blank: it goes out with a circular for others to fill in.
    """

    MEMO = "บันทึกข้อความ"
    EXTERNAL = "หนังสือภายนอก"
    STAMPED = "หนังสือประทับตรา"
    ORDER = "คำสั่ง"
    ANNOUNCEMENT = "ประกาศ"
    MINUTES = "รายงานการประชุม"
    CERTIFICATE = "หนังสือรับรอง"
    FORM = "แบบรายงาน"


URGENCIES = ("ด่วน", "ด่วนมาก", "ด่วนที่สุด")
"""Clause 28, from the mildest to the most urgent."""

SECRECIES = ("ลับ", "ลับมาก", "ลับที่สุด")


# --- the office -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """A person who may sign or decide; `key` is how letters call them."""

    key: str
    name: str
    position: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What `memogen.toml` says of the office and of how it writes.

    `units` are the recipients of circulars: each a mapping from column (ชื่อ, เรียน, ย่อ, …) to text.
    `phone` is what memos print, `public_phone` what letters to others print; `address` has a line for each of
    the letterhead's. `emblem` is true for the garuda of the template, false for pre-printed paper, or a PNG's
    path. `catchwords` divides long letters into pages.
    `register_address` may hold a password, and so is never shown. A reserved number counts as forgotten
    after `reservation_days`. `rules` are those of `memogen check` that the office has tuned: by code, `off`
    or a severity.
    """

    file: str
    name: str
    unit: str
    code: str
    phone: str = ""
    email: str = ""
    ministry: str = ""
    address: tuple[str, ...] = ()
    public_phone: str = ""
    fax: str = ""
    signers: tuple[Signer, ...] = ()
    units: tuple[Mapping[str, Plain], ...] = ()
    output: str = "out"
    baht_reading: str = "spoken"
    keep_digits: tuple[str, ...] = ()
    dotted_lines: bool = True
    emblem: bool | str = True
    catchwords: bool = True
    circular_series: str = "own"
    register_address: str = field(default="", repr=False)
    reservation_days: int = 30
    rules: Mapping[str, str] = field(default_factory=dict)

    @property
    def agency_line(self) -> str:
        """The memo's ส่วนราชการ: the unit with its telephone and e-mail (clause 12, H15)."""
        parts = [self.unit or self.name]
        if self.phone:
            parts.append(f"โทร. {self.phone}")
        if self.email:
            parts.append(f"ไปรษณีย์อิเล็กทรอนิกส์: {self.email}")
        return " ".join(parts)

    @property
    def owner_lines(self) -> tuple[str, ...]:
        """At the bottom left of a letter to others: whose matter it is, telephone, fax, e-mail (H16)."""
        parts = (
            ("", self.unit or self.name),
            ("โทร. ", self.public_phone or self.phone),
            ("โทรสาร ", self.fax),
            ("ไปรษณีย์อิเล็กทรอนิกส์ ", self.email),
        )
        return tuple(label + text for label, text in parts if text)


# --- the letter as typed --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class HeaderRule:
    """Whether a header may stand more than once, and in which kinds (none named: in all)."""

    repeats: bool = False
    kinds: tuple[Kind, ...] = ()


_MINUTES = (Kind.MINUTES,)
HEADERS: dict[str, HeaderRule] = {
    "ชนิด": HeaderRule(repeats=True),
    "ส่วนราชการ": HeaderRule(),
    "ที่": HeaderRule(),
    "วันที่": HeaderRule(),
    "เรื่อง": HeaderRule(),
    "เรียน": HeaderRule(repeats=True),
    "อ้างถึง": HeaderRule(repeats=True),
    "สิ่งที่ส่งมาด้วย": HeaderRule(repeats=True),
    "ชั้นความเร็ว": HeaderRule(),
    "ชั้นความลับ": HeaderRule(),
    "ผู้ลงนาม": HeaderRule(),
    "ข้อมูล": HeaderRule(repeats=True),
    "คิวอาร์": HeaderRule(repeats=True),
    "หนังสือเวียน": HeaderRule(),
    "ผู้พิจารณา": HeaderRule(repeats=True, kinds=(Kind.MEMO,)),
    "ที่อยู่": HeaderRule(repeats=True, kinds=(Kind.EXTERNAL,)),
    "คำลงท้าย": HeaderRule(kinds=(Kind.EXTERNAL,)),
    "สำเนาส่ง": HeaderRule(repeats=True, kinds=(Kind.EXTERNAL,)),
    "ถึง": HeaderRule(repeats=True, kinds=(Kind.STAMPED,)),
    "ผู้ออก": HeaderRule(kinds=(Kind.ORDER, Kind.ANNOUNCEMENT)),
    "ทั้งนี้": HeaderRule(kinds=(Kind.ORDER, Kind.ANNOUNCEMENT)),
    "การประชุม": HeaderRule(repeats=True, kinds=_MINUTES),
    "ครั้งที่": HeaderRule(kinds=_MINUTES),
    "เมื่อ": HeaderRule(kinds=_MINUTES),
    "ณ": HeaderRule(kinds=_MINUTES),
    "ผู้มาประชุม": HeaderRule(repeats=True, kinds=_MINUTES),
    "ผู้ไม่มาประชุม": HeaderRule(repeats=True, kinds=_MINUTES),
    "ผู้เข้าร่วมประชุม": HeaderRule(repeats=True, kinds=_MINUTES),
    "เริ่มประชุม": HeaderRule(kinds=_MINUTES),
    "เลิกประชุม": HeaderRule(kinds=_MINUTES),
    "ผู้จดรายงานการประชุม": HeaderRule(kinds=_MINUTES),
    "ผู้ตรวจรายงานการประชุม": HeaderRule(kinds=_MINUTES),
    "ออกให้แก่": HeaderRule(kinds=(Kind.CERTIFICATE,)),
    "รูปถ่าย": HeaderRule(kinds=(Kind.CERTIFICATE,)),
}
"""Every header of contract section 3, and what clause 24 asks of important certificates; a form has none of
its own."""


@dataclass(frozen=True, slots=True)
class Header:
    """One header line, its value as typed; `line` counts from 1."""

    name: str
    value: str
    line: int

    @property
    def base(self) -> str:
        """The name without words in brackets, which make a group of their own (ผู้มาประชุม (ออนไลน์))."""
        return self.name.partition("(")[0].strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter file as read: header lines, body, and what was wrong while reading it."""

    file: str
    headers: tuple[Header, ...]
    body: str
    body_line: int
    findings: tuple[Finding, ...] = ()

    def all(self, name: str) -> tuple[Header, ...]:
        """Every header of that name, in the order of the file."""
        return tuple(header for header in self.headers if header.name == name)

    def one(self, name: str) -> Header | None:
        """The first header of that name."""
        return next((header for header in self.headers if header.name == name), None)

    @property
    def stem(self) -> str:
        """The file's name without folder and ending."""
        return PurePath(self.file).stem


# --- the memo as printed --------------------------------------------------------------------------


class Role(StrEnum):
    """What a paragraph is; the value is the name of the Word style that gives its looks."""

    BODY = "เนื้อความ"
    CLOSING = "ภาคสรุป"
    HEADING_1 = "หัวข้อ ๑"
    HEADING_2 = "หัวข้อ ๒"
    HEADING_3 = "หัวข้อ ๓"
    ITEM_1 = "ข้อ ๑"
    ITEM_2 = "ข้อ ๒"
    ITEM_3 = "ข้อ ๓"
    TABLE_HEAD = "หัวตาราง"
    TABLE_TEXT = "ข้อความในตาราง"
    QR_CAPTION = "คำบรรยายคิวอาร์"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one look; `\\n` is a line break, `\\t` a tab."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs in the looks of one role."""

    role: Role
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


class Align(StrEnum):
    """Where the text of a column stands."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Span:
    """Cells made one: from this row (0 is the first under the head) and column, so many down and across."""

    row: int
    column: int
    down: int = 1
    across: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A header row and rows of cells, each cell a tuple of runs; all rows have as many cells.

    Of the cells of a span the first has the text and the others are empty; no two spans meet. `annex` is the
    title over a table that stands on landscape pages of its own after the letter, None for one in its text.
    """

    head: tuple[tuple[Run, ...], ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]
    aligns: tuple[Align, ...]
    spans: tuple[Span, ...] = ()
    annex: str | None = None


Block: TypeAlias = Paragraph | Table

MOST_COLUMNS = 7
"""A table with more needs a landscape page."""


@dataclass(frozen=True, slots=True)
class Signature:
    """The name in brackets and the position lines under it; `rank` stands before the signature."""

    name: str
    position: tuple[str, ...]
    rank: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a superior is to decide (อนุมัติ, เห็นชอบ …) and who."""

    result: str
    by: Signature


@dataclass(frozen=True, slots=True)
class QrCode:
    """An address to be drawn as a QR code, and the words under it."""

    caption: str
    address: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """What goes along with a letter as a file, or stands on the web: `source` is its path or address.

    `caption` is what the officer calls it, that of a file with its count; `number` is its place among all
    that goes along, 0 when it is alone; `line` is that of the letter file.
    """

    caption: str
    source: str
    number: int
    line: int

    @property
    def is_on_web(self) -> bool:
        return self.source.lower().startswith(("http://", "https://"))


@dataclass(frozen=True, slots=True)
class Photo:
    """The photograph of whom a certificate is for, and his full name, printed where he signs under it.

    `source` is the picture's path from the workspace; it is empty where one is stuck on by hand. `file` and
    `line` are where the letter says so.
    """

    name: str
    source: str = ""
    file: str = field(default="", compare=False)
    line: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Person:
    """Someone at a meeting; `remark` says for whom he came, or why he did not."""

    name: str
    position: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Attendance:
    """A group of a meeting's attendance list under its title (ผู้มาประชุม, ผู้เข้าร่วมประชุม (ผ่านระบบออนไลน์) …)."""

    title: str
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """What the minutes say around their text (clause 25); times are as printed after the word เวลา."""

    name: str
    session: str
    held: str
    place: str
    attendance: tuple[Attendance, ...]
    begins: str
    ends: str
    recorder: Signature
    reviewer: Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class Memo:
    """A letter of any kind with every text as it will be printed: Thai digits, phrases held together.

    `agency` is whose letter it is: the memo's ส่วนราชการ with its telephone, the sender of an external letter,
    the issuer of an order. `address` stands under it, `owner` at the bottom left (unit, telephone, e-mail),
    `effective` is the clause ทั้งนี้ of an order. `enclosures` are printed, `attachments` are what of them is a
    file or an address. Parts that a kind does not have are empty.
    """

    agency: str
    number: str
    date_text: str
    subject: str
    to: str
    blocks: tuple[Block, ...]
    signature: Signature
    series: str
    kind: Kind = Kind.MEMO
    serial: int | None = None
    dated: date | None = None
    circular: bool = False
    salutation: str = "เรียน"
    address: tuple[str, ...] = ()
    closing: str = ""
    owner: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    effective: str = ""
    meeting: Meeting | None = None
    references: tuple[str, ...] = ()
    enclosures: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    urgency: str = ""
    secrecy: str = ""
    decisions: tuple[Decision, ...] = ()
    qr_codes: tuple[QrCode, ...] = ()
    photo: Photo | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def is_landscape(self) -> bool:
        """Whether all its pages are turned: a form's are, where a table in it is wide."""
        in_text = (block for block in self.blocks if isinstance(block, Table) and block.annex is None)
        return self.kind is Kind.FORM and any(len(table.head) > MOST_COLUMNS for table in in_text)

    @property
    def codes(self) -> tuple[QrCode, ...]:
        """Every QR code at its end: those asked for, then those of enclosures that stand on the web."""
        web = [QrCode(one.caption, one.source) for one in self.attachments if one.is_on_web]
        return (*self.qr_codes, *web)


# --- a circular's recipients ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Whom one copy of a circular goes to: a row of the recipients' list.

    `values` are its columns as letters call them (ชื่อ, เรียน, ย่อ, …). `row` counts as Excel does, or is the
    running number of a unit in the settings, which has no `cell`.
    """

    name: str
    values: Mapping[str, Plain]
    file: str
    row: int
    cell: str | None = None

    @property
    def to(self) -> str:
        """What stands after เรียน."""
        return str(self.values.get("เรียน") or "")

    @property
    def short(self) -> str:
        """The unit's abbreviation, if it has one."""
        return str(self.values.get("ย่อ") or "")

    @property
    def address(self) -> str:
        """The postal address with its code, if the list has one."""
        address, code = (str(self.values.get(name) or "") for name in ("ที่อยู่", "รหัสไปรษณีย์"))
        return address if code in address else f"{address} {code}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One finished copy of a circular as its lists and labels need it; `order` is that of delivery, from 1.

    `number` is empty and `dated` may be None in a draft; `file` is a name without folder.
    """

    order: int
    recipient: Recipient
    number: str
    dated: date | None
    file: str
    sha256: str
