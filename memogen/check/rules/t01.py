"""T01: letters in a font that is none of the state's, or in several of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.lettering import Stretch, family, stretches_of
from memogen.check.measures import figure
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Origin, Paper


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    by_font: dict[str, list[Stretch]] = {}
    letters = Counter[str]()
    for one in stretches_of(paper):
        font = one.looks.thai_font
        if font and not (not family(font) and family(one.looks.latin_font)):  # else T03 speaks
            by_font.setdefault(font, []).append(one)
            letters[family(font)] += one.end - one.start
    letters.pop("", None)
    main = letters.most_common(1)[0][0] if letters else ""
    for font, places in by_font.items():
        if not family(font):
            yield _fault(
                places,
                _("แบบอักษร {font} ไม่ใช่แบบอักษรของราชการ (พบ {count} แห่ง)").format(
                    font=font, count=figure(len(places))
                ),
                _("เปลี่ยนเป็น TH SarabunPSK หรือแบบอักษรราชการอื่นแบบเดียวทั้งฉบับ"),
            )
        elif family(font) != main:
            yield _fault(
                places,
                _("แบบอักษร {font} ต่างจากส่วนใหญ่ของหนังสือ (พบ {count} แห่ง)").format(
                    font=font, count=figure(len(places))
                ),
                _("ใช้แบบอักษรเดียวทั้งฉบับ"),
                Severity.WARNING,
            )


def _fault(places: list[Stretch], message: str, hint: str, severity: Severity | None = None) -> Fault:
    first = places[0]
    return Fault(
        passage=first.passage,
        start=first.start,
        end=first.end,
        raw=True,
        message=message,
        hint=hint,
        severity=severity,
    )


RULE = Rule(
    code="T01",
    severity=Severity.ERROR,
    basis=Basis.CABINET,
    title="พิมพ์ด้วยแบบอักษรของราชการแบบเดียวทั้งฉบับ",
    why=(
        "คณะรัฐมนตรีให้ทุกส่วนราชการใช้แบบอักษร ๑๓ แบบแทนแบบเดิม (ต่อมาเพิ่มจุฬาภรณ์ลิขิต) ที่ใช้กันมากคือ TH SarabunPSK "
        "ข้อความที่คัดลอกมาจากที่อื่นมักติดแบบอักษรอื่นมาด้วย"
    ),
    wrong="ข้อความพิมพ์ด้วย Angsana New",
    right="ข้อความพิมพ์ด้วย TH SarabunPSK",
    source="มติคณะรัฐมนตรี ๗ กันยายน ๒๕๕๓ และ ๖ กรกฎาคม ๒๕๖๔ เรื่อง แบบอักษรของราชการ",
    find=find,
    origins=(Origin.DOCUMENT,),
)
