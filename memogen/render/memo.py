"""A memo poured into its Word template: the fields that a template may use, and the finished DOCX."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass
from functools import lru_cache
from gettext import gettext as _
from typing import Any

from memogen import opc, thai
from memogen.findings import N_, Finding, nearest
from memogen.model import Memo, Role, Signature
from memogen.render import annexes
from memogen.render.blocks import Styles, body, in_annexes, in_text, qr_pictures, qr_xml
from memogen.render.template import Properties, Template, fill, template_problems

_PERSON = {"ยศ": None, "ชื่อ": None, "ตำแหน่ง": None}

FIELDS: Mapping[str, Any] = {
    "ตราครุฑ": None,
    "ชั้นความเร็ว": None,
    "ชั้นความลับ": None,
    "ส่วนราชการ": None,
    "ที่": None,
    "วันที่": None,
    "เรื่อง": None,
    "เรียน": None,
    "อ้างถึง": None,
    "สิ่งที่ส่งมาด้วย": None,
    "เนื้อความ": None,
    "ผู้ลงนาม": _PERSON,
    "การพิจารณา": [{"ผล": None, **_PERSON}],
    "คิวอาร์": None,
    "หัวคิวอาร์": None,
}
"""The shape of what a memo template may name."""

MEANINGS: Mapping[str, str] = {
    "ตราครุฑ": N_("จริงเมื่อพิมพ์ตราครุฑ ใช้ใน {%r if ตราครุฑ %}"),
    "ชั้นความเร็ว": N_("ด่วน ด่วนมาก ด่วนที่สุด หรือว่าง"),
    "ชั้นความลับ": N_("ลับ ลับมาก ลับที่สุด หรือว่าง"),
    "ส่วนราชการ": N_("ส่วนราชการเจ้าของหนังสือ พร้อมโทรศัพท์และไปรษณีย์อิเล็กทรอนิกส์"),
    "ที่": N_("เลขที่หนังสือ เลขทะเบียนเว้นว่างจนกว่าจะออกเลข"),
    "วันที่": N_("วันที่ของหนังสือ หรือว่าง"),
    "เรื่อง": N_("ชื่อเรื่อง"),
    "เรียน": N_("ผู้รับหนังสือ"),
    "อ้างถึง": N_("หนังสือที่อ้างถึง (บันทึกข้อความไม่ใช้)"),
    "สิ่งที่ส่งมาด้วย": N_("เอกสารที่ส่งมาด้วย (บันทึกข้อความไม่ใช้)"),
    "เนื้อความ": N_("เนื้อความทั้งหมด วางเป็น {{p เนื้อความ }} ลำพังในย่อหน้า"),
    "ผู้ลงนาม": N_("มี .ยศ .ชื่อ .ตำแหน่ง"),
    "การพิจารณา": N_("ผู้พิจารณาเรียงลำดับ แต่ละรายมี .ผล .ยศ .ชื่อ .ตำแหน่ง"),
    "คิวอาร์": N_("ตารางคิวอาร์โค้ด วางเป็น {{p คิวอาร์ }} ลำพังในย่อหน้า"),
    "หัวคิวอาร์": N_("ข้อความเหนือคิวอาร์โค้ด"),
}

ESSENTIAL = ("ส่วนราชการ", "ที่", "วันที่", "เรื่อง", "เรียน", "เนื้อความ", "ผู้ลงนาม")
"""Fields without which the letter would lose one of the seven parts of clause 12."""

STYLES = (*Role, "เน้น", "บรรทัดคั่น", "ตารางหนังสือ")
"""The named styles that memogen writes with; a template must have each."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@lru_cache(maxsize=16)
def styles_of(template: Template) -> Styles:
    """The template's style ids by name."""
    root = opc.xml(template.parts["word/styles.xml"], file=template.name, part="word/styles.xml")
    styles = [(style, style.find(f"{_W}name")) for style in root.iterfind(f"{_W}style")]
    return Styles(
        {
            name.get(f"{_W}val", ""): style.get(f"{_W}styleId", "")
            for style, name in styles
            if name is not None
        }
    )


def check_template(template: Template) -> list[Finding]:
    """What keeps a template from serving: unknown or missing fields, styles that are gone."""
    findings = list(template_problems(template, FIELDS))
    findings += [
        Finding(
            code="M13",
            file=template.name,
            text=name,
            message=_("แม่แบบไม่มีช่อง “{name}” หนังสือจะขาดส่วนนี้").format(name=name),
            hint=_("เพิ่ม {{{{ {name} }}}} ในแม่แบบ").format(name=name),
        )
        for name in ESSENTIAL
        if name not in template.fields
    ]
    styles = styles_of(template).ids
    for name in STYLES:
        if name not in styles:
            guess = nearest(name, list(styles))
            findings.append(
                Finding(
                    code="M14",
                    file=template.name,
                    text=name,
                    message=_("แม่แบบไม่มีสไตล์ “{name}”").format(name=name),
                    hint=_("สไตล์ที่ใกล้เคียงคือ “{guess}” เปลี่ยนชื่อกลับใน Word").format(guess=guess)
                    if guess
                    else _("สร้างสไตล์ชื่อนี้ใน Word หรือคัดลอกแม่แบบใหม่ด้วย memogen init"),
                )
            )
    return findings


@dataclass(frozen=True, slots=True)
class MemoRenderer:
    """Pours memos into one template; made once for a batch, so that what its letters share is done once.

    `emblem` is false for pre-printed paper; `creator` is the author that the properties name.
    """

    template: Template
    _: KW_ONLY
    emblem: bool
    creator: str

    def render(self, memo: Memo, custom: tuple[tuple[str, str], ...] = ()) -> bytes:
        """The DOCX of a memo: the same bytes for the same memo, template and custom properties."""
        properties = Properties(
            title=memo.subject,
            creator=self.creator,
            subject=memo.number,
            modified=memo.dated,
            custom=custom,
        )
        template, styles = self.template, styles_of(self.template)
        values = field_values(memo, styles, emblem=self.emblem)
        if apart := in_annexes(memo.blocks):
            template = annexes.with_annexes(template)
            values[annexes.FIELD] = annexes.annexes(apart, styles)
        return fill(
            template,
            values,
            media=qr_pictures(memo.qr_codes),
            properties=properties,
        )


def render_memo(
    memo: Memo,
    template: Template,
    *,
    emblem: bool,
    creator: str,
    custom: tuple[tuple[str, str], ...] = (),
) -> bytes:
    """The DOCX of one memo, see `MemoRenderer`."""
    return MemoRenderer(template, emblem=emblem, creator=creator).render(memo, custom)


def field_values(memo: Memo, styles: Styles, *, emblem: bool) -> dict[str, Any]:
    """The value of each of FIELDS."""
    return {
        "ตราครุฑ": emblem,
        "ชั้นความเร็ว": memo.urgency,
        "ชั้นความลับ": memo.secrecy,
        "ส่วนราชการ": memo.agency,
        "ที่": memo.number,
        "วันที่": memo.date_text,
        "เรื่อง": memo.subject,
        "เรียน": memo.to,
        "อ้างถึง": numbered(memo.references),
        "สิ่งที่ส่งมาด้วย": numbered(memo.enclosures),
        "เนื้อความ": body(in_text(memo.blocks), styles),
        "ผู้ลงนาม": _person(memo.signature),
        "การพิจารณา": [{"ผล": decision.result, **_person(decision.by)} for decision in memo.decisions],
        "คิวอาร์": qr_xml(memo.qr_codes, styles),
        "หัวคิวอาร์": _qr_title(memo.subject),
    }


def numbered(items: tuple[str, ...]) -> str:
    """One item as it is, several under each other with ๑. ๒. (saraban.md section 8)."""
    if len(items) < 2:
        return "".join(items)
    return "\n".join(f"{thai.to_thai_digits(str(n))}. {item}" for n, item in enumerate(items, start=1))


def _person(signature: Signature) -> dict[str, str]:
    return {
        "ยศ": signature.rank,
        "ชื่อ": signature.name,
        "ตำแหน่ง": "\n".join(signature.position),
    }


def _qr_title(subject: str) -> str:
    joint = "" if subject.startswith("การ") else "เรื่อง "
    return f"เอกสารที่เกี่ยวข้องกับ{joint}{subject}"
