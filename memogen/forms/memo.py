"""The form of the บันทึกข้อความ: แบบที่ ๒ on กระดาษบันทึกข้อความ (clause 12, saraban.md 1.2, 2.2, 2.5)."""

from __future__ import annotations

from memogen.forms.package import package
from memogen.forms.pieces import BODY, emblem, emblem_picture, labelled, optional, qr_codes, signature, tag
from memogen.forms.stylesheet import BOLD, HANGING_MM, TEXT_WIDTH_MM, Style, hanging, size, spacing, tabs
from memogen.ooxml import paragraph, run

_EMBLEM_MM = 15


def _label(word: str) -> str:
    return run(word, style="Label")


def _dotted(value: str) -> str:
    return run(value, style="Dotted")


def _heading() -> str:
    # Said outright too: in Word, bold in both styles is not bold (ECMA-376 part 1, 17.7.3).
    urgency = run("\t") + run("{{ ชั้นความเร็ว }}", style="Urgency", properties=BOLD)
    return paragraph(emblem(_EMBLEM_MM, 0) + urgency + run("\tบันทึกข้อความ"), style="MemoTitle")


def _fields() -> str:
    """A memo has no อ้างถึง and no สิ่งที่ส่งมาด้วย (H03); those that the officer insists on are printed."""
    agency = _label("ส่วนราชการ") + _dotted("  {{ ส่วนราชการ }}\t")
    number = _label("ที่") + _dotted("  {{ ที่ }}\t") + _label("วันที่") + _dotted("  {{ วันที่ }}\t")
    subject = _label("เรื่อง") + _dotted("\t{{ เรื่อง }}\t")
    return (
        paragraph(agency, style="MemoHead")
        + paragraph(number, style="MemoHead")
        + paragraph(subject, style="MemoSubject")
        + labelled("{{ คำขึ้นต้น }}", "เรียน", "MemoTo")
        + "".join(
            optional(field, labelled(field, field, "MemoReference")) for field in ("อ้างถึง", "สิ่งที่ส่งมาด้วย")
        )
    )


def _decisions() -> str:
    return (
        tag("for ผู้พิจารณา in การพิจารณา")
        + paragraph(run("{{ ผู้พิจารณา.ผล }}"), style="Decision")
        + signature("ผู้พิจารณา", "DecideName", "DecideName", "DecidePost")
        + tag("endfor")
    )


def _styles() -> list[Style]:
    value_tabs = tabs(("left", 80), ("right", TEXT_WIDTH_MM))
    subject_tabs = tabs(("left", HANGING_MM), ("right", TEXT_WIDTH_MM))
    return [
        Style(
            id="MemoTitle",
            name="หัวบันทึกข้อความ",
            paragraph=tabs(("left", 17), ("center", TEXT_WIDTH_MM / 2)) + spacing(8, exactly_pt=35),
            run=BOLD + size(29),
        ),
        Style(id="MemoHead", name="ช่องหัวบันทึก", paragraph=value_tabs + spacing()),
        Style(id="MemoSubject", name="เรื่อง", paragraph=subject_tabs + spacing() + hanging(HANGING_MM)),
        Style(
            id="MemoTo",
            name="เรียน",
            paragraph=tabs(("left", HANGING_MM)) + spacing(6) + hanging(HANGING_MM),
        ),
        Style(
            id="MemoReference",
            name="อ้างถึง",
            paragraph=tabs(("left", 27.5)) + spacing(6) + hanging(27.5),
        ),
        Style(id="Label", name="ป้ายหัวบันทึก", kind="character", base="", run=BOLD + size(20)),
        Style(id="Dotted", name="ช่องเติม", kind="character", base="", run='<w:u w:val="dotted"/>'),
    ]


def memo() -> dict[str, bytes]:
    """The parts of `templates/บันทึกข้อความ.docx`."""
    body = _heading() + _fields() + BODY + signature("ผู้ลงนาม") + _decisions() + qr_codes()
    return package(body, _styles(), emblem_picture(_EMBLEM_MM))
