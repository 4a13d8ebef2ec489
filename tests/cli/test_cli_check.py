"""`check` and `rules`: what a secretary sees of a letter before it is sent."""

from __future__ import annotations

import hashlib
import json
from io import BytesIO
from pathlib import Path

import docx
import pytest
from command_line import Run, run_in

SAMPLE = "letters/ตัวอย่าง-ขอเชิญประชุม.md"
LETTER = """\
เรื่อง: ขออนุมัติจัดประชุมประจำปีงบประมาณ พ.ศ. ๒๕๖6
เรียน: อธิบดี
ผู้ลงนาม: หัวหน้ากลุ่ม

ด้วยกลุ่มตัวอย่างจะจัดประชุมตามที่ปรากฎในแผน

จึงเรียนมาเพื่อโปรดพิจารณาอนุมัติ
"""


@pytest.fixture
def letter(office: Path) -> str:
    (office / "letters" / "ผิด.md").write_text(LETTER, encoding="utf-8")
    return "letters/ผิด.md"


@pytest.fixture
def document(office: Path, run: Run) -> Path:
    """A made memo that someone has worked on in Word since."""
    assert run("make", SAMPLE).exit_code == 0
    [made] = (office / "out").glob("*.docx")
    word = docx.Document(str(made))
    body = next(one for one in word.paragraphs if one.text.startswith("จึงเรียน"))
    body.add_run(" ครับ ตามที่ปรากฎ")
    target = office / "จากหน่วยงาน.docx"
    word.save(str(target))
    return target


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


class TestLetterFiles:
    def test_a_fault_is_told_with_file_line_and_mending(self, run, letter):
        result = run("check", letter)
        assert result.exit_code == 1
        assert "letters/ผิด.md:1: D01 เลขไทยปนกับเลขอารบิก “๒๕๖6” แนะนำ: ๒๕๖๖\n" in result.stdout
        assert "letters/ผิด.md:5: C01 (คำเตือน) “ปรากฎ” สะกดผิด แนะนำ: ปรากฏ\n" in result.stdout
        assert "--fix" in result.stderr

    def test_the_sample_letter_is_clean(self, run):
        result = run("check", SAMPLE, "--format", "json")
        assert result.exit_code == 0
        said = json.loads(result.stdout)
        assert (said["checked"], said["errors"], said["warnings"]) == (1, 0, 0)

    def test_what_making_would_tell_is_told_too(self, run, office):
        (office / "letters" / "ไม่ครบ.md").write_text("เรือง: ก\n\nด้วย", encoding="utf-8")
        result = run("check", "letters/ไม่ครบ.md")
        assert result.exit_code == 1
        assert "L01 ไม่รู้จักหัวข้อ “เรือง”" in result.stdout

    def test_fix_mends_the_file_and_keeps_what_it_was(self, run, office, letter):
        result = run("check", letter, "--fix")
        assert "“๒๕๖6” → “๒๕๖๖” (D01)" in result.stdout
        assert "“ปรากฎ” → “ปรากฏ” (C01)" in result.stdout
        mended = LETTER.replace("๒๕๖6", "๒๕๖๖").replace("ปรากฎ", "ปรากฏ")
        assert (office / letter).read_text(encoding="utf-8") == mended
        assert (office / "letters" / "ผิด (ก่อนแก้).md").read_text(encoding="utf-8") == LETTER

    def test_fixed_twice_is_fixed_once(self, run, office, letter):
        run("check", letter, "--fix")
        after_once = digest(office / letter)
        assert "แก้แล้ว" not in run("check", letter, "--fix").stdout
        assert digest(office / letter) == after_once


class TestDocuments:
    def test_a_fault_is_told_with_its_place(self, run, document):
        result = run("check", document.name, "--no-layout", "--select", "B17,C01")
        assert result.exit_code == 0, "both are practice, which warns"
        lines = result.stdout.splitlines()
        assert all(line.startswith("จากหน่วยงาน.docx ย่อหน้า ") for line in lines)
        assert [line.split(": ")[1].split(" ")[0] for line in lines] == ["B17", "C01"]

    def test_annotate_writes_a_copy_and_leaves_the_original(self, run, office, document):
        before = digest(document)
        result = run("check", document.name, "--no-layout", "--annotate", "--select", "C01")
        copy = office / "จากหน่วยงาน (ตรวจแล้ว).docx"
        assert f"สำเนาที่มีความเห็น: {copy.name}" in result.stdout
        assert digest(document) == before
        [comment] = docx.Document(BytesIO(copy.read_bytes())).comments
        assert comment.text.startswith("C01 “ปรากฎ” สะกดผิด\nแนะนำ: ปรากฏ")
        assert run("check", ".", "--no-layout", "--json").exit_code in (0, 1)

    def test_a_copy_never_takes_the_place_of_another(self, run, office, document):
        for _time in range(2):
            run("check", document.name, "--no-layout", "--annotate", "--select", "C01")
        assert (office / "จากหน่วยงาน (ตรวจแล้ว).docx").exists()
        assert (office / "จากหน่วยงาน (ตรวจแล้ว) 2.docx").exists()

    def test_fix_keeps_the_looks(self, run, document):
        before = [run_.font.cs_bold for one in docx.Document(str(document)).paragraphs for run_ in one.runs]
        run("check", document.name, "--no-layout", "--fix")
        word = docx.Document(str(document))
        assert "ปรากฏ" in "\n".join(one.text for one in word.paragraphs)
        assert [run_.font.cs_bold for one in word.paragraphs for run_ in one.runs] == before

    def test_a_document_that_has_its_number_is_not_mended(self, run, office):
        letter = office / "letters" / "มีคำผิด.md"
        letter.write_text(LETTER.replace("๒๕๖6", "๒๕๖๖"), encoding="utf-8")
        assert run("issue", "letters/มีคำผิด.md", "--date", "2569-11-20").exit_code == 0
        [issued] = (office / "out").glob("*.docx")
        before = digest(issued)
        result = run("check", f"out/{issued.name}", "--no-layout", "--fix", "--json")
        assert "Q03" in [finding["code"] for finding in json.loads(result.stdout)["findings"]]
        assert digest(issued) == before

    def test_without_libreoffice_it_says_what_was_not_looked_at(self, run, document):
        said = json.loads(run("check", document.name, "--no-layout", "--json").stdout)
        codes = {finding["code"] for finding in said["findings"]}
        assert "Q01" in codes or not _asks_for_pages()


def _asks_for_pages() -> bool:
    from memogen.check import rules

    return any(rule.needs_pages for rule in rules().values())


class TestWhatCannotBeRead:
    def test_a_damaged_file_does_not_hide_the_others(self, run, office, letter):
        (office / "เสีย.docx").write_bytes(b"PK\3\4 broken")
        result = run("check", "เสีย.docx", letter)
        assert result.exit_code == 3
        assert "เสีย.docx" in result.stdout
        assert "D01" in result.stdout

    def test_a_folder_of_nothing_says_so(self, run, office):
        (office / "ว่าง").mkdir()
        result = run("check", "ว่าง")
        assert result.exit_code == 0
        assert "ไม่มีไฟล์ร่าง" in result.stderr

    def test_a_file_that_is_not_there_is_told(self, run):
        assert run("check", "ไม่มี.docx").exit_code == 3

    def test_a_readme_is_no_letter(self, run, office):
        folder = office / "เอกสาร"
        folder.mkdir()
        (folder / "README.md").write_text("# อ่านก่อน\n\nไม่ใช่หนังสือ", encoding="utf-8")
        assert json.loads(run("check", "เอกสาร", "--json").stdout)["checked"] == 0


class TestChoosing:
    def test_by_first_letters(self, run, letter):
        said = json.loads(run("check", letter, "--json", "--select", "D").stdout)
        assert {finding["code"] for finding in said["findings"]} == {"D01"}
        said = json.loads(run("check", letter, "--json", "--ignore", "d,c").stdout)
        assert not {"D01", "C01"} & {finding["code"] for finding in said["findings"]}

    def test_a_code_of_no_rule_is_refused(self, run, letter):
        assert run("check", letter, "--select", "D1").exit_code == 0, "D1 begins D10 and others"
        result = run("check", letter, "--select", "Z01")
        assert result.exit_code == 2
        assert "Z01" in result.stderr


class TestSettings:
    def tuned(self, office: Path, text: str) -> None:
        with (office / "memogen.toml").open("a", encoding="utf-8") as settings:
            settings.write(f"\n[rules]\n{text}\n")

    def test_an_office_turns_practice_off(self, run, office, letter):
        self.tuned(office, 'off = ["C01"]')
        assert "C01" not in run("check", letter).stdout

    def test_or_makes_it_a_hint(self, run, office, letter):
        self.tuned(office, 'info = ["C01"]')
        assert "C01 (แจ้งเพื่อทราบ)" in run("check", letter).stdout

    def test_but_never_the_law(self, run, office, letter):
        self.tuned(office, 'off = ["D01", "C99"]')
        result = run("check", letter)
        assert result.exit_code == 3
        assert "W15 กฎ D01 มาจาก" in result.stderr
        assert "W14" in result.stderr


def test_outside_every_workspace_documents_are_checked_too(tmp_path, document):
    elsewhere = tmp_path / "ที่อื่น"
    elsewhere.mkdir()
    (elsewhere / "ฉบับ.docx").write_bytes(document.read_bytes())
    result = run_in(elsewhere, "check", "ฉบับ.docx", "--no-layout", "--select", "C01")
    assert "C01" in result.stdout


def test_sarif_has_rule_place_and_level(run, letter):
    said = json.loads(run("check", letter, "--format", "sarif", "--select", "D01").stdout)
    [one] = said["runs"]
    [result] = one["results"]
    assert said["version"] == "2.1.0"
    assert (result["ruleId"], result["level"]) == ("D01", "error")
    rule = one["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert rule["id"] == "D01"
    place = result["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 1}
    assert place["artifactLocation"]["uri"].startswith("letters/%E0")


class TestRules:
    def test_all_are_listed(self, run):
        result = run("rules")
        assert result.exit_code == 0
        assert result.stdout.startswith("A01")

    def test_a_page_teaches(self, run):
        said = run("rules", "d01").stdout
        for heading in ("เพราะอะไร", "ผิด", "ถูก", "ที่มา", "น้ำหนัก"):
            assert heading in said

    def test_in_json(self, run):
        [rule] = json.loads(run("rules", "D01", "--json").stdout)["rules"]
        assert (rule["code"], rule["severity"], rule["basis"]) == ("D01", "error", "cabinet")

    def test_of_no_such_code(self, run):
        result = run("rules", "D99")
        assert result.exit_code == 2
        assert "ไม่มีกฎ “D99”" in result.stderr
