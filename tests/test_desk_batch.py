"""Batches: every row judged before the first number, numbers kept, files never overwritten."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from memogen import Workspace
from memogen.books import Book, BookKind, Status
from memogen.desk import copying, judging
from memogen.desk.batches import Batch, Outcome
from memogen.errors import InputError, MemogenError, OutputError, RegisterRefusal, Unsendable
from memogen.files import stage
from memogen.findings import Finding, Severity
from memogen.proof import head_fields, read_docx
from memogen.render import custom_properties

ROOT = Path(__file__).parent.parent
CODE = "กษ ๑๑๑๓"
NOON = datetime(2023, 3, 27, 5, 0, tzinfo=UTC)  # noon in Bangkok
SENDING, CIRCULARS = Book(CODE, BookKind.SENDING, 2566), Book(CODE, BookKind.CIRCULAR, 2566)

SETTINGS = """\
[office]
name = "กรมตัวอย่าง"
unit = "กองทดสอบ"
code = "กษ ๑๑๑๓"
phone = "๒๗๑"
email = "test@example.go.th"

[[signers]]
key = "ผอ."
name = "นางสาวตัวอย่าง หนึ่งนาม"
position = "ผู้อำนวยการกองทดสอบ"

[[units]]
name = "กองคลัง"
to = "ผู้อำนวยการกองคลัง"
short = "กค."

[[units]]
name = "กองแผนงาน"
to = "ผู้อำนวยการกองแผนงาน"
short = "กผง."
"""

CIRCULAR = """\
วันที่: ๒๗ มีนาคม ๒๕๖๖
เรื่อง: แจ้งกำหนดการ A & B
เรียน: {{ หน่วยงาน.เรียน }}
ผู้ลงนาม: ผอ.

ด้วยกองทดสอบจะจัดประชุมประจำปี

จึงเรียนมาเพื่อโปรดทราบ
"""

OWN_TEXT = CIRCULAR.replace("จะจัดประชุมประจำปี", "จัดสรรเงินให้ {{ หน่วยงาน.ชื่อ }} {{ หน่วยงาน.จำนวนเงิน }} บาท")


class Office:
    """A workspace with a letter and a list, and the batches made of them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "letters").mkdir(parents=True)
        (root / "templates").mkdir()
        for template in (ROOT / "templates").iterdir():
            (root / "templates" / template.name).write_bytes(template.read_bytes())
        (root / "memogen.toml").write_text(SETTINGS, encoding="utf-8")
        self.letter = root / "letters" / "เวียน.md"
        self.write(CIRCULAR)
        self.list = root / "รายชื่อ.csv"

    def write(self, text: str) -> None:
        self.letter.write_text(text, encoding="utf-8")

    def send_to(
        self, *rows: tuple[str, ...], head: tuple[str, ...] = ("หน่วยงาน", "เรียน", "จำนวนเงิน")
    ) -> None:
        text = io.StringIO()
        csv.writer(text).writerows([head, *rows])
        self.list.write_text(text.getvalue(), encoding="utf-8")

    def send_to_many(self, count: int) -> None:
        self.send_to(*((f"กองที่ {n}", f"ผู้อำนวยการกองที่ {n}", f"{n}.50") for n in range(1, count + 1)))

    @property
    def workspace(self) -> Workspace:
        return Workspace.at(self.root)

    def batch(self, **wish: object) -> Batch:
        to = self.list if self.list.exists() else None
        return self.workspace.batch(
            self.letter,
            **{"to": to, "clock": lambda: NOON, "papers": False, **wish},  # type: ignore[arg-type]
        )

    def refused(self, error: type[MemogenError], **wish: object) -> list[str]:
        with pytest.raises(error) as caught:
            self.batch(**wish)
        return [finding.code for finding in caught.value.findings]

    @property
    def numbers(self) -> list[str]:
        with self.workspace.register_to_read(clock=lambda: NOON) as register:
            assert not [f for f in register.verify() if f.severity is Severity.ERROR]
            return [entry.number for entry in register.entries()]

    @property
    def files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in sorted((self.root / "out").rglob("*.docx"))}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "office")


def printed(content: bytes) -> tuple[str, str | None]:
    head = head_fields(read_docx(content, file="x.docx"))
    return head.number_text, head.to


# --- numbers --------------------------------------------------------------------------------------


def test_the_units_of_the_settings_share_one_number_of_the_circulars(office: Office) -> None:
    done = office.batch()
    assert (done.number, office.numbers) == ("กษ ๑๑๑๓/ว๑", ["กษ ๑๑๑๓/ว๑"])
    assert [item.outcome for item in done.items] == [Outcome.MADE, Outcome.MADE]
    assert list(office.files) == ["กษ ๑๑๑๓-ว๑ กองคลัง.docx", "กษ ๑๑๑๓-ว๑ กองแผนงาน.docx"]
    assert [printed(content) for content in office.files.values()] == [
        ("กษ ๑๑๑๓/ว๑", "ผู้อำนวยการกองคลัง"),
        ("กษ ๑๑๑๓/ว๑", "ผู้อำนวยการกองแผนงาน"),
    ]
    with office.workspace.register(clock=lambda: NOON) as register:
        (entry,) = register.entries()
        copies = dict(register.copies(entry))
    assert copies == {item.recipient.name: item.sha256 for item in done.items}
    assert (entry.status, entry.to) == (Status.ISSUED, "หน่วยงาน ๒ แห่ง ตามรายชื่อแนบท้าย")


def test_each_copy_has_a_number_of_its_own_in_the_order_of_the_list(office: Office) -> None:
    office.write(OWN_TEXT)
    office.send_to_many(5)
    done = office.batch(number="each")
    assert (done.number, office.numbers) == (None, [f"กษ ๑๑๑๓/{n}" for n in "๑๒๓๔๕"])
    for n, item in enumerate(done.items, start=1):
        content = item.file.read_bytes()
        assert item.sha256 == hashlib.sha256(content).hexdigest()
        assert printed(content) == (f"กษ ๑๑๑๓/{'๐๑๒๓๔๕'[n]}", f"ผู้อำนวยการกองที่ {'๐๑๒๓๔๕'[n]}")
        assert custom_properties(content)["memogen.key"] == f"letters/เวียน.md#กองที่ {n}"


def test_drafts_spend_no_number(office: Office) -> None:
    done = office.batch(number="none")
    assert (done.number, office.numbers) == (None, [])
    assert list(office.files) == ["ร่าง กองคลัง.docx", "ร่าง กองแผนงาน.docx"]
    assert not (office.root / "register.db").exists()


def test_others_may_take_numbers_in_between(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "AT_ONCE", 2)
    office.write(OWN_TEXT)
    office.send_to_many(5)
    taken = []

    def another_clerk(done: int, of: int, name: str) -> None:
        if done in (2, 4):
            with office.workspace.register(clock=lambda: NOON) as register, register.writing() as pen:
                taken.append(pen.reserve(SENDING, holder="กองคลัง")[0].number)

    done = office.batch(number="each", tell=another_clerk)
    assert taken == ["กษ ๑๑๑๓/๓", "กษ ๑๑๑๓/๖"]
    assert [item.number for item in done.items] == [f"กษ ๑๑๑๓/{n}" for n in "๑๒๔๕๗"]
    assert [printed(item.file.read_bytes())[0] for item in done.items] == [item.number for item in done.items]


def test_several_processes_make_the_same_bytes_as_one(office: Office, tmp_path: Path) -> None:
    other = Office(tmp_path / "other")
    for place in (office, other):
        place.write(OWN_TEXT)
        place.send_to_many(250)
    office.batch(number="each")
    other.batch(number="each", jobs=2)
    assert office.files == other.files
    assert len(office.files) == 250


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("number", ["each", "shared"])
def test_what_waits_in_a_file_is_entered_as_what_waits_in_memory(
    office: Office, tmp_path: Path, number: str, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Office(tmp_path / "other")
    for place in (office, other):
        place.write(OWN_TEXT)
        place.send_to_many(23)
    office.batch(number=number)
    monkeypatch.setattr(judging, "AT_ONCE", 4)
    monkeypatch.setattr(copying, "IN_MEMORY", 8)
    other.batch(number=number, jobs=jobs)
    assert office.files == other.files
    assert other.numbers == office.numbers
    assert other.batch(number=number, jobs=jobs, resume=True).items[22].outcome is Outcome.SKIPPED


def test_a_reserved_number_can_be_asked_for(office: Office) -> None:
    with office.workspace.register(clock=lambda: NOON) as register, register.writing() as pen:
        pen.reserve(CIRCULARS, holder="กองทดสอบ", circular=True)
        pen.reserve(CIRCULARS, holder="กองคลัง", circular=True)
    office.write("ที่: กษ ๑๑๑๓/ว๑\n" + CIRCULAR)
    assert office.batch().number == "กษ ๑๑๑๓/ว๑"


# --- before the first number ----------------------------------------------------------------------


def test_all_faulty_rows_are_told_before_the_first_number(office: Office) -> None:
    office.write(OWN_TEXT)
    office.send_to(("กองคลัง", "ผอ.กองคลัง", ""), ("กองแผนงาน", "", "5"), ("กองช่าง", "ผอ.กองช่าง", "7"))
    with pytest.raises(InputError) as caught:
        office.batch(number="each")
    found = [(f.code, f.cell, f.text) for f in caught.value.findings if f.severity is Severity.ERROR]
    assert found == [("N21", "A2", "จำนวนเงิน"), ("N21", "A3", "เรียน")]
    assert (office.numbers, office.files) == ([], {})


def test_a_fault_of_the_letter_is_told_once(office: Office) -> None:
    office.write(CIRCULAR.replace("ผู้ลงนาม: ผอ.", "ผู้ลงนาม: ใคร"))
    office.send_to_many(30)
    assert office.refused(InputError) == ["L09"]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([("กองคลัง", "ก", "1"), ("กองคลัง ", "ข", "2")], "N06"),
        ([("กอง/คลัง", "ก", "1")], "N10"),
        ([("ก", "ก", "1"), ("", "ข", "2")], "N03"),
    ],
)
def test_names_that_cannot_stand_side_by_side_are_refused(
    office: Office, rows: list[tuple[str, ...]], code: str
) -> None:
    office.send_to(*rows)
    assert code in office.refused(InputError)
    assert (office.numbers, office.files) == ([], {})


@pytest.mark.parametrize(
    ("letter", "wish", "error", "code"),
    [
        ("ที่: กษ ๑๑๑๓/๗\n" + CIRCULAR, {"number": "each"}, InputError, "N22"),
        ("หนังสือเวียน: ใช่\n" + CIRCULAR, {"number": "each"}, Unsendable, "H10"),
        (CIRCULAR.replace("๒๗ มีนาคม ๒๕๖๖", "{{ หน่วยงาน.วันที่ }}"), {}, InputError, "N26"),
    ],
)
def test_a_letter_that_contradicts_the_way_of_numbering_is_refused(
    office: Office, letter: str, wish: dict[str, object], error: type[MemogenError], code: str
) -> None:
    office.send_to(
        ("กองคลัง", "ก", "2023-03-27"), ("กองช่าง", "ข", "2023-03-28"), head=("หน่วยงาน", "เรียน", "วันที่")
    )
    office.write(letter)
    assert code in office.refused(error, **wish)
    assert (office.numbers, office.files) == ([], {})


def test_a_circular_with_a_text_for_each_is_told_by_h10(office: Office) -> None:
    office.write(OWN_TEXT)
    office.send_to_many(3)
    (finding,) = [f for f in office.batch().findings if f.code == "H10"]
    assert (finding.severity, finding.text) == (Severity.WARNING, "เนื้อความ")
    assert not [f for f in office.batch(number="none").findings if f.code == "H10"]


def test_one_text_under_many_numbers_is_told_by_h10(office: Office) -> None:
    assert "H10" in [f.code for f in office.batch(number="each").findings]


def test_a_circular_to_all_alike_is_no_fault(office: Office) -> None:
    assert office.batch().findings == ()


# --- rehearsal ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "numbers"),
    [("shared", ["กษ ๑๑๑๓/ว๑"] * 2), ("each", ["กษ ๑๑๑๓/๑", "กษ ๑๑๑๓/๒"]), ("none", ["", ""])],
)
def test_a_rehearsal_shows_numbers_and_files_and_spends_nothing(
    office: Office, number: str, numbers: list[str]
) -> None:
    rehearsed = office.batch(number=number, dry_run=True)
    assert [item.number for item in rehearsed.items] == numbers
    assert not (office.root / "out").exists()
    assert not (office.root / "register.db").exists()
    done = office.batch(number=number)
    assert [item.file for item in done.items] == [item.file for item in rehearsed.items]
    assert [item.number for item in done.items] == numbers


def test_a_rehearsal_shows_the_numbers_that_copies_have_already(office: Office) -> None:
    office.write(OWN_TEXT)
    office.send_to_many(3)
    office.batch(number="each", only=["กองที่ 2"])
    numbers = [item.number for item in office.batch(number="each", dry_run=True).items]
    assert numbers == ["กษ ๑๑๑๓/๒", "กษ ๑๑๑๓/๑", "กษ ๑๑๑๓/๓"]


# --- going on -------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", ["shared", "each"])
def test_begun_before_it_goes_on_only_when_asked(office: Office, number: str) -> None:
    office.batch(number=number)
    before, numbers = office.files, office.numbers
    assert office.refused(RegisterRefusal, number=number) == ["N24"]
    first = next(iter(office.files))
    (office.root / "out" / "เวียน" / first).unlink()
    again = office.batch(number=number, resume=True)
    assert [item.outcome for item in again.items] == [Outcome.MADE, Outcome.SKIPPED]
    assert (office.files, office.numbers) == (before, numbers)


def test_the_rest_of_a_list_gets_the_next_numbers(office: Office) -> None:
    office.write(OWN_TEXT)
    office.send_to_many(4)
    office.batch(number="each", only=["กองที่ 2", "กองที่ 3"])
    done = office.batch(number="each", resume=True)
    assert [item.number for item in done.items] == [f"กษ ๑๑๑๓/{n}" for n in "๓๑๒๔"]
    assert [item.outcome for item in done.items] == ["made", "skipped", "skipped", "made"]


@pytest.mark.parametrize(("first", "second"), [("shared", "each"), ("each", "shared")])
def test_a_batch_is_numbered_in_one_way_only(office: Office, first: str, second: str) -> None:
    office.batch(number=first)
    assert office.refused(RegisterRefusal, number=second, resume=True) == ["N23"]


def test_a_letter_changed_since_is_refused_before_any_new_number(office: Office) -> None:
    office.write(OWN_TEXT)
    office.send_to_many(3)
    office.batch(number="each", only=["กองที่ 1"])
    office.write(OWN_TEXT.replace("จัดสรร", "โอน"))
    assert office.refused(RegisterRefusal, number="each", resume=True) == ["R30"]
    assert office.numbers == ["กษ ๑๑๑๓/๑"]


def test_a_list_changed_since_is_refused_under_a_shared_number(office: Office) -> None:
    office.send_to_many(3)
    office.batch()
    office.send_to_many(4)
    assert office.refused(RegisterRefusal, resume=True) == ["R30"]


def test_a_folder_holds_one_batch(office: Office) -> None:
    office.batch()
    office.send_to_many(2)
    assert office.refused(InputError) == ["N25"]


def test_drafts_are_made_anew_or_only_where_missing(office: Office) -> None:
    office.batch(number="none")
    folder = office.root / "out" / "เวียน"
    (folder / "ร่าง กองคลัง.docx").unlink()
    again = office.batch(number="none", resume=True)
    assert [item.outcome for item in again.items] == [Outcome.MADE, Outcome.SKIPPED]
    assert [item.outcome for item in office.batch(number="none").items] == [Outcome.MADE] * 2


# --- a row that fails -----------------------------------------------------------------------------


@pytest.mark.parametrize("number", ["shared", "each"])
def test_a_copy_open_in_word_is_told_and_the_others_stand(office: Office, number: str) -> None:
    rehearsed = office.batch(number=number, dry_run=True)
    office.batch(number=number)
    path = rehearsed.items[0].file
    whole = path.read_bytes()
    path.unlink()
    path.mkdir()  # stands for a file that Word holds: it cannot be written
    done = office.batch(number=number, resume=True)
    assert [item.outcome for item in done.items] == [Outcome.FAILED, Outcome.SKIPPED]
    assert [f.code for item in done.failed for f in item.findings] == ["P05"]
    path.rmdir()
    assert office.batch(number=number, resume=True).items[0].outcome == Outcome.MADE
    assert path.read_bytes() == whole


def test_a_copy_edited_since_is_left_alone(office: Office) -> None:
    item = office.batch().items[0]
    item.file.write_bytes(b"edited")
    again = office.batch(resume=True).items[0]
    assert [f.code for f in again.findings] == ["R91"]
    assert item.file.read_bytes() == b"edited"


# --- the manifest ---------------------------------------------------------------------------------


def test_the_manifest_tells_excel_and_programs_the_same(office: Office) -> None:
    done = office.batch()
    assert done.manifest == office.root / "out" / "เวียน" / "manifest.csv"
    raw = done.manifest.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""))
    assert head[:7] == ["ลำดับ", "หน่วยงาน", "เรียน", "เลขที่", "ลงวันที่", "ไฟล์", "สถานะ"]
    told = json.loads(done.manifest.with_suffix(".json").read_bytes())
    assert (told["letter"], told["list"], told["number"]) == ("letters/เวียน.md", "memogen.toml", "กษ ๑๑๑๓/ว๑")
    assert [(row[1], row[3], row[5], row[-1]) for row in rows] == [
        (item["recipient"], item["number"], item["file"], item["sha256"]) for item in told["items"]
    ]
    assert told["items"][0]["date"] == date(2023, 3, 27).isoformat()


def test_progress_names_every_recipient_once(office: Office) -> None:
    office.send_to_many(7)
    office.write(OWN_TEXT)
    heard: list[tuple[int, int, str]] = []
    office.batch(number="each", tell=lambda *told: heard.append(told))
    assert heard == [(0, 7, "กองที่ 1"), *((n, 7, f"กองที่ {n}") for n in range(1, 8))]


def test_the_register_finds_nothing_wrong_with_a_batch(office: Office) -> None:
    office.batch(papers=True)
    count, findings = office.workspace.check_register(clock=lambda: NOON)
    assert (count, [f for f in findings if f.severity is not Severity.INFO]) == (1, [])


def test_a_full_disk_spends_no_number_and_leaves_nothing(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.write(OWN_TEXT)
    office.send_to_many(7)
    written = []

    def full(folder: Path, *content: bytes) -> Path:
        written.append(content)
        if len(written) == 5:
            raise OutputError(Finding(code="P02", message="เต็ม"))
        return stage(folder, *content)

    monkeypatch.setattr(judging, "AT_ONCE", 3)
    monkeypatch.setattr(copying, "stage", full)
    assert office.refused(OutputError, number="each") == ["P02"]
    assert (office.numbers, list((office.root / "out" / "เวียน").iterdir())) == ([], [])


@pytest.mark.parametrize("number", ["shared", "each", "none"])
def test_nothing_but_the_copies_and_the_manifest_is_left(office: Office, number: str) -> None:
    office.batch(number=number)
    names = sorted(path.name for path in (office.root / "out" / "เวียน").iterdir())
    assert [name for name in names if not name.endswith(".docx")] == ["manifest.csv", "manifest.json"]
    assert len(names) == 4


@pytest.mark.parametrize("number", ["shared", "each"])
def test_a_letter_without_a_date_keeps_its_day_when_it_goes_on_later(office: Office, number: str) -> None:
    office.write(OWN_TEXT.replace("วันที่: ๒๗ มีนาคม ๒๕๖๖\n", ""))
    office.send_to_many(3)
    first = office.batch(number=number)
    before = office.files
    first.items[0].file.unlink()
    later = office.batch(number=number, resume=True, clock=lambda: NOON + timedelta(days=300))
    assert [item.outcome for item in later.items] == ["made", "skipped", "skipped"]
    assert [item.dated for item in later.items] == [date(2023, 3, 27)] * 3
    assert office.files == before


def test_nothing_is_left_of_copies_that_other_processes_made_for_a_batch_that_stopped(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(self: object, copies: object, told: object) -> None:
        raise OutputError(Finding(code="P02", message="เต็ม"))

    monkeypatch.setattr(judging, "AT_ONCE", 5)
    monkeypatch.setattr(copying.Stock, "add", stopped)
    office.write(OWN_TEXT)
    office.send_to_many(60)
    assert office.refused(OutputError, number="each", jobs=2) == ["P02"]
    assert (office.numbers, list((office.root / "out" / "เวียน").iterdir())) == ([], [])
