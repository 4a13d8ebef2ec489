"""`new`: a letter started from its kind's skeleton."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from memogen import thai
from memogen.cli.door import Command
from memogen.cli.options import as_json_option
from memogen.cli.seat import TEMPLATES, Seat
from memogen.cli.shape import option
from memogen.cli.telling import quoted, remark, say, say_json
from memogen.errors import UsageError
from memogen.findings import N_, Finding, nearest

if TYPE_CHECKING:
    from memogen.model import Office

_TITLES = ("เรื่อง", "การประชุม", "ออกให้แก่")
"""Headers that a letter's file is named after: the first that is given."""


@click.command(
    cls=Command,
    empty={"letter": None},
    help=N_(
        "KIND คือชนิดหนังสือ เช่น บันทึกข้อความ (มีโครงอยู่ใน templates) บนจอจะถามหัวข้อหลักที่ยังไม่ได้บอก\n"
        "ไฟล์ที่มีอยู่แล้วจะไม่ถูกเขียนทับ"
    ),
)
@click.argument("kind")
@option(
    "-o",
    "file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help=N_("ชื่อไฟล์ร่าง (ปกติคือ letters/ชื่อเรื่อง.md)"),
)
@option(
    "--set",
    "pairs",
    metavar="หัวข้อ=ค่า",
    multiple=True,
    help=N_("ค่าของหัวข้อ เช่น --set เรียน=อธิบดี บอกได้หลายครั้ง"),
)
@as_json_option
@click.pass_obj
def new(seat: Seat, kind: str, file: Path | None, pairs: Sequence[str], as_json: bool) -> int:
    from memogen.files import put, read_text

    workspace = seat.workspace()
    kind = thai.normalise(kind)
    skeleton = read_text(_skeleton(seat.root / TEMPLATES, kind))
    values = _values(pairs)
    if seat.asks:
        values |= _asked(workspace.office, [name for name in _required(kind) if name not in values])
    path = _free_place(seat, file, next((values[name][0] for name in _TITLES if name in values), kind))
    put(path, filled(skeleton, values).encode())
    shown = seat.shown(path)
    if as_json:
        say_json({"letter": shown, "findings": []})
        return 0
    say(_("เริ่มร่างแล้ว: {file}").format(file=shown))
    remark(_("ขั้นต่อไป: แก้ข้อความใน [ ] แล้วสั่ง memogen make {file}").format(file=quoted(shown)))
    return 0


def filled(skeleton: str, values: Mapping[str, Sequence[str]]) -> str:
    """The skeleton with the values in its header lines; headers it does not have follow its own.

    >>> filled("เรื่อง: [ระบุ]\\nเรียน:\\n\\nด้วย", {"เรียน": ["ก", "ข"]})
    'เรื่อง: [ระบุ]\\nเรียน: ก\\nเรียน: ข\\n\\nด้วย'
    """
    head, gap, body = skeleton.partition("\n\n")
    lines: list[str] = []
    left = dict(values)
    for line in head.split("\n"):
        name = line.partition(":")[0].strip()
        given = left.pop(name, None)
        lines += [line] if given is None else _lines(name, given)
    for name, given in left.items():
        lines += _lines(name, given)
    return "\n".join(lines) + gap + body


def _lines(name: str, given: Sequence[str]) -> list[str]:
    return [f"{name}: {value}".rstrip() for value in given]


def _required(kind: str) -> Sequence[str]:
    """What is asked for on a terminal: the headers that a letter of the kind must have."""
    from memogen.compose import PARTS
    from memogen.model import Kind

    return PARTS[next((known for known in Kind if known == kind), Kind.MEMO)].required


def _skeleton(folder: Path, kind: str) -> Path:
    path = folder / f"{kind}.md"
    here = sorted(found.stem for found in folder.glob("*.md"))
    if kind in here:
        return path
    from memogen.model import Kind

    guess = nearest(kind, here)
    known = kind in [known.value for known in Kind]
    raise UsageError(
        Finding(
            code="W11",
            text=kind,
            message=_("ยังไม่มีโครงของ{kind}").format(kind=kind)
            if known
            else _("ไม่รู้จักชนิดหนังสือ “{kind}”").format(kind=kind),
            hint=_("หมายถึง “{guess}” ใช่หรือไม่").format(guess=guess)
            if guess and not known
            else _("ที่มีอยู่: {kinds}").format(kinds=", ".join(here) or "-"),
        )
    )


def _values(pairs: Sequence[str]) -> dict[str, list[str]]:
    """Header -> values of the `--set` options; UsageError tells every one that is wrong."""
    values: dict[str, list[str]] = {}
    findings: list[Finding] = []
    for pair in pairs:
        name, sign, value = pair.partition("=")
        if sign:
            values.setdefault(thai.normalise(name.strip()), []).append(" ".join(value.split()))
        else:
            findings.append(_finding(pair, _("“{pair}” ไม่มีเครื่องหมาย ="), _("เขียนอย่าง --set เรียน=อธิบดี")))
    findings += _wrong_headers(values)
    if findings:
        raise UsageError(*findings)
    return values


def _wrong_headers(values: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    from memogen.model import HEADERS

    for name, given in values.items():
        rule = HEADERS.get(name.partition("(")[0].strip())
        if rule is None:
            guess = nearest(name, list(HEADERS))
            hint = _("หมายถึง “{guess}” ใช่หรือไม่").format(guess=guess) if guess else ""
            yield _finding(name, _("ไม่รู้จักหัวข้อ “{pair}”"), hint or _("ดูหัวข้อที่ใช้ได้ในคู่มือ"))
        elif len(given) > 1 and not rule.repeats:
            yield _finding(name, _("หัวข้อ “{pair}” มีได้ค่าเดียว"), _("เหลือ --set ของหัวข้อนี้ไว้ครั้งเดียว"))


def _finding(text: str, message: str, hint: str) -> Finding:
    return Finding(code="W11", text=text, message=message.format(pair=text), hint=hint)


def _asked(office: Office, names: Sequence[str]) -> dict[str, list[str]]:
    """What the officer answers; an empty answer leaves the skeleton's line as it is."""
    if not names:
        return {}
    remark(_("กด Enter เพื่อเว้นไว้กรอกภายหลัง"))
    answers = {}
    for name in names:
        keys = [signer.key for signer in office.signers] if name == "ผู้ลงนาม" else []
        choices = ", ".join(f"{number} {key}" for number, key in enumerate(keys, start=1))
        prompt = f"{name} ({choices})" if choices else name
        answer = " ".join(click.prompt(prompt, default="", show_default=False, err=True).split())
        answers[name] = dict(enumerate(keys, start=1)).get(_whole_number(answer), answer)
    return {name: [answer] for name, answer in answers.items() if answer}


def _whole_number(answer: str) -> int:
    """The number typed to choose from a list, in either kind of digits; 0 for words."""
    return int(answer) if answer.isdecimal() else 0


def _free_place(seat: Seat, file: Path | None, title: str) -> Path:
    """The file asked for, which must not be there, else a free name in letters/."""
    from memogen.files import legal_name

    if file is None:
        folder, number = seat.root / "letters", 1
        while (
            path := folder / legal_name(title if number == 1 else f"{title} {number}", suffix=".md")
        ).exists():
            number += 1
        return path
    path = seat.cwd / file
    if path.exists():
        raise UsageError(
            Finding(
                code="W10",
                file=str(path),
                message=_("มีไฟล์นี้อยู่แล้ว จึงไม่เขียนทับ"),
                hint=_("บอกชื่ออื่นด้วย -o หรือย้ายไฟล์นี้ออกก่อน"),
            )
        )
    return path
