"""What a reader sees of a DOCX, ours or anyone's, with its places and its head."""

from __future__ import annotations

import io
import shutil
import zipfile
from datetime import date
from pathlib import Path

import pytest
from cases import each

from memogen import Workspace
from memogen.errors import InputError
from memogen.opc import read_package
from memogen.proof import Head, head_fields, read_docx

OFFICE = Path(__file__).parent.parent
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


def relations(**targets: str) -> str:
    inside = "".join(
        f'<Relationship Id="r{n}" Type="{KIND}{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def docx(body: str, **parts: str) -> bytes:
    """A Word file of a body; further parts by the kind of their relationship."""
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": relations(officeDocument="word/document.xml"),
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations(**{kind: f"{kind}.xml" for kind in parts}),
    }
    files |= {f"word/{kind}.xml": f"<w:part {SPACES}>{part}</w:part>" for kind, part in parts.items()}
    return zipped(files)


def zipped(files: dict[str, str]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return data.getvalue()


def p(*texts: str) -> str:
    return f"<w:p>{''.join(run(text) for text in texts)}</w:p>"


def run(text: str) -> str:
    pieces = "<w:tab/>".join(f"<w:t>{piece}</w:t>" for piece in text.split("\t"))
    return f"<w:r>{pieces}</w:r>"


def seen(body: str) -> list[str]:
    return [paragraph.text for paragraph in read_docx(docx(body)).paragraphs]


def t(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def row(*texts: str) -> str:
    return f"<w:tr>{''.join(cell(p(text)) for text in texts)}</w:tr>"


def cell(*paragraphs: str) -> str:
    return f"<w:tc>{''.join(paragraphs)}</w:tc>"


INSIDE = {
    "runs are joined": (t("กษ") + t(" ๑๑") + t("๑๓/๖๕๓"), "กษ ๑๑๑๓/๖๕๓"),
    "tab, break and hyphen": (
        "<w:r><w:t>ก</w:t><w:tab/><w:t>ข</w:t><w:br/><w:t>ค</w:t><w:noBreakHyphen/><w:t>ง</w:t><w:cr/></w:r>",
        "ก\tข\nค\u2011ง\n",
    ),
    "tab stops are no tabs": ("<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>" + t("ก"), "ก"),
    "inserted yes, deleted no": (
        f"<w:ins>{t('ใหม่')}</w:ins><w:del><w:r><w:delText>เก่า</w:delText><w:t>เก่า</w:t></w:r></w:del>",
        "ใหม่",
    ),
    "moved to yes, moved from no": (
        f"<w:moveFrom>{t('เดิม')}</w:moveFrom><w:moveTo>{t('ที่นี่')}</w:moveTo>",
        "ที่นี่",
    ),
    "links, smart tags, controls": (
        f"<w:hyperlink>{t('ก')}</w:hyperlink><w:smartTag>{t('ข')}</w:smartTag>"
        f"<w:sdt><w:sdtPr/><w:sdtContent>{t('ค')}</w:sdtContent></w:sdt>",
        "กขค",
    ),
    "a simple field's result": (f'<w:fldSimple w:instr="PAGE">{t("๒")}</w:fldSimple>', "๒"),
    "a field's result, not its code": (
        mark("begin")
        + "<w:r><w:instrText>PAGE</w:instrText></w:r>"
        + t("ไม่เห็น")
        + mark("separate")
        + t("๓")
        + mark("end")
        + t(" หน้า"),
        "๓ หน้า",
    ),
    "a field in a field's code": (
        mark("begin")
        + mark("begin")
        + mark("separate")
        + t("ใน")
        + mark("end")
        + mark("separate")
        + t("นอก")
        + mark("end"),
        "นอก",
    ),
    "hidden text": (f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>ซ่อน</w:t></w:r>{t('เห็น')}", "เห็น"),
    "text that is hidden no more": (
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>เห็น</w:t></w:r>',
        "เห็น",
    ),
    "symbols": ('<w:r><w:sym w:char="2713"/><w:sym w:char="F0FC"/><w:sym w:char="x"/></w:r>', "✓"),
    "formulas": ("<m:oMath><m:r><m:t>x=๑</m:t></m:r></m:oMath>", "x=๑"),
    "text of drawings is none": (f"<w:r><w:drawing><a:t>ภาพ</a:t></w:drawing></w:r>{t('ก')}", "ก"),
    "comments of the file are none": (f"<!-- ลับ -->{t('ก')}<?x y?>", "ก"),
}


@each("case", INSIDE)
def test_a_paragraph_reads_as_it_is_seen(case: str) -> None:
    content, text = INSIDE[case]
    assert seen(f"<w:p>{content}</w:p>") == [text]


def box(text: str) -> str:
    inside = f"<w:txbxContent>{p(text)}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent>"
        f"<mc:Choice><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    found = read_docx(docx(f"<w:p>{t('ก่อน')}{box('ด่วน')}{t('หลัง')}</w:p>{p('ถัดไป')}")).paragraphs
    assert [(each.text, each.place) for each in found] == [
        ("ก่อนหลัง", "ย่อหน้า ๑"),
        ("ด่วน", "กล่องข้อความ"),
        ("ถัดไป", "ย่อหน้า ๒"),
    ]


def test_places_are_those_that_a_reader_counts() -> None:
    inner = f"<w:tbl><w:tr>{cell(p('ใน'))}</w:tr></w:tbl>"
    table = (
        f"<w:tbl><w:tr>{cell(p('ก'))}<w:sdt><w:sdtContent>{cell(p('ข'), inner)}</w:sdtContent></w:sdt></w:tr>"
        f"<w:tr>{cell(p(''))}{cell(p('ค'))}</w:tr></w:tbl>"
    )
    found = read_docx(
        docx(p("หนึ่ง") + p(" ") + table + p("สอง") + f"<w:tbl><w:tr>{cell(p('ง'))}</w:tr></w:tbl>")
    )
    assert [(each.text, each.place) for each in found.paragraphs] == [
        ("หนึ่ง", "ย่อหน้า ๑"),
        ("ก", "ตาราง ๑ แถว ๑ ช่อง ๑"),
        ("ข", "ตาราง ๑ แถว ๑ ช่อง ๒"),
        ("ใน", "ตาราง ๑ แถว ๑ ช่อง ๒"),
        ("ค", "ตาราง ๑ แถว ๒ ช่อง ๒"),
        ("สอง", "ย่อหน้า ๒"),
        ("ง", "ตาราง ๒ แถว ๑ ช่อง ๑"),
    ]


def test_headers_footers_and_notes_follow_the_document() -> None:
    proof = read_docx(
        docx(
            p("เนื้อ"),
            footer=p("ท้าย"),
            header=p("หัว"),
            footnotes=f"<w:footnote>{p('หมายเหตุ')}</w:footnote>",
            comments=p("ไม่ใช่เนื้อความ"),
        )
    )
    assert [(each.text, each.place) for each in proof.paragraphs[1:]] == [
        ("หัว", "หัวกระดาษ"),
        ("ท้าย", "ท้ายกระดาษ"),
        ("หมายเหตุ", "เชิงอรรถ"),
    ]


def test_styles_are_called_as_in_word() -> None:
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="เนื้อความ"/></w:style>'
    )
    styled = '<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr><w:r><w:t>ก</w:t></w:r></w:p>'
    proof = read_docx(docx(p("ก") + styled.format("b") + styled.format("zz"), styles=styles))
    assert [each.style for each in proof.paragraphs] == ["Normal", "เนื้อความ", "zz"]


def test_strict_open_xml_reads_like_the_other() -> None:
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": relations(officeDocument="/word/other.xml"),
        "word/other.xml": '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main">'
        f"<w:body>{p('ก')}</w:body></w:document>",
    }
    assert read_docx(zipped(files)).text == "ก"


def test_properties_are_the_file_s_own() -> None:
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "word/document.xml": f"<w:document {SPACES}><w:body/></w:document>",
        "docProps/core.xml": '<c xmlns="urn:c"><title> ชื่อ </title><creator/></c>',
    }
    assert read_docx(zipped(files)).properties == {"title": "ชื่อ"}


@each(
    ("data", "code"),
    [
        (b"", "K01"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "K03"),
        (docx(p("ก"))[:200], "K02"),
        (zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<a/>"}), "K10"),
        (docx("<w:p>"), "K08"),
    ],
)
def test_what_is_no_readable_document_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as refusal:
        read_docx(data, file="ก.docx")
    assert [(found.code, found.file) for found in refusal.value.findings] == [(code, "ก.docx")]


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refusal:
        read_docx(tmp_path / "ไม่มี.docx")
    assert [(found.code, found.file) for found in refusal.value.findings] == [("P11", "ไม่มี.docx")]


# --- the head -------------------------------------------------------------------------------------

HEADS = {
    "one line with tabs": p("ที่  กษ ๑๑๑๓/๖๕๓\tวันที่  ๒๗ มีนาคม ๒๕๖๖\t") + p("เรื่อง\tขอทดสอบ") + p("เรียน\tอธิบดี"),
    "spaces": p("ที่ กษ ๑๑๑๓/๖๕๓                วันที่ ๒๗ มีนาคม ๒๕๖๖") + p("เรื่อง ขอทดสอบ") + p("เรียน อธิบดี"),
    "dots": p("ที่.......กษ 1113/653......วันที่......27 มีนาคม 2566......")
    + p("เรื่อง....ขอทดสอบ.....")
    + p("เรียน  อธิบดี"),
    "runs": p("ที", "่ ก", "ษ ๑๑๑๓/ ๖๕", "๓ วัน", "ที่ ๒๗ มี.ค. ๖๖") + p("เรื่อง", " ขอทดสอบ") + p("กราบเรียน อธิบดี"),
    "two lines": p("ที่ กษ ๑๑๑๓/๖๕๓") + p("วันที่ ๒๗ มีนาคม ๒๕๖๖") + p("เรื่อง ขอ") + p("ทดสอบ") + p("เรียน อธิบดี"),
    "cells": "<w:tbl>"
    + row("ที่", "กษ ๑๑๑๓/๖๕๓", "วันที่", "๒๗ มีนาคม ๒๕๖๖")
    + row("เรื่อง", "ขอทดสอบ")
    + row("เรียน", "อธิบดี")
    + "</w:tbl>",
    "external": p("ที่ กษ ๑๑๑๓/๖๕๓\tกรมตัวอย่าง")
    + p("ถนนสมมติ กทม. ๑๐๒๐๐")
    + p("๒๗ มีนาคม ๒๕๖๖")
    + p("เรื่อง ขอทดสอบ")
    + p("เรียน อธิบดี"),
}


@each("layout", HEADS)
def test_the_head_is_read_from_every_layout(layout: str) -> None:
    above = p("บันทึกข้อความ") + p("ส่วนราชการ กองทดสอบ โทร. ๒๗๑")
    below = p("ตามหนังสือกองคลัง ที่ กษ ๑๑๐๔/๑ ลงวันที่ ๑ มีนาคม ๒๕๖๖ นั้น") + p("เรื่องเดิม") + p("ที่ ประชุม")
    head = head_fields(read_docx(docx(above + HEADS[layout] + below)))
    assert (str(head.number), head.dated) == ("กษ ๑๑๑๓/๖๕๓", date(2023, 3, 27))
    assert (head.subject.replace("ขอ ทดสอบ", "ขอทดสอบ"), head.to) == ("ขอทดสอบ", "อธิบดี")


def test_a_draft_has_a_code_and_no_running_number() -> None:
    head = head_fields(read_docx(docx(p("ที่ กษ ๑๑๑๓/\tวันที่\t") + p("เรื่อง ก") + p("เรียน ข"))))
    assert head.number
    assert (head.number_text, head.number.running, head.date_text, head.dated) == ("กษ ๑๑๑๓/", None, "", None)


def test_what_cannot_be_read_is_kept_as_printed() -> None:
    head = head_fields(read_docx(docx(p("ที่ ๔๕\tวันที่ ๓๑ เมษายน ๒๕๖๖"))))
    assert (head.number_text, head.number, head.date_text, head.dated) == ("๔๕", None, "๓๑ เมษายน ๒๕๖๖", None)


def test_a_document_without_a_head_has_none() -> None:
    body = p("รายงาน") + p("ที่ประชุมรับทราบ") + p("วันที่ผ่านมา เรื่องนี้จบแล้ว") + p("เรียนรู้ร่วมกัน")
    assert head_fields(read_docx(docx(body * 3))) == Head()
    assert head_fields(read_docx(docx(""))) == Head()


def test_addressees_under_each_other_are_lines() -> None:
    body = "<w:p><w:r><w:t>เรียน</w:t><w:tab/><w:t>อธิบดี</w:t><w:br/><w:t>รองอธิบดี</w:t></w:r></w:p>" + p("ด้วย")
    assert head_fields(read_docx(docx(body))).to == "อธิบดี\nรองอธิบดี"


def test_a_subject_does_not_swallow_the_body() -> None:
    assert head_fields(read_docx(docx(p("เรื่อง ก") + p("เนื้อความ") * 3))).subject == "ก"


def test_our_own_memo_reads_as_it_was_written(tmp_path: Path) -> None:
    for name in ("memogen.toml", "templates", "letters"):
        copy = shutil.copytree if (OFFICE / name).is_dir() else shutil.copy
        copy(OFFICE / name, tmp_path / name)
    letter = tmp_path / "letters" / "2565-10-06-แจ้งผลสำรวจความพึงพอใจ.md"
    Workspace.at(tmp_path).make([letter], catchwords=False)
    proof = read_docx(next((tmp_path / "out").glob("*.docx")))
    head = head_fields(proof)
    assert (str(head.number), head.dated) == ("กษ ๑๑๑๓/๖๗๑", date(2022, 10, 6))
    assert head.subject.startswith("การปรับปรุงและพัฒนา")
    assert head.to.startswith("ผู้อำนวยการกอง ")
    assert proof.paragraphs[2].style == "ช่องหัวบันทึก"


def test_parts_of_a_package_that_is_open_already_are_not_opened_again() -> None:
    parts = read_package(docx(p("ก")), file="ก.docx")
    assert read_docx(parts, file="ก.docx") == read_docx(docx(p("ก")), file="ก.docx")
