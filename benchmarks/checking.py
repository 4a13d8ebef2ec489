"""How fast letters are checked: `python benchmarks/checking.py [--letters N] [--rounds R]`.

One-page DOCX as Word saves them (python-docx's own template, which Word wrote, with its styles, themes and
settings), and as lean as memogen makes them. memogen's whole check (opened, looked through for what acts,
read, held against every rule that needs no rendered page) beside python-docx opening the same files and
doing nothing with them. All take turns within a round, each in a process of its own, by processor time;
medians, and ratios within the same round. The marks: at most 3 times opening the files that Word saved,
1,000 letters in at most 20 s on one core, in memory that does not grow with their number.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

LETTERS = 1_000
NOW = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
WARM_UP = 5
MEGABYTE = 1_000_000
CONTESTANTS = ("check", "open")
SORTS = ("saved by Word", "lean")
BODY = (
    "ตามที่กรมส่งเสริมสหกรณ์ให้หน่วยงานจัดทำแผนปรับปรุงการให้บริการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ นั้น",
    "กลุ่มพัฒนาระบบบริหารได้รวบรวมแผนของหน่วยงานที่ {number} แล้ว จำนวน ๓ แผน รวมเป็นเงิน ๑๒,๕๐๐ บาท "
    "(หนึ่งหมื่นสองพันห้าร้อยบาทถ้วน) กำหนดแล้วเสร็จภายในวันที่ ๓๐ กันยายน ๒๕๖๖ และขอให้หน่วยงานรายงานผลการดำเนินงาน "
    "รอบ ๖ เดือน และรอบ ๑๒ เดือน ตามแบบรายงานที่แนบมาพร้อมนี้ เพื่อรวบรวมเสนออธิบดีกรมส่งเสริมสหกรณ์พิจารณาต่อไป",
    "ทั้งนี้ สอบถามรายละเอียดเพิ่มเติมได้ที่กลุ่มพัฒนาระบบบริหาร โทรศัพท์ ๐ ๒๒๘๑ ๐๐๐๐ ต่อ ๒๗๑",
    "จึงเรียนมาเพื่อโปรดทราบ และดำเนินการในส่วนที่เกี่ยวข้องต่อไปด้วย จะขอบคุณยิ่ง",
)


# --- material -----------------------------------------------------------------------------------------


def saved_by_word(path: Path, number: int) -> None:
    """A memo typed into the document that Word gave python-docx."""
    import docx

    document = docx.Document()
    lines = (
        "บันทึกข้อความ",
        "ส่วนราชการ กลุ่มพัฒนาระบบบริหาร โทร. ๒๗๑",
        f"ที่ กษ ๑๑๑๓/{number}\tวันที่ ๒๗ มีนาคม ๒๕๖๖",
        "เรื่อง การรายงานผลตามแผนปรับปรุงการให้บริการ",
        "เรียน ผู้อำนวยการกองแผนงาน",
        *(text.format(number=number) for text in BODY),
        "(นางสาวตัวอย่าง หนึ่งนาม)",
        "ผู้อำนวยการกลุ่มพัฒนาระบบบริหาร",
    )
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))


def lean(path: Path, number: int) -> None:
    """The same memo as memogen makes it."""
    from memogen import compose, render
    from memogen.letters import parse_letter
    from memogen.settings import parse_office

    root = Path(__file__).parent.parent
    office = parse_office((root / "memogen.toml").read_text(encoding="utf-8"))
    heads = "\n".join(
        (
            f"ที่: กษ ๑๑๑๓/{number}",
            "วันที่: ๒๗ มีนาคม ๒๕๖๖",
            "เรื่อง: การรายงานผลตามแผนปรับปรุงการให้บริการ",
            "เรียน: ผู้อำนวยการกองแผนงาน",
            "ผู้ลงนาม: ผอ.กพร.",
        )
    )
    body = "\n\n".join(text.format(number=number) for text in BODY)
    memo = compose.compose(parse_letter(f"{heads}\n\n{body}\n", "letter.md"), office)
    template = render.read_template(root / "templates" / "บันทึกข้อความ.docx", name="บันทึกข้อความ.docx")
    from memogen.render.memo import render_memo

    path.write_bytes(render_memo(memo, template, emblem=True, creator="memogen"))


# --- contestants --------------------------------------------------------------------------------------


def check(files: list[Path]) -> int:
    """Findings of all letters, each told and let go, as the command does."""
    from memogen.desk.inspecting import Inspector, Question

    inspector = Inspector(None, Question(layout=False), clock=lambda: NOW)
    return sum(len(one.findings) for one in inspector.inspect(files))


def open_(files: list[Path]) -> int:
    """Paragraphs of all letters, opened by python-docx."""
    import docx

    return sum(len(docx.Document(str(path)).element.body) for path in files)


def contest(name: str, folder: Path, count: int) -> dict[str, Any]:
    """Processor seconds for `count` letters, in this process, after a few that do not count; its peak."""
    contestants: dict[str, Callable[[list[Path]], int]] = {"check": check, "open": open_}
    files = sorted(folder.glob("*.docx"))[:count]
    contestants[name](files[:WARM_UP])
    began = time.process_time()
    told = contestants[name](files)
    seconds = time.process_time() - began
    return {
        "seconds": seconds,
        "told": told,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
    }


# --- what is measured -----------------------------------------------------------------------------------


def run(name: str, folder: Path, count: int) -> dict[str, Any]:
    """A contestant in a process of its own."""
    command = [
        sys.executable,
        __file__,
        "--contestant",
        name,
        "--folder",
        str(folder),
        "--letters",
        str(count),
    ]
    result = subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ})
    told: dict[str, Any] = json.loads(result.stdout)
    return told


def measure(place: Path, count: int, rounds: int) -> None:
    for sort, make in zip(SORTS, (saved_by_word, lean), strict=True):
        (place / sort).mkdir()
        for number in range(count):
            make(place / sort / f"{number:05}.docx", number + 1)
    print(f"{count:,} letters of one page, {rounds} rounds: medians, ratios within a round")
    print(f"{'':<24} {'ms a letter':>12} {'x opening':>10} {'all, s':>8} {'peak MB':>8}")
    for sort in SORTS:
        costs: dict[str, list[float]] = {name: [] for name in CONTESTANTS}
        peaks = dict.fromkeys(CONTESTANTS, 0)
        for _round in range(rounds):
            for name in CONTESTANTS:
                told = run(name, place / sort, count)
                costs[name].append(told["seconds"])
                peaks[name] = max(peaks[name], told["peak"])
        for name, title in (("check", "memogen check"), ("open", "python-docx opens")):
            ratio = statistics.median(a / b for a, b in zip(costs[name], costs["open"], strict=True))
            seconds = statistics.median(costs[name])
            print(
                f"{f'{title}, {sort}':<36} {seconds / count * 1000:>8.2f} {ratio:>8.2f} {seconds:>8.1f}"
                f" {peaks[name] / MEGABYTE:>8.0f}"
            )
    few = run("check", place / SORTS[0], count // 4)["peak"]
    many = run("check", place / SORTS[0], count)["peak"]
    print(f"peak of {count // 4:,} letters {few / MEGABYTE:.0f} MB, of {count:,} {many / MEGABYTE:.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--letters", type=int, default=LETTERS)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--contestant", choices=CONTESTANTS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.contestant:
        print(json.dumps(contest(given.contestant, given.folder, given.letters)))
        return
    with tempfile.TemporaryDirectory() as place:
        measure(Path(place), given.letters, given.rounds)


if __name__ == "__main__":
    main()
