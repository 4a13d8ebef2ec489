"""Enclosures appended to a letter's PDF, and its file copy."""

from __future__ import annotations

from pathlib import Path

import pytest
from enclosure_desk import Desk, page_count, pdf

from memogen.desk.appending import Appender
from memogen.desk.enclosing import Enclosed
from memogen.errors import HelperMissing, InputError
from memogen.layout import joined, read_pdf, text_of
from memogen.opc import read_package
from memogen.proof import read_docx
from memogen.stamp import file_copy

INITIALS = ("ร่าง", "พิมพ์", "ทาน", "ตรวจ")


def enclosed(path: Path) -> Enclosed:
    return Enclosed(path=path, name=path.name)


@pytest.fixture
def appender(tmp_path: Path) -> Appender:
    return Appender(folder=tmp_path / "printed", cache=tmp_path / "cache")


class TestAppending:
    def test_pages_stand_in_the_order_of_the_letter(self, desk: Desk, appender: Appender) -> None:
        letter = desk.attach("หนังสือ.pdf", pdf(2))
        annexes = [enclosed(desk.attach(f"{n}.pdf", pdf(n))) for n in (1, 3)]
        assert appender.append(letter, annexes) == []
        assert page_count(letter) == 6

    def test_what_cannot_be_appended_is_told_and_the_others_are(self, desk: Desk, appender: Appender) -> None:
        letter = desk.attach("หนังสือ.pdf", pdf(1))
        files = [desk.root / "เอกสารแนบ" / name for name in ("ตาราง.xlsx", "กำหนดการ.pdf")]
        assert [finding.code for finding in appender.append(letter, [*map(enclosed, files)])] == ["Y15"]
        assert page_count(letter) == 4

    @pytest.mark.parametrize("content", [b"%PDF-1.7 cut", b""])
    def test_a_damaged_pdf_is_refused_before_any_number(
        self, desk: Desk, content: bytes, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("memogen.layout.find_office", lambda: Path("soffice"))
        desk.attach("เสีย.pdf", content)
        letter = desk.write("แผน = เอกสารแนบ/เสีย.pdf")
        with pytest.raises(InputError) as caught:
            desk.workspace.issue([letter], clock=desk.clock, append=True)
        assert [finding.code for finding in caught.value.findings] == ["Y14"]
        assert not (desk.root / "register.db").exists()

    def test_without_libreoffice_no_number_is_taken(
        self, desk: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("memogen.layout.find_office", lambda: None)
        with pytest.raises(HelperMissing):
            desk.workspace.issue([desk.write()], clock=desk.clock, append=True)
        assert not (desk.root / "register.db").exists()

    def test_joined_pages_are_the_same_bytes(self, desk: Desk) -> None:
        files = [desk.attach(f"{n}.pdf", pdf(n)) for n in (1, 2)]
        assert joined(files) == joined(files)


class TestFileCopies:
    def test_it_is_marked_and_the_original_is_not(self, desk: Desk) -> None:
        (made,) = desk.workspace.make([desk.write()], copy=True)
        original, copy = made.files
        assert copy == desk.out / "สำเนาคู่ฉบับ" / "เชิญ.docx"
        inside = read_package(copy.read_bytes(), file="")["word/document.xml"].decode()
        assert all(f">{word}<" in inside for word in ("สำเนาคู่ฉบับ", *INITIALS))
        bare = read_package(original.read_bytes(), file="")["word/document.xml"].decode()
        assert not any(word in bare for word in ("สำเนาคู่ฉบับ", *INITIALS))

    def test_it_says_what_the_letter_says_under_the_same_number(self, desk: Desk) -> None:
        (issued,) = desk.workspace.issue([desk.write()], clock=desk.clock, copy=True)
        original, copy = (read_docx(path.read_bytes(), file="") for path in issued.files)
        said = [paragraph.text for paragraph in copy.paragraphs if paragraph.text.strip()]
        assert [
            text for text in (p.text for p in original.paragraphs) if text.strip() and text not in said
        ] == []
        assert issued.number in "".join(said).replace("\u00a0", " ")

    def test_it_is_the_same_bytes_and_never_overwritten_once_issued(self, desk: Desk) -> None:
        letter = desk.write()
        (issued,) = desk.workspace.issue([letter], clock=desk.clock, copy=True)
        assert file_copy(issued.files[0].read_bytes(), file="") == issued.files[1].read_bytes()
        issued.files[1].write_bytes(b"initialled")
        (again,) = desk.workspace.issue([letter], clock=desk.clock, copy=True)
        assert [finding.code for finding in again.findings] == ["N31"]
        assert issued.files[1].read_bytes() == b"initialled"


@pytest.mark.layout
class TestPages:
    def test_a_letter_with_word_and_pdf_annexes_and_its_copy(self, desk: Desk, tmp_path: Path) -> None:
        (plan,) = desk.workspace.make([desk.write()])
        desk.attach("แผน.docx", plan.files[0].read_bytes())
        letter = desk.write("แผน จำนวน ๑ หน้า = เอกสารแนบ/แผน.docx", "กำหนดการ = เอกสารแนบ/กำหนดการ.pdf")
        (made,) = desk.workspace.make([letter], append=True, copy=True, cache=tmp_path / "cache")
        assert made.findings == ()
        document, whole, copy, copied = made.files
        assert (document.suffix, whole.suffix, copy.suffix, copied.suffix) == (
            ".docx",
            ".pdf",
            ".docx",
            ".pdf",
        )
        assert page_count(whole) == 1 + 1 + 3
        assert "ขอเชิญประชุม" in text_of(read_pdf(whole)[1:2])
        (page,) = read_pdf(copied)
        lines = {line.text.replace(" ", ""): line for line in page.lines}
        top = next(line for text, line in lines.items() if text == "สำเนาคู่ฉบับ")
        assert top.baseline_mm < 20
        initials = [line for text, line in lines.items() if text.startswith(("ร่าง", "ทาน"))]
        assert [line.baseline_mm > page.height_mm - 20 for line in initials] == [True, True]
        assert all(line.left_mm > page.width_mm / 2 for line in initials)

    def test_pages_of_a_word_file_are_counted_by_drawing_it(self, desk: Desk, tmp_path: Path) -> None:
        (plan,) = desk.workspace.make([desk.write()])
        desk.attach("แผน.docx", plan.files[0].read_bytes())
        (made,) = desk.workspace.make(
            [desk.write("แผน ๔ หน้า = เอกสารแนบ/แผน.docx")], cache=tmp_path / "cache"
        )
        assert [finding.code for finding in made.findings] == ["L60"]

    def test_the_same_letter_gives_the_same_pdf(self, desk: Desk, tmp_path: Path) -> None:
        letter = desk.write("กำหนดการ = เอกสารแนบ/กำหนดการ.pdf")

        def whole() -> bytes:
            (made,) = desk.workspace.make([letter], append=True, cache=tmp_path / "cache")
            return made.files[1].read_bytes()

        assert whole() == whole()
