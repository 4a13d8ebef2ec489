"""What each kind of letter is made of: the headers that it prints, and what they become (saraban.md 1.2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any, NamedTuple

from memogen import thai
from memogen.compose.enclosing import ENCLOSED
from memogen.compose.heads import BLANK, NOBODY, Heads
from memogen.compose.meetings import meeting_of
from memogen.model import Kind, Photo, Signature


class Part(NamedTuple):
    """A part of a letter: the headers that it is read from, its fields of the Memo, and what they print."""

    headers: tuple[str, ...]
    fields: Callable[[Heads], dict[str, Any]]
    text: Callable[[Mapping[str, Any]], str]


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a kind: `above` are read before the body, so that their faults are told first.

    `required` is what a letter must say itself; the office's settings give the rest.
    """

    required: tuple[str, ...]
    above: tuple[Part, ...]
    below: tuple[Part, ...]

    @property
    def headers(self) -> frozenset[str]:
        """Every header that is printed."""
        return frozenset(name for part in (*self.above, *self.below) for name in part.headers)


WITH_ERA = (Kind.ORDER, Kind.ANNOUNCEMENT, Kind.CERTIFICATE)
"""Kinds whose date has พ.ศ. in it (saraban.md section 4)."""


def date_text(kind: Kind, dated: date | None) -> str:
    """The date as a kind prints it; room to write it where there is none yet."""
    if kind in WITH_ERA:
        return thai.hold_together(thai.era_date(dated)) if dated else f"{BLANK * 2}พ.ศ.{BLANK}"
    return thai.hold_together(thai.long_date(dated)) if dated else ""


# --- parts ------------------------------------------------------------------------------------------


def _text(header: str, field: str) -> Part:
    return Part((header,), lambda heads: {field: heads.text(header)}, itemgetter(field))


def _listed(header: str, field: str) -> Part:
    return Part(
        (header,), lambda heads: {field: heads.texts(header)}, lambda fields: "\n".join(fields[field])
    )


def _enclosed(kind: Kind) -> Part:
    def fields(heads: Heads) -> dict[str, Any]:
        enclosures, attachments = heads.enclosed(kind)
        return {"enclosures": enclosures, "attachments": attachments}

    def text(fields: Mapping[str, Any]) -> str:
        return "\n".join((*fields["enclosures"], *(one.source for one in fields["attachments"])))

    return Part((ENCLOSED,), fields, text)


def _dated(kind: Kind) -> Part:
    def fields(heads: Heads) -> dict[str, Any]:
        dated = heads.dated()
        return {"dated": dated, "date_text": date_text(kind, dated)}

    return Part(("วันที่",), fields, itemgetter("date_text"))


def _numbered(heads: Heads) -> dict[str, Any]:
    number = heads.number()
    return {
        "number": thai.hold_together(str(number)),
        "series": number.code,
        "serial": number.running,
        "circular": number.circular,
    }


def _numbered_by_year(kind: Kind) -> Part:
    def fields(heads: Heads) -> dict[str, Any]:
        dated = heads.dated()
        number, serial = heads.number_by_year(dated)
        printed = {"dated": dated, "date_text": date_text(kind, dated)}
        return {"number": number, "series": heads.series, "serial": serial, **printed}

    return Part(("ที่", "วันที่"), fields, itemgetter("number"))


def _sender(header: str) -> Part:
    return Part((header,), lambda heads: {"agency": heads.sender(header)}, itemgetter("agency"))


def _addressed(heads: Heads) -> dict[str, Any]:
    salutation, to = heads.addressee()
    return {"salutation": salutation, "to": to}


def _addressed_and_closed(heads: Heads) -> dict[str, Any]:
    salutation, to = heads.addressee()
    return {"salutation": salutation, "to": to, "closing": heads.closing(to)}


def _fixed(**fields: Any) -> Part:
    """Fields that no letter of the kind has."""
    return Part((), lambda _heads: fields, lambda _fields: "")


def _person(signature: Signature) -> str:
    return "\n".join(filter(None, (signature.rank, signature.name, *signature.position)))


def _decided(fields: Mapping[str, Any]) -> str:
    return "\n".join(f"{_person(decision.by)} = {decision.result}" for decision in fields["decisions"])


def _coded(fields: Mapping[str, Any]) -> str:
    return "\n".join(f"{code.caption} = {code.address}" for code in fields["qr_codes"])


def _photographed(fields: Mapping[str, Any]) -> str:
    photo: Photo | None = fields["photo"]
    return f"{photo.name} = {photo.source}" if photo else ""


def _certified(heads: Heads) -> dict[str, Any]:
    to = heads.text("ออกให้แก่")
    return {"to": to, "subject": heads.text("เรื่อง") or f"{Kind.CERTIFICATE} {to}"}


def _met(heads: Heads) -> dict[str, Any]:
    meeting = meeting_of(heads)
    return {"meeting": meeting, "subject": " ".join(f"{meeting.name} ครั้งที่ {meeting.session}".split())}


_NUMBER = Part(("ที่", "หนังสือเวียน"), _numbered, itemgetter("number"))
_AGENCY = Part(("ส่วนราชการ",), lambda heads: {"agency": heads.agency()}, itemgetter("agency"))
_ADDRESS = Part(
    ("ที่อยู่",), lambda heads: {"address": heads.address()}, lambda fields: "\n".join(fields["address"])
)
_OWNER = Part((), lambda heads: {"owner": heads.owner()}, lambda fields: "\n".join(fields["owner"]))
_SUBJECT = _text("เรื่อง", "subject")
_TO = Part(("เรียน",), _addressed, itemgetter("to"))
_REFERENCES = _listed("อ้างถึง", "references")
_MARKS = (
    Part(("ชั้นความเร็ว",), lambda heads: {"urgency": heads.urgency()}, itemgetter("urgency")),
    Part(("ชั้นความลับ",), lambda heads: {"secrecy": heads.secrecy()}, itemgetter("secrecy")),
)
_SECRECY = _MARKS[1:]
_SIGNATURE = Part(
    ("ผู้ลงนาม",),
    lambda heads: {"signature": heads.signature()},
    lambda fields: _person(fields["signature"]),
)
_UNSIGNED = _fixed(signature=NOBODY)
_DECISIONS = Part(("ผู้พิจารณา",), lambda heads: {"decisions": heads.decisions()}, _decided)
_QR = Part(("คิวอาร์",), lambda heads: {"qr_codes": heads.qr_codes()}, _coded)
_UNNUMBERED = Part((), lambda heads: {"number": "", "series": heads.series}, lambda _fields: "")
_TO_NOBODY = _fixed(to="")
_EFFECTIVE = Part(
    ("ทั้งนี้",),
    lambda heads: {"effective": heads.text("ทั้งนี้").removeprefix("ทั้งนี้").strip()},
    itemgetter("effective"),
)

# --- kinds ------------------------------------------------------------------------------------------

PARTS: Mapping[Kind, Parts] = {
    Kind.MEMO: Parts(
        ("เรื่อง", "เรียน", "ผู้ลงนาม"),
        (_dated(Kind.MEMO), _NUMBER, _AGENCY, _SUBJECT, _TO, _REFERENCES, _enclosed(Kind.MEMO), *_MARKS),
        (_SIGNATURE, _DECISIONS, _QR),
    ),
    Kind.EXTERNAL: Parts(
        ("เรื่อง", "เรียน", "ผู้ลงนาม"),
        (
            _dated(Kind.EXTERNAL),
            _NUMBER,
            _sender("ส่วนราชการ"),
            _ADDRESS,
            _SUBJECT,
            Part(("เรียน", "คำลงท้าย"), _addressed_and_closed, itemgetter("to")),
            _REFERENCES,
            _enclosed(Kind.EXTERNAL),
            *_MARKS,
        ),
        (_SIGNATURE, _OWNER, _listed("สำเนาส่ง", "copies"), _QR),
    ),
    Kind.STAMPED: Parts(
        ("ถึง", "เรื่อง"),
        (
            _dated(Kind.STAMPED),
            _NUMBER,
            _sender("ส่วนราชการ"),
            _SUBJECT,
            _text("ถึง", "to"),
            _enclosed(Kind.STAMPED),
            *_MARKS,
        ),
        (_UNSIGNED, _OWNER, _QR),
    ),
    Kind.ORDER: Parts(
        ("เรื่อง", "ผู้ลงนาม"),
        (
            _numbered_by_year(Kind.ORDER),
            _sender("ผู้ออก"),
            _SUBJECT,
            _TO_NOBODY,
            _enclosed(Kind.ORDER),
            *_SECRECY,
        ),
        (_EFFECTIVE, _SIGNATURE, _QR),
    ),
    Kind.ANNOUNCEMENT: Parts(
        ("เรื่อง", "ผู้ลงนาม"),
        (
            _dated(Kind.ANNOUNCEMENT),
            _UNNUMBERED,
            _sender("ผู้ออก"),
            _SUBJECT,
            _TO_NOBODY,
            _enclosed(Kind.ANNOUNCEMENT),
            *_SECRECY,
        ),
        (_EFFECTIVE, _SIGNATURE, _QR),
    ),
    Kind.CERTIFICATE: Parts(
        ("ออกให้แก่", "ผู้ลงนาม"),
        (
            _numbered_by_year(Kind.CERTIFICATE),
            _sender("ส่วนราชการ"),
            _ADDRESS,
            Part(("ออกให้แก่", "เรื่อง"), _certified, itemgetter("to")),
            _enclosed(Kind.CERTIFICATE),
            *_SECRECY,
        ),
        (_SIGNATURE, Part(("รูปถ่าย", "ออกให้แก่"), lambda heads: {"photo": heads.photo()}, _photographed), _QR),
    ),
    Kind.MINUTES: Parts(
        ("การประชุม", "ครั้งที่", "เมื่อ", "ณ", "ผู้มาประชุม", "เริ่มประชุม", "เลิกประชุม", "ผู้จดรายงานการประชุม"),
        (
            _UNNUMBERED,
            _fixed(agency="", to="", date_text=""),
            Part(
                (
                    *("การประชุม", "ครั้งที่", "เมื่อ", "ณ", "เริ่มประชุม", "เลิกประชุม"),
                    *("ผู้มาประชุม", "ผู้ไม่มาประชุม", "ผู้เข้าร่วมประชุม"),
                    *("ผู้จดรายงานการประชุม", "ผู้ตรวจรายงานการประชุม"),
                ),
                _met,
                itemgetter("subject"),
            ),
            _enclosed(Kind.MINUTES),
            *_SECRECY,
        ),
        (_UNSIGNED, _QR),
    ),
    Kind.FORM: Parts(
        ("เรื่อง",),
        (
            _UNNUMBERED,
            _fixed(agency="", to="", date_text=""),
            _SUBJECT,
            _enclosed(Kind.FORM),
            *_SECRECY,
        ),
        (_UNSIGNED, _QR),
    ),
}
"""Of every kind; the certificate's and the stamped letter's subject is for the books alone."""
