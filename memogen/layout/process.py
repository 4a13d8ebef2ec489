"""Another program run with a time-out, and ended with all its children."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from time import monotonic
from typing import IO


def run(command: Sequence[str], *, folder: Path, environment: Mapping[str, str], timeout_s: float) -> str:
    """Run `command` in `folder` and return what it said.

    It gets a process group of its own; when it is done, fails to end in time, or we are interrupted, no
    process of that group is left. Raises subprocess.TimeoutExpired and OSError.
    """
    log = folder / "said.txt"  # a file and not a pipe: a child that keeps a pipe open would keep us waiting
    with log.open("wb") as said, _started(command, folder, environment, said) as process:
        process.wait(timeout_s)
    return log.read_text(encoding="utf-8", errors="replace")


def run_together(
    commands: Sequence[Sequence[str]], *, folder: Path, environment: Mapping[str, str], timeout_s: float
) -> None:
    """Run commands side by side as `run` does, all within one time-out; what they say is not kept."""
    end = monotonic() + timeout_s
    with ExitStack() as stack:
        processes = [
            stack.enter_context(_started(command, folder, environment, subprocess.DEVNULL))
            for command in commands
        ]
        for process in processes:
            process.wait(max(0, end - monotonic()))


@contextmanager
def _started(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], said: IO[bytes] | int
) -> Iterator[subprocess.Popen[bytes]]:
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
        yield process
    finally:
        _end(process)


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
