"""What a letter asks for before it can be composed: its kind, its data and its recipient."""

from __future__ import annotations

import re
from gettext import gettext as _

from memogen import sandbox
from memogen.findings import Finding, nearest
from memogen.model import Header, Kind, Letter

RECIPIENT = "หน่วยงาน"
PEOPLE = ("ผู้มาประชุม", "ผู้ไม่มาประชุม", "ผู้เข้าร่วมประชุม")
"""The lists of a meeting, in the order of the form."""
_BOOK = re.compile(r"(?P<book>[^|#]+\.(?:xlsx|xlsm|csv))\s*(?:#\s*(?P<sheet>[^|]+?)\s*)?", re.IGNORECASE)
_DATA = re.compile(r"^\s*(?P<name>[^\s=]+)\s*=\s*(?P<book>[^#]+?)\s*(?:#\s*(?P<sheet>.+?)\s*)?$")


def names_recipient(letter: Letter) -> bool:
    """Whether the letter speaks of its recipient (หน่วยงาน), and so is made once for each."""
    texts = (letter.body, *(header.value for header in letter.headers))
    return any(RECIPIENT in sandbox.names(text) for text in texts if "{" in text)


def data_sources(letter: Letter) -> tuple[list[tuple[Header, str, str, str | None]], list[Finding]]:
    """The headers that name data as (header, name, workbook, sheet), and those that cannot be read.

    They are `ข้อมูล`, and the lists of a meeting that are in a workbook.
    """
    sources, findings = [], []
    for header in letter.headers:
        if name := data_name(header):
            book, _sign, sheet = name.partition("#")
            sources.append((header, name, book.strip(), sheet.strip() or None))
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


def data_name(header: Header) -> str:
    """The data that a list of people is in, `workbook#sheet` as typed; empty where it is typed out."""
    value = header.value.strip()
    return value if header.base in PEOPLE and _BOOK.fullmatch(value) else ""


def kind_of(letter: Letter) -> tuple[Kind, list[Finding]]:
    """The letter's kind, a memo unless it says another."""
    header = letter.one("ชนิด")
    known = [kind.value for kind in Kind]
    if header is None or not header.value:
        return Kind.MEMO, []
    if header.value in known:
        return Kind(header.value), []
    guess = nearest(header.value, known)
    finding = Finding(
        code="L17",
        file=letter.file,
        line=header.line,
        text=header.value,
        message=_("ไม่รู้จักชนิดหนังสือ “{kind}”").format(kind=header.value),
        hint=_("หมายถึง “{guess}” ใช่หรือไม่").format(guess=guess)
        if guess
        else _("ที่ใช้ได้: {known}").format(known=", ".join(known)),
    )
    return Kind.MEMO, [finding]
