"""What a text says for one kind of letter, where `{% if ชนิด == "…" %}` decides it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from memogen.compose.asking import KIND
from memogen.sandbox.scan import Tag, scan, tidy

_ASKS = re.compile(
    rf"\{{%[-+]?\s*(?:el)?if\s+{KIND}\s*(?P<sign>[=!]=)\s*(['\"])(?P<kind>[^'\"]*)\2\s*[-+]?%\}}"
)
_WORD = re.compile(r"\{%[-+]?\s*(\w+)")
_PARAGRAPH = re.compile(r"\n{2,}")
_MARK = len("{#")


def settled(text: str, kind: str) -> str:
    """The text with what is not for this kind as a comment, each sign in its place.

    Choices that ask for more than the kind are left to be made when the text is filled.
    """
    if KIND not in text:
        return text
    for choice in _choices(text):
        text = _with_choice(text, choice, kind)
    return text


def asked_kinds(text: str) -> Iterator[tuple[str, int]]:
    """The kinds that a text asks for, and where in it."""
    for tag in scan(text)[0] if KIND in text else ():
        if found := _ASKS.fullmatch(tidy(tag.text)):
            yield found["kind"], tag.start


def _choices(text: str) -> Iterator[Sequence[Tag]]:
    """The tags of each choice between kinds, from `if` to `endif`, inner ones first."""
    begun: list[list[Tag]] = []
    for tag in scan(text)[0]:
        found = _WORD.match(tag.text)
        word = found[1] if found else ""
        if word in ("if", "for"):
            begun.append([tag])
        elif word in ("elif", "else", "endif", "endfor") and begun:
            begun[-1].append(tag)
            if word.startswith("end"):
                choice = begun.pop()
                if all(_decides(one) for one in choice[:-1]):
                    yield choice


def _decides(tag: Tag) -> bool:
    return _is_else(tag) or _ASKS.fullmatch(tidy(tag.text)) is not None


def _is_else(tag: Tag) -> bool:
    found = _WORD.match(tag.text)
    return found is not None and found[1] == "else"


def _with_choice(text: str, choice: Sequence[Tag], kind: str) -> str:
    """The text with the one branch that is for the kind, or none."""
    *branches, end = choice
    at = next((at for at, tag in enumerate(branches) if _is_for(tag, kind)), None)
    first, last = branches[0].start, end.start + len(end.text)
    if at is None:
        return text[:first] + _hidden(text[first:last]) + text[last:]
    inside, after = branches[at].start + len(branches[at].text), choice[at + 1].start
    return "".join(
        (
            text[:first],
            _hidden(text[first:inside]),
            text[inside:after],
            _hidden(text[after:last]),
            text[last:],
        )
    )


def _is_for(tag: Tag, kind: str) -> bool:
    found = _ASKS.fullmatch(tidy(tag.text))
    return found is None or (found["kind"] == kind) is (found["sign"] == "==")


def _hidden(text: str) -> str:
    """Comments of the same length, one a paragraph, for none may reach over an empty line."""
    at, parts = 0, []
    for gap in [*_PARAGRAPH.finditer(text), None]:
        parts.append(_comment(text[at : gap.start() if gap else None]))
        parts.append(gap[0] if gap else "")
        at = gap.end() if gap else at
    return "".join(parts)


def _comment(text: str) -> str:
    """A comment over lines without an empty one; first and last lines too short for its marks are blank."""
    first, _end, rest = text.partition("\n")
    before, _end, last = text.rpartition("\n")
    if rest and len(first) < _MARK:
        return f"{' ' * len(first)}\n{_comment(rest)}"
    if before and len(last) < _MARK:
        return f"{_comment(before)}\n{' ' * len(last)}"
    if len(text) < 2 * _MARK:
        return " " * len(text)
    inside = re.sub(r"[^\n]", " ", text[2:-2])
    opening = "{#-" if text.startswith("{%-") else "{#"
    closing = "-#}" if text.endswith("-%}") else "#}"
    return opening + inside[len(opening) - 2 : len(inside) - len(closing) + 2] + closing
