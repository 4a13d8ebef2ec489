"""An office's own minutes made a template: lists of people however they are set, times, who wrote it down."""

from __future__ import annotations

from pathlib import Path

import pytest
from adopted_files import adopted, document, made, tags, template, typed
from handmade import package, table

from memogen import proof
from memogen.findings import Severity
from memogen.model import Kind
from memogen.ooxml import paragraph, run
from memogen.paper import Region

CENTRED = '<w:jc w:val="center"/>'
HEAD = typed(
    "รายงานการประชุมคณะกรรมการชุดเดิม",
    "ครั้งที่ ๓/๒๕๖๖   เมื่อวันพุธที่ ๕ เมษายน ๒๕๖๖",
    "ณ ห้องประชุมเดิม ชั้น ๒",
    "----------------",
    properties=CENTRED,
)
COLUMNS = '<w:tabs><w:tab w:val="left" w:pos="567"/><w:tab w:val="left" w:pos="4536"/></w:tabs>'
UNDERLINED = '<w:u w:val="single"/>'
TEXT = typed("ด้วยกองเดิมได้จัดทำแผนของหน่วยงานเสร็จเรียบร้อยแล้ว จึงเสนอที่ประชุมเพื่อพิจารณา")
BODY = typed("เริ่มประชุมเวลา ๐๙.๓๐ น.") + TEXT + typed("เลิกประชุมเวลา ๑๒.๐๐ น.", "")
WROTE = typed("(นายทดสอบ เดิมนาม)", "ผู้จดรายงานการประชุม")
READ = typed("", "(นางสาวตัวอย่าง เดิมนาม)", "ผู้ตรวจรายงานการประชุม")
REVIEWER = "ผู้ตรวจรายงานการประชุม: นางตรวจ สิบนาม | ผู้อำนวยการกองแผน\n"


def title(words: str) -> str:
    return paragraph(run(words, properties=UNDERLINED))


def person(line: str) -> str:
    return typed(line, properties=COLUMNS)


BY_TABS = (
    title("ผู้มาประชุม")
    + person("๑.\tนายเดิม หนึ่งนาม\tรองอธิบดี\tประธาน")
    + person("๒.\tนางเดิม สองนาม\tนิติกร")
    + typed("")
    + title("ผู้ไม่มาประชุม")
    + person("๑.\tนายเดิม สามนาม\tนักวิชาการ")
)
MINUTES = HEAD + BY_TABS + BODY + WROTE + READ


def minutes(office: Path, content: bytes, more: str = "") -> bytes:
    return made(office, content, Kind.MINUTES, more)


def lines_of(content: bytes) -> list[str]:
    """Of the minutes themselves, without page numbers."""
    passages = [
        one for one in proof.read_paper(content).passages if one.region in (Region.TEXT, Region.TABLE)
    ]
    return [" ".join(line.split()) for one in passages for line in one.seen.splitlines()]


# --- head and foot ------------------------------------------------------------------------------------


def test_each_value_of_the_head_is_found_on_lines_that_share_them() -> None:
    assert tags(adopted(package(MINUTES))).items() >= {
        ("{{ การประชุม }}", "คณะกรรมการชุดเดิม"),
        ("{{ ครั้งที่ }}", "๓/๒๕๖๖"),
        ("{{ เมื่อ }}", "วันพุธที่ ๕ เมษายน ๒๕๖๖"),
        ("{{ ณ }}", "ห้องประชุมเดิม ชั้น ๒"),
        ("{{ เริ่มประชุม }}", "๐๙.๓๐ น."),
        ("{{ เลิกประชุม }}", "๑๒.๐๐ น."),
        ("{{ ผู้จด.ชื่อ }}", "นายทดสอบ เดิมนาม"),
        ("{{ ผู้ตรวจ.ชื่อ }}", "นางสาวตัวอย่าง เดิมนาม"),
    }


def test_minutes_are_made_with_the_template_and_nothing_of_the_old_ones_is_left(tmp_path: Path) -> None:
    said = lines_of(minutes(tmp_path, template(package(MINUTES)), REVIEWER))
    assert said[:4] == [
        "รายงานการประชุมคณะทำงานทดสอบ",
        "ครั้งที่ ๒/๒๕๖๗ เมื่อวันจันทร์ที่ ๑๕ มกราคม ๒๕๖๗",
        "ณ ห้องทดสอบ",
        "----------------",
    ]
    assert [one for one in said if "เดิม" in one] == []
    assert said[-3:] == ["(นางตรวจ สิบนาม)", "ผู้อำนวยการกองแผน", "ผู้ตรวจรายงานการประชุม"]


def test_a_name_of_several_lines_and_a_meeting_by_wire_are_found() -> None:
    head = typed(
        "รายงานการประชุม",
        "คณะกรรมการชุดเดิม ครั้งที่ ๓/๒๕๖๖",
        "วันพุธที่ ๕ เมษายน ๒๕๖๖ ผ่านระบบการประชุมทางไกล",
        properties=CENTRED,
    )
    found = adopted(package(head + BY_TABS + BODY + WROTE))
    assert found.content is not None
    assert tags(found)["{{ การประชุม }}"] == "คณะกรรมการชุดเดิม"
    assert tags(found)["{{ ณ }}"] == "ผ่านระบบการประชุมทางไกล"


def test_minutes_that_call_themselves_a_summary_are_found_and_nothing_of_them_is_left(tmp_path: Path) -> None:
    head = typed(
        "รายงานสรุปการประชุมชี้แจง Unit School",
        "ตัวชี้วัดกลางที่ ๖ ระดับความสำเร็จในการพัฒนาระบบ e-Service ครั้งที่ ๑/๒๕๖๕",
        "วันศุกร์ที่ ๑๘ มีนาคม ๒๕๖๕ เวลา ๐๘.๓๐ น. ผ่านระบบการประชุมออนไลน์ ZOOM Meeting",
        properties=CENTRED,
    )
    people = title("ผู้เข้าร่วมประชุมผ่านระบบออนไลน์ (Zoom Meeting)") + person("๑\tนายเดิม หนึ่งนาม\tรองอธิบดี")
    found = adopted(package(head + people + BODY + WROTE))
    assert found.content is not None, found.findings
    assert tags(found).items() >= {
        ("{{ การประชุม }}", "ชี้แจง Unit School"),
        ("{{ ครั้งที่ }}", "๑/๒๕๖๕"),
        ("{{ เมื่อ }}", "วันศุกร์ที่ ๑๘ มีนาคม ๒๕๖๕ เวลา ๐๘.๓๐ น."),
        ("{{ ณ }}", "ผ่านระบบการประชุมออนไลน์ ZOOM Meeting"),
    }
    said = lines_of(minutes(tmp_path, found.content))
    assert said[0] == "รายงานสรุปการประชุมคณะทำงานทดสอบ"
    assert [one for one in said if "e-Service" in one or "ZOOM" in one] == []


def test_without_a_reviewer_nothing_stands_where_one_would(tmp_path: Path) -> None:
    said = lines_of(minutes(tmp_path, template(package(MINUTES))))
    assert said[-1] == "ผู้จดรายงานการประชุม"
    assert "()" not in said


def test_a_file_without_a_reviewer_gets_the_lines_of_the_standard(tmp_path: Path) -> None:
    content = template(package(HEAD + BY_TABS + BODY + WROTE))
    assert "ผู้อำนวยการกองแผน" in lines_of(minutes(tmp_path, content, REVIEWER))


def test_the_work_is_not_said_twice_beside_a_line_to_sign_on(tmp_path: Path) -> None:
    dots = "." * 30
    foot = typed(
        *(f"(ลงชื่อ){dots}ผู้ตรวจรายงานการประชุม", "(นางสาวตัวอย่าง เดิมนาม)", "ผู้อำนวยการกองเดิม", ""),
        *(f"(ลงชื่อ){dots}ผู้จดรายงานการประชุม", "(นายทดสอบ เดิมนาม)"),
    )
    said = lines_of(minutes(tmp_path, template(package(HEAD + BY_TABS + BODY + foot)), REVIEWER))
    at = said.index(f"(ลงชื่อ){dots}")
    assert said[at : at + 4] == [
        f"(ลงชื่อ){dots}",
        "(นางตรวจ สิบนาม)",
        "ผู้อำนวยการกองแผน",
        "ผู้ตรวจรายงานการประชุม",
    ]
    assert said[-1] == "ผู้จดรายงานการประชุม"
    assert said.count("ผู้จดรายงานการประชุม") == 1


def test_people_who_sign_side_by_side_in_a_table_keep_their_columns(tmp_path: Path) -> None:
    beside = [["(นายทดสอบ เดิมนาม)", "(นางสาวตัวอย่าง เดิมนาม)"], ["ผู้จดรายงานการประชุม", "ผู้ตรวจรายงานการประชุม"]]
    found = adopted(package(HEAD + BY_TABS + BODY + table(beside) + typed("")))
    assert "M29" in {one.code for one in found.findings}
    paper = proof.read_paper(minutes(tmp_path, found.content or b"", REVIEWER))
    cells = {one.seen: one.row[2] for one in paper.passages if one.row}
    assert (cells["(ทดสอบ สี่นาม)"], cells["(นางตรวจ สิบนาม)"]) == (1, 2)


# --- lists of people ----------------------------------------------------------------------------------


def test_lists_keep_their_title_and_the_columns_of_their_tabs(tmp_path: Path) -> None:
    paper = proof.read_paper(minutes(tmp_path, template(package(MINUTES))))
    titles = [one for one in paper.passages if one.seen in ("ผู้มาประชุม", "ผู้ไม่มาประชุม")]
    assert [one.pieces[0].looks.underline for one in titles] == [True, True]
    people = [one for one in paper.passages if one.seen.startswith(("๑.\t", "๒.\t"))]
    assert [" ".join(one.seen.split()) for one in people] == [
        "๑. นายมา เจ็ดนาม ผู้อำนวยการกองทดสอบ (ประธาน)",
        "๒. นางมา แปดนาม นิติกร",
        "๑. นางสาวขาด เก้านาม นักวิชาการ",
    ]
    setting = people[0].setting
    assert setting is not None
    assert setting.tab_stops_mm == pytest.approx((10, 80), abs=0.2)


@pytest.mark.parametrize(
    ("heads", "rows", "shown"),
    [
        (
            [["ลำดับที่", "ชื่อ - สกุล", "ตำแหน่ง", "หมายเหตุ"]],
            [["๑", "นายเดิม หนึ่งนาม", "รองอธิบดี", "ประธาน"], ["๒", "นางเดิม สองนาม", "นิติกร", ""]],
            ["๑.", "นายมา เจ็ดนาม", "ผู้อำนวยการกองทดสอบ", "ประธาน"],
        ),
        ([], [["๑.", "นายเดิม", "หนึ่งนาม", "รองอธิบดี"]], ["๑.", "นายมา เจ็ดนาม", "ผู้อำนวยการกองทดสอบ (ประธาน)"]),
        ([], [["๑. นายเดิม หนึ่งนาม", "รองอธิบดี"]], ["๑. นายมา เจ็ดนาม", "ผู้อำนวยการกองทดสอบ (ประธาน)"]),
    ],
    ids=["with heads", "surnames apart", "numbers typed"],
)
def test_lists_in_tables_stay_tables(
    heads: list[list[str]], rows: list[list[str]], shown: list[str], tmp_path: Path
) -> None:
    lists = title("ผู้มาประชุม") + table([*heads, *rows]) + title("ผู้ไม่มาประชุม") + table([*heads, *rows])
    paper = proof.read_paper(minutes(tmp_path, template(package(HEAD + lists + BODY + WROTE))))
    people = [one for one in paper.passages if one.row and one.row[0] == 1 and one.row[1] == len(heads) + 1]
    assert [one.seen for one in people if one.seen] == shown
    assert len({one.row[1] for one in paper.passages if one.row and one.row[0] == 1}) == len(heads) + 2
    assert [one.seen for one in paper.passages if "เดิม" in one.seen and one.row] == []


def test_a_table_that_cannot_be_told_becomes_lines_of_the_standard(tmp_path: Path) -> None:
    lists = table([["ผู้มาประชุม", ""], ["๑. นายเดิม หนึ่งนาม", "รองอธิบดี"], ["ผู้ไม่มาประชุม", ""], ["-", ""]])
    said = lines_of(minutes(tmp_path, template(package(HEAD + lists + BODY + WROTE))))
    assert said[4:7] == ["ผู้มาประชุม", "๑. นายมา เจ็ดนาม ผู้อำนวยการกองทดสอบ (ประธาน)", "๒. นางมา แปดนาม นิติกร"]


def test_lists_in_the_table_of_the_head_have_no_place_of_their_own() -> None:
    rows = ["รายงานการประชุมคณะเดิม", "ครั้งที่ ๑/๒๕๖๖", "เมื่อวันพุธที่ ๕ เมษายน ๒๕๖๖ ณ ห้องเดิม", "ผู้มาประชุม"]
    found = adopted(package(table([[row] for row in (*rows, "๑. นายเดิม หนึ่งนาม")]) + BODY + WROTE))
    assert found.content is None
    assert [one.code for one in found.findings if one.severity is Severity.ERROR] == ["M28"]


# --- forms, and what is missing -----------------------------------------------------------------------


def test_a_blank_form_of_minutes_takes_its_fields(tmp_path: Path) -> None:
    dots = "." * 30
    form = typed(
        *(f"รายงานการประชุม{dots}", "ครั้งที่ ......../........", f"เมื่อ{dots}", f"ณ {dots}"),
        *("ผู้มาประชุม", f"๑. {dots}", "ผู้ไม่มาประชุม (ถ้ามี)", f"๑. {dots}"),
        *(f"เริ่มประชุมเวลา {dots}", dots, f"เลิกประชุมเวลา {dots}", f"({dots})", "ผู้จดรายงานการประชุม"),
    )
    said = lines_of(minutes(tmp_path, template(package(form))))
    assert [one for one in said if "..." in one] == []
    began = said.index("เริ่มประชุมเวลา ๑๓.๓๐ น.")
    assert said[began + 1] == "หนังสือฉบับนี้มีเนื้อความทดสอบเพียงย่อหน้าเดียว"
    assert said[began + 2] == "เลิกประชุมเวลา ๑๖.๐๐ น."


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("ครั้งที่ ๓/๒๕๖๖   ", "ครั้งที่"),
        ("เมื่อวันพุธที่ ๕ เมษายน ๒๕๖๖", "เมื่อ"),
        ("ณ ห้องประชุมเดิม ชั้น ๒", "ณ"),
        ("เริ่มประชุมเวลา ๐๙.๓๐ น.", "เริ่มประชุม"),
        ("เลิกประชุมเวลา ๑๒.๐๐ น.", "เลิกประชุม"),
        ("(นายทดสอบ เดิมนาม)", "ผู้จด"),
    ],
)
def test_a_part_that_minutes_lack_is_told_with_the_line_to_type(line: str, field: str) -> None:
    agenda = typed("ระเบียบวาระที่ ๑ เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ")
    body = BODY.replace(TEXT, agenda + TEXT)
    whole = HEAD + BY_TABS + body + WROTE
    assert line in whole
    found = adopted(package(whole.replace(line, "")))
    assert found.content is None
    missing = [one for one in found.findings if one.severity is Severity.ERROR]
    assert [(one.code, one.text) for one in missing] == [("M21", field)]
    assert field in missing[0].hint


def test_what_stands_below_the_end_is_told_since_it_stays() -> None:
    more = BODY + typed("นัดประชุมครั้งต่อไปในวันพุธที่ ๓ พฤษภาคม ๒๕๖๖")
    found = adopted(package(HEAD + BY_TABS + more + WROTE))
    assert [one.text for one in found.findings if one.code == "M24"] == [
        "นัดประชุมครั้งต่อไปในวันพุธที่ ๓ พฤษภาคม ๒๕๖๖"
    ]


def test_the_loops_stand_where_the_lists_stood() -> None:
    xml = document(template(package(MINUTES)))
    begun, ended = xml.index("for กลุ่ม in ผู้ประชุม"), xml.index("{{ เริ่มประชุม }}")
    assert xml.index("-----") < begun < xml.index("for ผู้ in กลุ่ม.รายชื่อ") < ended
