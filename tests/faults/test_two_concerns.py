"""Nobody who reads the tables learns that two concerns are one person's."""

from collections import defaultdict
from typing import Any

from sqlalchemy import Table, select

from storage.columns import metadata
from tests.faults.secretive import SecretWorker, play
from tests.postgres import on_both_engines
from tests.stage import Stage

# The only columns in which two concerns of one person may be alike: they say how far each has
# come, and who of the team works on it. What a reporter does is noted at noon of its day.
HOW_FAR = {
    "concerns": {
        *("role", "acute", "state", "reaction", "closing", "version", "owner", "offered_to"),
        *("promised_on", "told_on", "told_reacted", "ended_on"),
    },
    "entries": {"day"},
    "reminders": {"rung", "state", "due_at"},
    "journal": {"actor", "action", "at"},
    "alerts": {"member"},
    "undos": {"member", "version", "before", "expires_at"},
}

# Tables that know people by what Telegram knows them by.
OF_PEOPLE = {"doors", "chat_messages", "inbox", "blocks"}

Values = dict[tuple[str, str], set[Any]]


@on_both_engines
async def test_two_concerns_of_one_person_share_no_stored_value(stage: Stage) -> None:
    await play(stage)
    (worker,) = [each for each in stage.cast if isinstance(each, SecretWorker)]
    await worker.takes_and_reacts()
    await worker.asks()
    await stage.everyone_looks()
    one, other, rest = await _stored(stage)
    assert one.keys() == other.keys()
    assert {table for table, _ in one} >= {*HOW_FAR} - {"undos"} | {"cards"}
    for column in one:
        assert not one[column] & other[column], column
    people = [values for (table, _), values in rest.items() if table in OF_PEOPLE]
    theirs = _pieces(set[Any]().union(*people))
    assert len(theirs) > 1_000
    for column in one:
        assert not (_pieces(one[column]) | _pieces(other[column])) & theirs, column


async def _stored(stage: Stage) -> tuple[Values, Values, Values]:
    """Return what is stored of each of two concerns, and what names neither."""
    ids = [each.id for each in await stage.app.store.concerns.known_to(None)]
    found: dict[str | None, Values] = defaultdict(lambda: defaultdict(set))
    for table in metadata.tables.values():
        for row in await stage.app.store.database.read(select(table)):
            said = row._mapping
            texts = [each for each in row if isinstance(each, str)]
            concern = next((each for each in ids if any(each in text for text in texts)), None)
            for name in _telling(table):
                if said[name] not in (None, b"", ""):
                    found[concern][table.name, name].add(said[name])
    one, other = ids
    return found[one], found[other], found[None]


def _telling(table: Table) -> list[str]:
    return [each.name for each in table.c if each.name not in HOW_FAR.get(table.name, ())]


def _pieces(values: set[Any]) -> set[bytes]:
    """Return each text and blob cut at every place into pieces of ten bytes, short ones whole."""
    whole = [each.encode() if isinstance(each, str) else each for each in values]
    texts = [each for each in whole if isinstance(each, bytes)]
    return {each[at : at + 10] for each in texts for at in range(max(len(each) - 9, 1))}
