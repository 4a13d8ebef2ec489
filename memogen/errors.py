"""What stops us: each error carries its findings and the exit code of contract section 4."""

from __future__ import annotations

from collections.abc import Sequence

from memogen.findings import Finding


class MemogenError(Exception):
    """Nothing was done, and the findings say why."""

    exit_code = 3

    def __init__(self, *findings: Finding) -> None:
        self.findings: Sequence[Finding] = findings
        super().__init__("; ".join(f"{f.where} {f.code} {f.message}".strip() for f in findings))

    def __reduce__(self) -> tuple[type[MemogenError], tuple[Finding, ...]]:
        """Crosses from one process to another with its findings."""
        return type(self), tuple(self.findings)


class UsageError(MemogenError):
    """The words of the call do not fit together."""

    exit_code = 2


class InputError(MemogenError):
    """A letter, template, workbook or setting cannot be read or filled; files and lines are named."""


class OutputError(MemogenError):
    """A file cannot be written; what stood there before still stands."""


class Unsendable(MemogenError):
    """The letter can be made, but a finding says that it must not be sent; no number was taken."""

    exit_code = 1


class RegisterRefusal(MemogenError):
    """The register will not do this; nothing was taken, and the books are as they were."""

    exit_code = 4


class HelperMissing(MemogenError):
    """Another program that the work needs is not on this machine."""

    exit_code = 5
