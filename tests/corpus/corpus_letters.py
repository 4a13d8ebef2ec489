"""What the corpus is made of: a letter as typed, part by part, and builders that put the parts in order.

A body paragraph that begins with `|` is a table: a row a line, cells between bars.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from memogen.model import Kind
from memogen.paper import Part

Texts: TypeAlias = "str | Sequence[str]"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter under a name of its own.

    `of_office` says that the office of the settings wrote it, `salutation` what stands for เรียน or ถึง.
    """

    name: str
    kind: Kind
    lines: tuple[tuple[Part, str], ...]
    of_office: bool = True
    salutation: str = ""


def memo(
    name: str,
    *,
    subject: str,
    to: Texts,
    body: Texts,
    number: str = "กษ ๑๑๑๓/๖๕๓",
    date: str = "๒๗ มีนาคม ๒๕๖๖",
    agency: str = "กลุ่มพัฒนาระบบบริหาร โทร. ๒๗๑",
    signature: Texts = ("(นางสาวตัวอย่าง หนึ่งนาม)", "ผู้อำนวยการกลุ่มพัฒนาระบบบริหาร"),
    urgency: Texts = (),
    secrecy: Texts = (),
    of_office: bool = True,
) -> Letter:
    parts = (
        (Part.SECRECY, secrecy),
        (Part.URGENCY, urgency),
        (Part.HEADING, "บันทึกข้อความ"),
        (Part.AGENCY, agency),
        (Part.NUMBER, number),
        (Part.DATE, date),
        (Part.SUBJECT, subject),
        (Part.TO, to),
        (Part.BODY, body),
        (Part.SIGNATURE, signature),
    )
    return Letter(name, Kind.MEMO, _lines(parts), of_office)


def external(
    name: str,
    *,
    subject: str,
    to: Texts,
    body: Texts,
    number: str = "กษ ๑๑๑๓/๔๑๒",
    agency: str = "กรมส่งเสริมสหกรณ์",
    address: Texts = ("๑๒ ถนนตัวอย่าง แขวงสมมติ", "เขตสมมติ กรุงเทพมหานคร ๑๐๒๐๐"),
    date: str = "๒๗ มีนาคม ๒๕๖๖",
    reference: Texts = (),
    enclosure: Texts = (),
    closing: str = "ขอแสดงความนับถือ",
    signature: Texts = ("(นายสมมติ สองนาม)", "อธิบดีกรมส่งเสริมสหกรณ์"),
    owner: Texts = (
        "กลุ่มพัฒนาระบบบริหาร",
        "โทร. ๐ ๒๒๘๑ ๐๐๐๐",
        "ไปรษณีย์อิเล็กทรอนิกส์ cpd_psdg@cpd.go.th",
    ),
    copies: Texts = (),
    urgency: Texts = (),
    of_office: bool = True,
    salutation: str = "",
) -> Letter:
    parts = (
        (Part.URGENCY, urgency),
        (Part.NUMBER, number),
        (Part.AGENCY, agency),
        (Part.ADDRESS, address),
        (Part.DATE, date),
        (Part.SUBJECT, subject),
        (Part.TO, to),
        (Part.REFERENCE, reference),
        (Part.ENCLOSURE, enclosure),
        (Part.BODY, body),
        (Part.CLOSING, closing),
        (Part.SIGNATURE, signature),
        (Part.OWNER, owner),
        (Part.COPIES, copies),
    )
    return Letter(name, Kind.EXTERNAL, _lines(parts), of_office, salutation)


def stamped(
    name: str,
    *,
    to: Texts,
    body: Texts,
    number: str = "กษ ๑๑๑๓/๒๐๘",
    agency: str = "กรมส่งเสริมสหกรณ์",
    date: str = "๒๗ มีนาคม ๒๕๖๖",
    owner: Texts = ("กลุ่มพัฒนาระบบบริหาร", "โทร. ๐ ๒๒๘๑ ๐๐๐๐"),
    urgency: Texts = (),
    of_office: bool = True,
) -> Letter:
    parts = (
        (Part.URGENCY, urgency),
        (Part.NUMBER, number),
        (Part.TO, to),
        (Part.BODY, body),
        (Part.AGENCY, agency),
        (Part.DATE, date),
        (Part.OWNER, owner),
    )
    return Letter(name, Kind.STAMPED, _lines(parts), of_office)


def order(
    name: str,
    *,
    subject: str,
    body: Texts,
    number: str = "๘๕/๒๕๖๖",
    date: str = "สั่ง ณ วันที่ ๒๗ มีนาคม พ.ศ. ๒๕๖๖",
    heading: str = "คำสั่งกรมส่งเสริมสหกรณ์",
    signature: Texts = ("(นายสมมติ สองนาม)", "อธิบดีกรมส่งเสริมสหกรณ์"),
    of_office: bool = True,
) -> Letter:
    parts = (
        (Part.HEADING, heading),
        (Part.NUMBER, number),
        (Part.SUBJECT, subject),
        (Part.BODY, body),
        (Part.DATE, date),
        (Part.SIGNATURE, signature),
    )
    return Letter(name, Kind.ORDER, _lines(parts), of_office)


def announcement(
    name: str,
    *,
    subject: str,
    body: Texts,
    date: str = "ประกาศ ณ วันที่ ๒๗ มีนาคม พ.ศ. ๒๕๖๖",
    heading: str = "ประกาศกรมส่งเสริมสหกรณ์",
    signature: Texts = ("(นายสมมติ สองนาม)", "อธิบดีกรมส่งเสริมสหกรณ์"),
    of_office: bool = True,
) -> Letter:
    parts = (
        (Part.HEADING, heading),
        (Part.SUBJECT, subject),
        (Part.BODY, body),
        (Part.DATE, date),
        (Part.SIGNATURE, signature),
    )
    return Letter(name, Kind.ANNOUNCEMENT, _lines(parts), of_office)


def minutes(
    name: str,
    *,
    heading: Texts,
    date: str,
    place: str,
    present: Texts,
    body: Texts,
    signature: Texts,
    of_office: bool = True,
) -> Letter:
    parts = (
        (Part.HEADING, heading),
        (Part.DATE, date),
        (Part.HEADING, place),
        (Part.OTHER, present),
        (Part.BODY, body),
        (Part.SIGNATURE, signature),
    )
    return Letter(name, Kind.MINUTES, _lines(parts), of_office)


def certificate(
    name: str,
    *,
    body: Texts,
    number: str = "๕/๒๕๖๖",
    agency: str = "กรมส่งเสริมสหกรณ์",
    address: Texts = "๑๒ ถนนตัวอย่าง เขตสมมติ กรุงเทพมหานคร ๑๐๒๐๐",
    date: str = "ให้ไว้ ณ วันที่ ๒๗ มีนาคม พ.ศ. ๒๕๖๖",
    signature: Texts = ("(นายสมมติ สองนาม)", "อธิบดีกรมส่งเสริมสหกรณ์"),
    of_office: bool = True,
) -> Letter:
    parts = (
        (Part.NUMBER, number),
        (Part.AGENCY, agency),
        (Part.ADDRESS, address),
        (Part.BODY, body),
        (Part.DATE, date),
        (Part.SIGNATURE, signature),
    )
    return Letter(name, Kind.CERTIFICATE, _lines(parts), of_office)


def _lines(parts: Sequence[tuple[Part, Texts]]) -> tuple[tuple[Part, str], ...]:
    return tuple(
        (part, text) for part, texts in parts for text in ((texts,) if isinstance(texts, str) else texts)
    )
