"""B30: law copied at length into a staff memo."""

from __future__ import annotations

from cases import each
from papers import external, memo, texts

LAW = "มาตรา ๕๖ การซื้อหรือจ้างให้หน่วยงานของรัฐเลือกใช้วิธีประกาศเชิญชวนทั่วไปก่อน "
REST = ("๔. ข้อพิจารณา", "เห็นควรอนุมัติ", "จึงเรียนมาเพื่อโปรดพิจารณาอนุมัติ")


@each(
    "part",
    [
        ["๓. ข้อกฎหมาย", LAW * 40],
        ["ข้อกฎหมาย", *[LAW * 5] * 8],
        [f"๓. ข้อกฎหมาย {LAW * 40}"],
        ["๓. ข้อกฎหมาย", f"มาตรา ๕๖ บัญญัติว่า “{LAW * 12}”"],
    ],
)
def test_law_at_length_is_remarked(part):
    assert texts(memo(body=[*part, *REST]), "B30") == ["ข้อกฎหมาย"]


@each(
    "part",
    [
        ["๓. ข้อกฎหมาย", LAW],
        ["๓. ข้อกฎหมาย", LAW * 5],
        ["๓. ข้อกฎหมาย", f"มาตรา ๕๖ บัญญัติว่า “{LAW}”"],
        ["๒. ข้อเท็จจริง", LAW * 40],
        [LAW * 40],
    ],
)
def test_a_summary_and_other_parts_are_left_alone(part):
    assert texts(memo(body=[*part, *REST]), "B30") == []


def test_only_a_memo_has_such_parts():
    assert texts(external(body=["๓. ข้อกฎหมาย", LAW * 40]), "B30") == []
