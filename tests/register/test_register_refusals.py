"""What a register says when it cannot be opened or reached: clear, with the way out, never the password."""

from __future__ import annotations

import shutil
import sqlite3
import threading
import time
from contextlib import closing
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from cases import each
from postgres_server import Server
from register_words import Clock, Opens, issued, refused, reserved

from memogen.books import Book
from memogen.errors import RegisterRefusal
from memogen.register import Register
from memogen.register.postgres import PostgresStore
from memogen.register.shares import mounted_kind, windows_kind
from memogen.register.sqlite import SqliteStore, on_share

MOUNTS = """\
22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
30 22 0:26 / /mnt/งาน rw,relatime shared:1 - cifs //server/share rw
31 22 0:27 / /mnt/with\\040space rw - nfs4 server:/x rw
32 22 0:28 / /home/clerk/cloud rw - fuse.rclone remote rw
33 30 254:1 / /mnt/งาน/local rw - ext4 /dev/vdb rw
34 22 0:29 / /mnt/c rw - 9p C:\\134 rw
35 22 254:2 / /mnt/ntfs rw - fuseblk /dev/vdc rw
"""


@each(
    ("path", "kind"),
    [
        ("/mnt/งาน/register.db", "cifs"),
        ("/mnt/งาน", "cifs"),
        ("/mnt/งานอื่น/register.db", ""),
        ("/mnt/with space/a/b/register.db", "nfs4"),
        ("/home/clerk/cloud/register.db", "fuse.rclone"),
        ("/home/clerk/register.db", ""),
        ("/mnt/งาน/local/register.db", ""),
        ("/mnt/c/Users/register.db", "9p"),
        ("/mnt/ntfs/register.db", ""),
    ],
)
def test_a_mounted_share_is_known(path: str, kind: str) -> None:
    assert mounted_kind(PurePosixPath(path), MOUNTS) == kind


@each(
    ("path", "drive_type", "kind"),
    [
        (r"\\server\share\register.db", 1, "UNC"),
        (r"\\?\UNC\server\share\register.db", 1, "UNC"),
        (r"Z:\งาน\register.db", 4, "Z:"),
        (r"C:\งาน\register.db", 3, ""),
        (r"\\?\C:\งาน\register.db", 3, ""),
        (r"D:\register.db", 2, ""),
    ],
)
def test_a_share_on_windows_is_known(path: str, drive_type: int, kind: str) -> None:
    assert windows_kind(PureWindowsPath(path), drive_type) == kind


def test_a_share_is_refused_with_the_way_to_postgresql() -> None:
    (finding,) = on_share(Path("/mnt/งาน/register.db"), "cifs").findings
    assert finding.code == "R21"
    assert "cifs" in finding.message
    assert "PostgreSQL" in finding.hint


def test_the_disk_of_the_tests_is_no_share(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "register.db", create=True)
    store.close()


def test_a_register_that_is_not_there_is_not_made_unasked(opens: Opens, address: str) -> None:
    with refused("R29"):
        opens(create=False)
    if not address.startswith("postgresql"):
        assert not Path(address).exists()
    opens(create=True)
    opens(create=False)


def test_a_newer_register_is_left_alone(opens: Opens, register: Register, address: str) -> None:
    execute(address, "UPDATE meta SET version = 900")
    with refused("R23", "๙๐๐", "pip install --upgrade memogen"):
        opens()


def execute(address: str, statement: str) -> None:
    if address.startswith("postgresql"):
        import psycopg

        with psycopg.connect(address) as connection:
            connection.execute(statement)
        return
    with closing(sqlite3.connect(address)) as file, file:
        file.execute(statement)


@pytest.mark.parametrize("table", ["meta", "events", "books"])
def test_tables_of_another_program_are_left_alone(opens: Opens, address: str, table: str) -> None:
    execute(address, f"CREATE TABLE {table} (x INTEGER)")
    with refused("R24"):
        opens()


def test_a_busy_register_says_so_and_the_queue_goes_on(opens: Opens, book: Book, address: str) -> None:
    holder, waiting = opens(), opens()
    waiting._store._wait = 0.2
    if address.startswith("postgresql"):
        waiting._store._connection.execute("SET lock_timeout = '0.2s'")
    with holder.writing() as pen:
        pen.reserve(book, holder="ก")
        begun = time.monotonic()
        with refused("R20", "มีผู้อื่นใช้ทะเบียน"), waiting.writing():
            pass
        assert 0.1 < time.monotonic() - begun < 5
    assert reserved(waiting, book) == [2]
    assert reserved(holder, book) == [3]


def test_a_waiting_clerk_gets_the_next_turn(
    opens: Opens, book: Book, address: str, clock: Clock, mirror: Path
) -> None:
    holder, given = opens(), []

    def wait() -> None:
        with Register.open(address, clock=clock, actor="ข", mirror=mirror) as own:
            given.extend(reserved(own, book))

    waiter = threading.Thread(target=wait)
    with holder.writing() as pen:
        pen.reserve(book, holder="ก")
        waiter.start()
        time.sleep(0.2)
        assert given == []
    waiter.join(10)
    assert given == [2]


class TestSqlite:
    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        return tmp_path / "register.db"

    def opened(self, path: Path, clock: Clock) -> Register:
        return Register.open(str(path), clock=clock, actor="สมมติ")

    @pytest.mark.parametrize("form", ["{}", "sqlite:///{}"])
    def test_an_address_may_be_a_path(self, path: Path, clock: Clock, form: str) -> None:
        with Register.open(form.format(path), clock=clock, actor="ก"):
            assert path.exists()
            assert (path.parent / "register.mirror.jsonl").exists()

    @pytest.mark.parametrize("name", ["ทะเบียน หนังสือ#1?.db", "a%20b.db", "x.sqlite"])
    def test_any_file_name_will_do(self, tmp_path: Path, clock: Clock, book: Book, name: str) -> None:
        with self.opened(tmp_path / "โฟลเดอร์ใหม่" / name, clock) as register:
            reserved(register, book)
        assert (tmp_path / "โฟลเดอร์ใหม่" / name).is_file()

    @pytest.mark.parametrize("content", [b"not a database at all" * 100, b"PK\x03\x04" + b"\x00" * 2000])
    def test_a_file_that_is_no_database_is_left_alone(self, path: Path, clock: Clock, content: bytes) -> None:
        path.write_bytes(content)
        with refused("R24", "register.db"):
            self.opened(path, clock)
        assert path.read_bytes() == content

    def test_a_folder_is_no_register(self, path: Path, clock: Clock) -> None:
        path.mkdir()
        with refused("R24"):
            self.opened(path, clock)

    def test_a_file_marked_read_only_is_refused(self, path: Path, clock: Clock) -> None:
        self.opened(path, clock).close()
        path.chmod(0o444)
        with refused("R22", "อ่านอย่างเดียว"):
            self.opened(path, clock)

    def test_a_folder_marked_read_only_is_refused(self, path: Path, clock: Clock) -> None:
        path.parent.chmod(0o555)
        try:
            with refused("R22"):
                self.opened(path, clock)
        finally:
            path.parent.chmod(0o755)

    def test_damage_is_told_as_damage(self, path: Path, clock: Clock, book: Book) -> None:
        with self.opened(path, clock) as register:
            reserved(register, book, count=500)
            register.backup(path.with_name("whole.db"))
        damaged = bytearray(path.with_name("whole.db").read_bytes())
        for page in range(3 * 4096, len(damaged), 4096):
            damaged[page : page + 200] = b"\xff" * 200
        path.write_bytes(damaged)
        with refused("R25", "สำรอง"), self.opened(path, clock) as register:
            register.verify()

    def test_settings_are_in_force(self, path: Path, clock: Clock) -> None:
        store = SqliteStore(path, create=True)
        settings = {
            name: store.query(f"PRAGMA {name}")[0][0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
        store.close()
        assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 30000}

    def test_a_file_with_smaller_pages_goes_on_with_them(self, path: Path, clock: Clock, book: Book) -> None:
        with sqlite3.connect(path) as older:
            older.execute("PRAGMA page_size = 4096")
            older.execute("VACUUM")
        older.close()
        for number in ("๑", "๒"):
            with self.opened(path, clock) as register:
                assert issued(register, book, number).entry.number.endswith(number)
                assert register.verify() == []
        with sqlite3.connect(path) as file:
            assert file.execute("PRAGMA page_size").fetchone() == (4096,)
        file.close()

    def test_a_full_disk_takes_no_number(self, path: Path, clock: Clock, book: Book) -> None:
        with self.opened(path, clock) as register:
            issued(register, book)
            pages = register._store.query("PRAGMA page_count")[0][0]
            register._store.query(f"PRAGMA max_page_count = {pages}")
            with refused("R38", "ดิสก์เต็ม"), register.writing() as pen:
                pen.reserve(book, holder="ก", count=900)
            register._store.query("PRAGMA max_page_count = 1000000")
            assert reserved(register, book) == [2]
            assert register.verify() == []

    def test_only_the_main_file_copied_is_known_as_older(self, path: Path, clock: Clock, book: Book) -> None:
        """What offices do: copy register.db alone, while its newest part is still in the journal."""
        with self.opened(path, clock) as register:
            reserved(register, book, count=3)
            shutil.copy(path, path.with_name("copy"))
        for name in ("register.db", "register.db-wal", "register.db-shm"):
            path.with_name(name).unlink(missing_ok=True)
        path.with_name("copy").rename(path)
        with self.opened(path, clock) as register:
            with refused("R40"), register.writing() as pen:
                pen.reserve(book, holder="ก")
            register.reconcile({})
            assert reserved(register, book) == [4]


@pytest.mark.postgres
class TestPostgres:
    def test_a_wrong_password_never_shows(self, server: Server, clock: Clock) -> None:
        url = server.url("postgres").replace("clerk@", "nobody:s3cret-word@")
        with refused("R28", "nobody") as finding:
            Register.open(url, clock=clock, actor="ก")
        assert "s3cret" not in str(finding())

    def test_a_missing_database_is_named(self, server: Server, clock: Clock) -> None:
        with refused("R29", "“nowhere”", "createdb nowhere"):
            Register.open(server.url("nowhere"), clock=clock, actor="ก")

    def test_a_server_that_is_not_there_is_told(self, clock: Clock) -> None:
        url = "postgresql://clerk:s3cret-word@127.0.0.1:1/x"
        with refused("R27", "postgresql://clerk@127.0.0.1:1/x") as finding:
            Register.open(url, clock=clock, actor="ก")
        assert "s3cret" not in str(finding())

    def test_an_address_that_cannot_be_read_is_not_repeated(self, clock: Clock) -> None:
        with refused("R29", "%40") as finding:
            Register.open("postgresql://clerk:s3cret@word@:x:/%zz", clock=clock, actor="ก")
        assert "s3cret" not in str(finding())

    @pytest.mark.parametrize("scheme", ["postgres", "postgresql+psycopg", "postgresql+psycopg2"])
    def test_other_ways_to_write_the_address(self, server: Server, clock: Clock, scheme: str) -> None:
        url = server.new_database().replace("postgresql", scheme)
        with Register.open(url, clock=clock, actor="ก") as register:
            assert register.anchor().count == 1

    def test_a_clerk_without_rights_is_told(self, server: Server, clock: Clock) -> None:
        url = server.new_database()
        server.execute("DROP ROLE IF EXISTS guest")
        server.execute("CREATE ROLE guest LOGIN")
        with refused("R28", "guest"):
            Register.open(url.replace("clerk@", "guest@"), clock=clock, actor="ก")

    def test_a_lost_connection_is_told_and_made_anew(self, server: Server, clock: Clock, book: Book) -> None:
        url = server.new_database()
        with Register.open(url, clock=clock, actor="ก") as register:
            kill = (
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                f" WHERE datname = '{url.rpartition('/')[2]}' AND pid <> pg_backend_pid()"
            )
            with refused("R27", "สั่งคำสั่งเดิมซ้ำ"), register.writing() as pen:
                pen.reserve(book, holder="ก")
                server.execute(kill)
            assert reserved(register, book) == [1]
            server.execute(kill)
            assert len(register.entries()) == 1

    def test_a_database_of_another_encoding_is_refused(self, server: Server, clock: Clock) -> None:
        server.execute("CREATE DATABASE tis ENCODING 'SQL_ASCII' TEMPLATE template0 LOCALE 'C'")
        with refused("R26", "server_encoding", "UTF8"):
            Register.open(server.url("tis"), clock=clock, actor="ก")

    def test_a_standby_is_told_as_read_only(self, server: Server, clock: Clock, book: Book) -> None:
        url = server.new_database()
        Register.open(url, clock=clock, actor="ก").close()
        server.execute(f"ALTER DATABASE {url.rpartition('/')[2]} SET default_transaction_read_only = on")
        with Register.open(url, clock=clock, actor="ก") as register:
            assert register.entries() == []
            with refused("R22"), register.writing() as pen:
                pen.reserve(book, holder="ก")

    def test_settings_are_in_force(self, server: Server) -> None:
        store = PostgresStore(server.new_database())
        assert store.query("SHOW synchronous_commit") == [("on",)]
        assert store.query("SHOW lock_timeout") == [("30s",)]
        store.close()


def test_a_refusal_is_one_error_with_exit_code_four(tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(RegisterRefusal) as caught:
        Register.open(str(tmp_path / "x.db"), clock=clock, actor="ก", create=False)
    assert caught.value.exit_code == 4
