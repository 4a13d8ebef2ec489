"""The form of a single KPI (แบบรายงานรายตัวชี้วัด), a form a page: targets, result, what was done, formula."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from memogen.model import Role
from memogen.ooxml import paragraph, run, twips
from memogen.render.blocks import Styles
from memogen.render.companions import page_number, paper, row, shown, table
from memogen.render.landscape import (
    CENTRED,
    MARGINS,
    SECTION,
    SYMBOLS,
    WIDTH_MM,
    Column,
    covered,
    heads,
    lines,
    merged,
)
from memogen.render.memo import styles_of
from memogen.render.properties import Properties
from memogen.render.reading import Template

_COLUMNS = (
    Column("กิจกรรม", 76),
    Column("หน่วยนับ", 17, CENTRED),
    *(Column(level, 10, CENTRED) for level in "๑๒๓๔๕"),
    Column("ผลการ\nดำเนินงาน", 24, CENTRED),
    Column("รายละเอียดผลการดำเนินงาน", 66),
    Column("ผลการเบิกจ่าย\nงบประมาณ", 34, CENTRED),
)
_GROUPS = (("", 1), ("", 1), ("ระดับค่าเป้าหมาย", 5), *(("", 1),) * 3)
_WIDTHS = tuple(column.width_mm for column in _COLUMNS)
_OWN = 8
"""So many columns are a KPI's own in each of its rows; the two behind them are its report, merged down."""
_REPORT_LETTERS, _ACTIVITY_LETTERS = 35, 88
"""What a line of the report's column holds, and one of the activity under the KPI's own columns, at least."""
_MOST_LINES = 14
"""A longer text has a row of its own: LibreOffice cuts off what stands beside a cell that is merged down."""
_MILESTONES = 5
_SIGN_MM = 100
"""The width of the place where the person who gave the data signs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of a milestone."""

    number: str
    text: str
    is_done: bool
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What has a unit, targets and a result: the KPI, or one of the activities that it is the mean of."""

    name: str
    measure: str
    targets: tuple[str, ...]  # of the five levels, a dash where there is none
    result: str
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KpiForm:
    """A form, digits of either kind; texts keep their line breaks.

    `titles` stand in the middle, `heads` under them as `มิติที่ ๑ : ความสอดคล้องเชิงยุทธศาสตร์`; `rounds` are
    the reporting rounds and whether each is ticked. A KPI that counts the steps of a milestone has these as
    its own steps.
    """

    titles: tuple[str, ...]
    heads: tuple[str, ...]
    rounds: tuple[tuple[str, bool], ...]
    office: str
    kpi: Measured
    parts: tuple[Measured, ...] = ()
    activity: str = ""
    formula: str = ""
    report: str = ""
    budget: str = ""
    note: str = ""
    preparer: str = ""
    position: str = ""


def kpi_forms(forms: Sequence[KpiForm], *, title: str, agency: str, template: Template) -> bytes:
    """All forms as one DOCX, each beginning a page; one that needs more has its heading on each."""
    styles = styles_of(template)
    body = "".join("".join(_form(form, styles, is_first=form is forms[0])) for form in forms)
    return paper(
        template,
        body + SECTION,
        header=page_number(),
        properties=Properties(title=title, creator=agency),
    )


def _form(form: KpiForm, styles: Styles, *, is_first: bool) -> Iterator[str]:
    begun = "" if is_first else "<w:pageBreakBefore/>"
    for title in form.titles:
        yield paragraph(run(shown(title), style=styles["เน้น"]), properties=f"<w:keepNext/>{begun}{CENTRED}")
        begun = ""
    for head in form.heads:
        yield _line(head, styles, f"<w:keepNext/>{begun}")
        begun = ""
    yield _rounds(form.rounds, styles, f"<w:keepNext/>{begun}")
    yield _line(f"ชื่อหน่วยงาน {form.office}", styles, '<w:keepNext/><w:spacing w:after="60"/>')
    yield table(_rows(form, styles), _WIDTHS, style=styles["ตารางหนังสือ"], properties=MARGINS)
    if form.note:
        yield lines(f"หมายเหตุ : {form.note}", style=styles[Role.TABLE_TEXT])
    yield from _signature(form, styles)


def _line(text: str, styles: Styles, properties: str) -> str:
    return paragraph(run(shown(text)), style=styles[Role.TABLE_TEXT], properties=properties)


def _rounds(rounds: Sequence[tuple[str, bool]], styles: Styles, properties: str) -> str:
    boxes = [
        f"{run('☑' if is_ticked else '☐', properties=SYMBOLS)}{run(f' {shown(name)}   ')}"
        for name, is_ticked in rounds
    ]
    content = run("ระยะเวลา : ") + "".join(boxes)
    return paragraph(content, style=styles[Role.TABLE_TEXT], properties=properties)


# --- the table ------------------------------------------------------------------------------------


def _rows(form: KpiForm, styles: Styles) -> Iterator[str]:
    for cells in heads(_COLUMNS, _GROUPS, "", styles):
        yield row([cells], "<w:tblHeader/>")
    text = styles[Role.TABLE_TEXT]
    has_long_report = _is_long(form.report, _REPORT_LETTERS)
    beside = "ตามรายละเอียดด้านล่าง" if has_long_report else form.report
    behind = [
        merged(lines(beside, style=text), _WIDTHS[_OWN : _OWN + 1], down="restart"),
        merged(lines(form.budget, style=text, properties=CENTRED), _WIDTHS[_OWN + 1 :], down="restart"),
    ]
    further = [covered(width) for width in _WIDTHS[_OWN:]]
    name = paragraph(run(shown(form.kpi.name), style=styles["เน้น"]), style=text)
    yield row([*_measured(form.kpi, name, styles), *behind])
    for part in form.parts:
        named = lines(part.name, style=text) + _steps(part.steps, styles)
        yield _breaking([*_measured(part, named, styles), *further])
    if below := "".join(_below(form, styles)):
        is_long = _is_long(f"{form.activity}\n{form.formula}", _ACTIVITY_LETTERS)
        yield _breaking([merged(below, _WIDTHS)] if is_long else [merged(below, _WIDTHS[:_OWN]), *further])
    if has_long_report:
        report = _heading("รายละเอียดผลการดำเนินงาน :", styles) + lines(form.report, style=text)
        yield _breaking([merged(report, _WIDTHS)])


def _is_long(text: str, letters: int) -> bool:
    """Whether a text may go over the end of the page, if a line holds so many letters."""
    return sum(1 + len(line) // letters for line in text.split("\n")) > _MOST_LINES


def _breaking(cells: Sequence[str]) -> str:
    """A row that may go on on the next page, as texts of any length stand in it."""
    return f"<w:tr>{''.join(cells)}</w:tr>"


def _measured(one: Measured, name: str, styles: Styles) -> list[str]:
    texts = (one.measure, *one.targets, one.result)
    cells = [
        merged(lines(said, style=styles[Role.TABLE_TEXT], properties=column.align), [column.width_mm])
        for column, said in zip(_COLUMNS[1:_OWN], texts, strict=True)
    ]
    return [merged(name, _WIDTHS[:1]), *cells]


def _below(form: KpiForm, styles: Styles) -> Iterator[str]:
    """What is done, and how the result is counted; a cell ends with a paragraph, never with a table."""
    text = styles[Role.TABLE_TEXT]
    if form.activity or form.kpi.steps:
        yield _heading("รายละเอียดกิจกรรม", styles)
    if form.activity:
        yield lines(form.activity, style=text)
    yield _steps(form.kpi.steps, styles)
    if form.formula:
        yield _heading("สูตรการคำนวณ/การนับผลงาน :", styles)
        yield _formula(form.formula, text)
    if len(form.kpi.steps) == _MILESTONES:
        yield _milestones(styles) + paragraph(style=styles["บรรทัดคั่น"])


def _heading(words: str, styles: Styles) -> str:
    content = run(words, style=styles["เน้น"])
    return paragraph(content, style=styles[Role.TABLE_TEXT])


def _steps(steps: Sequence[Step], styles: Styles) -> str:
    hanging = f'<w:ind w:left="{twips(6)}" w:hanging="{twips(6)}"/>'
    said = []
    for step in steps:
        words = f"ขั้นตอนที่ {step.number}) {step.text}" + (f" ({_joined(step.note)})" if step.note else "")
        box = run("☑" if step.is_done else "☐", properties=SYMBOLS)
        content = f"{box}{run(f'{chr(9)}{shown(words)}')}"
        tab = f'<w:tabs><w:tab w:val="left" w:pos="{twips(6)}"/></w:tabs>'
        said.append(paragraph(content, style=styles[Role.TABLE_TEXT], properties=tab + hanging))
    return "".join(said)


def _joined(text: str) -> str:
    return " ".join(text.split())


def _formula(formula: str, style: str) -> str:
    """A division as a fraction: the numerator stands on the line, what divides it below."""
    above, sign, below = formula.partition(" ÷ ")
    if not sign or "\n" in formula or "÷" in below:
        return lines(formula, style=style)
    return lines(
        above, style=style, look='<w:u w:val="single"/>', properties=f"<w:keepNext/>{CENTRED}"
    ) + lines(below, style=style, properties=CENTRED)


def _milestones(styles: Styles) -> str:
    """Which steps make which level."""
    columns = [
        Column("ระดับคะแนน", 20, CENTRED),
        *(Column(f"ขั้นตอนที่ {n}", 23, CENTRED) for n in "๑๒๓๔๕"),
    ]
    widths = [column.width_mm for column in columns]
    over = (("", 1), ("ระดับขั้นความสำเร็จ (Milestone)", _MILESTONES))
    rows = [row([cells]) for cells in heads(columns, over, "", styles)]
    text = styles[Role.TABLE_TEXT]
    for level in range(1, _MILESTONES + 1):
        ticks = ["✓" if step <= level else "" for step in range(1, _MILESTONES + 1)]
        cells = [merged(lines(str(level), style=text, properties=CENTRED), widths[:1])]
        cells += [
            merged(lines(tick, style=text, look=SYMBOLS, properties=CENTRED), [width])
            for tick, width in zip(ticks, widths[1:], strict=True)
        ]
        rows.append(row(cells))
    return table(rows, widths, style=styles["ตารางหนังสือ"], properties=MARGINS)


# --- under the table ------------------------------------------------------------------------------


def _signature(form: KpiForm, styles: Styles) -> Iterator[str]:
    """Who gave the data, in one piece at the right."""
    place = f'<w:ind w:left="{twips(WIDTH_MM - _SIGN_MM)}"/>{CENTRED}'
    said = (
        f"ลงชื่อ {'.' * 40}",
        f"({form.preparer or '.' * 40})",
        f"ตำแหน่ง {form.position or '.' * 36}",
        "ผู้จัดทำข้อมูล",
    )
    for number, words in enumerate(said):
        kept = "<w:keepNext/>" if words != said[-1] else ""
        above = '<w:spacing w:before="120"/>' if number == 0 else ""
        yield _line(words, styles, kept + above + place)
