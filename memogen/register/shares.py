"""Whether a folder is on another machine, where SQLite's locks cannot be trusted."""

from __future__ import annotations

import re
import sys
from pathlib import Path, PurePath, PureWindowsPath

_MOUNTS = Path("/proc/self/mountinfo")
_REMOTE = frozenset(
    {"9p", "afs", "afpfs", "ceph", "cifs", "coda", "davfs", "gfs2", "glusterfs", "lustre", "ncp", "ncpfs"}
    | {"nfs", "nfs4", "ocfs2", "smb2", "smb3", "smbfs"}
)
_LOCAL_FUSE = frozenset({"fuse.fuse-overlayfs", "fuse.ntfs-3g"})
_DRIVE_REMOTE = 4  # what Windows' GetDriveTypeW says of a mapped drive
_OCTAL = re.compile(r"\\([0-7]{3})")


def remote_kind(path: Path) -> str:
    """The kind of share that holds `path` (nfs4, cifs, UNC …), or an empty text when it is a disk here.

    `path` is absolute; it need not exist yet.
    """
    if sys.platform == "win32":
        return windows_kind(PureWindowsPath(path), _drive_type(path.anchor))
    if _MOUNTS.exists():
        return mounted_kind(path.resolve(), _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape"))
    return ""


def windows_kind(path: PureWindowsPath, drive_type: int) -> str:
    r"""The same on Windows, from the path and what GetDriveTypeW says of its drive.

    >>> windows_kind(PureWindowsPath(r"\\server\งานสารบรรณ\register.db"), 1)
    'UNC'
    >>> windows_kind(PureWindowsPath(r"Z:\register.db"), 4)
    'Z:'
    """
    drive = path.drive
    if drive.startswith("\\\\") and not re.fullmatch(r"\\\\[?.]\\[A-Za-z]:", drive):
        return "UNC"
    return drive if drive_type == _DRIVE_REMOTE else ""


def mounted_kind(path: PurePath, mountinfo: str) -> str:
    """The same on Linux, from the text of /proc/self/mountinfo (proc(5)); a later mount hides an earlier."""
    kind, longest = "", -1
    for line in mountinfo.splitlines():
        before, _, after = line.partition(" - ")
        point = PurePath(_OCTAL.sub(lambda code: chr(int(code[1], 8)), before.split(" ")[4]))
        if len(point.parts) >= longest and path.is_relative_to(point):
            kind, longest = after.split(" ")[0], len(point.parts)
    remote = kind in _REMOTE or (kind.startswith("fuse.") and kind not in _LOCAL_FUSE)
    return kind if remote else ""


def _drive_type(anchor: str) -> int:
    if sys.platform != "win32":
        return 0
    import ctypes

    return int(ctypes.windll.kernel32.GetDriveTypeW(anchor))
