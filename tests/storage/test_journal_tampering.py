"""Whatever somebody does to the journal's table behind the bot's back is found, and named."""

import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.journal import Entry
from storage.journal_proof import Kind
from storage.store import Store, open_store

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
SAID, FORGOTTEN = 12, (4, 5, 9)
ENTRIES = SAID + 1  # the last one names what was forgotten
COLUMNS = ("at", "actor", "action", "concern", "salt", "digest", "link")
numbers = st.integers(1, ENTRIES)
# SQLite takes anything in any column, also text that is none.
values = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.binary(max_size=20),
    st.text(st.characters(codec="utf-8"), max_size=20),
    st.sampled_from(["", "forgotten", "emptied: 2", "1970-01-01 00:00:00.000000"]),
)
tampering = settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    """A store with entries with and without a concern, three of them forgotten; anchored."""
    opened = await open_store(f"sqlite+aiosqlite:///{tmp_path}/data.db", tmp_path / "keyring.db")
    for number in range(1, SAID + 1):
        concern = "gone" if number in FORGOTTEN else ("here" if number % 2 else None)
        entry = Entry(NOW + timedelta(hours=number), "anna", "taken", concern)
        await opened.database.write(opened.journal.note(entry))
    await opened.database.write(opened.journal.forget("gone", NOW))
    await opened.journal.chain.anchor()
    yield opened
    await opened.close()


@pytest.fixture
def table(store: Store, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """The journal's table, as somebody sees it who can write to the file."""
    with closing(sqlite3.connect(tmp_path / "data.db", isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("CREATE TEMP TABLE as_it_was AS SELECT * FROM journal")
        yield connection


async def found(store: Store, table: sqlite3.Connection) -> tuple[Kind, int] | None:
    """Return what a look at the whole journal finds, and put everything back as it was."""
    broken = (await store.journal.chain.verify()).broken
    table.execute("DELETE FROM journal")
    table.execute("INSERT INTO journal SELECT * FROM as_it_was")
    assert (await store.journal.chain.verify()).broken is None
    return (broken.kind, broken.number) if broken else None


def raw(table: sqlite3.Connection, number: int, column: str) -> tuple[Any, ...]:
    query = f"SELECT typeof({column}), hex({column}) FROM journal WHERE number = ?"
    return tuple(table.execute(query, (number,)).fetchone())


@tampering
@given(number=numbers, column=st.sampled_from(COLUMNS), value=values)
async def test_any_change_of_any_column_is_found(
    store: Store, table: sqlite3.Connection, number: int, column: str, value: Any
) -> None:
    before = raw(table, number, column)
    try:
        table.execute(f"UPDATE journal SET {column} = ? WHERE number = ?", (value, number))
    except sqlite3.IntegrityError:
        return  # the table itself refuses it
    changed = raw(table, number, column) != before
    wrong = await found(store, table)
    if not changed:
        assert wrong is None
    elif column == "link" or (column == "digest" and (value is None or number in FORGOTTEN)):
        assert wrong == (Kind.ADDED, number)
    else:
        assert wrong == (Kind.CHANGED, number)


@pytest.mark.parametrize("column", COLUMNS)
async def test_text_that_is_none_is_found(
    store: Store, table: sqlite3.Connection, column: str
) -> None:
    for number in (1, 4, ENTRIES):
        broken = f"UPDATE journal SET {column} = CAST(x'ff' AS TEXT) WHERE number = ?"
        table.execute(broken, (number,))
        assert await found(store, table) == (Kind.CHANGED, number)


async def test_any_deletion_is_found(store: Store, table: sqlite3.Connection) -> None:
    for number in range(1, ENTRIES + 1):
        table.execute("DELETE FROM journal WHERE number = ?", (number,))
        kind = Kind.CUT_OFF if number == ENTRIES else Kind.MISSING
        assert await found(store, table) == (kind, number)


async def test_any_cut_end_is_found(store: Store, table: sqlite3.Connection) -> None:
    for left in range(ENTRIES):
        table.execute("DELETE FROM journal WHERE number > ?", (left,))
        assert await found(store, table) == (Kind.CUT_OFF, left + 1)


@tampering
@given(pair=st.tuples(numbers, numbers), columns=st.sampled_from(["number", "all but the link"]))
async def test_any_two_that_change_places_are_found(
    store: Store, table: sqlite3.Connection, pair: tuple[int, int], columns: str
) -> None:
    low, high = sorted(pair)
    if columns == "number":
        for old, new in ((low, 99), (high, low), (99, high)):
            table.execute("UPDATE journal SET number = ? WHERE number = ?", (new, old))
    else:
        told = "at, actor, action, concern, salt, digest"
        swapped = (
            f"UPDATE journal SET ({told}) = (SELECT {told} FROM as_it_was WHERE number = ?) "
            "WHERE number = ?"
        )
        table.execute(swapped, (low, high))
        table.execute(swapped, (high, low))
    assert await found(store, table) == (None if low == high else (Kind.ADDED, low))


@tampering
@given(number=numbers, to=st.integers(-5, 40).filter(lambda each: not 1 <= each <= ENTRIES))
async def test_any_other_number_is_found(
    store: Store, table: sqlite3.Connection, number: int, to: int
) -> None:
    table.execute("UPDATE journal SET number = ? WHERE number = ?", (to, number))
    expected = (Kind.ADDED, to) if to < 1 else (Kind.MISSING, number)
    assert await found(store, table) == expected


@tampering
@given(like=numbers, at=st.integers(-3, ENTRIES + 1).filter(lambda each: not 1 <= each <= ENTRIES))
async def test_any_copy_that_is_put_in_is_found(
    store: Store, table: sqlite3.Connection, like: int, at: int
) -> None:
    rest = ", ".join(COLUMNS)
    copied = f"INSERT INTO journal (number, {rest}) SELECT ?, {rest} FROM journal WHERE number = ?"
    table.execute(copied, (at, like))
    assert await found(store, table) == (Kind.ADDED, at)


async def test_one_that_is_put_in_between_is_found(store: Store, table: sqlite3.Connection) -> None:
    rest = ", ".join(COLUMNS)
    copied = f"INSERT INTO journal (number, {rest}) SELECT ?, {rest} FROM journal WHERE number = ?"
    for after in range(1, ENTRIES + 1):
        table.execute("UPDATE journal SET number = -number - 1 WHERE number > ?", (after,))
        table.execute("UPDATE journal SET number = -number WHERE number < 0")
        table.execute(copied, (after + 1, after))
        assert await found(store, table) == (Kind.ADDED, after + 1)


async def test_any_other_that_is_emptied_is_found(store: Store, table: sqlite3.Connection) -> None:
    emptied = "at, actor, action, concern, salt"
    query = f"UPDATE journal SET ({emptied}) = (SELECT {emptied} FROM journal WHERE number = 4)"
    for number in range(1, ENTRIES):
        table.execute(f"{query} WHERE number = ?", (number,))
        expected = None if number in FORGOTTEN else (Kind.EMPTIED, number)
        assert await found(store, table) == expected
    # Without the one that names them, the first of those forgotten has no word either.
    table.execute(f"{query} WHERE number = ?", (ENTRIES,))
    assert await found(store, table) == (Kind.EMPTIED, FORGOTTEN[0])


async def test_an_older_copy_is_found(store: Store, table: sqlite3.Connection) -> None:
    entry = Entry(NOW, "anna", "closed: manages", "here")
    await store.database.write(store.journal.note(entry))
    await store.journal.chain.anchor()
    table.execute("DELETE FROM journal")
    table.execute("INSERT INTO journal SELECT * FROM as_it_was")
    broken = (await store.journal.chain.verify()).broken
    assert broken
    assert (broken.kind, broken.number) == (Kind.CUT_OFF, ENTRIES + 1)
    for _ in range(3):
        await store.database.write(store.journal.note(entry))
    broken = (await store.journal.chain.verify()).broken
    assert broken
    assert (broken.kind, broken.number) == (Kind.CHANGED, ENTRIES + 1)
