"""What is known of the messages in a chat: enough to delete them, and nothing to read."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from storage.schema import chat_messages
from storage.store import open_store
from tests.postgres import on_both_engines

pytestmark = on_both_engines

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
KIM, BO = 5_550_001_111, 5_550_002_222


async def test_of_each_chat_the_young_messages_are_known_in_order(
    data: str, tmp_path: Path
) -> None:
    store = await open_store(data, tmp_path / "keys.db")
    sent = {7: timedelta(hours=1), 5: timedelta(hours=47), 3: timedelta(hours=48)}
    writes = [store.chat_messages.note(KIM, each, NOW - age) for each, age in sent.items()]
    again = store.chat_messages.note(KIM, 7, NOW)
    await store.database.write(*writes, again, store.chat_messages.note(BO, 6, NOW))
    assert await store.chat_messages.deletable(KIM, NOW) == [5, 7]
    await store.database.write(store.chat_messages.forget(KIM, [5]))
    assert await store.chat_messages.deletable(KIM, NOW) == [7]
    assert await store.chat_messages.deletable(BO, NOW) == [6]
    await store.close()


async def test_no_value_is_equal_to_one_kept_of_the_person_elsewhere(
    data: str, tmp_path: Path
) -> None:
    store = await open_store(data, tmp_path / "keys.db")
    await store.database.write(store.chat_messages.note(KIM, 7, NOW))
    await store.inbox.add([(1, KIM, {"message": {}})], NOW)
    await store.database.write(store.doors.save(await store.doors.at(KIM), NOW.date()))
    [row] = await store.database.read(select(chat_messages))
    inbox = await store.database.read_all_of("SELECT lane FROM inbox")
    doors = await store.database.read_all_of("SELECT tag FROM doors")
    assert len({row.id, row.lane, inbox[0].lane, doors[0].tag}) == 4
    await store.close()
