"""`register next`, `open`, `reserve`, `release` and `void`: numbers before a letter has them, and after."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from gettext import gettext as _

import click

from memogen import thai
from memogen.books import Book
from memogen.cli.door import Command
from memogen.cli.options import accept_clock_option, as_json_option, dry_run_option, thai_date, tidy
from memogen.cli.register.booking import Choice, book_options, numbers_argument, titled
from memogen.cli.register.telling import listed, state_of
from memogen.cli.seat import Seat
from memogen.cli.shape import option
from memogen.cli.telling import remark, say, say_json
from memogen.findings import N_


@click.command(
    "next",
    cls=Command,
    short_help=N_("เลขถัดไปของทะเบียน โดยไม่ใช้เลข"),
    help=N_("เช่น memogen register next --kind เวียน"),
)
@book_options
@as_json_option
@click.pass_obj
def next_number(seat: Seat, choice: Choice, as_json: bool) -> int:
    workspace = seat.workspace()
    book, circular = choice.book(seat, workspace.office)
    with workspace.register_to_read(clock=seat.clock) as register:
        serial = register.next_serial(book)
    number = book.number(serial, circular=circular)
    if as_json:
        circular = circular or number.rpartition("/")[2].startswith("ว")
        told = {"series": book.code, "circular": circular, "year_be": book.year_be}
        say_json({**told, "serial": serial, "number": number})
    else:
        say(number)
        remark(_("{book} เลขนี้ยังไม่ถูกใช้").format(book=titled(book)))
    return 0


@click.command(
    "open",
    cls=Command,
    short_help=N_("เริ่มทะเบียนต่อจากเล่มกระดาษ โดยบอกเลขสุดท้ายที่ใช้ไปแล้ว"),
    help=N_("เช่น เล่มกระดาษปีนี้ออกถึง ๖๕๒ แล้ว สั่ง memogen register open --floor 652 เลขต่อไปจะเป็น ๖๕๓"),
)
@option("--floor", metavar="N", required=True, help=N_("เลขสุดท้ายของเล่มกระดาษ"))
@book_options
@click.pass_obj
def open_book(seat: Seat, choice: Choice, floor: str) -> int:
    workspace = seat.workspace()
    book, circular = choice.book(seat, workspace.office)
    last = _count(floor, least=0)
    with workspace.register(clock=seat.clock) as register:
        with register.writing() as pen:
            pen.open_book(book, floor=last)
        following = book.number(register.next_serial(book), circular=circular)
    say(_("{book} เริ่มต่อจากเล่มกระดาษ เลขถัดไปคือ {number}").format(book=titled(book), number=following))
    return 0


@click.command(
    cls=Command,
    short_help=N_("จองเลขให้ผู้ที่ยังไม่มีหนังสือ"),
    help=N_("เลขที่จองแล้วใช้โดยพิมพ์เลขนั้นที่หัวข้อ “ที่” ของร่าง แล้วสั่ง issue ไม่ใช้แล้วให้คืนด้วย register release"),
    empty={"entries": []},
)
@option("--holder", metavar="NAME", callback=tidy, required=True, help=N_("ผู้จอง หรือหน่วยงานที่จอง"))
@option("--purpose", metavar="TEXT", callback=tidy, default="", help=N_("จองไว้ทำเรื่องใด"))
@option("--due", metavar="D", callback=thai_date, help=N_("จองถึงวันที่ เกินแล้ว register check จะเตือน"))
@option("--count", metavar="N", default="1", help=N_("จองกี่เลข (ปกติ 1)"))
@book_options
@dry_run_option
@accept_clock_option
@as_json_option
@click.pass_obj
def reserve(
    seat: Seat,
    choice: Choice,
    holder: str,
    purpose: str,
    due: date | None,
    count: str,
    dry_run: bool,
    accept_clock: bool,
    as_json: bool,
) -> int:
    workspace = seat.workspace()
    book, circular = choice.book(seat, workspace.office)
    wanted = _count(count, least=1)
    if dry_run:
        return _would_reserve(seat, book, circular, wanted, as_json)
    with workspace.register(clock=seat.clock) as register, register.writing(accept_clock=accept_clock) as pen:
        held = pen.reserve(book, holder=holder, purpose=purpose, due=due, circular=circular, count=wanted)
    if as_json:
        say_json(listed(held))
        return 0
    for entry in held:
        say(_("จองแล้ว: {number} ให้ {holder}").format(number=entry.number, holder=holder))
    remark(_("เมื่อทำหนังสือ พิมพ์เลขนี้ที่หัวข้อ “ที่” แล้วสั่ง memogen issue"))
    return 0


def _would_reserve(seat: Seat, book: Book, circular: bool, wanted: int, as_json: bool) -> int:
    with seat.workspace().register_to_read(clock=seat.clock) as register:
        first = register.next_serial(book)
    numbers = [book.number(first + more, circular=circular) for more in range(wanted)]
    if as_json:
        say_json({"entries": [], "numbers": numbers})
    else:
        say(_("จะจองได้: {numbers}").format(numbers=", ".join(numbers)))
    return 0


@click.command(
    cls=Command,
    short_help=N_("คืนเลขที่จองไว้ เลขยังอยู่ในทะเบียนว่ายกเลิก"),
    help=N_("NUMBER คือเลข เช่น 653 ๖๕๓ ว71 หรือ กษ1113/653"),
    empty={"entries": []},
)
@numbers_argument
@option("--reason", metavar="TEXT", callback=tidy, default="", help=N_("เหตุที่คืน"))
@book_options
@as_json_option
@click.pass_obj
def release(seat: Seat, choice: Choice, numbers: Sequence[str], reason: str, as_json: bool) -> int:
    workspace = seat.workspace()
    places = choice.numbers(seat, workspace.office, numbers)
    with workspace.register(clock=seat.clock) as register, register.writing() as pen:
        released = [pen.release(book, serial, reason=reason) for book, serial in places]
    if as_json:
        say_json(listed(released))
        return 0
    for entry in released:
        say(_("คืนแล้ว: {number} เลขนี้จะไม่ถูกใช้อีก").format(number=entry.number))
    return 0


@click.command(
    cls=Command,
    short_help=N_("ยกเลิกเลข พร้อมเหตุผลที่จะอยู่ในทะเบียนตลอดไป"),
    help=N_("เลขที่ยกเลิกไม่หายไปและไม่ถูกใช้อีก หนังสือที่ส่งไปแล้วยกเลิกไม่ได้ ให้ทำฉบับใหม่ที่อ้างถึงฉบับเดิม"),
    empty={"entries": []},
)
@numbers_argument
@option("--reason", metavar="TEXT", callback=tidy, required=True, help=N_("เหตุผล"))
@book_options
@as_json_option
@click.pass_obj
def void(seat: Seat, choice: Choice, numbers: Sequence[str], reason: str, as_json: bool) -> int:
    workspace = seat.workspace()
    places = choice.numbers(seat, workspace.office, numbers)
    with workspace.register(clock=seat.clock) as register, register.writing() as pen:
        voided = [pen.void(book, serial, reason=reason) for book, serial in places]
    if as_json:
        say_json(listed(voided))
        return 0
    for entry in voided:
        words = {"state": state_of(entry), "number": entry.number, "reason": entry.reason}
        say(_("{state}: {number} ({reason})").format(**words))
    if any(entry.sha256 for entry in voided):
        remark(_("เอกสารของเลขที่ยกเลิกห้ามส่ง กรุณาลบหรือย้ายออกจากโฟลเดอร์ที่เก็บเอกสาร"))
    return 0


def _count(typed: str, *, least: int) -> int:
    """A whole number in either digits."""
    digits = thai.to_arabic_digits(typed).strip()
    if not digits.isdecimal() or len(digits) > 9 or int(digits) < least:
        raise click.BadParameter(
            _("อ่านจำนวน “{text}” ไม่ได้ กรุณาเขียนเลขจำนวนเต็มตั้งแต่ {least}").format(text=typed, least=least)
        )
    return int(digits)
