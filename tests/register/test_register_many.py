"""Many letters issued as one act: as if each were issued alone, or not at all."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from hashlib import sha256

import pytest
from attacker import Attacker
from register_words import DAY, Opens, docx, issue, issued, numbers, refused

from memogen.books import Book
from memogen.errors import InputError
from memogen.findings import Finding
from memogen.register import Divider, Issued, Kept, Outgoing, Register

NEXT_YEAR = DAY.replace(year=DAY.year + 1)
COMMON = random.Random(2566).randbytes(9_000)
KEPT = "SELECT sha256, base, shared, content FROM documents ORDER BY sha256"


def outgoing(key: str, **changed: object) -> Outgoing:
    plain = Outgoing(
        key=key,
        payload={"เรื่อง": "ขอเชิญประชุม", "เรียน": key},
        sender="กลุ่มช่วยอำนวยการ",
        to=key,
        subject="ขอเชิญประชุม",
        render=docx,
    )
    return plain._replace(**changed)  # type: ignore[arg-type]


def many(
    register: Register, book: Book, letters: Sequence[Outgoing], *, circular: bool = False
) -> list[Issued]:
    with register.writing() as pen:
        return pen.issue_many(book, letters, dated=DAY, letter="letters/เชิญ.md", circular=circular)


def one_by_one(
    register: Register, book: Book, letters: Sequence[Outgoing], *, circular: bool = False
) -> list[Issued]:
    with register.writing() as pen:
        return [
            pen.issue(book, **one._asdict(), dated=DAY, letter="letters/เชิญ.md", circular=circular)
            for one in letters
        ]


def failing(_number: str, _serial: int) -> bytes:
    raise InputError(Finding(code="M01", message="แม่แบบผิด"))


@pytest.mark.parametrize("circular", [False, True])
def test_they_are_entered_as_if_each_were_issued_alone(
    register: Register, opens: Opens, book: Book, circular: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    letters = [outgoing(f"กอง {n}") for n in range(5)]
    other = opens(str(tmp_path_factory.mktemp("other") / "register.db"), mirror=None)
    for each in (register, other):
        issued(each, book, "ฉบับแรก")
    together = many(register, book, letters, circular=circular)
    assert together == one_by_one(other, book, letters, circular=circular)
    assert [one.entry.serial for one in together] == [2, 3, 4, 5, 6]
    assert register.entries() == other.entries()
    assert [register.document(one.entry.sha256 or "") for one in together] == [one.made for one in together]
    assert register.verify() == []


def test_what_was_issued_before_is_given_again_in_its_place(register: Register, book: Book) -> None:
    (known,) = many(register, book, [outgoing("กอง 1")])
    first, again, last = many(register, book, [outgoing("กอง 0"), outgoing("กอง 1"), outgoing("กอง 2")])
    assert (again.entry, again.document, again.again) == (known.entry, known.document, True)
    assert [(one.entry.serial, one.again) for one in (first, last)] == [(2, False), (3, False)]


def test_all_of_them_again_need_no_new_number(register: Register, book: Book) -> None:
    letters = [outgoing("ก"), outgoing("ข")]
    before = [one.entry for one in many(register, book, letters)]
    assert [one.entry for one in many(register, book, letters)] == before
    assert many(register, book, []) == []
    assert numbers(register, book) == [1, 2]


@pytest.mark.parametrize(
    ("code", "odd"),
    [
        ("R30", outgoing("มีเลขแล้ว", payload={"เรื่อง": "อื่น"})),
        ("R48", outgoing("ข", subject="\x00")),
        ("R48", outgoing("ข", payload={"เรื่อง": "\u202e"})),
    ],
)
def test_one_that_is_refused_stops_all_and_the_turn_goes_on(
    register: Register, book: Book, code: str, odd: Outgoing
) -> None:
    many(register, book, [outgoing("มีเลขแล้ว")])
    with register.writing() as pen:
        with refused(code):
            pen.issue_many(book, [outgoing("ก"), odd], dated=DAY, letter=None)
        issue(pen, book, "ต่อไป")
    assert [entry.key for entry in register.entries()] == ["มีเลขแล้ว", "ต่อไป"]
    assert register.verify() == []


@pytest.mark.parametrize(
    ("code", "day"), [("R33", NEXT_YEAR), ("R04", DAY.replace(day=1))], ids=["year", "order"]
)
def test_a_date_that_does_not_fit_the_book_is_refused(
    register: Register, book: Book, code: str, day: object
) -> None:
    issued(register, book)
    with refused(code), register.writing() as pen:
        pen.issue_many(book, [outgoing("ก")], dated=day, letter=None)  # type: ignore[arg-type]
    assert numbers(register, book) == [1]


def test_a_failing_render_takes_no_number_of_any(register: Register, book: Book) -> None:
    with register.writing() as pen:
        with pytest.raises(InputError):
            pen.issue_many(book, [outgoing("ก"), outgoing("ข", render=failing)], dated=DAY, letter=None)
        issue(pen, book, "ต่อไป")
    assert numbers(register, book) == [1]


def test_two_of_one_key_are_a_mistake(register: Register, book: Book) -> None:
    with pytest.raises(ValueError, match="key of its own"):
        many(register, book, [outgoing("ก"), outgoing("ก")])


# --- documents made ready elsewhere ----------------------------------------------------------------


def _with(documents: Sequence[bytes | Kept]) -> list[Outgoing]:
    def given(document: bytes | Kept) -> Callable[[str, int], bytes | Kept]:
        return lambda _number, _serial: document

    return [outgoing(f"กอง {n}", render=given(document)) for n, document in enumerate(documents)]


def _contents(count: int) -> list[bytes]:
    return [COMMON + f"ฉบับที่ {n}".encode() for n in range(count)]


def test_a_document_made_ready_is_kept_as_the_register_would_have(
    register: Register, opens: Opens, book: Book, address: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    contents = _contents(4)
    other = str(tmp_path_factory.mktemp("other") / "register.db")
    divide = Divider().divide
    many(register, book, _with([divide(content) for content in contents]))
    many(opens(other, mirror=None), book, _with(contents))
    kept, wanted = Attacker(address), Attacker(other)
    try:
        assert kept(KEPT) == wanted(KEPT)
    finally:
        kept.close()
        wanted.close()
    assert register.verify() == []


def test_documents_in_two_are_kept_whole_whatever_they_begin_with() -> None:
    chance = random.Random(2569)
    beginnings = [COMMON, bytes(bytearray(COMMON)), chance.randbytes(6_000), COMMON[:4_500], b"PK"]
    for _turn in range(40):
        divider = Divider()
        for _document in range(30):
            shared, own = chance.choice(beginnings), chance.randbytes(chance.randrange(1, 40))
            is_one = chance.random() < 0.2
            kept = divider.divide(shared + own) if is_one else divider.divide_written(shared, own)
            assert kept.whole == shared + own
            assert kept.sha256 == sha256(shared + own).hexdigest()
            assert kept.base in (None, divider.base)


def test_documents_that_share_one_object_are_kept_as_what_follows_it() -> None:
    divider = Divider()
    first, *rests = [divider.divide_written(COMMON, b"%d" % number) for number in range(4)]
    assert first.base is None
    assert [(rest.base, rest.shared, rest.content) for rest in rests] == [
        (first, len(COMMON), b"%d" % number) for number in range(1, 4)
    ]


def test_one_whose_beginning_is_not_of_this_turn_is_kept_all_the_same(register: Register, book: Book) -> None:
    contents = _contents(5)
    _base, *rests = map(Divider().divide, contents)
    assert {rest.shared > 0 for rest in rests} == {True}
    done = many(register, book, _with(rests))
    assert [one.document for one in done] == contents[1:]
    assert [register.document(one.entry.sha256 or "") for one in done] == contents[1:]
    assert register.verify() == []


def test_a_beginning_that_stands_as_the_rest_of_another_completes_nobody(
    register: Register, book: Book
) -> None:
    contents = _contents(4)
    many(register, book, _with(contents[:2]))
    kept = list(map(Divider().divide, contents[1:]))
    done = many(register, book, [one._replace(key=f"{one.key} อีก") for one in _with(kept)])
    assert [register.document(one.entry.sha256 or "") for one in done] == contents[1:]
    assert register.verify() == []
