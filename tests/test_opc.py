"""A package is judged before it is opened, and written to the same bytes every time."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

import pytest
from cases import each
from hypothesis import given
from hypothesis import strategies as st

from memogen import opc
from memogen.errors import InputError
from memogen.findings import Severity

TYPES = "[Content_Types].xml"
DOCUMENT = "word/document.xml"
RELATIONS = "word/_rels/document.xml.rels"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def document(body: str = "<w:p/>") -> bytes:
    return f"<w:document {W}><w:body>{body}</w:body></w:document>".encode()


def relations(*entries: str) -> bytes:
    inside = "".join(f"<Relationship {entry}/>" for entry in entries)
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{inside}</Relationships>"
    ).encode()


PLAIN: dict[str, bytes] = {
    TYPES: b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": relations(f'Id="r1" Type="{KIND}officeDocument" Target="word/document.xml"'),
    DOCUMENT: document(),
}


def zipped(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """As any program zips them, in the order given."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return data.getvalue()


def refused(data: bytes) -> list[str]:
    with pytest.raises(InputError) as error:
        opc.read_package(data, file="แบบ.docx")
    assert all(finding.file == "แบบ.docx" and finding.hint for finding in error.value.findings)
    return [finding.code for finding in error.value.findings]


class TestReading:
    def test_a_plain_package_is_read_part_by_part(self) -> None:
        assert opc.read_package(zipped(PLAIN), file="") == PLAIN

    def test_folder_entries_are_passed_over(self) -> None:
        assert opc.read_package(zipped({**PLAIN, "word/": b""}), file="") == PLAIN

    @pytest.mark.parametrize(
        ("data", "code", "word"),
        [
            (b"", "K01", "ว่างเปล่า"),
            (b"%PDF-1.7", "K01", ".docx"),
            (OLE + "WordDocument\0".encode("utf-16-le"), "K03", ".doc)"),
            (OLE + "Workbook\0".encode("utf-16-le"), "K03", ".xls)"),
            (OLE + "EncryptedPackage\0".encode("utf-16-le"), "K04", "รหัสผ่าน"),
            (zipped(PLAIN)[:-30], "K02", "ไม่ครบ"),
            (zipped({DOCUMENT: document()}), "K09", "zip"),
        ],
        ids=["empty", "pdf", "doc", "xls", "locked", "truncated", "zip"],
    )
    def test_what_is_no_package_is_called_by_its_name(self, data: bytes, code: str, word: str) -> None:
        with pytest.raises(InputError) as error:
            opc.read_package(data, file="แบบ.docx")
        assert [finding.code for finding in error.value.findings] == [code]
        assert word in error.value.findings[0].message

    def test_an_encrypted_entry_is_refused(self) -> None:
        data = zipped(PLAIN)
        at = data.index(b"PK\1\2") + 8
        assert refused(data[:at] + b"\1\0" + data[at + 2 :]) == ["K04"]

    @pytest.mark.parametrize(
        "extra",
        [
            {"word/media/zeros.png": b"\0" * (2 * 1024 * 1024)},
            {f"word/media/{number}.xml": b"" for number in range(2_001)},
        ],
        ids=["ratio", "parts"],
    )
    def test_a_bomb_is_refused(self, extra: dict[str, bytes]) -> None:
        assert refused(zipped({**PLAIN, **extra})) == ["K05"]

    @each("size", [21 * 1024**2, 1024**3])
    def test_a_part_that_says_it_is_huge_is_not_inflated(self, size: int) -> None:
        data = zipped(PLAIN)
        at = data.rindex(b"PK\1\2") + 24
        assert "K05" in refused(data[:at] + size.to_bytes(4, "little") + data[at + 4 :])

    def test_a_total_beyond_the_bound_is_refused(self) -> None:
        noise = {f"word/media/{number}.png": b"x" * (17 * 1024**2) for number in range(4)}
        assert "K05" in refused(zipped({**PLAIN, **noise}, zipfile.ZIP_STORED))

    def test_a_part_longer_than_it_says_is_damage(self) -> None:
        data = zipped({**PLAIN, "word/media/a.png": b"\0" * 900_000})
        at = data.rindex(b"PK\1\2") + 24
        assert refused(data[:at] + (1000).to_bytes(4, "little") + data[at + 4 :]) == ["K02"]

    @given(st.data())
    def test_what_is_read_is_what_the_standard_library_reads(self, data: st.DataObject) -> None:
        """Whatever byte is damaged: the same parts, or nothing."""
        package = bytearray(zipped({**PLAIN, "word/media/a.png": b"abc" * 900}))
        package[data.draw(st.integers(0, len(package) - 1))] = data.draw(st.integers(0, 255))
        try:
            parts = opc.read_package(bytes(package), file="")
        except InputError:
            return
        with zipfile.ZipFile(io.BytesIO(package)) as theirs:
            assert parts == {name: theirs.read(name) for name in theirs.namelist() if name[-1:] != "/"}

    def test_a_method_other_than_deflate_is_damage(self) -> None:
        assert refused(zipped(PLAIN, zipfile.ZIP_LZMA)) == ["K02"]

    @each(
        "name",
        ["../../SLIP.xml", "/etc/x.xml", "word\\x.xml", "C:/x.xml", "word//x.xml", "WORD/Document.xml"],
    )
    def test_a_name_no_honest_program_writes_is_refused(self, name: str) -> None:
        assert refused(zipped({**PLAIN, name: b"<x/>"})) == ["K06"]

    @pytest.mark.filterwarnings("ignore:Duplicate name")
    def test_a_part_twice_is_refused(self) -> None:
        data = io.BytesIO(zipped(PLAIN))
        with zipfile.ZipFile(data, "a") as package:
            package.writestr(DOCUMENT, document("<w:altChunk/>"))
        assert refused(data.getvalue()) == ["K06"]

    @pytest.mark.parametrize(
        "content",
        [
            b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x>&e;</x>',
            b"\xef\xbb\xbf  <!DOCTYPE x><x/>",
            '<?xml version="1.0"?><!DOCTYPE x><x/>'.encode("utf-16"),
            "<!DOCTYPE x><x/>".encode("utf-16-be"),
            b'<?xml version="1.0" encoding="UTF-7"?><x/>',
            "<!DOCTYPE x><x/>".encode("utf-32"),
            '<?xml version="1.0"?><!DOCTYPE x><x/>'.encode("cp500"),
        ],
        ids=["entity", "mark", "utf-16", "utf-16-be", "utf-7", "utf-32", "ebcdic"],
    )
    @pytest.mark.parametrize("name", ["word/header1.xml", "docProps/core.xml"])
    def test_entities_are_refused_in_any_encoding(self, name: str, content: bytes) -> None:
        assert refused(zipped({**PLAIN, name: content})) == ["K07"]

    def test_entities_are_found_under_any_name(self) -> None:
        assert refused(zipped({**PLAIN, "word/media/a.png": b"<!DOCTYPE x><x/>"})) == ["K07"]

    def test_all_that_is_wrong_is_told_at_once(self) -> None:
        bad = {"../x.xml": b"", "word/a.png": b"\0" * 2_000_000}
        assert sorted(refused(zipped(bad))) == ["K05", "K06", "K09"]


class TestWriting:
    PARTS: Mapping[str, bytes] = {
        "word/document.xml": document("<w:p/>" * 200),
        "word/media/ตรา.png": b"\x89PNG" + bytes(range(256)),
        "_rels/.rels": PLAIN["_rels/.rels"],
        "docProps/core.xml": b"<x/>",
        TYPES: PLAIN[TYPES],
    }

    def test_what_is_written_is_read_again(self) -> None:
        assert opc.read_package(opc.write_package(self.PARTS), file="") == self.PARTS

    def test_the_list_of_contents_is_first_and_the_rest_sorted(self) -> None:
        names = list(opc.read_package(opc.write_package(self.PARTS), file=""))
        assert names == [TYPES, "_rels/.rels", "docProps/core.xml", "word/document.xml", "word/media/ตรา.png"]

    def test_order_and_packing_beforehand_change_no_byte(self) -> None:
        backwards = dict(reversed(list(self.PARTS.items())))
        beforehand = {name: opc.packed(name, content) for name, content in self.PARTS.items()}
        assert opc.write_package(self.PARTS) == opc.write_package(backwards) == opc.write_package(beforehand)

    def test_the_bytes_are_those_of_the_standard_library(self) -> None:
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w") as package:
            for name, content in opc.read_package(opc.write_package(self.PARTS), file="").items():
                entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                entry.create_system, entry.external_attr = 3, 0o600 << 16
                entry.compress_type = zipfile.ZIP_STORED if name.endswith("png") else zipfile.ZIP_DEFLATED
                package.writestr(entry, content, compresslevel=6)
        assert opc.write_package(self.PARTS) == data.getvalue()

    def test_parts_stand_behind_those_that_are_laid(self) -> None:
        own = {"word/document.xml": document("<w:p>ก</w:p>")}
        shared = {name: part for name, part in self.PARTS.items() if name not in own}
        begun = opc.laid(shared)
        made = opc.written(own, after=begun).whole
        assert made.startswith(begun.body)
        assert list(opc.read_package(made, file="").items())[-1:] == list(own.items())
        assert opc.read_package(made, file="") == {**shared, **own}
        assert opc.written(own, after=begun).shared is begun.body
        assert opc.written({}, after=opc.laid(own, after=begun)).whole == made

    @pytest.mark.parametrize("has_isal", [True, False])
    @pytest.mark.parametrize(
        "content", [b"", b"<x/>", bytes(range(256)) * 9, document("<w:p/>" * 900)], ids=len
    )
    def test_what_is_packed_quickly_is_the_same_part(
        self, content: bytes, has_isal: bool, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from memogen.opc import writing

        if not has_isal:
            monkeypatch.setattr(writing, "quick_zlib", zlib)
            monkeypatch.setattr(writing, "QUICK_LEVEL", 1)
        part = opc.packed("a.xml", content, quick=True)
        made = opc.write_package({**PLAIN, "a.xml": part})
        assert opc.read_package(made, file="")["a.xml"] == content
        assert len(part.body) < max(len(content) / 5, 2100)

    def test_without_isal_zlib_takes_its_place(self) -> None:
        program = (
            "import sys; sys.modules['isal'] = None;"
            "from memogen.opc import packed, read_package, write_package, writing;"
            "parts = {'[Content_Types].xml': b'<x/>' * 5000};"
            "made = {name: packed(name, part, quick=True) for name, part in parts.items()};"
            "print(writing.quick_zlib.__name__, len(made['[Content_Types].xml'].body) < 200,"
            " read_package(write_package(made), file='') == parts)"
        )
        call = [sys.executable, "-c", program]
        root = Path(__file__).parents[1]
        done = subprocess.run(call, cwd=root, capture_output=True, text=True, check=True)
        assert done.stdout.split() == ["zlib", "True", "True"]

    def test_another_process_zone_and_seed_give_the_same_bytes(self) -> None:
        program = (
            "import sys, zlib; from memogen import opc;"
            "parts = {name: b'<x/>' * 50 for name in {'word/b.xml', 'word/a.xml', '[Content_Types].xml'}};"
            "print(zlib.crc32(opc.write_package(parts)))"
        )
        parts = dict.fromkeys(("word/a.xml", "word/b.xml", TYPES), b"<x/>" * 50)
        environment = {**os.environ, "PYTHONHASHSEED": "77", "TZ": "Asia/Bangkok"}
        root = Path(__file__).parents[1]
        call = [sys.executable, "-c", program]
        done = subprocess.run(call, env=environment, cwd=root, capture_output=True, text=True, check=True)
        assert int(done.stdout) == zlib.crc32(opc.write_package(parts))


class TestXml:
    def test_a_part_gives_its_root(self) -> None:
        assert opc.xml(b"<a><b/></a>", file="f", part="p")[0].tag == "b"

    def test_a_fault_names_part_and_line(self) -> None:
        with pytest.raises(InputError) as error:
            opc.xml(b"<a>\n<b>\n</a>", file="แบบ.docx", part=DOCUMENT)
        (finding,) = error.value.findings
        assert (finding.code, finding.place) == ("K08", "word/document.xml บรรทัด 3")

    def test_entities_are_refused(self) -> None:
        with pytest.raises(InputError) as error:
            opc.xml(b'<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>', file="f", part="p")
        assert error.value.findings[0].code == "K07"


def in_parts(extra: Mapping[str, bytes]) -> list[str]:
    findings = opc.active_content({**PLAIN, **extra}, file="แบบ.docx")
    assert all(finding.severity is Severity.ERROR for finding in findings)
    return [finding.code for finding in findings]


def field(*codes: str) -> str:
    inside = "".join(f"<w:r><w:instrText>{code}</w:instrText></w:r>" for code in codes)
    return (
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{inside}'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


class TestActiveContent:
    def test_a_plain_document_has_none(self) -> None:
        quiet = {
            RELATIONS: relations(
                f'Id="a" Type="{KIND}hyperlink" Target="https://www.example.go.th/" TargetMode="External"',
                f'Id="b" Type="{KIND}hyperlink" Target="mailto:a@example.go.th" TargetMode="External"',
                f'Id="c" Type="{KIND}image" Target="media/a.png"',
                f'Id="d" Type="{KIND}image" Target="/word/media/a.png"',
                f'Id="e" Type="{KIND}customXml" Target="../docProps/core.xml"',
            ),
            "word/media/a.png": b"\x89PNG",
            "docProps/core.xml": b"<x/>",
            DOCUMENT: document(
                field("PAGE")
                + field(' HYPERLINK "https://example.go.th/ask/link" \\o "ASK"')
                + field(' HYPERLINK \\l "_Toc1"')
                + field(' TOC \\o "1-3" \\h')
                + '<w:p><w:fldSimple w:instr=" NUMPAGES "/></w:p>'
            ),
        }
        assert in_parts(quiet) == []

    @each("kind", ["image", "attachedTemplate", "oleObject", "aFChunk", "subDocument", "frame"])
    @each("target", ["http://127.0.0.1/i.png", "file:///C:/x.dotm", "\\\\server\\share\\x.dotm"])
    def test_anything_fetched_from_outside(self, kind: str, target: str) -> None:
        entry = f'Id="a" Type="{KIND}{kind}" Target="{target}" TargetMode="External"'
        assert in_parts({RELATIONS: relations(entry)}) == ["K11"]

    @each("target", ["file:///C:/x.exe", "javascript:alert(1)", "ms-msdt:/id", "\\\\srv\\x"])
    def test_a_link_to_no_web_or_mail_address(self, target: str) -> None:
        entry = f'Id="a" Type="{KIND}hyperlink" Target="{target}" TargetMode="External"'
        assert in_parts({RELATIONS: relations(entry)}) == ["K12"]
        assert in_parts({DOCUMENT: document(field(f' HYPERLINK \\o "tip" "{target}"'))}) == ["K12"]

    @each(
        "name",
        [
            "word/vbaProject.bin",
            "word/activeX/activeX1.xml",
            "word/embeddings/a.xlsx",
            "customUI/customUI.xml",
        ],
    )
    def test_macros_controls_and_embedded_files(self, name: str) -> None:
        assert in_parts({name: b"<x/>"}) == ["K13"]

    def test_a_macro_content_type(self) -> None:
        types = '<Types><Override PartName="/word/document.xml" ContentType="{}"/></Types>'.format(
            "application/vnd.ms-word.document.macroEnabled.main+xml"
        )
        assert in_parts({TYPES: types.encode()}) == ["K13"]

    def test_an_embedding_inside_the_package(self) -> None:
        entry = f'Id="a" Type="{KIND}aFChunk" Target="a.xml"'
        assert in_parts({RELATIONS: relations(entry), "word/a.xml": b"<x/>"}) == ["K13"]

    @each(
        "codes",
        [
            (' DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" ',),
            (" DD", "EAU", "TO x y"),
            (" includetext file.txt ",),
            (' INCLUDEPICTURE "http://127.0.0.1/i.png" \\d',),
            ("LINK Excel.Sheet.8 x",),
            ("MACROBUTTON Run here",),
            ("FILLIN ชื่อ",),
        ],
    )
    def test_a_field_that_runs_or_fetches(self, codes: tuple[str, ...]) -> None:
        assert in_parts({DOCUMENT: document(field(*codes))}) == ["K14"]

    def test_a_field_in_a_single_element(self) -> None:
        assert in_parts({"word/header1.xml": document('<w:fldSimple w:instr="DDE a b"/>')}) == ["K14"]

    def test_a_field_inside_another(self) -> None:
        begin, end = (f'<w:r><w:fldChar w:fldCharType="{word}"/></w:r>' for word in ("begin", "end"))
        inner = f"{begin}<w:r><w:instrText>DDEAUTO x</w:instrText></w:r>{end}"
        outer = f"<w:p>{begin}<w:r><w:instrText>IF </w:instrText></w:r>{inner}{end}</w:p>"
        assert in_parts({DOCUMENT: document(outer)}) == ["K14"]

    def test_a_field_never_begun_or_never_ended(self) -> None:
        stray = "<w:p><w:r><w:instrText>DDEAUTO x</w:instrText></w:r></w:p>"
        begun = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>' + stray
        assert in_parts({DOCUMENT: document(stray)}) == in_parts({DOCUMENT: document(begun)}) == ["K14"]

    def test_quote_is_a_warning(self) -> None:
        parts = {**PLAIN, DOCUMENT: document(field("QUOTE 68 68 69"))}
        assert [finding.severity for finding in opc.active_content(parts)] == [Severity.WARNING]

    @each("element", ["altChunk", "subDoc", "object", "control", "mailMerge"])
    def test_markup_that_embeds(self, element: str) -> None:
        assert in_parts({DOCUMENT: document(f"<w:{element}/>")}) == ["K15"]

    def test_a_picture_of_old_drawings_from_outside(self) -> None:
        picture = '<v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="file:///C:/i.png"/>'
        assert in_parts({DOCUMENT: document(picture)}) == ["K11"]

    @each("target", ["../../../../etc/hostname", "missing.xml", "file:///etc/hostname"])
    def test_a_reference_to_no_part(self, target: str) -> None:
        entry = f'Id="a" Type="{KIND}styles" Target="{target}"'
        assert in_parts({RELATIONS: relations(entry)}) == ["K16"]

    def test_a_part_of_an_odd_kind(self) -> None:
        assert in_parts({"word/run.exe": b"MZ"}) == ["K16"]

    def test_xml_that_cannot_be_looked_into(self) -> None:
        assert in_parts({DOCUMENT: b"<w:p>"}) == ["K08"]
        assert in_parts({DOCUMENT: b"<!DOCTYPE x><x/>"}) == ["K07"]

    def test_the_finding_says_part_and_text(self) -> None:
        (finding,) = opc.active_content({**PLAIN, DOCUMENT: document(field("DDE a b"))}, file="แบบ.docx")
        assert (finding.file, finding.place, finding.text) == ("แบบ.docx", DOCUMENT, "DDE a b")
        assert "DDE a b" in finding.message
