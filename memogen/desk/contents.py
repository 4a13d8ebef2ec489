"""What a letter says, field by field, as the register keeps it, so that a later change can be named."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from hashlib import sha256

from memogen import thai
from memogen.model import Block, Kind, Memo, Paragraph, Role, Run, Signature
from memogen.remembering import ByObject

LONG = 200
"""Characters beyond which a text is kept in brief."""
_CONTACTS = re.compile(r"\s+(?:โทร(?:ศัพท์|สาร)?\.?|ไปรษณีย์อิเล็กทรอนิกส์|อีเมล)(?=[\s:.]).*", re.DOTALL)


def content_of(memo: Memo, dated: date | None) -> dict[str, str]:
    """Name of each part that the letter has -> its text; the running number is no part of it.

    Without `dated` the date is left out; `with_date` brings it in.

    No-break spaces stand as spaces, so that a newer way of holding phrases together changes nothing.
    """
    fields = {
        "ชนิด": "" if memo.kind is Kind.MEMO else memo.kind,
        "ที่": _without_serial(memo.series, memo.circular),
        "วันที่": thai.long_date(dated) if dated else "",
        "ชั้นความเร็ว": memo.urgency,
        "ชั้นความลับ": memo.secrecy,
        "ส่วนราชการ": memo.agency,
        "ที่อยู่": "\n".join(memo.address),
        "เรื่อง": memo.subject,
        "เรียน": memo.to,
        "อ้างถึง": "\n".join(memo.references),
        "สิ่งที่ส่งมาด้วย": "\n".join(memo.enclosures),
        "เนื้อความ": "\n".join(_printed.each(memo.blocks)),
        "ทั้งนี้": memo.effective,
        "คำลงท้าย": memo.closing,
        "ผู้ลงนาม": _person(memo.signature),
        "ผู้พิจารณา": "\n".join([f"{_person(one.by)} = {one.result}" for one in memo.decisions]),
        "เจ้าของเรื่อง": "\n".join(memo.owner),
        "สำเนาส่ง": "\n".join(memo.copies),
        "คิวอาร์": "\n".join([f"{code.caption} = {code.address}" for code in memo.codes]),
        "รูปถ่าย": f"{memo.photo.name} = {memo.photo.source}" if memo.photo else "",
        "ไฟล์ที่แนบ": "\n".join(
            [f"{one.caption} = {one.source}" for one in memo.attachments if not one.is_on_web]
        ),
    }
    return {
        name: _spaced(text) if len(text) <= LONG else text.replace("\u00a0", " ")
        for name, text in fields.items()
        if text
    }


@lru_cache(maxsize=256)
def _spaced(text: str) -> str:
    """With spaces for no-break spaces; most short texts come again in the next letter."""
    return text.replace("\u00a0", " ")


@lru_cache(maxsize=64)
def _without_serial(series: str, circular: bool) -> str:
    """กษ ๑๑๑๓/, which thousands of letters share."""
    return str(thai.DocumentNumber(series, None, circular))


def in_brief(content: Mapping[str, str]) -> dict[str, str]:
    """A content with its long texts as their beginning and a digest: ten thousand letters of one batch would
    fill the books with what their documents, kept there too, say already."""
    return {name: text if len(text) <= LONG else _digest_of(text) for name, text in content.items()}


def _digest_of(text: str) -> str:
    return f"{text[: LONG // 2]}… sha256:{_digests.of(text)}"


class _Digests:
    """SHA-256 of texts of which one begins as the other, as those of a circular do: that is hashed once."""

    def __init__(self) -> None:
        self._known = "", sha256()
        """A beginning and its hash: taken and put down as one, for another thread may be at it too."""

    def of(self, text: str) -> str:
        """The digest of a text in UTF-8."""
        beginning, hashed = self._known
        if not beginning or not text.startswith(beginning):
            pairs = enumerate(zip(beginning, text, strict=False))
            common = next((at for at, (one, other) in pairs if one != other), len(text))
            beginning = text[:common] if common > LONG else text
            self._known = beginning, hashed = beginning, sha256(beginning.encode())
        whole = hashed.copy()
        whole.update(text[len(beginning) :].encode())
        return whole.hexdigest()


_digests = _Digests()


def with_date(content: Mapping[str, str], dated: date) -> dict[str, str]:
    """A content with the date of its letter."""
    return {**content, "วันที่": long_date(dated)}


@lru_cache(maxsize=8)
def long_date(dated: date) -> str:
    """`๒๗ มีนาคม ๒๕๖๖`, which thousands of copies share."""
    return thai.long_date(dated)


def sender_of(memo: Memo) -> str:
    """The register's column จาก: the agency without its telephone and e-mail."""
    return _without_contacts(memo.agency)


@lru_cache(maxsize=64)
def _without_contacts(agency: str) -> str:
    return _CONTACTS.sub("", agency.replace("\u00a0", " ")).strip()


@lru_cache(maxsize=256)
def in_line(text: str) -> str:
    """A text of a letter as one line of the register."""
    return " ".join(text.split())


def _as_printed(block: Block) -> str:
    """A block with the role of its paragraph, or as the rows of its table."""
    if isinstance(block, Paragraph):
        text = _text(block.runs).replace("\u00a0", " ")  # here, where it is done once for many letters
        return text if block.role is Role.BODY else f"[{block.role}] {text}"
    title = " ".join(["[ตาราง", *block.aligns, *filter(None, [block.annex])]) + "]"
    return "\n".join([title, *(" | ".join(map(_text, row)) for row in (block.head, *block.rows))])


_printed = ByObject(_as_printed)


def _text(runs: tuple[Run, ...]) -> str:
    return "".join([f"**{run.text}**" if run.bold else run.text for run in runs])


def _as_person(signature: Signature) -> str:
    return " ".join(part for part in (signature.rank, signature.name, *signature.position) if part)


_person = ByObject(_as_person)
