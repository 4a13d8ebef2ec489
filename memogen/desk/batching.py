"""Batches: one letter for many recipients, checked whole before the first number, resumed when stopped.

A batch is known by its letter and its list. Codes: N23 numbered otherwise before · N24 begun before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from gettext import gettext as _
from hashlib import sha256
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from memogen import letters
from memogen import recipients as lists
from memogen.compose import kinds_of
from memogen.desk import attached, numbering, papers
from memogen.desk.batches import Batch, Item, Numbering, Outcome, Progress
from memogen.desk.comparing import Differences
from memogen.desk.contents import content_of
from memogen.desk.copying import Order, Press, Stock
from memogen.desk.drafts import UNNUMBERED, data_of, no_units
from memogen.desk.enclosing import Enclosed
from memogen.desk.extras import NOTHING, Extras, check, planned
from memogen.desk.folder import BANGKOK, Folder
from memogen.desk.judging import judged, refuse_other_numbers
from memogen.desk.kinds import asked_kind, key_of, refuse_other_kinds
from memogen.desk.making import need_libreoffice
from memogen.desk.manifest import Manifest
from memogen.desk.numbering import DRAFT, Run, file_name
from memogen.desk.quoted import kept
from memogen.desk.workshop import Workshop
from memogen.errors import InputError, RegisterRefusal
from memogen.files import check_writable, sweep
from memogen.findings import Finding, has_errors
from memogen.model import Letter, Memo, Recipient

if TYPE_CHECKING:
    from memogen.register import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How a batch is asked for; see `Workspace.batch`."""

    numbering: Numbering = Numbering.SHARED
    kind: str | None = None
    on: date | None = None
    out: Path | None = None
    only: Sequence[str] = ()
    but: Sequence[str] = ()
    dry_run: bool = False
    resume: bool = False
    pdf: bool = False
    papers: bool | None = None
    extras: Extras = NOTHING
    jobs: int = 1
    accept_clock: bool = False
    catchwords: bool | None = None
    cache: Path | None = None


def batch(
    home: Folder,
    letter_file: Path,
    to: Path | None,
    sheet: str | None,
    wish: Wish,
    *,
    clock: Callable[[], datetime],
    tell: Progress,
) -> Batch:
    """See `Workspace.batch`."""
    letter = letters.read_letter(letter_file, file=home.shown(letter_file))
    source, order = _source(home, to, sheet), _order(home, letter, wish)
    folder = wish.out or _folder(home, order)
    manifest = Manifest(folder=folder, letter=letter.file, source=source)
    with Stock(folder) as stock, Workshop(order, jobs=wish.jobs) as workshop:
        recipients, oddities = _recipients(home, letter, to, sheet, wish)
        run = Run(
            copier=workshop.copier,
            recipients=recipients,
            folder=folder,
            sample=_sample(workshop, recipients, folder, stock, wish.numbering),
            today=clock().astimezone(BANGKOK).date(),
            accept_clock=wish.accept_clock,
            tell=tell,
        )
        refuse_other_numbers(run, wish.numbering)
        manifest.refuse_another()
        if not wish.dry_run:
            _make_room(folder, wish, clock)
            tell(0, len(recipients), recipients[0].name)  # long letters are in LibreOffice for seconds first
        with _books(home, wish, clock) as register:
            known = _known(run, register, source, wish) if register else {}
            run = replace(run, today=known.get(_shared_key(run, source), run.today))
            serials = _serials(run, register, source, known, wish)
            drafts = wish.numbering is Numbering.NONE
            press = Press(folder=folder) if drafts else Press(folder=folder, book=run.book, dated=run.dated)
            differences, findings = judged(workshop, recipients, serials, press, stock, wish.numbering)
            enclosed = [run.along.get(one.name, ()) for one in recipients] if wish.extras else []
            if not wish.dry_run:
                check(wish.extras, enclosed, folder, wish.cache)
            findings = (*findings, *_changed_since(run, register, known))
            items = tuple(_items(run, workshop, register, stock, source, differences, known, wish))
    done = Batch(
        letter=letter.file,
        source=source,
        numbering=wish.numbering,
        number=items[0].number if wish.numbering is Numbering.SHARED else None,
        folder=folder,
        items=items,
        differences=differences,
        kinds={one.name: order.kind_for(one) for one in recipients} if len(run.samples) > 1 else {},
        findings=(*oddities, *findings),
        is_numbered=run.sample.kind not in UNNUMBERED,
    )
    if wish.dry_run:
        return replace(done, findings=(*done.findings, *_planned(wish, enclosed, letter)))
    return papers.accompanied(
        home,
        done,
        manifest,
        run.sample,
        pdf=wish.pdf or wish.extras.append,
        wanted=wish.papers,
        extras=wish.extras,
        enclosed=run.along if wish.extras else {},
        cache=wish.cache,
    )


def _order(home: Folder, letter: Letter, wish: Wish) -> Order:
    """What is to be copied; the kind that is asked for comes first."""
    kinds, asked = kinds_of(letter)[0], asked_kind(letter, wish.kind)
    data, faults = data_of(home, letter)
    circular = {Numbering.SHARED: True, Numbering.EACH: False, Numbering.NONE: None}[wish.numbering]
    return Order(
        home=home,
        letter=letter,
        data=data,
        faults=tuple(faults),
        kinds=(asked, *(kind for kind in kinds if kind is not asked)) if asked else kinds,
        on=wish.on,
        circular=circular,
        catchwords=wish.catchwords,
        cache=wish.cache,
    )


def _folder(home: Folder, order: Order) -> Path:
    """Where the copies go unless it is said; those of another kind than the letter's first lie aside."""
    first, usual = order.kinds[0], kinds_of(order.letter)[0][0]
    return home.output(None) / f"{order.letter.stem}{'' if first is usual else f' {first}'}"


def _planned(wish: Wish, enclosed: Sequence[Sequence[Enclosed]], letter: Letter) -> list[Finding]:
    """What the packs would hold, each different way once."""
    told = [finding for files in enclosed for finding in planned(wish.extras, files, letter.file)]
    return list(dict.fromkeys(told))


def _sample(
    workshop: Workshop, recipients: Sequence[Recipient], folder: Path, stock: Stock, way: Numbering
) -> Memo:
    """The first recipient's letter; where there is none, of whatever kind, the faults of all are told."""
    copier = workshop.copier
    if any(copier.is_faulty(recipients[own[0]]) for own in copier.order.places(recipients).values()):
        judged(workshop, recipients, [None] * len(recipients), Press(folder=folder), stock, way)
    return copier.memo(recipients[0])


def _make_room(folder: Path, wish: Wish, clock: Callable[[], datetime]) -> None:
    """Proves that the files can be written and the PDFs made, before any number is taken."""
    check_writable(folder)
    sweep(folder, now=clock())
    if wish.pdf or wish.extras.append:
        need_libreoffice()


# --- the list -------------------------------------------------------------------------------------


def _source(home: Folder, to: Path | None, sheet: str | None) -> str:
    """The list as messages name it, and as the batch is known by."""
    if to is None:
        return home.office.file
    return home.shown(to) + (f"#{sheet}" if sheet else "")


def _recipients(
    home: Folder, letter: Letter, to: Path | None, sheet: str | None, wish: Wish
) -> tuple[tuple[Recipient, ...], list[Finding]]:
    """The recipients asked for, and what is odd; InputError with every row that cannot be one."""
    if to is None and not home.office.units:
        raise InputError(no_units(letter, home.office))
    file = home.shown(to) if to else home.office.file
    recipients = lists.chosen(
        lists.read_recipients(to, home.office, file=file, sheet=sheet), only=wish.only, but=wish.but
    )
    refuse_other_kinds(letter, recipients)
    findings = lists.judged(recipients, file_names=[file_name(one, DRAFT) for one in recipients])
    if has_errors(findings):
        raise InputError(*findings)
    return recipients, findings


# --- numbers and files ----------------------------------------------------------------------------


@contextmanager
def _books(home: Folder, wish: Wish, clock: Callable[[], datetime]) -> Iterator[Register | None]:
    """The register, as it is for a rehearsal; none for drafts."""
    if wish.numbering is Numbering.NONE:
        yield None
    elif wish.dry_run:
        with home.register_to_read(clock=clock) as register:
            yield register
    else:
        with home.register(clock=clock) as register:
            yield register


def _serials(
    run: Run, register: Register | None, source: str, known: Mapping[str, date], wish: Wish
) -> list[int | None]:
    """The number that each copy will probably get; None where no document is to be made."""
    nothing: list[int | None] = [None] * len(run.recipients)
    if wish.dry_run:
        return nothing
    if register is None:
        there = [
            wish.resume and (run.folder / file_name(one, run.unnumbered)).is_file() for one in run.recipients
        ]
        return [None if is_there else 0 for is_there in there]
    if wish.numbering is Numbering.SHARED:
        if _shared_key(run, source) in known:
            return nothing
        shared = run.sample.serial
        return [shared if shared is not None else register.next_serial(run.book)] * len(run.recipients)
    new = count(register.next_serial(run.book))
    key = run.copier.order.key
    return [None if key(recipient) in known else next(new) for recipient in run.recipients]


def _items(
    run: Run,
    workshop: Workshop,
    register: Register | None,
    stock: Stock,
    source: str,
    differences: Differences,
    known: Mapping[str, date],
    wish: Wish,
) -> Iterable[Item]:
    if register is None:
        if wish.dry_run:
            return _shown(run, [""] * len(run.recipients))
        return list(numbering.file_drafts(run, stock))
    if wish.dry_run:
        return _rehearsed(run, register, source, known, wish)
    if wish.numbering is Numbering.EACH:
        return numbering.number_each(run, workshop, register, stock, known)
    key = _shared_key(run, source)
    content = {**_shared_payload(run, differences), **_beside(run, register, key)}
    return list(numbering.number_shared(run, workshop, register, stock, key, content))


def _shared_key(run: Run, source: str) -> str:
    """What tells this batch from all others of the workspace."""
    return f"{run.copier.order.letter.file}#{source}"


def _shared_payload(run: Run, differences: Differences) -> dict[str, str]:
    """What the books keep of all copies, so that a later change can be named: the first copy's content, that
    of the first of each further kind, whom it goes to, and a digest of what differs from copy to copy."""
    names = [copy.recipient.name for copy in differences.copies]
    varying = "\0".join(text for copy in differences.copies for text in (copy.recipient.name, *copy.texts))
    others = {
        f"{part} ({kind})": text
        for kind, memo in run.samples.items()
        if memo is not run.sample
        for part, text in content_of(memo, run.dated).items()
    }
    return {
        **content_of(run.sample, run.dated),
        **others,
        "ผู้รับ": "\n".join(names),
        "ส่วนที่ต่างกันรายฉบับ": sha256(varying.encode()).hexdigest(),
    }


def _beside(run: Run, register: Register, key: str) -> dict[str, str]:
    """The cells that all copies together quote, and the files that they have along."""
    before = register.by_key(key)
    cells = kept(run.copier.sources, (one.values for one in run.recipients), before=before)
    return {**cells, **attached.kept(run.files, chain.from_iterable(run.along.values()), before=before)}


def _changed_since(run: Run, register: Register | None, known: Iterable[str]) -> list[Finding]:
    """The files that are others now than when they went along with copies that have their number."""
    if register is None or not run.along:
        return []
    return attached.changed(filter(None, map(register.by_key, known)), run.files)


def _known(run: Run, register: Register, source: str, wish: Wish) -> dict[str, date]:
    """The dates of the numbers that this batch has, by key; RegisterRefusal where it may not go on."""
    order = run.copier.order
    given = register.given(order.letter.file)
    shared, each = [_shared_key(run, source)], [order.key(recipient) for recipient in run.recipients]
    is_shared = wish.numbering is Numbering.SHARED
    own, others = (shared, each) if is_shared else (each, shared)
    for key in (*(key_of(order.letter, kind) for kind in run.samples), *others):
        if key in given:
            raise RegisterRefusal(_numbered_otherwise(order.letter, key))
    known = {key: given[key] for key in own if key in given}
    if known and not (wish.resume or wish.dry_run):
        raise RegisterRefusal(_begun(order.letter, len(run.recipients) if is_shared else len(known)))
    return known


def _numbered_otherwise(letter: Letter, key: str) -> Finding:
    return Finding(
        code="N23",
        file=letter.file,
        text=key.partition("#")[2],
        message=_("หนังสือนี้ออกเลขไว้แล้วแบบอื่น (เลขเดี่ยว เลขเวียนร่วม หรือเลขแยกฉบับ) จึงออกเลขซ้ำไม่ได้"),
        hint=_("ดูด้วย memogen register list ถ้าจะออกใหม่ ให้ยกเลิกเลขเดิมด้วย memogen register void ก่อน"),
    )


def _begun(letter: Letter, count: int) -> Finding:
    return Finding(
        code="N24",
        file=letter.file,
        message=_("ชุดนี้ออกเลขไว้แล้ว {count} ฉบับ").format(count=count),
        hint=_("สั่งเดิมพร้อม --resume จะทำเฉพาะที่ขาด เลขและไฟล์ที่ทำไว้แล้วคงเดิม"),
    )


# --- rehearsals -----------------------------------------------------------------------------------


def _rehearsed(
    run: Run, register: Register, source: str, known: Mapping[str, date], wish: Wish
) -> list[Item]:
    """The numbers that the copies have or would get; nothing is taken."""
    book, key = run.book, run.copier.order.key
    last = run.sample.serial if run.sample.serial is not None else register.next_serial(book)
    entry = register.by_key(_shared_key(run, source))
    numbers = []
    for recipient in run.recipients:
        had = entry if wish.numbering is Numbering.SHARED else register.by_key(key(recipient))
        numbers.append(had.number if had else book.number(last, circular=run.sample.circular))
        last += wish.numbering is Numbering.EACH and key(recipient) not in known
    return _shown(run, numbers)


def _shown(run: Run, numbers: Iterable[str]) -> list[Item]:
    return [
        Item(
            recipient=recipient,
            outcome=Outcome.SKIPPED,
            file=run.folder / file_name(recipient, number or run.unnumbered),
            number=number,
            dated=run.dated if number else run.sample.dated,
        )
        for recipient, number in zip(run.recipients, numbers, strict=True)
    ]
