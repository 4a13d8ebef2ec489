"""The letters of the demonstration office: made without a finding, with every fact of the seeds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from memogen import Workspace, thai

ROOT = Path(__file__).parent.parent
OFFICE = Workspace.at(ROOT)
LETTERS = sorted((ROOT / "letters").glob("*.md"))

PLAN_CIRCULAR = "2566-03-27-แจ้งแผนปรับปรุงการให้บริการ"
APPROVAL = "2566-03-10-ขออนุมัติแผนปรับปรุงการให้บริการ"
SURVEY = "2565-10-06-แจ้งผลสำรวจความพึงพอใจ"
INTEGRITY = "2560-01-31-ดำเนินการตามนโยบายคุณธรรม"
EVIDENCE = "2560-01-30-ส่งหลักฐานเชิงประจักษ์"
ANNOUNCEMENT = "2560-01-20-นโยบายคุณธรรมและความโปร่งใส"
TO_THE_ADVISER = "2560-01-31-ส่งแบบสำรวจหลักฐานเชิงประจักษ์"
IN_AND_OUT = "2560-01-31-เวียนนโยบายคุณธรรมทั้งภายในและภายนอก"
REMINDER = "2560-03-20-เตือนการรายงานผลรอบแรก"
MINUTES = "2565-03-18-ประชุมชี้แจง-Unit-School"
ORDER = "2566-01-16-แต่งตั้งคณะทำงานจัดทำแผนพัฒนารายบุคคล"
CERTIFICATE = "2566-03-27-รับรองการปฏิบัติงาน"
INTEGRITY_FORM = "2560-01-31-แบบรายงานผลตามนโยบายคุณธรรม"
KPI_FORM = "2566-03-31-แบบรายงานรายตัวชี้วัด"
FOR_EACH_UNIT = {"เวียนแผนรายหน่วยงาน", "แบบรายงานแผนรายหน่วยงาน"}

FACTS = {
    PLAN_CIRCULAR: (
        "กษ ๑๑๑๓/๖๕๓",
        "๒๗ มีนาคม ๒๕๖๖",
        "โทร. ๒๗๑, ๓๕๑",
        "cpd_psdg@cpd.go.th",
        "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
        "ที่ กษ ๑๑๑๓/๖๗๑ ลงวันที่ ๖ ตุลาคม ๒๕๖๕",
        "พื้นที่ ๑ และพื้นที่ ๒",
        "๑๕ สิงหาคม ๒๕๖๖",
        "Google Form",
        "หนังสือ กษ ๑๑๑๓/ว๗๑",
        "แผนปรับปรุงและพัฒนา",
        "รายงานผลการดำเนินการตามแผนฯ",
        "ตัวอย่างแบบรายงานผลการดำเนินการฯ",
        "ผู้อำนวยการศูนย์วิเคราะห์และติดตามสถานการณ์ทางการเงินสหกรณ์",
        "ผู้อำนวยการกลุ่มพัฒนาระบบบริหาร",
    ),
    APPROVAL: (
        "กษ ๑๑๑๓/๑๙๑",
        "๑๐ มีนาคม ๒๕๖๖",
        "ด่วนที่สุด ที่ กษ ๑๑๑๓/๓๓๕ ลงวันที่ ๓๐ กันยายน ๒๕๖๕",
        "๑. เรื่องเดิม",
        "๑) ด้านกระบวนการ",
        "๒.๑) ",
        "๒.๒) ",
        "๒.๓) ",
        "๓) ด้านการให้บริการของเจ้าหน้าที่",
        "อย่างน้อย ๑ กระบวนการ",
        "๒. ข้อเท็จจริง",
        "๑๕ หน่วยงาน",
        "๓. ข้อพิจารณา",
        "ข้อ ๒.๒",
        "๔. ข้อเสนอแนะ",
        "อนุมัติ",
        "อธิบดีกรมส่งเสริมสหกรณ์",
    ),
    SURVEY: (
        "กษ ๑๑๑๓/๖๗๑",
        "๖ ตุลาคม ๒๕๖๕",
        "๘ สิงหาคม ๒๕๖๕ - ๑๕ กันยายน ๒๕๖๕",
        "ร้อยละ ๘๔.๐๗",
        "ร้อยละ ๘๕.๔๔",
        "ร้อยละ ๘๔.๓๖",
        "ร้อยละ ๒๕.๘๑",
        "ร้อยละ ๒๙.๒๖",
        "ร้อยละ ๒๖.๕๘",
        "๔ ด้าน",
        "๑.๑) ",
        "๑.๒) ",
        "๑๕ พฤศจิกายน ๒๕๖๕",
        "๑๕ สิงหาคม ๒๕๖๖",
    ),
    INTEGRITY: (
        "กษ ๑๑๑๓/๑๑๑๕",
        "๓๑ มกราคม ๒๕๖๐",
        "โทร. ๐ ๒๖๒๘ ๕๑๔๓",
        "พื้นที่ ๑ - ๒",
        "๒๐ มกราคม ๒๕๖๐",
        "๑. ",
        "๒. ",
        "๓. ",
        "เอกสารแนบ ๑",
        "เอกสารแนบ ๒",
        "เอกสารแนบ ๓",
        "๔ เมษายน ๒๕๖๐",
        "๓๑ สิงหาคม ๒๕๖๐",
        "ป.ป.ท.",
        "อธิบดีกรมส่งเสริมสหกรณ์",
    ),
    EVIDENCE: (
        "ด่วนที่สุด",
        "กษ ๑๑๑๓/๖๑",
        "๓๐ มกราคม ๒๕๖๐",
        "โทร. ๘๒๗, ๒๗๑",
        "ดช ๐๐๓๕.๕๓/ว๒๑ ลงวันที่ ๙ มกราคม ๒๕๖๐",
        "๓๑ มกราคม ๒๕๖๐",
        "Integrity and Transparency Assessment : ITA",
        "๑.๑ ",
        "๑.๓ ",
        "๒.๒ ",
        "๔.๓ ",
        "เห็นชอบ - ลงนามแล้ว",
    ),
    ANNOUNCEMENT: (
        "ประกาศกรมส่งเสริมสหกรณ์",
        "เรื่อง นโยบายคุณธรรมและความโปร่งใสในการดำเนินงานของกรมส่งเสริมสหกรณ์",
        "พ.ศ. ๒๕๔๖",
        "ระยะที่ ๓ (พ.ศ. ๒๕๖๐ – ๒๕๖๔)",
        "Zero Tolerance & Clean Thailand",
        "๑. นโยบายด้านความโปร่งใส",
        "๑.๑) ",
        "๑.๒) ",
        "๓.๑) ",
        "พ.ศ. ๒๕๔๐",
        "๔.๓) ",
        "๒. นโยบายด้านความพร้อมรับผิด",
        "๓. นโยบายด้านความปลอดจากการทุจริตในการปฏิบัติงาน",
        "๔. นโยบายด้านวัฒนธรรมคุณธรรมในองค์กร",
        "พ.ศ. ๒๕๕๙",
        "๕. นโยบายด้านคุณธรรมการทำงานในหน่วยงาน",
        "สำนักงาน ก.พ.ร.",
        "๕) การให้ความสำคัญกับสภาพแวดล้อม",
        "๖. นโยบายด้านการสื่อสารภายในหน่วยงานและการประเมิน",
        "๓) หน่วยงานที่รับผิดชอบ",
        "ประกาศ ณ วันที่ ๒๐ มกราคม พ.ศ. ๒๕๖๐",
        "อธิบดีกรมส่งเสริมสหกรณ์",
    ),
    TO_THE_ADVISER: (
        "ที่  กษ ๑๑๑๓/",
        "๓๑ มกราคม ๒๕๖๐",
        "อ้างถึง\tหนังสือคณะนิติวิทยาศาสตร์ โรงเรียนนายร้อยตำรวจ ที่ ดช ๐๐๓๕.๕๓/ว๒๑ ลงวันที่ ๙ มกราคม ๒๕๖๐",
        "สิ่งที่ส่งมาด้วย\t๑. แบบสำรวจ",
        "ขอแสดงความนับถือ",
        "โทร. ๐ ๒๖๒๘ ๕๑๔๓",
        "สำเนาส่ง\tสำนักงาน ป.ป.ท.",
    ),
    IN_AND_OUT: (
        *("กษ ๑๑๑๓/ว", "๒๐ มกราคม ๒๕๖๐", "๔ เมษายน ๒๕๖๐", "๓๑ สิงหาคม ๒๕๖๐", "ขอแสดงความนับถือ"),
        *("บันทึกข้อความ", "เอกสารแนบ ๓", "สิ่งที่ส่งมาด้วย ๓"),
    ),
    REMINDER: ("ถึง\tสำนักงานสหกรณ์จังหวัดทุกจังหวัด", "๔ เมษายน ๒๕๖๐", "๒๐ มีนาคม ๒๕๖๐"),
    MINUTES: (
        "รายงานการประชุมชี้แจง Unit School",
        "ครั้งที่ ๑/๒๕๖๕",
        "เมื่อวันศุกร์ที่ ๑๘ มีนาคม ๒๕๖๕ เวลา ๐๘.๓๐ น.",
        "ZOOM Meeting",
        "๑.\tนางสาวตัวอย่าง หนึ่งนาม\tผู้อำนวยการกลุ่มพัฒนาระบบบริหาร (กพร.) (ประธาน)",
        "๓๐.\tนายจำลอง สามสิบนาม\tจ้างเหมาบริการ (กพร.)",
        "ตัวชี้วัดที่ ๖.๑",
        "ตัวชี้วัดที่ ๖.๒",
        "๒ เมษายน ๒๕๖๒",
        "อย่างน้อย ๑ กระบวนการ",
        "๓ สิงหาคม ๒๕๖๔",
        "ระบบราชการ ๔.๐",
        "๗๒ จังหวัด",
        "เกษตรกร",
        "๒๔ ชั่วโมง",
        "๓๐ วันทำการ",
        "๑๐ ล้านบาท",
        "ไม่เกิน ๕ ปี ขยายได้ไม่เกิน ๒ ครั้ง ครั้งละ ๑ ปี",
        "กพ. ๗",
        "รอบการประเมินที่ ๑",
        "มติที่ประชุม",
        "เลิกประชุมเวลา",
        "ผู้จดรายงานการประชุม",
        "ผู้ตรวจรายงานการประชุม",
    ),
    INTEGRITY_FORM: (
        "แบบรายงานผลการดำเนินงาน\nภายใต้นโยบายคุณธรรมและความโปร่งใสในการดำเนินงานของกรมส่งเสริมสหกรณ์",
        "หน่วยงาน\t",
        "ข้อมูล ณ วันที่\tเดือน\tพ.ศ.\t",
        "นโยบายด้าน\tชื่อแผนงาน/โครงการ/กิจกรรม\t",
        "วิธีดำเนินการ\nช่วงเวลาดำเนินการ\nผลการดำเนินงาน\nคำอธิบายรายละเอียด\nเอกสาร/หลักฐาน",
        "๑\t\n๒\t\n๓\t\n๔\t\nฯลฯ",
    ),
    KPI_FORM: (
        "แผนกลยุทธ์การบริหารทรัพยากรบุคคล กรมส่งเสริมสหกรณ์ ปีงบประมาณ พ.ศ. ๒๕๖๖",
        "มิติที่ \t : \t",
        "แผนงาน/โครงการ : \t",
        "ระยะเวลา :\u2003☐ รอบ ๔ เดือน\u2003☐ รอบ ๖ เดือน\u2003☐ รอบ ๙ เดือน",
        "ชื่อหน่วยงาน \t",
        "ระดับค่าเป้าหมาย",
        "ผลการดำเนินงาน\nรายละเอียดผลการดำเนินงาน\nผลการเบิกจ่ายงบประมาณ",
        "รายละเอียดกิจกรรม",
        "สูตรการคำนวณ/การนับผลงาน :",
        "ลงชื่อ\t\nตำแหน่ง\t\nผู้จัดทำข้อมูล",
    ),
    ORDER: (
        "คำสั่งกรมส่งเสริมสหกรณ์",
        "/๒๕๖๖",
        "แผนพัฒนารายบุคคล (IDP)",
        "ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป",
        "สั่ง ณ วันที่ ๑๖ มกราคม พ.ศ. ๒๕๖๖",
    ),
    CERTIFICATE: (
        "เลขที่",
        "หนังสือฉบับนี้ให้ไว้เพื่อรับรองว่า นางสาวจำลอง เจ็ดนาม",
        "ให้ไว้ ณ วันที่ ๒๗ มีนาคม พ.ศ. ๒๕๖๖",
    ),
}


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The text of each made letter as python-docx reads it, no-break spaces as spaces."""
    import docx

    made = OFFICE.make(LETTERS, out=tmp_path_factory.mktemp("out"), catchwords=False)
    texts = {}
    for one in made:
        path = Path(one.letter)
        assert [finding for finding in one.findings if finding.severity != "info"] == []
        assert one.files[0].stat().st_size < 100_000
        document = docx.Document(str(one.files[0]))
        cells = [p for t in document.tables for row in t.rows for cell in row.cells for p in cell.paragraphs]
        lines = [p.text for p in (*document.paragraphs, *cells)]
        texts[path.stem] = texts.get(path.stem, "") + "\n".join(lines).replace("\u00a0", " ")
    return texts


def test_every_letter_of_the_seeds_is_there() -> None:
    assert {path.stem for path in LETTERS} == {*FACTS, *FOR_EACH_UNIT}


@pytest.mark.parametrize(
    ("letter", "fact"), [(name, fact) for name, facts in FACTS.items() for fact in facts]
)
def test_a_fact_of_the_seed_is_in_the_letter(texts: dict[str, str], letter: str, fact: str) -> None:
    assert fact in texts[letter]


@pytest.mark.parametrize("letter", [path.stem for path in LETTERS])
def test_no_arabic_digit_is_left_outside_latin_words(texts: dict[str, str], letter: str) -> None:
    assert re.findall("[0-9]", texts[letter]) == []


@pytest.mark.parametrize("letter", [path.stem for path in LETTERS])
def test_no_tag_and_no_markdown_is_left(texts: dict[str, str], letter: str) -> None:
    assert not re.search(r"[{}#|]|\*\*|\[ระบุ", texts[letter])


def test_the_cited_letter_is_the_one_that_was_sent(texts: dict[str, str]) -> None:
    """The seed cites a letter of ๖ ตุลาคม ๒๕๖๖; the shipped circular cites the survey circular as it is."""
    cited = re.search(r"ที่ (กษ \S+) ลงวันที่ (\d+ \S+ \d+)", texts[PLAN_CIRCULAR])
    assert cited
    assert f"ที่  {cited[1]}\t" in texts[SURVEY]
    assert f"วันที่  {cited[2]}\t" in texts[SURVEY]
    assert thai.parse_date(cited[2]) < thai.parse_date("๒๗ มีนาคม ๒๕๖๖")


def test_the_circular_of_the_plan_is_made_for_each_of_fifteen_units(tmp_path: Path) -> None:
    from memogen.sheets import read_table

    rows = read_table(ROOT / "fixtures" / "แผนปรับปรุงการให้บริการ-2566.xlsx", "แผน").records()
    units = [str(unit["ชื่อ"]) for unit in OFFICE.office.units]
    assert len(units) == 15
    assert {row["หน่วยงาน"] for row in rows} == set(units)
    for unit in units:
        letter = ROOT / "letters" / "เวียนแผนรายหน่วยงาน.md"
        (made,) = OFFICE.make([letter], out=tmp_path, recipient=unit, catchwords=False)
        assert made.recipient == unit
        assert made.findings == ()
