"""Somebody guesses codes: they are slowed, nobody learns anything, and all else works as ever."""

import asyncio
import os
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, event, select

from bot.preview.people import message
from domain.rates import CODES_OF_ALL, CODES_OF_ONE
from domain.receipt import issue
from handlers.after_sending.tries import Tries
from handlers.raising import typing
from handlers.turn import Turn
from storage.schema import journal
from tests.cast import Citizen, Lead, Person, Relative, the_code
from tests.hand_clock import HandClock
from tests.stage import Stage

UNKNOWN = "Vi kender ikke den kode"
ENOUGH = "Du har prøvet mange koder"


def a_code() -> str:
    """A code of the right shape that nobody has."""
    return issue(os.urandom(10))


def mistyped(code: str) -> str:
    """The code with a wrong last symbol."""
    return code[:-1] + ("A" if code[-1] != "A" else "B")


async def the_bot_is_slow(stage: Stage, but_for: int = 0) -> None:
    """Let so many codes have been tried that every other one waits, but for the next few."""
    for other in range(CODES_OF_ALL - but_for):
        stage.app.house.tries.take(-1 - other, a_code(), stage.clock.now())


async def hears_only(person: Person, words: str) -> None:
    """Look that the bot has said this in one message, and nothing else."""
    (heard,) = await person.new_messages()
    assert words in heard.text
    await person.sees()


async def test_wrong_unknown_and_mistyped_codes_get_the_same_words(stage: Stage) -> None:
    kim, sam = await Relative.arrives(stage, "Kim"), await Relative.arrives(stage, "Sam")
    code = the_code(await kim.raises_a_concern())
    answers = set()
    await sam.says("/start")
    await sam.sees()
    for wrong in (a_code(), mistyped(code), mistyped(a_code())):
        await sam.says(wrong)
        answers.add(tuple(each.text for each in await sam.new_messages()))
        await sam.sees(UNKNOWN)
    assert [len(each) for each in answers] == [2]  # and the question that waits, once more
    await stage.everyone_looks()


@pytest.mark.parametrize(
    "code", [issue(b"ten bytes."), mistyped(issue(b"ten bytes.")), "ABCD-EFGH-JKMN-PQRS-T"]
)
async def test_unknown_and_mistyped_codes_are_looked_up_alike(stage: Stage, code: str) -> None:
    sam = await Relative.arrives(stage, "Sam")
    await sam.says("/start")
    reads: list[str] = []

    def count(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        reads.append(statement)

    event.listen(Engine, "before_cursor_execute", count)
    await sam.says(code)
    event.remove(Engine, "before_cursor_execute", count)
    assert sum("concerns.receipt =" in each for each in reads) == 1
    await stage.everyone_looks()


async def test_after_five_codes_one_account_must_wait_an_hour(stage: Stage) -> None:
    sam = await Person.arrives(stage, "Sam")
    kim = await Relative.arrives(stage, "Kim")
    code = the_code(await kim.raises_a_concern())
    for _ in range(CODES_OF_ONE):
        await sam.says(a_code())
        await sam.sees(UNKNOWN)
    await sam.says(code)
    await hears_only(sam, ENOUGH)
    await kim.says(code)
    await kim.sees("Din henvendelse")
    await stage.time_passes(hours=1)
    await sam.says(code)
    await sam.sees("Din henvendelse")
    await stage.everyone_looks()


async def test_a_code_that_is_right_is_no_try(stage: Stage) -> None:
    kim, sam = await Relative.arrives(stage, "Kim"), await Person.arrives(stage, "Sam")
    await sam.says(the_code(await kim.raises_a_concern()))
    await sam.sees("Din henvendelse")
    for _ in range(CODES_OF_ONE):
        await sam.says(a_code())
        await sam.sees(UNKNOWN)
    await sam.says(a_code())
    await hears_only(sam, ENOUGH)
    await stage.everyone_looks()


async def test_honest_typos_cost_nothing(stage: Stage) -> None:
    kim, sam = await Relative.arrives(stage, "Kim"), await Person.arrives(stage, "Sam")
    code = the_code(await kim.raises_a_concern())
    for wrong in sorted({*"ABCDEFGHJKM"} - {code[-1]})[: CODES_OF_ONE * 2]:
        await sam.says(code[:-1] + wrong)
        await sam.sees(UNKNOWN)
    await sam.says(code)
    await sam.sees("Din henvendelse")
    await stage.everyone_looks()


async def test_when_many_guess_codes_wait_their_turn_and_the_leads_hear_it_once(
    stage: Stage,
) -> None:
    lone, kim = await Lead.joins(stage, "Lone"), await Relative.arrives(stage, "Kim")
    code = the_code(await kim.raises_a_concern())
    await stage.everyone_looks()
    await the_bot_is_slow(stage)
    sam = await Person.arrives(stage, "Sam")
    await sam.says(code)
    await hears_only(sam, "Du får svar kl.")
    await lone.sees("Nogen prøver mange koder", "Ingen af koderne passede")
    await sam.says("/akut")
    await sam.sees("112")
    other = await Person.arrives(stage, "Bo")
    await other.says(a_code())
    await other.sees("Du får svar kl.")
    await lone.sees_nothing_new()
    await stage.time_passes(hours=1, minutes=1)
    await hears_only(sam, "Din henvendelse")
    await hears_only(other, UNKNOWN)
    await stage.everyone_looks()
    rows = await stage.app.store.database.read(select(journal.c.action))
    done = [each.action for each in rows]
    assert done.count("many codes were tried") == 1
    assert done.count("came back by receipt") == 1


async def test_a_code_that_waits_survives_a_restart(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    code = the_code(await kim.raises_a_concern())
    await the_bot_is_slow(stage)
    sam = await Person.arrives(stage, "Sam")
    await sam.says(code)
    await stage.bot_stops()
    await stage.bot_starts()
    await sam.sees("Du får svar kl.")
    await stage.time_passes(hours=1, minutes=1)
    await sam.sees("Din henvendelse")
    await stage.everyone_looks()


async def test_whoever_guesses_can_still_call_for_help_and_raise_a_concern(stage: Stage) -> None:
    sam = await Citizen.arrives(stage, "Sam")
    for _ in range(CODES_OF_ONE + 1):
        await sam.says(a_code())
    await sam.says("/akut")
    await sam.sees("112")
    await sam.raises_a_concern()
    assert len(await stage.app.store.concerns.open()) == 1
    await stage.everyone_looks()


async def test_whoever_tries_many_codes_cannot_make_the_others_wait_for_days(stage: Stage) -> None:
    kim, sam = await Relative.arrives(stage, "Kim"), await Person.arrives(stage, "Sam")
    code = the_code(await kim.raises_a_concern())
    await the_bot_is_slow(stage)
    for _ in range(CODES_OF_ONE):
        await sam.says(a_code())
        await sam.sees("Du får svar kl.")
    for _ in range(CODES_OF_ALL):
        await sam.says(a_code())
        await sam.sees(ENOUGH)
    bo = await Person.arrives(stage, "Bo")
    await bo.says(code)
    await bo.sees("Du får svar kl.")
    await stage.time_passes(hours=1, minutes=1)
    await bo.sees("Din henvendelse")
    await stage.everyone_looks()


async def test_a_code_sent_again_while_it_waits_is_answered_once(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    code = the_code(await kim.raises_a_concern())
    await the_bot_is_slow(stage)
    sam = await Person.arrives(stage, "Sam")
    told = set()
    for _ in range(CODES_OF_ONE * 2):
        await sam.says(code)
        told.add(await sam.sees("Du får svar kl."))
    assert len(told) == 1
    await stage.time_passes(hours=1, minutes=1)
    assert (await sam.sees("Din henvendelse")).count("Din henvendelse") == 1
    await sam.says(code)
    await sam.sees("Din henvendelse")
    await stage.everyone_looks()


async def test_a_long_wait_is_told_with_its_day(stage: Stage) -> None:
    for hour in range(24):
        for other in range(CODES_OF_ALL):
            who = -1 - hour * CODES_OF_ALL - other
            stage.app.house.tries.take(who, a_code(), stage.clock.now())
    sam = await Person.arrives(stage, "Sam")
    await sam.says(a_code())
    await sam.sees("Du får svar", "den ", "kl.")
    await stage.everyone_looks()


async def test_codes_that_come_at_the_same_moment_are_counted_one_by_one(stage: Stage) -> None:
    await the_bot_is_slow(stage, but_for=3)
    crowd = [await Person.arrives(stage, f"Nr. {each}") for each in range(8)]
    for each in crowd:
        await each.phone.says(a_code())
    await stage.settles()
    said = ["\n".join(new.text for new in await each.new_messages()) for each in crowd]
    assert sum(UNKNOWN in each for each in said) == 3
    assert sum("Du får svar kl." in each for each in said) == 5
    await stage.everyone_looks()


async def test_a_restart_gives_nobody_more_tries(stage: Stage) -> None:
    await the_bot_is_slow(stage)
    for who in range(CODES_OF_ALL // CODES_OF_ONE):
        guesser = await Person.arrives(stage, f"Nr. {who}")
        for _ in range(CODES_OF_ONE):
            await guesser.phone.says(a_code())
    await stage.settles()
    await stage.bot_stops()
    await stage.bot_starts()
    await stage.time_passes(minutes=61)
    sam = await Person.arrives(stage, "Sam")
    await sam.says(a_code())
    await sam.sees("Du får svar kl.")
    await stage.everyone_looks()


async def test_a_turn_that_is_run_again_counts_once_and_still_tells_the_leads(
    stage: Stage,
) -> None:
    lone, sam = await Lead.joins(stage, "Lone"), await Person.arrives(stage, "Sam")
    await sam.says("/start")
    await stage.everyone_looks()
    await the_bot_is_slow(stage, but_for=1)

    async def says(code: str) -> None:
        async def at_the_same_time(turn: Turn) -> None:
            turn.keep(turn.person)  # so that whoever is later must run again
            await typing.words(turn, message(turn, text=code))

        await stage.app.turns.run(sam.phone.person, at_the_same_time)

    await asyncio.gather(says(a_code()), says(a_code()), says(a_code()))
    await stage.settles()
    assert (await sam.sees(UNKNOWN)).count(UNKNOWN) == 1
    await lone.sees("Nogen prøver mange koder")


def test_tries_are_counted_across_midnight_and_under_names_that_rotate() -> None:
    tries, now = Tries(), HandClock().now().replace(hour=23, minute=40)
    for each in range(CODES_OF_ONE):
        assert tries.take(7, str(each), now) == now
    assert tries.take(7, "another", now + timedelta(minutes=30)) is None
    assert tries.take(8, "another", now + timedelta(minutes=30)) is not None
    before = tries._names(7, now)
    assert tries._names(7, now + timedelta(minutes=30))[0] == before[-1]
    assert tries._names(7, now + timedelta(minutes=30))[-1] != before[-1]
    assert tries.take(7, "another", now + timedelta(minutes=61)) is not None
    much_later = now + timedelta(days=2)
    tries.take(9, "one", much_later)
    assert len(tries._tries) == len(tries._keys) == 1, "What is over is not remembered."
