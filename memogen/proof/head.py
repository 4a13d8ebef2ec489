"""The head of a memo or letter: ที่, วันที่, เรื่อง and เรียน, as printed and as understood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from memogen import thai
from memogen.proof.nouns import Proof, ProofParagraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The fields as printed, empty where there are none, and what number and date mean.

    `number` has no running number while it is blank; it and `dated` are None when they cannot be read.
    """

    number_text: str = ""
    number: thai.DocumentNumber | None = None
    date_text: str = ""
    dated: date | None = None
    subject: str = ""
    to: str = ""


_LEADERS = re.compile(r"[.…_\s]{3,}")
_LABELS = {
    "number": re.compile(r"(?:เลข)?(?:ที่|ท่ี)(?=[\s:.…_]|$|[ก-ฮ]{2,4}\s?[0-9๐-๙])"),
    "date": re.compile(r"วัน(?:ที่|ท่ี)(?=[\s:.…_0-9๐-๙]|$)"),
    "subject": re.compile(r"เรื่อง(?=[\s:.…_]|$)"),
    "to": re.compile(r"(?:กราบ)?เรียน(?=[\s:.…_]|$)|นมัสการ(?=\s)|ถึง(?=\s)"),
    "end": re.compile(r"อ้างถึง|สิ่งที่ส่งมาด้วย|ส่วนราชการ|บันทึกข้อความ"),
}
_DATE_INSIDE = re.compile(r"(?<![ก-๎])วัน(?:ที่|ท่ี)(?=[\s:.…_0-9๐-๙]|$)")
_NUMBER = re.compile(
    r"[ก-ฮ]{2,4}\s?(?:\([ก-ฮ]{1,4}\)\s?)?[0-9๐-๙]{3,6}\s?(?:\([ก-ฮ]{1,4}\)\s?)?(?:\.[0-9๐-๙]+)*"
    r"\s?/(?:\s{0,3}ว\.?)?(?:\s{0,3}[0-9๐-๙/.]*[0-9๐-๙])?"
)
_SEARCHED = 60  # paragraphs: the head is on the first page


def head_fields(proof: Proof) -> Head:
    """The head of a memo or external letter, made by us or by hand.

    A label may share its paragraph with its value and with another label (ที่ … วันที่ …), or stand in a cell
    before that of its value. A subject may run on in the next paragraphs until another label; several
    addressees under each other in one paragraph are lines of `to`.
    """
    fields: dict[str, str] = {}
    subject: list[str] = []
    current = ""
    for label, value, runs_on in _labelled(proof.paragraphs[:_SEARCHED]):
        if not label and current == "to" and fields["to"]:
            if not runs_on:
                break  # the body has begun
            fields["to"] += f"\n{value}"
            continue
        if label:
            if current == "to" and label != "end":
                break
            current = label if label not in fields else ""
            fields.setdefault(label, value)
        elif current in ("number", "date", "to") and not fields[current]:
            fields[current] = value
        elif current == "subject":
            subject.append(value)
        elif "date" not in fields and "number" in fields and _day(value):
            fields["date"] = value  # of an external letter, which has no label
    # Without an addressee after it, where the subject ends cannot be seen.
    rest = subject if "to" in fields else []
    fields["subject"] = " ".join(filter(None, (fields.get("subject", ""), *rest)))
    return _head(fields)


def _head(fields: dict[str, str]) -> Head:
    number = fields.get("number", "")
    found = _NUMBER.match(number)
    number = found[0] if found else number
    return Head(
        number_text=number,
        number=_number(number),
        date_text=fields.get("date", ""),
        dated=_day(fields.get("date", "")),
        subject=fields["subject"],
        to=fields.get("to", ""),
    )


def _labelled(paragraphs: Sequence[ProofParagraph]) -> Iterator[tuple[str, str, bool]]:
    """Label, value and whether it runs on in its paragraph; pieces without a label are values alone."""
    for paragraph in paragraphs:
        for number, line in enumerate(_pieces(paragraph.text)):
            yield (*_split(line), number > 0)


def _pieces(text: str) -> Iterator[str]:
    """The lines of a paragraph, ที่ and วันที่ on one line parted."""
    for line in text.split("\n"):
        inside = _DATE_INSIDE.search(line, 2) if _LABELS["number"].match(line.strip()) else None
        parts = (line[: inside.start()], line[inside.start() :]) if inside else (line,)
        yield from (part for part in map(_tidy, parts) if part)


def _tidy(text: str) -> str:
    """Without leaders of dots, tabs and doubled spaces."""
    spaced = _LEADERS.sub(" ", thai.normalise(text).replace("\u00a0", " "))
    return " ".join(spaced.split())


def _split(line: str) -> tuple[str, str]:
    for name, label in _LABELS.items():
        found = label.match(line)
        if found:
            return name, line[found.end() :].lstrip(" :").strip(" .…_")
    return "", line


def _number(text: str) -> thai.DocumentNumber | None:
    try:
        return thai.parse_number(text)
    except thai.NumberError:
        return None


def _day(text: str) -> date | None:
    try:
        return thai.parse_date(text)
    except thai.DateError:
        return None
