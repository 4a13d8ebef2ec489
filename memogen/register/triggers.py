"""The laws that the database itself keeps, whoever speaks to it: nothing deleted, numbers never moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from memogen.register.rows import COLUMNS

_ALWAYS = ("code", "kind", "year_be", "serial", "origin", "cell", "created_at")
_CHANGING = ("status", "reason", "way", "dispatched_on", "recipient", "changed_at", "actor")
_ONCE_ISSUED = tuple(name for name in COLUMNS if name not in (*_ALWAYS, *_CHANGING))

_LEGAL = (
    "OLD.status = NEW.status"
    " OR (OLD.status = 'reserved' AND NEW.status IN ('issued', 'void'))"
    " OR (OLD.status = 'issued' AND NEW.status IN ('dispatched', 'void'))"
)


@dataclass(frozen=True, slots=True)
class _Law:
    """What may not happen to a row of a table; `when` speaks of OLD and NEW."""

    name: str
    table: str
    act: str
    message: str
    when: str = ""


def _changed(names: Iterable[str]) -> str:
    return "(" + " OR ".join(f'NEW."{name}" {{isnt}} OLD."{name}"' for name in names) + ")"


_LAWS = (
    *(
        _Law(f"{table}_stay", table, "DELETE", "nothing is ever deleted from the register")
        for table in ("meta", "books", "entries", "documents", "events")
    ),
    _Law("entries_place", "entries", "UPDATE", "a number never moves", _changed(_ALWAYS)),
    _Law(
        "entries_frozen",
        "entries",
        "UPDATE",
        "an issued number is frozen",
        "OLD.status <> 'reserved' AND " + _changed(_ONCE_ISSUED),
    ),
    _Law(
        "entries_final",
        "entries",
        "UPDATE",
        "what is void or dispatched stays so",
        "OLD.status IN ('void', 'dispatched') AND " + _changed(_CHANGING),
    ),
    _Law("entries_states", "entries", "UPDATE", "the state may not change so", f"NOT ({_LEGAL})"),
    _Law("books_place", "books", "UPDATE", "a book never moves", _changed(("code", "kind", "year_be"))),
    _Law(
        "books_forward",
        "books",
        "UPDATE",
        "the counter never goes back",
        "(NEW.last < OLD.last OR NEW.floor < OLD.floor) AND OLD.last <> OLD.floor",
    ),
    _Law("documents_frozen", "documents", "UPDATE", "a document is never changed"),
    _Law("events_frozen", "events", "UPDATE", "the trail is never changed"),
    _Law(
        "meta_forward",
        "meta",
        "UPDATE",
        "the trail never gets shorter",
        "NEW.events < OLD.events OR NEW.version < OLD.version"
        " OR (OLD.register <> '' AND NEW.register <> OLD.register)",
    ),
)


def statements(dialect: str) -> Iterator[str]:
    """The CREATE statements for "sqlite" or "postgresql"."""
    if dialect == "sqlite":
        yield from map(_sqlite, _LAWS)
    else:
        yield from _postgresql()


def _sqlite(law: _Law) -> str:
    when = f" WHEN {law.when.format(isnt='IS NOT')}" if law.when else ""
    return (
        f"CREATE TRIGGER {law.name} BEFORE {law.act} ON {law.table}{when}"
        f" BEGIN SELECT RAISE(ABORT, '{law.message}'); END"
    )


def _postgresql() -> Iterator[str]:
    yield (
        "CREATE FUNCTION memogen_refuse() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION USING MESSAGE = TG_ARGV[0], ERRCODE = 'integrity_constraint_violation';"
        " END $$"
    )
    for law in _LAWS:
        when = f" WHEN ({law.when.format(isnt='IS DISTINCT FROM')})" if law.when else ""
        yield (
            f"CREATE TRIGGER {law.name} BEFORE {law.act} ON {law.table} FOR EACH ROW{when}"
            f" EXECUTE FUNCTION memogen_refuse('{law.message}')"
        )
    for table in ("meta", "books", "entries", "documents", "events"):
        yield (
            f"CREATE TRIGGER {table}_whole BEFORE TRUNCATE ON {table} FOR EACH STATEMENT"
            " EXECUTE FUNCTION memogen_refuse('nothing is ever deleted from the register')"
        )
