"""The journal's chain: nobody changes, moves, adds, takes out or cuts off an entry unseen."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import ColumnElement, Executable, Row, delete, insert, select, update

from storage.database import Check, Conflict, Database, Write
from storage.journal import Entry
from storage.journal_chain import Chain
from storage.journal_proof import EMPTIED, EMPTY, Break, Kind, Proof, ranges
from storage.schema import journal, marks
from storage.store import Store, open_store
from tests.postgres import on_both_engines

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
ENTRIES = 12


@pytest.fixture
async def store(data: str, tmp_path: Path) -> AsyncIterator[Store]:
    """A store whose journal has twelve entries and is anchored."""
    opened = await open_store(data, tmp_path / "keyring.db")
    for number in range(ENTRIES):
        await opened.database.write(opened.journal.note(_entry(number)))
    await opened.journal.chain.anchor()
    yield opened
    await opened.close()


def _entry(number: int) -> Entry:
    return Entry(NOW + timedelta(hours=number), f"member{number}", "taken", f"concern{number}")


async def found(store: Store) -> tuple[Kind, int] | None:
    """Return what a look at the whole journal finds."""
    broken = (await store.journal.chain.verify()).broken
    return (broken.kind, broken.number) if broken else None


@on_both_engines
async def test_a_journal_nobody_touched_is_whole(store: Store) -> None:
    verdict = await store.journal.chain.verify()
    assert (verdict.entries, verdict.broken) == (ENTRIES, None)


@pytest.mark.parametrize("number", [1, 5, ENTRIES])
@pytest.mark.parametrize(
    "change",
    [
        {"actor": "somebody else"},
        {"action": "closed: gone"},
        {"concern": None},
        {"concern": "another"},
        {"at": NOW + timedelta(days=2)},
        {"digest": "0" * 64},
        {"digest": "æ"},
        {"salt": b"0" * 16},
    ],
)
async def test_a_changed_entry_is_found(store: Store, number: int, change: dict[str, str]) -> None:
    await store.database.write(Write(update(journal).where(_is(number)).values(change), rows=1))
    assert await found(store) == (Kind.CHANGED, number)


@pytest.mark.parametrize("link", [None, "0" * 64, "æ"])
async def test_a_changed_link_is_found(store: Store, link: str | None) -> None:
    await store.database.write(Write(update(journal).where(_is(5)).values(link=link), rows=1))
    assert await found(store) == (Kind.ADDED, 5)


@pytest.mark.parametrize(("number", "kind"), [(1, Kind.MISSING), (5, Kind.MISSING)])
async def test_a_deleted_entry_is_found(store: Store, number: int, kind: Kind) -> None:
    await store.database.write(Write(delete(journal).where(_is(number)), rows=1))
    assert await found(store) == (kind, number)


@pytest.mark.parametrize("left", [0, 1, ENTRIES - 1])
async def test_a_cut_end_is_found(store: Store, left: int) -> None:
    await store.database.write(Write(delete(journal).where(journal.c.number > left)))
    assert await found(store) == (Kind.CUT_OFF, left + 1)


async def test_a_cut_end_that_was_written_over_is_found(store: Store) -> None:
    await store.database.write(Write(delete(journal).where(journal.c.number > ENTRIES - 2)))
    for number in range(4):
        await store.database.write(store.journal.note(_entry(number)))
    assert await found(store) == (Kind.CHANGED, ENTRIES)


async def test_two_entries_that_changed_places_are_found(store: Store) -> None:
    for old, new in ((4, 99), (7, 4), (99, 7)):
        await store.database.write(Write(update(journal).where(_is(old)).values(number=new)))
    assert await found(store) == (Kind.ADDED, 4)


async def test_an_entry_that_was_put_in_is_found(store: Store) -> None:
    row = (await store.database.read(select(journal).where(_is(3))))[0]
    forged = dict(row._mapping) | {"number": ENTRIES + 1}
    await store.database.write(Write(insert(journal).values(forged)))
    assert await found(store) == (Kind.ADDED, ENTRIES + 1)


async def test_a_whole_journal_of_another_keyring_is_found(store: Store, tmp_path: Path) -> None:
    other = await open_store(f"sqlite+aiosqlite:///{tmp_path}/b.db", tmp_path / "other.db")
    for number in range(ENTRIES):
        await other.database.write(other.journal.note(_entry(number)))
    rows = [dict(row._mapping) for row in await other.database.read(select(journal))]
    await store.database.write(Write(delete(journal)), Write(insert(journal).values(rows)))
    assert await found(store) == (Kind.CHANGED, 1)
    await other.close()


async def test_forgotten_entries_say_nothing_and_the_chain_holds(store: Store) -> None:
    about = [_entry(each).concern for each in (2, 3, 6)]
    for concern in about:
        await store.database.write(store.journal.forget(concern or "", NOW))
    await store.journal.chain.anchor()
    assert await found(store) is None
    rows = await store.database.read(select(journal).where(journal.c.number.in_([3, 4, 7])))
    assert {(row.actor, row.action, row.concern, row.salt) for row in rows} == {
        ("", "forgotten", None, None)
    }
    assert len({row.at for row in rows}) == 1
    newest = await store.journal.newest(99, 0)
    assert [each.action for each in newest[:3]] == [f"{EMPTIED}{each}" for each in (7, 4, 3)]
    assert len(newest) == await store.journal.count() == ENTRIES


async def test_what_is_added_until_the_forgetting_is_committed_is_forgotten_too(
    store: Store,
) -> None:
    forgets = store.journal.forget("concern4", NOW)
    await store.database.write(store.journal.note(_entry(4)))
    await store.database.write(store.journal.note(_entry(4)), forgets)
    assert await store.journal.of("concern4") == []
    assert (await store.journal.newest(1, 0))[0].action == f"{EMPTIED}5,13-14"
    assert await found(store) is None


async def test_what_nothing_was_noted_about_needs_no_word_when_forgotten(store: Store) -> None:
    await store.database.write(store.journal.forget("never there", NOW))
    assert await store.journal.count() == ENTRIES


async def test_what_is_forgotten_while_the_journal_is_read_is_no_break(store: Store) -> None:
    class Meanwhile(Database):
        """Lets a concern be forgotten as soon as the first entries were read."""

        def __init__(self) -> None:
            self.done = False

        async def read(self, statement: Executable, **values: Any) -> Sequence[Row[Any]]:
            rows = await store.database.read(statement, **values)
            if not self.done:
                self.done = True
                await store.database.write(store.journal.forget("concern4", NOW))
            return rows

    proof = Proof(Meanwhile(), store.keyring.key("journal"))
    assert await proof.broken() is None
    assert await proof.unnamed() is None
    assert proof.entries == ENTRIES + 1


async def test_an_entry_emptied_without_a_word_is_found(store: Store) -> None:
    await store.database.write(Write(update(journal).where(_is(5)).values(**EMPTY, salt=None)))
    assert await found(store) == (Kind.EMPTIED, 5)
    broken = (await store.journal.chain.verify()).broken
    assert broken
    assert broken.after == _entry(3).at


async def test_an_entry_said_to_be_emptied_that_is_not_is_found(store: Store) -> None:
    await store.database.write(store.journal.note(Entry(NOW, "clock", f"{EMPTIED}5", None)))
    assert await found(store) == (Kind.EMPTIED, 5)


async def test_an_emptied_entry_that_says_something_again_is_found(store: Store) -> None:
    await store.database.write(store.journal.forget("concern4", NOW))
    await store.database.write(Write(update(journal).where(_is(5)).values(actor="anna")))
    assert await found(store) == (Kind.CHANGED, 5)


@on_both_engines
async def test_entries_of_before_the_chain_are_tied_once_and_only_once(
    data: str, tmp_path: Path
) -> None:
    url, keys = data, tmp_path / "keyring.db"
    before = await open_store(url, keys)
    old = {"at": NOW, "actor": "anna", "action": "taken", "concern": "c"}
    await before.database.write(*(Write(insert(journal).values(old)) for _ in range(3)))
    assert await found(before) == (Kind.ADDED, 1)
    await before.close()
    after = await open_store(url, keys)
    assert await found(after) is None
    await after.journal.chain.anchor()
    untied = {"link": None, "digest": None, "salt": None, "actor": "bo"}
    await after.database.write(Write(update(journal).values(untied)))
    await after.close()
    again = await open_store(url, keys)
    assert await found(again) == (Kind.ADDED, 1)
    await again.close()


async def test_two_that_tie_old_entries_at_once_tie_them_once(tmp_path: Path) -> None:
    keys = tmp_path / "keyring.db"
    opened = await open_store(f"sqlite+aiosqlite:///{tmp_path}/data.db", keys)
    old = {"at": NOW, "actor": "anna", "action": "taken", "concern": "c"}
    await opened.database.write(*(Write(insert(journal).values(old)) for _ in range(3)))
    chains = [Chain(opened.database, opened.keyring) for _ in range(2)]
    await asyncio.gather(*(each.adopt() for each in chains))
    assert await found(opened) is None
    await opened.database.write(Write(delete(journal).where(journal.c.number > 2)))
    assert await found(opened) == (Kind.CUT_OFF, 3)
    await opened.close()


@on_both_engines
async def test_a_turn_that_is_undone_leaves_no_hole(store: Store) -> None:
    never = Check(update(marks).where(marks.c.name == "never there").values(value="x"), rows=1)
    turns = [
        store.database.write(
            store.journal.note(_entry(each)),
            *([never] if each % 3 == 0 else []),
        )
        for each in range(1000)
    ]
    outcomes = await asyncio.gather(*turns, return_exceptions=True)
    assert sum(isinstance(each, Conflict) for each in outcomes) == 334
    verdict = await store.journal.chain.verify()
    assert (verdict.entries, verdict.broken) == (ENTRIES + 666, None)


@on_both_engines
async def test_two_stores_that_write_at_once_make_one_chain(
    store: Store, data: str, tmp_path: Path
) -> None:
    other = await open_store(data, tmp_path / "keyring.db")
    writes = [each.database.write(each.journal.note(_entry(0))) for each in (store, other) * 50]
    await asyncio.gather(*writes)
    verdict = await other.journal.chain.verify()
    assert (verdict.entries, verdict.broken) == (ENTRIES + 100, None)
    await other.close()


async def test_a_cut_that_is_anchored_over_stays_found_until_a_backup_is_put_back(
    store: Store,
) -> None:
    chain = store.journal.chain
    await store.database.write(Write(delete(journal).where(journal.c.number > ENTRIES - 2)))
    assert not await chain.anchor()
    for number in range(4):
        await store.database.write(store.journal.note(_entry(number)))
        assert await chain.anchor()
    for each in (chain, Chain(store.database, store.keyring)):
        broken = (await each.verify()).broken
        assert broken == Break(Kind.CUT_OFF, ENTRIES - 1, _entry(ENTRIES - 3).at)
    await store.database.write(Write(delete(journal).where(journal.c.number > 3)))
    assert await found(store) == (Kind.CUT_OFF, ENTRIES - 1)
    await store.journal.restored(NOW)
    assert await found(store) is None
    assert (await store.journal.newest(1, 0))[0] == Entry(NOW, "clock", "restored", None)
    await store.database.write(Write(delete(journal).where(journal.c.number > 3)))
    assert await found(store) == (Kind.CUT_OFF, 4)


async def test_a_replaced_end_stays_found_when_it_is_anchored_over(store: Store) -> None:
    await store.database.write(Write(delete(journal).where(journal.c.number > ENTRIES - 2)))
    for number in range(4):
        await store.database.write(store.journal.note(_entry(number)))
    assert not await store.journal.chain.anchor()
    assert await found(store) == (Kind.CHANGED, ENTRIES)


async def test_a_journal_that_was_emptied_beside_the_bot_stays_found(store: Store) -> None:
    await store.database.write(Write(delete(journal)))
    assert not await store.journal.chain.anchor()
    assert await store.journal.chain.anchor()
    assert await found(store) == (Kind.CUT_OFF, 1)


async def test_what_came_after_the_last_anchor_is_fine(store: Store, tmp_path: Path) -> None:
    await store.database.write(store.journal.note(_entry(0)))
    assert await found(store) is None
    again = Chain(store.database, store.keyring)
    await again.anchor()
    await again.anchor()
    assert (await again.verify()).entries == ENTRIES + 1


def test_numbers_are_said_in_ranges() -> None:
    assert ranges([12, 5, 6, 7, 9]) == "5-7,9,12"
    assert ranges([]) == ""


def _is(number: object) -> ColumnElement[bool]:
    return journal.c.number == number
