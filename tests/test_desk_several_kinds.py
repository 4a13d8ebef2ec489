"""One letter file, a memo inside and an external letter outside: made, issued, sent to many, checked."""

from __future__ import annotations

import csv
import json
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import pytest

from memogen import Workspace
from memogen.desk import mending
from memogen.desk.batches import Batch
from memogen.desk.inspecting import Inspector, Question
from memogen.desk.tracing import trace
from memogen.errors import InputError, MemogenError, RegisterRefusal
from memogen.findings import Severity
from memogen.model import Kind

ROOT = Path(__file__).parent.parent
SHIPPED = "2560-01-31-เวียนนโยบายคุณธรรมทั้งภายในและภายนอก"
GOVERNORS = Path("fixtures/ผู้ว่าราชการจังหวัด.xlsx")
DAY = date(2017, 1, 31)
LETTER = """ชนิด: บันทึกข้อความ
ชนิด: หนังสือภายนอก
เรื่อง: ขอเชิญประชุม
เรียน: {{ หน่วยงาน.เรียน }}
สิ่งที่ส่งมาด้วย: กำหนดการ จำนวน ๑ ฉบับ
ผู้ลงนาม: อธิบดี

ด้วยกรมส่งเสริมสหกรณ์จะจัดประชุม {% if ชนิด == "หนังสือภายนอก" %}ตามสิ่งที่ส่งมาด้วย{% else %}ตามเอกสารแนบ{% endif %}

จึงเรียนมาเพื่อโปรดทราบ
"""
ROWS = [
    ("กองคลัง", "ผู้อำนวยการกองคลัง", ""),
    ("กรมทดลอง", "อธิบดีกรมทดลอง", "หนังสือภายนอก"),
    ("กองแผนงาน", "ผู้อำนวยการกองแผนงาน", "บันทึกข้อความ"),
    ("กรมตัวอย่าง", "อธิบดีกรมตัวอย่าง", "หนังสือภายนอก"),
]


def clock() -> datetime:
    return datetime(2017, 1, 31, 3, tzinfo=UTC)


class Office:
    """A workspace with the letter of both kinds and a list that says who gets which."""

    def __init__(self, root: Path) -> None:
        shutil.copytree(ROOT / "templates", root / "templates")
        shutil.copytree(ROOT / "fixtures", root / "fixtures")
        (root / "letters").mkdir()
        shutil.copy(ROOT / "memogen.toml", root)
        shutil.copy(ROOT / f"letters/{SHIPPED}.md", root / "letters")
        self.root = root
        self.desk = Workspace.at(root)
        self.letter, self.list = root / "letters/เชิญ.md", root / "รายชื่อ.csv"
        self.letter.write_text(LETTER, encoding="utf-8")
        self.send_to(*ROWS)

    def send_to(self, *rows: tuple[str, ...], column: str = "ชนิดหนังสือ") -> None:
        with self.list.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("หน่วยงาน", "เรียน", column), *rows])

    def batch(self, letter: Path | None = None, **wish: object) -> Batch:
        return self.desk.batch(
            letter or self.letter,
            **{"to": self.list, "clock": clock, "on": DAY, "papers": False, "catchwords": False, **wish},  # type: ignore[arg-type]
        )

    def codes(self, error: type[MemogenError], **wish: object) -> list[str]:
        with pytest.raises(error) as caught:
            self.batch(**wish)
        return [finding.code for finding in caught.value.findings]

    @property
    def numbers(self) -> list[str]:
        with self.desk.register_to_read(clock=clock) as register:
            assert not [found for found in register.verify() if found.severity is Severity.ERROR]
            return [entry.number for entry in register.entries()]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def is_memo(path: Path) -> bool:
    text = words(path)
    assert ("ขอแสดงความนับถือ" in text) is ("สิ่งที่ส่งมาด้วย\t" in text) is ("ตามสิ่งที่ส่งมาด้วย" in text)
    assert ("บันทึกข้อความ" in text) is ("ตามเอกสารแนบ" in text) is ("ขอแสดงความนับถือ" not in text)
    return "บันทึกข้อความ" in text


def words(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


# --- one at a time ----------------------------------------------------------------------------------


def test_both_are_made_unless_one_is_asked_for(office: Office) -> None:
    made = office.desk.make([office.letter])
    assert [one.kind for one in made] == [Kind.MEMO, Kind.EXTERNAL]
    assert [is_memo(one.files[0]) for one in made] == [True, False]
    (one,) = office.desk.make([office.letter], kind="หนังสือภายนอก")
    assert one.files == made[1].files
    with pytest.raises(InputError) as caught:
        office.desk.make([office.letter], kind="คำสั่ง")
    (fault,) = caught.value.findings
    assert fault.code == "L56"
    assert "บันทึกข้อความ, หนังสือภายนอก" in fault.message


def test_each_kind_is_issued_under_a_number_that_it_keeps(office: Office) -> None:
    office.letter.write_text(LETTER.replace("{{ หน่วยงาน.เรียน }}", "อธิบดีกรมทดลอง"), encoding="utf-8")
    (inside,) = office.desk.issue([office.letter], clock=clock, on=DAY)
    assert (inside.kind, [found.code for found in inside.findings]) == (Kind.MEMO, ["L59"])
    (outside,) = office.desk.issue([office.letter], clock=clock, on=DAY, kind="หนังสือภายนอก")
    assert (outside.kind, outside.findings) == (Kind.EXTERNAL, ())
    for kind, first in (("บันทึกข้อความ", inside), ("หนังสือภายนอก", outside)):
        (again,) = office.desk.issue([office.letter], clock=clock, on=DAY, kind=kind)
        assert (again.again, again.number, again.sha256) == (True, first.number, first.sha256)
    assert office.numbers == ["กษ ๑๑๑๓/๑", "กษ ๑๑๑๓/๒"]
    assert [is_memo(one.files[0]) for one in (inside, outside)] == [True, False]


def test_a_kind_that_has_its_number_gets_no_second_one_when_it_is_no_longer_the_first(office: Office) -> None:
    text = LETTER.replace("{{ หน่วยงาน.เรียน }}", "อธิบดีกรมทดลอง")
    text = text.replace("สิ่งที่ส่งมาด้วย: กำหนดการ จำนวน ๑ ฉบับ\n", "")
    office.letter.write_text(text.replace("ชนิด: หนังสือภายนอก\n", ""), encoding="utf-8")
    office.desk.issue([office.letter], clock=clock, on=DAY)
    turned = text.replace("ชนิด: บันทึกข้อความ\n", "").replace(
        "ชนิด: หนังสือภายนอก", "ชนิด: หนังสือภายนอก\nชนิด: บันทึกข้อความ"
    )
    office.letter.write_text(turned, encoding="utf-8")
    with pytest.raises(RegisterRefusal) as caught:
        office.desk.issue([office.letter], clock=clock, on=DAY, kind="บันทึกข้อความ")
    assert [(found.code, "กษ ๑๑๑๓/๑" in found.message) for found in caught.value.findings] == [("N37", True)]
    assert office.numbers == ["กษ ๑๑๑๓/๑"]


def test_the_cells_of_both_kinds_are_traced(office: Office) -> None:
    (office.root / "fixtures/ก.csv").write_text("ใน,นอก\n๑,๒\n", encoding="utf-8")
    text = LETTER.replace("ผู้ลงนาม", "ข้อมูล: ก = fixtures/ก.csv\nผู้ลงนาม").replace(
        "ตามสิ่งที่ส่ง", "{{ ก[0].นอก }} ตามสิ่งที่ส่ง"
    )
    office.letter.write_text(text.replace("ตามเอกสาร", "{{ ก[0].ใน }} ตามเอกสาร"), encoding="utf-8")
    found = trace(office.desk, office.letter)
    assert [quote.column for figure in found.figures for quote in figure.quotes] == ["ใน", "นอก"]
    issued = office.batch()
    with office.desk.register_to_read(clock=clock) as register:
        (entry,) = register.entries()
        assert "ใน" in str(entry.payload)
        assert "นอก" in str(entry.payload)
    assert issued.number == "กษ ๑๑๑๓/ว๑"


# --- one list with both -----------------------------------------------------------------------------


@pytest.mark.parametrize("column", ["ชนิดหนังสือ", "ชนิด"])
def test_the_list_says_who_gets_which_under_one_number(office: Office, column: str) -> None:
    office.send_to(*ROWS, column=column)
    done = office.batch(papers=True)
    assert [is_memo(item.file) for item in done.items] == [True, False, True, False]
    assert {item.number for item in done.items} == {"กษ ๑๑๑๓/ว๑"}
    assert office.numbers == ["กษ ๑๑๑๓/ว๑"]
    assert [found.code for found in done.findings] == ["N35"]  # the form is no difference of text (H10)
    assert done.differences.parts == ("เรียน",)
    assert done.differences.empty == {}  # no kind in the list is the usual one
    names = {path.name for path in done.papers}
    assert {"พิมพ์รวม บันทึกข้อความ.docx", "พิมพ์รวม หนังสือภายนอก.docx"} <= names
    assert done.manifest
    rows = list(csv.DictReader(done.manifest.read_text(encoding="utf-8-sig").splitlines()))
    assert [row["ชนิด"] for row in rows] == ["บันทึกข้อความ", "หนังสือภายนอก", "บันทึกข้อความ", "หนังสือภายนอก"]
    listed = json.loads(done.manifest.with_suffix(".json").read_text(encoding="utf-8"))
    assert [item["kind"] for item in listed["items"]] == [row["ชนิด"] for row in rows]


def test_a_batch_of_both_goes_on_with_the_same_bytes(office: Office) -> None:
    done = office.batch(jobs=2)
    before = {item.file: item.file.read_bytes() for item in done.items}
    for item in done.items[:2]:
        item.file.unlink()
    again = office.batch(resume=True)
    assert [item.outcome for item in again.items] == ["made", "made", "skipped", "skipped"]
    assert {item.file: item.file.read_bytes() for item in again.items} == before
    office.letter.write_text(LETTER.replace("ตามสิ่งที่ส่งมาด้วย", "ตามแนบ"), encoding="utf-8")
    assert office.codes(RegisterRefusal, resume=True) != []  # the second kind was changed after its number
    assert office.numbers == ["กษ ๑๑๑๓/ว๑"]


def test_numbers_of_their_own_and_drafts_follow_the_list_too(office: Office) -> None:
    assert [is_memo(item.file) for item in office.batch(number="none").items] == [True, False, True, False]
    each = office.batch(number="each", out=office.root / "out/each")
    assert [is_memo(item.file) for item in each.items] == [True, False, True, False]
    assert office.numbers == [f"กษ ๑๑๑๓/{n}" for n in "๑๒๓๔"]


def test_words_that_differ_by_recipient_within_a_kind_are_still_told(office: Office) -> None:
    office.letter.write_text(LETTER.replace("ตามสิ่งที่ส่ง", "{{ หน่วยงาน.ชื่อ }} ตามสิ่งที่ส่ง"), encoding="utf-8")
    assert [found.code for found in office.batch().findings] == ["N35", "H10"]


def test_a_column_that_only_the_other_kind_prints_may_be_empty(office: Office) -> None:
    office.letter.write_text(
        LETTER.replace("ผู้ลงนาม", "สำเนาส่ง: {{ หน่วยงาน.สำเนา }}\nผู้ลงนาม"), encoding="utf-8"
    )
    text = office.list.read_text(encoding="utf-8").splitlines()
    tails = ("สำเนา", "", "กรม ก", "", "กรม ข")
    rows = [f"{line},{tail}" for line, tail in zip(text, tails, strict=True)]
    office.list.write_text("\n".join(rows), encoding="utf-8")
    assert len(office.batch(number="none").copies) == 4
    rows[2] = rows[2].removesuffix("กรม ก")
    office.list.write_text("\n".join(rows), encoding="utf-8")
    assert office.codes(InputError, number="none") == ["N21", "N35"]


def test_a_row_with_another_kind_stops_all(office: Office) -> None:
    office.send_to(*ROWS, ("กองอื่น", "ก", "คำสั่ง"), ("กองใด", "ข", "ภายนอก"))
    assert office.codes(InputError) == ["N34", "N34"]
    assert office.numbers == []


def test_kinds_with_books_of_their_own_are_no_batch(office: Office) -> None:
    office.letter.write_text(LETTER.replace("ชนิด: หนังสือภายนอก", "ชนิด: คำสั่ง"), encoding="utf-8")
    office.send_to(("ก", "ก", "บันทึกข้อความ"), ("ข", "ข", "คำสั่ง"))
    text = LETTER.replace("หนังสือภายนอก", "คำสั่ง")
    office.letter.write_text(text, encoding="utf-8")
    assert office.codes(InputError, number="each") == ["N36"]
    assert office.numbers == []


# --- two lists --------------------------------------------------------------------------------------


def test_the_shipped_circular_goes_to_units_inside_and_to_all_governors_outside(office: Office) -> None:
    letter = office.root / f"letters/{SHIPPED}.md"
    inside = office.batch(letter, to=None)
    outside = office.batch(letter, to=office.root / GOVERNORS, kind="หนังสือภายนอก")
    assert (len(inside.copies), len(outside.copies)) == (15, 76)
    assert [inside.folder.name, outside.folder.name] == [SHIPPED, f"{SHIPPED} หนังสือภายนอก"]
    assert office.numbers == ["กษ ๑๑๑๓/ว๑", "กษ ๑๑๑๓/ว๒"]
    assert [found.code for done in (inside, outside) for found in done.findings] == []
    memo, external = words(inside.items[0].file), words(outside.items[-1].file)
    for fact in ("๒๐ มกราคม ๒๕๖๐", "๔ เมษายน ๒๕๖๐", "๓๑ สิงหาคม ๒๕๖๐"):
        assert fact in memo.replace("\u00a0", " ")
        assert fact in external.replace("\u00a0", " ")
    assert "เอกสารแนบ ๓" in memo.replace("\u00a0", " ")
    assert "สิ่งที่ส่งมาด้วย" not in memo
    assert "ผู้ว่าราชการจังหวัด" in external
    assert "เอกสารแนบ" not in external
    inside.items[3].file.unlink()
    outside.items[3].file.unlink()
    again = office.batch(letter, to=None, resume=True)
    assert [item.outcome for item in again.items].count("made") == 1
    again = office.batch(letter, to=office.root / GOVERNORS, kind="หนังสือภายนอก", resume=True)
    assert [item.outcome for item in again.items].count("made") == 1
    _count, told = office.desk.check_register(clock=clock)
    assert [found.code for found in told if found.severity is Severity.ERROR] == []


def test_a_memo_issued_once_and_a_circular_outside_are_of_one_file(office: Office) -> None:
    text = LETTER.replace(
        "{{ หน่วยงาน.เรียน }}",
        '{% if ชนิด == "หนังสือภายนอก" %}{{ หน่วยงาน.เรียน }}{% else %}ผู้อำนวยการกอง{% endif %}',
    )
    office.letter.write_text(text, encoding="utf-8")
    (memo,) = office.desk.issue([office.letter], clock=clock, on=DAY, kind="บันทึกข้อความ")
    office.send_to(*((name, to, "") for name, to, _kind in ROWS))
    assert office.codes(RegisterRefusal) == ["N23"]
    done = office.batch(kind="หนังสือภายนอก")
    assert not any(is_memo(item.file) for item in done.items)
    assert {*office.numbers} == {memo.number, "กษ ๑๑๑๓/ว๑"}


# --- the check --------------------------------------------------------------------------------------


def inspector(office: Office) -> Inspector:
    return Inspector(office.desk, Question(layout=False), clock=clock)


def test_a_letter_is_checked_as_each_of_its_kinds_and_a_fault_told_once(office: Office) -> None:
    assert inspector(office).look(office.letter).findings == ()
    text = LETTER.replace("สหกรณ์จะ", "สหกรณ์  จะ").replace("ผู้ลงนาม", "ทั้งนี้: ตั้งแต่บัดนี้\nผู้ลงนาม")
    office.letter.write_text(text, encoding="utf-8")
    told = [(found.code, found.line) for found in inspector(office).look(office.letter).findings]
    assert told == [("L06", 6), ("C08", 9)]
    lone = LETTER.replace("ตามเอกสารแนบ", "ตามเอกสารแนบบ  นี้").replace("ตามสิ่งที่", "ตาม  สิ่งที่")
    office.letter.write_text(lone, encoding="utf-8")
    spots = [found.fault.text for found in inspector(office).look(office.letter).found]
    assert len(spots) == 2


def test_what_is_mended_is_mended_once_in_the_words_of_every_kind(office: Office) -> None:
    text = LETTER.replace("กรมส่งเสริมสหกรณ์จะ", "กรมส่งเสริมสหกรณ์  จะ").replace("ตามเอกสาร", "ตาม  เอกสาร")
    office.letter.write_text(text.replace("ตามสิ่งที่", "ตาม  สิ่งที่"), encoding="utf-8")
    assert mending.mend(inspector(office), office.letter)
    mended = office.letter.read_text(encoding="utf-8")
    assert mended == LETTER.replace("สหกรณ์จะ", "สหกรณ์ จะ").replace("ตามเอกสาร", "ตาม เอกสาร").replace(
        "ตามสิ่งที่", "ตาม สิ่งที่"
    )
