"""The letters, orders and certificates that a running text cites, found as people write them."""

from memogen.citations.finding import find_citations
from memogen.citations.nouns import Citation, CitedKind

__all__ = ["Citation", "CitedKind", "find_citations"]
