"""The store: a database opens only with the keyring it was written with."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from domain.concern import Concern, State
from domain.people import Role
from domain.questionnaire import Answer
from storage.database import StorageError, Write
from storage.engines import is_taken
from storage.keyring import Keyring
from storage.routes import Route
from storage.schema import cards, concerns, inbox
from storage.store import Store, open_store
from tests.postgres import on_both_engines

pytestmark = on_both_engines


async def test_a_keyring_that_is_not_the_databases_own_is_refused(
    data: str, tmp_path: Path
) -> None:
    keys = tmp_path / "keyring.db"
    await (await open_store(data, keys)).close()
    await (await Keyring.open(tmp_path / "another.db")).close()
    with pytest.raises(StorageError, match="does not belong"):
        await open_store(data, tmp_path / "another.db")
    await (await open_store(data, keys)).close()


async def test_a_lost_keyring_is_not_quietly_made_anew(data: str, tmp_path: Path) -> None:
    keys = tmp_path / "keyring.db"
    await (await open_store(data, keys)).close()
    keys.rename(tmp_path / "elsewhere.db")
    with pytest.raises(StorageError, match="from its backup"):
        await open_store(data, keys)


RECEIVED = datetime(2026, 11, 23, 9, tzinfo=UTC)


async def add(
    store: Store, number: int, state: State = State.RECEIVED, name: str | None = None
) -> Concern:
    """Store a concern that came so many hours after the first."""
    received = RECEIVED + timedelta(hours=number)
    name = name or f"Kaldenavn {number}"
    day = date(2026, 11, 30)
    concern = Concern(str(number), name, Role.RELATIVE, False, received, day, day, state=state)
    given, route = {"where": Answer(words=name)}, Route(number, "da", True)
    await store.database.write(await store.concerns.add(concern, given, route, str(number)))
    return concern


async def test_no_two_concerns_have_the_same_name(store: Store) -> None:
    await add(store, 1)
    with pytest.raises(IntegrityError) as refused:
        await add(store, 2, name="Kaldenavn 1")
    assert is_taken(refused.value)  # so the turn runs again, and draws another
    assert await store.concerns.nicknames_among(["Kaldenavn 1", "Kaldenavn 2"]) == {"Kaldenavn 1"}


async def test_the_newest_that_go_on_are_read_with_their_words(store: Store) -> None:
    for number, state in enumerate((State.TAKEN, State.CLOSED, State.REACTED, State.RECEIVED)):
        await add(store, number, state)
    found = await store.concerns.recent(2)
    assert [each.id for each, _ in found] == ["3", "2"]
    assert [given["where"].words for _, given in found] == ["Kaldenavn 3", "Kaldenavn 2"]


async def test_a_forgotten_and_a_damaged_one_hide_no_other(store: Store) -> None:
    for number in range(3):
        await add(store, number)
    await store.keyring.destroy_concern_keys(["0"])
    broken = update(concerns).where(concerns.c.id == "1").values(words=b"x")
    await store.database.write(Write(broken))
    assert [each.id for each, _ in await store.concerns.recent(9)] == ["2"]


@pytest.mark.parametrize("parts", [0, 431_000])
async def test_of_an_arrival_only_its_day_is_kept_even_if_it_came_at_noon(
    store: Store, parts: int
) -> None:
    await add(store, 3, State.REACTED)
    came = datetime(2026, 11, 23, 12, microsecond=parts, tzinfo=UTC)
    await store.database.write(Write(update(concerns).values(received_at=came)))
    writes = await store.forgetting.blur(came + timedelta(days=3), ZoneInfo("Europe/Copenhagen"))
    assert len(writes) == (1 if parts else 0)
    await store.database.write(*writes)
    (row,) = await store.database.read(select(concerns.c.received_at))
    assert row.received_at == datetime(2026, 11, 23, 12, tzinfo=UTC)


async def test_an_arrival_keeps_its_time_while_a_reaction_can_be_taken_back(store: Store) -> None:
    await add(store, 1, State.REACTED)
    zone = ZoneInfo("Europe/Copenhagen")
    for days, blurred in ((0, 0), (2, 0), (3, 1)):
        now = RECEIVED + timedelta(days=days, hours=1)
        assert len(await store.forgetting.blur(now, zone)) == blurred


async def test_a_message_finds_back_to_its_concern_and_no_row_says_which_chat(store: Store) -> None:
    outbox = store.outbox
    await store.database.write(outbox.about(4711, 12, "c"), outbox.about(4711, 12, "c"))
    assert await outbox.concern_at(4711, 12) == "c"
    assert await outbox.concern_at(4711, 13) is None
    assert await outbox.concern_at(4712, 12) is None
    (row,) = await store.database.read(select(cards))
    assert b"4711" not in repr(tuple(row)).encode()


async def test_an_update_sealed_by_another_process_under_newer_keys_is_read(
    store: Store, data: str, tmp_path: Path
) -> None:
    other = await open_store(data, tmp_path / "keyring.db")
    await other.keyring.generations.begin(RECEIVED)
    await other.inbox.add([(1, 7, {"message": "hej"})], RECEIVED)
    await other.close()
    (received,) = await store.inbox.waiting(RECEIVED, (), 9)
    assert received.raw == {"message": "hej"}


async def test_a_way_back_was_cut_short_only_if_its_key_is_gone(store: Store) -> None:
    concern = await add(store, 1)
    assert not await store.routes.was_cut_short("nobody's")
    assert not await store.routes.was_cut_short(concern.id)
    await store.keyring.destroy_route_key(concern.id)
    assert await store.routes.was_cut_short(concern.id)


async def test_two_that_seal_anew_at_once_leave_every_row_readable(store: Store) -> None:
    for number in range(3):
        await store.inbox.add([(number, number, {"message": number})], RECEIVED)
    broken = update(inbox).where(inbox.c.update_id == 0).values(sealed=b"?" * 60)
    await store.database.write(Write(broken))
    await store.keyring.generations.begin(RECEIVED)
    done = await asyncio.gather(*(store.resealing.everything() for _ in range(2)))
    assert any(done)
    assert await store.resealing.everything()
    await store.keyring.generations.destroy_older()
    found = [each.raw for each in await store.inbox.waiting(RECEIVED, (), 9)]
    assert found == [None, {"message": 1}, {"message": 2}]
