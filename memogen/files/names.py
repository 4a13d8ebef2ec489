"""File names that Windows and Linux both accept."""

from __future__ import annotations

import re
import unicodedata
from gettext import gettext as _

MAX_BYTES = 200  # ext4 takes 255; the rest is for temps and copies
MAX_UNITS = 120  # UTF-16, as NTFS counts; leaves room for the folders in the 260 of old Windows

_FORBIDDEN = frozenset('<>:"/\\|?*')
_FORBIDDEN_KINDS = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})  # Cf: bidi and zero width
_HARMLESS = re.compile("[0-9A-Za-z\u0e01-\u0e3a\u0e3f-\u0e5b ()._-]*")  # most names have no others
_IN_NUMBER = re.compile(r"(?<=\d)/(?=\s*ว?\s*\d)")
_RESERVED = re.compile(r"(?i)(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³])[ ]*(\..*)?")
_LEADING_VOWELS = "เแโใไ"
_FOLLOWERS = frozenset("ะาำๅๆฯ")  # not marks to Unicode, but nothing without what they follow
_NEAR = 16  # characters given up to end at a space


def legal_name(text: str, *, suffix: str = ".docx") -> str:
    """A file name made of `text`, legal on Windows and Linux, of at most 200 bytes.

    The slash of a document number becomes a hyphen. A long text is cut between Thai clusters, at a
    space if one is near; of an empty one `เอกสาร` is left.

    >>> legal_name("กษ ๑๑๑๓/ว๗๑ ด่วนที่สุด: เรื่อง")
    'กษ ๑๑๑๓-ว๗๑ ด่วนที่สุด เรื่อง.docx'
    >>> legal_name("con")
    '_con.docx'
    """
    stem = unicodedata.normalize("NFC", _IN_NUMBER.sub("-", text) if "/" in text else text)
    if not _HARMLESS.fullmatch(stem):
        stem = "".join(" " if _is_forbidden(character) else character for character in stem)
    stem = " ".join(stem.split()).strip(". ") or _("เอกสาร")
    if stem[:1].isascii() and _RESERVED.fullmatch(stem):
        stem = "_" + stem
    return (_cut(stem, suffix) or _("เอกสาร")) + suffix


def same_name(first: str, second: str) -> bool:
    """Whether Windows would take the two names for one file.

    >>> same_name("Memo ๑.docx", "memo ๑.DOCX")
    True
    """
    return folded(first) == folded(second)


def folded(name: str) -> str:
    """`name` with everything away that Windows overlooks: case, trailing dots and blanks."""
    composed = unicodedata.normalize("NFC", name).rstrip(". ")
    if len(upper := composed.upper()) == len(composed):
        return upper
    # Windows folds letter by letter: its ß is never SS.
    return "".join(c.upper() if len(c.upper()) == 1 else c for c in composed)


def forbidden_in(text: str) -> str:
    """The characters of a text that no file name can hold, each once.

    >>> forbidden_in("กอง/สำนัก: ก/ข")
    '/:'
    """
    return "" if _HARMLESS.fullmatch(text) else "".join(dict.fromkeys(filter(_is_forbidden, text)))


def why_illegal(name: str) -> str:
    """What Windows or Linux would refuse in a file name, in words; nothing for one that is legal on both.

    >>> why_illegal("กอง.docx")
    ''
    """
    if characters := forbidden_in(name):
        shown = " ".join(c if c in _FORBIDDEN else f"U+{ord(c):04X}" for c in characters)
        return _("มีอักขระที่ Windows ไม่รับ: {characters}").format(characters=shown)
    if not name.strip(". "):
        return _("ไม่มีชื่อ")
    if _RESERVED.fullmatch(name):
        return _("Windows สงวนชื่อนี้ไว้")
    if name[-1] in ". ":
        return _("ลงท้ายด้วยจุดหรือวรรค")
    return "" if _fits(name) else _("ยาวเกินไป")


def _is_forbidden(character: str) -> bool:
    return character in _FORBIDDEN or unicodedata.category(character) in _FORBIDDEN_KINDS


def _cut(stem: str, suffix: str) -> str:
    end = len(stem)
    while end and not _fits(stem[:end] + suffix):
        end -= 1
    if end == len(stem):
        return stem
    while end and not _is_boundary(stem, end):
        end -= 1
    space = stem.rfind(" ", max(end - _NEAR, 0), end + 1)
    return stem[: space if space > 0 else end].rstrip(" ." + _LEADING_VOWELS)


def _fits(name: str) -> bool:
    fits_linux = len(name.encode()) <= MAX_BYTES
    return fits_linux and (2 * len(name) <= MAX_UNITS or len(name.encode("utf-16-le")) // 2 <= MAX_UNITS)


def _is_boundary(text: str, at: int) -> bool:
    """Whether no Thai cluster spans the place before `text[at]`."""
    joins_back = text[at] in _FOLLOWERS or unicodedata.category(text[at])[0] == "M"
    return not joins_back and text[at - 1] not in _LEADING_VOWELS
