"""Some of the recipients, as asked for by name, abbreviation or the value of a column."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from memogen.errors import UsageError
from memogen.findings import Finding
from memogen.model import Recipient
from memogen.recipients import refusals
from memogen.recipients.likeness import is_said, likeness


def chosen(
    recipients: Sequence[Recipient], *, only: Sequence[str] = (), but: Sequence[str] = ()
) -> tuple[Recipient, ...]:
    """Those that one of the words in `only` means, or all, without those that one in `but` means.

    A word is a name, an abbreviation or `คอลัมน์=ค่า` (nothing after = for rows that are empty there), read
    as people see it: Thai or Arabic digits, blanks and case do not matter. The order of the list stays.
    Raises UsageError: N08 for each word that means nobody, N09 if nobody is left.
    """
    faults: list[Finding] = []
    wanted = [_meant(word, recipients, faults) for word in only]
    unwanted = [_meant(word, recipients, faults) for word in but]
    if faults:
        raise UsageError(*faults)
    left = set().union(*wanted) if only else set(range(len(recipients)))
    left = left.difference(*unwanted)
    if not left:
        raise UsageError(refusals.nobody_left(recipients[0].file if recipients else "", only, but))
    return tuple(recipient for place, recipient in enumerate(recipients) if place in left)


def _meant(word: str, recipients: Sequence[Recipient], faults: list[Finding]) -> set[int]:
    """The places of the recipients that the word means; a fault when there are none."""
    key = likeness(word)
    named = _places(recipients, lambda one: likeness(one.name) == key or likeness(one.short) == key)
    if named:
        return named
    column, is_pair, value = word.partition("=")
    if not is_pair:
        faults.append(refusals.unknown_recipient(word, recipients))
        return set()
    columns = list(dict.fromkeys(name for one in recipients for name in one.values))
    name = next((name for name in columns if likeness(name) == likeness(column)), None)
    if name is None:
        faults.append(refusals.unknown_column(word, column.strip(), columns, recipients))
        return set()
    having = _places(recipients, lambda one: is_said(one.values.get(name), value))
    if not having:
        faults.append(refusals.unknown_value(word, name, value.strip(), recipients))
    return having


def _places(recipients: Sequence[Recipient], is_meant: Callable[[Recipient], bool]) -> set[int]:
    return {place for place, recipient in enumerate(recipients) if is_meant(recipient)}
