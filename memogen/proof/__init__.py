"""A letter as its reader sees it, ours or anyone's: its paragraphs with their places, and what each is."""

from memogen.proof.editing import Comment, Edit, annotated, edited
from memogen.proof.head import Head, head_fields
from memogen.proof.markup import paragraph_at
from memogen.proof.nouns import Proof, ProofParagraph
from memogen.proof.reading import read_docx, read_paper
from memogen.proof.recognition import Recognition, recognise
from memogen.proof.typed import paper_of

__all__ = [
    "Comment",
    "Edit",
    "Head",
    "Proof",
    "ProofParagraph",
    "Recognition",
    "annotated",
    "edited",
    "head_fields",
    "paper_of",
    "paragraph_at",
    "read_docx",
    "read_paper",
    "recognise",
]
