"""Judging a batch before its first number: every fault of every copy, told at once.

Codes: H10 a circular whose text is not the same for all · N20 all copies address the same · N21 a row lacks
what the letter prints · N22 one number typed, many asked for · N26 code or date differ by recipient ·
N35 copies of several kinds · N36 kinds that do not share a number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from gettext import gettext as _

from memogen import sandbox
from memogen.compose import PARTS, RECIPIENT, as_kind, kinds_of
from memogen.desk.batches import Numbering
from memogen.desk.comparing import ADDRESSEE, Brief, Differences, brief, compared, is_blank
from memogen.desk.copying import Copier, Press, Stock, Waiting
from memogen.desk.drafts import book_of
from memogen.desk.numbering import Run
from memogen.desk.workshop import Workshop
from memogen.errors import InputError, Unsendable
from memogen.findings import Finding, Severity, has_errors
from memogen.model import Kind, Letter, Recipient
from memogen.report import some_of

AT_ONCE = 250
"""Copies that are made, numbered and written in one go, at most."""


def judged(
    workshop: Workshop,
    recipients: Sequence[Recipient],
    serials: Sequence[int | None],
    press: Press,
    stock: Stock,
    way: Numbering,
) -> tuple[Differences, tuple[Finding, ...]]:
    """All copies made ahead into `stock`, what differs between them, and what there is to tell.

    An error anywhere stops all of them.
    """
    letter, places = workshop.copier.order.letter, workshop.copier.order.places(recipients)
    seen: list[Brief] = []
    whose: dict[Finding, list[str]] = {}
    size = _at_once(len(recipients), workshop.jobs)
    starts = range(0, len(recipients), size)
    tasks = ((recipients[at : at + size], serials[at : at + size], press) for at in starts)
    for at, chunk in zip(starts, workshop.each(Copier.make, tasks), strict=True):
        waiting = [
            Waiting(recipient, serial, made.temp, made.pages)
            for recipient, serial, made in zip(recipients[at:], serials[at:], chunk.copies, strict=False)
        ]
        stock.add(waiting, chunk.told)
        for copy, made in zip(waiting, chunk.copies, strict=True):
            outline = made.outline
            seen.append(brief(outline))
            for finding in dict.fromkeys(outline.findings) if outline.findings else ():
                whose.setdefault(finding, []).append(copy.recipient.name)
    differences = compared(recipients, seen, places.values())
    findings = [*_told_once(whose, len(recipients))]
    for kind, own in places.items():
        findings += _lacking(as_kind(letter, kind), [recipients[place] for place in own])
    findings += _of_kinds(letter, {kind: len(own) for kind, own in places.items()})
    if not has_errors(findings):
        findings += _of_numbering(letter, differences, way)
    if has_errors(findings):
        raise InputError(*findings)
    return differences, tuple(findings)


def _at_once(copies: int, jobs: int) -> int:
    """How many go together: several processes each get a few tasks, so that none waits long for the last."""
    return AT_ONCE if jobs == 1 else min(AT_ONCE, max(copies // (4 * jobs), 10))


def _told_once(whose: Mapping[Finding, Sequence[str]], all_of_them: int) -> Iterator[Finding]:
    """What is wrong with all copies once, what is wrong with some with their names."""
    for finding, names in whose.items():
        is_common = len(names) == all_of_them
        yield finding if is_common else replace(finding, message=f"{finding.message} ({some_of(names)})")


def _lacking(letter: Letter, recipients: Sequence[Recipient]) -> Iterator[Finding]:
    """Rows that are empty in a column that the letter prints as it is (N21)."""
    texts = [letter.body, *(header.value for header in letter.headers)]
    printed = frozenset().union(*(sandbox.printed(text) for text in texts if "{" in text))
    columns = sorted(path.partition(".")[2] for path in printed if path.startswith(f"{RECIPIENT}."))
    for recipient in recipients:
        for column in columns:
            if is_blank(recipient.values.get(column, "?")):
                yield Finding(
                    code="N21",
                    file=recipient.file,
                    cell=recipient.cell,
                    place=_("แถว {row}").format(row=recipient.row),
                    text=column,
                    message=_("{name} ไม่มีค่าในคอลัมน์ “{column}” ซึ่งหนังสือต้องพิมพ์").format(
                        name=recipient.name, column=column
                    ),
                    hint=_("เติมค่าในรายชื่อ หรือเว้นหน่วยงานนี้ด้วย --except"),
                )


def _of_kinds(letter: Letter, counts: Mapping[Kind, int]) -> Iterator[Finding]:
    """The kinds of one batch: a circular is one text, and each recipient gets it in the form that is his."""
    if len(counts) > 1:
        said = ", ".join(
            _("{kind} {count} ฉบับ").format(kind=kind, count=count) for kind, count in counts.items()
        )
        yield Finding(
            code="N35",
            severity=Severity.INFO,
            file=letter.file,
            text=", ".join(counts),
            message=_("ชุดนี้มีหลายชนิดตามผู้รับ: {kinds}").format(kinds=said),
            hint=_("ถ้าต้องการแยกเลข ให้แบ่งรายชื่อ แล้วสั่งทีละชนิดด้วย --kind"),
        )


def _of_numbering(letter: Letter, differences: Differences, way: Numbering) -> Iterator[Finding]:
    """H10: a circular is one text for all; many letters of one text are a circular."""
    many = len(differences.copies) > 1
    parts = ", ".join(differences.of_text)
    for part in _THE_SAME_FOR_ALL & {*differences.parts}:
        yield Finding(
            code="N26",
            file=letter.file,
            text=part,
            message=_("“{part}” ต้องเหมือนกันทุกฉบับในชุดเดียวกัน").format(part=part),
            hint=_("แบ่งรายชื่อเป็นหลายชุดด้วย --only แล้วสั่งทีละชุด"),
        )
    if many and way is Numbering.SHARED and parts:
        yield Finding(
            code="H10",
            severity=Severity.WARNING,
            file=letter.file,
            text=parts,
            message=_("ใช้เลข ว ร่วมกัน แต่ข้อความไม่เหมือนกันทุกฉบับ ({parts}) ตามระเบียบไม่เป็นหนังสือเวียน").format(
                parts=parts
            ),
            hint=_("ถ้าต้องการให้เป็นหนังสือแยกฉบับ ใช้ --number each หรือย้ายส่วนที่ต่างกันไปไว้ในสิ่งที่ส่งมาด้วย"),
            source=_H10,
        )
    if many and way is Numbering.EACH and not parts:
        yield Finding(
            code="H10",
            severity=Severity.WARNING,
            file=letter.file,
            message=_("ข้อความเหมือนกันทุกฉบับ แต่ใช้เลขแยกฉบับ"),
            hint=_("หนังสือข้อความเดียวถึงหลายหน่วยงานใช้เลขเวียนร่วมกันได้ด้วย --number shared"),
            source=_H10,
        )
    has_addressee = ADDRESSEE in PARTS[kinds_of(letter)[0][0]].headers
    if many and has_addressee and ADDRESSEE not in differences.parts:
        yield Finding(
            code="N20",
            severity=Severity.INFO,
            file=letter.file,
            line=header.line if (header := letter.one(ADDRESSEE)) else None,
            message=_("ทุกฉบับ “เรียน” เหมือนกัน"),
            hint=_("ถ้าต้องการให้แต่ละฉบับเรียนผู้รับของตน เขียน เรียน: {{{{ {name}.เรียน }}}}").format(name=RECIPIENT),
        )


_THE_SAME_FOR_ALL = {"ที่", "วันที่", "หนังสือเวียน"}
_H10 = "ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๓๒"


def refuse_other_numbers(run: Run, way: Numbering) -> None:
    """What the letter itself says of its number and the way of numbering must go together."""
    if way is not Numbering.NONE and len(run.samples) > 1:
        _refuse_apart(run)
    memo, letter = run.sample, run.copier.order.letter
    header = letter.one("ที่")
    if way is Numbering.EACH and run.copier.says_circular(run.recipients[0]):
        raise Unsendable(
            Finding(
                code="H10",
                file=letter.file,
                message=_("ร่างนี้เป็นหนังสือเวียน (ว) ซึ่งใช้เลขเดียวทุกฉบับ แต่สั่งออกเลขแยกฉบับ"),
                hint=_("ลบ “หนังสือเวียน: ใช่” หรือ ว ที่หัวข้อ “ที่” หรือใช้ --number shared"),
                source=_H10,
            )
        )
    if way is Numbering.EACH and memo.serial is not None:
        raise InputError(
            Finding(
                code="N22",
                file=letter.file,
                line=header.line if header else None,
                text=header.value if header else "",
                message=_("พิมพ์เลขทะเบียนไว้ที่หัวข้อ “ที่” เลขเดียว แต่สั่งออกเลขแยกทุกฉบับ"),
                hint=_("ลบเลขหลังเครื่องหมาย / หรือใช้ --number shared"),
            )
        )


def _refuse_apart(run: Run) -> None:
    """Kinds of one batch go out under the same number, or in the same series, on the same day."""
    home, letter = run.copier.order.home, run.copier.order.letter
    places = {
        (book_of(home.office, memo, run.dated), memo.serial, memo.dated) for memo in run.samples.values()
    }
    if len(places) > 1:
        raise InputError(
            Finding(
                code="N36",
                file=letter.file,
                text=", ".join(run.samples),
                message=_("{kinds} ในร่างนี้มีเลข ทะเบียน หรือวันที่ไม่เหมือนกัน จึงออกเป็นชุดเดียวกันไม่ได้").format(
                    kinds=", ".join(run.samples)
                ),
                hint=_("แบ่งรายชื่อตามชนิด แล้วสั่งทีละชุดด้วย --kind"),
            )
        )
