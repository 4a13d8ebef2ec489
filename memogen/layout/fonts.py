"""The folder of fonts that a page is drawn with: TH SarabunPSK, or its metric twin built from Laksaman."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from memogen.errors import HelperMissing
from memogen.findings import Finding

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

REAL = "TH SarabunPSK"
TWIN = "Memogen Sarabun"
RAW_MATERIAL = "Laksaman"
NAMES_ON_PAPER = ("TH SarabunPSK", "TH Sarabun New", "TH SarabunIT๙")
SYMBOL_FILES = ("DejaVuSans.ttf", "opens___.ttf")  # ☐ ✓ → and bullets: TH SarabunPSK has none of them
SYMBOL_FAMILIES = ("DejaVu Sans", "OpenSymbol")

FACES = ("Regular", "Bold", "Italic", "Bold Italic")  # the index is head.macStyle
TIMES_TOO_BIG = 1.5029  # Laksaman is the design of TH SarabunPSK drawn this much larger
ASCENT, DESCENT, LINE_GAP = 850, 250, 30  # of TH SarabunPSK, in thousandths of the em
RECIPE = "2"  # part of the folder's name: another recipe, another folder

_COPYRIGHT, _FAMILY, _FACE, _UNIQUE, _FULL, _VERSION, _POSTSCRIPT, _LICENCE, _LICENCE_URL = (
    0, 1, 2, 3, 4, 5, 6, 13, 14,
)  # fmt: skip
_HINTS = ("fpgm", "prep", "cvt ", "hdmx", "VDMX", "LTSH", "gasp", "DSIG", "FFTM")


@dataclass(frozen=True, slots=True, kw_only=True)
class FontSet:
    """The fonts of one conversion: `family` stands in the PDF, `config` is their own fontconfig file.

    `real` says whether they are TH SarabunPSK itself; `source` is the folder they were taken from.
    """

    family: str
    config: Path
    real: bool
    source: Path


def prepare(cache: Path, *, folders: Sequence[Path] | None = None) -> FontSet:
    """The fonts for LibreOffice, made once and kept in `cache`; several processes may ask at once.

    `folders` are searched, by default the usual font folders of this system. Raises HelperMissing when
    neither TH SarabunPSK nor Laksaman is among them.
    """
    files = list(_font_files(_usual_folders() if folders is None else folders))
    real = _faces_of(REAL, [path for path in files if "sarabun" in path.name.lower()])
    faces = real or _faces_of(RAW_MATERIAL, [path for path in files if "laksaman" in path.name.lower()])
    if "Regular" not in faces:
        raise HelperMissing(_no_font())
    family = REAL if real else TWIN
    symbols = [path for path in files if path.name in SYMBOL_FILES]
    folder = _kept(cache.resolve(), family, faces, symbols)
    return FontSet(
        family=family, config=folder / "fonts.conf", real=bool(real), source=faces["Regular"].parent
    )


def _no_font() -> Finding:
    return Finding(
        code="Y01",
        message=_("ไม่พบแบบอักษร TH SarabunPSK ในเครื่องนี้ จึงจัดหน้าเอกสารให้ตรงกับ Word ไม่ได้"),
        hint=_("ติดตั้งแบบอักษร TH SarabunPSK หรือบน Debian/Ubuntu สั่ง: apt install fonts-tlwg-laksaman-ttf"),
    )


def _usual_folders() -> list[Path]:
    home = Path.home()
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", str(home / "AppData/Local"))
        return [
            Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts",
            Path(local) / "Microsoft/Windows/Fonts",
        ]
    if sys.platform == "darwin":
        return [home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")]
    return [
        home / ".local/share/fonts",
        home / ".fonts",
        Path("/usr/local/share/fonts"),
        Path("/usr/share/fonts"),
    ]


def _font_files(folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        for place, inner, names in os.walk(folder):
            inner.sort()
            yield from (
                Path(place, name) for name in sorted(names) if name.lower().endswith((".ttf", ".otf"))
            )


def _faces_of(family: str, candidates: Sequence[Path]) -> dict[str, Path]:
    """Face name -> file, of the candidates whose own name table says `family`; the first of a face wins."""
    from fontTools.ttLib import TTFont, TTLibError

    faces: dict[str, Path] = {}
    for path in candidates:
        try:
            with TTFont(path, lazy=True) as font:
                if font["name"].getDebugName(_FAMILY) == family:
                    faces.setdefault(FACES[font["head"].macStyle & 3], path)
        except (TTLibError, KeyError, OSError):
            continue  # a broken file in a font folder is not our business
    return faces


def _kept(cache: Path, family: str, faces: Mapping[str, Path], symbols: Sequence[Path]) -> Path:
    """The folder of exactly these sources, built beside its place and moved there whole."""
    folder = cache / f"fonts-{_fingerprint(family, [*faces.values(), *symbols])}"
    if folder.is_dir():
        return folder
    cache.mkdir(parents=True, exist_ok=True)
    building = Path(tempfile.mkdtemp(prefix="building-", dir=cache))
    try:
        _build(building, family, faces, symbols)
        (building / "fonts.conf").write_text(_config(folder, cache / "fontconfig", family), encoding="utf-8")
        building.rename(folder)
    except OSError:
        if not folder.is_dir():  # else another process was first, and its folder is the same as ours
            raise
    finally:
        shutil.rmtree(building, ignore_errors=True)
    return folder


def _fingerprint(family: str, sources: Sequence[Path]) -> str:
    digest = hashlib.sha256(f"{RECIPE} {family}".encode())
    for path in sources:
        state = path.stat()
        digest.update(f"\n{path} {state.st_size} {state.st_mtime_ns}".encode())
    return digest.hexdigest()[:16]


def _build(folder: Path, family: str, faces: Mapping[str, Path], symbols: Sequence[Path]) -> None:
    for face, source in faces.items():
        target = folder / f"{family.replace(' ', '')}-{face.replace(' ', '')}.ttf"
        if family == REAL:
            shutil.copyfile(source, target)
        else:
            build_twin(source, target, face)
    for source in symbols:
        shutil.copyfile(source, folder / source.name)


def build_twin(source: Path, target: Path, face: str) -> None:
    """Write `source`, a face of Laksaman, as a font with the widths and heights of TH SarabunPSK.

    Widths come within 2 in 1000 of the original's. The same source gives the same bytes.
    """
    from fontTools.ttLib import TTFont
    from fontTools.ttLib.scaleUpem import scale_upem

    with TTFont(source, recalcTimestamp=False) as font:
        font["head"].unitsPerEm = round(font["head"].unitsPerEm * TIMES_TOO_BIG)
        scale_upem(font, 1000)
        _set_heights(font)
        _drop_hints(font)
        _rename(font, face)
        font.save(target)


def _set_heights(font: TTFont) -> None:
    across, os2 = font["hhea"], font["OS/2"]
    across.ascent, across.descent, across.lineGap = ASCENT, -DESCENT, LINE_GAP
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ASCENT, -DESCENT, LINE_GAP
    os2.usWinAscent, os2.usWinDescent = ASCENT, DESCENT
    os2.fsSelection &= ~(1 << 7)  # USE_TYPO_METRICS: the original does not ask for it
    os2.fsType = 0  # may be embedded


def _drop_hints(font: TTFont) -> None:
    """Hints speak of the old size, and would move the outlines of the new one."""
    for table in _HINTS:
        if table in font:
            del font[table]
    for glyph in font["glyf"].glyphs.values():
        glyph.expand(font["glyf"])
        glyph.removeHinting()


def _rename(font: TTFont, face: str) -> None:
    """A changed font may not carry the old name; its copyright and licence it keeps."""
    names = font["name"]
    keep = (_COPYRIGHT, _VERSION, _LICENCE, _LICENCE_URL)
    names.names = [record for record in names.names if record.nameID in keep]
    postscript = f"{TWIN}-{face}".replace(" ", "")
    new = {_FAMILY: TWIN, _FACE: face, _UNIQUE: postscript, _FULL: f"{TWIN} {face}", _POSTSCRIPT: postscript}
    for name_id, text in new.items():
        names.setName(text, name_id, 3, 1, 0x409)


def _config(folder: Path, fontconfig_cache: Path, family: str) -> str:
    """A fontconfig file that knows this folder alone, so that no alias of the system (Laksaman!) applies."""
    aliases = "".join(_alias(name, family) for name in NAMES_ON_PAPER if name != family)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n'
        f"<fontconfig>\n<dir>{escape(str(folder))}</dir>\n"
        f"<cachedir>{escape(str(fontconfig_cache))}</cachedir>\n{aliases}"
        # any other name (Cordia New, Arial) is drawn in it too, before a symbol font is thought of
        f'<match target="pattern"><edit name="family" mode="append" binding="weak">'
        f"<string>{family}</string></edit></match>\n</fontconfig>\n"
    )


def _alias(name: str, family: str) -> str:
    return (
        f'<match target="pattern"><test name="family"><string>{name}</string></test>'
        f'<edit name="family" mode="assign" binding="same"><string>{family}</string></edit></match>\n'
    )
