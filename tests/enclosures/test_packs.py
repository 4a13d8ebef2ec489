"""Packs: what each recipient is sent, in one place, never overwritten once issued."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import platform
import shutil
import subprocess
import sys
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from enclosure_desk import Desk, pdf

from memogen.desk.enclosing import Enclosed
from memogen.desk.manifest import HEAD
from memogen.desk.packing import Form, check_room, packing, write_zip
from memogen.errors import OutputError

LINES = ("กำหนดการ จำนวน ๓ หน้า = เอกสารแนบ/กำหนดการ.pdf", "โล่ จำนวน ๑ กล่อง", "ตาราง = เอกสารแนบ/ตาราง.xlsx")
NAMES = ["สิ่งที่ส่งมาด้วย ๑ กำหนดการ.pdf", "สิ่งที่ส่งมาด้วย ๓ ตาราง.xlsx"]


def test_a_draft_is_packed_with_its_enclosures_under_the_numbers_of_the_letter(desk: Desk) -> None:
    (made,) = desk.workspace.make([desk.write(*LINES)], pack="folder")
    assert made.pack == desk.out / "ชุดส่ง" / "เชิญ"
    assert desk.files("out/ชุดส่ง/เชิญ") == [*NAMES, "เชิญ.docx"]
    assert (made.pack / "เชิญ.docx").read_bytes() == (desk.out / "เชิญ.docx").read_bytes()


def test_a_memo_calls_them_by_its_own_words(desk: Desk) -> None:
    desk.workspace.make([desk.write(LINES[0], kind="บันทึกข้อความ")], pack="folder")
    assert desk.files("out/ชุดส่ง/เชิญ") == ["เชิญ.docx", "เอกสารแนบ กำหนดการ.pdf"]


def test_ten_enclosures_stand_in_order_in_any_list(desk: Desk) -> None:
    desk.workspace.make(
        [desk.write(*[f"แผน {n} = เอกสารแนบ/กำหนดการ.pdf" for n in range(1, 11)])], pack="folder"
    )
    names = desk.files("out/ชุดส่ง/เชิญ")[:10]
    assert names[0] == "สิ่งที่ส่งมาด้วย ๐๑ แผน ๑.pdf"
    assert names[9] == "สิ่งที่ส่งมาด้วย ๑๐ แผน ๑๐.pdf"


def test_a_draft_made_again_is_packed_again(desk: Desk) -> None:
    letter = desk.write(*LINES)
    desk.workspace.make([letter], pack="folder")
    desk.attach("กำหนดการ.pdf", new := pdf(4))
    (made,) = desk.workspace.make([letter], pack="folder")
    assert (desk.out / "ชุดส่ง" / "เชิญ" / NAMES[0]).read_bytes() == new
    assert [finding.code for finding in made.findings] == ["L60"]


def test_a_file_that_belongs_to_nothing_is_told(desk: Desk) -> None:
    desk.workspace.make([desk.write(*LINES)], pack="folder")
    (made,) = desk.workspace.make([desk.write(LINES[0])], pack="folder")
    told = [finding for finding in made.findings if finding.code == "N32"]
    assert [finding.text for finding in told] == [", ".join(NAMES)]


@pytest.mark.parametrize("form", ["folder", "zip"])
def test_what_was_issued_is_never_overwritten(desk: Desk, form: str) -> None:
    letter = desk.write(LINES[0])
    (first,) = desk.workspace.issue([letter], clock=desk.clock, pack=form)
    (again,) = desk.workspace.issue([letter], clock=desk.clock, pack=form)
    assert (first.findings, again.findings) == ((), ())
    assert again.pack == first.pack
    old = desk.files("out")
    before = {name: (desk.out / name).read_bytes() for name in old}
    desk.attach("กำหนดการ.pdf", pdf(3) + b"\n% another version\n")
    (changed,) = desk.workspace.issue([letter], clock=desk.clock, pack=form)
    assert [finding.code for finding in changed.findings] == ["L64", "N31"]
    assert {name: (desk.out / name).read_bytes() for name in desk.files("out")} == before


def test_a_zip_is_the_same_bytes_with_thai_names(desk: Desk) -> None:
    letter = desk.write(*LINES)
    (made,) = desk.workspace.make([letter], pack="zip")
    assert made.pack == desk.out / "ชุดส่ง" / "เชิญ.zip"
    before = made.pack.read_bytes()
    made.pack.unlink()
    desk.workspace.make([letter], pack="zip")
    assert made.pack.read_bytes() == before
    with zipfile.ZipFile(made.pack) as archive:
        entries = archive.infolist()
        assert [entry.filename for entry in entries] == ["เชิญ.docx", *NAMES]
        assert all(entry.flag_bits & 0x800 for entry in entries)
        assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None


def test_a_batch_packs_each_copy_and_keeps_a_common_file_once(desk: Desk) -> None:
    letter = desk.write(LINES[0], to="{{ หน่วยงาน.เรียน }}")
    done = desk.workspace.batch(letter, clock=desk.clock, papers=False, pack="folder")
    packs = [item.pack for item in done.items if item.pack]
    assert [path.parent.name for path in packs] == ["ชุดส่ง", "ชุดส่ง"]
    first, second = (path / "สิ่งที่ส่งมาด้วย กำหนดการ.pdf" for path in packs)
    assert first.samefile(second)
    assert not first.stat().st_mode & 0o222
    again = desk.workspace.batch(letter, clock=desk.clock, papers=False, pack="folder", resume=True)
    assert [finding.code for finding in again.findings] == [finding.code for finding in done.findings]


def test_where_the_disk_has_no_links_each_pack_has_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_names: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr("os.link", no_links)
    letters = [tmp_path / f"{name}.docx" for name in "กข"]
    shared = tmp_path / "แผน.pdf"
    for path in (*letters, shared):
        path.write_bytes(path.name.encode())
    with packing(tmp_path, Form.FOLDER, is_issued=True) as packer:
        packs = [packer.pack([letter], [Enclosed(path=shared, name="แผน.pdf")]).place for letter in letters]
    assert [(pack / "แผน.pdf").read_bytes() for pack in packs] == [shared.read_bytes()] * 2
    assert not (packs[0] / "แผน.pdf").samefile(packs[1] / "แผน.pdf")


def test_a_copy_that_was_edited_is_told_and_not_packed(desk: Desk) -> None:
    letter = desk.write(LINES[0], to="{{ หน่วยงาน.เรียน }}")
    done = desk.workspace.batch(letter, clock=desk.clock, papers=False)
    done.items[0].file.write_bytes(b"edited")
    again = desk.workspace.batch(letter, clock=desk.clock, papers=False, pack="folder", resume=True)
    assert [bool(item.pack) for item in again.items] == [False, True]
    assert [finding.code for finding in again.items[0].findings] == ["R91"]


def test_a_rehearsal_says_what_would_be_packed_and_packs_nothing(desk: Desk) -> None:
    letter = desk.write(LINES[0])
    (rehearsed,) = desk.workspace.issue([letter], clock=desk.clock, pack="zip", dry_run=True)
    assert [(one.code, one.text) for one in rehearsed.findings] == [("N33", "สิ่งที่ส่งมาด้วย กำหนดการ.pdf")]
    done = desk.workspace.batch(letter, clock=desk.clock, pack="zip", dry_run=True)
    assert "N33" in [finding.code for finding in done.findings]
    assert not desk.out.exists()


def test_packs_that_the_disk_cannot_hold_are_refused_before_the_first_number(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = (desk.root / "เอกสารแนบ" / "กำหนดการ.pdf").stat().st_size
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: shutil._ntuple_diskusage(0, 0, size))
    letter = desk.write(LINES[0], to="{{ หน่วยงาน.เรียน }}")
    with pytest.raises(OutputError) as caught:
        desk.workspace.batch(letter, clock=desk.clock, papers=False, pack="zip")
    assert [finding.code for finding in caught.value.findings] == ["N30"]
    desk.workspace.batch(letter, clock=desk.clock, papers=False, pack="folder")  # one copy is enough
    with desk.workspace.register_to_read(clock=desk.clock) as register:
        assert len(register.entries()) == 1


def test_room_is_asked_of_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    check_room(tmp_path / "ก" / "ข", Form.ZIP, [])


def test_packs_are_no_letters_to_the_register(desk: Desk) -> None:
    desk.workspace.issue([desk.write(LINES[0])], clock=desk.clock, pack="folder", copy=True)
    assert [path.parent.name for path in desk.workspace.documents()] == ["out"]
    assert desk.workspace.check_register(clock=desk.clock)[1] == []


def test_a_zip_is_to_the_byte_what_earlier_versions_made(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(bytes(range(256)))
    write_zip(out := io.BytesIO(), {"ก.bin": tmp_path / "a", "b": tmp_path / "a"})
    with zipfile.ZipFile(out) as archive:
        assert archive.read("ก.bin") == bytes(range(256))
    assert (
        hashlib.sha256(out.getvalue()).hexdigest()
        == "2133a9f629f840f1da91a37dd3f52f33b9649f945647e6f90b23617128af74eb"
    )


@pytest.mark.parametrize("form", ["folder", "zip"])
def test_an_enclosure_of_any_size_takes_little_memory(desk: Desk, form: str) -> None:
    size = 64 << 20
    with desk.attach("ภาพ.mp4", b"").open("r+b") as film:
        film.truncate(size)
    letter = desk.write("ภาพยนตร์ = เอกสารแนบ/ภาพ.mp4", to="{{ หน่วยงาน.เรียน }}")
    desk.workspace.batch(letter, clock=desk.clock, papers=False, number="none")  # what is read only once
    tracemalloc.start()
    try:
        done = desk.workspace.batch(letter, clock=desk.clock, papers=False, number="each", pack=form)
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < size // 4
    packs = [item.pack for item in done.items if item.pack]
    held = [pack if form == "zip" else pack / "สิ่งที่ส่งมาด้วย ภาพยนตร์.mp4" for pack in packs]
    assert [path.stat().st_size >= size for path in held] == [True, True]


@pytest.mark.parametrize("form", ["folder", "zip"])
def test_what_a_killed_run_left_is_cleared_and_the_packs_made_whole(desk: Desk, form: str) -> None:
    letter = desk.write(*LINES, to="{{ หน่วยงาน.เรียน }}")
    first = desk.workspace.batch(letter, clock=desk.clock, papers=False, pack=form)
    packs = desk.root / "out" / "เชิญ" / "ชุดส่ง"
    before = {name: (packs / name).read_bytes() for name in desk.files("out/เชิญ/ชุดส่ง")}
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    for item in first.items:
        assert item.pack
        missing = item.pack if form == "zip" else item.pack / NAMES[0]
        missing.unlink()
        (missing.parent / f".mg-{platform.node()}-{gone.pid}-0123abcd.tmp").write_bytes(b"half")
    again = desk.workspace.batch(letter, clock=desk.clock, papers=False, pack=form, resume=True)
    assert {name: (packs / name).read_bytes() for name in desk.files("out/เชิญ/ชุดส่ง")} == before
    assert not [finding.code for finding in again.findings if finding.code in ("N31", "N32")]


def test_a_pack_that_is_open_elsewhere_is_told_and_the_others_are_made(desk: Desk) -> None:
    letter = desk.write("ตาราง = เอกสารแนบ/ตาราง.xlsx", to="{{ หน่วยงาน.เรียน }}")
    first = desk.workspace.batch(letter, clock=desk.clock, papers=False, number="none", pack="folder")
    one, other = (item.pack / "สิ่งที่ส่งมาด้วย ตาราง.xlsx" for item in first.items if item.pack)
    (one.parent / f"~${one.name}").write_bytes(b"whoever has it open")
    desk.attach("ตาราง.xlsx", b"another workbook")
    again = desk.workspace.batch(letter, clock=desk.clock, papers=False, number="none", pack="folder")
    assert "P01" in [finding.code for finding in again.findings]
    assert [bool(item.pack) for item in again.items] == [False, True]
    assert (one.read_bytes(), other.read_bytes()) == (b"a workbook", b"another workbook")


def test_files_of_one_name_from_two_folders_and_of_each_recipient_stand_side_by_side(desk: Desk) -> None:
    for folder in ("กค", "กผ", "กลาง"):
        (desk.root / folder).mkdir()
        (desk.root / folder / "แผน.xlsx").write_bytes(folder.encode())
    lines = ("แผน = กลาง/แผน.xlsx", "แผน = {{ หน่วยงาน.ย่อ }}/แผน.xlsx")
    done = desk.workspace.batch(
        desk.write(*lines, to="{{ หน่วยงาน.เรียน }}"), clock=desk.clock, papers=False, pack="zip"
    )
    held = []
    for item in done.items:
        with zipfile.ZipFile(item.pack or "") as archive:
            held.append({name: archive.read(name).decode() for name in archive.namelist()[1:]})
    names = ("สิ่งที่ส่งมาด้วย ๑ แผน.xlsx", "สิ่งที่ส่งมาด้วย ๒ แผน.xlsx")
    assert held == [dict(zip(names, ("กลาง", own), strict=True)) for own in ("กค", "กผ")]


@pytest.mark.parametrize(("form", "ending"), [("folder", ""), ("zip", ".zip"), (None, None)])
def test_the_manifest_says_where_each_pack_is_and_is_as_ever_without_packs(
    desk: Desk, form: str | None, ending: str | None
) -> None:
    letter = desk.write(LINES[0], to="{{ หน่วยงาน.เรียน }}")
    done = desk.workspace.batch(letter, clock=desk.clock, papers=False, pack=form)
    assert done.manifest
    head, *rows = csv.reader(io.StringIO(done.manifest.read_text("utf-8-sig")))
    listed = json.loads(done.manifest.with_suffix(".json").read_bytes())["items"]
    if ending is None:
        assert head == list(HEAD)
        assert not [item for item in listed if "pack" in item]
        return
    assert head == [*HEAD, "ชุดส่ง"]
    assert [row[-1] for row in rows] == [f"ชุดส่ง/{item.file.stem}{ending}" for item in done.items]
    assert [item["pack"] for item in listed] == [row[-1] for row in rows]
    assert all((done.manifest.parent / row[-1]).exists() for row in rows)


def test_a_batch_goes_on_where_its_own_packs_have_filled_the_disk(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = desk.write(LINES[0], to="{{ หน่วยงาน.เรียน }}")
    desk.workspace.batch(letter, clock=desk.clock, papers=False, pack="zip")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: shutil._ntuple_diskusage(0, 0, 0))
    again = desk.workspace.batch(letter, clock=desk.clock, papers=False, pack="zip", resume=True)
    assert all(item.pack and item.pack.is_file() for item in again.items)
