"""Another program run with a time-out, and ended with all its children."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path


def run(command: Sequence[str], *, folder: Path, environment: Mapping[str, str], timeout_s: float) -> str:
    """Run `command` in `folder` and return what it said.

    It gets a process group of its own; when it is done, fails to end in time, or we are interrupted, no
    process of that group is left. Raises subprocess.TimeoutExpired and OSError.
    """
    log = folder / "said.txt"  # a file and not a pipe: a child that keeps a pipe open would keep us waiting
    with log.open("wb") as said:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=sys.platform != "win32",
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
        try:
            process.wait(timeout_s)
        finally:
            _end(process)
    return log.read_text(encoding="utf-8", errors="replace")


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill the whole group; it is normal that nothing of it is left."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(
                ["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False
            )
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
