"""A PostgreSQL server of the tests' own, that may be killed and started again."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg

START_SECONDS = 60


def binaries() -> Path | None:
    """The folder of the server's programs, the newest version first; None when none is installed."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    found = shutil.which("postgres")
    return folders[-1] if folders else Path(found).resolve().parent if found else None


class Server:
    """Listens on a free port of 127.0.0.1 only, with its data in a temporary folder; syncs as it should."""

    def __init__(self, folder: Path) -> None:
        programs = binaries()
        assert programs, "PostgreSQL is not installed: apt-get install postgresql"
        self._programs = programs
        self._data = folder / "data"
        self._port = _free_port()
        self._names = 0
        self._process: subprocess.Popen[bytes] | None = None
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")  # the server refuses to run as root
        self._run(
            "initdb", "-D", str(self._data), "-U", "memogen", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"
        )

    def start(self) -> None:
        """Starts the server and waits until it answers (after a kill: until it has recovered)."""
        settings = {
            "listen_addresses": "127.0.0.1",
            "port": self._port,
            "unix_socket_directories": "",
            "max_connections": 150,
            "fsync": "on",
            "synchronous_commit": "on",
        }
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        deadline = time.monotonic() + START_SECONDS
        self._launch(options)
        while not self._answers():
            assert time.monotonic() < deadline, f"the server did not start: {self._log()}"
            if self._process is not None and self._process.poll() is not None:
                self._launch(options)  # a child of the killed server was still going away
            time.sleep(0.05)

    def stop(self) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
            try:
                self._process.wait(20)
            except subprocess.TimeoutExpired:
                self.kill()

    def kill(self) -> None:
        """SIGKILL to the postmaster and all its children, as when the machine's power fails for it alone."""
        assert self._process is not None
        children = _children(self._process.pid)
        self._process.kill()
        for child in children:
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        self._process.wait(20)

    def quit(self) -> None:
        """SIGQUIT: the server drops everything without a word and without a checkpoint."""
        assert self._process is not None
        self._process.send_signal(signal.SIGQUIT)
        self._process.wait(20)

    def new_database(self) -> str:
        """The address of a database that is empty."""
        self._names += 1
        name = f"office_{self._names}"
        with self.connect() as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE template0")
        return self.address(name)

    def address(self, database: str) -> str:
        return f"postgresql://memogen@127.0.0.1:{self._port}/{database}"

    def connect(self) -> psycopg.Connection[tuple[object, ...]]:
        return psycopg.connect(self.address("postgres"), autocommit=True, connect_timeout=5)

    def _answers(self) -> bool:
        with suppress(psycopg.OperationalError), self.connect():
            return True
        return False

    def _launch(self, options: list[str]) -> None:
        with (self._data.parent / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [str(self._programs / "postgres"), "-D", str(self._data), *options],
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
                cwd=self._data.parent,
                **_as_postgres(),
            )

    def _log(self) -> str:
        return (self._data.parent / "log").read_text(errors="replace")[-2000:]

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [str(self._programs / program), *arguments],
            capture_output=True,
            text=True,
            cwd=self._data.parent,
            **_as_postgres(),
        )
        assert done.returncode == 0, done.stderr


@contextmanager
def running() -> Iterator[Server]:
    """A server in a folder of its own under the system's temporary folder, that postgres may enter."""
    with tempfile.TemporaryDirectory(prefix="memogen-proofs-", ignore_cleanup_errors=True) as folder:
        server = Server(Path(folder))
        try:
            server.start()
            yield server
        finally:
            server.stop()


def _as_postgres() -> dict[str, Any]:
    if os.geteuid() != 0:
        return {}
    return {"user": "postgres", "group": "postgres", "extra_groups": []}


def _children(pid: int) -> list[int]:
    """The processes whose parent is `pid`."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parent = int(status.read_text(errors="replace").rpartition(")")[2].split()[1])
            if parent == pid:
                found.append(int(status.parent.name))
    return found


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
