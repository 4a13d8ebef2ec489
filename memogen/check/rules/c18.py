"""C18: ministries by their full names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.check.words.agencies import NO_SUCH_POSTS, RENAMED, SHORTENED
from memogen.findings import Severity
from memogen.paper import Paper, Part

_FULL = sorted({*SHORTENED.values(), *RENAMED}, key=len, reverse=True)
_SHORT = sorted(SHORTENED, key=len, reverse=True)
_SPACES = r"\s*"
# Full names first, so that only what is not one of them is left; ฯ after a short form is C07's.
_NAME = re.compile(
    rf"(?P<full>{'|'.join(_SPACES.join(map(re.escape, name.split())) for name in _FULL)})"
    rf"|(?P<short>{'|'.join(map(re.escape, _SHORT))})(?!ฯ)"
)
_POST = re.compile("|".join(NO_SUCH_POSTS))
_HEADS = (Part.AGENCY, Part.TO, Part.OWNER, Part.ADDRESS)


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    yield from _posts(paper)
    yield from _ministries(paper)


def _posts(paper: Paper) -> Iterator[Fault]:
    for passage in paper.text_passages:
        for found in _POST.finditer(passage.seen):
            yield Fault.of_match(
                passage,
                found,
                message=_("ไม่มีตำแหน่ง “{post}”").format(post=found[0]),
                hint=NO_SUCH_POSTS[found[0]],
            )


def _ministries(paper: Paper) -> Iterator[Fault]:
    for passage in paper.text_passages:
        text = passage.seen
        if "กระทรวง" not in text and "สำนักนายก" not in text:
            continue
        for found in _NAME.finditer(text):
            if found["short"]:
                yield Fault.of_match(
                    passage,
                    found,
                    message=_("“{name}” ไม่ใช่ชื่อเต็มตามกฎหมาย").format(name=found[0]),
                    hint=SHORTENED[found[0]],
                )
            elif passage.part in _HEADS and found[0] in RENAMED:
                yield Fault.of_match(
                    passage,
                    found,
                    message=_("“{name}” เปลี่ยนชื่อแล้ว").format(name=found[0]),
                    hint=RENAMED[found[0]][0],
                )


RULE = Rule(
    code="C18",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="เขียนชื่อกระทรวงเต็มและชื่อตำแหน่งตามกฎหมาย",
    why=(
        "ชื่อที่ตัดสั้นหรือชื่อเดิมทำให้หนังสือส่งผิดหน่วย และไม่ให้เกียรติผู้รับ ในเนื้อความเขียนเต็มครั้งแรกแล้วจึงย่อด้วย ฯ "
        "ชื่อเดิมใช้ได้เมื่อกล่าวถึงเรื่องในอดีต หัวหน้าสำนักงานเลขานุการกรมคือ เลขานุการกรม ไม่ใช่ เลขาธิการ"
    ),
    wrong="เรียน ปลัดกระทรวงเกษตร",
    right="เรียน ปลัดกระทรวงเกษตรและสหกรณ์",
    source=(
        "ชื่อกระทรวงตามพระราชบัญญัติปรับปรุงกระทรวง ทบวง กรม พ.ศ. ๒๕๔๕ และที่แก้ไขเพิ่มเติม "
        "ชื่อตำแหน่งตามพระราชบัญญัติระเบียบบริหารราชการแผ่นดิน พ.ศ. ๒๕๓๔"
    ),
    find=find,
)
