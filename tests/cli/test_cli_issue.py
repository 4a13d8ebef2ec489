"""`issue`: what is said of letters that get their numbers, and of those that do not."""

from __future__ import annotations

import hashlib
import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

import pytest
from click.testing import CliRunner, Result

from memogen.cli import cli
from memogen.cli.seat import Seat

SAMPLE = "letters/ตัวอย่าง-ขอเชิญประชุม.md"
ISSUED = "out/กต ๐๐๐๐-๑ ขอเชิญประชุมเตรียมจัดทำแผนปฏิบัติราชการประจำปี.docx"
MORNING = datetime(2026, 1, 7, 2, 30, tzinfo=UTC)

GOOD = """\
เรื่อง: ขออนุมัติ
เรียน: อธิบดี
ผู้ลงนาม: หัวหน้ากลุ่ม

ด้วยกลุ่มตัวอย่างจะจัดประชุม

จึงเรียนมาเพื่อโปรดพิจารณาอนุมัติ
"""


class Run(Protocol):
    def __call__(
        self, *words: str, at: datetime = MORNING, environ: dict[str, str] | None = None
    ) -> Result: ...


@pytest.fixture
def run(office: Path) -> Run:
    def run(*words: str, at: datetime = MORNING, environ: dict[str, str] | None = None) -> Result:
        seat = Seat(office, {**os.environ, "USER": "ธุรการ", **(environ or {})}, False, clock=lambda: at)
        return CliRunner().invoke(cli, words, obj=seat)

    return run


def write(office: Path, name: str, text: str = GOOD) -> str:
    (office / "letters" / name).write_text(text, encoding="utf-8")
    return f"letters/{name}"


def numbers(run: Run) -> list[str]:
    return [entry["number"] for entry in json.loads(run("register", "list", "--json").stdout)["entries"]]


def test_the_number_the_date_and_the_file_are_said(run: Run, office: Path) -> None:
    result = run("issue", SAMPLE)
    assert result.exit_code == 0
    assert result.stdout == f"ออกเลขแล้ว: กต ๐๐๐๐/๑ ลงวันที่ ๖ มกราคม ๒๕๖๙ {ISSUED} (จาก {SAMPLE})\n"
    assert result.stderr == "ขั้นต่อไป: เสนอลงนาม ส่งแล้วสั่ง memogen register dispatch เลขที่ --way วิธีส่ง\n"
    assert (office / ISSUED).is_file()


def test_it_is_said_in_english(run: Run) -> None:
    result = run("--lang", "en", "issue", SAMPLE)
    assert result.stdout == f"Issued: กต ๐๐๐๐/๑ dated ๖ มกราคม ๒๕๖๙ {ISSUED} (from {SAMPLE})\n"


def test_issued_again_it_has_the_same_number_and_exit_code_zero(run: Run, office: Path) -> None:
    run("issue", SAMPLE)
    before = (office / ISSUED).read_bytes()
    result = run("issue", SAMPLE, at=datetime(2026, 2, 1, tzinfo=UTC))
    assert result.exit_code == 0
    assert result.stdout.startswith("ออกเลขไว้แล้ว: กต ๐๐๐๐/๑ ลงวันที่ ๖ มกราคม ๒๕๖๙")
    assert (office / ISSUED).read_bytes() == before
    assert numbers(run) == ["กต ๐๐๐๐/๑"]


def test_the_json_has_the_keys_of_the_contract(run: Run, office: Path) -> None:
    result = run("issue", SAMPLE, "--json")
    assert result.stderr == ""
    assert json.loads(result.stdout) == {
        "letters": [
            {
                "letter": SAMPLE,
                "number": "กต ๐๐๐๐/๑",
                "serial": 1,
                "series": "กต ๐๐๐๐",
                "circular": False,
                "year_be": 2569,
                "date": "2026-01-06",
                "files": [ISSUED],
                "sha256": hashlib.sha256((office / ISSUED).read_bytes()).hexdigest(),
                "findings": [],
            }
        ]
    }


def test_a_dry_run_says_the_number_and_leaves_nothing(run: Run, office: Path) -> None:
    before = sorted(office.rglob("*"))
    result = run("issue", SAMPLE, "--dry-run")
    assert result.exit_code == 0
    assert result.stdout == f"จะได้เลข: กต ๐๐๐๐/๑ ลงวันที่ ๖ มกราคม ๒๕๖๙ (จาก {SAMPLE})\n"
    assert "ยังไม่ได้ใช้เลข" in result.stderr
    assert sorted(office.rglob("*")) == before


def test_a_letter_without_a_date_gets_todays_in_bangkok(run: Run, office: Path) -> None:
    letter = write(office, "ก.md")
    evening = datetime(2025, 12, 31, 18, 0, tzinfo=UTC)  # already the new year in Bangkok
    told = json.loads(run("issue", letter, "--json", at=evening).stdout)["letters"][0]
    assert (told["date"], told["year_be"]) == ("2026-01-01", 2569)


def test_the_date_is_read_as_people_type_it(run: Run, office: Path) -> None:
    told = json.loads(run("issue", write(office, "ก.md"), "--date", "5 ม.ค. 69", "--json").stdout)
    assert told["letters"][0]["date"] == "2026-01-05"


def test_a_changed_letter_is_refused_with_the_ways_out(run: Run, office: Path) -> None:
    letter = write(office, "ก.md")
    run("issue", letter)
    write(office, "ก.md", GOOD.replace("เรียน: อธิบดี", "เรียน: รองอธิบดี"))
    result = run("issue", letter)
    assert result.exit_code == 4
    assert result.stdout == ""
    assert result.stderr.startswith("letters/ก.md: R30 ")
    assert "(เรียน)" in result.stderr
    assert "memogen register void กต ๐๐๐๐/๑ --reason เหตุผล" in result.stderr


def test_a_finding_of_weight_keeps_the_number_back(run: Run, office: Path) -> None:
    result = run("issue", SAMPLE, write(office, "ก.md", "อ้างถึง: หนังสือกรมตัวอย่าง\n" + GOOD))
    assert result.exit_code == 1
    assert result.stderr.startswith("letters/ก.md:1: H03 ")
    assert numbers(run) == []
    assert not (office / ISSUED).exists()


def test_every_fault_of_every_letter_is_told_and_no_number_is_spent(run: Run, office: Path) -> None:
    first = write(office, "ก.md", GOOD.replace("หัวหน้ากลุ่ม", "ใคร"))
    second = write(office, "ข.md", GOOD.replace("เรื่อง:", "เรือง:"))
    result = run("issue", SAMPLE, first, second, "--json")
    told = json.loads(result.stdout)
    assert result.exit_code == 3
    assert told["letters"] == []
    assert {finding["file"] for finding in told["findings"]} == {first, second}
    assert numbers(run) == []


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("ที่: กต ๐๐๐๐/๙๙", "ใช้เลขที่ กต ๐๐๐๐/๙๙ ไม่ได้"),
        ("วันที่: 1 ธ.ค. 68", "กต ๐๐๐๐/๙"),
    ],
)
def test_what_the_register_refuses_ends_with_four(run: Run, office: Path, header: str, words: str) -> None:
    december = datetime(2025, 12, 20, 5, tzinfo=UTC)
    run("register", "open", "--floor", "8", at=december)
    run("issue", write(office, "เดิม.md", "วันที่: 20 ธ.ค. 68\n" + GOOD), at=december)
    result = run("issue", write(office, "ก.md", f"{header}\n{GOOD}"))
    assert result.exit_code == 4
    assert words in result.stderr
    assert "แนะนำ:" in result.stderr


def test_a_clock_set_back_is_refused_until_it_is_confirmed(run: Run, office: Path) -> None:
    run("issue", write(office, "ก.md", "วันที่: 6 ม.ค. 69\n" + GOOD))
    letter = write(office, "ข.md", "วันที่: 6 ม.ค. 69\n" + GOOD)
    yesterday = datetime(2026, 1, 6, 2, 0, tzinfo=UTC)
    refused = run("issue", letter, at=yesterday)
    assert refused.exit_code == 4
    assert "--accept-clock" in refused.stderr
    assert run("issue", letter, "--accept-clock", at=yesterday).exit_code == 0


def test_a_letter_for_each_unit_is_not_issued_here(run: Run, office: Path) -> None:
    letter = write(office, "ก.md", GOOD.replace("เรียน: อธิบดี", "เรียน: {{ หน่วยงาน.เรียน }}"))
    result = run("issue", letter)
    assert result.exit_code == 3
    assert "memogen batch" in result.stderr


def test_the_register_may_be_named_by_the_environment(run: Run, office: Path, tmp_path: Path) -> None:
    elsewhere = {"MEMOGEN_REGISTER": str(tmp_path / "กลาง.db")}
    assert run("issue", SAMPLE, environ=elsewhere).exit_code == 0
    assert (tmp_path / "กลาง.db").is_file()
    assert not (office / "register.db").exists()
    assert numbers(run) == []


def test_a_password_is_never_said(run: Run, office: Path) -> None:
    elsewhere = {"MEMOGEN_REGISTER": "postgresql://clerk:s3cret@127.0.0.1:1/register"}
    result = run("issue", SAMPLE, environ=elsewhere)
    assert result.exit_code == 4
    assert "s3cret" not in result.output


def test_the_trail_names_who_issued(run: Run) -> None:
    run("issue", SAMPLE)
    told = json.loads(run("register", "show", "1", "--json").stdout)
    assert [event["actor"] for event in told["story"]] == ["ธุรการ"]


def test_an_unknown_kind_of_register_is_refused(run: Run) -> None:
    result = run("issue", SAMPLE, environ={"MEMOGEN_REGISTER": "mysql://clerk:s3cret@db/register"})
    assert result.exit_code == 4
    assert "R99 " in result.stderr
    assert "s3cret" not in result.output


@pytest.mark.layout
def test_a_pdf_stands_beside_the_issued_document(run: Run, office: Path) -> None:
    told = json.loads(run("issue", SAMPLE, "--pdf", "--json").stdout)
    assert told["letters"][0]["files"] == [ISSUED, ISSUED.replace(".docx", ".pdf")]
    assert (office / ISSUED).with_suffix(".pdf").read_bytes().startswith(b"%PDF")
