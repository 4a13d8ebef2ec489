"""The header lines of a memo turned into what will be printed; every fault with its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from gettext import gettext as _
from operator import itemgetter
from typing import Any, NamedTuple

from memogen import thai
from memogen.compose.filling import Filler
from memogen.findings import N_, Finding, Severity, nearest
from memogen.model import (
    HEADERS,
    SECRECIES,
    URGENCIES,
    Decision,
    Header,
    Kind,
    Letter,
    Office,
    QrCode,
    Signature,
    Signer,
)

REQUIRED = ("เรื่อง", "เรียน", "ผู้ลงนาม")
"""What a letter must say itself; the office's settings give the rest."""
_YES, _NO = ("ใช่", "yes", "true"), ("ไม่", "ไม่ใช่", "no", "false")
_PAIR = re.compile(r"^\s*(?P<left>.+?)\s*=\s*(?P<right>.+?)\s*$")
_WEB = re.compile(r"^https?://[^\s\"<>]+$")
_LONGEST_ADDRESS = 600
"""Bytes that a code of 25 mm can hold and a telephone can still read."""
_NOBODY = Signature("", ())
_NO_BREAK = "\u00a0"


class Heads:
    """Reads the headers of one letter; faults go to the filler's findings."""

    def __init__(self, letter: Letter, office: Office, filler: Filler, on: date | None) -> None:
        """`on` is the date to print in place of the letter's own."""
        self._letter = letter
        self._office = office
        self._filler = filler
        self._on = on

    # --- plain text -------------------------------------------------------------------------------

    def agency(self) -> str:
        """ส่วนราชการ, the office's own unless the letter names another."""
        return self.text("ส่วนราชการ") or self._filler.finish(self._office.agency_line)[0]

    def text(self, name: str) -> str:
        """The one value of a header, filled; several values stand under each other."""
        return "\n".join(value for value in self.texts(name) if value)

    def texts(self, name: str) -> tuple[str, ...]:
        """Every value of a header, filled."""
        return tuple(self._filled(header.value, header) for header in self._letter.all(name))

    def _filled(self, text: str, header: Header) -> str:
        """A text of a header, filled and finished for print."""
        return self._filler.line(text, line=header.line, place=header.name)

    def _value(self, name: str) -> tuple[Header | None, str]:
        """The header and its value filled, its digits as they are; an empty one when there is none."""
        header = self._letter.one(name)
        value = self._filler.plain(header.value, line=header.line, place=name) if header else ""
        return header, value.strip()

    def check_present(self, kind: Kind) -> None:
        """Tells every required header that is missing or empty, and every one of another kind."""
        if kind is Kind.MEMO:
            for name in REQUIRED:
                self._check_required(name)
        for header in self._letter.headers:
            rule = HEADERS.get(header.name.partition("(")[0].strip())
            if rule and rule.kinds and kind not in rule.kinds:
                self._fault(
                    "L06",
                    header,
                    _("หัวข้อ “{name}” ใช้กับ{kinds} ไม่ใช้กับ{kind}").format(
                        name=header.name, kinds="/".join(rule.kinds), kind=kind
                    ),
                    _("ลบบรรทัดนี้ หรือแก้ “ชนิด” ให้ตรงกับหนังสือ"),
                )

    def _check_required(self, name: str) -> None:
        headers = self._letter.all(name)
        if not headers:
            message = _("ยังไม่มีหัวข้อ “{name}”").format(name=name)
            self._fault("L05", None, message, _("เพิ่มบรรทัด “{name}: …” ไว้ส่วนบนของไฟล์").format(name=name))
        elif not any(header.value for header in headers):
            message = _("หัวข้อ “{name}” ว่างอยู่").format(name=name)
            self._fault("L04", headers[0], message, _("พิมพ์ค่าหลัง “{name}:”").format(name=name))

    # --- one noun each ----------------------------------------------------------------------------

    def date(self) -> date | None:
        """The date to print: the one asked for, else the letter's own, else none yet."""
        header, value = self._value("วันที่")
        if not value:
            return self._on
        try:
            return self._on or thai.parse_date(value)
        except thai.DateError as error:
            self._fault("L07", header, str(error), _("เขียนอย่าง ๒๗ มีนาคม ๒๕๖๖ หรือ 27/3/2566"))
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
            self._fault("L08", header, str(error), _("เขียนอย่าง กษ ๑๑๑๓/๖๕๓ หรือ กษ ๑๑๑๓/ เมื่อยังไม่ออกเลข"))
            return thai.DocumentNumber(self._office.code)

    def _circular(self) -> bool:
        """Whether หนังสือเวียน says so."""
        header, value = self._value("หนังสือเวียน")
        if not value or value in _NO:
            return False
        if value not in _YES:
            self._fault("L18", header, _("“หนังสือเวียน” ตอบได้เพียง ใช่ หรือ ไม่"), _("เขียน หนังสือเวียน: ใช่"))
        return True

    def mark(self, name: str, known: Sequence[str]) -> str:
        """One of the fixed words of urgency or secrecy (H19)."""
        header, value = self._value(name)
        if not value or value in known:
            return value
        message = _("“{value}” ไม่ใช่{name}ตามระเบียบ").format(value=value, name=name)
        self._fault("L10", header, message, _hint(value, known))
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
        return self._signature(value, header) if header and value else _NOBODY

    def decisions(self) -> tuple[Decision, ...]:
        """`ผู้พิจารณา: อธิบดี = อนุมัติ`, in turn."""
        return tuple(
            Decision(self._filler.finish(result)[0], self._signature(self._filler.restore(who), header))
            for header, who, result in self._pairs("ผู้พิจารณา", "L11", N_("อธิบดี = อนุมัติ"))
        )

    def _signature(self, value: str, header: Header) -> Signature:
        key, formula, represented = (value, "", "") if self._known(value) else _acting(value)
        signer = self._signer(key, header)
        if signer is None:
            return _NOBODY
        own_post = _acting(signer.position)[0] if formula else signer.position
        superior = self._known(represented)
        try:
            lines = thai.signature_lines(own_post, formula, superior.position if superior else represented)
        except thai.PersonNameError as error:
            self._fault("L09", header, str(error), _("เขียนอย่าง รองอธิบดี ปฏิบัติราชการแทน อธิบดี"))
            return _NOBODY
        name = thai.parse_name(signer.name)
        position = self._filler.finish("\n".join(lines))[0]
        return Signature(name.printed.replace(" ", _NO_BREAK), tuple(position.split("\n")), name.rank)

    def _known(self, words: str) -> Signer | None:
        """The signer whom these words call by key, position or name."""
        for signer in self._office.signers:
            if words in (signer.key, signer.position, signer.name):
                return signer
        return None

    def _signer(self, key: str, header: Header) -> Signer | None:
        if signer := self._known(key):
            return signer
        known = [word for signer in self._office.signers for word in (signer.key, signer.position)]
        self._fault(
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
            if not _WEB.match(filled):
                message = _("“{address}” ไม่ใช่ที่อยู่เว็บ").format(address=filled)
                self._fault("L12", header, message, _("ที่อยู่ต้องขึ้นต้นด้วย https:// และไม่มีวรรค"))
            elif len(filled.encode()) > _LONGEST_ADDRESS:
                message = _("ที่อยู่เว็บยาวเกินกว่าจะอ่านจากคิวอาร์โค้ดได้")
                self._fault("L12", header, message, _("ใช้ที่อยู่ย่อ"))
            codes.append(QrCode(self._filler.finish(caption)[0], filled))
        return tuple(codes)

    def _pairs(self, name: str, code: str, example: str) -> list[tuple[Header, str, str]]:
        """Both sides of each header `left = right`, expanded but not finished."""
        pairs = []
        for header in self._letter.all(name):
            value = self._filler.expand(header.value, line=header.line, place=name)
            match = _PAIR.match(value)
            if match:
                pairs.append((header, match["left"], match["right"]))
            elif value:
                self._fault(
                    code,
                    header,
                    _("อ่าน “{name}” ไม่ได้").format(name=name),
                    _("เขียนอย่าง {name}: {example}").format(name=name, example=_(example)),
                )
        return pairs

    def _fault(self, code: str, header: Header | None, message: str, hint: str) -> None:
        self._filler.findings.append(
            Finding(
                code=code,
                severity=Severity.ERROR,
                file=self._letter.file,
                line=header.line if header else 1,
                text=header.value if header else "",
                message=message,
                hint=hint,
            )
        )


class Part(NamedTuple):
    """A part of the memo: the headers that it is read from, its fields of the Memo, and what they print."""

    headers: tuple[str, ...]
    fields: Callable[[Heads], dict[str, Any]]
    text: Callable[[Mapping[str, Any]], str]


def _dated(heads: Heads) -> dict[str, Any]:
    dated = heads.date()
    return {"dated": dated, "date_text": thai.hold_together(thai.long_date(dated)) if dated else ""}


def _numbered(heads: Heads) -> dict[str, Any]:
    number = heads.number()
    return {
        "number": thai.hold_together(str(number)),
        "series": number.code,
        "serial": number.running,
        "circular": number.circular,
    }


def _person(signature: Signature) -> str:
    return "\n".join(filter(None, (signature.rank, signature.name, *signature.position)))


def _decided(fields: Mapping[str, Any]) -> str:
    return "\n".join(f"{_person(decision.by)} = {decision.result}" for decision in fields["decisions"])


def _coded(fields: Mapping[str, Any]) -> str:
    return "\n".join(f"{code.caption} = {code.address}" for code in fields["qr_codes"])


def _listed(header: str, field: str) -> Part:
    return Part(
        (header,), lambda heads: {field: heads.texts(header)}, lambda fields: "\n".join(fields[field])
    )


ABOVE = (
    Part(("วันที่",), _dated, itemgetter("date_text")),
    Part(("ที่", "หนังสือเวียน"), _numbered, itemgetter("number")),
    Part(("ส่วนราชการ",), lambda heads: {"agency": heads.agency()}, itemgetter("agency")),
    Part(("เรื่อง",), lambda heads: {"subject": heads.text("เรื่อง")}, itemgetter("subject")),
    Part(("เรียน",), lambda heads: {"to": heads.text("เรียน")}, itemgetter("to")),
    _listed("อ้างถึง", "references"),
    _listed("สิ่งที่ส่งมาด้วย", "enclosures"),
    Part(("ชั้นความเร็ว",), lambda heads: {"urgency": heads.urgency()}, itemgetter("urgency")),
    Part(("ชั้นความลับ",), lambda heads: {"secrecy": heads.secrecy()}, itemgetter("secrecy")),
)
"""The parts of a memo that are read before its body, so that their faults are told first."""
BELOW = (
    Part(
        ("ผู้ลงนาม",),
        lambda heads: {"signature": heads.signature()},
        lambda fields: _person(fields["signature"]),
    ),
    Part(("ผู้พิจารณา",), lambda heads: {"decisions": heads.decisions()}, _decided),
    Part(("คิวอาร์",), lambda heads: {"qr_codes": heads.qr_codes()}, _coded),
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
