"""The register of numbers: books, entries and their trail, in SQLite or PostgreSQL."""

from memogen.books import Anchor
from memogen.register.copies import Copies
from memogen.register.documents import Divider, Kept
from memogen.register.pen import Issued, IssuedCopies, Outgoing, Pen
from memogen.register.register import Register

__all__ = ["Anchor", "Copies", "Divider", "Issued", "IssuedCopies", "Kept", "Outgoing", "Pen", "Register"]
