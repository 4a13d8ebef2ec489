"""What the books keep of the files that went along, and what is told when they are others."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from enclosure_desk import Desk, pdf

from memogen.desk.attached import ATTACHED
from memogen.desk.inspecting import Inspector, Question
from memogen.findings import Finding, Severity

LINE = "กำหนดการ จำนวน ๓ หน้า = เอกสารแนบ/กำหนดการ.pdf"
TABLE = "ตาราง = เอกสารแนบ/ตาราง.xlsx"


def told(findings: Sequence[Finding]) -> list[tuple[str, str]]:
    """Codes and files of what is told of files that went along."""
    return [(one.code, one.file) for one in findings if one.code in ("L64", "L65")]


def checked(desk: Desk) -> list[tuple[str, str]]:
    return told(desk.workspace.check_register(clock=desk.clock)[1])


def inspected(desk: Desk, path: Path) -> list[tuple[str, str]]:
    (seen,) = Inspector(desk.workspace, Question(layout=False), clock=desk.clock).inspect([path])
    return told(seen.findings)


def test_a_file_that_changed_or_went_is_told_with_number_date_and_pages_and_once_it_is_back_no_more(
    desk: Desk,
) -> None:
    letter = desk.write(LINE, TABLE)
    desk.workspace.issue([letter], clock=desk.clock)
    assert checked(desk) == []
    as_it_went = (desk.root / "เอกสารแนบ" / "กำหนดการ.pdf").read_bytes()
    desk.attach("กำหนดการ.pdf", pdf(4))
    (desk.root / "เอกสารแนบ" / "ตาราง.xlsx").unlink()
    (changed, gone) = [
        one for one in desk.workspace.check_register(clock=desk.clock)[1] if one.code in ("L64", "L65")
    ]
    assert (changed.code, changed.file, changed.severity) == (
        "L64",
        "เอกสารแนบ/กำหนดการ.pdf",
        Severity.WARNING,
    )
    for words in ("กษ ๑๑๑๓/๑ ", "๒๗ มีนาคม ๒๕๖๖", "๓ หน้า", "๔ หน้า"):
        assert words in changed.message
    assert (gone.code, gone.file, gone.severity) == ("L65", "เอกสารแนบ/ตาราง.xlsx", Severity.WARNING)
    both = [(one.code, one.file) for one in (changed, gone)]
    assert inspected(desk, letter) == both
    assert inspected(desk, next(desk.out.glob("*.docx"))) == both
    desk.attach("กำหนดการ.pdf", as_it_went)
    desk.attach("ตาราง.xlsx", b"a workbook")
    assert checked(desk) == []


def test_a_letter_issued_again_keeps_its_number_and_tells_that_its_file_is_another(desk: Desk) -> None:
    letter = desk.write(TABLE)
    (first,) = desk.workspace.issue([letter], clock=desk.clock)
    desk.attach("ตาราง.xlsx", b"another workbook")
    (again,) = desk.workspace.issue([letter], clock=desk.clock)
    assert (again.number, again.again) == (first.number, True)
    assert (told(first.findings), told(again.findings)) == ([], [("L64", "เอกสารแนบ/ตาราง.xlsx")])
    assert checked(desk) == [("L64", "เอกสารแนบ/ตาราง.xlsx")]


@pytest.mark.parametrize("number", ["shared", "each"])
def test_a_batch_keeps_what_each_copy_has_along_and_tells_a_common_file_once(desk: Desk, number: str) -> None:
    for unit in ("กค", "กผ"):
        desk.attach(f"{unit}.xlsx", unit.encode())
    letter = desk.write(TABLE, "ส่วนของท่าน = เอกสารแนบ/{{ หน่วยงาน.ย่อ }}.xlsx", to="{{ หน่วยงาน.เรียน }}")
    desk.workspace.batch(letter, clock=desk.clock, papers=False, number=number)
    assert checked(desk) == []
    desk.attach("ตาราง.xlsx", b"another workbook")
    desk.attach("กผ.xlsx", b"another share")
    changed = [("L64", "เอกสารแนบ/ตาราง.xlsx"), ("L64", "เอกสารแนบ/กผ.xlsx")]
    assert checked(desk) == changed
    again = desk.workspace.batch(letter, clock=desk.clock, papers=False, number=number, resume=True)
    assert told(again.findings) == changed
    assert [item.outcome for item in again.items] == ["skipped", "skipped"]


def test_a_letter_without_files_is_kept_as_before_and_nothing_is_told_of_a_void_one(desk: Desk) -> None:
    with_file = desk.write(TABLE)
    plain = with_file.with_name("เปล่า.md")
    plain.write_text(desk.write().read_text("utf-8").replace("ขอเชิญประชุม", "แจ้งผล"), encoding="utf-8")
    desk.write(TABLE)
    desk.workspace.issue([with_file, plain], clock=desk.clock)
    with desk.workspace.register(clock=desk.clock) as register:
        kept = {entry.letter: entry.payload or "" for entry in register.entries()}
        assert [f'"{ATTACHED}"' in payload for payload in kept.values()] == [True, False]
        (book,) = {entry.book for entry in register.entries()}
        with register.writing() as pen:
            pen.void(book, 1, reason="พิมพ์ผิด")
    desk.attach("ตาราง.xlsx", b"another workbook")
    assert checked(desk) == []
