"""Every letter of the corpus that has no fault, by its name."""

from collections.abc import Mapping

from clean_memos import MEMOS
from clean_outside import OUTSIDE
from clean_solemn import SOLEMN
from corpus_letters import Letter

LETTERS: Mapping[str, Letter] = {letter.name: letter for letter in (*MEMOS, *OUTSIDE, *SOLEMN)}
