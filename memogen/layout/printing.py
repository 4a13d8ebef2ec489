"""What LibreOffice must be told another way than Word, so that both put the same ink on the page.

The delivered DOCX says `thaiDistribute` and numbers its pages with `thaiNumbers`. LibreOffice 7.4 draws
the first as ragged left and the second as 1, 2, 3; no switch, field or number format of a DOCX brings it
to Thai digits (tried: every `w:fmt`, every `\\*` switch, IF fields). OpenDocument can say it: the number
format "Native Numbering" in Thai text. So a copy goes DOCX -> flat ODT -> PDF; baselines and line breaks of
that way equal those of DOCX -> PDF to 0.05 mm.
"""

from __future__ import annotations

import io
import re
import zipfile

# A mark that survives the way into ODT: no Thai office numbers its pages with Devanagari vowels.
MARK_IN_DOCX = b"hindiVowels"
THAI_IN_ODT = 'style:num-format="Native Numbering"'
THAI_STYLE = "MemogenThaiDigits"

_JUSTIFIED = re.compile(rb'(<w:jc\b[^>]*?w:val=)(["\'])thaiDistribute\2')
_THAI_PAGES = re.compile(rb'(<w:pgNumType\b[^>]*?w:fmt=)(["\'])thaiNumbers\2')
_MARK_IN_ODT = re.compile(r'style:num-format="क[^"]*"')
_ODT_FIELD = re.compile(r"<text:page-number\b[^>]*?(?:/>|>.*?</text:page-number>)", re.DOTALL)


def print_copy(docx: bytes) -> bytes:
    """The copy of a DOCX that LibreOffice is given: justified as `both`, its Thai page numbers marked.

    Only for `to_pdf`; what the officer gets is the DOCX itself. Raises zipfile.BadZipFile.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            is_story = part.filename.startswith("word/") and part.filename.endswith(".xml")
            new.writestr(part, _for_print(content) if is_story else content)
    return out.getvalue()


def has_thai_page_numbers(copy: bytes) -> bool:
    """Whether a print copy asks for Thai page numbers, and so must go by way of flat ODT."""
    with zipfile.ZipFile(io.BytesIO(copy)) as package:
        return "word/document.xml" in package.namelist() and MARK_IN_DOCX in package.read("word/document.xml")


def thai_page_numbers(fodt: bytes) -> bytes:
    """The flat ODT that LibreOffice made of a print copy, its marked page numbers now in Thai digits.

    Native digits follow the language of the field's own text, so the field gets a Thai span. The language
    of the other text stays as it was: it decides where lines break.
    """
    xml = _MARK_IN_ODT.sub(THAI_IN_ODT, fodt.decode("utf-8"))
    xml = _ODT_FIELD.sub(
        lambda field: f'<text:span text:style-name="{THAI_STYLE}">{field[0]}</text:span>', xml
    )
    style = (
        f'<style:style style:name="{THAI_STYLE}" style:family="text">'
        '<style:text-properties fo:language="th" fo:country="TH"/></style:style>'
    )
    return xml.replace("</office:automatic-styles>", f"{style}</office:automatic-styles>").encode("utf-8")


def _for_print(xml: bytes) -> bytes:
    return _THAI_PAGES.sub(rb"\1\2" + MARK_IN_DOCX + rb"\2", _JUSTIFIED.sub(rb"\1\2both\2", xml))
