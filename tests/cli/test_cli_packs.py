"""`--pack`, `--append` and `--copy` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import Run

LETTER = """\
ชนิด: หนังสือภายนอก
วันที่: ๒๗ มีนาคม ๒๕๖๖
เรื่อง: ขอเชิญประชุมประจำปี
เรียน: ผู้อำนวยการกองคลัง
สิ่งที่ส่งมาด้วย: ตาราง จำนวน ๑ ชุด = ตาราง.xlsx
ผู้ลงนาม: อธิบดี

ด้วยจะจัดประชุมประจำปี รายละเอียดตามสิ่งที่ส่งมาด้วย
"""


@pytest.fixture
def letter(office: Path) -> str:
    (office / "letters" / "เชิญ.md").write_text(LETTER, encoding="utf-8")
    (office / "ตาราง.xlsx").write_bytes(b"a workbook")
    return "letters/เชิญ.md"


@pytest.mark.parametrize(
    ("words", "pack"),
    [
        (["--pack"], "out/ชุดส่ง/เชิญ"),
        (["--pack", "folder"], "out/ชุดส่ง/เชิญ"),
        (["--pack", "zip"], "out/ชุดส่ง/เชิญ.zip"),
        (["--pack=zip"], "out/ชุดส่ง/เชิญ.zip"),
    ],
)
@pytest.mark.parametrize("is_first", [True, False])
def test_the_form_may_be_left_out_wherever_the_option_stands(
    run: Run, office: Path, letter: str, words: list[str], pack: str, *, is_first: bool
) -> None:
    result = run("make", *([*words, letter] if is_first else [letter, *words]), "--json")
    assert result.exit_code == 0, result.stderr
    (made,) = json.loads(result.stdout)["letters"]
    assert made["pack"] == pack
    assert (office / pack).exists()


def test_another_form_is_refused(run: Run, letter: str) -> None:
    assert run("make", letter, "--pack=rar").exit_code == 2


def test_without_the_option_nothing_is_packed_nor_told(run: Run, office: Path, letter: str) -> None:
    (made,) = json.loads(run("make", letter, "--json").stdout)["letters"]
    assert "pack" not in made
    assert sorted(path.name for path in (office / "out").iterdir()) == ["เชิญ.docx"]


def test_an_issued_letter_tells_its_pack_and_its_file_copy(run: Run, office: Path, letter: str) -> None:
    result = run("issue", letter, "--pack", "--copy")
    assert result.exit_code == 0, result.stderr
    assert "ชุดส่ง: out/ชุดส่ง/" in result.stdout
    assert len(list((office / "out" / "สำเนาคู่ฉบับ").glob("*.docx"))) == 1


def test_a_batch_tells_the_pack_of_each_copy(run: Run, office: Path, letter: str) -> None:
    result = run("batch", letter, "--pack", "zip", "--no-papers", "--number", "none", "--json")
    assert result.exit_code == 0, result.stderr
    packs = [item["pack"] for item in json.loads(result.stdout)["items"]]
    assert len(packs) > 1
    assert all((office / pack).is_file() for pack in packs)
