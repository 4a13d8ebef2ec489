"""Letters with a fault in what they are known by are known all the same, so that rules can tell the fault."""

from __future__ import annotations

from cases import each
from handmade import EXTERNAL, MEMO, STAMPED, Layout, Lines, letter

from memogen.model import Kind
from memogen.paper import Paper, Part
from memogen.proof import read_paper


def without(lines: Lines, part: Part) -> Lines:
    return tuple(line for line in lines if line[0] is not part)


def with_value(lines: Lines, part: Part, value: str) -> Lines:
    return tuple((one, value if one is part else text) for one, text in lines)


def read(kind: Kind, lines: Lines, layout: Layout) -> Paper:
    return read_paper(letter(kind, lines, layout))


@each("layout", Layout)
def test_an_external_letter_without_its_addressee_is_known_by_its_closing(layout):
    paper = read(Kind.EXTERNAL, without(EXTERNAL, Part.TO), layout)
    assert (paper.kind, paper.recognised) == (Kind.EXTERNAL, True)
    assert paper.first(Part.TO) is None


@each("layout", Layout)
def test_the_date_of_a_stamped_letter_is_known_with_a_label_too(layout):
    paper = read(Kind.STAMPED, with_value(STAMPED, Part.DATE, "วันที่ ๒๗ มีนาคม ๒๕๖๖"), layout)
    assert paper.value(Part.DATE).endswith("๒๗ มีนาคม ๒๕๖๖")


@each("layout", [Layout.TABS, Layout.SPACES, Layout.BOXES])
def test_the_owner_of_a_letter_is_not_the_position_of_its_signer(layout):
    signed = without(EXTERNAL, Part.SIGNATURE)
    closing = next(index for index, line in enumerate(signed) if line[0] is Part.CLOSING)
    lines = (*signed[: closing + 1], (Part.SIGNATURE, "(นายสมมติ สองนาม)"), *signed[closing + 1 :])
    paper = read(Kind.EXTERNAL, lines, layout)
    assert paper.value(Part.SIGNATURE) == "(นายสมมติ สองนาม)"
    assert paper.value(Part.OWNER).startswith("กลุ่มพัฒนาระบบบริหาร")


def test_a_value_beside_its_label_in_a_table_may_be_anything():
    long = "ขอความอนุเคราะห์จัดส่งรายชื่อผู้แทนเข้าร่วมการประชุมเชิงปฏิบัติการ " * 5
    paper = read(
        Kind.MEMO, with_value(with_value(MEMO, Part.SUBJECT, long), Part.NUMBER, "๒๓๗"), Layout.TABLE
    )
    assert paper.value(Part.SUBJECT) == long.strip()
    assert paper.value(Part.NUMBER) == "๒๓๗"
    assert paper.value(Part.TO) == "ผู้อำนวยการกองแผนงาน"
