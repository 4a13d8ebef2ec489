"""Where the officer sits: folder, environment and terminal of one run, and how files are named to them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

from memogen.errors import InputError
from memogen.findings import Finding

if TYPE_CHECKING:
    from memogen.desk import Workspace

SETTINGS = "memogen.toml"
REGISTER = "MEMOGEN_REGISTER"
BANGKOK = timezone(timedelta(hours=7))  # without daylight saving; Windows has no zone files
TEMPLATES = "templates"


def now() -> datetime:
    """This moment by the machine's clock."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Seat:
    """`asks` says whether someone is there to answer; `chosen` is the workspace asked for.

    `clock` tells this moment, with its offset.
    """

    cwd: Path
    environ: Mapping[str, str]
    asks: bool
    chosen: Path | None = None
    clock: Callable[[], datetime] = now

    @classmethod
    def here(cls) -> Seat:
        """The seat of this process."""
        asks = sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()
        return cls(Path.cwd(), os.environ, asks)

    def at(self, workspace: str | Path) -> Seat:
        """The same seat with that workspace chosen."""
        return replace(self, chosen=self.cwd / workspace)

    @property
    def root(self) -> Path:
        """The workspace chosen, else the nearest folder upward with memogen.toml, else this folder."""
        if self.chosen is not None:
            return self.chosen
        folders = (self.cwd, *self.cwd.parents)
        return next((folder for folder in folders if (folder / SETTINGS).is_file()), self.cwd)

    def workspace(self) -> Workspace:
        """The workspace; InputError when there is none or its settings are wrong."""
        from memogen.desk import Workspace

        return Workspace.at(self.root, address=self.environ.get(REGISTER, ""), actor=self.actor)

    @property
    def actor(self) -> str:
        """The name that this person logged in with, for the register's trail."""
        for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
            if found := self.environ.get(name):
                return found
        from getpass import getuser

        try:
            return getuser()
        except (ImportError, KeyError, OSError):  # a user without an entry in the system's list
            return "?"

    @property
    def today(self) -> date:
        """Today in Bangkok, whatever the machine's own zone is."""
        return self.clock().astimezone(BANGKOK).date()

    @property
    def cache(self) -> Path:
        """Where this user's PDF fonts are kept between runs."""
        if own := self.environ.get("MEMOGEN_CACHE"):
            return self.cwd / own
        base = self.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME")
        return (Path(base) if base else Path.home() / ".cache") / "memogen"

    # --- file names in and out --------------------------------------------------------------------

    def files(self, names: Iterable[str]) -> list[Path]:
        """The files meant: from this folder, else from the workspace; patterns are expanded here.

        The Windows shell leaves `letters/*.md` as it is. Raises InputError for patterns without a match.
        """
        found: dict[Path, None] = {}
        unmatched = []
        for name in names:
            paths = self._matches(name)
            unmatched += [] if paths else [name]
            found |= dict.fromkeys(paths)
        if unmatched:
            raise _no_match(unmatched)
        return list(found)

    def _matches(self, name: str) -> Sequence[Path]:
        places = [self.cwd / name, self.root / name]
        for path in places:
            if path.exists():
                return [path]
        if not any(sign in name for sign in "*?["):
            return [places[0]]  # whoever opens it says that it is not there
        from glob import glob

        for folder in (self.cwd, self.root):
            if matches := sorted(glob(name, root_dir=folder, recursive=True)):  # noqa: PTH207 - may be absolute
                return [folder / match for match in matches]
        return []

    def shown(self, name: str | Path) -> str:
        """How a file is named to the officer: from this folder if it is inside, else in full.

        Names without a folder of their own are of the workspace; an address of a server is no file.
        """
        if not str(name) or "://" in str(name):
            return str(name)
        path = self.root / name
        return (path.relative_to(self.cwd) if path.is_relative_to(self.cwd) else path).as_posix()

    def placed(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings with their files named as the officer can open them."""
        return [replace(finding, file=self.shown(finding.file)) for finding in findings]


def _no_match(patterns: Iterable[str]) -> InputError:
    return InputError(
        *(
            Finding(
                code="P11",
                text=pattern,
                message=_("ไม่มีไฟล์ใดตรงกับ “{pattern}”").format(pattern=pattern),
                hint=_("ตรวจดูโฟลเดอร์และนามสกุลไฟล์"),
            )
            for pattern in patterns
        )
    )
