"""The register of numbers: books, entries and their trail, in SQLite or PostgreSQL."""

from memogen.books import Anchor
from memogen.register.copies import Copies
from memogen.register.pen import Issued, IssuedCopies, Pen
from memogen.register.register import Register

__all__ = ["Anchor", "Copies", "Issued", "IssuedCopies", "Pen", "Register"]
