"""Copies of a circular at the desk: held against the books, brought back, and never taken for one another."""

from __future__ import annotations

import shutil
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memogen import Workspace, thai
from memogen.books import Book, BookKind, Entry
from memogen.desk.drafts import numbered
from memogen.desk.filing import file_away, recipient_of
from memogen.findings import Finding
from memogen.model import Memo, Signature

ROOT = Path(__file__).parent.parent
UNITS = ("กองคลัง", "กองแผนงาน", "กองช่าง")

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
""" + "".join(f'[[units]]\nname = "{unit}"\nto = "ผู้อำนวยการ{unit}"\n' for unit in UNITS)

LETTER = """\
เรื่อง: ขอเชิญประชุม
เรียน: {{ หน่วยงาน.เรียน }}
ผู้ลงนาม: ผอ.

ด้วยกองทดสอบจะจัดประชุม

จึงเรียนมาเพื่อโปรดพิจารณา
"""


def clock() -> datetime:
    return datetime(2023, 3, 27, 5, 0, tzinfo=UTC)


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    (tmp_path / "memogen.toml").write_text(SETTINGS, encoding="utf-8")
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "เชิญ.md").write_text(LETTER, encoding="utf-8")
    return Workspace.at(tmp_path, actor="ธุรการ")


@pytest.fixture
def files(office: Workspace) -> dict[str, Path]:
    """A circular to three units that was issued, its files by unit; a backup was made before."""
    with office.register(clock=clock) as register:
        register.backup(office.root / "ก่อน.db")
    done = office.batch(office.root / "letters" / "เชิญ.md", clock=clock, papers=False)
    return {item.recipient.name: item.file for item in done.items}


def edit(path: Path) -> None:
    """What Word does to a file: other bytes, the same properties."""
    with zipfile.ZipFile(path, "a") as package:
        package.comment = b"edited"


def found(office: Workspace) -> list[Finding]:
    count, findings = office.check_register(clock=clock)
    assert count == 1
    return list(findings)


def entry(office: Workspace) -> Entry:
    with office.register(clock=clock) as register:
        (only,) = register.entries()
        return only


def verified(office: Workspace) -> list[Finding]:
    with office.register(clock=clock) as register:
        return register.verify()


def test_copies_as_they_were_issued_pass_the_check(office: Workspace, files: dict[str, Path]) -> None:
    assert found(office) == []


def test_of_three_copies_one_changed_and_one_lost_are_told_apart(
    office: Workspace, files: dict[str, Path]
) -> None:
    edit(files["กองช่าง"])
    files["กองคลัง"].unlink()
    told = [(each.code, each.file, each.text) for each in found(office)]
    assert told == [
        ("R18", office.shown(files["กองช่าง"]), "กษ ๑๑๑๓/ว๑"),
        ("R19", "", "กองคลัง"),
    ]


def test_a_restored_register_gets_the_number_and_the_copies_back(
    office: Workspace, files: dict[str, Path]
) -> None:
    before = entry(office)
    _aside, told = office.restore(office.root / "ก่อน.db", clock=clock)
    assert [each.code for each in told] == ["R50"]
    assert entry(office) == before
    assert verified(office) == []
    with office.register(clock=clock) as register:
        assert {unit: register.document(digest) for unit, digest in register.copies(before)} == {
            unit: path.read_bytes() for unit, path in files.items()
        }


def test_without_the_mirror_the_number_is_burnt_once_for_all_its_copies(
    office: Workspace, files: dict[str, Path]
) -> None:
    (office.root / "register.mirror.jsonl").unlink()
    _aside, told = office.restore(office.root / "ก่อน.db", clock=clock)
    assert [each.code for each in told] == ["R51"]
    with office.register(clock=clock) as register:
        assert [unit for unit, _digest in register.copies(entry(office))] == sorted(UNITS)
        assert register.next_serial(entry(office).book) == 2
    assert verified(office) == []


def test_a_document_says_whose_copy_it_is(office: Workspace, files: dict[str, Path]) -> None:
    issued = entry(office)
    for unit, path in files.items():
        assert recipient_of(path.read_bytes(), issued) == unit


def test_the_copy_of_another_recipient_keeps_its_place(office: Workspace, files: dict[str, Path]) -> None:
    issued = entry(office)
    copy = files["กองคลัง"].read_bytes()
    folder = office.root / "ที่เก็บ"
    (first,) = file_away(folder, [(issued, copy)], known=lambda _digest: False)
    assert file_away(folder, [(issued, copy)], known=lambda _digest: False) == [first]
    (second,) = file_away(folder, [(issued, files["กองช่าง"].read_bytes())], known=lambda _digest: False)
    assert first.path.read_bytes() == copy
    assert (second.path != first.path, second.finding) == (True, None)
    edit(first.path)
    (third,) = file_away(folder, [(issued, copy)], known=lambda _digest: False)
    assert third.path == first.path
    assert third.finding is not None
    assert third.finding.code == "R91"


# --- numbers --------------------------------------------------------------------------------------


@given(
    st.sampled_from(["กษ ๑๑๑๓", "กค (กวจ) ๐๔๐๕.๒", "ตช ๐๐๑๘ (นม).๓๒"]),
    st.sampled_from(BookKind),
    st.integers(1, 10**9),
    st.booleans(),
)
def test_a_number_is_held_together_whatever_its_running_part(
    code: str, kind: BookKind, serial: int, circular: bool
) -> None:
    number = Book(code, kind, 2566).number(serial, circular=circular)
    memo = Memo(
        agency="",
        number="",
        date_text="",
        subject="",
        to="",
        blocks=(),
        signature=Signature("", ()),
        series=code,
    )
    assert numbered(memo, number, serial, date(2023, 3, 27)).number == thai.hold_together(number)
