"""Findings as SARIF 2.1.0, for programs that gather what checkers say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from memogen import __version__
from memogen.findings import Finding, Severity

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a reader of the results is told of a code: one sentence, a longer help, its usual severity."""

    title: str
    help: str
    severity: Severity


def as_sarif(findings: Iterable[Finding], about: Mapping[str, About]) -> dict[str, Any]:
    """One run with its results; `about` describes codes, and one that is not in it describes itself."""
    found = list(findings)
    codes = sorted({*about, *(finding.code for finding in found)})
    index = {code: number for number, code in enumerate(codes)}
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "memogen",
                        "version": __version__,
                        "rules": [_rule(code, about.get(code)) for code in codes],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(finding, index[finding.code]) for finding in found],
            }
        ],
    }


def _rule(code: str, about: About | None) -> dict[str, Any]:
    if about is None:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": about.title},
        "help": {"text": about.help},
        "defaultConfiguration": {"level": _LEVELS[about.severity]},
    }


def _result(finding: Finding, rule: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": " ".join(filter(None, (finding.message, finding.hint)))},
    }
    if finding.file:
        result["locations"] = [_location(finding)]
    kept = {"text": finding.text, "hint": finding.hint, "source": finding.source}
    properties = {name: value for name, value in kept.items() if value}
    return result | {"properties": {**properties, "fixable": finding.fixable}}


def _location(finding: Finding) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(finding.file)}}
    if finding.line:
        physical["region"] = {"startLine": finding.line}
    named = [name for name in (finding.place, finding.cell) if name]
    logical: Sequence[dict[str, str]] = [{"name": name} for name in named]
    return {"physicalLocation": physical} | ({"logicalLocations": logical} if logical else {})


def _uri(file: str) -> str:
    """A file's name as a relative address; a Windows drive becomes a file address."""
    path = quote(file.replace("\\", "/"), safe="/:")
    return f"file:///{path}" if path[1:2] == ":" else path
