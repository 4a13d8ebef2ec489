"""T09: more or less than a single line from line to line."""

from __future__ import annotations

from cases import each
from looks import setting
from papers import BODY, faults, memo, order, stamped, texts

from memogen.paper import LineRule, Part


@each(
    ("line", "rule"),
    [
        (1.5, LineRule.MULTIPLE),
        (1.15, LineRule.MULTIPLE),
        (1.08, LineRule.MULTIPLE),
        (0.8, LineRule.MULTIPLE),
        (14.0, LineRule.EXACTLY),
        (30.0, LineRule.EXACTLY),
        (30.0, LineRule.AT_LEAST),
    ],
)
def test_other_spacing_is_told_once(line, rule):
    [fault] = faults(setting(memo(), Part.BODY, line=line, line_rule=rule), "T09")
    assert fault.text == BODY[0]
    assert "๓ ย่อหน้า" in fault.message


@each(
    ("line", "rule"),
    [
        (1.0, LineRule.MULTIPLE),
        (0.95, LineRule.MULTIPLE),
        (1.05, LineRule.MULTIPLE),
        (18.0, LineRule.EXACTLY),
        (20.0, LineRule.EXACTLY),
        (12.0, LineRule.AT_LEAST),
    ],
)
def test_a_single_line_is_right_however_it_is_said(line, rule):
    assert texts(setting(memo(), Part.BODY, line=line, line_rule=rule), "T09") == []


def test_heads_have_lines_of_their_own_and_so_have_orders():
    assert texts(setting(memo(), Part.HEADING, line=35.0, line_rule=LineRule.EXACTLY), "T09") == []
    assert texts(setting(order(), Part.BODY, line=1.5), "T09") == []
    assert len(faults(setting(stamped(), Part.BODY, line=1.5), "T09")) == 1
