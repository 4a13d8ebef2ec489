"""The two letters that a plan's scorecard calls for, as text that an officer can go on with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from memogen import thai
from memogen.desk.planpapers import UNKNOWN, amount, count_of, result_of
from memogen.kpi import digits, shown
from memogen.kpi.arithmetic import added
from memogen.kpi.nouns import Figure, Scored, ScoredKpi
from memogen.model import Office, Signer

KPIS, HOW_MANY = "ตัวชี้วัด", "จำนวนตัวชี้วัด"
"""The columns of the list of units that the circular prints."""
_SIGNS = re.compile(r"([\\*`|])")
_BRACE = re.compile("[{}]")
_RESULTS = "ผลการดำเนินงาน"
_DEPUTIES = ("รอง", "ผู้ช่วย")


def reporting_memo(scored: Scored, office: Office) -> str:
    """The memo to the head of the agency that reports the round."""
    subject, unit = subject_of(scored), office.unit or office.name
    more = " และให้หน่วยงานที่รับผิดชอบตัวชี้วัดที่ยังไม่ทราบผลรายงานเมื่อทราบผลแล้ว" if scored.unknown else ""
    facts = [
        f"{_typed(unit)}ได้รวบรวม{_typed(subject)} แล้ว แผนดังกล่าวมี {count_of(scored)} "
        f"ได้คะแนนหลังถ่วงน้ำหนัก {shown(scored.total)} คะแนน จากคะแนนเต็ม 100 คะแนน "
        f"แยกตามมิติได้ดังนี้\n\n{_of_dimensions(scored)}\n",
        *_known(scored),
        *_not_known(scored),
        *_spent(scored),
    ]
    return _letter(
        {
            "เรื่อง": _untagged(f"รายงาน{subject}"),
            "เรียน": _untagged(head_of(office)),
            "ผู้ลงนาม": _untagged(signer_of(office).key),
        },
        "# ข้อเท็จจริง",
        "\n".join(f"{number}. {fact}" for number, fact in enumerate(facts, start=1)),
        "# ข้อพิจารณา",
        f"{_typed(unit)}เห็นควรรายงานผลให้ทราบ รายละเอียดตามตารางคะแนน (เอกสารแนบ 1) "
        f"และแบบรายงานรายตัวชี้วัด (เอกสารแนบ 2) ที่แนบมาพร้อมนี้{more}",
        "# ข้อเสนอแนะ",
        "จึงเรียนมาเพื่อโปรดทราบ",
    )


def reminder(scored: Scored, office: Office, deadline: date | None) -> str:
    """The circular to the units that still owe results; `หน่วยงาน` has the columns KPIS and HOW_MANY."""
    subject, unit = subject_of(scored), _typed(office.unit or office.name)
    until = thai.long_date(deadline) if deadline else "." * 30
    where = f" ทางไปรษณีย์อิเล็กทรอนิกส์ {office.email}" if office.email else ""
    return _letter(
        {
            "เรื่อง": _untagged(f"ขอให้รายงาน{subject}"),
            "เรียน": "{{ หน่วยงาน.เรียน }}",
            "ผู้ลงนาม": _untagged(signer_of(office).key),
        },
        f"ด้วย{unit}อยู่ระหว่างรวบรวม{_typed(subject)} ปรากฏว่ายังไม่ทราบผลของตัวชี้วัดในความรับผิดชอบของ"
        f"{{{{ หน่วยงาน.ชื่อ }}}} จำนวน {{{{ หน่วยงาน.{HOW_MANY} }}}} ตัวชี้วัด ดังนี้",
        f"| ตัวชี้วัดที่ยังไม่ทราบผล |\n| --- |\n| {{{{ หน่วยงาน.{KPIS} }}}} |",
        f"จึงขอให้{{{{ หน่วยงาน.ชื่อ }}}}รายงานผลการดำเนินงาน รายละเอียดผลการดำเนินงาน และผลการเบิกจ่ายงบประมาณ"
        f"ของตัวชี้วัดดังกล่าว ไปยัง{unit}{where} ภายในวันที่ {until}",
        "จึงเรียนมาเพื่อโปรดพิจารณาดำเนินการ",
    )


def subject_of(scored: Scored) -> str:
    """ผลการดำเนินงานตามแผน… with year and round, as the titles above the scorecard say."""
    title = " ".join(scored.scorecard.titles) or "แผนของหน่วยงาน"
    return title if title.startswith("ผล") else f"{_RESULTS}ตาม{title}"


def signer_of(office: Office) -> Signer:
    """The head of the unit that writes, else the first signer of the settings, of whom there must be one."""
    own = (one for one in office.signers if office.unit and office.unit in one.position)
    return next(own, office.signers[0])


def head_of(office: Office) -> str:
    """The post of the agency's head: as the settings have it among the signers, else as its kind has it."""
    posts = (one.position for one in office.signers if "\n" not in one.position)
    heads = (post for post in posts if post.endswith(office.name) and not post.startswith(_DEPUTIES))
    head = "อธิบดี" if office.name.startswith("กรม") else "หัวหน้า"
    return next(heads, f"{head}{office.name}")


# --- facts ----------------------------------------------------------------------------------------


def _of_dimensions(scored: Scored) -> str:
    lines = ["| มิติ | น้ำหนัก | คะแนนที่ได้ | ทราบผลแล้ว |", "| --- | :---: | :---: | :---: |"]
    for one in scored.dimensions:
        kpis = [kpi for csf in one.csfs for kpi in csf.kpis]
        known = sum(kpi.level is not None for kpi in kpis)
        weight = digits(one.dimension.weight.value)
        name = _typed(one.dimension.name)
        lines.append(f"| {name} | {weight} | {shown(one.score)} | {known} จาก {len(kpis)} ตัวชี้วัด |")
    known = len(scored.kpis) - len(scored.unknown)
    weights = digits(added(one.dimension.weight.value for one in scored.dimensions))
    lines.append(f"| รวม | {weights} | {shown(scored.total)} | {known} จาก {len(scored.kpis)} ตัวชี้วัด |")
    return "\n".join(f"   {line}" for line in lines)


def _known(scored: Scored) -> Iterator[str]:
    known = [kpi for kpi in scored.kpis if kpi.level is not None]
    if known:
        levels = ", ".join(f"{kpi.kpi.code} (ระดับ {kpi.level})" for kpi in known)
        yield f"ทราบผลแล้ว {len(known)} ตัวชี้วัด คือ ตัวชี้วัดที่ {levels}"


def _not_known(scored: Scored) -> Iterator[str]:
    """Those not yet known by when they will be, and the interim results among them."""
    unknown = scored.unknown
    if not unknown:
        return
    by_month = sorted(unknown, key=lambda kpi: kpi.awaited)  # stable: in the order of the plan
    groups = [
        f"ตัวชี้วัดที่ {_codes(list(kpis))} ({_typed(awaited or UNKNOWN)})"
        for awaited, kpis in groupby(by_month, key=lambda kpi: kpi.awaited)
    ]
    said = f"ยังไม่ทราบผล {len(unknown)} ตัวชี้วัด ซึ่งในรอบนี้คิดเป็น 0 คะแนน ได้แก่ {' และ'.join(groups)}"
    interim = [kpi for kpi in unknown if kpi.result is not None]
    if interim:
        results = ", ".join(f"{kpi.kpi.code} (ผล {_typed(result_of(kpi))})" for kpi in interim)
        said += f" ในจำนวนนี้มีผลระหว่างปีแล้ว {len(interim)} ตัวชี้วัด คือ ตัวชี้วัดที่ {results}"
    yield said


def _codes(kpis: Sequence[ScoredKpi]) -> str:
    return ", ".join(kpi.kpi.code for kpi in kpis)


def _spent(scored: Scored) -> Iterator[str]:
    spent = [kpi.kpi.budget.value for kpi in scored.kpis if isinstance(kpi.kpi.budget, Figure)]
    if spent:
        yield f"ใช้งบประมาณ {len(spent)} ตัวชี้วัด รวม {amount(added(spent))} บาท"


# --- a letter file --------------------------------------------------------------------------------


def _letter(headers: dict[str, str], *body: str) -> str:
    lines = ["ชนิด: บันทึกข้อความ", *(f"{name}: {value}" for name, value in headers.items())]
    return "\n".join(lines) + "\n\n" + "\n\n".join(body) + "\n"


def _typed(text: str) -> str:
    """A text of the workbook in a body, so that no sign in it is taken for formatting or for a tag."""
    return _untagged(_SIGNS.sub(r"\\\1", " ".join(text.split())))


def _untagged(text: str) -> str:
    """A text in one line, its braces printed by a tag each, for none of them to begin one."""
    return _BRACE.sub(r"{{ '\g<0>' }}", " ".join(text.split()))
