"""The last check before dispatch: the register, the letters and the documents held against each other."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Container, Mapping
from datetime import date, datetime

from memogen import letters, thai
from memogen.books import Entry
from memogen.desk.attached import Files, changed
from memogen.desk.filing import Marks, marks_for, marks_of, recipient_of
from memogen.desk.folder import BANGKOK, Folder
from memogen.desk.outdated import Shelf, stale
from memogen.errors import MemogenError
from memogen.findings import Finding
from memogen.model import Letter
from memogen.proof import Proof, head_fields, read_docx
from memogen.register.checking import CitingText, FoundFile, check

_CITING = ("เรื่อง", "อ้างถึง", "สิ่งที่ส่งมาด้วย")


def check_register(home: Folder, *, clock: Callable[[], datetime]) -> tuple[int, list[Finding]]:
    """See `Workspace.check_register`."""
    with home.register_to_read(clock=clock) as register:
        entries, books, copies = register.entries(), register.books(), register.all_copies()
    by_letter = {entry.letter: entry for entry in entries if entry.letter}
    texts, faults = _letters(home, by_letter)
    issued = {entry.sha256 for entry in entries if entry.sha256}
    issued |= {digest for listed in copies.values() for _recipient, digest in listed}
    files, cited_there, unread = _documents(home, {marks_for(entry): entry for entry in entries}, issued)
    office = home.office
    found = check(
        entries,
        books,
        [*texts, *cited_there],
        files,
        today=clock().astimezone(BANGKOK).date(),
        old_after_days=office.reservation_days,
        own_names=[name for name in (office.name, office.ministry, office.unit) if name],
        copies=copies,
    )
    since = [*stale(entries, Shelf(home)), *changed(entries, Files(home))]
    return len(entries), [*faults, *unread, *found, *since]


# --- letters --------------------------------------------------------------------------------------


def _letters(home: Folder, by_letter: Mapping[str, Entry]) -> tuple[list[CitingText], list[Finding]]:
    """What each letter file cites, line by line; and the files that cannot be opened."""
    texts: list[CitingText] = []
    faults: list[Finding] = []
    for path in sorted((home.root / "letters").glob("*.md")):
        try:
            letter = letters.read_letter(path, file=home.shown(path))
        except MemogenError as error:
            faults += error.findings
        else:
            texts.append(_citing(letter, by_letter.get(letter.file)))
    return texts, faults


def _citing(letter: Letter, entry: Entry | None) -> CitingText:
    heads = [(header.line, header.value) for header in letter.headers if header.name in _CITING]
    body = enumerate(letter.body.split("\n"), start=letter.body_line)
    return CitingText(
        file=letter.file,
        lines=(*heads, *body),
        dated=entry.dated if entry else _date_of(letter),
        own=_number(entry.number) if entry else _number_of(letter),
    )


def _date_of(letter: Letter) -> date | None:
    header = letter.one("วันที่")
    try:
        return thai.parse_date(header.value) if header and header.value else None
    except thai.DateError:
        return None  # told when the letter is made


def _number_of(letter: Letter) -> thai.DocumentNumber | None:
    header = letter.one("ที่")
    return _number(header.value) if header else None


def _number(text: str) -> thai.DocumentNumber | None:
    try:
        return thai.parse_number(text)
    except thai.NumberError:
        return None


# --- documents ------------------------------------------------------------------------------------


def _documents(
    home: Folder, by_marks: Mapping[Marks, Entry], issued: Container[str]
) -> tuple[list[FoundFile], list[CitingText], list[Finding]]:
    """Every numbered document in the output folder, what those cite that no letter file made, and what
    cannot be read. Drafts, which have no number yet, are passed over. There may be thousands: those that are
    to the byte what was issued are not looked into."""
    files: list[FoundFile] = []
    texts: list[CitingText] = []
    faults: list[Finding] = []
    for path in home.documents():
        content = path.read_bytes()
        file, digest = home.shown(path), hashlib.sha256(content).hexdigest()
        if digest in issued:
            files.append(FoundFile(file=file, sha256=digest, as_issued=True))
            continue
        try:
            proof = read_docx(content, file=file)
        except MemogenError as error:
            faults += error.findings
            continue
        marks = marks_of(content)
        found = _found(proof, content, digest, by_marks.get(marks) if marks else None)
        if marks or found.printed_number:
            files.append(found)
        if not marks and not (home.root / "letters" / f"{path.stem}.md").exists():
            texts.append(_citing_document(proof, found))
    return files, texts, faults


def _found(proof: Proof, content: bytes, digest: str, entry: Entry | None) -> FoundFile:
    head = head_fields(proof)
    is_numbered = head.number is not None and head.number.running is not None
    return FoundFile(
        file=proof.file,
        sha256=digest,
        number=entry.number if entry else None,
        recipient=recipient_of(content, entry) if entry else "",
        printed_number=head.number_text if is_numbered else "",
        printed_date=head.dated,
        printed_subject=head.subject,
        printed_to=head.to,
    )


def _citing_document(proof: Proof, found: FoundFile) -> CitingText:
    return CitingText(
        file=proof.file,
        lines=tuple((paragraph.place, paragraph.text) for paragraph in proof.paragraphs),
        dated=found.printed_date,
        own=_number(found.printed_number),
    )
