"""D10: วันพฤหัสบดี cut short."""

from __future__ import annotations

from cases import each
from papers import faults, memo, texts


@each(
    ("text", "wrong", "right"),
    [
        ("ในวันพฤหัสที่ ๓๐ มีนาคม ๒๕๖๖", "วันพฤหัส", "วันพฤหัสบดี"),
        ("วันพุธ วันพฤหัส และวันศุกร์", "วันพฤหัส", "วันพฤหัสบดี"),
        ("ทุกวันพฤหัสฯ", "วันพฤหัสฯ", "วันพฤหัสบดี"),
    ],
)
def test_a_fault_is_found(text, wrong, right):
    [fault] = faults(memo(body=[text]), "D10")
    assert (fault.text, fault.fix) == (wrong, right)


@each(
    "text",
    [
        "วันพฤหัสบดีที่ ๓๐ มีนาคม ๒๕๖๖",
        "นายพฤหัส สมมติ",
        "ดาวพฤหัส",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert texts(memo(body=[text]), "D10") == []
