"""Files are whole or not there; names are legal everywhere; text is read in any Thai encoding."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from cases import each
from hypothesis import given
from hypothesis import strategies as st

from memogen.errors import InputError, OutputError
from memogen.files import (
    check_writable,
    delivery,
    legal_name,
    put,
    put_all,
    read_text,
    same_name,
    stage,
    sweep,
)
from memogen.files.names import why_illegal
from memogen.files.writing import owner_files, retried

NOW = datetime(2026, 11, 20, 9, 0)


def codes(error: pytest.ExceptionInfo[OutputError] | pytest.ExceptionInfo[InputError]) -> list[str]:
    return [finding.code for finding in error.value.findings]


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


class TestPut:
    def test_the_bytes_stand_there_and_no_temp_is_left(self, tmp_path: Path) -> None:
        put(tmp_path / "บันทึก.docx", b"whole")
        assert (tmp_path / "บันทึก.docx").read_bytes() == b"whole"
        assert names_in(tmp_path) == ["บันทึก.docx"]

    def test_a_missing_folder_is_made(self, tmp_path: Path) -> None:
        put(tmp_path / "out" / "๒๕๖๙" / "a.docx", b"x")
        assert (tmp_path / "out" / "๒๕๖๙" / "a.docx").read_bytes() == b"x"

    def test_the_mode_of_an_existing_file_is_kept(self, tmp_path: Path) -> None:
        path = tmp_path / "a.docx"
        path.write_bytes(b"old")
        path.chmod(0o640)
        put(path, b"new")
        assert stat.S_IMODE(path.stat().st_mode) == 0o640

    def test_a_link_is_followed_and_stays_a_link(self, tmp_path: Path) -> None:
        target, link = tmp_path / "real" / "a.docx", tmp_path / "a.docx"
        target.parent.mkdir()
        link.symlink_to(target)
        put(link, b"x")
        assert link.is_symlink()
        assert target.read_bytes() == b"x"

    @pytest.mark.parametrize(
        ("name", "owner"),
        [
            ("บันทึกข้อความ.docx", "~$นทึกข้อความ.docx"),
            ("memo-01.docx", "~$emo-01.docx"),
            ("memo12345.docx", "~$mo12345.docx"),
            ("memo.docx", "~$memo.docx"),
            ("scorecard2566.xlsx", "~$scorecard2566.xlsx"),
            ("memo.docx", ".~lock.memo.docx#"),
        ],
    )
    def test_a_file_open_in_office_is_refused_and_stands(self, tmp_path: Path, name: str, owner: str) -> None:
        (tmp_path / name).write_bytes(b"old")
        (tmp_path / owner).write_bytes(b"someone")
        with pytest.raises(OutputError) as error:
            put(tmp_path / name, b"new")
        assert codes(error) == ["P01"]
        assert "ปิดไฟล์นี้ใน Word ก่อน" in error.value.findings[0].hint
        assert (tmp_path / name).read_bytes() == b"old"
        assert names_in(tmp_path) == sorted([name, owner])

    def test_an_owner_file_without_its_document_refuses_nothing(self, tmp_path: Path) -> None:
        (tmp_path / "~$memo.docx").write_bytes(b"left by a crash")
        put(tmp_path / "memo.docx", b"x")
        assert (tmp_path / "memo.docx").read_bytes() == b"x"

    def test_a_write_protected_file_is_refused_even_to_root(self, tmp_path: Path) -> None:
        path = tmp_path / "a.docx"
        path.write_bytes(b"old")
        path.chmod(0o444)
        with pytest.raises(OutputError) as error:
            put(path, b"new")
        assert codes(error) == ["P03"]
        assert path.read_bytes() == b"old"

    def test_a_read_only_folder_is_refused(self, tmp_path: Path) -> None:
        folder = tmp_path / "out"
        folder.mkdir(mode=0o555)
        with pytest.raises(OutputError) as error:
            put(folder / "a.docx", b"x")
        assert codes(error) == ["P03"]
        assert names_in(folder) == []

    def test_a_folder_of_that_name_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "a.docx").mkdir()
        with pytest.raises(OutputError) as error:
            put(tmp_path / "a.docx", b"x")
        assert codes(error) == ["P05"]
        assert names_in(tmp_path) == ["a.docx"]

    def test_a_file_where_the_folder_should_be_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "out").write_bytes(b"")
        with pytest.raises(OutputError) as error:
            put(tmp_path / "out" / "a.docx", b"x")
        assert codes(error) == ["P04"]

    def test_a_name_too_long_for_the_disk_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(OutputError) as error:
            put(tmp_path / ("ก" * 90 + ".docx"), b"x")
        assert codes(error) == ["P04"]
        assert names_in(tmp_path) == []

    def test_a_full_disk_leaves_the_old_file_and_no_temp(self, tmp_path: Path) -> None:
        path = tmp_path / "a.docx"
        path.write_bytes(b"old")
        limited = (
            "import resource, sys; from pathlib import Path; from memogen.files import put;"
            "from memogen.errors import OutputError;"
            "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
            "try: put(Path(sys.argv[1]), b'x' * 5000)\n"
            "except OutputError as error: print(error.findings[0].code)"
        )
        root = Path(__file__).parents[1]
        call = [sys.executable, "-c", limited, str(path)]
        done = subprocess.run(call, cwd=root, capture_output=True, text=True)
        assert done.stdout.strip() == "P02", done.stderr
        assert path.read_bytes() == b"old"
        assert names_in(tmp_path) == ["a.docx"]


class TestPutAll:
    def test_all_files_take_their_places(self, tmp_path: Path) -> None:
        put_all((tmp_path / f"{number}.docx", b"%d" % number) for number in range(30))
        assert len(names_in(tmp_path)) == 30
        assert (tmp_path / "7.docx").read_bytes() == b"7"

    def test_one_refusal_leaves_every_old_file(self, tmp_path: Path) -> None:
        (tmp_path / "a.docx").write_bytes(b"old")
        (tmp_path / "b.docx").mkdir()
        with pytest.raises(OutputError):
            put_all([(tmp_path / "a.docx", b"new"), (tmp_path / "b.docx", b"x"), (tmp_path / "c.docx", b"x")])
        assert (tmp_path / "a.docx").read_bytes() == b"old"
        assert names_in(tmp_path) == ["a.docx", "b.docx"]

    def test_every_refusal_is_told_at_once(self, tmp_path: Path) -> None:
        for name in ("a.docx", "c.docx"):
            (tmp_path / name).mkdir()
        with pytest.raises(OutputError) as error:
            put_all((tmp_path / f"{name}.docx", b"x") for name in "abc")
        assert codes(error) == ["P05", "P05"]

    def test_a_failure_in_making_the_files_leaves_nothing(self, tmp_path: Path) -> None:
        def documents() -> Iterator[tuple[Path, bytes]]:
            yield tmp_path / "a.docx", b"x"
            raise ValueError("the second letter cannot be rendered")

        with pytest.raises(ValueError, match="second letter"):
            put_all(documents())
        assert names_in(tmp_path) == []

    @pytest.mark.parametrize("second", ["memo.docx", "MEMO.docx", "memo.DOCX"])
    def test_two_files_that_are_one_on_windows_are_refused(self, tmp_path: Path, second: str) -> None:
        with pytest.raises(OutputError) as error:
            put_all([(tmp_path / "memo.docx", b"1"), (tmp_path / second, b"2")])
        assert codes(error) == ["P06"]
        assert names_in(tmp_path) == []


class TestWindowsLock:
    @each("winerror", [5, 32])
    def test_a_lock_that_is_let_go_is_waited_for(self, winerror: int) -> None:
        held = [_in_use(winerror), _in_use(winerror)]

        def replace() -> None:
            if held:
                raise held.pop()

        retried(replace, waits=[0, 0, 0])
        assert held == []

    def test_a_lock_that_stays_is_given_up(self) -> None:
        tries = []

        def replace() -> None:
            tries.append(1)
            raise _in_use(32)

        with pytest.raises(PermissionError):
            retried(replace, waits=[0] * 5)
        assert len(tries) == 6

    def test_a_plain_refusal_is_not_tried_again(self) -> None:
        tries = []

        def replace() -> None:
            tries.append(1)
            raise PermissionError(13, "no")

        with pytest.raises(PermissionError):
            retried(replace, waits=[0] * 5)
        assert len(tries) == 1


def _in_use(winerror: int) -> PermissionError:
    error = PermissionError(13, "in use")
    error.winerror = winerror  # type: ignore[attr-defined,unused-ignore]
    return error


class TestDelivery:
    def test_files_are_whole_and_no_temp_is_left(self, tmp_path: Path) -> None:
        with delivery() as deliver:
            deliver(tmp_path / "ใหม่" / "ก.docx", b"one")
            deliver(tmp_path / "ข.docx", stage(tmp_path, b"two"))
        assert (tmp_path / "ใหม่" / "ก.docx").read_bytes() == b"one"
        assert (tmp_path / "ข.docx").read_bytes() == b"two"
        assert names_in(tmp_path) == ["ข.docx", "ใหม่"]

    def test_what_stands_there_is_replaced_whole_and_keeps_its_mode(self, tmp_path: Path) -> None:
        path = tmp_path / "a.docx"
        path.write_bytes(b"old")
        path.chmod(0o640)
        with delivery() as deliver:
            deliver(path, stage(tmp_path, b"new"))
        assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", 0o640)

    def test_what_stands_there_is_left_alone_where_nothing_is_to_be_replaced(self, tmp_path: Path) -> None:
        (tmp_path / "เดิม.docx").write_bytes(b"old")
        (tmp_path / "ลอย.docx").symlink_to(tmp_path / "ปลายทาง.docx")
        waiting = stage(tmp_path, b"n", b"", b"ew")
        with delivery(replacing=False) as deliver:
            assert not deliver(tmp_path / "เดิม.docx", waiting)
            assert deliver(str(tmp_path / "ใหม่.docx"), waiting)
            assert deliver(tmp_path / "ลอย.docx", b"through")
        assert (tmp_path / "เดิม.docx").read_bytes() == b"old"
        assert (tmp_path / "ใหม่.docx").read_bytes() == b"new"
        assert (tmp_path / "ปลายทาง.docx").read_bytes() == b"through"

    def test_one_that_cannot_be_written_leaves_the_others_and_no_temp(self, tmp_path: Path) -> None:
        (tmp_path / "ก.docx").mkdir()
        with delivery() as deliver:
            for content in (b"x", stage(tmp_path, b"x")):
                with pytest.raises(OutputError) as caught:
                    deliver(tmp_path / "ก.docx", content)
                assert codes(caught) == ["P05"]
            deliver(tmp_path / "ข.docx", b"two")
        assert names_in(tmp_path) == ["ก.docx", "ข.docx"]

    def test_one_that_word_has_open_is_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "หนังสือเวียน.docx"
        path.write_bytes(b"old")
        owner_files(path)[0].write_bytes(b"")
        with delivery() as deliver, pytest.raises(OutputError) as caught:
            deliver(path, b"new")
        assert (codes(caught), path.read_bytes()) == (["P01"], b"old")

    def test_a_temp_that_waits_is_swept_once_its_maker_is_gone(self, tmp_path: Path) -> None:
        code = (
            f"from pathlib import Path; from memogen.files import stage; stage(Path({str(tmp_path)!r}), b'x')"
        )
        subprocess.run([sys.executable, "-c", code], check=True)
        waiting = stage(tmp_path, b"mine")
        assert len(sweep(tmp_path)) == 1
        assert names_in(tmp_path) == [Path(waiting).name]


def test_owner_files_follow_the_length_of_the_name() -> None:
    assert [owner_files(Path(name))[0].name for name in ("sixsix.docx", "sevenix.docx", "eightish.docx")] == [
        "~$sixsix.docx",
        "~$evenix.docx",
        "~$ghtish.docx",
    ]


class TestPreflight:
    def test_a_writable_folder_is_made_and_left_empty(self, tmp_path: Path) -> None:
        check_writable(tmp_path / "out")
        assert names_in(tmp_path / "out") == []

    def test_a_read_only_folder_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "out").mkdir(mode=0o555)
        with pytest.raises(OutputError) as error:
            check_writable(tmp_path / "out")
        assert codes(error) == ["P03"]


class TestSweep:
    def test_only_abandoned_temps_go(self, tmp_path: Path) -> None:
        import platform
        import re

        host = re.sub(r"[^A-Za-z0-9]+", "-", platform.node()).strip("-")[:24] or "host"
        dead = subprocess.Popen([sys.executable, "-c", ""])
        dead.wait()
        ours_dead = tmp_path / f".mg-{host}-{dead.pid}-00ff.tmp"
        ours_live = tmp_path / f".mg-{host}-{os.getpid()}-00ff.tmp"
        theirs = tmp_path / ".mg-otherpc-1-00ff.tmp"
        theirs_old = tmp_path / ".mg-otherpc-2-00ff.tmp"
        for path in (ours_dead, ours_live, theirs, theirs_old, tmp_path / ".mg-notes.tmp"):
            path.write_bytes(b"")
            os.utime(path, (NOW.timestamp(), NOW.timestamp()))
        old = (NOW - timedelta(hours=25)).timestamp()
        os.utime(theirs_old, (old, old))
        assert set(sweep(tmp_path, now=NOW)) == {ours_dead, theirs_old}
        assert names_in(tmp_path) == sorted([ours_live.name, theirs.name, ".mg-notes.tmp"])


class TestLegalName:
    @each(
        ("text", "name"),
        [
            ("กษ ๑๑๑๓/๖๕๓", "กษ ๑๑๑๓-๖๕๓.docx"),
            ("กษ 1113/ว71", "กษ 1113-ว71.docx"),
            ("กอง/สำนัก", "กอง สำนัก.docx"),
            ("ด่วนที่สุด: เรื่อง", "ด่วนที่สุด เรื่อง.docx"),
            ('a<b>c"d\\e|f?g*h', "a b c d e f g h.docx"),
            ("a\nb\tc\0d", "a b c d.docx"),
            ("ก\u202eข\u200bค\ufeff", "ก ข ค.docx"),
            ("x\ud800y", "x y.docx"),
            ("ชื่อ. ", "ชื่อ.docx"),
            ("../../x", "x.docx"),
            ("CON", "_CON.docx"),
            ("con.รายงาน", "_con.รายงาน.docx"),
            ("com¹", "_com¹.docx"),
            ("LPT0", "_LPT0.docx"),
            ("CONIN$", "_CONIN$.docx"),
            ("CONTROL", "CONTROL.docx"),
            ("e\u0301tude", "étude.docx"),
            ("น้ำ", "น้ำ.docx"),
            ("", "เอกสาร.docx"),
            ("...", "เอกสาร.docx"),
            ("่" * 300, "เอกสาร.docx"),
        ],
    )
    def test_the_name_of(self, text: str, name: str) -> None:
        assert legal_name(text) == name

    def test_a_long_subject_is_cut_at_a_near_space(self) -> None:
        subject = "ขอเชิญประชุมคณะกรรมการติดตามและประเมินผล " + "การดำเนินงาน" + " ครั้งที่หนึ่งร้อยสองประจำปีงบประมาณ"
        assert legal_name(subject).endswith("การดำเนินงาน.docx")

    @given(
        st.text(alphabet=st.sampled_from("กขำ้่ิุ์เแโใไะาๆ .๑/A😀\u200b"), max_size=200) | st.text(max_size=200),
        st.sampled_from([".docx", ".pdf", " (กองตัวอย่าง).docx"]),
    )
    def test_every_name_is_legal(self, text: str, suffix: str) -> None:
        name = legal_name(text, suffix=suffix)
        stem = name.removesuffix(suffix)
        assert len(name.encode()) <= 200
        assert len(name.encode("utf-16-le")) <= 240
        assert Path(name).name == name
        assert not set('<>:"/\\|?*') & set(stem)
        assert stem
        assert stem == stem.strip(" .")
        assert unicodedata.is_normalized("NFC", name)
        assert legal_name(stem, suffix=suffix) == name

    @given(st.text(alphabet="กขคเแโใไำาะ้่ิุ์", min_size=90, max_size=300))
    def test_no_cluster_is_cut(self, text: str) -> None:
        stem = legal_name(text, suffix="")
        rest = unicodedata.normalize("NFC", text).removeprefix(stem)
        if stem != "เอกสาร":
            assert stem[-1] not in "เแโใไ"
            assert not rest or rest[0] not in "ำาะ้่ิุ์"


@each(
    ("first", "second", "same"),
    [
        ("Memo.docx", "memo.DOCX", True),
        ("étude", "e\u0301TUDE", True),
        ("ก.docx", "ก.docx. ", True),
        ("ก.docx", "ข.docx", False),
        ("straße", "strasse", False),
    ],
)
def test_same_name_is_as_windows_sees_it(first: str, second: str, same: bool) -> None:
    assert same_name(first, second) is same


@each(
    ("name", "word"),
    [
        ("กอง/สำนัก: ก.docx", "/ :"),
        ("ก\u202eข\x07.docx", "U+202E U+0007"),
        ("con.docx", "สงวน"),
        ("LPT1", "สงวน"),
        ("ก.docx.", "จุดหรือวรรค"),
        ("ก ", "จุดหรือวรรค"),
        ("", "ไม่มีชื่อ"),
        ("..", "ไม่มีชื่อ"),
        ("ก" * 65 + ".docxx", "ยาวเกินไป"),
        ("a" * 121, "ยาวเกินไป"),
    ],
)
def test_why_a_name_is_illegal_is_said(name: str, word: str) -> None:
    assert word in why_illegal(name)


@given(st.text(max_size=100))
def test_a_name_made_legal_has_nothing_illegal(text: str) -> None:
    assert why_illegal(legal_name(text)) == ""


class TestReadText:
    TEXT = "เรื่อง: ขอเชิญประชุม\n\nน้ำ ๑๒๓\n"

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
    def test_the_encodings_of_thai_offices(self, tmp_path: Path, encoding: str) -> None:
        path = tmp_path / "a.md"
        path.write_bytes(self.TEXT.replace("\n", "\r\n").encode(encoding))
        assert read_text(path) == self.TEXT

    def test_damaged_utf8_is_not_taken_for_windows_874(self, tmp_path: Path) -> None:
        path = tmp_path / "a.md"
        path.write_bytes("เรียน\nอธบด\n".encode() + b"\xe0\xb8" + "\nรร\n".encode())
        with pytest.raises(InputError) as error:
            read_text(path)
        assert [(finding.code, finding.line) for finding in error.value.findings] == [("P13", 3)]

    @pytest.mark.parametrize("content", [b"a\nb\x81\xff\n", b"a\nPK\0\x03"])
    def test_what_is_no_text_names_its_line(self, tmp_path: Path, content: bytes) -> None:
        path = tmp_path / "a.md"
        path.write_bytes(content)
        with pytest.raises(InputError) as error:
            read_text(path)
        assert [(finding.code, finding.line) for finding in error.value.findings] == [("P13", 2)]

    def test_too_long_a_file_is_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "a.md"
        path.write_bytes(b"x" * 11)
        assert read_text(path, limit=11) == "x" * 11
        with pytest.raises(InputError) as error:
            read_text(path, limit=10)
        assert codes(error) == ["P12"]

    def test_a_missing_file_names_its_neighbour(self, tmp_path: Path) -> None:
        (tmp_path / "ขอเชิญประชุม.md").write_text("")
        with pytest.raises(InputError) as error:
            read_text(tmp_path / "ขอเชิญประชม.md")
        assert codes(error) == ["P11"]
        assert "ขอเชิญประชุม.md" in error.value.findings[0].hint
