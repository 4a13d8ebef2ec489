"""Thai digits in Thai prose, where some digits belong to what is not Thai."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from memogen.thai.digits import to_thai_digits

# Names that own the number one space after them. The list is open: an office adds to it with `keep`.
LATIN_NAMES = (
    *("ISO/IEC", "ISO/TS", "ISO", "IEC", "IEEE", "RFC", "ANSI", "ASTM", "GRI", "COSO", "COBIT", "ITIL"),
    *("Microsoft Office", "Microsoft", "Office", "Windows Server", "Windows", "Word", "Excel", "Access"),
    *("PowerPoint", "Outlook", "SQL Server", "Visual Studio", "Android", "iOS", "iPadOS", "macOS", "iPhone"),
    *("iPad", "Ubuntu", "Python", "Java", "PHP", "PostgreSQL", "MySQL", "Oracle", "Acrobat", "Photoshop"),
    *("AutoCAD", "Version", "version", "Ver.", "ver.", "V.", "v.", "Release", "Build", "Model", "PDF/A"),
    *("HTML", "WCAG", "USB", "HDMI", "Bluetooth", "Wi-Fi", "WiFi", "CAT", "Cat", "IPv4", "IPv6", "DNS"),
    *("IP Address", "IP", "Port", "Thailand", "Industry", "Society", "Web", "Agenda", "SDGs", "SDG", "Goal"),
    *("COVID", "PM", "Euro", "Meeting ID", "Passcode", "Password", "ID"),
    *("ext.", "Ext.", "EXT.", "ext", "Ext"),
)

_ARABIC_DIGIT = re.compile("[0-9]")
_LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
_THAI_LETTERS = re.compile("[ก-ฺเ-๎]")
_LATIN_LETTER = re.compile(f"[{_LATIN}]")
_ADDRESS_CHARS = r"""(?:[^\s()<>"“”]|\([^\s()]*\))"""
_ADDRESS = re.compile(
    # with its scheme, or beginning with www.
    rf"(?:[A-Za-z][A-Za-z0-9+]{{1,15}}://|(?<![A-Za-z0-9])www\.){_ADDRESS_CHARS}+"
    # x.go.th/… without either: the path may be Thai
    rf"|(?<![A-Za-z0-9.-])[A-Za-z0-9.-]{{1,250}}\.(?:th|com|org|net|info|io|ly|gov|edu)(?::[0-9]+)?/{_ADDRESS_CHARS}*"
    # the Thai top domain, and e-mail whose parts may be Thai
    rf"|(?<!\S)[^\s()<>\"“”]{{1,250}}\.ไทย(?![ก-๎])(?:/{_ADDRESS_CHARS}*)?"
    r"|(?<![^\s()<>\"“”,;:])[^\s()<>\"“”,;:@]{1,64}@[^\s()<>\"“”,;@]+"
)
_TOKEN = re.compile(rf"[{_LATIN}0-9_./:+#@&%=?~*$\\-]+")
_DOTTED_QUAD = re.compile(
    r"(?<![0-9๐-๙.])([0-9]{1,3}(?:\.[0-9]{1,3}){3})(?:[:/][0-9]{1,5})?(?![0-9๐-๙]|\.[0-9๐-๙])"
)
_DOTTED = re.compile(r"[0-9]\.[0-9]{1,3}\.[0-9]")
_NUMBER = r"[0-9]+(?:(?:[.:/-]| : )[0-9]+)*"
_NAMES = "|".join(re.escape(name) for name in sorted(LATIN_NAMES, key=len, reverse=True))
_NAMED_NUMBER = re.compile(
    rf"(?<![{_LATIN}0-9])(?:(?:{_NAMES})[ \u00a0]{_NUMBER}"
    # a meeting's number comes in groups: Meeting ID: 812 3456 7890
    r"|ID ?: ?[0-9]+(?: [0-9]{3,4})*|(?:Passcode|Password) ?: ?[0-9]+)"
)
_BRACKETED = tuple(map(re.compile, (r"\([^()]*\)", r"\[[^\[\]]*\]", "“[^“”]*”", "‘[^‘’]*’", r'"[^"\n]*"')))
_D = "[0-9๐-๙]"
_PHONE_BEFORE = (
    rf"(?:(?<![0-9๐-๙.,/])(?:\(?[0๐]|\+?(?:66|๖๖))(?:[ \u00a0)(-]{{0,3}}{_D}){{7,11}}"
    rf"|(?:โทร\.?|โทรศัพท์|โทรสาร|สายด่วน)[ \u00a0]?{_D}{{0,6}})"
)
_EXTENSION = re.compile(
    rf"(?:{_PHONE_BEFORE}[ \u00a0]?[,(]?[ \u00a0]?|เบอร์|หมายเลข)ต่อ[ \u00a0]{{0,2}}"
    r"([0-9]{1,6}(?:(?: ?[-/] ?)[0-9]{1,6}|(?:, ?| และ | หรือ )[0-9]{3,6}(?![0-9]))*)"
)
_EXTENSION_END = re.compile("ต่อ[ \u00a0]{0,2}[0-9]")
_MAY_STAY = re.compile(rf"[{_LATIN}@.]|ต่อ")
"""What every text has in it whose digits may stay."""


def thai_digits(text: str, keep: Sequence[str] = ()) -> str:
    """Thai prose with Thai digits, except where a digit belongs to something that is not Thai.

    As typed stay (contract section 3):

    - web, e-mail and IP addresses;
    - a token with a Latin letter in it (`A4`, `COVID-19`, `2566.pdf`);
    - the number one space after a name of `LATIN_NAMES` (`ISO 9001:2015`, `Windows 11`);
    - brackets or quotes that hold Latin letters and no Thai ones (`(Fiscal Year 2023)`);
    - a phone extension (`0 2628 5143 ต่อ 271`);
    - every string of `keep`, wherever it stands.

    All other digits become Thai; done twice, nothing changes.
    """
    if not _ARABIC_DIGIT.search(text):
        return text
    if not keep and not _MAY_STAY.search(text):
        return to_thai_digits(text)
    kept = sorted(_kept_spans(text, keep))
    if not kept:
        return to_thai_digits(text)
    pieces: list[str] = []
    position = 0
    for start, end in _merged(kept):
        pieces += (to_thai_digits(text[position:start]), text[start:end])
        position = end
    pieces.append(to_thai_digits(text[position:]))
    return "".join(pieces)


def _kept_spans(text: str, keep: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where digits stay as typed; the spans may overlap. Thai prose mostly has nothing to look for."""
    for string in filter(None, keep):
        yield from _occurrences(text, string)
    has_latin = _LATIN_LETTER.search(text) is not None
    if has_latin or "@" in text or ".ไทย" in text:
        yield from (match.span() for match in _ADDRESS.finditer(text))
    if has_latin:
        yield from (match.span() for match in _TOKEN.finditer(text) if _LATIN_LETTER.search(match[0]))
        yield from (match.span() for match in _NAMED_NUMBER.finditer(text))
        for pair in _BRACKETED:
            yield from (match.span() for match in pair.finditer(text) if _is_latin(match[0]))
    if "." in text and _DOTTED.search(text):
        yield from (match.span() for match in _DOTTED_QUAD.finditer(text) if _is_ip_address(match[1]))
    if "ต่อ" in text and _EXTENSION_END.search(text):
        yield from (match.span(1) for match in _EXTENSION.finditer(text))


def _occurrences(text: str, string: str) -> Iterator[tuple[int, int]]:
    start = text.find(string)
    while start >= 0:
        yield start, start + len(string)
        start = text.find(string, start + 1)


def _merged(spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The same ground without overlaps; the spans come in order."""
    covered = 0
    for start, end in spans:
        if end > covered:
            yield max(start, covered), end
            covered = end


def _is_latin(run: str) -> bool:
    return bool(_LATIN_LETTER.search(run)) and not _THAI_LETTERS.search(run)


def _is_ip_address(quad: str) -> bool:
    """Four numbers to 255; one is 0 or above 99, which the sub-heading 2.1.3.4 never has."""
    parts = [int(part) for part in quad.split(".")]
    return max(parts) <= 255 and (0 in parts or max(parts) > 99)
