"""Issuing: number, document and row are one act, and the same letter keeps what it was given."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from memogen import Workspace
from memogen.books import Book, BookKind, Status
from memogen.desk import IssuedLetter
from memogen.desk.receiving import Arrival
from memogen.errors import InputError, OutputError, RegisterRefusal, Unsendable, UsageError
from memogen.findings import Severity
from memogen.proof import head_fields, read_docx
from memogen.render import custom_properties, made_by_us

ROOT = Path(__file__).parent.parent
CODE = "กษ ๑๑๑๓"
NOON = datetime(2023, 3, 27, 5, 0, tzinfo=UTC)  # noon in Bangkok

SETTINGS = """\
[office]
name = "กรมตัวอย่าง"
unit = "กองทดสอบ"
code = "กษ ๑๑๑๓"
phone = "๒๗๑"

[[signers]]
key = "ผอ."
name = "นางสาวตัวอย่าง หนึ่งนาม"
position = "ผู้อำนวยการกองทดสอบ"

[[units]]
name = "กองคลัง"
to = "ผู้อำนวยการกองคลัง"

[[units]]
name = "กองแผนงาน"
to = "ผู้อำนวยการกองแผนงาน"
"""

LETTER = """\
เรื่อง: ขออนุมัติ A & B
เรียน: อธิบดีกรมตัวอย่าง
ผู้ลงนาม: ผอ.

ด้วยกองทดสอบจะจัดประชุม **สำคัญ**

| รายการ | บาท |
|---|--:|
| กระดาษ | 100 |

จึงเรียนมาเพื่อโปรดพิจารณา
"""


class Clock:
    """Tells the moment that it is set to."""

    def __init__(self) -> None:
        self.moment = NOON

    def __call__(self) -> datetime:
        return self.moment


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    (tmp_path / "memogen.toml").write_text(SETTINGS, encoding="utf-8")
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    (tmp_path / "letters").mkdir()
    return Workspace.at(tmp_path, actor="ธุรการ")


@pytest.fixture
def issue(office: Workspace, clock: Clock) -> Callable[..., tuple[IssuedLetter, ...]]:
    def issue(*letters: Path, **settings: object) -> tuple[IssuedLetter, ...]:
        return office.issue(letters, clock=clock, **settings)  # type: ignore[arg-type]

    return issue


Issue = Callable[..., tuple[IssuedLetter, ...]]


def letter(office: Workspace, text: str = LETTER, name: str = "ก") -> Path:
    path = office.root / "letters" / f"{name}.md"
    path.write_text(text, encoding="utf-8")
    return path


def serials(office: Workspace, clock: Clock) -> list[int]:
    with office.register_to_read(clock=clock) as register:
        return [entry.serial for entry in register.entries()]


def book(kind: BookKind = BookKind.SENDING, year_be: int = 2566) -> Book:
    return Book(CODE, kind, year_be)


# --- one act --------------------------------------------------------------------------------------


def test_a_letter_gets_number_document_and_row_together(
    office: Workspace, clock: Clock, issue: Issue
) -> None:
    (issued,) = issue(letter(office))
    (file,) = issued.files
    content = file.read_bytes()
    assert (issued.number, issued.serial, issued.year_be) == ("กษ ๑๑๑๓/๑", 1, 2566)
    assert (issued.date, issued.again, issued.letter) == (date(2023, 3, 27), False, "letters/ก.md")
    assert file == office.root / "out" / "กษ ๑๑๑๓-๑ ขออนุมัติ A & B.docx"
    assert issued.sha256 == hashlib.sha256(content).hexdigest()
    with office.register(clock=clock) as register:
        entry = register.by_key("letters/ก.md")
        assert entry is not None
        assert register.document(issued.sha256) == content
    assert (entry.status, entry.sender, entry.to) == (Status.ISSUED, "กองทดสอบ", "อธิบดีกรมตัวอย่าง")
    assert (entry.subject, entry.sha256, entry.actor) == ("ขออนุมัติ A & B", issued.sha256, "ธุรการ")


def test_number_and_date_are_printed_in_the_document(office: Workspace, issue: Issue) -> None:
    (issued,) = issue(letter(office))
    head = head_fields(read_docx(issued.files[0].read_bytes(), file="x.docx"))
    assert str(head.number) == "กษ ๑๑๑๓/๑"
    assert head.dated == date(2023, 3, 27)


def test_the_document_says_itself_which_number_it_has(office: Workspace, issue: Issue) -> None:
    (issued,) = issue(letter(office))
    content = issued.files[0].read_bytes()
    assert custom_properties(content) == {
        "memogen.code": CODE,
        "memogen.kind": "sending",
        "memogen.year": "2566",
        "memogen.serial": "1",
        "memogen.key": "letters/ก.md",
    }
    assert made_by_us(content)


def test_the_document_is_valid_with_its_properties(office: Workspace, issue: Issue) -> None:
    from openxml_audit import OpenXmlValidator

    (issued,) = issue(letter(office))
    result = OpenXmlValidator().validate(issued.files[0])
    assert result.is_valid, list(result.errors)


def test_what_the_letter_says_is_kept_by_field(office: Workspace, clock: Clock, issue: Issue) -> None:
    issue(letter(office))
    with office.register(clock=clock) as register:
        entry = register.by_key("letters/ก.md")
    assert entry is not None
    content = json.loads(entry.payload or "")
    assert content["เรื่อง"] == "ขออนุมัติ A & B"
    assert content["วันที่"] == "๒๗ มีนาคม ๒๕๖๖"
    assert content["ที่"] == "กษ ๑๑๑๓/"
    assert "**สำคัญ**" in content["เนื้อความ"]
    assert "กระดาษ | ๑๐๐" in content["เนื้อความ"]
    assert "อ้างถึง" not in content


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 12, 31, 16, 59, tzinfo=UTC), date(2026, 12, 31)),
        (datetime(2026, 12, 31, 17, 0, tzinfo=UTC), date(2027, 1, 1)),
    ],
)
def test_the_year_turns_at_midnight_in_bangkok(
    office: Workspace, clock: Clock, issue: Issue, moment: datetime, day: date
) -> None:
    clock.moment = moment
    (issued,) = issue(letter(office))
    assert (issued.date, issued.year_be) == (day, day.year + 543)


def test_the_date_asked_for_comes_before_the_letters_own(office: Workspace, issue: Issue) -> None:
    path = letter(office, "วันที่: 1 มี.ค. 66\n" + LETTER)
    (issued,) = issue(path, on=date(2023, 3, 20))
    assert issued.date == date(2023, 3, 20)
    (own,) = issue(letter(office, "วันที่: 21 มี.ค. 66\n" + LETTER, "ข"))
    assert own.date == date(2023, 3, 21)


# --- again ----------------------------------------------------------------------------------------


def test_the_same_letter_keeps_its_number_and_its_bytes(
    office: Workspace, clock: Clock, issue: Issue
) -> None:
    path = letter(office)
    (first,) = issue(path)
    before = first.files[0].read_bytes()
    clock.moment += timedelta(days=3)
    (again,) = issue(path)
    assert (again.number, again.date, again.files, again.sha256) == (
        first.number,
        first.date,
        first.files,
        first.sha256,
    )
    assert again.again
    assert again.files[0].read_bytes() == before
    assert serials(office, clock) == [1]


def test_a_missing_file_is_written_again_byte_for_byte(office: Workspace, issue: Issue) -> None:
    path = letter(office)
    (first,) = issue(path)
    before = first.files[0].read_bytes()
    first.files[0].unlink()
    shutil.rmtree(office.root / "templates")
    shutil.copytree(ROOT / "templates", office.root / "templates")
    (again,) = issue(path)
    assert again.files[0].read_bytes() == before


def test_a_file_edited_after_issue_is_never_overwritten(office: Workspace, issue: Issue) -> None:
    path = letter(office)
    (first,) = issue(path)
    edited = _saved_by_word(first.files[0].read_bytes())
    first.files[0].write_bytes(edited)
    (again,) = issue(path)
    assert again.files[0].read_bytes() == edited
    assert [(finding.code, finding.severity) for finding in again.findings] == [("R91", Severity.WARNING)]


def test_a_changed_letter_is_refused_with_the_fields_that_differ(
    office: Workspace, clock: Clock, issue: Issue
) -> None:
    path = letter(office)
    (first,) = issue(path)
    before = first.files[0].read_bytes()
    letter(office, LETTER.replace("ขออนุมัติ A", "ขอยกเลิก A").replace("100", "200"))
    with pytest.raises(RegisterRefusal) as caught:
        issue(path)
    (finding,) = caught.value.findings
    assert "เนื้อความ" in finding.message
    assert "เรื่อง" in finding.message
    assert "register void" in finding.hint
    assert serials(office, clock) == [1]
    assert first.files[0].read_bytes() == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("**สำคัญ**", "สำคัญ"),
        ("เรียน: อธิบดีกรมตัวอย่าง", "เรียน: อธิบดีกรมอื่น"),
        ("เรื่อง:", "ชั้นความเร็ว: ด่วน\nเรื่อง:"),
        ("เรื่อง:", "วันที่: 26 มี.ค. 66\nเรื่อง:"),
        ("เรื่อง:", "หนังสือเวียน: ใช่\nเรื่อง:"),
    ],
)
def test_any_change_of_what_is_printed_is_a_change(
    office: Workspace, issue: Issue, old: str, new: str
) -> None:
    issue(letter(office))
    with pytest.raises(RegisterRefusal):
        issue(letter(office, LETTER.replace(old, new)))


def test_a_void_number_leaves_its_letter_free_for_another(
    office: Workspace, clock: Clock, issue: Issue
) -> None:
    path = letter(office)
    issue(path)
    with office.register(clock=clock) as register, register.writing() as pen:
        pen.void(book(), 1, reason="พิมพ์ผิด")
    letter(office, LETTER.replace("A & B", "A & C"))
    (second,) = issue(path)
    assert second.number == "กษ ๑๑๑๓/๒"


def test_the_number_it_has_may_be_typed_into_the_letter_afterwards(office: Workspace, issue: Issue) -> None:
    path = letter(office)
    issue(path)
    letter(office, "ที่: กษ ๑๑๑๓/๑\n" + LETTER)
    assert issue(path)[0].again


def test_another_number_typed_into_an_issued_letter_is_refused(office: Workspace, issue: Issue) -> None:
    path = letter(office)
    issue(path)
    letter(office, "ที่: กษ ๑๑๑๓/๗\n" + LETTER)
    with pytest.raises(RegisterRefusal) as caught:
        issue(path)
    assert (caught.value.findings[0].code, caught.value.findings[0].line) == ("R90", 1)


# --- all or nothing -------------------------------------------------------------------------------


def test_several_letters_get_their_numbers_in_the_order_asked(office: Workspace, issue: Issue) -> None:
    paths = [letter(office, LETTER.replace("A & B", name), name) for name in ("ค", "ก", "ข")]
    assert [(one.letter, one.serial) for one in issue(*paths)] == [
        ("letters/ค.md", 1),
        ("letters/ก.md", 2),
        ("letters/ข.md", 3),
    ]


def test_one_letter_named_twice_gets_one_number(office: Workspace, clock: Clock, issue: Issue) -> None:
    path = letter(office)
    assert len(issue(path, path.parent / ".." / "letters" / path.name)) == 1
    assert serials(office, clock) == [1]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (LETTER.replace("ผอ.", "ใคร"), InputError),
        ("อ้างถึง: หนังสือ\n" + LETTER, Unsendable),
        ("ที่: กษ ๑๑๑๓/๙๙\n" + LETTER, RegisterRefusal),
        ("วันที่: 1 ม.ค. 66\n" + LETTER, RegisterRefusal),
        (LETTER.replace("อธิบดี", "{{ หน่วยงาน.เรียน }}"), InputError),
    ],
    ids=["faulty", "unsendable", "number not free", "date runs back", "for each unit"],
)
def test_one_letter_that_cannot_be_issued_keeps_all_from_it(
    office: Workspace, clock: Clock, issue: Issue, text: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        issue(letter(office), letter(office, text, "ข"))
    assert serials(office, clock) == []
    assert not list(office.root.glob("out/*.docx"))


def test_an_error_finding_stops_with_exit_code_one(office: Workspace, issue: Issue) -> None:
    with pytest.raises(Unsendable) as caught:
        issue(letter(office, "อ้างถึง: หนังสือ\n" + LETTER))
    assert caught.value.exit_code == 1
    assert caught.value.findings[0].code == "H03"


def test_a_letter_for_each_unit_is_sent_to_batch(office: Workspace, issue: Issue) -> None:
    path = letter(office, LETTER.replace("อธิบดีกรมตัวอย่าง", "{{ หน่วยงาน.เรียน }}"))
    with pytest.raises(InputError) as caught:
        issue(path)
    assert "memogen batch" in caught.value.findings[0].hint


def test_each_unit_that_is_named_has_a_number_of_its_own(office: Workspace, issue: Issue) -> None:
    path = letter(office, LETTER.replace("อธิบดีกรมตัวอย่าง", "{{ หน่วยงาน.เรียน }}"))
    first, second = issue(path, recipient="กองคลัง"), issue(path, recipient="กองแผนงาน")
    assert (first[0].serial, second[0].serial) == (1, 2)
    assert issue(path, recipient="กองคลัง")[0].serial == 1


def test_a_folder_that_cannot_be_written_costs_no_number(
    office: Workspace, clock: Clock, issue: Issue
) -> None:
    (office.root / "out").write_text("", encoding="utf-8")
    with pytest.raises(OutputError):
        issue(letter(office))
    assert serials(office, clock) == []


def test_a_pdf_without_libreoffice_costs_no_number(
    office: Workspace, clock: Clock, issue: Issue, monkeypatch: pytest.MonkeyPatch
) -> None:
    from memogen.errors import HelperMissing

    monkeypatch.setenv("PATH", "")
    with pytest.raises(HelperMissing):
        issue(letter(office), pdf=True)
    assert serials(office, clock) == []


def test_a_file_that_cannot_be_written_after_the_number_says_that_it_stands(
    office: Workspace, clock: Clock, issue: Issue
) -> None:
    place = office.root / "out" / "กษ ๑๑๑๓-๑ ขออนุมัติ A & B.docx"
    place.mkdir(parents=True)
    path = letter(office)
    with pytest.raises(OutputError) as caught:
        issue(path)
    assert [finding.code for finding in caught.value.findings] == ["P05", "R92"]
    assert "กษ ๑๑๑๓/๑" in caught.value.findings[1].message
    place.rmdir()
    (again,) = issue(path)
    assert (again.serial, again.files) == (1, (place,))
    assert serials(office, clock) == [1]


# --- rehearsal ------------------------------------------------------------------------------------


def test_a_dry_run_shows_the_numbers_and_spends_none(office: Workspace, clock: Clock, issue: Issue) -> None:
    paths = [letter(office), letter(office, LETTER.replace("A & B", "ค"), "ข")]
    would = issue(*paths, dry_run=True)
    assert [one.number for one in would] == ["กษ ๑๑๑๓/๑", "กษ ๑๑๑๓/๒"]
    assert [one.files for one in would] == [(), ()]
    assert not (office.root / "out").exists()
    assert not list(office.root.glob("register*"))
    assert [one.sha256 for one in issue(*paths)] == [one.sha256 for one in would]
    assert [one.number for one in issue(letter(office, LETTER, "ค"), dry_run=True)] == ["กษ ๑๑๑๓/๓"]
    assert serials(office, clock) == [1, 2]


def test_make_spends_nothing_and_makes_no_register(office: Workspace) -> None:
    office.make([letter(office)])
    assert not list(office.root.glob("register*"))


# --- books ----------------------------------------------------------------------------------------


def test_a_circular_counts_in_its_own_book(office: Workspace, issue: Issue) -> None:
    issue(letter(office))
    (circular,) = issue(letter(office, "หนังสือเวียน: ใช่\n" + LETTER, "ว"))
    assert (circular.number, circular.serial, circular.circular) == ("กษ ๑๑๑๓/ว๑", 1, True)


def test_a_circular_may_count_with_the_ordinary_letters(
    office: Workspace, clock: Clock, issue: Issue
) -> None:
    toml = office.root / "memogen.toml"
    toml.write_text(SETTINGS + '\n[register]\ncircular_series = "ordinary"\n', encoding="utf-8")
    office = Workspace.at(office.root)
    office.issue([letter(office)], clock=clock)
    (circular,) = office.issue([letter(office, "หนังสือเวียน: ใช่\n" + LETTER, "ว")], clock=clock)
    assert (circular.number, circular.serial) == ("กษ ๑๑๑๓/ว๒", 2)


def test_a_typed_number_is_the_one_that_was_reserved(office: Workspace, clock: Clock, issue: Issue) -> None:
    with office.register(clock=clock) as register, register.writing() as pen:
        pen.reserve(book(), holder="กองคลัง", count=2)
    (issued,) = issue(letter(office, "ที่: กษ ๑๑๑๓/๒\n" + LETTER))
    assert issued.serial == 2
    (following,) = issue(letter(office, LETTER, "ข"))
    assert following.serial == 3


def test_the_same_number_and_subject_of_another_year_has_its_own_file(
    office: Workspace, clock: Clock, issue: Issue
) -> None:
    (old,) = issue(letter(office))
    before = old.files[0].read_bytes()
    clock.moment = datetime(2024, 1, 2, 5, 0, tzinfo=UTC)
    (new,) = issue(letter(office, LETTER, "ข"))
    assert old.files[0].read_bytes() == before
    assert new.files[0].name == "กษ ๑๑๑๓-๑ พ.ศ. ๒๕๖๗ ขออนุมัติ A & B.docx"


def test_the_register_may_be_elsewhere(office: Workspace, clock: Clock, tmp_path: Path) -> None:
    toml = office.root / "memogen.toml"
    toml.write_text(SETTINGS + '\n[register]\naddress = "เล่ม/ทะเบียน.db"\n', encoding="utf-8")
    (tmp_path / "เล่ม").mkdir()
    Workspace.at(office.root).issue([letter(office)], clock=clock)
    assert (tmp_path / "เล่ม" / "ทะเบียน.db").is_file()
    assert not (office.root / "register.db").exists()


def test_a_password_in_the_address_is_not_shown(office: Workspace) -> None:
    secret = "postgresql://clerk:s3cret@db.example/register"
    toml = office.root / "memogen.toml"
    toml.write_text(SETTINGS + f'\n[register]\naddress = "{secret}"\n', encoding="utf-8")
    assert "s3cret" not in repr(Workspace.at(office.root)) + repr(Workspace.at(office.root).office)
    assert "s3cret" not in repr(Workspace.at(office.root, address=secret))


# --- receiving ------------------------------------------------------------------------------------

ARRIVAL = Arrival(sender="กรมบัญชีกลาง", to="อธิบดี", subject="ซ้อมความเข้าใจ", number="กค ๐๔๐๕.๒/ว ๘๙")


def test_a_letter_that_comes_in_gets_a_number_and_a_stamped_copy(
    office: Workspace, clock: Clock, issue: Issue
) -> None:
    (issued,) = issue(letter(office))
    paper = issued.files[0]
    before = paper.read_bytes()
    entry, copy = office.receive(ARRIVAL, clock=clock, at=NOON, paper=paper)
    assert (entry.number, entry.kind, entry.their_number) == ("๑", BookKind.RECEIVING, "กค ๐๔๐๕.๒/ว ๘๙")
    assert copy is not None
    assert paper.read_bytes() == before
    text = read_docx(copy.read_bytes(), file="x.docx").text
    assert "กรมตัวอย่าง" in text


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [("ก.txt", b"x", UsageError), ("ก.docx", b"x", InputError), ("ไม่มี.docx", None, InputError)],
)
def test_what_cannot_be_stamped_costs_no_number(
    office: Workspace, clock: Clock, name: str, content: bytes | None, error: type[Exception]
) -> None:
    paper = office.root / name
    if content is not None:
        paper.write_bytes(content)
    with pytest.raises(error):
        office.receive(ARRIVAL, clock=clock, at=NOON, paper=paper)
    assert serials(office, clock) == []


def test_a_stamped_copy_stands_in_no_other_files_place(office: Workspace, clock: Clock, issue: Issue) -> None:
    (issued,) = issue(letter(office))
    with pytest.raises(UsageError) as caught:
        office.receive(ARRIVAL, clock=clock, at=NOON, paper=issued.files[0], copy=issued.files[0])
    assert caught.value.findings[0].code == "R95"


def _saved_by_word(content: bytes) -> bytes:
    """The document with a word changed and Word's own name in it, as Word leaves it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for item in old.infolist():
            part = old.read(item).replace(b">memogen<", b">Microsoft Office Word<")
            new.writestr(item, part.replace("สำคัญ".encode(), "ด่วน".encode()))
    return out.getvalue()
