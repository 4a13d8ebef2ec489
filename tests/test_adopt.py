"""A Word file of an office made a template: every value found, its looks kept, nothing of it left behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from adopted_files import SETTINGS, adopted, document, made, tags, template, text, typed
from handmade import CLEAN, MEMO, Design, Layout, Lines, letter, package, table

from memogen import Workspace, proof
from memogen.desk.templating import write
from memogen.errors import InputError, OutputError
from memogen.findings import Severity
from memogen.model import Kind
from memogen.ooxml import RELATIONSHIPS, paragraph, run
from memogen.opc import read_package, write_package
from memogen.paper import LineRule, Part, Passage, Region
from memogen.render import read_template
from memogen.render.fields import ESSENTIAL
from memogen.render.memo import check_template

KINDS = [kind for kind in Kind if kind is not Kind.FORM]
CENTRED = '<w:ind w:left="3600"/><w:jc w:val="center"/>'
TITLE = typed("บันทึกข้อความ", properties='<w:jc w:val="center"/>')
HEAD = TITLE + typed(
    "ส่วนราชการ  กองเดิม  โทร. ๑๑๑",
    "ที่  กข ๑๒๓๔/๕๖\tวันที่  ๑ มกราคม ๒๕๖๖",
    "เรื่อง  เรื่องเดิมของหน่วยงาน",
    "เรียน  ผู้อำนวยการกองเดิม",
)
BODY = typed("ด้วยกองเดิมได้จัดทำแผนของหน่วยงานเสร็จเรียบร้อยแล้ว จึงเรียนมาเพื่อโปรดพิจารณา")
SIGNED = typed("(นางสาวตัวอย่าง หนึ่งนาม)", "ผู้อำนวยการกองเดิม", properties=CENTRED)
MEMO_BODY = HEAD + BODY + typed("", "") + SIGNED


# --- every kind, laid out by every means --------------------------------------------------------------


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("kind", KINDS)
def test_the_template_of_a_letter_passes_the_check_of_templates(kind: Kind, layout: Layout) -> None:
    found = template(letter(kind, CLEAN[kind], layout))
    read = read_template(found, name=f"{kind}.docx")
    assert check_template(read) == []
    assert set(ESSENTIAL[kind]) <= read.fields


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_that_varies_is_left_in_the_template(kind: Kind, layout: Layout) -> None:
    content = template(letter(kind, CLEAN[kind], layout))
    said = text(content)
    fixed = (Part.HEADING,) if kind in (Kind.MEMO, Kind.CERTIFICATE) else ()
    for part, value in CLEAN[kind]:
        if part not in fixed:
            assert value.strip("()") not in said


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_is_made_with_the_template(kind: Kind, layout: Layout, tmp_path: Path) -> None:
    said = text(made(tmp_path, template(letter(kind, CLEAN[kind], layout)), kind))
    assert "หนังสือฉบับนี้มีเนื้อความทดสอบเพียงย่อหน้าเดียว" in said
    assert "{" not in said
    if kind not in (Kind.STAMPED, Kind.CERTIFICATE, Kind.MINUTES):
        assert "ขอทดสอบแม่แบบ" in said
    if kind is not Kind.STAMPED:
        assert "พลตำรวจตรี\n(ทดสอบ สี่นาม)" in said
    old = [value for part, value in CLEAN[kind] if part in (Part.BODY, Part.SIGNATURE, Part.SUBJECT)]
    old = [value for value in old if value != "ผู้จดรายงานการประชุม"]  # what anybody is who wrote minutes
    assert not [value for value in old if value in said]


@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_made_with_a_template_makes_it_again(kind: Kind, tmp_path: Path) -> None:
    first = made(tmp_path, template(letter(kind, CLEAN[kind])), kind)
    assert text(made(tmp_path, template(first), kind)) == text(first)


@pytest.mark.parametrize("layout", Layout)
def test_labels_keep_their_looks_and_values_theirs(layout: Layout, tmp_path: Path) -> None:
    paper = proof.read_paper(made(tmp_path, template(letter(Kind.MEMO, MEMO, layout))))
    agency = paper.first(Part.AGENCY)
    assert agency is not None
    labels = [
        piece.looks
        for passage in paper.passages
        for piece in passage.pieces
        if passage.seen[piece.start : piece.end].strip() == "ส่วนราชการ"
    ]
    assert [(looks.thai_size_pt, looks.bold) for looks in labels] == [(20, True)]
    value = next(piece.looks for piece in agency.passage.pieces if piece.end > agency.start)
    assert (value.thai_size_pt, value.bold) == (16, False)
    assert value.underline is (layout is not Layout.TABLE)


def test_the_same_file_makes_the_same_template() -> None:
    content = letter(Kind.MEMO, MEMO)
    assert adopted(content) == adopted(content)


# --- the text -----------------------------------------------------------------------------------------


def body_of(content: bytes) -> Passage:
    paper = proof.read_paper(content)
    return next(one for one in paper.passages if "เนื้อความทดสอบ" in one.text)


@pytest.mark.parametrize("layout", [Layout.TABS, Layout.TABLE])
def test_text_is_set_as_the_office_sets_its_own(layout: Layout, tmp_path: Path) -> None:
    design = Design(
        font="TH Sarabun New", size=15, first_line=20, before=3, after=4, line=264, alignment="both"
    )
    found = body_of(made(tmp_path, template(letter(Kind.MEMO, MEMO, layout, design))))
    setting, looks = found.setting, found.pieces[0].looks
    assert setting is not None
    assert setting.first_line_mm == pytest.approx(20, abs=0.2)
    assert (setting.before_pt, setting.after_pt, setting.line) == (3, 4, 1.1)
    assert (setting.line_rule, setting.alignment) == (LineRule.MULTIPLE, "both")
    assert (looks.thai_font, looks.thai_size_pt, looks.latin_size_pt) == ("TH Sarabun New", 15, 15)


def test_text_indented_by_spaces_gets_the_indent_of_the_standard(tmp_path: Path) -> None:
    found = body_of(made(tmp_path, template(letter(Kind.MEMO, MEMO, Layout.SPACES))))
    assert found.setting is not None
    assert found.setting.first_line_mm == pytest.approx(25, abs=0.2)


def test_tables_of_the_text_go_with_it() -> None:
    lines: Lines = [*MEMO[:8], (Part.BODY, "| ลำดับ | รายการ |\n| ๑ | กระดาษ |"), *MEMO[8:]]
    found = adopted(letter(Kind.MEMO, lines))
    assert "กระดาษ" not in text(found.content or b"")
    assert tags(found)["{{p เนื้อความ }}"].endswith("(๓ ย่อหน้า ๑ ตาราง)")


def test_a_section_that_ends_in_the_text_still_ends() -> None:
    section = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    body = HEAD + BODY + typed("ย่อหน้าสุดท้ายของเนื้อความที่จบตอน", properties=section) + SIGNED
    assert document(template(package(body))).count("<w:sectPr") == 2


def test_text_in_a_cell_is_told_as_narrow(tmp_path: Path) -> None:
    rows = [
        *(["ส่วนราชการ", "กองเดิม"], ["ที่", "กข ๑๒๓๔/๕๖"], ["วันที่", "๑ มกราคม ๒๕๖๖"], ["เรื่อง", "เรื่องเดิม"]),
        *(["เรียน", "อธิบดี"], ["", "ด้วยกองเดิมได้จัดทำแผนของหน่วยงานเสร็จเรียบร้อยแล้ว"]),
        *(["", "(นางสาวตัวอย่าง หนึ่งนาม)"], ["", "ผู้อำนวยการกองเดิม"]),
    ]
    found = adopted(package(TITLE + table(rows) + typed("")))
    assert "M27" in {one.code for one in found.findings}
    assert "เนื้อความทดสอบ" in text(made(tmp_path, found.content or b""))


# --- the head -----------------------------------------------------------------------------------------


def test_typed_dots_become_leaders_up_to_the_margin(tmp_path: Path) -> None:
    head = TITLE + typed(
        "ส่วนราชการ......กองเดิม  โทร. ๑๑๑.....................",
        "ที่......กข ๑๒๓๔/๕๖...................วันที่........๑ มกราคม ๒๕๖๖..................",
        "เรื่อง.......เรื่องเดิมของหน่วยงาน..............................................",
        "เรียน  ผู้อำนวยการกองเดิม",
    )
    content = template(package(head + BODY + SIGNED))
    assert "\t" not in document(content)  # Word wants an element of its own
    paper = proof.read_paper(made(tmp_path, content))
    number = paper.first(Part.NUMBER)
    assert number is not None
    assert number.passage.seen.split() == ["ที่", "นว", "๕๒๐๐/", "วันที่", "๑๕", "มกราคม", "๒๕๖๗"]
    assert number.passage.setting is not None
    assert number.passage.setting.tab_stops_mm == pytest.approx((80, 160), abs=0.1)
    assert number.passage.setting.has_leaders


def test_a_blank_form_takes_its_fields_behind_its_labels(tmp_path: Path) -> None:
    dots = "." * 60
    head = TITLE + typed(
        *(f"ส่วนราชการ{dots}", f"ที่{dots[:30]}วันที่{dots[:30]}", f"เรื่อง{dots}"),
        *(f"เรียน  {dots[:20]}", "", dots, dots, ""),
    )
    foot = typed(f"({dots[:30]})", f"ตำแหน่ง {dots[:20]}", properties=CENTRED)
    said = text(made(tmp_path, template(package(head + foot))))
    lines = [" ".join(line.split()) for line in said.splitlines()]
    assert lines[1:3] == ["ส่วนราชการ กองทดสอบ โทร. ๙๙๙", "ที่ นว ๕๒๐๐/ วันที่ ๑๕ มกราคม ๒๕๖๗"]
    assert "เรียน อธิบดีกรมทดสอบ" in lines
    assert "..." not in said


def test_a_field_of_word_becomes_plain_text() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run("๑ มกราคม ๒๕๖๖")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    head = TITLE + typed("ส่วนราชการ  กองเดิม") + paragraph(run("ที่  กข ๑๒๓๔/๕๖\tวันที่  ") + field)
    head += typed("เรื่อง  เรื่องเดิมของหน่วยงาน", "เรียน  ผู้อำนวยการกองเดิม")
    found = document(template(package(head + BODY + SIGNED)))
    assert "fldChar" not in found
    assert "{{ วันที่ }}" in found


def test_an_address_by_tabs_keeps_its_column_for_all_its_lines(tmp_path: Path) -> None:
    content = template(letter(Kind.EXTERNAL, CLEAN[Kind.EXTERNAL], Layout.TABS))
    paper = proof.read_paper(made(tmp_path, content, Kind.EXTERNAL))
    address = paper.first(Part.ADDRESS)
    assert address is not None
    assert address.passage.text == "๑ ถนนทดสอบ\nเชียงใหม่ ๕๐๐๐๐"
    assert address.passage.setting is not None
    assert address.passage.setting.left_mm == pytest.approx(100, abs=0.1)
    dated = paper.first(Part.DATE)
    assert dated is not None
    assert dated.passage.blanks_before == 0


def test_lines_that_a_letter_does_not_have_go(tmp_path: Path) -> None:
    content = template(letter(Kind.EXTERNAL, CLEAN[Kind.EXTERNAL]))
    said = text(made(tmp_path, content, Kind.EXTERNAL))
    assert "อ้างถึง" in said
    assert "สำเนาส่ง" not in said


def test_urgency_and_secrecy_are_printed_where_the_file_had_neither(tmp_path: Path) -> None:
    content = template(package(MEMO_BODY))
    assert "ด่วนที่สุด" not in text(made(tmp_path, content))
    paper = proof.read_paper(made(tmp_path, content, more="ชั้นความเร็ว: ด่วนที่สุด\nชั้นความลับ: ลับ\n"))
    urgent = next(one for one in paper.passages if one.seen == "ด่วนที่สุด")
    assert (urgent.pieces[0].looks.thai_size_pt, urgent.pieces[0].looks.colour) == (32, "FF0000")
    assert {one.region for one in paper.passages if one.seen == "ลับ"} == {Region.HEADER, Region.FOOTER}


def test_secrecy_joins_the_headers_that_a_file_has(tmp_path: Path) -> None:
    content = letter(Kind.MEMO, MEMO, design=Design(header=typed("หัวกระดาษของหน่วยงาน")))
    assert "หัวกระดาษของหน่วยงาน" in text(made(tmp_path, template(content)))
    assert "ลับมาก" in text(made(tmp_path, template(content), more="ชั้นความลับ: ลับมาก\n"))


def test_the_emblem_can_be_left_out(tmp_path: Path) -> None:
    content = template(letter(Kind.MEMO, MEMO))
    made(tmp_path, content)
    settings = tmp_path / "memogen.toml"
    settings.write_text(SETTINGS + "\n[writing]\nemblem = false\n", encoding="utf-8")
    bare = Workspace.at(tmp_path).make([tmp_path / "letters" / "ทดสอบ.md"])[0].files[0]
    assert proof.read_paper(bare).pictures == ()


# --- those who sign -----------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", [Layout.TABS, Layout.SPACES])
def test_a_signature_by_spaces_or_tabs_is_centred_instead(layout: Layout, tmp_path: Path) -> None:
    paper = proof.read_paper(made(tmp_path, template(letter(Kind.MEMO, MEMO, layout))))
    signed = [one.passage for one in paper.all(Part.SIGNATURE)]
    assert [one.seen for one in signed if one.seen.startswith("(")] == ["(ทดสอบ สี่นาม)"]
    settings = [one.setting for one in signed if one.setting]
    assert {one.alignment for one in settings} == {"center"}
    middles = {round((160 + one.left_mm - one.right_mm) / 2) for one in settings}
    assert middles <= set(range(84, 98))  # about where the old name had its own


def test_a_decision_is_for_whoever_decides(tmp_path: Path) -> None:
    decided = typed("อนุมัติ", "", "(นายสมมติ สองนาม)", "อธิบดีกรมเดิม")
    content = template(package(MEMO_BODY + decided))
    assert "ห้านาม" not in text(made(tmp_path, content))
    said = text(made(tmp_path, content, more="ผู้พิจารณา: อธิบดี = เห็นชอบ\n"))
    assert "เห็นชอบ\n(นางจำลอง ห้านาม)\nอธิบดีกรมทดสอบ" in said
    assert "สมมติ" not in said


def test_a_third_who_signs_is_told_as_fixed() -> None:
    more = typed("อนุมัติ", "(นายสมมติ สองนาม)", "อธิบดีกรมเดิม", "", "(นายสมมุติ สามนาม)", "ปลัดกระทรวงเดิม")
    found = adopted(package(MEMO_BODY + more))
    assert [one.text for one in found.findings if one.code == "M23"] == ["นายสมมุติ สามนาม"]
    assert "(นายสมมุติ สามนาม)" in text(found.content or b"")


def test_the_word_before_a_line_to_sign_on_stays(tmp_path: Path) -> None:
    foot = typed("(ลงชื่อ)..................", "(นางสาวตัวอย่าง หนึ่งนาม)", "ผู้อำนวยการกองเดิม")
    assert "(ลงชื่อ)..................\n" in text(made(tmp_path, template(package(HEAD + BODY + foot))))


def test_the_signature_is_kept_on_one_page(tmp_path: Path) -> None:
    paper = proof.read_paper(made(tmp_path, template(package(MEMO_BODY))))
    name = next(one for one in paper.passages if one.seen == "(ทดสอบ สี่นาม)")
    assert name.setting is not None
    assert name.setting.keep_with_next


# --- what is left behind ------------------------------------------------------------------------------


def test_leftovers_of_the_work_are_gone() -> None:
    tracked = (
        f'<w:ins w:id="1" w:author="ก">{run("เรื่องใหม่")}</w:ins><w:del w:id="2" w:author="ก"><w:r>'
        '<w:delText>เรื่องเก่า</w:delText></w:r></w:del><w:commentRangeStart w:id="7"/>'
        '<w:r w:rsidR="00AB12CD"><w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t>ของเรา</w:t></w:r>'
        '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ความในใจ</w:t></w:r>"
    )
    control = f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{run('กองเดิม')}</w:sdtContent></w:sdt>"
    lines = [
        *(run("ส่วนราชการ  ") + control, run("ที่  กข ๑๒๓๔/๕๖\tวันที่  ๑ มกราคม ๒๕๖๖"), run("เรื่อง  ") + tracked),
        run("เรียน  อธิบดี"),
    ]
    comment = (
        '<w:comment w:id="7" w:author="นายผู้ให้ความเห็น"><w:p><w:r><w:t>แก้ด้วย</w:t></w:r></w:p></w:comment>'
    )
    body = TITLE + "".join(map(paragraph, lines)) + BODY + SIGNED
    settings = '<w:trackRevisions/><w:documentProtection w:edit="forms"/>'
    content = package(body, parts={"comments": comment, "settings": settings})
    found = adopted(content)
    assert tags(found)["{{ เรื่อง }}"] == "เรื่องใหม่ของเรา"
    assert len(found.done) >= 6
    assert found.content is not None
    paper = proof.read_paper(found.content)
    assert (paper.traces, paper.properties.get("creator", "")) == ((), "")
    everything = b"".join(read_package(found.content, file="").values()).decode("utf-8", "replace")
    for leftover in ("ผู้ให้ความเห็น", "ความในใจ", "highlight", "rsid", "trackRevisions", "w:sdt", "edit="):
        assert leftover not in everything


def test_codes_of_the_old_letter_go_and_others_come(tmp_path: Path) -> None:
    content = template(package(MEMO_BODY))
    coded = made(tmp_path, content, more="คิวอาร์: แบบรายงาน = https://example.go.th/a\n")
    found = adopted(coded)
    assert "แบบรายงาน" not in text(found.content or b"")
    assert tags(found)["{{p คิวอาร์ }}"]
    assert "media/qr" not in document(found.content or b"", "word/_rels/document.xml.rels")
    again = made(tmp_path, found.content or b"", more="คิวอาร์: แผนที่ = https://example.go.th/b\n")
    assert "แผนที่" in text(again)
    assert len(proof.read_paper(again).pictures) == 1


def test_words_of_no_part_are_told_since_they_stay() -> None:
    found = adopted(package(MEMO_BODY + typed("แบบ กท. ๑ ของหน่วยงาน")))
    assert [one.text for one in found.findings if one.code == "M24"] == ["แบบ กท. ๑ ของหน่วยงาน"]
    assert "แบบ กท. ๑ ของหน่วยงาน" in text(found.content or b"")


def test_words_that_go_with_the_text_are_not_told_as_staying() -> None:
    catch_word = typed("/บัดนี้ กองเดิม…", "- ๒ -")
    found = adopted(package(HEAD + BODY + catch_word + BODY + SIGNED))
    assert "M24" not in {one.code for one in found.findings}
    assert "/บัดนี้" not in text(found.content or b"")


def test_a_link_to_another_template_of_word_is_cut() -> None:
    content = package(MEMO_BODY, parts={"settings": '<w:attachedTemplate r:id="rId1"/>'})
    link = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{RELATIONSHIPS}/attachedTemplate" '
        'Target="file:///C:/Normal.dotm" TargetMode="External"/></Relationships>'
    )
    parts = {**read_package(content, file=""), "word/_rels/settings.xml.rels": link.encode()}
    found = adopted(write_package(parts))
    assert found.content is not None
    assert "Normal.dotm" not in document(found.content, "word/_rels/settings.xml.rels")
    assert "ตัดการเชื่อมกับแม่แบบอื่นของ Word" in found.done


# --- what is told -------------------------------------------------------------------------------------


def test_departures_from_the_standard_are_told_and_stop_nothing() -> None:
    found = adopted(letter(Kind.MEMO, MEMO, Layout.SPACES, Design(left=15)))
    assert {"T04", "T08", "T17"} <= {one.code for one in found.departures}
    assert {one.severity for one in found.departures} == {Severity.INFO}
    assert found.content is not None


def test_faults_of_words_that_go_are_not_told() -> None:
    wrong = package(HEAD + BODY.replace("แผน", "สัมนา") + SIGNED)
    assert "C01" not in {one.code for one in adopted(wrong).departures}


def test_each_tag_is_told_with_what_stood_there() -> None:
    assert tags(adopted(package(MEMO_BODY))).items() >= {
        ("{{ ส่วนราชการ }}", "กองเดิม โทร. ๑๑๑"),
        ("{{ ที่ }}", "กข ๑๒๓๔/๕๖"),
        ("{{ วันที่ }}", "๑ มกราคม ๒๕๖๖"),
        ("{{ ผู้ลงนาม.ชื่อ }}", "นางสาวตัวอย่าง หนึ่งนาม"),
        ("{{ ผู้ลงนาม.ตำแหน่ง }}", "ผู้อำนวยการกองเดิม"),
    }


# --- what cannot be a template ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (HEAD + BODY, "ผู้ลงนาม"),
        (HEAD.replace("เรื่อง  เรื่องเดิมของหน่วยงาน", "อื่น ๆ") + BODY + SIGNED, "เรื่อง"),
        (HEAD.replace("เรียน  ผู้อำนวยการกองเดิม", "") + BODY + SIGNED, "เรียน"),
    ],
)
def test_a_field_without_a_place_leaves_nothing_to_write(body: str, field: str) -> None:
    found = adopted(package(body))
    assert found.content is None
    missing = [one for one in found.findings if one.code == "M21"]
    assert [one.text for one in missing] == [field]
    assert all(one.hint for one in missing)


def test_text_between_rows_of_the_head_has_no_place_of_its_own() -> None:
    rows = [
        ["ส่วนราชการ  กองเดิม", ""],
        ["ที่  กข ๑/๒", "วันที่  ๑ มกราคม ๒๕๖๖"],
        ["เรื่อง  เดิม", ""],
        ["เรียน  อธิบดี", ""],
    ]
    text_rows = [["ด้วยกองเดิมได้จัดทำแผนของหน่วยงานแล้ว", ""], ["จึงเรียนมาเพื่อโปรดทราบและพิจารณา", ""]]
    found = adopted(package(TITLE + table([*rows, *text_rows]) + SIGNED))
    assert found.content is None
    assert [(one.code, one.text) for one in found.findings if one.severity is Severity.ERROR] == [
        ("M21", "เนื้อความ")
    ]


def test_a_template_of_word_becomes_a_document() -> None:
    parts = dict(read_package(package(MEMO_BODY), file=""))
    types = parts["[Content_Types].xml"]
    parts["[Content_Types].xml"] = types.replace(b".document.main", b".template.main")
    assert ".template.main" not in document(template(write_package(parts)), "[Content_Types].xml")


def refused(content: bytes, kind: Kind | None = None) -> set[str]:
    with pytest.raises(InputError) as caught:
        adopted(content, kind)
    return {one.code for one in caught.value.findings}


def test_a_file_of_no_kind_is_refused() -> None:
    assert refused(package(typed("รายการของที่ต้องซื้อ", "กระดาษ"))) == {"M20"}


def test_a_template_is_no_letter() -> None:
    assert refused(template(package(MEMO_BODY))) == {"M25"}


def test_macros_are_refused() -> None:
    assert "K13" in refused(package(MEMO_BODY, parts={"vbaProject": ""}))


def test_a_file_is_never_written_over(tmp_path: Path) -> None:
    found = adopted(package(MEMO_BODY))
    place = tmp_path / "แม่แบบ" / "บันทึกข้อความ.docx"
    write(found, place)
    with pytest.raises(OutputError) as caught:
        write(found, place)
    assert [one.code for one in caught.value.findings] == ["M26"]
