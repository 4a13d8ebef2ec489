"""Letters of two to five pages, made at random: every page rule held against the pages themselves."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from memogen.compose import compose
from memogen.desk import Workspace
from memogen.layout import Line, Page, in_order, paged, planned
from memogen.layout.paging.estimating import room_mm
from memogen.letters import parse_letter
from memogen.model import Memo, Paragraph, Table
from memogen.ooxml import twips
from memogen.thai import to_thai_digits

pytestmark = pytest.mark.layout

Pages = tuple[Page, ...]
PdfOf = Callable[[Sequence[bytes | Path]], list[Pages]]

OFFICE = Workspace.at(Path(__file__).parents[2])
HEADS = ("ที่รายการจำนวนเงิน", "เดือน")
NARROWER = (0, 0.01, 0.02, 0.03)
TEXT_WIDTH_MM, RIGHT_MM = 160, 190
SECRET = "ลับ"
MONTHS = ("ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.")
_VERBS = ("ดำเนินการ", "ตรวจสอบ", "รายงานผล", "จัดทำ", "เสนอ", "พิจารณา", "ติดตาม", "รวบรวม", "ปรับปรุง")
_NOUNS = (
    *("แผนปฏิบัติราชการประจำปีงบประมาณ", "ข้อมูลสารสนเทศ", "สมาชิกสหกรณ์", "ระบบบริการประชาชน"),
    *("งบประมาณรายจ่าย", "บุคลากรของหน่วยงาน", "ตัวชี้วัดความสำเร็จ", "โครงการฝึกอบรม"),
    *("ครุภัณฑ์คอมพิวเตอร์", "ระเบียบและหลักเกณฑ์ที่เกี่ยวข้อง"),
)
_TAILS = (
    "ภายในวันที่ ๓๐ กันยายน ๒๕๖๖",
    "จำนวน ๑,๒๕๐,๐๐๐ บาท",
    "ตามหนังสือที่ กษ ๑๑๑๓/๔๕๖ ลงวันที่ ๒ มกราคม ๒๕๖๖",
    "โดยนายสมมติ สองนาม",
    "ร้อยละ ๘๕.๕๐",
    "ให้แล้วเสร็จโดยเร็ว",
)


# --- letters at random ----------------------------------------------------------------------------


def sentence(dice: random.Random) -> str:
    words = "".join(dice.choice(_VERBS) + dice.choice(_NOUNS) for _ in range(dice.randint(1, 3)))
    return f"{words} {dice.choice(_TAILS)}"


def prose(dice: random.Random, sentences: int) -> str:
    return " ".join(sentence(dice) for _ in range(sentences))


def table(dice: random.Random) -> str:
    rows = (
        f"| {row} | {sentence(dice)} | {dice.randint(1, 99)},500 |" for row in range(1, dice.randint(3, 14))
    )
    return "\n".join(["| ที่ | รายการ | จำนวนเงิน |", "|---|---|---:|", *rows])


def letter(seed: int) -> str:
    """Two to five pages: headings, items, paragraphs of one to a dozen lines, tables of up to half a page."""
    dice = random.Random(seed)
    blocks: list[str] = []
    wanted, size, heading = 2000 + seed % 4 * 1700, 0, 0
    while size < wanted:
        kind = dice.random()
        if kind < 0.2 and not (blocks and blocks[-1].startswith("#")):
            heading += 1
            block = f"# {heading}. {dice.choice(_NOUNS)}"
        elif kind < 0.45:
            block = f"{heading}.{len(blocks)} {prose(dice, dice.randint(1, 3))}"
        elif kind < 0.55:
            block = table(dice)
        else:
            block = prose(dice, dice.randint(1, 7))
        blocks.append(block)
        size += len(block)
    end = ("จึงเรียนมาเพื่อโปรดพิจารณา " + prose(dice, dice.randint(0, 2))).strip()
    head = f"เรื่อง: รายงานผล{dice.choice(_NOUNS)}\nเรียน: ผู้อำนวยการกองคลัง\nผู้ลงนาม: อธิบดี\n"
    head += f"ชั้นความลับ: {SECRET}\n" if seed % 10 == 3 else ""
    head += "ผู้พิจารณา: ผอ.กพร. = เห็นชอบ - ลงนามแล้ว\n" if seed % 5 == 1 else ""
    before = table(dice) if seed % 6 == 4 else prose(dice, 1)
    annexes = [
        f"[[ตาราง: {name} | เอกสารแนบ: ตาราง{name}]]" for name in "กข"[: (seed % 7 == 5) * (1 + seed % 2)]
    ]
    return "\n\n".join([head, *blocks, before, end, *annexes])


def rows(seed: int) -> list[dict[str, str]]:
    """Of an annex: one row, some, or many, of one to three lines."""
    dice = random.Random(seed)
    count = dice.choice((1, 12, 13, 14, 15, 16, 40))
    return [
        {"หน่วยงาน": f"สำนักงานที่ {n}"} | {month: sentence(dice)[: dice.randint(3, 60)] for month in MONTHS}
        for n in range(count)
    ]


def memo_of(seed: int) -> Memo:
    data = {"ก": rows(seed), "ข": rows(seed + 1)}
    return compose(parse_letter(letter(seed), file=f"{seed}.md"), OFFICE.office, data=data)


def narrowed(document: bytes, share: float) -> bytes:
    """The same letter with a wider right margin."""
    margin = twips(210 - RIGHT_MM + TEXT_WIDTH_MM * share)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(made, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == "word/document.xml":
                content = re.sub(rb'(<w:pgMar\b[^>]*w:right=")\d+', rb"\g<1>%d" % margin, content, count=1)
            new.writestr(part, content)
    return made.getvalue()


# --- pages as a reader sees them ------------------------------------------------------------------


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", in_order(text))


def is_catchword(line: Line) -> bool:
    return line.text.startswith("/") and line.text.endswith("…")


def is_heading(line: Line) -> bool:
    return all("Bold" in font for font in line.fonts)


def hold_the_rules(pages: Pages, memo: Memo, right_mm: float) -> None:
    """All page rules of saraban.md 2.6 and of the issue, for a letter without its annexes."""
    paragraphs = [block.text for block in memo.blocks if isinstance(block, Paragraph)]
    sheets = [[line for line in page.lines if line.text != SECRET] for page in pages]
    for number, lines in enumerate(sheets[1:], start=2):
        assert lines[0].text == f"- {to_thai_digits(str(number))} -"
    for page, following in pairwise(sheets):
        *body, foot = page
        first, second = following[1:3]
        assert is_catchword(foot), f"a page ends with {foot.text}"
        assert squeezed(first.text + second.text).startswith(squeezed(foot.text[1:-1]))
        assert foot.right_mm == pytest.approx(right_mm, abs=0.5)
        assert not is_heading(body[-1])
        if first.sizes_pt == (14.0,):
            assert squeezed(first.text).startswith(HEADS)
        hold_what_is_cut(paragraphs, [line.text for line in body[-2:]], [first.text, second.text])
    assert not any(is_catchword(line) for page in sheets for line in page[:-1])
    hold_the_signature(pages)


def hold_the_signature(pages: Pages) -> None:
    """All signatures stand on the last page of a letter, and two lines at least before them."""
    texts = [[line.text for line in page.lines if not line.text.startswith("- ")] for page in pages]
    signed = [[number for number, text in enumerate(page) if text.startswith("(นา")] for page in texts]
    assert not any(signed[:-1])
    assert signed[-1][0] >= 2, "at least two lines are carried to the page of the signature"


def hold_the_annexes(pages: Pages, memo: Memo) -> None:
    """Landscape pages that go on counting; each begins with title or heads, none has but one row."""
    tables = [block for block in memo.blocks if isinstance(block, Table) and block.annex is not None]
    begun = 0
    for page in pages:
        assert page.width_mm > page.height_mm
        number, *lines = [squeezed(line.text) for line in page.lines if line.text != SECRET]
        assert number == f"-{to_thai_digits(str(page.number))}-"
        if lines[0].startswith("เอกสารแนบ"):
            assert lines[0] == f"เอกสารแนบ{to_thai_digits(str(begun + 1))}"
            begun += 1
            lines = lines[2:]
        heads, rows = tables[begun - 1].head, tables[begun - 1].rows
        assert lines[0] == squeezed("".join(run.text for cell in heads for run in cell))
        assert len(lines) > min(2, len(rows)), "a row is alone on its page"
        assert not any(is_catchword(line) for line in page.lines)
    assert begun == len(tables)


def hold_what_is_cut(paragraphs: Sequence[str], above: Sequence[str], below: Sequence[str]) -> None:
    """Where a paragraph stands on two pages, two lines of it are on each, and nothing is torn."""
    joint = squeezed(above[-1] + below[0])
    for text in paragraphs:
        if (at := squeezed(text).find(joint)) < 0:
            continue
        assert squeezed("".join([*above, *below])) in squeezed(text)
        cut = at + len(squeezed(above[-1]))
        index = next(n for n in range(len(text) + 1) if len(squeezed(text[:n])) >= cut)
        if text[index : index + 1] != " ":
            word = text[text.rfind(" ", 0, index) + 1 :].partition(" ")[0]
            assert "\u00a0" not in word
            assert not re.match(r"[0-9๐-๙][0-9๐-๙,./]", text[index - 1 : index + 1])


@pytest.mark.parametrize("start", range(0, 100, 10))
def test_every_page_of_random_letters_ends_and_begins_as_it_should(
    pdf_of: PdfOf, font_cache: Path, start: int
) -> None:
    memos = [memo_of(seed) for seed in range(start, start + 10)]
    documents = [OFFICE.written(memo).whole for memo in memos]
    plans = planned(documents, cache=font_cache)
    letters = [paged(document, plan or ()) for document, plan in zip(documents, plans, strict=True)]
    pages = iter(pdf_of([narrowed(one, share) for share in NARROWER for one in letters]))
    for share in NARROWER:
        for memo, plan in zip(memos, plans, strict=True):
            found = next(pages)
            assert plan, f"{memo.subject} has no plan"
            own, annexes = found[: len(plan) + 1], found[len(plan) + 1 :]
            assert all(page.width_mm < page.height_mm for page in own)
            hold_the_rules(own, memo, RIGHT_MM - share * TEXT_WIDTH_MM)
            hold_the_annexes(annexes, memo)


def test_annexes_are_no_pages_of_the_letter_and_heads_of_two_lines_give_their_first_words(
    pdf_of: PdfOf, font_cache: Path
) -> None:
    dice = random.Random(1)
    months = [f"เดือนที่ {month}" for month in range(1, 14)]
    rows = [{"หน่วยงาน": f"สำนักงาน {n}"} | dict.fromkeys(months, 1_234_567 + n) for n in range(40)]
    text = "\n\n".join(prose(dice, 4) for _ in range(9))
    narrow = [f"| {' | '.join(months)} |", "|---" * 13 + "|", *["| ก " * 13 + "|"] * 20]
    head = "เรื่อง: ทดสอบ\nเรียน: ผู้อำนวยการกองคลัง\nผู้ลงนาม: อธิบดี\n\n"
    end = "\n\nจึงเรียนมาเพื่อทราบ"
    letters = [
        f"{head}{text}{end}\n\n[[ตาราง: กว้าง | เอกสารแนบ: รายเดือน]]\n",
        head + text + "\n\n" + "\n".join(narrow) + end,
    ]
    memos = [
        compose(
            parse_letter(one, file="ก.md"), OFFICE.office, data={"กว้าง": rows} if one is letters[0] else {}
        )
        for one in letters
    ]
    documents = [OFFICE.written(memo).whole for memo in memos]
    plans = planned(documents, cache=font_cache)
    with_annex, with_table = pdf_of(
        [paged(document, plan or ()) for document, plan in zip(documents, plans, strict=True)]
    )
    assert plans[0] is not None
    assert len(plans[0]) == 1
    hold_the_rules(with_annex[:2], memos[0], RIGHT_MM)
    assert with_annex[2].width_mm > with_annex[2].height_mm
    assert not any(is_catchword(line) for page in with_annex[1:] for line in page.lines)
    assert plans[1] is not None
    assert plans[1][-1].catchword.startswith("/เดือน")
    hold_the_rules(with_table, memos[1], RIGHT_MM)


# --- letters that just fit on one page ------------------------------------------------------------

HEAD_OF = {
    "memo": "เรียน: ผู้อำนวยการกองคลัง\nผู้ลงนาม: อธิบดี",
    "decided": "เรียน: ผู้อำนวยการกองคลัง\nผู้ลงนาม: ผอ.กพร.\nผู้พิจารณา: อธิบดี = เห็นชอบ - ลงนามแล้ว",
    "external": "ชนิด: หนังสือภายนอก\nเรียน: ผู้อำนวยการสำนักงานตัวอย่าง\nผู้ลงนาม: อธิบดี",
    "order": "ชนิด: คำสั่ง\nผู้ลงนาม: อธิบดี",
    "announcement": "ชนิด: ประกาศ\nผู้ลงนาม: อธิบดี",
}
SMALL_TABLE = "\n".join(["| ที่ | รายการ |", "|---|---|", *(f"| {n} | รายการที่ {n} |" for n in range(1, 5))])
THANKS = "จึงเรียนมาเพื่อโปรดทราบ"
END_OF: dict[str, Callable[[random.Random], list[str]]] = {
    "prose": lambda dice: [prose(dice, 3), THANKS],
    "lines": lambda dice: ["ข้อหนึ่ง", "ข้อสอง", "ข้อสาม", THANKS],
    "heading": lambda dice: [prose(dice, 3), "# หัวข้อ", THANKS],
    "table": lambda dice: [prose(dice, 2), SMALL_TABLE, THANKS],
    "only a table": lambda dice: [prose(dice, 2), SMALL_TABLE],
}
FULL = [
    *(
        ("memo", "prose", 7, 7),
        ("memo", "lines", 6, 8),
        ("memo", "table", 9, 8),
        ("memo", "only a table", 8, 6),
    ),
    *(("order", "table", 4, 7), ("order", "lines", 11, 6), ("announcement", "table", 4, 7)),
    *(("external", "prose", 1, 4), ("external", "heading", 3, 4), ("external", "table", 4, 4)),
    *(("decided", "table", 5, 4), ("decided", "heading", 7, 4), ("decided", "lines", 6, 5)),
]
"""Kind, end, seed and paragraphs of letters that end less than two lines above the end of their page."""


def full_letter(kind: str, end: str, seed: int, paragraphs: int) -> bytes:
    dice = random.Random(seed)
    text = [prose(dice, dice.randint(1, 3)) for _ in range(paragraphs)] + ["สั้น ๆ"] * (seed % 3)
    source = "\n\n".join([f"เรื่อง: รายงานผล\n{HEAD_OF[kind]}", *text, *END_OF[end](dice)])
    return OFFICE.written(compose(parse_letter(source, file="ก.md"), OFFICE.office, data={})).whole


def test_a_letter_that_just_fits_never_parts_with_its_signature_where_lines_break_otherwise(
    pdf_of: PdfOf, font_cache: Path
) -> None:
    documents = [full_letter(*one) for one in FULL]
    plans = planned(documents, cache=font_cache)
    letters = [paged(document, plan or ()) for document, plan in zip(documents, plans, strict=True)]
    as_they_were, *narrower = (
        pdf_of([narrowed(one, share) for one in those])
        for share, those in [(0, documents), *((share, letters) for share in NARROWER)]
    )
    assert {len(pages) for pages in as_they_were} == {1}
    assert sum(plan == () for plan in plans) > 4, "what does no harm stays on one page"
    assert max(len(pages) for found in narrower for pages in found) == 2
    for found in narrower:
        for pages in found:
            hold_the_signature(pages)


def test_each_letter_that_fills_its_page_is_thought_to(font_cache: Path) -> None:
    assert [one for one in FULL if room_mm(full_letter(*one)) >= 0] == []
