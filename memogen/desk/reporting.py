"""What is made of a plan's scorecard: the papers that report a round, and the circular that asks for results.

Codes: V23 nobody to sign · V26 all is known · V27 no deadline · V28 a draft that was there is kept aside; and
those of `memogen.desk.reminding`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from gettext import gettext as _
from pathlib import Path

from memogen import letters, thai
from memogen.compose import compose
from memogen.desk import planletters, planpapers
from memogen.desk.folder import Folder
from memogen.desk.making import keep_edited, to_pdf
from memogen.desk.paging import Begins, Pager, Undivided
from memogen.desk.reminding import Owed, lines_of, whom_to_ask
from memogen.errors import InputError
from memogen.files import check_writable, put_all, sweep
from memogen.findings import Finding, Severity
from memogen.kpi import Scored, read_scorecard, score
from memogen.model import Letter, Memo, Plain, Recipient
from memogen.recipients import read_recipients

MEMO, SCORECARD, FORMS = "บันทึกรายงานผล", "ตารางคะแนน", "แบบรายงานรายตัวชี้วัด"
CIRCULAR, UNITS = "เวียนขอผลตัวชี้วัด.md", "หน่วยงานที่ขอผล.csv"
_CARRIED = ("ที่อยู่", "รหัสไปรษณีย์", "อีเมล")
"""Columns of the directory that go into the list of units where it has them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A round reported: the memo's letter file, and all files made, the letter file first."""

    scored: Scored
    letter: Path
    files: tuple[Path, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """The circular's letter file and its list of units, None where nothing is owed; what each unit owes."""

    letter: Path | None
    units: Path | None
    asked: tuple[tuple[Recipient, tuple[Owed, ...]], ...]
    findings: tuple[Finding, ...]


def report(
    home: Folder,
    workbook: Path,
    *,
    sheet: str | None,
    out: Path | None,
    pdf: bool,
    catchwords: bool | None,
    cache: Path | None,
    begins: Begins | None = None,
) -> Report:
    """The scorecard, a form for each KPI, and the memo that reports them: all of them or none.

    The memo is divided into pages as `Workspace.make` does it.

    Raises InputError when workbook, settings or templates cannot be read, OutputError, HelperMissing. What
    disagrees in the workbook is told, and the papers are made all the same.
    """
    from memogen.render.kpiforms import kpi_forms
    from memogen.render.scorecard import scorecard_annex

    scored = _scored(home, workbook, sheet)
    folder = _folder(home, workbook, out)
    agency, title = home.office.unit or home.office.name, planletters.subject_of(scored)
    letter = folder / f"{MEMO}.md"
    text = planletters.reporting_memo(scored, home.office)
    memo = _composed(home, letters.parse_letter(text, home.shown(letter)))
    document = home.written(memo)
    undivided = Undivided(home.shown(letter), memo.kind, document)
    [pages] = Pager.of(home, catchwords, cache, begins).pages([undivided])
    documents = [
        (folder / f"{MEMO}.docx", pages.set_in(document).whole),
        (
            folder / f"{SCORECARD}.docx",
            scorecard_annex(planpapers.annex_of(scored), agency=agency, template=home.template),
        ),
        (
            folder / f"{FORMS}.docx",
            kpi_forms(planpapers.forms_of(scored), title=title, agency=agency, template=home.template),
        ),
    ]
    kept = _put(folder, [(letter, text.encode()), *documents])
    pdfs = to_pdf([path for path, _content in documents], folder, cache) if pdf else []
    return Report(
        scored=scored,
        letter=letter,
        files=(letter, *(path for path, _content in documents), *pdfs),
        findings=(*scored.findings, *memo.findings, *pages.findings, *kept),
    )


def remind(
    home: Folder,
    workbook: Path,
    *,
    sheet: str | None,
    out: Path | None,
    units: Path | None,
    units_sheet: str | None,
    deadline: date | None,
) -> Reminder:
    """A circular's letter file and the list of the units that still owe results, ready for `batch`.

    The units are found in the workbook or csv `units`, else among those of the settings. Raises InputError
    when something cannot be read or nobody can be asked, and OutputError.
    """
    scored = _scored(home, workbook, sheet)
    if not scored.unknown:
        return Reminder(letter=None, units=None, asked=(), findings=(*scored.findings, _all_known(scored)))
    known = _directory(home, units, units_sheet)
    asked, strangers = whom_to_ask(scored, known)
    if not asked:
        raise InputError(*strangers)
    folder = _folder(home, workbook, out)
    letter, listed = folder / CIRCULAR, folder / UNITS
    text = planletters.reminder(scored, home.office, deadline)
    rows = [_row(unit, owed) for unit, owed in asked]
    memo = _composed(home, letters.parse_letter(text, home.shown(letter)), recipient=rows[0])
    kept = _put(folder, [(letter, text.encode()), (listed, _as_csv(rows))])
    undated = [] if deadline else [_no_deadline(home.shown(letter))]
    return Reminder(
        letter=letter,
        units=listed,
        asked=tuple(asked),
        findings=(*scored.findings, *strangers, *memo.findings, *undated, *kept),
    )


# --- reading --------------------------------------------------------------------------------------


def _scored(home: Folder, workbook: Path, sheet: str | None) -> Scored:
    if not home.office.signers:
        raise InputError(_nobody_to_sign(home.office.file))
    return score(read_scorecard(workbook, file=home.shown(workbook), sheet=sheet))


def _directory(home: Folder, units: Path | None, sheet: str | None) -> Sequence[Recipient]:
    file = home.shown(units) if units else home.office.file
    return read_recipients(units, home.office, file=file, sheet=sheet)


def _composed(home: Folder, letter: Letter, recipient: dict[str, Plain] | None = None) -> Memo:
    return compose(letter, home.office, data={}, recipient=recipient, on=None, known=[])


# --- writing --------------------------------------------------------------------------------------


def _folder(home: Folder, workbook: Path, out: Path | None) -> Path:
    """The folder asked for, else one of the workbook's name where the office's documents go."""
    return out or home.output(None) / workbook.stem


def _put(folder: Path, items: Sequence[tuple[Path, bytes]]) -> list[Finding]:
    """All files or none; drafts and documents that someone may have worked on are kept aside, and told."""
    check_writable(folder)
    sweep(folder)
    kept = []
    for path, content in items:
        if path.suffix == ".docx":
            keep_edited(path)
        elif path.is_file() and (there := path.read_bytes()) != content:
            kept.append((_free_name(path), there))
    put_all([*kept, *items])
    return [_kept_aside(path) for path, _content in kept]


def _free_name(path: Path) -> Path:
    number = 1
    while (free := path.with_name(f"{path.stem} (ฉบับก่อน {number}){path.suffix}")).exists():
        number += 1
    return free


def _row(unit: Recipient, owed: Sequence[Owed]) -> dict[str, Plain]:
    """The unit as letters call its columns, with what it owes."""
    return {
        "ชื่อ": unit.name,
        "ย่อ": unit.short,
        "เรียน": unit.to,
        **{name: unit.values.get(name) for name in _CARRIED if unit.values.get(name)},
        planletters.HOW_MANY: len(owed),
        planletters.KPIS: thai.to_thai_digits(lines_of(owed)),
    }


def _as_csv(rows: Sequence[dict[str, Plain]]) -> bytes:
    from memogen.sheets.writing import write_csv

    columns = list(dict.fromkeys(name for row in rows for name in row))
    head = ["ลำดับ", *columns]
    return write_csv(
        head,
        (
            [str(order), *(str(row.get(name) or "") for name in columns)]
            for order, row in enumerate(rows, start=1)
        ),
    )


# --- what is told ---------------------------------------------------------------------------------


def _nobody_to_sign(file: str) -> Finding:
    return Finding(
        code="V23",
        file=file,
        message=_("ยังไม่มีรายชื่อผู้ลงนาม จึงร่างหนังสือไม่ได้"),
        hint=_("เพิ่มรายการ [[signers]] ใน {file}").format(file=file),
    )


def _all_known(scored: Scored) -> Finding:
    return Finding(
        code="V26",
        severity=Severity.INFO,
        file=scored.scorecard.file,
        message=_("ทราบผลครบทั้ง {count} ตัวชี้วัดแล้ว ไม่มีหน่วยงานที่ต้องขอผล").format(count=len(scored.kpis)),
    )


def _no_deadline(file: str) -> Finding:
    return Finding(
        code="V27",
        severity=Severity.WARNING,
        file=file,
        message=_("ยังไม่ได้กำหนดวันส่งผล ในร่างเว้นเป็นจุดไว้"),
        hint=_("สั่งใหม่พร้อม --deadline หรือเติมวันที่ในร่าง"),
    )


def _kept_aside(path: Path) -> Finding:
    return Finding(
        code="V28",
        severity=Severity.INFO,
        file=str(path),
        message=_("ร่างที่มีอยู่เดิมต่างจากที่ทำใหม่ จึงเก็บไว้ในไฟล์นี้"),
        hint=_("ถ้าแก้ไขร่างเดิมไว้ คัดลอกส่วนที่แก้มาใส่ในร่างใหม่"),
    )
