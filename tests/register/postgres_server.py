"""A real PostgreSQL server on the loopback, for the time of the tests."""

from __future__ import annotations

import itertools
import os
import shutil
import socket
import subprocess
import time
from pathlib import Path


class Server:
    """A PostgreSQL server on the loopback, with its data in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.port = _free_port()
        self._names = itertools.count(1)
        self._process: subprocess.Popen[bytes] | None = None
        self._as_server(
            "initdb", "-D", str(self.data), "-U", "clerk", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"
        )

    def start(self) -> None:
        settings = {
            "port": self.port,
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": "",
            "fsync": "on",
            "synchronous_commit": "on",
            "max_connections": 100,
        }
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        self._process = subprocess.Popen(
            [*_user_switch(), program("postgres"), "-D", str(self.data), *options],
            stdout=subprocess.DEVNULL,
            stderr=(self.folder / "log").open("ab"),
            cwd=self.folder,
        )
        self._wait_until_it_answers()

    def stop(self, mode: str = "fast") -> None:
        """fast: as at a shutdown; immediate: as if it had died."""
        if self._process is None:
            return
        self._as_server("pg_ctl", "stop", "-D", str(self.data), "-m", mode, "-w")
        self._process.wait(30)
        self._process = None

    def url(self, database: str) -> str:
        return f"postgresql://clerk@127.0.0.1:{self.port}/{database}"

    def new_database(self) -> str:
        """The address of an empty database."""
        name = f"register_{next(self._names)}"
        self.execute(f"CREATE DATABASE {name} STRATEGY file_copy")
        return self.url(name)

    def drop_database(self, url: str) -> None:
        self.execute(f"DROP DATABASE {url.rpartition('/')[2]} WITH (FORCE)")

    def execute(self, statement: str, database: str = "postgres") -> None:
        import psycopg

        with psycopg.connect(self.url(database), autocommit=True) as connection:
            connection.execute(statement)

    def _wait_until_it_answers(self) -> None:
        import psycopg

        for _attempt in range(300):
            try:
                psycopg.connect(self.url("postgres"), connect_timeout=2).close()
            except psycopg.OperationalError:
                assert self._process is not None
                assert self._process.poll() is None, (self.folder / "log").read_text()
                time.sleep(0.05)
            else:
                return
        raise AssertionError("PostgreSQL did not answer: " + (self.folder / "log").read_text())

    def _as_server(self, name: str, *words: str) -> None:
        done = subprocess.run(
            [*_user_switch(), program(name), *words], capture_output=True, text=True, cwd=self.folder
        )
        assert done.returncode == 0, done.stderr


def program(name: str) -> str:
    """The newest installed one; Debian keeps servers' programs out of the PATH."""
    places = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]))
    found = str(places[-1]) if places else shutil.which(name)
    assert found, (
        f"{name} is missing: these tests need Debian's package postgresql (apt-get install postgresql)"
    )
    return found


def _user_switch() -> list[str]:
    """PostgreSQL refuses to run as root."""
    if os.name != "posix" or os.geteuid() != 0:
        return []
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"]


def give_to_server(folder: Path) -> None:
    """Let the server's user into a folder that root has made."""
    if _user_switch():
        shutil.chown(folder, "postgres", "postgres")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
