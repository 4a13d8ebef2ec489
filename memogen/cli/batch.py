"""`batch`: one letter to all units, with its numbers, files, lists and manifest."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from gettext import gettext as _
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click

from memogen.cli.columns import padded, width
from memogen.cli.door import Command
from memogen.cli.options import (
    accept_clock_option,
    append_option,
    as_json_option,
    catchwords_option,
    date_option,
    dry_run_option,
    kind_option,
    out_option,
    pack_option,
    pdf_option,
)
from memogen.cli.seat import SETTINGS, Seat
from memogen.cli.shape import option
from memogen.cli.telling import remark, say, say_json, tell
from memogen.findings import N_
from memogen.report import as_json as listed
from memogen.report import some_of

if TYPE_CHECKING:
    from memogen.desk.batches import Batch, Item

EMPTY: dict[str, Any] = {"documents": 0, "number": None, "manifest": None, "items": []}
NOT_ALL = 3
"""The exit code when some copies could not be made."""
MOST_SHOWN = 20
"""Copies that are listed one by one; the manifest has them all."""


@click.command(
    cls=Command,
    empty=EMPTY,
    help=N_(
        "LETTER คือไฟล์ร่างฉบับเดียว ส่งถึงทุกหน่วยงานในรายชื่อ ในร่างเรียกผู้รับว่า {{ หน่วยงาน.ชื่อ }} "
        "{{ หน่วยงาน.เรียน }} และคอลัมน์อื่นของรายชื่อ\n"
        "\n"
        "ตรวจครบทุกหน่วยงานก่อนใช้เลขแรก ลองดูก่อนได้ด้วย --dry-run ถ้าหยุดกลางคัน สั่งเดิมพร้อม --resume "
        "เลขและไฟล์ที่ทำไว้แล้วคงเดิม"
    ),
)
@click.argument("letter", metavar="LETTER")
@option(
    "--to",
    metavar="LIST",
    help=N_("รายชื่อผู้รับ: ไฟล์ xlsx หรือ csv (แผ่นงาน: รายชื่อ.xlsx#ส่วนกลาง) ถ้าไม่บอก ใช้หน่วยงานใน memogen.toml"),
)
@option(
    "--number",
    type=click.Choice(["shared", "each", "none"]),
    default="shared",
    help=N_("shared เลขเวียน (ว) เลขเดียวทุกฉบับ (ปกติ)  each เลขแยกทุกฉบับ  none ร่าง ยังไม่ออกเลข"),
)
@date_option
@kind_option
@out_option
@option("--only", metavar="WHO", multiple=True, help=N_("เฉพาะหน่วยงานนี้ (ชื่อ ชื่อย่อ หรือ คอลัมน์=ค่า) บอกซ้ำได้"))
@option(
    "--except", "but", metavar="WHO", multiple=True, help=N_("เว้นหน่วยงานนี้ (ชื่อ ชื่อย่อ หรือ คอลัมน์=ค่า) บอกซ้ำได้")
)
@dry_run_option
@option("--resume", is_flag=True, help=N_("ทำต่อชุดที่ค้าง: ทำเฉพาะที่ขาด เลขและไฟล์เดิมคงอยู่"))
@pdf_option
@pack_option
@append_option
@catchwords_option
@option(
    "--papers/--no-papers",
    default=None,
    help=N_("ทำ/ไม่ทำ ไฟล์พิมพ์รวม รายชื่อแนบท้าย แบบตอบรับ ป้ายจ่าหน้า (ปกติทำเมื่อไม่เกิน ๕๐๐ ฉบับ)"),
)
@option("--jobs", metavar="N", type=click.IntRange(1, 64), default=1, help=N_("จำนวนงานที่ทำพร้อมกัน"))
@accept_clock_option
@as_json_option
@click.pass_obj
def batch(
    seat: Seat,
    letter: str,
    to: str | None,
    number: str,
    on: date | None,
    kind: str | None,
    out: Path | None,
    only: Sequence[str],
    but: Sequence[str],
    dry_run: bool,
    resume: bool,
    pdf: bool,
    pack: str | None,
    append: bool,
    catchwords: bool | None,
    papers: bool | None,
    jobs: int,
    accept_clock: bool,
    as_json: bool,
) -> int:
    began = perf_counter()
    book, sheet = _list(seat, to)
    with progress_bar() as heard:
        done = seat.workspace().batch(
            _letter(seat, letter),
            clock=seat.clock,
            to=book,
            sheet=sheet,
            number=number,
            on=on,
            kind=kind,
            out=seat.cwd / out if out else None,
            only=only,
            but=but,
            dry_run=dry_run,
            resume=resume,
            pdf=pdf,
            pack=pack,
            append=append,
            papers=papers,
            jobs=jobs,
            accept_clock=accept_clock,
            catchwords=catchwords,
            cache=seat.cache,
            tell=heard,
        )
    return report(seat, done, seconds=perf_counter() - began, dry_run=dry_run, as_json=as_json)


def _letter(seat: Seat, name: str) -> Path:
    files = seat.files([name])
    if len(files) > 1:
        raise click.UsageError(_("batch ทำทีละร่าง แต่ “{name}” มีหลายไฟล์").format(name=name))
    return files[0]


def _list(seat: Seat, to: str | None) -> tuple[Path | None, str | None]:
    """The workbook or csv and its sheet; nothing for the units of the settings."""
    if to is None or Path(to).name == SETTINGS:
        return None, None
    from memogen.recipients import split_source

    name, sheet = split_source(to)
    return seat.files([name])[0], sheet


@contextmanager
def progress_bar() -> Iterator[Callable[[int, int, str], None]]:
    """A bar with the unit's name on standard error, and only where someone is watching."""
    if not sys.stderr.isatty():
        yield lambda done, of, name: None  # noqa: ARG005
        return
    with ExitStack() as stack:
        bars: list[Any] = []

        def tell(done: int, of: int, name: str) -> None:
            if not bars:
                bars.append(stack.enter_context(_new_bar(of)))
            bars[0].update(done - bars[0].pos, name)

        yield tell


def _new_bar(of: int) -> Any:
    return click.progressbar(
        length=of,
        label=_("ทำหนังสือ"),
        item_show_func=lambda name: name,
        file=sys.stderr,
        show_eta=of > MOST_SHOWN,
    )


# --- what is said ---------------------------------------------------------------------------------


def report(seat: Seat, done: Batch, *, seconds: float, dry_run: bool, as_json: bool) -> int:
    """Says what was made, what stands out and what failed; the exit code is 3 when copies are missing."""
    if as_json:
        say_json(_as_json(seat, done, seconds))
    else:
        _say_copies(seat, done, dry_run=dry_run)
        _say_differences(done)
        packs = [item.pack for item in done.items if item.pack]
        if packs:
            folder = seat.shown(packs[0].parent)
            say(_("ชุดส่ง {count} ชุด ใน {folder}").format(count=len(packs), folder=folder))
        if done.papers:
            names = ", ".join(path.name for path in done.papers)
            folder = seat.shown(done.papers[0].parent)
            say(_("เอกสารประกอบ ใน {folder}: {names}").format(folder=folder, names=names))
        if done.manifest:
            say(_("บัญชีหนังสือทั้งชุด: {file}").format(file=seat.shown(done.manifest)))
        tell(seat.placed([*done.findings, *(found for item in done.items for found in item.findings)]))
        remark(_next_step(done, dry_run=dry_run))
    return NOT_ALL if done.failed or (done.manifest is None and not dry_run) else 0


def _say_copies(seat: Seat, done: Batch, *, dry_run: bool) -> None:
    count, folder = len(done.items), seat.shown(done.folder)
    if dry_run:
        say(_("จะทำ {count} ฉบับ ใน {folder}").format(count=count, folder=folder))
    else:
        made = sum(item.outcome == "made" for item in done.items)
        say(
            _("ทำแล้ว {made} ฉบับ มีอยู่แล้ว {there} ฉบับ จาก {count} ฉบับ ใน {folder}").format(
                made=made, there=len(done.copies) - made, count=count, folder=folder
            )
        )
    shown = done.items[:MOST_SHOWN]
    columns = max(width(item.recipient.name) for item in shown)
    for item in shown:
        name = f"{padded(item.recipient.name, columns)}  " if dry_run else ""
        say(f"  {name}{item.file.name}")
    if count > MOST_SHOWN:
        say(_("  … และอีก {count} ฉบับ").format(count=count - MOST_SHOWN))


def _say_differences(done: Batch) -> None:
    """What differs between the copies, and those that stand out: read these first."""
    seen = done.differences
    if len(seen.copies) < 2:
        return
    parts = ", ".join(
        _("{part} ({kinds} แบบ)").format(part=part, kinds=seen.kinds(part)) for part in seen.parts
    )
    say(_("ส่วนที่ต่างกัน: {parts}").format(parts=parts or _("ไม่มี")))
    say(_("ชื่อยาวที่สุด: {name}").format(name=seen.longest_name.name))
    say(
        _("ฉบับยาวที่สุด: {name} {size} อักษร (ปกติ {usual})").format(
            name=seen.longest.recipient.name, size=f"{seen.longest.size:,}", usual=f"{seen.usual_size:,}"
        )
    )
    if seen.longer_in_pages:
        longer = [f"{copy.recipient.name} ({copy.pages})" for copy in seen.longer_in_pages]
        say(_("มีหลายหน้ากว่าฉบับอื่น: {names}").format(names=some_of(longer)))
    for column, names in seen.empty.items():
        say(_("ช่อง “{column}” ว่าง: {names}").format(column=column, names=some_of(names)))


def _next_step(done: Batch, *, dry_run: bool) -> str:
    if dry_run:
        return _("นี่เป็นการลองดู ยังไม่ได้ใช้เลขและไม่ได้เขียนไฟล์ สั่งจริงโดยไม่มี --dry-run")
    if done.failed:
        return _("ยังขาด {count} ฉบับ แก้เหตุข้างต้นแล้วสั่งเดิมพร้อม --resume เลขและไฟล์ที่ทำแล้วคงเดิม").format(
            count=len(done.failed)
        )
    if not done.is_numbered:
        return _("ขั้นต่อไป: เปิดตรวจทานใน Word แล้วแนบไปกับหนังสือถึงแต่ละหน่วยงาน ชนิดนี้ไม่ต้องออกเลข")
    if done.numbering == "none":
        return _("ขั้นต่อไป: เปิดตรวจทานใน Word แล้วออกเลขพร้อมกันด้วย --number shared หรือ each")
    return _("ขั้นต่อไป: พิมพ์จากไฟล์พิมพ์รวม เสนอลงนาม ส่งแล้วสั่ง memogen register dispatch เลขที่ --way วิธีส่ง")


def _as_json(seat: Seat, done: Batch, seconds: float) -> dict[str, Any]:
    return {
        "documents": len(done.copies),
        "number": done.number,
        "manifest": seat.shown(done.manifest) if done.manifest else None,
        "seconds": round(seconds, 3),
        "items": [_item(seat, item) for item in done.items],
        "findings": listed(seat.placed(done.findings)),
        "papers": [seat.shown(path) for path in done.papers],
    }


def _item(seat: Seat, item: Item) -> dict[str, Any]:
    return {
        "recipient": item.recipient.name,
        "number": item.number or None,
        "file": seat.shown(item.file) if item.sha256 else None,
        "sha256": item.sha256 or None,
        "status": item.outcome,
        "findings": listed(seat.placed(item.findings)),
        **({"pack": seat.shown(item.pack)} if item.pack else {}),
    }
