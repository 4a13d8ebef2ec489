"""`register`: a clerk's work with the books, and what is said when it cannot be done."""

from __future__ import annotations

import csv
import json
import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cases import each
from click.testing import CliRunner, Result

from memogen.cli import cli
from memogen.cli.register import COMMANDS
from memogen.cli.seat import Seat
from memogen.proof import read_docx
from memogen.sheets import read_table

MORNING = datetime(2026, 1, 7, 2, 30, tzinfo=UTC)
NUMBER = "กต ๐๐๐๐/{}"

LETTER = """\
เรื่อง: {subject}
เรียน: อธิบดี
ผู้ลงนาม: หัวหน้ากลุ่ม

ด้วยกลุ่มตัวอย่างจะจัดประชุม

จึงเรียนมาเพื่อโปรดพิจารณาอนุมัติ
"""

Run = Callable[..., Result]


def run_in(folder: Path, *words: str, at: datetime = MORNING) -> Result:
    seat = Seat(folder, {**os.environ, "USER": "ธุรการ"}, False, clock=lambda: at)
    return CliRunner().invoke(cli, words, obj=seat)


@pytest.fixture
def run(office: Path) -> Run:
    """`register` and its words, in the workspace."""

    def run(*words: str, at: datetime = MORNING) -> Result:
        return run_in(office, "register", *words, at=at)

    return run


def letter(office: Path, name: str, subject: str = "ขออนุมัติ", heads: str = "") -> str:
    (office / "letters" / f"{name}.md").write_text(heads + LETTER.format(subject=subject), encoding="utf-8")
    return f"letters/{name}.md"


def issue(office: Path, name: str, subject: str = "ขออนุมัติ", heads: str = "") -> Result:
    result = run_in(office, "issue", letter(office, name, subject, heads))
    assert result.exit_code == 0, result.stderr
    return result


def told(result: Result) -> Any:
    assert result.stderr == ""
    return json.loads(result.stdout)


def entries(run: Run, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = told(run("list", *words, "--json"))["entries"]
    return found


def states(run: Run) -> dict[int, str]:
    return {entry["serial"]: entry["status"] for entry in entries(run)}


# --- a clerk's days -------------------------------------------------------------------------------


def test_a_clerks_week(run: Run, office: Path, tmp_path: Path) -> None:
    assert run("open", "--floor", "๖๕๒").stdout.endswith("เลขถัดไปคือ กต ๐๐๐๐/๖๕๓\n")
    assert run("reserve", "--holder", "กองคลัง", "--purpose", "งบประมาณ", "--due", "31 ม.ค. 69").exit_code == 0
    issue(office, "ก", "ขออนุมัติโครงการ")
    issue(office, "ข", "ขอใช้เลขที่จองไว้", heads="ที่: กต 0000/653\n")
    assert states(run) == {653: "issued", 654: "issued"}
    assert "ห้ามส่ง" in run("void", "654", "--reason", "พิมพ์ผิด").stderr
    assert run("dispatch", "กต0000/๖๕๓", "--way", "ไปรษณีย์ลงทะเบียน", "--on", "8 ม.ค. 69").exit_code == 0
    assert states(run) == {653: "dispatched", 654: "void"}

    assert run("check").exit_code == 1
    (office / "out" / "กต ๐๐๐๐-๖๕๔ ขออนุมัติโครงการ.docx").unlink()
    assert run("check").exit_code == 0
    verified = run("verify")
    assert verified.exit_code == 0
    assert verified.stdout.startswith("ทะเบียนครบถ้วน ")
    exported = told(run("export", "--json"))
    assert (exported["books"], exported["entries"]) == (1, 2)
    assert exported["head"] == verified.stdout.strip().rpartition(":")[2]
    assert run("certificate").exit_code == 0

    assert run("backup", "../สำรอง.db").exit_code == 0
    elsewhere = tmp_path / "ที่ใหม่"
    shutil.copytree(office, elsewhere, ignore=shutil.ignore_patterns("register*", "out"))
    assert run_in(elsewhere, "register", "restore", "../สำรอง.db").exit_code == 0
    there = json.loads(run_in(elsewhere, "register", "list", "--json").stdout)["entries"]
    assert there == entries(run)
    assert run_in(elsewhere, "register", "next").stdout == "กต ๐๐๐๐/๖๕๕\n"


def test_a_restore_gives_no_number_again(run: Run, office: Path) -> None:
    issue(office, "ก")
    run("backup", "สำรอง.db")
    issue(office, "ข", "หลังสำรอง")
    run("reserve", "--holder", "กองคลัง")
    result = run("restore", "สำรอง.db")
    assert result.exit_code == 0
    assert "ทะเบียนเดิมเก็บไว้ที่ register ก่อนกู้ 1.db" in result.stdout
    assert states(run) == {1: "issued", 2: "issued", 3: "reserved"}
    assert run("next").stdout == "กต ๐๐๐๐/๔\n"
    assert run("verify").exit_code == 0
    assert run_in(office, "issue", "letters/ข.md").stdout.startswith("ออกเลขไว้แล้ว: กต ๐๐๐๐/๒")


def test_without_the_mirror_the_documents_keep_a_number_from_being_given_again(
    run: Run, office: Path
) -> None:
    issue(office, "ก")
    run("backup", "สำรอง.db")
    issue(office, "ข", "หลังสำรอง")
    for path in office.glob("register.*"):
        path.unlink()
    assert run("restore", "สำรอง.db").exit_code == 0
    assert run("next").stdout == "กต ๐๐๐๐/๓\n"


def test_what_is_no_backup_leaves_the_register_as_it_was(run: Run, office: Path) -> None:
    issue(office, "ก")
    (office / "x.db").write_bytes(b"x" * 5000)
    before = (office / "register.db").read_bytes()
    result = run("restore", "x.db")
    assert result.exit_code == 4
    assert result.stderr.startswith("x.db: R97 ")
    assert (office / "register.db").read_bytes() == before
    assert run("restore", "ไม่มี.db").exit_code == 3


# --- numbers --------------------------------------------------------------------------------------


def test_the_next_number_of_an_office_without_a_register_makes_none(run: Run, office: Path) -> None:
    assert told(run("next", "--json")) == {
        "series": "กต ๐๐๐๐",
        "circular": False,
        "year_be": 2569,
        "serial": 1,
        "number": "กต ๐๐๐๐/๑",
    }
    assert entries(run) == []
    assert not list(office.glob("register*"))


@pytest.mark.parametrize(
    ("words", "number"),
    [
        (("--kind", "เวียน"), "กต ๐๐๐๐/ว๑"),
        (("--kind", "circular"), "กต ๐๐๐๐/ว๑"),
        (("--kind", "คำสั่ง"), "๑/๒๕๖๙"),
        (("--kind", "รับรอง", "--year", "2027"), "๑/๒๕๗๐"),
        (("--kind", "รับ"), "๑"),
        (("--code", "กษ1113"), "กษ ๑๑๑๓/๑"),
        (("--year", "๗๐"), "กต ๐๐๐๐/๑"),
    ],
)
def test_each_book_has_its_own_next_number(run: Run, words: tuple[str, ...], number: str) -> None:
    assert run("next", *words).stdout == f"{number}\n"


def test_a_shared_series_marks_its_circulars(run: Run, office: Path) -> None:
    toml = office / "memogen.toml"
    settings = toml.read_text(encoding="utf-8").replace(
        'circular_series = "own"', 'circular_series = "ordinary"'
    )
    toml.write_text(settings, encoding="utf-8")
    run("reserve", "--holder", "กองคลัง")
    assert run("next", "--kind", "เวียน").stdout == "กต ๐๐๐๐/ว๒\n"
    run("reserve", "--holder", "กองคลัง", "--kind", "เวียน")
    assert [entry["number"] for entry in entries(run, "--kind", "เวียน")] == ["กต ๐๐๐๐/ว๒"]
    assert run("release", "ว2").exit_code == 0


def test_reserved_numbers_are_told_and_one_not_used_goes_back(run: Run) -> None:
    result = run("reserve", "--holder", "กองคลัง", "--count", "๓")
    assert result.stdout == "".join(f"จองแล้ว: กต ๐๐๐๐/{n} ให้ กองคลัง\n" for n in "๑๒๓")
    assert run("release", "2", "๓", "--reason", "ไม่ได้ใช้").exit_code == 0
    assert states(run) == {1: "reserved", 2: "void", 3: "void"}
    assert "ไม่ได้ใช้" in str(entries(run)[1]["reason"])


def test_a_dry_run_of_a_reservation_spends_nothing(run: Run, office: Path) -> None:
    result = run("reserve", "--holder", "กองคลัง", "--count", "2", "--dry-run")
    assert result.stdout == "จะจองได้: กต ๐๐๐๐/๑, กต ๐๐๐๐/๒\n"
    assert not list(office.glob("register*"))


@pytest.mark.parametrize("typed", ["2", "๒", "กต0000/2", "กต ๐๐๐๐/๒", "ที่ กต ๐๐๐๐/๒"])
def test_a_number_is_typed_as_people_type_it(run: Run, typed: str) -> None:
    run("reserve", "--holder", "กองคลัง", "--count", "3")
    assert run("void", typed, "--reason", "ลอง").exit_code == 0
    assert states(run)[2] == "void"


def test_an_order_is_typed_with_its_year(run: Run) -> None:
    run("reserve", "--holder", "กองคลัง", "--kind", "คำสั่ง")
    assert run("void", "1/2569", "--reason", "ลอง").exit_code == 2
    assert run("void", "1/2569", "--reason", "ลอง", "--kind", "คำสั่ง").exit_code == 0


def test_several_numbers_change_together_or_not_at_all(run: Run) -> None:
    run("reserve", "--holder", "กองคลัง", "--count", "2")
    assert run("void", "1", "9", "--reason", "ลอง").exit_code == 4
    assert states(run) == {1: "reserved", 2: "reserved"}


def test_a_dispatched_letter_cannot_be_void(run: Run, office: Path) -> None:
    issue(office, "ก")
    run("dispatch", "1", "--way", "นำส่ง")
    result = run("void", "1", "--reason", "พิมพ์ผิด")
    assert result.exit_code == 4
    assert "ส่งแล้ว" in result.stderr


def test_who_got_it_is_the_addressee_unless_another_is_named(run: Run, office: Path) -> None:
    issue(office, "ก")
    issue(office, "ข", "อีกเรื่อง")
    assert run("dispatch", "1", "--way", "นำส่ง").stdout == "ส่งแล้ว: กต ๐๐๐๐/๑ ทางนำส่ง ถึง อธิบดี\n"
    assert "ถึง เลขานุการกรม" in run("dispatch", "2", "--way", "นำส่ง", "--to", "เลขานุการกรม").stdout


# --- wrong words ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("next", "--kind", "ส่งๆ"), 2, "ไม่รู้จักทะเบียน “ส่งๆ”"),
        (("next", "--code", "กต"), 2, "อ่านรหัส “กต” ไม่ได้"),
        (("next", "--year", "ปีนี้"), 2, "อ่านปี “ปีนี้” ไม่ได้"),
        (("next", "--year", "9999"), 2, "อ่านปี “9999” ไม่ได้"),
        (("open", "--floor", "หกร้อย"), 2, "อ่านจำนวน “หกร้อย” ไม่ได้"),
        (("open", "--floor", "-1"), 2, "อ่านจำนวน “-1” ไม่ได้"),
        (("reserve",), 2, "--holder"),
        (("reserve", "--holder", "ก", "--count", "0"), 2, "อ่านจำนวน “0” ไม่ได้"),
        (("reserve", "--holder", "ก", "--due", "30 ก.พ. 69"), 2, "ไม่มีวันที่ ๓๐"),
        (("reserve", "--holder", " "), 4, "ยังไม่ได้ระบุชื่อผู้จองเลข"),
        (("void", "1"), 2, "--reason"),
        (("void", "1", "--reason", "ลอง"), 4, "ไม่มีเลขที่ กต ๐๐๐๐/๑ ในทะเบียน"),
        (("void", "หนึ่ง", "--reason", "ลอง"), 2, "เลขที่ “หนึ่ง” ไม่มีเครื่องหมายทับ"),
        (("void", "กต0000/", "--reason", "ลอง"), 2, "“กต0000/” ยังไม่มีเลขทะเบียน"),
        (("dispatch", "1"), 2, "--way"),
        (("dispatch", "1", "--way", "นำส่ง"), 4, "ไม่มีเลขที่"),
        (("show", "9"), 4, "ไม่มีเลข กต ๐๐๐๐/๙ ในทะเบียนหนังสือส่ง กต ๐๐๐๐ พ.ศ. ๒๕๖๙"),
        (("list", "--status", "หาย"), 2, "ไม่รู้จักสถานะ “หาย”"),
        (("receive", "--from", "ก", "--to", "ข"), 2, "--subject"),
        (("receive", "--from", "ก", "--to", "ข", "--subject", "ค", "--at", "25.00"), 2, "ไม่มีเวลา “25.00”"),
        (
            ("receive", "--from", "ก", "--to", "ข", "--subject", "ค", "--stamp", "memogen.toml"),
            2,
            ".docx และ .pdf",
        ),
        (("import", "ไม่มี.xlsx"), 3, "ไม่มี.xlsx"),
        (("backup", "สำรอง.db"), 4, "ยังไม่มีทะเบียน"),
        (("export",), 4, "ยังไม่มีทะเบียนที่ตรงกับ"),
        (("certificate",), 4, "ยังไม่มีทะเบียนที่ตรงกับ"),
        (("verify", "--anchor", "จำไม่ได้"), 2, "อ่านหลักยึด “จำไม่ได้” ไม่ได้"),
        (("หาย",), 2, "หาย"),
    ],
)
def test_what_cannot_be_is_refused_in_thai(
    run: Run, office: Path, words: tuple[str, ...], code: int, sentence: str
) -> None:
    result = run(*words)
    assert result.exit_code == code, result.output
    assert sentence in result.stderr
    assert entries(run) == []


def test_a_number_of_another_year_is_pointed_out(run: Run) -> None:
    run("reserve", "--holder", "กองคลัง", at=MORNING - timedelta(days=30))
    result = run("show", "1")
    assert result.exit_code == 4
    assert "มีเลขนี้ในปี ๒๕๖๘ บอกปีด้วย --year" in result.stderr
    assert run("show", "1", "--year", "68").exit_code == 0


def test_a_newer_floor_below_the_last_number_is_refused(run: Run) -> None:
    run("open", "--floor", "10")
    run("reserve", "--holder", "กองคลัง")
    assert run("open", "--floor", "5").exit_code == 4
    assert run("next").stdout == "กต ๐๐๐๐/๑๒\n"


# --- looking --------------------------------------------------------------------------------------


def test_the_list_has_the_keys_of_the_contract(run: Run, office: Path) -> None:
    issue(office, "ก", "ขออนุมัติโครงการ", heads="วันที่: 5 ม.ค. 69\n")
    (entry,) = entries(run)
    assert entry["sha256"]
    assert {**entry, "sha256": "…"} == {
        "series": "กต ๐๐๐๐",
        "circular": False,
        "year_be": 2569,
        "serial": 1,
        "number": "กต ๐๐๐๐/๑",
        "status": "issued",
        "dated": "2026-01-05",
        "from": "กลุ่มตัวอย่าง",
        "to": "อธิบดี",
        "subject": "ขออนุมัติโครงการ",
        "action": "",
        "note": "",
        "letter": "letters/ก.md",
        "sha256": "…",
        "reason": None,
    }


def test_the_list_is_searched_as_people_type(run: Run, office: Path) -> None:
    issue(office, "ก", "ขออนุมัติจัดประชุมใหญ่", heads="วันที่: 5 ม.ค. 69\n")
    issue(office, "ข", "ส่งรายงาน", heads="วันที่: 6 ม.ค. 69\n")
    run("reserve", "--holder", "กองคลัง")
    for words, serials in [
        (("กต0000", "2"), [2]),
        (("ประชุม",), [1]),
        (("ม.ค.", "69"), [1, 2]),
        (("--status", "จอง"), [3]),
        (("ไม่มีคำนี้",), []),
    ]:
        assert [entry["serial"] for entry in entries(run, *words)] == serials, words


def test_what_was_typed_with_its_marks_awry_is_found(run: Run) -> None:
    run("reserve", "--holder", "กลุ่ม\u200bนำ้  บาดาล")
    assert [entry["serial"] for entry in entries(run, "น้ำบาดาล")] == [1]


def test_the_list_is_a_line_each(run: Run, office: Path) -> None:
    issue(office, "ก", "ขออนุมัติโครงการ", heads="วันที่: 5 ม.ค. 69\n")
    run("reserve", "--holder", "กองคลัง", "--purpose", "งบประมาณ")
    result = run("list")
    assert result.stdout.splitlines() == [
        "กต ๐๐๐๐/๑  ๕ ม.ค. ๖๙  ออกแล้ว  ขออนุมัติโครงการ (ถึง อธิบดี)",
        "กต ๐๐๐๐/๒             จองไว้   กองคลัง งบประมาณ",
    ]
    assert result.stderr == "พบ 2 รายการ จาก 2 รายการ\n"


def test_one_number_tells_its_whole_story(run: Run, office: Path) -> None:
    run("reserve", "--holder", "กองคลัง", "--purpose", "งบประมาณ")
    issue(office, "ก", "ขออนุมัติโครงการ", heads="ที่: กต 0000/1\n")
    run("dispatch", "1", "--way", "นำส่ง")
    story = told(run("show", "1", "--json"))
    assert story["entry"]["number"] == "กต ๐๐๐๐/๑"
    assert [(event["action"], event["actor"]) for event in story["story"]] == [
        ("reserve", "ธุรการ"),
        ("issue", "ธุรการ"),
        ("dispatch", "ธุรการ"),
    ]
    lines = run("show", "1").stdout.splitlines()
    assert lines[0] == "กต ๐๐๐๐/๑  ส่งแล้ว  ทะเบียนหนังสือส่ง กต ๐๐๐๐ พ.ศ. ๒๕๖๙"
    assert lines[-3:] == [
        "๗ ม.ค. ๖๙ ๐๙.๓๐ น.  ธุรการ  จองให้ กองคลัง งบประมาณ",
        "๗ ม.ค. ๖๙ ๐๙.๓๐ น.  ธุรการ  ออกเลขให้ “ขออนุมัติโครงการ” ถึง อธิบดี",
        "๗ ม.ค. ๖๙ ๐๙.๓๐ น.  ธุรการ  ส่งทางนำส่ง ถึง อธิบดี",
    ]


# --- letters that come in -------------------------------------------------------------------------


def test_a_received_letter_has_its_number_day_and_time(run: Run) -> None:
    words = ("--from", "กรมบัญชีกลาง", "--to", "อธิบดี", "--subject", "ซ้อมความเข้าใจ")
    result = run("receive", *words, "--number", "กค 0405.2/ว89", "--dated", "20/12/68", "--at", "8.15")
    assert result.stdout == "เลขรับ ๑ วันที่ ๗ มกราคม ๒๕๖๙ เวลา ๐๘.๑๕ น.\n"
    (entry,) = entries(run, "--kind", "รับ")
    assert (entry["number"], entry["from"], entry["subject"]) == ("๑", "กรมบัญชีกลาง", "ซ้อมความเข้าใจ")
    assert run("show", "1", "--kind", "รับ").stdout.startswith("๑  รับแล้ว  ทะเบียนหนังสือรับ")
    assert [entry["serial"] for entry in entries(run, "กค0405.2/ว89")] == [1]


def test_the_stamp_is_on_a_copy(run: Run, office: Path) -> None:
    issue(office, "ก")
    (paper,) = (office / "out").glob("*.docx")
    before = paper.read_bytes()
    words = ("--from", "กองคลัง", "--to", "อธิบดี", "--subject", "ขออนุมัติ", "--stamp", str(paper))
    assert run("receive", *words, "--out", "รับ/สำเนา.docx").exit_code == 0
    assert paper.read_bytes() == before
    text = read_docx((office / "รับ" / "สำเนา.docx").read_bytes(), file="x").text
    assert "๗ ม.ค." in text or "มกราคม" in text


@pytest.mark.layout
def test_a_pdf_is_stamped_too(run: Run, office: Path) -> None:
    told(run_in(office, "issue", letter(office, "ก"), "--pdf", "--json"))
    (paper,) = (office / "out").glob("*.pdf")
    words = ("--from", "กองคลัง", "--to", "อธิบดี", "--subject", "ขออนุมัติ", "--stamp", str(paper))
    assert run("receive", *words, "--out", "สำเนา.pdf").exit_code == 0
    assert (office / "สำเนา.pdf").read_bytes().startswith(b"%PDF")


# --- the last check, and the proof ----------------------------------------------------------------


def test_check_has_the_shape_of_the_contract(run: Run, office: Path) -> None:
    issue(office, "ก")
    assert told(run("check", "--json")) == {"checked": 1, "findings": [], "errors": 0, "warnings": 0}


def test_check_names_the_line_of_a_cited_letter_that_is_not_there(run: Run, office: Path) -> None:
    issue(office, "ก")
    cited = "ตามหนังสือกลุ่มตัวอย่าง ที่ กต ๐๐๐๐/๗๗ ลงวันที่ ๓ มกราคม ๒๕๖๙ แจ้งว่า"
    path = office / letter(office, "ข")
    path.write_text(path.read_text(encoding="utf-8").replace("ด้วยกลุ่ม", f"{cited} กลุ่ม"), encoding="utf-8")
    findings = told(run("check", "--json"))["findings"]
    assert [(finding["code"], finding["file"], finding["line"]) for finding in findings] == [
        ("R15", "letters/ข.md", 5)
    ]


def test_check_finds_a_document_changed_after_issue(run: Run, office: Path) -> None:
    issue(office, "ก")
    (path,) = (office / "out").glob("*.docx")
    content = path.read_bytes()
    issue(office, "ข", "อีกเรื่อง")
    other = next(found for found in (office / "out").glob("*.docx") if found != path)
    other.write_bytes(content)
    result = run("check", "--json")
    findings = json.loads(result.stdout)["findings"]
    assert findings
    assert result.exit_code in (0, 1)
    path.write_bytes(content[:-30])
    assert run("check").exit_code == 1


def test_check_lets_drafts_without_a_number_be(run: Run, office: Path) -> None:
    issue(office, "ก")
    assert run_in(office, "make", "letters/ก.md", letter(office, "ข")).exit_code == 0
    assert told(run("check", "--json"))["findings"] == []


def test_an_old_reservation_is_told_after_the_days_of_the_settings(run: Run, office: Path) -> None:
    run("reserve", "--holder", "กองคลัง")
    later = MORNING + timedelta(days=10)
    assert json.loads(run("check", "--json", at=later).stdout)["findings"] == []
    toml = office / "memogen.toml"
    settings = toml.read_text(encoding="utf-8").replace("reservation_days = 30", "reservation_days = 7")
    toml.write_text(settings, encoding="utf-8")
    assert [f["code"] for f in json.loads(run("check", "--json", at=later).stdout)["findings"]] == ["R09"]


def test_tampering_ends_with_one_and_names_the_number(run: Run, office: Path) -> None:
    import sqlite3

    issue(office, "ก")
    with sqlite3.connect(office / "register.db") as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE entries SET subject = 'แก้'")
    connection.close()
    result = run("verify", "--json")
    assert result.exit_code == 1
    told = json.loads(result.stdout)
    assert told["errors"] >= 1
    assert any("กต ๐๐๐๐/๑" in finding["message"] for finding in told["findings"])


def test_an_anchor_noted_earlier_proves_the_trail(run: Run, office: Path) -> None:
    issue(office, "ก")
    anchor = run("verify").stdout.strip().rpartition(" ")[2]
    issue(office, "ข", "อีกเรื่อง")
    assert run("verify", "--anchor", anchor).exit_code == 0
    count, _colon, head = anchor.partition(":")
    assert run("verify", "--anchor", f"{count}:{head[::-1]}").exit_code == 1
    assert (
        run("verify", "--anchor", f"{count} เหตุการณ์ {head[:16]}").exit_code == 0
    )  # as a certificate prints it
    assert run("verify", "--anchor", f"{count}:{head[:15]}").exit_code == 2


def test_an_older_register_refuses_to_write_until_it_is_reconciled(run: Run, office: Path) -> None:
    issue(office, "ก")
    run("backup", "สำรอง.db")
    issue(office, "ข", "หลังสำรอง")
    for path in office.glob("register.db*"):
        path.unlink()
    shutil.copy(office / "สำรอง.db", office / "register.db")
    refused = run("reserve", "--holder", "กองคลัง")
    assert refused.exit_code == 4
    assert "memogen register reconcile" in refused.stderr
    assert run("verify", "--reconcile").exit_code == 0
    assert states(run) == {1: "issued", 2: "issued"}
    assert "ไม่มีสิ่งใดต้องนำกลับ" in run("reconcile").stdout


# --- papers ---------------------------------------------------------------------------------------

BOOK = [
    ["ทะเบียนหนังสือส่ง ปี 2569", "", "", "", "", "", "", ""],
    ["เลขทะเบียนส่ง", "ที่", "ลงวันที่", "จาก", "ถึง", "เรื่อง", "การปฏิบัติ", "หมายเหตุ"],
    ["๑", "กต 0000/1", "๒ ม.ค. ๖๙", "กลุ่มตัวอย่าง", "อธิบดี", "ขออนุมัติ", "", ""],
    ["2", "กต 0000/2", "5/1/2569", "กลุ่มตัวอย่าง", "กองคลัง", "ส่งเอกสาร", "", "ยกเลิก พิมพ์ผิด"],
    ["๔", "กต 0000/4", "6 ม.ค. 2569", "กลุ่มตัวอย่าง", "กองคลัง", "=1+1", "", ""],
]


def old_book(office: Path) -> str:
    with (office / "เล่มเดิม.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(BOOK)
    return "เล่มเดิม.csv"


def test_an_old_book_is_adopted_and_goes_on(run: Run, office: Path) -> None:
    result = run("import", old_book(office))
    assert result.exit_code == 1
    assert "เพิ่มในทะเบียนแล้ว 3 เลข" in result.stdout
    assert "R03" in result.stderr
    assert states(run) == {1: "issued", 2: "void", 4: "issued"}
    assert run("next").stdout == "กต ๐๐๐๐/๕\n"
    again = json.loads(run("import", "เล่มเดิม.csv", "--json").stdout)
    assert (again["read"], again["new"]) == (3, 0)


def test_a_dry_run_of_an_import_changes_nothing(run: Run, office: Path) -> None:
    result = run("import", old_book(office), "--dry-run")
    assert "จะเพิ่มในทะเบียน 3 เลข" in result.stdout
    assert not list(office.glob("register*"))


def test_what_was_exported_is_imported_again_without_loss(run: Run, office: Path, tmp_path: Path) -> None:
    run("import", old_book(office))
    assert run("export", "--out", "ทะเบียน.xlsx").exit_code == 0
    assert read_table(office / "ทะเบียน.xlsx", None, file="x").rows
    elsewhere = tmp_path / "ที่ใหม่"
    shutil.copytree(office, elsewhere, ignore=shutil.ignore_patterns("register*"))
    run_in(elsewhere, "register", "import", "ทะเบียน.xlsx")
    there = json.loads(run_in(elsewhere, "register", "list", "--json").stdout)["entries"]
    assert there == entries(run)


def test_the_certificate_accounts_for_every_number(run: Run, office: Path) -> None:
    run("open", "--floor", "10")
    issue(office, "ก")
    run("reserve", "--holder", "กองคลัง")
    assert "มีคำอธิบายครบทุกเลข" in run("certificate").stdout
    assert told(run("certificate", "--json"))["reserved"] == [12]
    assert run("certificate", "--out", "รับรอง.txt").stdout == "เขียนแล้ว: รับรอง.txt\n"
    assert "นายทะเบียน" in (office / "รับรอง.txt").read_text(encoding="utf-8-sig")


def test_a_gap_is_not_certified(run: Run, office: Path) -> None:
    run("import", old_book(office))
    result = run("certificate")
    assert result.exit_code == 1
    assert "รับรองไม่ได้" in result.stdout


# --- help and language ----------------------------------------------------------------------------


@each("command", [command.name or "" for command in COMMANDS])
def test_every_command_explains_itself(run: Run, command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "วิธีใช้:" in result.stdout
    assert f"  {command} " in run("--help").stdout


def test_it_speaks_english_when_asked(office: Path) -> None:
    result = run_in(office, "--lang", "en", "register", "reserve", "--holder", "Finance")
    assert result.stdout == "Reserved: กต ๐๐๐๐/๑ for Finance\n"


def test_the_doctor_tells_of_the_register(run: Run, office: Path, without_libreoffice: None) -> None:
    def row() -> dict[str, str]:
        checks = json.loads(run_in(office, "doctor", "--json").stdout)["checks"]
        return next(check for check in checks if check["name"] == "register")

    assert row()["status"] == "info"
    issue(office, "ก")
    assert (row()["status"], row()["detail"].split()[0]) == ("ok", "register.db")
    (office / "register.db").write_bytes(b"x" * 5000)
    assert row()["status"] == "missing"
    assert run_in(office, "doctor").exit_code == 0
