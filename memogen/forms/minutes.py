"""The form of the รายงานการประชุม: แบบที่ ๑๑ on plain paper (clause 25, saraban.md section 9)."""

from __future__ import annotations

from memogen.forms.package import package
from memogen.forms.pieces import BODY, qr_codes, signature, tag
from memogen.forms.solemn import heading_styles, rule
from memogen.forms.stylesheet import (
    BOLD,
    KEEP_NEXT,
    KEEP_WHOLE,
    Style,
    hanging,
    spacing,
    tabs,
)
from memogen.model import Role
from memogen.ooxml import paragraph, run, twips

_TOP_PT = 28
_NAME_MM, _POSITION_MM = 10, 72.5


def _person() -> str:
    """Number, name, position and remark of one who came, in columns."""
    columns = run("{{ ผู้.ลำดับ }}\t{{ ผู้.ชื่อ }}\t{{ ผู้.ตำแหน่ง }}")
    remark = tag("if ผู้.หมายเหตุ", "r") + run(" ({{ ผู้.หมายเหตุ }})") + tag("endif", "r")
    return paragraph(columns + remark, style="Person")


def _attendance() -> str:
    return (
        tag("for กลุ่ม in ผู้ประชุม")
        + paragraph(run("{{ กลุ่ม.หัว }}"), style="Group")
        + tag("for ผู้ in กลุ่ม.รายชื่อ")
        + _person()
        + tag("endfor")
        + tag("endfor")
    )


def _styles() -> list[Style]:
    return [
        *heading_styles(_TOP_PT),
        Style(id="Group", name="หัวรายชื่อ", paragraph=KEEP_NEXT + spacing(6), run=BOLD),
        Style(
            id="Person",
            name="รายชื่อ",
            paragraph="<w:keepLines/>"
            + tabs(("left", _NAME_MM), ("left", _POSITION_MM))
            + spacing()
            + hanging(_POSITION_MM),
        ),
        Style(id="Time", name="เวลาประชุม", paragraph=KEEP_NEXT + spacing(12), run=BOLD),
        Style(
            id="Heading1x",
            name=Role.HEADING_1,
            paragraph=f'{KEEP_WHOLE}{spacing(12)}<w:ind w:firstLine="{twips(0)}"/><w:outlineLvl w:val="0"/>',
            run=BOLD,
        ),
    ]


def minutes() -> dict[str, bytes]:
    """The parts of `templates/รายงานการประชุม.docx`."""
    body = (
        paragraph(run("รายงานการประชุม{{ การประชุม }}"), style="Heading")
        + paragraph(run("ครั้งที่ {{ ครั้งที่ }}"), style="HeadingLine")
        + paragraph(run("เมื่อ{{ เมื่อ }}"), style="HeadingLine")
        + paragraph(run("ณ {{ ณ }}"), style="HeadingLine")
        + rule()
        + _attendance()
        + paragraph(run("เริ่มประชุมเวลา {{ เริ่มประชุม }}"), style="Time")
        + BODY
        + paragraph(run("เลิกประชุมเวลา {{ เลิกประชุม }}"), style="Time")
        + signature("ผู้จด")
        + tag("if ผู้ตรวจ.ชื่อ")
        + signature("ผู้ตรวจ")
        + tag("endif")
        + qr_codes()
    )
    return package(body, _styles(), {})
