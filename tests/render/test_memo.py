"""Memos poured into the shipped template, beside docxtpl itself; many memos through one renderer."""

from __future__ import annotations

import io
import pickle
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import pytest
from cases import each
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from memogen import opc
from memogen.errors import InputError
from memogen.model import (
    Align,
    Attendance,
    Decision,
    Kind,
    Meeting,
    Memo,
    Paragraph,
    Person,
    Photo,
    QrCode,
    Role,
    Run,
    Signature,
    Table,
)
from memogen.render import Blocks, Template, Xml, fill, read_template
from memogen.render.fields import field_values
from memogen.render.memo import MemoRenderer, render_memo, styles_of

TEMPLATES = [Path(__file__).parents[2] / "templates" / f"{kind}.docx" for kind in Kind]
"""The memo's first."""
TYPES, ROOT = "[Content_Types].xml", "_rels/.rels"
DOCUMENT, RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
OWN = ("docProps/core.xml", "docProps/custom.xml", DOCUMENT)
"""The parts that each letter has for itself; they stand last in the file."""
WITHOUT_MOULDS = SimpleNamespace(of=lambda _values: (None, {}))
CUSTOM = (("memogen.key", 'ก/ข & "ค".md#๑'), ("memogen.serial", "๑"))

# --- templates and memos --------------------------------------------------------------------------


def typed_by_word(docx: bytes) -> bytes:
    """The template as Word leaves it after typing: tags torn over runs, with marks of the spelling check."""
    parts = opc.read_package(docx, file="")
    torn = r'\1\2</w:t></w:r><w:proofErr w:type="spellStart"/>\1\3</w:t></w:r>\1\4</w:t></w:r>'
    run = r"(<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t[^>]*>)(\{)(\{p? ?[^ }]+)( ?\}\})</w:t></w:r>"
    for name in (DOCUMENT, "word/header1.xml", "word/header2.xml", "word/footer1.xml"):
        text, changes = re.subn(run, torn, parts[name].decode())
        assert changes
        parts[name] = text.encode()
    return opc.write_package(parts)


@cache
def source(path: Path, is_typed: bool) -> bytes:
    return typed_by_word(path.read_bytes()) if is_typed else path.read_bytes()


@cache
def template(path: Path, is_typed: bool) -> Template:
    return read_template(source(path, is_typed), name="t")


# docxtpl turns {_{ inside data into {{; memogen leaves data alone, so such data are not compared.
LETTERS = st.sampled_from("กำ่้ ab&<>\"'{}%\n\t๙\u00a0é😀") | st.characters(
    categories=("L", "N", "P", "S"), exclude_characters="_"
)
LINE = st.text(LETTERS, max_size=12) | st.just("ก" * 3000)
NAME = st.builds(Signature, LINE, st.lists(LINE, max_size=3).map(tuple), LINE)
RUNS = st.lists(st.builds(Run, LINE, st.booleans()), max_size=3).map(tuple)


def table(size: tuple[int, int]) -> st.SearchStrategy[Table]:
    rows, columns = size
    row = st.tuples(*[RUNS] * columns)
    aligns = st.tuples(*[st.sampled_from(Align)] * columns)
    return st.builds(Table, row, st.lists(row, min_size=rows, max_size=rows).map(tuple), aligns)


PERSON = st.builds(Person, LINE, LINE, st.just("") | LINE)
MEETING = st.builds(
    Meeting,
    name=LINE,
    session=LINE,
    held=LINE,
    place=LINE,
    attendance=st.lists(st.builds(Attendance, LINE, st.lists(PERSON, max_size=3).map(tuple)), max_size=3).map(
        tuple
    ),
    begins=LINE,
    ends=LINE,
    recorder=NAME,
    reviewer=NAME | st.just(Signature("", ())),
)
LINES = st.lists(LINE, max_size=3).map(tuple)
MEMOS = st.builds(
    Memo,
    agency=LINE,
    number=LINE,
    date_text=LINE,
    subject=LINE,
    to=LINE,
    blocks=st.lists(
        st.builds(Paragraph, st.sampled_from(Role), RUNS)
        | st.tuples(st.integers(0, 3), st.integers(1, 4)).flatmap(table),
        max_size=4,
    ).map(tuple),
    signature=NAME,
    series=st.just("กษ ๑๑๑๓"),
    dated=st.none() | st.dates(),
    salutation=st.sampled_from(["เรียน", "กราบเรียน"]),
    address=LINES,
    closing=LINE,
    owner=LINES,
    copies=LINES,
    effective=st.just("") | LINE,
    meeting=MEETING,
    references=st.lists(LINE, max_size=2).map(tuple),
    enclosures=st.lists(LINE, max_size=2).map(tuple),
    urgency=st.sampled_from(["", "ด่วน", "ด่วนที่สุด"]),
    secrecy=st.sampled_from(["", "ลับ", "ลับมาก"]),
    decisions=st.lists(st.builds(Decision, LINE, NAME), max_size=3).map(tuple),
    qr_codes=st.lists(
        st.builds(QrCode, LINE, st.sampled_from(["https://a.go.th/?a=1&b=2", "ก"])), max_size=5
    ).map(tuple),
)
MEMO = Memo(
    agency="กอง",
    number="กษ ๑๑๑๓/๑",
    date_text="๑ มกราคม ๒๕๖๖",
    subject="ทดสอบ",
    to="ผู้อำนวยการกอง",
    blocks=(Paragraph(Role.BODY, (Run("ก & ข"),)),),
    signature=Signature("ชื่อ", ("ตำแหน่ง",)),
    series="กษ ๑๑๑๓",
    dated=date(2023, 1, 1),
)


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


# --- the same as docxtpl --------------------------------------------------------------------------


def by_docxtpl(docx: bytes, values: Mapping[str, Any]) -> dict[str, bytes]:
    """As its README says; it knows ready XML by its `__html__`."""
    from docxtpl import DocxTemplate

    ready = {
        name: Xml(value.decode()) if isinstance(value, Blocks) else value for name, value in values.items()
    }
    document = DocxTemplate(io.BytesIO(docx))
    document.render(ready, autoescape=True)
    out = io.BytesIO()
    document.save(out)
    return parts(out.getvalue())


def canonical(name: str, content: bytes) -> Any:
    """A part for comparing: XML in one spelling; what declares or relates, in whatever order, as a set."""
    if not name.endswith((".xml", ".rels")):
        return content
    root = etree.fromstring(content)
    if name == TYPES:
        return {(e.get("Extension"), e.get("PartName"), e.get("ContentType")) for e in root}
    if name.endswith(".rels"):
        return {(e.get("Id"), e.get("Type"), (e.get("Target") or "").removeprefix("/")) for e in root}
    return etree.tostring(root, method="c14n")


@pytest.mark.parametrize("is_typed", [False, True], ids=["shipped", "typed by Word"])
@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
@given(memo=MEMOS, emblem=st.booleans())
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_part_is_the_one_that_docxtpl_makes(
    path: Path, is_typed: bool, memo: Memo, emblem: bool
) -> None:
    photo = Photo(memo.to) if path.stem == Kind.CERTIFICATE else None
    made, memo = template(path, is_typed), replace(memo, kind=Kind(path.stem), photo=photo)
    ours = parts(render_memo(memo, made, emblem=emblem, creator="กอง"))
    theirs = by_docxtpl(source(path, is_typed), field_values(memo, styles_of(made), emblem=emblem))
    pictures = {name for name in ours if name.startswith("word/media/qr")}
    assert len(pictures) == len(memo.qr_codes)
    properties = {"docProps/core.xml", "docProps/app.xml"}  # ours are our own; docxtpl keeps the template's
    assert ours.keys() - pictures - properties == theirs.keys() - properties
    for name in theirs.keys() - properties:
        our, their = canonical(name, ours[name]), canonical(name, theirs[name])
        if name in (TYPES, ROOT, RELATIONS):  # what declares the properties and pictures
            assert our >= {entry for entry in their if not re.search("core|/docProps/", str(entry))}
            added = {str(entry) for entry in our - their}
            assert all(re.search("docProps|png|jpeg|word/media/qr", entry) for entry in added)
        else:
            assert our == their, name


# --- many memos through one renderer --------------------------------------------------------------


@given(
    st.lists(MEMOS, min_size=2, max_size=4).flatmap(lambda memos: st.permutations(memos * 2)), st.booleans()
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_memo_after_others_has_the_bytes_that_it_has_alone(memos: list[Memo], emblem: bool) -> None:
    shared = MemoRenderer(template(TEMPLATES[0], False), emblem=emblem, creator="กอง")
    together = [shared.render(memo, CUSTOM) for memo in memos]
    fresh = read_template(source(TEMPLATES[0], False), name="t")
    assert together == [alone(memo, fresh, emblem=emblem) for memo in memos]


@given(
    MEMOS,
    st.lists(st.tuples(st.sampled_from(["number", "to", "subject", "urgency", "closing"]), LINE), min_size=4),
    MEMOS,
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_memo_that_differs_little_from_the_last_one_has_the_bytes_that_it_has_alone(
    memo: Memo, changes: list[tuple[str, str]], other: Memo
) -> None:
    memos = [memo, replace(memo, blocks=other.blocks)]
    for name, text in changes:
        memos += [replace(memos[-1], **{name: text}), replace(memo, **{name: f"{text}\n{text}"})]
    shared = MemoRenderer(template(TEMPLATES[0], False), emblem=True, creator="กอง")
    together = [shared.render(one, CUSTOM) for one in (*memos, *reversed(memos))]
    fresh = read_template(source(TEMPLATES[0], False), name="t")
    assert together == [alone(one, fresh, emblem=True) for one in (*memos, *reversed(memos))]


def alone(memo: Memo, template: Template, *, emblem: bool) -> bytes:
    """By the long way: every part rendered and checked for this memo."""
    with patch("memogen.render.template.moulder", return_value=WITHOUT_MOULDS):
        return render_memo(memo, template, emblem=emblem, creator="กอง", custom=CUSTOM)


@given(MEMOS, LINE, LINE, st.booleans())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_memos_of_one_circular_begin_with_the_same_bytes(
    memo: Memo, to: str, number: str, is_kept: bool
) -> None:
    """All but what each has for itself: so a register needs to keep the rest once."""
    renderer = MemoRenderer(template(TEMPLATES[0], False), emblem=True, creator="กอง")
    custom = CUSTOM if is_kept else ()
    body = (Paragraph(Role.BODY, (Run(to),)), *memo.blocks)
    first = renderer.render(memo, custom)
    second = renderer.render(replace(memo, to=to, number=number, blocks=body), custom)
    with zipfile.ZipFile(io.BytesIO(second)) as package:
        entries = package.infolist()
        assert package.testzip() is None
    own = [entry for entry in entries if entry.filename in OWN]
    assert [entry.filename for entry in entries] == [*parts(first)]
    assert [entry.filename for entry in entries[:2]] == [TYPES, ROOT]
    assert entries[-len(own) :] == own
    assert len(own) == 2 + is_kept
    assert first[: own[0].header_offset] == second[: own[0].header_offset]


def test_nothing_of_a_letter_stays_for_the_next() -> None:
    renderer = MemoRenderer(template(TEMPLATES[0], False), emblem=True, creator="กอง")
    full = replace(
        MEMO,
        secrecy="ลับมาก",
        urgency="ด่วน",
        to="คนเดียว\nสองบรรทัด",
        decisions=(Decision("อนุมัติ", MEMO.signature),),
        qr_codes=(QrCode("แบบ", "https://example.go.th"),),
    )
    before, between, after = renderer.render(MEMO), renderer.render(full, CUSTOM), renderer.render(MEMO)
    assert before == after
    assert len(parts(between)) == len(parts(before)) + 2
    assert not any(
        word.encode() in part for word in ("ลับมาก", "ด่วน", "qr1") for part in parts(after).values()
    )


def test_a_renderer_works_the_same_in_another_process() -> None:
    renderer = MemoRenderer(template(TEMPLATES[0], False), emblem=True, creator="กอง")
    assert pickle.loads(pickle.dumps(renderer)).render(MEMO, CUSTOM) == renderer.render(MEMO, CUSTOM)


def test_a_letter_with_its_emblem_is_small() -> None:
    text = "".join(chr(0x0E01 + n * 7 % 46) for n in range(4000))
    long = replace(MEMO, blocks=(Paragraph(Role.BODY, (Run(text),)),) * 3)
    assert len(render_memo(long, template(TEMPLATES[0], False), emblem=True, creator="กอง")) < 60_000


@pytest.mark.parametrize("last", [Table(((Run("ก"),),), (), (Align.LEFT,)), None], ids=["table", "nothing"])
def test_a_body_may_end_as_the_template_allows(last: Table | None) -> None:
    """On the page a table may end the body, or it may be empty; in a cell it may not."""
    memo = replace(MEMO, blocks=(last,) if last else ())
    made = template(TEMPLATES[0], False)
    values = field_values(memo, styles_of(made), emblem=True)
    assert fill(made, values)
    old = parts(source(TEMPLATES[0], False))
    cell = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{}</w:tc></w:tr></w:tbl><w:p/>"
    paragraph = '<w:p><w:r><w:t xml:space="preserve">{{p เนื้อความ }}</w:t></w:r></w:p>'
    document = old[DOCUMENT].decode().replace(paragraph, cell.format(paragraph)).encode()
    assert document != old[DOCUMENT]
    boxed = read_template(opc.write_package(old | {DOCUMENT: document}), name="t")
    assert fill(boxed, field_values(MEMO, styles_of(boxed), emblem=True))
    with pytest.raises(InputError) as stopped:
        fill(boxed, values)
    assert [found.code for found in stopped.value.findings] == ["M10"]


@each("char", ["\0", "\ud800", "\u202e"], ids=ascii)
def test_characters_that_no_document_can_hold_are_told_wherever_they_stand(char: str) -> None:
    renderer = MemoRenderer(template(TEMPLATES[0], False), emblem=True, creator="กอง")
    renderer.render(MEMO)
    body = (Paragraph(Role.BODY, (Run(f"สวัสดี{char}"),)),)
    bad = replace(MEMO, to=f"ก{char}", blocks=body, signature=Signature("ก", ("ก", char)))
    for _again in range(2):
        with pytest.raises(InputError) as stopped:
            renderer.render(bad)
        found = [(one.code, one.text) for one in stopped.value.findings]
        assert found == [("M05", "ก"), ("M05", "สวัสดี"), ("M05", "ก\n")]
    with pytest.raises(InputError) as stopped:
        replace(renderer, creator=f"ก{char}").render(MEMO)
    assert [one.code for one in stopped.value.findings] == ["M05"]
