"""The register of numbers: books, entries and their trail, in SQLite or PostgreSQL."""

from memogen.books import Anchor
from memogen.register.pen import Issued, Pen
from memogen.register.register import Register

__all__ = ["Anchor", "Issued", "Pen", "Register"]
