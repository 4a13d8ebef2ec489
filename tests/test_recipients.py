"""The recipients' list is read as offices keep it, filtered as people speak, and judged before any letter."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from cases import each
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import Workbook

from memogen.errors import InputError, UsageError
from memogen.files.names import folded
from memogen.findings import Finding, Severity
from memogen.model import Office, Plain, Recipient
from memogen.recipients import chosen, filed_as, judged, read_recipients, split_source
from memogen.recipients.likeness import likeness
from memogen.sheets.writing import Heading, Line, Sheet, write_csv, write_sheets

ROOT = Path(__file__).parents[1]
OFFICE = Office(file="memogen.toml", name="กรมตัวอย่าง", unit="", code="กษ ๑๑๑๓")

Book = Callable[..., Path]


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """Writes rows as openpyxl does; merges are like A1:B2."""

    def write(rows: list[list[Any]], *merges: str) -> Path:
        workbook = Workbook()
        sheet = workbook.worksheets[0]
        for row in rows:
            sheet.append(row)
        for merge in merges:
            sheet.merge_cells(merge)
        workbook.save(tmp_path / "ผู้รับ.xlsx")
        return tmp_path / "ผู้รับ.xlsx"

    return write


def read(path: Path, sheet: str | None = None) -> tuple[Recipient, ...]:
    return read_recipients(path, OFFICE, file=path.name, sheet=sheet)


def recipient(name: str, row: int = 2, **values: Plain) -> Recipient:
    return Recipient(name=name, values={"ชื่อ": name, **values}, file="ผู้รับ.xlsx", row=row, cell=f"B{row}")


def judge(recipients: Sequence[Recipient]) -> list[Finding]:
    return judged(recipients, file_names=[f"{filed_as(one)}.docx" for one in recipients])


def codes(findings: Sequence[Finding]) -> list[tuple[str, str | None]]:
    return [(finding.code, finding.cell) for finding in findings]


class TestColumns:
    @pytest.mark.parametrize(
        ("header", "known"),
        [
            ("ชื่อ", "ชื่อ"),
            ("หน่วยงาน", "ชื่อ"),
            (" ชื่อ\nหน่วยงาน", "ชื่อ"),
            ("หน่วยงานผู้รับ", "ชื่อ"),
            ("หน่วยงาน / ส่วนราชการ", "ชื่อ"),
            ("ส่วนราชการ", "ชื่อ"),
            ("จังหวัด", "ชื่อ"),
            ("เรียน (ตำแหน่ง)", "เรียน"),
            ("เรียน(ตําแหน่ง)", "เรียน"),
            ("ผู้รับ", "เรียน"),
            ("ตำแหน่งผู้รับ", "เรียน"),
            ("ชื่อย่อ", "ย่อ"),
            ("อักษรย่อ", "ย่อ"),
            ("ที่อยู่ไปรษณีย์", "ที่อยู่"),
            ("E-Mail", "อีเมล"),
            ("email", "อีเมล"),
            ("ไปรษณีย์อิเล็กทรอนิกส์", "อีเมล"),
        ],
    )
    def test_a_header_of_offices_is_known_and_kept(self, book: Book, header: str, known: str) -> None:
        (one,) = read(book([["ชื่อ" if known != "ชื่อ" else "หมายเหตุ", header], ["ก", "ข"]]))
        own = " ".join(header.split()).replace("ํา", "ำ")
        kept = next(name for name in one.values if name.replace("ํา", "ำ") == own)
        assert (one.values[known], one.values[kept]) == ("ข", "ข")

    @pytest.mark.parametrize(
        ("headers", "name", "to"),
        [
            (["จังหวัด", "หน่วยงาน", "ตำแหน่ง", "เรียน"], "หน่วยงาน", "เรียน"),
            (["หน่วยงาน", "ชื่อ", "ผู้รับ", "ตำแหน่ง"], "ชื่อ", "ผู้รับ"),
            (["ลำดับ", "ที่", "หน่วยงาน"], "หน่วยงาน", ""),
        ],
    )
    def test_the_likeliest_header_wins(self, book: Book, headers: list[str], name: str, to: str) -> None:
        (one,) = read(book([headers, headers]))
        assert (one.name, one.to) == (name, to)

    def test_a_column_that_the_list_has_not_is_absent(self, book: Book) -> None:
        (one,) = read(book([["ลำดับ", "หน่วยงาน"], [1, "กองคลัง"]]))
        assert one.values == {"ลำดับ": Decimal(1), "หน่วยงาน": "กองคลัง", "ชื่อ": "กองคลัง"}
        assert (one.to, one.short, one.address) == ("", "", "")

    def test_a_header_with_spaces_is_a_name_with_underscores_too(self, book: Book) -> None:
        (one,) = read(book([["หน่วยงาน", "ค่า เป้าหมาย", "งบ รวม", "งบ_รวม"], ["ก", 80, 1, 2]]))
        assert one.values["ค่า_เป้าหมาย"] == one.values["ค่า เป้าหมาย"] == Decimal(80)
        assert (one.values["งบ รวม"], one.values["งบ_รวม"]) == (Decimal(1), Decimal(2))

    def test_a_list_without_names_tells_its_headers(self, book: Book) -> None:
        with pytest.raises(InputError) as error:
            read(book([["ลำดับ", "ผู้รับ"], [1, "ก"]]))
        (finding,) = error.value.findings
        assert (finding.code, finding.file) == ("N01", "ผู้รับ.xlsx")
        assert "ลำดับ, ผู้รับ" in finding.message
        assert "หน่วยงาน" in finding.hint


class TestRows:
    def test_title_group_cells_and_blank_rows_are_understood(self, book: Book) -> None:
        rows = [
            ["บัญชีผู้รับ"],
            ["ลำดับ", "ภาค", "หน่วยงาน", "เรียน"],
            [1, "เหนือ", "กอง ก", "ผู้อำนวยการกอง ก"],
            [2, None, "กอง\nข", "ผู้อำนวยการกอง ข"],
            [None, None, " ", None],
            [3, "ใต้", "กอง ค", None],
        ]
        first, second, third = read(book(rows, "A1:D1", "B3:B4"))
        assert (second.name, second.row, second.cell) == ("กอง ข", 4, "C4")
        assert [one.values["ภาค"] for one in (first, second, third)] == ["เหนือ", "เหนือ", "ใต้"]
        assert (first.to, third.to) == ("ผู้อำนวยการกอง ก", "")
        assert judge([first, second, third]) == []

    def test_values_are_text_numbers_and_dates_and_codes_keep_their_zeros(self, book: Book) -> None:
        rows = [["หน่วยงาน", "รหัส", "เงิน", "วัน"], ["ก", "0012", 1234.5, date(2566, 3, 27)]]
        (one,) = read(book(rows))
        assert [*one.values.values()] == ["ก", "0012", Decimal("1234.5"), date(2023, 3, 27), "ก"]

    def test_running_numbers_typed_beforehand_are_no_rows(self, book: Book) -> None:
        assert len(read(book([["ลำดับ", "หน่วยงาน"], [1, "ก"], [2, None], [3, None]]))) == 1

    @pytest.mark.parametrize("rows", [[["ลำดับ", "หน่วยงาน"]], [["ลำดับ", "หน่วยงาน"], [1, None]]])
    def test_a_list_of_nobody_is_told(self, book: Book, rows: list[list[Any]]) -> None:
        with pytest.raises(InputError) as error:
            read(book(rows))
        assert codes(error.value.findings) == [("N02", None)]

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
    @pytest.mark.parametrize("delimiter", [",", ";", "\t"])
    def test_the_encodings_of_thai_offices(self, tmp_path: Path, encoding: str, delimiter: str) -> None:
        lines = [["หน่วยงาน", "เรียน", "รหัส"], ["กองคลัง", "ผู้อำนวยการกองคลัง", "0012"]]
        path = tmp_path / "ผู้รับ.csv"
        path.write_bytes("\r\n".join(map(delimiter.join, lines)).encode(encoding))
        (one,) = read(path)
        assert (one.name, one.to, one.cell) == ("กองคลัง", "ผู้อำนวยการกองคลัง", "A2")
        assert one.values["รหัส"] == "0012"

    def test_the_units_of_the_settings_are_a_list(self) -> None:
        units: tuple[dict[str, Plain], ...] = ({"ชื่อ": "กอง ก", "เรียน": "ผอ.", "ย่อ": "กก."}, {"ชื่อ": "กอง ข"})
        first, second = read_recipients(None, Office(**_fields(units)), file="memogen.toml")
        assert (first.name, first.to, first.short, first.row) == ("กอง ก", "ผอ.", "กก.", 1)
        assert (second.name, second.to, second.row, second.cell) == ("กอง ข", "", 2, None)

    def test_settings_without_units_are_told(self) -> None:
        with pytest.raises(InputError) as error:
            read_recipients(None, OFFICE, file="memogen.toml")
        (finding,) = error.value.findings
        assert finding.code == "N02"
        assert "[[units]]" in finding.hint

    @each(
        ("text", "parts"),
        [
            ("ผู้รับ.xlsx", ("ผู้รับ.xlsx", None)),
            ("โฟลเดอร์ #1/ผู้รับ.XLSX#ส่วน กลาง", ("โฟลเดอร์ #1/ผู้รับ.XLSX", "ส่วน กลาง")),
            ("ผู้รับ #2.csv", ("ผู้รับ #2.csv", None)),
        ],
    )
    def test_a_sheet_may_stand_behind_the_name_of_the_book(
        self, text: str, parts: tuple[str, str | None]
    ) -> None:
        assert split_source(text) == parts


def _fields(units: tuple[dict[str, Plain], ...]) -> dict[str, Any]:
    return {"file": OFFICE.file, "name": OFFICE.name, "unit": "", "code": OFFICE.code, "units": units}


class TestJudged:
    @pytest.mark.parametrize(
        ("row", "merge", "code", "word"),
        [
            ([3, None, "ผู้อำนวยการ", 5], None, "N03", "แถว 3"),
            ([None, "รวม", None, 5], None, "N04", "รวม"),
            ([None, "รวมทั้งสิ้น ๑๕ หน่วยงาน", None, None], None, "N04", "รวมทั้งสิ้น ๑๕ หน่วยงาน"),
            (["รวม", None, None, 5], None, "N04", "รวม"),
            (["ยอดรวม", None, None, 5], "A3:C3", "N04", "ยอดรวม"),
            (["ภาคเหนือ", None, None, None], "A3:D3", "N05", "ภาคเหนือ"),
            ([3, "หมายเหตุ: ข้อมูล ณ วันนี้", None, None], "B3:D3", "N05", "หมายเหตุ"),
            ([3, "กอง  ก", None, None], None, "N06", "B2"),
            ([3, "กอง\u200bก", None, None], None, "N06", "B2"),
        ],
    )
    def test_a_row_that_is_no_recipient_is_told_with_its_cell(
        self, book: Book, row: list[Any], merge: str | None, code: str, word: str
    ) -> None:
        rows = [["ลำดับ", "หน่วยงาน", "เรียน", "เงิน"], [1, "กองก", "ผอ.", 5], row]
        (finding,) = judge(read(book(rows, *([merge] if merge else []))))
        assert (finding.code, finding.file) == (code, "ผู้รับ.xlsx")
        assert finding.cell in ("A3", "B3")
        assert word in finding.message
        assert finding.hint

    @each("name", ["รวมพลังสหกรณ์", "กองรวม", "ศูนย์รวมนม", "รวมใจ ๑"])
    def test_a_unit_may_have_total_in_its_name(self, name: str) -> None:
        assert judge([recipient(name)]) == []

    @each(
        ("first", "second"),
        [
            ("พื้นที่ ๑", "พื้นที่ 1"),
            ("สำนักงาน", "สํานักงาน"),
            ("กองคลัง", "กอง คลัง"),
            ("กองคลัง", "กอง\u00a0คลัง"),
            ("ICT Center", "ict center"),
        ],
    )
    def test_a_doubled_unit_is_refused_with_both_rows(self, first: str, second: str) -> None:
        (finding,) = judge([recipient(first, 2), recipient("อื่น", 3), recipient(second, 4)])
        assert (finding.code, finding.cell, finding.severity) == ("N06", "B4", Severity.ERROR)
        assert "แถว 4" in finding.message
        assert "แถว 2" in finding.message
        assert "B2" in finding.message

    def test_a_doubled_unit_of_the_settings_is_told_by_its_place(self) -> None:
        units: tuple[dict[str, Plain], ...] = ({"ชื่อ": "กอง ๑"}, {"ชื่อ": "กอง 1"})
        (finding,) = judge(read_recipients(None, Office(**_fields(units)), file="memogen.toml"))
        assert (finding.code, finding.file, finding.cell) == ("N06", "memogen.toml", None)
        assert "รายการที่ 2" in finding.where
        assert "รายการที่ 1" in finding.message

    def test_a_doubled_abbreviation_is_a_warning(self) -> None:
        (finding,) = judge([recipient("กอง ก", ย่อ="กก."), recipient("กอง ข", 3, ย่อ="กก. ")])
        assert (finding.code, finding.severity, finding.cell) == ("N07", Severity.WARNING, "B3")

    @each("name", ["กอง/สำนัก", "ด่วน: กอง", "a\\b", "ก?", "<ก>", "ก|ข", "ก*", 'ก"ข"', "ก\x07ข"])
    def test_a_name_that_no_file_can_have_is_refused(self, name: str) -> None:
        one = recipient(name)
        for files in ([f"{name}.docx"], ["made legal.docx"]):
            (finding,) = judged([one], file_names=files)
            assert (finding.code, finding.cell) == ("N10", "B2")
            assert "ชื่อไฟล์" in finding.hint

    @each("file", ["CON.docx", "ก.", "ก" * 66 + ".docx"])
    def test_a_file_name_that_windows_refuses_is_refused(self, file: str) -> None:
        assert codes(judged([recipient("ก")], file_names=[file])) == [("N10", "B2")]

    def test_the_column_of_file_names_takes_the_place_of_the_name(self) -> None:
        one = recipient("กอง/สำนัก", ชื่อไฟล์="กอง สำนัก.docx")
        assert filed_as(one) == "กอง สำนัก"
        assert judge([one]) == []

    def test_names_that_windows_takes_for_one_are_refused(self) -> None:
        units = [recipient("ก", ชื่อไฟล์="Unit"), recipient("ข", 3, ชื่อไฟล์="UNIT")]
        (finding,) = judge(units)
        assert (finding.code, finding.cell) == ("N11", "B3")
        assert "แถว 2 “ก” (ช่อง B2)" in finding.message

    def test_all_faults_are_told_at_once_in_the_order_of_the_list(self) -> None:
        rows = [
            recipient("ก/ข", 2),
            recipient("", 3),
            recipient("ค", 4),
            recipient("ค", 5),
            recipient("รวม", 6),
        ]
        told = codes(judge(rows))
        assert told == [("N10", "B2"), ("N03", "B3"), ("N06", "B5"), ("N04", "B6")]

    @given(st.lists(st.text("กก1๑aA ก่ำßs", min_size=1, max_size=3), max_size=12))
    @example(["ß", "ss", "SS"])
    @example(["a", "A ", "a"])
    def test_every_pair_of_colliding_names_is_found(self, names: list[str]) -> None:
        rows = [recipient(name, row) for row, name in enumerate(names, start=2) if name.strip()]
        files = [f"{one.name}.docx" for one in rows]
        told = {finding.cell for finding in judged(rows, file_names=files) if finding.code in ("N06", "N11")}
        met: set[str] = set()
        for one, file in zip(rows, files, strict=True):
            keys = {f"name {likeness(one.name)}", f"file {folded(file)}"}
            assert (one.cell in told) == bool(keys & met)
            met |= keys


class TestChosen:
    LIST = (
        recipient("กองคลัง", 2, ย่อ="กค.", ภาค="กลาง", เงิน=Decimal("1200.50"), วัน=date(2023, 3, 27)),
        recipient("สำนักงาน พื้นที่ ๑", 3, ย่อ="สสพ. ๑", ภาค="กลาง", เงิน=Decimal(5), วัน=None),
        recipient("เชียงใหม่", 4, ย่อ="", ภาค="เหนือ", เงิน=None, วัน=date(2023, 4, 1)),
        recipient("ก=ข", 5, ย่อ="", ภาค=None, เงิน=Decimal(5), ส่ง=True),
    )

    @each(
        ("words", "rows"),
        [
            (["กองคลัง"], [2]),
            (["กค."], [2]),
            (["สสพ.1"], [3]),
            (["สํานักงานพื้นที่1"], [3]),
            (["เชียงใหม่", "กองคลัง"], [2, 4]),
            (["ภาค=กลาง"], [2, 3]),
            (["ภาค = กลาง"], [2, 3]),
            (["ภาค="], [5]),
            (["เงิน=5", "กค."], [2, 3, 5]),
            (["เงิน=๑,๒๐๐.๕"], [2]),
            (["วัน=27 มี.ค. 66"], [2]),
            (["วัน=2023-04-01"], [4]),
            (["ส่ง=ใช่"], [5]),
            (["ชื่อ=เชียงใหม่"], [4]),
            (["ก=ข"], [5]),
            ([], [2, 3, 4, 5]),
        ],
    )
    def test_words_mean_names_abbreviations_and_values(self, words: list[str], rows: list[int]) -> None:
        assert [one.row for one in chosen(self.LIST, only=words)] == rows
        left = [one.row for one in self.LIST if one.row not in rows]
        if words:
            assert [one.row for one in chosen(self.LIST, but=words)] == left

    def test_both_filters_work_together(self) -> None:
        assert [one.row for one in chosen(self.LIST, only=["ภาค=กลาง"], but=["กค."])] == [3]

    @each(
        ("word", "hint"),
        [
            ("กองคลงั", "กองคลัง"),
            ("ภาก=กลาง", "ภาค"),
            ("ภาค=กลา", "กลาง"),
            ("ไม่มีที่ไหน", "คอลัมน์=ค่า"),
            ("xyz=1", "ภาค"),
            ("ภาค=xyz", "กลาง, เหนือ"),
            ("เงิน=ห้า", "1200.50"),
            ("วัน=เมื่อวาน", "2023-03-27"),
        ],
    )
    def test_a_word_that_means_nobody_is_told_with_the_nearest(self, word: str, hint: str) -> None:
        for filters in ({"only": [word]}, {"but": [word]}):
            with pytest.raises(UsageError) as error:
                chosen(self.LIST, **filters)
            (finding,) = error.value.findings
            assert (finding.code, finding.text) == ("N08", word)
            assert hint in finding.hint

    def test_all_unknown_words_are_told_at_once(self) -> None:
        with pytest.raises(UsageError) as error:
            chosen(self.LIST, only=["ไม่มี", "กองคลัง"], but=["ภาค=x"])
        assert [finding.text for finding in error.value.findings] == ["ไม่มี", "ภาค=x"]

    def test_a_filter_that_leaves_nobody_is_told(self) -> None:
        with pytest.raises(UsageError) as error:
            chosen(self.LIST, only=["กองคลัง"], but=["กค."])
        assert [finding.code for finding in error.value.findings] == ["N09"]


WORDS = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="'"), min_size=1, max_size=12)


@given(st.lists(st.tuples(WORDS, WORDS, st.text("=+-@'\" ,;\tกa", max_size=6)), min_size=1, max_size=8))
def test_any_list_comes_back_the_same(tmp_path_factory: pytest.TempPathFactory, rows: list[Any]) -> None:
    head = ("หน่วยงาน", "เรียน", "หมายเหตุ")
    rows = [(f"กอง{name}", f"เรียน{to}", note) for name, to, note in rows]
    folder = tmp_path_factory.mktemp("lists")
    lines = [Line(row) for row in rows]
    sheet = Sheet(name="ผู้รับ", titles=["ผู้รับ"], headings=[Heading(text, 20) for text in head], lines=lines)
    (folder / "a.xlsx").write_bytes(
        write_sheets([sheet], title="", created=datetime(2023, 3, 27, tzinfo=UTC))
    )
    (folder / "a.csv").write_bytes(write_csv(head, rows))
    expected = [(name, to, note.strip() or None) for name, to, note in rows]
    for file in ("a.xlsx", "a.csv"):
        back = [tuple(one.values[name] for name in head) for one in read(folder / file)]
        assert back == expected


class TestFixtures:
    def test_every_province_has_its_governor(self) -> None:
        path = ROOT / "fixtures" / "ผู้ว่าราชการจังหวัด.xlsx"
        provinces = read(path)
        assert len({one.name for one in provinces}) == 76
        assert [one.to for one in provinces] == [f"ผู้ว่าราชการจังหวัด{one.name}" for one in provinces]
        regions = Counter(str(one.values["ภาค"]) for one in provinces)
        assert sorted(regions.values()) == [5, 7, 9, 14, 20, 21]
        assert judge(provinces) == []

    def test_the_units_of_the_circulars_are_those_of_the_settings_and_two_more(self) -> None:
        settings = tomllib.loads((ROOT / "memogen.toml").read_text(encoding="utf-8"))
        units = [(unit["name"], unit["to"], unit["short"]) for unit in settings["units"]]
        listed = read(ROOT / "fixtures" / "หน่วยงานผู้รับหนังสือเวียน.xlsx")
        assert [(one.name, one.to, one.short) for one in listed[:15]] == units
        assert [one.short for one in listed[15:]] == ["สสพ. ๑", "สสพ. ๒"]
        assert len(chosen(listed, only=["เวียน ๒๕๖๖=ส่ง"])) == 15
        assert [one.short for one in chosen(listed, but=["เวียน 2560=ส่ง"])] == ["กพร.", "ศวส."]
        assert judge(listed) == []
