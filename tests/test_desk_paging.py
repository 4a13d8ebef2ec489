"""Long letters divided into pages by make, issue and batch: when, how, and never under the lock."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from memogen import Workspace, opc
from memogen.cli.telling import paging
from memogen.desk.reporting import report
from memogen.errors import HelperMissing
from memogen.findings import Finding, Severity
from memogen.layout import Break, Plan
from memogen.layout.paging import planning
from memogen.layout.paging.story import Story
from memogen.register import Pen, Register

ROOT = Path(__file__).parent.parent
NOON = datetime(2023, 3, 27, 5, 0, tzinfo=UTC)  # noon in Bangkok
SETTINGS = """\
[office]
name = "กรมตัวอย่าง"
unit = "กองทดสอบ"
code = "กษ ๑๑๑๓"

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
HEAD = "เรื่อง: ทดสอบหลายหน้า\nเรียน: {to}\nผู้ลงนาม: ผอ.\n\n"
LONG = "\n\n".join([f"ข้อความลำดับที่ {n} " + "ขอให้ทุกหน่วยงานดำเนินการ " * 12 for n in range(20)])
END = "\n\nจึงเรียนมาเพื่อโปรดทราบ\n"
CATCHWORD = "/จึงเรียนมาเพื่อโปรดทราบ…"


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    (tmp_path / "memogen.toml").write_text(SETTINGS, encoding="utf-8")
    for folder in ("templates", "letters"):
        (tmp_path / folder).mkdir()
    for template in (ROOT / "templates").glob("*.docx"):
        (tmp_path / "templates" / template.name).write_bytes(template.read_bytes())
    return Workspace.at(tmp_path)


class Planner:
    """Stands in for LibreOffice: the last paragraph begins page 2. Keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[bytes] = []

    def __call__(self, documents: Sequence[bytes], *, cache: Path) -> list[Plan | None]:
        self.asked += documents
        return [(Break(block=_last(document), catchword=CATCHWORD),) for document in documents]


def _last(document: bytes) -> int:
    story = Story.of(document)
    return next(n for n in range(len(story.blocks)) if story.text(n).startswith("จึงเรียนมา"))


@pytest.fixture
def planner(monkeypatch: pytest.MonkeyPatch) -> Planner:
    planner = Planner()
    monkeypatch.setattr(planning, "planned", planner)
    return planner


def letter(office: Workspace, body: str = LONG, to: str = "อธิบดีกรมตัวอย่าง") -> Path:
    path = office.root / "letters" / "ทดสอบ.md"
    path.write_text(HEAD.format(to=to) + body + END, encoding="utf-8")
    return path


def catchwords(document: bytes) -> list[str]:
    xml = opc.read_package(document, file="")["word/document.xml"].decode()
    return re.findall(r">(/[^<]*…)<", xml)


def test_a_long_letter_is_made_with_its_catchword(office: Workspace, planner: Planner) -> None:
    [made] = office.make([letter(office)])
    assert catchwords(made.files[0].read_bytes()) == [CATCHWORD]
    assert len(planner.asked) == 1
    assert made.findings == ()


def test_a_letter_of_one_page_is_made_without_asking_libreoffice(office: Workspace, planner: Planner) -> None:
    [made] = office.make([letter(office, "สั้น")])
    assert catchwords(made.files[0].read_bytes()) == []
    assert planner.asked == []


def test_a_letter_beside_a_form_of_the_same_file_is_divided_all_the_same(
    office: Workspace, planner: Planner
) -> None:
    """A form's own pages run on as they do."""
    path = letter(office, LONG + "\n\nลงชื่อ....." + END)
    path.write_text("ชนิด: แบบรายงาน\nชนิด: บันทึกข้อความ\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert [one.kind for one in office.make([path])] == ["แบบรายงาน", "บันทึกข้อความ"]
    assert len(planner.asked) == 1


def test_without_catchwords_nothing_is_asked(office: Workspace, planner: Planner) -> None:
    office.make([letter(office)], catchwords=False)
    (office.root / "memogen.toml").write_text(
        f"{SETTINGS}\n[writing]\ncatchwords = false\n", encoding="utf-8"
    )
    again = Workspace.at(office.root)
    again.make([letter(again)])
    assert planner.asked == []
    again.make([letter(again)], catchwords=True)
    assert len(planner.asked) == 1


def test_without_libreoffice_the_letter_is_made_and_says_how_to_get_it(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = HelperMissing(Finding(code="Y02", message="ไม่พบ LibreOffice", hint="ติดตั้ง"))

    def planned(documents: Sequence[bytes], *, cache: Path) -> list[Plan | None]:
        raise missing

    monkeypatch.setattr(planning, "planned", planned)
    [made] = office.make([letter(office)])
    [told] = made.findings
    assert (told.code, told.severity, told.hint) == ("Q10", Severity.INFO, "ติดตั้ง")
    assert "ไม่พบ LibreOffice" in told.message
    assert catchwords(made.files[0].read_bytes()) == []


def test_where_no_good_pages_are_found_the_officer_is_warned(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(planning, "planned", lambda documents, *, cache: [None for _ in documents])
    [made] = office.make([letter(office)])
    assert [(told.code, told.severity) for told in made.findings] == [("Q11", Severity.WARNING)]


def test_who_waits_hears_how_many_letters_libreoffice_is_asked_about(
    office: Workspace, planner: Planner
) -> None:
    heard: list[int] = []
    office.make([letter(office, "สั้น")], begins=heard.append)
    assert heard == []
    office.make([letter(office)], begins=heard.append)
    office.issue([letter(office)], clock=lambda: NOON, begins=heard.append)
    assert heard == [1, 1]


def test_on_a_terminal_that_is_told_and_else_not(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    for stream, lines in ((io.StringIO(), 0), (Terminal(), 1)):
        monkeypatch.setattr("sys.stderr", stream)
        paging(3)
        assert stream.getvalue().count("\n") == lines
    assert " 3 " in stream.getvalue()


def test_the_memo_of_a_kpi_report_is_divided_too_and_its_tables_are_not(
    office: Workspace, planner: Planner
) -> None:
    heard: list[int] = []
    plan = ROOT / "fixtures" / "แผนกลยุทธ์ทรัพยากรบุคคล-2566.xlsx"
    reported = partial(report, office, plan, sheet=None, out=None, pdf=False, cache=None, begins=heard.append)
    _letter, memo, *tables = reported(catchwords=None).files
    assert catchwords(memo.read_bytes()) == [CATCHWORD]
    assert [catchwords(table.read_bytes()) for table in tables] == [[], []]
    assert heard == [1]
    assert catchwords(reported(catchwords=False).files[1].read_bytes()) == []
    assert heard == [1]


# --- numbers --------------------------------------------------------------------------------------


@pytest.fixture
def locks(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether the books are locked, at its end."""
    state = [False]
    writing = Register.writing

    @contextmanager
    def watched(self: Register, *, accept_clock: bool = False) -> Iterator[Pen]:
        with writing(self, accept_clock=accept_clock) as pen:
            state[0] = True
            yield pen
        state[0] = False

    monkeypatch.setattr(Register, "writing", watched)
    return state


def test_pages_are_found_before_the_books_are_locked_and_set_under_the_right_number(
    office: Workspace, planner: Planner, locks: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    states: list[bool] = []

    def planned(documents: Sequence[bytes], *, cache: Path) -> list[Plan | None]:
        states.append(locks[0])
        return planner(documents, cache=cache)

    monkeypatch.setattr(planning, "planned", planned)
    [issued] = office.issue([letter(office)], clock=lambda: NOON)
    assert states == [False]
    document = issued.files[0].read_bytes()
    assert catchwords(document) == [CATCHWORD]
    text = opc.read_package(document, file="")["word/document.xml"].decode()
    assert issued.number.replace(" ", "\u00a0") in text
    assert (
        issued.number.replace(" ", "\u00a0")
        in opc.read_package(planner.asked[0], file="")["word/document.xml"].decode()
    )


def test_an_issued_letter_keeps_its_pages_and_is_not_planned_again(
    office: Workspace, planner: Planner
) -> None:
    path = letter(office)
    [first] = office.issue([path], clock=lambda: NOON)
    document = first.files[0].read_bytes()
    first.files[0].unlink()
    [again] = office.issue([path], clock=lambda: NOON)
    assert again.files[0].read_bytes() == document
    assert len(planner.asked) == 1


def test_a_rehearsal_does_not_ask_libreoffice(office: Workspace, planner: Planner) -> None:
    office.issue([letter(office)], clock=lambda: NOON, dry_run=True)
    assert planner.asked == []


@pytest.mark.parametrize("number", ["shared", "each", "none"])
def test_the_copies_of_a_batch_have_their_catchwords(
    office: Workspace, planner: Planner, number: str
) -> None:
    path = letter(office, to="{{ หน่วยงาน.เรียน }}")
    done = office.batch(path, clock=lambda: NOON, number=number)
    assert [catchwords(item.file.read_bytes()) for item in done.items] == [[CATCHWORD]] * 2
    assert len(planner.asked) == 2


def test_a_copy_made_again_under_another_number_keeps_its_pages(
    office: Workspace, planner: Planner, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = letter(office, to="{{ หน่วยงาน.เรียน }}")
    next_serial = Register.next_serial
    monkeypatch.setattr(Register, "next_serial", lambda self, book: next_serial(self, book) + 5)
    done = office.batch(path, clock=lambda: NOON, number="each")
    assert [item.number for item in done.items] == ["กษ ๑๑๑๓/๑", "กษ ๑๑๑๓/๒"]
    assert [catchwords(item.file.read_bytes()) for item in done.items] == [[CATCHWORD]] * 2
    assert len(planner.asked) == 2


def test_short_copies_of_a_batch_are_not_looked_into_one_by_one(
    office: Workspace, planner: Planner, monkeypatch: pytest.MonkeyPatch
) -> None:
    from memogen.layout.paging import estimating

    looked: list[bytes] = []
    room = estimating.room_mm

    def watched(document: bytes) -> float:
        looked.append(document)
        return room(document)

    monkeypatch.setattr(estimating, "room_mm", watched)
    office.batch(letter(office, "สั้น", to="{{ หน่วยงาน.เรียน }}"), clock=lambda: NOON, number="none")
    assert len(looked) == 1
    assert planner.asked == []
