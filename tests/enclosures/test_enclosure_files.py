"""Files that go along with a letter: there, inside the workspace, and as many as it says."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf
import pytest
from enclosure_desk import Desk, pdf

from memogen.errors import Unsendable
from memogen.findings import Finding


def found(desk: Desk, *lines: str) -> list[tuple[str, str]]:
    (made,) = desk.workspace.make([desk.write(*lines)])
    return [(finding.code, finding.severity) for finding in made.findings]


@pytest.mark.parametrize(
    "line",
    [
        "กำหนดการ = เอกสารแนบ/กำหนดการ.pdf",
        "กำหนดการ จำนวน ๑ ฉบับ = เอกสารแนบ/กำหนดการ.pdf",
        "กำหนดการ จำนวน ๓ แผ่น = เอกสารแนบ/กำหนดการ.pdf",
        "กำหนดการ จำนวน ๒ แผ่น = เอกสารแนบ/กำหนดการ.pdf",  # printed on both sides
        "กำหนดการ จำนวน ๑ ชุด ชุดละ ๓ หน้า = เอกสารแนบ/กำหนดการ.pdf",
        r"กำหนดการ จำนวน ๓ หน้า = เอกสารแนบ\กำหนดการ.pdf",
        "ตาราง จำนวน ๕ แผ่น = เอกสารแนบ/ตาราง.xlsx",  # nobody knows how a workbook is printed
        "แบบตอบรับ จำนวน ๙ หน้า = https://example.go.th/form",
    ],
)
def test_a_count_that_may_be_is_not_told(desk: Desk, line: str) -> None:
    assert found(desk, line) == []


@pytest.mark.parametrize(
    "count", ["จำนวน ๔ แผ่น", "จำนวน ๑ แผ่น", "จำนวน ๒ หน้า", "จำนวน ๒ ฉบับ", "จำนวน ๑ ชุด (๕ หน้า)"]
)
def test_a_count_that_is_not_the_files_is_told(desk: Desk, count: str) -> None:
    assert found(desk, f"กำหนดการ {count} = เอกสารแนบ/กำหนดการ.pdf") == [("L60", "warning")]


def test_the_finding_names_line_count_and_pages(desk: Desk) -> None:
    (made,) = desk.workspace.make([desk.write("กำหนดการ จำนวน ๕ หน้า = เอกสารแนบ/กำหนดการ.pdf")])
    (finding,) = made.findings
    assert finding.line == 6
    assert "มี ๓ หน้า" in finding.message
    assert "๕ หน้า" in finding.hint


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("เอกสารแนบ/ไม่มี.pdf", "L61"),
        ("เอกสารแนบ", "L61"),
        ("เอกสารแนบ/*.pdf", "L61"),
        (f"เอกสารแนบ/{'ก' * 300}.pdf", "L61"),
        ("../นอก.pdf", "L62"),
        ("/etc/passwd", "L62"),
        ("ลิงก์.pdf", "L62"),
    ],
)
def test_a_file_that_is_not_there_or_not_ours_is_an_error(desk: Desk, file: str, code: str) -> None:
    outside = desk.root.parent / "นอก.pdf"
    outside.write_bytes(pdf(1))
    (desk.root / "ลิงก์.pdf").symlink_to(outside)
    letter = desk.write(f"กำหนดการ = {file}")
    (made,) = desk.workspace.make([letter], pack="folder")
    assert [(one.code, one.severity) for one in made.findings] == [(code, "error")]
    assert desk.files() == ["ชุดส่ง/เชิญ/เชิญ.docx", "เชิญ.docx"]
    with pytest.raises(Unsendable):
        desk.workspace.issue([letter], clock=desk.clock)
    assert not (desk.root / "register.db").exists()


def test_the_nearest_name_is_proposed(desk: Desk) -> None:
    (made,) = desk.workspace.make([desk.write("กำหนดการ = เอกสารแนบ/กำหนดการณ์.pdf")])
    assert "กำหนดการ.pdf" in made.findings[0].hint


def locked() -> bytes:
    writer = pypdf.PdfWriter()
    writer.append(io.BytesIO(pdf(1)))
    writer.encrypt("secret", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


@pytest.mark.parametrize(
    "content", [locked(), b"%PDF-1.7 cut", b"", pdf(0)], ids=["locked", "cut", "empty", "no page"]
)
def test_a_pdf_that_its_reader_cannot_open_is_told(desk: Desk, content: bytes) -> None:
    desk.attach("เสีย.pdf", content)
    assert found(desk, "กำหนดการ = เอกสารแนบ/เสีย.pdf") == [("L63", "warning")]


def test_check_tells_it_too(desk: Desk) -> None:
    from memogen.desk.inspecting import Inspector, Question

    letter = desk.write("กำหนดการ จำนวน ๕ หน้า = เอกสารแนบ/กำหนดการ.pdf", "แผน = ไม่มี.pdf")
    question = Question(select="L", layout=False)
    (seen,) = Inspector(desk.workspace, question, clock=desk.clock).inspect([letter])
    assert [finding.code for finding in seen.findings] == ["L60", "L61"]


def test_each_recipient_may_get_files_of_his_own(desk: Desk) -> None:
    desk.attach("กค.pdf", pdf(1))
    letter = desk.write("งบประมาณ = เอกสารแนบ/{{ หน่วยงาน.ย่อ }}.pdf", to="{{ หน่วยงาน.เรียน }}")
    assert refused(desk, letter) == [("L61", "กองแผนงาน")]
    desk.attach("กผ.pdf", pdf(2))
    done = desk.workspace.batch(letter, clock=desk.clock, papers=False, pack="folder")
    packed = {
        item.recipient.name: sorted(path.name for path in item.pack.iterdir())
        for item in done.items
        if item.pack
    }
    assert [names[-1] for names in packed.values()] == ["สิ่งที่ส่งมาด้วย งบประมาณ.pdf"] * 2
    assert [
        (done.items[n].pack or Path()).joinpath("สิ่งที่ส่งมาด้วย งบประมาณ.pdf").stat().st_size for n in (0, 1)
    ] == [
        len(pdf(1)),
        len(pdf(2)),
    ]


def refused(desk: Desk, letter: Path) -> list[tuple[str, str]]:
    from memogen.errors import InputError

    with pytest.raises(InputError) as caught:
        desk.workspace.batch(letter, clock=desk.clock, papers=False)
    findings: list[Finding] = list(caught.value.findings)
    return [(one.code, one.message.rpartition("(")[2].rstrip(")")) for one in findings if one.code == "L61"]
