"""`kpi`: the scorecard of a plan."""

from __future__ import annotations

import re
import shutil
from functools import partial
from gettext import gettext as _
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from memogen.cli.columns import padded, width, wrapped
from memogen.cli.door import Command, Group
from memogen.cli.options import as_json_option, catchwords_option, out_option, pdf_option, thai_date
from memogen.cli.seat import Seat
from memogen.cli.shape import option
from memogen.cli.telling import paging, progress, quoted, remark, say, say_json, tell
from memogen.findings import N_, has_errors
from memogen.report import as_json as listed

if TYPE_CHECKING:
    from datetime import date

    from memogen.desk.reporting import Reminder, Report
    from memogen.kpi.nouns import Scored, ScoredCsf, ScoredDimension, ScoredKpi

NARROWEST, WIDEST = 80, 120
"""Columns of a terminal that the table is laid out for."""
WEIGHT, RESULT, LEVEL, SCORE = 7, 20, 5, 6
"""Columns of the table, with one between them; the name has what they leave."""
NUMBER = re.compile(r"[0-9๐-๙.]+ +")


@click.group(cls=Group, help=N_("คะแนนคิดจากสมุดงานของแผน ทุกตัวเลขบอกแผ่นงานและช่องได้"))
def kpi() -> None:
    pass


@kpi.command(
    cls=Command,
    short_help=N_("คะแนนถ่วงน้ำหนักของแผน และข้อมูลที่ขัดกัน"),
    help=N_(
        "WORKBOOK คือไฟล์ xlsx หรือ csv ที่มีตารางคะแนน: ตัวชี้วัด ค่าเป้าหมาย ๕ ระดับ น้ำหนัก ๓ ชั้น และผล "
        "ถ้ามีหลายตาราง บอกแผ่นงานด้วย เช่น แผน.xlsx#รอบ ๖ เดือน\n"
        "\n"
        "ตัวชี้วัดที่ยังไม่ทราบผลได้ 0 คะแนน และแสดงว่ายังไม่ทราบ"
    ),
    empty={"total": None, "dimensions": []},
)
@click.argument("workbook", metavar="WORKBOOK")
@as_json_option
@click.pass_obj
def score(seat: Seat, workbook: str, as_json: bool) -> int:
    from memogen.kpi import read_scorecard
    from memogen.kpi import score as scores_of

    path, sheet = _source(seat, workbook)
    scored = scores_of(read_scorecard(path, file=str(path), sheet=sheet))
    findings = seat.placed(scored.findings)
    if as_json:
        say_json({**_document(scored), "findings": listed(findings)})
    else:
        _say(scored)
        tell(findings)
    return 1 if has_errors(findings) else 0


def _source(seat: Seat, name: str) -> tuple[Path, str | None]:
    """The workbook and its sheet."""
    from memogen.recipients import split_source

    file, sheet = split_source(name)
    return seat.files([file])[0], sheet


def _document(scored: Scored) -> dict[str, Any]:
    """The keys of contract section 5."""
    from memogen.kpi import shown

    return {"total": shown(scored.total), "dimensions": [_dimension(one) for one in scored.dimensions]}


def _dimension(one: ScoredDimension) -> dict[str, Any]:
    from memogen.kpi import digits, shown

    return {
        "name": one.dimension.name,
        "weight": digits(one.dimension.weight.value),
        "score": shown(one.score),
        "csfs": [_csf(csf) for csf in one.csfs],
    }


def _csf(csf: ScoredCsf) -> dict[str, Any]:
    from memogen.kpi import digits

    kpis = [_kpi(kpi) for kpi in csf.kpis]
    return {"name": csf.csf.name, "weight": digits(csf.csf.weight.value), "kpis": kpis}


def _kpi(kpi: ScoredKpi) -> dict[str, Any]:
    from memogen.kpi import shown

    return {
        "code": kpi.kpi.code,
        "level": kpi.level,
        "score": shown(kpi.score),
        "result": _result(kpi),
    }


def _result(kpi: ScoredKpi) -> str:
    """As it stands in the workbook, else as counted from other sheets."""
    from memogen.kpi import digits

    if kpi.kpi.result:
        return kpi.kpi.result.text
    return digits(kpi.result) if kpi.result is not None else kpi.awaited


# --- the table ------------------------------------------------------------------------------------


def _say(scored: Scored) -> None:
    from memogen.kpi import digits, shown

    columns = min(max(shutil.get_terminal_size().columns, NARROWEST), WIDEST)
    say_row = partial(_say_row, columns - sum(1 + column for column in (WEIGHT, RESULT, LEVEL, SCORE)))
    rule = "-" * columns
    for title in scored.scorecard.titles:
        say(title)
    say(rule)
    say_row(_("ตัวชี้วัด"), _("น้ำหนัก"), _("ผล"), _("ระดับ"), _("คะแนน"))
    for one in scored.dimensions:
        say(rule)
        say_row(one.dimension.name, digits(one.dimension.weight.value), score=shown(one.score))
        for csf in one.csfs:
            say_row(csf.csf.name, digits(csf.csf.weight.value), score=shown(csf.score), indent=2)
            for kpi in csf.kpis:
                say_row(
                    f"{kpi.kpi.code} {kpi.kpi.name}",
                    digits(kpi.kpi.weight.value),
                    _result_and_month(kpi),
                    "-" if kpi.level is None else str(kpi.level),
                    shown(kpi.score),
                    indent=4,
                )
    say(rule)
    say_row(_("รวม"), score=shown(scored.total))
    counts = _("ยังไม่ทราบผล {unknown} จาก {all} ตัวชี้วัด")
    say(counts.format(unknown=len(scored.unknown), all=len(scored.kpis)))


def _result_and_month(kpi: ScoredKpi) -> str:
    """An interim result stands before the words that say when it will be known."""
    result = _result(kpi)
    return f"{result} ({kpi.awaited})" if kpi.awaited and kpi.awaited != result else result


def _say_row(
    columns: int,
    name: str,
    weight: str = "",
    result: str = "",
    level: str = "",
    score: str = "",
    indent: int = 0,
) -> None:
    """One row, its name and its result on as many lines as they need; a name hangs from its number."""
    number = NUMBER.match(name)
    hang = " " * indent + (number[0] if number else "")
    names = wrapped(name[number.end() if number else 0 :], columns - width(hang))
    results = wrapped(result, RESULT)
    for at, (part, words) in enumerate(zip_longest(names, results, fillvalue="")):
        start = hang if at == 0 else " " * width(hang)
        figures = (weight, level, score) if at == 0 else ("", "", "")
        cells = (
            padded(start + part, columns),
            _right(figures[0], WEIGHT),
            padded(words, RESULT),
            _right(figures[1], LEVEL),
            _right(figures[2], SCORE),
        )
        say(" ".join(cells).rstrip())


def _right(text: str, columns: int) -> str:
    return " " * (columns - width(text)) + text


# --- report ---------------------------------------------------------------------------------------


@kpi.command(
    cls=Command,
    short_help=N_("รายงานผลของรอบ: ตารางคะแนน แบบรายตัวชี้วัด และบันทึกเสนอผู้บริหาร"),
    help=N_(
        "WORKBOOK คือสมุดงานเดียวกับคำสั่ง kpi score\n"
        "\n"
        "ได้ตารางคะแนนแนวนอน แบบรายงานของทุกตัวชี้วัด และบันทึกรายงานผลทั้งไฟล์ร่างและ Word "
        "แก้ไฟล์ร่างแล้วสั่ง memogen make ได้ ไม่ใช้เลขทะเบียน"
    ),
    empty={"total": None, "unknown": [], "letter": None, "files": []},
)
@click.argument("workbook", metavar="WORKBOOK")
@out_option
@pdf_option
@catchwords_option
@as_json_option
@click.pass_obj
def report(
    seat: Seat, workbook: str, out: Path | None, pdf: bool, catchwords: bool | None, as_json: bool
) -> int:
    from memogen.desk.reporting import report as reported

    path, sheet = _source(seat, workbook)
    if pdf:
        progress(_("กำลังทำ PDF ใช้เวลาสองสามวินาที"))
    done = reported(
        seat.workspace(),
        path,
        sheet=sheet,
        out=seat.cwd / out if out else None,
        pdf=pdf,
        catchwords=catchwords,
        cache=seat.cache,
        begins=paging,
    )
    findings = seat.placed(done.findings)
    if as_json:
        say_json({**_report(seat, done), "findings": listed(findings)})
    else:
        for file in done.files:
            say(_("ทำแล้ว: {file}").format(file=seat.shown(file)))
        tell(findings)
        remark(_("ขั้นต่อไป: ตรวจบันทึก ถ้าจะแก้ แก้ที่ {letter} แล้วสั่ง").format(letter=seat.shown(done.letter)))
        folder = quoted(seat.shown(done.letter.parent))
        remark(f"  memogen make {quoted(seat.shown(done.letter))} --out {folder}")
    return 1 if has_errors(findings) else 0


def _report(seat: Seat, done: Report) -> dict[str, Any]:
    from memogen.kpi import shown

    return {
        "total": shown(done.scored.total),
        "unknown": [kpi.kpi.code for kpi in done.scored.unknown],
        "letter": seat.shown(done.letter),
        "files": [seat.shown(file) for file in done.files],
    }


# --- remind ---------------------------------------------------------------------------------------


@kpi.command(
    cls=Command,
    short_help=N_("หนังสือเวียนถึงเฉพาะหน่วยงานที่ยังไม่ส่งผล ขอเฉพาะตัวชี้วัดที่ยังไม่ทราบผล"),
    help=N_(
        "WORKBOOK คือสมุดงานเดียวกับคำสั่ง kpi score\n"
        "\n"
        "ได้ไฟล์ร่างหนังสือเวียนหนึ่งไฟล์ กับรายชื่อหน่วยงานพร้อมตัวชี้วัดของแต่ละหน่วยงาน "
        "แล้วบอกคำสั่ง batch ที่ใช้ทำหนังสือทั้งชุด"
    ),
    empty={"letter": None, "units": None, "files": [], "command": None, "items": []},
)
@click.argument("workbook", metavar="WORKBOOK")
@option(
    "--deadline",
    metavar="D",
    callback=thai_date,
    help=N_("วันสุดท้ายที่ให้ส่งผล เช่น “15 ก.ย. 66” หรือ 15/9/2566"),
)
@option(
    "--units",
    metavar="LIST",
    help=N_("รายชื่อหน่วยงาน (xlsx หรือ csv) ที่ใช้หาชื่อเต็มและคำว่า เรียน (ปกติใช้ของ memogen.toml)"),
)
@out_option
@as_json_option
@click.pass_obj
def remind(
    seat: Seat, workbook: str, deadline: date | None, units: str | None, out: Path | None, as_json: bool
) -> int:
    from memogen.desk.reporting import remind as reminded

    path, sheet = _source(seat, workbook)
    directory, page = _source(seat, units) if units else (None, None)
    done = reminded(
        seat.workspace(),
        path,
        sheet=sheet,
        out=seat.cwd / out if out else None,
        units=directory,
        units_sheet=page,
        deadline=deadline,
    )
    findings = seat.placed(done.findings)
    if as_json:
        say_json({**_reminder(seat, done), "findings": listed(findings)})
    else:
        for unit, owed in done.asked:
            codes = ", ".join(one.kpi.kpi.code for one in owed)
            say(_("{unit}: {count} ตัวชี้วัด ({codes})").format(unit=unit.name, count=len(owed), codes=codes))
        for file in _files(seat, done):
            say(_("ทำแล้ว: {file}").format(file=file))
        tell(findings)
        if command := _command(seat, done):
            remark(_("ขั้นต่อไป: ตรวจร่างและรายชื่อ แล้วสั่ง"))
            remark(f"  {command}")
    return 1 if has_errors(findings) else 0


def _reminder(seat: Seat, done: Reminder) -> dict[str, Any]:
    return {
        "letter": seat.shown(done.letter) if done.letter else None,
        "units": seat.shown(done.units) if done.units else None,
        "files": _files(seat, done),
        "command": _command(seat, done),
        "items": [
            {"recipient": unit.name, "kpis": [one.kpi.kpi.code for one in owed]} for unit, owed in done.asked
        ],
    }


def _files(seat: Seat, done: Reminder) -> list[str]:
    return [seat.shown(file) for file in (done.letter, done.units) if file]


def _command(seat: Seat, done: Reminder) -> str | None:
    """What makes the letters; None where nobody is asked."""
    if done.letter is None or done.units is None:
        return None
    letter, units = (quoted(seat.shown(file)) for file in (done.letter, done.units))
    return f"memogen batch {letter} --to {units}"
