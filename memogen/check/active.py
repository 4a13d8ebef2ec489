"""What in a file acts or reaches out, as faults of the rule that speaks of it."""

from __future__ import annotations

from collections.abc import Iterator

from memogen.check.rule import Around, Fault


def acting(around: Around, code: str) -> Iterator[Fault]:
    """The faults of one code among what was found in the file's parts."""
    for finding in around.active:
        if finding.code == code:
            yield Fault(
                message=finding.message,
                hint=finding.hint,
                place=finding.place,
                said=finding.text,
                severity=finding.severity,
            )
