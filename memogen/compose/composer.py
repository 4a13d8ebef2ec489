"""One letter composed for many recipients: what does not depend on them is read once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from gettext import gettext as _
from typing import Any

from memogen import sandbox
from memogen.compose.asking import KIND, RECIPIENT, data_sources
from memogen.compose.body import Body, read_body
from memogen.compose.filling import Filler, Tags, decided_lines, has_tags
from memogen.compose.heads import Heads
from memogen.compose.kinds import as_kind, kinds_of
from memogen.compose.outline import Outline, size_of, text_of
from memogen.compose.parts import PARTS, Part
from memogen.compose.practice import practice
from memogen.compose.tables import DataTables
from memogen.errors import InputError
from memogen.findings import Finding, has_errors
from memogen.model import Kind, Letter, Memo, Office, Plain

BODY = "เนื้อความ"
_CERTIFIES = "หนังสือฉบับนี้ให้ไว้เพื่อรับรองว่า "


class Composer:
    """One letter, ready to be composed for many recipients as one of its kinds (None: the usual one).

    `data` maps a name of the letter to its rows (dicts of plain values), `on` is the date to print in
    place of the letter's own, `known` are faults already met.
    """

    def __init__(
        self,
        letter: Letter,
        office: Office,
        *,
        kind: Kind | None = None,
        data: Mapping[str, Any] | None = None,
        on: date | None = None,
        known: Sequence[Finding] = (),
    ) -> None:
        kinds, faults = kinds_of(letter)
        kind = kind or kinds[0]
        parts = PARTS[kind]
        letter = as_kind(letter, kind)
        letter = certifying(letter) if kind is Kind.CERTIFICATE else letter
        self._letter = letter
        self._office = office
        self._on = on
        self._rows = data
        unread = _unread(letter, known)
        self._data = sandbox.Given({KIND: kind.value, **_for_tags(letter, data or {})}, unread=unread)
        self._is_form = kind is Kind.FORM
        self._tables = DataTables(
            data or {},
            unread=unread,
            file=letter.file,
            keep=office.keep_digits,
            wide_in_text=self._is_form,
        )
        self._tags = Tags(letter.file, office.baht_reading)
        self._above = [part for part in parts.above if _varies(part, letter)]
        self._below = [part for part in parts.below if _varies(part, letter)]
        self._decided = decided_lines(letter.body, letter.body_line)
        filler = self._filler(self._data)
        heads = self._heads(filler)
        heads.check_present(kind, parts.required, parts.headers)
        fixed = [part for part in (*parts.above, *parts.below) if not _varies(part, letter)]
        self._fixed = {name: value for part in fixed for name, value in part.fields(heads).items()}
        self._fixed["kind"] = kind
        self._fixed_size = sum(len(part.text(self._fixed)) for part in fixed)
        if not letter.body:
            filler.findings.append(_empty(letter))
        self._told = [*letter.findings, *known, *faults, *filler.findings]
        self._practice = practice(letter, kind)
        self._is_faulty = has_errors(self._told)
        self._always = self._in_order(())

    def memo(self, recipient: Mapping[str, Plain] | None, given: Mapping[str, Any] | None = None) -> Memo:
        """The memo for a recipient; InputError carries every fault at once.

        `given` are fields that it shall have in place of its own: its number, when it gets one.
        """
        filler = self._filler(self._given(recipient))
        fields, body, values = self._filled(filler)
        findings = self._findings(filler.findings)
        if self._is_faulty or has_errors(filler.findings):
            raise InputError(*findings)
        fields |= given or {}
        return Memo(**fields, blocks=tuple(body.blocks(values, self._tables)), findings=findings)

    def outline(self, recipient: Mapping[str, Plain] | None) -> Outline:
        """What a recipient makes of the letter, with whatever is wrong in it."""
        return self.outlined(recipient)[1]

    def outlined(
        self, recipient: Mapping[str, Plain] | None, given: Mapping[str, Any] | None = None
    ) -> tuple[Memo | None, Outline]:
        """The memo with the outline of its own fields; None for the memo where `memo` would raise."""
        filler = self._filler(self._given(recipient))
        fields, body, values = self._filled(filler)
        texts = {part.headers[0]: part.text(fields) for part in (*self._above, *self._below)}
        size = self._fixed_size + sum(map(len, texts.values())) + body.ready_size
        blocks = body.blocks(values, self._tables)
        size += sum([size_of(blocks[index]) for index in body.waiting])
        if has_tags(self._letter.body):
            texts[BODY] = "\n".join([text_of(blocks[index]) for index in self._changing(body)])
        findings = self._findings(filler.findings)
        outline = Outline(findings=findings, texts=texts, size=size)
        if self._is_faulty or has_errors(filler.findings):
            return None, outline
        fields |= given or {}
        return Memo(**fields, blocks=tuple(blocks), findings=findings), outline

    def _changing(self, body: Body) -> Iterable[int]:
        """The blocks that wait for values, and those that a `{% %}` may put there."""
        if not self._decided:
            return body.waiting
        return [
            index
            for index, (first, last) in enumerate(body.lines)
            if index in body.waiting or not self._decided.isdisjoint(range(first, last + 1))
        ]

    # --- filling ------------------------------------------------------------------------------------

    def _given(self, recipient: Mapping[str, Plain] | None) -> sandbox.Given:
        return self._data if recipient is None else self._data.with_row(RECIPIENT, recipient)

    def _filler(self, given: sandbox.Given) -> Filler:
        return Filler(
            file=self._letter.file,
            given=given,
            tags=self._tags,
            keep_digits=self._office.keep_digits,
        )

    def _heads(self, filler: Filler) -> Heads:
        return Heads(self._letter, self._office, filler, self._on, self._rows)

    def _filled(self, filler: Filler) -> tuple[dict[str, Any], Body, list[str]]:
        """The memo's fields but for its blocks, and the body with the values that these wait for."""
        letter = self._letter
        heads = self._heads(filler)
        fields = {**self._fixed}
        for part in self._above:
            fields |= part.fields(heads)
        filled, values = filler.body(letter.body, line=letter.body_line)
        body = read_body(
            filled, values, line=letter.body_line, keep=self._office.keep_digits, by_line=self._is_form
        )
        filler.findings += body.findings(values, self._tables, letter.file)
        for part in self._below:
            fields |= part.fields(heads)
        return fields, body, values

    def _findings(self, told: Sequence[Finding]) -> tuple[Finding, ...]:
        """What is told of one recipient's letter with what is told of all, in the order of the file."""
        return self._in_order(told) if told else self._always

    def _in_order(self, told: Sequence[Finding]) -> tuple[Finding, ...]:
        findings = [*self._told, *told, *self._practice]
        return tuple(sorted(findings, key=lambda finding: finding.line or 0))


def compose(
    letter: Letter,
    office: Office,
    *,
    kind: Kind | None = None,
    data: Mapping[str, Any] | None = None,
    recipient: Mapping[str, Plain] | None = None,
    on: date | None = None,
    known: Sequence[Finding] = (),
) -> Memo:
    """The memo that the letter asks for, made for one recipient: see `Composer`."""
    return Composer(letter, office, kind=kind, data=data, on=on, known=known).memo(recipient)


def certifying(letter: Letter) -> Letter:
    """A certificate whose text begins with the words of the form and whom it is for (clause 24)."""
    to = letter.one("ออกให้แก่")
    if not to or not letter.body or letter.body.startswith(_CERTIFIES):
        return letter
    return replace(letter, body=f"{_CERTIFIES}{to.value} {letter.body}")


def _unread(letter: Letter, known: Sequence[Finding]) -> list[str]:
    """Names of data that could not be read: that has been told, so their columns are not checked."""
    return [name for _header, name, _book, _sheet in data_sources(letter)[0]] if has_errors(known) else []


def _for_tags(letter: Letter, data: Mapping[str, Any]) -> dict[str, Any]:
    """The data without long lists that no tag names: of these only the rows of a table may be printed."""
    texts = [letter.body, *(header.value for header in letter.headers)]
    named = frozenset().union(*(sandbox.names(text) for text in texts if has_tags(text)))
    return {
        name: rows
        for name, rows in data.items()
        if name in named
        or (name.isidentifier() and (not isinstance(rows, list | tuple) or len(rows) <= sandbox.ROWS))
    }


def _varies(part: Part, letter: Letter) -> bool:
    return any(has_tags(header.value) for name in part.headers for header in letter.all(name))


def _empty(letter: Letter) -> Finding:
    return Finding(
        code="L15",
        file=letter.file,
        line=letter.body_line,
        message=_("หนังสือนี้ยังไม่มีเนื้อความ"),
        hint=_("เว้นบรรทัดว่างหนึ่งบรรทัดหลังหัวข้อ แล้วพิมพ์เนื้อความ"),
    )
