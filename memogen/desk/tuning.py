"""The rules of `check` as an office has tuned them.

Codes: W14 the settings tune a rule that is not there, W15 one that rests on the law.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from gettext import gettext as _

from memogen.check import BASES, Rule, rules
from memogen.errors import InputError
from memogen.findings import Finding, Severity, nearest
from memogen.model import Office


def tuned_by(office: Office | None, wanted: Sequence[Rule]) -> tuple[Rule, ...]:
    """The rules as the office has tuned them. Custom and taste are its own; the law's rules are not."""
    if office is None or not office.rules:
        return tuple(wanted)
    tuned, known = office.rules, rules()
    faults = [_no_such_rule(office, code) for code in tuned if code not in known]
    faults += [
        _of_the_law(office, known[code]) for code in tuned if code in known and known[code].basis.may_stop
    ]
    if faults:
        raise InputError(*faults)
    return tuple(
        replace(rule, severity=Severity(tuned[rule.code])) if rule.code in tuned else rule
        for rule in wanted
        if tuned.get(rule.code) != "off"
    )


def _no_such_rule(office: Office, code: str) -> Finding:
    guess = nearest(code, list(rules()))
    return Finding(
        code="W14",
        file=office.file,
        text=code,
        message=_("ส่วน [rules] กล่าวถึงกฎ “{code}” ซึ่งไม่มี").format(code=code),
        hint=_("หมายถึง “{guess}” ใช่หรือไม่").format(guess=guess) if guess else _("ดูรายการกฎด้วย memogen rules"),
    )


def _of_the_law(office: Office, rule: Rule) -> Finding:
    return Finding(
        code="W15",
        file=office.file,
        text=rule.code,
        message=_("กฎ {code} มาจาก{basis} หน่วยงานปิดหรือลดระดับเองไม่ได้").format(
            code=rule.code, basis=_(BASES[rule.basis])
        ),
        hint=_("ลบ {code} ออกจากส่วน [rules] ของ {file}").format(code=rule.code, file=office.file),
    )
