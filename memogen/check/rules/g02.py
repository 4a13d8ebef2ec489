"""G02: a position that is not the signer's in the office's list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.entries import plain
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.check.signatures import Signature, signatures
from memogen.findings import Severity
from memogen.model import Office
from memogen.paper import Origin, Paper

_ABOUT = re.compile(
    r"\s*(?:ประธาน|กรรมการ|เลขานุการ(?!กรม)|ผู้จด|ผู้ตรวจรายงาน|ผู้(?:ได้รับการ)?รับรอง|ผู้ขอ|ผู้รายงาน|ผู้เสนอ)"
)
"""A line that says what somebody is in one matter, beside the post or under it."""


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    if around.office is None:
        return
    for one in signatures(paper):
        posts = _posts(around.office, one)
        lines = [line for line in one.position if not _ABOUT.match(line.text)]
        if not posts or not lines or one.is_acting:
            continue
        post = " ".join(" ".join(line.text for line in lines).split())
        if plain(post) not in {plain(known) for known in posts}:
            yield lines[0].fault(
                _("ตำแหน่ง “{post}” ไม่ตรงกับทำเนียบผู้ลงนามของหน่วยงาน").format(post=post),
                _("ทำเนียบใน memogen.toml ว่า {person} เป็น {right}").format(
                    person=one.person, right=" / ".join(posts)
                ),
            )


def _posts(office: Office, one: Signature) -> list[str]:
    """The positions of that person; none for somebody who is not in the list."""
    person = plain(one.person)
    posts = [
        " ".join(signer.position.split())
        for signer in office.signers
        if plain(signer.name.strip("() ")) == person
    ]
    return list(dict.fromkeys(posts))


RULE = Rule(
    code="G02",
    severity=Severity.WARNING,
    basis=Basis.CONTRADICTION,
    title="ตำแหน่งใต้ชื่อตรงกับตำแหน่งของผู้ลงนามในทำเนียบ",
    why="หนังสือที่แก้จากฉบับเก่ามักเปลี่ยนชื่อแล้วลืมเปลี่ยนตำแหน่ง ทำเนียบใน memogen.toml บอกตำแหน่งปัจจุบัน หนังสือเก่าจึงอาจต่างได้",
    wrong="(นายสมมติ สองนาม)\nรองอธิบดีกรมส่งเสริมสหกรณ์",
    right="(นายสมมติ สองนาม)\nอธิบดีกรมส่งเสริมสหกรณ์",
    source="ทำเนียบผู้ลงนามของหน่วยงาน ([[signers]] ใน memogen.toml)",
    find=find,
    origins=(Origin.DOCUMENT,),
)
