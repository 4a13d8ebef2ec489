"""Pieces of patterns for Thai text as it is typed."""

DIGIT = "[0-9๐-๙]"
SPACE = r"[^\S\n]{0,20}(?:\n[^\S\n]{0,40})?"
"""Spaces of any kind with at most one line end: an empty line ends a citation. Bounded, so that a search
takes time in proportion to the text."""
AT = "(?:ที่|ท่ี)"
"""The second is a common slip: tone mark before vowel."""
