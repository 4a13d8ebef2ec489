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
}


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The text of each made letter as python-docx reads it, no-break spaces as spaces."""
    import docx

    made = OFFICE.make(LETTERS, out=tmp_path_factory.mktemp("out"))
    texts = {}
    for path, one in zip(LETTERS, made, strict=True):
        assert [finding for finding in one.findings if finding.severity != "info"] == []
        assert one.files[0].stat().st_size < 60_000
        document = docx.Document(str(one.files[0]))
        cells = [p for t in document.tables for row in t.rows for cell in row.cells for p in cell.paragraphs]
        lines = [p.text for p in (*document.paragraphs, *cells)]
        texts[path.stem] = "\n".join(lines).replace("\u00a0", " ")
    return texts


def test_every_letter_of_the_seeds_is_there() -> None:
    assert {path.stem for path in LETTERS} == {*FACTS, "เวียนแผนรายหน่วยงาน"}


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
        (made,) = OFFICE.make([ROOT / "letters" / "เวียนแผนรายหน่วยงาน.md"], out=tmp_path, recipient=unit)
        assert made.recipient == unit
        assert made.findings == ()
