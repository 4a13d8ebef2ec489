"""The form of the บันทึกข้อความ: แบบที่ ๒ on กระดาษบันทึกข้อความ (clause 12, saraban.md 1.2, 2.2, 2.5)."""

from __future__ import annotations

from importlib.resources import files

from memogen.forms.package import package
from memogen.ooxml import page_picture, paragraph, run

EMBLEM = "ตราครุฑ"
EMBLEM_MM = 15
_EMBLEM_ASPECT = 666 / 709


def _label(word: str) -> str:
    return run(word, style="Label")


def _dotted(value: str) -> str:
    return run(value, style="Dotted")


def _tag(tag: str, kind: str = "p") -> str:
    """A paragraph (or run) that holds nothing but a tag, and goes away with it."""
    inside = run(f"{{%{kind} {tag} %}}")
    return paragraph(inside) if kind == "p" else inside


def _heading() -> str:
    emblem = page_picture(
        "rIdEmblem",
        number=1,
        name=EMBLEM,
        left_mm=0,
        top_mm=15,
        width_mm=EMBLEM_MM * _EMBLEM_ASPECT,
        height_mm=EMBLEM_MM,
    )
    content = (
        _tag("if ตราครุฑ", "r")
        + emblem
        + _tag("endif", "r")
        + run("\t")
        + run("{{ ชั้นความเร็ว }}", style="Urgency")
        + run("\tบันทึกข้อความ")
    )
    return paragraph(content, style="MemoTitle")


def _fields() -> str:
    agency = _label("ส่วนราชการ") + _dotted("  {{ ส่วนราชการ }}\t")
    number = _label("ที่") + _dotted("  {{ ที่ }}\t") + _label("วันที่") + _dotted("  {{ วันที่ }}\t")
    subject = _label("เรื่อง") + _dotted("\t{{ เรื่อง }}\t")
    return (
        paragraph(agency, style="MemoHead")
        + paragraph(number, style="MemoHead")
        + paragraph(subject, style="MemoSubject")
        + paragraph(run("เรียน\t{{ เรียน }}"), style="MemoTo")
        + _optional("อ้างถึง")
        + _optional("สิ่งที่ส่งมาด้วย")
    )


def _optional(field: str) -> str:
    """A memo has no such line (H03); one that the officer insists on is printed, and reported."""
    line = paragraph(run(f"{field}\t{{{{ {field} }}}}"), style="MemoReference")
    return _tag(f"if {field}") + line + _tag("endif")


def _signature(person: str, space: str, name: str, post: str) -> str:
    """Three empty lines, the name in brackets, the position lines (saraban.md 2.2, 6.7)."""
    return (
        paragraph(style=space) * 2
        + paragraph(run(f"{{{{ {person}.ยศ }}}}"), style=space)
        + paragraph(run(f"({{{{ {person}.ชื่อ }}}})"), style=name)
        + paragraph(run(f"{{{{ {person}.ตำแหน่ง }}}}"), style=post)
    )


def _decisions() -> str:
    return (
        _tag("for ผู้พิจารณา in การพิจารณา")
        + paragraph(run("{{ ผู้พิจารณา.ผล }}"), style="Decision")
        + _signature("ผู้พิจารณา", "DecideName", "DecideName", "DecidePost")
        + _tag("endfor")
    )


def _qr() -> str:
    return (
        _tag("if คิวอาร์")
        + paragraph(run("{{ หัวคิวอาร์ }}"), style="QrTitle")
        + paragraph(run("{{p คิวอาร์ }}"))
        + _tag("endif")
    )


def memo() -> dict[str, bytes]:
    """The parts of `templates/บันทึกข้อความ.docx`."""
    body = (
        _heading()
        + _fields()
        + paragraph(run("{{p เนื้อความ }}"))
        + _signature("ผู้ลงนาม", "SignSpace", "SignName", "SignPost")
        + _decisions()
        + _qr()
    )
    garuda = files("memogen").joinpath("assets", "garuda-15mm.png").read_bytes()
    return package(body, {"rIdEmblem": ("garuda.png", garuda)})
