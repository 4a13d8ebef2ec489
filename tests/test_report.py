"""Findings as a reader and as a program take them."""

from __future__ import annotations

from cases import each

from memogen.findings import Finding, Severity
from memogen.report import as_json, as_text, line_of

ERROR = Finding(
    code="L01", file="letters/x.md", line=4, message="ไม่รู้จักหัวข้อ “เรือง”", hint="หมายถึง “เรื่อง” ใช่หรือไม่"
)
WARNING = Finding(code="D01", severity=Severity.WARNING, file="letters/a.md", line=1, message="เลขปนกัน")
NOTE = Finding(code="L19", severity=Severity.INFO, file="letters/a.md", message="ทำของกองคลัง")


@each(
    ("finding", "line"),
    [
        (ERROR, "letters/x.md:4: L01 ไม่รู้จักหัวข้อ “เรือง” แนะนำ: หมายถึง “เรื่อง” ใช่หรือไม่"),
        (WARNING, "letters/a.md:1: D01 (คำเตือน) เลขปนกัน"),
        (NOTE, "letters/a.md: L19 (แจ้งเพื่อทราบ) ทำของกองคลัง"),
        (Finding(code="X01", file="แผน.xlsx", cell="B4", message="ว่าง"), "แผน.xlsx B4: X01 ว่าง"),
        (Finding(code="Y02", message="ไม่พบ\nโปรแกรม"), "Y02 ไม่พบ โปรแกรม"),
    ],
)
def test_a_finding_is_one_line(finding: Finding, line: str) -> None:
    assert line_of(finding) == line


def test_errors_come_first_and_a_count_last() -> None:
    assert as_text([NOTE, WARNING, ERROR]).splitlines() == [
        line_of(ERROR),
        line_of(WARNING),
        line_of(NOTE),
        "รวม: ข้อผิดพลาด 1 คำเตือน 1 แจ้งเพื่อทราบ 1",
    ]


def test_within_a_severity_findings_follow_file_and_line() -> None:
    places = [("b.md", 2), ("b.md", 1), ("a.md", 9), ("a.md", None)]
    found = [Finding(code="L01", message="ผิด", file=file, line=line) for file, line in places]
    assert [line.partition(": ")[0] for line in as_text(found).splitlines()[:-1]] == [
        "a.md",
        "a.md:9",
        "b.md:1",
        "b.md:2",
    ]


def test_what_is_found_twice_is_told_once() -> None:
    assert as_text([ERROR, ERROR]).splitlines()[-1] == "รวม: ข้อผิดพลาด 1 คำเตือน 0 แจ้งเพื่อทราบ 0"


def test_nothing_found_is_nothing_told() -> None:
    assert as_text([]) == ""


def test_the_json_has_the_keys_of_the_contract() -> None:
    assert as_json([ERROR]) == [
        {
            "code": "L01",
            "message": ERROR.message,
            "severity": "error",
            "file": "letters/x.md",
            "line": 4,
            "cell": None,
            "place": "",
            "text": "",
            "hint": ERROR.hint,
            "source": "",
            "fixable": False,
        }
    ]
