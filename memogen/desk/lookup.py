"""The entries of the register, looked up by what letters and documents say."""

from __future__ import annotations

from collections.abc import Iterable

from memogen import thai
from memogen.books import Entry
from memogen.desk.filing import Marks, marks_for


class Books:
    """The entries of the register, to be found by what a letter says."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.by_marks: dict[Marks, Entry] = {}
        self.by_letter: dict[str, Entry] = {}
        self._by_number: dict[thai.DocumentNumber, list[Entry]] = {}
        for entry in entries:
            self.by_marks[marks_for(entry)] = entry
            if entry.letter:
                self.by_letter[entry.letter] = entry
            if number := _number(entry.number):
                self._by_number.setdefault(number, []).append(entry)

    def find(self, number: str, year_be: int | None = None) -> Entry | None:
        """The entry of a number in a year พ.ศ., or of its newest year."""
        known = self._by_number.get(parsed, []) if (parsed := _number(number)) else []
        fitting = [entry for entry in known if year_be in (None, entry.year_be)]
        return max(fitting, key=lambda entry: entry.year_be, default=None)


def _number(text: str) -> thai.DocumentNumber | None:
    try:
        return thai.parse_number(text)
    except thai.NumberError:
        return None
