"""The font folder: TH SarabunPSK or its metric twin, and a fontconfig file that knows nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont

from memogen.errors import HelperMissing
from memogen.layout import FontSet, prepare
from memogen.layout.fonts import build_twin

LAKSAMAN = Path("/usr/share/fonts/truetype/tlwg")  # of Debian's fonts-tlwg-laksaman-ttf


@pytest.fixture(scope="module")
def twin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The regular face of the twin."""
    target = tmp_path_factory.mktemp("twin") / "regular.ttf"
    build_twin(LAKSAMAN / "Laksaman.ttf", target, "Regular")
    return target


@pytest.fixture(scope="module")
def few_letters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Laksaman's regular face with three letters, which is built in a moment."""
    target = tmp_path_factory.mktemp("few") / "Laksaman.ttf"
    with TTFont(LAKSAMAN / "Laksaman.ttf") as font:
        subsetter = Subsetter()
        subsetter.populate(text="กขค")
        subsetter.subset(font)
        font.save(target)
    return target


@pytest.fixture
def system(tmp_path: Path, few_letters: Path) -> Path:
    """A font folder that has one face of Laksaman."""
    folder = tmp_path / "system"
    folder.mkdir()
    shutil.copyfile(few_letters, folder / "Laksaman.ttf")
    return folder


def renamed(source: Path, target: Path, family: str) -> None:
    with TTFont(source) as font:
        font["name"].setName(family, 1, 3, 1, 0x409)
        font.save(target)


def names_in(fonts: FontSet) -> list[str]:
    return sorted(path.name for path in fonts.config.parent.iterdir())


@pytest.mark.parametrize("letters", ["กขคงจ", "ำาะเแโใไ", "๐๑๒๓๔๕๖๗๘๙", "ABCabc", "0123./-()"])
def test_the_twin_is_laksaman_at_two_thirds_of_its_width(twin: Path, letters: str) -> None:
    with TTFont(twin) as font, TTFont(LAKSAMAN / "Laksaman.ttf") as original:
        for letter in letters:
            width = font["hmtx"][font.getBestCmap()[ord(letter)]][0]
            before = original["hmtx"][original.getBestCmap()[ord(letter)]][0]
            assert width == pytest.approx(before * 1000 / original["head"].unitsPerEm / 1.5029, abs=1)


def test_the_twin_has_the_heights_of_th_sarabun_psk(twin: Path) -> None:
    with TTFont(twin) as font:
        assert font["head"].unitsPerEm == 1000
        assert (font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap) == (850, -250, 30)
        assert (font["OS/2"].usWinAscent, font["OS/2"].usWinDescent) == (850, 250)


def test_the_twin_has_its_own_name_and_keeps_copyright_and_licence(twin: Path) -> None:
    with TTFont(twin) as font, TTFont(LAKSAMAN / "Laksaman.ttf") as original:
        names = font["name"]
        assert [names.getDebugName(i) for i in (1, 2, 6)] == [
            "Memogen Sarabun",
            "Regular",
            "MemogenSarabun-Regular",
        ]
        assert names.getDebugName(0) == original["name"].getDebugName(0)
        assert "Laksaman" not in {names.getDebugName(i) for i in (1, 3, 4, 6, 16)}


def test_the_twin_has_no_hints_of_the_old_size(twin: Path) -> None:
    with TTFont(twin) as font:
        assert not {"fpgm", "prep", "cvt "} & set(font.keys())


def test_the_same_source_gives_the_same_bytes(few_letters: Path, tmp_path: Path) -> None:
    for name in ("one.ttf", "two.ttf"):
        build_twin(few_letters, tmp_path / name, "Regular")
    assert (tmp_path / "one.ttf").read_bytes() == (tmp_path / "two.ttf").read_bytes()


def test_all_four_faces_are_there(font_cache: Path) -> None:
    fonts = prepare(font_cache)
    faces = [name for name in names_in(fonts) if name.startswith(fonts.family.replace(" ", ""))]
    assert [name.rpartition("-")[2] for name in faces] == [
        "Bold.ttf",
        "BoldItalic.ttf",
        "Italic.ttf",
        "Regular.ttf",
    ]


def test_a_second_call_builds_nothing(system: Path, tmp_path: Path) -> None:
    first = prepare(tmp_path / "cache", folders=[system])
    made = [path.stat().st_mtime_ns for path in first.config.parent.iterdir()]
    assert prepare(tmp_path / "cache", folders=[system]) == first
    assert [path.stat().st_mtime_ns for path in first.config.parent.iterdir()] == made


def test_a_changed_source_is_built_anew(system: Path, tmp_path: Path) -> None:
    first = prepare(tmp_path / "cache", folders=[system])
    os.utime(system / "Laksaman.ttf", ns=(1, 1))
    second = prepare(tmp_path / "cache", folders=[system])
    assert second.config != first.config
    assert second.config.is_file()


def test_two_processes_at_once_make_one_folder_and_leave_nothing_behind(system: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    script = (
        "import sys; from pathlib import Path; from memogen.layout import prepare; "
        "print(prepare(Path(sys.argv[1]), folders=[Path(sys.argv[2])]).config)"
    )
    command = [sys.executable, "-c", script, str(cache), str(system)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    said = {process.communicate()[0].strip() for process in both}
    assert [process.returncode for process in both] == [0, 0]
    assert said == {str(path / "fonts.conf") for path in cache.iterdir()}


def test_a_real_th_sarabun_psk_goes_before_the_twin(system: Path, twin: Path, tmp_path: Path) -> None:
    renamed(twin, system / "THSarabun.ttf", "TH SarabunPSK")
    fonts = prepare(tmp_path / "cache", folders=[system])
    assert (fonts.family, fonts.real, fonts.source) == ("TH SarabunPSK", True, system)
    copied = fonts.config.parent / "THSarabunPSK-Regular.ttf"
    assert copied.read_bytes() == (system / "THSarabun.ttf").read_bytes()


def test_a_file_name_alone_does_not_make_a_font_real(system: Path, twin: Path, tmp_path: Path) -> None:
    renamed(twin, system / "THSarabun.ttf", "Sarabun")  # Google's, which is not compatible
    (system / "THSarabun Bold.ttf").write_bytes(b"not a font")
    assert prepare(tmp_path / "cache", folders=[system]).family == "Memogen Sarabun"


def test_symbols_come_along_so_that_boxes_and_bullets_are_drawn(
    system: Path, twin: Path, tmp_path: Path
) -> None:
    shutil.copyfile(twin, system / "DejaVuSans.ttf")
    shutil.copyfile(twin, system / "DejaVuSerif.ttf")
    names = names_in(prepare(tmp_path / "cache", folders=[system]))
    assert names == ["DejaVuSans.ttf", "MemogenSarabun-Regular.ttf", "fonts.conf"]


def test_fontconfig_is_told_of_this_folder_only_and_of_the_names_on_paper(
    system: Path, tmp_path: Path
) -> None:
    fonts = prepare(tmp_path / "แคช & fonts", folders=[system])
    config = ET.parse(fonts.config).getroot()
    assert [element.text for element in config.iter("dir")] == [str(fonts.config.parent)]
    assert not list(config.iter("include"))
    named = {str(test.findtext("string")) for test in config.iter("test")}
    assert named == {"TH SarabunPSK", "TH Sarabun New", "TH SarabunIT๙"}
    assert {edit.findtext("string") for edit in config.iter("edit")} == {"Memogen Sarabun"}


def test_no_font_at_all_is_a_missing_helper_that_says_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(HelperMissing) as caught:
        prepare(tmp_path / "cache", folders=[tmp_path])
    [finding] = caught.value.findings
    assert "TH SarabunPSK" in finding.message
    assert "fonts-tlwg-laksaman-ttf" in finding.hint
    assert not (tmp_path / "cache").exists()
