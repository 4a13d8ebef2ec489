"""`init`: a new workspace, laid out whole or not at all."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from gettext import gettext as _
from pathlib import Path

import click

from memogen.cli.door import Command
from memogen.cli.options import as_json_option
from memogen.cli.seat import SETTINGS, TEMPLATES, Seat
from memogen.cli.shipped import BEGINNINGS, office_home
from memogen.cli.telling import quoted, remark, say, say_json
from memogen.errors import UsageError
from memogen.findings import N_, Finding

QUESTIONS = {
    "name": N_("ชื่อส่วนราชการ"),
    "unit": N_("ส่วนราชการเจ้าของเรื่อง (กอง สำนัก กลุ่ม)"),
    "code": N_("รหัสหนังสือ หน้าเครื่องหมาย /"),
    "phone": N_("โทรศัพท์"),
    "email": N_("ไปรษณีย์อิเล็กทรอนิกส์"),
}
"""What is asked of the [office] section, in its order."""

_IGNORED = "out/\nregister*.db*\nregister.mirror.jsonl*\n"
_NEVER_CARRIED = ("~$", ".")  # what Word lays beside an open file, and hidden files


@click.command(
    cls=Command,
    empty={"workspace": None, "files": []},
    help=N_("DIR คือโฟลเดอร์ที่จะสร้าง (ปกติคือโฟลเดอร์นี้) ไฟล์ที่มีอยู่แล้วจะไม่ถูกเขียนทับ"),
)
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path(path_type=Path))
@as_json_option
@click.pass_context
def init(ctx: click.Context, folder: Path, as_json: bool) -> int:
    from memogen.files import put_all

    seat: Seat = ctx.obj
    ctx.obj = seat = seat.at(folder)
    settings = (BEGINNINGS / SETTINGS).read_text(encoding="utf-8")
    places = {seat.root / name: content for name, content in _beginnings()}
    _refuse_overwriting(places)
    answers = _asked(settings) if seat.asks else {}
    places[seat.root / SETTINGS] = with_answers(settings, answers).encode()
    put_all(places.items())
    files = [path.relative_to(seat.root).as_posix() for path in places]
    if as_json:
        say_json({"workspace": seat.shown(seat.root), "files": files, "findings": []})
        return 0
    say(_("สร้างที่ทำงานแล้ว: {folder}").format(folder=seat.shown(seat.root)))
    for file in files:
        say(f"  {file}")
    _say_next(seat)
    return 0


def with_answers(settings: str, answers: Mapping[str, str]) -> str:
    """The settings with the answers in place of the samples of their keys.

    >>> with_answers('name = "กรมตัวอย่าง"', {"name": 'กรม "ก"'})
    'name = "กรม \\\\"ก\\\\""'
    """
    for key, answer in answers.items():
        quoted = json.dumps(answer, ensure_ascii=False)  # TOML's strings are written as JSON's are
        start, _old, rest = re.split(rf'^({key} = "[^"]*")', settings, maxsplit=1, flags=re.MULTILINE)
        settings = f"{start}{key} = {quoted}{rest}"
    return settings


def _asked(settings: str) -> dict[str, str]:
    import tomllib

    samples = tomllib.loads(settings)["office"]
    remark(_("กรุณาตอบคำถามสั้น ๆ กด Enter เพื่อใช้ค่าในวงเล็บ แก้ภายหลังได้ใน {file}").format(file=SETTINGS))
    return {
        key: click.prompt(
            _(question), default=samples[key], value_proc=_code if key == "code" else _one_line, err=True
        )
        for key, question in QUESTIONS.items()
    }


def _one_line(answer: str) -> str:
    from memogen import thai

    return " ".join(thai.normalise(answer).split())


def _code(answer: str) -> str:
    from memogen import thai

    try:
        return thai.parse_code(answer.rstrip(" /"))
    except thai.NumberError as error:
        raise click.UsageError(str(error)) from error


def _beginnings() -> Iterator[tuple[str, bytes]]:
    """Path inside the workspace and content of each file that a workspace begins with."""
    yield SETTINGS, b""  # its content follows the answers
    yield ".gitignore", _IGNORED.encode()
    for path in sorted(BEGINNINGS.rglob("*")):
        name = path.relative_to(BEGINNINGS).as_posix()
        if path.is_file() and name != SETTINGS:
            yield name, path.read_bytes()
    for path in sorted((office_home() / TEMPLATES).iterdir()):
        if path.is_file() and not path.name.startswith(_NEVER_CARRIED):
            yield f"{TEMPLATES}/{path.name}", path.read_bytes()


def _refuse_overwriting(places: Mapping[Path, bytes]) -> None:
    in_the_way = [path for path in places if path.exists()]
    if in_the_way:
        raise UsageError(
            *(
                Finding(
                    code="W10",
                    file=str(path),
                    message=_("มีไฟล์นี้อยู่แล้ว จึงไม่เขียนทับ และยังไม่ได้สร้างสิ่งใด"),
                    hint=_("เลือกโฟลเดอร์อื่น หรือย้ายไฟล์นี้ออกก่อน"),
                )
                for path in in_the_way
            )
        )


def _say_next(seat: Seat) -> None:
    letter = next(name for name, _content in _beginnings() if name.startswith("letters/"))
    remark(_("ขั้นต่อไป:"))
    if seat.root != seat.cwd:
        remark(f"  cd {quoted(seat.shown(seat.root))}")
    remark(f"  memogen make {quoted(letter)}")
    remark(_("แล้วแก้ {file} ให้เป็นของหน่วยงาน โดยเฉพาะรายชื่อผู้ลงนาม").format(file=SETTINGS))
