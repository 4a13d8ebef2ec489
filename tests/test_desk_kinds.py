"""Letters of every kind numbered: which book, which form of number, and which kinds take none."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from memogen import Workspace
from memogen.books import BookKind
from memogen.desk.batches import Numbering
from memogen.errors import InputError, UsageError
from memogen.model import Kind

ROOT = Path(__file__).parent.parent
DAY = date(2023, 3, 28)
LETTERS = {
    Kind.EXTERNAL: "เรื่อง: ขอเชิญประชุม\nเรียน: อธิบดีกรมทดลอง\nผู้ลงนาม: อธิบดี",
    Kind.STAMPED: "เรื่อง: ส่งสำเนาหนังสือ\nถึง: กรมทดลอง",
    Kind.ORDER: "เรื่อง: แต่งตั้งคณะทำงาน\nผู้ลงนาม: อธิบดี",
    Kind.CERTIFICATE: "ออกให้แก่: {{ หน่วยงาน.ชื่อ }}\nผู้ลงนาม: อธิบดี",
    Kind.ANNOUNCEMENT: "เรื่อง: วันหยุด\nผู้ลงนาม: อธิบดี",
    Kind.FORM: "เรื่อง: แบบรายงานของ{{ หน่วยงาน.ชื่อ }}",
}


def clock() -> datetime:
    return datetime(2023, 3, 28, 3, tzinfo=UTC)


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    shutil.copy(ROOT / "memogen.toml", tmp_path)
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    (tmp_path / "letters").mkdir()
    for kind, heads in LETTERS.items():
        (tmp_path / f"letters/{kind}.md").write_text(
            f"ชนิด: {kind}\n{heads}\n\nข้อความ.....\n", encoding="utf-8"
        )
    return Workspace.at(tmp_path)


def letter(office: Workspace, kind: Kind) -> Path:
    return office.root / f"letters/{kind}.md"


@pytest.mark.parametrize(
    ("kind", "book", "number"),
    [
        (Kind.EXTERNAL, BookKind.SENDING, "กษ ๑๑๑๓/๑"),
        (Kind.STAMPED, BookKind.SENDING, "กษ ๑๑๑๓/๑"),
        (Kind.ORDER, BookKind.ORDER, "๑/๒๕๖๖"),
        (Kind.CERTIFICATE, BookKind.CERTIFICATE, "๑/๒๕๖๖"),
    ],
)
def test_each_kind_is_numbered_in_its_book(
    office: Workspace, kind: Kind, book: BookKind, number: str
) -> None:
    unit = str(office.office.units[0]["ชื่อ"]) if kind is Kind.CERTIFICATE else None
    (issued,) = office.issue([letter(office, kind)], clock=clock, on=DAY, recipient=unit)
    assert issued.number == number
    with office.register(clock=clock) as register:
        (entry,) = register.entries()
    assert (entry.kind, entry.dated, bool(entry.subject)) == (book, DAY, True)
    (again,) = office.issue([letter(office, kind)], clock=clock, recipient=unit)
    assert (again.number, again.again, again.sha256) == (number, True, issued.sha256)


def test_an_issued_order_prints_its_number_and_the_day_with_its_era(office: Workspace) -> None:
    import docx

    (issued,) = office.issue([letter(office, Kind.ORDER)], clock=clock, on=DAY)
    text = "\n".join(p.text for p in docx.Document(str(issued.files[0])).paragraphs).replace("\u00a0", " ")
    assert "คำสั่งกรมส่งเสริมสหกรณ์\nที่ ๑/๒๕๖๖\nเรื่อง แต่งตั้งคณะทำงาน" in text
    assert "สั่ง ณ วันที่ ๒๘ มีนาคม พ.ศ. ๒๕๖๖" in text


def test_kinds_without_a_number_are_refused_together_and_nothing_is_taken(office: Workspace) -> None:
    with pytest.raises(UsageError) as stop:
        office.issue([letter(office, Kind.ANNOUNCEMENT), letter(office, Kind.ORDER)], clock=clock)
    assert [(found.code, found.file) for found in stop.value.findings] == [("L44", "letters/ประกาศ.md")]
    with office.register(clock=clock) as register:
        assert list(register.entries()) == []


def test_certificates_of_a_batch_have_a_number_each_and_no_circular_one(office: Workspace) -> None:
    certificate = letter(office, Kind.CERTIFICATE)
    with pytest.raises(UsageError) as stop:
        office.batch(certificate, clock=clock, papers=False)
    assert [found.code for found in stop.value.findings] == ["L45"]
    done = office.batch(certificate, clock=clock, number=Numbering.EACH, on=DAY, papers=False)
    assert [item.number for item in done.items[:2]] == ["๑/๒๕๖๖", "๒/๒๕๖๖"]


def test_drafts_of_a_kind_without_numbers_may_be_a_batch(office: Workspace) -> None:
    announcement = letter(office, Kind.ANNOUNCEMENT)
    done = office.batch(announcement, clock=clock, number=Numbering.NONE, papers=False)
    assert len(done.items) == len(office.office.units)


def test_a_form_is_made_for_each_unit_without_a_number_and_refused_one(office: Workspace) -> None:
    form = letter(office, Kind.FORM)
    for refused in (
        lambda: office.batch(form, clock=clock),
        lambda: office.issue([form], clock=clock, recipient="กองคลัง"),
    ):
        with pytest.raises(UsageError) as stop:
            refused()
        assert [found.code for found in stop.value.findings] == ["L44"]
        assert "--number none" in stop.value.findings[0].hint
    done = office.batch(form, clock=clock, number=Numbering.NONE, papers=False)
    assert (len(done.items), done.is_numbered) == (len(office.office.units), False)
    assert {item.file.name.split()[0] for item in done.items} == {"แบบรายงาน"}
    assert [found.code for found in done.findings] == [], "nobody is addressed, and nothing is said of it"


def test_a_workspace_without_the_template_of_a_kind_is_told_so(office: Workspace) -> None:
    office.template_path(Kind.ORDER).unlink()
    with pytest.raises(InputError) as stop:
        office.make([letter(office, Kind.ORDER)])
    assert [(found.code, found.file) for found in stop.value.findings] == [("M15", "templates/คำสั่ง.docx")]
