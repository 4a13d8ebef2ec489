"""The shortest way to a PDF that shows what Word would show; many shared between two processes."""

from __future__ import annotations

from pathlib import Path

import layout_samples as samples
import pytest

from memogen.layout import office, read_pdf, rendered, text_of, to_pdf
from memogen.layout.drawing import draw
from memogen.layout.identity import NO_MOMENT, moment_in, steadied
from memogen.layout.office import Converter
from memogen.layout.printing import print_copy


def letters(folder: Path, **content: str) -> list[str]:
    for name, text in content.items():
        story = "".join(samples.paragraph(samples.run(part)) for part in text.split("|"))
        (folder / f"{name}.docx").write_bytes(print_copy(samples.docx(story)))
    return [f"{name}.docx" for name in content]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, list[str]]]:
    """What LibreOffice is asked: the form and the names; it makes every file, of one page each."""
    calls: list[tuple[str, list[str]]] = []

    def convert(self: Converter, names: list[str], form: str) -> list[str]:
        calls.append((form, list(names)))
        for name in names:
            made = (
                samples.pdf("0 0 m 9 9 l S")
                if form == "pdf"
                else b"<office:automatic-styles></office:automatic-styles>"
            )
            (self.folder / name).with_suffix(f".{form}").write_bytes(made)
        return []

    monkeypatch.setattr(Converter, "convert", convert)
    return calls


def converter(folder: Path) -> Converter:
    return Converter(office=Path("soffice"), folder=folder, fonts=folder, timeout_s=1)


def test_a_short_letter_whose_first_page_has_no_number_is_drawn_straight(
    tmp_path: Path, asked: list[tuple[str, list[str]]]
) -> None:
    assert draw(converter(tmp_path), letters(tmp_path, a="สั้น", b="ยาว" * 1000)) == []
    assert asked == [("pdf", ["a.docx"]), ("fodt", ["b.docx"]), ("pdf", ["b.fodt"])]


def test_one_that_turns_out_longer_is_drawn_again(
    tmp_path: Path, asked: list[tuple[str, list[str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("memogen.layout.drawing.page_count", lambda _pdf: 2)
    assert draw(converter(tmp_path), letters(tmp_path, a="สั้น")) == []
    assert asked == [("pdf", ["a.docx"]), ("fodt", ["a.docx"]), ("pdf", ["a.fodt"])]


def test_what_fails_is_named_once_by_its_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Converter, "convert", lambda _self, names, _form: sorted(names))
    assert draw(converter(tmp_path), letters(tmp_path, a="สั้น", b="ยาว" * 1000)) == ["a.docx", "b.docx"]


@pytest.mark.parametrize(
    ("count", "processes", "shares"), [(3, 2, [3]), (20, 2, [10, 10]), (21, 8, [11, 10]), (50, 1, [50])]
)
def test_many_are_shared_between_two_processes(
    monkeypatch: pytest.MonkeyPatch, count: int, processes: int, shares: list[int]
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: processes)
    names = [f"{number:02}" for number in range(count)]
    parted = office._shares(names)
    assert [len(share) for share in parted] == shares
    assert [name for share in parted for name in share] == names


def test_two_pdfs_of_one_document_become_the_same_bytes() -> None:
    trailer = (
        "/Info(D)/CreationDate(D:{date}Z)\ntrailer\n<</ID [ <{id}>\n<{id}> ]\n/DocChecksum /{id}\n>>\n%%EOF\n"
    )
    one = trailer.format(date="20260101000000", id="A" * 32).encode()
    other = trailer.format(date="20270101000000", id="B" * 32).encode()
    assert steadied(one, b"20230327000000") == steadied(other, b"20230327000000")
    assert len(steadied(one, NO_MOMENT)) == len(one)
    assert moment_in(steadied(one, b"20230327000000")) == b"20230327000000"
    assert steadied(one, NO_MOMENT) != steadied(one.replace(b"/Info", b"/info"), NO_MOMENT)


@pytest.mark.layout
def test_page_numbers_are_thai_whichever_way_was_taken(tmp_path: Path, font_cache: Path) -> None:
    """Two short paragraphs on two pages: drawn straight at first, and then again with ๒ on the second."""
    story = (
        samples.paragraph(samples.run("หน้าแรก"))
        + samples.page_break()
        + samples.paragraph(samples.run("หน้าสอง"))
    )
    documents = []
    for number in range(20):
        path = tmp_path / f"{number:02}.docx"
        path.write_bytes(
            samples.docx(
                story if number % 2 else samples.paragraph(samples.run("หน้าเดียว")),
                header=samples.page_number_header(),
            )
        )
        documents.append(path)
    made = [read_pdf(path) for path in to_pdf(documents, tmp_path / "pdf", cache=font_cache)]
    assert [len(pages) for pages in made] == [1, 2] * 10
    assert all("๒" in text_of(pages[1:]) and "2" not in text_of(pages) for pages in made[1::2])
    seen = rendered([path.read_bytes() for path in documents], cache=font_cache)
    assert [text_of(pages) for pages in seen] == [text_of(pages) for pages in made]
