"""What a letter asks for before it can be composed: its kind, its data and its recipient."""

from __future__ import annotations

import re
from gettext import gettext as _

from memogen import sandbox
from memogen.findings import Finding, nearest
from memogen.model import Header, Kind, Letter

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
