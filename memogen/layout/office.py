"""LibreOffice on this machine, started with a throw-away profile that trusts nothing."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from memogen.errors import HelperMissing
from memogen.findings import Finding
from memogen.layout.process import run, run_together

# On Windows soffice.com comes before soffice.exe: it waits until the work is done.
_NAMES = ("soffice.com", "soffice", "libreoffice") if sys.platform == "win32" else ("soffice", "libreoffice")
_USUAL_PLACES = (
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
# What a program needs to start at all; proxies, tokens and the rest of the environment stay outside.
_KEPT_VARIABLES = (
    "PATH",
    "SYSTEMROOT",
    "SYSTEMDRIVE",
    "WINDIR",
    "COMSPEC",
    "PATHEXT",
    "PROGRAMDATA",
    "PROGRAMFILES",
)
_QUIETLY = ("--headless", "--invisible", "--norestore", "--nolockcheck", "--nodefault")
WORTH_SHARING = 16
"""Documents that take longer to convert than LibreOffice takes to start."""
_RESULTS = {"pdf": "pdf:writer_pdf_Export", "fodt": "fodt"}

_COMMON, _SCRIPTING = "/org.openoffice.Office.Common", "/org.openoffice.Office.Common/Security/Scripting"
_UPDATE_CHECK = "/org.openoffice.Office.Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments"
_SETTINGS = (
    (_SCRIPTING, "BlockUntrustedRefererLinks", "true"),  # else linked pictures are fetched, local ones shown
    (_SCRIPTING, "DisableMacrosExecution", "true"),
    (_SCRIPTING, "MacroSecurityLevel", "3"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "2"),  # never
    (f"{_COMMON}/Save/Document", "GenerateThumbnail", "false"),  # drawing it takes longer than saving
    (_UPDATE_CHECK, "AutoCheckEnabled", "false"),
    (f"{_COMMON}/Misc", "FirstRun", "false"),
    (f"{_COMMON}/Misc", "CrashReport", "false"),
    ("/org.openoffice.Office.Linguistic/General", "DefaultLocale_CTL", "th-TH"),
)


def find_office() -> Path | None:
    """The LibreOffice program, from PATH or the usual places of Windows and macOS."""
    on_path = next((found for name in _NAMES if (found := shutil.which(name))), None)
    places = [on_path, *_USUAL_PLACES] if on_path else _USUAL_PLACES
    return next((Path(place) for place in places if Path(place).is_file()), None)


def required_office() -> Path:
    """As `find_office`, but raises HelperMissing, which says how to get it."""
    office = find_office()
    if office is None:
        raise HelperMissing(
            Finding(
                code="Y02",
                message=_("ไม่พบโปรแกรม LibreOffice ในเครื่องนี้ จึงสร้าง PDF และตรวจการจัดหน้าไม่ได้"),
                hint=_(
                    "ติดตั้งจาก https://th.libreoffice.org หรือบน Debian/Ubuntu สั่ง: "
                    "apt install --no-install-recommends libreoffice-writer-nogui"
                ),
            )
        )
    return office


def office_version() -> str | None:
    """The version as in 7.4.7.2, or None when LibreOffice is missing or does not answer."""
    office = find_office()
    if office is None:
        return None
    with TemporaryDirectory(prefix="memogen-") as name:
        folder = Path(name)
        try:
            said = run(
                [str(office), "--version"], folder=folder, environment=environment(folder), timeout_s=30
            )
        except (OSError, subprocess.TimeoutExpired):
            return None
    words = said.split()
    return next((word for word in words if word[:1].isdigit()), None)


def environment(home: Path, fonts: Path | None = None) -> dict[str, str]:
    """The few variables that LibreOffice gets; `fonts` is the fontconfig file it must use."""
    few = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    few |= {name: str(home) for name in ("HOME", "TMPDIR", "TEMP", "TMP")}
    few["LANG"] = "C.UTF-8"
    if fonts is not None:
        few["FONTCONFIG_FILE"] = str(fonts)
    return few


@dataclass(frozen=True, slots=True, kw_only=True)
class Converter:
    """LibreOffice at work in `folder`, which holds its profile and the files, all under plain names."""

    office: Path
    folder: Path
    fonts: Path
    timeout_s: float

    def convert(self, names: Sequence[str], form: str) -> list[str]:
        """Convert the named files of `folder` to `form` (pdf, fodt) and return the names that failed twice.

        Many are shared between two processes, each with its own profile. The first file without a result is
        the one LibreOffice stumbled over: the second try, with a new profile, takes it last, so that it
        cannot spoil the others.
        """
        failed = self._once(_shares(names), form, profile="profile")
        if any(failed):
            last = [[*share[1:], share[0]] for share in failed if share]
            failed = self._once(last, form, profile=f"profile-{form}")
        return sorted(chain.from_iterable(failed))

    def _once(self, shares: Sequence[Sequence[str]], form: str, profile: str) -> list[list[str]]:
        """The names of each share that have no result."""
        commands = [
            self._command(names, form, self.folder / f"{profile}-{number}")
            for number, names in enumerate(shares)
        ]
        variables = environment(self.folder, self.fonts)
        with contextlib.suppress(OSError, subprocess.TimeoutExpired):  # what it finished before still counts
            run_together(commands, folder=self.folder, environment=variables, timeout_s=self.timeout_s)
        return [
            [name for name in names if not _is_whole((self.folder / name).with_suffix(f".{form}"))]
            for names in shares
        ]

    def _command(self, names: Sequence[str], form: str, profile: Path) -> list[str]:
        if not profile.is_dir():
            write_profile(profile)
        home = f"-env:UserInstallation={profile.resolve().as_uri()}"
        goal = ["--convert-to", _RESULTS[form], "--outdir", "."]
        return [str(self.office), home, *_QUIETLY, *goal, *names]


def _shares(names: Sequence[str]) -> list[Sequence[str]]:
    """The names as one share, or as two where that saves more time than a second start costs."""
    if len(names) < WORTH_SHARING or (os.cpu_count() or 1) < 2:
        return [names]
    middle = (len(names) + 1) // 2
    return [names[:middle], names[middle:]]


def write_profile(folder: Path) -> None:
    """A new LibreOffice profile: no macros, no links followed, no questions to the network."""
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>\n"
        for path, name, value in _SETTINGS
    )
    (folder / "user").mkdir(parents=True)
    (folder / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
        f"{items}</oor:items>\n",
        encoding="utf-8",
    )


def _is_whole(result: Path) -> bool:
    """Whether the file is there to its end; LibreOffice may have been killed while it wrote."""
    if not result.is_file():
        return False
    end = b"</office:document>" if result.suffix == ".fodt" else b"%%EOF"
    return end in result.read_bytes()[-64:]
