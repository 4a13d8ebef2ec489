"""Letter files: header lines, an empty line, and a body, read with every fault and its line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from gettext import gettext as _
from pathlib import Path

from memogen import thai
from memogen.files import read_text
from memogen.findings import Finding, nearest
from memogen.model import HEADERS, Header, Letter

_LINE = re.compile(r"^\s*(?P<name>[^:：{}]{1,80}?)\s*[:：]\s*(?P<value>.*?)\s*$")
_GROUP = re.compile(r"(ผู้(?:ไม่)?มาประชุม|ผู้เข้าร่วมประชุม)\s*\(.*\)")
"""`ผู้เข้าร่วมประชุม (ผ่านระบบออนไลน์)` is the header ผู้เข้าร่วมประชุม with a group of its own."""


def read_letter(path: Path, *, file: str) -> Letter:
    """The letter in a file; `file` is how messages name it. InputError if it cannot be opened."""
    return parse_letter(read_text(path), file)


def parse_letter(text: str, file: str) -> Letter:
    """The letter in a text. Faults do not stop the reading: they are in `findings`, for all at once."""
    findings = _unprintable(text, file)
    printable = text.translate(dict.fromkeys(ord(char) for _index, char in thai.unprintable(text)))
    lines = thai.normalise(printable).split("\n")
    start = next((number for number, line in enumerate(lines) if line.strip()), 0)
    end = next((number for number in range(start, len(lines)) if not lines[number].strip()), len(lines))
    headers = []
    for number, line in enumerate(lines[start:end], start=start + 1):
        match = _LINE.match(line)
        if match:
            headers.append(Header(match["name"], match["value"], number))
        else:
            findings.append(_not_a_header(line, file, number))
    body_line = next((number for number in range(end, len(lines)) if lines[number].strip()), end)
    findings += [*_check_names(headers, file), *_check_repeats(headers, file)]
    return Letter(
        file=file,
        headers=tuple(headers),
        body="\n".join(lines[body_line:]).rstrip(),
        body_line=body_line + 1,
        findings=tuple(findings),
    )


def _unprintable(text: str, file: str) -> list[Finding]:
    findings = []
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        for column, char in thai.unprintable(line):
            findings.append(
                Finding(
                    code="L16",
                    file=file,
                    line=number,
                    place=_("ตัวที่ {column}").format(column=column + 1),
                    text=f"U+{ord(char):04X}",
                    message=_("มีอักขระ U+{code:04X} ที่พิมพ์ลงในเอกสารไม่ได้").format(code=ord(char)),
                    hint=_("ลบอักขระนี้ออก แล้วพิมพ์ข้อความช่วงนั้นใหม่"),
                )
            )
    return findings


def _not_a_header(line: str, file: str, number: int) -> Finding:
    return Finding(
        code="L02",
        file=file,
        line=number,
        text=line.strip()[:60],
        message=_("บรรทัดนี้ยังอยู่ในส่วนหัว แต่ไม่ใช่ “หัวข้อ: ค่า”"),
        hint=_("ถ้าเป็นเนื้อความ ให้เว้นบรรทัดว่างหนึ่งบรรทัดก่อนเริ่มเนื้อความ"),
    )


def _check_names(headers: Sequence[Header], file: str) -> list[Finding]:
    findings = []
    for header in headers:
        if header.name in HEADERS or _GROUP.fullmatch(header.name):
            continue
        guess = nearest(header.name, list(HEADERS))
        hint = (
            _("หมายถึง “{guess}” ใช่หรือไม่").format(guess=guess)
            if guess
            else _("หัวข้อที่ใช้บ่อย: ชนิด ที่ วันที่ เรื่อง เรียน ผู้ลงนาม")
        )
        findings.append(
            Finding(
                code="L01",
                file=file,
                line=header.line,
                text=header.name,
                message=_("ไม่รู้จักหัวข้อ “{name}”").format(name=header.name),
                hint=hint,
            )
        )
    return findings


def _check_repeats(headers: Sequence[Header], file: str) -> list[Finding]:
    first: dict[str, int] = {}
    findings = []
    for header in headers:
        rule = HEADERS.get(header.name)
        if rule and not rule.repeats and header.name in first:
            findings.append(
                Finding(
                    code="L03",
                    file=file,
                    line=header.line,
                    text=header.name,
                    message=_("มีหัวข้อ “{name}” ซ้ำ (ครั้งแรกอยู่บรรทัดที่ {line})").format(
                        name=header.name, line=first[header.name]
                    ),
                    hint=_("เหลือไว้บรรทัดเดียว"),
                )
            )
        first.setdefault(header.name, header.line)
    return findings
