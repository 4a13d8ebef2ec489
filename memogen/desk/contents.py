"""What a letter says, field by field, as the register keeps it, so that a later change can be named."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from hashlib import sha256

from memogen import thai
from memogen.model import (
    Attachment,
    Block,
    Decision,
    Kind,
    Memo,
    Paragraph,
    QrCode,
    Role,
    Run,
    Signature,
    all_codes,
)
from memogen.remembering import ByObject, ByPart, Part

LONG = 200
"""Characters beyond which a text is kept in brief."""
_CONTACTS = re.compile(r"\s+(?:โทร(?:ศัพท์|สาร)?\.?|ไปรษณีย์อิเล็กทรอนิกส์|อีเมล)(?=[\s:.]).*", re.DOTALL)


def content_of(memo: Memo, dated: date | None) -> dict[str, str]:
    """Name of each part that the letter has -> its text; the running number is no part of it.

    Without `dated` the date is left out; `with_date` brings it in.

    No-break spaces stand as spaces, so that a newer way of holding phrases together changes nothing.
    """
    content = {name: text for name, text in _contents(memo).items() if text}
    return with_date(content, dated) if dated else content


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
        return _text(block.runs) if block.role is Role.BODY else f"[{block.role}] {_text(block.runs)}"
    title = " ".join(["[ตาราง", *block.aligns, *filter(None, [block.annex])]) + "]"
    return "\n".join([title, *(" | ".join(map(_text, row)) for row in (block.head, *block.rows))])


_printed = ByObject(_as_printed)


def _text(runs: tuple[Run, ...]) -> str:
    return "".join([f"**{run.text}**" if run.bold else run.text for run in runs])


def _person(signature: Signature) -> str:
    return " ".join(part for part in (signature.rank, signature.name, *signature.position) if part)


def _decided(decisions: Sequence[Decision]) -> str:
    return "\n".join(f"{_person(decision.by)} = {decision.result}" for decision in decisions)


def _coded(asked_for: Sequence[QrCode], attachments: Sequence[Attachment]) -> str:
    return "\n".join(f"{code.caption} = {code.address}" for code in all_codes(asked_for, attachments))


def _attached(attachments: Sequence[Attachment]) -> str:
    return "\n".join(f"{one.caption} = {one.source}" for one in attachments if not one.is_on_web)


def _spaced(make: Callable[..., str]) -> Callable[..., str]:
    """What is made, with spaces for no-break spaces."""
    return lambda *attributes: make(*attributes).replace("\u00a0", " ")


_PARTS = {
    "ชนิด": Part(("kind",), lambda kind: "" if kind is Kind.MEMO else kind),
    "ที่": Part(("series", "circular"), _without_serial),
    "ชั้นความเร็ว": Part(("urgency",), str),
    "ชั้นความลับ": Part(("secrecy",), str),
    "ส่วนราชการ": Part(("agency",), str),
    "ที่อยู่": Part(("address",), "\n".join),
    "เรื่อง": Part(("subject",), str),
    "เรียน": Part(("to",), str),
    "อ้างถึง": Part(("references",), "\n".join),
    "สิ่งที่ส่งมาด้วย": Part(("enclosures",), "\n".join),
    "เนื้อความ": Part(("blocks",), lambda blocks: "\n".join(_printed.each(blocks))),
    "ทั้งนี้": Part(("effective",), str),
    "คำลงท้าย": Part(("closing",), str),
    "ผู้ลงนาม": Part(("signature",), _person),
    "ผู้พิจารณา": Part(("decisions",), _decided),
    "เจ้าของเรื่อง": Part(("owner",), "\n".join),
    "สำเนาส่ง": Part(("copies",), "\n".join),
    "คิวอาร์": Part(("qr_codes", "attachments"), _coded),
    "รูปถ่าย": Part(("photo",), lambda photo: f"{photo.name} = {photo.source}" if photo else ""),
    "ไฟล์ที่แนบ": Part(("attachments",), _attached),
}
_contents = ByPart({name: Part(part.of, _spaced(part.make)) for name, part in _PARTS.items()})
