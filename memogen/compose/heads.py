"""The header lines of a letter turned into what will be printed; every fault with its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from gettext import gettext as _
from typing import Any

from memogen import salutations, thai
from memogen.compose.enclosing import ENCLOSED, bare, missing_count, parted
from memogen.compose.filling import Filler
from memogen.findings import N_, Finding, Severity, nearest
from memogen.model import (
    HEADERS,
    SECRECIES,
    URGENCIES,
    Attachment,
    Decision,
    Header,
    Kind,
    Letter,
    Office,
    Photo,
    QrCode,
    Signature,
    Signer,
)

_SETTINGS = ("ชนิด", "ข้อมูล", "หนังสือเวียน")
"""Headers that say how a letter is made; they print nothing themselves."""
_YES, _NO = ("ใช่", "yes", "true"), ("ไม่", "ไม่ใช่", "no", "false")
_PAIR = re.compile(r"^\s*(?P<left>.+?)\s*=\s*(?P<right>.+?)\s*$")
_PICTURE = re.compile(r".*\.(?:jpe?g|png)", re.IGNORECASE)
_AFTER_NAME = re.compile(
    r"[\s,]+(?:ซึ่ง|ผู้)?(?:ตำแหน่ง|สังกัด|สัญชาติ|เลขประจำตัว|เลขที่|อายุ\s*[0-9๐-๙]|เกิด(?:วัน|เมื่อ)).*", re.DOTALL
)
"""What stands behind a name in ออกให้แก่."""
_WEB = re.compile(r"^https?://[^\s\"<>]+$")
_BY_YEAR = re.compile(r"(?:เลข)?(?:ที่)?\s*(?P<serial>[0-9]{1,6})?\s*/\s*(?:พ\.ศ\.)?\s*(?P<year>[0-9]{4})?")
_LONGEST_ADDRESS = 600
"""Bytes that a code of 25 mm can hold and a telephone can still read."""
NOBODY = Signature("", ())
_NO_BREAK = "\u00a0"
BLANK = _NO_BREAK * 10
"""Room for a number or a date that is written in by hand."""


class Heads:
    """Reads the headers of one letter; faults go to the filler's findings."""

    def __init__(
        self,
        letter: Letter,
        office: Office,
        filler: Filler,
        on: date | None,
        data: Mapping[str, Any] | None = None,
    ) -> None:
        """`on` is the date to print in place of the letter's own; `data` are the rows that headers name."""
        self._letter = letter
        self._office = office
        self._filler = filler
        self._on = on
        self._data = data or {}

    # --- plain text -------------------------------------------------------------------------------

    def agency(self) -> str:
        """ส่วนราชการ of a memo: the office's own unless the letter names another."""
        return self.text("ส่วนราชการ") or self.printed(self._office.agency_line)

    def sender(self, name: str = "ส่วนราชการ") -> str:
        """The agency in whose name the letter goes out, the office unless the header names another."""
        return self.text(name) or self.printed(self._office.name)

    def address(self) -> tuple[str, ...]:
        """The lines under the sender, the office's own unless the letter has others."""
        return self.texts("ที่อยู่") or tuple(map(self.printed, self._office.address))

    def owner(self) -> tuple[str, ...]:
        """The block at the bottom left."""
        return tuple(map(self.printed, self._office.owner_lines))

    def printed(self, text: str) -> str:
        """A text of the settings or of data, finished for print."""
        return self._filler.finish(text)[0]

    def text(self, name: str) -> str:
        """The one value of a header, filled; several values stand under each other."""
        return "\n".join(value for value in self.texts(name) if value)

    def texts(self, name: str) -> tuple[str, ...]:
        """Every value of a header, filled."""
        return tuple(self._filled(header.value, header) for header in self._letter.all(name))

    def _filled(self, text: str, header: Header) -> str:
        """A text of a header, filled and finished for print."""
        return self._filler.line(text, line=header.line, place=header.name)

    @property
    def series(self) -> str:
        """The office's code, under which its books run."""
        return self._office.code

    def entries(self, name: str) -> tuple[tuple[Header, str], ...]:
        """Every header of that name, those with a group in brackets too, with its filled value."""
        return tuple(
            (header, self._filled(header.value, header))
            for header in self._letter.headers
            if header.base == name and header.value
        )

    def rows(self, name: str) -> list[Mapping[str, Any]] | None:
        """The rows of data that were read under a name; None when they could not be."""
        return self._data.get(name)

    def _value(self, name: str) -> tuple[Header | None, str]:
        """The header and its value filled, its digits as they are; an empty one when there is none."""
        header = self._letter.one(name)
        value = self._filler.plain(header.value, line=header.line, place=name) if header else ""
        return header, value.strip()

    def check_present(self, kind: Kind, required: Sequence[str], printed: Iterable[str]) -> None:
        """Tells every required header that is missing or empty, and every one that is not printed."""
        for name in required:
            self._check_required(name)
        for header in self._letter.headers:
            name = header.base
            rule = HEADERS.get(name)
            if rule and rule.kinds and kind not in rule.kinds:
                self.fault(
                    "L06",
                    header,
                    _("หัวข้อ “{name}” ใช้กับ{kinds} ไม่ใช้กับ{kind}").format(
                        name=header.name, kinds="/".join(rule.kinds), kind=kind
                    ),
                    _("ลบบรรทัดนี้ หรือแก้ “ชนิด” ให้ตรงกับหนังสือ"),
                )
            elif rule and header.value and name not in (*printed, *_SETTINGS):
                self._not_printed(header, kind)

    def _not_printed(self, header: Header, kind: Kind) -> None:
        self.fault(
            "L40",
            header,
            _("{kind}ไม่มีที่พิมพ์ “{name}” หัวข้อนี้จะไม่ปรากฏในหนังสือ").format(kind=kind, name=header.name),
            _("ลบบรรทัดนี้ หรือกล่าวไว้ในเนื้อความ"),
            severity=Severity.WARNING,
        )

    def _check_required(self, name: str) -> None:
        headers = [header for header in self._letter.headers if header.base == name]
        if not headers:
            message = _("ยังไม่มีหัวข้อ “{name}”").format(name=name)
            self.fault("L05", None, message, _("เพิ่มบรรทัด “{name}: …” ไว้ส่วนบนของไฟล์").format(name=name))
        elif not any(header.value for header in headers):
            message = _("หัวข้อ “{name}” ว่างอยู่").format(name=name)
            self.fault("L04", headers[0], message, _("พิมพ์ค่าหลัง “{name}:”").format(name=name))

    # --- one noun each ----------------------------------------------------------------------------

    def dated(self) -> date | None:
        """The date to print: the one asked for, else the letter's own, else none yet."""
        header, value = self._value("วันที่")
        if not value:
            return self._on
        try:
            return self._on or thai.parse_date(value)
        except thai.DateError as error:
            self.fault("L07", header, str(error), _("เขียนอย่าง ๒๗ มีนาคม ๒๕๖๖ หรือ 27/3/2566"))
            return None

    def number(self) -> thai.DocumentNumber:
        """The letter's number, its running part blank until the registry gives one (H13)."""
        number = self._number()
        return replace(number, circular=self._circular() or number.circular)

    def _number(self) -> thai.DocumentNumber:
        header, value = self._value("ที่")
        try:
            return thai.parse_number(value) if value else thai.DocumentNumber(self._office.code)
        except thai.NumberError as error:
            self.fault("L08", header, str(error), _("เขียนอย่าง กษ ๑๑๑๓/๖๕๓ หรือ กษ ๑๑๑๓/ เมื่อยังไม่ออกเลข"))
            return thai.DocumentNumber(self._office.code)

    def number_by_year(self, dated: date | None) -> tuple[str, int | None]:
        """The number of an order or certificate, ๑๒/๒๕๖๖, and its serial; blank and None at first (H09)."""
        header, value = self._value("ที่")
        found = _BY_YEAR.fullmatch(thai.to_arabic_digits(value)) if value else None
        if header and value and not found:
            self.fault(
                "L08",
                header,
                _("เลขที่ “{value}” ไม่ใช่เลขลำดับทับปี พ.ศ.").format(value=value[:60]),
                _("เขียนอย่าง ๑๒/๒๕๖๖ หรือเว้นว่างเมื่อยังไม่ออกเลข"),
            )
        serial = int(found["serial"]) if found and found["serial"] else None
        typed = int(found["year"]) if found and found["year"] else None
        year = thai.be_year(dated) if dated else None
        if header and typed and year and typed != year:
            self.fault(
                "L42",
                header,
                _("ปี พ.ศ. ของเลขที่ ({typed}) ไม่ใช่ปีของวันที่ ({year})").format(typed=typed, year=year),
                _("แก้ให้ตรงกัน เลขของคำสั่งและหนังสือรับรองเริ่มใหม่ทุกปีปฏิทิน"),
            )
        shown = str(serial) if serial else BLANK
        return thai.to_thai_digits(f"{shown}/{typed or year or ''}"), serial

    def addressee(self) -> tuple[str, str]:
        """Salutation and addressee; annex 2 says which is his, but one typed before him stands."""
        words, to = salutations.parted(self.text("เรียน"))
        name = to.replace(_NO_BREAK, " ")
        asked = salutations.asked(name)
        if not asked and salutations.is_royal(name):
            self.fault(
                "L41",
                self._letter.one("เรียน"),
                _("หนังสือถึงพระบรมวงศานุวงศ์ต้องใช้คำขึ้นต้น สรรพนาม และคำลงท้ายตามพระราชโองการ โปรแกรมจึงไม่ทำให้"),
                _("ร่างโดยเจ้าหน้าที่ ตามแบบของสำนักพระราชวังและราชกิจจานุเบกษา ๙ พฤษภาคม ๒๕๖๒"),
            )
        return words or asked or salutations.LETTER, to

    def closing(self, to: str) -> str:
        """The closing of a letter to an addressee, unless the letter has its own."""
        return self.text("คำลงท้าย") or salutations.closing(to.replace(_NO_BREAK, " "))

    def _circular(self) -> bool:
        """Whether หนังสือเวียน says so."""
        header, value = self._value("หนังสือเวียน")
        if not value or value in _NO:
            return False
        if value not in _YES:
            self.fault("L18", header, _("“หนังสือเวียน” ตอบได้เพียง ใช่ หรือ ไม่"), _("เขียน หนังสือเวียน: ใช่"))
        return True

    def mark(self, name: str, known: Sequence[str]) -> str:
        """One of the fixed words of urgency or secrecy (H19)."""
        header, value = self._value(name)
        if not value or value in known:
            return value
        message = _("“{value}” ไม่ใช่{name}ตามระเบียบ").format(value=value, name=name)
        self.fault("L10", header, message, _hint(value, known))
        return ""

    def urgency(self) -> str:
        """ชั้นความเร็ว, clause 28."""
        return self.mark("ชั้นความเร็ว", URGENCIES)

    def secrecy(self) -> str:
        """ชั้นความลับ."""
        return self.mark("ชั้นความลับ", SECRECIES)

    # --- people -----------------------------------------------------------------------------------

    def signature(self) -> Signature:
        """The signer, who may act for another: `รองอธิบดี ปฏิบัติราชการแทน อธิบดี` (saraban.md 6.7)."""
        header, value = self._value("ผู้ลงนาม")
        return self._signature(value, header) if header and value else NOBODY

    def decisions(self) -> tuple[Decision, ...]:
        """`ผู้พิจารณา: อธิบดี = อนุมัติ`, in turn."""
        return tuple(
            Decision(self._filler.finish(result)[0], self._signature(self._filler.restore(who), header))
            for header, who, result in self._pairs("ผู้พิจารณา", "L11", N_("อธิบดี = อนุมัติ"))
        )

    def _signature(self, value: str, header: Header) -> Signature:
        key, formula, represented = (value, "", "") if self.known(value) else _acting(value)
        signer = self._signer(key, header)
        if signer is None:
            return NOBODY
        own_post = _acting(signer.position)[0] if formula else signer.position
        superior = self.known(represented)
        try:
            lines = thai.signature_lines(own_post, formula, superior.position if superior else represented)
        except thai.PersonNameError as error:
            self.fault("L09", header, str(error), _("เขียนอย่าง รองอธิบดี ปฏิบัติราชการแทน อธิบดี"))
            return NOBODY
        return self.signed(signer.name, lines)

    def signed(self, person: str, lines: Sequence[str]) -> Signature:
        """The name in brackets and the lines under it, for print."""
        name = thai.parse_name(person)
        position = self._filler.finish("\n".join(lines))[0]
        return Signature(name.printed.replace(" ", _NO_BREAK), tuple(position.split("\n")), name.rank)

    def known(self, words: str) -> Signer | None:
        """The signer of the settings whom these words call by key, position or name."""
        for signer in self._office.signers:
            if words in (signer.key, signer.position, signer.name):
                return signer
        return None

    def _signer(self, key: str, header: Header) -> Signer | None:
        if signer := self.known(key):
            return signer
        known = [word for signer in self._office.signers for word in (signer.key, signer.position)]
        self.fault(
            "L09",
            header,
            _("ไม่มี “{key}” ในรายชื่อผู้ลงนามของ {file}").format(key=key, file=self._office.file),
            _hint(key, known),
        )
        return None

    # --- pairs ------------------------------------------------------------------------------------

    def qr_codes(self) -> tuple[QrCode, ...]:
        """`คิวอาร์: คำบรรยาย = ที่อยู่เว็บ`."""
        codes = []
        for header, caption, address in self._pairs("คิวอาร์", "L12", N_("แบบรายงาน = https://…")):
            filled = self._filler.restore(address)
            self._check_address(header, filled)
            codes.append(QrCode(self._filler.finish(caption)[0], filled))
        return tuple(codes)

    def _check_address(self, header: Header, address: str) -> None:
        if not _WEB.match(address):
            message = _("“{address}” ไม่ใช่ที่อยู่เว็บ").format(address=address)
            self.fault("L12", header, message, _("ที่อยู่ต้องขึ้นต้นด้วย https:// และไม่มีวรรค"))
        elif len(address.encode()) > _LONGEST_ADDRESS:
            message = _("ที่อยู่เว็บยาวเกินกว่าจะอ่านจากคิวอาร์โค้ดได้")
            self.fault("L12", header, message, _("ใช้ที่อยู่ย่อ"))

    def enclosed(self, kind: Kind) -> tuple[tuple[str, ...], tuple[Attachment, ...]]:
        """What is printed of สิ่งที่ส่งมาด้วย, and what of it is a file or a web address.

        A file whose line does not say how many it is counts as one. Kinds other than the external letter have
        no such line on paper: there a file is only sent along.
        """
        headers = [
            (header, *parted(self._filler.expand(header.value, line=header.line, place=ENCLOSED)))
            for header in self._letter.all(ENCLOSED)
        ]
        there = [found for found in headers if found[1]]
        printed: list[str] = []
        attachments: list[Attachment] = []
        for number, (header, left, right) in enumerate(there, start=1):
            source, text = self._filler.restore(right), self._filler.restore(left)
            attachment = Attachment(text, source, number if len(there) > 1 else 0, header.line)
            if attachment.is_on_web:
                self._check_address(header, source)
            elif source:
                left += missing_count(text, source)
            if source:
                caption = self.printed(left)
                attachments.append(
                    replace(attachment, caption=bare(caption) if attachment.is_on_web else caption)
                )
            if kind is Kind.EXTERNAL or not source:
                printed.append(self.printed(left))
            if not source and kind not in (Kind.EXTERNAL, Kind.MEMO):
                self._not_printed(header, kind)
        return tuple(printed), tuple(attachments)

    def photo(self) -> Photo | None:
        """`รูปถ่าย: ใช่`, a picture's file, or `ชื่อเต็ม = ไฟล์`; the name is that of ออกให้แก่ unless given."""
        header = self._letter.one("รูปถ่าย")
        if header is None:
            return None
        left, right = parted(self._filler.expand(header.value, line=header.line, place=header.name))
        name, source = self._filler.restore(left), self._filler.restore(right)
        if not name or name in _NO:
            return None
        if not source and _PICTURE.fullmatch(name):
            name, source = _YES[0], name
        return Photo(
            _AFTER_NAME.sub("", self.text("ออกให้แก่")) if name in _YES else self.printed(left),
            source,
            file=self._letter.file,
            line=header.line,
        )

    def _pairs(self, name: str, code: str, example: str) -> list[tuple[Header, str, str]]:
        """Both sides of each header `left = right`, expanded but not finished."""
        pairs = []
        for header in self._letter.all(name):
            value = self._filler.expand(header.value, line=header.line, place=name)
            match = _PAIR.match(value)
            if match:
                pairs.append((header, match["left"], match["right"]))
            elif value:
                self.fault(
                    code,
                    header,
                    _("อ่าน “{name}” ไม่ได้").format(name=name),
                    _("เขียนอย่าง {name}: {example}").format(name=name, example=_(example)),
                )
        return pairs

    def fault(
        self,
        code: str,
        header: Header | None,
        message: str,
        hint: str,
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Tells what is wrong with a header, or with one that is not there."""
        self._filler.findings.append(
            Finding(
                code=code,
                severity=severity,
                file=self._letter.file,
                line=header.line if header else 1,
                text=header.value if header else "",
                message=message,
                hint=hint,
            )
        )


def _hint(word: str, known: Sequence[str]) -> str:
    guess = nearest(word, known)
    if guess:
        return _("หมายถึง “{guess}” ใช่หรือไม่").format(guess=guess)
    return _("ที่ใช้ได้: {known}").format(known=", ".join(known))


def _acting(value: str) -> tuple[str, str, str]:
    """(who signs, formula, for whom) of a ผู้ลงนาม or a position; the last two are empty for one's own post."""
    for formula in thai.ACTING:
        who, found, represented = value.partition(formula)
        if found:
            return who.strip(), formula, represented.strip()
    return value.strip(), "", ""
