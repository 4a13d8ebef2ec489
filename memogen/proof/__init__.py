"""A DOCX, ours or anyone's, as its reader sees it: paragraphs with their places, and the head of a memo."""

from memogen.proof.head import Head, head_fields
from memogen.proof.nouns import Proof, ProofParagraph
from memogen.proof.reading import read_docx

__all__ = ["Head", "Proof", "ProofParagraph", "head_fields", "read_docx"]
