"""A04: closings that the regulation does not have."""

from __future__ import annotations

from cases import each
from papers import external, faults, memo, texts


@each("closing", ["ด้วยความเคารพอย่างสูง", "ขอแสดงความนับถืออย่างสูง", "ขอแสดงความเคารพ", "ด้วยความนับถือ"])
def test_a_closing_that_there_is_none_is_found(closing):
    [fault] = faults(external(closing=closing), "A04")
    assert fault.text == closing
    assert fault.hint.endswith("ขอแสดงความนับถือ")


def test_the_hint_goes_by_the_addressee():
    paper = external(salutation="กราบเรียน", to="นายกรัฐมนตรี", closing="ด้วยความเคารพอย่างสูง")
    assert faults(paper, "A04")[0].hint.endswith("ขอแสดงความนับถืออย่างยิ่ง")
    paper = external(salutation="นมัสการ", to="พระครูสมมติคุณ", closing="ด้วยความเคารพอย่างสูง")
    assert faults(paper, "A04")[0].hint.endswith("ขอนมัสการด้วยความเคารพ")


def test_in_a_memo_it_is_to_go():
    assert texts(memo(closing="ด้วยความเคารพ"), "A04") == ["ด้วยความเคารพ"]
    assert texts(memo(closing="ขอแสดงความนับถืออย่างสูง"), "A04") == []


@each(
    "paper",
    [
        external(),
        external(closing="ขอแสดงความนับถืออย่างยิ่ง"),
        external(closing="ขอนมัสการด้วยความเคารพ"),
        external(body=["ขอเชิญร่วมงานด้วยความเคารพ", "จึงเรียนมาเพื่อโปรดทราบด้วยความนับถือ"]),
    ],
)
def test_the_formulae_and_running_text_are_left_alone(paper):
    assert texts(paper, "A04") == []
