"""Findings as a reader or a program takes them: one a line, errors first, with a count; or JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from gettext import gettext as _
from typing import Any

from memogen.findings import Finding, Severity

_ORDER = tuple(Severity)
MOST_NAMED = 3
"""Names that are said before the rest is counted."""


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """Errors first, then by file and line; what is told twice in the same words stands once."""
    return sorted(
        dict.fromkeys(findings),
        key=lambda finding: (_ORDER.index(finding.severity), finding.file, finding.line or 0),
    )


def line_of(finding: Finding) -> str:
    """A finding in one line: where, code, what, and what to do.

    >>> line_of(Finding(code="L01", file="letters/x.md", line=4, message="ไม่รู้จักหัวข้อ", hint="ลบออก"))
    'letters/x.md:4: L01 ไม่รู้จักหัวข้อ แนะนำ: ลบออก'
    """
    where = f"{finding.where}:" if finding.where else ""
    hint = _("แนะนำ: {hint}").format(hint=finding.hint) if finding.hint else ""
    parts = (where, finding.code, _weight(finding.severity), finding.message, hint)
    return " ".join(" ".join(part.split()) for part in parts if part)


def count_of(findings: Iterable[Finding]) -> str:
    """How many of each severity there are, in one line."""
    severities = [finding.severity for finding in findings]
    return _("รวม: ข้อผิดพลาด {errors} คำเตือน {warnings} แจ้งเพื่อทราบ {notes}").format(
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
        notes=severities.count(Severity.INFO),
    )


def as_text(findings: Iterable[Finding]) -> str:
    """Every finding in its line, and a last line that counts them; nothing when there is none."""
    found = ordered(findings)
    return "\n".join([*map(line_of, found), count_of(found)]) if found else ""


def as_lines(findings: Iterable[Finding]) -> str:
    """The findings a line each, in the order in which they stand in a letter."""
    return "\n".join(map(line_of, dict.fromkeys(findings)))


def as_json(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """The findings with the keys of contract section 5, in the order of `ordered`."""
    return [finding.as_json() for finding in ordered(findings)]


def some_of(names: Sequence[str], more: str = "") -> str:
    """The first names, and how many more units there are; or what else, as `more` says."""
    shown = ", ".join(names[:MOST_NAMED])
    rest = len(names) - MOST_NAMED
    more = more or _("{names} และอีก {count} หน่วยงาน")
    return more.format(names=shown, count=rest) if rest > 0 else shown


def _weight(severity: Severity) -> str:
    """Said in words, since colour does not reach a file or a colour-blind eye; errors need none."""
    if severity is Severity.WARNING:
        return _("(คำเตือน)")
    return _("(แจ้งเพื่อทราบ)") if severity is Severity.INFO else ""
