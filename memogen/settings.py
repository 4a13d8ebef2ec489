"""The office's settings: `memogen.toml` read into an Office, every fault told at once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from gettext import gettext as _
from pathlib import Path
from typing import Any

from memogen import thai
from memogen.errors import InputError
from memogen.files import read_text
from memogen.findings import Finding, nearest
from memogen.model import Office, Plain, Signer

FILE = "memogen.toml"

_SECTIONS: Mapping[str, Mapping[str, type | tuple[type, ...]]] = {
    "office": dict.fromkeys(
        ("name", "ministry", "unit", "code", "phone", "email", "address", "public_phone", "fax"), str
    ),
    "output": {"folder": str},
    "writing": {
        "baht_reading": str,
        "keep_digits": list,
        "dotted_lines": bool,
        "emblem": (bool, str),
        "catchwords": bool,
    },
    "register": {"circular_series": str, "address": str, "reservation_days": int},
    "rules": {"off": list, "warning": list, "info": list},
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
_PLAIN = (str, int, bool, date)


def read_office(path: Path, *, file: str = FILE) -> Office:
    """The office that a `memogen.toml` describes; InputError names every line that is wrong."""
    return parse_office(read_text(path), file)


def parse_office(text: str, file: str = FILE) -> Office:
    """The office in the text of a settings file; see `read_office`."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(_not_toml(error, file)) from error
    faults = _Faults(data, text, file)
    if found := [*faults.of_sections(), *faults.of_lists()]:
        raise InputError(*sorted(found, key=lambda finding: finding.line or 0))
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
        address=tuple(line.strip() for line in office.get("address", "").split("\n") if line.strip()),
        public_phone=office.get("public_phone", ""),
        fax=office.get("fax", ""),
        signers=tuple(Signer(**signer) for signer in data.get("signers", ())),
        units=tuple(_unit(unit) for unit in data.get("units", ())),
        output=data.get("output", {}).get("folder", "out"),
        baht_reading=writing.get("baht_reading", "spoken"),
        keep_digits=tuple(writing.get("keep_digits", ())),
        dotted_lines=writing.get("dotted_lines", True),
        emblem=writing.get("emblem", True),
        catchwords=writing.get("catchwords", True),
        circular_series=data.get("register", {}).get("circular_series", "own"),
        reservation_days=data.get("register", {}).get("reservation_days", 30),
        register_address=data.get("register", {}).get("address", ""),
        rules={code.upper(): word for word, codes in data.get("rules", {}).items() for code in codes},
    )


def _unit(unit: Mapping[str, Any]) -> dict[str, Plain]:
    return {_UNIT_COLUMNS.get(key, key): value for key, value in unit.items()}


def _not_toml(error: tomllib.TOMLDecodeError, file: str) -> Finding:
    line = re.search(r"line (\d+)", str(error))
    return Finding(
        code="W01",
        file=file,
        line=int(line[1]) if line else None,
        message=_("อ่านไฟล์ตั้งค่าไม่ได้ ({reason})").format(reason=str(error)),
        hint=_('แต่ละบรรทัดเขียนว่า ชื่อ = "ค่า" และข้อความต้องอยู่ในเครื่องหมายคำพูดทั้งสองข้าง'),
    )


class _Faults:
    """Everything that is wrong in settings that could be read as TOML."""

    def __init__(self, data: Mapping[str, Any], text: str, file: str) -> None:
        self._data = data
        self._text = text
        self._file = file

    def of_sections(self) -> Iterator[Finding]:
        """Unknown sections and keys, values of the wrong type, what is missing of the office."""
        known = [*_SECTIONS, *_LISTS]
        for word in self._data:
            if word not in known:
                yield self._unknown(word, known, self._line_of(word) or self._section(word))
        for section, keys in _SECTIONS.items():
            table = self._data.get(section, {})
            if isinstance(table, dict):
                yield from self._of_keys(section, table, keys)
            else:
                yield self._wrong_type(section, self._line_of(section) or self._section(section))
        office = self._data.get("office", {})
        yield from self._of_office(office if isinstance(office, dict) else {})

    def _of_keys(
        self, section: str, table: Mapping[str, Any], keys: Mapping[str, type | tuple[type, ...]]
    ) -> Iterator[Finding]:
        for key, value in table.items():
            line = self._line_of(key, section)
            choices = _CHOICES.get((section, key), ())
            if key not in keys:
                yield self._unknown(key, list(keys), line)
            elif not isinstance(value, keys[key]) or (
                isinstance(value, list) and not all(isinstance(item, str) for item in value)
            ):
                yield self._wrong_type(key, line)
            elif choices and value not in choices:
                yield self._fault(
                    "W04",
                    line,
                    key,
                    _("ค่าของ “{key}” ไม่ใช่ค่าที่เลือกได้").format(key=key),
                    _("เลือกได้: {choices}").format(choices=", ".join(choices)),
                )

    def _of_office(self, office: Mapping[str, Any]) -> Iterator[Finding]:
        for key in ("name", "code"):
            if not office.get(key):
                yield self._missing("[office]", key, self._section("office"))
        code = office.get("code")
        if isinstance(code, str) and code:
            try:
                thai.parse_code(code)
            except thai.NumberError as error:
                line = self._line_of("code", "office")
                yield self._fault("W12", line, code, str(error), _("เขียนเฉพาะส่วนหน้าเครื่องหมาย / เช่น กษ ๑๑๑๓"))

    def of_lists(self) -> Iterator[Finding]:
        """What is wrong with the signers and the units, row by row."""
        for section, required in _LISTS.items():
            rows = self._data.get(section, [])
            if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
                yield self._wrong_type(section, self._line_of(section) or self._section(section))
                continue
            seen: dict[str, int] = {}
            for number, row in enumerate(rows, start=1):
                yield from self._of_row(section, number, row, required)
                word = row.get(required[0])
                if isinstance(word, str) and seen.setdefault(word, number) != number:
                    yield self._repeated(section, number, word, seen[word])

    def _of_row(
        self, section: str, number: int, row: Mapping[str, Any], required: tuple[str, ...]
    ) -> Iterator[Finding]:
        place = f"[[{section}]] {_('รายการที่ {number}').format(number=number)}"
        for key in required:
            if row.get(key) in (None, ""):
                yield self._missing(place, key, self._section(section, number))
        for key, value in row.items():
            line = self._line_of(key, section, number)
            if section == "signers" and key not in required:
                yield self._unknown(key, list(required), line)
            elif not isinstance(value, str) if key in required else type(value) not in _PLAIN:
                yield self._wrong_type(key, line)
            elif (section, key) == ("signers", "name") and value:
                yield from self._of_name(value, line)

    def _of_name(self, name: str, line: int | None) -> Iterator[Finding]:
        try:
            thai.parse_name(name)
        except thai.PersonNameError as error:
            yield self._fault("W12", line, name, str(error), _("แก้ชื่อผู้ลงนามในบรรทัดนี้"))

    # --- sentences --------------------------------------------------------------------------------

    def _fault(
        self, code: str, line: int | None, text: str, message: str, hint: str, place: str = ""
    ) -> Finding:
        return Finding(
            code=code, file=self._file, line=line, place=place, text=text, message=message, hint=hint
        )

    def _unknown(self, word: str, known: list[str], line: int | None) -> Finding:
        guess = nearest(word, known)
        hint = (
            _("หมายถึง “{guess}” ใช่หรือไม่").format(guess=guess)
            if guess
            else _("ที่ใช้ได้คือ {known}").format(known=", ".join(known))
        )
        return self._fault("W02", line, word, _("ไม่รู้จักการตั้งค่า “{word}”").format(word=word), hint)

    def _wrong_type(self, key: str, line: int | None) -> Finding:
        hint = _('ดูตัวอย่างในไฟล์ตั้งค่าที่ memogen init สร้างให้ (ข้อความอยู่ใน "…" ใช่/ไม่ เขียน true หรือ false)')
        return self._fault("W03", line, key, _("ค่าของ “{key}” ผิดชนิด").format(key=key), hint)

    def _missing(self, place: str, key: str, line: int | None) -> Finding:
        message = _("{place} ยังไม่มี “{key}”").format(place=place, key=key)
        return self._fault("W05", line, key, message, _('เพิ่มบรรทัด {key} = "…"').format(key=key), place)

    def _repeated(self, section: str, number: int, word: str, first: int) -> Finding:
        return self._fault(
            "W13",
            self._section(section, number),
            word,
            _("[[{section}]] มี “{word}” ซ้ำกับรายการที่ {first}").format(section=section, word=word, first=first),
            _("เหลือไว้รายการเดียว หรือแก้ให้ต่างกัน"),
        )

    # --- lines ------------------------------------------------------------------------------------

    def _section(self, section: str, number: int = 1) -> int | None:
        """The line of the `number`-th `[section]` or `[[section]]`; tomllib does not keep it."""
        pattern = re.compile(rf"^[ \t]*\[+[ \t]*{re.escape(section)}[ \t]*\]", re.MULTILINE)
        starts = [found.end() for found in pattern.finditer(self._text)]
        return self._text.count("\n", 0, starts[number - 1]) + 1 if number <= len(starts) else None

    def _line_of(self, key: str, section: str = "", number: int = 1) -> int | None:
        """The line of a key in the `number`-th section of that name, or before any section."""
        first = self._section(section, number) or 1 if section else 1
        pattern = re.compile(rf"[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*[=.]")
        for line, text in enumerate(self._text.split("\n")[first - 1 :], start=first):
            if pattern.match(text):
                return line
        return None
