"""T24: the names of those who drafted and typed, on an original; or not on a file copy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Origin, Paper, Part, Passage

_WORKER = re.compile(
    r"(?<!\S)(?:(?:ผู้)?(?P<word>ร่าง|พิมพ์|ทาน|ตรวจ)(?=[ \t]*(?:$|\n|[.…:/_]|\t| +[.…(]))"
    r"|ผู้(?P<named>ร่าง|พิมพ์|ทาน|ตรวจ)(?=[ \t]+(?:นาย|นาง|น\.ส\.|ว่าที่)))"
)
_COPY = re.compile(r"\s*สำเนาคู่ฉบับ\s*")
_LEAST = 3


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    is_copy = next((one for one in paper.passages if _COPY.fullmatch(one.seen)), None)
    workers = list(_workers(paper))
    words = {_word(found) for _passage, found in workers}
    if is_copy is None and len(words) >= _LEAST:
        passage, found = workers[0]
        yield Fault(
            passage=passage,
            start=found.start(found.lastgroup or 0),
            end=found.end(found.lastgroup or 0),
            message=_("ช่อง {words} อยู่บนต้นฉบับ").format(words=" ".join(sorted(words))),
            hint=_("ลบออกจากต้นฉบับ ให้มีเฉพาะในสำเนาคู่ฉบับ"),
        )
    elif is_copy is not None and paper.recognised and not words:
        yield Fault(
            passage=is_copy,
            start=0,
            end=len(is_copy.seen),
            message=_("สำเนาคู่ฉบับยังไม่มีช่อง ร่าง พิมพ์ ทาน ตรวจ"),
            hint=_("เพิ่ม ร่าง พิมพ์ ทาน ตรวจ ที่ขอบล่างด้านขวา"),
            severity=Severity.INFO,
        )


def _word(found: re.Match[str]) -> str:
    return found["word"] or found["named"]


def _workers(paper: Paper) -> Iterator[tuple[Passage, re.Match[str]]]:
    """The words after the signature that are lines by themselves, with room to sign."""
    signed = [number for number, one in enumerate(paper.passages) if one.part is Part.SIGNATURE]
    if not signed:
        return
    for passage in paper.passages[signed[0] :]:
        for found in _WORKER.finditer(passage.seen):
            yield passage, found


RULE = Rule(
    code="T24",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="ช่อง ร่าง พิมพ์ ทาน ตรวจ อยู่ในสำเนาคู่ฉบับ ไม่อยู่บนต้นฉบับ",
    why=(
        "สำเนาคู่ฉบับที่เก็บไว้กับเจ้าของเรื่องมีชื่อผู้ร่าง ผู้พิมพ์ ผู้ทาน และผู้ตรวจ ที่ขอบล่างด้านขวา "
        "เพื่อรู้ว่าใครรับผิดชอบ ผู้รับหนังสือไม่ต้องเห็น"
    ),
    wrong="ต้นฉบับที่มี ร่าง........ พิมพ์........ ทาน........ ตรวจ........",
    right="สำเนาคู่ฉบับที่มี ร่าง........ พิมพ์........ ทาน........ ตรวจ........",
    source="คู่มือการเขียนหนังสือราชการ สำนักงานปลัดกระทรวงพาณิชย์ เรื่องสำเนาคู่ฉบับ",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL, Kind.STAMPED),
    origins=(Origin.DOCUMENT,),
)
