"""Composing: a letter, the office and its data become a Memo; no files, no clock."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from gettext import gettext as _
from typing import Any

from memogen import sandbox, thai
from memogen.compose.body import read_body
from memogen.compose.filling import Filler
from memogen.compose.heads import Heads
from memogen.compose.practice import practice
from memogen.errors import InputError
from memogen.findings import Finding, has_errors, nearest
from memogen.model import Header, Kind, Letter, Memo, Office, Plain

RECIPIENT = "หน่วยงาน"
_DATA = re.compile(r"^\s*(?P<name>[^\s=]+)\s*=\s*(?P<book>[^#]+?)\s*(?:#\s*(?P<sheet>.+?)\s*)?$")


def names_recipient(letter: Letter) -> bool:
    """Whether the letter speaks of its recipient (หน่วยงาน), and so is made once for each."""
    texts = (letter.body, *(header.value for header in letter.headers))
    return any(RECIPIENT in sandbox.names(text) for text in texts if "{" in text)


def data_sources(letter: Letter) -> tuple[list[tuple[Header, str, str, str | None]], list[Finding]]:
    """The `ข้อมูล` headers as (header, name, workbook, sheet), and those that cannot be read."""
    sources, findings = [], []
    for header in letter.all("ข้อมูล"):
        match = _DATA.match(header.value)
        if match and match["name"].isidentifier():
            sources.append((header, match["name"], match["book"], match["sheet"]))
        else:
            findings.append(
                Finding(
                    code="L13",
                    file=letter.file,
                    line=header.line,
                    text=header.value,
                    message=_("อ่าน “ข้อมูล” ไม่ได้"),
                    hint=_("เขียนอย่าง ข้อมูล: แผน = fixtures/แผน.xlsx#แผ่นงาน (ชื่อไม่มีวรรค)"),
                )
            )
    return sources, findings


def kind_of(letter: Letter) -> tuple[Kind, list[Finding]]:
    """The letter's kind, a memo unless it says another; only memos can be made as yet."""
    header = letter.one("ชนิด")
    if header is None or not header.value or header.value == Kind.MEMO:
        return Kind.MEMO, []
    known = [kind.value for kind in Kind]
    kind = Kind.MEMO
    if header.value in known:
        kind = Kind(header.value)
        message = _("รุ่นนี้ยังทำ{kind}ไม่ได้ ทำได้เฉพาะบันทึกข้อความ").format(kind=header.value)
        hint = _("เปลี่ยนเป็น ชนิด: บันทึกข้อความ")
    else:
        guess = nearest(header.value, known)
        message = _("ไม่รู้จักชนิดหนังสือ “{kind}”").format(kind=header.value)
        hint = (
            _("หมายถึง “{guess}” ใช่หรือไม่").format(guess=guess)
            if guess
            else _("ที่ใช้ได้: {known}").format(known=", ".join(known))
        )
    finding = Finding(
        code="L17", file=letter.file, line=header.line, text=header.value, message=message, hint=hint
    )
    return kind, [finding]


def compose(
    letter: Letter,
    office: Office,
    *,
    data: Mapping[str, Any] | None = None,
    recipient: Mapping[str, Plain] | None = None,
    on: date | None = None,
    known: Sequence[Finding] = (),
) -> Memo:
    """The memo that the letter asks for.

    `data` maps a name of the letter to its rows (dicts of plain values), `on` is the date to print in
    place of the letter's own, `known` are faults already met. InputError carries every fault at once.
    """
    values: dict[str, Any] = {**(data or {}), **({RECIPIENT: recipient} if recipient is not None else {})}
    shape = {**_unread(letter, known), **sandbox.shape_of(values)}
    filler = Filler(
        file=letter.file,
        shape=shape,
        values=values,
        keep_digits=office.keep_digits,
        baht_reading=office.baht_reading,
    )
    kind, faults = kind_of(letter)
    filler.findings += [*letter.findings, *known, *faults]
    memo = _memo(letter, office, filler, on, kind)
    findings = sorted([*filler.findings, *practice(letter)], key=lambda finding: finding.line or 0)
    if has_errors(filler.findings):
        raise InputError(*findings)
    return replace(memo, findings=tuple(findings))


def _unread(letter: Letter, known: Sequence[Finding]) -> dict[str, Any]:
    """Names of data that could not be read: that has been told, so their columns are not checked."""
    if not has_errors(known):
        return {}
    return {name: sandbox.ANY for _header, name, _book, _sheet in data_sources(letter)[0]}


def _memo(letter: Letter, office: Office, filler: Filler, on: date | None, kind: Kind) -> Memo:
    heads = Heads(letter, office, filler)
    heads.check_present(kind)
    dated, number = heads.date(on), heads.number()
    circular = heads.circular() or number.circular
    number = replace(number, circular=circular)
    if not letter.body:
        filler.findings.append(_empty(letter))
    return Memo(
        agency=heads.text("ส่วนราชการ", office.agency_line),
        number=thai.hold_together(str(number)),
        date_text=thai.hold_together(thai.long_date(dated)) if dated else "",
        subject=heads.text("เรื่อง"),
        to=heads.text("เรียน"),
        references=heads.texts("อ้างถึง"),
        enclosures=heads.texts("สิ่งที่ส่งมาด้วย"),
        urgency=heads.urgency(),
        secrecy=heads.secrecy(),
        blocks=tuple(read_body(filler.lines(letter.body, line=letter.body_line), filler)),
        signature=heads.signature(),
        decisions=heads.decisions(),
        qr_codes=heads.qr_codes(),
        series=number.code,
        serial=number.running,
        dated=dated,
        circular=circular,
    )


def _empty(letter: Letter) -> Finding:
    return Finding(
        code="L15",
        file=letter.file,
        line=letter.body_line,
        message=_("หนังสือนี้ยังไม่มีเนื้อความ"),
        hint=_("เว้นบรรทัดว่างหนึ่งบรรทัดหลังหัวข้อ แล้วพิมพ์เนื้อความ"),
    )
