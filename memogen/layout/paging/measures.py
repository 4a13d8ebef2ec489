"""Measures that the rules of pages share."""

LINE_MM = 18.08 * 25.4 / 72
"""From line to line of 16-point text."""
CATCHWORD_LINES = 3
"""How far below the last line the catchword stands (saraban.md 2.6)."""
SLACK_LINES = 2
"""What a page keeps free for Word, which breaks lines a little otherwise."""
FEWEST_LINES = 2
"""On either side of a break within a paragraph or table."""
NEAR_LINES = 3
"""A page rather ends this much sooner than in the midst of a paragraph."""
DESCENT_EM = 0.28
"""From the baseline to the end of the line."""
