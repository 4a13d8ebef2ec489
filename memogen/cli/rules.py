"""`rules`: what letters are held against, or one rule's page."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from gettext import gettext as _
from typing import TYPE_CHECKING, Any

import click

from memogen.cli.columns import wrapped
from memogen.cli.door import Command
from memogen.cli.options import as_json_option
from memogen.cli.telling import say, say_json
from memogen.findings import N_, Severity, nearest

if TYPE_CHECKING:
    from memogen.check import Rule

WIDEST = 100
"""Columns of a page at most: longer lines are hard to read."""
SEVERITIES = {
    Severity.ERROR: N_("ข้อผิดพลาด ต้องแก้ก่อนส่ง"),
    Severity.WARNING: N_("คำเตือน ปกติถูกแก้"),
    Severity.INFO: N_("ข้อแนะนำ"),
}


@click.command(
    cls=Command,
    empty={"rules": []},
    help=N_(
        "ไม่บอก CODE แสดงกฎทุกข้อ บอกรหัสเช่น D01 แสดงหน้าของกฎนั้น: ให้ทำอย่างไร เพราะอะไร ตัวอย่างผิดและถูก ที่มา\n"
        "บอกตัวอักษรแรก เช่น D แสดงเฉพาะหมวดนั้น"
    ),
)
@click.argument("code", metavar="[CODE]", required=False, default="")
@as_json_option
def rules(code: str, as_json: bool) -> int:
    from memogen.check import chosen
    from memogen.check import rules as all_rules

    found = chosen(code.strip()) if code.strip() else tuple(all_rules().values())
    if not found:
        raise click.UsageError(no_such_rule(code.strip().upper(), list(all_rules())))
    if as_json:
        say_json({"rules": [_document(rule) for rule in found]})
    elif len(found) == 1:
        say(_fitted(page(found[0])))
    else:
        _say_list(found)
    return 0


def page(rule: Rule) -> str:
    """A rule's page, as a new secretary reads it."""
    from memogen.check import BASES

    parts = [
        f"{rule.code}  {rule.title}",
        _("ระดับ: {severity}").format(severity=_(SEVERITIES[rule.severity])),
        _about(rule),
        "",
        _("เพราะอะไร"),
        _indented(rule.why),
        "",
        _("ผิด"),
        _indented(rule.wrong),
        _("ถูก"),
        _indented(rule.right),
        "",
        _("ที่มา: {source}").format(source=rule.source),
        _("น้ำหนัก: {basis}").format(basis=_(BASES[rule.basis])),
    ]
    return "\n".join(part for number, part in enumerate(parts) if part or number != 2)


def _about(rule: Rule) -> str:
    """Of which letters a rule is asked, or by which other command; empty when of all."""
    if rule.asked_by:
        return _("ตรวจด้วย: {command}").format(command=rule.asked_by)
    return _("ใช้กับ: {kinds}").format(kinds=", ".join(rule.kinds)) if rule.kinds else ""


def _fitted(text: str) -> str:
    """The text in lines that the terminal can hold, broken where Thai may break."""
    columns = min(shutil.get_terminal_size().columns, WIDEST)
    lines = []
    for line in text.split("\n"):
        indent = "  " if line.startswith("  ") else ""
        lines += [indent + piece for piece in wrapped(line.strip(), columns - len(indent))] or [""]
    return "\n".join(lines)


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.split("\n"))


def _say_list(found: Sequence[Rule]) -> None:
    for rule in found:
        say(f"{rule.code}  {_short(rule.severity)}  {rule.title}")
    say()
    say(_("รวม {count} ข้อ ดูหน้าของแต่ละข้อด้วย memogen rules รหัส").format(count=len(found)))


def _short(severity: Severity) -> str:
    words = {Severity.ERROR: _("ผิด"), Severity.WARNING: _("เตือน"), Severity.INFO: _("แนะ")}
    return words[severity]


def _document(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "severity": str(rule.severity),
        "basis": str(rule.basis),
        "kinds": list(rule.kinds),
        "title": rule.title,
        "why": rule.why,
        "wrong": rule.wrong,
        "right": rule.right,
        "source": rule.source,
        "needs_pages": rule.needs_pages,
        "asked_by": rule.asked_by or None,
    }


def no_such_rule(code: str, known: Sequence[str]) -> str:
    """What is said of a code that no rule has."""
    message = _("ไม่มีกฎ “{code}”").format(code=code)
    guess = nearest(code, known)
    hint = _("หมายถึง “{guess}” ใช่หรือไม่").format(guess=guess) if guess else _("ดูรายการด้วย memogen rules")
    return f"{message} {hint}"
