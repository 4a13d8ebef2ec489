"""Documents kept as what differs: every byte comes back, and every byte that changed is found."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from attacker import Attacker
from hypothesis import given, settings
from hypothesis import strategies as st
from register_words import BOOK, Clock, codes, issue, plain_execute, refused

from memogen.books import Book
from memogen.register import Register
from memogen.register.documents import LEAST_GAIN

COMMON = random.Random(2566).randbytes(28_000)
KEPT = "SELECT sha256, base, shared, length(content) FROM documents ORDER BY length(content)"


def alike(number: int, rest: int = 500) -> bytes:
    """A document as a template gives them: much in common, then something of its own."""
    return COMMON + random.Random(number).randbytes(rest)


def issue_all(register: Register, book: Book, contents: Sequence[bytes], name: str = "ฉบับ") -> list[str]:
    """A letter for each document, in one turn; the documents' digests."""
    with register.writing() as pen:
        return [
            issue(pen, book, f"{name} {n}", render=lambda _number, _serial, each=each: each).entry.sha256
            or ""
            for n, each in enumerate(contents)
        ]


def whole(register: Register, digests: Sequence[str]) -> list[bytes | None]:
    return [register.document(digest) for digest in digests]


@pytest.fixture
def attacker(register: Register, address: str) -> Iterator[Attacker]:
    made = Attacker(address)
    yield made
    made.close()


# --- what is kept ---------------------------------------------------------------------------------


def test_documents_alike_are_kept_as_what_differs_and_given_back_whole(
    register: Register, book: Book, attacker: Attacker
) -> None:
    contents = [alike(n) for n in range(5)]
    digests = issue_all(register, book, contents)
    assert whole(register, digests) == contents
    *rests, first = attacker(KEPT)
    assert list(first) == [digests[0], None, 0, len(contents[0])]
    assert {(base, shared, length) for _digest, base, shared, length in rests} == {
        (digests[0], len(COMMON), 500)
    }
    assert register.verify() == []


def test_little_in_common_is_not_worth_it(register: Register, book: Book, attacker: Attacker) -> None:
    contents = [COMMON[: LEAST_GAIN - 1] + b"1", COMMON[: LEAST_GAIN - 1] + b"2", COMMON[:LEAST_GAIN] + b"3"]
    digests = issue_all(register, book, contents)
    assert whole(register, digests) == contents
    assert [base for _digest, base, _shared, _length in attacker(KEPT)] == [None] * 3


def test_the_last_whole_document_is_the_one_compared_with(
    register: Register, book: Book, attacker: Attacker
) -> None:
    other = random.Random(1).randbytes(9_000)
    contents = [alike(1), alike(2), other + b"1", other + b"2", alike(3), alike(4)]
    digests = issue_all(register, book, contents)
    assert whole(register, digests) == contents
    bases = {digest: base for digest, base, _shared, _length in attacker(KEPT)}
    assert [bases[digest] for digest in digests] == [
        None,
        digests[0],
        None,
        digests[2],
        None,
        digests[4],
    ]


def test_more_or_less_in_common_than_the_last_time_is_seen(
    register: Register, book: Book, attacker: Attacker
) -> None:
    contents = [COMMON, COMMON[:20_000] + b"x", COMMON[:25_000] + b"y", COMMON[:9_000], COMMON + b"z"]
    digests = issue_all(register, book, contents)
    assert whole(register, digests) == contents
    shared = {digest: length for digest, _base, length, _rest in attacker(KEPT)}
    assert [shared[digest] for digest in digests] == [0, 20_000, 25_000, 9_000, 28_000]
    assert register.verify() == []


def test_a_document_kept_as_a_rest_is_never_completed_by_others(
    register: Register, book: Book, attacker: Attacker
) -> None:
    (first, second, *_rest) = issue_all(register, book, [alike(1), alike(2)], "ก")
    again = issue_all(register, book, [alike(2), alike(3)], "ข")
    assert again[0] == second
    assert whole(register, [first, *again]) == [alike(1), alike(2), alike(3)]
    bases = {base for _digest, base, _shared, _length in attacker(KEPT)}
    assert second not in bases
    assert register.verify() == []


def test_what_a_turn_that_failed_has_kept_is_completed_by_nobody(register: Register, book: Book) -> None:
    def keep_one_and_fail() -> None:
        with register.writing() as pen:
            issue(pen, book, render=lambda _number, _serial: alike(1))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        keep_one_and_fail()
    digests = issue_all(register, book, [alike(2), alike(3)])
    assert whole(register, digests) == [alike(2), alike(3)]
    assert register.verify() == []


_PIECES = [random.Random(n).randbytes(size) for n, size in enumerate((3_000, 5_000, 9_000))]
_DOCUMENTS = st.builds(
    lambda pieces, end: b"".join(_PIECES[n] for n in pieces) + end,
    st.lists(st.integers(0, len(_PIECES) - 1), max_size=4),
    st.binary(max_size=40),
)


@given(turns=st.lists(st.lists(_DOCUMENTS, max_size=8), max_size=4))
@settings(max_examples=60, deadline=None)
def test_any_documents_in_any_order_come_back(turns: list[list[bytes]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        address = str(Path(folder, "register.db"))
        with Register.open(address, clock=Clock(), actor="ก") as register:
            digests = [issue_all(register, BOOK, turn, f"ตา {n}") for n, turn in enumerate(turns)]
            assert [whole(register, turn) for turn in digests] == turns
            assert register.verify() == []


# --- what was changed -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def four() -> Iterator[tuple[Register, Attacker]]:
    """A register with four documents, one whole and three rests."""
    with tempfile.TemporaryDirectory() as folder:
        address = str(Path(folder, "register.db"))
        with Register.open(address, clock=Clock(), actor="ก") as register:
            issue_all(register, BOOK, [alike(n) for n in range(4)])
            attacker = Attacker(address)
            yield register, attacker
            attacker.close()


@given(number=st.integers(0, 3), place=st.integers(0, 10**6), bit=st.integers(0, 7))
@settings(max_examples=80, deadline=None)
def test_one_bit_changed_anywhere_is_found(
    four: tuple[Register, Attacker], number: int, place: int, bit: int
) -> None:
    register, attacker = four
    digest, kept = attacker("SELECT sha256, content FROM documents ORDER BY sha256")[number]
    changed = bytearray(kept)
    changed[place % len(changed)] ^= 1 << bit
    attacker("UPDATE documents SET content = ? WHERE sha256 = ?", bytes(changed), digest)
    try:
        assert set(codes(register.verify())) == {"R45"}
    finally:
        attacker("UPDATE documents SET content = ? WHERE sha256 = ?", kept, digest)
    assert register.verify() == []


@pytest.mark.parametrize(
    "change",
    [
        "base = NULL",
        "base = NULL, shared = 0",
        "base = 'x'",
        "base = sha256",
        "base = (SELECT max(sha256) FROM documents WHERE base IS NOT NULL)",
        "shared = 0",
        "shared = shared - 1",
        "shared = shared + 1",
        "shared = shared + 100000",
        "shared = -1",
    ],
)
def test_a_rest_that_is_completed_by_something_else_is_found(
    register: Register, book: Book, attacker: Attacker, change: str
) -> None:
    issue_all(register, book, [alike(n) for n in range(3)])
    attacker(
        f"UPDATE documents SET {change} WHERE sha256 = (SELECT min(sha256) FROM documents WHERE shared > 0)"
    )
    assert codes(register.verify()) == ["R45"]


def test_a_whole_document_that_was_changed_is_named_with_those_it_completed(
    register: Register, book: Book, attacker: Attacker
) -> None:
    digests = issue_all(register, book, [alike(n) for n in range(13)])
    attacker("UPDATE documents SET content = ? WHERE sha256 = ?", b"x" + alike(0), digests[0])
    changed, unreadable = register.verify()
    assert (changed.code, unreadable.code) == ("R45", "R45")
    assert "กษ ๑๑๑๓/๑ ปี" in changed.message
    assert "เอกสาร ๑๒ ฉบับอ่านไม่ได้" in unreadable.message
    assert unreadable.text == digests[0]


def test_a_whole_document_that_was_lost_is_named_and_brought_back(
    register: Register, book: Book, attacker: Attacker
) -> None:
    contents = [alike(n) for n in range(4)]
    digests = issue_all(register, book, contents)
    attacker("DELETE FROM documents WHERE sha256 = ?", digests[0])
    assert whole(register, digests) == [None] * 4
    lost, unreadable = register.verify()
    assert "หายจากทะเบียน" in lost.message
    assert "เอกสาร ๓ ฉบับ" in unreadable.message
    with refused("R45", "กษ ๑๑๑๓/๒"), register.writing() as pen:
        issue(pen, book, "ฉบับ 1")
    assert codes(register.reconcile({f"{n}.docx": content for n, content in enumerate(contents)})) == []
    assert whole(register, digests) == contents
    assert register.verify() == []


def test_documents_lost_together_are_brought_back_as_what_differs(
    register: Register, book: Book, attacker: Attacker
) -> None:
    contents = [alike(n) for n in range(4)]
    digests = issue_all(register, book, contents)
    attacker("DELETE FROM documents")
    assert register.reconcile({f"{n}.docx": content for n, content in enumerate(contents)}) == []
    assert whole(register, digests) == contents
    assert sum(length for _digest, _base, _shared, length in attacker(KEPT)) < 2 * len(COMMON)
    assert register.verify() == []


def test_the_database_itself_keeps_a_document_that_others_are_completed_by(
    register: Register, book: Book, address: str
) -> None:
    issue_all(register, book, [alike(1), alike(2)])
    for statement, words in {
        "INSERT INTO documents (sha256, content, base, shared) VALUES ('x', '', 'y', 5)": "(?i)foreign key",
        "INSERT INTO documents (sha256, content, shared) VALUES ('x', '', 5)": "(?i)check",
        "UPDATE documents SET shared = shared + 1": "a document is never changed",
        "UPDATE documents SET base = NULL": "a document is never changed",
    }.items():
        with pytest.raises(Exception, match=words):
            plain_execute(address, statement)
    assert register.verify() == []
