"""The office's settings: `memogen.toml` read into an Office, every fault told at once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from gettext import gettext as _
from pathlib import Path
from typing import Any

from memogen.errors import InputError
from memogen.files import read_text
from memogen.findings import Finding, nearest
from memogen.model import Office, Plain, Signer

FILE = "memogen.toml"

_SECTIONS: Mapping[str, Mapping[str, type | tuple[type, ...]]] = {
    "office": {"name": str, "ministry": str, "unit": str, "code": str, "phone": str, "email": str},
    "output": {"folder": str},
    "writing": {"baht_reading": str, "keep_digits": list, "dotted_lines": bool, "emblem": (bool, str)},
    "register": {"circular_series": str, "address": str},
}
_LISTS: Mapping[str, tuple[str, ...]] = {
    "signers": ("key", "name", "position"),
    "units": ("name", "to"),
}
_CHOICES = {
    ("writing", "baht_reading"): ("spoken", "spreadsheet"),
    ("register", "circular_series"): ("own", "ordinary"),
}
_UNIT_COLUMNS = {"name": "ชื่อ", "to": "เรียน", "short": "ย่อ"}
"""What letters call the columns of a unit (contract section 3); other keys keep their own name."""


def read_office(path: Path, *, file: str = FILE) -> Office:
    """The office that a `memogen.toml` describes; InputError names every line that is wrong."""
    return parse_office(read_text(path), file)


def parse_office(text: str, file: str = FILE) -> Office:
    """The office in the text of a settings file; see `read_office`."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(_not_toml(error, file)) from error
    findings = [*_check_sections(data, text, file), *_check_lists(data, text, file)]
    if findings:
        raise InputError(*findings)
    return _office(data, file)


def _office(data: Mapping[str, Any], file: str) -> Office:
    office, writing = data["office"], data.get("writing", {})
    return Office(
        file=file,
        name=office["name"],
        unit=office.get("unit", ""),
        code=office["code"],
        phone=office.get("phone", ""),
        email=office.get("email", ""),
        ministry=office.get("ministry", ""),
        signers=tuple(Signer(**signer) for signer in data.get("signers", ())),
        units=tuple(_unit(unit) for unit in data.get("units", ())),
        output=data.get("output", {}).get("folder", "out"),
        baht_reading=writing.get("baht_reading", "spoken"),
        keep_digits=tuple(writing.get("keep_digits", ())),
        dotted_lines=writing.get("dotted_lines", True),
        emblem=writing.get("emblem", True),
        circular_series=data.get("register", {}).get("circular_series", "own"),
    )


def _unit(unit: Mapping[str, Any]) -> dict[str, Plain]:
    return {_UNIT_COLUMNS.get(key, key): value for key, value in unit.items()}


def _line_of(text: str, word: str, *, after: int = 0) -> int | None:
    """The line where a key or section stands; tomllib does not keep it."""
    pattern = re.compile(rf'^\s*(\[+\s*)?"?{re.escape(word)}"?\s*[=\]]', re.MULTILINE)
    found = pattern.search(text, after)
    return text.count("\n", 0, found.end()) + 1 if found else None


def _not_toml(error: tomllib.TOMLDecodeError, file: str) -> Finding:
    line = re.search(r"line (\d+)", str(error))
    return Finding(
        code="W01",
        file=file,
        line=int(line[1]) if line else None,
        message=_("อ่านไฟล์ตั้งค่าไม่ได้ ({reason})").format(reason=str(error)),
        hint=_('แต่ละบรรทัดเขียนว่า ชื่อ = "ค่า" และข้อความต้องอยู่ในเครื่องหมายคำพูดทั้งสองข้าง'),
    )


def _unknown(word: str, known: list[str], text: str, file: str) -> Finding:
    guess = nearest(word, known)
    return Finding(
        code="W02",
        file=file,
        line=_line_of(text, word),
        text=word,
        message=_("ไม่รู้จักการตั้งค่า “{word}”").format(word=word),
        hint=_("หมายถึง “{guess}” ใช่หรือไม่").format(guess=guess)
        if guess
        else _("ที่ใช้ได้คือ {known}").format(known=", ".join(known)),
    )


def _check_sections(data: Mapping[str, Any], text: str, file: str) -> list[Finding]:
    known = [*_SECTIONS, *_LISTS]
    findings = [_unknown(word, known, text, file) for word in data if word not in known]
    for section, keys in _SECTIONS.items():
        table = data.get(section, {})
        if not isinstance(table, dict):
            findings.append(_wrong_type(section, text, file))
            continue
        for key, value in table.items():
            if key not in keys:
                findings.append(_unknown(key, list(keys), text, file))
            elif not isinstance(value, keys[key]):
                findings.append(_wrong_type(key, text, file))
            elif value not in _CHOICES.get((section, key), (value,)):
                findings.append(_not_a_choice(key, _CHOICES[section, key], text, file))
    office = data.get("office", {})
    missing = [key for key in ("name", "code") if isinstance(office, dict) and not office.get(key)]
    return findings + [_missing("office", key, text, file) for key in missing]


def _check_lists(data: Mapping[str, Any], text: str, file: str) -> list[Finding]:
    findings = []
    for section, required in _LISTS.items():
        rows = data.get(section, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            findings.append(_wrong_type(section, text, file))
            continue
        for number, row in enumerate(rows, start=1):
            place = f"[[{section}]] {_('รายการที่ {number}').format(number=number)}"
            line = _row_line(text, section, number)
            for key in required:
                if not row.get(key):
                    findings.append(_missing(place, key, text, file, line=line))
            extra = [key for key in row if section == "signers" and key not in required]
            findings += [_unknown(key, list(required), text, file) for key in extra]
    return findings


def _row_line(text: str, section: str, number: int) -> int | None:
    starts = list(re.finditer(rf"^\s*\[\[\s*{section}\s*\]\]", text, re.MULTILINE))
    return text.count("\n", 0, starts[number - 1].end()) + 1 if number <= len(starts) else None


def _wrong_type(key: str, text: str, file: str) -> Finding:
    return Finding(
        code="W03",
        file=file,
        line=_line_of(text, key),
        text=key,
        message=_("ค่าของ “{key}” ผิดชนิด").format(key=key),
        hint=_('ดูตัวอย่างในไฟล์ตั้งค่าที่ memogen init สร้างให้ (ข้อความอยู่ใน "…" ใช่/ไม่ เขียน true หรือ false)'),
    )


def _not_a_choice(key: str, choices: tuple[str, ...], text: str, file: str) -> Finding:
    return Finding(
        code="W04",
        file=file,
        line=_line_of(text, key),
        text=key,
        message=_("ค่าของ “{key}” ไม่ใช่ค่าที่เลือกได้").format(key=key),
        hint=_("เลือกได้: {choices}").format(choices=", ".join(choices)),
    )


def _missing(place: str, key: str, text: str, file: str, *, line: int | None = None) -> Finding:
    return Finding(
        code="W05",
        file=file,
        line=line or _line_of(text, place),
        place=place,
        text=key,
        message=_("{place} ยังไม่มี “{key}”").format(place=place, key=key),
        hint=_('เพิ่มบรรทัด {key} = "…"').format(key=key),
    )
