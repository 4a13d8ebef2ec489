"""`register list` and `show`: the books as people look things up in them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from gettext import gettext as _
from typing import Any

import click

from memogen import thai
from memogen.books import Book, BookKind, Entry, Event, Status
from memogen.cli.columns import padded, width
from memogen.cli.door import Command
from memogen.cli.options import as_json_option
from memogen.cli.register.booking import Choice, book_options, titled
from memogen.cli.register.telling import STATES, as_json, listed, say_entries, state_of
from memogen.cli.seat import BANGKOK, Seat
from memogen.cli.shape import option
from memogen.cli.telling import remark, say, say_json
from memogen.errors import RegisterRefusal
from memogen.findings import N_, Finding, nearest
from memogen.register.searching import STATUS_WORDS, search


def _status(_ctx: click.Context, _param: click.Parameter, typed: str | None) -> Status | None:
    if not typed:
        return None
    word = thai.normalise(typed).strip().casefold()
    for status, names in STATUS_WORDS.items():
        if word in names:
            return status
    known = [_(word) for word in STATES.values()]
    guess = nearest(word, [name for names in STATUS_WORDS.values() for name in names])
    hint = _("หมายถึง “{guess}” ใช่หรือไม่").format(guess=guess) if guess else ""
    message = _("ไม่รู้จักสถานะ “{word}” ที่ใช้ได้: {known}").format(word=typed, known=", ".join(known))
    raise click.BadParameter(f"{message} {hint}".rstrip())


@click.command(
    "list",
    cls=Command,
    short_help=N_("ค้นทะเบียน พิมพ์อย่างที่เคยพิมพ์"),
    help=N_(
        "เช่น\n"
        "  memogen register list กษ1113 653\n"
        "  memogen register list ว71\n"
        "  memogen register list มี.ค. 66\n"
        "  memogen register list ประชุม --status จอง\n"
        "\n"
        "ไม่บอกคำใดเลย แสดงทุกรายการ"
    ),
    empty={"entries": []},
)
@click.argument("words", metavar="[WORDS]...", nargs=-1)
@option("--status", metavar="STATUS", callback=_status, help=N_("สถานะ: จองไว้ ออกแล้ว ส่งแล้ว ยกเลิก"))
@book_options
@as_json_option
@click.pass_obj
def list_entries(
    seat: Seat, choice: Choice, words: Sequence[str], status: Status | None, as_json: bool
) -> int:
    workspace = seat.workspace()
    with workspace.register_to_read(clock=seat.clock) as register:
        kind, circular = _kind_and_mark(choice, workspace.office.circular_series)
        entries = register.entries(
            code=choice.code, kind=kind, year_be=choice.year_be, status=status, circular=circular
        )
    found = search(entries, " ".join(words))
    if as_json:
        say_json(listed(found))
        return 0
    say_entries(found)
    remark(
        _("พบ {count} รายการ จาก {all} รายการ").format(count=len(found), all=len(entries))
        if found
        else _("ไม่พบรายการใด ลองใช้คำที่สั้นลง หรือตัดเงื่อนไขออก")
    )
    return 0


def _kind_and_mark(choice: Choice, circular_series: str) -> tuple[BookKind | None, bool | None]:
    """A shared series has its circulars among the ordinary numbers."""
    if choice.kind is BookKind.CIRCULAR and circular_series == "ordinary":
        return BookKind.SENDING, True
    return choice.kind, None


@click.command(
    cls=Command,
    short_help=N_("เรื่องราวทั้งหมดของเลขหนึ่ง: ใครทำอะไรเมื่อใด"),
    help=N_("NUMBER คือเลข เช่น 653 ๖๕๓ ว71 หรือ กษ1113/653"),
    empty={"entry": None, "story": []},
)
@click.argument("number", metavar="NUMBER")
@book_options
@as_json_option
@click.pass_obj
def show(seat: Seat, choice: Choice, number: str, as_json: bool) -> int:
    workspace = seat.workspace()
    ((book, serial),) = choice.numbers(seat, workspace.office, [number])
    with workspace.register_to_read(clock=seat.clock) as register:
        entry = register.entry(book, serial)
        if entry is None:
            other_years = [
                other.year_be
                for other in register.entries(code=book.code, kind=book.kind)
                if other.serial == serial
            ]
            raise RegisterRefusal(_no_such(book, serial, other_years))
        story, copies = register.story(book, serial), register.copies(entry)
    if as_json:
        say_json(_story_json(entry, story, copies))
    else:
        _say_entry(entry)
        _say_copies(copies)
        say()
        for event in story:
            say(f"{_moment(event.at)}  {event.actor}  {_deed(event)}")
    return 0


def _no_such(book: Book, serial: int, other_years: Sequence[int]) -> Finding:
    years = ", ".join(thai.to_thai_digits(str(year)) for year in other_years)
    return Finding(
        code="R34",
        text=book.number(serial),
        message=_("ไม่มีเลข {number} ใน{book}").format(number=book.number(serial), book=titled(book)),
        hint=_("มีเลขนี้ในปี {years} บอกปีด้วย --year").format(years=years)
        if years
        else _("ดูเลขที่มีด้วย memogen register list หรือบอกทะเบียนด้วย --kind และ --code"),
    )


def _story_json(entry: Entry, story: Sequence[Event], copies: Sequence[tuple[str, str]]) -> dict[str, Any]:
    events = [
        {"at": event.at, "actor": event.actor, "action": event.action, "words": _deed(event)}
        for event in story
    ]
    shown = [{"recipient": recipient, "sha256": digest} for recipient, digest in copies]
    return {"entry": as_json(entry), "copies": shown, "story": events}


def _say_entry(entry: Entry) -> None:
    say(f"{entry.number}  {state_of(entry)}  {titled(entry.book)}")
    rows = [(name, text) for name, text in _facts(entry) if text]
    columns = max((width(name) for name, _text in rows), default=0)
    for name, text in rows:
        say(f"  {padded(name, columns)}  {' '.join(text.split())}")


def _say_copies(copies: Sequence[tuple[str, str]]) -> None:
    """Whom a circular went to."""
    if copies:
        say(_("  สำเนา {count} ฉบับ ถึง").format(count=thai.to_thai_digits(str(len(copies)))))
        for recipient, _digest in copies:
            say(f"    {recipient}")


def _facts(entry: Entry) -> Iterator[tuple[str, str]]:
    """What is known of an entry, in the order of the official columns."""
    yield _("ที่ของหนังสือรับ"), entry.their_number
    yield _("ลงวันที่"), _day(entry.their_date or entry.dated)
    yield _("จาก"), entry.sender
    yield _("ถึง"), entry.to
    yield _("เรื่อง"), entry.subject
    yield _("การปฏิบัติ"), entry.action
    yield _("หมายเหตุ"), entry.note
    yield _("ผู้จอง"), entry.holder
    yield _("จองเพื่อ"), entry.purpose
    yield _("จองถึง"), _day(entry.due)
    yield _("เหตุที่ยกเลิก"), entry.reason or ""
    yield _("วิธีส่ง"), entry.way
    yield _("วันที่ส่ง"), _day(entry.dispatched_on)
    yield _("ผู้รับ"), entry.recipient
    yield _("ไฟล์ร่าง"), entry.letter or ""
    yield _("ลายนิ้วมือเอกสาร (SHA-256)"), entry.sha256 or ""
    yield _("นำเข้าจากช่อง"), entry.cell


def _day(day: date | None) -> str:
    return thai.long_date(day) if day else ""


def _moment(at: str) -> str:
    moment = datetime.fromisoformat(at).astimezone(BANGKOK)
    return f"{thai.short_date(moment.date())} {thai.clock_time(moment.time())}"


_DEEDS = {
    "reserve": N_("จองให้ {holder} {purpose}"),
    "release": N_("คืนเลขที่จอง ({reason})"),
    "void": N_("ยกเลิก ({reason})"),
    "issue": N_("ออกเลขให้ “{subject}” ถึง {to}"),
    "dispatch": N_("ส่งทาง{way} ถึง {recipient}"),
    "receive": N_("ลงรับ “{subject}” จาก {sender}"),
    "adopt": N_("นำเข้าจากทะเบียนเดิม “{subject}” {cell}"),
}


def _deed(event: Event) -> str:
    """What an event of the trail did, in a sentence."""
    row = {name: "" if value is None else value for name, value in json.loads(event.row).items()}
    words = _DEEDS.get(event.action)
    told = _(words).format(**row) if words else event.action
    return " ".join(told.split())
