"""G03: a formula of acting that is none, or that names nobody who is acted for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen import thai
from memogen.check.entries import plain
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.check.signatures import Signature, SignatureLine, signatures
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Origin, Paper

_FORMULA = re.compile("|".join(thai.ACTING))
_WRONG = re.compile(
    r"(?P<words>ปฏิบัติราชการ(?!แทน)|ปฏิบัติการแทน|รักษาการณ์(?:แทน|ในตำแหน่ง)?|รักษาราชการ(?!แทน)"
    r"|(?:ผู้)?รักษาการ(?=(?:อธิบดี|ปลัด|ผู้ว่าราชการ|ผู้อำนวยการ|หัวหน้า|เลขาธิการ)))"
)
_HEADS = re.compile(r"(?:อธิบดี|ปลัดกระทรวง|ผู้ว่าราชการจังหวัด|เลขาธิการ|เลขานุการกรม)")
_ACTING_FOR = "รักษาการแทน"
_ACTING_FOR_HEAD = re.compile(
    rf"{_ACTING_FOR} ?(?:อธิบดี(?!การ)|ปลัด|ผู้ว่าราชการจังหวัด|เลขานุการกรม|นายอำเภอ"
    r"|ผู้อำนวยการ(?:กอง|สำนัก|โรงเรียน|โรงพยาบาล|กลุ่ม))"
)
_IN_POST = "รักษาการในตำแหน่ง"


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for one in signatures(paper):
        yield from _of_words(one)
        yield from _of_law(one)
        found = [(line, match) for line in one.position for match in _FORMULA.finditer(line.text)]
        if found:
            yield from _of_formula(one, *found[-1])


def _of_words(one: Signature) -> Iterator[Fault]:
    for line in one.position:
        wrong = _WRONG.search(line.text)
        if wrong:
            yield Fault(
                passage=line.passage,
                start=line.start + wrong.start("words"),
                end=line.start + wrong.end("words"),
                message=_("“{text}” ไม่ใช่ถ้อยคำของการลงนามแทน").format(text=wrong["words"]),
                hint=_("ใช้ {known} ตามคำสั่งที่แต่งตั้ง").format(known=" / ".join(thai.ACTING)),
            )


def _of_law(one: Signature) -> Iterator[Fault]:
    """รักษาการแทน is a word of some universities' acts; heads of departments have another."""
    if not _ACTING_FOR_HEAD.search(one.post):
        return
    for line in one.position:
        at = line.text.find(_ACTING_FOR)
        if at >= 0:
            yield Fault(
                passage=line.passage,
                start=line.start + at,
                end=line.start + at + len(_ACTING_FOR),
                message=_("“{text}” ไม่ใช่ถ้อยคำของการลงนามแทน").format(text=_ACTING_FOR),
                hint=_("ใช้ {known} ตามคำสั่งที่แต่งตั้ง").format(known=" / ".join(thai.ACTING)),
            )


def _of_formula(one: Signature, line: SignatureLine, formula: re.Match[str]) -> Iterator[Fault]:
    words = formula[0]
    own, _words, represented = one.post.rpartition(words)
    start, end = line.start + formula.start(), line.start + formula.end()
    if not represented.strip():
        yield Fault(
            passage=line.passage,
            start=start,
            end=end,
            message=_("หลังคำว่า “{words}” ไม่มีตำแหน่งของผู้ที่แทน").format(words=words),
            hint=_("พิมพ์ตำแหน่งของผู้ที่แทนในบรรทัดต่อไป"),
        )
    elif plain(own) == plain(represented):
        yield Fault(
            passage=line.passage,
            start=start,
            end=end,
            message=_("ตำแหน่งของผู้ลงนามกับตำแหน่งที่แทนเป็นตำแหน่งเดียวกัน"),
            hint=_("ตรวจสอบตำแหน่งทั้งสองบรรทัด"),
        )
    elif words == _IN_POST and _HEADS.match(represented.strip()):
        yield Fault(
            passage=line.passage,
            start=start,
            end=end,
            message=_("แทน{post} ใช้คำว่า รักษาราชการแทน").format(post=represented.strip()),
            hint=_("รักษาการในตำแหน่ง ใช้กับตำแหน่งอื่นที่ไม่ใช่หัวหน้าส่วนราชการ"),
        )


RULE = Rule(
    code="G03",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="ผู้ลงนามแทนใช้ถ้อยคำให้ถูกกรณี แล้วตามด้วยตำแหน่งของผู้ที่แทน",
    why=(
        "ปฏิบัติราชการแทน ใช้เมื่อได้รับมอบอำนาจเป็นหนังสือ รักษาราชการแทน ใช้เมื่อหัวหน้าส่วนราชการไม่อยู่หรือว่างลง "
        "รักษาการในตำแหน่ง ใช้กับตำแหน่งอื่น ถ้อยคำผิดทำให้สงสัยว่าผู้ลงนามมีอำนาจหรือไม่"
    ),
    wrong="รองอธิบดี ปฏิบัติการแทน\nอธิบดีกรมส่งเสริมสหกรณ์",
    right="รองอธิบดี ปฏิบัติราชการแทน\nอธิบดีกรมส่งเสริมสหกรณ์",
    source="แนวปฏิบัติตามพระราชบัญญัติระเบียบบริหารราชการแผ่นดิน พ.ศ. ๒๕๓๔ การปฏิบัติราชการแทนและการรักษาราชการแทน",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL, Kind.ORDER, Kind.ANNOUNCEMENT, Kind.CERTIFICATE),
    origins=(Origin.DOCUMENT,),
)
