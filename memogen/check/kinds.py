"""What each kind of letter must have (regulation clauses 11 to 25; saraban.md section 1.2)."""

from __future__ import annotations

from collections.abc import Mapping

from memogen.model import Kind
from memogen.paper import Part

REQUIRED: Mapping[Kind, tuple[Part, ...]] = {
    Kind.EXTERNAL: (
        Part.NUMBER,
        Part.AGENCY,
        Part.DATE,
        Part.SUBJECT,
        Part.TO,
        Part.BODY,
        Part.SIGNATURE,
    ),
    Kind.MEMO: (
        Part.AGENCY,
        Part.NUMBER,
        Part.DATE,
        Part.SUBJECT,
        Part.TO,
        Part.BODY,
        Part.SIGNATURE,
    ),
    Kind.STAMPED: (Part.NUMBER, Part.TO, Part.BODY, Part.AGENCY, Part.DATE, Part.OWNER),
    Kind.ORDER: (Part.HEADING, Part.NUMBER, Part.SUBJECT, Part.BODY, Part.DATE, Part.SIGNATURE),
    Kind.ANNOUNCEMENT: (Part.HEADING, Part.SUBJECT, Part.BODY, Part.DATE, Part.SIGNATURE),
    Kind.CERTIFICATE: (Part.NUMBER, Part.BODY, Part.DATE, Part.SIGNATURE),
    Kind.MINUTES: (Part.HEADING, Part.BODY),
    Kind.FORM: (Part.HEADING, Part.BODY),
}
"""Parts that a finished letter has; the closing (H04) and a blank subject (J01) have rules of their own."""

REQUIRED_WORDS: Mapping[Kind, tuple[str, ...]] = {
    Kind.MINUTES: ("ผู้มาประชุม", "เริ่มประชุม", "เลิกประชุม", "ผู้จดรายงานการประชุม"),
    Kind.CERTIFICATE: ("หนังสือฉบับนี้ให้ไว้เพื่อรับรองว่า",),
}
"""Words that the form of a kind prints."""

CALLED: Mapping[tuple[Kind, Part], str] = {
    (Kind.STAMPED, Part.TO): "ถึง",
    (Kind.CERTIFICATE, Part.NUMBER): "เลขที่",
}
"""Parts that a kind calls otherwise than the others."""

CLAUSES: Mapping[Kind, str] = {
    Kind.EXTERNAL: "ข้อ ๑๑",
    Kind.MEMO: "ข้อ ๑๒",
    Kind.STAMPED: "ข้อ ๑๔",
    Kind.ORDER: "ข้อ ๑๖",
    Kind.ANNOUNCEMENT: "ข้อ ๒๐",
    Kind.CERTIFICATE: "ข้อ ๒๔",
    Kind.MINUTES: "ข้อ ๒๕",
    Kind.FORM: "ข้อ ๒๖",
}

NUMBERED = (Kind.MEMO, Kind.EXTERNAL, Kind.STAMPED)
"""Kinds whose number is that of the sending register; it has no year."""
NUMBERED_BY_YEAR = (Kind.ORDER, Kind.CERTIFICATE)
"""Kinds whose number has the year พ.ศ. after the stroke."""
