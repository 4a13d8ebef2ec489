"""Address labels: one a copy, on the grid of the sheet, nothing lost but what no label could hold."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from cases import each
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from memogen import opc, thai
from memogen.model import Copy, Recipient
from memogen.ooxml import twips
from memogen.render import read_template
from memogen.render.labels import COLUMNS, GAP_MM, HEIGHT_MM, LEFT_MM, ROWS, TOP_MM, WIDTH_MM, labels

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEMPLATE = read_template(Path(__file__).parents[2] / "templates" / "บันทึกข้อความ.docx")
SENDER = "กลุ่มพัฒนาระบบบริหาร กรมตัวอย่าง"
NUMBER = "กษ ๑๑๑๓/ว๗๑"
ADDRESS = "๑๒ ถนนกรุงเกษม แขวงวัดสามพระยา\nเขตพระนคร กรุงเทพมหานคร ๑๐๒๐๐"
LONGEST = "ศูนย์วิเคราะห์และติดตามสถานการณ์ทางการเงินสหกรณ์"
names = st.text(st.sampled_from("กขคาีูั้์ฤ &<>\"'A1๑-/()"), min_size=1, max_size=50).filter(str.strip)


def copy(order: int, name: str, *, to: str = "", address: str = "", number: str = NUMBER) -> Copy:
    values = {"เรียน": to, "ที่อยู่": address}
    recipient = Recipient(name=name, values=values, file="หน่วยงาน.xlsx", row=order + 1)
    return Copy(order=order, recipient=recipient, number=number, dated=date(2023, 3, 27), file="", sha256="")


def made(copies: list[Copy], sender: str = SENDER) -> etree._Element:
    parts = opc.read_package(labels(copies, sender=sender, template=TEMPLATE), file="x.docx")
    return etree.fromstring(parts["word/document.xml"])


def text_of(paragraph: etree._Element) -> str:
    marks = {f"{W}br": "\n", f"{W}tab": "\t"}
    runs = (node for run in paragraph.iter(f"{W}r") for node in run)
    return "".join(marks.get(str(node.tag), node.text or "") for node in runs).replace("\u00a0", " ")


def texts(root: etree._Element) -> list[list[str]]:
    """The lines of each label, along the rows; empty labels are left out."""
    cells = (cell for row in root.iter(f"{W}tr") for cell in row.findall(f"{W}tc")[::2])
    lines = ([text_of(paragraph) for paragraph in cell.iter(f"{W}p")] for cell in cells)
    return [label for label in lines if any(label)]


def sizes(root: etree._Element) -> set[int]:
    return {int(node.get(f"{W}val") or 0) // 2 for node in root.iter(f"{W}szCs")}


# --- what it says ---------------------------------------------------------------------------------


def test_a_label_says_from_whom_what_and_to_whom() -> None:
    given = [copy(1, "กองคลัง", to="ผู้อำนวยการกองคลัง", address=ADDRESS)]
    assert texts(made(given)) == [[SENDER, f"ที่ {NUMBER}", "เรียน\tผู้อำนวยการกองคลัง", ADDRESS]]


@each(
    ("name", "to", "lines"),
    [
        ("กองคลัง", "ผู้อำนวยการกองคลัง", ["เรียน\tผู้อำนวยการกองคลัง"]),
        ("สำนักเลขานุการกรม", "เลขานุการกรม", ["เรียน\tเลขานุการกรม", "สำนักเลขานุการกรม"]),
        ("กองคลัง", "", ["กองคลัง"]),
        ("กองที่ 2", "หัวหน้า", ["เรียน\tหัวหน้า", "กองที่ ๒"]),
        ("A & B <สาขา> จำกัด", "กรรมการ", ["เรียน\tกรรมการ", "A & B <สาขา> จำกัด"]),
    ],
)
def test_the_unit_is_named_where_its_head_does_not_name_it(name: str, to: str, lines: list[str]) -> None:
    assert texts(made([copy(1, name, to=to)]))[0][2:] == lines


def test_a_draft_has_dots_for_its_number() -> None:
    assert texts(made([copy(1, "กองคลัง", number="")]))[0][1].strip(".") == "ที่ "


@settings(max_examples=20, deadline=None)
@given(st.lists(names, min_size=1, max_size=18))
def test_every_copy_has_one_label_in_the_order_of_delivery(given: list[str]) -> None:
    copies = [copy(order, name, to="หัวหน้า") for order, name in enumerate(given, start=1)]
    shown = [label[-1].removeprefix("เรียน\t") for label in texts(made(copies))]
    assert shown == [thai.thai_digits(name) if name not in "หัวหน้า" else "หัวหน้า" for name in given]


# --- where it stands ------------------------------------------------------------------------------


def test_the_sheet_is_that_of_fourteen_labels() -> None:
    across, down = COLUMNS * WIDTH_MM + (COLUMNS - 1) * GAP_MM, ROWS * HEIGHT_MM
    assert (across, down) == (pytest.approx(210 - 2 * LEFT_MM), pytest.approx(297 - 2 * TOP_MM))
    root = made([copy(n, "กองคลัง") for n in range(1, 16)])
    rows = list(root.iter(f"{W}tr"))
    assert len(rows) == 8
    for row in rows:
        (height,) = row.iter(f"{W}trHeight")
        assert (height.get(f"{W}val"), height.get(f"{W}hRule")) == (str(twips(HEIGHT_MM)), "exact")
        widths = [int(node.get(f"{W}w") or 0) for node in row.iter(f"{W}tcW")]
        assert widths == [twips(WIDTH_MM), twips(GAP_MM), twips(WIDTH_MM)]
    (margins,) = root.iter(f"{W}pgMar")
    assert (margins.get(f"{W}left"), margins.get(f"{W}top")) == (str(twips(LEFT_MM)), str(twips(TOP_MM)))


def test_cells_have_no_margins_of_their_own() -> None:
    (sides,) = made([copy(1, "กองคลัง")]).iter(f"{W}tblCellMar")
    assert {side.get(f"{W}w") for side in sides} == {"0"}


# --- what fits ------------------------------------------------------------------------------------


@each("name", ["กองคลัง", LONGEST, "สถาบันพัฒนาเครื่องจักรกลและพื้นที่สหกรณ์"])
def test_the_usual_label_is_set_in_sixteen_points(name: str) -> None:
    assert sizes(made([copy(1, name, to=f"ผู้อำนวยการ{name}")])) == {12, 16}


def test_a_label_with_more_lines_is_set_smaller_and_loses_nothing() -> None:
    root = made([copy(1, LONGEST, to=f"ผู้แทน{LONGEST[:-4]}", address=ADDRESS)])
    assert 10 <= max(sizes(root)) < 16
    assert texts(root)[0][2:] == [f"เรียน\tผู้แทน{LONGEST[:-4]}", LONGEST, ADDRESS]


def test_a_long_neighbour_does_not_make_a_label_small() -> None:
    root = made([copy(1, "กองคลัง"), copy(2, LONGEST, to="หัวหน้า", address=ADDRESS)])
    assert max(sizes(root)) == 16


def test_what_no_label_can_hold_is_cut_between_words() -> None:
    words = "สำนักงานส่งเสริม " * 40
    shown = texts(made([copy(1, "กองคลัง", to=words.strip(), address=ADDRESS * 9)]))[0]
    addressee, unit, address = (line.removeprefix("เรียน\t") for line in shown[2:])
    assert addressee.endswith(" สำนักงานส่งเสริม…")
    assert words.startswith(addressee[:-1])
    assert unit == "กองคลัง"
    assert (ADDRESS * 9).replace("\n", " ").startswith(address[:-1])
    assert address.endswith("…")


def test_a_word_too_long_for_a_label_is_cut_between_letters_not_before_their_marks() -> None:
    shown = texts(made([copy(1, "ก", to="กี้" * 900)]))[0][2].removeprefix("เรียน\t")
    assert shown == "กี้" * (len(shown) // 3) + "…"
    assert 300 < len(shown) < 900


def test_a_long_sender_takes_one_cut_line_only_where_the_label_is_full() -> None:
    sender = "ส่วนราชการ " * 15
    roomy, full = (copy(1, "ก", to="กองคลัง"), copy(1, "ก", to="กองคลัง " * 90))
    assert texts(made([roomy], sender.strip()))[0][0] == sender.strip()
    assert texts(made([full], sender.strip()))[0][0].endswith(" ส่วนราชการ…")
