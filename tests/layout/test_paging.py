"""Where pages end: the choice, the cuts and the catchwords, without LibreOffice."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memogen import opc
from memogen.layout import Break, Line, paged
from memogen.layout.paging.catchwords import catchword
from memogen.layout.paging.choosing import Place, chosen
from memogen.layout.paging.estimating import grown_mm, room_mm, text_size
from memogen.layout.paging.galley import Galley, Set, line_set
from memogen.layout.paging.letters import index_of, letters_of
from memogen.layout.paging.measures import LINE_MM
from memogen.layout.paging.story import Story
from memogen.ooxml import NAMESPACES, paragraph, run

SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="850" w:right="1134" w:bottom="1134" '
    'w:left="1701" w:header="255" w:footer="283" w:gutter="0"/></w:sectPr>'
)
STYLES = (
    f"<w:styles {NAMESPACES}>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Body"><w:name w:val="Body"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:jc w:val="thaiDistribute"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading"><w:name w:val="Heading"/><w:basedOn w:val="Body"/>'
    "<w:pPr><w:keepNext/></w:pPr></w:style></w:styles>"
)
LONG = "กขค งจฉ " * 30


def docx(*blocks: str) -> bytes:
    body = f"<w:document {NAMESPACES}><w:body>{''.join(blocks)}{SECTION}</w:body></w:document>"
    return opc.write_package(
        {
            "[Content_Types].xml": b"<Types/>",
            "word/document.xml": body.encode(),
            "word/styles.xml": STYLES.encode(),
        }
    )


def text(words: str, style: str = "Body", properties: str = "") -> str:
    return paragraph(run(words), style=style, properties=properties)


def table(*rows: str, heads: int = 1) -> str:
    """Rows of one cell each."""
    made = (
        f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if number < heads else ''}<w:tc>{text(row)}</w:tc></w:tr>"
        for number, row in enumerate(rows)
    )
    return f"<w:tbl>{''.join(made)}</w:tbl>"


def xml_of(document: bytes) -> str:
    return opc.read_package(document, file="")["word/document.xml"].decode()


def said(document: bytes) -> str:
    """All text of a document, one after the other."""
    return "".join(re.findall(r"<w:t\b[^>]*>([^<]*)</w:t>", xml_of(document)))


# --- letters and catchwords -----------------------------------------------------------------------

THAI = st.text("กนมา เแำ\u00a0ุ่้็.,๑2ab\u200d")


@given(THAI, st.integers(0, 40))
def test_a_text_is_cut_where_its_letters_say(words: str, count: int) -> None:
    at = index_of(words, count)
    if len(letters_of(words)) == sum(len(letters_of(sign)) for sign in words):
        assert letters_of(words[:at]) == letters_of(words)[:count]


def test_marks_and_spaces_are_no_letters() -> None:
    assert letters_of("ที่ ๑.\u00a0น้ำ\u200dใส") == "ท๑.นำใส"


@pytest.mark.parametrize(
    ("words", "at", "narrow", "expected"),
    [
        ("๓. ข้อพิจารณา", 0, (), "/๓. ข้อพิจารณา…"),
        ("จึงเรียนมาเพื่อโปรดพิจารณา ให้ความเห็นชอบในเรื่องนี้ทั้งหมด", 0, (), "/จึงเรียนมาเพื่อโปรดพิจารณา…"),
        ("กขค งจฉ ชซฌ ญฎฏ", 3, (), "/งจฉ ชซฌ ญฎฏ…"),
        ("ก" * 60, 0, ("ก" * 15, "ก" * 20, "ก" * 25), f"/{'ก' * 15}…"),
        ("ก" * 60, 15, ("ก" * 15, "ก" * 20, "ก" * 25), f"/{'ก' * 20}…"),
        ("นายสมมติ\u00a0สองนาม ผู้อำนวยการกองทดสอบตัวอย่าง", 0, (), "/นายสมมติ\u00a0สองนาม…"),
        ("บรรทัดแรก\nบรรทัดสอง", 0, (), "/บรรทัดแรก บรรทัดสอง…"),
        ("", 0, (), "/…"),
    ],
)
def test_the_catchword_is_the_first_words_and_ends_with_a_word(
    words: str, at: int, narrow: Sequence[str], expected: str
) -> None:
    assert catchword(words, at, narrow) == expected


# --- the choice -----------------------------------------------------------------------------------


def galley(*heights: tuple[int, int, str]) -> Galley:
    """Lines 10 mm apart, each of a block, a row, and with letters."""
    lines = (
        Set(block=block, row=row, letters=letters, baseline_mm=20 + n * 10, bottom_mm=21 + n * 10)
        for n, (block, row, letters) in enumerate(heights)
    )
    return Galley(lines=tuple(lines), top_mm=30)


def of_blocks(*counts: int) -> Galley:
    """So many lines of each block."""
    return galley(*((block, 0, "ก") for block, count in enumerate(counts) for _ in range(count)))


def places(story: Story, lines: Galley) -> list[tuple[int, int]] | None:
    found = chosen(story, lines)
    return None if found is None else [(place.block, place.at) for place in found]


def test_a_page_ends_where_a_paragraph_ends_with_room_for_catchword_and_slack() -> None:
    story = Story.of(docx(*(text(f"ย่อหน้า {n}") for n in range(30))))
    # of 277 mm two lines of slack and three for the catchword are kept free: 245.1; line 22 ends at 241
    assert places(story, of_blocks(*[1] * 30)) == [(23, 0)]


def test_a_heading_goes_with_what_it_heads() -> None:
    blocks = [text(f"ย่อหน้า {n}") for n in range(30)]
    blocks[21] = blocks[22] = text("หัวข้อ", "Heading")
    assert places(Story.of(docx(*blocks)), of_blocks(*[1] * 30)) == [(21, 0)]


def test_a_line_that_may_be_a_heading_rather_goes_with_what_follows() -> None:
    blocks = [text(f"ย่อหน้า {n}") for n in range(14)]
    story = Story.of(docx(*blocks))
    assert places(story, of_blocks(*[2] * 10, 2, 1, 6, 6)) == [(11, 0)]
    assert places(story, of_blocks(*[2] * 10, 3, 6, 6)) == [(11, 0)]


def test_a_line_above_a_heading_heads_nothing_and_stays_with_its_matter() -> None:
    blocks = [text(f"ย่อหน้า {n}") for n in range(14)]
    blocks[12] = text("หัวข้อ", "Heading")
    assert places(Story.of(docx(*blocks)), of_blocks(*[2] * 10, 2, 1, 1, 6)) == [(12, 0)]


def test_the_space_for_a_signature_neither_ends_nor_begins_a_page() -> None:
    blocks = [text(f"ย่อหน้า {n}") for n in range(22)]
    story = Story.of(docx(*blocks, paragraph(), paragraph(), text("(ชื่อ)", "Heading"), text("ตำแหน่ง")))
    lines = galley(*((block, 0, "ก") for block in (*range(22), 24, 25, 25, 25)))
    assert places(story, lines) == [(21, 0)]


@pytest.mark.parametrize(
    ("lines_before", "begins"), [(19, (19, 120)), (20, (20, 0)), (21, (21, 0)), (22, (22, 0))]
)
def test_a_long_paragraph_keeps_two_lines_on_either_side_or_goes_whole(
    lines_before: int, begins: tuple[int, int]
) -> None:
    assert places(*long_after(lines_before, LONG)) == [begins]


def test_a_name_or_date_is_not_parted() -> None:
    held = LONG.replace("กขค งจฉ", "กขค\u00a0งจฉ")
    assert places(*long_after(19, LONG, letters_a_line=31)) == [(19, 124)]
    assert places(*long_after(19, held, letters_a_line=31)) == [(19, 0)]


def long_after(lines_before: int, words: str, *, letters_a_line: int = 30) -> tuple[Story, Galley]:
    """Paragraphs of a line each, one of six lines, and three more."""
    letters = letters_of(words)
    six = [letters[n : n + letters_a_line] for n in range(0, len(letters), letters_a_line)]
    before = range(lines_before)
    story = Story.of(docx(*(text(f"ย่อหน้า {n}") for n in before), text(words), text("จบ")))
    long = [(lines_before, 0, line) for line in six]
    return story, galley(*((n, 0, "ก") for n in before), *long, *[(lines_before + 1, 0, "ก")] * 3)


def test_a_table_is_parted_between_rows_and_its_heads_come_again() -> None:
    rows = table("หัว", *(f"แถว {n}" for n in range(40)))
    story = Story.of(docx(text("นำ"), paragraph(), rows, text("จบ")))
    lines = galley((0, 0, "นำ"), *((2, row, "ก") for row in range(41)), (3, 0, "จบ"))
    assert chosen(story, lines) == [Place(line=23, block=2, at=22, above_mm=10)]


def test_rows_that_share_a_cell_are_not_parted() -> None:
    rows = table("หัว", *(f"แถว {n}" for n in range(40)))
    tall = rows.replace("<w:tc>", "<w:tc><w:tcPr><w:vMerge/></w:tcPr>")
    lines = galley((0, 0, "นำ"), *((1, row, "ก") for row in range(41)))
    assert chosen(Story.of(docx(text("นำ"), tall)), lines) is None


def test_the_empty_line_before_a_table_goes_with_it() -> None:
    blocks = [text(f"ย่อหน้า {n}") for n in range(22)]
    story = Story.of(docx(*blocks, paragraph(), table("หัว", "แถว", "แถว", "แถว"), text("จบ")))
    lines = galley(*((n, 0, "ก") for n in range(22)), *((23, row, "ก") for row in range(4)), (24, 0, "จบ"))
    assert places(story, lines) == [(22, 0)]


def test_a_row_that_stays_with_the_next_or_with_what_follows_is_not_parted_from_it() -> None:
    held = paragraph(run("แถว"), properties="<w:keepNext/>")
    rows = table("หัว", *(f"แถว {n}" for n in range(21)))
    story = Story.of(docx(text("นำ"), rows.replace(text("แถว 20"), held), text("จบ"), text("จบ")))
    lines = galley((0, 0, "นำ"), *((1, row, "ก") for row in range(22)), *[(2, 0, "จบ")] * 3, (3, 0, "จบ"))
    assert places(story, lines) == [(1, 20)]
    assert places(Story.of(docx(text("นำ"), rows, text("จบ"), text("จบ"))), lines) == [(2, 0)]


def test_decisions_and_owner_stay_with_the_signature_and_two_lines_before_it() -> None:
    blocks = [text(f"ย่อหน้า {n}") for n in range(20)]
    signed = [paragraph(), paragraph(), text("(ชื่อ)", "Heading"), text("ตำแหน่ง")]
    story = Story.of(docx(*blocks, *signed, text("เห็นชอบ"), text("ผู้สั่ง")))
    lines = galley(
        *((block, 0, "ก") for block in range(20)),
        (22, 0, "(ชอ)"),
        *((block, 0, "ก") for block in (23, 24, 25, 25, 25)),
    )
    assert places(story, lines) == [(18, 0)]


def test_what_no_place_can_end_has_no_pages() -> None:
    story = Story.of(docx(text("ก" * 400, properties="<w:keepLines/>")))
    assert chosen(story, of_blocks(40)) is None


def test_the_red_words_of_secrecy_are_no_line_of_the_letter() -> None:
    def line(*colours: str) -> Line:
        return Line(
            text="ลับ",
            baseline_mm=20,
            left_mm=90,
            right_mm=110,
            sizes_pt=(24.0,),
            fonts=("TH SarabunPSK",),
            colours=colours,
        )

    assert line_set(line("#ff0000"), 40) is None
    assert line_set(line("#000000"), 40) is None
    found = line_set(line("#003005"), 40)
    assert found is not None
    assert (found.block, found.row, found.letters) == (2, 5, "ลบ")


# --- the cuts -------------------------------------------------------------------------------------


def test_a_paragraph_begins_the_page_and_the_catchword_stands_before_it() -> None:
    document = docx(text("หนึ่ง"), text("สอง สาม"))
    xml = xml_of(paged(document, (Break(block=1, catchword="/สอง สาม…"),)))
    one, foot, two = re.findall(r"<w:p>.*?</w:p>", xml)
    assert "pageBreakBefore" not in one + foot
    assert '<w:jc w:val="right"/>' in foot
    assert ">/สอง สาม…<" in foot
    assert '<w:pageBreakBefore w:val="1"/><w:spacing w:before="0"' in two


def test_a_cut_paragraph_goes_on_without_indent() -> None:
    document = docx(text(LONG.strip()))
    xml = xml_of(paged(document, (Break(block=0, at=12, catchword="/กขค…"),)))
    above, foot, below = re.findall(r"<w:p>.*?</w:p>", xml)
    assert re.findall(r">([^<]+)</w:t>", above) == ["กขค งจฉ กขค งจฉ"]
    assert "/กขค…" in foot
    assert '<w:ind w:firstLine="0"/>' in below
    assert re.findall(r">([^<]+)</w:t>", below)[0].startswith("กขค งจฉ")
    assert (
        said(paged(document, (Break(block=0, at=12, catchword="/กขค…"),))).replace("/กขค…", " ")
        == LONG.strip()
    )


def test_bold_words_stay_bold_on_both_sides_of_a_cut() -> None:
    bold = '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">งจฉ ชซฌ</w:t></w:r>'
    document = docx(paragraph(run("กขค ") + bold + run(" ญฎฏ"), style="Body"))
    above, _foot, below = re.findall(
        r"<w:p>.*?</w:p>", xml_of(paged(document, (Break(block=0, at=6, catchword="/ชซฌ ญฎฏ…"),)))
    )
    assert above.count("<w:b/>") == below.count("<w:b/>") == 1
    assert "งจฉ" in above
    assert "ชซฌ" in below
    assert "กขค" not in below


def test_a_cut_table_has_its_heads_twice_and_each_row_once() -> None:
    document = docx(table("หัว", "หนึ่ง", "สอง", "สาม"), text("จบ"))
    made = paged(document, (Break(block=0, at=2, catchword="/หัว…"),))
    assert said(made) == "หัวหนึ่ง/หัว…หัวสองสามจบ"
    assert xml_of(made).count("<w:tbl>") == 2


def test_a_plan_of_another_text_is_refused() -> None:
    with pytest.raises(ValueError, match="does not go on"):
        paged(docx(text("หนึ่ง"), text("สอง")), (Break(block=1, catchword="/สาม…"),))


def test_the_same_plan_gives_the_same_bytes_and_no_plan_the_document_itself() -> None:
    document, plan = docx(text("หนึ่ง"), text("สอง")), (Break(block=1, catchword="/สอง…"),)
    assert paged(document, plan) == paged(document, plan)
    assert paged(document, ()) is document


# --- letters that are alike, and short ones -------------------------------------------------------


def test_letters_that_differ_in_short_lines_are_set_alike() -> None:
    one, two = (Story.of(docx(text(f"เรียน {who}"), text(LONG))) for who in ("กองคลัง", "กองแผนงานและงบประมาณ"))
    assert one.likeness() == two.likeness()
    assert one.likeness() != Story.of(docx(text("เรียน"), text(f"{LONG}จบ"))).likeness()
    assert one.likeness() != Story.of(docx(text(""), text(LONG))).likeness()


def test_the_size_of_the_text_is_read_off_the_package() -> None:
    document = docx(text("หนึ่ง"))
    assert text_size(document) == len(xml_of(document).encode())
    assert text_size(b"no package") is None


def test_more_text_is_never_thought_to_take_less_room() -> None:
    short, long = docx(text("หนึ่ง")), docx(*[text(LONG)] * 14)
    assert room_mm(short) > 150
    assert room_mm(long) < 0
    size, longer = text_size(short), text_size(long)
    assert size is not None
    assert longer is not None
    assert grown_mm(longer - size) > room_mm(short)


@pytest.mark.parametrize(
    ("properties", "more_mm"),
    [
        ('<w:spacing w:before="567" w:after="567"/>', 20.0),
        ('<w:spacing w:line="1134" w:lineRule="exact"/>', 20.0 - LINE_MM),
        ('<w:spacing w:line="480" w:lineRule="auto"/>', LINE_MM),
    ],
)
def test_the_room_that_a_paragraph_takes_is_as_its_spacing_says(properties: str, more_mm: float) -> None:
    plain, spaced = (room_mm(docx(text("หนึ่ง", properties=said))) for said in ("", properties))
    assert plain - spaced == pytest.approx(more_mm, abs=0.05)
